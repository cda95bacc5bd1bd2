//! Which trial's plan is followed, if any (P3).

use crate::web::views::{CollectAny as _, Memo};
use leptos::prelude::*;

use super::form::TreatmentForm;
use super::words;

/// The choice of a plan.
#[component]
pub fn PlanChoice(
    /// The treatment.
    form: TreatmentForm,
) -> impl IntoView {
    let current = Memo::new(move || form.state.with(|diary| diary.rest.template.clone()));
    let option = move |(index, (template, name)): (usize, (Option<_>, &'static str))| {
        let is_chosen = move || current.with(|current| *current == template);
        view! {
            <option value=index.to_string() prop:selected=is_chosen>
                {name}
            </option>
        }
    };
    let choose = move |place: String| {
        let chosen = place
            .parse::<usize>()
            .ok()
            .and_then(|place| words::plans().into_iter().nth(place));
        if let Some((template, _)) = chosen {
            form.state.change_rest(|rest| rest.template.clone_from(&template));
        }
    };
    let too_short = move || {
        let plan = current.get().as_ref().and_then(words::too_short);
        plan.map(|said| view! { <p>{said}</p> })
    };
    view! {
        <section class="field">
            <h2>
                <label for="plan">{words::plan()}</label>
            </h2>
            <p class="soft">{words::plan_note()}</p>
            <select id="plan" class="input" on:change:target=move |event| choose(event.target().value())>
                {words::plans().into_iter().enumerate().map(option).collect_any()}
            </select>
            <div aria-live="polite">{too_short}</div>
        </section>
    }
}
