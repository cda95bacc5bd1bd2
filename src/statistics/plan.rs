//! What change planned days could tell, from days that are there.
//!
//! The days of one condition tell how strongly a day resembles the one before, how large the waves are and how much days vary:
//! the points of the grid of [`WaveModel`](super::WaveModel), both sides varying alike (q = 1), weighed by the likelihood
//! that is left of these days when their mean and the scale are integrated out. At each point a planned comparison has a
//! known precision before its first day is recorded, whatever the ratings will be: with N = X'C⁻¹X of the planned days and
//! σ² = S/(n₀ − 1) of the n₀ days that are there, the difference lies around its true value as Student's t with the squared
//! scale σ²·c'N⁻¹c, c = (−1, 1), and the degrees of freedom of the n planned days, n − 2, as in the comparison that is
//! forecast. With n₀ − 1 the forecast would be that of a comparison which learns nothing from its own days, and a third
//! too wide in the median of simulated diaries.

use super::mixture::{Mixture, StudentPart};
use super::serial::ModelError;
use super::student::Student;
use super::summary::mean;
use super::wave_model::{FEWEST_DAYS, Side};
use super::wave_process::{NO_WEIGHT, Process, Whitened, processes, shares};

/// How days vary, from the days of one condition: what a plan is worked out from.
#[derive(Debug, Clone, PartialEq)]
pub struct Pilot {
    points: Vec<Point>,
}

/// One point of the grid, and the variance of days there.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    weight: f64,
    process: Process,
    variance: f64,
}

impl Pilot {
    /// Reads the days of one condition: day number and value, in any order.
    ///
    /// # Errors
    /// Fewer than [`FEWEST_DAYS`], no variation, an overflow, or two values of one day ([`ModelError::OutOfRange`]).
    pub fn of(days: &[(i64, f64)]) -> Result<Self, ModelError> {
        let values: Vec<f64> = days.iter().map(|day| day.1).collect();
        let centre = mean(&values).filter(|_| days.len() >= FEWEST_DAYS);
        let centre = centre.ok_or(ModelError::TooFewDays)?;
        // Values are taken around their mean: squares of small numbers keep their digits.
        let around = in_order(days.iter().map(|&(day, value)| (day, value - centre)))?;
        if around.iter().all(|day| day.1 == 0.0) {
            return Err(ModelError::NoVariation);
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of days")]
        let freedom = (around.len() - 1) as f64;
        let found: Vec<(Process, Fit)> = processes()
            .map(|process| (process, Fit::of(&around, process, freedom)))
            .collect();
        let log_weights: Vec<f64> = found.iter().map(|(_, fit)| fit.log_weight).collect();
        let weights = shares(&log_weights).ok_or(ModelError::OutOfRange)?;
        let points = found.iter().zip(weights).map(|((process, fit), weight)| Point {
            weight,
            process: *process,
            variance: fit.left / freedom,
        });
        Ok(Self {
            points: points.filter(|point| point.weight > NO_WEIGHT).collect(),
        })
    }

    /// Half of the 95 % interval of the difference that planned days could be expected to give, in the units of the values:
    /// day numbers and sides, in any order.
    ///
    /// # Errors
    /// Fewer than [`FEWEST_DAYS`] on a side, or a day planned twice ([`ModelError::OutOfRange`]).
    pub fn half_width(&self, plan: &[(i64, Side)]) -> Result<f64, ModelError> {
        let plan = in_order(plan.iter().copied())?;
        let of_side = |side| plan.iter().filter(|day| day.1 == side).count();
        if of_side(Side::Reference).min(of_side(Side::Window)) < FEWEST_DAYS {
            return Err(ModelError::TooFewDays);
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of days")]
        let student = Student::new((plan.len() - 2) as f64);
        let mixture = Mixture::new(self.points.iter().map(|point| {
            let variance = point.variance * of_difference(&plan, point.process);
            StudentPart::new(point.weight, 0.0, variance.max(0.0).sqrt(), student)
        }));
        mixture.quantile(0.975).ok_or(ModelError::OutOfRange)
    }
}

/// What one point of the grid comes to.
struct Fit {
    log_weight: f64,
    /// The sum of squares that the mean leaves.
    left: f64,
}

impl Fit {
    fn of(days: &[(i64, f64)], process: Process, freedom: f64) -> Self {
        let rows = days.iter().map(|&(day, value)| (day, [1.0, value]));
        let Whitened {
            products: [[ones, with], [_, squares]],
            log_determinant,
        } = Whitened::of(rows, process);
        let left = squares - with * with / ones;
        Self {
            log_weight: process.prior.ln() - 0.5 * log_determinant - 0.5 * ones.ln() - 0.5 * freedom * left.ln(),
            left,
        }
    }
}

/// The variance of the difference of the two means, where days vary by 1: c'N⁻¹c.
fn of_difference(plan: &[(i64, Side)], process: Process) -> f64 {
    let rows = plan.iter().map(|&(day, side)| (day, side.indicators()));
    let [[reference, shared], [_, window]] = Whitened::of(rows, process).products;
    (reference + window + 2.0 * shared) / (reference * window - shared * shared)
}

/// Days in their order, each once. They mostly come in it: each is put in its place.
fn in_order<T: Copy>(days: impl Iterator<Item = (i64, T)>) -> Result<Vec<(i64, T)>, ModelError> {
    let mut ordered: Vec<(i64, T)> = Vec::new();
    for day in days {
        let place = ordered.partition_point(|other| other.0 < day.0);
        if ordered.get(place).is_some_and(|other| other.0 == day.0) {
            return Err(ModelError::OutOfRange);
        }
        ordered.insert(place, day);
    }
    Ok(ordered)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASELINE: [(i64, f64); 12] = [
        (0, 62.0),
        (1, 66.0),
        (2, 70.0),
        (3, 58.0),
        (4, 55.0),
        (6, 61.0),
        (7, 67.0),
        (8, 72.0),
        (9, 64.0),
        (10, 60.0),
        (12, 57.0),
        (13, 69.0),
    ];

    /// The days of the baseline, and of a dose the 15th to the 84th.
    fn plan() -> Vec<(i64, Side)> {
        let before = BASELINE.iter().map(|day| (day.0, Side::Reference));
        before.chain((28..98).map(|day| (day, Side::Window))).collect()
    }

    // Worked out apart from this program, with the full matrices of correlations and a t distribution summed by Simpson's
    // rule.
    #[test]
    fn the_half_width_is_that_of_full_matrices() {
        let found = Pilot::of(&BASELINE).and_then(|pilot| pilot.half_width(&plan()));
        let found = found.expect("a plan");
        assert!((found - 11.630_367_745).abs() < 1e-8, "{found}");
    }

    #[test]
    fn what_no_plan_can_be_worked_out_from_is_said() {
        let refused = |days: &[(i64, f64)]| Pilot::of(days).err();
        assert_eq!(refused(&[]), Some(ModelError::TooFewDays));
        assert_eq!(refused(&BASELINE[..6]), Some(ModelError::TooFewDays));
        assert_eq!(
            refused(&BASELINE.map(|day| (day.0, 40.0))),
            Some(ModelError::NoVariation)
        );
        assert_eq!(
            refused(&BASELINE.map(|day| (day.0 / 2, day.1))),
            Some(ModelError::OutOfRange)
        );
        assert_eq!(
            refused(&BASELINE.map(|day| (day.0, 1e300 * day.1))),
            Some(ModelError::OutOfRange)
        );
        let pilot = Pilot::of(&BASELINE).expect("days that vary");
        assert_eq!(
            pilot.half_width(&plan()[..18]),
            Err(ModelError::TooFewDays),
            "six days of a dose"
        );
        let twice = [plan(), plan()].concat();
        assert_eq!(pilot.half_width(&twice), Err(ModelError::OutOfRange));
    }
}
