//! How two windows of one item are compared (A3, A4).

use chrono::NaiveDate;

use crate::diary::{Direction, ItemId};
use crate::statistics::{
    Ar1Welch, Better, Interval, Level, Segment, Series, hodges_lehmann, mean, median, nap, sample_sd,
};

use super::comparison::{Contrast, LikelyRange, Means, Spread, Verdict};
use super::readings::{Readings, day_number};
use super::status::Status;
use super::window::Window;

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
