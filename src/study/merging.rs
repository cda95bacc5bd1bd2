//! Merging a file into the diary.

use serde::{Deserialize, Serialize};

use crate::diary::{Diary, LAST_DATE};
use crate::exchange::backup;
use crate::exchange::import::{self, How, Side, TreatmentPlan};

/// What merging a file into a diary would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPlan {
    /// "adds 12 days, changes 3, keeps 70".
    pub sentence: String,
    /// The same for replacing the diary by the file.
    pub replacing: String,
    /// The days (2026-01-05) on which an answer would be lost that nobody took back.
    pub conflicts: Vec<String>,
    /// Whether the patient must choose between two treatments.
    pub treatments_conflict: bool,
}

/// Compares two backups and gives an [`ImportPlan`] of merging the second into the first.
///
/// # Errors
/// In words, where one of them can't be read.
pub fn import_plan(here: &str, file: &str) -> Result<String, String> {
    let plan = import::plan(&read(here)?, &read(file)?);
    write(&ImportPlan {
        sentence: plan.sentence(How::MERGE),
        replacing: plan.sentence(How::Replace),
        conflicts: plan.conflicts().map(|day| day.date.to_string()).collect(),
        treatments_conflict: plan.treatment == TreatmentPlan::Conflict,
    })
}

/// Merges the second backup into the first and gives what comes out, again as a backup; of two treatments that conflict
/// it takes the one of the file or the one that is here.
///
/// # Errors
/// In words, where one of them can't be read.
pub fn merge(here: &str, file: &str, treatment_of_file: bool) -> Result<String, String> {
    let treatment = if treatment_of_file { Side::File } else { Side::Here };
    let merged = import::apply(
        &read(here)?,
        &read(file)?,
        How::Merge {
            treatment,
            deleted: false,
        },
    );
    Ok(backup::text(&merged))
}

/// Which days are in the future has been judged before, where there is a clock.
fn read(diary: &str) -> Result<Diary, String> {
    backup::read(diary, LAST_DATE).map_err(|error| error.to_string())
}

fn write<T: Serialize>(answer: &T) -> Result<String, String> {
    serde_json::to_string(answer).map_err(|error| error.to_string())
}
