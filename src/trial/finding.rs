//! A comparison as numbers to read: the only place where it is rounded.
//!
//! Page, headline, report, tables and titles of charts print what stands here, so none can contradict another. Within one
//! finding the numbers agree as they are printed: a reader who takes one average from the other finds the change, and a
//! verdict is that of the limits that are shown. The analysis document holds the same comparison unrounded.

use crate::diary::Direction;
use crate::statistics::Interval;

use super::amount::{Amount, Unit};
use super::contrast::{Contrast, Means, Verdict};
use super::end_point::EndPoint;
use super::status::Status;
use super::window::Window;
use crate::words::Decimal;

/// What one comparison comes to, for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// How far the comparison can go.
    pub status: Status,
    /// The days compared with, and how many of them are recorded.
    pub baseline: Option<Window>,
    /// The days compared, and how many of them are recorded.
    pub window: Option<Window>,
    /// The averages and what follows from them; `None` unless both windows have a day.
    pub figures: Option<Figures>,
}

/// Two averages with their change and its likely range. Change and limits have the same decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// The mean rating of the days compared with, 0 to 100.
    pub before: Decimal,
    /// The mean rating of the days compared, 0 to 100.
    pub after: Decimal,
    /// The change from the one to the other.
    pub change: Amount,
    /// The 95 % limits of the change, in its unit; `None` without a likely range.
    pub limits: Option<Limits>,
}

/// The likely range of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The worse end.
    pub worst: Amount,
    /// The better end.
    pub best: Amount,
}

impl Finding {
    /// A contrast for reading. Whole numbers, with a decimal where whole ones would contradict each other.
    pub fn of(contrast: &Contrast, direction: Direction) -> Self {
        let figures = contrast.means.map(|means| {
            let percent = || in_percent(contrast, &means, direction);
            percent().unwrap_or_else(|| in_points(contrast, &means, direction, 0))
        });
        Finding {
            status: contrast.status,
            baseline: contrast.baseline,
            window: contrast.window,
            figures,
        }
    }

    /// Where the likely range lies as it is shown; `None` without one.
    pub fn verdict(&self) -> Option<Verdict> {
        self.figures?.limits.map(|limits| limits.verdict())
    }

    /// What the change is told in; points, where there is none.
    pub fn unit(&self) -> Unit {
        self.figures.map_or(Unit::Points, |figures| figures.change.unit)
    }

    /// The change of the trial's own end point (A6), in the unit and with the decimals of this finding; `None` before
    /// there is a likely range: one gate for all numbers of a comparison.
    pub fn at_the_end(&self, end: &EndPoint, contrast: &Contrast, direction: Direction) -> Option<Amount> {
        let figures = self.figures.filter(|figures| figures.limits.is_some())?;
        let change = figures.change;
        let improvement = match change.unit {
            Unit::Percent => end.percent_improvement?,
            Unit::Points => turned(end.mean? - contrast.means?.baseline.mean, direction),
        };
        Some(Amount {
            improvement: Decimal::of(improvement, change.improvement.decimals()),
            ..change
        })
    }
}

impl Figures {
    /// A contrast in points with one decimal, for tables of many; `None` without averages.
    pub fn with_a_decimal(contrast: &Contrast, direction: Direction) -> Option<Self> {
        Some(in_points(contrast, &contrast.means?, direction, 1))
    }

    /// The phase less the baseline, where the change is told in points.
    pub fn difference(&self) -> Decimal {
        let improvement = self.change.improvement;
        match self.change.direction {
            Direction::LowerIsBetter => improvement.negated(),
            Direction::HigherIsBetter => improvement,
        }
    }

    /// The limits of the difference, the lower one first.
    pub fn difference_limits(&self) -> Option<[Decimal; 2]> {
        let Limits { worst, best } = self.limits?;
        let [worst, best] = [worst, best].map(|limit| limit.improvement);
        Some(match self.change.direction {
            Direction::LowerIsBetter => [best.negated(), worst.negated()],
            Direction::HigherIsBetter => [worst, best],
        })
    }
}

impl Limits {
    /// Where they lie.
    pub fn verdict(&self) -> Verdict {
        if self.worst.improvement.is_positive() {
            Verdict::Better
        } else if self.best.improvement.negated().is_positive() {
            Verdict::Worse
        } else {
            Verdict::CannotTell
        }
    }

    /// The end nearer to no change, then the further one; for ranges on one side of it.
    pub fn near_and_far(&self) -> [Amount; 2] {
        match self.verdict() {
            Verdict::Worse => [self.best, self.worst],
            Verdict::Better | Verdict::CannotTell => [self.worst, self.best],
        }
    }
}

/// Two averages that stand side by side: whole numbers, or with a decimal where whole ones would tell another difference.
pub fn side_by_side(before: f64, after: f64) -> [Decimal; 2] {
    let rounded = |decimals| [before, after].map(|mean| Decimal::of(mean, decimals));
    let whole = rounded(0);
    if whole[1].minus(whole[0]) == Decimal::of(after - before, 0) {
        whole
    } else {
        rounded(1)
    }
}

/// How far the percent that a reader works out from two printed averages may lie from the one beside them.
const BY_HAND: f64 = 1.5;

/// A difference, phase less baseline, turned so that above 0 is better.
fn turned(difference: f64, direction: Direction) -> f64 {
    match direction {
        Direction::LowerIsBetter => -difference,
        Direction::HigherIsBetter => difference,
    }
}

/// Whether a limit would read as 0 and is not.
fn hides(limits: Option<Interval>, decimals: u32) -> bool {
    let zero = |limit: f64| limit != 0.0 && Decimal::of(limit, decimals).is_zero();
    limits.is_some_and(|limits| zero(limits.low) || zero(limits.high))
}

/// In percent; `None` where a contrast is not told so.
fn in_percent(contrast: &Contrast, means: &Means, direction: Direction) -> Option<Figures> {
    let limits = contrast
        .range?
        .percent95
        .filter(|limits| direction == Direction::LowerIsBetter && limits.low >= -100.0 && limits.high <= 100.0)?;
    let value = means.percent_improvement?;
    let decimals = u32::from(hides(Some(limits), 0));
    let amount = |improvement: f64| Amount {
        improvement: Decimal::of(improvement, decimals),
        unit: Unit::Percent,
        direction,
    };
    let change = amount(value);
    let averages =
        [0, 1].map(|decimals| [means.baseline.mean, means.phase.mean].map(|mean| Decimal::of(mean, decimals)));
    let shows = |[before, after]: &[Decimal; 2]| {
        let fall = before.minus(*after);
        let by_hand = 100.0 * fall.value() / before.value().max(1.0);
        let same_side = change.is_none() == fall.is_zero() && change.improvement.is_positive() == fall.is_positive();
        same_side && (by_hand - value).abs() <= BY_HAND
    };
    let [before, after] = averages.into_iter().find(shows)?;
    Some(Figures {
        before,
        after,
        change,
        limits: Some(Limits {
            worst: amount(limits.low),
            best: amount(limits.high),
        }),
    })
}

/// Decimals that a change in points and the averages beside it can have: the fewest that agree are taken.
const DECIMALS: [(u32, u32); 4] = [(0, 0), (1, 1), (1, 2), (1, 3)];

/// In points, with so many decimals at least. The change is right to its last digit, and so is what a reader works out
/// from the averages.
fn in_points(contrast: &Contrast, means: &Means, direction: Direction, least: u32) -> Figures {
    let exact = contrast.limits_in_points(direction);
    let averages = |decimals| [means.baseline.mean, means.phase.mean].map(|mean| Decimal::of(mean, decimals));
    let agrees = |&(decimals, of_averages): &(u32, u32)| {
        let [before, after] = averages(of_averages);
        let by_hand = Decimal::of(after.minus(before).value(), decimals);
        by_hand == Decimal::of(means.difference, decimals) && !(decimals == 0 && hides(exact, 0))
    };
    let mut choices = DECIMALS.into_iter().filter(|choice| choice.0 >= least);
    let (decimals, of_averages) = choices.find(agrees).unwrap_or((1, 3));
    let [before, after] = averages(of_averages);
    let amount = |improvement: f64| Amount {
        improvement: Decimal::of(improvement, decimals),
        unit: Unit::Points,
        direction,
    };
    Figures {
        before,
        after,
        change: amount(turned(means.difference, direction)),
        limits: exact.map(|limits| Limits {
            worst: amount(limits.low),
            best: amount(limits.high),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::contrast::{LikelyRange, Spread};
    use super::*;

    fn contrast(before: f64, after: f64, points: (f64, f64), percent: Option<(f64, f64)>) -> Contrast {
        let spread = |mean| Spread {
            mean,
            median: mean,
            sd: None,
        };
        let interval = |(low, high)| Interval { low, high };
        Contrast {
            status: Status::Ready,
            baseline: None,
            window: None,
            means: Some(Means {
                baseline: spread(before),
                phase: spread(after),
                difference: after - before,
                percent_improvement: Some(100.0 * (before - after) / before),
                nap: 0.5,
                hodges_lehmann: 0.0,
            }),
            range: Some(LikelyRange {
                difference95: interval(points),
                difference80: interval(points),
                correlation: 0.0,
                percent95: percent.map(interval),
                at_least_30: None,
                at_least_50: None,
                verdict: Verdict::CannotTell,
            }),
        }
    }

    fn read(before: f64, after: f64, points: (f64, f64), percent: Option<(f64, f64)>) -> String {
        let contrast = contrast(before, after, points, percent);
        let figures = Finding::of(&contrast, Direction::LowerIsBetter)
            .figures
            .expect("averages");
        let limits = figures.limits.expect("a range");
        let [worst, best] = [limits.worst, limits.best].map(Amount::number_and_side);
        let change = figures.change.number_and_way();
        format!("{} {}: {change}, {worst} to {best}", figures.before, figures.after)
    }

    #[test]
    fn numbers_that_stand_together_do_not_contradict_each_other() {
        let pain = |before, after, points| read(before, after, points, None);
        assert_eq!(
            pain(64.4, 50.3, (-20.4, -7.6)),
            "64 50: 14 points lower, 8 points better to 20 points better"
        );
        assert_eq!(
            pain(6.4, 4.8, (-3.0, -0.6)),
            "6.4 4.8: 1.6 points lower, 0.6 points better to 3.0 points better"
        );
        assert_eq!(
            pain(39.6, 46.4, (2.0, 11.0)),
            "39.6 46.4: 6.8 points higher, 11.0 points worse to 2.0 points worse"
        );
        // The difference is 6.88, and one decimal of the averages would make it 6.8.
        assert_eq!(
            pain(39.56, 46.44, (2.0, 11.0)),
            "39.56 46.44: 6.9 points higher, 11.0 points worse to 2.0 points worse"
        );
        assert_eq!(
            pain(40.0, 46.5, (2.0, 11.0)),
            "40 47: 7 points higher, 11 points worse to 2 points worse"
        );
        assert_eq!(
            pain(50.2, 50.2, (-3.0, 3.0)),
            "50 50: no change, 3 points worse to 3 points better"
        );
        // No better than the scale has room for.
        assert_eq!(
            pain(6.0, 2.0, (-9.0, -1.0)),
            "6 2: 4 points lower, 1 point better to 6 points better"
        );
    }

    #[test]
    fn percent_stands_where_the_averages_show_it() {
        let pain = |before, after, percent| read(before, after, (-30.0, 2.6), Some(percent));
        assert_eq!(
            pain(64.08, 43.35, (20.7, 44.7)),
            "64 43: 32 % lower, 21 % better to 45 % better"
        );
        assert_eq!(
            pain(10.4, 9.6, (-10.0, 28.0)),
            "10.4 9.6: 8 % lower, 10 % worse to 28 % better"
        );
        // A limit that would read as 0 is told more closely, and the change with it.
        assert_eq!(
            pain(64.08, 43.35, (0.3, 44.7)),
            "64 43: 32.4 % lower, 0.3 % better to 44.7 % better"
        );
        assert_eq!(
            pain(64.1, 63.9, (-28.0, 36.0)),
            "64 64: no change, 28 % worse to 36 % better"
        );
        // What is 0 % beside averages that differ is told in points.
        assert_eq!(
            pain(50.6, 50.4, (-5.2, 6.0)),
            "50.6 50.4: 0.2 points lower, 2.6 points worse to 30.0 points better"
        );
    }

    #[test]
    fn a_verdict_is_that_of_the_limits_that_are_shown() {
        let verdict = |points| Finding::of(&contrast(6.4, 4.8, points, None), Direction::LowerIsBetter).verdict();
        assert_eq!(verdict((-3.0, -0.06)), Some(Verdict::Better));
        assert_eq!(verdict((-3.0, -0.04)), Some(Verdict::CannotTell));
        assert_eq!(verdict((0.06, 3.0)), Some(Verdict::Worse));
    }
}
