//! How often the diary asks (P9): every day, seven days a month, or not.

use leptos::prelude::*;

use crate::diary::{Diary, Sampling};
use crate::trial::{LateDays, Study};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::live_text;
use crate::words::{sampling as words, sentences, settings};

/// The id of the section's heading, which other pages lead to.
pub const SAMPLING: &str = "sampling";

/// Where its section stands.
pub fn address() -> String {
    Route::Settings.with(&["at=", SAMPLING].concat())
}

/// One of three; it holds from today on, or where today is answered, from tomorrow on.
#[component]
pub fn SamplingChoice(
    /// The diary.
    state: AppState,
) -> impl IntoView {
    let from = move || {
        let today = state.today();
        state.with(|diary| diary.as_of(today)).succ_opt().unwrap_or(today)
    };
    let now = move || state.with(|diary| diary.rest.sampling.on(from()));
    let chosen = Signal::derive(move || Sampling::ALL.iter().position(|one| *one == now()));
    let choose = Callback::new(move |place: Option<usize>| {
        if let Some(sampling) = place.and_then(|place| Sampling::ALL.get(place).copied()) {
            let from = untrack(from);
            state.change_rest(|rest| rest.sampling.change(from, sampling));
        }
    });
    let choices = Sampling::ALL.map(|one| Choice::new(name(one))).to_vec();
    let said = live_text(move || state.with(|diary| said(diary, state.today())));
    view! {
        <section class="stack" data-gap="small" aria-labelledby=SAMPLING>
            <h2 id=SAMPLING>{words::title()}</h2>
            <ChoiceGroup
                id="asks"
                question=words::question()
                choices=Signal::stored(choices)
                chosen=chosen
                on_choose=choose
            />
            <p class="soft">{words::note()}</p>
            <p aria-live="polite">{said}</p>
        </section>
    }
}

/// From when it asks less, when it asks next, and which answer that costs days.
fn said(diary: &Diary, today: chrono::NaiveDate) -> String {
    let plan = &diary.rest.sampling;
    let as_of = diary.as_of(today);
    let Some((from, sampling)) = plan
        .changes()
        .iter()
        .next_back()
        .filter(|change| *change.1 != Sampling::EveryDay)
    else {
        return String::new();
    };
    let since = match (sampling, plan.next_after(as_of)) {
        (Sampling::SevenAMonth, Some(next)) => words::asks_seven(*from, next),
        _ => words::asks_not(*from),
    };
    let waits = Study::of(diary, as_of, LateDays::Included).waits_for();
    sentences([
        since,
        waits.map(words::answer_waits).unwrap_or_default(),
        words::remind_anew(settings::reminder()),
    ])
}

fn name(sampling: Sampling) -> &'static str {
    match sampling {
        Sampling::EveryDay => words::every_day(),
        Sampling::SevenAMonth => words::seven_a_month(),
        Sampling::Rests => words::rests(),
    }
}
