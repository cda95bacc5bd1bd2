//! The names of things on charts.

use chrono::NaiveDate;

use crate::trial::{RUNNING_DAYS, RUNNING_NEEDS};
pub use crate::words::names::{any_item, any_side_effect, ends, item, phase, short_item, side_effect, tag};

/// What the line through the days is, in the legend of every chart that draws it.
pub fn running_mean() -> String {
    crate::words::charts::line(RUNNING_DAYS, RUNNING_NEEDS)
}

/// "137 days", "1 day".
pub fn days(count: usize) -> String {
    crate::words::dates::days(count)
}

/// "19 Jan".
pub fn day_and_month(date: NaiveDate) -> String {
    crate::words::dates::day_and_month(date)
}
