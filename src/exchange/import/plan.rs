//! The plan of a merge, as it is shown.

use chrono::NaiveDate;

use super::besides::Besides;
use super::side::{How, Side};
use crate::words::merging;

/// A day that differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The day.
    pub date: NaiveDate,
    /// Whose version a merge takes.
    pub winner: Side,
    /// Whether the version that gives way holds something that would be lost and that nobody took back.
    pub conflict: bool,
}

/// What a merge does with phases and dose steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TreatmentPlan {
    /// They stay as they are here.
    #[default]
    Keep,
    /// They come from the file: there are none here.
    Take,
    /// Both sides have some, and they differ: the patient must choose.
    Conflict,
}

/// What taking a file in would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Days that only the file has.
    pub adds: Vec<NaiveDate>,
    /// Days that differ.
    pub differences: Vec<Difference>,
    /// Days that are the same on both sides.
    pub same: Vec<NaiveDate>,
    /// Days that only the diary here has; replacing would remove them.
    pub only_here: Vec<NaiveDate>,
    /// Days of the file that were deleted here later: they come back only if the patient says so.
    pub deleted: Vec<NaiveDate>,
    /// Those of the file that are not here and have not begun by the clock of this device.
    pub ahead: Vec<NaiveDate>,
    /// What merging would do with phases and dose steps.
    pub treatment: TreatmentPlan,
    /// What changes besides days.
    pub besides: Besides,
}

impl Plan {
    /// How many days a merge changes.
    pub fn changes(&self) -> usize {
        self.changed().count()
    }

    /// The days that a merge changes.
    pub fn changed(&self) -> impl Iterator<Item = NaiveDate> {
        self.of(Side::File)
    }

    /// The days that differ and that a merge leaves as they are here.
    pub fn stay(&self) -> impl Iterator<Item = NaiveDate> {
        self.of(Side::Here)
    }

    fn of(&self, winner: Side) -> impl Iterator<Item = NaiveDate> {
        let won = self
            .differences
            .iter()
            .filter(move |difference| difference.winner == winner);
        won.map(|difference| difference.date)
    }

    /// How many days of the diary here a merge leaves as they are.
    pub fn keeps(&self) -> usize {
        self.same.len() + self.only_here.len() + self.differences.len() - self.changes()
    }

    /// The days on which an answer would be lost that nobody took back.
    pub fn conflicts(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|difference| difference.conflict)
    }

    /// Whether a merge leaves the diary as it is, as long as nothing else is chosen.
    pub fn changes_nothing(&self) -> bool {
        self.adds.is_empty() && self.changes() == 0 && self.besides == Besides::default()
    }

    /// The days that a merge takes from the file, with those that were deleted here if they are to come back.
    pub fn taken(&self, deleted: bool) -> impl Iterator<Item = NaiveDate> {
        let back = self.deleted.iter().filter(move |_| deleted);
        self.adds.iter().chain(back).copied().chain(self.changed())
    }

    /// "Importing it adds 12 days, changes 3, keeps 70."; for replacing also how many it removes.
    pub fn sentence(&self, how: How) -> String {
        match how {
            How::Merge { deleted, .. } => {
                let back = if deleted { self.deleted.len() } else { 0 };
                merging::merges(self.adds.len() + back, self.changes(), self.keeps())
            }
            How::Replace => merging::replaces(
                self.adds.len() + self.deleted.len(),
                self.differences.len(),
                self.same.len(),
                self.only_here.len(),
            ),
        }
    }
}
