//! What the parts of the page share: the treatment, and what was done last.

use chrono::{DateTime, FixedOffset};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::words;
use crate::diary::{Cut, Treatment, TreatmentError};
use crate::forms::Problem;
use crate::web::clock;
use crate::web::components::dead_time::DEAD_TIME;
use crate::web::components::problem_summary::ProblemSummary;
use crate::web::focus::arrive;
use crate::web::pages::undo::undo_treatment;
use crate::web::state::AppState;
use crate::web::unfinished::finished;
use crate::web::views::CollectAny as _;
use crate::words::{Said as _, names};

/// What was done last.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Done {
    pub(super) said: String,
    /// The treatment that it made, where that can be undone: for as long as it is that one.
    pub(super) made: Option<Treatment>,
}

/// The way to change the treatment from any part of the page.
#[derive(Debug, Clone, Copy)]
pub struct TreatmentForm {
    pub(super) state: AppState,
    pub(super) last: RwSignal<Option<Done>>,
    pub(super) changed_at: StoredValue<Option<DateTime<FixedOffset>>>,
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
        if self.is_second_tap() {
            return;
        }
        finished();
        if treatment == before {
            return self.say(words::unchanged(), None);
        }
        self.state.change_treatment(treatment);
        self.say(said, Some(untrack(|| self.treatment())));
    }

    /// The same with what may be refused: then it says why.
    pub(super) fn change_or_say(self, said: impl Into<String>, changed: Result<Treatment, TreatmentError>) {
        match changed {
            Ok(treatment) => self.change(said, treatment),
            Err(why) => self.say(why.said(), None),
        }
    }

    /// Whether it comes too soon after another change: it was meant for that, and hits what has taken its place. Else it is
    /// one.
    fn is_second_tap(self) -> bool {
        let now = clock::now();
        let before = self.changed_at.get_value();
        let is_soon =
            before.is_some_and(|before| (0..i64::from(DEAD_TIME)).contains(&(now - before).num_milliseconds()));
        if !is_soon {
            self.changed_at.set_value(Some(now));
        }
        is_soon
    }

    /// Whether a change can be undone. Tracks changes.
    pub(super) fn can_undo(self) -> bool {
        self.state.with(|diary| !diary.earlier.is_empty())
    }

    /// Whether what was done last can be undone beside the words for it. Tracks changes.
    pub(super) fn can_undo_last(self) -> bool {
        let made = self.last.with(|last| last.as_ref().and_then(|done| done.made.clone()));
        made.is_some_and(|made| made == self.treatment())
    }

    /// Puts the treatment back as it was before the last change.
    pub(super) fn undo(self) {
        if self.is_second_tap() {
            return;
        }
        finished();
        let undone = untrack(|| self.treatment());
        undo_treatment(self.state);
        let said = words::taken_back(&undone, &untrack(|| self.treatment()));
        self.say(said, None);
    }

    pub(super) fn say(self, said: impl Into<String>, made: Option<Treatment>) {
        self.last.set(Some(Done {
            said: said.into(),
            made,
        }));
        arrive(SAID);
    }

    /// What another treatment would make of recorded days and of phases, said before it is done (P1, P2). Tracks changes.
    pub(super) fn becoming(self, treatment: &Treatment) -> Vec<String> {
        let (becoming, cuts) = self
            .state
            .with(|diary| (diary.days_becoming(treatment), diary.treatment.cut_by(treatment)));
        let mut said = Vec::new();
        for (kind, days) in becoming {
            said.push(words::days_become(days, &names::phase(&kind)));
        }
        for cut in cuts {
            said.push(match cut {
                Cut::Ends(kind, last) => words::phase_ends(&names::phase(&kind), last),
                Cut::Gone(kind) => words::phase_goes(&names::phase(&kind)),
            });
        }
        said
    }
}

/// The way to change the treatment, and the way out of the change that is being made: for forms that stand behind doors.
#[derive(Debug, Clone, Copy)]
pub struct Changing {
    /// The treatment.
    pub form: TreatmentForm,
    /// Called when it is done or given up.
    pub done: Callback<()>,
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
