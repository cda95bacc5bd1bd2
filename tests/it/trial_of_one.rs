//! T, P7, P8: a trial of one, from the drawing to the reveal.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use ldn_diary::charts;
use ldn_diary::diary::{
    Answers, Arm, CheckIn, Day, DayEnd, Deviation, Diary, Form, Guess, LAST_DATE, Period, Phase, PhaseKind, Rating,
    Settings, StandardItem, StandardSideEffect, Sure, Treatment, TreatmentError, TrialCode, TrialOfOne, TrialPlan,
};
use ldn_diary::exchange::import::{self, How, Side};
use ldn_diary::exchange::sealed_order::{RANDOM_BYTES, RevealError, SealedOrder, commit, draw, fits, open};
use ldn_diary::exchange::{analysis, backup, csv, fhir};
use ldn_diary::pdf;
use ldn_diary::report;
use ldn_diary::results::{self, Wanted};
use ldn_diary::statistics::sign_flips;
use ldn_diary::store::{Key, piece};
use ldn_diary::trial::{LateDays, Study, analyse};
use ldn_diary::trial_of_one::{TrialError, TrialsOfOne, guess as note_guess};
use ldn_diary::words::{Said as _, names};
use proptest::prelude::*;

use crate::generated;
use crate::sealed_order::{mg, plan, sealed};
use crate::support::{at, choices, date, header, made_on};

fn began() -> DateTime<FixedOffset> {
    at("2026-03-01T20:00:00+01:00")
}

fn begun() -> TrialOfOne {
    TrialOfOne::new(sealed().commit_code(), plan(), (mg("4.5"), Form::Capsule), began())
}

/// A baseline of four weeks, and then the trial.
pub(crate) fn treatment() -> Treatment {
    let baseline = Treatment::default().opened_by(date("2026-02-02"));
    baseline.begin_trial(&begun()).unwrap()
}

pub(crate) fn code() -> TrialCode {
    sealed().commit_code()
}

/// A diary with another treatment.
pub(crate) fn with(diary: &Diary, treatment: Treatment) -> Diary {
    let mut changed = diary.clone();
    changed.treatment = treatment;
    changed
}

fn shape(treatment: &Treatment) -> Vec<(String, String)> {
    let phases = treatment.phases().iter();
    phases
        .map(|phase| {
            let kind = match phase.kind {
                PhaseKind::Blinded(Period { number, of }) => format!("{number} of {of}"),
                ref kind => kind.id().to_owned(),
            };
            (kind, phase.from.to_string())
        })
        .collect()
}

fn said(shape: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = shape.iter();
    pairs
        .map(|(kind, from)| ((*kind).to_owned(), (*from).to_owned()))
        .collect()
}

pub(crate) fn reveal(treatment: &Treatment, at: DateTime<FixedOffset>) -> Treatment {
    let typed = sealed().reveal_code();
    let revealed = open(
        &treatment.trial(&code()).unwrap(),
        typed.as_str(),
        at,
        DayEnd::default(),
    );
    treatment.reveal_trial(&code(), revealed.unwrap()).unwrap()
}

const LAID_OUT: [(&str, &str); 8] = [
    ("baseline", "2026-02-02"),
    ("1 of 6", "2026-03-02"),
    ("2 of 6", "2026-03-30"),
    ("3 of 6", "2026-04-27"),
    ("4 of 6", "2026-05-25"),
    ("5 of 6", "2026-06-22"),
    ("6 of 6", "2026-07-20"),
    ("washout", "2026-08-17"),
];

// T4: it is opened once.
#[test]
fn a_trial_that_is_open_is_not_opened_again() {
    let now = at("2026-08-20T20:00:00+02:00");
    let treatment = reveal(&treatment(), now);
    let trial = treatment.trial(&code()).unwrap();
    let again = open(&trial, sealed().reveal_code().as_str(), now, DayEnd::default());
    assert_eq!(again, Err(RevealError::Revealed));
    let revealed = trial.revealed.unwrap();
    assert_eq!(treatment.reveal_trial(&code(), revealed), Err(TrialError::Revealed));
}

// P7, T2
#[test]
fn a_trial_lays_out_its_periods_and_an_open_washout() {
    assert_eq!(shape(&treatment()), said(&LAID_OUT));
    let spans = treatment();
    assert_eq!(
        spans.planned_dose(date("2026-03-10")),
        None,
        "what is sealed has no dose"
    );
    assert!(spans.trial_on(date("2026-03-01")).is_none());
    assert!(spans.trial_on(date("2026-08-16")).is_some());
    assert!(spans.trial_on(date("2026-08-17")).is_none());
}

#[test]
fn a_baseline_that_opened_itself_on_its_first_day_gives_way() {
    for opened in ["2026-03-02", "2026-03-09"] {
        let begun = Treatment::default()
            .opened_by(date(opened))
            .begin_trial(&begun())
            .unwrap();
        assert_eq!(shape(&begun), said(&LAID_OUT[1..]));
    }
}

#[test]
fn phases_in_its_days_are_in_the_way() {
    let on_ldn = |from: &str| {
        let treatment = Treatment::default().opened_by(date("2026-01-05"));
        treatment.start_phase(PhaseKind::Ldn, date(from), None).unwrap()
    };
    assert_eq!(
        on_ldn("2026-05-01").begin_trial(&begun()),
        Err(TrialError::InTheWay(date("2026-05-01")))
    );
    assert_eq!(
        on_ldn("2026-03-02").begin_trial(&begun()),
        Err(TrialError::InTheWay(date("2026-03-02")))
    );
    let before = on_ldn("2026-02-01").begin_trial(&begun()).unwrap();
    assert_eq!(
        shape(&before)[1..3],
        said(&[("ldn", "2026-02-01"), ("1 of 6", "2026-03-02")])
    );
    let after = on_ldn("2026-08-17").begin_trial(&begun()).unwrap();
    assert_eq!(
        shape(&after).last().unwrap(),
        &("ldn".to_owned(), "2026-08-17".to_owned())
    );
    assert_eq!(treatment().begin_trial(&begun()), Err(TrialError::BegunBefore));
}

// The dose and the phases of a trial stay as they were sealed.
#[test]
fn a_change_within_a_trial_is_refused_with_the_reason() {
    let treatment = treatment();
    let day = date("2026-05-01");
    let refused = |day| TreatmentError::InTrial(day);
    assert_eq!(treatment.change_dose(day, mg("3")), Err(refused(day)));
    assert_eq!(treatment.add_dose_step(day, mg("3")), Err(refused(day)));
    for kind in [
        PhaseKind::Washout,
        PhaseKind::Ldn,
        PhaseKind::Placebo,
        PhaseKind::Baseline,
    ] {
        assert_eq!(treatment.start_phase(kind, day, None), Err(refused(day)));
    }
    for index in 1..=7 {
        let from = treatment.phases()[index].from;
        assert_eq!(treatment.remove_phase(index), Err(refused(from)), "{index}");
        let moved = treatment.move_boundary(index, from + Days::new(1));
        assert_eq!(moved, Err(refused(from)), "{index}");
    }
    let open = reveal(&treatment, at("2026-08-20T20:00:00+02:00"));
    assert_eq!(open.change_dose(day, mg("3")), Err(refused(day)), "unsealed, too");
    assert_eq!(
        open.remove_dose_step(date("2026-03-02")),
        Err(refused(date("2026-03-02")))
    );
    // What follows may begin at once, and later.
    let ldn = treatment.start_phase(PhaseKind::Ldn, date("2026-08-17"), None).unwrap();
    assert_eq!(shape(&ldn)[7], ("ldn".to_owned(), "2026-08-17".to_owned()));
    assert_eq!(ldn.remove_phase(7).unwrap(), treatment, "the washout is there again");
    let later = treatment.start_phase(PhaseKind::Ldn, date("2026-09-01"), None).unwrap();
    assert_eq!(shape(&later).len(), 9);
}

#[test]
fn a_trial_that_is_stopped_ends_in_an_open_washout() {
    let at = at("2026-05-05T20:00:00+02:00");
    let stopped = treatment().stop_trial(&code(), date("2026-05-05"), at).unwrap();
    let expected = [&LAID_OUT[..4], &[("washout", "2026-05-05")]].concat();
    assert_eq!(shape(&stopped), said(&expected));
    let trial = stopped.trial(&code()).unwrap();
    assert_eq!(trial.deviations(), [Deviation::Stopped(3, date("2026-05-05"))]);
    // On the first day of a period that period goes too.
    let stopped = treatment().stop_trial(&code(), date("2026-04-27"), at).unwrap();
    let expected = [&LAID_OUT[..3], &[("washout", "2026-04-27")]].concat();
    assert_eq!(shape(&stopped), said(&expected));
    // On its first day, or before, nothing is left of it.
    for day in ["2026-02-20", "2026-03-01", "2026-03-02"] {
        let called_off = treatment().stop_trial(&code(), date(day), at).unwrap();
        assert_eq!(called_off, Treatment::default().opened_by(date("2026-02-02")), "{day}");
    }
    for day in ["2026-08-17", "2026-09-01"] {
        let refused = treatment().stop_trial(&code(), date(day), at);
        assert_eq!(refused, Err(TrialError::NothingToStop(date(day))));
    }
    // What was to follow it follows.
    let ldn = treatment()
        .start_phase(PhaseKind::Ldn, date("2026-08-17"), None)
        .unwrap();
    let stopped = ldn.stop_trial(&code(), date("2026-05-05"), at).unwrap();
    assert_eq!(
        shape(&stopped).last().unwrap(),
        &("ldn".to_owned(), "2026-05-05".to_owned())
    );
    // Stopped, it can be opened, which is not early then.
    let open = reveal(&stopped, at);
    assert_eq!(open.trial(&code()).unwrap().unsealed_on(), None);
    assert_eq!(
        shape(&open)[1..4],
        said(&[
            ("ldn", "2026-03-02"),
            ("placebo", "2026-03-30"),
            ("placebo", "2026-04-27")
        ])
    );
}

#[test]
fn a_bottle_that_is_begun_late_is_named() {
    let late = treatment().move_period(&code(), 2, date("2026-04-02"), false).unwrap();
    assert_eq!(shape(&late)[2], ("2 of 6".to_owned(), "2026-04-02".to_owned()));
    assert_eq!(shape(&late)[3], ("3 of 6".to_owned(), "2026-04-27".to_owned()));
    let deviations = late.trial(&code()).unwrap().deviations();
    let moved = Deviation::Moved(2, date("2026-03-30"), date("2026-04-02"));
    assert_eq!(deviations, [Deviation::Length(1, 31), moved, Deviation::Length(2, 25)]);
    let all = treatment().move_period(&code(), 2, date("2026-04-02"), true).unwrap();
    assert_eq!(shape(&all)[3], ("3 of 6".to_owned(), "2026-04-30".to_owned()));
    assert_eq!(shape(&all)[7], ("washout".to_owned(), "2026-08-20".to_owned()));
    let end = treatment().move_period(&code(), 7, date("2026-08-10"), false).unwrap();
    assert_eq!(end.trial(&code()).unwrap().deviations(), [Deviation::Length(6, 21)]);
    let passes = |period, to: &str| treatment().move_period(&code(), period, date(to), false);
    assert_eq!(
        passes(2, "2026-03-02"),
        Err(TrialError::PassesNeighbour(date("2026-03-02")))
    );
    assert_eq!(
        passes(2, "2026-04-27"),
        Err(TrialError::PassesNeighbour(date("2026-04-27")))
    );
    assert_eq!(passes(8, "2026-04-27"), Err(TrialError::NoSuchPeriod(8)));
    assert_eq!(passes(0, "2026-04-27"), Err(TrialError::NoSuchPeriod(0)));
    assert!(passes(1, "2026-02-01").is_err(), "the baseline would be passed");
    let first = treatment().move_period(&code(), 1, date("2026-03-05"), false).unwrap();
    assert_eq!(
        shape(&first)[..2],
        said(&[("baseline", "2026-02-02"), ("1 of 6", "2026-03-05")])
    );
}

// T3
#[test]
fn a_guess_is_asked_when_a_period_ends_and_not_once_it_is_known() {
    let mut diary = with(&Diary::default(), treatment());
    let guess = |time: &str| Guess {
        arm: Some(Arm::Placebo),
        sure: Some(Sure::Little),
        at: at(time),
    };
    assert_eq!(
        note_guess(&mut diary, &code(), 1, guess("2026-03-28T20:00:00+01:00")),
        Err(TrialError::NotOver(1))
    );
    assert_eq!(
        note_guess(&mut diary, &code(), 7, guess("2026-03-28T20:00:00+01:00")),
        Err(TrialError::NoSuchPeriod(7))
    );
    assert_eq!(
        note_guess(&mut diary, &code(), 1, guess("2026-03-29T20:00:00+02:00")),
        Ok(())
    );
    // An undo of what came before it does not take it back.
    let stopped = diary
        .treatment
        .stop_trial(&code(), date("2026-04-10"), began())
        .unwrap();
    diary.change_treatment(stopped);
    assert_eq!(
        note_guess(&mut diary, &code(), 2, guess("2026-04-09T20:00:00+02:00")),
        Ok(())
    );
    diary.undo_treatment();
    assert_eq!(
        diary.treatment.trial(&code()).unwrap().guesses.len(),
        1,
        "period 2 goes on"
    );
    let open = reveal(&diary.treatment, at("2026-08-20T20:00:00+02:00"));
    diary.change_treatment(open);
    assert_eq!(
        note_guess(&mut diary, &code(), 3, guess("2026-08-20T21:00:00+02:00")),
        Err(TrialError::Revealed)
    );
}

// T4
#[test]
fn a_reveal_turns_periods_into_what_they_held() {
    let open = reveal(&treatment(), at("2026-08-17T22:00:00+02:00"));
    let expected = [
        ("baseline", "2026-02-02"),
        ("ldn", "2026-03-02"),
        ("placebo", "2026-03-30"),
        ("placebo", "2026-04-27"),
        ("ldn", "2026-05-25"),
        ("ldn", "2026-06-22"),
        ("placebo", "2026-07-20"),
        ("washout", "2026-08-17"),
    ];
    assert_eq!(shape(&open), said(&expected));
    let doses = |day: &str| open.planned_dose(date(day));
    assert_eq!((doses("2026-03-10"), doses("2026-04-10")), (Some(mg("4.5")), None));
    assert_eq!(doses("2026-07-19"), Some(mg("4.5")));
    assert!(
        open.trial(&code()).unwrap().deviations().is_empty(),
        "the day after it is not early"
    );
    // On its last evening a dose is still to be taken.
    let early = reveal(&treatment(), at("2026-08-16T22:00:00+02:00"));
    let early_on = Deviation::RevealedEarly(date("2026-08-16"));
    assert_eq!(early.trial(&code()).unwrap().deviations(), [early_on]);
    let mut diary = with(&Diary::default(), treatment());
    let before = diary.clone();
    diary.change_treatment(open);
    assert!(diary.undo_treatment());
    assert_eq!(diary, before);
}

// Two trials one after the other.
#[test]
fn a_second_trial_may_begin_where_the_first_one_ended() {
    let second = |first: &str| {
        let plan = TrialPlan::new(2, 21, date(first)).unwrap();
        let code = draw(&[7; RANDOM_BYTES], plan).commit_code();
        TrialOfOne::new(code, plan, (mg("3"), Form::Liquid), began())
    };
    let at_once = treatment().begin_trial(&second("2026-08-17")).unwrap();
    assert_eq!(shape(&at_once)[7], ("1 of 4".to_owned(), "2026-08-17".to_owned()));
    assert_eq!(shape(&at_once).len(), 12);
    let later = treatment().begin_trial(&second("2026-09-01")).unwrap();
    assert_eq!(
        shape(&later)[7..9],
        said(&[("washout", "2026-08-17"), ("1 of 4", "2026-09-01")])
    );
    let within = treatment().begin_trial(&second("2026-08-16"));
    let refused = TreatmentError::InTrial(date("2026-08-16"));
    assert_eq!(within, Err(TrialError::Treatment(refused)));
    let into = treatment().begin_trial(&second("2026-02-10"));
    assert_eq!(into, Err(TrialError::InTheWay(date("2026-03-02"))));
    // The first one is opened and the second stays sealed.
    let open = reveal(&at_once, at("2026-08-20T20:00:00+02:00"));
    assert_eq!(
        shape(&open)[6..8],
        said(&[("placebo", "2026-07-20"), ("1 of 4", "2026-08-17")])
    );
    // The second begins later after all: between them is the washout again.
    let code = second("2026-08-17").commit;
    let moved = at_once.move_period(&code, 1, date("2026-08-20"), false).unwrap();
    assert_eq!(
        shape(&moved)[7..9],
        said(&[("washout", "2026-08-17"), ("1 of 4", "2026-08-20")])
    );
    assert!(at_once.move_period(&code, 1, date("2026-08-10"), false).is_err());
}

pub(crate) fn answered(treatment: Treatment, from: &str, to: &str) -> Diary {
    let mut diary = Diary::restore(Settings::default(), treatment, []);
    for day in date(from).iter_days().take_while(|day| *day <= date(to)) {
        let mut answers = Answers::default();
        let pain = 40 + i64::from(day.to_string().bytes().map(u32::from).sum::<u32>() % 17);
        answers
            .items
            .insert(StandardItem::Pain.into(), Rating::new(pain).unwrap());
        if diary.asks_sealed_dose(day) {
            answers.sealed_dose = Some(true);
        }
        let evening = day.and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset();
        diary.put_day(Day::restore(day, evening, None, answers));
    }
    diary
}

// An import of a backup from before the trial into one within it.
#[test]
fn an_import_neither_loses_a_trial_nor_opens_it() {
    let here = answered(treatment(), "2026-02-02", "2026-05-10");
    let before = answered(Treatment::default(), "2026-02-02", "2026-02-28");
    let other = Treatment::default().opened_by(date("2026-01-10"));
    let other = other.start_phase(PhaseKind::Ldn, date("2026-02-10"), None).unwrap();
    let later = other.start_phase(PhaseKind::Washout, date("2026-04-01"), None).unwrap();
    let opened = with(&here, reveal(&here.treatment, at("2026-08-20T20:00:00+02:00")));
    for file in [before, answered(later, "2026-01-10", "2026-05-01"), opened] {
        for treatment in [Side::Here, Side::File] {
            let how = How::Merge {
                treatment,
                deleted: false,
            };
            let merged = import::apply(&here, &file, how);
            let trial = merged.treatment.trial(&code()).unwrap();
            assert_eq!(trial.revealed, None);
            let within = |phase: &&Phase| trial.contains(phase.from);
            let phases: Vec<&Phase> = merged.treatment.phases().iter().filter(within).collect();
            assert!(phases.iter().all(|phase| phase.kind.is_blinded()), "{phases:?}");
            assert_eq!(phases.len(), 6);
        }
    }
    // Of two trials at once the one that is here stands, and nothing of the other.
    let plan = TrialPlan::new(2, 40, date("2026-04-20")).unwrap();
    let other = draw(&[9; RANDOM_BYTES], plan).commit_code();
    let other = TrialOfOne::new(other, plan, (mg("3"), Form::Liquid), began());
    let file = Treatment::default()
        .opened_by(date("2026-02-02"))
        .begin_trial(&other)
        .unwrap();
    let moved = here
        .treatment
        .move_period(&code(), 2, date("2026-04-09"), true)
        .unwrap();
    for file in [file, moved] {
        let how = How::Merge {
            treatment: Side::File,
            deleted: false,
        };
        let merged = import::apply(&here, &answered(file, "2026-02-02", "2026-05-10"), how);
        assert_eq!(shape(&merged.treatment), said(&LAID_OUT));
        assert_eq!(merged.treatment.trials_of_one(), here.treatment.trials_of_one());
    }
    // Into an empty diary all of it comes.
    let restored = import::apply(&Diary::default(), &here, How::MERGE);
    assert_eq!(restored.treatment, here.treatment);
    // A later state of the same trial is no conflict, and its guesses come along.
    let guess = Guess {
        arm: None,
        sure: None,
        at: began(),
    };
    let guessed = with(
        &here,
        here.treatment.guess_period(&code(), 1, guess, LAST_DATE).unwrap(),
    );
    assert_eq!(import::apply(&here, &guessed, How::MERGE), guessed);
    assert_eq!(import::apply(&guessed, &here, How::MERGE), guessed);
}

// T2: nothing compares the periods before the reveal.
#[test]
fn no_answer_is_of_a_sealed_period() {
    let diary = answered(treatment(), "2026-02-02", "2026-08-30");
    let found = analyse(&diary, date("2026-08-30"), LateDays::Included);
    let blinded = |index: usize| diary.treatment.phases()[index].kind.is_blinded();
    assert!(found.comparisons.iter().all(|answer| !blinded(answer.phase)));
    assert!(found.against_taken.is_empty() && found.pooled.is_empty());
    for phase in &found.phases {
        assert!(!phase.kind.is_blinded() || phase.items.is_empty() && phase.side_effects.is_empty());
    }
    let study = Study::of(&diary, date("2026-08-30"), LateDays::Included);
    for index in 1..7 {
        assert!(!study.is_compared(index));
        assert_eq!(study.compare(index, &StandardItem::Pain.into()), None);
    }
    assert!(!analysis::write(&found).contains("pooled"));
}

pub(crate) fn report_of(diary: &Diary, as_of: &str) -> String {
    report::Report::of(diary, &choices(date(as_of))).texts().join("\n")
}

// T5
#[test]
fn the_report_has_what_cent_asks_for() {
    let sealed_diary = answered(treatment(), "2026-02-02", "2026-08-30");
    let sealed_text = report_of(&sealed_diary, "2026-05-01");
    for said in [
        "Period 3 of 6",
        "Trial of one: blinded, not yet revealed",
        "A trial of one goes on: period 3 of 6. It is blinded, and nothing of it is compared before it is revealed.",
        "3 pairs of periods of 28 days: LDN 4.5 mg (capsule) in one, placebo in the other",
        &format!(
            "Blinded, not yet revealed. Sealed by the commit code {}",
            code().as_str()
        ),
        "on 61 of 61 days",
    ] {
        assert!(sealed_text.contains(said), "{said}\n{sealed_text}");
    }
    let guess = |arm| Guess {
        arm,
        sure: Some(Sure::Fairly),
        at: began(),
    };
    let mut open = sealed_diary.treatment;
    for (period, arm) in [
        (1, Some(Arm::Ldn)),
        (2, Some(Arm::Ldn)),
        (4, None),
        (6, Some(Arm::Placebo)),
    ] {
        open = open.guess_period(&code(), period, guess(arm), LAST_DATE).unwrap();
    }
    open = open.move_period(&code(), 2, date("2026-04-02"), false).unwrap();
    let open = answered(
        reveal(&open, at("2026-08-20T20:00:00+02:00")),
        "2026-02-02",
        "2026-08-30",
    );
    let text = report_of(&open, "2026-08-30");
    for said in [
        "LDN then placebo; placebo then LDN; LDN then placebo. Revealed on 20 Aug 2026",
        "The two fit each other",
        "LDN: guessed right 1, wrong 0, don’t know 1 (Bang’s index 0.50)",
        "Placebo: guessed right 1, wrong 1, don’t know 0 (Bang’s index 0.00)",
        "period 2 began on 2 Apr 2026, planned for 30 Mar 2026",
        "The first 14 days of each period are left out",
        "None was written before it.",
        "Pair 3:",
        "likely range",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(!text.contains("not yet revealed"));
}

// A2, A3, F3: one answer, pooled over all periods, without the first 14 days of each.
#[test]
fn after_the_reveal_there_is_one_pooled_answer() {
    let open = reveal(&treatment(), at("2026-08-20T20:00:00+02:00"));
    let mut diary = answered(open, "2026-02-02", "2026-08-30");
    // Ten points less on LDN, but on the days that settle in.
    let days: Vec<Day> = diary.days().cloned().collect();
    for day in days {
        let (place, phase) = diary.treatment.phase_on(day.date()).unwrap();
        let (on_ldn, of_trial) = (phase.kind == PhaseKind::Ldn, diary.treatment.period_of(place).is_some());
        let settled = (day.date() - phase.from).num_days() >= 14;
        let mut answers = day.answers().clone();
        let pain = answers.items.get(&StandardItem::Pain.into()).unwrap().get();
        let pain = match (of_trial, settled) {
            (true, false) => 100,
            _ if on_ldn => pain - 10,
            _ => pain,
        };
        answers
            .items
            .insert(StandardItem::Pain.into(), Rating::new(i64::from(pain)).unwrap());
        answers
            .side_effects
            .insert(StandardSideEffect::Headache.into(), on_ldn && settled);
        diary.put_day(Day::restore(day.date(), day.recorded_at(), None, answers));
    }
    let found = analyse(&diary, date("2026-08-30"), LateDays::Included);
    let [answer] = &found.pooled[..] else {
        panic!("{:?}", found.pooled)
    };
    assert!(found.against_taken.is_empty());
    let of_trial = |phase: usize| diary.treatment.period_of(phase).is_some();
    assert!(found.comparisons.iter().all(|one| !of_trial(one.phase)));
    assert_eq!(answer.answer.contrast.status.id(), "ready");
    let windows = [answer.answer.contrast.reference, answer.answer.contrast.window].map(Option::unwrap);
    assert_eq!(windows.map(|window| (window.days, window.recorded)), [(42, 42); 2]);
    let difference = answer.answer.contrast.means.unwrap().difference;
    assert!((-13.0..-7.0).contains(&difference), "{difference}");
    assert_eq!(
        (answer.answer.is_final, answer.answer.final_day),
        (true, date("2026-08-16"))
    );
    assert_eq!(answer.pairs.len(), 3);
    let by_pair: Vec<f64> = answer.pairs.iter().map(|pair| pair.difference().unwrap()).collect();
    let mean = by_pair.iter().sum::<f64>() / 3.0;
    assert!((mean - difference).abs() < 1e-9, "equal counts");
    assert!(answer.randomisation.unwrap() >= 1.0 / 8.0);
    let [ldn, placebo] = &answer.arms;
    assert_eq!(
        (ldn.periods, ldn.days, ldn.doses.taken, ldn.doses.planned),
        (3, 84, 84, 84)
    );
    let headache = StandardSideEffect::Headache.into();
    assert_eq!(ldn.side_effects.get(&headache).unwrap().yes, 42);
    assert_eq!(placebo.side_effects.get(&headache).unwrap().yes, 0);
    // The model is that of the same days by hand.
    let study = Study::of(&diary, date("2026-08-30"), LateDays::Included);
    let other = study.pooled(0, &StandardItem::Fatigue.into()).unwrap();
    assert_eq!(
        (other.answer.main, other.answer.contrast.status.id()),
        (false, "no_reference")
    );
    // The document has one entry.
    let document: serde_json::Value = serde_json::from_str(&analysis::write(&found)).unwrap();
    let entries = document["answers"].as_array().unwrap();
    let pooled: Vec<_> = entries.iter().filter(|entry| entry["against"] == "pooled").collect();
    assert_eq!(pooled.len(), 1);
    assert_eq!(pooled[0]["status"], "ready");
    assert_eq!(pooled[0]["trial_of_one"]["arms"]["ldn"]["doses_taken"], 84);
    assert_eq!(pooled[0]["reference"]["days"], 42);
    // A trial that was opened early counts its blinded days alone.
    let early = reveal(&treatment(), at("2026-07-01T20:00:00+02:00"));
    let early = analyse(&with(&diary, early), date("2026-08-30"), LateDays::Included);
    let [answer] = &early.pooled[..] else {
        panic!("{:?}", early.pooled)
    };
    assert_eq!(answer.answer.final_day, date("2026-06-30"));
    assert_eq!(answer.answer.contrast.reference.unwrap().days, 28);
    assert_eq!(answer.answer.contrast.window.unwrap().days, 28);
}

// A file that was changed by hand does not pass for what was sealed.
#[test]
fn an_order_that_was_changed_in_a_file_does_not_fit_its_seal() {
    let open = answered(
        reveal(&treatment(), at("2026-08-20T20:00:00+02:00")),
        "2026-02-02",
        "2026-08-30",
    );
    let fits = |diary: &Diary| fits(&diary.treatment.trials_of_one()[0]);
    assert!(fits(&open));
    let mut changed = open.clone();
    changed.treatment.trials = open
        .treatment
        .trials
        .as_ref()
        .map(|list| list.replace("LP PL LP", "LP PL PL"));
    assert!(!fits(&changed));
    assert!(report_of(&changed, "2026-08-30").contains("They do not fit each other"));
    // A file with it is read, and its trial is sealed: order, code, and phases.
    let text = backup::write(&open, &header());
    let foreign = draw(&[9; RANDOM_BYTES], plan()).reveal_code();
    for changed in [
        text.replace("LP PL LP", "LP PL PL"),
        text.replace(sealed().reveal_code().as_str(), foreign.as_str()),
    ] {
        assert_ne!(changed, text);
        let read = backup::open(&changed, LAST_DATE).unwrap();
        assert_eq!(read.problems.len(), 1, "{}", read.problems.said());
        assert_eq!(shape(&read.diary.treatment), said(&LAID_OUT));
        assert_eq!(read.diary.treatment.trials_of_one()[0].revealed, None);
    }
    // Sealed, and phases that tell an order all the same.
    let told =
        backup::write(&with(&open, treatment()), &header()).replacen("\"kind\": \"blinded\"", "\"kind\": \"ldn\"", 1);
    let read = backup::read(&told, LAST_DATE).unwrap();
    assert_eq!(shape(&read.treatment), said(&LAID_OUT));
}

// What is not all of a trial is none, and named.
#[test]
fn a_trial_that_a_file_has_in_part_is_left_out_with_the_phases() {
    let text = backup::write(&answered(treatment(), "2026-02-02", "2026-02-10"), &header());
    assert!(backup::read(&text, LAST_DATE).is_ok());
    for (there, wrong) in [
        ("\"pairs\":3", "\"pairs\":5"),
        ("\"pairs\":3", "\"pairs\":2"),
        ("\"period_days\":28", "\"period_days\":7"),
        ("\"ends\":\"2026-08-17\"", "\"ends\":\"2026-03-17\""),
        ("\"micrograms\":4500", "\"micrograms\":-1"),
        ("\"form\":\"capsule\",\"prescriber", "\"form\":\"brick\",\"prescriber"),
        ("\"commit\":\"2", "\"commit\":\"?"),
    ] {
        assert!(text.contains(there), "{there} in {text}");
        let read = backup::open(&text.replace(there, wrong), LAST_DATE).unwrap();
        assert!(!read.problems.is_empty(), "{wrong}");
        assert!(read.diary.treatment.trials_of_one().is_empty());
        assert_eq!(read.diary.days().len(), 9, "days are read one by one");
    }
}

// D2, T2: tolerability and side effects are asked in a sealed period, and whether it was taken.
#[test]
fn a_sealed_day_asks_how_it_was_tolerated_and_whether_it_was_taken() {
    let diary = with(&Diary::default(), treatment());
    let asked = |day: &str| CheckIn::of(&diary, date(day));
    let tolerability = StandardItem::Tolerability.into();
    let before = asked("2026-03-01");
    assert!(!before.asks_sealed_dose && !before.items.contains(&tolerability));
    let within = asked("2026-03-02");
    assert!(within.asks_sealed_dose && within.asks_dose && within.items.contains(&tolerability));
    assert_eq!((within.planned_dose, within.side_effects.len()), (None, 2));
    assert!(
        !diary.asks_whether_begun(date("2026-03-02")),
        "that it was begun is known"
    );
    let mut answers = Answers::default();
    assert_eq!(within.progress(&answers).0, 0);
    answers.sealed_dose = Some(false);
    assert_eq!(within.progress(&answers).0, 1, "not taken is an answer");
    // A day of a trial is asked as it was then, also once it is opened.
    let open = with(&diary, reveal(&treatment(), at("2026-07-01T20:00:00+02:00")));
    assert!(open.asks_sealed_dose(date("2026-06-30")) && open.asks_sealed_dose(date("2026-07-01")));
    assert!(!open.asks_sealed_dose(date("2026-08-17")));
}

// A missed period, and one that is too short to count.
#[test]
fn a_pair_with_an_empty_side_has_no_difference() {
    let short = treatment().move_period(&code(), 6, date("2026-08-10"), false).unwrap();
    let open = reveal(&short, at("2026-08-20T20:00:00+02:00"));
    let mut diary = answered(open, "2026-02-02", "2026-08-30");
    for day in date("2026-05-05").iter_days().take(20) {
        diary.remove_day(day);
    }
    let found = analyse(&diary, date("2026-08-30"), LateDays::Included);
    let pairs = &found.pooled[0].pairs;
    let whole: Vec<bool> = pairs.iter().map(|pair| pair.difference().is_some()).collect();
    assert_eq!(whole, [true, false, false], "period 3 was missed, period 6 has a week");
    assert_eq!(pairs[2].placebo, None);
    assert_eq!(
        found.pooled[0].randomisation,
        Some(sign_flips(&[-pairs[0].difference().unwrap()]).unwrap())
    );
    assert!(report_of(&diary, "2026-08-30").contains("Pair 3: "));
}

// T2: pictures and lists have no other names for the periods than their numbers.
#[test]
fn charts_name_sealed_periods_by_their_number() {
    let diary = answered(treatment(), "2026-02-02", "2026-08-30");
    let names: Vec<String> = diary
        .treatment
        .phases()
        .iter()
        .map(|phase| names::phase(&phase.kind).into_owned())
        .collect();
    assert_eq!(names[1..3], ["Period 1 of 6", "Period 2 of 6"]);
    let study = Study::of(&diary, date("2026-08-30"), LateDays::Included);
    let windows = study.windows(&StandardItem::Pain.into());
    assert_eq!(windows.len(), 0, "nothing is compared before the reveal");
}

// FHIR: periods are stated after the reveal, and none before.
#[test]
fn a_clinic_gets_statements_once_it_is_known_what_was_taken() {
    let statements = |diary: &Diary| {
        let bundle: serde_json::Value =
            serde_json::from_str(&fhir::write(diary, &made_on(date("2026-08-30")))).unwrap();
        let entries = bundle["entry"].as_array().unwrap().clone();
        let resources = entries.into_iter().map(|entry| entry["resource"].clone());
        let all = resources.filter(|one| one["resourceType"] == "MedicationStatement");
        all.collect::<Vec<_>>()
    };
    let sealed_diary = answered(treatment(), "2026-02-02", "2026-08-30");
    assert!(statements(&sealed_diary).is_empty());
    let open = with(
        &sealed_diary,
        reveal(&sealed_diary.treatment, at("2026-08-20T20:00:00+02:00")),
    );
    let found = statements(&open);
    assert_eq!(found.len(), 6);
    assert!(found.iter().all(|one| one["status"] == "completed"));
    let text = fhir::write(&sealed_diary, &made_on(date("2026-08-30")));
    assert!(text.contains("Naltrexone or placebo, sealed"));
}

/// What stands in a diary of a trial, in whatever form it leaves the memory of the program.
pub(crate) fn all_forms(diary: &Diary, as_of: NaiveDate) -> Vec<(&'static str, String)> {
    let found = analyse(diary, as_of, LateDays::Included);
    let report = report::Report::of(diary, &choices(as_of));
    let keys = [Key::Settings, Key::Treatment, Key::Rest];
    let records = keys.into_iter().chain(diary.days().map(|day| Key::Day(day.date())));
    let shown = results::results(diary, as_of, Wanted::of("", "", LateDays::Included));
    let of_trial = results::of_trial(
        diary,
        as_of,
        Wanted::of("", &format!("trial-{}", diary.first_day().unwrap()), LateDays::Included),
    );
    let all = results::all_results(diary, as_of, LateDays::Included);
    let study = Study::of(diary, as_of, LateDays::Included);
    let items = [StandardItem::Pain.into()];
    let drawn = charts::timeline(
        diary,
        &study,
        &items,
        charts::Span::All,
        None,
        &charts::Palette::LIGHT,
        charts::Room::default(),
    );
    let fonts = pdf::Fonts::read(include_bytes!("../../public/report-fonts.bin")).unwrap();
    let file = pdf::write(&report, &fonts);
    let taken = import::take(&Diary::default(), diary, How::MERGE);
    let records: Vec<String> = records.map(|key| piece::Body::of(diary, key).unwrap().text()).collect();
    vec![
        ("backup", backup::write(diary, &header())),
        ("records", records.join("\n")),
        ("memory", format!("{diary:?}")),
        ("fhir", fhir::write(diary, &made_on(as_of))),
        ("table", csv::write(diary).text),
        ("long table", csv::write_long(diary).text),
        ("analysis", analysis::write(&found)),
        ("report", report.texts().join("\n")),
        ("report file", report.html()),
        ("pdf", String::from_utf8_lossy(&file).into_owned()),
        ("results", format!("{shown:?} {of_trial:?} {all:?}")),
        ("chart", format!("{} {:?}", drawn.figure.option, drawn.figure.table)),
        ("import", format!("{:?}", taken.plan)),
    ]
}

/// All texts that would tell the order: itself, each secret of it, and what is made of them.
pub(crate) fn secrets(sealed: &SealedOrder) -> Vec<String> {
    let text = sealed.text();
    let lines = text
        .lines()
        .filter_map(|line| line.split_once('='))
        .filter(|(name, _)| ["order", "salt"].contains(name));
    let lines = lines.map(|(_, secret)| secret.to_owned());
    // Half of the salt, wherever it is cut.
    let hex = text.split("salt=").nth(1).unwrap().trim();
    let salt = [&hex[..17], &hex[17..]].map(str::to_owned);
    let code = sealed.reveal_code();
    let groups = code.as_str().split('-').map(str::to_owned).take(7);
    lines
        .chain(salt)
        .chain([code.as_str().to_owned(), sealed.hash().hex()])
        .chain(groups.filter(|group| group.len() == 5))
        .collect()
}

/// A change of a treatment.
type Step<'a> = Box<dyn Fn(&Treatment) -> Result<Treatment, TrialError> + 'a>;

fn days_of(plan: TrialPlan) -> (String, String) {
    let last = plan.ends().min(plan.first_day() + Days::new(120));
    (plan.first_day().to_string(), last.to_string())
}

proptest! {
    #![proptest_config(crate::cases(24))]

    // T1, T2: the order is in nothing that the patient's device holds or gives away, before the reveal.
    #[test]
    fn before_the_reveal_the_order_is_nowhere(lived in generated::trial()) {
        let mut lived = lived;
        lived.opened = false;
        let Some(treatment) = lived.in_treatment(&Treatment::default()) else {
            return Ok(());
        };
        let (from, to) = days_of(lived.plan);
        let mut other = lived.clone();
        other.random[0] = !other.random[0];
        let diary = answered(treatment, &from, &to);
        // Another order of the same trial, with the code that it would have, gives the same but for that code.
        let code = lived.sealed().commit_code();
        let other_code = other.sealed().commit_code();
        let twin = answered(other.in_treatment(&Treatment::default()).unwrap(), &from, &to);
        for ((form, text), (_, twin)) in all_forms(&diary, date(&to)).into_iter().zip(all_forms(&twin, date(&to))) {
            for secret in secrets(&lived.sealed()) {
                prop_assert!(!text.contains(&secret), "{form} holds {secret}");
            }
            if !["fhir", "report", "report file", "pdf"].contains(&form) {
                prop_assert_eq!(text.replace(code.as_str(), "code"), twin.replace(other_code.as_str(), "code"), "{}", form);
            }
        }
    }

    // The commit code says the plan, and the reveal code fits it and no other.
    #[test]
    fn a_reveal_code_opens_its_own_trial_alone(lived in generated::trial(), other in generated::trial(), late: bool) {
        let sealed = lived.sealed();
        let code = sealed.commit_code();
        let read = commit(code.as_str()).unwrap();
        prop_assert_eq!((read.plan, &read.code), (lived.plan, &code));
        let trial = TrialOfOne::new(code, lived.plan, (mg("4.5"), Form::Capsule), began());
        let evening = if late { lived.plan.ends() } else { lived.plan.first_day() };
        let now = evening.and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset();
        let opened = open(&trial, sealed.reveal_code().as_str(), now, DayEnd::default()).unwrap();
        prop_assert_eq!(&opened.order, sealed.order());
        prop_assert_eq!(opened.early, (!late).then_some(evening));
        if other.random != lived.random {
            let wrong = open(&trial, other.sealed().reveal_code().as_str(), now, DayEnd::default());
            prop_assert_eq!(wrong, Err(RevealError::OtherTrial));
        }
    }

    // Undo is exact, and phases neither overlap nor leave a hole.
    #[test]
    fn each_step_of_a_trial_can_be_undone(lived in generated::trial(), at_day in 1..400_i64, other in generated::trial()) {
        let mut diary = Diary::default();
        let trial = TrialOfOne::new(lived.sealed().commit_code(), lived.plan, (mg("4.5"), Form::Capsule), began());
        let commit = &trial.commit;
        let day = lived.plan.first_day() + TimeDelta::days(at_day);
        let revealed = open(&trial, lived.sealed().reveal_code().as_str(), began(), DayEnd::default()).unwrap();
        let second = TrialOfOne::new(other.sealed().commit_code(), other.plan, (mg("3"), Form::Liquid), began());
        let steps: Vec<Step<'_>> = vec![
            Box::new(|now| now.begin_trial(&trial)),
            Box::new(|now| now.begin_trial(&second)),
            Box::new(|now| now.move_period(commit, 2, lived.plan.first_of(2) + TimeDelta::days(at_day % 15), at_day % 2 == 0)),
            Box::new(|now| now.stop_trial(commit, day, began())),
            Box::new(|now| now.reveal_trial(commit, revealed.clone())),
            Box::new(|now| Ok(now.start_phase(PhaseKind::Ldn, day + Days::new(900), None)?)),
        ];
        let mut states = vec![diary.clone()];
        for step in &steps {
            if let Ok(after) = step(&diary.treatment) {
                diary.change_treatment(after);
                states.push(diary.clone());
                let phases = diary.treatment.phases();
                prop_assert!(phases.windows(2).all(|two| two[0].from < two[1].from));
                for trial in diary.treatment.trials_of_one() {
                    prop_assert!(trial.is_whole());
                    let begins = |from: NaiveDate| phases.iter().any(|phase| phase.from == from);
                    prop_assert!(trial.periods.iter().all(|from| begins(*from)) && begins(trial.ends));
                    let within = phases.iter().filter(|phase| trial.contains(phase.from));
                    prop_assert_eq!(within.count(), trial.periods.len());
                }
            }
        }
        while let Some(state) = states.pop() {
            prop_assert_eq!(&diary, &state);
            diary.undo_treatment();
        }
    }
}
