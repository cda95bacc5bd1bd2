//! What is asked of an import.

use serde::{Deserialize, Serialize};

use crate::exchange::import::{How, Side};

/// What is known here besides the diary, and what the patient chose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRequest {
    /// The diary day on which it is read (2026-01-05).
    pub today: String,
    /// When everything was last deleted here.
    pub emptied: Option<String>,
    /// Whether the diary of the file takes the place of the one that is here.
    pub replace: bool,
    /// What the patient chose besides that.
    pub chosen: Choices,
}

/// What the patient chose besides merging. Nothing is chosen for them: what is here stays, what was deleted stays away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Of two treatments that conflict, whether the one of the file is taken.
    pub treatment_of_file: bool,
    /// Whether days come back that were deleted here after the file was made.
    pub deleted: bool,
}

impl Choices {
    pub(super) fn how(self) -> How {
        How::Merge {
            treatment: if self.treatment_of_file { Side::File } else { Side::Here },
            deleted: self.deleted,
        }
    }
}

impl ImportRequest {
    /// How the file is taken in.
    pub(super) fn how(&self) -> How {
        if self.replace { How::Replace } else { self.chosen.how() }
    }
}
