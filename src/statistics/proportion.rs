//! Yes-days out of answered days.

use statrs::function::beta::checked_beta_reg;

use super::interval::{Interval, Level};
use super::residual::{lag1_consecutive_days, runs};
use super::root::root_between;

/// A share with its interval, both from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proportion {
    /// The share of yes.
    pub share: f64,
    /// Its 95 % interval.
    pub interval95: Interval,
}

/// A share of days, with an interval that allows for yes-days coming in runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clustered {
    /// The share of yes-days among the answered days, 0 to 1.
    pub share: f64,
    /// Wilson's 95 % interval on the effective number of days.
    pub interval95: Interval,
    /// The number of independent days that would say as much as these days do. Above 0, at most the number answered.
    pub effective_n: f64,
    /// The day-to-day correlation it was worked out with, 0 to 0.9.
    pub correlation: f64,
    /// Runs of yes-days; an unanswered day does not split a run.
    pub episodes: usize,
}

/// Why there is no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProportionError {
    /// Nothing was answered.
    NothingAnswered,
    /// More yes than answers, or a number of days that is not a positive number.
    NotAShare,
}

/// Wilson's score interval (1927, J Am Stat Assoc 22:209) for a share out of `n` days; `n` need not be whole, so that it
/// can be an effective number of days.
///
/// # Errors
/// When `share` lies outside 0 to 1 or `n` is not a positive number.
pub fn wilson(share: f64, n: f64) -> Result<Interval, ProportionError> {
    if !(0.0..=1.0).contains(&share) || !n.is_finite() || n <= 0.0 {
        return Err(ProportionError::NotAShare);
    }
    let z2 = Level::P95.z().powi(2);
    let shrink = 1.0 + z2 / n;
    let centre = (share + 0.5 * z2 / n) / shrink;
    let half = Level::P95.z() / shrink * (share * (1.0 - share) / n + 0.25 * z2 / (n * n)).sqrt();
    Ok(Interval {
        low: (centre - half).max(0.0),
        high: (centre + half).min(1.0),
    })
}

/// The exact interval of Clopper & Pearson (1934, Biometrika 26:404): beta quantiles at 2.5 % of (k, n − k + 1) and at
/// 97.5 % of (k + 1, n − k). With no yes the lower limit is 0, with nothing but yes the upper one is 1.
///
/// # Errors
/// When `n` is 0 or `yes` exceeds it.
pub fn clopper_pearson(yes: u32, n: u32) -> Result<Interval, ProportionError> {
    if n == 0 {
        return Err(ProportionError::NothingAnswered);
    }
    let no = n.checked_sub(yes).ok_or(ProportionError::NotAShare)?;
    let (yes, no, tail) = (f64::from(yes), f64::from(no), Level::P95.tail());
    let low = if yes == 0.0 {
        Some(0.0)
    } else {
        beta_quantile(tail, yes, no + 1.0)
    };
    let high = if no == 0.0 {
        Some(1.0)
    } else {
        beta_quantile(1.0 - tail, yes + 1.0, no)
    };
    low.zip(high)
        .map(|(low, high)| Interval { low, high })
        .ok_or(ProportionError::NotAShare)
}

/// Wilson's interval for days that come in runs: on `n (1 − r) / (1 + r)` effective days (the variance inflation of a
/// first-order autoregression).
///
/// r is the lag-1 correlation of the 0/1 residuals over pairs of consecutive days, corrected for its bias in short series
/// as `(n r + 1)/(n − 4)` (Kendall 1954, Marriott & Pope 1954) and held within 0 and 0.9. Where the days can't tell r
/// (all yes, all no, no two consecutive days, or no more than four answers) it is taken as 0.5.
///
/// `answers`: number of a day and yes or no, in the order of the days; a day that was not answered is absent.
///
/// # Errors
/// When nothing was answered.
#[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
pub fn clustered_wilson(answers: &[(i64, bool)]) -> Result<Clustered, ProportionError> {
    if answers.is_empty() {
        return Err(ProportionError::NothingAnswered);
    }
    let n = answers.len() as f64;
    let yes = answers.iter().filter(|(_, yes)| *yes).count();
    let share = yes as f64 / n;
    let residuals: Vec<(i64, f64)> = answers
        .iter()
        .map(|&(day, yes)| (day, f64::from(u8::from(yes)) - share))
        .collect();
    let known = if yes == 0 || yes == answers.len() || n <= 4.0 {
        None
    } else {
        lag1_consecutive_days(&residuals)
    };
    let correlation = known.map_or(0.5, |r| ((n * r + 1.0) / (n - 4.0)).clamp(0.0, 0.9));
    let effective_n = n * (1.0 - correlation) / (1.0 + correlation);
    let interval95 = wilson(share, effective_n)?;
    Ok(Clustered {
        share,
        interval95,
        effective_n,
        correlation,
        episodes: runs(answers),
    })
}

/// Newcombe's hybrid score interval of `first − second` (1998, Stat Med 17:873, method 10), from the two shares with
/// their own intervals; with clustered days give the clustered intervals.
pub fn newcombe_difference(first: Proportion, second: Proportion) -> Interval {
    let difference = first.share - second.share;
    let reach = |one: f64, other: f64| one.hypot(other);
    Interval {
        low: difference
            - reach(
                first.share - first.interval95.low,
                second.interval95.high - second.share,
            ),
        high: difference
            + reach(
                first.interval95.high - first.share,
                second.share - second.interval95.low,
            ),
    }
}

/// The value below which the share `share` of the beta distribution lies.
fn beta_quantile(share: f64, a: f64, b: f64) -> Option<f64> {
    root_between(
        |x| checked_beta_reg(a, b, x.clamp(0.0, 1.0)).unwrap_or(f64::NAN) - share,
        0.0,
        1.0,
    )
}
