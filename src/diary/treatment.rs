//! The phases and planned doses of a diary, without holes or overlaps (P1, P2).

use chrono::NaiveDate;

use super::diary_day::{DateOutOfRange, date_in_range};
use super::dose::Dose;
use super::name::Name;
use super::phase::{DoseStep, Form, Phase, PhaseKind, PhaseSpan};
use super::sorted::SortedSet;

/// Phases and dose steps, each in ascending order of their first day.
///
/// A phase ends where the next one begins, so two can neither overlap nor leave a hole between them. A dose step belongs to
/// its phase (P6): what was planned for days after its end is kept with it and planned for no day, until the phase runs on.
/// Every operation gives a new treatment and leaves this one as it is; that is how the app can undo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Treatment {
    phases: Vec<Phase>,
    dose_steps: Vec<DoseStep>,
    /// Whether the patient said not to take LDN yet (P1).
    pub not_yet: bool,
    /// Days off LDN on which a dose was taken, of which the patient said that it was that day alone (P1).
    pub single_doses: SortedSet<NaiveDate>,
    /// The trials of one as a list of JSON without layout, by first day: read by whoever needs more of them than their phases
    /// say.
    pub trials: Option<String>,
}

/// Why phases or dose steps don't fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreatmentError {
    /// Two phases begin on one day, or a later one is listed first.
    PhasesOutOfOrder(NaiveDate),
    /// Two dose steps begin on one day, or a later one is listed first.
    DoseStepsOutOfOrder(NaiveDate),
    /// A phase begins on this day already.
    PhaseExists(NaiveDate),
    /// A dose step begins on this day already.
    DoseStepExists(NaiveDate),
    /// There is no such phase.
    NoSuchPhase,
    /// There is no dose step on this day.
    NoSuchDoseStep(NaiveDate),
    /// The dose would move into another phase.
    OutsidePhase(NaiveDate),
    /// The day lies in a trial of one: its phases and its dose stay as they were sealed, until it is stopped.
    InTrial(NaiveDate),
    /// The boundary would pass the phase before or after it.
    PassesNeighbour(NaiveDate),
    /// The diary cannot hold this date.
    OutOfRange(DateOutOfRange),
}

impl From<DateOutOfRange> for TreatmentError {
    fn from(error: DateOutOfRange) -> TreatmentError {
        TreatmentError::OutOfRange(error)
    }
}

/// The planned doses of one phase, by first day.
pub(crate) type Plan = Vec<DoseStep>;

/// What a change does to a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    /// It ends on this day, earlier than before.
    Ends(PhaseKind, NaiveDate),
    /// It is there no more.
    Gone(PhaseKind),
}

/// What moving the first day of a phase would do (P2): shown before it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundaryMove {
    /// How many calendar days change phase.
    pub days_changing: i64,
    /// How many planned doses no longer lie in an LDN phase, and go.
    pub doses_dropped: usize,
    /// The treatment after the move.
    pub result: Treatment,
}

impl Treatment {
    /// Takes phases and dose steps in ascending order. A step goes to the LDN phase that it lies in, or to the one that
    /// ended before it; one before the first LDN phase is the dose that phase begins with.
    ///
    /// # Errors
    /// [`TreatmentError`] if two begin on one day, one is out of order, or a date is outside of the diary's range.
    pub fn new(mut phases: Vec<Phase>, dose_steps: Vec<DoseStep>) -> Result<Treatment, TreatmentError> {
        for phase in &phases {
            date_in_range(phase.from)?;
            for step in &phase.unreached {
                date_in_range(step.from)?;
            }
        }
        for step in &dose_steps {
            date_in_range(step.from)?;
        }
        if let Some(pair) = phases.windows(2).find(|pair| pair[0].from >= pair[1].from) {
            return Err(TreatmentError::PhasesOutOfOrder(pair[1].from));
        }
        if let Some(pair) = dose_steps.windows(2).find(|pair| pair[0].from >= pair[1].from) {
            return Err(TreatmentError::DoseStepsOutOfOrder(pair[1].from));
        }
        if phases.is_empty() {
            return Ok(Treatment {
                dose_steps,
                ..Treatment::default()
            });
        }
        let mut plans: Vec<Plan> = Vec::new();
        for phase in &mut phases {
            plans.push(std::mem::take(&mut phase.unreached));
        }
        for step in dose_steps {
            let begun = phases.partition_point(|phase| phase.from <= step.from);
            let place = phases[..begun].iter().rposition(Phase::has_doses);
            let place = place.or_else(|| phases.iter().position(Phase::has_doses));
            step.put(&mut plans[place.unwrap_or(begun.saturating_sub(1))]);
        }
        Ok(Treatment::default().settled(phases, plans))
    }

    /// The same with other phases, each with its plan: what of a plan lies after the end of its phase is not reached.
    pub(crate) fn settled(&self, mut phases: Vec<Phase>, plans: Vec<Plan>) -> Treatment {
        one_name_each(&mut phases);
        let mut dose_steps: Vec<DoseStep> = Vec::new();
        for (index, plan) in plans.into_iter().enumerate() {
            let until = phases.get(index + 1).map(|next| next.from);
            let phase = &mut phases[index];
            phase.unreached.clear();
            for mut step in plan {
                if !phase.has_doses() || until.is_some_and(|until| until <= step.from) {
                    phase.unreached.push(step);
                    continue;
                }
                // Of the doses planned for days before its first, a phase begins with the last.
                step.from = step.from.max(phase.from);
                if dose_steps.last().is_some_and(|last| last.from == step.from) {
                    dose_steps.pop();
                }
                dose_steps.push(step);
            }
        }
        Treatment {
            phases,
            dose_steps,
            ..self.clone()
        }
    }

    /// The phases without their plans, and the plan of each: what it reached and what not.
    pub(crate) fn taken_apart(&self) -> (Vec<Phase>, Vec<Plan>) {
        let mut phases = self.phases.clone();
        let mut plans = Vec::new();
        for (index, phase) in phases.iter_mut().enumerate() {
            let mut plan = self.steps_of(index).to_vec();
            plan.append(&mut phase.unreached);
            plans.push(plan);
        }
        (phases, plans)
    }

    /// The phases, by first day.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// The dose steps that lie in their phase, by first day.
    pub fn dose_steps(&self) -> &[DoseStep] {
        &self.dose_steps
    }

    /// Those of one phase.
    pub fn steps_of(&self, phase: usize) -> &[DoseStep] {
        let of_phase = |phase: usize| match self.phases.get(phase) {
            Some(phase) => self.dose_steps.partition_point(|step| step.from < phase.from),
            None => self.dose_steps.len(),
        };
        &self.dose_steps[of_phase(phase)..of_phase(phase + 1)]
    }

    /// The baseline that opened itself (P1): the first phase, unless the patient named it or its first day.
    pub fn opened_itself(&self) -> Option<&Phase> {
        let first = self.phases.first()?;
        (first.kind == PhaseKind::Baseline && !first.said).then_some(first)
    }

    /// The same, once the patient has said not to take LDN yet.
    #[must_use]
    pub fn not_yet(&self) -> Treatment {
        Treatment {
            not_yet: true,
            ..self.clone()
        }
    }

    /// The same, once the patient has said that a dose was taken on that day alone.
    #[must_use]
    pub fn with_single_dose(&self, date: NaiveDate) -> Treatment {
        let mut said = self.clone();
        said.single_doses.insert(date);
        said
    }

    /// Whether nothing was said of the treatment yet, not even that there is none (P1).
    pub fn is_open_question(&self) -> bool {
        !self.not_yet && self.phases.len() == usize::from(self.opened_itself().is_some())
    }

    /// Whether there is neither a phase nor a dose step.
    pub fn is_empty(&self) -> bool {
        self.phases.is_empty() && self.dose_steps.is_empty()
    }

    /// The phase of a day with its index; none before the first phase.
    pub fn phase_on(&self, date: NaiveDate) -> Option<(usize, &Phase)> {
        let index = self.phases.partition_point(|phase| phase.from <= date).checked_sub(1)?;
        self.phases.get(index).map(|phase| (index, phase))
    }

    /// The phases with both ends, as seen on the day `as_of`: one that begins later is left out, and the last one shown
    /// ends on that day.
    pub fn spans(&self, as_of: NaiveDate) -> Vec<PhaseSpan<'_>> {
        let shown = self.phases.partition_point(|phase| phase.from <= as_of);
        let last_day = |index: usize| self.last_day(index).map_or(as_of, |last| last.min(as_of));
        self.phases[..shown]
            .iter()
            .enumerate()
            .map(|(index, phase)| PhaseSpan {
                index,
                phase,
                from: phase.from,
                to: last_day(index),
            })
            .collect()
    }

    /// The last day of a phase; none while it is open.
    fn last_day(&self, index: usize) -> Option<NaiveDate> {
        self.phases.get(index + 1).and_then(|next| next.from.pred_opt())
    }

    /// The dose planned for a day: the latest step of its phase on or before it.
    pub fn planned_dose(&self, date: NaiveDate) -> Option<Dose> {
        let (index, phase) = self.phase_on(date)?;
        let steps = self.steps_of(index).iter();
        let step = steps.rev().find(|step| step.from <= date)?;
        phase.has_doses().then_some(step.dose)
    }

    /// The dose planned on all days of a phase up to one; `None` where there were several or none.
    pub fn only_dose(&self, phase: usize, to: NaiveDate) -> Option<Dose> {
        let dose = self.planned_dose(self.phases.get(phase)?.from)?;
        let steps = self.steps_of(phase).iter();
        steps
            .filter(|step| step.from <= to)
            .all(|step| step.dose == dose)
            .then_some(dose)
    }

    /// The treatment with the baseline that an entry opens by itself (P1).
    ///
    /// The first entry opens a baseline; a still earlier one moves its first day back, unless that was said, or opens a
    /// baseline before a first phase of another kind.
    #[must_use]
    pub fn opened_by(&self, entry: NaiveDate) -> Treatment {
        let mut opened = self.clone();
        match opened.phases.first_mut() {
            Some(first) if first.from <= entry => {}
            Some(first) if first.kind == PhaseKind::Baseline => {
                if !first.said {
                    first.from = entry;
                }
            }
            first => {
                // Steps of no phase, as a file may have them, are planned for no day.
                let loose = if first.is_none() {
                    std::mem::take(&mut opened.dose_steps)
                } else {
                    Vec::new()
                };
                let baseline = Phase {
                    unreached: loose,
                    ..Phase::new(PhaseKind::Baseline, entry, None)
                };
                opened.phases.insert(0, baseline);
            }
        }
        opened
    }

    /// The treatment after the entry was deleted that opened the baseline: it begins with the first one that is left, and is
    /// gone where none of its days is recorded any more.
    #[must_use]
    pub fn without_entry(&self, deleted: NaiveDate, first_left: Option<NaiveDate>) -> Treatment {
        let mut left = self.clone();
        if self.opened_itself().is_none_or(|baseline| baseline.from != deleted) {
            return left;
        }
        let until = left.phases.get(1).map_or(NaiveDate::MAX, |next| next.from);
        match first_left.filter(|first| *first < until) {
            Some(first) => left.phases[0].from = first,
            None => _ = left.phases.remove(0),
        }
        left
    }

    /// Starts a phase on a day; it takes over from the phase which that day was in, until the next one begins.
    ///
    /// # Errors
    /// As of [`Treatment::begin`].
    pub fn start_phase(
        &self,
        kind: PhaseKind,
        from: NaiveDate,
        form: Option<Form>,
    ) -> Result<Treatment, TreatmentError> {
        let said = kind == PhaseKind::Baseline;
        let phase = Phase {
            said,
            ..Phase::new(kind, from, form)
        };
        self.begin(phase, Vec::new())
    }

    /// Starts a phase with its plan of doses, each with its first day in ascending order. A baseline that opened itself gives
    /// way to a phase that begins on its first day or before, and to a baseline that begins within it (P1).
    ///
    /// # Errors
    /// [`TreatmentError::PhaseExists`] if a phase begins on that day already; `DoseStepExists`; `OutOfRange`.
    pub fn begin(&self, phase: Phase, plan: Vec<DoseStep>) -> Result<Treatment, TreatmentError> {
        for date in plan.iter().map(|step| step.from).chain([phase.from]) {
            date_in_range(date)?;
        }
        if let Some(pair) = plan.windows(2).find(|pair| pair[0].from >= pair[1].from) {
            return Err(TreatmentError::DoseStepExists(pair[1].from));
        }
        self.is_no_day_of_trial(phase.from)?;
        let (mut phases, mut plans) = self.taken_apart();
        let within =
            || phase.kind == PhaseKind::Baseline && self.phase_on(phase.from).is_some_and(|(index, _)| index == 0);
        if self
            .opened_itself()
            .is_some_and(|baseline| phase.from <= baseline.from || within())
        {
            phases.remove(0);
            plans.remove(0);
        }
        let mut whole = if self.phases.is_empty() {
            self.dose_steps.clone()
        } else {
            Plan::new()
        };
        for step in plan {
            step.put(&mut whole);
        }
        // The washout after a trial of one gives way to what is begun in its place.
        if let Some((place, there)) = self.phase_on(phase.from)
            && there.from == phase.from
            && there.kind == PhaseKind::Washout
            && self.follows_trial(place)
        {
            phases.remove(place);
            plans.remove(place);
        }
        match phases.binary_search_by_key(&phase.from, |phase| phase.from) {
            Ok(_) => Err(TreatmentError::PhaseExists(phase.from)),
            Err(place) => {
                phases.insert(place, phase);
                plans.insert(place, whole);
                Ok(self.settled(phases, plans))
            }
        }
    }

    /// Undoes a phase with its doses: the one before it runs on, and so does its plan.
    ///
    /// # Errors
    /// [`TreatmentError::NoSuchPhase`].
    pub fn remove_phase(&self, index: usize) -> Result<Treatment, TreatmentError> {
        let (mut phases, mut plans) = self.taken_apart();
        let is_other = |phase: &Phase| !phase.of_trial && phase.kind != PhaseKind::Washout;
        if phases.get(index).is_some_and(is_other) && self.follows_trial(index) {
            // What was begun at the end of a trial stands in the place of the washout.
            phases[index] = Phase::new(PhaseKind::Washout, phases[index].from, None);
            plans[index].clear();
            return Ok(self.settled(phases, plans));
        }
        self.outside_of_trials(index)?;
        phases.remove(index);
        plans.remove(index);
        Ok(self.settled(phases, plans))
    }

    /// Calls another medicine by another name, in each phase of it.
    ///
    /// # Errors
    /// [`TreatmentError::NoSuchPhase`] where no other medicine is taken.
    pub fn rename_medicine(&self, index: usize, name: &Name) -> Result<Treatment, TreatmentError> {
        let (mut phases, plans) = self.taken_apart();
        let before = phases.get(index).and_then(|phase| phase.kind.medicine()).cloned();
        let before = before.ok_or(TreatmentError::NoSuchPhase)?;
        for phase in &mut phases {
            if phase.kind.medicine() == Some(&before) {
                phase.kind = PhaseKind::Comparator(name.clone());
            }
        }
        Ok(self.settled(phases, plans))
    }

    /// Moves the first day of a phase, which is also the end of the one before it, and says how many days change phase.
    ///
    /// The dose of the first day begins with its phase. A baseline that opened itself gives way to a phase that began
    /// before it.
    ///
    /// # Errors
    /// [`TreatmentError`] if there is no such phase, or a neighbour would vanish.
    pub fn move_boundary(&self, index: usize, to: NaiveDate) -> Result<BoundaryMove, TreatmentError> {
        date_in_range(to)?;
        let (mut phases, mut plans) = self.taken_apart();
        self.outside_of_trials(index)?;
        let from = phases[index].from;
        let before = index.checked_sub(1).map(|before| phases[before].from);
        let passes = before.is_some_and(|before| to <= before);
        let gives_way = index == 1 && self.opened_itself().is_some();
        if passes && !gives_way || phases.get(index + 1).is_some_and(|next| next.from <= to) {
            return Err(TreatmentError::PassesNeighbour(to));
        }
        phases[index].from = to;
        phases[index].by_month = false;
        phases[index].said = phases[index].kind == PhaseKind::Baseline;
        if let Some(first) = plans[index].first_mut().filter(|step| step.from == from) {
            first.from = first.from.min(to);
        }
        if passes {
            phases.remove(0);
            plans.remove(0);
        }
        let result = self.settled(phases, plans);
        Ok(BoundaryMove {
            days_changing: (to - from).num_days().abs(),
            doses_dropped: self.dose_steps.len().saturating_sub(result.dose_steps.len()),
            result,
        })
    }

    /// Plans a further dose from a day on.
    ///
    /// # Errors
    /// [`TreatmentError::DoseStepExists`] if one begins on that day already; `OutOfRange`.
    pub fn add_dose_step(&self, from: NaiveDate, dose: Dose) -> Result<Treatment, TreatmentError> {
        match self.dose_step_at(from) {
            Ok(_) => Err(TreatmentError::DoseStepExists(from)),
            Err(_) => self.change_dose(from, dose),
        }
    }

    /// Changes the planned dose from a day on: the step of that day, or a new one of the phase that the day is in.
    ///
    /// # Errors
    /// [`TreatmentError::OutsidePhase`] where that is no LDN phase; [`TreatmentError::OutOfRange`].
    pub fn change_dose(&self, from: NaiveDate, dose: Dose) -> Result<Treatment, TreatmentError> {
        date_in_range(from)?;
        self.is_no_day_of_trial(from)?;
        if !self.phase_on(from).is_some_and(|(_, phase)| phase.has_doses()) {
            return Err(TreatmentError::OutsidePhase(from));
        }
        let mut changed = self.clone();
        match self.dose_step_at(from) {
            Ok(place) => changed.dose_steps[place].dose = dose,
            Err(place) => changed.dose_steps.insert(place, DoseStep::new(from, dose)),
        }
        Ok(changed)
    }

    /// Takes the dose step that begins on a day out of the plan.
    ///
    /// # Errors
    /// [`TreatmentError::NoSuchDoseStep`].
    pub fn remove_dose_step(&self, from: NaiveDate) -> Result<Treatment, TreatmentError> {
        let place = self
            .dose_step_at(from)
            .map_err(|_| TreatmentError::NoSuchDoseStep(from))?;
        self.is_no_day_of_trial(from)?;
        let mut removed = self.clone();
        removed.dose_steps.remove(place);
        Ok(removed)
    }

    /// Puts another dose, or another day of the same phase, in the place of the dose step that begins on a day.
    ///
    /// # Errors
    /// [`TreatmentError::NoSuchDoseStep`]; [`TreatmentError::DoseStepExists`] if another step begins on the new day;
    /// [`TreatmentError::OutsidePhase`]; [`TreatmentError::OutOfRange`].
    pub fn edit_dose_step(&self, at: NaiveDate, from: NaiveDate, dose: Dose) -> Result<Treatment, TreatmentError> {
        let changed = self.remove_dose_step(at)?.add_dose_step(from, dose)?;
        let phase = |date| self.phase_on(date).map(|(index, _)| index);
        if phase(at) == phase(from) {
            Ok(changed)
        } else {
            Err(TreatmentError::OutsidePhase(from))
        }
    }

    /// What another treatment does to the phases of this one: which end earlier, and which are there no more.
    pub fn cut_by(&self, after: &Treatment) -> Vec<Cut> {
        let mut cuts = Vec::new();
        for (index, phase) in self.phases.iter().enumerate() {
            let mut others = after.phases.iter();
            let place = others.position(|other| other.kind == phase.kind && other.from == phase.from);
            let Some(place) = place else {
                // One of the same kind that is new has taken its place.
                let is_new = |other: &Phase| other.kind == phase.kind && !self.phases.contains(other);
                if !after.phases.iter().any(is_new) {
                    cuts.push(Cut::Gone(phase.kind.clone()));
                }
                continue;
            };
            let before = self.last_day(index).unwrap_or(NaiveDate::MAX);
            if let Some(last) = after.last_day(place).filter(|last| *last < before) {
                cuts.push(Cut::Ends(phase.kind.clone(), last));
            }
        }
        cuts
    }

    /// The phase of a day where that is a period of a trial of one, sealed or opened.
    pub fn period_on(&self, date: NaiveDate) -> Option<&Phase> {
        let (_, phase) = self.phase_on(date)?;
        phase.of_trial.then_some(phase)
    }

    /// Whether a phase can begin on another day: it is no period of a trial of one, and does not begin where one ends.
    pub fn can_move(&self, phase: usize) -> bool {
        self.outside_of_trials(phase).is_ok()
    }

    fn is_no_day_of_trial(&self, date: NaiveDate) -> Result<(), TreatmentError> {
        match self.period_on(date) {
            Some(_) => Err(TreatmentError::InTrial(date)),
            None => Ok(()),
        }
    }

    fn follows_trial(&self, phase: usize) -> bool {
        phase.checked_sub(1).is_some_and(|before| self.phases[before].of_trial)
    }

    /// Neither a period nor what begins where a trial ends can go or move by itself.
    fn outside_of_trials(&self, phase: usize) -> Result<(), TreatmentError> {
        let there = self.phases.get(phase).ok_or(TreatmentError::NoSuchPhase)?;
        if there.of_trial || self.follows_trial(phase) {
            Err(TreatmentError::InTrial(there.from))
        } else {
            Ok(())
        }
    }

    fn dose_step_at(&self, from: NaiveDate) -> Result<usize, usize> {
        self.dose_steps.binary_search_by_key(&from, |step| step.from)
    }
}

/// Names that differ in capitals and spaces alone are one medicine: it is called as in its first phase.
fn one_name_each(phases: &mut [Phase]) {
    let mut names: Vec<Name> = Vec::new();
    for phase in phases {
        if let PhaseKind::Comparator(name) = &mut phase.kind {
            match names.iter().find(|other| other.is_like(name)) {
                Some(first) => *name = first.clone(),
                None => names.push(name.clone()),
            }
        }
    }
}

#[cfg(test)]
mod tests;
