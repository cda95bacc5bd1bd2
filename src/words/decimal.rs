//! A number as it is read.

use std::fmt;

use super::messages::numbers;

/// A number rounded for reading: half away from zero, once, with so many decimals. Zero has no sign.
///
/// Whatever a person reads of a computed number is written by this type, so that one number is never rounded in two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// The number times ten to the power of its decimals.
    units: i64,
    decimals: u32,
}

/// How far below a half a number may lie and still be one: 2.675 has no exact place among the numbers of a computer.
const NEARLY: f64 = 1e-9;

impl Decimal {
    /// Rounds a number to so many decimals. What is no number is 0.
    #[expect(clippy::cast_possible_truncation, reason = "the cast stops at the ends of the type")]
    pub fn of(number: f64, decimals: u32) -> Self {
        let scaled = number * f64::from(10_u32.saturating_pow(decimals));
        Decimal {
            units: (scaled + NEARLY.copysign(scaled)).round() as i64,
            decimals,
        }
    }

    /// The whole number that is not below it: for what is not to be promised too small. What is no number is 0.
    pub fn up(number: f64) -> Self {
        Self::of((number - NEARLY).ceil(), 0)
    }

    /// The number itself, as a coordinate has to have it.
    #[expect(clippy::cast_precision_loss, reason = "a number for reading has few digits")]
    pub fn value(self) -> f64 {
        self.units as f64 / f64::from(10_u32.saturating_pow(self.decimals))
    }

    /// How many decimals it has.
    pub fn decimals(self) -> u32 {
        self.decimals
    }

    /// Whether it reads as 0.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether it reads as above 0.
    pub fn is_positive(self) -> bool {
        self.units > 0
    }

    /// Without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Decimal {
            units: self.units.saturating_abs(),
            ..self
        }
    }

    /// With the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Decimal {
            units: self.units.saturating_neg(),
            ..self
        }
    }

    /// Whether a variant of a message with this key is meant for it: its own digits, or a plural category.
    ///
    /// The categories of English, Norwegian, Spanish and German are the same for whole numbers: `one` is 1 and `other` all
    /// else (Unicode CLDR 47, plural rules, cardinals). A number that is written with decimals is `other`.
    pub(super) fn fits(self, key: &str) -> bool {
        match key {
            "one" => self.decimals == 0 && self.units.abs() == 1,
            "other" => true,
            number => self.decimals == 0 && number.parse() == Ok(self.units),
        }
    }

    /// What a reader gets who takes one printed number from another; both have the same decimals.
    pub(crate) fn minus(self, other: Self) -> Self {
        debug_assert_eq!(self.decimals, other.decimals, "numbers that stand side by side");
        Decimal {
            units: self.units.saturating_sub(other.units),
            ..self
        }
    }
}

impl fmt::Display for Decimal {
    /// "64", "−16.7", with a true minus sign.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ten = 10_u64.saturating_pow(self.decimals);
        let size = self.units.unsigned_abs();
        let sign = if self.units < 0 { "−" } else { "" };
        write!(f, "{sign}{}", grouped(size / ten))?;
        if self.decimals > 0 {
            let places = self.decimals as usize;
            write!(f, "{}{:0places$}", numbers::decimal_mark(), size % ten)?;
        }
        Ok(())
    }
}

/// "40,000"; up to four digits stand together.
fn grouped(number: u64) -> String {
    let mut digits = number.to_string();
    if digits.len() > 4 {
        let mut place = digits.len();
        while place > 3 {
            place -= 3;
            digits.insert_str(place, numbers::group_mark());
        }
    }
    digits
}

macro_rules! from_whole {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Decimal {
            fn from(units: $kind) -> Self {
                Self { units: i64::try_from(units).unwrap_or(i64::MAX), decimals: 0 }
            }
        })*
    };
}
from_whole!(u8, u32, u64, usize, i32, i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_goes_away_from_zero_and_zero_has_no_sign() {
        for (number, decimals, text) in [
            (64.08, 0, "64"),
            (46.5, 0, "47"),
            (-46.5, 0, "−47"),
            (2.5, 0, "3"),
            (-0.4, 0, "0"),
            (-16.74, 1, "−16.7"),
            (-0.04, 1, "0.0"),
            (12.25, 1, "12.3"),
            (1.15, 1, "1.2"),
            (8.35, 1, "8.4"),
            (0.005, 2, "0.01"),
            (f64::NAN, 1, "0.0"),
            (100.0, 0, "100"),
            (1500.0, 0, "1500"),
            (40_000.0, 0, "40,000"),
            (-12_345_678.9, 1, "−12,345,678.9"),
        ] {
            assert_eq!(Decimal::of(number, decimals).to_string(), text, "{number}");
        }
        assert_eq!(Decimal::of(f64::INFINITY, 0).abs().negated().negated().decimals(), 0);
    }

    #[test]
    fn what_is_not_to_be_too_small_goes_up() {
        for (number, text) in [
            (13.01, "14"),
            (14.0, "14"),
            (0.2, "1"),
            (0.1 + 0.2 + 0.7, "1"),
            (0.0, "0"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(Decimal::up(number).to_string(), text, "{number}");
        }
    }

    #[test]
    fn one_is_one_and_what_has_decimals_is_many() {
        assert!(Decimal::from(1_u32).fits("one") && Decimal::from(-1_i32).fits("one"));
        assert!(!Decimal::from(0_u32).fits("one") && !Decimal::of(1.0, 1).fits("one"));
        assert!(Decimal::from(0_u32).fits("0") && !Decimal::of(0.0, 1).fits("0"));
    }
}
