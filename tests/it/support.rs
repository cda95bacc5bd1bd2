//! What tests are made of.

use chrono::{DateTime, FixedOffset, NaiveDate};
use ldn_diary::diary::Name;

/// "2026-11-29" as a date.
pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// "2026-11-29T21:00:00+01:00" as an instant.
pub(crate) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// A name that a patient could give.
pub(crate) fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}
