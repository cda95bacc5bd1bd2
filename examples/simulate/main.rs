//! Does the answer hold? Reads simulated diaries, whose truth is known, by the function that the app reads them by.
//!
//! `simulate [--diaries N]` prints one JSON document; what it is about is told on standard error while it goes on. `make
//! bench` sets it beside the goals. The same number of diaries gives the same digits on every machine.
//!
//! * `unchanged`: diaries in which LDN changes nothing, read on each day of 12 weeks. On how many a verdict ever comes up,
//!   and on how many it stands on the last day.
//! * `changed`: diaries with a true fall of pain, read on the last day. In how many it is seen.
//! * `pairs`: trials of one, drawn, sealed, lived through and opened as in the app, by its pooled answer: with and without a
//!   true fall, with waves, and with an effect that comes and goes slowly.
//! * `calibration`: diaries with true changes of all sizes. How often pain is lower by the 10 points asked for, where the
//!   model says with so much probability that it is.

mod kind;
mod noise;

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use ldn_diary::diary::{Diary, ItemId, StandardItem};
use ldn_diary::statistics::{Better, Side, WaveModel};
use ldn_diary::trial::{Comparison, LateDays, Status, Study, Verdict};
use ldn_diary::trial_of_one::TrialsOfOne;
use serde::Serialize;

use chrono::{Datelike as _, NaiveDate};
use kind::{Kind, ON_LDN};
use noise::Noise;

fn main() -> ExitCode {
    let done = diaries(std::env::args().skip(1)).and_then(|diaries| {
        let found = serde_json::to_string_pretty(&Found::of(diaries)).map_err(|error| error.to_string())?;
        writeln!(io::stdout().lock(), "{found}").map_err(|error| error.to_string())
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            tell(&problem);
            ExitCode::from(2)
        }
    }
}

/// How many diaries of each kind are asked for.
fn diaries(mut arguments: impl Iterator<Item = String>) -> Result<u64, String> {
    match (arguments.next().as_deref(), arguments.next(), arguments.next()) {
        (None, _, _) => Ok(1000),
        (Some("--diaries"), Some(count), None) => count.parse().map_err(|_| format!("{count} is not a number")),
        _ => Err("usage: simulate [--diaries N]".to_owned()),
    }
}

/// A line for who waits. Nobody may be there to read it.
fn tell(line: &str) {
    _ = writeln!(io::stderr().lock(), "{line}");
}

/// All that is found.
#[derive(Serialize)]
struct Found {
    /// How many diaries of each kind were made; half as many again for the calibration.
    diaries: u64,
    /// The fall that the calibration is about, in points.
    asked: f64,
    unchanged: Vec<Unchanged>,
    changed: Vec<Changed>,
    pairs: Vec<Trials>,
    calibration: Vec<Band>,
}

/// Diaries of one kind in which nothing changes.
#[derive(Serialize)]
struct Unchanged {
    name: &'static str,
    diaries: usize,
    /// How many of them show a verdict on any day.
    ever: usize,
    /// How many show one by more than an early look.
    after_early_look: usize,
    /// How many show one on the last day.
    last_day: usize,
    /// The days of LDN on which they showed it first, in their order.
    first_days: Vec<u32>,
}

/// Diaries in which pain falls by so many points.
#[derive(Serialize)]
struct Changed {
    /// Days before LDN, or pairs.
    before: u32,
    fall: f64,
    diaries: usize,
    better: usize,
    worse: usize,
}

/// Trials of one of one kind.
#[derive(Serialize)]
struct Trials {
    /// The standard deviation of a slow wave; 0 for none.
    waves: f64,
    /// After so many days of a period what LDN does has come but for a part in e, and what it did has gone but for that; 0
    /// for at once.
    carry_over: f64,
    #[serde(flatten)]
    found: Changed,
}

/// Diaries of which the model says with about the same probability that pain fell by 10 points.
#[derive(Serialize)]
struct Band {
    from: f64,
    to: f64,
    diaries: usize,
    /// In how many of them it did.
    fell: usize,
    /// What the model says on average.
    mean_probability: f64,
}

impl Found {
    fn of(diaries: u64) -> Self {
        Found {
            diaries,
            asked: ASKED,
            unchanged: unchanged(diaries),
            changed: changed(diaries),
            pairs: pairs(diaries),
            calibration: calibration(diaries + diaries / 2),
        }
    }
}

/// One value for each of so many diaries of a kind, worked out by all processors, in their order.
fn each<T: Send>(kind: u64, diaries: u64, one: impl Fn(Noise) -> T + Sync) -> Vec<T> {
    let next = AtomicU64::new(0);
    let work = || {
        let taken = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let mine = taken.take_while(|diary| *diary < diaries);
        mine.map(|diary| (diary, one(Noise::of(kind, diary))))
            .collect::<Vec<_>>()
    };
    let mut all = thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        let done = workers
            .into_iter()
            .map(|worker| worker.join().expect("no diary stops it"));
        done.flatten().collect::<Vec<_>>()
    });
    all.sort_unstable_by_key(|(diary, _)| *diary);
    all.into_iter().map(|(_, value)| value).collect()
}

fn pain() -> ItemId {
    ItemId::from(StandardItem::Pain)
}

/// What the app says of LDN against the baseline on a day.
fn read(diary: &Diary, as_of: NaiveDate) -> Option<Comparison> {
    Study::of(diary, as_of, LateDays::Included).compare(1, &pain())
}

/// The verdict as it is shown, where it is better or worse.
fn verdict(comparison: &Comparison) -> Option<Verdict> {
    comparison
        .finding()
        .verdict
        .filter(|verdict| *verdict != Verdict::CannotTell)
}

/// The days of LDN on which a diary shows a verdict, and whether by an early look.
fn verdicts(kind: &Kind, diary: &Diary) -> Vec<(u32, bool)> {
    let on = |day| {
        let comparison = read(diary, kind.day_on_ldn(day))?;
        let early = matches!(comparison.contrast.status, Status::EarlyLook { .. });
        verdict(&comparison).map(|_| (day, early))
    };
    (1..=ON_LDN).filter_map(on).collect()
}

fn unchanged(diaries: u64) -> Vec<Unchanged> {
    let usual = Kind::USUAL;
    let kinds = [
        ("rho 0", Kind { rho: 0.0, ..usual }),
        ("rho .3", Kind { rho: 0.3, ..usual }),
        ("rho .5", usual),
        ("rho .7", Kind { rho: 0.7, ..usual }),
        ("waves of SD 6", Kind { wave_sd: 6.0, ..usual }),
        ("waves of SD 9", Kind { wave_sd: 9.0, ..usual }),
        ("spread halved", Kind { spread: 0.5, ..usual }),
        ("spread doubled", Kind { spread: 2.0, ..usual }),
        ("40 % missing", Kind { missing: 0.4, ..usual }),
        ("seven days a month", Kind { sampled: true, ..usual }),
        ("heaped on tens", Kind { heaped: true, ..usual }),
    ];
    let of_kind = |(number, (name, kind)): (u64, (&'static str, Kind))| {
        tell(&format!("no change, {name} …"));
        let found = each(number, diaries, |mut noise| verdicts(&kind, &kind.diary(&mut noise)));
        let count = |shown: fn(&(u32, bool)) -> bool| found.iter().filter(|days| days.iter().any(shown)).count();
        let mut first_days: Vec<u32> = found.iter().filter_map(|days| days.first()).map(|day| day.0).collect();
        first_days.sort_unstable();
        Unchanged {
            name,
            diaries: found.len(),
            ever: count(|_| true),
            after_early_look: count(|(_, early)| !early),
            last_day: count(|(day, _)| *day == ON_LDN),
            first_days,
        }
    };
    (0..).zip(kinds).map(of_kind).collect()
}

/// How many of some verdicts are better and worse.
fn counted(before: u32, fall: f64, verdicts: &[Option<Verdict>]) -> Changed {
    let count = |wanted| verdicts.iter().filter(|verdict| **verdict == Some(wanted)).count();
    Changed {
        before,
        fall,
        diaries: verdicts.len(),
        better: count(Verdict::Better),
        worse: count(Verdict::Worse),
    }
}

/// The falls of which it is asked whether they are seen.
const FALLS: [f64; 3] = [10.0, 15.0, 20.0];

fn changed(diaries: u64) -> Vec<Changed> {
    let kinds = [14, 28]
        .into_iter()
        .flat_map(|baseline| FALLS.map(|fall| (baseline, fall)));
    let of_kind = |(number, (baseline, fall)): (u64, (u32, f64))| {
        tell(&format!("a fall of {fall} after {baseline} days …"));
        let kind = Kind {
            baseline,
            fall,
            ..Kind::USUAL
        };
        let verdicts = each(number, diaries, |mut noise| {
            let last = read(&kind.diary(&mut noise), kind.day_on_ldn(ON_LDN));
            last.and_then(|last| verdict(&last))
        });
        counted(baseline, fall, &verdicts)
    };
    (100..).zip(kinds).map(of_kind).collect()
}

/// Trials of one: of 2, 3 and 4 pairs, without waves and with them, and with an effect that comes and goes at once or slowly.
fn pairs(diaries: u64) -> Vec<Trials> {
    let mut kinds = Vec::new();
    for fall in [0.0].into_iter().chain(FALLS) {
        for pairs in [2, 3, 4] {
            for wave_sd in [0.0, 6.0, 9.0] {
                // What does nothing leaves nothing behind.
                let lasting: &[f64] = if fall > 0.0 { &[0.0, 7.0, 14.0] } else { &[0.0] };
                kinds.extend(lasting.iter().map(|carry_over| (pairs, wave_sd, *carry_over, fall)));
            }
        }
    }
    let of_kind = |(number, (pairs, wave_sd, carry_over, fall)): (u64, (i64, f64, f64, f64))| {
        tell(&format!(
            "a fall of {fall} in {pairs} pairs, waves of {wave_sd}, carry-over of {carry_over} days …"
        ));
        let kind = Kind {
            wave_sd,
            fall,
            ..Kind::USUAL
        };
        let verdicts = each(number, diaries, |mut noise| {
            let diary = kind.trial_of_one(pairs, carry_over, &mut noise);
            let last = diary.treatment.trials_of_one().first()?.ends;
            let answer = Study::of(&diary, last, LateDays::Included).pooled(0, &pain())?;
            answer
                .answer
                .finding()
                .verdict
                .filter(|verdict| *verdict != Verdict::CannotTell)
        });
        Trials {
            waves: wave_sd,
            carry_over,
            found: counted(u32::try_from(pairs).unwrap_or_default(), fall, &verdicts),
        }
    };
    (200..).zip(kinds).map(of_kind).collect()
}

/// The smallest worthwhile change that is asked for, in points.
const ASKED: f64 = 10.0;
/// Where the bands of the probability begin; the words for it change there.
const BANDS: [f64; 7] = [0.0, 0.1, 0.33, 0.67, 0.9, 0.975, 1.0];

fn calibration(diaries: u64) -> Vec<Band> {
    tell("calibration …");
    let found = each(300, diaries, |mut noise| {
        let kind = Kind {
            rho: 0.3 + 0.4 * noise.even(),
            wave_sd: if noise.even() < 0.5 { 6.0 } else { 0.0 },
            fall: -10.0 + 50.0 * noise.even(),
            ..Kind::USUAL
        };
        let probability = probability(&kind.diary(&mut noise), kind.day_on_ldn(ON_LDN));
        probability.map(|probability| (probability, kind.fall >= ASKED))
    });
    let found: Vec<(f64, bool)> = found.into_iter().flatten().collect();
    BANDS.windows(2).map(|band| of_band(band[0], band[1], &found)).collect()
}

/// Those of which the model says so much; the last band has both of its ends.
fn of_band(from: f64, to: f64, found: &[(f64, bool)]) -> Band {
    let is_in = |probability: f64| from <= probability && (probability < to || to >= 1.0);
    let inside: Vec<_> = found.iter().filter(|(probability, _)| is_in(*probability)).collect();
    let probabilities: Vec<f64> = inside.iter().map(|(probability, _)| *probability).collect();
    Band {
        from,
        to,
        diaries: inside.len(),
        fell: inside.iter().filter(|(_, fell)| *fell).count(),
        mean_probability: ldn_diary::statistics::mean(&probabilities).unwrap_or_default(),
    }
}

/// How sure the model is of a fall by at least what is asked for, from the days that the app's answer counts; `None` where
/// that has no range.
fn probability(diary: &Diary, as_of: NaiveDate) -> Option<f64> {
    let study = Study::of(diary, as_of, LateDays::Included);
    let contrast = study.compare(1, &pain())?.contrast;
    contrast.range?;
    let sides = [(contrast.reference?, Side::Reference), (contrast.window?, Side::Window)];
    let days: Vec<_> = sides
        .into_iter()
        .flat_map(|(window, side)| {
            let item = pain();
            let ratings = study.ratings(&item, window.from, window.to).iter();
            ratings.map(move |(date, rating)| (i64::from(date.num_days_from_ce()), *rating, side))
        })
        .collect();
    let model = WaveModel::compare(&days).ok()?;
    Some(model.probability_of_points(ASKED, Better::Lower))
}
