//! The state that each day of a diary is in, as the store counts it: what tells the older of two versions from the newer.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::diary::{Day, SortedMap};

/// The state of one day. Of two the later counts; at one time, the one that was written more often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// When it was last changed. It never steps back from one change to the next, whatever the clock does.
    pub at: DateTime<FixedOffset>,
    /// How often it was written.
    pub revision: u64,
}

impl Mark {
    /// What a day itself knows of its age: when it was recorded, or edited later. A change within its own diary day leaves
    /// no trace there.
    pub fn of(day: &Day) -> Mark {
        let at = day
            .edited_at()
            .map_or(day.recorded_at(), |edited| edited.max(day.recorded_at()));
        Mark { at, revision: 0 }
    }
}

/// The states of all days that are there, and of those that were deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// By date; a day that is not in here has no known state.
    pub days: SortedMap<NaiveDate, Mark>,
    /// The days that were deleted and not recorded again, with their deletion.
    pub deleted: SortedMap<NaiveDate, Mark>,
    /// When everything was last deleted. It is known where it happened, and in no file.
    pub emptied: Option<DateTime<FixedOffset>>,
}
