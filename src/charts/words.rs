//! The names of things on charts.

use chrono::NaiveDate;

pub use crate::words::names::{any_item, any_side_effect, ends, item, phase, short_item, side_effect, tag};

/// "137 days", "1 day".
pub fn days(count: usize) -> String {
    crate::words::dates::days(count)
}

/// "19 Jan".
pub fn day_and_month(date: NaiveDate) -> String {
    crate::words::dates::day_and_month(date)
}
