//! Why a text under one of our keys is no part of the diary.

use crate::exchange::backup::BackupError;
use crate::words::{Said, storage as words};

/// Why a text under one of our keys is not a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    /// It is not an envelope, or a part of one is missing.
    NotARecord,
    /// The body is not what was written.
    Checksum,
    /// It stands under another key than its own.
    WrongPlace,
    /// A newer version of the app wrote it.
    Newer,
}

/// Why a text under one of our keys is no part of the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no record of that key.
    Record(RecordError),
    /// It is one, and what it holds can't be understood.
    Body(BackupError),
    /// It could not be read before, or gave way to a later version.
    SetAsideBefore,
    /// No version that is known here calls anything so.
    UnknownName,
}

impl From<RecordError> for Unreadable {
    fn from(error: RecordError) -> Self {
        Self::Record(error)
    }
}

impl From<BackupError> for Unreadable {
    fn from(error: BackupError) -> Self {
        Self::Body(error)
    }
}

impl Said for Unreadable {
    fn said(&self) -> String {
        let said = match self {
            Self::Body(BackupError::Problems(problems)) => return problems.said(),
            Self::Body(_) | Self::Record(RecordError::NotARecord) => words::incomplete(),
            Self::Record(RecordError::Checksum) => words::changed(),
            Self::Record(RecordError::WrongPlace) => words::misplaced(),
            Self::Record(RecordError::Newer) => words::of_newer_version(),
            Self::SetAsideBefore => words::set_aside_before(),
            Self::UnknownName => words::unknown_name(),
        };
        said.to_owned()
    }
}
