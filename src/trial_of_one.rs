//! Trials of one in a treatment (T, P7, P8): what they are, and how they begin, change, end and are opened.
//!
//! A day's check-in needs to know of a trial which period it is in, and that stands in the phases. All else of it is kept as
//! it was written down, and read here, so that the first page of the app holds nothing of it.

use chrono::{DateTime, FixedOffset, NaiveDate};

use self::course::Course;
use crate::diary::{
    Against, Diary, FinalAnswer, Guess, Period, Revealed, Treatment, TreatmentError, TrialCode, TrialOfOne,
};

mod course;
mod record;
mod words;

/// Why a trial of one can't be changed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrialError {
    /// What the treatment says.
    Treatment(TreatmentError),
    /// A trial with this commit code has begun already.
    BegunBefore,
    /// A phase begins on this day, on which a period would go on.
    InTheWay(NaiveDate),
    /// There is no trial with this commit code.
    NoSuchTrial,
    /// The trial has no such period.
    NoSuchPeriod(u8),
    /// A day on which the trial has nothing to be stopped.
    NothingToStop(NaiveDate),
    /// The period would leave nothing of the one beside it.
    PassesNeighbour(NaiveDate),
    /// The period has not come to its last day yet.
    NotOver(u8),
    /// It is unsealed already.
    Revealed,
    /// Its order was seen, and sealed again.
    Seen,
}

impl From<TreatmentError> for TrialError {
    fn from(error: TreatmentError) -> TrialError {
        TrialError::Treatment(error)
    }
}

/// What a treatment knows of its trials of one. Each change gives a new treatment, its phases with it, and leaves this one as it
/// is.
pub trait TrialsOfOne {
    /// The trials, in the order of their first days. What can't be read is none of them.
    fn trials_of_one(&self) -> Vec<TrialOfOne>;

    /// The trial with a commit code.
    fn trial(&self, commit: &TrialCode) -> Option<TrialOfOne> {
        self.trials_of_one().into_iter().find(|trial| trial.commit == *commit)
    }

    /// The trial that a day lies in.
    fn trial_on(&self, date: NaiveDate) -> Option<TrialOfOne> {
        self.trials_of_one().into_iter().find(|trial| trial.contains(date))
    }

    /// The trial and the period that a phase is, sealed or not.
    fn period_of(&self, phase: usize) -> Option<(TrialOfOne, Period)>;

    /// Begins a trial: its periods one after the other, then a washout. Phases that are there before stay; a baseline that
    /// opened itself on its first day or later gives way, and so does the washout of a trial that ended the day before.
    ///
    /// # Errors
    /// [`TrialError`] where its days are not free.
    fn begin_trial(&self, trial: &TrialOfOne) -> Result<Treatment, TrialError>;

    /// Stops a trial: this is the first day without it. Its later periods go, and an open washout follows, or what was to
    /// follow it. On its first day or before, it is called off: nothing of it is left.
    ///
    /// # Errors
    /// [`TrialError::NothingToStop`] once it is over.
    fn stop_trial(&self, commit: &TrialCode, on: NaiveDate, at: DateTime<FixedOffset>)
    -> Result<Treatment, TrialError>;

    /// Moves the first day of a period, for a bottle that was begun late or early; of the period after the last one, the end
    /// of the trial. With `and_later` the ones after it move by as many days.
    ///
    /// # Errors
    /// [`TrialError`] where there is no such period, or nothing would be left of one beside it.
    fn move_period(
        &self,
        commit: &TrialCode,
        period: u8,
        to: NaiveDate,
        and_later: bool,
    ) -> Result<Treatment, TrialError>;

    /// Notes what the patient thinks that a period was, as seen on a day.
    ///
    /// # Errors
    /// [`TrialError::NotOver`] before its last day; [`TrialError::Revealed`] once it is known, [`TrialError::Seen`] once it was.
    fn guess_period(
        &self,
        commit: &TrialCode,
        period: u8,
        guess: Guess,
        today: NaiveDate,
    ) -> Result<Treatment, TrialError>;

    /// Unseals a trial: its periods become LDN, with the dose on the label, or placebo. That the code fits the commit code was
    /// checked by whoever opened it.
    ///
    /// # Errors
    /// [`TrialError::Revealed`] the second time.
    fn reveal_trial(&self, commit: &TrialCode, revealed: Revealed) -> Result<Treatment, TrialError>;

    /// The same with its phases as its trials say; an order that does not `fit` goes, and its trial is sealed. And how many did
    /// not.
    fn with_orders_that(&self, fit: fn(&TrialOfOne) -> bool) -> (Treatment, usize);

    /// The same with the guesses that another version has of the same trials and that are missing here.
    #[must_use]
    fn with_guesses_of(&self, other: &Treatment) -> Treatment;

    /// What a file has, with the trials that are here as they are here: a trial is never lost to a version that
    /// knows nothing of it, nor is its order brought by one that knows more. Guesses that are missing here come along.
    #[must_use]
    fn beside_trials_of(&self, here: &Treatment) -> Treatment;
}

impl TrialsOfOne for Treatment {
    fn trials_of_one(&self) -> Vec<TrialOfOne> {
        record::read(self.trials.as_deref()).0
    }

    fn period_of(&self, phase: usize) -> Option<(TrialOfOne, Period)> {
        let from = self.phases().get(phase)?.from;
        let trial = self.trial_on(from)?;
        let period = trial.period_from(from)?;
        Some((trial, period))
    }

    fn begin_trial(&self, trial: &TrialOfOne) -> Result<Treatment, TrialError> {
        Course::of(self).begin(trial).map(Course::kept)
    }

    fn stop_trial(
        &self,
        commit: &TrialCode,
        on: NaiveDate,
        at: DateTime<FixedOffset>,
    ) -> Result<Treatment, TrialError> {
        Course::of(self).stop(commit, on, at).map(Course::kept)
    }

    fn move_period(
        &self,
        commit: &TrialCode,
        period: u8,
        to: NaiveDate,
        and_later: bool,
    ) -> Result<Treatment, TrialError> {
        Course::of(self)
            .move_period(commit, period, to, and_later)
            .map(Course::kept)
    }

    fn guess_period(
        &self,
        commit: &TrialCode,
        period: u8,
        guess: Guess,
        today: NaiveDate,
    ) -> Result<Treatment, TrialError> {
        Course::of(self).guess(commit, period, guess, today).map(Course::kept)
    }

    fn reveal_trial(&self, commit: &TrialCode, revealed: Revealed) -> Result<Treatment, TrialError> {
        Course::of(self).reveal(commit, revealed).map(Course::kept)
    }

    fn with_orders_that(&self, fit: fn(&TrialOfOne) -> bool) -> (Treatment, usize) {
        if self.trials.is_none() {
            return (self.clone(), 0);
        }
        let mut course = Course::of(self);
        let mut unfit = 0;
        for mut trial in self.trials_of_one() {
            if !fit(&trial) {
                trial.revealed = None;
                unfit += 1;
            }
            course = course.laid_over(&trial);
        }
        (course.kept(), unfit)
    }

    fn with_guesses_of(&self, other: &Treatment) -> Treatment {
        if self.trials.is_none() || self.trials == other.trials {
            return self.clone();
        }
        Course::of(self).with_guesses_of(&Course::of(other)).kept()
    }

    fn beside_trials_of(&self, here: &Treatment) -> Treatment {
        if here.trials.is_none() {
            return self.clone();
        }
        Course::of(self).beside_trials_of(&Course::of(here)).kept()
    }
}

/// The places in the list of trials, from 0, of what is no trial: not all of one, one that another overlaps, or one that is
/// there twice.
pub fn unread(treatment: &Treatment) -> Vec<usize> {
    let (_, unread) = record::read(treatment.trials.as_deref());
    unread.into_iter().map(|(place, _)| place).collect()
}

/// Whether a final answer tells the order of a trial that is sealed: its sides are the days on LDN and those on placebo. So it
/// is kept no longer than the trial is open.
pub fn tells_order(treatment: &Treatment, answer: &FinalAnswer) -> bool {
    if answer.against != Against::Placebo {
        return false;
    }
    let mut trials = treatment.trials_of_one().into_iter();
    trials.any(|trial| {
        let mut rated = answer.window.rated().chain(answer.reference.rated());
        trial.revealed.is_none() && rated.any(|(day, _)| trial.contains(day))
    })
}

/// Unseals a trial in a diary, as seen on a day (T4). An undo puts the seal back on, but not the day on which the order was seen.
///
/// # Errors
/// As of [`TrialsOfOne::reveal_trial`].
pub fn reveal(diary: &mut Diary, commit: &TrialCode, revealed: Revealed) -> Result<(), TrialError> {
    let today = diary.day_of(revealed.at);
    let opened = diary.treatment.reveal_trial(commit, revealed)?;
    diary.change_treatment(opened);
    let seen = |treatment: &Treatment| Course::of(treatment).seen(commit, today).kept();
    diary.treatment = seen(&diary.treatment);
    for before in &mut diary.earlier {
        if before.trials.is_some() {
            *before = seen(before);
        }
    }
    Ok(())
}

/// Notes in a diary what the patient thinks that a period of a trial was (T3). An undo of the treatment does not take it back.
///
/// # Errors
/// As of [`TrialsOfOne::guess_period`].
pub fn guess(diary: &mut Diary, commit: &TrialCode, period: u8, guess: Guess) -> Result<(), TrialError> {
    let today = diary.day_of(guess.at);
    diary.treatment = diary.treatment.guess_period(commit, period, guess, today)?;
    for before in &mut diary.earlier {
        if let Ok(guessed) = before.guess_period(commit, period, guess, today) {
            *before = guessed;
        }
    }
    Ok(())
}
