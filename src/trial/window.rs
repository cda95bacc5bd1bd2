//! Which days count in a comparison (A2).

use chrono::{Days, NaiveDate};

use super::readings::{LeftOut, Readings};
use crate::diary::{ItemId, PhaseKind, Template};

/// Days that are compared, and how many of them were recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// How many calendar days it has: all from the first to the last, but where several stretches off LDN stand together.
    pub calendar: usize,
    /// How many of those the diary asked of (P9), and others on which the item was answered all the same: the days that could
    /// be recorded.
    pub days: usize,
    /// Those of the recorded days that the diary did not ask of.
    pub unasked: usize,
    /// The days on which the item of the comparison was answered.
    pub recorded: usize,
    /// The days on which it was answered and is left out; none of them is among the recorded ones.
    pub left_out: LeftOut,
    /// Those of the recorded days that were imported.
    pub imported: usize,
}

impl Window {
    /// A stretch of calendar days, both ends included, each of which the diary asked of.
    pub fn new(from: NaiveDate, to: NaiveDate, recorded: usize) -> Self {
        let days = calendar_days(from, to);
        Window {
            from,
            to,
            calendar: days,
            days,
            unasked: 0,
            recorded,
            left_out: LeftOut::default(),
            imported: 0,
        }
    }

    /// The days of an item from one to another, both included.
    pub(super) fn of(readings: &Readings, item: &ItemId, (from, to): (NaiveDate, NaiveDate)) -> Window {
        let ratings = readings.of_item(item, from, to);
        let recorded = || ratings.iter().map(|(date, _)| *date);
        Window {
            days: readings.sampling.days_to_record((from, to), recorded()),
            unasked: readings.sampling.unasked(recorded()),
            left_out: readings.left_out_of(item, from, to),
            imported: readings.imported_of(item, from, to),
            ..Window::new(from, to, ratings.len())
        }
    }

    /// This one and a later one as one side.
    pub(super) fn and(self, later: &Window) -> Window {
        Window {
            from: self.from,
            to: later.to,
            calendar: self.calendar + later.calendar,
            days: self.days + later.days,
            unasked: self.unasked + later.unasked,
            recorded: self.recorded + later.recorded,
            left_out: self.left_out + later.left_out,
            imported: self.imported + later.imported,
        }
    }

    /// Whether all days from the first to the last count.
    pub fn is_unbroken(&self) -> bool {
        self.calendar == calendar_days(self.from, self.to)
    }

    /// The days that the diary did not ask of, and that hold no answer: they are not missing.
    pub fn rested(&self) -> usize {
        self.calendar.saturating_sub(self.days)
    }

    /// The recorded days as a share of those that could be recorded, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
    pub fn completeness(&self) -> f64 {
        self.recorded as f64 / self.days.max(1) as f64
    }
}

/// The day of a dose with which its answer is final, and the most days that a side has: 12 weeks, as in the 2013 trial.
pub const FINAL_DAY: u64 = 84;

/// How many days after a change are not counted: the time in which a new dose settles in.
pub const SETTLING_IN: u64 = 14;

/// The phases of a plan that end before a day of them counts. A baseline counts from its first day.
pub fn too_short(plan: &Template) -> Vec<PhaseKind> {
    let phases = plan
        .phases()
        .into_iter()
        .filter(|phase| phase.kind != PhaseKind::Baseline);
    let ended = phases.filter(|phase| u64::from(phase.days) <= SETTLING_IN);
    ended.map(|phase| phase.kind).collect()
}

/// How many of the last days are averaged where nothing is compared any more, and how young a change is before which the
/// answer of the dose before it stays in sight.
pub const FOUR_WEEKS: u64 = 28;

/// The 84th day from `changed` on.
pub(super) fn final_day(changed: NaiveDate) -> NaiveDate {
    changed
        .checked_add_days(Days::new(FINAL_DAY - 1))
        .unwrap_or(NaiveDate::MAX)
}

/// The last of the days from `from` to `to`, so many at most.
pub(super) fn last_days(from: NaiveDate, to: NaiveDate, most: u64) -> (NaiveDate, NaiveDate) {
    let first = to.checked_sub_days(Days::new(most - 1)).unwrap_or(NaiveDate::MIN);
    (from.max(first), to)
}

/// The number of calendar days from one day to another, both included; 0 where `to` lies before `from`.
pub(super) fn calendar_days(from: NaiveDate, to: NaiveDate) -> usize {
    usize::try_from((to - from).num_days() + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::PlannedPhase;

    // P3: the plan of 2009 lays out placebo and washout of 14 days each.
    #[test]
    fn a_phase_of_a_plan_that_ends_with_its_14th_day_is_too_short_to_be_compared() {
        use PhaseKind::{Ldn, Placebo, Washout};
        assert_eq!(too_short(&Template::Stanford2009), [Placebo, Washout]);
        for placebo_first in [false, true] {
            assert_eq!(too_short(&Template::Stanford2013 { placebo_first }), []);
        }
        assert_eq!(too_short(&Template::TenWeek), []);
        let own = |days| Template::Own(vec![PlannedPhase { kind: Ldn, days }]);
        assert_eq!((too_short(&own(14)), too_short(&own(15))), (vec![Ldn], vec![]));
    }
}
