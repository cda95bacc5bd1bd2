//! Starting placebo, washout, or a baseline anew.

use leptos::prelude::*;

use super::form::{ChangeForm, TreatmentForm};
use super::{safety, words};
use crate::diary::PhaseKind;
use crate::forms::field::FIRST_DAY;
use crate::forms::{Problem, first_day};
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
    let from = RwSignal::new(untrack(|| form.state.today()).to_string());
    let problems = RwSignal::new(Vec::<Problem>::new());
    let read = move || {
        let sure = problems.with(|problems| first_day::asked_about(problems));
        let from = from.with(|from| first_day::read(from, form.state.today(), sure))?;
        let started = form.treatment().start_phase(kind, from, None);
        started.map(|started| (from, started)).map_err(Problem::Misfit)
    };
    let becoming = Signal::derive(move || read().map(|(_, started)| form.becoming(&started)).unwrap_or_default());
    let submit = Callback::new(move |()| match untrack(read) {
        Ok((from, started)) => {
            form.change(words::phase_starts(names::phase(kind), from), started);
            done.run(());
        }
        Err(problem) => problems.set(vec![problem]),
    });
    view! {
        <ChangeForm name=words::start(kind) about=words::explain(kind) problems=problems on_submit=submit done=done becoming=becoming>
            {(kind == PhaseKind::Washout).then(|| safety::fact(safety::after_stopping()))}
            <DateField id=FIRST_DAY label=words::first_day() value=from problem=problem_of(problems, FIRST_DAY) />
        </ChangeForm>
    }
}
