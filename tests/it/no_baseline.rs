//! Diaries of those who took LDN already, stopped, or began again: results and report wait for nothing that can't come, and
//! tell each phase in the order of its days.

use crate::support::date;
use chrono::NaiveDate;
use ldn_diary::diary::{
    Against, Answers, Day, Diary, Dose, DoseStep, FIRST_DATE, ItemId, Phase, PhaseKind, Rating, Settings, StandardItem,
    Treatment,
};
use ldn_diary::report::{Choices, FIRST_ITEMS, Paper, Report};
use ldn_diary::results::{Results, Shown, Wanted, results};
use ldn_diary::trial::{LateDays, analyse};
use proptest::prelude::*;

const LDN: PhaseKind = PhaseKind::Ldn;
const OFF: PhaseKind = PhaseKind::Washout;
const BASELINE: PhaseKind = PhaseKind::Baseline;

/// The first day with an entry, and one three months before it.
const FIRST: &str = "2026-06-01";
const BEFORE: i64 = -92;

fn day(number: i64) -> NaiveDate {
    date(FIRST) + chrono::TimeDelta::days(number)
}

/// A diary of so many days with phases and doses (in micrograms) that begin on days counted from the first entry. Each day
/// is rated, around a level of its phase; the dose is answered on LDN, `without` one on some days.
fn diary(phases: &[(PhaseKind, i64)], doses: &[(i64, u64)], days: i64, without: std::ops::Range<i64>) -> Diary {
    let phases = phases.iter().map(|&(kind, from)| Phase::new(kind, day(from), None));
    let dose = |micrograms| Dose::from_micrograms(micrograms).unwrap();
    let steps = doses
        .iter()
        .map(|&(from, micrograms)| DoseStep::new(day(from), dose(micrograms)));
    let treatment = Treatment::new(phases.collect(), steps.collect()).unwrap();
    let recorded = (0..days).map(|number| {
        let phase = treatment.phase_on(day(number)).map(|(_, phase)| phase.kind);
        let level = 40 + if phase == Some(LDN) { 0 } else { 20 } - number / 20;
        let mut answers = Answers::default();
        for (place, item) in (0..).zip([StandardItem::Pain, StandardItem::Fatigue, StandardItem::SleepQuality]) {
            let rating = Rating::new(level + 3 * place + number * 7 % 11).unwrap();
            answers.items.insert(ItemId::from(item), rating);
        }
        if phase == Some(LDN) {
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

fn steady(phases: &[(PhaseKind, i64)], doses: &[(i64, u64)], days: i64) -> Diary {
    diary(phases, doses, days, 0..0)
}

/// The diaries of the table, each with its name.
fn diaries() -> Vec<(String, Diary)> {
    let mut all = Vec::new();
    for days in [1, 10, 60] {
        let on = steady(&[(LDN, BEFORE)], &[(BEFORE, 4500)], days);
        all.push((format!("on LDN for {days} days"), on));
        all.push((format!("stopped, {days} days"), steady(&[(OFF, BEFORE)], &[], days)));
    }
    for days in [65, 80, 100, 150] {
        let step = steady(&[(LDN, BEFORE)], &[(BEFORE, 4500), (60, 3000)], days);
        all.push((format!("a later dose, {days} days"), step));
    }
    for days in [61, 70, 80, 90, 150] {
        let off = steady(&[(LDN, BEFORE), (OFF, 60)], &[(BEFORE, 4500)], days);
        all.push((format!("then a washout, {days} days"), off));
        let both = steady(&[(LDN, BEFORE), (OFF, 60)], &[(BEFORE, 4500), (30, 3000)], days);
        all.push((format!("another dose, then a washout, {days} days"), both));
    }
    for days in [65, 80, 120] {
        let again = [(LDN, BEFORE), (OFF, 30), (LDN, 60)];
        let again = steady(&again, &[(BEFORE, 4500), (60, 3000)], days);
        all.push((format!("LDN, washout, LDN, {days} days"), again));
        let off_first = steady(&[(OFF, BEFORE), (LDN, 30)], &[(30, 4500)], days);
        all.push((format!("a washout before LDN, {days} days"), off_first));
    }
    for days in [50, 80, 100, 150] {
        let two = [(BASELINE, 0), (LDN, 14), (LDN, 74)];
        let two = steady(&two, &[(14, 1500), (74, 4500)], days);
        all.push((format!("two LDN phases after a baseline, {days} days"), two));
    }
    let weekly: Vec<(i64, u64)> = (0..9)
        .map(|week| (14 + 7 * week, 500 * (u64::try_from(week).unwrap() + 1)))
        .collect();
    for days in [40, 100, 150] {
        let with = diary(&[(BASELINE, 0), (LDN, 14)], &weekly, days, 50..59);
        all.push((format!("0.5 mg more each week, {days} days"), with));
        let without = diary(&[(LDN, 14)], &weekly, days, 50..59);
        all.push((format!("the same without a baseline, {days} days"), without));
    }
    all
}

fn last(diary: &Diary) -> NaiveDate {
    diary.last_day().unwrap()
}

fn page(diary: &Diary) -> Results {
    results(diary, last(diary), Wanted::of("", "", LateDays::Included))
}

fn shown(diary: &Diary) -> Shown {
    match page(diary) {
        Results::Shown(shown) => *shown,
        Results::Waiting(waiting) => panic!("{waiting:?}"),
    }
}

fn report(diary: &Diary) -> Report {
    let to = last(diary);
    Report::of(
        diary,
        &Choices {
            from: FIRST_DATE,
            to,
            made_on: to,
            items: FIRST_ITEMS.map(ItemId::from).into(),
            every_day: false,
            notes: false,
            name: None,
            paper: Paper::A4,
            late_days: LateDays::Included,
        },
    )
}

fn finding(report: &Report) -> String {
    report.finding.iter().map(|words| words.text.as_str()).collect()
}

/// All that results say.
fn said(diary: &Diary) -> String {
    match page(diary) {
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

// A2, R1; faults 34, 37, 42.
#[test]
fn nothing_waits_for_what_can_not_come_and_no_phase_is_dropped() {
    for (name, diary) in diaries() {
        let (page, paper) = (said(&diary), report(&diary));
        println!(
            "== {name}\n{page}\n--\n{}\n{}",
            paper.phases.join("\n"),
            finding(&paper)
        );
        for table in paper.tables.iter() {
            println!("{} | {}", table.caption, table.columns.join(" | "));
            println!("   {}", table.rows[0].join(" | "));
        }
        let has_baseline = diary.treatment.phases().iter().any(|phase| phase.kind == BASELINE);
        let texts = paper.texts().join("\n");
        for text in [&page, &texts, &finding(&paper)] {
            assert!(
                !text.contains("not recorded") && !text.contains("not rated"),
                "{name}: {text}"
            );
            assert!(!text.contains("more to go"), "{name}: {text}");
            assert!(has_baseline || !text.contains("our baseline"), "{name}: {text}");
            assert!(has_baseline || !text.contains("at baseline"), "{name}: {text}");
        }
        // Each phase that has begun and has ratings has an average on page 1.
        let pain = &paper.tables[0].rows[0];
        let phases = analyse(&diary, last(&diary), LateDays::Included).phases;
        let means = pain
            .iter()
            .filter(|cell| cell.ends_with(')') || cell.contains(") "))
            .count();
        assert!(means >= phases.len(), "{name}: {pain:?}");
        assert_eq!(paper.phases.len(), phases.len(), "{name}");
        for (line, phase) in paper.phases.iter().zip(&phases) {
            let told = phase.kind == LDN;
            assert_eq!(line.contains("doses recorded as taken"), told, "{name}: {line}");
        }
    }
}
