//! A change as it is read: an amount of percent or points, on one side.

use crate::diary::Direction;
use crate::words::{Decimal, trial as words};

/// A change as it is read: how much, of what, and on which side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Above 0 is better.
    pub improvement: Decimal,
    /// What it counts.
    pub unit: Unit,
    pub(super) direction: Direction,
}

/// What a change is told in (A4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Points of the scale.
    Points,
    /// Percent of the average compared with; it stands beside points.
    Percent,
}

impl Amount {
    /// Whether it reads as no change.
    pub fn is_none(self) -> bool {
        self.improvement.is_zero()
    }

    /// Whether it is better; what reads as no change is not.
    pub fn is_better(self) -> bool {
        self.improvement.is_positive()
    }

    /// Whether the ratings fell.
    pub fn is_lower(self) -> bool {
        self.is_better() == (self.direction == Direction::LowerIsBetter)
    }

    /// How much it is, without a sign.
    pub fn size(self) -> Decimal {
        self.improvement.abs()
    }

    /// "32 %", "1 point", "1.6 points".
    pub fn number(self) -> String {
        match self.unit {
            Unit::Percent => words::percent(self.size()),
            Unit::Points => words::points(self.size()),
        }
    }

    /// "32 % lower"; "no change" for 0.
    pub fn number_and_way(self) -> String {
        let size = self.size();
        match (self.unit, self.is_lower()) {
            _ if self.is_none() => words::no_change().to_owned(),
            (Unit::Percent, true) => words::percent_lower(size),
            (Unit::Percent, false) => words::percent_higher(size),
            (Unit::Points, true) => words::points_lower(size),
            (Unit::Points, false) => words::points_higher(size),
        }
    }

    /// "32 % better"; "no change" for 0.
    pub fn number_and_side(self) -> String {
        let size = self.size();
        match (self.unit, self.is_better()) {
            _ if self.is_none() => words::no_change().to_owned(),
            (Unit::Percent, true) => words::percent_better(size),
            (Unit::Percent, false) => words::percent_worse(size),
            (Unit::Points, true) => words::points_better(size),
            (Unit::Points, false) => words::points_worse(size),
        }
    }

    /// The same in a cell of a table, whose head names the unit: "7 better".
    pub fn in_cell(self) -> String {
        match self.is_better() {
            _ if self.is_none() => words::no_change().to_owned(),
            true => words::cell_better(self.size()),
            false => words::cell_worse(self.size()),
        }
    }
}
