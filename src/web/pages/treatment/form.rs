//! What the parts of the page share: the treatment, and what was done last.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::words;
use crate::diary::Treatment;
use crate::forms::Problem;
use crate::web::components::problem_summary::ProblemSummary;
use crate::web::focus::arrive;
use crate::web::state::AppState;
use crate::web::views::CollectAny as _;
use crate::words::names;

/// What was done last, and whether that can be undone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Done {
    pub(super) said: String,
    pub(super) can_be_undone: bool,
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
            return self.say(words::unchanged(), false);
        }
        self.state.change_treatment(treatment);
        self.say(said, true);
    }

    /// Whether a change can be undone. Tracks changes.
    pub(super) fn can_undo(self) -> bool {
        self.state.with(|diary| !diary.earlier.is_empty())
    }

    /// Puts the treatment back as it was before the last change.
    pub(super) fn undo(self) {
        let undone = untrack(|| self.treatment());
        self.state.undo_treatment();
        let said = words::taken_back(&undone, &untrack(|| self.treatment()));
        self.say(said, false);
    }

    pub(super) fn say(self, said: impl Into<String>, can_be_undone: bool) {
        self.last.set(Some(Done {
            said: said.into(),
            can_be_undone,
        }));
        arrive(SAID);
    }

    /// What another treatment would make of recorded days, said before it is done (P1, P2). Tracks changes.
    pub(super) fn becoming(self, treatment: &Treatment) -> Vec<String> {
        let becoming = self.state.with(|diary| diary.days_becoming(treatment));
        let said = becoming
            .into_iter()
            .map(|(kind, days)| words::days_become(days, names::phase(&kind)));
        said.collect()
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
    /// What it would do to recorded days, where it can be done as it is typed.
    #[prop(optional, into)]
    becoming: Option<Signal<Vec<String>>>,
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
            <div aria-live="polite">
                {move || {
                    let said = becoming.map(|said| said.get()).unwrap_or_default();
                    said.into_iter().map(|said| view! { <p class="notice">{said}</p> }).collect_any()
                }}
            </div>
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
