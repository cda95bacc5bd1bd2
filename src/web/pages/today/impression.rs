//! How all has changed since a phase began (D9): asked below the questions of today, once for each occasion, answered by one tap.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::form::DayForm;
use crate::diary::{Diary, GlobalChange};
use crate::trial::{Counting, Impression, Occasion, Study};
use crate::web::clock;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::focus::focus_in_place;
use crate::web::part::door;
use crate::web::state::AppState;
use crate::web::views::{Memo, on_click};
use crate::words::{card, impression as words, names, trial_day};

door! {
    /// The way to the question, for a diary without a trial of one: in one with it, it comes after that of the bottle.
    pub question: ImpressionToday
}

/// The question, unless a trial of one asks first.
#[component]
pub fn ImpressionToday() -> impl IntoView {
    let form: DayForm = expect_context();
    let has_trial = form.check_in().has_trial;
    (!has_trial).then(|| view! { <ImpressionQuestion waits=Signal::stored(false) /> }.into_any())
}

/// What stands in its place once it was answered or put away.
const SAID: &str = "impression-said";
/// The place of the question.
pub const PLACE: &str = "impression-place";

/// The question of the newest occasion of which nothing was said.
#[component]
pub fn ImpressionQuestion(
    /// Whether something else is asked first.
    waits: Signal<bool>,
) -> impl IntoView {
    let DayForm { date, state, .. } = expect_context();
    // What it depends on; the answers of the day are looked at when something of that changes.
    let matters = Memo::new(move || {
        let kept = state.with(|diary| {
            let rest = &diary.rest;
            (
                diary.treatment.clone(),
                rest.impressions.clone(),
                rest.decisions().to_vec(),
            )
        });
        (state.today(), kept)
    });
    // What was said last, to be taken back; it stays until the page is left.
    let said = RwSignal::new(None::<(Occasion, Impression)>);
    let asked = Memo::new(move || {
        let is_today = matters.with(|(today, _)| *today == date);
        let occasion = untrack(|| state.with(|diary| to_ask(diary, date)));
        occasion.filter(|_| is_today && said.get().is_none())
    });
    let note = move |occasion: Occasion, impression: Impression| {
        said.set(Some((occasion, impression)));
        state.change_rest(|rest| occasion.note(rest, clock::now(), impression));
        next(SAID);
    };
    let told = move || {
        let (occasion, impression) = said.get()?;
        let text = match impression {
            Impression::Said(change) => words::noted(names::global_change(change)),
            Impression::PutAway => words::why_not_again().to_owned(),
        };
        let back = on_click(move || {
            state.change_rest(|rest| occasion.take_back(rest, clock::now()));
            said.set(None);
            next(PLACE);
        });
        Some(
            view! {
                <div class="notice cluster" data-kind="plain">
                    <span id=SAID role="status" tabindex="-1">{text}</span>
                    <button type="button" class="button" on:click=back>
                        {card::take_back()}
                    </button>
                </div>
            }
            .into_any(),
        )
    };
    let question = move || {
        let occasion = asked.get().filter(|_| !waits.get())?;
        Some(panel(
            state,
            occasion,
            Callback::new(move |impression| note(occasion, impression)),
        ))
    };
    view! {
        {told}
        {question}
    }
}

fn to_ask(diary: &Diary, today: NaiveDate) -> Option<Occasion> {
    let left_out = diary.day(today).is_some_and(|day| day.answers().left_out);
    Study::of(diary, today, Counting::ALL).to_ask().filter(|_| !left_out)
}

/// The question with its seven answers.
fn panel(state: AppState, occasion: Occasion, note: Callback<Impression>) -> AnyView {
    let question = untrack(|| state.with(|diary| occasion.question(diary)));
    let choices = GlobalChange::ALL.map(|change| Choice::new(names::global_change(change)));
    let choose = Callback::new(move |place: Option<usize>| {
        if let Some(change) = place.and_then(|place| GlobalChange::ALL.get(place)) {
            note.run(Impression::Said(*change));
        }
    });
    let away = on_click(move || note.run(Impression::PutAway));
    view! {
        <section id=PLACE class="card stack" data-gap="small" tabindex="-1" aria-labelledby="impression-question">
            <ChoiceGroup id="impression" question=question choices=Signal::stored(choices.to_vec()) chosen=Signal::stored(None) on_choose=choose />
            <p class="soft">{words::why()}</p>
            <div class="cluster">
                <button type="button" class="button" on:click=away>
                    {trial_day::put_away()}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// What had the focus goes: it is handed to what comes in its place.
fn next(place: &'static str) {
    request_animation_frame(move || focus_in_place(&["#", place].concat()));
}
