//! What the days allow to be said, and what is still needed (A3).

use chrono::{Days, NaiveDate};

use super::window::Window;

/// How far a comparison can go. The first that fits, in the order of the variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// There are no days to compare with, or the item was rated on none of them.
    NoReference,
    /// No day counts yet: the start of the phase, the latest dose step or the end of a pause is under 14 days old.
    SettlingIn {
        /// The first day on which a range could be shown if every day until then is recorded; `None` where the phase
        /// ends before.
        ready_from: Option<NaiveDate>,
    },
    /// A side has under 7 recorded days, or under half of those that the diary asked of.
    TooFewDays {
        /// How many more days of the reference would have to be filled in; 0 where it has enough.
        reference_lacks: usize,
        /// How many more days of the window would have to be filled in; 0 where it has enough.
        phase_lacks: usize,
        /// As in [`Status::SettlingIn`]; `None` too where it is the reference that lacks days.
        ready_from: Option<NaiveDate>,
    },
    /// Every day of either side has the same value: there is nothing to judge a change by.
    NoVariation,
    /// Fewer days than a full comparison asks for: under 28 days in the window, under 14 of them recorded, or a reference
    /// of under 11 recorded days.
    EarlyLook {
        /// How many more recorded days of the reference would make it a full comparison.
        reference_lacks: usize,
        /// The first day on which the window could have enough, if every day until then is recorded; `None` where it has,
        /// and where the dose or phase ends before.
        full_from: Option<NaiveDate>,
    },
    /// Enough days on both sides.
    Ready,
}

/// Recorded days below which a side gives averages alone.
pub const FEWEST: usize = crate::statistics::FEWEST_DAYS;
/// Recorded days of a reference that make a full comparison: 80 % of 14, as the 2017 trial asked (NCT02107014).
pub(super) const FULL_REFERENCE: usize = 11;
/// Recorded days in the window that make a full comparison, and calendar days that it then spans.
const FULL_WINDOW: usize = 14;
const FULL_WINDOW_DAYS: usize = 28;

impl Status {
    /// The name in the analysis document (F3).
    pub fn id(&self) -> &'static str {
        match self {
            Status::NoReference => "no_reference",
            Status::SettlingIn { .. } => "settling_in",
            Status::TooFewDays { .. } => "too_few_days",
            Status::NoVariation => "no_variation",
            Status::EarlyLook { .. } => "early_look",
            Status::Ready => "ready",
        }
    }

    /// Whether a likely range is shown.
    pub fn has_range(&self) -> bool {
        matches!(self, Status::EarlyLook { .. } | Status::Ready)
    }

    /// The status of a window against a reference; `varies` where not both are constant; `ahead` tells the first day on
    /// which the window could lack no day by a count of what it lacks.
    pub(super) fn of(
        reference: Option<&Window>,
        window: Option<&Window>,
        varies: bool,
        ahead: impl Fn(Lacks) -> Option<NaiveDate>,
    ) -> Self {
        let Some(reference) = reference.filter(|window| window.recorded > 0) else {
            return Status::NoReference;
        };
        let reference_lacks = lacks(reference);
        let ready_from = || if reference_lacks == 0 { ahead(lacks) } else { None };
        let Some(window) = window else {
            return Status::SettlingIn {
                ready_from: ready_from(),
            };
        };
        let phase_lacks = lacks(window);
        if reference_lacks + phase_lacks > 0 {
            return Status::TooFewDays {
                reference_lacks,
                phase_lacks,
                ready_from: ready_from(),
            };
        }
        if !varies {
            return Status::NoVariation;
        }
        let reference_lacks = FULL_REFERENCE.saturating_sub(reference.recorded);
        let is_full = lacks_to_be_full(window) == 0;
        if reference_lacks == 0 && is_full {
            return Status::Ready;
        }
        Status::EarlyLook {
            reference_lacks,
            full_from: if is_full { None } else { ahead(lacks_to_be_full) },
        }
    }
}

/// How many days a window lacks.
pub(super) type Lacks = fn(&Window) -> usize;

/// How many more recorded days a side needs for a range: up to 7, and up to half of those that could be recorded.
pub(super) fn lacks(window: &Window) -> usize {
    FEWEST.max(window.days.div_ceil(2)).saturating_sub(window.recorded)
}

/// How many more days the window of a full comparison needs, recorded or on the calendar.
fn lacks_to_be_full(window: &Window) -> usize {
    let of_days = FULL_WINDOW_DAYS.saturating_sub(window.calendar);
    of_days
        .max(FULL_WINDOW.saturating_sub(window.recorded))
        .max(lacks(window))
}

/// The first day after `as_of` on which the window would lack nothing if every day from then on were recorded.
///
/// `begins` is the first day that counts after the last change, planned ones too, and `ends` the last day of the phase, if
/// it has one; `counted` tells the days that count on a day, and `read` the days from one to another as they are now.
pub(super) fn ready_from(
    as_of: NaiveDate,
    begins: NaiveDate,
    ends: Option<NaiveDate>,
    counted: impl Fn(NaiveDate) -> Option<(NaiveDate, NaiveDate)>,
    read: impl Fn(NaiveDate, NaiveDate) -> Window,
    lacks: Lacks,
) -> Option<NaiveDate> {
    // The days of a full comparison are over within nine weeks, and where seven days a month are asked of within two months
    // more.
    let horizon = begins.max(as_of).checked_add_days(Days::new(125))?;
    let reach = ends.map_or(horizon, |ends| ends.min(horizon));
    as_of.iter_days().skip(1).take_while(|day| *day <= reach).find(|day| {
        counted(*day)
            // After the last day that counts, no further day helps.
            .is_some_and(|(from, to)| {
                to == *day && {
                    let mut window = read(from, to);
                    let first_ahead = as_of.succ_opt().unwrap_or(as_of).max(from);
                    window.recorded += read(first_ahead, to).days;
                    lacks(&window) == 0
                }
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;
    use crate::trial::question::Question;

    fn window(days: u64, recorded: usize) -> Window {
        let from = date("2026-03-01");
        Window::new(from, from + Days::new(days - 1), recorded)
    }

    // A3, in its order.
    #[test]
    fn the_first_status_that_fits_is_given() {
        for (baseline, phase, varies, expected) in [
            (None, None, true, "no_reference"),
            (Some((14, 0)), Some((28, 28)), true, "no_reference"),
            (Some((14, 1)), None, true, "settling_in"),
            (Some((14, 6)), Some((28, 28)), true, "too_few_days"),
            (Some((14, 14)), Some((13, 6)), true, "too_few_days"),
            (Some((16, 7)), Some((28, 28)), true, "too_few_days"),
            (Some((15, 7)), Some((28, 28)), true, "too_few_days"),
            (Some((14, 7)), Some((28, 13)), true, "too_few_days"),
            (Some((14, 14)), Some((28, 28)), false, "no_variation"),
            (Some((7, 7)), Some((14, 7)), false, "no_variation"),
            (Some((14, 10)), Some((28, 28)), true, "early_look"),
            (Some((14, 11)), Some((26, 13)), true, "early_look"),
            (Some((14, 11)), Some((27, 27)), true, "early_look"),
            (Some((14, 11)), Some((28, 14)), true, "ready"),
            (Some((14, 11)), Some((70, 34)), true, "too_few_days"),
            (Some((14, 11)), Some((70, 35)), true, "ready"),
        ] {
            let made = |window_of: Option<(u64, usize)>| window_of.map(|(days, n)| window(days, n));
            let found = Status::of(made(baseline).as_ref(), made(phase).as_ref(), varies, |_| None);
            assert_eq!(found.id(), expected, "{baseline:?} and {phase:?}");
        }
    }

    #[test]
    fn what_is_missing_is_said_in_days() {
        let found = Status::of(Some(&window(14, 5)), Some(&window(28, 10)), true, |_| None);
        let expected = Status::TooFewDays {
            reference_lacks: 2,
            phase_lacks: 4,
            ready_from: None,
        };
        assert_eq!(found, expected);
        let found = Status::of(Some(&window(14, 10)), Some(&window(14, 9)), true, |_| None);
        assert_eq!(
            found,
            Status::EarlyLook {
                reference_lacks: 1,
                full_from: None
            }
        );
    }

    #[test]
    fn a_range_can_come_seven_days_after_the_settling_in_time() {
        let ready = |as_of, changes: &[&str], ends| {
            let changes: Vec<NaiveDate> = changes.iter().map(|change| date(change)).collect();
            let counted = |day| {
                let latest = changes.iter().rfind(|change| **change <= day)?;
                Question::FIRST.counted(*latest, day)
            };
            let begins = *changes.last().expect("a change") + Days::new(14);
            ready_from(
                date(as_of),
                begins,
                ends,
                counted,
                |from, to| Window::new(from, to, 0),
                lacks,
            )
        };
        let early = ready("2026-04-05", &["2026-03-26"], None);
        assert_eq!(early, Some(date("2026-04-15")), "14 days, then 7 recorded");
        let ended = ready("2026-04-05", &["2026-03-26"], Some(date("2026-04-14")));
        assert_eq!(ended, None, "the phase ends before");
        let later = ready("2026-04-05", &["2026-03-26", "2026-04-10"], None);
        assert_eq!(later, Some(date("2026-04-30")), "a planned step begins the wait again");
        let sparse = ready("2026-05-10", &["2026-03-26"], None);
        assert_eq!(sparse, Some(date("2026-06-11")), "half of its days");
    }
}
