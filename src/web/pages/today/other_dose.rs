//! A dose of any size, which is given in words where it is not the planned one.

use leptos::prelude::*;

use super::form::DayForm;
use super::words;
use crate::diary::Dose;
use crate::forms::DoseText;
use crate::web::components::dose_field::DoseField;
use crate::web::part::door;
use crate::web::views::{live_while, memo_bool};
use crate::words::Said as _;

door! {
    /// The way to it.
    pub field: OtherDose
}

/// A dose of any size, beginning at what was taken or else planned. What can't be read is said and keeps its text.
#[component]
pub fn OtherDose() -> impl IntoView {
    let form = expect_context::<DayForm>();
    let taken = form.answers_now(|answers| answers.dose_taken.filter(|dose| *dose != Dose::NONE));
    let planned = untrack(|| form.check_in().planned_dose);
    let problem = RwSignal::new(None::<String>);
    let written = taken.or(planned).map(DoseText::of).unwrap_or_default();
    let plan = planned.map(DoseText::of);
    let value = RwSignal::new(written);
    let is_plan = memo_bool(move || plan.is_some() && value.with(|value| plan.as_ref() == Some(value)));
    let give = Callback::new(move |()| {
        let text = value.get_untracked();
        let read = if text.text.trim().is_empty() {
            Ok(None)
        } else {
            text.read().map(Some)
        };
        match read {
            Ok(dose) => {
                problem.set(None);
                form.change(|answers| answers.dose_taken = dose);
            }
            Err(error) => problem.set(Some(error.said())),
        }
    });
    view! {
        <DoseField id="other-dose" label=words::dose_input() value=value problem=problem on_change=give />
        {live_while(move || is_plan.get(), || view! { <p class="soft">{words::planned_dose()}</p> }.into_any())}
    }
}
