//! Kinds of simulated diaries: what is known of them beforehand, and the days that follow from it.

use chrono::{Days, NaiveDate};
use ldn_diary::diary::{
    Answers, Arm, Day, DayEnd, Diary, Dose, DoseStep, Form, ItemId, Phase, PhaseKind, Rating, Sampling, SamplingPlan,
    Settings, StandardItem, Treatment, TrialOfOne, TrialPlan,
};
use ldn_diary::exchange::sealed_order::{self, RANDOM_BYTES};
use ldn_diary::trial_of_one::TrialsOfOne;

use super::noise::Noise;

/// The mean pain before any change.
const LEVEL: f64 = 60.0;
/// The standard deviation of the days around it.
const SD: f64 = 12.0;
/// How many days a wave lasts until it has lost e.
const WAVE_LENGTH: f64 = 30.0;
/// The first day of every diary.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date");
/// The days on LDN: 12 weeks, after which an answer stands.
pub(super) const ON_LDN: u32 = 84;

/// One kind of diaries. Pain is around 60 with a standard deviation of 12; what else is so stands here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// The days before LDN.
    pub(super) baseline: u32,
    /// The correlation of a day with the next.
    pub(super) rho: f64,
    /// The standard deviation of a slow wave that is added; 0 for none.
    pub(super) wave_sd: f64,
    /// How many times as much the days on LDN vary as those before.
    pub(super) spread: f64,
    /// The share of days that are missing, at random.
    pub(super) missing: f64,
    /// Whether the diary asks seven days a month on LDN, and nothing else is answered there.
    pub(super) sampled: bool,
    /// Whether only tens are answered.
    pub(super) heaped: bool,
    /// By how many points pain is lower on LDN.
    pub(super) fall: f64,
}

impl Kind {
    /// Two weeks before LDN, days that resemble their neighbours as they do in most diaries, every seventh missing, nothing
    /// changed.
    pub(super) const USUAL: Kind = Kind {
        baseline: 14,
        rho: 0.5,
        wave_sd: 0.0,
        spread: 1.0,
        missing: 0.15,
        sampled: false,
        heaped: false,
        fall: 0.0,
    };

    /// The ratings of so many days with their numbers from 0 on, those that are missing left out; `on` tells the days on LDN.
    pub(super) fn ratings(&self, days: u32, on: impl Fn(u32) -> bool, noise: &mut Noise) -> Vec<(u32, Rating)> {
        self.ratings_by(days, |day| if on(day) { 1.0 } else { 0.0 }, noise)
    }

    /// The same where LDN does so much of what it does on a day: all of it is 1.
    fn ratings_by(&self, days: u32, share: impl Fn(u32) -> f64, noise: &mut Noise) -> Vec<(u32, Rating)> {
        let (mut near, mut wave) = (noise.normal(), noise.normal());
        let mut ratings = Vec::new();
        for day in 0..days {
            near = next(near, self.rho, noise);
            wave = next(wave, (-1.0 / WAVE_LENGTH).exp(), noise);
            let around = SD * near + self.wave_sd * wave;
            let share = share(day);
            let spread = 1.0 + share * (self.spread - 1.0);
            let pain = LEVEL - share * self.fall + spread * around;
            if noise.even() >= self.missing {
                ratings.push((day, self.rating(pain)));
            }
        }
        ratings
    }

    /// What is answered on a day of so much pain.
    fn rating(&self, pain: f64) -> Rating {
        let step = if self.heaped { 10.0 } else { 1.0 };
        let answered = ((pain / step).round() * step).clamp(0.0, 100.0);
        #[expect(clippy::cast_possible_truncation, reason = "a whole number from 0 to 100")]
        Rating::new(answered as i64).expect("within the scale")
    }

    /// A whole diary: the days before LDN, then 12 weeks on one dose.
    pub(super) fn diary(&self, noise: &mut Noise) -> Diary {
        let ratings = self.ratings(self.baseline + ON_LDN, |day| day >= self.baseline, noise);
        let start = date(self.baseline);
        let phases = vec![
            Phase::new(PhaseKind::Baseline, FIRST, None),
            Phase::new(PhaseKind::Ldn, start, None),
        ];
        let dose = Dose::from_micrograms(4500).expect("below the largest dose");
        let treatment = Treatment::new(phases, vec![DoseStep::new(start, dose)]).expect("the phases rise");
        let mut plan = SamplingPlan::default();
        if self.sampled {
            plan.change(start, Sampling::SevenAMonth);
        }
        let asked = ratings.into_iter().filter(|(day, _)| plan.asks_on(date(*day)));
        let days: Vec<Day> = asked.map(|(day, pain)| recorded(date(day), pain)).collect();
        let mut diary = Diary::restore(Settings::default(), treatment, days);
        diary.rest.sampling = plan;
        diary
    }

    /// A trial of one of so many pairs of four weeks, opened the day after its end: drawn by these numbers. What LDN does comes
    /// and goes by a part in e in so many days.
    pub(super) fn trial_of_one(&self, pairs: i64, carry_over: f64, noise: &mut Noise) -> Diary {
        let plan = TrialPlan::new(pairs, TrialPlan::USUAL_DAYS.into(), FIRST).expect("a plan");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
        let random: [u8; RANDOM_BYTES] = std::array::from_fn(|_| (256.0 * noise.even()) as u8);
        let sealed = sealed_order::draw(&random, plan);
        let evening = |date: NaiveDate| date.and_hms_opt(21, 0, 0).expect("a time").and_utc().fixed_offset();
        let dose = Dose::from_micrograms(4500).expect("below the largest dose");
        let begun = TrialOfOne::new(sealed.commit_code(), plan, (dose, Form::Capsule), evening(FIRST));
        let treatment = Treatment::default().begin_trial(&begun).expect("nothing is in the way");
        let typed = sealed.reveal_code();
        let revealed = sealed_order::open(&begun, typed.as_str(), evening(plan.ends()), DayEnd::default());
        let revealed = revealed.expect("its own code");
        let treatment = treatment.reveal_trial(&begun.commit, revealed).expect("the first time");
        let days = u32::from(plan.periods()) * u32::from(plan.period_days());
        let mut shares = Vec::new();
        let mut share = 0.0;
        for (number, from, until) in begun.spans() {
            let wanted = f64::from(u8::from(sealed.order().arm(number) == Some(Arm::Ldn)));
            for _ in from.iter_days().take_while(|day| *day < until) {
                let left: f64 = if carry_over > 0.0 {
                    (-1.0 / carry_over).exp()
                } else {
                    0.0
                };
                share = wanted + (share - wanted) * left;
                shares.push(share);
            }
        }
        let ratings = self.ratings_by(days, |day| shares[day as usize], noise);
        let days: Vec<Day> = ratings
            .into_iter()
            .map(|(day, pain)| recorded(date(day), pain))
            .collect();
        Diary::restore(Settings::default(), treatment, days)
    }

    /// A day on LDN, counted from 1.
    pub(super) fn day_on_ldn(&self, day: u32) -> NaiveDate {
        date(self.baseline + day - 1)
    }
}

/// The next value of a process around 0 with variance 1, of which each value resembles the one before.
fn next(before: f64, correlation: f64, noise: &mut Noise) -> f64 {
    correlation * before + (1.0 - correlation * correlation).sqrt() * noise.normal()
}

fn date(day: u32) -> NaiveDate {
    FIRST + Days::new(u64::from(day))
}

/// A day on which pain alone was answered, in the evening.
fn recorded(date: NaiveDate, pain: Rating) -> Day {
    let mut answers = Answers::default();
    answers.items.insert(ItemId::from(StandardItem::Pain), pain);
    let evening = date.and_hms_opt(21, 0, 0).expect("a time").and_utc().fixed_offset();
    Day::record(date, answers, evening, DayEnd::default()).expect("the day has begun")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIARIES: u64 = 400;
    const DAYS: u32 = 98;

    /// Day and rating of many diaries of one kind, all but the first 14 days of each on LDN.
    fn many(kind: &Kind) -> Vec<Vec<(u32, f64)>> {
        let one = |seed| {
            let ratings = kind.ratings(DAYS, |day| day >= kind.baseline, &mut Noise::of(7, seed));
            let number = |(day, rating): (u32, Rating)| (day, f64::from(rating.get()));
            ratings.into_iter().map(number).collect()
        };
        (0..DIARIES).map(one).collect()
    }

    fn mean(values: &[f64]) -> f64 {
        ldn_diary::statistics::mean(values).expect("values")
    }

    /// The mean product of two days so far apart around a mean, both on one side.
    fn covariance(diaries: &[Vec<(u32, f64)>], on: bool, around: f64, lag: usize) -> f64 {
        let days = diaries.iter().flat_map(|days| days.windows(lag + 1));
        let neighbours = days
            .map(|days| (days[0], days[lag]))
            .filter(|(first, last)| (first.0 >= 14) == on && (last.0 >= 14) == on);
        let products: Vec<f64> = neighbours
            .filter(|(first, last)| usize::try_from(last.0 - first.0).is_ok_and(|gap| gap == lag))
            .map(|(first, last)| (first.1 - around) * (last.1 - around))
            .collect();
        mean(&products)
    }

    fn of_side(diaries: &[Vec<(u32, f64)>], on: bool) -> Vec<f64> {
        let days = diaries.iter().flatten().filter(|day| (day.0 >= 14) == on);
        days.map(|day| day.1).collect()
    }

    #[track_caller]
    fn near(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() < within, "{found} is not about {expected}");
    }

    #[test]
    fn days_are_what_their_kind_says() {
        for rho in [0.0, 0.5, 0.7] {
            let kind = Kind {
                rho,
                fall: 15.0,
                spread: 0.5,
                ..Kind::USUAL
            };
            let diaries = many(&kind);
            near(mean(&of_side(&diaries, false)), 60.0, 0.8);
            near(mean(&of_side(&diaries, true)), 45.0, 0.4);
            near(covariance(&diaries, false, 60.0, 0).sqrt(), 12.0, 0.4);
            near(covariance(&diaries, true, 45.0, 0).sqrt(), 6.0, 0.2);
            let lag = covariance(&diaries, true, 45.0, 1) / covariance(&diaries, true, 45.0, 0);
            near(lag, rho, 0.04);
        }
    }

    #[test]
    fn so_many_days_are_missing() {
        for missing in [0.0, 0.15, 0.4] {
            let kind = Kind { missing, ..Kind::USUAL };
            let counts: Vec<f64> = many(&kind)
                .iter()
                .map(|days| f64::from(u32::try_from(days.len()).expect("few")))
                .collect();
            near(1.0 - mean(&counts) / f64::from(DAYS), missing, 0.01);
        }
    }

    // A wave adds its variance, and is what is left of the resemblance of days that are far apart.
    #[test]
    fn a_wave_is_slow() {
        let kind = Kind {
            wave_sd: 9.0,
            missing: 0.0,
            ..Kind::USUAL
        };
        let diaries = many(&kind);
        near(covariance(&diaries, true, 60.0, 0).sqrt(), 15.0, 0.6);
        near(covariance(&diaries, true, 60.0, 30), 81.0 / std::f64::consts::E, 12.0);
    }

    #[test]
    fn heaped_days_are_tens() {
        let kind = Kind {
            heaped: true,
            ..Kind::USUAL
        };
        let ratings = kind.ratings(DAYS, |_| false, &mut Noise::of(7, 0));
        assert!(ratings.iter().all(|(_, rating)| rating.get() % 10 == 0));
    }

    #[test]
    fn a_diary_holds_its_days_and_is_the_same_each_time() {
        let made = || Kind::USUAL.diary(&mut Noise::of(1, 2));
        let diary = made();
        assert_eq!(diary, made());
        assert_eq!(diary.treatment.phases()[1].from, Kind::USUAL.day_on_ldn(1));
        assert!(diary.last_day() <= Some(Kind::USUAL.day_on_ldn(ON_LDN)));
        assert!((60..98).contains(&diary.days().count()));
    }
}
