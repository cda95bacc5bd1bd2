//! Which day this is: its date, its place in the diary, how much is answered, and the way to its neighbours.

use chrono::{NaiveDate, TimeDelta};
use leptos::prelude::*;

use super::form::DayForm;
use super::words;
use crate::diary::{Day, Diary, PhaseKind, place};
use crate::web::address::{Address, Step};
use crate::web::components::dead_time::DeadTime;
use crate::web::pages::title::Title;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{Memo, live_option, live_text, live_word, memo_bool, off, on_click};
use crate::words::{dates, names};

/// The length of a baseline where no plan says otherwise, in days: that of the trials.
#[expect(clippy::cast_possible_wrap, reason = "two weeks")]
const BASELINE_DAYS: i64 = Diary::BASELINE_DAYS as i64;

/// The head of the check-in.
#[component]
pub fn DayHead(
    /// The day that is open.
    date: Memo<NaiveDate>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let today = Memo::new(move || state.today());
    // As it was when the day was opened: nothing may move under the finger that answers.
    let late = move || {
        let (date, today) = (date.get(), today.get());
        // Below the questions it is said that the page stays.
        if state.stays.get() == Some(date) {
            return None;
        }
        untrack(|| state.with(|diary| late_line(diary, date, today)))
    };
    let place = live_text(move || state.with(|diary| place_words(diary, date.get(), today.get())));
    view! {
        <header class="stack" data-gap="small">
            <div class="day-head">
                <DayTurn date=date today=today by=-1 name=words::previous_day() arrow="M15 5l-7 7 7 7" />
                <div class="day-name">
                    <Title text=Signal::derive(move || dates::long_day(date.get())) />
                    <p class="day-place">{place}</p>
                </div>
                <DayTurn date=date today=today by=1 name=words::next_day() arrow="M9 5l7 7-7 7" />
            </div>
            <Progress date=date today=today />
            {live_option(late)}
        </header>
    }
}

/// The way to the day before or after; there is none into the future (D6), but to what is recorded there already.
#[component]
fn DayTurn(
    date: Memo<NaiveDate>,
    today: Memo<NaiveDate>,
    by: i64,
    name: &'static str,
    arrow: &'static str,
) -> impl IntoView {
    let address = expect_context::<Address>();
    let state = expect_context::<AppState>();
    let target = move || {
        date.get()
            .checked_add_signed(TimeDelta::days(by))
            .filter(|to| *to <= today.get() || state.has_day(*to))
    };
    let is_off = memo_bool(move || target().is_none());
    let turn = on_click(move || {
        if let Some(to) = untrack(target) {
            let path = if to == today.get_untracked() {
                Route::Today.path().to_owned()
            } else {
                Route::day(to)
            };
            address.go(&path, Step::View);
        }
    });
    view! {
        <button type="button" class="day-turn" aria-label=name aria-disabled=off(move || is_off.get()) on:click=turn>
            <svg class="bar-icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d=arrow />
            </svg>
        </button>
    }
}

/// How much is answered, and the button for a day on which less is enough.
#[component]
fn Progress(date: Memo<NaiveDate>, today: Memo<NaiveDate>) -> impl IntoView {
    let form = DayForm::of(date.get_untracked());
    let form = move || DayForm {
        date: date.get(),
        ..form
    };
    let is_today = move || date.get() == today.get();
    let progress = move || form().check_in().progress(&form().answers(Clone::clone));
    let unwell = memo_bool(move || form().answers(|answers| answers.left_out));
    let toggle = on_click(move || {
        if DeadTime::of("unwell").counts(unwell.get_untracked()) {
            untrack(form).change(|answers| answers.left_out = !answers.left_out);
        }
    });
    let share = live_text(move || {
        let (answered, of) = progress();
        format!("{}%", answered * 100 / of.max(1))
    });
    let said = live_text(move || {
        let (answered, of) = progress();
        if answered == of && is_today() {
            words::progress_done(answered, of)
        } else {
            words::progress(answered, of)
        }
    });
    view! {
        <div class="progress" aria-hidden="true">
            <div class="progress-done" style:width=share></div>
        </div>
        <div class="progress-line">
            <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-pressed=live_text(move || unwell.get().to_string())
                on:click=toggle
            >
                {live_word(move || if is_today() { words::too_unwell() } else { words::too_unwell_that_day() })}
            </button>
            <p class="progress-words">{said}</p>
        </div>
    }
}

/// "Today · baseline, day 9 of 14".
fn place_words(diary: &Diary, date: NaiveDate, today: NaiveDate) -> String {
    let ago;
    let when = match (today - date).num_days() {
        0 => words::is_today(),
        1 => words::is_yesterday(),
        ..0 => words::is_ahead(),
        days => {
            ago = words::days_ago(days);
            &ago
        }
    };
    let (phase, day, of) = match diary.treatment.phase_on(date) {
        Some((_, phase)) if phase.by_month => {
            let first = names::first_day(phase, dates::full);
            return words::place_since(when, &names::phase_within(&phase.kind), &first);
        }
        Some((_, phase)) => {
            let of = match &diary.rest.template {
                Some(template) => place(template, &diary.treatment, date).map(|place| place.of),
                None => (phase.kind == PhaseKind::Baseline).then_some(BASELINE_DAYS),
            };
            (&phase.kind, (date - phase.from).num_days() + 1, of)
        }
        None if diary.treatment.is_empty() => (&PhaseKind::Baseline, 1, Some(BASELINE_DAYS)),
        None => return when.to_owned(),
    };
    let phase = names::phase_within(phase);
    match of.filter(|of| day <= *of) {
        Some(of) => words::place_of(when, &phase, day, of),
        None => words::place(when, &phase, day),
    }
}

/// What an entry on a day that is over means, and where the day is from.
fn late_line(diary: &Diary, date: NaiveDate, today: NaiveDate) -> Option<AnyView> {
    let answered = diary.day(date).filter(|day| !Day::answers(day).is_empty());
    let said = match answered {
        _ if date >= today => "",
        Some(day) if day.is_late(diary.settings.day_ends_at) => words::late_already(),
        Some(_) => words::late_change(),
        None => words::late(),
    };
    if let Some(from) = answered.and_then(Day::imported_from) {
        let text = [&words::imported(from.as_str()), " ", said].concat();
        return Some(view! { <p class="soft">{live_text(move || text.clone())}</p> }.into_any());
    }
    (!said.is_empty()).then(|| view! { <p class="notice" data-kind="plain">{said}</p> }.into_any())
}
