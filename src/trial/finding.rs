//! A comparison as numbers to read: the only place where it is rounded.
//!
//! Page, headline, report, tables and titles of charts print what stands here, so none can contradict another. Within one
//! finding the numbers agree as they are printed: a reader who takes one average from the other finds the change, and a
//! verdict is that of the limits that are shown. The analysis document holds the same comparison unrounded.

use crate::diary::Direction;
use crate::statistics::Interval;

use super::amount::{Amount, Unit};
use super::comparison::Comparison;
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
    pub reference: Option<Window>,
    /// The days compared, and how many of them are recorded.
    pub window: Option<Window>,
    /// The averages and what follows from them; `None` unless both sides have a rating.
    pub figures: Option<Figures>,
    /// Where the likely range lies as it is shown; `None` without one, and for any but the main item.
    pub verdict: Option<Verdict>,
}

/// Two averages with their change and its likely range. Change and limits have the same decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// The mean rating of the days compared with, 0 to 100.
    pub before: Decimal,
    /// The mean rating of the days compared, 0 to 100.
    pub after: Decimal,
    /// The change from the one to the other, in points.
    pub change: Amount,
    /// The 95 % limits of the change, in points; `None` without a likely range.
    pub limits: Option<Limits>,
    /// The same in percent, to stand beside the points; `None` where it is not told so (A4).
    pub percent: Option<Percent>,
}

/// A change in percent of the average compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent {
    /// The change.
    pub change: Amount,
    /// Its 95 % limits.
    pub limits: Limits,
}

/// The likely range of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The worse end.
    pub worst: Amount,
    /// The better end.
    pub best: Amount,
}

impl Comparison {
    /// The comparison for reading.
    pub fn finding(&self) -> Finding {
        let figures = Figures::of(&self.contrast, self.direction);
        let limits = figures.and_then(|figures| figures.limits).filter(|_| self.main);
        Finding {
            status: self.contrast.status,
            reference: self.contrast.reference,
            window: self.contrast.window,
            figures,
            verdict: limits.map(|limits| limits.side()),
        }
    }
}

/// An average with the decimals of a finding that it stands beside, in one row or sentence; whole without its averages.
pub fn mean_beside(mean: f64, finding: Option<&Finding>) -> Decimal {
    let figures = finding.and_then(|finding| finding.figures);
    Decimal::of(mean, figures.map_or(0, |figures| figures.after.decimals()))
}

impl Finding {
    /// The change to the trial's own end point (A6) in points, and in percent where the finding has both, with its decimals;
    /// `None` before there is a likely range: one gate for all numbers of a comparison.
    pub fn at_the_end(
        &self,
        end: &EndPoint,
        contrast: &Contrast,
        direction: Direction,
    ) -> Option<(Amount, Option<Amount>)> {
        let figures = self.figures.filter(|figures| figures.limits.is_some())?;
        let like = |amount: Amount, improvement: f64| Amount {
            improvement: Decimal::of(improvement, amount.improvement.decimals()),
            ..amount
        };
        let points = turned(end.mean? - contrast.reference_mean?, direction);
        let percent = figures.percent.zip(end.percent_improvement);
        Some((
            like(figures.change, points),
            percent.map(|(percent, improvement)| like(percent.change, improvement)),
        ))
    }
}

impl Figures {
    /// A contrast for reading: whole numbers, with a decimal where whole ones would contradict each other. `None` without
    /// averages.
    pub fn of(contrast: &Contrast, direction: Direction) -> Option<Self> {
        Some(figures(contrast, &contrast.means?, direction, 0))
    }

    /// The same with one decimal, for tables of many.
    pub fn with_a_decimal(contrast: &Contrast, direction: Direction) -> Option<Self> {
        Some(figures(contrast, &contrast.means?, direction, 1))
    }

    /// Both averages with so many decimals at least, to stand in a column with others; as they are where these would tell
    /// another change.
    pub fn averages_with(&self, contrast: &Contrast, decimals: u32) -> [Decimal; 2] {
        let as_they_are = [self.before, self.after];
        let Some(means) = contrast.means.filter(|_| decimals > self.after.decimals()) else {
            return as_they_are;
        };
        let closer = [means.reference.mean, means.phase.mean].map(|mean| Decimal::of(mean, decimals));
        let told = self.difference();
        let by_hand = Decimal::of(closer[1].minus(closer[0]).value(), told.decimals());
        if by_hand == told { closer } else { as_they_are }
    }

    /// The phase less the reference.
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
    /// On which side of no change they lie.
    pub fn side(&self) -> Verdict {
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
        match self.side() {
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

/// A difference, phase less reference, turned so that above 0 is better.
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

/// In percent, to stand beside averages and a change in points; `None` where a contrast is not told so: where higher is
/// better, where a limit lies beyond ±100 %, and where the averages would show another percent.
fn in_percent(contrast: &Contrast, means: &Means, [before, after]: [Decimal; 2], change: Amount) -> Option<Percent> {
    let limits = contrast.range?.percent95.filter(|limits| {
        change.direction == Direction::LowerIsBetter && limits.low >= -100.0 && limits.high <= 100.0
    })?;
    let value = means.percent_improvement?;
    let decimals = u32::from(hides(Some(limits), 0));
    let amount = |improvement: f64| Amount {
        improvement: Decimal::of(improvement, decimals),
        unit: Unit::Percent,
        direction: change.direction,
    };
    let percent = amount(value);
    let by_hand = 100.0 * before.minus(after).value() / before.value().max(1.0);
    let same_side = percent.is_none() == change.is_none() && percent.is_better() == change.is_better();
    (same_side && (by_hand - value).abs() <= BY_HAND).then(|| Percent {
        change: percent,
        limits: Limits {
            worst: amount(limits.low),
            best: amount(limits.high),
        },
    })
}

/// Decimals that a change in points and the averages beside it can have, in the order in which they are tried.
const DECIMALS: [(u32, u32); 5] = [(0, 0), (1, 1), (0, 1), (1, 2), (1, 3)];

/// With so many decimals at least. The change is right to its last digit, and so is what a reader works out from the
/// averages.
fn figures(contrast: &Contrast, means: &Means, direction: Direction, least: u32) -> Figures {
    let exact = contrast.limits_in_points(direction);
    let averages = |decimals| [means.reference.mean, means.phase.mean].map(|mean| Decimal::of(mean, decimals));
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
    // What a reader works out, which is the difference itself but where that lies in the middle between two decimals.
    let change = amount(turned(after.minus(before).value(), direction));
    Figures {
        before,
        after,
        change,
        limits: exact.map(|limits| Limits {
            worst: amount(limits.low),
            best: amount(limits.high),
        }),
        percent: in_percent(contrast, means, [before, after], change),
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
            reference: None,
            window: None,
            reference_mean: Some(before),
            window_mean: Some(after),
            means: Some(Means {
                reference: spread(before),
                phase: spread(after),
                difference: after - before,
                percent_improvement: Some(100.0 * (before - after) / before),
                nap: 0.5,
                hodges_lehmann: 0.0,
            }),
            range: Some(LikelyRange {
                difference95: interval(points),
                difference80: interval(points),
                percent95: percent.map(interval),
                better: 0.5,
                at_least_30: None,
                at_least_asked: None,
                correlation: 0.0,
                wave_share: 0.0,
            }),
        }
    }

    fn read(before: f64, after: f64, points: (f64, f64), percent: Option<(f64, f64)>) -> String {
        let contrast = contrast(before, after, points, percent);
        let figures = Figures::of(&contrast, Direction::LowerIsBetter).expect("averages");
        let said = |limits: Limits| {
            let [worst, best] = [limits.worst, limits.best].map(Amount::number_and_side);
            format!("{worst} to {best}")
        };
        let change = figures.change.number_and_way();
        let points = format!(
            "{} {}: {change}, {}",
            figures.before,
            figures.after,
            said(figures.limits.expect("a range"))
        );
        let percent = figures
            .percent
            .map(|percent| format!("; {}, {}", percent.change.number_and_way(), said(percent.limits)));
        points + &percent.unwrap_or_default()
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
            "39.6 46.4: 7 points higher, 11 points worse to 2 points worse"
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
    fn percent_stands_beside_the_points_where_the_averages_show_it() {
        let pain = |before, after, percent| read(before, after, (-30.0, 2.6), Some(percent));
        assert_eq!(
            pain(64.08, 43.35, (20.7, 44.7)),
            "64 43: 21 points lower, 3 points worse to 30 points better; 32 % lower, 21 % better to 45 % better"
        );
        assert_eq!(
            pain(10.4, 9.6, (-10.0, 28.0)),
            "10.4 9.6: 0.8 points lower, 2.6 points worse to 10.4 points better; 8 % lower, 10 % worse to 28 % better"
        );
        // A limit that would read as 0 is told more closely, and the change with it.
        assert_eq!(
            pain(64.08, 43.35, (0.3, 44.7)),
            "64 43: 21 points lower, 3 points worse to 30 points better; 32.4 % lower, 0.3 % better to 44.7 % better"
        );
        assert_eq!(
            pain(64.1, 63.9, (-28.0, 36.0)),
            "64 64: no change, 3 points worse to 30 points better; no change, 28 % worse to 36 % better"
        );
        let rising = read(64.08, 43.35, (-30.0, 2.6), Some((20.7, 101.0)));
        assert!(!rising.contains('%'), "a limit beyond 100 %: {rising}");
    }

    // 77.3636… less 60.2142… is −17.1493…, which the third decimals of both would make −17.15 and so −17.2.
    #[test]
    fn a_difference_between_two_decimals_is_what_a_reader_finds() {
        let contrast = contrast(77.363_636, 60.214_286, (-30.0, -2.0), None);
        let figures = Figures::with_a_decimal(&contrast, Direction::LowerIsBetter).expect("averages");
        let by_hand = Decimal::of(figures.after.minus(figures.before).value(), 1);
        assert_eq!(figures.difference(), by_hand, "{} to {}", figures.before, figures.after);
    }

    #[test]
    fn limits_lie_as_they_are_shown() {
        let side = |points| {
            let figures = Figures::of(&contrast(6.4, 4.8, points, None), Direction::LowerIsBetter);
            figures.and_then(|figures| figures.limits).map(|limits| limits.side())
        };
        assert_eq!(side((-3.0, -0.06)), Some(Verdict::Better));
        assert_eq!(side((-3.0, -0.04)), Some(Verdict::CannotTell));
        assert_eq!(side((0.06, 3.0)), Some(Verdict::Worse));
    }
}
