//! What the parts of the page share: the treatment, and what was done last.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::words;
use crate::diary::Treatment;
use crate::forms::Problem;
use crate::web::components::problem_summary::ProblemSummary;
use crate::web::focus::arrive;
use crate::web::state::AppState;

/// What was done last, and how the treatment was before, where that can be undone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Done {
    pub(super) said: String,
    pub(super) before: Option<Treatment>,
}

/// The way to change the treatment from any part of the page.
#[derive(Debug, Clone, Copy)]
pub struct TreatmentForm {
    pub(super) state: AppState,
    pub(super) last: RwSignal<Option<Done>>,
}

impl TreatmentForm {
    /// The treatment now. Tracks changes.
    pub(super) fn treatment(self) -> Treatment {
        self.state.with(|diary| diary.treatment.clone())
    }

    /// Changes the treatment; `said` tells the patient what was done, beside the way back. What changes nothing is not
    /// kept.
    pub(super) fn change(self, said: impl Into<String>, treatment: Treatment) {
        let before = untrack(|| self.treatment());
        if treatment == before {
            return self.say(words::unchanged(), None);
        }
        self.state.change_treatment(treatment);
        self.say(said, Some(before));
    }

    /// Puts the treatment back as it was.
    pub(super) fn undo(self, before: Treatment) {
        let undone = untrack(|| self.treatment());
        let said = words::taken_back(&undone, &before);
        self.state.change_treatment(before);
        self.say(said, None);
    }

    pub(super) fn say(self, said: impl Into<String>, before: Option<Treatment>) {
        self.last.set(Some(Done {
            said: said.into(),
            before,
        }));
        arrive(SAID);
    }
}

/// The heading of the change that is being made.
pub(super) const FORM_HEADING: &str = "main h2";
/// What was done last.
const SAID: &str = "main [role='status'] .notice";

/// A change of the treatment as a form: what it is, what is wrong with it, its fields, and the two ways out.
#[component]
pub fn ChangeForm(
    /// What it does.
    name: &'static str,
    /// What the button says, where that is another word.
    #[prop(optional)]
    act: Option<&'static str>,
    /// What that means.
    #[prop(optional)]
    about: Option<&'static str>,
    /// What is wrong.
    problems: RwSignal<Vec<Problem>>,
    /// Called when it shall be done.
    on_submit: Callback<()>,
    /// Called when it is given up.
    done: Callback<()>,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <form class="stack" novalidate on:submit=submit aria-label=name>
            <h2>{name}</h2>
            {about.map(|about| view! { <p class="soft">{about}</p> })}
            <ProblemSummary problems=problems />
            {children()}
            <div class="cluster">
                <button type="submit" class="button" data-kind="main">
                    {act.unwrap_or(name)}
                </button>
                <button type="button" class="button" on:click=move |_| done.run(())>
                    {words::cancel()}
                </button>
            </div>
        </form>
    }
}
