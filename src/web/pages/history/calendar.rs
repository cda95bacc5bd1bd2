//! A month as a grid of weeks from Monday to Sunday.

use crate::web::address::{Address, Step};
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo, memo_bool, off};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::form::HistoryForm;
use super::list::EntryList;
use super::phases::ByPhase;
use super::words;
use crate::diary::{Came, Day, DayState, Diary, Entry, Month, Week};
use crate::words::dates;

/// A diary over more months than this can be jumped about in.
const MANY_MONTHS: usize = 3;

/// The month: its name and the way to its neighbours, the grid, how complete the phases are, and the days as a list.
#[component]
pub fn MonthView(
    /// The diary.
    form: HistoryForm,
    /// The month that is open.
    month: Memo<Month>,
) -> impl IntoView {
    let state = form.state;
    let dates_of_month = Memo::new(move || {
        let month = month.get();
        state.with(|diary| {
            let days = diary.recorded_between(month.first_day(), month.last_day());
            days.rev().map(Day::date).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="stack" data-gap="small" aria-labelledby="month">
            <MonthHead form=form month=month />
            <Grid form=form month=month />
            <Legend />
        </section>
        <ByPhase form=form />
        <section class="stack" data-gap="small" aria-labelledby="day-by-day">
            <h2 id="day-by-day">{words::day_by_day()}</h2>
            <Show
                when=move || !dates_of_month.with(Vec::is_empty)
                fallback=|| view! { <p class="soft">{words::no_day()}</p> }
            >
                <EntryList form=form dates=dates_of_month query=Signal::stored(String::new()) />
            </Show>
        </section>
    }
}

/// The name of the month between two arrows; in a long diary a choice of months beneath.
#[component]
fn MonthHead(form: HistoryForm, month: Memo<Month>) -> impl IntoView {
    let state = form.state;
    let address = expect_context::<Address>();
    let ends = Memo::new(move || {
        let today = state.today();
        let begins = state.with(crate::diary::Diary::begins).unwrap_or(today);
        // A clock that was ahead has recorded days that are still to come.
        let last = state.with(crate::diary::Diary::last_day).unwrap_or(today);
        (Month::of(begins.min(today)), Month::of(last.max(today)))
    });
    let go = move |to: Option<Month>| {
        if let Some(to) = to {
            address.go(&Route::History.with(&format!("month={to}")), Step::View);
        }
    };
    let before = move || month.get().before().filter(|to| *to >= ends.get().0);
    let after = move || month.get().after().filter(|to| *to <= ends.get().1);
    view! {
        <div class="day-head">
            <button
                type="button"
                class="day-turn"
                aria-label=words::previous_month()
                aria-disabled=off(move || before().is_none())
                on:click=move |_| go(untrack(before))
            >
                <svg class="bar-icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M15 5l-7 7 7 7" />
                </svg>
            </button>
            <h2 class="day-name" id="month" aria-live="polite">
                {move || dates::month(month.get().first_day())}
            </h2>
            <button
                type="button"
                class="day-turn"
                aria-label=words::next_month()
                aria-disabled=off(move || after().is_none())
                on:click=move |_| go(untrack(after))
            >
                <svg class="bar-icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M9 5l7 7-7 7" />
                </svg>
            </button>
        </div>
        {move || {
            let months = months_between(ends.get());
            (months.len() > MANY_MONTHS).then(|| view! { <MonthChoice months=months month=month on_choose=Callback::new(move |to| go(Some(to))) /> }.into_any())
        }}
    }
}

/// From the first to the last, the newest first.
fn months_between((first, last): (Month, Month)) -> Vec<Month> {
    std::iter::successors(Some(last), |month| month.before())
        .take_while(|month| *month >= first)
        .collect()
}

#[component]
fn MonthChoice(months: Vec<Month>, month: Memo<Month>, on_choose: Callback<Month>) -> impl IntoView {
    let options = months.into_iter().map(|each| {
        let is_open = move || month.get() == each;
        view! {
            <option value=each.to_string() prop:selected=is_open>
                {dates::month(each.first_day())}
            </option>
        }
    });
    let choose = move |value: String| {
        if let Some(to) = Month::from_text(&value) {
            on_choose.run(to);
        }
    };
    view! {
        <div class="field-line">
            <label for="go-to-month">{words::go_to_month()}</label>
            <select id="go-to-month" class="input" on:change:target=move |event| choose(event.target().value())>
                {options.collect_any()}
            </select>
        </div>
    }
}

#[component]
fn Grid(form: HistoryForm, month: Memo<Month>) -> impl IntoView {
    let state = form.state;
    let weeks = Memo::new(move || {
        let (month, today) = (month.get(), state.today());
        state.with(|diary| month.weeks(diary, today, dates::locale().first_weekday))
    });
    let first = dates::locale().first_weekday;
    let weekdays = std::iter::successors(Some(first), |day| Some(day.succ())).take(7);
    let heads = weekdays.map(|day| {
        view! {
            <th role="columnheader" scope="col" class="calendar-head">
                <span aria-hidden="true">{dates::weekday_letters(day)}</span>
                <span class="visually-hidden">{dates::weekday(day)}</span>
            </th>
        }
        .into_any()
    });
    let row = move |week: Week| {
        let today = state.today();
        let kept = (week.kept.days > 0).then(|| words::week(week.kept));
        let cells = week.days.into_iter().map(|(date, day)| {
            let outside = Month::of(date) != month.get();
            view! { <Cell date=date state=day is_today=date == today outside=outside /> }
        });
        view! {
            <tr role="row" class="calendar-week">
                {cells.collect_any()} <td role="cell" class="calendar-kept">
                    {kept}
                </td>
            </tr>
        }
    };
    // The roles are said again, because a table that is laid out as a grid loses them in some browsers.
    view! {
        <div class="calendar-frame">
            <table role="table" class="calendar" aria-labelledby="month">
                <thead role="rowgroup">
                    <tr role="row" class="calendar-week calendar-heads">
                        {heads.collect_any()}
                        <th role="columnheader" scope="col" class="calendar-kept-head">
                            <span class="visually-hidden">{words::week_head()}</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{move || weeks.get().into_iter().map(row).collect_any()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Cell(date: NaiveDate, state: DayState, is_today: bool, outside: bool) -> impl IntoView {
    let number = date.day();
    let content = if matches!(state, DayState::Before | DayState::Future) {
        view! { <span class="calendar-day">{number}</span> }.into_any()
    } else {
        let label = words::day_is(&dates::long_day(date), words::state(state));
        view! {
            <a
                href=Route::day(date)
                class="calendar-day"
                aria-label=label
                aria-current=is_today.then_some("date")
            >
                <span>{number}</span>
                <DayMark state=state />
            </a>
        }
        .into_any()
    };
    view! {
        <td role="cell" class="calendar-cell" data-outside=outside.then_some("") data-today=is_today.then_some("")>
            {content}
        </td>
    }
}

/// The mark of a day: a shape for how much was recorded, in a box if it was late, over a line if it was imported.
#[component]
pub fn DayMark(
    /// What the day is.
    state: DayState,
) -> impl IntoView {
    let (came, shape) = match state {
        DayState::Recorded { entry, came } => (came, Some(entry)),
        DayState::Missing => (Came::OnTime, None),
        DayState::NotAsked => {
            return view! {
                <svg class="day-mark" viewBox="0 0 20 20" aria-hidden="true">
                    <circle class="day-mark-rest" cx="10" cy="10" r="1.5" />
                </svg>
            }
            .into_any();
        }
        DayState::Open | DayState::Before | DayState::Future => return ().into_any(),
    };
    let shape = match shape {
        Some(Entry::Full) => view! { <circle class="day-mark-full" cx="10" cy="10" r="5.5" /> }.into_any(),
        Some(Entry::Part) => view! {
            <circle cx="10" cy="10" r="4.75" />
            <path class="day-mark-full" d="M10 5.25a4.75 4.75 0 0 0 0 9.5Z" />
        }
        .into_any(),
        Some(Entry::LeftOut) => view! {
            <circle cx="10" cy="10" r="4.75" />
            <path d="M7.5 10h5" />
        }
        .into_any(),
        None => view! { <path class="day-mark-missing" d="M7 10h6" /> }.into_any(),
    };
    view! {
        <svg class="day-mark" viewBox="0 0 20 20" aria-hidden="true">
            {match came {
                Came::OnTime => ().into_any(),
                Came::Late => view! { <rect class="day-mark-late" x="1" y="1" width="18" height="18" rx="3" /> }.into_any(),
                Came::Imported => view! { <path class="day-mark-late" d="M3 18.5h14" /> }.into_any(),
            }}
            {shape}
        </svg>
    }
    .into_any()
}

#[component]
fn Legend() -> impl IntoView {
    let state = expect_context::<AppState>();
    let has_imported = memo_bool(move || state.with(Diary::has_imported));
    let has_rested = memo_bool(move || state.with(|diary| !diary.rest.sampling.changes().is_empty()));
    let mark = |(state, meaning): (DayState, &'static str)| {
        view! {
            <li>
                <DayMark state=state />
                <span>{meaning}</span>
            </li>
        }
    };
    view! {
        <ul class="chart-legend" aria-label=words::legend()>
            {move || words::marks(has_imported.get(), has_rested.get()).into_iter().map(mark).collect_any()}
        </ul>
    }
}
