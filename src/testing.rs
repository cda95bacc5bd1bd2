//! What tests are made of.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::diary::Name;
use crate::statistics::Side;

/// "2026-11-29" as a date.
pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// "2026-11-29T21:00:00+01:00" as an instant.
pub(crate) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("an instant")
}

/// A name that a patient could give.
pub(crate) fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}

/// Numbers that look random and are the same on every machine (the linear congruential generator of Knuth's MMIX).
pub(crate) struct Noise(pub(crate) u64);

impl Noise {
    /// Evenly between 0 and 1, neither included.
    pub(crate) fn even(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (f64::from(u32::try_from(self.0 >> 32).unwrap_or_default()) + 0.5) / 4_294_967_296.0
    }

    /// Standard normal (Box & Muller 1958).
    pub(crate) fn normal(&mut self) -> f64 {
        (-2.0 * self.even().ln()).sqrt() * (std::f64::consts::TAU * self.even()).cos()
    }

    /// 14 days of a reference and 70 of a window around 0 with their standard deviations, each day correlated with the
    /// next, 15 % of them missing, 14 days between the two; and of a wave, which loses e in 30 days, its own.
    pub(crate) fn days(&mut self, rho: f64, sds: [f64; 2], wave_sd: f64) -> Vec<(i64, f64, Side)> {
        let kept = (-1.0_f64 / 30.0).exp();
        let mut wave = if wave_sd > 0.0 { self.normal() } else { 0.0 };
        let mut state = self.normal();
        let mut days = Vec::new();
        for day in 0..98 {
            state = rho * state + (1.0 - rho * rho).sqrt() * self.normal();
            if wave_sd > 0.0 {
                wave = kept * wave + (1.0 - kept * kept).sqrt() * self.normal();
            }
            let (side, sd) = if day < 14 {
                (Side::Reference, sds[0])
            } else {
                (Side::Window, sds[1])
            };
            if self.even() > 0.15 && !(14..28).contains(&day) {
                days.push((day, sd * state + wave_sd * wave, side));
            }
        }
        days
    }
}
