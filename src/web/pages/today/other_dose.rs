//! A dose of any size, which is given in words where it is not the planned one.

use leptos::prelude::*;

use super::form::DayForm;
use super::words;
use crate::diary::{Dose, DoseError};
use crate::forms::{DoseText, FarDose};
use crate::web::components::dose_field::DoseField;
use crate::web::focus::focus_in_place;
use crate::web::part::door;
use crate::web::views::{live_option, live_while, memo_bool, on_click};
use crate::words::Said as _;

door! {
    /// The way to it.
    pub field: OtherDose
}

/// A dose of any size, beginning at what was taken or else planned. What can't be read is said and keeps its text; one that
/// can hardly be meant is asked about.
#[component]
pub fn OtherDose() -> impl IntoView {
    let form = expect_context::<DayForm>();
    let taken = form.answers_now(|answers| answers.dose_taken.filter(|dose| *dose != Dose::NONE));
    let planned = untrack(|| form.check_in().planned_dose);
    let problem = RwSignal::new(None::<String>);
    let asked = RwSignal::new(None::<Dose>);
    let written = taken.or(planned).map(DoseText::of).unwrap_or_default();
    let plan = planned.map(DoseText::of);
    let value = RwSignal::new(written);
    let is_plan = memo_bool(move || plan.is_some() && value.with(|value| plan.as_ref() == Some(value)));
    // What is typed waits until it is given; what stood there at first does not.
    let waits = form.state.dose_waits;
    Effect::new(move |ran: Option<()>| {
        let kept = form.answers(|answers| answers.dose_taken);
        let differs = value.with(read) != Ok(kept);
        waits.set(ran.is_some() && differs);
    });
    on_cleanup(move || waits.set(false));
    let keep = move |dose: Option<Dose>| {
        problem.set(None);
        asked.set(None);
        form.change_typed(
            |answers| answers.dose_taken.is_some(),
            |answers| answers.dose_taken = dose,
        );
    };
    let give = Callback::new(move |()| {
        // One that was kept has been answered for.
        let kept = form.answers_now(|answers| answers.dose_taken);
        match value.with_untracked(read) {
            Ok(dose) => match dose
                .filter(|dose| kept != Some(*dose))
                .and_then(|dose| FarDose::of(dose, planned))
            {
                None => keep(dose),
                Some(far) => {
                    problem.set(Some(far.said()));
                    asked.set(dose);
                }
            },
            Err(error) => {
                problem.set(Some(error.said()));
                asked.set(None);
            }
        }
    });
    // A dose that needs no question is kept as it is typed: the page may be left, or the app closed, in the next moment. That
    // nothing stands there any more counts once the field is left.
    let typed = Callback::new(move |()| {
        let kept = form.answers_now(|answers| answers.dose_taken);
        if let Ok(Some(dose)) = value.with_untracked(read)
            && kept != Some(dose)
            && FarDose::of(dose, planned).is_none()
        {
            keep(Some(dose));
        }
    });
    let question = move || {
        let dose = asked.get()?;
        let is_meant = on_click(move || {
            keep(Some(dose));
            // The button goes, and the focus with it.
            focus_in_place("#other-dose");
        });
        let button = view! {
            <p>
                <button type="button" class="button" on:click=is_meant>
                    {words::keep_dose(&dose.to_string())}
                </button>
            </p>
        };
        Some(button.into_any())
    };
    view! {
        <DoseField id="other-dose" label=words::dose_input() value=value problem=problem on_change=give on_input=typed />
        {live_option(question)}
        {live_while(move || is_plan.get(), || view! { <p class="soft">{words::planned_dose()}</p> }.into_any())}
    }
}

/// What was typed; an empty field is no answer.
fn read(typed: &DoseText) -> Result<Option<Dose>, DoseError> {
    if typed.text.trim().is_empty() {
        Ok(None)
    } else {
        typed.read().map(Some)
    }
}
