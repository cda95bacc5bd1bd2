//! What the days allow to be said, and what is still needed (A3).

use chrono::{Days, NaiveDate};

use super::window::{Window, counted_days};

/// How far a comparison can go. The first that fits, in the order of the variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The item was not rated on any day of the baseline.
    NoBaseline,
    /// No day counts yet: the start of the phase or the latest dose step is under 14 days old.
    SettlingIn {
        /// The first day on which a range could be shown if every day until then is recorded; `None` where the phase
        /// ends before.
        ready_from: Option<NaiveDate>,
    },
    /// A window has under 7 recorded days, or under half of its days.
    TooFewDays {
        /// How many more days of the baseline would have to be filled in; 0 where it has enough.
        baseline_lacks: usize,
        /// How many more days of the window would have to be filled in; 0 where it has enough.
        phase_lacks: usize,
        /// As in [`Status::SettlingIn`]; `None` too where it is the baseline that lacks days.
        ready_from: Option<NaiveDate>,
    },
    /// Every day of either window has the same value: there is nothing to judge a change by.
    NoVariation,
    /// Fewer days than the trials asked for: a baseline of under 11 recorded days or a window of under 14.
    EarlyLook {
        /// How many more recorded baseline days would make it a full comparison.
        baseline_lacks: usize,
        /// How many more recorded days in the window would make it one.
        phase_lacks: usize,
    },
    /// Enough days on both sides.
    Ready,
}

/// Recorded days below which a window gives averages alone.
pub const FEWEST: usize = crate::statistics::FEWEST_DAYS;
/// Recorded baseline days that make a full comparison: 80 % of 14, as the 2017 trial asked (NCT02107014).
pub(super) const FULL_BASELINE: usize = 11;
/// Recorded days in the window that make a full comparison.
const FULL_WINDOW: usize = 14;

impl Status {
    /// The name in the analysis document (F3).
    pub fn id(&self) -> &'static str {
        match self {
            Status::NoBaseline => "no_baseline",
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

    /// The status of a window against the baseline's; `varies` where not both are constant; `ahead` tells when a range
    /// could be shown.
    pub(super) fn of(
        baseline: Option<&Window>,
        window: Option<&Window>,
        varies: bool,
        ahead: impl Fn() -> Option<NaiveDate>,
    ) -> Self {
        let Some(baseline) = baseline.filter(|window| window.recorded > 0) else {
            return Status::NoBaseline;
        };
        let Some(window) = window else {
            let ready_from = if lacks(baseline) == 0 { ahead() } else { None };
            return Status::SettlingIn { ready_from };
        };
        let (baseline_lacks, phase_lacks) = (lacks(baseline), lacks(window));
        if baseline_lacks + phase_lacks > 0 {
            let ready_from = if baseline_lacks == 0 { ahead() } else { None };
            return Status::TooFewDays {
                baseline_lacks,
                phase_lacks,
                ready_from,
            };
        }
        if !varies {
            return Status::NoVariation;
        }
        let baseline_lacks = FULL_BASELINE.saturating_sub(baseline.recorded);
        let phase_lacks = FULL_WINDOW.saturating_sub(window.recorded);
        if baseline_lacks + phase_lacks > 0 {
            Status::EarlyLook {
                baseline_lacks,
                phase_lacks,
            }
        } else {
            Status::Ready
        }
    }
}

/// How many more recorded days a window needs for a range: up to 7, and up to half of its days.
fn lacks(window: &Window) -> usize {
    FEWEST.max(window.days().div_ceil(2)).saturating_sub(window.recorded)
}

/// The first day after `as_of` on which the window would have days enough if every day from then on were recorded.
///
/// `changes` are all changes of the phase, planned ones too; `ends` is its last day, if it has one;
/// `recorded_from` counts the recorded days from a day on.
pub(super) fn ready_from(
    as_of: NaiveDate,
    changes: &[NaiveDate],
    ends: Option<NaiveDate>,
    recorded_from: impl Fn(NaiveDate) -> usize,
) -> Option<NaiveDate> {
    // The settling-in time and the fewest days are over within three weeks of the last planned change.
    let last_change = changes.last().copied()?.max(as_of);
    let horizon = last_change.checked_add_days(Days::new(60))?;
    let reach = ends.map_or(horizon, |ends| ends.min(horizon));
    as_of.iter_days().skip(1).take_while(|day| *day <= reach).find(|day| {
        let latest = changes[..changes.partition_point(|change| change <= day)].last();
        latest
            .and_then(|latest| counted_days(*latest, *day))
            .is_some_and(|(from, to)| {
                let ahead = usize::try_from((to - as_of.max(from.pred_opt().unwrap_or(from))).num_days());
                let recorded = recorded_from(from) + ahead.unwrap_or(0);
                lacks(&Window { from, to, recorded }) == 0
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    fn window(days: u64, recorded: usize) -> Window {
        let from = date("2026-03-01");
        Window {
            from,
            to: from + Days::new(days - 1),
            recorded,
        }
    }

    // A3, in its order.
    #[test]
    fn the_first_status_that_fits_is_given() {
        for (baseline, phase, varies, expected) in [
            (None, None, true, "no_baseline"),
            (Some((14, 0)), Some((28, 28)), true, "no_baseline"),
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
            (Some((14, 11)), Some((28, 14)), true, "ready"),
        ] {
            let made = |window_of: Option<(u64, usize)>| window_of.map(|(days, n)| window(days, n));
            let found = Status::of(made(baseline).as_ref(), made(phase).as_ref(), varies, || None);
            assert_eq!(found.id(), expected, "{baseline:?} and {phase:?}");
        }
    }

    #[test]
    fn what_is_missing_is_said_in_days() {
        let found = Status::of(Some(&window(14, 5)), Some(&window(28, 10)), true, || None);
        let expected = Status::TooFewDays {
            baseline_lacks: 2,
            phase_lacks: 4,
            ready_from: None,
        };
        assert_eq!(found, expected);
        let found = Status::of(Some(&window(14, 10)), Some(&window(14, 9)), true, || None);
        assert_eq!(
            found,
            Status::EarlyLook {
                baseline_lacks: 1,
                phase_lacks: 5
            }
        );
    }

    #[test]
    fn a_range_can_come_seven_days_after_the_settling_in_time() {
        let none = |_| 0;
        let change = [date("2026-03-26")];
        let early = ready_from(date("2026-04-05"), &change, None, none);
        assert_eq!(early, Some(date("2026-04-15")), "14 days, then 7 recorded");
        let ended = ready_from(date("2026-04-05"), &change, Some(date("2026-04-14")), none);
        assert_eq!(ended, None, "the phase ends before");
        let planned = [date("2026-03-26"), date("2026-04-10")];
        let later = ready_from(date("2026-04-05"), &planned, None, none);
        assert_eq!(later, Some(date("2026-04-30")), "a planned step begins the wait again");
        let sparse = ready_from(date("2026-05-10"), &change, None, none);
        assert_eq!(sparse, Some(date("2026-05-24")), "half of 28 days");
    }
}
