//! Dates and times to read: the only door for them. The order of day and month, the hours and the first day of the week are
//! those of the reader's region, which is set once when the app starts.

use std::cell::Cell;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike, Weekday};

use super::messages::{dates as messages, settings};
use super::sentences;
use crate::diary::DayEnd;

pub(crate) use messages::days;

/// What a region adds to a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// "November 22" and not "22 November".
    pub month_first: bool,
    /// "9:04 PM" and not "21:04".
    pub twelve_hours: bool,
    /// The day that a week begins with.
    pub first_weekday: Weekday,
}

impl Default for Locale {
    /// As in most of the world.
    fn default() -> Self {
        Self {
            month_first: false,
            twelve_hours: false,
            first_weekday: Weekday::Mon,
        }
    }
}

thread_local! {
    static LOCALE: Cell<Locale> = Cell::new(Locale::default());
}

/// Sets the region, before anything is written.
pub fn set_locale(locale: Locale) {
    LOCALE.set(locale);
}

/// The region that is set.
pub fn locale() -> Locale {
    LOCALE.get()
}

/// What another end of the day does to recorded days, by how many become late and how many are late no longer; nothing where
/// none does.
pub fn lateness(ends: DayEnd, (late, no_longer): (usize, usize)) -> String {
    let ends = &ends.to_string();
    let said = |days, say: fn(&str, usize) -> String| if days > 0 { say(ends, days) } else { String::new() };
    let counts = if late > 0 { settings::late_days_count() } else { "" };
    sentences([
        said(late, settings::become_late),
        said(no_longer, settings::no_longer_late),
        counts.to_owned(),
    ])
}

/// "Sunday 22 November".
pub fn long_day(date: NaiveDate) -> String {
    written('L', date)
}

/// "Sun 22 November".
pub fn short_day(date: NaiveDate) -> String {
    written('S', date)
}

/// "Sun, 22 November 2026".
pub fn dated_day(date: NaiveDate) -> String {
    written('D', date)
}

/// "Sun 22 Nov 2026".
pub fn dated_short(date: NaiveDate) -> String {
    written('W', date)
}

/// "22 November 2026".
pub fn full(date: NaiveDate) -> String {
    written('F', date)
}

/// "22 Nov 2026".
pub fn short(date: NaiveDate) -> String {
    written('K', date)
}

/// The same on one line: no line breaks in it.
pub fn short_unbroken(date: NaiveDate) -> String {
    written('U', date)
}

/// "22 Nov".
pub fn day_and_month(date: NaiveDate) -> String {
    written('M', date)
}

/// "November 2026".
pub fn month(date: NaiveDate) -> String {
    written('Y', date)
}

/// "November".
pub fn month_name(date: NaiveDate) -> String {
    written('N', date)
}

/// "Nov".
pub fn month_short(date: NaiveDate) -> String {
    messages::month_short(date.month())
}

/// "Sunday".
pub fn weekday(day: Weekday) -> String {
    messages::weekday(day.number_from_monday())
}

/// "Sun".
pub fn weekday_short(day: Weekday) -> String {
    messages::weekday_short(day.number_from_monday())
}

/// "Su".
pub fn weekday_letters(day: Weekday) -> String {
    messages::weekday_letters(day.number_from_monday())
}

/// "21:04", as the clock on the wall said.
pub fn time(at: DateTime<FixedOffset>) -> String {
    time_of_day(at.time())
}

/// The same of a time without its day.
pub fn time_of_day(time: NaiveTime) -> String {
    let minute = format!("{:02}", time.minute());
    if !LOCALE.get().twelve_hours {
        return messages::time(&format!("{:02}", time.hour()), &minute);
    }
    let (afternoon, hour) = time.hour12();
    if afternoon {
        messages::time_afternoon(hour, &minute)
    } else {
        messages::time_morning(hour, &minute)
    }
}

/// A date in the form that has this letter in [`super::marks::DATE_FORMS`].
pub(super) fn written(form: char, date: NaiveDate) -> String {
    let (day, year) = (date.day(), date.year().to_string());
    let name = || messages::month_name(date.month());
    let short = || month_short(date);
    let month_first = LOCALE.get().month_first;
    match (form, month_first) {
        ('L', false) => messages::long_day(&weekday(date.weekday()), day, &name()),
        ('L', true) => messages::long_day_month_first(&weekday(date.weekday()), &name(), day),
        ('S', false) => messages::short_day(&weekday_short(date.weekday()), day, &name()),
        ('S', true) => messages::short_day_month_first(&weekday_short(date.weekday()), &name(), day),
        ('D', false) => messages::dated_day(&weekday_short(date.weekday()), day, &name(), &year),
        ('D', true) => messages::dated_day_month_first(&weekday_short(date.weekday()), &name(), day, &year),
        ('W', false) => messages::dated_short(&weekday_short(date.weekday()), day, &short(), &year),
        ('W', true) => messages::dated_short_month_first(&weekday_short(date.weekday()), &short(), day, &year),
        ('K', false) => messages::short(day, &short(), &year),
        ('K', true) => messages::short_month_first(&short(), day, &year),
        ('U', _) => written('K', date).replace(' ', "\u{a0}"),
        ('M', false) => messages::day_and_month(day, &short()),
        ('M', true) => messages::day_and_month_month_first(&short(), day),
        ('Y', _) => messages::month(&name(), &year),
        ('N', _) => name(),
        (_, false) => messages::full(day, &name(), &year),
        (_, true) => messages::full_month_first(&name(), day, &year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::marks::DATE_FORMS;

    fn forms(month_first: bool) -> Vec<String> {
        set_locale(Locale {
            month_first,
            ..Locale::default()
        });
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        let said = DATE_FORMS.iter().map(|(_, letter)| written(*letter, date)).collect();
        set_locale(Locale::default());
        said
    }

    #[test]
    fn a_date_has_one_form_for_each_order() {
        let day_first = [
            "Sunday 22 November",
            "Sun 22 November",
            "Sun, 22 November 2026",
            "Sun 22 Nov 2026",
            "22 November 2026",
            "22 Nov 2026",
            "22\u{a0}Nov\u{a0}2026",
            "22 Nov",
            "November 2026",
            "November",
        ];
        assert_eq!(forms(false), day_first);
        let month_first = [
            "Sunday, November 22",
            "Sun, November 22",
            "Sun, November 22, 2026",
            "Sun, Nov 22, 2026",
            "November 22, 2026",
            "Nov 22, 2026",
            "Nov\u{a0}22,\u{a0}2026",
            "Nov 22",
            "November 2026",
            "November",
        ];
        assert_eq!(forms(true), month_first);
    }

    #[test]
    fn a_time_has_twelve_hours_or_twenty_four() {
        let at = |text: &str| DateTime::parse_from_rfc3339(text).expect("an instant");
        let times = [
            "2026-01-05T00:04:00+01:00",
            "2026-01-05T12:30:00+01:00",
            "2026-01-05T21:04:00+01:00",
        ];
        let said = || times.map(|text| time(at(text)));
        assert_eq!(said(), ["00:04", "12:30", "21:04"]);
        set_locale(Locale {
            twelve_hours: true,
            ..Locale::default()
        });
        assert_eq!(said(), ["12:04\u{a0}AM", "12:30\u{a0}PM", "9:04\u{a0}PM"]);
        set_locale(Locale::default());
    }
}
