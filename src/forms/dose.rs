//! A dose as it is typed: a number, and the unit that is chosen beside it.

use super::Problem;
use crate::diary::{Dose, DoseError};

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

    /// Reads it. A unit that was typed wins over the chosen one.
    ///
    /// # Errors
    /// [`DoseError`].
    pub fn read(&self) -> Result<Dose, DoseError> {
        match self.text.parse() {
            Err(DoseError::UnitMissing) if self.micrograms => format!("{} µg", self.text).parse(),
            Err(DoseError::UnitMissing) => format!("{} mg", self.text).parse(),
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
