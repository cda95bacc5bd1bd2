//! Starting placebo, washout, or a baseline anew.

use leptos::prelude::*;

use super::form::{ChangeForm, TreatmentForm};
use super::{safety, words};
use crate::diary::{PhaseKind, iso};
use crate::forms::Problem;
use crate::forms::field::FIRST_DAY;
use crate::web::components::date_field::DateField;
use crate::web::components::problem_summary::problem_of;
use crate::words::names;

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
    let problems = RwSignal::new(Vec::new());
    let submit = Callback::new(move |()| {
        let from = iso::date(&first_day.get_untracked()).ok_or(Problem::NoDay);
        let treatment = untrack(|| form.treatment());
        let started = from.and_then(|from| {
            let started = treatment.start_phase(kind, from, None).map_err(Problem::Misfit)?;
            Ok((from, started))
        });
        match started {
            Ok((from, started)) => {
                form.change(words::phase_starts(names::phase(kind), from), started);
                done.run(());
            }
            Err(problem) => problems.set(vec![problem]),
        }
    });
    view! {
        <ChangeForm name=words::start(kind) about=words::explain(kind) problems=problems on_submit=submit done=done>
            {(kind == PhaseKind::Washout).then(|| safety::fact(safety::after_stopping()))}
            <DateField id=FIRST_DAY label=words::first_day() value=first_day problem=problem_of(problems, FIRST_DAY) />
        </ChangeForm>
    }
}
