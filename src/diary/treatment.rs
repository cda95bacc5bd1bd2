//! The phases and planned doses of a diary, without holes or overlaps (P1, P2).

use chrono::NaiveDate;

use super::diary_day::{DateOutOfRange, date_in_range};
use super::dose::Dose;
use super::phase::{DoseStep, Form, Phase, PhaseKind, PhaseSpan};

/// Phases and dose steps, each in ascending order of their first day.
///
/// A phase ends where the next one begins, so two can neither overlap nor leave a hole between them. Every operation
/// gives a new treatment and leaves this one as it is; that is how the app can undo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Treatment {
    phases: Vec<Phase>,
    dose_steps: Vec<DoseStep>,
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
    /// Takes phases and dose steps in ascending order.
    ///
    /// # Errors
    /// [`TreatmentError`] if two begin on one day, one is out of order, or a date is outside of the diary's range.
    pub fn new(phases: Vec<Phase>, dose_steps: Vec<DoseStep>) -> Result<Treatment, TreatmentError> {
        for date in phases.iter().map(|p| p.from).chain(dose_steps.iter().map(|s| s.from)) {
            date_in_range(date)?;
        }
        if let Some(pair) = phases.windows(2).find(|pair| pair[0].from >= pair[1].from) {
            return Err(TreatmentError::PhasesOutOfOrder(pair[1].from));
        }
        if let Some(pair) = dose_steps.windows(2).find(|pair| pair[0].from >= pair[1].from) {
            return Err(TreatmentError::DoseStepsOutOfOrder(pair[1].from));
        }
        Ok(Treatment { phases, dose_steps })
    }

    /// The phases, by first day.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// The dose steps, by first day.
    pub fn dose_steps(&self) -> &[DoseStep] {
        &self.dose_steps
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

    /// The dose planned for a day: the latest step on or before it, while the day is in an LDN phase.
    pub fn planned_dose(&self, date: NaiveDate) -> Option<Dose> {
        let (_, phase) = self.phase_on(date)?;
        let steps = self.dose_steps.partition_point(|step| step.from <= date);
        let step = self.dose_steps[..steps].last()?;
        (phase.kind == PhaseKind::Ldn).then_some(step.dose)
    }

    /// The treatment with the baseline that an entry opens by itself (P1).
    ///
    /// The first entry opens a baseline; a still earlier one moves its first day back, or opens a baseline before a first
    /// phase of another kind.
    #[must_use]
    pub fn opened_by(&self, entry: NaiveDate) -> Treatment {
        let mut opened = self.clone();
        match opened.phases.first_mut() {
            Some(first) if first.from <= entry => {}
            Some(first) if first.kind == PhaseKind::Baseline => first.from = entry,
            _ => opened.phases.insert(0, Phase::new(PhaseKind::Baseline, entry, None)),
        }
        opened
    }

    /// Starts a phase on a day; it takes over from the phase which that day was in, until the next one begins.
    ///
    /// # Errors
    /// [`TreatmentError::PhaseExists`] if a phase begins on that day already; `OutOfRange`.
    pub fn start_phase(
        &self,
        kind: PhaseKind,
        from: NaiveDate,
        form: Option<Form>,
    ) -> Result<Treatment, TreatmentError> {
        date_in_range(from)?;
        match self.phases.binary_search_by_key(&from, |phase| phase.from) {
            Ok(_) => Err(TreatmentError::PhaseExists(from)),
            Err(place) => {
                let mut started = self.clone();
                started.phases.insert(place, Phase::new(kind, from, form));
                Ok(started)
            }
        }
    }

    /// Undoes a phase: the one before it runs on (for the first phase: the one after it begins earlier). The dose steps
    /// of an undone LDN phase go with it.
    ///
    /// # Errors
    /// [`TreatmentError::NoSuchPhase`].
    pub fn remove_phase(&self, index: usize) -> Result<Treatment, TreatmentError> {
        let phase = self.phases.get(index).ok_or(TreatmentError::NoSuchPhase)?;
        let mut removed = self.clone();
        if phase.kind == PhaseKind::Ldn {
            let last = self.last_day(index).unwrap_or(NaiveDate::MAX);
            removed
                .dose_steps
                .retain(|step| !(phase.from..=last).contains(&step.from));
        }
        removed.phases.remove(index);
        if let (0, Some(next)) = (index, removed.phases.first_mut()) {
            next.from = phase.from;
        }
        Ok(removed)
    }

    /// Moves the first day of a phase, which is also the end of the one before it, and says how many days change phase.
    ///
    /// Planned doses stay with LDN: the dose of the first day begins with an LDN phase, and one that would lie before it,
    /// or behind its end, is dropped.
    ///
    /// # Errors
    /// [`TreatmentError`] if there is no such phase, or a neighbour would vanish.
    pub fn move_boundary(&self, index: usize, to: NaiveDate) -> Result<BoundaryMove, TreatmentError> {
        date_in_range(to)?;
        let from = self.phases.get(index).ok_or(TreatmentError::NoSuchPhase)?.from;
        let after_previous = index
            .checked_sub(1)
            .is_none_or(|previous| self.phases[previous].from < to);
        let before_next = self.phases.get(index + 1).is_none_or(|next| to < next.from);
        if !(after_previous && before_next) {
            return Err(TreatmentError::PassesNeighbour(to));
        }
        let mut result = self.clone();
        result.phases[index].from = to;
        let doses_dropped = result.follow_boundary(index, from, to);
        Ok(BoundaryMove {
            days_changing: (to - from).num_days().abs(),
            doses_dropped,
            result,
        })
    }

    /// Fits the dose steps to the first day of a phase that has moved. Gives how many were dropped.
    fn follow_boundary(&mut self, index: usize, from: NaiveDate, to: NaiveDate) -> usize {
        let is_ldn = |place: Option<usize>| place.is_some_and(|place| self.phases[place].kind == PhaseKind::Ldn);
        let passed = from.min(to)..=from.max(to);
        let steps_before = self.dose_steps.len();
        match (is_ldn(index.checked_sub(1)), is_ldn(Some(index))) {
            (false, false) => {}
            (true, false) => self.dose_steps.retain(|step| !(to..from).contains(&step.from)),
            (false, true) => {
                let first = self
                    .dose_steps
                    .iter()
                    .rfind(|step| passed.contains(&step.from))
                    .cloned();
                self.dose_steps.retain(|step| !passed.contains(&step.from));
                if let (Some(first), Err(place)) = (first, self.dose_step_at(to)) {
                    self.dose_steps.insert(place, DoseStep { from: to, ..first });
                }
            }
            // All doses still lie in LDN. One that begins with the phase moves along, unless there is another on the way.
            (true, true) => {
                let mut on_the_way = self.dose_steps.iter_mut().filter(|step| passed.contains(&step.from));
                if let (Some(step), None) = (on_the_way.next(), on_the_way.next())
                    && step.from == from
                {
                    step.from = to;
                }
            }
        }
        steps_before - self.dose_steps.len()
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

    /// Changes the planned dose from a day on: the step of that day, or a new one.
    ///
    /// # Errors
    /// [`TreatmentError::OutOfRange`].
    pub fn change_dose(&self, from: NaiveDate, dose: Dose) -> Result<Treatment, TreatmentError> {
        date_in_range(from)?;
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

    fn dose_step_at(&self, from: NaiveDate) -> Result<usize, usize> {
        self.dose_steps.binary_search_by_key(&from, |step| step.from)
    }
}

#[cfg(test)]
mod tests;
