//! What is changed of a trial of one that goes on: a bottle was begun on another day, or the trial is stopped (P8, T3).

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::first_day::is_unlikely;
use super::{Problem, field};
use crate::diary::{Diary, Treatment, TrialOfOne, iso};
use crate::trial_of_one::{TrialError, TrialsOfOne};

/// The trial that can be changed: the first that is not over, or else the last that is sealed.
pub fn open_trial(treatment: &Treatment, today: NaiveDate) -> Option<TrialOfOne> {
    let trials = treatment.trials_of_one();
    let going = trials.iter().find(|trial| today < trial.ends);
    let last = || trials.iter().rfind(|trial| trial.revealed.is_none());
    going.or_else(last).cloned()
}

/// Another first day of a period, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The number of the period, from 1; one more than there are for the end.
    pub period: Option<u8>,
    /// The first day.
    pub to: String,
    /// Whether all later ones move by as many days.
    pub and_later: Option<bool>,
    /// An unlikely day that was asked about and is meant.
    pub sure: Option<NaiveDate>,
}

impl Moved {
    /// The treatment with the period moved.
    ///
    /// # Errors
    /// Every [`Problem`]; whether it fits is looked at where there is no other.
    pub fn read(&self, treatment: &Treatment, trial: &TrialOfOne, today: NaiveDate) -> Result<Treatment, Vec<Problem>> {
        let period = self.period.ok_or(Problem::NoPeriod);
        let to = day(&self.to, today, self.sure);
        // After the end there is nothing that could move.
        let is_end = self.period.map(usize::from) == Some(trial.periods.len() + 1);
        let and_later = self.and_later.or(is_end.then_some(false)).ok_or(Problem::NoLater);
        let (Ok(period), Ok(to), Ok(and_later)) = (&period, &to, &and_later) else {
            let found = [period.err(), to.err(), and_later.err()];
            return Err(found.into_iter().flatten().collect());
        };
        let moved = treatment.move_period(&trial.commit, *period, *to, *and_later);
        moved.map_err(|why| vec![Problem::TrialMisfit(field::FIRST_DAY, why)])
    }
}

/// The first day without the trial, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// The day.
    pub on: String,
    /// An unlikely day that was asked about and is meant.
    pub sure: Option<NaiveDate>,
}

/// The first day without a trial that is proposed: today, or tomorrow where today's dose was taken.
pub fn proposed_stop(diary: &Diary, today: NaiveDate) -> NaiveDate {
    let taken = diary.day(today).and_then(|day| day.answers().sealed_dose) == Some(true);
    if taken {
        today.succ_opt().unwrap_or(today)
    } else {
        today
    }
}

impl Stopped {
    /// The treatment without the rest of the trial, stopped at an instant; and the day.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(
        &self,
        treatment: &Treatment,
        trial: &TrialOfOne,
        at: DateTime<FixedOffset>,
        today: NaiveDate,
    ) -> Result<(NaiveDate, Treatment), Vec<Problem>> {
        let on = day(&self.on, today, self.sure).map_err(|why| vec![why])?;
        let stopped = if on <= trial.first_day() && trial.first_day() < today {
            // A trial that was lived through is not called off by a slip.
            Err(TrialError::NothingToStop(on))
        } else {
            treatment.stop_trial(&trial.commit, on, at)
        };
        let stopped = stopped.map_err(|why| vec![Problem::TrialMisfit(field::FIRST_DAY, why)])?;
        Ok((on, stopped))
    }
}

fn day(text: &str, today: NaiveDate, sure: Option<NaiveDate>) -> Result<NaiveDate, Problem> {
    let day = iso::date(text).ok_or(Problem::NoTrialDay)?;
    is_unlikely(day, today, sure).map_or(Ok(day), Err)
}
