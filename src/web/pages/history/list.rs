//! Days as a list: a tap opens one; each can be deleted.

use crate::web::route::Route;
use crate::web::views::CollectAny as _;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::form::HistoryForm;
use super::words;
use crate::diary::{Answers, Day, DayEnd, ItemId, Rating, Settings, StandardItem, excerpt};
use crate::web::components::mark::Mark;
use crate::words::dates;
use crate::words::names;

/// How much of a note is shown, in characters.
const NOTE_LENGTH: usize = 160;

/// The id of a day's link in the list.
pub(super) fn entry_id(date: NaiveDate) -> String {
    format!("entry-{date}")
}

/// The days of these dates, in their order.
#[component]
pub fn EntryList(
    /// The diary.
    form: HistoryForm,
    /// The days to show.
    #[prop(into)]
    dates: Signal<Vec<NaiveDate>>,
    /// What was searched for, if anything: the part of a note around it is shown, and dates have their year.
    #[prop(into)]
    query: Signal<String>,
) -> impl IntoView {
    let entries = move || {
        let query = query.get();
        form.state.with(|diary| {
            let ends = diary.settings.day_ends_at;
            let days = dates.get().into_iter().filter_map(|date| diary.day(date));
            let mut entries = days
                .map(|day| entry(form, day, ends, &query, &diary.settings))
                .collect_any();
            if !entries.is_empty() {
                entries.insert(0, legend());
            }
            entries
        })
    };
    view! { <ul class="plain-list">{entries}</ul> }
}

/// What the shapes beside the ratings mean. It is for the eye: who listens hears each rating's name.
fn legend() -> AnyView {
    let mark = |item: StandardItem| {
        view! {
            <li>
                <Mark item=item.into() />
                <span>{names::item(item)}</span>
            </li>
        }
    };
    view! {
        <li aria-hidden="true">
            <ul class="chart-legend">{StandardItem::MAIN.into_iter().map(mark).collect_any()}</ul>
        </li>
    }
    .into_any()
}

fn entry(form: HistoryForm, day: &Day, ends: DayEnd, query: &str, settings: &Settings) -> impl IntoView + use<> {
    let date = day.date();
    let shown_date = if query.is_empty() {
        dates::short_day(date)
    } else {
        dates::dated_day(date)
    };
    let answers = day.answers();
    let note = excerpt(answers.note.as_str(), query, NOTE_LENGTH);
    let tags: Vec<String> = answers.tags.iter().map(|tag| names::tag(tag).to_owned()).collect();
    let counts = names::all_counted(answers, settings);
    let tag = |tag| view! { <li class="entry-tag" dir="auto">{tag}</li> };
    view! {
        <li class="entry">
            <div class="entry-main">
                <p class="entry-head">
                    <a href=Route::day(date) class="entry-date" id=entry_id(date)>
                        {shown_date}
                    </a>
                    <span class="entry-state">{words::provenance(day, ends)}</span>
                </p>
                {ratings(answers, settings)}
                {(!counts.is_empty()).then(|| view! { <p class="soft entry-others" dir="auto">{counts.join(" · ")}</p> }.into_any())}
                {(!tags.is_empty()).then(|| view! { <ul class="entry-tags">{tags.into_iter().map(tag).collect_any()}</ul> }.into_any())}
                {(!note.is_empty()).then(|| view! { <p class="entry-note" dir="auto">{note}</p> }.into_any())}
            </div>
            <button
                type="button"
                class="button entry-delete"
                data-kind="quiet"
                aria-label=words::delete_day(date)
                on:click=move |_| form.delete(date)
            >
                {words::delete()}
            </button>
        </li>
    }
}

/// The main items by their marks, the others by their names.
fn ratings(answers: &Answers, settings: &Settings) -> impl IntoView + use<> {
    if answers.items.is_empty() {
        return view! { <p class="soft">{words::no_rating()}</p> }.into_any();
    }
    let mut main = answers.listed();
    let others = main.split_off(StandardItem::MAIN.len());
    let others: Vec<String> = others
        .into_iter()
        .filter_map(|(item, rating)| Some(names::rated(&names::short_item(&item, settings), rating?)))
        .collect();
    let others = (!others.is_empty()).then(|| {
        view! {
            <p class="soft entry-others" dir="auto">
                {others.join(" · ")}
            </p>
        }
        .into_any()
    });
    let name = |item: &ItemId| names::any_item(item, settings);
    let line = |(item, rating): (ItemId, Option<Rating>)| {
        view! {
            <li>
                <span class="visually-hidden">{name(&item)}" "</span>
                <Mark item=item />
                {match rating {
                    Some(rating) => view! { <span>{rating.get()}</span> }.into_any(),
                    None => view! {
                        <span aria-hidden="true">"–"</span>
                        <span class="visually-hidden">{words::not_answered()}</span>
                    }
                    .into_any(),
                }}
            </li>
        }
    };
    view! {
        <ul class="entry-ratings">{main.into_iter().map(line).collect_any()}</ul>
        {others}
    }
    .into_any()
}
