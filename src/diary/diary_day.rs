//! Which day an instant belongs to (D1).

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

/// The first date that the diary can hold.
pub const FIRST_DATE: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a date of the calendar");
/// The last date that the diary can hold.
pub const LAST_DATE: NaiveDate = NaiveDate::from_ymd_opt(2199, 12, 31).expect("a date of the calendar");

/// A date lies outside of [`FIRST_DATE`] to [`LAST_DATE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateOutOfRange(pub NaiveDate);

/// Passes a date from 1900-01-01 to 2199-12-31.
///
/// # Errors
/// [`DateOutOfRange`] for any other.
pub fn date_in_range(date: NaiveDate) -> Result<NaiveDate, DateOutOfRange> {
    if (FIRST_DATE..=LAST_DATE).contains(&date) {
        Ok(date)
    } else {
        Err(DateOutOfRange(date))
    }
}

/// When a diary day ends: whole minutes after midnight, from 00:00 to 06:00; 04:00 unless the patient says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayEnd(u16);

/// Why a text or number is no end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayEndError {
    /// It is before midnight or after 06:00.
    OutOfRange,
    /// It is not of the form 04:00.
    NotATime,
}

impl DayEnd {
    /// The earliest end, 00:00.
    pub const EARLIEST: DayEnd = DayEnd(0);
    /// The latest end, 06:00.
    pub const LATEST: DayEnd = DayEnd(6 * 60);

    /// A day that ends this many minutes after midnight, 0 to 360.
    ///
    /// # Errors
    /// [`DayEndError::OutOfRange`] above 360.
    pub const fn new(minutes: u16) -> Result<DayEnd, DayEndError> {
        if minutes > Self::LATEST.0 {
            Err(DayEndError::OutOfRange)
        } else {
            Ok(DayEnd(minutes))
        }
    }

    /// Minutes after midnight, 0 to 360.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl Default for DayEnd {
    fn default() -> DayEnd {
        DayEnd(4 * 60)
    }
}

impl fmt::Display for DayEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for DayEnd {
    type Err = DayEndError;

    fn from_str(text: &str) -> Result<DayEnd, DayEndError> {
        let two_digits = |part: &str| match part.as_bytes() {
            [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some(u16::from(tens - b'0') * 10 + u16::from(ones - b'0')),
            _ => None,
        };
        let (hours, minutes) = text.split_once(':').ok_or(DayEndError::NotATime)?;
        match (two_digits(hours), two_digits(minutes)) {
            (Some(hours @ 0..=23), Some(minutes @ 0..=59)) => DayEnd::new(hours * 60 + minutes),
            _ => Err(DayEndError::NotATime),
        }
    }
}

/// The diary day of an instant: the date on the wall clock, where a day runs on until it ends (D1).
///
/// With an end at 04:00, 01:30 on 2 March is still 1 March. Only the clock on the wall counts, so that the day does not
/// depend on daylight saving: when the clock goes forward or back in the night, the day still ends when it shows 04:00.
///
/// ```
/// use ldn_diary::diary::{DayEnd, diary_day};
/// let night = chrono::DateTime::parse_from_rfc3339("2026-03-02T01:30:00+01:00").unwrap();
/// assert_eq!(diary_day(night, DayEnd::default()).to_string(), "2026-03-01");
/// ```
pub fn diary_day(instant: DateTime<FixedOffset>, ends: DayEnd) -> NaiveDate {
    let from_utc = i64::from(instant.offset().local_minus_utc()) - i64::from(ends.0) * 60;
    let utc = instant.naive_utc();
    // Only within a day of the calendar's own two ends, far outside of the diary's dates, is there no sum.
    utc.checked_add_signed(TimeDelta::seconds(from_utc))
        .unwrap_or(utc)
        .date()
}

/// Whether the diary day `date` has ended at the instant `now`.
pub fn day_is_over(date: NaiveDate, now: DateTime<FixedOffset>, ends: DayEnd) -> bool {
    diary_day(now, ends) > date
}

#[cfg(test)]
mod tests;
