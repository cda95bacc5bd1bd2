//! Two windows of one item, and how they are compared (A3 to A5).

use chrono::NaiveDate;

use crate::diary::{Direction, ItemId};
use crate::statistics::{
    Ar1Welch, Better, Interval, Level, Segment, Series, hodges_lehmann, mean, median, nap, sample_sd,
};

use super::readings::{Readings, day_number};
use super::status::Status;
use super::window::Window;

/// Two windows of the same item and what they say.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// How far the comparison can go.
    pub status: Status,
    /// The window compared with; `None` where there is none, or none of its days has the item.
    pub baseline: Option<Window>,
    /// The window compared; `None` where no day of it counts yet.
    pub window: Option<Window>,
    /// The averages; `None` unless both windows have a day.
    pub means: Option<Means>,
    /// The likely range; `None` unless the status is an early look or ready.
    pub range: Option<LikelyRange>,
}

/// What both windows average, and what a reader can check by hand. Ratings from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Means {
    /// The window compared with.
    pub baseline: Spread,
    /// The window compared.
    pub phase: Spread,
    /// Phase minus baseline, in points.
    pub difference: f64,
    /// The improvement in percent of the baseline mean, above 0 is better; `None` where that mean is below 10.
    pub percent_improvement: Option<f64>,
    /// The share of pairs (a baseline day, a phase day) in which the phase day is the better one; ties count half.
    pub nap: f64,
    /// The median of all pairwise differences, phase minus baseline, in points.
    pub hodges_lehmann: f64,
}

/// One window in numbers, on the scale 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The mean rating.
    pub mean: f64,
    /// The median rating.
    pub median: f64,
    /// The sample standard deviation; `None` with a single day.
    pub sd: Option<f64>,
}

/// What the model for days that depend on each other says ([`Ar1Welch`]).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LikelyRange {
    /// 95 % interval of the difference, phase minus baseline, in points.
    pub difference95: Interval,
    /// 80 % interval of the difference.
    pub difference80: Interval,
    /// The estimated correlation of one day with the next, 0 to 0.95.
    pub correlation: f64,
    /// 95 % interval of the percent improvement; `None` where the baseline mean is below 10 or there is no limit within
    /// ±5000 %.
    pub percent95: Option<Interval>,
    /// The model probability of an improvement of at least 30 %, without a placebo control; `None` where the baseline
    /// mean is below 10.
    pub at_least_30: Option<f64>,
    /// The same for 50 %.
    pub at_least_50: Option<f64>,
    /// Where 0 lies.
    pub verdict: Verdict,
}

/// Where the 95 % interval of the difference lies (A5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Wholly on the better side of 0.
    Better,
    /// Wholly on the worse side of 0.
    Worse,
    /// 0 is inside.
    CannotTell,
}

impl Verdict {
    /// The name in the analysis document (F3).
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Better => "better",
            Verdict::Worse => "worse",
            Verdict::CannotTell => "cannot_tell",
        }
    }

    pub(super) fn of(difference: Interval, direction: Direction) -> Self {
        let rises = difference.low > 0.0;
        let falls = difference.high < 0.0;
        match direction {
            Direction::LowerIsBetter if falls => Verdict::Better,
            Direction::LowerIsBetter if rises => Verdict::Worse,
            Direction::HigherIsBetter if rises => Verdict::Better,
            Direction::HigherIsBetter if falls => Verdict::Worse,
            _ => Verdict::CannotTell,
        }
    }
}

impl Contrast {
    /// The likely range on the side of improvement (above 0 is better) in points; `None` where there is none.
    pub fn limits_in_points(&self, direction: Direction) -> Option<Interval> {
        let Interval { low, high } = self.within_scale(self.range?.difference95)?;
        Some(match direction {
            Direction::LowerIsBetter => Interval { low: -high, high: -low },
            Direction::HigherIsBetter => Interval { low, high },
        })
    }

    /// An interval of the difference, phase minus baseline, no further than a mean on the scale 0 to 100 can go; `None`
    /// without averages.
    pub fn within_scale(&self, difference: Interval) -> Option<Interval> {
        let baseline = self.means?.baseline.mean;
        let within = |limit: f64| limit.clamp(-baseline, 100.0 - baseline);
        Some(Interval {
            low: within(difference.low),
            high: within(difference.high),
        })
    }
}

/// The days of one item in one window, ready to be compared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Side {
    pub(super) window: Window,
    pub(super) values: Vec<f64>,
    pub(super) series: Option<Series>,
    segment: Option<Segment>,
}

impl Side {
    pub(super) fn of(readings: &Readings, item: &ItemId, from: NaiveDate, to: NaiveDate) -> Self {
        let ratings = readings.of_item(item, from, to);
        let pairs: Vec<(i64, f64)> = ratings
            .iter()
            .map(|(date, rating)| (day_number(*date), *rating))
            .collect();
        let series = Series::new(&pairs).ok();
        Side {
            window: Window {
                from,
                to,
                recorded: ratings.len(),
            },
            values: ratings.iter().map(|(_, rating)| *rating).collect(),
            segment: series.as_ref().map(Segment::fit),
            series,
        }
    }

    fn varies(&self) -> bool {
        self.segment.as_ref().is_some_and(|segment| !segment.is_constant())
    }

    fn spread(&self) -> Option<Spread> {
        let (mean, median) = (mean(&self.values)?, median(&self.values)?);
        Some(Spread {
            mean,
            median,
            sd: sample_sd(&self.values),
        })
    }
}

/// Compares two windows; `ahead` tells when a range could be shown where none can be yet.
pub(super) fn contrast(
    baseline: Option<&Side>,
    phase: Option<&Side>,
    direction: Direction,
    ahead: impl Fn() -> Option<NaiveDate>,
) -> Contrast {
    let varies = [baseline, phase].into_iter().flatten().any(Side::varies);
    let windows = [baseline, phase].map(|side| side.map(|side| side.window));
    let status = Status::of(windows[0].as_ref(), windows[1].as_ref(), varies, ahead);
    let means = baseline
        .zip(phase)
        .and_then(|(baseline, phase)| means(baseline, phase, direction));
    let range = baseline
        .zip(phase)
        .zip(means)
        .filter(|_| status.has_range())
        .and_then(|((baseline, phase), means)| likely_range(baseline, phase, &means, direction));
    Contrast {
        status,
        baseline: windows[0],
        window: windows[1],
        means,
        range,
    }
}

fn means(baseline: &Side, phase: &Side, direction: Direction) -> Option<Means> {
    let (before, after) = (baseline.spread()?, phase.spread()?);
    let higher = nap(&baseline.values, &phase.values)?.estimate;
    Some(Means {
        baseline: before,
        phase: after,
        difference: after.mean - before.mean,
        percent_improvement: percent_improvement(before.mean, after.mean, direction),
        nap: match direction {
            Direction::LowerIsBetter => 1.0 - higher,
            Direction::HigherIsBetter => higher,
        },
        hodges_lehmann: hodges_lehmann(&baseline.values, &phase.values)?.shift,
    })
}

fn likely_range(baseline: &Side, phase: &Side, means: &Means, direction: Direction) -> Option<LikelyRange> {
    let model = Ar1Welch::compare(baseline.segment.as_ref()?, phase.segment.as_ref()?).ok()?;
    let better = match direction {
        Direction::LowerIsBetter => Better::Lower,
        Direction::HigherIsBetter => Better::Higher,
    };
    let difference95 = model.difference_interval(Level::P95)?;
    let in_percent = means.percent_improvement.is_some();
    let at_least = |change| in_percent.then(|| model.probability_of_at_least(change, better));
    let percent95 = if in_percent {
        model.improvement_interval(Level::P95, better)
    } else {
        None
    };
    Some(LikelyRange {
        difference95,
        difference80: model.difference_interval(Level::P80)?,
        correlation: model.correlation(),
        percent95: percent95.map(|share| Interval {
            low: 100.0 * share.low,
            high: 100.0 * share.high,
        }),
        at_least_30: at_least(0.3),
        at_least_50: at_least(0.5),
        verdict: Verdict::of(difference95, direction),
    })
}

/// A baseline mean below which no percent is given: a tenth of the scale.
const LEAST_BASELINE_MEAN: f64 = 10.0;

/// The improvement in percent of the baseline, above 0 is better; `None` where the baseline is below 10.
///
/// The formula of the 2013 trial (registry NCT00568555), with the sign turned where higher is better.
pub(super) fn percent_improvement(baseline: f64, mean: f64, direction: Direction) -> Option<f64> {
    let change = match direction {
        Direction::LowerIsBetter => baseline - mean,
        Direction::HigherIsBetter => mean - baseline,
    };
    (baseline >= LEAST_BASELINE_MEAN).then(|| 100.0 * change / baseline)
}
