//! A new dose from a day on.

use leptos::prelude::*;

use super::form::{ChangeForm, TreatmentForm};
use super::words;
use crate::forms::DoseText;
use crate::forms::dose_step::Typed;
use crate::forms::field::{DOSE, FIRST_DAY};
use crate::web::components::date_field::DateField;
use crate::web::components::dose_field::DoseField;
use crate::web::components::problem_summary::problem_of;
use crate::web::unfinished::unfinished;

/// The form.
#[component]
pub fn ChangeDose(
    /// The treatment.
    form: TreatmentForm,
    /// Called when it is done or given up.
    done: Callback<()>,
) -> impl IntoView {
    let from = unfinished(FIRST_DAY, untrack(|| form.state.today()).to_string());
    let text = unfinished(DOSE, DoseText::default());
    let problems = RwSignal::new(Vec::new());
    let submit = Callback::new(move |()| {
        let typed = Typed {
            from: from.get_untracked(),
            dose: text.get_untracked(),
            before: problems.get_untracked(),
        };
        match typed.change(&untrack(|| form.treatment())) {
            Ok(planned) => {
                form.change(words::dose_changed(&planned), planned.treatment);
                done.run(());
            }
            Err(found) => problems.set(found),
        }
    });
    view! {
        <ChangeForm name=words::change_dose() problems=problems on_submit=submit done=done>
            <DoseField id=DOSE label=words::dose() value=text problem=problem_of(problems, DOSE) />
            <DateField id=FIRST_DAY label=words::from() value=from problem=problem_of(problems, FIRST_DAY) />
        </ChangeForm>
    }
}
