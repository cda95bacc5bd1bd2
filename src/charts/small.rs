//! The small charts of the results: one question each, with words and figures beside the diagram.

mod doses;
mod pairs;
mod range;
mod side_effects;
mod spread;
mod weekdays;

use super::diagram::Diagram;
use super::figure::Table;
use crate::words::{Decimal, numbers};

pub use doses::doses;
pub use pairs::pairs;
pub use range::likely_range;
pub use side_effects::{EffectsOf, side_effects};
pub use spread::{Row, spread};
pub use weekdays::weekdays;

/// A small chart, for eyes and for ears.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Small {
    /// What it shows, with the finding.
    pub title: String,
    /// The same in sentences, made from the same data.
    pub summary: String,
    /// The diagram.
    pub diagram: Diagram,
    /// The figures themselves.
    pub table: Table,
}

/// A number with one decimal: "−16.7".
fn decimal(number: f64) -> String {
    Decimal::of(number, 1).to_string()
}

/// A number without decimals: "64".
fn whole(number: f64) -> Decimal {
    Decimal::of(number, 0)
}

/// Where a table has no number.
fn none() -> String {
    numbers::none().to_owned()
}
