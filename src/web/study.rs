//! The door to the merging of diaries: a part of the program that is fetched when a page first asks. [`crate::study`] says
//! what goes in and out. The pages of charts and results are in that part themselves, and ask without a door.

use serde::de::DeserializeOwned;
use thiserror::Error;
use wasm_split_helpers::SplitLoaderError;

use super::parts::part;
use crate::diary::{Diary, LAST_DATE};
use crate::exchange::backup;
use crate::study::{self, ImportPlan};

/// Why there is no answer. The diary is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StudyError {
    /// The part did not arrive.
    #[error("A part of the app could not be loaded. Check that you are online, then reload the page.")]
    NotLoaded,
    /// It arrived, and had no answer.
    #[error("This could not be worked out. Reload the page; if it happens again, make a backup. {0}")]
    NoAnswer(String),
}

impl From<SplitLoaderError> for StudyError {
    fn from(_: SplitLoaderError) -> Self {
        Self::NotLoaded
    }
}

part! { study:
    fn ask_import_plan(here: &str, file: &str) -> Result<String, StudyError> {
        answer(study::import_plan(here, file))
    }
}

part! { study:
    fn ask_merge(here: &str, file: &str, treatment_of_file: bool) -> Result<String, StudyError> {
        answer(study::merge(here, file, treatment_of_file))
    }
}

/// What merging `file` into `here` would do.
///
/// # Errors
/// [`StudyError`].
pub async fn import_plan(here: &Diary, file: &Diary) -> Result<ImportPlan, StudyError> {
    read(&ask_import_plan(&backup::text(here), &backup::text(file)).await?)
}

/// `here` with `file` merged into it; of two treatments that conflict, the one of the file or the one that is here.
///
/// # Errors
/// [`StudyError`].
pub async fn merge(here: &Diary, file: &Diary, treatment_of_file: bool) -> Result<Diary, StudyError> {
    let merged = ask_merge(&backup::text(here), &backup::text(file), treatment_of_file).await?;
    backup::read(&merged, LAST_DATE).map_err(|error| StudyError::NoAnswer(error.to_string()))
}

fn read<T: DeserializeOwned>(answer: &str) -> Result<T, StudyError> {
    serde_json::from_str(answer).map_err(|error| StudyError::NoAnswer(error.to_string()))
}

fn answer<T>(answered: Result<T, String>) -> Result<T, StudyError> {
    answered.map_err(StudyError::NoAnswer)
}
