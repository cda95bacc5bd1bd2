//! The impression of change (D9): when it is asked, that it is asked once, where it stands, and where it contradicts the ratings.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use ldn_diary::diary::{
    Answers, Day, DayEnd, Diary, Dose, DoseStep, GlobalChange, LAST_DATE, Later, Name, Phase, PhaseKind, Rating, Rest,
    Settings, StandardItem, Treatment,
};
use ldn_diary::exchange::import::{How, apply, plan};
use ldn_diary::exchange::{backup, fhir};
use ldn_diary::report::Report;
use ldn_diary::results::{Results, Shown, Wanted, of_trial, results};
use ldn_diary::trial::{Counting, Impression, LateDays, Occasion, Study, Verdict, Why, contradicts};
use ldn_diary::words::names;
use proptest::prelude::*;

use crate::support::{choices, header, made_on};
use crate::trial_of_one;

fn day(day: u64) -> NaiveDate {
    "2027-01-01".parse::<NaiveDate>().unwrap() + Days::new(day)
}

fn evening(date: NaiveDate) -> DateTime<FixedOffset> {
    date.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset()
}

fn treatment(phases: &[(PhaseKind, u64)]) -> Treatment {
    let made = phases
        .iter()
        .map(|(kind, from)| Phase::new(kind.clone(), day(*from), None));
    let ldn = phases.iter().filter(|(kind, _)| *kind == PhaseKind::Ldn);
    let steps = ldn.map(|(_, from)| DoseStep::new(day(*from), Dose::from_micrograms(4500).unwrap()));
    Treatment::new(made.collect(), steps.collect()).unwrap()
}

/// A diary that is filled in for so many days; pain is 60 before LDN, and by so many points another from then on.
fn diary(phases: &[(PhaseKind, u64)], days: u64, changes: i64) -> Diary {
    let begins = phases
        .iter()
        .find(|(kind, _)| *kind == PhaseKind::Ldn)
        .map_or(0, |(_, from)| *from);
    let recorded = (0..days).map(|at| {
        let wave = [0, 3, -4, 5, -2, 1, -5, 4][usize::try_from(at % 8).unwrap()];
        let pain = Rating::new(60 + wave + if at < begins { 0 } else { changes }).unwrap();
        let mut answers = Answers::default();
        answers.items.insert(StandardItem::Pain.into(), pain);
        Day::record(day(at), answers, evening(day(at)), DayEnd::default()).unwrap()
    });
    Diary::restore(Settings::default(), treatment(phases), recorded.collect::<Vec<_>>())
}

fn asked(diary: &Diary, at: u64) -> Option<Occasion> {
    Study::of(diary, day(at), Counting::ALL).to_ask()
}

fn why(diary: &Diary, at: u64) -> Option<(Why, NaiveDate)> {
    asked(diary, at).map(|occasion| (occasion.why, occasion.day))
}

fn say(diary: &mut Diary, at: u64, said: Impression) {
    let occasion = asked(diary, at).unwrap();
    occasion.note(&mut diary.rest, evening(day(at)), said);
}

const BETTER: Impression = Impression::Said(GlobalChange::MuchBetter);

fn stopped(ends: u64) -> Vec<(PhaseKind, u64)> {
    vec![
        (PhaseKind::Baseline, 0),
        (PhaseKind::Ldn, 20),
        (PhaseKind::Washout, ends + 1),
    ]
}

fn page(diary: &Diary, at: u64, phase: &str) -> Shown {
    match results(diary, day(at), Wanted::of("", phase, LateDays::Included)) {
        Results::Shown(shown) => *shown,
        other => panic!("{other:?}"),
    }
}

fn texts(diary: &Diary, at: u64) -> String {
    Report::of(diary, &choices(day(at))).texts().join("\n")
}

#[test]
fn it_is_asked_on_day_14_of_the_baseline_on_the_final_day_and_at_the_end_for_two_weeks() {
    let on_ldn = diary(&stopped(200), 1, 0);
    for (at, expected) in [
        (12, None),
        (13, Some((Why::Baseline, day(13)))),
        (19, Some((Why::Baseline, day(13)))),
        // LDN has begun.
        (20, None),
        (102, None),
        (103, Some((Why::Answer(1), day(103)))),
        (117, Some((Why::Answer(1), day(103)))),
        (118, None),
        (199, None),
        (200, Some((Why::End, day(200)))),
        (214, Some((Why::End, day(200)))),
        (215, None),
    ] {
        assert_eq!(why(&on_ldn, at), expected, "day {at}");
    }
    // An end before the final day is the final day, and one soon after it is no further occasion.
    assert_eq!(why(&diary(&stopped(60), 1, 0), 60), Some((Why::Answer(1), day(60))));
    assert_eq!(why(&diary(&stopped(110), 1, 0), 112), Some((Why::Answer(1), day(103))));
    // In a diary that has nothing to compare with, the end alone.
    let without = [(PhaseKind::Ldn, 0), (PhaseKind::Placebo, 50)];
    assert_eq!(why(&diary(&without, 1, 0), 50).map(|(_, day)| day), Some(day(49)));
}

#[test]
fn each_kind_of_phase_is_asked_of_at_its_end_by_its_name() {
    let medicine = PhaseKind::Comparator(Name::new("Duloxetine").unwrap());
    let mut found = Vec::new();
    for kind in [PhaseKind::Ldn, PhaseKind::Placebo, medicine, PhaseKind::Washout] {
        let mut diary = diary(&[(PhaseKind::Baseline, 0), (kind, 20), (PhaseKind::Baseline, 60)], 1, 0);
        diary.settings.condition = Some(Name::new("CRPS").unwrap());
        found.push(asked(&diary, 59).unwrap().question(&diary));
        assert_eq!(why(&diary, 59).map(|(_, day)| day), Some(day(59)));
    }
    let question = |since: &str| format!("All in all, compared with {since}, how are your symptoms (CRPS)?");
    let since = [
        "when LDN began",
        "when placebo began",
        "when Duloxetine began",
        "when you stopped",
    ];
    assert_eq!(found, since.map(question));
    let baseline = diary(&[(PhaseKind::Baseline, 0)], 1, 0);
    assert_eq!(
        asked(&baseline, 20).unwrap().question(&baseline),
        "All in all, compared with when you began this diary, how are your symptoms?"
    );
}

// T3: of each bottle, until its order was seen; what is said tells nothing of the order.
#[test]
fn a_period_of_a_trial_of_one_is_asked_of_while_it_is_sealed() {
    let mut diary = Diary::default();
    let mut with = |treatment: Treatment| {
        diary.treatment = treatment;
        diary.clone()
    };
    let mut sealed = with(trial_of_one::treatment());
    let last = sealed.treatment.phases()[2].from.pred_opt().unwrap();
    let study = |diary: &Diary| Study::of(diary, last, Counting::ALL).to_ask();
    let occasion = study(&sealed).unwrap();
    assert_eq!(
        occasion.question(&sealed),
        "All in all, compared with when bottle 1 began, how are your symptoms?"
    );
    occasion.note(&mut sealed.rest, evening(last), BETTER);
    assert_eq!(study(&sealed), None);
    let mut opened = with(trial_of_one::reveal(&trial_of_one::treatment(), evening(last)));
    assert_eq!(study(&opened), None, "who knows what it was is not asked");
    // It stays that of its bottle.
    opened.rest = sealed.rest.clone();
    let said = |diary: &Diary| Study::of(diary, last, Counting::ALL).impressions();
    let of = |diary: &Diary| {
        said(diary)
            .iter()
            .map(|(one, change)| (one.phase, *change))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&sealed), [(1, GlobalChange::MuchBetter)]);
    assert_eq!(of(&opened), of(&sealed));
    // Sealed, the report has it by the number of the bottle; opened, its page too.
    for (diary, phase) in [(&sealed, "Period 1 of 6"), (&opened, "LDN")] {
        let table = Report::of(diary, &choices(last)).further;
        let rows = table.iter().flat_map(|table| &table.rows);
        let mut row = rows.filter(|row| row.last().is_some_and(|said| said == "much better"));
        let row = row.next().unwrap();
        assert!(row[0].starts_with(phase) || phase == "LDN", "{row:?}");
        assert_eq!(row[2], "when bottle 1 began");
    }
    let page = of_trial(&opened, last, Wanted::of("", "trial-2026-03-02", LateDays::Included)).unwrap();
    let fact = page
        .about
        .iter()
        .find(|fact| fact.name == "All in all, at the end of each bottle");
    assert_eq!(fact.unwrap().value, "bottle 1 much better");
}

#[test]
fn what_was_said_or_put_away_is_not_asked_again_however_it_was_kept() {
    for said in [BETTER, Impression::PutAway] {
        for (phases, at) in [
            (vec![(PhaseKind::Baseline, 0)], 13),
            (stopped(200), 103),
            (stopped(60), 61),
            (stopped(200), 201),
        ] {
            let before = diary(&phases, 1, 0);
            let mut after = before.clone();
            say(&mut after, at, said);
            let is_gone = |diary: &Diary| {
                for later in at..at + 20 {
                    assert_eq!(asked(diary, later), None, "{said:?} on day {at}, asked on {later}");
                }
            };
            is_gone(&after);
            // After a reload, from a backup, and in the other tab.
            let read = backup::read(&backup::write(&after, &header()), LAST_DATE).unwrap();
            assert_eq!(read, after);
            let empty = Diary::default();
            is_gone(&apply(&before, &after, How::MERGE));
            assert_eq!(apply(&empty, &after, How::MERGE).rest, after.rest);
            let besides = plan(&before, &after).besides;
            assert_eq!(besides.impressions + besides.decisions, 1, "it is named before");
            let mut other = before.clone();
            other.rest = Rest::merged(Some(&before.rest), &before.rest, &after.rest, Later::Ours);
            is_gone(&other);
            // It can be taken back.
            asked(&before, at).unwrap().take_back(&mut after.rest, evening(day(at)));
            assert_eq!(after.rest, before.rest);
        }
    }
}

// What was asked beside the answer was asked.
#[test]
fn what_stands_beside_the_final_answer_is_of_the_same_occasion() {
    let mut diary = diary(&stopped(200), 120, -20);
    let change =
        |rest: &mut Rest, change| rest.write((1, day(103)), evening(day(104)), |one| one.global_change = change);
    change(&mut diary.rest, Some(GlobalChange::Same));
    assert_eq!(asked(&diary, 105), None);
    change(&mut diary.rest, None);
    say(&mut diary, 105, BETTER);
    assert_eq!(
        page(&diary, 110, "1").on_the_day.unwrap().global_change,
        Some(GlobalChange::MuchBetter)
    );
    assert!(diary.rest.impressions.is_empty(), "it is said once");
    let report = texts(&diary, 110);
    assert_eq!(
        report.matches(names::global_change(GlobalChange::MuchBetter)).count(),
        1,
        "{report}"
    );
    // A clinic's file has it where it has what was decided.
    let bundle = fhir::write(&diary, &made_on(day(110)));
    assert!(
        bundle.contains("The patient, since the start: much better."),
        "{bundle}"
    );
}

#[test]
fn of_one_occasion_what_was_said_first_stands_and_an_answer_before_what_was_put_away() {
    let blank = diary(&stopped(200), 1, 0);
    let said = |at: u64, said| {
        let mut diary = blank.clone();
        say(&mut diary, 201, Impression::PutAway);
        let occasion = asked(&blank, 201).unwrap();
        occasion.note(&mut diary.rest, evening(day(at)), said);
        diary
    };
    let worse = Impression::Said(GlobalChange::MuchWorse);
    let [first, second, away] = [said(201, BETTER), said(202, worse), said(200, Impression::PutAway)];
    let occasion = asked(&blank, 201).unwrap();
    let stands = |rest: Rest| {
        let mut merged = blank.clone();
        merged.rest = rest;
        Study::of(&merged, day(203), Counting::ALL).impression(&occasion)
    };
    for (one, other) in [(&first, &second), (&second, &first), (&away, &first), (&first, &away)] {
        for later in [Later::Ours, Later::Theirs] {
            let merged = Rest::merged(Some(&blank.rest), &one.rest, &other.rest, later);
            assert_eq!(stands(merged), Some(BETTER));
        }
        assert_eq!(stands(apply(one, other, How::MERGE).rest), Some(BETTER));
    }
}

// It follows the end of its phase where that is moved by two weeks at most; of a phase that is gone nothing is shown.
#[test]
fn it_follows_the_end_of_its_phase() {
    let mut said = diary(&stopped(200), 1, 0);
    say(&mut said, 201, BETTER);
    let shown = |phases: &[(PhaseKind, u64)]| {
        let mut moved = said.clone();
        moved.treatment = treatment(phases);
        let study = Study::of(&moved, day(300), Counting::ALL);
        study
            .impressions()
            .iter()
            .map(|(occasion, _)| occasion.day)
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(&stopped(200)), [day(200)]);
    assert_eq!(shown(&stopped(190)), [day(190)]);
    assert_eq!(shown(&stopped(214)), [day(214)]);
    assert_eq!(shown(&stopped(215)), []);
    assert_eq!(shown(&[(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 20)]), [], "undone");
    let placebo = [
        (PhaseKind::Baseline, 0),
        (PhaseKind::Placebo, 20),
        (PhaseKind::Washout, 201),
    ];
    assert_eq!(shown(&placebo), [], "another phase");
}

// Stopped, undone, and stopped some days later: it is one end, and what was said of it stands beside the answer of now.
#[test]
fn what_was_said_beside_an_answer_follows_its_day() {
    let mut diary = diary(&stopped(60), 70, -20);
    say(&mut diary, 60, BETTER);
    diary.treatment = treatment(&[(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 20)]);
    assert_eq!(asked(&diary, 62), None);
    assert_eq!(page(&diary, 62, "1").on_the_day, None);
    diary.treatment = treatment(&stopped(63));
    for at in 63..70 {
        assert_eq!(asked(&diary, at), None);
        let shown = page(&diary, at, "1").on_the_day.unwrap();
        assert_eq!(
            (shown.final_day, shown.global_change),
            (day(63), Some(GlobalChange::MuchBetter))
        );
    }
}

#[test]
fn no_different_contradicts_nothing_and_nothing_contradicts_what_can_not_tell() {
    for (change, by) in GlobalChange::ALL.into_iter().zip([
        Some(Verdict::Worse),
        Some(Verdict::Worse),
        Some(Verdict::Worse),
        None,
        Some(Verdict::Better),
        Some(Verdict::Better),
        Some(Verdict::Better),
    ]) {
        for verdict in [Verdict::Better, Verdict::Worse, Verdict::CannotTell] {
            assert_eq!(
                contradicts(change, verdict),
                by == Some(verdict),
                "{change:?}, {verdict:?}"
            );
        }
    }
}

#[test]
fn page_and_report_say_that_an_impression_and_the_ratings_point_different_ways() {
    let on_page = "Your overall impression and your ratings of pain point different ways. Both are real answers: the memory \
                   of a start fades, and pain is not everything.";
    let on_paper = "The patient’s overall impression and the ratings of pain point different ways.";
    for (changes, change, expected) in [
        (20, GlobalChange::LittleBetter, true),
        (20, GlobalChange::Same, false),
        (20, GlobalChange::MuchWorse, false),
        (0, GlobalChange::MuchBetter, false),
        (-20, GlobalChange::LittleWorse, true),
        (-20, GlobalChange::MuchBetter, false),
    ] {
        for ends in [60, 200] {
            let mut diary = diary(&stopped(ends), 120, changes);
            let at = ends.min(103);
            assert!(
                !page(&diary, at + 1, "1")
                    .answer
                    .beside
                    .iter()
                    .any(|line| line == on_page)
            );
            say(&mut diary, at, Impression::Said(change));
            let said = page(&diary, at + 1, "1")
                .answer
                .beside
                .iter()
                .any(|line| line == on_page);
            assert_eq!(said, expected, "{changes} points and {change:?}, stopped on day {ends}");
            assert_eq!(texts(&diary, at + 1).contains(on_paper), expected);
        }
    }
}

// After a time on LDN, "since placebo began" and "against the baseline" are two questions.
#[test]
fn what_is_compared_with_other_days_contradicts_nothing() {
    let phases = [
        (PhaseKind::Baseline, 0),
        (PhaseKind::Ldn, 20),
        (PhaseKind::Placebo, 60),
        (PhaseKind::Washout, 120),
    ];
    let mut diary = diary(&phases, 130, 20);
    say(&mut diary, 121, BETTER);
    let shown = page(&diary, 125, "2");
    assert!(shown.answer.sentence.contains("higher"), "{}", shown.answer.sentence);
    let said = "You said on 30 April 2027, compared with when placebo began: much better.";
    assert!(
        shown.answer.beside.iter().any(|line| line == said),
        "{:?}",
        shown.answer.beside
    );
    assert!(!shown.answer.beside.iter().any(|line| line.contains("different ways")));
    let report = texts(&diary, 125);
    assert!(report.contains("when placebo began\nmuch better"), "{report}");
}

// What another version has written stays as it is, and is no impression.
#[test]
fn what_can_not_be_read_is_not_there_and_stays() {
    for torn in [
        "[]",
        "7",
        r#"{"ldn/2027-07-20":{"at":7}}"#,
        r#"{"ldn":1,"x/2027-07-20":{}}"#,
    ] {
        let text = backup::write(&diary(&stopped(200), 1, 0), &header());
        let text = text.replacen('{', &format!("{{\"impressions\":{torn},"), 1);
        let read = backup::read(&text, LAST_DATE).unwrap();
        assert!(asked(&read, 201).is_some(), "{torn}");
        let again = backup::write(&read, &header()).replace([' ', '\n'], "");
        assert!(again.contains(&format!("\"impressions\":{torn}")), "{again}");
    }
}

proptest! {
    #![proptest_config(crate::cases(60))]

    // Whatever the phases are and however they follow each other: on its day each occasion is asked, and none after something was
    // said of it.
    #[test]
    fn each_occasion_is_asked_on_its_day_and_never_again_once_it_was_answered(
        lengths in prop::collection::vec((0..5_usize, 1..120_u64), 1..5),
        does in prop::collection::vec(0..4_u8, 400),
    ) {
        let medicine = PhaseKind::Comparator(Name::new("Duloxetine").unwrap());
        let kinds = [PhaseKind::Baseline, PhaseKind::Ldn, PhaseKind::Placebo, PhaseKind::Washout, medicine];
        let mut phases: Vec<(PhaseKind, u64)> = Vec::new();
        let mut from = 0;
        for (kind, length) in lengths {
            if phases.last().is_none_or(|(last, _)| *last != kinds[kind]) {
                phases.push((kinds[kind].clone(), from));
            }
            from += length;
        }
        let mut diary = diary(&phases, 1, 0);
        let mut answered: Vec<(usize, Why)> = Vec::new();
        for at in 0..(from + 20).min(400) {
            let asked = asked(&diary, at);
            let occasions = Study::of(&diary, day(at), Counting::ALL).occasions();
            if let Some(new) = occasions.iter().find(|occasion| occasion.day == day(at)) {
                prop_assert_eq!(asked, Some(*new), "day {}", at);
            }
            let Some(occasion) = asked else { continue };
            let of = (occasion.phase, occasion.why);
            prop_assert!(!answered.contains(&of), "{of:?} is asked again on day {at}");
            prop_assert!((0..=14).contains(&(day(at) - occasion.day).num_days()));
            let said = match does[usize::try_from(at).unwrap()] {
                0 => BETTER,
                1 => Impression::PutAway,
                _ => continue,
            };
            occasion.note(&mut diary.rest, evening(day(at)), said);
            answered.push(of);
        }
    }
}
