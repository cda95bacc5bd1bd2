//! The treatment of a whole diary: what was assumed gives way to what is said, plans stay in their phases, and every change
//! is undone exactly, whatever lies between (P1, P6).

use chrono::{Days, NaiveDate};
use ldn_diary::diary::{
    Answers, Day, DayEnd, Diary, Dose, DoseStep, Form, Phase, PhaseKind, StartLdn, Treatment, TreatmentError,
};
use ldn_diary::exchange::backup::{self, TreatmentRecord};
use ldn_diary::exchange::fhir;
use ldn_diary::trial::{LateDays, analyse};
use ldn_diary::words::dates;
use proptest::prelude::*;

use crate::cases;
use crate::support::{at, date};

/// The days of the generated diaries.
const FIRST: &str = "2026-01-01";

fn on(day: u64) -> NaiveDate {
    date(FIRST) + Days::new(day)
}

fn dose(micrograms: u64) -> Dose {
    Dose::from_micrograms(micrograms).unwrap()
}

fn day(on: NaiveDate) -> Day {
    let answers = Answers {
        rescue_medicine: Some(false),
        ..Answers::default()
    };
    Day::record(on, answers, at(&format!("{on}T21:00:00+01:00")), DayEnd::default()).unwrap()
}

/// Something that the patient says, or does.
#[derive(Debug, Clone, PartialEq)]
enum Statement {
    Entry(u64),
    Ldn(u64, Vec<u64>),
    Begins(PhaseKind, u64),
    NotYet,
}

impl Statement {
    fn day(&self) -> Option<u64> {
        match self {
            Statement::Ldn(from, _) | Statement::Begins(_, from) => Some(*from),
            Statement::Entry(_) | Statement::NotYet => None,
        }
    }

    fn said(&self, diary: &mut Diary) -> Result<(), TreatmentError> {
        let treatment = &diary.treatment;
        let changed = match self {
            Statement::Entry(entry) => {
                diary.put_day(day(on(*entry)));
                return Ok(());
            }
            Statement::NotYet => treatment.not_yet(),
            Statement::Begins(kind, from) => treatment.start_phase(kind.clone(), on(*from), None)?,
            Statement::Ldn(from, gaps) => {
                // Doses of a phase have micrograms of their own: its day in thousands, and the number of the step.
                let mut later_steps = Vec::new();
                let mut at = *from;
                for (number, gap) in (1..).zip(gaps) {
                    at += gap;
                    later_steps.push((on(at), dose(1_000 * (from + 1) + number)));
                }
                let start = StartLdn {
                    first_day: on(*from),
                    dose: dose(1_000 * (from + 1)),
                    form: Form::Capsule,
                    later_steps,
                };
                start.apply(treatment)?
            }
        };
        diary.change_treatment(changed);
        Ok(())
    }
}

fn statement() -> impl Strategy<Value = Statement> {
    let day = 0_u64..150;
    let kinds = vec![PhaseKind::Baseline, PhaseKind::Placebo, PhaseKind::Washout];
    prop_oneof![
        3 => day.clone().prop_map(Statement::Entry),
        2 => (day.clone(), prop::collection::vec(1_u64..40, 0..5)).prop_map(|(from, gaps)| Statement::Ldn(from, gaps)),
        2 => (prop::sample::select(kinds), day).prop_map(|(kind, from)| Statement::Begins(kind, from)),
        1 => Just(Statement::NotYet),
    ]
}

/// Statements that can all be true: no two phases begin on one day.
fn statements() -> impl Strategy<Value = Vec<Statement>> {
    prop::collection::vec(statement(), 1..9).prop_map(|mut all| {
        let mut begun = Vec::new();
        all.retain(|statement| {
            let day = statement.day();
            let is_new = day.is_none() || !begun.contains(&day);
            begun.push(day);
            is_new
        });
        all
    })
}

fn told<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Diary {
    let mut diary = Diary::default();
    for statement in statements {
        statement.said(&mut diary).unwrap();
    }
    diary
}

/// Something that is done to a diary, some of it refused.
#[derive(Debug, Clone)]
enum Operation {
    Say(Statement),
    Delete(u64),
    Remove(usize),
    Move(usize, u64),
    Dose(u64, u64),
    RemoveDose(usize),
    EditDose(usize, u64, u64),
    SingleDose(u64),
    Reload,
}

fn operation() -> impl Strategy<Value = Operation> {
    let day = 0_u64..150;
    prop_oneof![
        6 => statement().prop_map(Operation::Say),
        1 => day.clone().prop_map(Operation::Delete),
        2 => (0_usize..5).prop_map(Operation::Remove),
        2 => (0_usize..5, day.clone()).prop_map(|(index, to)| Operation::Move(index, to)),
        2 => (day.clone(), 1_u64..9_000).prop_map(|(from, dose)| Operation::Dose(from, dose)),
        1 => (0_usize..5).prop_map(Operation::RemoveDose),
        1 => (0_usize..5, day.clone(), 1_u64..9_000).prop_map(|(at, to, dose)| Operation::EditDose(at, to, dose)),
        1 => day.prop_map(Operation::SingleDose),
        2 => Just(Operation::Reload),
    ]
}

/// The treatment out of its record, as after a reload.
fn reload(diary: &mut Diary) {
    let record = TreatmentRecord {
        treatment: diary.treatment.clone(),
        earlier: diary.earlier.clone(),
        ..TreatmentRecord::default()
    };
    let read = backup::treatment_from_text(&backup::treatment_text(&record)).unwrap();
    assert_eq!(read, record);
    (diary.treatment, diary.earlier) = (read.treatment, read.earlier);
}

fn step(diary: &Diary, index: usize) -> Option<DoseStep> {
    diary.treatment.dose_steps().get(index).cloned()
}

/// Does it; whether the treatment was changed by it in a way that can be undone.
fn done(diary: &mut Diary, operation: &Operation) -> bool {
    let treatment = diary.treatment.clone();
    let changed = match operation {
        Operation::Say(statement) => {
            let is_entry = matches!(statement, Statement::Entry(_));
            return statement.said(diary).is_ok() && !is_entry;
        }
        Operation::Delete(day) => {
            diary.remove_day(on(*day));
            return false;
        }
        Operation::Reload => {
            reload(diary);
            return false;
        }
        Operation::Remove(index) => treatment.remove_phase(*index),
        Operation::Move(index, to) => treatment.move_boundary(*index, on(*to)).map(|moved| moved.result),
        Operation::Dose(from, micrograms) => treatment.change_dose(on(*from), dose(*micrograms)),
        Operation::RemoveDose(index) => match step(diary, *index) {
            Some(step) => treatment.remove_dose_step(step.from),
            None => return false,
        },
        Operation::EditDose(index, to, micrograms) => match step(diary, *index) {
            Some(step) => treatment.edit_dose_step(step.from, on(*to), dose(*micrograms)),
            None => return false,
        },
        Operation::SingleDose(day) => Ok(treatment.with_single_dose(on(*day))),
    };
    match changed {
        Ok(changed) => {
            diary.change_treatment(changed);
            true
        }
        Err(_) => false,
    }
}

proptest! {
    #![proptest_config(cases(256))]

    // P1: the order of two true statements does not matter, nor that of ten.
    #[test]
    fn statements_in_any_order_give_one_diary(
        (inorder, shuffled) in statements().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        prop_assert_eq!(told(&inorder).treatment, told(&shuffled).treatment);
    }

    // P1: no day that lies in a phase that was said is a day of a baseline that was assumed, and the baseline that was begins
    // with the first entry.
    #[test]
    fn what_was_assumed_gives_way(all in statements()) {
        let diary = told(&all);
        if let Some(baseline) = diary.treatment.opened_itself() {
            prop_assert_eq!(Some(baseline.from), diary.first_day());
            let said = all.iter().filter_map(Statement::day).min();
            prop_assert!(said.is_none_or(|first| baseline.from < on(first)));
        }
    }

    // P6: what is planned for a day was planned in its phase.
    #[test]
    fn a_plan_does_not_outlive_its_phase(all in statements()) {
        let treatment = told(&all).treatment;
        for day in on(0).iter_days().take(400) {
            let Some(planned) = treatment.planned_dose(day) else { continue };
            let (_, phase) = treatment.phase_on(day).unwrap();
            let begun = u64::try_from((phase.from - on(0)).num_days()).unwrap();
            prop_assert_eq!((&phase.kind, planned.micrograms() / 1_000), (&PhaseKind::Ldn, begun + 1), "{}", day);
        }
    }

    // P6: undo restores what was stored before, exactly, with a reload between any two operations.
    #[test]
    fn every_change_is_undone_exactly(operations in prop::collection::vec(operation(), 1..20), reloads: bool) {
        let mut diary = Diary::default();
        let mut states = Vec::new();
        for operation in &operations {
            let before = diary.treatment.clone();
            let first = diary.first_day();
            if done(&mut diary, operation) {
                states.push(before);
            }
            // A day that is deleted opens no baseline any more, whichever state comes back.
            if let Operation::Delete(day) = operation
                && first.is_some()
            {
                let gone = |state: &mut Treatment| *state = state.without_entry(on(*day), diary.first_day());
                states.iter_mut().for_each(gone);
            }
            if reloads {
                reload(&mut diary);
            }
        }
        for before in states.into_iter().rev().take(Diary::MOST_EARLIER) {
            prop_assert!(diary.undo_treatment());
            if reloads {
                reload(&mut diary);
            }
            // Entries that were made since open the baseline as they do.
            let expected = diary.first_day().map_or(before.clone(), |first| before.opened_by(first));
            if let Some(baseline) = diary.treatment.opened_itself() {
                prop_assert_eq!(Some(baseline.from), diary.first_day());
            }
            prop_assert_eq!(&diary.treatment, &expected);
        }
    }

    // P1: a baseline that opened itself follows the entries that opened it.
    #[test]
    fn deleting_what_opened_a_baseline_moves_it(entries in prop::collection::vec(0_u64..60, 1..6), gone in 0_usize..6) {
        let mut diary = Diary::default();
        for entry in &entries {
            diary.put_day(day(on(*entry)));
        }
        let before = diary.clone();
        let gone = on(entries[gone % entries.len()]);
        let removed = diary.remove_day(gone).unwrap();
        prop_assert_eq!(diary.treatment.phases().first().map(|phase| phase.from), diary.first_day());
        diary.put_day(removed);
        prop_assert_eq!(diary, before);
    }
}

// Fault 6: a clock that stood in 2000 opened a baseline of 9,566 days.
#[test]
fn a_dead_clocks_day_takes_its_baseline_along() {
    let mut diary = Diary::default().with_day(day(date("2000-01-01")));
    diary.put_day(day(date("2026-03-10")));
    assert_eq!(diary.treatment.phases()[0].from, date("2000-01-01"));
    diary.remove_day(date("2000-01-01"));
    assert_eq!(diary.treatment.phases()[0].from, date("2026-03-10"));
    diary.remove_day(date("2026-03-10"));
    assert_eq!(diary.treatment, Treatment::default());
}

// Fault 38: five planned steps, stopped on day 20, taken again at 3.5 mg.
#[test]
fn a_dose_is_offered_only_where_it_was_planned() {
    let begun = |treatment: &Treatment, first_day: &str, first: &str, steps: &[(&str, &str)]| {
        let mg = |text: &str| Dose::from_milligrams(text).unwrap();
        let start = StartLdn {
            first_day: date(first_day),
            dose: mg(first),
            form: Form::Capsule,
            later_steps: steps.iter().map(|(from, dose)| (date(from), mg(dose))).collect(),
        };
        start.apply(treatment).unwrap()
    };
    let steps = [
        ("2026-03-15", "3"),
        ("2026-03-29", "4.5"),
        ("2026-04-12", "6"),
        ("2026-06-01", "9"),
    ];
    let first = begun(&Treatment::default(), "2026-03-01", "1.5", &steps);
    let stopped = first.start_phase(PhaseKind::Washout, date("2026-03-20"), None).unwrap();
    let again = begun(&stopped, "2026-05-01", "3.5", &[]);
    let planned = |treatment: &Treatment, on: &str| treatment.planned_dose(date(on)).map(|dose| dose.to_string());
    for (day, expected) in [
        ("2026-03-19", Some("3 mg")),
        ("2026-03-20", None),
        ("2026-04-15", None),
        ("2026-05-01", Some("3.5 mg")),
        ("2026-06-15", Some("3.5 mg")),
    ] {
        assert_eq!(planned(&again, day).as_deref(), expected, "{day}");
    }
    assert_eq!(again.dose_steps().len(), 3, "and what is drawn and counted are these");
    // Both phases undone, the plan goes on as it was.
    assert_eq!(again.remove_phase(2).unwrap().remove_phase(1).unwrap(), first);
    assert_eq!(planned(&first, "2026-06-15").as_deref(), Some("9 mg"));
    // The same out of a file of an earlier version, which listed all steps as one.
    let phases = |treatment: &Treatment| -> Vec<Phase> {
        let bare = treatment.phases().iter().cloned();
        bare.map(|phase| Phase {
            unreached: Vec::new(),
            ..phase
        })
        .collect()
    };
    let read = Treatment::new(phases(&stopped), first.dose_steps().to_vec()).unwrap();
    assert_eq!(read, stopped);
}

// Fault 2, in both orders.
#[test]
fn who_takes_ldn_already_has_no_baseline() {
    let mut diary = Diary::default();
    for day_of_march in 1..=28 {
        diary.put_day(day(date(&format!("2026-03-{day_of_march:02}"))));
    }
    assert_eq!(
        diary.treatment.opened_itself().map(|phase| phase.from),
        Some(date("2026-03-01"))
    );
    for (from, phases) in [("2025-12-01", 1), ("2026-03-01", 1), ("2026-03-02", 2)] {
        let mut diary = diary.clone();
        diary.change_treatment(diary.treatment.start_phase(PhaseKind::Ldn, date(from), None).unwrap());
        assert_eq!(diary.treatment.phases().len(), phases, "{from}");
        assert_eq!(
            diary.treatment.phases().last().map(|phase| phase.from),
            Some(date(from))
        );
        assert!(diary.undo_treatment());
        assert_eq!(diary.treatment.phases().len(), 1);
    }
    // The first day of LDN, moved before the baseline that opened itself, takes its days.
    diary.change_treatment(
        diary
            .treatment
            .start_phase(PhaseKind::Ldn, date("2026-03-15"), None)
            .unwrap(),
    );
    let moved = diary.treatment.move_boundary(1, date("2026-01-01")).unwrap();
    assert_eq!(moved.result.phases().len(), 1);
    // A baseline that was named stays.
    let named = Treatment::default()
        .start_phase(PhaseKind::Baseline, date("2026-03-01"), None)
        .unwrap();
    let both = named.start_phase(PhaseKind::Ldn, date("2025-12-01"), None).unwrap();
    assert_eq!(both.phases().len(), 2);
}

// Fault 1: a first day that was moved stays where it was put.
#[test]
fn a_moved_baseline_does_not_come_back() {
    let mut diary = Diary::default()
        .with_day(day(date("2026-03-01")))
        .with_day(day(date("2026-03-02")));
    diary.change_treatment(diary.treatment.move_boundary(0, date("2026-03-02")).unwrap().result);
    reload(&mut diary);
    diary.put_day(day(date("2026-03-01")));
    diary.put_day(day(date("2026-03-03")));
    assert_eq!(diary.treatment.phases()[0].from, date("2026-03-02"));
    assert!(diary.undo_treatment());
    assert_eq!(diary.treatment.phases()[0].from, date("2026-03-01"));
}

// P1: where only a month is known, no day is told: not on the page, not on paper, not to a clinic.
#[test]
fn a_month_is_told_as_a_month() {
    let mut diary = crate::phased::steady(
        &[(PhaseKind::Ldn, crate::phased::BEFORE)],
        &[(crate::phased::BEFORE, 4500)],
        20,
    );
    let ldn = Phase {
        by_month: true,
        ..diary.treatment.phases()[0].clone()
    };
    diary.treatment = Treatment::new(vec![ldn], diary.treatment.dose_steps().to_vec()).unwrap();
    let said = crate::phased::said(&diary);
    assert!(said.contains("LDN 4.5 mg since March 2026: pain"), "{said}");
    let line = &crate::phased::report(&diary).phases[0];
    assert!(line.starts_with("LDN March 2026 to 20 Jun 2026: 4.5 mg"), "{line}");
    let bundle = fhir::write(&diary, &crate::support::made_on(crate::phased::last(&diary)));
    assert!(
        bundle.contains("\"effectivePeriod\":{\"start\":\"2026-03\"}"),
        "{bundle}"
    );
    // Among others of its kind too: in the charts, and where a phase is chosen.
    let phases = analyse(&diary, crate::phased::last(&diary), LateDays::Included).phases;
    let twice = [phases[0].clone(), phases[0].clone()];
    assert_eq!(phases[0].name_among(&twice, dates::full), "LDN March 2026");
    assert_eq!(phases[0].name_among(&phases, dates::full), "LDN");
    // Moved, its day is known.
    let moved = diary.treatment.move_boundary(0, date("2026-03-09")).unwrap().result;
    assert!(!moved.phases()[0].by_month);
}
