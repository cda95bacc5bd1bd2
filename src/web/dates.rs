//! Dates and times in the reader's words, by the browser's own rules (`js/dates.js`): "Sunday 22 November" here,
//! "Sunday, November 22" for American readers. The words are English, so it is the reader's kind of English.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};
use leptos::wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/dates.js")]
extern "C" {
    #[wasm_bindgen(js_name = dateText)]
    fn date_text(form: &str, year: i32, month0: u32, day: u32) -> String;
    #[wasm_bindgen(js_name = timeText)]
    fn time_text(hour: u32, minute: u32) -> String;
}

fn written(form: &str, date: NaiveDate) -> String {
    date_text(form, date.year(), date.month0(), date.day())
}

/// "Sunday 22 November".
pub fn long_day(date: NaiveDate) -> String {
    written("longDay", date)
}

/// "Sun 22 November".
pub fn short_day(date: NaiveDate) -> String {
    written("shortDay", date)
}

/// "Sun, 22 November 2026".
pub fn short_date(date: NaiveDate) -> String {
    written("shortDate", date)
}

/// "November 2026".
pub fn month(date: NaiveDate) -> String {
    written("month", date)
}

/// "5 January 2026".
pub fn full_date(date: NaiveDate) -> String {
    written("fullDate", date)
}

/// "21:04", as the clock on the wall said.
pub fn time(at: DateTime<FixedOffset>) -> String {
    time_text(at.hour(), at.minute())
}

/// "137 days", "1 day".
pub fn days(count: usize) -> String {
    if count == 1 {
        "1 day".into()
    } else {
        format!("{count} days")
    }
}
