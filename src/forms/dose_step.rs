//! A dose from a day on: a new one, or another in the place of one that is planned.

use chrono::NaiveDate;

use super::{DoseText, Problem};
use crate::diary::{Dose, Treatment, TreatmentError, iso};

/// The form as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The first day.
    pub from: String,
    /// The dose.
    pub dose: DoseText,
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
        self.planned(|from, dose| {
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
        self.planned(|from, dose| treatment.edit_dose_step(at, from, dose))
    }

    fn planned(
        &self,
        plan: impl FnOnce(NaiveDate, Dose) -> Result<Treatment, TreatmentError>,
    ) -> Result<Planned, Vec<Problem>> {
        let (from, dose) = self.read()?;
        let treatment = plan(from, dose).map_err(|why| vec![Problem::Misfit(why)])?;
        Ok(Planned { from, dose, treatment })
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
