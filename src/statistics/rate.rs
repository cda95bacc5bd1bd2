//! Episodes over a length of time.

use statrs::function::gamma::checked_gamma_lr;

use super::interval::{Interval, Level};
use super::root::root_between;

/// Why there is no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateError {
    /// The time is not a positive number.
    NoTime,
}

/// The exact 95 % interval of a Poisson rate (Garwood 1936, Biometrika 28:437), in events per unit of `exposure`; divide
/// days by 28 for a rate per 28 days. With no event the lower limit is 0.
///
/// # Errors
/// When `exposure` is not a positive number.
pub fn garwood(count: u32, exposure: f64) -> Result<Interval, RateError> {
    if !exposure.is_finite() || exposure <= 0.0 {
        return Err(RateError::NoTime);
    }
    let (seen, tail) = (f64::from(count), Level::P95.tail());
    let least = if seen == 0.0 { 0.0 } else { gamma_quantile(tail, seen) };
    Ok(Interval {
        low: least / exposure,
        high: gamma_quantile(1.0 - tail, seen + 1.0) / exposure,
    })
}

/// The value below which the share `share` of the gamma distribution with shape `alpha` and scale 1 lies.
fn gamma_quantile(share: f64, alpha: f64) -> f64 {
    let far = alpha + 20.0 * alpha.sqrt() + 40.0;
    root_between(
        |x| {
            if x <= 0.0 {
                -share
            } else {
                checked_gamma_lr(alpha, x).unwrap_or(f64::NAN) - share
            }
        },
        0.0,
        far,
    )
    .unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_those_of_the_printed_tables() {
        // Garwood's limits of a Poisson mean, as printed in standard tables (0: 0 to 3.689; 1: 0.0253 to 5.572;
        // 10: 4.795 to 18.39).
        for (events, low, high) in [(0, 0.0, 3.688_9), (1, 0.025_3, 5.571_6), (10, 4.795_4, 18.390_4)] {
            let found = garwood(events, 1.0).expect("the exposure is positive");
            assert!(
                (found.low - low).abs() < 1e-4 && (found.high - high).abs() < 1e-4,
                "{events}: {found:?}"
            );
        }
    }

    #[test]
    fn a_rate_scales_with_its_time_and_needs_one() {
        let one = garwood(3, 1.0).expect("the exposure is positive");
        let two = garwood(3, 2.0).expect("the exposure is positive");
        assert!((one.high / 2.0 - two.high).abs() < 1e-12);
        for exposure in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(garwood(3, exposure), Err(RateError::NoTime));
        }
    }
}
