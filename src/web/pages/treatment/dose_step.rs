//! One planned dose of the list: changing its day and its dose where it stands, and removing it.

use chrono::NaiveDate;
use leptos::ev::SubmitEvent;
use leptos::html::Details;
use leptos::prelude::*;

use super::form::TreatmentForm;
use super::words;
use crate::diary::DoseStep;
use crate::forms::DoseText;
use crate::forms::dose_step::Typed;
use crate::forms::field::{DOSE, FIRST_DAY};
use crate::web::components::date_field::DateField;
use crate::web::components::dose_field::DoseField;
use crate::web::components::marked::Marked;
use crate::web::components::problem_summary::problem_of;
use crate::web::focus::focus;
use crate::web::unfinished::{is_unfinished, unfinished};

/// A dose with the day from which it is planned. The first one of a phase keeps the phase's first day, and stays.
#[component]
pub fn StepLine(
    /// The treatment.
    form: TreatmentForm,
    /// The dose.
    step: DoseStep,
    /// Whether the phase begins with it.
    is_first: bool,
    /// Its first day in words.
    since: String,
) -> impl IntoView {
    let from = step.from;
    let fold = NodeRef::<Details>::new();
    // The list is made anew and uses the fold again for the dose that comes next: closed, so that neither a second tap nor
    // what is typed next goes to another dose than the one that was meant.
    let done = Callback::new(move |()| {
        if let Some(fold) = fold.get_untracked() {
            fold.set_open(false);
        }
    });
    let remove = move |_| {
        done.run(());
        let removed = untrack(|| form.treatment()).remove_dose_step(from);
        form.change_or_say(words::dose_removed(from), removed);
    };
    let which = step.dose.to_string();
    let removal = (!is_first).then(|| {
        view! {
            <p>
                <button type="button" class="button" data-kind="quiet" aria-label=words::remove_dose_of(&which, from) on:click=remove>
                    {words::remove_dose()}
                </button>
            </p>
        }
        .into_any()
    });
    view! {
        <li class="dose-step">
            <p>
                <Marked text=words::dose_from(&which, &since) />
            </p>
            <details node_ref=fold open=is_unfinished(&field_id(from, true)) || is_unfinished(&field_id(from, false))>
                <summary>
                    <Marked text=words::edit_dose(&which, &since) />
                </summary>
                <EditStep form=form step=step is_first=is_first done=done />
                {removal}
            </details>
        </li>
    }
}

/// The form, with what is planned now in it.
#[component]
fn EditStep(form: TreatmentForm, step: DoseStep, is_first: bool, done: Callback<()>) -> impl IntoView {
    let before = step.from;
    let day = unfinished(&field_id(before, true), before.to_string());
    let dose = unfinished(&field_id(before, false), DoseText::of(step.dose));
    let problems = RwSignal::new(Vec::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (from, dose) = (day.get_untracked(), dose.get_untracked());
        let typed = Typed {
            from,
            dose,
            before: problems.get_untracked(),
        };
        let edited = typed.edit(&untrack(|| form.treatment()), before);
        problems.set(edited.as_ref().err().cloned().unwrap_or_default());
        match edited {
            Ok(planned) => {
                done.run(());
                form.change(words::dose_changed(&planned), planned.treatment);
            }
            Err(found) => {
                let is_day = !is_first && found.first().is_some_and(|problem| problem.field() == FIRST_DAY);
                focus(field_id(before, is_day));
            }
        }
    };
    let date_field = if is_first {
        // What is refused of the day is said where there is no field for it, too.
        view! { <p class="field-problem" role="alert">{problem_of(problems, FIRST_DAY)}</p> }.into_any()
    } else {
        view! { <DateField id=field_id(before, true) label=words::from() value=day problem=problem_of(problems, FIRST_DAY) /> }.into_any()
    };
    view! {
        <form class="stack" data-gap="small" novalidate on:submit=submit>
            <DoseField id=field_id(before, false) label=words::dose() value=dose problem=problem_of(problems, DOSE) />
            {date_field}
            <p>
                <button type="submit" class="button" data-kind="main">
                    {words::keep_dose()}
                </button>
            </p>
        </form>
    }
}

/// The id of one of the two fields of the dose that was planned from a day on.
fn field_id(planned_from: NaiveDate, is_day: bool) -> String {
    format!("{}-of-{planned_from}", if is_day { "day" } else { "dose" })
}
