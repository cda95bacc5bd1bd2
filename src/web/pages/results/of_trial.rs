//! The answer of a trial of one: what any answer has, and how the trial went. Few have one, so it stands in the part that is
//! fetched when it is used.

use leptos::prelude::*;

use super::asked::Asked;
use super::layer::Facts;
use super::{Compared, Layers};
use crate::diary::TrialOfOne;
use crate::results::{OfTrial, Results, Shown, all_of_trial, layer_of_trial, of_trial, results};
use crate::trial_of_one::TrialsOfOne as _;
use crate::web::address::Address;
use crate::web::focus::arrive;
use crate::web::pages::undo::undo_treatment;
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{Memo, memo_bool};
use crate::words::{treatment, trial_answer as words, trial_reveal};

door! {
    /// The way to it.
    pub answer: TrialAnswer in seldom
}

/// The trial that is asked for.
#[component]
pub fn TrialAnswer() -> impl IntoView {
    let (address, state) = (expect_context::<Address>(), expect_context::<AppState>());
    let asked = Memo::new(move || {
        let mut asked = Asked::in_address(address);
        let today = state.today();
        let found = state.with(|diary| results(diary, diary.as_of(today), asked.wanted()));
        if let Results::OfTrial(id) = found {
            asked.phase = id;
        }
        asked
    });
    let found = Memo::new(move || {
        let (asked, today) = (asked.get(), state.today());
        state.with(|diary| of_trial(diary, diary.as_of(today), asked.wanted()))
    });
    let shown =
        Memo::new(move || found.with(|found: &Option<OfTrial>| found.as_ref().map(|found| found.shown.clone())));
    Effect::new(move |_| {
        shown.with(|shown: &Option<Shown>| shown.as_ref().map(|shown| state.keep_answers(&shown.unkept)))
    });
    let about = move || {
        found.with(|found| {
            found
                .as_ref()
                .map(|found| view! { <Facts facts=found.about.clone() /> })
        })
    };
    let layers = Layers {
        one: layer_of_trial,
        all: all_of_trial,
    };
    view! {
        <JustRevealed state=state />
        <Compared shown=shown asked=asked layers=layers />
        <section class="stack" data-gap="small" aria-labelledby="how-it-went">
            <h2 id="how-it-went">{words::about()}</h2>
            {about}
            <p class="soft">{words::doctor()}</p>
            <p>
                <a href=Route::Report.path() class="button">
                    {words::doctor_to()}
                </a>
            </p>
        </section>
    }
}

/// Where the reveal was the last change of the treatment: that it was done, with its undo.
#[component]
fn JustRevealed(state: AppState) -> impl IntoView {
    let is_last = memo_bool(move || {
        state.with(|diary| {
            let Some(before) = diary.earlier.last() else {
                return false;
            };
            let is_sealed = |now: &TrialOfOne| before.trial(&now.commit).is_some_and(|then| then.revealed.is_none());
            let now = diary.treatment.trials_of_one();
            now.iter().any(|now| now.revealed.is_some() && is_sealed(now))
        })
    });
    // With the answer goes the button.
    let undo = move |_| {
        undo_treatment(state);
        arrive("main h1");
    };
    view! {
        <div role="status">
            <Show when=move || is_last.get()>
                <p class="notice cluster" data-kind="plain">
                    <span>{trial_reveal::done()}</span>
                    <button type="button" class="button" on:click=undo>
                        {treatment::undo()}
                    </button>
                </p>
            </Show>
        </div>
    }
}
