//! What the charts page says of what is in sight; the words of the chart itself come with it.

use chrono::NaiveDate;

use crate::diary::{ItemId, Rating, Settings};
use crate::trial::{RUNNING_DAYS, RUNNING_NEEDS};
use crate::words::{charts as messages, names};

pub(super) use messages::*;

/// What the marks mean; without `every_day` there are no marks of single days.
pub(super) fn legend(every_day: bool, has_imported: bool) -> String {
    if every_day && has_imported {
        marks_imported(RUNNING_DAYS, RUNNING_NEEDS)
    } else if every_day {
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

/// "Pain 62", "Pain no answer".
pub(super) fn rated(item: &ItemId, rating: Option<Rating>, settings: &Settings) -> String {
    let name = names::any_item(item, settings);
    match rating {
        Some(rating) => names::rated(&name, rating),
        None => messages::not_rated(&name),
    }
}
