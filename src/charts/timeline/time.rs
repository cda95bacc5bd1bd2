//! The axis of the timeline: where a day lies on it, and how closely days are drawn.

use chrono::{Datelike, NaiveDate};

use crate::diary::PhaseSpan;

/// How closely the days are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// A mark for each day, and the 7-day mean.
    EveryDay,
    /// The 7-day mean alone, day by day.
    Means,
    /// The 7-day mean once a week.
    Weeks,
}

/// Shown days above which single days can't be told apart any more.
const MOST_MARKS: usize = 200;
/// Shown days above which one point a week is as good as one a day.
pub(super) const MOST_POINTS: usize = 800;

impl Density {
    /// Of so many days in sight.
    pub fn of(shown: usize) -> Density {
        if shown <= MOST_MARKS {
            Density::EveryDay
        } else if shown <= MOST_POINTS {
            Density::Means
        } else {
            Density::Weeks
        }
    }
}

/// Milliseconds of a day, on an axis without time zones.
pub(super) const DAY: i64 = 86_400_000;

/// The beginning of a day on the time axis.
pub(super) fn midnight(date: NaiveDate) -> i64 {
    const EPOCH: i64 = 719_163;
    (i64::from(date.num_days_from_ce()) - EPOCH) * DAY
}

/// At noon a mark stands inside its day and its phase.
pub(super) fn noon(date: NaiveDate) -> i64 {
    midnight(date) + DAY / 2
}

/// The end of a phase on the time axis: the beginning of the day after.
pub(super) fn end(span: &PhaseSpan<'_>) -> i64 {
    midnight(span.to) + DAY
}
