//! The two diaries, and how the one is taken into the other.

use chrono::{DateTime, FixedOffset};

use crate::diary::{Day, Diary};
use crate::exchange::backup::{Marks, Read};

/// One of the two diaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The diary that is in the app.
    Here,
    /// The diary that is in the file.
    File,
}

/// How to take a file in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Day by day; if the treatments conflict, this one is taken.
    Merge {
        /// Whose phases and dose steps win a conflict.
        treatment: Side,
        /// Whether days come back that were deleted here after the file was made.
        deleted: bool,
    },
    /// The diary of the file in place of the one that is here.
    Replace,
}

impl How {
    /// A merge that chooses nothing for the patient.
    pub const MERGE: How = How::Merge {
        treatment: Side::Here,
        deleted: false,
    };
}

/// A diary with what is known of its age.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The diary.
    pub diary: &'a Diary,
    /// The states of its days, where they are known.
    pub marks: Option<&'a Marks>,
    /// When the file was made, if it says so.
    pub made_at: Option<DateTime<FixedOffset>>,
    /// Days of the file that have not begun.
    pub ahead: &'a [Day],
}

impl<'a> From<&'a Diary> for Version<'a> {
    fn from(diary: &'a Diary) -> Self {
        Version {
            diary,
            marks: None,
            made_at: None,
            ahead: &[],
        }
    }
}

impl<'a> From<&'a Read> for Version<'a> {
    fn from(read: &'a Read) -> Self {
        Version {
            diary: &read.diary,
            marks: Some(&read.marks),
            made_at: read.made_at,
            ahead: &read.ahead,
        }
    }
}

impl<'a> From<(&'a Diary, &'a Marks)> for Version<'a> {
    fn from((diary, marks): (&'a Diary, &'a Marks)) -> Self {
        Version {
            marks: Some(marks),
            ..Version::from(diary)
        }
    }
}
