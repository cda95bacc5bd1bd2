//! Was it getting better anyway? A straight line through the days, with errors that depend on each other.

use super::interval::{Interval, Level};
use super::mixture::Mixture;
use super::serial::{ModelError, coefficient};
use super::series::Series;
use super::summary::mean;

/// The slope of a straight line through one segment: what is known of the change per day, in the units of the values.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    distribution: Mixture,
    correlation: f64,
}

/// The step between two segments that is left when both follow one common straight line: after minus before, in the
/// units of the values.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    distribution: Mixture,
    correlation: f64,
    per_day: f64,
}

impl Slope {
    /// The change per day: the mean over the values of ρ.
    pub fn per_day(&self) -> f64 {
        self.distribution.mean()
    }

    /// The interval of the change per day.
    pub fn interval(&self, level: Level) -> Option<Interval> {
        self.distribution.interval(level)
    }

    /// The probability that the line falls. Above 0.9 the 80 % interval lies wholly below 0, below 0.1 wholly above.
    pub fn probability_of_falling(&self) -> f64 {
        self.distribution.below(0.0)
    }

    /// The mean of the day-to-day correlation around the line.
    pub fn correlation(&self) -> f64 {
        self.correlation
    }
}

impl Step {
    /// The step: the mean over the values of ρ.
    pub fn step(&self) -> f64 {
        self.distribution.mean()
    }

    /// The interval of the step.
    pub fn interval(&self, level: Level) -> Option<Interval> {
        self.distribution.interval(level)
    }

    /// The change per day along the common line: the mean over the values of ρ.
    pub fn per_day(&self) -> f64 {
        self.per_day
    }

    /// The mean of the day-to-day correlation around the line and the step.
    pub fn correlation(&self) -> f64 {
        self.correlation
    }
}

/// The slope of a baseline: `value ~ 1 + day` with AR(1) errors on the days as they lie, integrated over ρ as the headline
/// model is; Student-t with n − 2 degrees of freedom.
///
/// # Errors
/// With fewer than three days, with days that lie exactly on one line, or on overflow.
pub fn baseline_slope(series: &Series) -> Result<Slope, ModelError> {
    let (day_centre, centre) = centres(&[series]);
    let rows = series
        .pairs()
        .map(|(day, value)| (day, [1.0, as_number(day) - day_centre, value - centre]));
    let (distribution, correlation) = coefficient(rows)?;
    Ok(Slope {
        distribution,
        correlation,
    })
}

/// Where the line through a baseline stands on a day, in the units of the values: the mean over the values of ρ. For a day
/// after the baseline it is where the line would have led.
///
/// # Errors
/// As [`baseline_slope`].
pub fn baseline_level_on(series: &Series, day: i64) -> Result<f64, ModelError> {
    let (_, centre) = centres(&[series]);
    let rows = series
        .pairs()
        .map(|(at, value)| (at, [as_number(at.saturating_sub(day)), 1.0, value - centre]));
    coefficient(rows).map(|(level, _)| centre + level.mean())
}

/// The step at the start of the second segment with one common time trend: `value ~ 1 + day + segment` with AR(1) errors
/// and one variance through both segments, integrated over ρ; Student-t with n − 3 degrees of freedom.
///
/// A sensitivity to a steady drift, not the headline: an effect that sets in slowly looks like a drift too.
///
/// # Errors
/// When `after` does not begin after `before` has ended, with fewer than four days in all, with days that lie exactly on
/// the model, or on overflow.
pub fn common_trend_step(before: &Series, after: &Series) -> Result<Step, ModelError> {
    if before.days().last() >= after.days().first() {
        return Err(ModelError::TooFewDays);
    }
    let (day_centre, centre) = centres(&[before, after]);
    let rows = |segment: f64, series: &Series| -> Vec<(i64, f64, f64, f64)> {
        series
            .pairs()
            .map(|(day, value)| (day, as_number(day) - day_centre, segment, value - centre))
            .collect()
    };
    let all = [rows(0.0, before), rows(1.0, after)].concat();
    let of_step = all.iter().map(|&(day, at, segment, y)| (day, [1.0, at, segment, y]));
    let of_slope = all.iter().map(|&(day, at, segment, y)| (day, [1.0, segment, at, y]));
    let (distribution, correlation) = coefficient(of_step)?;
    Ok(Step {
        distribution,
        correlation,
        per_day: coefficient(of_slope)?.0.mean(),
    })
}

/// The mean day and the mean value: the origin of the arithmetic, so that large day numbers cost no digits.
fn centres(series: &[&Series]) -> (f64, f64) {
    let days: Vec<f64> = series
        .iter()
        .flat_map(|s| s.days().iter().map(|day| as_number(*day)))
        .collect();
    let values: Vec<f64> = series.iter().flat_map(|s| s.values().iter().copied()).collect();
    (mean(&days).unwrap_or_default(), mean(&values).unwrap_or_default())
}

#[expect(clippy::cast_precision_loss, reason = "day numbers of a calendar are far below 2^53")]
fn as_number(day: i64) -> f64 {
    day as f64
}
