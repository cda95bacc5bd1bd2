//! What is typed to open a trial of one (T4).
//!
//! Nothing of it is kept before it fits: neither as a draft nor in a problem.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::diary::{DayEnd, Revealed, Treatment, TrialCode, TrialOfOne, diary_day};
use crate::exchange::sealed_order::{CodeError, RevealError, open};
use crate::trial_of_one::{TrialError, TrialsOfOne};
use crate::words::{Said, trial_reveal as words};

/// What can be opened on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The last day of the trial that goes on, and how many of its days from today on would not count.
    pub early: Option<(NaiveDate, usize)>,
    /// How many periods are over, and it was not said what they are thought to have been.
    pub unguessed: usize,
}

/// Why nothing is opened. Nothing has changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no trial that is sealed and has begun.
    NoTrial,
    /// The first one begins on this day.
    NotBegun(NaiveDate),
    /// What was typed opens none.
    Code(RevealError),
    /// It fits a trial that goes on: is it meant?
    Early,
    /// The treatment does not take it.
    Treatment(TrialError),
}

impl Said for Refused {
    fn said(&self) -> String {
        match self {
            Self::NoTrial => words::none().to_owned(),
            Self::NotBegun(day) => words::before(*day),
            Self::Code(error) => error.said(),
            Self::Early => words::sure().to_owned(),
            Self::Treatment(error) => error.said(),
        }
    }
}

/// A trial that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Which.
    pub commit: TrialCode,
    /// What the code says.
    pub revealed: Revealed,
    /// The first day of the trial.
    pub first_day: NaiveDate,
}

/// The trials that are sealed and have begun.
fn sealed(treatment: &Treatment, today: NaiveDate) -> Vec<TrialOfOne> {
    let mut found = treatment.trials_of_one();
    found.retain(|trial| trial.revealed.is_none() && trial.first_day() <= today);
    found
}

/// What can be opened on a day.
///
/// # Errors
/// [`Refused::NoTrial`] and [`Refused::NotBegun`].
pub fn offered(treatment: &Treatment, today: NaiveDate) -> Result<Offered, Refused> {
    let trials = sealed(treatment, today);
    if trials.is_empty() {
        let all = treatment.trials_of_one();
        let mut ahead = all.iter().filter(|trial| today < trial.first_day());
        let ahead = ahead.find(|trial| trial.revealed.is_none());
        return Err(ahead.map_or(Refused::NoTrial, |trial| Refused::NotBegun(trial.first_day())));
    }
    let mut offered = Offered {
        early: None,
        unguessed: 0,
    };
    for trial in &trials {
        if let Some(last) = trial.ends.pred_opt().filter(|last| today <= *last) {
            let days = usize::try_from((trial.ends - today).num_days()).unwrap_or_default();
            offered.early = Some((last, days));
        }
        for (number, _, until) in trial.spans() {
            let is_over = today.succ_opt().is_some_and(|tomorrow| until <= tomorrow);
            offered.unguessed +=
                usize::from(is_over && trial.seen_on.is_none() && !trial.guesses.contains_key(&number));
        }
    }
    Ok(offered)
}

/// Opens the trial that a typed code fits, whichever of them it is; `sure` where it was said that one that goes on is meant.
///
/// # Errors
/// [`Refused`]: nothing has changed.
pub fn read(
    typed: &str,
    sure: bool,
    treatment: &Treatment,
    now: DateTime<FixedOffset>,
    day_ends: DayEnd,
) -> Result<Opened, Refused> {
    let today = diary_day(now, day_ends);
    offered(treatment, today).map_err(|why| match why {
        // What opens nothing more says so.
        Refused::NoTrial if treatment.trials_of_one().iter().any(|trial| trial.revealed.is_some()) => {
            Refused::Code(RevealError::Revealed)
        }
        other => other,
    })?;
    let mut why = RevealError::Code(CodeError::NoTrial);
    for trial in sealed(treatment, today) {
        match open(&trial, typed, now, day_ends) {
            Ok(revealed) if revealed.early.is_some() && !sure => return Err(Refused::Early),
            Ok(revealed) => {
                let opened = treatment.reveal_trial(&trial.commit, revealed.clone());
                opened.map_err(Refused::Treatment)?;
                return Ok(Opened {
                    first_day: trial.first_day(),
                    commit: trial.commit,
                    revealed,
                });
            }
            Err(error) => why = error,
        }
    }
    // The code of a trial that is open already fits none of the others.
    let is_open = |trial: &TrialOfOne| {
        let mut shut = trial.clone();
        shut.revealed = None;
        trial.revealed.is_some() && open(&shut, typed, now, day_ends).is_ok()
    };
    if treatment.trials_of_one().iter().any(is_open) {
        why = RevealError::Revealed;
    }
    Err(Refused::Code(why))
}
