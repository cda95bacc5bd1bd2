//! The daily reminder: a calendar file, because a page without a server cannot ring.

use crate::web::views::CollectAny as _;
use leptos::prelude::*;

use super::words;

/// The time that is offered first; the trials' patients made their entry before bed.
const USUAL: &str = "20:00";

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
    let path = move || format!("/reminders/{}.ics", time.get().replace(':', ""));
    // The link leaves the app's own routes: the browser hands the file to the calendar.
    view! {
        <section class="stack" data-gap="small" aria-labelledby="reminder">
            <h2 id="reminder">{words::reminder()}</h2>
            <p class="soft">{words::reminder_note()}</p>
            <div class="field-line">
                <label for="reminder-time">{words::reminder_time()}</label>
                <select id="reminder-time" class="input" on:change:target=move |event| time.set(event.target().value())>
                    {half_hours().map(option).collect_any()}
                </select>
            </div>
            <p>
                <a class="button" href=path rel="external">
                    {move || words::open_reminder(&time.get())}
                </a>
            </p>
            <details>
                <summary>{words::no_calendar()}</summary>
                <div class="stack" data-gap="small">
                    <p>{words::by_hand()}</p>
                    <p>{words::stop()}</p>
                </div>
            </details>
        </section>
    }
}

/// "00:00", "00:30" … "23:30": there is a file for each.
fn half_hours() -> impl Iterator<Item = String> {
    (0..48).map(|half| format!("{:02}:{:02}", half / 2, half % 2 * 30))
}
