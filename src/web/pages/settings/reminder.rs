//! The daily reminder: a calendar file, because a page without a server cannot ring.

use std::cell::Cell;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::Element;

use super::words;
use crate::diary::Sampling;
use crate::exchange::calendar::Reminder;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, live_option};
use crate::web::{clock, files};

/// Below this the service worker answers with the reminder for a time.
const FOLDER: &str = "/reminders/";
/// The time that is offered first; the trials' patients made their entry before bed.
const USUAL: &str = "20:00";

thread_local! {
    /// The version of the reminder that was made last.
    static LAST: Cell<i64> = const { Cell::new(0) };
}

/// A time to choose, the file for it, and what to do where a phone can't open it.
#[component]
pub fn Reminder() -> impl IntoView {
    let time = RwSignal::new(USUAL.to_owned());
    let option = |time: String| {
        let (value, is_usual) = (time.clone(), time == USUAL);
        view! {
            <option value=value selected=is_usual>
                {time}
            </option>
        }
    };
    let state = expect_context::<AppState>();
    let sampling = move || state.with(|diary| diary.rest.sampling.on(state.today()));
    let path = move || [FOLDER, &time.get().replace(':', ""), ".ics"].concat();
    let reminder = move || {
        let chosen = time.get_untracked();
        let half = (0..48).find(|half| clock_time(*half) == chosen).unwrap_or_default();
        let made = Reminder::at((half / 2, half % 2 * 30), clock::now(), LAST.get(), untrack(sampling));
        LAST.set(made.version);
        made
    };
    let download = move || {
        let path = untrack(path);
        _ = files::download(path.trim_start_matches(FOLDER), "text/calendar", &reminder().file());
    };
    let open = move |event: MouseEvent| {
        let tapped = event.target().map(JsCast::unchecked_into::<Element>);
        let link = tapped.and_then(|tapped| tapped.closest("a").ok().flatten());
        if let Some(link) = link.filter(|_| is_served()) {
            // The browser goes there when this is over.
            _ = link.set_attribute("href", &(untrack(path) + &reminder().query()));
        } else {
            event.prevent_default();
            download();
        }
    };
    // The link leaves the app's own routes: the browser hands the file to the calendar.
    view! {
        <section class="stack" data-gap="small" aria-labelledby="reminder">
            <h2 id="reminder">{words::reminder()}</h2>
            <p class="soft">{words::reminder_note()}</p>
            {live_option(move || {
                let said = match sampling() {
                    Sampling::EveryDay => return None,
                    Sampling::SevenAMonth => words::reminder_seven(),
                    Sampling::Rests => words::reminder_rests(),
                };
                Some(view! { <p>{said}</p> }.into_any())
            })}
            <div class="field-line">
                <label for="reminder-time">{words::reminder_time()}</label>
                <select id="reminder-time" class="input" on:change:target=move |event| time.set(event.target().value())>
                    {(0..48).map(clock_time).map(option).collect_any()}
                </select>
            </div>
            <p>
                <a class="button" href=path rel="external" on:click=open>
                    {move || words::open_reminder(&time.get())}
                </a>
            </p>
            <p class="soft">{words::reminder_again()}</p>
            <details>
                <summary>{words::no_calendar()}</summary>
                <div class="stack" data-gap="small">
                    <p>{words::by_hand()}</p>
                    <p>
                        <button type="button" class="button" data-kind="quiet" on:click=move |_| download()>
                            {words::reminder_file()}
                        </button>
                    </p>
                </div>
            </details>
        </section>
    }
}

/// Whether the service worker answers for this page: a phone opens a file that has an address in its calendar, and one that
/// the page made by itself not everywhere.
fn is_served() -> bool {
    let get = |value: &JsValue, name: &str| js_sys::Reflect::get(value, &name.into()).ok();
    let keeper = get(&window().navigator(), "serviceWorker").filter(JsValue::is_object);
    let controller = keeper.and_then(|keeper| get(&keeper, "controller"));
    controller.is_some_and(|controller| controller.is_object())
}

/// "00:00", "00:30" … "23:30": the half hours of a day.
fn clock_time(half: u32) -> String {
    format!("{:02}:{:02}", half / 2, half % 2 * 30)
}
