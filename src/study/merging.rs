//! Taking a file in: its bytes go in beside the page, what it would do comes out in words, then the diary.
//!
//! It is opened in a worker, where the reading of a large or hostile file can be broken off. The diary that is here crosses
//! as a backup that carries the states of its days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::diary::{Day, LAST_DATE, iso};
use crate::exchange::backup::{self, BackupError, Mark, Read};
use crate::exchange::import::{self, How, Outcome, Side, TooMuch, TreatmentPlan};
use crate::words::{Said, import as words, merging as messages};

pub use self::effect::{Dates, Effect, Note};

mod changes;
mod effect;

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

/// What taking a file in would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPlan {
    /// The days of the file.
    pub holds: usize,
    /// The first and the last of them.
    pub ends: Option<(String, String)>,
    /// What merging does, for each choice that there is.
    pub merging: Vec<(Choices, Effect)>,
    /// What replacing does.
    pub replacing: Effect,
    /// Whether days of the file were deleted here after it was made, and the patient may choose to have them back.
    pub has_deleted: bool,
    /// Whether the patient must choose between two treatments.
    pub treatments_conflict: bool,
    /// How many days can't be read.
    pub refused: usize,
    /// What can't be read, each with its place.
    pub problems: Vec<String>,
    /// How many more there are.
    pub more_problems: usize,
}

impl ImportPlan {
    /// What merging does with what is chosen.
    pub fn merged(&self, chosen: Choices) -> Effect {
        let asked = Choices {
            treatment_of_file: chosen.treatment_of_file && self.treatments_conflict,
            deleted: chosen.deleted && self.has_deleted,
        };
        let found = self.merging.iter().find(|(choices, _)| *choices == asked);
        found.map(|(_, effect)| effect.clone()).unwrap_or_default()
    }

    /// Why there is nothing to import, if there is nothing: no day, and nothing else that is not here already.
    pub fn nothing(&self) -> Option<&'static str> {
        match (self.holds, self.refused) {
            (1.., _) => None,
            (0, 1..) => Some(messages::nothing_readable()),
            (0, 0) => {
                let changes = self.merging.iter().any(|(_, effect)| effect.changes);
                (!changes).then(messages::nothing_new)
            }
        }
    }
}

/// Why there is no plan, and nothing to take in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// The file is no backup that could be read.
    File(BackupError),
    /// What comes out is too much.
    TooMuch(TooMuch),
    /// What the page handed over is not what it should be.
    Here,
}

impl From<BackupError> for ImportError {
    fn from(error: BackupError) -> Self {
        Self::File(error)
    }
}

impl From<TooMuch> for ImportError {
    fn from(error: TooMuch) -> Self {
        Self::TooMuch(error)
    }
}

impl Said for ImportError {
    fn said(&self) -> String {
        match self {
            Self::File(error) => error.said(),
            Self::TooMuch(error) => error.said(),
            Self::Here => words::not_compared().to_owned(),
        }
    }
}

/// What taking a file in would do: an [`ImportPlan`].
///
/// # Errors
/// [`ImportError`]; nothing is changed in any case.
pub fn import_plan(here: &str, request: &str, file: &[u8]) -> Result<String, ImportError> {
    let plan = Given::read(here, request, file)?.plan()?;
    serde_json::to_string(&plan).map_err(|_| ImportError::Here)
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

/// What goes in, read.
struct Given {
    here: Read,
    file: Read,
    request: ImportRequest,
    today: NaiveDate,
}

impl Given {
    fn read(here: &str, request: &str, file: &[u8]) -> Result<Given, ImportError> {
        let request: ImportRequest = serde_json::from_str(request).map_err(|_| ImportError::Here)?;
        let today = iso::date(&request.today).ok_or(ImportError::Here)?;
        let mut here = backup::open(here, LAST_DATE).map_err(|_| ImportError::Here)?;
        if !here.problems.is_empty() {
            return Err(ImportError::Here);
        }
        let emptied = request.emptied.as_deref();
        here.marks.emptied = emptied.and_then(iso::instant);
        let file = backup::open_bytes(file, today)?;
        Ok(Given {
            here,
            file,
            request,
            today,
        })
    }

    /// What it would do, for each choice that there is.
    fn plan(&self) -> Result<ImportPlan, ImportError> {
        let first = self.take(How::MERGE);
        import::within_limits(&first.diary)?;
        let has_deleted = !first.plan.deleted.is_empty();
        let treatments_conflict = first.plan.treatment == TreatmentPlan::Conflict;
        let mut merging = vec![(Choices::default(), Effect::of(self, How::MERGE, &first))];
        for (treatment_of_file, deleted) in [(true, false), (false, true), (true, true)] {
            if (treatment_of_file && !treatments_conflict) || (deleted && !has_deleted) {
                continue;
            }
            let chosen = Choices {
                treatment_of_file,
                deleted,
            };
            merging.push((chosen, self.effect(chosen.how())));
        }
        let problems = &self.file.problems;
        Ok(ImportPlan {
            holds: self.file.diary.days().len() + self.file.ahead.len(),
            ends: self.ends(),
            merging,
            replacing: self.effect(How::Replace),
            has_deleted,
            treatments_conflict,
            refused: self.file.refused,
            problems: problems.listed().iter().map(Said::said).collect(),
            more_problems: problems.more(),
        })
    }

    /// The first and the last day of the file.
    fn ends(&self) -> Option<(String, String)> {
        let ahead = self.file.ahead.iter().map(Day::date);
        let begun = [self.file.diary.first_day(), self.file.diary.last_day()];
        let dates = begun.into_iter().flatten().chain(ahead);
        let (first, last) = (dates.clone().min()?, dates.max()?);
        Some((first.to_string(), last.to_string()))
    }

    fn effect(&self, how: How) -> Effect {
        Effect::of(self, how, &self.take(how))
    }

    /// The last day that has begun anywhere.
    fn tomorrow(&self) -> NaiveDate {
        self.today.succ_opt().unwrap_or(LAST_DATE)
    }

    /// The latest time that the file says of a day.
    fn said_in_file(&self, date: NaiveDate) -> Option<Mark> {
        let ahead = || self.file.ahead.iter().find(|day| day.date() == date);
        latest(&self.file, self.file.diary.day(date).or_else(ahead)?)
    }

    /// The latest time that is known here of a day.
    fn known_here(&self, date: NaiveDate) -> Option<Mark> {
        latest(&self.here, self.here.diary.day(date)?)
    }

    fn how(&self) -> How {
        if self.request.replace {
            return How::Replace;
        }
        self.request.chosen.how()
    }

    fn take(&self, how: How) -> Outcome {
        import::take((&self.here.diary, &self.here.marks), &self.file, how)
    }
}

impl Choices {
    fn how(self) -> How {
        How::Merge {
            treatment: if self.treatment_of_file { Side::File } else { Side::Here },
            deleted: self.deleted,
        }
    }
}

fn latest(of: &Read, day: &Day) -> Option<Mark> {
    let known = of.marks.days.get(&day.date()).copied();
    known.max(Some(Mark::of(day)))
}

#[cfg(test)]
mod tests;
