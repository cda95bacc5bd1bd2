//! A new dose from a day on.

use crate::diary::iso;
use leptos::prelude::*;

use super::form::TreatmentForm;
use super::start_ldn::read_dose;
use super::words;
use crate::web::components::date_field::DateField;
use crate::web::components::dose_field::{DoseField, DoseText};
use crate::web::components::problem_summary::{FieldProblem, ProblemSummary, problem_of};
use crate::words::Said as _;

const FIRST_DAY: &str = "first-day";
const DOSE: &str = "dose";

/// The form.
#[component]
pub fn ChangeDose(
    /// The treatment.
    form: TreatmentForm,
    /// Called when it is done or given up.
    done: Callback<()>,
) -> impl IntoView {
    let first_day = RwSignal::new(untrack(|| form.state.today()).to_string());
    let typed = RwSignal::new(DoseText::default());
    let problems = RwSignal::new(Vec::<FieldProblem>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut found = Vec::new();
        let from = iso::date(&first_day.get_untracked());
        if from.is_none() {
            found.push(FieldProblem {
                field: FIRST_DAY,
                message: words::choose_day().into(),
            });
        }
        let read = read_dose(&typed.get_untracked())
            .map_err(|message| found.push(FieldProblem { field: DOSE, message }))
            .ok();
        let (Some(from), Some(planned)) = (from, read) else {
            return problems.set(found);
        };
        let before = untrack(|| form.treatment());
        // The same dose again would be a change of dose in the results.
        let changed = if before.planned_dose(from) == Some(planned) {
            Ok(before)
        } else {
            before.change_dose(from, planned)
        };
        match changed {
            Ok(changed) => {
                form.change(words::dose_changed(planned, from, &changed), changed);
                done.run(());
            }
            Err(error) => problems.set(vec![FieldProblem {
                field: FIRST_DAY,
                message: error.said(),
            }]),
        }
    };
    view! {
        <form class="stack" novalidate on:submit=submit aria-label=words::change_dose()>
            <h2>{words::change_dose()}</h2>
            <ProblemSummary problems=problems />
            <DoseField id=DOSE label=words::dose() value=typed problem=problem_of(problems, DOSE) />
            <DateField id=FIRST_DAY label=words::from() value=first_day problem=problem_of(problems, FIRST_DAY) />
            <div class="cluster">
                <button type="submit" class="button" data-kind="main">
                    {words::change_dose()}
                </button>
                <button type="button" class="button" on:click=move |_| done.run(())>
                    {words::cancel()}
                </button>
            </div>
        </form>
    }
}
