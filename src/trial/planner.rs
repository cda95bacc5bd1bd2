//! What change days like the patient's could tell (A11): a forecast from days that are there.
//!
//! It is half of the likely range that a plan could be expected to give ([`Pilot`]): a change as large as that is told about
//! half of the time, a larger one more often. The plan's days are recorded as completely as the baseline's, spread evenly.

use std::ops::Range;

use crate::diary::{ItemId, TrialPlan};
use crate::statistics::{Pilot, Side as Of};
use crate::words::{Decimal, sentences, trial as words};

use super::comparison::Comparison;
use super::contrast::Side;
use super::readings::day_number;
use super::status::lacks;
use super::study::Study;
use super::window::{FINAL_DAY, FOUR_WEEKS, SETTLING_IN};

/// Recorded days of a baseline from which a plan is worked out: fewer can't tell waves from chance, nor how much days vary.
pub const PLAN_NEEDS: usize = 10;

/// How many pairs of a period on and a period off are planned.
const PAIRS: u64 = 3;

/// What change each of three plans could tell: half of its likely range, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// 12 weeks on one dose, against the baseline as it is.
    pub twelve_weeks: f64,
    /// The same against a baseline of four weeks; `None` where it has as many days already.
    pub longer_baseline: Option<f64>,
    /// Three pairs of four weeks on and four weeks off, the first half of each settling in.
    pub three_pairs: f64,
}

impl Study<'_> {
    /// What days like those of the baseline could tell of an item.
    ///
    /// `None` without a baseline, below [`PLAN_NEEDS`] recorded days or half of its days, where all are the same, and where
    /// a plan could tell no change on the scale.
    pub fn plan(&self, item: &ItemId) -> Option<Plan> {
        self.plan_like(item, None)
    }

    /// The same beside an answer: from its counted days where they are more than those of the baseline, for they know
    /// better how days vary.
    pub fn plan_beside(&self, answer: &Comparison) -> Option<Plan> {
        self.plan_like(&answer.item, self.window_side(answer))
    }

    /// Half of the likely range, in points, that a trial of one of this plan could be expected to give of an item, by days like
    /// those of the baseline; `None` as of [`Study::plan`].
    pub fn plan_of_trial(&self, item: &ItemId, plan: TrialPlan) -> Option<f64> {
        let (pilot, _, rhythm) = self.pilot_like(item, None)?;
        let days = pairs(rhythm, plan.pairs().into(), plan.period_days().into());
        pilot.half_width(&days).ok().filter(|points| *points <= SCALE)
    }

    fn plan_like(&self, item: &ItemId, counted: Option<Side>) -> Option<Plan> {
        let (pilot, recorded, rhythm) = self.pilot_like(item, counted)?;
        Plan::of(&pilot, recorded, rhythm)
    }

    /// How days vary, the recorded days of the baseline, counted from its first, and how completely they are recorded.
    fn pilot_like(&self, item: &ItemId, counted: Option<Side>) -> Option<(Pilot, Vec<i64>, Rhythm)> {
        let baseline = self.baseline_side(self.baseline()?, item);
        if baseline.window.recorded < PLAN_NEEDS || lacks(&baseline.window) > 0 {
            return None;
        }
        let counted = counted.filter(|side| side.window.recorded > baseline.window.recorded);
        let pilot = Pilot::of(counted.as_ref().unwrap_or(&baseline).ratings()).ok()?;
        let first = day_number(baseline.window.from);
        let recorded = baseline.ratings().iter().map(|(day, _)| day - first).collect();
        let rhythm = Rhythm {
            recorded: i64::try_from(baseline.window.recorded).ok()?,
            days: i64::try_from(baseline.window.calendar).ok()?,
        };
        Some((pilot, recorded, rhythm))
    }
}

impl Plan {
    /// After a baseline with these recorded days, whose first day is numbered 0.
    fn of(pilot: &Pilot, baseline: Vec<i64>, rhythm: Rhythm) -> Option<Self> {
        let tells = |plan: &[(i64, Of)]| pilot.half_width(plan).ok().filter(|points| *points <= SCALE);
        let four_weeks = signed(FOUR_WEEKS);
        let longer = || tells(&twelve_weeks(rhythm.days(0..four_weeks), four_weeks, rhythm));
        Some(Plan {
            twelve_weeks: tells(&twelve_weeks(baseline.into_iter(), rhythm.days, rhythm))?,
            longer_baseline: if rhythm.days < four_weeks { longer() } else { None },
            three_pairs: tells(&pairs(rhythm, PAIRS, FOUR_WEEKS))?,
        })
    }

    /// "With days like yours, 12 weeks on one dose can tell a change of about 14 points; after 4 weeks of
    /// baseline, about 11 points."
    pub fn said(&self) -> String {
        let (weeks, points) = (weeks(FINAL_DAY), Decimal::up(self.twelve_weeks));
        let change = words::points(points);
        let longer = self.longer_baseline.map(Decimal::up);
        match longer.filter(|longer| points.minus(*longer).is_positive()) {
            Some(longer) => words::plan_longer(weeks, &change, self::weeks(FOUR_WEEKS), &words::points(longer)),
            None => words::plan(weeks, &change),
        }
    }

    /// The same, and what three on-off pairs could tell.
    pub fn said_with_pairs(&self) -> String {
        let change = words::points(Decimal::up(self.three_pairs));
        sentences([self.said(), words::plan_pairs(PAIRS, weeks(FOUR_WEEKS), &change)])
    }
}

/// The largest change that ratings can show.
const SCALE: f64 = 100.0;

/// The recorded ones of so many days: planned days are thinned alike.
#[derive(Debug, Clone, Copy)]
struct Rhythm {
    recorded: i64,
    days: i64,
}

impl Rhythm {
    /// Those of some days that would be recorded, as evenly as whole days allow.
    fn days(self, days: Range<i64>) -> impl Iterator<Item = i64> {
        let recorded_before = move |day: i64| day * self.recorded / self.days;
        days.filter(move |day| recorded_before(day + 1) > recorded_before(*day))
    }
}

/// The recorded days of a baseline, and the counted ones of a dose that begins on day `first`.
fn twelve_weeks(baseline: impl Iterator<Item = i64>, first: i64, rhythm: Rhythm) -> Vec<(i64, Of)> {
    let counted = rhythm.days(first + signed(SETTLING_IN)..first + signed(FINAL_DAY));
    let before = baseline.map(|day| (day, Of::Reference));
    before.chain(counted.map(|day| (day, Of::Window))).collect()
}

/// The counted days of on-off pairs, one period after the other.
fn pairs(rhythm: Rhythm, pairs: u64, days_each: u64) -> Vec<(i64, Of)> {
    let period_days = signed(days_each);
    let periods = (0..signed(pairs)).flat_map(|pair| [(2 * pair, Of::Reference), (2 * pair + 1, Of::Window)]);
    let days = periods.flat_map(|(period, side)| {
        let first = period * period_days;
        let counted = rhythm.days(first + signed(SETTLING_IN)..first + period_days);
        counted.map(move |day| (day, side))
    });
    days.collect()
}

fn weeks(days: u64) -> u64 {
    days / 7
}

/// A count of days as a number of a day.
fn signed(days: u64) -> i64 {
    i64::try_from(days).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Level, WaveModel, median};
    use crate::testing::Noise;

    const FULL: Rhythm = Rhythm { recorded: 14, days: 14 };

    #[test]
    fn planned_days_are_thinned_evenly_and_to_the_day() {
        let kept = |recorded, days, of| Rhythm { recorded, days }.days(0..of).collect::<Vec<_>>();
        assert_eq!(kept(14, 14, 4), [0, 1, 2, 3]);
        assert_eq!(kept(3, 4, 8), [1, 2, 3, 5, 6, 7]);
        assert_eq!(kept(12, 14, 70).len(), 60);
    }

    #[test]
    fn a_dose_and_periods_on_and_off_settle_in_first() {
        let plan = twelve_weeks(0..14, 14, FULL);
        assert_eq!(
            (plan.len(), plan[14], plan[83]),
            (84, (28, Of::Window), (97, Of::Window))
        );
        let plan = pairs(FULL, PAIRS, FOUR_WEEKS);
        assert_eq!(
            (plan.len(), plan[0], plan[83]),
            (84, (14, Of::Reference), (167, Of::Window))
        );
        assert_eq!((plan[13], plan[14]), ((27, Of::Reference), (42, Of::Window)));
    }

    #[test]
    fn more_is_said_of_a_longer_baseline_only_where_it_tells_more() {
        let plan = Plan {
            twelve_weeks: 13.2,
            longer_baseline: Some(10.9),
            three_pairs: 7.01,
        };
        assert_eq!(
            plan.said_with_pairs(),
            "With days like yours, 12 weeks on one dose can tell a change of about 14 points; after 4 weeks of baseline, \
             about 11 points. In 3 pairs of 4 weeks on and 4 weeks off, in random order and hidden, it could be about 8 points."
        );
        for longer_baseline in [None, Some(13.1)] {
            let plan = Plan {
                longer_baseline,
                ..plan
            };
            assert_eq!(
                plan.said(),
                "With days like yours, 12 weeks on one dose can tell a change of about 14 points."
            );
        }
    }

    /// What was planned as a share of what came, of one simulated diary; `None` where it has too few baseline days.
    fn planned_of_achieved(noise: &mut Noise, wave_sd: f64) -> Option<f64> {
        let days = noise.days(0.5, [12.0, 12.0], wave_sd);
        let baseline = days.iter().filter(|day| day.2 == Of::Reference);
        let baseline: Vec<(i64, f64)> = baseline.map(|&(day, value, _)| (day, value)).collect();
        let rhythm = Rhythm {
            recorded: i64::try_from(baseline.len()).expect("few days"),
            ..FULL
        };
        let pilot = Pilot::of(&baseline).ok().filter(|_| baseline.len() >= PLAN_NEEDS)?;
        let planned = pilot.half_width(&twelve_weeks(baseline.iter().map(|day| day.0), FULL.days, rhythm));
        let model = WaveModel::compare(&days).expect("the days vary");
        let achieved = model.difference_interval(Level::P95).expect("limits");
        Some(planned.expect("a plan") / (0.5 * (achieved.high - achieved.low)))
    }

    // Every other diary has waves of weeks. CASES_TIMES=2 looks at 200 of them.
    #[test]
    fn what_is_planned_is_about_what_comes() {
        let times = std::env::var("CASES_TIMES").map_or(1, |times| times.parse().expect("a number"));
        let mut noise = Noise(20_261_129);
        let diaries = 0..100 * times;
        let ratios: Vec<f64> = diaries
            .filter_map(|diary| planned_of_achieved(&mut noise, 6.0 * f64::from(diary % 2)))
            .collect();
        let found = median(&ratios).expect("diaries were simulated");
        assert!((0.8..=1.25).contains(&found), "{found} of {} diaries", ratios.len());
    }
}
