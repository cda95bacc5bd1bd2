//! Plain numerics on slices, without any knowledge of diaries.
//!
//! # Methods
//!
//! **Description.** Mean, median and the sample standard deviation (divisor n − 1); quantiles of type 7, which join the
//! order statistics by straight lines (Hyndman & Fan 1996). Missing values are left out before they come here; nothing is
//! imputed and nothing is carried forward.
//!
//! **Before against after.** A person's days are not independent draws: a bad day tends to follow a bad day, and real
//! diaries come in waves of weeks. [`WaveModel`] is one person's days under two conditions: each side has a mean of its own
//! and may vary more than the other; around it a day resembles its neighbours, by the power of the gap, so that missing
//! days need no filling in, and a slow wave goes through both sides. Correlation, wave and spread are not estimated and then
//! taken as known: 650 points of a grid are weighted by the likelihood that is left when means and scale are integrated
//! out, and every interval and probability comes from the mixture of the 650 t distributions. One pass over the days serves
//! five points. The percent change is a ratio of two such means, handled exactly by asking for the distribution of
//! `window − q · reference` (Fieller 1954), never by the delta method.
//!
//! **Plan.** [`Pilot`] reads one condition's days by the same grid and tells the half-width that planned days could be expected
//! to give: their precision depends on where they lie and not on what they will be.
//!
//! **Trend.** Errors of which each resembles the one before, by a correlation weighed over 0, 0.01, …, 0.95, around a
//! straight line give the slope of a baseline, and around a step and a common line the step that is left once a steady
//! drift is allowed for.
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
//! **Pairs in a drawn order.** The share of all orders that chance could have drawn with as large a mean difference: a check by
//! the design alone, for the second layer of a trial of one.
//!
//! **What is deliberately missing.** No other p-value of a test, no bootstrap, no score that calls a person a responder.
//!
//! # References
//!
//! Clopper & Pearson 1934, Biometrika 26:404. Fieller 1954, J R Stat Soc B 16:175. Garwood 1936, Biometrika 28:437.
//! Durbin & Koopman 2012, Time Series Analysis by State Space Methods. Hodges & Lehmann 1963, Ann Math Stat 34:598. Hyndman & Fan 1996, Am Stat 50:361. Newcombe 1998, Stat Med 17:873.
//! Newcombe 2006, Stat Med 25:559. Parker & Vannest 2009, Behav Ther 40:357. Wilson 1927, J Am Stat Assoc 22:209.

mod hodges_lehmann;
mod interval;
mod mixture;
mod nap;
mod plan;
mod proportion;
mod randomisation;
mod rate;
mod residual;
mod root;
mod serial;
mod series;
mod student;
mod summary;
mod trend;
mod wave_model;
mod wave_process;

pub use hodges_lehmann::{HodgesLehmann, hodges_lehmann};
pub use interval::{Interval, Level};
pub use nap::{Nap, nap};
pub use plan::Pilot;
pub use proportion::{
    Clustered, Proportion, ProportionError, clopper_pearson, clustered_wilson, newcombe_difference, wilson,
};
pub use randomisation::sign_flips;
pub use rate::{RateError, garwood};
pub use residual::{lag1_consecutive_days, lag1_in_order};
pub use serial::ModelError;
pub use series::{Series, SeriesError};
pub use summary::{mean, median, quantile, sample_sd};
pub use trend::{Slope, Step, baseline_level_on, baseline_slope, common_trend_step};
pub use wave_model::{Better, FEWEST_DAYS, Side, WaveModel};

#[cfg(test)]
mod coverage;
#[cfg(test)]
mod properties;
