//! How long an analysis takes, and that ten times the days take no more than ten times as long.

use divan::{Bencher, black_box};
use ldn_diary::diary::{
    Answers, Day, DayEnd, Diary, Dose, DoseStep, ItemId, LAST_DATE, Phase, PhaseKind, Rating, Settings, SideEffectId,
    StandardItem, StandardSideEffect, Treatment,
};
use ldn_diary::exchange::{backup, import};
use ldn_diary::results::{Wanted, results};
use ldn_diary::statistics::{Better, Level, Side, WaveModel};
use ldn_diary::trial::{LateDays, Study, analyse};

use chrono::{Days, NaiveDate};

fn main() {
    divan::main();
}

/// The first day of every generated diary.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date");

/// Ratings that look like a patient's: a level with days that resemble their neighbours, and every ninth day missing.
///
/// Four weeks of baseline; then each year LDN with three dose steps, four weeks of placebo and eight of washout, so that
/// the number of comparisons grows with the years too.
fn generated(years: u64) -> Diary {
    generated_from(years, 20_270_104)
}

/// The same with other ratings.
fn generated_from(years: u64, seed: u64) -> Diary {
    let days = 365 * years;
    let (mut phases, mut steps) = (vec![Phase::new(PhaseKind::Baseline, FIRST, None)], Vec::new());
    let dose = |micrograms| Dose::from_micrograms(micrograms).expect("below the largest dose");
    for year in 0..years {
        let start = FIRST + Days::new(365 * year);
        for (kind, from) in [
            (PhaseKind::Ldn, 28),
            (PhaseKind::Placebo, 309),
            (PhaseKind::Washout, 337),
        ] {
            phases.push(Phase::new(kind, start + Days::new(from), None));
        }
        for (week, micrograms) in [(4, 1500), (6, 3000), (8, 4500)] {
            steps.push(DoseStep::new(start + Days::new(7 * week), dose(micrograms)));
        }
    }
    let treatment = Treatment::new(phases, steps).expect("the phases rise");
    let mut noise = Noise(seed);
    let recorded = (0..days)
        .filter(|day| day % 9 != 5)
        .map(|day| generated_day(FIRST + Days::new(day), &mut noise));
    Diary::restore(Settings::default(), treatment, recorded.collect::<Vec<_>>())
}

fn generated_day(date: NaiveDate, noise: &mut Noise) -> Day {
    let mut answers = Answers::default();
    let items = [
        (StandardItem::Pain, 55),
        (StandardItem::Fatigue, 62),
        (StandardItem::SleepQuality, 41),
        (StandardItem::Overall, 58),
        (StandardItem::Tolerability, 85),
    ];
    for (item, level) in items {
        let rating = Rating::new(level + noise.next(31) - 15).expect("within the scale");
        answers.items.insert(ItemId::from(item), rating);
    }
    for side_effect in [StandardSideEffect::VividDreams, StandardSideEffect::Headache] {
        answers
            .side_effects
            .insert(SideEffectId::Standard(side_effect), noise.next(4) == 0);
    }
    answers.rescue_medicine = Some(false);
    let evening = date.and_hms_opt(21, 0, 0).expect("a time").and_utc().fixed_offset();
    Day::record(date, answers, evening, DayEnd::default()).expect("the day has begun")
}

/// A small generator of the same numbers on every machine (the linear congruential one of Knuth's MMIX).
struct Noise(u64);

impl Noise {
    fn next(&mut self, below: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap_or_default() % below
    }
}

fn last_day(diary: &Diary) -> NaiveDate {
    diary.last_day().expect("a generated diary has days")
}

/// The case diary of 137 days and four phases.
const CASE: &str = include_str!("../tests/fixtures/cases/diary-stanford-2013.json");

fn case() -> Diary {
    backup::read(CASE, LAST_DATE).expect("the case is a backup")
}

fn header() -> backup::Header {
    let exported_at = FIRST.and_hms_opt(12, 0, 0).expect("a time").and_utc().fixed_offset();
    backup::Header {
        app_version: "0.1.0".to_owned(),
        exported_at,
    }
}

/// The whole analysis of the case diary.
#[divan::bench]
fn analysis_of_137_days(bencher: Bencher) {
    let diary = case();
    let as_of = last_day(&diary);
    bencher.bench(|| analyse(black_box(&diary), as_of, LateDays::Included));
}

/// The model of the answer on so many days on both sides, with both limits and a probability.
#[divan::bench(args = [84, 1825])]
fn answer_of_days_on_both_sides(bencher: Bencher, days: i64) {
    let mut noise = Noise(11);
    let rated: Vec<(i64, f64, Side)> = (0..2 * days)
        .map(|day| {
            let side = if day < days { Side::Reference } else { Side::Window };
            (day, f64::from(i32::try_from(40 + noise.next(30)).unwrap_or(0)), side)
        })
        .collect();
    bencher.bench(|| {
        let model = WaveModel::compare(black_box(&rated)).expect("days that differ");
        let limits = model.difference_interval(Level::P95);
        (limits, model.probability_of_points(10.0, Better::Lower))
    });
}

/// The planner: what the baseline of the case diary, of 14 days, could tell in three plans.
#[divan::bench]
fn planner_of_14_days(bencher: Bencher) {
    let diary = case();
    let study = Study::of(&diary, last_day(&diary), LateDays::Included);
    let pain = ItemId::from(StandardItem::Pain);
    bencher.bench(|| black_box(&study).plan(&pain).expect("days that vary"));
}

/// Reading the case diary.
#[divan::bench]
fn decode_137_days() -> Diary {
    backup::read(black_box(CASE), LAST_DATE).expect("the case is a backup")
}

/// Writing the case diary.
#[divan::bench]
fn encode_137_days(bencher: Bencher) {
    let diary = case();
    bencher.bench(|| backup::write(black_box(&diary), &header()));
}

/// Reading a backup of so many years.
#[divan::bench(args = [1, 10, 40])]
fn decode_years(bencher: Bencher, years: u64) {
    let text = backup::write(&generated(years), &header());
    bencher.bench(|| backup::read(black_box(&text), LAST_DATE).expect("a backup"));
}

/// Writing a backup of so many years.
#[divan::bench(args = [1, 10, 40])]
fn encode_years(bencher: Bencher, years: u64) {
    let diary = generated(years);
    bencher.bench(|| backup::write(black_box(&diary), &header()));
}

/// What an import of so many years onto as many would do.
#[divan::bench(args = [1, 10, 40])]
fn import_plan_of_years_onto_years(bencher: Bencher, years: u64) {
    let here = generated(years);
    let file = generated_from(years, 1);
    bencher.bench(|| import::plan(black_box(&here), black_box(&file)));
}

/// A baseline of so many years and half a year of LDN: no comparison may take the product of both.
#[divan::bench(args = [1, 10, 40])]
fn analysis_with_a_baseline_of_years(bencher: Bencher, years: u64) {
    let days = 365 * years;
    let mut noise = Noise(7);
    let recorded: Vec<Day> = (0..days + 180)
        .map(|day| generated_day(FIRST + Days::new(day), &mut noise))
        .collect();
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, days)];
    let phases = phases
        .map(|(kind, from)| Phase::new(kind, FIRST + Days::new(from), None))
        .to_vec();
    let treatment = Treatment::new(phases, Vec::new()).expect("the phases rise");
    let diary = Diary::restore(Settings::default(), treatment, recorded);
    let as_of = last_day(&diary);
    bencher.bench(|| analyse(black_box(&diary), as_of, LateDays::Included));
}

/// The whole analysis of a diary of so many years.
#[divan::bench(args = [1, 10, 40])]
fn analysis_of_years(bencher: Bencher, years: u64) {
    let diary = generated(years);
    let as_of = last_day(&diary);
    bencher.bench(|| analyse(black_box(&diary), as_of, LateDays::Included));
}

/// The results page of a diary of ten years.
#[divan::bench]
fn results_of_ten_years(bencher: Bencher) {
    let diary = generated(10);
    let as_of = last_day(&diary);
    bencher.bench(|| results(black_box(&diary), as_of, Wanted::of("", "", LateDays::Included)));
}

/// The second layer of one comparison of a ten-year diary.
#[divan::bench]
fn second_layer_of_ten_years(bencher: Bencher) {
    let diary = generated(10);
    let study = Study::of(&diary, last_day(&diary), LateDays::Included);
    bencher.bench(|| study.second_layer(1, black_box(&ItemId::from(StandardItem::Pain))));
}
