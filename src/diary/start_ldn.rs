//! Starting LDN: the first day, the dose, and the further steps of a titration (P2, P4).

use chrono::NaiveDate;

use super::{Dose, DoseStep, Form, Phase, PhaseKind, Treatment, TreatmentError};

/// What "Start LDN" takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartLdn {
    /// The first day on LDN.
    pub first_day: NaiveDate,
    /// The dose from the first day on.
    pub dose: Dose,
    /// What is taken.
    pub form: Form,
    /// Further steps of the titration plan, each with its first day.
    pub later_steps: Vec<(NaiveDate, Dose)>,
}

impl StartLdn {
    /// The treatment with the LDN phase and its dose steps in it.
    ///
    /// # Errors
    /// [`TreatmentError`] where the phase or a step falls on a day that begins one already.
    pub fn apply(&self, treatment: &Treatment) -> Result<Treatment, TreatmentError> {
        let first = DoseStep::new(self.first_day, self.dose);
        let later = self.later_steps.iter().map(|(from, dose)| DoseStep::new(*from, *dose));
        let mut plan: Vec<DoseStep> = std::iter::once(first).chain(later).collect();
        plan.sort_by_key(|step| step.from);
        treatment.begin(Phase::new(PhaseKind::Ldn, self.first_day, Some(self.form)), plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    fn mg(text: &str) -> Dose {
        Dose::from_milligrams(text).unwrap()
    }

    fn baseline() -> Treatment {
        Treatment::default().opened_by(date("2026-01-05"))
    }

    // P2
    #[test]
    fn a_titration_is_one_phase_with_its_steps() {
        let start = StartLdn {
            first_day: date("2026-01-19"),
            dose: mg("1.5"),
            form: Form::Capsule,
            later_steps: vec![(date("2026-02-02"), mg("3")), (date("2026-02-16"), mg("4.5"))],
        };
        let started = start.apply(&baseline()).unwrap();
        let kinds: Vec<_> = started
            .phases()
            .iter()
            .map(|phase| (phase.kind.clone(), phase.from))
            .collect();
        assert_eq!(
            kinds,
            [
                (PhaseKind::Baseline, date("2026-01-05")),
                (PhaseKind::Ldn, date("2026-01-19"))
            ]
        );
        for (on, dose) in [
            ("2026-01-18", None),
            ("2026-01-19", Some("1.5")),
            ("2026-02-15", Some("3")),
            ("2026-03-01", Some("4.5")),
        ] {
            assert_eq!(started.planned_dose(date(on)), dose.map(mg), "{on}");
        }
    }

    #[test]
    fn two_steps_on_one_day_are_refused() {
        let start = StartLdn {
            first_day: date("2026-01-19"),
            dose: mg("1.5"),
            form: Form::Liquid,
            later_steps: vec![(date("2026-01-19"), mg("3"))],
        };
        let refused = start.apply(&baseline());
        assert_eq!(refused, Err(TreatmentError::DoseStepExists(date("2026-01-19"))));
    }
}
