//! Starting placebo, another medicine, a washout, or a baseline anew.

use leptos::prelude::*;

use super::form::{ChangeForm, TreatmentForm};
use super::{safety, words};
use crate::diary::PhaseKind;
use crate::forms::Problem;
use crate::forms::field::{FIRST_DAY, MEDICINE};
use crate::forms::first_day::asked_about;
use crate::forms::start_phase::Typed;
use crate::web::components::date_field::DateField;
use crate::web::components::name_field::NameField;
use crate::web::components::problem_summary::problem_of;
use crate::web::unfinished::unfinished;
use crate::words::names;

/// The form.
#[component]
pub fn StartPhase(
    /// The treatment.
    form: TreatmentForm,
    /// What starts; `None` for another medicine.
    kind: Option<PhaseKind>,
    /// Called when it is done or given up.
    done: Callback<()>,
) -> impl IntoView {
    let from = unfinished(FIRST_DAY, untrack(|| form.state.today()).to_string());
    let medicine = unfinished(MEDICINE, String::new());
    let problems = RwSignal::new(Vec::<Problem>::new());
    let (name, about) = (words::start(kind.as_ref()), words::explain(kind.as_ref()));
    let stops = kind == Some(PhaseKind::Washout);
    let is_named = kind.is_none();
    let kind = StoredValue::new(kind);
    let read = move || {
        let typed = Typed {
            kind: kind.get_value(),
            medicine: medicine.get(),
            from: from.get(),
            sure: problems.with(|problems| asked_about(problems)),
        };
        typed.read(&form.treatment(), form.state.today())
    };
    let becoming = Signal::derive(move || {
        read()
            .map(|started| form.becoming(&started.treatment))
            .unwrap_or_default()
    });
    let submit = Callback::new(move |()| match untrack(read) {
        Ok(started) => {
            let said = words::phase_starts(&names::phase(&started.kind), started.from);
            form.change(said, started.treatment);
            done.run(());
        }
        Err(found) => problems.set(found),
    });
    view! {
        <ChangeForm name=name about=about problems=problems on_submit=submit done=done becoming=becoming>
            {stops.then(|| safety::fact(safety::after_stopping()))}
            {is_named.then(|| view! { <NameField id=MEDICINE label=words::which_medicine() value=medicine problem=problem_of(problems, MEDICINE) /> }.into_any())}
            <DateField id=FIRST_DAY label=words::first_day() value=from problem=problem_of(problems, FIRST_DAY) />
        </ChangeForm>
    }
}
