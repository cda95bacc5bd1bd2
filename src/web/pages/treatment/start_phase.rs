//! Starting placebo, washout, or a baseline anew.

use leptos::prelude::*;

use super::form::TreatmentForm;
use super::words;
use crate::diary::{PhaseKind, iso};
use crate::web::components::date_field::DateField;
use crate::web::components::problem_summary::{FieldProblem, ProblemSummary, problem_of};
use crate::words::{Said as _, names};

const FIRST_DAY: &str = "first-day";

/// The form.
#[component]
pub fn StartPhase(
    /// The treatment.
    form: TreatmentForm,
    /// What starts.
    kind: PhaseKind,
    /// Called when it is done or given up.
    done: Callback<()>,
) -> impl IntoView {
    let first_day = RwSignal::new(untrack(|| form.state.today()).to_string());
    let problems = RwSignal::new(Vec::<FieldProblem>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let problem = |message: String| {
            problems.set(vec![FieldProblem {
                field: FIRST_DAY,
                message,
            }]);
        };
        let Some(from) = iso::date(&first_day.get_untracked()) else {
            return problem(words::choose_day().into());
        };
        match untrack(|| form.treatment()).start_phase(kind, from, None) {
            Ok(started) => {
                form.change(words::phase_starts(names::phase(kind), from), started);
                done.run(());
            }
            Err(error) => problem(error.said()),
        }
    };
    let name = words::start(kind);
    view! {
        <form class="stack" novalidate on:submit=submit aria-label=name>
            <h2>{name}</h2>
            <p class="soft">{words::explain(kind)}</p>
            <ProblemSummary problems=problems />
            <DateField id=FIRST_DAY label=words::first_day() value=first_day problem=problem_of(problems, FIRST_DAY) />
            <div class="cluster">
                <button type="submit" class="button" data-kind="main">
                    {name}
                </button>
                <button type="button" class="button" on:click=move |_| done.run(())>
                    {words::cancel()}
                </button>
            </div>
        </form>
    }
}
