//! Starting placebo, another medicine, a washout, or a baseline anew (P2, P7).

use chrono::NaiveDate;

use super::first_day::is_unlikely;
use super::{Problem, field};
use crate::diary::{Name, Phase, PhaseKind, Treatment, iso};

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
    /// The treatment with the phase. A medicine that was taken before keeps the name that it has.
    ///
    /// # Errors
    /// Every [`Problem`]; whether it fits is looked at where there is no other.
    pub fn read(&self, treatment: &Treatment, today: NaiveDate) -> Result<Started, Vec<Problem>> {
        let kind = match &self.kind {
            Some(kind) => Ok(kind.clone()),
            None => {
                read_medicine(&self.medicine).map(|name| PhaseKind::Comparator(as_before(name, treatment.phases())))
            }
        };
        let from = match iso::date(&self.from) {
            Some(day) => is_unlikely(day, today, self.sure).map_or(Ok(day), Err),
            None => Err(Problem::NoDay),
        };
        let (kind, from) = match (kind, from) {
            (Ok(kind), Ok(from)) => (kind, from),
            (kind, from) => return Err(kind.err().into_iter().chain(from.err()).collect()),
        };
        match treatment.start_phase(kind.clone(), from, None) {
            Ok(treatment) => Ok(Started { kind, from, treatment }),
            Err(why) => Err(vec![Problem::Misfit(why)]),
        }
    }
}

/// The name of another medicine as it is typed.
///
/// # Errors
/// [`Problem::BadName`].
pub fn read_medicine(text: &str) -> Result<Name, Problem> {
    Name::new(text).map_err(|why| Problem::BadName(field::MEDICINE, why))
}

/// The name, in the letters in which a phase has it already.
fn as_before(name: Name, phases: &[Phase]) -> Name {
    let mut taken = phases.iter().filter_map(|phase| phase.kind.medicine());
    taken.find(|taken| taken.is_like(&name)).cloned().unwrap_or(name)
}
