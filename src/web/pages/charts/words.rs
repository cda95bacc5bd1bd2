//! What the charts page says of what is in sight; the words of the chart itself come with it.

use chrono::NaiveDate;

use crate::trial::{RUNNING_DAYS, RUNNING_NEEDS};
use crate::words::charts as messages;

pub(super) use messages::*;

/// What the marks mean; without `every_day` there are no marks of single days.
pub(super) fn legend(every_day: bool) -> String {
    if every_day {
        marks(RUNNING_DAYS, RUNNING_NEEDS)
    } else {
        lines(RUNNING_DAYS, RUNNING_NEEDS)
    }
}

/// "Shown: 8 May 2026 to 7 June 2026. It begins in: Washout."
pub(super) fn in_sight(first: NaiveDate, last: NaiveDate, phase: Option<&str>) -> String {
    match phase {
        Some(phase) => shown_in_phase(first, last, phase),
        None => shown(first, last),
    }
}
