//! Straight-line models whose errors follow a first-order autoregression on a calendar with gaps.

use super::mixture::{Mixture, StudentPart};
use super::student::Student;

/// How many values of the day-to-day correlation ρ are weighed: 0, 0.01, …, 0.95.
pub(super) const RHO_COUNT: usize = 96;

/// The `k`-th value of ρ.
#[expect(clippy::cast_precision_loss, reason = "k is below 96")]
pub(super) fn rho(k: usize) -> f64 {
    k as f64 / 100.0
}

/// Why a model gives no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelError {
    /// Every day is the same, or lies on one straight line, so there is no day-to-day variation to judge a change by.
    NoVariation,
    /// There are fewer days than the model needs.
    TooFewDays,
    /// The numbers are so large that the arithmetic overflows.
    OutOfRange,
}

type Square<const K: usize> = [[f64; K]; K];

/// Sums of products of a row with itself and with the row before, kept apart by the gap in days.
///
/// Whitening turns `z_i` into `(z_i − c z_{i−1}) / √(1 − c²)` with `c = ρ^gap`. Every sum of products of whitened rows is
/// then a combination of these sums, so the days are read once and each ρ costs as many steps as there are different gaps.
#[derive(Debug, Clone)]
pub(super) struct Moments<const K: usize> {
    rows: usize,
    first: Square<K>,
    by_gap: Vec<GapMoments<K>>,
}

#[derive(Debug, Clone)]
struct GapMoments<const K: usize> {
    days: i32,
    pairs: f64,
    now: Square<K>,
    cross: Square<K>,
    before: Square<K>,
}

/// What one value of ρ says about the coefficient of the last column before the outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    /// The generalised least squares estimate.
    pub(super) estimate: f64,
    /// Its squared standard error.
    pub(super) variance: f64,
    /// The logarithm of the residual likelihood of ρ, up to a constant that is the same for every ρ.
    pub(super) log_likelihood: f64,
    /// The residual sum of squares of the whitened rows, as a share of the outcome's own.
    pub(super) unexplained: f64,
}

impl<const K: usize> Moments<K> {
    /// Reads rows `[columns of the design …, outcome]` with their day numbers, which must rise strictly.
    pub(super) fn of(rows: impl Iterator<Item = (i64, [f64; K])>) -> Self {
        // From the shortest gap, so that sums over them do not depend on which came first.
        let mut by_gap: Vec<GapMoments<K>> = Vec::new();
        let mut first = [[0.0; K]; K];
        let mut last: Option<(i64, [f64; K])> = None;
        let mut count = 0;
        for (day, row) in rows {
            if let Some((day_before, before)) = last {
                let days = i32::try_from(day.saturating_sub(day_before)).unwrap_or(i32::MAX);
                let place = by_gap.partition_point(|gap| gap.days < days);
                if by_gap.get(place).is_none_or(|gap| gap.days != days) {
                    by_gap.insert(place, GapMoments::empty(days));
                }
                by_gap[place].add(&row, &before);
            } else {
                first = std::array::from_fn(|i| std::array::from_fn(|j| row[i] * row[j]));
            }
            last = Some((day, row));
            count += 1;
        }
        Moments {
            rows: count,
            first,
            by_gap,
        }
    }

    /// The fit at one ρ, of the coefficient of the column before the outcome.
    ///
    /// The triangle L of the whitened products holds all that is needed: its last row the regression, its diagonal the
    /// determinant, its last element the residual.
    #[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
    pub(super) fn fit(&self, rho: f64) -> Fit {
        let (products, log_scale) = self.whitened(rho);
        let triangle = cholesky(&products);
        let columns = K - 1;
        let freedom = (self.rows - columns) as f64;
        let root_of_residual = triangle[columns][columns];
        let residual = root_of_residual * root_of_residual;
        let pivot = triangle[columns - 1][columns - 1];
        let log_determinant: f64 = (0..columns).map(|j| triangle[j][j].ln()).sum::<f64>() * 2.0;
        Fit {
            estimate: triangle[columns][columns - 1] / pivot,
            variance: residual / freedom / (pivot * pivot),
            log_likelihood: -log_scale - 0.5 * log_determinant - 0.5 * freedom * residual.ln(),
            unexplained: residual / products[columns][columns],
        }
    }

    /// Products of the whitened rows, and the sum of `ln √(1 − c²)`.
    fn whitened(&self, rho: f64) -> (Square<K>, f64) {
        let mut products = self.first;
        let mut log_scale = 0.0;
        for gap in &self.by_gap {
            let c = rho.powi(gap.days);
            let kept = 1.0 - c * c;
            log_scale += 0.5 * gap.pairs * kept.ln();
            for (i, row) in products.iter_mut().enumerate() {
                for (j, product) in row.iter_mut().enumerate() {
                    *product += (gap.now[i][j] - c * gap.cross[i][j] + c * c * gap.before[i][j]) / kept;
                }
            }
        }
        (products, log_scale)
    }
}

impl<const K: usize> GapMoments<K> {
    fn empty(days: i32) -> Self {
        let zero = [[0.0; K]; K];
        GapMoments {
            days,
            pairs: 0.0,
            now: zero,
            cross: zero,
            before: zero,
        }
    }

    fn add(&mut self, now: &[f64; K], before: &[f64; K]) {
        self.pairs += 1.0;
        for i in 0..K {
            for j in 0..K {
                self.now[i][j] += now[i] * now[j];
                self.cross[i][j] += now[i] * before[j] + before[i] * now[j];
                self.before[i][j] += before[i] * before[j];
            }
        }
    }
}

/// The lower triangle L with L·Lᵀ = `products`. A pivot that rounding made negative becomes the smallest positive number.
fn cholesky<const K: usize>(products: &Square<K>) -> Square<K> {
    let mut lower = [[0.0; K]; K];
    for i in 0..K {
        for j in 0..=i {
            let done: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
            let rest = products[i][j] - done;
            lower[i][j] = if i == j {
                // Not `max`: it would turn an overflow that is no number into a small one.
                let pivot = if rest < f64::MIN_POSITIVE {
                    f64::MIN_POSITIVE
                } else {
                    rest
                };
                pivot.sqrt()
            } else {
                rest / lower[j][j]
            };
        }
    }
    lower
}

/// The weights of the values of ρ from their log-likelihoods: proportional to the likelihood, summing to 1.
///
/// # Errors
/// When the likelihoods are not numbers.
pub(super) fn weights(log_likelihoods: impl Iterator<Item = f64> + Clone) -> Result<Vec<f64>, ModelError> {
    let best = log_likelihoods.clone().fold(f64::NEG_INFINITY, f64::max);
    let raw: Vec<f64> = log_likelihoods.map(|l| (l - best).exp()).collect();
    let total: f64 = raw.iter().sum();
    if !total.is_finite() || !best.is_finite() {
        return Err(ModelError::OutOfRange);
    }
    Ok(raw.into_iter().map(|weight| weight / total).collect())
}

/// The mean of ρ under its weights.
pub(super) fn mean_rho(weights: &[f64]) -> f64 {
    weights.iter().enumerate().map(|(k, weight)| weight * rho(k)).sum()
}

/// A share of the outcome's squares that only rounding leaves unexplained.
const EXACT_LINE: f64 = 1e-10;

/// The distribution of the coefficient of the last column before the outcome, and the mean of ρ.
///
/// Columns of the design are given by `rows` as `[columns …, outcome]`; residual degrees of freedom are rows − columns.
///
/// # Errors
/// When there are not more rows than columns, when the rows lie exactly on the model, or on overflow.
#[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
pub(super) fn coefficient<const K: usize>(
    rows: impl Iterator<Item = (i64, [f64; K])>,
) -> Result<(Mixture, f64), ModelError> {
    let moments = Moments::of(rows);
    if moments.rows < K {
        return Err(ModelError::TooFewDays);
    }
    let fits: Vec<Fit> = (0..RHO_COUNT).map(|k| moments.fit(rho(k))).collect();
    if fits.iter().any(|fit| fit.unexplained < EXACT_LINE) {
        return Err(ModelError::NoVariation);
    }
    let weights = weights(fits.iter().map(|fit| fit.log_likelihood))?;
    let freedom = (moments.rows - (K - 1)) as f64;
    let parts = fits.iter().zip(&weights);
    let student = Student::new(freedom);
    let parts = parts.map(|(fit, &weight)| StudentPart::new(weight, fit.estimate, fit.variance.sqrt(), student));
    Ok((Mixture::new(parts), mean_rho(&weights)))
}
