//! Trials of one among the phases of a treatment: each period is a phase, sealed until the reveal.
//!
//! Within a trial phases change by what stands here alone: what the trial says of its periods is what the phases are.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use super::{TrialError, record};
use crate::diary::{
    Arm, DoseStep, Guess, Period, Phase, PhaseKind, Plan, Revealed, Treatment, TreatmentError, TrialCode, TrialOfOne,
    date_in_range,
};

/// A treatment while its trials are open on the table.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub(super) treatment: Treatment,
    /// By first day.
    pub(super) trials: Vec<TrialOfOne>,
    /// Pieces of the list that are no trial that this version can read.
    unread: Vec<(usize, String)>,
}

impl Course {
    /// The trials of a treatment. What can't be read of them stays as it is.
    pub(super) fn of(treatment: &Treatment) -> Course {
        let (trials, unread) = record::read(treatment.trials.as_deref());
        Course {
            treatment: treatment.clone(),
            trials,
            unread,
        }
    }

    /// The treatment with its trials as they are kept.
    pub(super) fn kept(mut self) -> Treatment {
        self.treatment.trials = record::text(&self.trials, &self.unread);
        self.treatment
    }

    pub(super) fn trial(&self, commit: &TrialCode) -> Option<&TrialOfOne> {
        self.trials.iter().find(|trial| trial.commit == *commit)
    }

    fn trial_on(&self, date: NaiveDate) -> Option<&TrialOfOne> {
        self.trials.iter().find(|trial| trial.contains(date))
    }

    /// The same with another treatment.
    fn with(&self, treatment: Treatment) -> Course {
        Course {
            treatment,
            ..self.clone()
        }
    }

    /// Puts into phases what the trials say of their periods: which one it is, or what it held.
    fn as_trials_say(&self, mut phases: Vec<Phase>, mut plans: Vec<Plan>) -> Course {
        for (place, phase) in phases.iter_mut().enumerate() {
            let trial = self.trial_on(phase.from);
            let period = trial.and_then(|trial| Some((trial, trial.period_from(phase.from)?)));
            let Some((trial, period)) = period else { continue };
            phase.of_trial = true;
            phase.kind = match trial.arm(period.number) {
                None => PhaseKind::Blinded(period),
                Some(Arm::Placebo) => PhaseKind::Placebo,
                Some(Arm::Ldn) => PhaseKind::Ldn,
            };
            plans[place].clear();
            if phase.kind == PhaseKind::Ldn {
                plans[place].push(DoseStep::new(phase.from, trial.dose));
            }
        }
        self.with(self.treatment.settled(phases, plans))
    }

    /// The treatment with the periods of a trial in the place of whatever is there, and a washout after them where nothing
    /// else begins.
    pub(super) fn laid_over(&self, trial: &TrialOfOne) -> Course {
        let mut with = self.clone();
        // Of two trials at once the one that is laid stands: of the other, and of an earlier state of this one, nothing stays.
        let gone = |other: &TrialOfOne| other.commit == trial.commit || other.overlaps(trial);
        with.trials.retain(|other| !gone(other));
        let place = with
            .trials
            .partition_point(|other| other.first_day() < trial.first_day());
        with.trials.insert(place, trial.clone());
        let (mut phases, mut plans) = self.treatment.taken_apart();
        let mut at = 0;
        while at < phases.len() {
            let from = phases[at].from;
            let ends_with = |other: &TrialOfOne| phases[at].kind == PhaseKind::Washout && from == other.ends;
            let mut others = self.trials.iter().filter(|other| gone(other));
            let is_of_gone = others.any(|other| other.contains(from) || ends_with(other));
            let stays = trial.periods.contains(&from) || from == trial.ends;
            // Stopped on the first day of a period, of which nothing is left.
            if phases[at].of_trial && from == trial.ends {
                phases[at] = Phase::new(PhaseKind::Washout, from, None);
            }
            if (is_of_gone || trial.contains(from)) && !stays {
                phases.remove(at);
                plans.remove(at);
            } else {
                at += 1;
            }
        }
        let mut put = |kind, from| match phases.binary_search_by_key(&from, |phase: &Phase| phase.from) {
            Ok(place) => place,
            Err(place) => {
                plans.insert(place, Plan::new());
                phases.insert(place, Phase::new(kind, from, None));
                place
            }
        };
        for from in &trial.periods {
            put(PhaseKind::Blinded(Period { number: 0, of: 0 }), *from);
        }
        // One that another followed at once may be followed later now.
        for trial in &with.trials {
            put(PhaseKind::Washout, trial.ends);
        }
        // Steps of no phase, as a file may have them, stay planned for no day.
        if let (true, Some(last)) = (self.treatment.phases().is_empty(), plans.last_mut()) {
            last.extend_from_slice(self.treatment.dose_steps());
        }
        for phase in phases.iter_mut().filter(|phase| trial.contains(phase.from)) {
            phase.form = Some(trial.form);
            (phase.said, phase.by_month) = (false, false);
        }
        with.as_trials_say(phases, plans)
    }

    /// Begins a trial: its periods one after the other, then a washout. Phases that are there before stay; a baseline that
    /// opened itself on its first day or later gives way, and so does the washout of a trial that ended the day before.
    ///
    /// # Errors
    /// [`TrialError`] where its days are not free.
    pub(super) fn begin(&self, trial: &TrialOfOne) -> Result<Course, TrialError> {
        if self.trial(&trial.commit).is_some() {
            return Err(TrialError::BegunBefore);
        }
        let first = trial.first_day();
        for day in [first, trial.ends] {
            date_in_range(day).map_err(TreatmentError::from)?;
        }
        if self.trial_on(first).is_some() {
            return Err(TreatmentError::InTrial(first).into());
        }
        let mut there = self.clone();
        let gives_way = |phase: &&Phase| {
            let opened = self.treatment.opened_itself() == Some(phase);
            let after = phase.kind == PhaseKind::Washout && self.trials.iter().any(|other| other.ends == phase.from);
            opened || after && phase.from == first
        };
        let is_within = |phase: &&Phase| first <= phase.from && phase.from < trial.ends;
        if let Some(place) = self
            .treatment
            .phases()
            .iter()
            .position(|phase| is_within(&phase) && gives_way(&phase))
        {
            let (mut phases, mut plans) = self.treatment.taken_apart();
            phases.remove(place);
            plans.remove(place);
            there = self.with(self.treatment.settled(phases, plans));
        }
        match there.treatment.phases().iter().find(is_within) {
            Some(phase) => Err(TrialError::InTheWay(phase.from)),
            None => Ok(there.laid_over(trial)),
        }
    }

    /// Changes a trial that is there, and the phases with it.
    fn change(
        &self,
        commit: &TrialCode,
        change: impl FnOnce(&mut TrialOfOne) -> Result<(), TrialError>,
    ) -> Result<Course, TrialError> {
        let mut trial = self.trial(commit).ok_or(TrialError::NoSuchTrial)?.clone();
        let before = trial.clone();
        change(&mut trial)?;
        date_in_range(trial.first_day()).map_err(TreatmentError::from)?;
        date_in_range(trial.ends).map_err(TreatmentError::from)?;
        let (phases, plans) = self.treatment.taken_apart();
        let (mut kept, mut kept_plans): (Vec<Phase>, Vec<Plan>) = (Vec::new(), Vec::new());
        for (mut phase, mut plan) in phases.into_iter().zip(plans) {
            let is_period = trial.periods.contains(&phase.from);
            if before.contains(phase.from) && !is_period {
                continue;
            }
            // What began with the old end begins with the new one, and so does its first dose.
            if phase.from == before.ends {
                if let Some(first) = plan.first_mut().filter(|step| step.from == before.ends) {
                    first.from = trial.ends;
                }
                phase.from = trial.ends;
            }
            let is_passed = kept.last().is_some_and(|last| phase.from <= last.from);
            if is_passed || trial.contains(phase.from) && !is_period {
                return Err(TrialError::PassesNeighbour(phase.from));
            }
            kept.push(phase);
            kept_plans.push(plan);
        }
        let others = || self.trials.iter().filter(|other| other.commit != *commit);
        if let Some(other) = others().find(|other| other.contains(trial.first_day())) {
            return Err(TrialError::PassesNeighbour(other.first_day()));
        }
        Ok(self.with(self.treatment.settled(kept, kept_plans)).laid_over(&trial))
    }

    /// Stops a trial: this is the first day without it. Its later periods go, and an open washout follows, or what was to
    /// follow it.
    ///
    /// # Errors
    /// [`TrialError::NothingToStop`] on its first day and before, and once it is over.
    pub(super) fn stop(
        &self,
        commit: &TrialCode,
        on: NaiveDate,
        at: DateTime<FixedOffset>,
    ) -> Result<Course, TrialError> {
        let trial = self.trial(commit).ok_or(TrialError::NoSuchTrial)?;
        if on <= trial.first_day() && trial.revealed.is_none() {
            return Ok(self.without(&trial.clone()));
        }
        self.change(commit, |trial| {
            if on <= trial.first_day() || trial.ends <= on {
                return Err(TrialError::NothingToStop(on));
            }
            trial.periods.retain(|first| *first < on);
            trial.ends = on;
            trial.stopped_at = Some(at);
            Ok(())
        })
    }

    /// The same without a trial of which no day is left: neither it nor the washout after it is there.
    fn without(&self, trial: &TrialOfOne) -> Course {
        let (mut phases, mut plans) = self.treatment.taken_apart();
        let mut at = 0;
        while at < phases.len() {
            let from = phases[at].from;
            let follows = from == trial.ends && phases[at].kind == PhaseKind::Washout;
            if trial.contains(from) || follows {
                phases.remove(at);
                plans.remove(at);
            } else {
                at += 1;
            }
        }
        let mut with = self.with(self.treatment.settled(phases, plans));
        with.trials.retain(|other| other.commit != trial.commit);
        with
    }

    /// Moves the first day of a period, for a bottle that was begun late or early; of the period after the last one, the end
    /// of the trial. With `and_later` the ones after it move by as many days.
    ///
    /// # Errors
    /// [`TrialError`] where there is no such period, or nothing would be left of one beside it.
    pub(super) fn move_period(
        &self,
        commit: &TrialCode,
        period: u8,
        to: NaiveDate,
        and_later: bool,
    ) -> Result<Course, TrialError> {
        self.change(commit, |trial| {
            let mut days = trial.periods.clone();
            days.push(trial.ends);
            let place = usize::from(period.wrapping_sub(1));
            let by = to - *days.get(place).ok_or(TrialError::NoSuchPeriod(period))?;
            let moved = if and_later { days.len() } else { place + 1 };
            for day in &mut days[place..moved] {
                *day = moved_by(*day, by.num_days());
            }
            if days.windows(2).any(|two| two[0] >= two[1]) {
                return Err(TrialError::PassesNeighbour(to));
            }
            trial.ends = days.pop().unwrap_or(trial.ends);
            trial.periods = days;
            Ok(())
        })
    }

    /// Notes what the patient thinks that a period was, as seen on a day.
    ///
    /// # Errors
    /// [`TrialError::NotOver`] before its last day; [`TrialError::Revealed`] once it is known.
    pub(super) fn guess(
        &self,
        commit: &TrialCode,
        period: u8,
        guess: Guess,
        today: NaiveDate,
    ) -> Result<Course, TrialError> {
        let trial = self.trial(commit).ok_or(TrialError::NoSuchTrial)?;
        let spans = trial.spans();
        let until = spans.iter().find(|span| span.0 == period).map(|span| span.2);
        let until = until.ok_or(TrialError::NoSuchPeriod(period))?;
        if trial.revealed.is_some() {
            return Err(TrialError::Revealed);
        }
        if trial.seen_on.is_some() {
            return Err(TrialError::Seen);
        }
        if today.succ_opt().is_none_or(|tomorrow| tomorrow < until) {
            return Err(TrialError::NotOver(period));
        }
        let mut guessed = self.clone();
        for trial in &mut guessed.trials {
            if trial.commit == *commit {
                trial.guesses.insert(period, guess);
            }
        }
        Ok(guessed)
    }

    /// Unseals a trial: its periods become LDN, with the dose on the label, or placebo. That the code fits the commit code was
    /// checked by whoever opened it.
    ///
    /// # Errors
    /// [`TrialError::Revealed`] the second time.
    pub(super) fn reveal(&self, commit: &TrialCode, revealed: Revealed) -> Result<Course, TrialError> {
        self.change(commit, |trial| {
            if trial.revealed.is_some() {
                return Err(TrialError::Revealed);
            }
            trial.revealed = Some(revealed);
            Ok(())
        })
    }

    /// Notes the day on which the order of a trial was seen, the first time.
    pub(super) fn seen(mut self, commit: &TrialCode, today: NaiveDate) -> Course {
        for trial in self.trials.iter_mut().filter(|trial| trial.commit == *commit) {
            trial.seen_on.get_or_insert(today);
        }
        self
    }

    /// The same with the guesses that another version has of the same trials and that are missing here.
    #[must_use]
    pub(super) fn with_guesses_of(&self, other: &Course) -> Course {
        let mut with = self.clone();
        for trial in &mut with.trials {
            let same = other.trial(&trial.commit);
            for (period, guess) in same.into_iter().flat_map(|same| &same.guesses) {
                if !trial.guesses.contains_key(period) {
                    trial.guesses.insert(*period, *guess);
                }
            }
        }
        with
    }

    /// What a file has, with the trials that are here as they are here: a trial is never lost to a version that
    /// knows nothing of it, nor is its order brought by one that knows more. Guesses that are missing here come along.
    #[must_use]
    pub(super) fn beside_trials_of(&self, here: &Course) -> Course {
        let mut taken = self.clone();
        for trial in here.with_guesses_of(self).trials {
            taken = taken.laid_over(&trial);
        }
        taken
    }
}

fn moved_by(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        day.checked_sub_days(by)
    } else {
        day.checked_add_days(by)
    };
    moved.unwrap_or(NaiveDate::MAX)
}
