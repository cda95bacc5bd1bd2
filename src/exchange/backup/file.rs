//! What a backup file holds, how large it may be, and why one is not taken.

use chrono::{DateTime, FixedOffset};

use super::marks::Marks;
use crate::diary::{Day, Diary};
use crate::exchange::decode::DecodeError;
use crate::exchange::other_file::OtherFile;
use crate::exchange::problems::Problems;

/// The largest file that is read, in MB (I3).
pub const MAX_MEGABYTES: usize = 20;
/// The same in bytes.
pub const MAX_BYTES: usize = MAX_MEGABYTES * 1024 * 1024;
/// The most days that a file may hold: more than a hundred years.
pub const MAX_DAYS: usize = 40_000;
/// The most entries of any list but the one of days.
pub const MAX_ENTRIES: usize = 1_000;
/// What a file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The version of the app that writes it.
    pub app_version: String,
    /// When it is written.
    pub exported_at: DateTime<FixedOffset>,
}

/// Why a file is not taken as a backup. In every case the diary is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupError {
    /// No text, or none that can be read letter by letter.
    NotText(DecodeError),
    /// Over [`MAX_BYTES`].
    TooLarge,
    /// Nothing is in it.
    Empty,
    /// What the rescue page saves: records as they are, the broken ones among them.
    Rescue,
    /// Not JSON, or JSON of something else.
    NotOurs,
    /// The end is missing.
    Truncated,
    /// Broken on this line.
    Damaged(usize),
    /// Another file of ours, or one that is known: this.
    Another(OtherFile),
    /// Of this version, which is newer than the one that is read here.
    Newer(i64),
    /// Lists within lists within lists.
    TooDeep,
    /// More than [`MAX_DAYS`].
    TooManyDays,
    /// It does not hold as many days or phases as it says.
    CountsDiffer {
        /// Of what.
        what: Counted,
        /// How many it says.
        announced: i64,
        /// How many there are.
        found: usize,
    },
    /// Everything that is wrong in it.
    Problems(Problems),
}

impl From<DecodeError> for BackupError {
    fn from(error: DecodeError) -> Self {
        Self::NotText(error)
    }
}

/// What a backup says the number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Days.
    Days,
    /// Phases.
    Phases,
}

/// What was read from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// The diary, of all that could be read. Its days are not later than the day after the reader's.
    pub diary: Diary,
    /// The days that are later, as a clock that was ahead records them.
    pub ahead: Vec<Day>,
    /// The states of the days, as far as the file says them.
    pub marks: Marks,
    /// When the file was made, if it says so.
    pub made_at: Option<DateTime<FixedOffset>>,
    /// How many days could not be read.
    pub refused: usize,
    /// What could not be read, days and all else, each with its place.
    pub problems: Problems,
}
