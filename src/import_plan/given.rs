//! What goes in, read: the two diaries, and what was chosen.

use chrono::NaiveDate;

use crate::diary::{Day, LAST_DATE};
use crate::exchange::backup::{Mark, Read};
use crate::exchange::import::{self, How, Outcome};

/// What goes in, read.
pub(super) struct Given {
    pub(super) here: Read,
    pub(super) file: Read,
    pub(super) today: NaiveDate,
}

impl Given {
    /// The last day that has begun anywhere.
    pub(super) fn tomorrow(&self) -> NaiveDate {
        self.today.succ_opt().unwrap_or(LAST_DATE)
    }

    /// The latest time that the file says of a day.
    pub(super) fn said_in_file(&self, date: NaiveDate) -> Option<Mark> {
        let ahead = || self.file.ahead.iter().find(|day| day.date() == date);
        latest(&self.file, self.file.diary.day(date).or_else(ahead)?)
    }

    /// The latest time that is known here of a day.
    pub(super) fn known_here(&self, date: NaiveDate) -> Option<Mark> {
        latest(&self.here, self.here.diary.day(date)?)
    }

    /// What comes out of it.
    pub(super) fn take(&self, how: How) -> Outcome {
        import::take((&self.here.diary, &self.here.marks), &self.file, how)
    }
}

fn latest(of: &Read, day: &Day) -> Option<Mark> {
    let known = of.marks.days.get(&day.date()).copied();
    known.max(Some(Mark::of(day)))
}
