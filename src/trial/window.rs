//! Which days of a phase count in a comparison (A2).

use chrono::{Days, NaiveDate};

/// A stretch of calendar days, both ends included, and how many of its days were recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The days on which the item of the comparison was answered.
    pub recorded: usize,
}

impl Window {
    /// How many calendar days it spans, both ends included.
    pub fn days(&self) -> usize {
        calendar_days(self.from, self.to)
    }

    /// The recorded days as a share of its days, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
    pub fn completeness(&self) -> f64 {
        self.recorded as f64 / self.days().max(1) as f64
    }
}

/// How many days a window of a phase spans at most.
pub const WINDOW_DAYS: u64 = 28;

/// How many days after a change are not counted: the time in which a new dose settles in.
pub const SETTLING_IN: u64 = 14;

/// The first and the last day that count in a phase (or a part of one) that ends on `to` and whose latest change was on
/// `changed`: the last 28 days, without the first 14 from the change on. `None` when no day is left.
pub(super) fn counted_days(changed: NaiveDate, to: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let settled = changed.checked_add_days(Days::new(SETTLING_IN))?;
    let last_days = to
        .checked_sub_days(Days::new(WINDOW_DAYS - 1))
        .unwrap_or(NaiveDate::MIN);
    let from = settled.max(last_days);
    (from <= to).then_some((from, to))
}

/// The number of calendar days from one day to another, both included; 0 where `to` lies before `from`.
pub(super) fn calendar_days(from: NaiveDate, to: NaiveDate) -> usize {
    usize::try_from((to - from).num_days() + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    // A2: the last 28 calendar days, without the first 14 days after the latest change.
    #[test]
    fn a_window_has_28_days_at_most_and_begins_14_days_after_a_change() {
        for (changed, to, expected) in [
            ("2026-01-19", "2026-04-12", Some("2026-03-16")),
            ("2026-04-13", "2026-05-10", Some("2026-04-27")),
            ("2026-03-26", "2026-04-05", None),
            ("2026-03-26", "2026-04-08", None),
            ("2026-03-26", "2026-04-09", Some("2026-04-09")),
            ("2026-01-01", "2026-02-11", Some("2026-01-15")),
            ("2026-01-01", "2026-02-12", Some("2026-01-16")),
        ] {
            let found = counted_days(date(changed), date(to)).map(|days| days.0);
            assert_eq!(found, expected.map(date), "changed {changed}, to {to}");
        }
    }
}
