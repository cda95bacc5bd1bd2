//! What the history says of days and phases.

use chrono::NaiveDate;

use crate::diary::{DayState, Entry, Kept};
use crate::web::state::SaveStatus;
use crate::words::history as messages;

pub(super) use messages::*;

/// The marks of the calendar with what they mean, in the order of the legend.
pub(super) fn marks() -> [(DayState, &'static str); 5] {
    let recorded = |entry, late| DayState::Recorded { entry, late };
    [
        (recorded(Entry::Full, false), messages::recorded()),
        (recorded(Entry::Part, false), in_part()),
        (recorded(Entry::LeftOut, false), mark_left_out()),
        (recorded(Entry::Full, true), mark_late()),
        (DayState::Missing, not_recorded()),
    ]
}

/// What a day of the calendar is, for a screen reader.
pub(super) fn state(state: DayState) -> &'static str {
    match state {
        DayState::Recorded { entry, late } => match (entry, late) {
            (Entry::Full, false) => recorded(),
            (Entry::Full, true) => recorded_late(),
            (Entry::Part, false) => in_part(),
            (Entry::Part, true) => in_part_late(),
            (Entry::LeftOut, false) => rest_left_out(),
            (Entry::LeftOut, true) => rest_left_out_late(),
        },
        DayState::Missing => not_recorded(),
        DayState::Open => open_today(),
        DayState::Before => before(),
        DayState::Future => not_here_yet(),
    }
}

/// "5 of 7".
pub(super) fn week(kept: Kept) -> String {
    messages::week(kept.recorded, kept.days)
}

/// "12 of 14 days, 2 late".
pub(super) fn phase(kept: Kept) -> String {
    match kept.late {
        0 => messages::phase(kept.recorded, kept.days),
        late => phase_late(kept.recorded, kept.days, late),
    }
}

/// "5 January is deleted.": when both stores have it.
pub(super) fn deleted(day: NaiveDate, save: &SaveStatus) -> String {
    match save {
        SaveStatus::Saving => deleting(day),
        SaveStatus::OneCopy(why) => deleted_once(day, &why.of_one_store()),
        SaveStatus::Failed(_) => deleted_here(day),
        _ => messages::deleted(day),
    }
}
