//! Days under one condition against days under another, where days resemble their neighbours and come in waves of weeks.
//!
//! A day is its side's mean, and around it two stationary Gaussian processes together: one in which each day resembles the
//! one before (first-order autoregressive, correlation ρ to the power of the gap), and a slow wave whose correlation falls by
//! e in τ days. One side may vary q times as much as the other. The scale is integrated out with the prior 1/σ², the means
//! with a flat one; ρ, q, τ and the wave's share are not estimated but averaged over, each point of a grid weighing as the
//! marginal likelihood of the days there. Every interval and probability comes from the mixture of the Student
//! distributions at the points.
//!
//! The days are whitened in one pass of a filter ([`Whitened`]), and since q only rescales a side, one pass serves all its
//! values.

use super::interval::{Interval, Level};
use super::mixture::{Mixture, StudentPart, normal_score};
use super::root::root_near;
use super::serial::ModelError;
use super::student::Student;
use super::wave_process::{NO_WEIGHT, Process, Whitened, processes, shares};

/// Which way is better for the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// A fall is an improvement, as for pain.
    Lower,
    /// A rise is an improvement, as for sleep quality.
    Higher,
}

/// One of the two conditions that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What is compared with.
    Reference,
    /// What is compared.
    Window,
}

impl Side {
    /// 1 for this side and 0 for the other, the reference first.
    pub(super) fn indicators(self) -> [f64; 2] {
        match self {
            Side::Reference => [1.0, 0.0],
            Side::Window => [0.0, 1.0],
        }
    }
}

/// Recorded days that a side needs.
pub const FEWEST_DAYS: usize = 7;

/// How many times as much the window varies as the reference, equally likely beforehand.
const SPREADS: [f64; 5] = [0.5, std::f64::consts::FRAC_1_SQRT_2, 1.0, std::f64::consts::SQRT_2, 2.0];
/// The share of a change beyond which no limit is looked for: 5000 %.
const WIDEST_CHANGE: f64 = 50.0;

/// The comparison, at all points of the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveModel {
    points: Vec<Point>,
    student: Student,
    correlation: f64,
    wave_share: f64,
}

/// The two means at one point of the grid: Student's t around them.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    weight: f64,
    means: [f64; 2],
    /// The scaled covariance of the means: variances of reference and window, and what they share.
    spread: [f64; 3],
}

impl WaveModel {
    /// Compares the days of a reference with those of a window: day number, value and side, in the order of the days.
    ///
    /// Several windows on a side are simply its days: the wave ties neighbouring ones together.
    ///
    /// # Errors
    /// Fewer than [`FEWEST_DAYS`] on a side, no variation, or an overflow. Days that are out of order give
    /// [`ModelError::OutOfRange`].
    pub fn compare(days: &[(i64, f64, Side)]) -> Result<Self, ModelError> {
        let of_side = |side| days.iter().filter(move |day| day.2 == side).map(|day| day.1);
        let counts = [Side::Reference, Side::Window].map(|side| of_side(side).count());
        if counts.iter().any(|count| *count < FEWEST_DAYS) {
            return Err(ModelError::TooFewDays);
        }
        if days.windows(2).any(|two| two[0].0 >= two[1].0) || days.iter().any(|day| !day.1.is_finite()) {
            return Err(ModelError::OutOfRange);
        }
        // Values are taken around each side's own mean: squares of small numbers keep their digits.
        #[expect(clippy::cast_precision_loss, reason = "counts of days")]
        let centres =
            [Side::Reference, Side::Window].map(|side| of_side(side).sum::<f64>() / counts[side as usize] as f64);
        let around: Vec<(i64, f64, Side)> = days
            .iter()
            .map(|&(day, value, side)| (day, value - centres[side as usize], side))
            .collect();
        if around.iter().all(|day| day.1 == 0.0) {
            return Err(ModelError::NoVariation);
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of days")]
        let freedom = (days.len() - 2) as f64;
        let mut found = Vec::new();
        for process in processes() {
            let whitened = Sides::of(&around, process);
            for q in SPREADS {
                let fit = whitened.fit(q, counts[1], freedom);
                found.push((process, fit.ok_or(ModelError::OutOfRange)?));
            }
        }
        let log_weights: Vec<f64> = found.iter().map(|(_, fit)| fit.log_weight).collect();
        let weights = shares(&log_weights).ok_or(ModelError::OutOfRange)?;
        let share = |of: fn(&Process) -> f64| -> f64 {
            let parts = found.iter().zip(&weights);
            parts.map(|((process, _), weight)| weight * of(process)).sum()
        };
        Ok(Self {
            correlation: share(|process| process.rho),
            wave_share: share(|process| process.wave / (1.0 + process.wave)),
            points: found
                .iter()
                .zip(&weights)
                .map(|((_, fit), weight)| Point {
                    weight: *weight,
                    means: [fit.means[0] + centres[0], fit.means[1] + centres[1]],
                    spread: fit.spread,
                })
                .filter(|point| point.weight > NO_WEIGHT)
                .collect(),
            student: Student::new(freedom),
        })
    }

    /// The model's difference, window less reference, in the units of the values.
    pub fn difference(&self) -> f64 {
        self.contrast(1.0).mean()
    }

    /// The interval of the difference, in the units of the values.
    pub fn difference_interval(&self, level: Level) -> Option<Interval> {
        self.contrast(1.0).interval(level)
    }

    /// The probability that the window's mean is the lower one.
    pub fn probability_of_lower(&self) -> f64 {
        self.contrast(1.0).below(0.0)
    }

    /// The probability that the improvement is at least so many points.
    ///
    /// A model probability with no placebo control: it is about the change, not about its cause.
    pub fn probability_of_points(&self, points: f64, better: Better) -> f64 {
        match better {
            Better::Lower => self.contrast(1.0).below(-points),
            Better::Higher => 1.0 - self.contrast(1.0).below(points),
        }
    }

    /// The probability that the improvement is at least `change`, a share of the mean of the reference (0.3 = 30 %): exact,
    /// by the distribution of `window − q · reference` (Fieller 1954).
    pub fn probability_of_share(&self, change: f64, better: Better) -> f64 {
        match better {
            Better::Lower => self.contrast(1.0 - change).below(0.0),
            Better::Higher => 1.0 - self.contrast(1.0 + change).below(0.0),
        }
    }

    /// The interval of the improvement as a share of the mean of the reference (0.3 = 30 % better; below 0 is worse).
    ///
    /// `None` where the model gives no limit within ±50 (5000 %), as when the reference may well be 0 (Fieller 1954).
    pub fn improvement_interval(&self, level: Level, better: Better) -> Option<Interval> {
        let tail = level.tail();
        let below = |change| 1.0 - self.probability_of_share(change, better);
        if below(-WIDEST_CHANGE) > tail || below(WIDEST_CHANGE) < 1.0 - tail {
            return None;
        }
        let limit = |share| {
            let guess = self.improvement_guess(share, better);
            root_near(|change| below(change) - share, guess, -WIDEST_CHANGE, WIDEST_CHANGE)
        };
        Some(Interval {
            low: limit(tail)?,
            high: limit(1.0 - tail)?,
        })
    }

    /// Where a quantile of the improvement lies about: Fieller's limit (1954) with the mean moments and a normal score.
    fn improvement_guess(&self, share: f64, better: Better) -> f64 {
        let mean = |of: fn(&Point) -> f64| -> f64 { self.points.iter().map(|point| point.weight * of(point)).sum() };
        let (a, b) = (mean(|point| point.means[0]), mean(|point| point.means[1]));
        let [of, with, shared] = [
            mean(|point| point.spread[0]),
            mean(|point| point.spread[1]),
            mean(|point| point.spread[2]),
        ];
        let z = match better {
            Better::Lower => -normal_score(share),
            Better::Higher => normal_score(share),
        };
        let (square, half, rest) = (a * a - z * z * of, a * b - z * z * shared, b * b - z * z * with);
        let left = (half + z.signum() * (half * half - square * rest).max(0.0).sqrt()) / square;
        match better {
            Better::Lower => 1.0 - left,
            Better::Higher => left - 1.0,
        }
    }

    /// The mean correlation of neighbouring days, 0 to 0.9.
    pub fn correlation(&self) -> f64 {
        self.correlation
    }

    /// The mean share of the variance that comes in waves, 0 to 2/3.
    pub fn wave_share(&self) -> f64 {
        self.wave_share
    }

    /// The distribution of `window − of_reference · reference`.
    fn contrast(&self, of_reference: f64) -> Mixture {
        Mixture::new(self.points.iter().map(|point| {
            let [reference, window] = point.means;
            let [of, with, shared] = point.spread;
            let variance = with - 2.0 * of_reference * shared + of_reference * of_reference * of;
            let centre = window - of_reference * reference;
            StudentPart::new(point.weight, centre, variance.max(0.0).sqrt(), self.student)
        }))
    }
}

/// The values and the indicators of the reference and of the window, whitened together.
struct Sides {
    whitened: Whitened<4>,
    prior: f64,
}

/// What one point of the grid comes to.
struct Fit {
    log_weight: f64,
    means: [f64; 2],
    spread: [f64; 3],
}

impl Sides {
    fn of(days: &[(i64, f64, Side)], process: Process) -> Self {
        let rows = days.iter().map(|&(day, value, side)| {
            let [reference, window] = side.indicators();
            (day, [value * reference, value * window, reference, window])
        });
        Self {
            whitened: Whitened::of(rows, process),
            prior: process.prior,
        }
    }

    /// Generalised least squares where the window, of so many days, varies `q` times as much; `None` on an overflow.
    fn fit(&self, q: f64, window_days: usize, freedom: f64) -> Option<Fit> {
        let of = |one: usize, other: usize| self.whitened.products[one][other];
        // Dividing the window's columns by q makes both sides vary alike.
        let (n00, n01, n11) = (of(2, 2), of(2, 3) / q, of(3, 3) / (q * q));
        let r0 = of(2, 0) + of(2, 1) / q;
        let r1 = (of(3, 0) + of(3, 1) / q) / q;
        let squares = of(0, 0) + 2.0 * of(0, 1) / q + of(1, 1) / (q * q);
        let determinant = n00 * n11 - n01 * n01;
        let means = [(n11 * r0 - n01 * r1) / determinant, (n00 * r1 - n01 * r0) / determinant];
        let left = squares - means[0] * r0 - means[1] * r1;
        #[expect(clippy::cast_precision_loss, reason = "a count of days")]
        let log_determinant = self.whitened.log_determinant + 2.0 * window_days as f64 * q.ln();
        let log_weight = self.prior.ln() - 0.5 * log_determinant - 0.5 * determinant.ln() - 0.5 * freedom * left.ln();
        let scale = left / freedom / determinant;
        let is_number = log_weight.is_finite() && scale.is_finite() && means.iter().all(|mean| mean.is_finite());
        is_number.then_some(Fit {
            log_weight,
            means,
            spread: [n11 * scale, n00 * scale, -n01 * scale],
        })
    }
}
