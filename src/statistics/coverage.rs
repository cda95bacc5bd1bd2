//! Does the 95 % interval hold the truth in 95 % of diaries? Simulated ones, whose truth is known.

use super::*;

/// Numbers that look random and are the same on every machine (the linear congruential generator of Knuth's MMIX).
struct Noise(u64);

impl Noise {
    /// Evenly between 0 and 1, neither included.
    fn even(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (f64::from(u32::try_from(self.0 >> 32).unwrap_or_default()) + 0.5) / 4_294_967_296.0
    }

    /// Standard normal (Box & Muller 1958).
    fn normal(&mut self) -> f64 {
        (-2.0 * self.even().ln()).sqrt() * (std::f64::consts::TAU * self.even()).cos()
    }

    /// 14 days of a reference and 70 of a window around 0 with their standard deviations, each day correlated with the
    /// next, 15 % of them missing, 14 days between the two.
    fn days(&mut self, rho: f64, sds: [f64; 2]) -> Vec<(i64, f64, Side)> {
        let mut state = self.normal();
        let mut days = Vec::new();
        for day in 0..98 {
            state = rho * state + (1.0 - rho * rho).sqrt() * self.normal();
            let (side, sd) = if day < 14 {
                (Side::Reference, sds[0])
            } else {
                (Side::Window, sds[1])
            };
            if self.even() > 0.15 && !(14..28).contains(&day) {
                days.push((day, sd * state, side));
            }
        }
        days
    }
}

/// The share of simulated diaries of 14 days before and 28 after whose interval holds the true difference of 0.
fn coverage(rho: f64, before_sd: f64, after_sd: f64) -> f64 {
    let mut noise = Noise(20_260_607);
    let held: Vec<f64> = (0..300)
        .map(|_| {
            let model = WaveModel::compare(&noise.days(rho, [before_sd, after_sd])).expect("the days vary");
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
