//! Two sides of one item, the days compared with and the days compared, and what they say (A3 to A5).

use chrono::NaiveDate;

use crate::diary::{Direction, FinalAnswer, FinalDays, FinalRange, ItemId, Millionths, Points, Rating, SortedMap};
use crate::statistics::{
    self, Better, Interval, Level, Series, WaveModel, hodges_lehmann, mean, median, nap, sample_sd,
};

use super::readings::{LeftOut, Readings, day_number};
use super::status::{Lacks, Status};
use super::window::Window;

/// Two sides of the same item and what they say.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// How far the comparison can go.
    pub status: Status,
    /// The days compared with; `None` where there are none.
    pub reference: Option<Window>,
    /// The days compared; `None` where none counts yet.
    pub window: Option<Window>,
    /// The mean of the days compared with, whatever the other side has; `None` without a rating.
    pub reference_mean: Option<f64>,
    /// The mean of the days compared, whatever the other side has; `None` without a rating.
    pub window_mean: Option<f64>,
    /// The averages and what compares them; `None` unless both sides have a rating.
    pub means: Option<Means>,
    /// The likely range; `None` unless the status is an early look or ready.
    pub range: Option<LikelyRange>,
}

/// What both sides average, and what a reader can check by hand. Ratings from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Means {
    /// The days compared with.
    pub reference: Spread,
    /// The days compared.
    pub phase: Spread,
    /// Phase minus reference, in points.
    pub difference: f64,
    /// The improvement in percent of the reference mean, above 0 is better; `None` where that mean is below 10.
    pub percent_improvement: Option<f64>,
    /// The share of pairs (a reference day, a phase day) in which the phase day is the better one; ties count half.
    pub nap: f64,
    /// The median of all pairwise differences, phase minus reference, in points.
    pub hodges_lehmann: f64,
}

/// One side in numbers, on the scale 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The mean rating.
    pub mean: f64,
    /// The median rating.
    pub median: f64,
    /// The sample standard deviation; `None` with a single day.
    pub sd: Option<f64>,
}

/// What the model for days that depend on each other and come in waves says ([`WaveModel`]).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LikelyRange {
    /// 95 % interval of the difference, phase minus reference, in points.
    pub difference95: Interval,
    /// 80 % interval of the difference.
    pub difference80: Interval,
    /// 95 % interval of the percent improvement; `None` where the reference mean is below 10 or there is no limit within
    /// ±5000 %.
    pub percent95: Option<Interval>,
    /// The model probability of any improvement, without a placebo control.
    pub better: f64,
    /// The same of an improvement of at least 30 %; `None` where the reference mean is below 10.
    pub at_least_30: Option<f64>,
    /// The same of at least the smallest worthwhile change; `None` unless a card asks for one.
    pub at_least_asked: Option<f64>,
    /// The mean correlation of one day with the next, 0 to 0.9.
    pub correlation: f64,
    /// The mean share of the variance that comes in waves of weeks, 0 to 2/3.
    pub wave_share: f64,
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

    /// An interval of the difference, phase minus reference, no further than a mean on the scale 0 to 100 can go; `None`
    /// without averages.
    pub fn within_scale(&self, difference: Interval) -> Option<Interval> {
        let reference = self.means?.reference.mean;
        let within = |limit: f64| limit.clamp(-reference, 100.0 - reference);
        Some(Interval {
            low: within(difference.low),
            high: within(difference.high),
        })
    }
}

/// The days of one item on one side, ready to be compared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Side {
    pub(super) window: Window,
    /// Day number and rating, in the order of the days.
    ratings: Vec<(i64, f64)>,
}

impl Side {
    /// The days from one to another, both included.
    pub(super) fn of(readings: &Readings, item: &ItemId, days: (NaiveDate, NaiveDate)) -> Self {
        Side::together(readings, item, &[days]).unwrap_or(Side {
            window: Window::new(days.0, days.1, 0),
            ratings: Vec::new(),
        })
    }

    /// Several stretches of days as one side, in their order; `None` without any.
    pub(super) fn together(readings: &Readings, item: &ItemId, stretches: &[(NaiveDate, NaiveDate)]) -> Option<Self> {
        let first = stretches.first()?;
        let all = stretches
            .iter()
            .flat_map(|&(from, to)| readings.of_item(item, from, to));
        let ratings: Vec<(i64, f64)> = all.map(|(date, rating)| (day_number(*date), *rating)).collect();
        let mut window = Window::of(readings, item, *first);
        for stretch in &stretches[1..] {
            window = window.and(&Window::of(readings, item, *stretch));
        }
        Some(Side { window, ratings })
    }

    pub(super) fn values(&self) -> Vec<f64> {
        self.ratings.iter().map(|(_, rating)| *rating).collect()
    }

    /// The ratings with their days; `None` without any.
    pub(super) fn series(&self) -> Option<Series> {
        Series::new(&self.ratings).ok()
    }

    fn varies(&self) -> bool {
        let mut ratings = self.ratings.iter().map(|(_, rating)| *rating);
        let first = ratings.next();
        ratings.any(|rating| Some(rating) != first)
    }

    /// Day number and rating, in the order of the days.
    pub(super) fn ratings(&self) -> &[(i64, f64)] {
        &self.ratings
    }

    fn days(&self, side: statistics::Side) -> impl Iterator<Item = (i64, f64, statistics::Side)> {
        self.ratings.iter().map(move |&(day, rating)| (day, rating, side))
    }
}

impl Side {
    /// A side as it was kept; which of its days the diary asked of, as they are `now`.
    fn kept(days: &FinalDays, now: Option<&Window>) -> Self {
        let rated = days.rated();
        let calendar = usize::try_from(days.days).unwrap_or(usize::MAX);
        let ratings: Vec<(i64, f64)> = rated
            .map(|(date, rating)| (day_number(date), f64::from(rating.get())))
            .collect();
        Side {
            window: Window {
                from: days.from,
                to: days.to,
                calendar,
                days: now.map_or(calendar, |now| now.days.max(ratings.len())),
                unasked: now.map_or(0, |now| now.unasked),
                recorded: ratings.len(),
                left_out: LeftOut::default(),
                imported: 0,
            },
            ratings,
        }
    }

    /// The side to be kept; `None` where a rating is none of the scale.
    fn to_keep(&self) -> Option<FinalDays> {
        let Window { from, to, calendar, .. } = self.window;
        let rating = |day: NaiveDate| {
            let place = self.ratings.binary_search_by_key(&day_number(day), |rating| rating.0);
            place.ok().map(|place| self.ratings[place].1)
        };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a rating is a whole number from 0 to 100"
        )]
        let kept = |rating: f64| Rating::new(rating as i64).ok();
        let ratings = from.iter_days().take_while(|day| *day <= to).map(rating);
        Some(FinalDays {
            from,
            to,
            days: u32::try_from(calendar).ok()?,
            ratings: ratings.map(|rating| rating.and_then(kept)).collect(),
        })
    }

    /// On how many days another side has another rating, one more or one less.
    fn differs_on(&self, other: &Side) -> usize {
        let same = |(day, rating): &&(i64, f64)| {
            let place = other.ratings.binary_search_by_key(day, |rating| rating.0);
            place.is_ok_and(|place| other.ratings[place].1.total_cmp(rating).is_eq())
        };
        let alike = self.ratings.iter().filter(same).count();
        let both = |day: &&(i64, f64)| other.ratings.binary_search_by_key(&day.0, |rating| rating.0).is_ok();
        let shared = self.ratings.iter().filter(both).count();
        self.ratings.len() + other.ratings.len() - shared - alike
    }
}

/// A comparison as it was kept, and how many of its days are not as they were.
pub(super) fn as_kept(answer: &FinalAnswer, now: [Option<&Side>; 2], direction: Direction) -> (Contrast, usize) {
    let [reference, window] = now;
    let sides = [
        Side::kept(&answer.reference, reference.map(|side| &side.window)),
        Side::kept(&answer.window, window.map(|side| &side.window)),
    ];
    let changed = sides.iter().zip(now).map(|(then, now)| match now {
        Some(now) => then.differs_on(now),
        None => then.window.recorded,
    });
    let changed = changed.sum();
    let FinalRange {
        difference95,
        difference80,
        percent95,
        better,
        at_least_30,
        at_least_asked,
        correlation,
        wave_share,
    } = answer.range;
    let interval = |[low, high]: [Millionths; 2]| Interval {
        low: low.value(),
        high: high.value(),
    };
    let [reference, window] = &sides;
    let mut contrast = without_range(Some(reference), Some(window), direction, |_| None);
    let range = LikelyRange {
        difference95: interval(difference95),
        difference80: interval(difference80),
        percent95: percent95.map(interval),
        better: better.value(),
        at_least_30: at_least_30.map(Millionths::value),
        at_least_asked: at_least_asked.map(Millionths::value),
        correlation: correlation.value(),
        wave_share: wave_share.value(),
    };
    // A file that was edited by hand may have kept a range and no days for it.
    contrast.range = contrast.status.has_range().then_some(range);
    (contrast, changed)
}

/// What is to be kept of two sides and what the model says of them.
pub(super) fn to_keep([reference, window]: [&Side; 2], range: &LikelyRange) -> Option<([FinalDays; 2], FinalRange)> {
    let limits = |interval: Interval| [interval.low, interval.high].map(Millionths::of);
    let range = FinalRange {
        difference95: limits(range.difference95),
        difference80: limits(range.difference80),
        percent95: range.percent95.map(limits),
        better: Millionths::of(range.better),
        at_least_30: range.at_least_30.map(Millionths::of),
        at_least_asked: range.at_least_asked.map(Millionths::of),
        correlation: Millionths::of(range.correlation),
        wave_share: Millionths::of(range.wave_share),
    };
    Some(([reference.to_keep()?, window.to_keep()?], range))
}

/// Compares two sides; `ahead` tells when a range could be shown where none can be yet.
pub(super) fn contrast(
    reference: Option<&Side>,
    phase: Option<&Side>,
    aim: Aim,
    ahead: impl Fn(Lacks) -> Option<NaiveDate>,
) -> Contrast {
    let mut contrast = without_range(reference, phase, aim.direction, ahead);
    let sides = reference.zip(phase).zip(contrast.means);
    contrast.range = sides
        .filter(|_| contrast.status.has_range())
        .and_then(|((reference, phase), means)| likely_range(reference, phase, &means, aim));
    contrast
}

/// What of a change is good.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aim {
    /// Which way.
    pub(super) direction: Direction,
    /// The smallest worthwhile change, where a card asks for one.
    pub(super) at_least: Option<Points>,
}

/// The same but for the model.
fn without_range(
    reference: Option<&Side>,
    phase: Option<&Side>,
    direction: Direction,
    ahead: impl Fn(Lacks) -> Option<NaiveDate>,
) -> Contrast {
    let varies = [reference, phase].into_iter().flatten().any(Side::varies);
    let windows = [reference, phase].map(|side| side.map(|side| side.window));
    let status = Status::of(windows[0].as_ref(), windows[1].as_ref(), varies, ahead);
    let [before, after] = [reference, phase].map(|side| side.map(Side::values).unwrap_or_default());
    Contrast {
        status,
        reference: windows[0],
        window: windows[1],
        reference_mean: mean(&before),
        window_mean: mean(&after),
        means: means(&before, &after, direction),
        range: None,
    }
}

fn means(before: &[f64], after: &[f64], direction: Direction) -> Option<Means> {
    let spread = |values: &[f64]| {
        Some(Spread {
            mean: mean(values)?,
            median: median(values)?,
            sd: sample_sd(values),
        })
    };
    let (reference, phase) = (spread(before)?, spread(after)?);
    let higher = nap(before, after)?.estimate;
    Some(Means {
        reference,
        phase,
        difference: phase.mean - reference.mean,
        percent_improvement: percent_improvement(reference.mean, phase.mean, direction),
        nap: match direction {
            Direction::LowerIsBetter => 1.0 - higher,
            Direction::HigherIsBetter => higher,
        },
        hodges_lehmann: hodges_lehmann(before, after)?.shift,
    })
}

fn likely_range(reference: &Side, phase: &Side, means: &Means, aim: Aim) -> Option<LikelyRange> {
    let Aim {
        direction,
        at_least: asked,
    } = aim;
    let sides = reference
        .days(statistics::Side::Reference)
        .chain(phase.days(statistics::Side::Window));
    // No day is on both sides; the reference may come after the window, and before it.
    let days: SortedMap<i64, (f64, statistics::Side)> =
        sides.map(|(day, rating, side)| (day, (rating, side))).collect();
    let days: Vec<_> = days
        .iter()
        .map(|(day, (rating, side))| (*day, *rating, *side))
        .collect();
    let model = WaveModel::compare(&days).ok()?;
    let better = match direction {
        Direction::LowerIsBetter => Better::Lower,
        Direction::HigherIsBetter => Better::Higher,
    };
    let in_percent = means.percent_improvement.is_some();
    let percent95 = if in_percent {
        model.improvement_interval(Level::P95, better)
    } else {
        None
    };
    Some(LikelyRange {
        difference95: model.difference_interval(Level::P95)?,
        difference80: model.difference_interval(Level::P80)?,
        percent95: percent95.map(|share| Interval {
            low: 100.0 * share.low,
            high: 100.0 * share.high,
        }),
        better: model.probability_of_points(0.0, better),
        at_least_30: in_percent.then(|| model.probability_of_share(0.3, better)),
        at_least_asked: asked.map(|points| model.probability_of_points(f64::from(points.get()), better)),
        correlation: model.correlation(),
        wave_share: model.wave_share(),
    })
}

/// A reference mean below which no percent is given: a tenth of the scale.
const LEAST_REFERENCE_MEAN: f64 = 10.0;

/// The improvement in percent of the reference, above 0 is better; `None` where the reference is below 10.
///
/// The formula of the 2013 trial (registry NCT00568555), with the sign turned where higher is better.
pub(super) fn percent_improvement(reference: f64, mean: f64, direction: Direction) -> Option<f64> {
    let change = match direction {
        Direction::LowerIsBetter => reference - mean,
        Direction::HigherIsBetter => mean - reference,
    };
    (reference >= LEAST_REFERENCE_MEAN).then(|| 100.0 * change / reference)
}
