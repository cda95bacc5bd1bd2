//! A window of a phase against the baseline (A2 to A5).

use crate::diary::{Direction, ItemId, PhaseKind};
use crate::statistics::Interval;

use super::caveat::Caveat;
use super::end_point::EndPoint;
use super::status::Status;
use super::window::Window;

/// One item of one phase, compared with the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The place of the phase among the phases of the diary, counted from 0.
    pub phase: usize,
    /// What the patient took in it.
    pub kind: PhaseKind,
    /// The item compared.
    pub item: ItemId,
    /// Which way is better.
    pub direction: Direction,
    /// Whether the phase is over: no day will be added to it.
    pub ended: bool,
    /// The two windows and what they say.
    pub contrast: Contrast,
    /// The trial's own end point.
    pub final_3_days: EndPoint,
    /// The same over the final 7 days.
    pub final_7_days: EndPoint,
    /// What has to be said beside it.
    pub caveats: Vec<Caveat>,
}

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

/// What the model for days that depend on each other says ([`Ar1Welch`](crate::statistics::Ar1Welch)).
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

/// How a result is shown (A4). Limits on the side of improvement: above 0 is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShownAs {
    /// As a percent change: where lower is better and both limits lie within ±100 %.
    Percent(Interval),
    /// In points of the scale, no further than the scale reaches.
    Points(Interval),
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
    /// How the likely range is shown; `None` where there is none.
    pub fn shown_as(&self, direction: Direction) -> Option<ShownAs> {
        let (range, means) = (self.range?, self.means?);
        let within = |limits: &Interval| limits.low >= -100.0 && limits.high <= 100.0;
        if direction == Direction::LowerIsBetter
            && let Some(percent) = range.percent95.filter(within)
        {
            return Some(ShownAs::Percent(percent));
        }
        let (worst, best) = room(means.baseline.mean, direction);
        let improvement = match direction {
            Direction::LowerIsBetter => Interval {
                low: -range.difference95.high,
                high: -range.difference95.low,
            },
            Direction::HigherIsBetter => range.difference95,
        };
        Some(ShownAs::Points(Interval {
            low: improvement.low.clamp(worst, best),
            high: improvement.high.clamp(worst, best),
        }))
    }
}

/// The furthest a mean can get worse (below 0) and better on the scale 0 to 100.
fn room(baseline: f64, direction: Direction) -> (f64, f64) {
    match direction {
        Direction::LowerIsBetter => (baseline - 100.0, baseline),
        Direction::HigherIsBetter => (-baseline, 100.0 - baseline),
    }
}
