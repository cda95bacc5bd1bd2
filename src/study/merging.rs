//! Taking a file in: its bytes go in beside the page, what it would do comes out in words, then the diary.
//!
//! It is opened in a worker, where the reading of a large or hostile file can be broken off. The diary that is here crosses
//! as a backup that carries the states of its days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::diary::{Day, LAST_DATE, iso};
use crate::exchange::backup::{self, BackupError, Read};
use crate::exchange::import::{self, How, Outcome, Plan, Side, TooMuch, TreatmentPlan};

/// The most spans of days that are named; a list that is longer can't be read, and is counted.
const MAX_SPANS: usize = 500;

/// What is known here besides the diary, and what the patient chose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRequest {
    /// The diary day on which it is read (2026-01-05).
    pub today: String,
    /// When everything was last deleted here.
    pub emptied: Option<String>,
    /// Whether the diary of the file takes the place of the one that is here.
    pub replace: bool,
    /// Of two treatments that conflict, whether the one of the file is taken.
    pub treatment_of_file: bool,
    /// Whether days come back that were deleted here after the file was made.
    pub deleted: bool,
}

/// Days, in spans of days that follow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// How many days there are.
    pub count: usize,
    /// The first and the last of each span (2026-01-05).
    pub spans: Vec<(String, String)>,
    /// How many days are in no span, because there are too many spans.
    pub more: usize,
}

/// What one of the ways to take a file in changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// "adds 12 days, changes 3, keeps 70".
    pub sentence: String,
    /// The days that are added.
    pub adds: Dates,
    /// The days that become as they are in the file.
    pub changes: Dates,
    /// The days that are taken away.
    pub removes: Dates,
    /// What changes besides days, each as a sentence.
    pub besides: Vec<String>,
}

/// What taking a file in would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPlan {
    /// The days of the file.
    pub holds: usize,
    /// The first and the last of them.
    pub ends: Option<(String, String)>,
    /// What merging does.
    pub merging: Effect,
    /// What replacing does.
    pub replacing: Effect,
    /// The days that differ and stay as they are here.
    pub stays: Dates,
    /// Those of the changed days on which an answer that is here gives way, and nobody took it back.
    pub loses: Dates,
    /// The days of the file that were deleted here after it was made.
    pub deleted: Dates,
    /// The days of the file that have not begun by the clock of this device.
    pub ahead: Dates,
    /// Whether the patient must choose between two treatments.
    pub treatments_conflict: bool,
    /// How many days can't be read.
    pub refused: usize,
    /// What can't be read, each with its place.
    pub problems: Vec<String>,
    /// How many more there are.
    pub more_problems: usize,
}

/// Why there is no plan, and nothing to take in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file is no backup that could be read.
    #[error(transparent)]
    File(#[from] BackupError),
    /// What comes out is too much.
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
    /// What the page handed over is not what it should be.
    #[error("your diary could not be compared with this file ({0}): make a backup, then reload the page")]
    Here(String),
}

/// What taking a file in would do: an [`ImportPlan`].
///
/// # Errors
/// [`ImportError`]; nothing is changed in any case.
pub fn import_plan(here: &str, request: &str, file: &[u8]) -> Result<String, ImportError> {
    let given = Given::read(here, request, file)?;
    let merging = given.take(How::MERGE);
    import::within_limits(&merging.diary)?;
    let replacing = given.take(How::Replace);
    let plan = &merging.plan;
    let every = &given.file.diary;
    let ends = every
        .first_day()
        .into_iter()
        .chain(given.file.ahead.iter().map(Day::date));
    let (first, last) = (ends.clone().min(), ends.chain(every.last_day()).max());
    let problems = &given.file.problems;
    let loses = plan.conflicts().filter(|day| day.winner == Side::File);
    let answer = ImportPlan {
        holds: every.days().len() + given.file.ahead.len(),
        ends: first
            .zip(last)
            .map(|(first, last)| (first.to_string(), last.to_string())),
        merging: Effect {
            sentence: plan.sentence(How::MERGE),
            adds: dates(plan.adds.iter().copied()),
            changes: dates(plan.changed()),
            removes: Dates::default(),
            besides: plan.besides.words(),
        },
        replacing: replaces(&replacing.plan),
        stays: dates(plan.stay()),
        loses: dates(loses.map(|day| day.date)),
        deleted: dates(plan.deleted.iter().copied()),
        ahead: dates(plan.ahead.iter().copied()),
        treatments_conflict: plan.treatment == TreatmentPlan::Conflict,
        refused: given.file.refused,
        problems: problems.listed().iter().map(ToString::to_string).collect(),
        more_problems: problems.more(),
    };
    serde_json::to_string(&answer).map_err(|error| ImportError::Here(error.to_string()))
}

/// The diary that comes out, as a backup that carries the states of the days that come from the file.
///
/// # Errors
/// [`ImportError`].
pub fn import(here: &str, request: &str, file: &[u8]) -> Result<String, ImportError> {
    let given = Given::read(here, request, file)?;
    let outcome = given.take(given.how());
    import::within_limits(&outcome.diary)?;
    Ok(backup::text_marked(&outcome.diary, &outcome.marks))
}

fn replaces(plan: &Plan) -> Effect {
    Effect {
        sentence: plan.sentence(How::Replace),
        adds: dates(plan.adds.iter().chain(&plan.deleted).copied()),
        changes: dates(plan.differences.iter().map(|day| day.date)),
        removes: dates(plan.only_here.iter().copied()),
        besides: plan.besides.words(),
    }
}

/// What goes in, read.
struct Given {
    here: Read,
    file: Read,
    request: ImportRequest,
}

impl Given {
    fn read(here: &str, request: &str, file: &[u8]) -> Result<Given, ImportError> {
        let request: ImportRequest =
            serde_json::from_str(request).map_err(|error| ImportError::Here(error.to_string()))?;
        let today = iso::date(&request.today).ok_or_else(|| ImportError::Here(request.today.clone()))?;
        let mut here = backup::open(here, LAST_DATE).map_err(|error| ImportError::Here(error.to_string()))?;
        if !here.problems.is_empty() {
            return Err(ImportError::Here(here.problems.to_string()));
        }
        let emptied = request.emptied.as_deref();
        here.marks.emptied = emptied.and_then(iso::instant);
        let file = backup::open_bytes(file, today)?;
        Ok(Given { here, file, request })
    }

    fn how(&self) -> How {
        if self.request.replace {
            return How::Replace;
        }
        How::Merge {
            treatment: if self.request.treatment_of_file {
                Side::File
            } else {
                Side::Here
            },
            deleted: self.request.deleted,
        }
    }

    fn take(&self, how: How) -> Outcome {
        import::take((&self.here.diary, &self.here.marks), &self.file, how)
    }
}

/// Days in any order as spans.
fn dates(days: impl Iterator<Item = NaiveDate>) -> Dates {
    let mut days: Vec<NaiveDate> = days.collect();
    days.sort_unstable();
    let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    let mut more = 0;
    for day in &days {
        let count = spans.len();
        match spans.last_mut() {
            Some(span) if span.1.succ_opt() == Some(*day) => span.1 = *day,
            _ if count == MAX_SPANS => more += 1,
            _ => spans.push((*day, *day)),
        }
    }
    let text = |(from, to): (NaiveDate, NaiveDate)| (from.to_string(), to.to_string());
    Dates {
        count: days.len(),
        spans: spans.into_iter().map(text).collect(),
        more,
    }
}
