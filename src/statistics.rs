//! Plain numerics on slices, without any knowledge of diaries.
//!
//! # Methods
//!
//! **Description.** Mean, median and the sample standard deviation (divisor n − 1); quantiles of type 7, which join the
//! order statistics by straight lines (Hyndman & Fan 1996). Missing values are left out before they come here; nothing is
//! imputed and nothing is carried forward.
//!
//! **Before against after.** A person's days are not independent draws: a bad day tends to follow a bad day. Each segment
//! is therefore a stationary first-order autoregressive process with a mean and a variance of its own and one common
//! day-to-day correlation ρ. On a calendar with gaps the correlation of two recorded days that lie g days apart is ρ to
//! the power g, so that missing days need no filling in. Given ρ, the generalised least squares mean of each segment and
//! its variance follow from the whitened series, and the difference of two means is Student-t with the degrees of freedom
//! of Welch (1947) and Satterthwaite (1946). ρ is not estimated and then taken as known: the residual likelihood of both
//! segments weights each of the values 0, 0.01, …, 0.95, a priori equal, and every interval and probability comes from
//! the mixture of the 96 t distributions. The percent change is a ratio of two such means, handled exactly by asking for
//! the distribution of `after − q · before` (Fieller 1954), never by the delta method.
//!
//! **The answer.** Real diaries come in waves of weeks too, and a range that is read every evening must hold: the model of
//! [`WaveModel`] adds a slow wave and a spread of its own for each side, averages over a grid of 650 points, and needs one
//! pass over the days for five of them at a time. It is to take the place of the former for what is said first.
//!
//! **Trend.** The same correlated errors around a straight line give the slope of a baseline, and around a step and a
//! common line the step that is left once a steady drift is allowed for.
//!
//! **Overlap.** NAP, the share of before-after pairs in which the later day is better (Parker & Vannest 2009), and the
//! Hodges-Lehmann shift, the median of all pairwise differences. Their intervals assume independent days and say so.
//!
//! **Proportions and rates.** Wilson's interval, on an effective number of days where yes-days cluster; Clopper and
//! Pearson's exact interval; Newcombe's hybrid score interval for a difference; Garwood's for a rate.
//!
//! **Accuracy.** Beta and gamma distributions are those of the crate `statrs`; Student's t is evaluated here, thousands of
//! times for one interval, and held to that of `statrs` by tests. Limits are roots that are bracketed and refined to a
//! relative 1e-12. No random numbers are drawn: the same diary gives the same digits.
//!
//! **What is deliberately missing.** No p-value of a test, no bootstrap, no score that calls a person a responder.
//!
//! # References
//!
//! Clopper & Pearson 1934, Biometrika 26:404. Fieller 1954, J R Stat Soc B 16:175. Garwood 1936, Biometrika 28:437.
//! Durbin & Koopman 2012, Time Series Analysis by State Space Methods. Hodges & Lehmann 1963, Ann Math Stat 34:598. Hyndman & Fan 1996, Am Stat 50:361. Newcombe 1998, Stat Med 17:873.
//! Newcombe 2006, Stat Med 25:559. Parker & Vannest 2009, Behav Ther 40:357. Satterthwaite 1946, Biometrics Bull 2:110.
//! Tang & Landes 2020, `PLoS` ONE 15:e0228077. Welch 1947, Biometrika 34:28. Wilson 1927, J Am Stat Assoc 22:209.

mod ar1_welch;
mod hodges_lehmann;
mod interval;
mod mixture;
mod nap;
mod proportion;
mod rate;
mod residual;
mod root;
mod segment;
mod serial;
mod series;
mod student;
mod summary;
mod trend;
mod wave_model;

pub use ar1_welch::{Ar1Welch, Better};
pub use hodges_lehmann::{HodgesLehmann, hodges_lehmann};
pub use interval::{Interval, Level};
pub use nap::{Nap, nap};
pub use proportion::{
    Clustered, Proportion, ProportionError, clopper_pearson, clustered_wilson, newcombe_difference, wilson,
};
pub use rate::{RateError, garwood};
pub use residual::{lag1_consecutive_days, lag1_in_order};
pub use segment::Segment;
pub use serial::ModelError;
pub use series::{Series, SeriesError};
pub use summary::{mean, median, quantile, sample_sd};
pub use trend::{Slope, Step, baseline_level_on, baseline_slope, common_trend_step};
pub use wave_model::{FEWEST_DAYS, Side, WaveModel};

#[cfg(test)]
mod coverage;
#[cfg(test)]
mod properties;
