//! A dose in whole micrograms: exact, never rounded (D7).

use std::fmt;
use std::str::FromStr;

/// A dose from 0 (none taken) to 1 g, in whole micrograms. No floating point is involved anywhere.
///
/// Text is read with either decimal mark: `4.5 mg`, `0,5 mg`, `2 µg`, `2 ug`, `2 mcg`. A mark never groups thousands;
/// micrograms are whole, so `1,000 µg` is refused and not taken for 1 µg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dose(u64);

/// Why a text or number is no dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoseError {
    /// A number alone could mean milligrams or micrograms.
    UnitMissing,
    /// There is no number, or something else beside it.
    NotADose,
    /// There is a part that whole micrograms cannot hold.
    TooFine,
    /// More than 1 g.
    TooLarge,
}

impl Dose {
    /// None taken.
    pub const NONE: Dose = Dose(0);
    /// The dose of the Stanford trials: 4.5 mg.
    pub const STUDIED: Dose = Dose(4500);
    /// The largest dose that can be written down: 1 g. It guards against a slip of the unit; it is no advice.
    pub const MAX: Dose = Dose(1_000_000);

    /// A dose of this many micrograms: 4.5 mg is 4500.
    ///
    /// # Errors
    /// [`DoseError::TooLarge`] above 1 g.
    pub const fn from_micrograms(micrograms: u64) -> Result<Dose, DoseError> {
        if micrograms > Dose::MAX.0 {
            Err(DoseError::TooLarge)
        } else {
            Ok(Dose(micrograms))
        }
    }

    /// The number of micrograms.
    pub const fn micrograms(self) -> u64 {
        self.0
    }

    /// Whether nothing was taken.
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether it is ten times another dose or more, or a tenth of it or less: a slip of the decimal mark, or of the unit, is
    /// likelier than that it is meant (D7). None taken is far from no dose, and no dose far from none.
    pub const fn is_far_from(self, other: Dose) -> bool {
        let (this, other) = (self.0, other.0);
        this > 0 && other > 0 && (this >= other * 10 || this * 10 <= other)
    }

    /// Reads a number of milligrams without its unit, with either decimal mark: `4.5`.
    ///
    /// # Errors
    /// [`DoseError`] as for a text with its unit.
    pub fn from_milligrams(text: &str) -> Result<Dose, DoseError> {
        scaled(text.trim(), 3)
    }

    /// The number of milligrams in full, without a unit: `4.5`, `0.002`, `0`.
    pub fn milligrams(self) -> String {
        let (whole, thousandths) = (self.0 / 1_000, self.0 % 1_000);
        let text = format!("{whole}.{thousandths:03}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

/// The decimal number `text` times ten to the power `places`, exactly.
fn scaled(text: &str, places: usize) -> Result<Dose, DoseError> {
    let (whole, decimals) = match text.split_once(['.', ',']) {
        Some((_, "")) => return Err(DoseError::NotADose),
        Some(parts) => parts,
        None => (text, ""),
    };
    if whole.is_empty() && decimals.is_empty() || !whole.bytes().chain(decimals.bytes()).all(|b| b.is_ascii_digit()) {
        return Err(DoseError::NotADose);
    }
    if places == 0 && !decimals.is_empty() {
        return Err(DoseError::TooFine);
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > places {
        return Err(DoseError::TooFine);
    }
    format!("{whole}{decimals:0<places$}")
        .bytes()
        .try_fold(0_u64, |sum, digit| {
            Some(sum * 10 + u64::from(digit - b'0')).filter(|sum| *sum <= Dose::MAX.0)
        })
        .map(Dose)
        .ok_or(DoseError::TooLarge)
}

impl FromStr for Dose {
    type Err = DoseError;

    fn from_str(text: &str) -> Result<Dose, DoseError> {
        let text = text.trim();
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let (number, unit) = text.split_at(text.find(|c| !is_number(c)).unwrap_or(text.len()));
        let places = match unit.trim_start().to_ascii_lowercase().as_str() {
            "mg" => 3,
            "\u{b5}g" | "\u{3bc}g" | "\u{39c}g" | "ug" | "mcg" => 0,
            "" if scaled(number, 3) != Err(DoseError::NotADose) => {
                return Err(DoseError::UnitMissing);
            }
            _ => return Err(DoseError::NotADose),
        };
        scaled(number, places)
    }
}

/// In mg from 100 µg up, else in µg: `4.5 mg`, `0.1 mg`, `2 µg`.
impl fmt::Display for Dose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 >= 100 {
            f.pad(&format!("{} mg", self.milligrams()))
        } else {
            f.pad(&format!("{} µg", self.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    // D7: 4.5 mg = 4500; either decimal mark; ultra-low doses.
    #[test]
    fn a_dose_is_read_with_either_mark_and_any_unit() {
        for (typed, micrograms) in [
            ("4.5 mg", 4_500),
            ("4,5mg", 4_500),
            ("0,5 mg", 500),
            (".5 mg", 500),
            ("4.500 mg", 4_500),
            ("1.125 MG", 1_125),
            ("2 µg", 2),
            ("2 \u{3bc}g", 2),
            (" 2ug ", 2),
            ("2 mcg", 2),
            ("0.001 mg", 1),
            ("0 mg", 0),
            ("1000 mg", 1_000_000),
            ("0000000000000000000000004 mg", 4_000),
        ] {
            assert_eq!(typed.parse::<Dose>().map(Dose::micrograms), Ok(micrograms), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_exact_dose_is_refused() {
        for (typed, error) in [
            ("4.5", DoseError::UnitMissing),
            ("4500", DoseError::UnitMissing),
            ("", DoseError::NotADose),
            ("mg", DoseError::NotADose),
            (". mg", DoseError::NotADose),
            ("4. mg", DoseError::NotADose),
            ("-4 mg", DoseError::NotADose),
            ("4.5.1 mg", DoseError::NotADose),
            ("1e3 mg", DoseError::NotADose),
            ("4 g", DoseError::NotADose),
            ("٤ mg", DoseError::NotADose),
            ("0.0001 mg", DoseError::TooFine),
            ("0.5 µg", DoseError::TooFine),
            ("1,000 µg", DoseError::TooFine),
            ("1000.001 mg", DoseError::TooLarge),
            ("99999999999999999999999999999999 mg", DoseError::TooLarge),
        ] {
            assert_eq!(typed.parse::<Dose>(), Err(error), "{typed:?}");
        }
    }

    // D7: shown in mg from 100 µg up.
    #[test]
    fn a_dose_is_shown_in_mg_from_100_micrograms_up() {
        for (micrograms, shown) in [
            (4_500, "4.5 mg"),
            (1_000, "1 mg"),
            (10_000, "10 mg"),
            (100, "0.1 mg"),
            (1_125, "1.125 mg"),
            (99, "99 µg"),
            (2, "2 µg"),
            (0, "0 µg"),
        ] {
            assert_eq!(Dose::from_micrograms(micrograms).unwrap().to_string(), shown);
        }
        assert_eq!(Dose::from_micrograms(2).unwrap().milligrams(), "0.002");
        assert_eq!(Dose::from_micrograms(1_000_001), Err(DoseError::TooLarge));
    }

    // D7: ten times or a tenth.
    #[test]
    fn ten_times_a_dose_and_a_tenth_of_it_are_far_from_it() {
        for (dose, other, is_far) in [
            (45_000, 4_500, true),
            (44_999, 4_500, false),
            (450, 4_500, true),
            (451, 4_500, false),
            (4_500, 4_500, false),
            (1_000_000, 1, true),
            (1, 1_000_000, true),
            (2, 15, false),
            (0, 4_500, false),
            (4_500, 0, false),
        ] {
            assert_eq!(Dose(dose).is_far_from(Dose(other)), is_far, "{dose} {other}");
        }
    }

    proptest! {
        // D7: no rounding, ever.
        #[test]
        fn a_dose_that_is_shown_reads_back_as_itself(micrograms in 0_u64..=1_000_000) {
            let dose = Dose::from_micrograms(micrograms).unwrap();
            prop_assert_eq!(dose.to_string().parse(), Ok(dose));
            prop_assert_eq!(dose.to_string().replace('.', ",").parse(), Ok(dose));
            prop_assert_eq!(Dose::from_milligrams(&dose.milligrams()), Ok(dose));
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "\\PC{0,20}") {
            let _ = text.parse::<Dose>();
        }
    }
}
