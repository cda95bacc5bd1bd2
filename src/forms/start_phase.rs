//! Starting placebo, another medicine, a washout, or a baseline anew (P2, P7).

use chrono::NaiveDate;

use super::first_day::is_unlikely;
use super::{Problem, field};
use crate::diary::{Name, PhaseKind, Treatment, iso};
use crate::words::names;

/// The form as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// What starts; `None` for another medicine.
    pub kind: Option<PhaseKind>,
    /// The name of that.
    pub medicine: String,
    /// The first day.
    pub from: String,
    /// An unlikely first day that was asked about and is meant.
    pub sure: Option<NaiveDate>,
}

/// What the form would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Started {
    /// What starts.
    pub kind: PhaseKind,
    /// Its first day.
    pub from: NaiveDate,
    /// The treatment with it.
    pub treatment: Treatment,
}

impl Typed {
    /// The treatment with the phase.
    ///
    /// # Errors
    /// Every [`Problem`]; whether it fits is looked at where there is no other.
    pub fn read(&self, treatment: &Treatment, today: NaiveDate) -> Result<Started, Vec<Problem>> {
        let kind = match &self.kind {
            Some(kind) => Ok(kind.clone()),
            None => read_medicine(&self.medicine).map(PhaseKind::Comparator),
        };
        let from = match iso::date(&self.from) {
            Some(day) => is_unlikely(day, today, self.sure).map_or(Ok(day), Err),
            None => Err(Problem::NoDay),
        };
        let (kind, from) = match (kind, from) {
            (Ok(kind), Ok(from)) => (kind, from),
            (kind, from) => return Err(kind.err().into_iter().chain(from.err()).collect()),
        };
        let treatment = treatment.start_phase(kind.clone(), from, None);
        let treatment = treatment.map_err(|why| vec![Problem::Misfit(why)])?;
        // A medicine that was taken before keeps its letters.
        let kind = treatment.phase_on(from).map_or(kind, |(_, phase)| phase.kind.clone());
        Ok(Started { kind, from, treatment })
    }
}

/// The name of another medicine as it is typed: none of those that the phases have.
///
/// # Errors
/// [`Problem::BadName`], [`Problem::NoOther`].
pub fn read_medicine(text: &str) -> Result<Name, Problem> {
    let name = Name::new(text).map_err(|why| Problem::BadName(field::MEDICINE, why))?;
    let is_ours = |kind: &PhaseKind| Name::new(&names::phase(kind)).is_ok_and(|ours| ours.is_like(&name));
    if PhaseKind::UNNAMED.iter().any(is_ours) {
        return Err(Problem::NoOther);
    }
    Ok(name)
}
