//! One stretch of days under one condition: its mean at every value of the day-to-day correlation.

use super::serial::{Moments, RHO_COUNT, rho};
use super::series::Series;
use super::summary::mean;

/// A stretch of days, fitted once and then compared as often as wanted.
///
/// The cost grows with the number of days once, and not with the number of comparisons.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    days: usize,
    fits: Option<Vec<MeanFit>>,
    constant: f64,
}

/// The generalised least squares mean at one ρ, its squared standard error and the log-likelihood of ρ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MeanFit {
    pub(super) mean: f64,
    pub(super) variance: f64,
    pub(super) log_likelihood: f64,
}

impl Segment {
    /// Fits the mean at each of the 96 values of ρ. A constant series has its value as mean, variance 0, and says
    /// nothing about ρ.
    pub fn fit(series: &Series) -> Self {
        let days = series.values().len();
        let constant = series.values()[0];
        if series.is_constant() {
            return Segment {
                days,
                fits: None,
                constant,
            };
        }
        let centre = mean(series.values()).unwrap_or(constant);
        let moments = Moments::of(series.pairs().map(|(day, value)| (day, [1.0, value - centre])));
        let fits = (0..RHO_COUNT).map(|k| {
            let fit = moments.fit(rho(k));
            MeanFit {
                mean: centre + fit.estimate,
                variance: fit.variance,
                log_likelihood: fit.log_likelihood,
            }
        });
        Segment {
            days,
            fits: Some(fits.collect()),
            constant,
        }
    }

    /// How many days were recorded in it.
    pub fn days(&self) -> usize {
        self.days
    }

    /// Whether every day has the same value.
    pub fn is_constant(&self) -> bool {
        self.fits.is_none()
    }

    /// The fit at the `k`-th ρ.
    pub(super) fn at(&self, k: usize) -> MeanFit {
        let constant = MeanFit {
            mean: self.constant,
            variance: 0.0,
            log_likelihood: 0.0,
        };
        self.fits.as_ref().map_or(constant, |fits| fits[k])
    }
}
