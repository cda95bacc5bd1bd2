//! The small charts of the results: one question each, with words and figures beside the picture.

mod doses;
mod range;
mod side_effects;
mod spread;
mod weekdays;

use super::figure::Table;
use super::picture::Picture;

pub use doses::doses;
pub use range::likely_range;
pub use side_effects::side_effects;
pub use spread::{Row, spread};
pub use weekdays::weekdays;

/// A small chart, for eyes and for ears.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Small {
    /// What it shows, with the finding.
    pub title: String,
    /// The same in sentences, made from the same data.
    pub summary: String,
    /// The picture.
    pub picture: Picture,
    /// The figures themselves.
    pub table: Table,
}

/// A number with one decimal and a true minus sign: "−16.7".
pub fn decimal(number: f64) -> String {
    let text = format!("{number:.1}");
    match text.strip_prefix('-') {
        Some("0.0") => "0.0".to_owned(),
        Some(digits) => format!("−{digits}"),
        None => text,
    }
}

/// "−31.4 to −12.4".
pub fn from_to(interval: crate::statistics::Interval) -> String {
    format!("{} to {}", decimal(interval.low), decimal(interval.high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_decimal_and_nothing_is_minus_zero() {
        for (number, text) in [(-16.74, "−16.7"), (0.04, "0.0"), (-0.04, "0.0"), (12.25, "12.2")] {
            assert_eq!(decimal(number), text);
        }
    }
}
