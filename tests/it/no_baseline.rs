//! Diaries of those who took LDN already, stopped, or began again: results and report wait for nothing that can't come, and
//! tell each phase in the order of its days.

use crate::phased::{BEFORE, day, diary_of, finding, last, page, report, said, shown, steady};
use crate::support::other_medicine;
use chrono::NaiveDate;
use ldn_diary::diary::{Against, Diary, PhaseKind, StandardItem};
use ldn_diary::results::Results;
use ldn_diary::trial::{LateDays, analyse};
use proptest::prelude::*;

const LDN: PhaseKind = PhaseKind::Ldn;
const OFF: PhaseKind = PhaseKind::Washout;
const BASELINE: PhaseKind = PhaseKind::Baseline;

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
        let with = diary_of(&[(BASELINE, 0), (LDN, 14)], &weekly, days, 50..59);
        all.push((format!("0.5 mg more each week, {days} days"), with));
        let without = diary_of(&[(LDN, 14)], &weekly, days, 50..59);
        all.push((format!("the same without a baseline, {days} days"), without));
    }
    all
}

// A2, R1.
#[test]
fn nothing_waits_for_what_can_not_come_and_no_phase_is_dropped() {
    for (name, diary) in diaries() {
        let (page, paper) = (said(&diary), report(&diary));
        let has = |kind| diary.treatment.phases().iter().any(|phase| phase.kind == kind);
        let texts = [paper.texts().join("\n"), finding(&paper), page];
        for text in &texts {
            for never in ["not recorded", "not rated", "more to go", "no recorded day so far"] {
                assert!(!text.contains(never), "{name}: {text}");
            }
            for of_a_baseline in ["our baseline", "at baseline", "against baseline"] {
                assert!(has(BASELINE) || !text.contains(of_a_baseline), "{name}: {text}");
            }
        }
        // Each phase has an average and, on LDN, its doses on page 1, in the order of their days.
        let phases = analyse(&diary, last(&diary), LateDays::Included).phases;
        let pain = &paper.tables[0].rows[0];
        let means = pain[1..]
            .iter()
            .filter(|cell| cell.contains('(') && !cell.contains('n'));
        assert!(means.count() >= phases.len(), "{name}: {pain:?}");
        assert_eq!(paper.phases.len(), phases.len(), "{name}");
        for (line, phase) in paper.phases.iter().zip(&phases) {
            let told = phase.kind == LDN;
            assert_eq!(line.contains("doses recorded as taken"), told, "{name}: {line}");
        }
        // What has ended is not told as going on: only the last phase is.
        let ended = phases.iter().rev().skip(1).filter(|phase| phase.kind == LDN).count();
        if has(OFF) && phases.last().is_some_and(|phase| phase.kind == OFF) && ended > 0 {
            assert!(!texts[2].contains("So far on LDN"), "{name}: {}", texts[2]);
            assert!(
                pain[2..].iter().all(|cell| !cell.contains("so far")),
                "{name}: {pain:?}"
            );
        }
    }
}

// What would make an answer possible is said, and the averages stand there.
#[test]
fn on_ldn_alone_the_averages_are_shown_and_what_a_comparison_needs() {
    for days in [1, 10, 60] {
        let diary = steady(&[(LDN, BEFORE)], &[(BEFORE, 4500)], days);
        let text = said(&diary);
        assert!(text.contains("LDN 4.5 mg since 1 Mar 2026: pain 4"), "{text}");
        let doses = format!("{days} of {days} doses are recorded as taken.");
        assert!(text.contains(&doses), "days before the diary are not missing: {text}");
        assert!(
            text.contains(
                "Some people and their prescribers plan weeks without LDN; days off it can be compared then."
            ),
            "{text}"
        );
        let report = report(&diary);
        assert!(finding(&report).starts_with("Pain averaged 4"), "{}", finding(&report));
        assert!(
            report
                .facts
                .iter()
                .any(|fact| fact.starts_with(&format!("{days} of {days} day")))
        );
    }
    let off = said(&steady(&[(OFF, BEFORE)], &[], 10));
    assert!(off.contains("Washout since 1 Mar 2026: pain 65 (10 days)"), "{off}");
    assert!(off.contains("needs days on LDN, of which the first 14"), "{off}");
    // Of several doses none stands for all days.
    let steps: Vec<(i64, u64)> = vec![(0, 1500), (7, 3000)];
    let several = report(&steady(&[(LDN, 0)], &steps, 20));
    assert!(
        finding(&several).contains(" on LDN (20 of 20 days)"),
        "{}",
        finding(&several)
    );
}

// A2: each later dose against the days of the one before, without the first 14 of the later one.
#[test]
fn where_there_is_neither_a_baseline_nor_a_day_off_a_dose_is_compared_with_the_one_before() {
    let diary = steady(&[(LDN, BEFORE)], &[(BEFORE, 4500), (60, 3000), (110, 1500)], 150);
    let found = analyse(&diary, last(&diary), LateDays::Included);
    let pain = found
        .comparisons
        .iter()
        .filter(|one| one.item == StandardItem::Pain.into());
    let sides: Vec<[(NaiveDate, NaiveDate); 2]> = pain
        .map(|one| {
            assert_eq!((&one.against, one.against.id()), (&Against::Step, "step"));
            [one.contrast.reference, one.contrast.window].map(|side| side.map(|side| (side.from, side.to)).unwrap())
        })
        .collect();
    assert_eq!(
        sides,
        [
            [(day(0), day(59)), (day(74), day(109))],
            [(day(74), day(109)), (day(124), day(149))]
        ]
    );
    let shown = shown(&diary);
    assert_eq!(
        shown.windows,
        "LDN 3 mg: 14 Aug to 18 Sep 2026 · LDN 1.5 mg: 3 Oct to 28 Oct 2026"
    );
    let answer = shown.answer;
    assert!(
        answer.sentence.starts_with("On the later dose your pain averaged "),
        "{}",
        answer.sentence
    );
    assert!(answer.sentence.contains(" on the earlier dose"), "{}", answer.sentence);
    assert!(
        answer
            .caveats
            .iter()
            .any(|caveat| caveat.contains("can't say what LDN itself does"))
    );
    // Within 28 days of a change the answer before it stays in sight.
    let earlier = said(&steady(
        &[(LDN, BEFORE)],
        &[(BEFORE, 4500), (60, 3000), (110, 1500)],
        130,
    ));
    let before = "The change of dose before that, up to 18 September 2026: On the later dose";
    assert!(earlier.contains(before), "{earlier}");
    // No drop of a third since before the treatment is read out of two doses of it.
    assert!(!answer.sentence.contains('3') || !answer.sentence.contains("drop"));
    // A pause does not make another dose, and a dose of which too few days count is none to compare with.
    let paused = analyse(
        &diary_of(&[(LDN, BEFORE)], &[(BEFORE, 4500)], 100, 40..60),
        day(99),
        LateDays::Included,
    );
    assert!(paused.comparisons.is_empty());
    let short = steady(&[(LDN, 0)], &[(0, 1500), (20, 3000)], 60);
    assert!(
        matches!(page(&short), Results::Waiting(_)),
        "6 days of the first dose count"
    );
    let enough = steady(&[(LDN, 0)], &[(0, 1500), (21, 3000)], 60);
    assert!(matches!(page(&enough), Results::Shown(_)));
}

// A2: as soon as a day off LDN counts, days on it are compared with those.
#[test]
fn days_off_come_before_an_earlier_dose() {
    let against = |days| {
        let diary = steady(&[(LDN, BEFORE), (OFF, 60)], &[(BEFORE, 4500), (30, 3000)], days);
        analyse(&diary, last(&diary), LateDays::Included).comparisons[0]
            .against
            .clone()
    };
    assert_eq!([against(74), against(75)], [Against::Step, Against::Off]);
}

// A2: the table's head says day 15 to 84 only where those are the days.
#[test]
fn days_of_a_dose_that_was_begun_before_the_diary_are_not_called_by_its_first() {
    let heads = |begun: i64| {
        let diary = steady(&[(LDN, begun), (OFF, 60)], &[(begun, 4500)], 100);
        report(&diary).tables[0].columns.clone()
    };
    assert!(
        heads(BEFORE).contains(&"LDN, days compared".to_owned()),
        "{:?}",
        heads(BEFORE)
    );
    assert!(heads(0).contains(&"LDN, day 15 to 84".to_owned()), "{:?}", heads(0));
}

// Words of order come from dates.
#[test]
fn a_washout_before_ldn_is_not_told_as_after_it() {
    let between = [(BASELINE, 0), (LDN, 14), (OFF, 60), (LDN, 90)];
    let paper = report(&steady(&between, &[(14, 1500), (90, 4500)], 180));
    assert!(paper.tables[0].columns.iter().any(|name| name == "Washout"));
    let text = finding(&paper);
    assert!(!text.contains("After stopping"), "{text}");
    assert!(
        text.contains("On LDN, the phase from 15\u{a0}Jun\u{a0}2026, it averaged"),
        "{text}"
    );
    let only = finding(&report(&steady(
        &[(BASELINE, 0), (OFF, 14), (LDN, 60)],
        &[(60, 1500)],
        120,
    )));
    assert!(only.contains("In the washout before that it averaged"), "{only}");
    let after = [(BASELINE, 0), (LDN, 14), (OFF, 60)];
    let text = finding(&report(&steady(&after, &[(14, 1500)], 100)));
    assert!(text.contains("After stopping it averaged"), "{text}");
    let before = said(&steady(&[(OFF, BEFORE), (LDN, 30)], &[(30, 4500)], 80));
    assert!(!before.contains("After stopping"), "{before}");
    assert!(
        before.contains("Off LDN: 1 Jun to 30 Jun 2026 · LDN 4.5 mg: 15 Jul"),
        "{before}"
    );
}

/// Phases, doses and how many days.
type Course = (Vec<(PhaseKind, i64)>, Vec<(i64, u64)>, i64);

fn phases() -> impl Strategy<Value = Course> {
    let kinds = prop::collection::vec(
        (
            prop::sample::select(vec![LDN, OFF, BASELINE, PhaseKind::Placebo, other_medicine()]),
            1..50_i64,
        ),
        1..6,
    );
    let doses = prop::collection::vec(prop::sample::select(vec![500_u64, 1500, 3000, 4500]), 4);
    (kinds, prop_oneof![Just(0), Just(BEFORE)], doses, 1..50_i64).prop_map(|(kinds, first, doses, rest)| {
        let (mut phases, mut from): (Vec<(PhaseKind, i64)>, i64) = (Vec::new(), 0);
        for (place, (kind, days)) in kinds.into_iter().enumerate() {
            let from_first = place == 0 && kind != BASELINE;
            phases.push((kind, if from_first { first } else { from }));
            from += days;
        }
        let starts = phases.iter().filter(|phase| phase.0 == LDN).map(|phase| phase.1);
        let steps: Vec<(i64, u64)> = starts.zip(doses).collect();
        (phases, steps, from + rest)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    // Whatever phases there are, in whatever order: each is told with its average, and nothing is said not to be there.
    #[test]
    fn each_phase_is_told_with_its_average((phases, steps, days) in phases()) {
        let diary = steady(&phases, &steps, days);
        let (page, paper) = (said(&diary), report(&diary));
        prop_assert!(!finding(&paper).contains("not recorded"), "{}", finding(&paper));
        prop_assert!(!page.contains("not rated in the baseline"), "{}", page);
        let found = analyse(&diary, last(&diary), LateDays::Included).phases;
        let told = |caption: &str| paper.further.iter().chain(&paper.tables).find(|table| table.caption == caption);
        let pain = &paper.tables[0].rows[0];
        let means = pain[1..].iter().filter(|cell| cell.contains('(') && !cell.contains('n')).count();
        let behind = told("Means of all days of each phase").map_or(0, |table| table.rows.len());
        prop_assert!(means >= found.len() || behind == found.len(), "{:?} {:?}", pain, phases);
        for table in paper.tables.iter().chain(&paper.further) {
            prop_assert_eq!(table.columns.len(), table.widths.len());
            for row in &table.rows {
                prop_assert!([1, table.columns.len()].contains(&row.len()), "{:?}", row);
            }
        }
    }
}
