//! What a patient thinks that a bottle of a trial of one held: for which it is asked, and what was chosen (D9, T3).

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Problem;
use crate::diary::{Arm, Guess, Sure, Treatment, TrialCode, TrialOfOne};
use crate::trial_of_one::TrialsOfOne;

/// A period of a trial, by its commit code and its number.
pub type OfPeriod = (TrialCode, u8);

/// The periods of a trial of which it can be said on a day what they were thought to be: from the last day of each on, until
/// its order is seen.
pub fn can_be_said(trial: &TrialOfOne, today: NaiveDate) -> Vec<u8> {
    let mut periods = Vec::new();
    for (period, _, until) in trial.spans() {
        let has_come = today.succ_opt().is_none_or(|tomorrow| until <= tomorrow);
        if has_come && trial.revealed.is_none() && trial.seen_on.is_none() && !trial.guesses.contains_key(&period) {
            periods.push(period);
        }
    }
    periods
}

/// All of them of a treatment, in the order of their days.
pub fn asked(treatment: &Treatment, today: NaiveDate) -> Vec<OfPeriod> {
    let mut asked = Vec::new();
    for trial in treatment.trials_of_one() {
        for period in can_be_said(&trial, today) {
            asked.push((trial.commit.clone(), period));
        }
    }
    asked
}

/// The answers to the question what a bottle held; the last is "I don't know".
pub const ANSWERS: [Option<Arm>; 3] = [Some(Arm::Ldn), Some(Arm::Placebo), None];

/// What was chosen, by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    /// Of [`ANSWERS`].
    pub arm: Option<usize>,
    /// Of [`Sure::ALL`].
    pub sure: Option<usize>,
}

impl Typed {
    /// Whether it is asked how sure the patient is: of something that is thought.
    pub fn asks_sure(self) -> bool {
        self.arm
            .and_then(|place| ANSWERS.get(place))
            .is_some_and(Option::is_some)
    }

    /// The guess, given at an instant.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(self, at: DateTime<FixedOffset>) -> Result<Guess, Vec<Problem>> {
        let arm = self
            .arm
            .and_then(|place| ANSWERS.get(place))
            .ok_or(vec![Problem::NoGuess])?;
        let sure = self.sure.and_then(|place| Sure::ALL.get(place)).copied();
        let sure = sure.filter(|_| self.asks_sure());
        if self.asks_sure() && sure.is_none() {
            return Err(vec![Problem::NotSure]);
        }
        Ok(Guess { arm: *arm, sure, at })
    }
}
