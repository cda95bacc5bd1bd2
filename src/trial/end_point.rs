//! The trial's own end point: the mean of the final days of a phase (A6).

use chrono::{Days, NaiveDate};

use crate::diary::{Direction, ItemId};
use crate::statistics::mean;

use super::contrast::percent_improvement;
use super::readings::Readings;

/// How many final days the trial took.
pub const FINAL_DAYS: u64 = 3;

/// The mean over the last calendar days of a phase, as the 2013 trial took it (registry NCT00568555: "the mean of the
/// daily scores in the final 3 days of each condition").
///
/// Calendar days: a day that was not recorded is not replaced by an older one, so `n` may be smaller, down to 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EndPoint {
    /// How many of the final days were recorded.
    pub n: usize,
    /// Their mean, 0 to 100; `None` where none was recorded.
    pub mean: Option<f64>,
    /// The improvement on the baseline mean in percent, above 0 is better; `None` without a baseline mean of at least 10.
    pub percent_improvement: Option<f64>,
}

impl EndPoint {
    /// The mean of the final `days` calendar days of the phase from `from` to `to`.
    pub(super) fn of(
        readings: &Readings,
        item: &ItemId,
        (from, to): (NaiveDate, NaiveDate),
        days: u64,
        (baseline, direction): (Option<f64>, Direction),
    ) -> Self {
        let start = to
            .checked_sub_days(Days::new(days - 1))
            .map_or(from, |start| start.max(from));
        let values: Vec<f64> = readings
            .of_item(item, start, to)
            .iter()
            .map(|(_, rating)| *rating)
            .collect();
        let mean = mean(&values);
        let percent_improvement = baseline
            .zip(mean)
            .and_then(|(baseline, mean)| percent_improvement(baseline, mean, direction));
        EndPoint {
            n: values.len(),
            mean,
            percent_improvement,
        }
    }
}
