//! Steady diaries of phases, and what results and report say of them.

use crate::support::{choices, date};
use chrono::NaiveDate;
use ldn_diary::diary::{
    Answers, Day, Diary, Dose, DoseStep, ItemId, Phase, PhaseKind, Rating, Settings, StandardItem, Treatment,
};
use ldn_diary::report::Report;
use ldn_diary::results::{Results, Shown, Wanted, results};
use ldn_diary::trial::LateDays;

/// The first day with an entry, and one three months before it.
const FIRST: &str = "2026-06-01";
pub(crate) const BEFORE: i64 = -92;

pub(crate) fn day(number: i64) -> NaiveDate {
    date(FIRST) + chrono::TimeDelta::days(number)
}

/// A diary of so many days with phases and doses (in micrograms) that begin on days counted from the first entry. Each day
/// is rated, around a level of its phase; the dose is answered on LDN, `without` one on some days.
pub(crate) fn diary_of(
    phases: &[(PhaseKind, i64)],
    doses: &[(i64, u64)],
    days: i64,
    without: std::ops::Range<i64>,
) -> Diary {
    let phases = phases
        .iter()
        .map(|(kind, from)| Phase::new(kind.clone(), day(*from), None));
    let dose = |micrograms| Dose::from_micrograms(micrograms).unwrap();
    let steps = doses
        .iter()
        .map(|&(from, micrograms)| DoseStep::new(day(from), dose(micrograms)));
    let treatment = Treatment::new(phases.collect(), steps.collect()).unwrap();
    let recorded = (0..days).map(|number| {
        let phase = treatment.phase_on(day(number)).map(|(_, phase)| &phase.kind);
        let level = 40 + if phase == Some(&PhaseKind::Ldn) { 0 } else { 20 } - number / 20;
        let mut answers = Answers::default();
        for (place, item) in (0..).zip([StandardItem::Pain, StandardItem::Fatigue, StandardItem::SleepQuality]) {
            let rating = Rating::new(level + 3 * place + number * 7 % 11).unwrap();
            answers.items.insert(ItemId::from(item), rating);
        }
        if phase == Some(&PhaseKind::Ldn) {
            let planned = treatment.planned_dose(day(number));
            answers.dose_taken = if without.contains(&number) {
                Some(Dose::NONE)
            } else {
                planned
            };
        }
        let evening = day(number).and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset();
        Day::restore(day(number), evening, None, answers)
    });
    let recorded: Vec<Day> = recorded.collect();
    Diary::restore(Settings::default(), treatment, recorded)
}

pub(crate) fn steady(phases: &[(PhaseKind, i64)], doses: &[(i64, u64)], days: i64) -> Diary {
    diary_of(phases, doses, days, 0..0)
}

pub(crate) fn last(diary: &Diary) -> NaiveDate {
    diary.last_day().unwrap()
}

pub(crate) fn page(diary: &Diary) -> Results {
    results(diary, last(diary), Wanted::of("", "", LateDays::Included))
}

pub(crate) fn shown(diary: &Diary) -> Shown {
    match page(diary) {
        Results::Shown(shown) => *shown,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn report(diary: &Diary) -> Report {
    Report::of(diary, &choices(last(diary)))
}

pub(crate) fn finding(report: &Report) -> String {
    report.finding.iter().map(|words| words.text.as_str()).collect()
}

/// All that results say.
pub(crate) fn said(diary: &Diary) -> String {
    match page(diary) {
        Results::OfTrial(trial) => trial,
        Results::Waiting(waiting) => {
            let averages = waiting.averages.join("\n");
            [
                waiting.text,
                averages,
                waiting.next,
                waiting.planner.unwrap_or_default(),
            ]
            .join("\n")
        }
        Results::Shown(shown) => {
            let answer = shown.answer;
            let mut texts = vec![
                shown.windows,
                answer.sentence,
                answer.number_words,
                answer.range_words,
                answer.counted,
            ];
            texts.extend(answer.next);
            texts.extend(answer.beside);
            texts.extend(answer.caveats);
            texts.join("\n")
        }
    }
}
