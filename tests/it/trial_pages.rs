//! A10, T: what the pages around a trial of one say of it, and offer in it.

use chrono::{DateTime, FixedOffset, NaiveDate};
use ldn_diary::diary::{Diary, PhaseKind, Points, Rating, Sealed, StandardItem, Treatment};
use ldn_diary::exchange::seal;
use ldn_diary::forms::card::{Offered, Typed};
use ldn_diary::forms::trial_undone::Undone;
use ldn_diary::trial::{LateDays, Study};
use ldn_diary::trial_of_one::TrialsOfOne as _;
use ldn_diary::words::Said as _;

use crate::sealed_order::plan;
use crate::support::{at, date};
use crate::trial_of_one::{answered, code, report_of, reveal, treatment};

const FIRST: &str = "2026-02-02";

fn evening(date: NaiveDate) -> DateTime<FixedOffset> {
    at(&format!("{date}T20:00:00+01:00"))
}

/// The diary of a trial from 2 March to 16 August 2026, with a card that was sealed on one day for another.
fn with_card(treatment: Treatment, written: &str, day: &str) -> Diary {
    let mut diary = answered(treatment, FIRST, "2026-08-30");
    let content = Sealed {
        item: StandardItem::Pain.into(),
        at_least: Points::new(10).unwrap(),
        ends_it: None,
        day: date(day),
        ldn_from: None,
        at: evening(date(written)),
    };
    let stamp = seal::of(&content);
    diary.rest.seal(&diary.treatment, content, stamp);
    diary
}

fn typed(start: &str) -> Typed {
    Typed {
        item: Some(0),
        wanted: Rating::new(0).ok(),
        ends_it: None,
        when: None,
        day: String::new(),
        start: start.into(),
    }
}

#[test]
fn the_card_of_a_trial_is_for_its_last_day() {
    for (today, until) in [
        ("2026-02-20", "2026-08-16"),
        ("2026-03-02", "2026-08-16"),
        ("2026-06-10", "2026-08-16"),
        ("2026-08-15", "2026-08-16"),
    ] {
        let diary = answered(treatment(), FIRST, today);
        let offered = Offered::of(&diary, date(today));
        assert_eq!(offered.trial, Some(date(until)), "{today}");
        // Neither a first day on LDN nor another day is asked for.
        let sealed = typed("").read(&offered, evening(date(today))).unwrap();
        assert_eq!((sealed.day, sealed.ldn_from), (date(until), None), "{today}");
        let plan = Study::of(&diary, date(today), LateDays::Included).trial_tells(&sealed.item, plan());
        assert_eq!(offered.items[0].plan, plan, "{today}: of the design of the trial");
        let mut diary = with_card(treatment(), today, until);
        let study = Study::of(&diary, date(today), LateDays::Included);
        let trial = diary.treatment.trial(&code()).unwrap();
        assert_eq!(study.card_of(&trial), diary.rest.cards().first(), "{today}");
        // It stays the card of the trial where that is stopped.
        diary.treatment = diary
            .treatment
            .stop_trial(&code(), date("2026-08-16"), evening(date("2026-08-16")))
            .unwrap();
        let study = Study::of(&diary, date("2026-08-20"), LateDays::Included);
        let said = study.card_said(&diary.rest.cards()[0], true);
        assert!(said.contains("on 15 August 2026"), "{today}: {said}");
    }
    // Over, or known: the time on LDN that comes after it.
    let over = answered(treatment(), FIRST, "2026-08-20");
    let known = answered(
        reveal(&treatment(), at("2026-05-01T20:00:00+02:00")),
        FIRST,
        "2026-05-10",
    );
    for (diary, today) in [(over, "2026-08-20"), (known, "2026-05-10")] {
        let offered = Offered::of(&diary, date(today));
        assert_eq!((offered.trial, offered.ldn), (None, None), "{today}");
    }
}

#[test]
fn a_card_of_a_trial_waits_for_the_reveal() {
    let sealed = with_card(treatment(), "2026-02-28", "2026-04-10");
    let open = with_card(
        reveal(&treatment(), at("2026-08-20T20:00:00+02:00")),
        "2026-02-28",
        "2026-04-10",
    );
    for today in date("2026-03-01").iter_days().take(180).step_by(10) {
        let waits = |diary| Study::of(diary, today, LateDays::Included).open_card().is_some();
        assert!(waits(&sealed), "{today}");
        assert!(!waits(&open), "{today}");
    }
    // Of a time on LDN: until its day.
    let alone = with_card(Treatment::default().opened_by(date(FIRST)), "2026-02-28", "2026-04-10");
    for (today, expected) in [("2026-04-09", true), ("2026-04-10", false)] {
        let study = Study::of(&alone, date(today), LateDays::Included);
        assert_eq!(study.open_card().is_some(), expected, "{today}");
    }
}

#[test]
fn the_report_says_of_the_card_of_a_trial_what_is_true_of_a_trial() {
    let stopped = treatment()
        .stop_trial(&code(), date("2026-07-06"), at("2026-07-06T20:00:00+02:00"))
        .unwrap();
    for (treatment, written, day, last) in [
        (treatment(), "2026-02-28", "2026-09-06", "16 August 2026"),
        (treatment(), "2026-02-28", "2026-04-10", "16 August 2026"),
        (treatment(), "2026-03-02", "2026-08-16", "16 August 2026"),
        (treatment(), "2026-05-04", "2026-08-16", "16 August 2026"),
        (stopped, "2026-02-28", "2026-08-16", "5 July 2026"),
    ] {
        let open = reveal(&treatment, at("2026-08-20T20:00:00+02:00"));
        for treatment in [treatment, open] {
            let diary = with_card(treatment, written, day);
            let text = report_of(&diary, "2026-08-30");
            let mut said = text.split("Card for question 1");
            said.next();
            assert!(said.clone().count() > 0, "{written}: {text}");
            for said in said {
                let expected = format!("final at the end of the trial of one, on {last}.");
                assert!(said.contains(&expected), "{written} {day}: {said}");
            }
            for false_here in [
                "days on one dose",
                "ended before the day",
                "No time on LDN",
                "Asked without a card",
            ] {
                assert!(!text.contains(false_here), "{written} {day}: {false_here}\n{text}");
            }
        }
    }
}

#[test]
fn a_question_of_a_trial_is_listed_once() {
    let open = reveal(&treatment(), at("2026-08-20T20:00:00+02:00"));
    let after = open.start_phase(PhaseKind::Ldn, date("2026-08-24"), None).unwrap();
    let before = {
        let ldn = Treatment::default().opened_by(date(FIRST));
        let ldn = ldn.start_phase(PhaseKind::Ldn, date("2026-02-16"), None).unwrap();
        let trial = treatment().trial(&code()).unwrap();
        reveal(&ldn.begin_trial(&trial).unwrap(), at("2026-08-20T20:00:00+02:00"))
    };
    for treatment in [open, after, before] {
        let diary = with_card(treatment, "2026-02-28", "2026-08-16");
        let choices = crate::support::choices(date("2026-08-30"));
        let report = ldn_diary::report::Report::of(&diary, &choices);
        let table = report.further.iter().find(|table| {
            table.columns.len() == 3
                && table
                    .rows
                    .iter()
                    .any(|row| row.iter().any(|cell| cell.contains("Card for question")))
        });
        let numbers: Vec<&String> = table
            .unwrap()
            .rows
            .iter()
            .filter(|row| row.len() == 3)
            .map(|row| &row[0])
            .collect();
        assert_eq!(numbers, ["1"], "{:?}", table.unwrap().rows);
    }
}

// A button that is offered does what it says, and one that would be refused is not offered.
#[test]
fn no_phase_that_a_trial_holds_can_be_moved_or_undone_by_itself() {
    let open = reveal(&treatment(), at("2026-08-20T20:00:00+02:00"));
    let after = open.start_phase(PhaseKind::Ldn, date("2026-08-17"), None).unwrap();
    let later = open.start_phase(PhaseKind::Ldn, date("2026-09-01"), None).unwrap();
    for (treatment, movable, removable) in [
        (treatment(), vec![0], vec![0]),
        (open, vec![0], vec![0]),
        (after, vec![0], vec![0, 7]),
        (later, vec![0, 8], vec![0, 8]),
    ] {
        for (index, phase) in treatment.phases().iter().enumerate() {
            assert_eq!(treatment.can_move(index), movable.contains(&index), "{phase:?}");
            let moved = treatment.move_boundary(index, phase.from.succ_opt().unwrap());
            assert_eq!(moved.is_ok(), treatment.can_move(index), "{phase:?}");
            assert_eq!(
                treatment.remove_phase(index).is_ok(),
                removable.contains(&index),
                "{phase:?}"
            );
            // No dose of a period is changed, and each other one can be.
            for step in treatment.steps_of(index) {
                assert_eq!(
                    treatment.change_dose(step.from, step.dose).is_ok(),
                    !phase.of_trial,
                    "{phase:?}"
                );
            }
        }
    }
}

#[test]
fn an_undo_names_what_it_took_back_of_a_trial() {
    let before = Treatment::default().opened_by(date(FIRST));
    let begun = treatment();
    let stopped = begun
        .stop_trial(&code(), date("2026-06-01"), at("2026-06-01T20:00:00+02:00"))
        .unwrap();
    let called_off = begun
        .stop_trial(&code(), date("2026-03-01"), at("2026-03-01T20:00:00+01:00"))
        .unwrap();
    let moved = begun.move_period(&code(), 2, date("2026-04-02"), false).unwrap();
    let over = |treatment| reveal(treatment, at("2026-08-20T20:00:00+02:00"));
    for (undone, restored, expected) in [
        (&begun, &before, Some("The trial is taken back.")),
        (&stopped, &begun, Some("The trial goes on again.")),
        (&called_off, &begun, Some("The trial goes on again.")),
        (&over(&begun), &begun, Some("The seal is on again.")),
        (&over(&stopped), &stopped, Some("The seal is on again.")),
        (&moved, &begun, None),
        (&before, &Treatment::default(), None),
    ] {
        let said = Undone::of(undone, restored).map(|change| change.said());
        assert_eq!(said.as_deref(), expected);
    }
}
