//! A dose: a number, and its unit beside it.

use leptos::prelude::*;

use super::choice::{Choice, ChoiceGroup};
use crate::forms::DoseText;
use crate::web::views::live_text;
use crate::words::controls as words;

/// A text field for the number, and milligram or microgram beside it.
#[component]
pub fn DoseField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What stands in it.
    value: RwSignal<DoseText>,
    /// What is wrong with it, said below.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// Called after a change, when the field is left or the unit is chosen.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
    /// Called with each letter.
    #[prop(optional, into)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    // A field that is taken away with its page tells of a change then: nobody hears that any more.
    let tell = |hears: Option<Callback<()>>| {
        if let Some(hears) = hears {
            _ = hears.try_run(());
        }
    };
    let changed = move || tell(on_change);
    let unit = Signal::derive(move || Some(usize::from(value.with(|value| value.micrograms))));
    let choose = Callback::new(move |place: Option<usize>| {
        // One of the two is always meant: a second tap changes nothing.
        if let Some(place) = place {
            value.update(|value| value.micrograms = place == 1);
            changed();
        }
    });
    let units = Signal::stored(["mg", "µg"].map(Choice::new).to_vec());
    let problem_id = format!("{id}-problem");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <div class="dose-row">
                <input
                    id=id.clone()
                    class="input dose-number"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=live_text(move || value.with(|value| value.text.clone()))
                    aria-describedby=problem_id.clone()
                    aria-invalid=live_text(move || problem.with(Option::is_some).to_string())
                    on:input:target=move |event| {
                        value.update(|value| value.text = event.target().value());
                        tell(on_input);
                    }
                    on:change=move |_| changed()
                />
                <ChoiceGroup id=format!("{id}-unit") question=words::unit() choices=units chosen=unit on_choose=choose />
            </div>
            <p class="field-problem" id=problem_id>
                {live_text(move || problem.get().unwrap_or_default())}
            </p>
        </div>
    }
}
