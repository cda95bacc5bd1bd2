//! A dose as it is typed: a number, and the unit that is chosen beside it.

use super::Problem;
use crate::diary::{Dose, DoseError, in_common_digits};
use crate::words::{Said, treatment};

/// What stands in a dose field. Nothing is read before it is asked for, and nothing that was typed is changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DoseText {
    /// As it was typed.
    pub text: String,
    /// Whether the number means micrograms.
    pub micrograms: bool,
}

impl DoseText {
    /// The text for a dose, in the unit it is shown in.
    pub fn of(dose: Dose) -> Self {
        let shown = dose.to_string();
        let (number, unit) = shown.split_once(' ').unwrap_or((&shown, "mg"));
        Self {
            text: number.into(),
            micrograms: unit != "mg",
        }
    }

    /// Reads it, in the digits of any script. A unit that was typed wins over the chosen one.
    ///
    /// # Errors
    /// [`DoseError`].
    pub fn read(&self) -> Result<Dose, DoseError> {
        let text = in_common_digits(&self.text);
        match text.parse() {
            Err(DoseError::UnitMissing) if self.micrograms => format!("{text} µg").parse(),
            Err(DoseError::UnitMissing) => format!("{text} mg").parse(),
            read => read,
        }
    }

    /// Reads a dose that is planned: any but none.
    ///
    /// # Errors
    /// The [`Problem`].
    pub fn planned(&self) -> Result<Dose, Problem> {
        match self.read() {
            Ok(Dose::NONE) => Err(Problem::DoseOfNone),
            Err(_) if self.text.trim().is_empty() => Err(Problem::NoDose),
            read => read.map_err(Problem::BadDose),
        }
    }
}

/// A dose that can hardly be meant: ten times the planned one or more, or a tenth of it or less (D7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FarDose {
    /// The dose that was typed.
    pub dose: Dose,
    /// The planned one.
    pub planned: Dose,
}

impl FarDose {
    /// The dose, where it has to be asked about: without a planned one it is not.
    pub fn of(dose: Dose, planned: Option<Dose>) -> Option<Self> {
        let planned = planned.filter(|planned| dose.is_far_from(*planned))?;
        Some(Self { dose, planned })
    }

    /// Whether it is among the problems that were said before: typed once more, the patient is sure of it.
    pub(super) fn was_asked(self, before: &[Problem]) -> bool {
        for problem in before {
            let problem = match problem {
                Problem::Step(_, step) => step,
                problem => problem,
            };
            if *problem == Problem::FarDose(self) {
                return true;
            }
        }
        false
    }
}

impl Said for FarDose {
    fn said(&self) -> String {
        let say = if self.dose > self.planned {
            treatment::ten_times
        } else {
            treatment::a_tenth
        };
        say(&self.dose.to_string(), &self.planned.to_string())
    }
}
