use proptest::prelude::*;

use super::*;
use crate::testing::date;

fn dose(micrograms: u64) -> Dose {
    Dose::from_micrograms(micrograms).unwrap()
}

fn stanford() -> Treatment {
    let phases = [
        (PhaseKind::Baseline, "2026-01-05"),
        (PhaseKind::Ldn, "2026-01-19"),
        (PhaseKind::Placebo, "2026-04-13"),
        (PhaseKind::Washout, "2026-05-11"),
    ];
    let steps = [("2026-01-19", 1_500), ("2026-02-02", 4_500)];
    Treatment::new(
        phases.map(|(kind, from)| Phase::new(kind, date(from), None)).into(),
        steps
            .map(|(from, micrograms)| DoseStep::new(date(from), dose(micrograms)))
            .into(),
    )
    .unwrap()
}

/// `baseline 2026-01-05 to 2026-01-18 | …`, for a look at a whole treatment.
fn shown(treatment: &Treatment, as_of: &str) -> String {
    let spans = treatment.spans(date(as_of)).into_iter();
    spans
        .map(|span| format!("{} {} to {}", span.phase.kind.id(), span.from, span.to))
        .collect::<Vec<_>>()
        .join(" | ")
}

fn steps(treatment: &Treatment) -> String {
    let steps = treatment.dose_steps().iter();
    steps
        .map(|step| format!("{} {}", step.from, step.dose))
        .collect::<Vec<_>>()
        .join(" | ")
}

// P1: each phase runs until the day before the next begins; the last is open.
#[test]
fn phases_run_until_the_next_begins() {
    let treatment = stanford();
    assert_eq!(
        shown(&treatment, "2026-06-07"),
        "baseline 2026-01-05 to 2026-01-18 | ldn 2026-01-19 to 2026-04-12 | placebo 2026-04-13 to 2026-05-10 | \
         washout 2026-05-11 to 2026-06-07"
    );
    assert_eq!(
        shown(&treatment, "2026-01-19"),
        "baseline 2026-01-05 to 2026-01-18 | ldn 2026-01-19 to 2026-01-19"
    );
    assert_eq!(shown(&treatment, "2026-01-04"), "");
    for (day, index) in [
        ("2026-01-04", None),
        ("2026-01-05", Some(0)),
        ("2026-01-18", Some(0)),
        ("2026-01-19", Some(1)),
        ("2199-12-31", Some(3)),
    ] {
        assert_eq!(treatment.phase_on(date(day)).map(|(index, _)| index), index, "{day}");
    }
}

#[test]
fn phases_and_steps_out_of_order_are_refused() {
    let phase = |from: &str| Phase::new(PhaseKind::Baseline, date(from), None);
    let step = |from: &str| DoseStep::new(date(from), Dose::NONE);
    for second in ["2026-01-05", "2026-01-04"] {
        assert_eq!(
            Treatment::new(vec![phase("2026-01-05"), phase(second)], vec![]),
            Err(TreatmentError::PhasesOutOfOrder(date(second)))
        );
        assert_eq!(
            Treatment::new(vec![], vec![step("2026-01-05"), step(second)]),
            Err(TreatmentError::DoseStepsOutOfOrder(date(second)))
        );
    }
    assert!(matches!(
        Treatment::new(vec![phase("1850-01-01")], vec![]),
        Err(TreatmentError::OutOfRange(_))
    ));
}

#[test]
fn a_dose_is_planned_in_ldn_phases_alone() {
    for (day, planned) in [
        ("2026-01-18", None),
        ("2026-01-19", Some(1_500)),
        ("2026-02-01", Some(1_500)),
        ("2026-02-02", Some(4_500)),
        ("2026-04-12", Some(4_500)),
        ("2026-04-13", None),
    ] {
        assert_eq!(stanford().planned_dose(date(day)), planned.map(dose), "{day}");
    }
    assert_eq!(Treatment::default().planned_dose(date("2026-01-01")), None);
}

// P1: the first entry opens a baseline phase by itself.
#[test]
fn the_first_entry_opens_the_baseline() {
    let opened = Treatment::default().opened_by(date("2026-01-10"));
    assert_eq!(shown(&opened, "2026-01-12"), "baseline 2026-01-10 to 2026-01-12");
    assert_eq!(opened.opened_by(date("2026-01-11")), opened);
    assert_eq!(
        shown(&opened.opened_by(date("2026-01-08")), "2026-01-12"),
        "baseline 2026-01-08 to 2026-01-12"
    );

    let ldn = Treatment::default()
        .start_phase(PhaseKind::Ldn, date("2026-01-10"), None)
        .unwrap();
    assert_eq!(ldn.opened_by(date("2026-01-10")), ldn);
    assert_eq!(
        shown(&ldn.opened_by(date("2026-01-08")), "2026-01-12"),
        "baseline 2026-01-08 to 2026-01-09 | ldn 2026-01-10 to 2026-01-12"
    );
}

// P2: start LDN, start placebo, start washout.
#[test]
fn a_phase_takes_over_from_the_one_its_day_was_in() {
    let treatment = stanford()
        .start_phase(PhaseKind::Washout, date("2026-03-01"), None)
        .unwrap();
    assert_eq!(
        shown(&treatment, "2026-04-13"),
        "baseline 2026-01-05 to 2026-01-18 | ldn 2026-01-19 to 2026-02-28 | washout 2026-03-01 to 2026-04-12 | \
         placebo 2026-04-13 to 2026-04-13"
    );
    assert_eq!(
        stanford().start_phase(PhaseKind::Washout, date("2026-01-19"), None),
        Err(TreatmentError::PhaseExists(date("2026-01-19")))
    );
}

// P2: undo.
#[test]
fn undoing_a_phase_leaves_no_hole() {
    let all = |treatment: &Treatment| shown(treatment, "2026-06-07");
    let without_ldn = stanford().remove_phase(1).unwrap();
    assert_eq!(
        all(&without_ldn),
        "baseline 2026-01-05 to 2026-04-12 | placebo 2026-04-13 to 2026-05-10 | washout 2026-05-11 to 2026-06-07"
    );
    assert_eq!(steps(&without_ldn), "", "its dose steps go with it");
    let without_baseline = stanford().remove_phase(0).unwrap();
    assert_eq!(
        without_baseline.phases()[0].from,
        date("2026-01-19"),
        "what nobody said of those days is not said: an entry among them opens a baseline"
    );
    let without_placebo = stanford().remove_phase(2).unwrap();
    assert_eq!(steps(&without_placebo), steps(&stanford()));
    assert_eq!(stanford().remove_phase(4), Err(TreatmentError::NoSuchPhase));

    let started = stanford()
        .start_phase(PhaseKind::Ldn, date("2026-06-01"), Some(Form::Liquid))
        .unwrap();
    let started = started.add_dose_step(date("2026-06-01"), dose(2)).unwrap();
    assert_eq!(started.remove_phase(4).unwrap(), stanford());
}

// P2: moving a boundary says how many days change phase.
#[test]
fn moving_a_boundary_says_how_many_days_change() {
    let later = stanford().move_boundary(1, date("2026-01-22")).unwrap();
    assert_eq!(later.days_changing, 3);
    assert!(shown(&later.result, "2026-06-07").starts_with("baseline 2026-01-05 to 2026-01-21 | ldn 2026-01-22 to"));
    assert_eq!(
        steps(&later.result),
        "2026-01-22 1.5 mg | 2026-02-02 4.5 mg",
        "the first dose begins with the phase"
    );

    let earlier = stanford().move_boundary(1, date("2026-01-17")).unwrap();
    assert_eq!(earlier.days_changing, 2);
    assert_eq!(earlier.result.planned_dose(date("2026-01-17")), Some(dose(1_500)));

    for (index, to) in [
        (1, "2026-04-13"),
        (2, "2026-01-19"),
        (0, "2026-01-19"),
        (3, "2026-04-13"),
    ] {
        let to = date(to);
        assert_eq!(
            stanford().move_boundary(index, to),
            Err(TreatmentError::PassesNeighbour(to)),
            "{index}"
        );
    }
    assert_eq!(
        stanford().move_boundary(4, date("2026-07-01")),
        Err(TreatmentError::NoSuchPhase)
    );
}

// P2: a planned dose stays with the LDN phase that it belongs to.
#[test]
fn planned_doses_stay_in_ldn_when_a_boundary_moves() {
    let moved = |treatment: &Treatment, index, to: &str| {
        let moved = treatment.move_boundary(index, date(to)).unwrap();
        (steps(&moved.result), moved.doses_dropped)
    };
    // The first day of LDN, later: past the second dose; on its very day; past the only one, which began later.
    assert_eq!(moved(&stanford(), 1, "2026-02-05"), ("2026-02-05 4.5 mg".into(), 1));
    assert_eq!(moved(&stanford(), 1, "2026-02-02"), ("2026-02-02 4.5 mg".into(), 1));
    let second_only = stanford().remove_dose_step(date("2026-01-19")).unwrap();
    assert_eq!(moved(&second_only, 1, "2026-02-05"), ("2026-02-05 4.5 mg".into(), 0));
    // Its last day, earlier and later.
    assert_eq!(moved(&stanford(), 2, "2026-02-02"), ("2026-01-19 1.5 mg".into(), 1));
    assert_eq!(moved(&stanford(), 2, "2026-02-03"), (steps(&stanford()), 0));
    assert_eq!(moved(&stanford(), 2, "2026-05-01"), (steps(&stanford()), 0));
    // Between two other phases.
    assert_eq!(moved(&stanford(), 3, "2026-04-20"), (steps(&stanford()), 0));
    // Between two LDN phases.
    let again = stanford()
        .start_phase(PhaseKind::Ldn, date("2026-03-02"), Some(Form::Liquid))
        .unwrap();
    let step_not_reached = ("2026-01-19 1.5 mg".into(), 1);
    assert_eq!(moved(&again, 2, "2026-01-26"), step_not_reached);
    let lower = again.change_dose(date("2026-03-02"), dose(3_000)).unwrap();
    assert_eq!(
        moved(&lower, 2, "2026-02-23"),
        ("2026-01-19 1.5 mg | 2026-02-02 4.5 mg | 2026-02-23 3 mg".into(), 0)
    );
}

#[test]
fn a_dose_step_is_edited_where_it_stands() {
    let edit = |at: &str, from: &str, to: u64| stanford().edit_dose_step(date(at), date(from), dose(to));
    let edited = |at, from, to| steps(&edit(at, from, to).unwrap());
    assert_eq!(
        edited("2026-02-02", "2026-01-26", 3_000),
        "2026-01-19 1.5 mg | 2026-01-26 3 mg"
    );
    assert_eq!(
        edited("2026-02-02", "2026-02-02", 2_500),
        "2026-01-19 1.5 mg | 2026-02-02 2.5 mg"
    );
    for outside in ["2026-01-18", "2026-01-05", "2026-05-01"] {
        assert_eq!(
            edit("2026-02-02", outside, 500),
            Err(TreatmentError::OutsidePhase(date(outside)))
        );
    }
    assert_eq!(
        edit("2026-02-02", "2026-01-19", 3_000),
        Err(TreatmentError::DoseStepExists(date("2026-01-19")))
    );
    assert_eq!(
        edit("2026-02-03", "2026-02-10", 3_000),
        Err(TreatmentError::NoSuchDoseStep(date("2026-02-03")))
    );
}

#[test]
fn dose_steps_are_added_changed_and_taken_out() {
    let treatment = stanford();
    assert_eq!(
        treatment.add_dose_step(date("2026-02-02"), dose(3_000)),
        Err(TreatmentError::DoseStepExists(date("2026-02-02")))
    );
    let changed = treatment.change_dose(date("2026-02-02"), dose(3_000)).unwrap();
    assert_eq!(steps(&changed), "2026-01-19 1.5 mg | 2026-02-02 3 mg");
    let added = changed.add_dose_step(date("2026-01-26"), dose(2)).unwrap();
    assert_eq!(steps(&added), "2026-01-19 1.5 mg | 2026-01-26 2 µg | 2026-02-02 3 mg");
    assert_eq!(added.remove_dose_step(date("2026-01-26")), Ok(changed));
    let none = date("2026-01-27");
    assert_eq!(added.remove_dose_step(none), Err(TreatmentError::NoSuchDoseStep(none)));
}

#[test]
fn an_ldn_phase_that_moves_onto_a_planned_dose_begins_with_one_dose() {
    let treatment = Treatment::default().opened_by(date("2026-01-01"));
    let treatment = treatment.start_phase(PhaseKind::Ldn, date("2026-01-09"), None).unwrap();
    let planned = |doses: &[(&str, u64)]| {
        let plan = |treatment: Treatment, (from, micrograms): &(&str, u64)| {
            treatment.change_dose(date(from), dose(*micrograms)).unwrap()
        };
        doses.iter().fold(treatment.clone(), plan)
    };
    let both = planned(&[("2026-01-09", 1_500), ("2026-01-12", 3_000)]);
    let later = both.move_boundary(1, date("2026-01-12")).unwrap();
    assert_eq!(
        (steps(&later.result).as_str(), later.doses_dropped),
        ("2026-01-12 3 mg", 1)
    );
}

/// One of the operations of P2, at a day of four months.
#[derive(Debug, Clone)]
enum Operation {
    Entry(NaiveDate),
    Start(PhaseKind, NaiveDate),
    Remove(usize),
    Move(usize, NaiveDate),
    AddDose(NaiveDate),
    ChangeDose(NaiveDate),
    RemoveDose(NaiveDate),
}

fn kind() -> impl Strategy<Value = PhaseKind> {
    let medicine = |name| PhaseKind::Comparator(crate::testing::name(name));
    let mut kinds = PhaseKind::UNNAMED.to_vec();
    kinds.extend(["Amitriptyline", "Duloxetine"].map(medicine));
    prop::sample::select(kinds)
}

fn operation() -> impl Strategy<Value = Operation> {
    let day = || (0_i64..120).prop_map(|days| date("2028-01-15") + chrono::TimeDelta::days(days));
    prop_oneof![
        day().prop_map(Operation::Entry),
        (kind(), day()).prop_map(|(kind, day)| Operation::Start(kind, day)),
        (0_usize..6).prop_map(Operation::Remove),
        (0_usize..6, day()).prop_map(|(index, day)| Operation::Move(index, day)),
        day().prop_map(Operation::AddDose),
        day().prop_map(Operation::ChangeDose),
        day().prop_map(Operation::RemoveDose),
    ]
}

/// The treatment after the operation; the same one if it was refused.
fn after(treatment: &Treatment, operation: &Operation) -> Treatment {
    let result = match operation.clone() {
        Operation::Entry(day) => Ok(treatment.opened_by(day)),
        Operation::Start(kind, day) => treatment.start_phase(kind, day, None),
        Operation::Remove(index) => treatment.remove_phase(index),
        Operation::Move(index, day) => treatment.move_boundary(index, day).map(|moved| moved.result),
        Operation::AddDose(day) => treatment.add_dose_step(day, dose(1)),
        Operation::ChangeDose(day) => treatment.change_dose(day, dose(2)),
        Operation::RemoveDose(day) => treatment.remove_dose_step(day),
    };
    result.unwrap_or_else(|_| treatment.clone())
}

// P2: what a start does to other phases can be said before it is done.
#[test]
fn what_a_change_ends_or_replaces_is_known_before() {
    let opened = Treatment::default().opened_by(date("2026-01-05"));
    let start = |treatment: &Treatment, kind, from| treatment.start_phase(kind, date(from), None).unwrap();
    let ldn = start(&opened, PhaseKind::Ldn, "2026-01-19");
    let before = date("2026-01-18");
    assert_eq!(opened.cut_by(&ldn), [Cut::Ends(PhaseKind::Baseline, before)]);
    assert_eq!(ldn.cut_by(&opened), [Cut::Gone(PhaseKind::Ldn)]);
    let earlier = start(&opened, PhaseKind::Ldn, "2026-01-01");
    assert_eq!(opened.cut_by(&earlier), [Cut::Gone(PhaseKind::Baseline)]);
    // A baseline that is named takes the place of the one that opened itself.
    let named = start(&opened, PhaseKind::Baseline, "2026-01-08");
    assert_eq!(opened.cut_by(&named), []);
    let stopped = start(&ldn, PhaseKind::Washout, "2026-03-01");
    assert_eq!(ldn.cut_by(&stopped), [Cut::Ends(PhaseKind::Ldn, date("2026-02-28"))]);
    assert_eq!(ldn.cut_by(&ldn), []);
}

proptest! {
    // P1: phases never overlap and leave no hole, whatever is done in whatever order.
    #[test]
    fn no_operations_leave_a_hole_or_an_overlap(operations in prop::collection::vec(operation(), 1..40)) {
        let mut treatment = Treatment::default();
        for operation in &operations {
            treatment = after(&treatment, operation);
            let rebuilt = Treatment::new(treatment.phases().to_vec(), treatment.dose_steps().to_vec());
            prop_assert_eq!(rebuilt, Ok(treatment.clone()), "{:?}", operation);
            let as_of = date("2028-06-30");
            let spans = treatment.spans(as_of);
            for pair in spans.windows(2) {
                prop_assert_eq!(pair[0].to.succ_opt(), Some(pair[1].from), "{:?}", operation);
            }
            if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
                let days: i64 = spans.iter().map(PhaseSpan::days).sum();
                prop_assert_eq!((last.to, days), (as_of, (as_of - first.from).num_days() + 1));
            }
            let Some(first) = treatment.phases().first() else { continue };
            for day in first.from.iter_days().take(200) {
                let holding = treatment.spans(date("2029-06-30")).into_iter().filter(|span| span.contains(day));
                prop_assert_eq!(holding.count(), 1, "{}", day);
                let in_ldn = treatment.phase_on(day).is_some_and(|(_, phase)| phase.kind == PhaseKind::Ldn);
                prop_assert!(in_ldn || treatment.planned_dose(day).is_none(), "{}", day);
            }
        }
    }

    // P2: the number of days that a move announces is the number of days whose phase it changes.
    #[test]
    fn a_move_changes_as_many_days_as_it_says(index in 1_usize..4, days in 0_i64..160) {
        let to = date("2026-01-05") + chrono::TimeDelta::days(days);
        if let Ok(moved) = stanford().move_boundary(index, to) {
            let of = |treatment: &Treatment, day| treatment.phase_on(day).map(|(_, phase)| phase.kind.clone());
            let (before, all) = (stanford(), date("2026-01-01").iter_days().take(200));
            let changing = all.filter(|day| of(&before, *day) != of(&moved.result, *day)).count();
            prop_assert_eq!(i64::try_from(changing), Ok(moved.days_changing));
            for step in moved.result.dose_steps() {
                prop_assert!(moved.result.planned_dose(step.from).is_some(), "{} lies outside of LDN", step.from);
            }
            for day in date("2026-01-01").iter_days().take(200) {
                let planned = |treatment: &Treatment| treatment.planned_dose(day);
                if let (Some(dose), Some(still)) = (planned(&before), planned(&moved.result)) {
                    prop_assert_eq!(dose, still, "{}", day);
                }
            }
        }
    }
}
