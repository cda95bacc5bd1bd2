//! Does the 95 % interval hold the truth in 95 % of diaries? Simulated ones, whose truth is known.

use super::*;
use crate::testing::Noise;

/// The share of simulated diaries of 14 days before and 28 after whose interval holds the true difference of 0.
fn coverage(rho: f64, before_sd: f64, after_sd: f64) -> f64 {
    let mut noise = Noise(20_260_607);
    let held: Vec<f64> = (0..300)
        .map(|_| {
            let model = WaveModel::compare(&noise.days(rho, [before_sd, after_sd], 0.0)).expect("the days vary");
            let interval = model.difference_interval(Level::P95).expect("limits");
            f64::from(u8::from(interval.contains(0.0)))
        })
        .collect();
    mean(&held).expect("diaries were simulated")
}

// 300 diaries tell a share of 0.95 to about ±0.025. On such days Welch's t covers 0.64 to 0.90.
#[test]
fn the_interval_holds_the_truth_as_often_as_it_says() {
    for (rho, before_sd, after_sd) in [
        (0.0, 12.0, 12.0),
        (0.3, 12.0, 12.0),
        (0.7, 12.0, 12.0),
        (0.5, 15.0, 6.0),
    ] {
        let found = coverage(rho, before_sd, after_sd);
        assert!(
            found >= 0.925,
            "{found} at a correlation of {rho}, {before_sd} before and {after_sd} after"
        );
    }
}
