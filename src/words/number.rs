//! Numbers to read.

use super::messages::numbers;

/// A number as it is read: rounded, with as many decimals as it is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    /// In units of its last decimal: 288 with one decimal is 28.8.
    units: i64,
    decimals: u8,
}

impl Number {
    /// `value` rounded to some decimals, halves away from zero. A zero has no sign; what is no number, or is too large to be
    /// written to its last digit, is the nearest that can be.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a float becomes the nearest integer that there is"
    )]
    pub fn rounded(value: f64, decimals: u8) -> Self {
        let units = (value * 10_f64.powi(i32::from(decimals))).round() as i64;
        Self { units, decimals }
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

    /// "28.8", "−3".
    pub fn written(self) -> String {
        let digits = self.units.unsigned_abs().to_string();
        let decimals = usize::from(self.decimals);
        // A nought stands before the mark at least.
        let padded = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, part) = padded.split_at(padded.len() - decimals);
        let sign = if self.units < 0 { "−" } else { "" };
        if part.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}{}{part}", numbers::decimal_mark())
        }
    }
}

macro_rules! from_whole {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Number {
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
    fn halves_go_away_from_zero_and_nothing_is_written_as_minus_zero() {
        for (value, decimals, expected) in [
            (0.5, 0, "1"),
            (-0.5, 0, "−1"),
            (2.5, 0, "3"),
            (-0.4, 0, "0"),
            (-0.04, 1, "0.0"),
            (28.8, 1, "28.8"),
            (0.05, 2, "0.05"),
            (-3.25, 1, "−3.3"),
            (100.0, 0, "100"),
            (f64::NAN, 0, "0"),
        ] {
            assert_eq!(Number::rounded(value, decimals).written(), expected, "{value}");
        }
    }

    #[test]
    fn one_is_one_and_what_has_decimals_is_many() {
        assert!(Number::from(1_u32).fits("one") && Number::from(-1_i32).fits("one"));
        assert!(!Number::from(0_u32).fits("one") && !Number::rounded(1.0, 1).fits("one"));
        assert!(Number::from(0_u32).fits("0") && !Number::rounded(0.0, 1).fits("0"));
    }
}
