//! A weighted mixture of Student-t distributions.

use super::interval::{Interval, Level};
use super::student::{AtPoint, Student};

/// One t distribution of a mixture, moved to `centre` and stretched by `scale`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct StudentPart {
    weight: f64,
    centre: f64,
    /// 0 puts the whole weight on the centre.
    scale: f64,
    student: Student,
}

/// A mixture of t distributions whose weights sum to 1.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mixture {
    parts: Vec<StudentPart>,
}

/// A weight too small to matter: all 96 of them together are below the 1e-12 that limits are given to.
const NO_WEIGHT: f64 = 1e-15;

/// How many steps towards a quantile may be taken; halving alone would need fewer than half of them.
const MOST_STEPS: usize = 200;

impl Mixture {
    pub(super) fn new(parts: impl Iterator<Item = StudentPart>) -> Self {
        Mixture {
            parts: parts.filter(|part| part.weight > NO_WEIGHT).collect(),
        }
    }

    /// The mean of the mixture, in the units of the centres.
    pub(super) fn mean(&self) -> f64 {
        self.parts.iter().map(|part| part.weight * part.centre).sum()
    }

    /// The probability of a value of at most `x`.
    pub(super) fn below(&self, x: f64) -> f64 {
        self.at(x).below
    }

    /// The value below which the share `share` of the mixture lies, to a relative 1e-12.
    ///
    /// Steps of Halley's method, whose error shrinks with the third power, from the normal approximation; where they
    /// don't pay or would leave the bracket, the bracket is halved instead.
    /// `None` when the mixture is not one of numbers.
    pub(super) fn quantile(&self, share: f64) -> Option<f64> {
        let (mean, spread) = (self.mean(), self.spread());
        // Rounding of the weights alone leaves a mixture without spread a last digit of it.
        if !spread.is_finite() || spread <= 4.0 * f64::EPSILON * mean.abs() {
            return spread.is_finite().then_some(mean);
        }
        let (mut low, mut high, mut last_excess) = (f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY);
        let mut x = mean + spread * normal_score(share);
        for _ in 0..MOST_STEPS {
            let at = self.at(x);
            let excess = at.below - share;
            *(if excess > 0.0 { &mut high } else { &mut low }) = x;
            let newton = excess / at.density;
            let halley = newton / (1.0 - (0.5 * newton * at.slope / at.density).clamp(-0.5, 0.5));
            let wanted = x - halley.clamp(-2.0 * spread, 2.0 * spread);
            let pays = excess.abs() <= 0.5 * last_excess && (low..=high).contains(&wanted);
            let next = if pays { wanted } else { halfway(low, high, spread) };
            // The third power of such a step and of such an excess is below the last digit.
            let near = (next - x).abs() <= 1e-5 * spread && excess.abs() <= 1e-4 * share.min(1.0 - share);
            if near || high - low <= 1e-14 * next.abs().max(1.0) {
                return Some(next);
            }
            (x, last_excess) = (next, excess.abs());
        }
        None
    }

    /// The equal-tailed interval.
    pub(super) fn interval(&self, level: Level) -> Option<Interval> {
        Some(Interval {
            low: self.quantile(level.tail())?,
            high: self.quantile(1.0 - level.tail())?,
        })
    }

    /// What lies below `x`, the density there and its slope.
    fn at(&self, x: f64) -> AtPoint {
        let mut sum = AtPoint {
            below: 0.0,
            density: 0.0,
            slope: 0.0,
        };
        for part in &self.parts {
            let at = part.at(x);
            sum.below += part.weight * at.below;
            sum.density += part.weight * at.density;
            sum.slope += part.weight * at.slope;
        }
        sum
    }

    /// A length of the order of the mixture's standard deviation.
    fn spread(&self) -> f64 {
        let mean = self.mean();
        let square = |p: &StudentPart| p.weight * (p.scale * p.scale + (p.centre - mean).powi(2));
        self.parts.iter().map(square).sum::<f64>().sqrt()
    }
}

impl StudentPart {
    /// `student` moved and stretched.
    pub(super) fn new(weight: f64, centre: f64, scale: f64, student: Student) -> Self {
        StudentPart {
            weight,
            centre,
            scale,
            student,
        }
    }

    fn at(&self, x: f64) -> AtPoint {
        let away = x - self.centre;
        if self.scale == 0.0 {
            let below = if away > 0.0 {
                1.0
            } else if away < 0.0 {
                0.0
            } else {
                0.5
            };
            return AtPoint {
                below,
                density: 0.0,
                slope: 0.0,
            };
        }
        let at = self.student.at(away / self.scale);
        AtPoint {
            below: at.below,
            density: at.density / self.scale,
            slope: at.slope / (self.scale * self.scale),
        }
    }
}

/// The middle of a bracket, or a step from its closed end where the other is open.
fn halfway(low: f64, high: f64, spread: f64) -> f64 {
    match (low.is_finite(), high.is_finite()) {
        (true, true) => f64::midpoint(low, high),
        (true, false) => low + spread,
        _ => high - spread,
    }
}

/// About the quantile of the standard normal distribution (Abramowitz & Stegun 26.2.22, error below 0.003): a place to
/// start from.
pub(super) fn normal_score(share: f64) -> f64 {
    let tail = share.min(1.0 - share).max(1e-300);
    let t = (-2.0 * tail.ln()).sqrt();
    let score = t - (2.30753 + 0.27061 * t) / (1.0 + t * (0.99229 + 0.04481 * t));
    if share < 0.5 { -score } else { score }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mixture(parts: &[(f64, f64, f64, f64)]) -> Mixture {
        Mixture::new(
            parts.iter().map(|&(weight, centre, scale, freedom)| {
                StudentPart::new(weight, centre, scale, Student::new(freedom))
            }),
        )
    }

    #[test]
    fn a_quantile_of_one_part_is_that_of_its_t_distribution() {
        // Printed tables of t: 2.228139 at 97.5 % on 10, 12.706205 on 1, 1.372184 at 90 % on 10.
        for (share, freedom, expected) in [
            (0.975, 10.0, 2.228_139),
            (0.025, 1.0, -12.706_205),
            (0.9, 10.0, 1.372_184),
        ] {
            let found = mixture(&[(1.0, 5.0, 2.0, freedom)])
                .quantile(share)
                .expect("a quantile");
            assert!(
                (found - 5.0 - 2.0 * expected).abs() < 2e-6,
                "{share} on {freedom}: {found}"
            );
        }
    }

    #[test]
    fn a_quantile_leaves_its_share_below_it() {
        let mixtures = [
            mixture(&[(0.5, -10.0, 1.0, 3.0), (0.5, 10.0, 1.0, 3.0)]),
            mixture(&[(0.9, 0.0, 1.0, 8.0), (0.1, 50.0, 30.0, 2.0)]),
            mixture(&[(0.99, 0.0, 0.001, 40.0), (0.01, -3.0, 100.0, 1.0)]),
        ];
        for mixture in &mixtures {
            for share in [0.001, 0.025, 0.1, 0.3, 0.5, 0.9, 0.975] {
                let found = mixture.quantile(share).expect("a quantile");
                assert!(
                    (mixture.below(found) - share).abs() < 1e-11,
                    "{share} of {mixture:?}: {found}"
                );
            }
        }
    }

    #[test]
    fn a_mixture_of_no_numbers_has_no_quantile() {
        assert_eq!(mixture(&[(1.0, f64::NAN, 1.0, 5.0)]).quantile(0.5), None);
        assert_eq!(mixture(&[(1.0, 0.0, f64::INFINITY, 5.0)]).quantile(0.1), None);
    }
}
