//! How all has changed since a phase began (D9): asked below the questions of today, once for each occasion, and
//! answered by one tap.

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
use crate::web::views::{Memo, live_option, live_while, on_click};
use crate::words::{card, impression as words, names, trial_day};

door! {
    /// The way to the question, for a diary without a trial of one: in one with it, it comes after that of the bottle.
    pub question: ImpressionToday in seldom
}

/// The question, unless a trial of one asks first.
#[component]
pub fn ImpressionToday() -> impl IntoView {
    let form: DayForm = expect_context();
    let has_trial = form.check_in().has_trial;
    (!has_trial).then(|| view! { <ImpressionQuestion waits=Signal::stored(false) /> }.into_any())
}

/// What stands in its place once it was put away.
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
    // What was said last: until the page is left the question stays, with what was chosen, as any other of the day.
    let said = RwSignal::new(None::<(Occasion, Impression)>);
    let asked = Memo::new(move || {
        let is_today = matters.with(|(today, _)| *today == date);
        match said.get() {
            Some((_, Impression::PutAway)) => None,
            Some((occasion, Impression::Said(_))) => Some(occasion),
            None => untrack(|| state.with(|diary| to_ask(diary, date))).filter(|_| is_today),
        }
    });
    let note = move |occasion: Occasion, impression: Option<Impression>| {
        let now = clock::now();
        if let Some(impression) = impression {
            said.set(Some((occasion, impression)));
            state.change_rest(|rest| occasion.note(rest, now, impression));
        } else {
            state.change_rest(|rest| occasion.take_back(rest, now));
            said.set(None);
        }
    };
    let put_away = move || {
        let (occasion, _) = said.get().filter(|(_, said)| *said == Impression::PutAway)?;
        let back = on_click(move || {
            note(occasion, None);
            next(PLACE);
        });
        Some(
            view! {
                <div class="notice cluster" data-kind="plain">
                    <span id=SAID role="status" tabindex="-1">
                        {words::why_not_again()}
                    </span>
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
        let given = Signal::derive(move || said.get().map(|(_, said)| said));
        let note = Callback::new(move |impression| note(occasion, impression));
        Some(panel(state, occasion, given, note))
    };
    view! {
        {live_option(put_away)}
        {live_option(question)}
    }
}

fn to_ask(diary: &Diary, today: NaiveDate) -> Option<Occasion> {
    let left_out = diary.day(today).is_some_and(|day| day.answers().left_out);
    Study::of(diary, today, Counting::ALL).to_ask().filter(|_| !left_out)
}

/// The question with its seven answers.
fn panel(
    state: AppState,
    occasion: Occasion,
    given: Signal<Option<Impression>>,
    note: Callback<Option<Impression>>,
) -> AnyView {
    let question = untrack(|| state.with(|diary| occasion.question(diary)));
    let choices = GlobalChange::ALL.map(|change| Choice::new(names::global_change(change)));
    let chosen = Signal::derive(move || {
        let given = given.get();
        GlobalChange::ALL
            .iter()
            .position(|change| given == Some(Impression::Said(*change)))
    });
    let choose = Callback::new(move |place: Option<usize>| {
        let change = place.and_then(|place| GlobalChange::ALL.get(place));
        note.run(change.map(|change| Impression::Said(*change)));
    });
    let away = move || {
        let act = on_click(move || {
            note.run(Some(Impression::PutAway));
            next(SAID);
        });
        view! {
            <div class="cluster">
                <button type="button" class="button" on:click=act>
                    {trial_day::put_away()}
                </button>
            </div>
        }
        .into_any()
    };
    view! {
        <section id=PLACE class="card stack" data-gap="small" tabindex="-1" aria-labelledby="impression-question">
            <ChoiceGroup id="impression" question=question choices=Signal::stored(choices.to_vec()) chosen=chosen on_choose=choose />
            <p class="soft">{words::why()}</p>
            {live_while(move || given.get().is_none(), away)}
        </section>
    }
    .into_any()
}

/// What had the focus goes: it is handed to what comes in its place.
fn next(place: &'static str) {
    request_animation_frame(move || focus_in_place(&["#", place].concat()));
}
