//! The chosen day beneath the chart: its figures, and the way to it.

use leptos::prelude::*;

use super::place::Place;
use super::words;
use crate::diary::{Answers, Day, Diary, ItemId, Rating, Settings};
use crate::web::components::mark::Mark;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::CollectAny as _;
use crate::words::dates;
use crate::words::history::rest_left_out;
use crate::words::names;

/// The figures of the chosen day.
#[component]
pub fn DayPanel(
    /// Where the reader is.
    place: Place,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let figures = move || {
        let date = place.date()?;
        Some(state.with(|diary| panel(diary, date)))
    };
    view! { <section class="card stack chart-day-card" data-gap="small" aria-labelledby="chosen-day">{figures}</section> }
}

fn panel(diary: &Diary, date: chrono::NaiveDate) -> impl IntoView + use<> {
    let day = diary.day(date);
    let late = day.is_some_and(|day| day.is_late(diary.settings.day_ends_at));
    let answers = day.map(Day::answers).cloned().unwrap_or_default();
    let imported = day.and_then(Day::imported_from);
    let mut marks: Vec<String> = imported
        .map(|from| words::imported_from(from.as_str()))
        .into_iter()
        .collect();
    for (holds, name) in [(late, words::late()), (answers.left_out, rest_left_out())] {
        if holds {
            marks.push(name.to_owned());
        }
    }
    let lines = further(diary, &answers)
        .into_iter()
        .map(|(name, value)| {
            view! {
                <div class="figure-line">
                    <dt>{name}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
        })
        .collect_any();
    view! {
        <h2 id="chosen-day">{dates::dated_day(date)}</h2>
        {ratings(&answers, &diary.settings)}
        {(!marks.is_empty()).then(|| view! { <p class="soft">{marks.join(" · ")}</p> }.into_any())}
        <dl class="figures">{lines}</dl>
        <p>
            <a href=Route::day(date) class="text-link">
                {words::open_day()}
            </a>
        </p>
    }
}

fn ratings(answers: &Answers, settings: &Settings) -> impl IntoView + use<> {
    let line = |(item, rating): (ItemId, Option<Rating>)| {
        let text = words::rated(&item, rating, settings);
        view! {
            <li>
                <Mark item=item />
                <span dir="auto">{text}</span>
            </li>
        }
    };
    view! { <ul class="entry-ratings chart-day">{answers.listed().into_iter().map(line).collect_any()}</ul> }
}

/// What else the day holds; only what was answered.
fn further(diary: &Diary, answers: &Answers) -> Vec<(&'static str, String)> {
    let yes = answers.side_effects.iter().filter(|(_, yes)| **yes);
    let yes: Vec<String> = yes.map(|(id, _)| names::any_side_effect(id, &diary.settings)).collect();
    let asked = !answers.side_effects.is_empty();
    let effects = if yes.is_empty() {
        words::none().to_owned()
    } else {
        yes.join(", ")
    };
    let tags: Vec<&str> = answers.tags.iter().map(names::tag).collect();
    let sealed = answers.sealed_dose.map(|taken| names::taken(taken).to_owned());
    let dose = answers.dose_taken.map(|dose| {
        if dose.is_none() {
            words::none().to_owned()
        } else {
            dose.to_string()
        }
    });
    // Whatever the bottle holds, it is not called by a name.
    let dose_named = if sealed.is_some() {
        words::dose_sealed()
    } else {
        words::dose()
    };
    let counts = names::all_counted(answers, &diary.settings);
    let yes = |answer: Option<bool>| answer.filter(|yes| *yes).map(|_| words::yes().to_owned());
    [
        (words::side_effects(), asked.then_some(effects)),
        (dose_named, sealed.or(dose)),
        (
            names::other_medicines(),
            (!counts.is_empty()).then(|| counts.join(", ")),
        ),
        (names::extra_pain_medicine(), yes(answers.rescue_medicine)),
        (names::walking_support(), yes(answers.walking_support)),
        (words::happened(), (!tags.is_empty()).then(|| tags.join(", "))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}
