//! What the charts page says of what is in sight; the words of the chart itself come with it.

use chrono::NaiveDate;

use crate::words::charts as messages;

pub(super) use messages::*;

/// "Shown: 8 May 2026 to 7 June 2026. It begins in: Washout."
pub(super) fn in_sight(first: NaiveDate, last: NaiveDate, phase: Option<&str>) -> String {
    match phase {
        Some(phase) => shown_in_phase(first, last, phase),
        None => shown(first, last),
    }
}
