//! A dose from a day on: a new one, or another in the place of one that is planned.

use chrono::NaiveDate;

use super::{DoseText, FarDose, Problem};
use crate::diary::{Dose, Treatment, TreatmentError, iso};

/// The form as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The first day.
    pub from: String,
    /// The dose.
    pub dose: DoseText,
    /// What was said of the form before: a dose that was asked about is meant.
    pub before: Vec<Problem>,
}

/// What the form would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The first day.
    pub from: NaiveDate,
    /// The dose from then on.
    pub dose: Dose,
    /// The treatment with it.
    pub treatment: Treatment,
}

impl Typed {
    /// Plans the dose from the day on. Where it is planned for that day already, nothing changes: the same dose again would
    /// be a change of dose in the results.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn change(&self, treatment: &Treatment) -> Result<Planned, Vec<Problem>> {
        let (from, dose) = self.read()?;
        let before = treatment.planned_dose(from).or(dose_before(treatment, from));
        self.asked(dose, before)?;
        planned(from, dose, || {
            if treatment.planned_dose(from) == Some(dose) {
                Ok(treatment.clone())
            } else {
                treatment.change_dose(from, dose)
            }
        })
    }

    /// Puts day and dose in the place of the dose that is planned from the day `at` on.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn edit(&self, treatment: &Treatment, at: NaiveDate) -> Result<Planned, Vec<Problem>> {
        let (from, dose) = self.read()?;
        // The one that it replaces may be the slip: it counts where there is no other.
        self.asked(dose, dose_before(treatment, at).or(treatment.planned_dose(at)))?;
        planned(from, dose, || treatment.edit_dose_step(at, from, dose))
    }

    fn asked(&self, dose: Dose, before: Option<Dose>) -> Result<(), Vec<Problem>> {
        self.is_far(dose, before).map_or(Ok(()), |problem| Err(vec![problem]))
    }

    /// Whether the dose has to be asked about beside the one before it.
    pub(super) fn is_far(&self, dose: Dose, before: Option<Dose>) -> Option<Problem> {
        let far = FarDose::of(dose, before).filter(|far| !far.was_asked(&self.before));
        far.map(Problem::FarDose)
    }

    /// The day and the dose, whatever the treatment is.
    ///
    /// # Errors
    /// Every [`Problem`], that of the day first.
    pub(super) fn read(&self) -> Result<(NaiveDate, Dose), Vec<Problem>> {
        match (iso::date(&self.from), self.dose.planned()) {
            (Some(from), Ok(dose)) => Ok((from, dose)),
            (from, dose) => {
                let no_day = from.is_none().then_some(Problem::NoDay);
                Err(no_day.into_iter().chain(dose.err()).collect())
            }
        }
    }
}

/// The dose that was planned last before a day.
pub(super) fn dose_before(treatment: &Treatment, day: NaiveDate) -> Option<Dose> {
    let steps = treatment.dose_steps().iter().rev();
    steps.skip_while(|step| day <= step.from).map(|step| step.dose).next()
}

fn planned(
    from: NaiveDate,
    dose: Dose,
    plan: impl FnOnce() -> Result<Treatment, TreatmentError>,
) -> Result<Planned, Vec<Problem>> {
    let treatment = plan().map_err(|why| vec![Problem::Misfit(why)])?;
    Ok(Planned { from, dose, treatment })
}
