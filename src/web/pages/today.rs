//! Today: the evening check-in, on one page, in the trial's order. `/?day=2026-01-05` opens an earlier day.

pub mod begun;
pub mod day_head;
pub mod dose;
pub mod form;
pub mod guess;
pub mod impression;
pub mod medicines;
pub mod more;
pub mod other_dose;
pub mod questions;
pub mod sealed_dose;
pub mod stays;
pub mod visit;
pub mod words;

use chrono::NaiveDate;
use leptos::prelude::*;

use self::day_head::DayHead;
use self::dose::DoseQuestion;
use self::form::DayForm;
use self::more::More;
use self::questions::{ItemQuestions, SideEffectQuestions};
use super::first_question::FirstQuestion;
use super::install::{FirstInstallLine, InstallHintPlace};
use super::save_line::SaveLine;
use crate::diary::{Diary, FIRST_DATE, iso};
use crate::visits;
use crate::web::address::Address;
use crate::web::part::Deferred;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{Memo, live, live_while, memo_bool};

/// The questions of one diary day; each answer is saved when it is given.
#[component]
pub fn TodayPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    state.arrive_today();
    // An address with a day that no diary has, or that is not here yet, opens today and says so. A day that a clock which
    // was ahead has recorded can be opened like any other (D1).
    let date = Memo::new(move || {
        let today = state.today();
        let asked = address.value("day").and_then(|day| iso::date(&day));
        let is_here = |day: &NaiveDate| (FIRST_DATE..=today).contains(day) || state.has_day(*day);
        asked.filter(is_here).or(state.stays.get()).unwrap_or(today)
    });
    let wrong = move || {
        address
            .value("day")
            .is_some_and(|day| iso::date(&day) != Some(date.get()))
    };
    let empty = memo_bool(move || state.with(|diary| diary.days().len() == 0));
    // The lines for the first visit stay while it lasts: nothing jumps under the finger after the first answer.
    let first_visit = empty.get_untracked();

    view! {
        <div class="page page-check-in stack">
            {live_while(
                wrong,
                || {
                    view! {
                        <p class="notice" role="status">
                            {words::wrong_day()}
                        </p>
                    }
                        .into_any()
                },
            )}
            <DayHead date=date />
            {live_while(
                move || state.with(|diary| !diary.rest.sampling.asks_on(date.get())),
                || {
                    view! {
                        <p class="soft">
                            {words::not_asked()} " " <a href=Route::Settings.with("at=sampling")>{words::change_that()}</a>
                        </p>
                    }
                        .into_any()
                },
            )}
            <FirstQuestion day=date />
            {live(move || undo_place(date.get()))}
            {first_visit.then(|| view! { <FirstInstallLine /> }.into_any())}
            {live(move || questions(date.get()))}
            {live_while(
                move || first_visit || empty.get(),
                || view! { <Deferred door=super::import::other_beginnings() /> }.into_any(),
            )}
            {(!first_visit).then(|| view! { <InstallHintPlace /> }.into_any())}
            {live_while(
                move || date.get() == state.today() && state.with(|diary| diary.rest.unknown.contains_key(visits::FIELD)),
                || view! { <Deferred door=visit::line() /> }.into_any(),
            )}
            {live_while(
                move || state.stays.get() == Some(date.get()),
                || view! { <Deferred door=stays::line() /> }.into_any(),
            )}
            <SaveLine />
        </div>
    }
}

/// The way back for a day that was deleted just now. It stays while the day is open, so that nothing moves under the
/// finger that answers.
fn undo_place(date: NaiveDate) -> AnyView {
    let deleted = expect_context::<AppState>().deleted;
    if deleted.with_untracked(|day| day.as_ref().is_some_and(|day| day.date() == date)) {
        view! { <Deferred door=super::history::undo::on_day() /> }.into_any()
    } else {
        ().into_any()
    }
}

/// Everything that is asked on a day.
fn questions(date: NaiveDate) -> AnyView {
    let form = DayForm::of(date);
    provide_context(form);
    let check_in = Memo::new(move || form.check_in());
    // On a day that is too bad for more the dose is not asked, and can be told in the folded part; where it was told
    // before, it stays where it is.
    let left_out = memo_bool(move || form.answers(|answers| answers.left_out));
    let dose_folded = memo_bool(move || {
        left_out.get() && form.answers_now(|answers| answers.dose_taken.is_none() && answers.sealed_dose.is_none())
    });
    // No phase has ended before the second day of a diary, and nobody feels what is made up: a first visit fetches nothing
    // for it, and the sample opens without a network.
    let begun_before = |diary: &Diary| diary.first_day().is_some_and(|first| first < date);
    let has_earlier = untrack(|| form.state.with(begun_before) && !form.state.in_sample());
    let asks_impression = has_earlier && !form.answers_now(|answers| answers.left_out);
    view! {
        <ItemQuestions form=form check_in=check_in />
        {live_while(
            move || left_out.get(),
            || view! { <p class="soft">{words::left_out()}</p> }.into_any(),
        )}
        {live_while(
            move || check_in.with(|check_in| !check_in.side_effects.is_empty()),
            move || view! { <SideEffectQuestions form=form check_in=check_in /> }.into_any(),
        )}
        {live_while(
            move || !dose_folded.get() && check_in.with(|check_in| check_in.asks_dose),
            move || {
                if check_in.with(|check_in| check_in.has_trial) {
                    view! { <Deferred door=sealed_dose::question() /> }.into_any()
                } else {
                    view! {
                        <DoseQuestion form=form />
                        <p class="soft">{words::take_back()}</p>
                    }
                        .into_any()
                }
            },
        )}
        {live_while(
            move || medicines::are_asked(form),
            || view! { <Deferred door=medicines::group() /> }.into_any(),
        )}
        <More form=form dose=dose_folded />
        {asks_impression.then(|| view! { <Deferred door=impression::question() /> }.into_any())}
    }
    .into_any()
}
