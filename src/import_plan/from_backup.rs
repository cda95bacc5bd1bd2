//! A backup that is taken in: what it would do, and what comes out.

use serde::{Deserialize, Serialize};

use super::effect::Effect;
use super::given::Given;
use super::request::{Choices, ImportRequest};
use crate::diary::{Day, LAST_DATE, iso};
use crate::exchange::backup::{self, BackupError, Read};
use crate::exchange::import::{self, How, TooMuch, TreatmentPlan};
use crate::exchange::table::TableError;
use crate::words::{Said, import as words, merging as messages};

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
    /// The file is neither a backup nor a table that could be read.
    Table(TableError),
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
            Self::Table(error) => error.said(),
            Self::TooMuch(error) => error.said(),
            Self::Here => words::not_compared().to_owned(),
        }
    }
}

/// What taking a backup into the diary that is `here` would do.
///
/// # Errors
/// [`ImportError`]; nothing is changed in any case.
pub fn plan(here: &str, request: &ImportRequest, file: &[u8]) -> Result<ImportPlan, ImportError> {
    planned(&given(here, request, file)?)
}

/// The diary that comes out, as a backup that carries the states of the days that come from the file.
///
/// # Errors
/// [`ImportError`].
pub fn take_in(here: &str, request: &ImportRequest, file: &[u8]) -> Result<String, ImportError> {
    let given = given(here, request, file)?;
    let outcome = given.take(request.how());
    import::within_limits(&outcome.diary)?;
    Ok(backup::text_marked(&outcome.diary, &outcome.marks))
}

/// Reads what goes in.
pub(super) fn given(here: &str, request: &ImportRequest, file: &[u8]) -> Result<Given, ImportError> {
    let today = iso::date(&request.today).ok_or(ImportError::Here)?;
    let mut here = read_here(here)?;
    let emptied = request.emptied.as_deref();
    here.marks.emptied = emptied.and_then(iso::instant);
    let file = backup::open_bytes(file, today)?;
    Ok(Given { here, file, today })
}

/// The diary that is here, as the page has handed it over.
pub(super) fn read_here(here: &str) -> Result<Read, ImportError> {
    let here = backup::open(here, LAST_DATE).map_err(|_| ImportError::Here)?;
    if here.problems.is_empty() {
        Ok(here)
    } else {
        Err(ImportError::Here)
    }
}

/// What it would do, for each choice that there is.
pub(super) fn planned(given: &Given) -> Result<ImportPlan, ImportError> {
    let first = given.take(How::MERGE);
    import::within_limits(&first.diary)?;
    let has_deleted = !first.plan.deleted.is_empty();
    let treatments_conflict = first.plan.treatment == TreatmentPlan::Conflict;
    let mut merging = vec![(Choices::default(), Effect::of(given, How::MERGE, &first))];
    for (treatment_of_file, deleted) in [(true, false), (false, true), (true, true)] {
        if (treatment_of_file && !treatments_conflict) || (deleted && !has_deleted) {
            continue;
        }
        let chosen = Choices {
            treatment_of_file,
            deleted,
        };
        merging.push((chosen, effect(given, chosen.how())));
    }
    let problems = &given.file.problems;
    Ok(ImportPlan {
        holds: given.file.diary.days().len() + given.file.ahead.len(),
        ends: ends(given),
        merging,
        replacing: effect(given, How::Replace),
        has_deleted,
        treatments_conflict,
        refused: given.file.refused,
        problems: problems.listed().iter().map(Said::said).collect(),
        more_problems: problems.more(),
    })
}

/// The first and the last day of the file.
fn ends(given: &Given) -> Option<(String, String)> {
    let ahead = given.file.ahead.iter().map(Day::date);
    let begun = [given.file.diary.first_day(), given.file.diary.last_day()];
    let dates = begun.into_iter().flatten().chain(ahead);
    let (first, last) = (dates.clone().min()?, dates.max()?);
    Some((first.to_string(), last.to_string()))
}

fn effect(given: &Given, how: How) -> Effect {
    Effect::of(given, how, &given.take(how))
}
