//! Tables of what is typed, and what becomes of it.

use super::field::{BETTER, DOSE, FIRST_DAY, FORM, ITEM_NAME, REPORT_ITEMS, REPORT_TO, SIDE_EFFECT_NAME, STEPS};
use super::report_form::{Span, usual_paper};
use super::{
    DoseText, FarDose, Problem, already, dose_step, field, first_day, own_item, pharmacist, report_form, start_ldn,
    start_phase, visit,
};
use crate::diary::{
    Answers, DateOutOfRange, Day, DayEnd, Diary, Direction, Dose, DoseError, DoseStep, Form, ItemId, LAST_DATE, Name,
    NameError, Phase, PhaseKind, Settings, SettingsError, StandardItem, Treatment, TreatmentError,
};
use crate::exchange::backup;
use crate::papers::{self, Kind};
use crate::report::Paper;
use crate::testing::{at, date};
use crate::words::{Said as _, names};
use chrono::NaiveDate;

fn typed(text: &str) -> DoseText {
    DoseText {
        text: text.into(),
        micrograms: false,
    }
}

fn step(from: &str, dose: &str) -> dose_step::Typed {
    dose_step::Typed {
        from: from.into(),
        dose: typed(dose),
        before: Vec::new(),
    }
}

/// "2026-01-19 1.5 mg | …"
fn doses(treatment: &Treatment) -> String {
    let steps = treatment.dose_steps().iter();
    let steps: Vec<String> = steps.map(|step| format!("{} {}", step.from, step.dose)).collect();
    steps.join(" | ")
}

/// What stands beside which field.
fn beside(found: &[Problem]) -> Vec<(&'static str, String)> {
    found.iter().map(|problem| (problem.field(), problem.said())).collect()
}

/// Days that the browser's field does not give, and that no field takes for one.
const NO_DAYS: [&str; 10] = [
    "",
    " ",
    "2026-02-30",
    "2026-13-01",
    "2026-1-5",
    " 2026-01-19",
    "19.01.2026",
    "２０２６-01-19",
    "٢٠٢٦-٠١-١٩",
    "-2026-01-19",
];

fn too_early_or_late(day: &str) -> Problem {
    Problem::Misfit(TreatmentError::OutOfRange(DateOutOfRange(date(day))))
}

// D7
#[test]
fn a_planned_dose_is_read_exactly_or_said_to_be_none() {
    use DoseError::{NotADose, TooFine, TooLarge};
    let bad = |why| Err(Problem::BadDose(why));
    let none = || Err(Problem::DoseOfNone);
    let missing = || Err(Problem::NoDose);
    // What is typed, what it is with mg chosen, and what with µg.
    for (text, mg, ug) in [
        ("", missing(), missing()),
        (" \t", missing(), missing()),
        ("\u{a0}\u{3000}", missing(), missing()),
        ("\u{200b}", bad(NotADose), bad(NotADose)),
        ("4", Ok(4_000), Ok(4)),
        ("4.5", Ok(4_500), bad(TooFine)),
        (" 4,5 ", Ok(4_500), bad(TooFine)),
        (".5", Ok(500), bad(TooFine)),
        ("4.500", Ok(4_500), bad(TooFine)),
        ("007", Ok(7_000), Ok(7)),
        // A unit that was typed wins.
        ("4.5 mg", Ok(4_500), Ok(4_500)),
        ("2 µg", Ok(2), Ok(2)),
        ("2mcg", Ok(2), Ok(2)),
        ("2 \u{3bc}G", Ok(2), Ok(2)),
        ("2 UG", Ok(2), Ok(2)),
        // A mark never groups thousands.
        ("1,000", Ok(1_000), bad(TooFine)),
        ("1.000,5", bad(NotADose), bad(NotADose)),
        ("1 000", bad(NotADose), bad(NotADose)),
        ("0", none(), none()),
        ("0,000", none(), bad(TooFine)),
        ("0 µg", none(), none()),
        ("-4.5", bad(NotADose), bad(NotADose)),
        ("−4.5", bad(NotADose), bad(NotADose)),
        ("+4.5", bad(NotADose), bad(NotADose)),
        ("4.", bad(NotADose), bad(NotADose)),
        (".", bad(NotADose), bad(NotADose)),
        ("1e3", bad(NotADose), bad(NotADose)),
        ("1/2", bad(NotADose), bad(NotADose)),
        ("a half", bad(NotADose), bad(NotADose)),
        ("4 g", bad(NotADose), bad(NotADose)),
        // Digits of any script are digits.
        ("٤٫٥", Ok(4_500), bad(TooFine)),
        ("۴٫۵ mg", Ok(4_500), Ok(4_500)),
        ("۰٫۵", Ok(500), bad(TooFine)),
        ("４．５", Ok(4_500), bad(TooFine)),
        ("४", Ok(4_000), Ok(4)),
        ("\u{200f}4.5", Ok(4_500), bad(TooFine)),
        ("٠", none(), none()),
        ("٤٬٥", bad(NotADose), bad(NotADose)),
        ("四", bad(NotADose), bad(NotADose)),
        ("½", bad(NotADose), bad(NotADose)),
        ("0.0001", bad(TooFine), bad(TooFine)),
        ("1000", Ok(1_000_000), Ok(1_000)),
        ("1000.001", bad(TooLarge), bad(TooFine)),
        ("1000001", bad(TooLarge), bad(TooLarge)),
        (&"9".repeat(60), bad(TooLarge), bad(TooLarge)),
    ] {
        for (micrograms, expected) in [(false, mg), (true, ug)] {
            let text = text.to_owned();
            let read = DoseText { text, micrograms };
            assert_eq!(read.planned().map(Dose::micrograms), expected, "{read:?}");
        }
    }
}

#[test]
fn a_dose_stands_in_its_field_as_it_is_read_from_it() {
    for (micrograms, text, in_micrograms) in [
        (0, "0", true),
        (2, "2", true),
        (99, "99", true),
        (100, "0.1", false),
        (4_500, "4.5", false),
        (1_000_000, "1000", false),
    ] {
        let dose = Dose::from_micrograms(micrograms).unwrap();
        let shown = DoseText::of(dose);
        assert_eq!((shown.text.as_str(), shown.micrograms), (text, in_micrograms));
        assert_eq!(shown.read(), Ok(dose));
    }
}

fn baseline() -> Treatment {
    Treatment::default().opened_by(date("2026-03-10"))
}

fn today() -> NaiveDate {
    date("2026-03-24")
}

fn start(first: dose_step::Typed, form: Option<Form>, steps: &[dose_step::Typed]) -> start_ldn::Typed {
    start_ldn::Typed {
        first,
        form,
        steps: steps.to_vec(),
        sure: None,
    }
}

// P2
#[test]
fn what_is_typed_starts_ldn_with_its_steps_in_any_order() {
    let steps = [step("2026-04-21", "4.5 mg"), step("2026-04-07", "3")];
    let typed = start(step("2026-03-24", "1,5"), Some(Form::Capsule), &steps);
    let (start, treatment) = typed.read(&baseline(), today()).unwrap();
    assert_eq!(
        (start.first_day, start.dose.to_string()),
        (date("2026-03-24"), "1.5 mg".into())
    );
    let phases: Vec<_> = treatment
        .phases()
        .iter()
        .map(|phase| (phase.kind.clone(), phase.form))
        .collect();
    assert_eq!(
        phases,
        [(PhaseKind::Baseline, None), (PhaseKind::Ldn, Some(Form::Capsule))]
    );
    assert_eq!(
        doses(&treatment),
        "2026-03-24 1.5 mg | 2026-04-07 3 mg | 2026-04-21 4.5 mg"
    );
}

#[test]
fn everything_that_is_wrong_with_a_start_is_found_at_once() {
    let form = Some(Form::Liquid);
    let step_exists = |day| Problem::Misfit(TreatmentError::DoseStepExists(date(day)));
    let in_step = |number, problem| Problem::Step(number, Box::new(problem));
    let good = || step("2026-03-24", "1.5");
    for (typed, expected) in [
        (
            start_ldn::Typed::default(),
            vec![Problem::NoDay, Problem::NoDose, Problem::NoForm],
        ),
        (start(good(), None, &[]), vec![Problem::NoForm]),
        (start(step("2026-03-24", "0"), form, &[]), vec![Problem::DoseOfNone]),
        (
            start(step("2026-03-24", "-1"), None, &[]),
            vec![Problem::BadDose(DoseError::NotADose), Problem::NoForm],
        ),
        // Each step has one problem, and is counted as it stands on the screen.
        (
            start(
                good(),
                form,
                &[
                    step("2026-03-24", "3"),
                    step("2026-03-23", "3"),
                    step("", ""),
                    step("2026-04-07", " "),
                    step("2026-04-07", "0"),
                    step("2026-04-07", "5000"),
                    step("2026-04-08", "3"),
                ],
            ),
            vec![
                Problem::StepTooEarly(1),
                Problem::StepTooEarly(2),
                in_step(3, Problem::NoDay),
                in_step(4, Problem::NoDose),
                in_step(5, Problem::DoseOfNone),
                in_step(6, Problem::BadDose(DoseError::TooLarge)),
            ],
        ),
        // Without a first day no step is too early.
        (
            start(step("", "1.5"), form, &[step("1999-01-01", "3")]),
            vec![Problem::NoDay],
        ),
        // What fits nowhere is said once nothing else is wrong.
        // What can hardly be meant is asked first.
        (
            start(step("1900-01-01", "1.5"), form, &[]),
            vec![Problem::Unlikely(date("1900-01-01"))],
        ),
        (
            start(step("2199-12-31", "1.5"), form, &[]),
            vec![Problem::Unlikely(date("2199-12-31"))],
        ),
        (
            start(good(), form, &[step("2200-01-01", "3")]),
            vec![too_early_or_late("2200-01-01")],
        ),
        (
            start(good(), form, &[step("2026-04-07", "3"), step("2026-04-07", "3")]),
            vec![step_exists("2026-04-07")],
        ),
    ] {
        assert_eq!(typed.read(&baseline(), today()), Err(expected), "{typed:?}");
    }
    let placebo = baseline()
        .start_phase(PhaseKind::Placebo, date("2026-03-24"), None)
        .unwrap();
    let exists = Problem::Misfit(TreatmentError::PhaseExists(date("2026-03-24")));
    assert_eq!(start(good(), form, &[]).read(&placebo, today()), Err(vec![exists]));
    for day in NO_DAYS {
        let typed = start(step(day, "1.5"), form, &[step(day, "3")]);
        let expected = vec![Problem::NoDay, in_step(1, Problem::NoDay)];
        assert_eq!(typed.read(&baseline(), today()), Err(expected), "{day:?}");
    }
}

#[test]
fn what_is_wrong_with_a_start_is_said_beside_its_field() {
    let steps = [
        step("", ""),
        step("2026-03-10", "3"),
        step("2026-04-07", ""),
        step("2026-04-07", "x"),
    ];
    let found = start(step("", "0"), None, &steps)
        .read(&baseline(), today())
        .unwrap_err();
    let expected = [
        (FIRST_DAY, "Choose the first day."),
        (DOSE, "Give a dose above 0. To stop LDN, start a washout."),
        (FORM, "Choose what you take."),
        (STEPS, "Step 1: choose its first day."),
        (STEPS, "Step 3: Give the dose, such as 1.5 mg."),
        (
            STEPS,
            "Step 4: This is not a dose. Write a number and mg or µg, for example 4.5 mg.",
        ),
    ];
    assert_eq!(beside(&found), expected.map(|(field, said)| (field, said.to_owned())));
    let found = start(step("2026-03-10", "3"), Some(Form::Other), &steps[1..2]).read(&baseline(), today());
    let expected = (STEPS, "Step 1: choose a day after the first day on LDN.".into());
    assert_eq!(beside(&found.unwrap_err()), [expected]);
}

#[test]
fn one_more_step_is_proposed_two_weeks_after_the_last() {
    for (last, next) in [("2026-01-19", "2026-02-02"), ("2026-12-25", "2027-01-08")] {
        assert_eq!(start_ldn::day_of_next_step(last), next);
    }
    for day in NO_DAYS {
        assert_eq!(start_ldn::day_of_next_step(day), "", "{day:?}");
    }
}

fn recorded(days: u32) -> Diary {
    let answers = || Answers {
        rescue_medicine: Some(false),
        ..Answers::default()
    };
    let day = |number| {
        let on = format!("2026-03-{number:02}");
        let now = at(&format!("{on}T21:00:00+01:00"));
        Day::record(date(&on), answers(), now, DayEnd::default()).unwrap()
    };
    (1..=days).map(day).fold(Diary::default(), Diary::with_day)
}

// P4
#[test]
fn few_baseline_days_are_told_before_ldn_starts() {
    let told = |first_day, days, today| {
        let few = start_ldn::few_baseline_days(first_day, &recorded(days), date(today));
        few.map(|few| (few.recorded, few.at_most))
    };
    for (days, first_day, few) in [
        (1, "2026-03-24", Some(1)),
        (13, "2026-03-24", Some(13)),
        (14, "2026-03-24", None),
        (14, "2026-03-14", Some(13)),
        (0, "2026-03-24", Some(0)),
    ] {
        let told = told(first_day, days, "2026-03-24");
        assert_eq!(told, few.map(|few| (few, few)), "{days} days before {first_day}");
    }
    // Days until then can still be recorded, today too where nothing is; those that are over are not waited for.
    for (days, today, first_day, few) in [
        (1, "2026-03-01", "2026-03-15", None),
        (1, "2026-03-01", "2026-03-14", Some((1, 13))),
        (0, "2026-03-01", "2026-03-15", None),
        (0, "2026-03-01", "2026-03-14", Some((0, 13))),
        (3, "2026-03-10", "2026-03-21", None),
        (3, "2026-03-10", "2026-03-20", Some((3, 13))),
        (0, "2026-03-01", "2199-12-31", None),
    ] {
        assert_eq!(told(first_day, days, today), few, "{days} days, {first_day}");
    }
    for day in NO_DAYS {
        assert_eq!(told(day, 1, "2026-03-24"), None, "{day:?}");
    }
}

/// Baseline from 10 March 2026, LDN in three doses from the 11th, placebo from 1 May.
fn titration() -> Treatment {
    let steps = [step("2026-03-24", "3"), step("2026-04-07", "4.5")];
    let typed = start(step("2026-03-11", "1.5"), Some(Form::Capsule), &steps);
    let (_, treatment) = typed.read(&baseline(), today()).unwrap();
    treatment
        .start_phase(PhaseKind::Placebo, date("2026-05-01"), None)
        .unwrap()
}

#[test]
fn a_dose_is_changed_from_a_day_on() {
    for (from, dose, after) in [
        (
            "2026-03-30",
            "2,5",
            "2026-03-11 1.5 mg | 2026-03-24 3 mg | 2026-03-30 2.5 mg | 2026-04-07 4.5 mg",
        ),
        (
            "2026-03-24",
            "2 mg",
            "2026-03-11 1.5 mg | 2026-03-24 2 mg | 2026-04-07 4.5 mg",
        ),
    ] {
        let planned = step(from, dose).change(&titration()).unwrap();
        assert_eq!(doses(&planned.treatment), after);
        assert_eq!(planned.from, date(from));
    }
    // The dose that is planned already is no change.
    for (from, dose) in [
        ("2026-03-24", "3"),
        ("2026-04-01", "3.0"),
        ("2026-04-30", "4,5"),
        ("2026-04-20", "4500 ug"),
    ] {
        let planned = step(from, dose).change(&titration()).unwrap();
        assert_eq!(planned.treatment, titration(), "{dose} from {from}");
    }
}

#[test]
fn what_is_wrong_with_a_dose_from_a_day_on_is_found_at_once() {
    for (from, dose, expected) in [
        ("", "", vec![Problem::NoDay, Problem::NoDose]),
        ("2026-03-24", "0", vec![Problem::DoseOfNone]),
        ("2026-03-24", "x", vec![Problem::BadDose(DoseError::NotADose)]),
        ("2026-02-30", "2", vec![Problem::NoDay]),
        ("1899-12-31", "2", vec![too_early_or_late("1899-12-31")]),
        ("2200-01-01", "2", vec![too_early_or_late("2200-01-01")]),
    ] {
        let typed = step(from, dose);
        assert_eq!(typed.change(&titration()), Err(expected.clone()), "{typed:?}");
        assert_eq!(typed.edit(&titration(), date("2026-03-24")), Err(expected), "{typed:?}");
    }
}

#[test]
fn a_planned_dose_is_changed_where_it_stands_with_the_checks_of_a_new_one() {
    let edit = |from, dose| step(from, dose).edit(&titration(), date("2026-03-24"));
    assert_eq!(
        doses(&edit("2026-03-17", "2").unwrap().treatment),
        "2026-03-11 1.5 mg | 2026-03-17 2 mg | 2026-04-07 4.5 mg"
    );
    assert_eq!(
        edit("2026-03-24", "3").unwrap().treatment,
        titration(),
        "as it was is no change"
    );
    // The later step keeps its dose, whatever the earlier one becomes.
    assert_eq!(
        doses(&edit("2026-04-20", "9").unwrap().treatment),
        "2026-03-11 1.5 mg | 2026-04-07 4.5 mg | 2026-04-20 9 mg"
    );
    for (from, dose, field, said) in [
        (
            "2026-03-24",
            "0",
            DOSE,
            "Give a dose above 0. To stop LDN, start a washout.",
        ),
        ("", "2", FIRST_DAY, "Choose the first day."),
        (
            "2026-04-07",
            "2",
            FIRST_DAY,
            "A dose is planned from 7 April 2026 on already. Change that dose instead, or choose another day.",
        ),
        (
            "2026-03-10",
            "2",
            FIRST_DAY,
            "10 March 2026 lies in another phase. Choose a day of the phase that this dose belongs to.",
        ),
        (
            "2026-05-01",
            "2",
            FIRST_DAY,
            "1 May 2026 lies in another phase. Choose a day of the phase that this dose belongs to.",
        ),
    ] {
        assert_eq!(beside(&edit(from, dose).unwrap_err()), [(field, said.to_owned())]);
    }
    // Another tab has removed it.
    let gone = step("2026-03-25", "3").edit(&titration(), date("2026-03-25"));
    let no_such = TreatmentError::NoSuchDoseStep(date("2026-03-25"));
    assert_eq!(gone, Err(vec![Problem::Misfit(no_such)]));
}

const LOWER: Option<Direction> = Some(Direction::LowerIsBetter);

fn item(name: &str, better: Option<Direction>) -> own_item::Typed {
    own_item::Typed::Item(name.into(), better)
}

fn side_effect(name: &str) -> own_item::Typed {
    own_item::Typed::SideEffect(name.into())
}

#[test]
fn a_name_in_any_alphabet_is_kept_as_it_is_seen() {
    for (text, kept) in [
        ("Brain fog", "Brain fog"),
        ("  Brain\tfog\n", "Brain fog"),
        ("ضباب الدماغ", "ضباب الدماغ"),
        ("\u{202b}ערפל מוחי\u{202c}\u{200f}", "ערפל מוחי"),
        ("脑雾", "脑雾"),
        ("👩‍🦽", "👩‍🦽"),
        ("<b>=1+1</b>", "<b>=1+1</b>"),
        (&"雾".repeat(40), &"雾".repeat(40)),
    ] {
        let settings = item(text, LOWER).read(Settings::default()).unwrap();
        assert_eq!(settings.own_items()[0].name.as_str(), kept, "{text:?}");
        let settings = side_effect(text).read(settings).unwrap();
        assert_eq!(settings.own_side_effects()[0].name.as_str(), kept, "{text:?}");
    }
}

#[test]
fn what_is_no_name_is_refused_together_with_all_else_that_is_missing() {
    let long = "x".repeat(41);
    for (text, why) in [
        ("", NameError::Empty),
        ("  \t\u{a0}", NameError::Empty),
        ("\u{200b}\u{202e}\u{3164}", NameError::Empty),
        (&long, NameError::TooLong(41)),
        (&"٣".repeat(500), NameError::TooLong(500)),
    ] {
        let bad = |field| Problem::BadName(field, why);
        for (typed, expected) in [
            (item(text, LOWER), vec![bad(ITEM_NAME)]),
            (item(text, None), vec![bad(ITEM_NAME), Problem::NoBetter]),
            (side_effect(text), vec![bad(SIDE_EFFECT_NAME)]),
        ] {
            assert_eq!(typed.read(Settings::default()), Err(expected), "{typed:?}");
        }
    }
    let found = item(&long, None).read(Settings::default()).unwrap_err();
    let expected = [
        (ITEM_NAME, "This has 41 characters. Shorten it to 40 or fewer."),
        (BETTER, "Choose which number is better."),
    ];
    assert_eq!(beside(&found), expected.map(|(field, said)| (field, said.to_owned())));
    assert_eq!(
        item("Brain fog", None).read(Settings::default()),
        Err(vec![Problem::NoBetter])
    );
}

// A rating and a side effect may have one name: they are told apart by where they stand.
#[test]
fn a_rating_and_a_side_effect_of_one_name_are_two_things() {
    let mut settings = Settings::default();
    for typed in [item("Brain fog", LOWER), side_effect("Brain fog"), side_effect("Pain")] {
        settings = typed.read(settings).unwrap();
    }
    let ids: Vec<&str> = settings.own_items().iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["own_1"]);
    assert_eq!(settings.own_side_effects().len(), 2);
    assert_eq!(
        settings.items_on().len() + settings.side_effects_on().len(),
        5 + 1 + 2 + 2
    );
}

// Fault 18: nothing would tell two of a kind apart that have one name.
#[test]
fn no_second_thing_of_a_name_is_added_and_one_that_was_put_away_is_asked_about() {
    const HIGHER: Option<Direction> = Some(Direction::HigherIsBetter);
    let asked = item("Brain fog", LOWER).read(Settings::default()).unwrap();
    let asked = side_effect("Itching").read(asked).unwrap();
    let (fog, itching) = (asked.own_items()[0].id.clone(), asked.own_side_effects()[0].id.clone());
    let away = asked.clone().archive_own_item(&fog).unwrap();
    let away = away.archive_own_side_effect(&itching).unwrap();
    let off = asked.clone().with_item(&ItemId::Own(fog.clone()), false);
    for text in ["Brain fog", " brain  FOG\n", "Brain\u{a0}\u{200b}fog", "BRAIN FOG"] {
        let name = Name::new(text).unwrap();
        for better in [LOWER, HIGHER] {
            for there in [&asked, &off] {
                let found = item(text, better).read(there.clone()).unwrap_err();
                assert_eq!(found, [Problem::NameTaken(ITEM_NAME, name.clone())]);
                assert_eq!(own_item::bring_back(&found[0], there.clone()), None, "it is not away");
            }
            let found = item(text, better).read(away.clone()).unwrap_err();
            assert_eq!(found, [Problem::NamePutAway(ITEM_NAME, name.clone())]);
            let back = own_item::bring_back(&found[0], away.clone()).unwrap();
            assert_eq!(
                back.own_items(),
                asked.own_items(),
                "the old one, with its own better end"
            );
            assert!(item(text, better).read(back).is_err());
        }
        let found = item(text, None).read(away.clone()).unwrap_err();
        assert_eq!(
            found,
            [Problem::NamePutAway(ITEM_NAME, name.clone()), Problem::NoBetter]
        );
    }
    for text in ["itching", " ITCHING "] {
        let name = Name::new(text).unwrap();
        let found = side_effect(text).read(asked.clone());
        assert_eq!(found, Err(vec![Problem::NameTaken(SIDE_EFFECT_NAME, name.clone())]));
        let found = side_effect(text).read(away.clone());
        assert_eq!(found, Err(vec![Problem::NamePutAway(SIDE_EFFECT_NAME, name.clone())]));
        let back = own_item::bring_back(&found.unwrap_err()[0], away.clone()).unwrap();
        assert_eq!(back.own_side_effects(), asked.own_side_effects());
    }
    // What the diary asks itself has its names too, whether it is switched on or not.
    for text in ["pain", "Stress", "SLEEP  quality"] {
        let found = item(text, LOWER).read(Settings::default()).unwrap_err();
        assert_eq!(found, [Problem::NameTaken(ITEM_NAME, Name::new(text).unwrap())]);
    }
    for text in ["headache", "Dizziness", "VIVID  dreams"] {
        let found = side_effect(text).read(Settings::default()).unwrap_err();
        assert_eq!(found, [Problem::NameTaken(SIDE_EFFECT_NAME, Name::new(text).unwrap())]);
    }
    // Of two that have one name since an earlier version, one can be put away, and is not asked again beside the other.
    let name = Name::new("Brain fog").unwrap();
    assert!(own_item::item_of(&asked, &name, false) && !own_item::item_of(&asked, &name, true));
    assert!(own_item::item_of(&away, &name, true) && !own_item::item_of(&away, &name, false));
}

// D2: up to 6 of their own.
#[test]
fn six_own_items_are_the_most_and_one_that_goes_makes_room() {
    let number = |settings, number| item(&format!("Item {number}"), LOWER).read(settings);
    let full = (1..=6).try_fold(Settings::default(), number).unwrap();
    let found = number(full.clone(), 7).unwrap_err();
    assert_eq!(found, [Problem::NoRoom(ITEM_NAME, SettingsError::TooManyOwnItems)]);
    let said = "6 ratings of your own are the most at a time. Put one away first.";
    assert_eq!(beside(&found), [(ITEM_NAME, said.to_owned())]);
    assert!(!own_item::has_room(&full));
    assert!(
        side_effect("Itching").read(full.clone()).is_ok(),
        "side effects are not counted"
    );
    let third = full.own_items()[2].id.clone();
    for room in [
        full.clone().without_own_item(&third),
        full.archive_own_item(&third).unwrap(),
    ] {
        assert!(own_item::has_room(&room));
        assert!(number(room, 7).is_ok_and(|again| !own_item::has_room(&again)));
    }
}

fn diary(text: &str) -> Diary {
    backup::read(text, LAST_DATE).unwrap()
}

const STANFORD: &str = include_str!("../../tests/fixtures/cases/diary-stanford-2013.json");
const FIRST_WEEKS: &str = include_str!("../../tests/fixtures/cases/diary-first-weeks.json");

/// The form for the report of 22 weeks, on their last evening.
fn report() -> report_form::Typed {
    report_form::Typed::of(&diary(STANFORD), date("2026-06-07"), Paper::A4)
}

fn chosen(from: &str, to: &str) -> report_form::Typed {
    let mut typed = report();
    typed.span = Span::Chosen;
    (typed.request.from, typed.request.to) = (from.into(), to.into());
    typed
}

#[test]
fn a_report_begins_with_the_whole_diary_its_first_items_and_no_private_word() {
    let typed = report();
    assert_eq!((typed.span, typed.spans().len()), (Span::Whole, 4));
    assert_eq!(
        (typed.request.from.as_str(), typed.request.to.as_str()),
        ("2026-01-06", "2026-06-07")
    );
    let asked = typed.read().unwrap();
    assert_eq!((asked.from.as_str(), asked.to.as_str()), ("1900-01-01", "2026-06-07"));
    assert_eq!(
        asked.items,
        ["pain", "fatigue", "sleep_quality", "overall", "tolerability"]
    );
    assert!(asked.every_day && asked.late_days && !asked.notes && asked.name.is_empty());
    assert_eq!(asked.made_on, "2026-06-07");
}

// What the patient asks of their own accord is what they want told.
#[test]
fn own_ratings_are_on_the_report_unless_they_are_switched_off() {
    let mut diary = diary(STANFORD);
    let name = Name::new("Burning feet").unwrap();
    diary.settings = diary.settings.with_own_item(name, Direction::LowerIsBetter).unwrap();
    let own = ItemId::Own(diary.settings.own_items()[0].id.clone());
    let mut answers = Answers::default();
    answers
        .items
        .insert(own.clone(), crate::diary::Rating::new(40).unwrap());
    answers
        .items
        .insert(StandardItem::Stress.into(), crate::diary::Rating::new(40).unwrap());
    let day = Day::record(
        date("2026-01-05"),
        answers,
        at("2026-01-05T21:00:00+01:00"),
        DayEnd::default(),
    );
    diary.put_day(day.unwrap());
    let typed = report_form::Typed::of(&diary, date("2026-06-07"), Paper::A4);
    let on = |item: ItemId| typed.items.iter().find(|(other, _)| *other == item).map(|(_, on)| *on);
    assert_eq!((on(own), on(StandardItem::Stress.into())), (Some(true), Some(false)));
}

#[test]
fn the_days_of_a_report_are_those_of_its_span() {
    for (span, from, to) in [
        (Span::Whole, "1900-01-01", "2026-06-07"),
        (Span::FourWeeks, "2026-05-11", "2026-06-07"),
        (Span::TwelveWeeks, "2026-03-16", "2026-06-07"),
        (Span::Chosen, "2026-01-06", "2026-06-07"),
        (Span::UpToLast, "1900-01-01", "2026-06-07"),
    ] {
        let asked = report_form::Typed { span, ..report() }.read().unwrap();
        assert_eq!((asked.from.as_str(), asked.to.as_str()), (from, to), "{span:?}");
    }
    // Today counts once it holds an answer.
    let next_day = report_form::Typed::of(&diary(STANFORD), date("2026-06-09"), Paper::A4);
    let asked = report_form::Typed {
        span: Span::FourWeeks,
        ..next_day
    };
    let asked = asked.read().unwrap();
    assert_eq!((asked.from.as_str(), asked.to.as_str()), ("2026-05-12", "2026-06-08"));
}

#[test]
fn a_diary_that_stopped_is_reported_up_to_its_last_entry_unless_another_span_is_chosen() {
    let stopped = |today| report_form::Typed::of(&diary(FIRST_WEEKS), date(today), Paper::A4);
    let typed = stopped("2026-11-24");
    assert_eq!((typed.span, typed.spans().len()), (Span::UpToLast, 5));
    assert_eq!(
        (typed.request.from.as_str(), typed.request.to.as_str()),
        ("2026-03-02", "2026-04-05")
    );
    let days = |typed: &report_form::Typed| {
        let asked = typed.read().unwrap();
        (asked.to, asked.made_on)
    };
    assert_eq!(days(&typed), ("2026-04-05".into(), "2026-11-24".into()));
    // The report itself says since when.
    let report = papers::make(&Kind::Html, FIRST_WEEKS, &typed.read().unwrap(), &[]).unwrap();
    let report = String::from_utf8(report).unwrap().replace('\u{a0}', " ");
    assert!(report.contains("no entries since 5 Apr 2026") && report.contains("2 Mar to 5 Apr 2026"));
    let whole = report_form::Typed {
        span: Span::Whole,
        ..typed
    };
    assert_eq!(days(&whole), ("2026-11-23".into(), "2026-11-24".into()));
    assert_eq!(stopped("2026-04-19").span, Span::Whole, "a week or two is no end");
}

#[test]
fn days_that_are_chosen_are_both_there_and_in_their_order() {
    for (from, to) in [
        ("2026-01-05", "2026-01-05"),
        ("2026-01-05", "2026-06-07"),
        // Nothing is recorded there: the report says so.
        ("1900-01-01", "2199-12-31"),
    ] {
        let asked = chosen(from, to).read().unwrap();
        assert_eq!((asked.from.as_str(), asked.to.as_str()), (from, to));
    }
    let wrong = [("2026-06-08", "2026-06-07"), ("2199-12-31", "1900-01-01")];
    let missing = NO_DAYS.into_iter();
    let missing = missing.flat_map(|day| [(day, "2026-06-07"), ("2026-06-07", day), (day, day)]);
    let cases = wrong.map(|days| (days, Problem::WrongOrder)).into_iter();
    for ((from, to), problem) in cases.chain(missing.map(|days| (days, Problem::NoDate))) {
        let typed = chosen(from, to);
        assert_eq!(typed.read(), Err(vec![problem]), "{from:?} to {to:?}");
        let span = Span::FourWeeks;
        assert!(
            report_form::Typed { span, ..typed }.read().is_ok(),
            "other spans ask for no day"
        );
    }
}

#[test]
fn a_report_without_an_item_is_none() {
    let without = |mut typed: report_form::Typed| {
        typed.items.iter_mut().for_each(|(_, on)| *on = false);
        typed
    };
    assert_eq!(without(report()).read(), Err(vec![Problem::NoItem]));
    let found = without(chosen("2026-06-08", "2026-06-07")).read().unwrap_err();
    let expected = [
        (REPORT_TO, "The last day lies before the first one. Choose a later day."),
        (REPORT_ITEMS, "Choose at least one rating."),
    ];
    assert_eq!(beside(&found), expected.map(|(field, said)| (field, said.to_owned())));
    let found = chosen("", "").read().unwrap_err();
    assert_eq!(beside(&found), [(REPORT_TO, "Choose a day.".to_owned())]);
    let mut one = without(report());
    one.items[1].1 = true;
    assert_eq!(one.read().unwrap().items, ["fatigue"]);
}

#[test]
fn what_else_is_chosen_crosses_as_it_is() {
    for name in ["", "  ", "Ada <b>Doe</b>", "آدا لوفلیس", &"x".repeat(80)] {
        let mut typed = report();
        typed.request.name = name.into();
        (typed.request.notes, typed.request.every_day, typed.request.late_days) = (true, false, false);
        typed.request.paper = Paper::Letter;
        let asked = typed.read().unwrap();
        assert_eq!(asked.name, name);
        assert!(asked.notes && !asked.every_day && !asked.late_days);
        assert_eq!(asked.paper, Paper::Letter);
    }
}

#[test]
fn the_paper_is_that_of_the_browsers_country() {
    for (language, paper) in [
        ("en-US", Paper::Letter),
        ("fr-CA", Paper::Letter),
        ("es-MX", Paper::Letter),
        ("en-GB", Paper::A4),
        ("de", Paper::A4),
        ("en", Paper::A4),
        ("", Paper::A4),
    ] {
        assert_eq!(usual_paper(language), paper, "{language}");
    }
}

// Fault 11: what can hardly be meant is asked once, and taken then.
#[test]
fn a_first_day_far_from_today_is_asked_about_once() {
    let asked = |day: &str| start(step(day, "1.5"), Some(Form::Capsule), &[]).read(&Treatment::default(), today());
    for (day, is_asked) in [
        ("1900-01-01", true),
        ("2011-03-23", true),
        ("2011-03-24", false),
        ("2026-03-24", false),
        ("2027-03-24", false),
        ("2027-03-25", true),
        ("2199-12-31", true),
    ] {
        assert_eq!(
            asked(day).is_err_and(|found| found == [Problem::Unlikely(date(day))]),
            is_asked,
            "{day}"
        );
        let found = begun(day, None);
        assert_eq!(
            found,
            if is_asked {
                Err(vec![Problem::Unlikely(date(day))])
            } else {
                Ok(date(day))
            }
        );
        // Said once more it is meant; another far day is asked about again.
        let sure = first_day::asked_about(&found.err().unwrap_or_default());
        let again = start_ldn::Typed {
            sure,
            ..start(step(day, "1.5"), Some(Form::Capsule), &[])
        };
        assert!(again.read(&Treatment::default(), today()).is_ok(), "{day}");
        assert_eq!(
            begun("1901-01-01", sure),
            Err(vec![Problem::Unlikely(date("1901-01-01"))])
        );
    }
    for typed in NO_DAYS {
        assert_eq!(begun(typed, None), Err(vec![Problem::NoDay]), "{typed:?}");
    }
}

// D7, fault 14: ten times the planned dose or a tenth of it is asked about once, and taken then.
#[test]
fn a_dose_far_from_the_one_before_is_asked_about_once() {
    let far = |dose: &str, planned: &str| {
        let [dose, planned] = [dose, planned].map(|text| text.parse().unwrap());
        Problem::FarDose(FarDose { dose, planned })
    };
    let sure_of = |found: &[Problem], typed: &dose_step::Typed| dose_step::Typed {
        before: found.to_vec(),
        ..typed.clone()
    };
    let form = Some(Form::Capsule);
    // A start, with nothing before it: each step is asked about beside the one before.
    let first = start(step("2026-03-24", "45"), form, &[]);
    assert!(
        first.read(&baseline(), today()).is_ok(),
        "there is nothing to compare it with"
    );
    let steps = [step("2026-04-07", "45"), step("2026-04-21", "4.5")];
    let mut typed = start(step("1990-03-24", "4.5"), form, &steps);
    let found = typed.read(&Treatment::default(), today()).unwrap_err();
    let in_step = |number, problem| Problem::Step(number, Box::new(problem));
    assert_eq!(
        found,
        [
            Problem::Unlikely(date("1990-03-24")),
            in_step(1, far("45 mg", "4.5 mg")),
            in_step(2, far("4.5 mg", "45 mg")),
        ],
        "all at once, so that one answer is enough"
    );
    typed.sure = first_day::asked_about(&found);
    typed.first = sure_of(&found, &typed.first);
    typed.steps = typed.steps.iter().map(|step| sure_of(&found, step)).collect();
    assert!(typed.read(&Treatment::default(), today()).is_ok());

    let (_, on) = start(step("2026-03-24", "4.5"), form, &[])
        .read(&baseline(), today())
        .unwrap();
    for (text, expected) in [
        ("44.999", None),
        ("45", Some(far("45 mg", "4.5 mg"))),
        ("0.451", None),
        ("0.45", Some(far("0.45 mg", "4.5 mg"))),
        ("٤٥", Some(far("45 mg", "4.5 mg"))),
        ("4.5 µg", None),
        ("4 µg", Some(far("4 µg", "4.5 mg"))),
        ("4.5", None),
    ] {
        for from in ["2026-03-24", "2026-04-07"] {
            let typed = step(from, text);
            let found = typed.change(&on);
            match &expected {
                Some(problem) => {
                    let found = found.unwrap_err();
                    assert_eq!(found, std::slice::from_ref(problem), "{text}");
                    assert!(sure_of(&found, &typed).change(&on).is_ok(), "{text}");
                    let other = dose_step::Typed {
                        dose: self::typed("450"),
                        ..sure_of(&found, &typed)
                    };
                    assert!(other.change(&on).is_err(), "another one is asked about again");
                }
                None => assert!(
                    !found.is_err_and(|found| matches!(found[..], [Problem::FarDose(_)])),
                    "{text}"
                ),
            }
        }
        let found = step("2026-03-24", text).edit(&on, date("2026-03-24"));
        assert_eq!(
            found.err().filter(|found| matches!(found[..], [Problem::FarDose(_)])),
            expected.map(|one| vec![one])
        );
    }
    // A slip that was kept is put right without a question, where another dose tells that it was one.
    let slip = sure_of(&[far("45 mg", "4.5 mg")], &step("2026-04-07", "45"))
        .change(&on)
        .unwrap()
        .treatment;
    assert!(step("2026-04-07", "4.5").edit(&slip, date("2026-04-07")).is_ok());
    // LDN again, after a time without it.
    let off = on.start_phase(PhaseKind::Washout, date("2026-05-01"), None).unwrap();
    let again = start(step("2026-06-01", "45"), form, &[]).read(&off, date("2026-06-01"));
    assert_eq!(again, Err(vec![far("45 mg", "4.5 mg")]));
    assert_eq!(
        beside(&[far("45 mg", "4.5 mg"), far("2 µg", "4.5 mg")]),
        [
            "45 mg is ten times the planned 4.5 mg, or more. If you mean it, press the button once more.",
            "2 µg is a tenth of the planned 4.5 mg, or less. If you mean it, press the button once more.",
        ]
        .map(|said| (DOSE, said.to_owned()))
    );
}

/// A washout that is started on a day; what comes back is that day.
fn begun(day: &str, sure: Option<NaiveDate>) -> Result<NaiveDate, Vec<Problem>> {
    let typed = start_phase::Typed {
        sure,
        ..starts(Some(PhaseKind::Washout), "", day)
    };
    typed.read(&Treatment::default(), today()).map(|started| started.from)
}

fn starts(kind: Option<PhaseKind>, medicine: &str, from: &str) -> start_phase::Typed {
    start_phase::Typed {
        kind,
        medicine: medicine.to_owned(),
        from: from.to_owned(),
        sure: None,
    }
}

// P7: another medicine has the name that it is given; one that was taken before keeps its letters.
#[test]
fn another_medicine_needs_a_name() {
    let no_name = |text| Problem::BadName(field::MEDICINE, Name::new(text).expect_err("no name"));
    for typed in ["", " \u{200b}", &"a".repeat(41)] {
        let found = starts(None, typed, "2026-03-01").read(&Treatment::default(), today());
        assert_eq!(found, Err(vec![no_name(typed)]), "{typed:?}");
        let both = starts(None, typed, "").read(&Treatment::default(), today());
        assert_eq!(both, Err(vec![no_name(typed), Problem::NoDay]), "{typed:?}");
    }
    for ours in ["ldn", "Placebo", " BASELINE ", "washout"] {
        let found = starts(None, ours, "2026-03-01").read(&Treatment::default(), today());
        assert_eq!(found, Err(vec![Problem::NoOther]), "{ours:?}");
    }
    let started = |treatment: &Treatment, typed, from| {
        let started = starts(None, typed, from).read(treatment, today()).expect("it fits");
        (names::phase(&started.kind).into_owned(), started.treatment)
    };
    let (name, treatment) = started(&Treatment::default(), " Amitriptyline  10 mg ", "2026-03-01");
    assert_eq!(name, "Amitriptyline  10 mg");
    for (typed, expected) in [
        ("amitriptyline 10 MG", "Amitriptyline  10 mg"),
        ("Amitriptyline 25 mg", "Amitriptyline 25 mg"),
        ("Амитриптилин", "Амитриптилин"),
    ] {
        let (name, treatment) = started(&treatment, typed, "2026-03-20");
        assert_eq!((name.as_str(), treatment.phases().len()), (expected, 2), "{typed:?}");
    }
}

// What is typed of a phase that needs no name is not read.
#[test]
fn a_phase_begins_on_the_day_that_is_typed() {
    for kind in PhaseKind::UNNAMED {
        let found = starts(Some(kind.clone()), "", "2026-03-01").read(&Treatment::default(), today());
        let started = found.expect("it fits");
        assert_eq!((started.kind, started.from), (kind, date("2026-03-01")));
        let exists = TreatmentError::PhaseExists(date("2026-03-01"));
        let again = starts(None, "Amitriptyline", "2026-03-01").read(&started.treatment, today());
        if started.treatment.opened_itself().is_none() {
            assert_eq!(again, Err(vec![Problem::Misfit(exists)]));
        }
    }
}

fn when(text: &str) -> already::When {
    already::When {
        text: text.into(),
        is_month: text.len() == "2026-03".len(),
    }
}

// P1: since when, a month is enough, and which dose; or until when.
#[test]
fn who_takes_ldn_already_says_since_when() {
    let takes = |since: &str, dose: &str, dose_since: &str| already::Typed {
        since: when(since),
        dose: typed(dose),
        dose_since: dose_since.into(),
        ..already::Typed::default()
    };
    let stopped = |since: &str, last: &str, dose: &str| already::Typed {
        stopped: Some(when(last)),
        ..takes(since, dose, "")
    };
    let shown = |typed: &already::Typed| {
        let said = typed.read(&baseline(), today())?;
        let phases: Vec<String> = said
            .phases()
            .iter()
            .map(|phase| format!("{} {}", phase.kind.id(), names::first_day(phase, |day| day.to_string())))
            .collect();
        Ok([phases.join(", "), doses(&said)].join("; "))
    };
    for (typed, expected) in [
        (takes("2025-12-15", "4.5", ""), "ldn 2025-12-15; 2025-12-15 4.5 mg"),
        (
            takes("2025-12", "4.5", "2026-02-01"),
            "ldn December 2025; 2026-02-01 4.5 mg",
        ),
        (takes("2026-03", "3", ""), "ldn March 2026; 2026-03-01 3 mg"),
        (
            takes("2026-03-20", "3", ""),
            "baseline 2026-03-10, ldn 2026-03-20; 2026-03-20 3 mg",
        ),
        (
            stopped("2025-12", "2026-03-01", ""),
            "ldn December 2025, washout 2026-03-01; ",
        ),
        (
            stopped("2025-12", "2026-03-15", "4.5"),
            "ldn December 2025, washout 2026-03-15; 2025-12-01 4.5 mg",
        ),
        (stopped("", "2026-02", ""), "washout February 2026; "),
        (
            stopped("", "2026-03-20", ""),
            "baseline 2026-03-10, washout 2026-03-20; ",
        ),
    ] {
        assert_eq!(shown(&typed), Ok(expected.to_owned()), "{typed:?}");
    }
    let ahead = Problem::StillToCome;
    for (typed, expected) in [
        (takes("", "", ""), vec![Problem::NoDay, Problem::NoDose]),
        (
            takes("2026-03-25", "0", ""),
            vec![ahead(field::FIRST_DAY), Problem::DoseOfNone],
        ),
        (takes("2026-04", "3", ""), vec![ahead(field::FIRST_DAY)]),
        (takes("2026-01-01", "3", "2025-12-31"), vec![Problem::DoseBeforeStart]),
        (takes("2026-01-01", "3", "soon"), vec![Problem::DoseBeforeStart]),
        (takes("1987-01", "3", ""), vec![Problem::Unlikely(date("1987-01-01"))]),
        (stopped("", "", ""), vec![Problem::NoLastDay]),
        (stopped("2026-03-01", "2026-03-01", ""), vec![Problem::StoppedFirst]),
        // What is typed is kept or asked about: nothing goes without a word.
        (stopped("", "2026-03-20", "4.5"), vec![Problem::NoSince]),
        (
            already::Typed {
                form: Some(Form::Capsule),
                ..stopped("", "2026-03-20", "")
            },
            vec![Problem::NoSince],
        ),
        (
            already::Typed {
                dose_since: "2026-03-21".into(),
                ..stopped("2026-01-01", "2026-03-20", "4.5")
            },
            vec![Problem::DoseAfterStop],
        ),
        (
            stopped("soon", "2026-03-25", "x"),
            vec![
                Problem::NoDay,
                ahead(field::STOPPED),
                Problem::BadDose(DoseError::NotADose),
            ],
        ),
    ] {
        assert_eq!(shown(&typed), Err(expected), "{typed:?}");
    }
}

// T1
#[test]
fn a_trial_is_drawn_of_what_is_whole_and_all_else_is_said_beside_its_field() {
    use field::{PAIRS, PERIOD_DAYS};
    let today = date("2026-03-01");
    let whole = pharmacist::Typed {
        dose: typed("4.5"),
        form: Some(Form::Capsule),
        pairs: Some(3),
        period_days: "28".into(),
        first_day: "2026-03-02".into(),
        sure: None,
        meant: None,
    };
    let asked = whole.read(today).unwrap();
    assert_eq!((asked.dose.to_string().as_str(), asked.form), ("4.5 mg", Form::Capsule));
    assert_eq!((asked.plan.pairs(), asked.plan.period_days()), (3, 28));
    assert_eq!(asked.plan.first_day(), date("2026-03-02"));
    let fields = |typed: &pharmacist::Typed| -> Vec<&str> {
        let found = typed.read(today).err().unwrap_or_default();
        found.iter().map(Problem::field).collect()
    };
    let blank = pharmacist::Typed {
        dose: typed(" "),
        form: None,
        pairs: None,
        period_days: String::new(),
        first_day: String::new(),
        sure: None,
        meant: None,
    };
    assert_eq!(fields(&blank), [DOSE, FORM, PAIRS, PERIOD_DAYS, FIRST_DAY]);
    for dose in ["", "0", "0.0 mg", "x", "4.5.5", "-1", "99999"] {
        let bad = pharmacist::Typed {
            dose: typed(dose),
            ..whole.clone()
        };
        assert_eq!(fields(&bad), [DOSE], "{dose}");
    }
    for days in ["21", "84", " 28 ", "２８", "028"] {
        let fine = pharmacist::Typed {
            period_days: days.into(),
            ..whole.clone()
        };
        assert_eq!(fields(&fine), [""; 0], "{days}");
    }
    for days in [
        "20",
        "85",
        "0",
        "-28",
        "+28",
        "28.0",
        "28,5",
        "4 weeks",
        "2 8",
        "99999999999999999999",
        "٢",
    ] {
        let bad = pharmacist::Typed {
            period_days: days.into(),
            ..whole.clone()
        };
        assert_eq!(fields(&bad), [PERIOD_DAYS], "{days}");
    }
    for day in NO_DAYS {
        let bad = pharmacist::Typed {
            first_day: day.into(),
            ..whole.clone()
        };
        assert_eq!(fields(&bad), [FIRST_DAY], "{day}");
    }
    for (day, found) in [
        ("2026-02-28", Err(vec![Problem::TrialDayOver])),
        ("1999-12-31", Err(vec![Problem::TrialDayOver])),
        ("2026-03-01", Ok(())),
        ("2027-03-01", Ok(())),
        ("2027-03-02", Err(vec![Problem::Unlikely(date("2027-03-02"))])),
    ] {
        let typed = pharmacist::Typed {
            first_day: day.into(),
            ..whole.clone()
        };
        assert_eq!(typed.read(today).map(|_| ()), found, "{day}");
    }
    // What is meant can be drawn, unless no code can say it.
    for (day, is_drawn) in [("2027-03-02", true), ("2199-12-31", false)] {
        let sure = pharmacist::Typed {
            first_day: day.into(),
            sure: Some(date(day)),
            ..whole.clone()
        };
        assert_eq!(fields(&sure).is_empty(), is_drawn, "{day}");
    }
}

// D7
#[test]
fn ten_times_the_dose_of_the_trials_is_asked_about_once() {
    let today = date("2026-03-01");
    let large = pharmacist::Typed {
        dose: typed("45"),
        form: Some(Form::Capsule),
        pairs: Some(3),
        period_days: "28".into(),
        first_day: "2026-03-02".into(),
        sure: None,
        meant: None,
    };
    let asked = large.read(today).unwrap_err();
    assert_eq!(asked, [Problem::LargeTrialDose(Dose::from_micrograms(45_000).unwrap())]);
    let meant = pharmacist::Typed {
        meant: pharmacist::dose_asked_about(&asked),
        ..large
    };
    assert!(meant.read(today).is_ok());
}

mod of_trials {
    use super::*;
    use crate::diary::{Arm, Guess, Sure, TrialCode, TrialOfOne, TrialPlan};
    use crate::exchange::sealed_order::{CodeError, RANDOM_BYTES, SealedOrder, draw};
    use crate::forms::trial_change::{Moved, Stopped, open_trial};
    use crate::forms::{guess, trial_begin};
    use crate::trial_of_one::{TrialError, TrialsOfOne as _};

    const NOW: &str = "2026-03-10T21:04:00+01:00";
    const TODAY: &str = "2026-03-10";

    fn order(first: &str, salt: u8) -> SealedOrder {
        let plan = TrialPlan::new(2, 28, date(first)).unwrap();
        draw(&[salt; RANDOM_BYTES], plan)
    }

    fn code(first: &str) -> String {
        order(first, 5).commit_code().as_str().to_owned()
    }

    fn begin(code: &str) -> trial_begin::Typed {
        trial_begin::Typed {
            code: code.into(),
            dose: typed("4.5"),
            form: Some(Form::Capsule),
            has_read: true,
            is_agreed: true,
            before: Vec::new(),
        }
    }

    fn read(form: &trial_begin::Typed, treatment: &Treatment) -> Result<trial_begin::Begun, Vec<Problem>> {
        form.read(treatment, date(TODAY), at(NOW))
    }

    fn baseline() -> Treatment {
        Treatment::default().opened_by(date("2026-02-10"))
    }

    /// A trial of four periods from 16 March on, after a baseline.
    fn begun() -> (TrialOfOne, Treatment) {
        let begun = read(&begin(&code("2026-03-16")), &baseline()).unwrap();
        (begun.trial, begun.treatment)
    }

    // T6, T2: nothing begins without both ticks, and the code as it is typed says when.
    #[test]
    fn a_trial_begins_with_both_ticks_code_dose_and_form() {
        let nothing = trial_begin::Typed {
            code: String::new(),
            dose: DoseText::default(),
            form: None,
            has_read: false,
            is_agreed: false,
            before: Vec::new(),
        };
        assert_eq!(
            read(&nothing, &baseline()),
            Err(vec![
                Problem::NotRead,
                Problem::NotAgreed,
                Problem::NoCode,
                Problem::NoDose,
                Problem::NoForm
            ])
        );
        for typed in [
            code("2026-03-16"),
            code("2026-03-16").to_lowercase(),
            code("2026-03-16").replace('-', "  "),
            code("2026-03-16").replace('-', ""),
        ] {
            let found = read(&begin(&typed), &baseline()).unwrap();
            assert_eq!(found.trial.commit.as_str(), code("2026-03-16"));
            assert_eq!(found.trial.agreed_at, at(NOW));
            let from: Vec<NaiveDate> = found.treatment.phases().iter().map(|phase| phase.from).collect();
            let days = [
                "2026-02-10",
                "2026-03-16",
                "2026-04-13",
                "2026-05-11",
                "2026-06-08",
                "2026-07-06",
            ];
            assert_eq!(from, days.map(date));
        }
        for (has_read, is_agreed, problem) in [(false, true, Problem::NotRead), (true, false, Problem::NotAgreed)] {
            let form = trial_begin::Typed {
                has_read,
                is_agreed,
                ..begin(&code("2026-03-16"))
            };
            assert_eq!(read(&form, &baseline()), Err(vec![problem]));
        }
        let form = trial_begin::Typed {
            dose: typed("0"),
            ..begin(&code("2026-03-16"))
        };
        assert_eq!(read(&form, &baseline()), Err(vec![Problem::TrialOfNone]));
    }

    #[test]
    fn a_code_that_is_none_is_told_by_its_group_or_its_kind() {
        let right = code("2026-03-16");
        let reveal = order("2026-03-16", 5).reveal_code();
        let swapped = right.replacen(&right[6..8], &right[6..8].chars().rev().collect::<String>(), 1);
        for (typed, problem) in [
            (" ", Problem::NoCode),
            (
                &right[1..],
                Problem::BadCode(CodeError::Length {
                    letters: 34,
                    needed: 35,
                }),
            ),
            (
                &right.replacen('-', "€", 1),
                Problem::BadCode(CodeError::NotALetter('€')),
            ),
            (reveal.as_str(), Problem::BadCode(CodeError::OtherKind)),
        ] {
            assert_eq!(read(&begin(typed), &baseline()), Err(vec![problem.clone()]), "{typed}");
            assert_eq!(problem.field(), field::TRIAL_CODE);
        }
        if swapped != right {
            assert_eq!(
                read(&begin(&swapped), &baseline()),
                Err(vec![Problem::BadCode(CodeError::Group(2))])
            );
        }
        // What is said of a reveal code does not repeat it.
        assert!(
            !Problem::BadCode(CodeError::OtherKind)
                .said()
                .contains(&reveal.as_str()[..5])
        );
    }

    // A trial whose days are over is refused, one that began some days ago is not, and what can hardly be meant is asked once.
    #[test]
    fn a_first_day_that_is_over_is_weighed_by_how_long() {
        let whole = order("2025-11-18", 5).plan();
        assert_eq!(whole.ends(), date(TODAY));
        for (first, problem) in [
            ("2025-11-18", Some(Problem::TrialOver(date("2026-03-09")))),
            ("2025-11-19", Some(Problem::FarTrial(date("2025-11-19")))),
            ("2026-02-24", Some(Problem::FarTrial(date("2026-02-24")))),
            ("2026-02-25", None),
            ("2026-03-10", None),
            ("2027-03-10", None),
            ("2027-03-11", Some(Problem::FarTrial(date("2027-03-11")))),
        ] {
            let found = read(&begin(&code(first)), &Treatment::default());
            assert_eq!(found.as_ref().err().map(|found| found[0].clone()), problem, "{first}");
            let Err(before) = found else { continue };
            let again = read(
                &trial_begin::Typed {
                    before,
                    ..begin(&code(first))
                },
                &Treatment::default(),
            );
            assert_eq!(again.is_ok(), matches!(problem, Some(Problem::FarTrial(_))), "{first}");
        }
        let of = |first| trial_begin::days_over(&trial_begin::read_code(&code(first)).unwrap(), date(TODAY));
        assert_eq!(["2026-03-09", "2026-03-10", "2026-03-11"].map(of), [1, 0, 0]);
    }

    #[test]
    fn what_is_in_the_way_is_named_and_a_far_dose_is_asked_about() {
        let misfit = |why| Err(vec![Problem::TrialMisfit(field::TRIAL_CODE, why)]);
        let (trial, treatment) = begun();
        assert_eq!(
            read(&begin(trial.commit.as_str()), &treatment),
            misfit(TrialError::BegunBefore)
        );
        let within = order("2026-04-01", 6).commit_code();
        assert_eq!(
            read(&begin(within.as_str()), &treatment),
            misfit(TreatmentError::InTrial(date("2026-04-01")).into())
        );
        let washout = baseline()
            .start_phase(PhaseKind::Washout, date("2026-03-20"), None)
            .unwrap();
        assert_eq!(
            read(&begin(&code("2026-03-16")), &washout),
            misfit(TrialError::InTheWay(date("2026-03-20")))
        );
        // One trial after the other, at once.
        let next = order("2026-07-06", 7).commit_code();
        assert_eq!(
            read(&begin(next.as_str()), &treatment)
                .unwrap()
                .treatment
                .trials_of_one()
                .len(),
            2
        );
        let ldn = Treatment::new(
            vec![Phase::new(PhaseKind::Ldn, date("2026-01-01"), None)],
            vec![DoseStep::new(date("2026-01-01"), Dose::from_milligrams("4.5").unwrap())],
        );
        let (ldn, far) = (
            ldn.unwrap(),
            trial_begin::Typed {
                dose: typed("45"),
                ..begin(&code("2026-03-16"))
            },
        );
        let before = read(&far, &ldn).unwrap_err();
        assert!(matches!(before[..], [Problem::FarDose(_)]));
        assert!(read(&trial_begin::Typed { before, ..far }, &ldn).is_ok());
    }

    fn moved(period: u8, to: &str, and_later: Option<bool>) -> Moved {
        Moved {
            period: Some(period),
            to: to.into(),
            and_later,
            sure: None,
        }
    }

    fn first_days(treatment: &Treatment) -> Vec<String> {
        let trial = treatment.trials_of_one().remove(0);
        trial
            .periods
            .iter()
            .chain([&trial.ends])
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_bottle_moves_alone_or_with_all_later_ones() {
        let (trial, treatment) = begun();
        let today = date("2026-04-20");
        for (form, days) in [
            (
                moved(2, "2026-04-15", Some(false)),
                ["2026-03-16", "2026-04-15", "2026-05-11", "2026-06-08", "2026-07-06"],
            ),
            (
                moved(2, "2026-04-15", Some(true)),
                ["2026-03-16", "2026-04-15", "2026-05-13", "2026-06-10", "2026-07-08"],
            ),
            (
                moved(2, "2026-04-11", Some(true)),
                ["2026-03-16", "2026-04-11", "2026-05-09", "2026-06-06", "2026-07-04"],
            ),
            (
                moved(5, "2026-06-30", None),
                ["2026-03-16", "2026-04-13", "2026-05-11", "2026-06-08", "2026-06-30"],
            ),
        ] {
            assert_eq!(
                first_days(&form.read(&treatment, &trial, today).unwrap()),
                days,
                "{form:?}"
            );
        }
        let nothing = Moved {
            period: None,
            to: String::new(),
            and_later: None,
            sure: None,
        };
        for (form, problems) in [
            (nothing, vec![Problem::NoPeriod, Problem::NoTrialDay, Problem::NoLater]),
            (moved(2, "2026-04-15", None), vec![Problem::NoLater]),
            (
                moved(2, "2099-04-15", Some(false)),
                vec![Problem::Unlikely(date("2099-04-15"))],
            ),
            (
                moved(2, "2026-05-11", Some(false)),
                vec![Problem::TrialMisfit(
                    field::FIRST_DAY,
                    TrialError::PassesNeighbour(date("2026-05-11")),
                )],
            ),
            (
                moved(2, "2026-03-16", Some(true)),
                vec![Problem::TrialMisfit(
                    field::FIRST_DAY,
                    TrialError::PassesNeighbour(date("2026-03-16")),
                )],
            ),
        ] {
            assert_eq!(form.read(&treatment, &trial, today), Err(problems), "{form:?}");
        }
    }

    #[test]
    fn a_trial_is_stopped_within_its_days_alone() {
        let (trial, treatment) = begun();
        let today = date("2026-05-20");
        let read = |on: &str| {
            Stopped {
                on: on.into(),
                sure: None,
            }
            .read(&treatment, &trial, at(NOW), today)
        };
        let (on, stopped) = read("2026-05-20").unwrap();
        assert_eq!(on, today);
        assert_eq!(
            first_days(&stopped),
            ["2026-03-16", "2026-04-13", "2026-05-11", "2026-05-20"]
        );
        assert_eq!(stopped.phase_on(today).unwrap().1.kind, PhaseKind::Washout);
        assert_eq!(read(""), Err(vec![Problem::NoTrialDay]));
        for day in ["2026-03-16", "2026-07-06"] {
            let why = TrialError::NothingToStop(date(day));
            assert_eq!(
                read(day),
                Err(vec![Problem::TrialMisfit(field::FIRST_DAY, why)]),
                "{day}"
            );
        }
        // Before its second day it is called off.
        let off = Stopped {
            on: "2026-03-10".into(),
            sure: None,
        };
        let (_, off) = off.read(&treatment, &trial, at(NOW), date(TODAY)).unwrap();
        assert!(off.trials_of_one().is_empty());
    }

    #[test]
    fn the_trial_that_can_be_changed_is_the_one_that_goes_on() {
        let (trial, treatment) = begun();
        let next = order("2026-07-06", 7).commit_code();
        let both = read(&begin(next.as_str()), &treatment).unwrap().treatment;
        for (today, found) in [
            ("2026-03-01", &trial.commit),
            ("2026-07-05", &trial.commit),
            ("2026-07-06", &next),
            ("2027-01-01", &next),
        ] {
            assert_eq!(open_trial(&both, date(today)).unwrap().commit, *found, "{today}");
        }
        assert_eq!(open_trial(&baseline(), date(TODAY)), None);
    }

    // D9: from the last day of each on, in order; not twice, and not after the reveal.
    #[test]
    fn a_guess_is_asked_from_the_last_day_on_and_once() {
        let (trial, treatment) = begun();
        let asked = |treatment: &Treatment, today: &str| -> Vec<u8> {
            guess::asked(treatment, date(today))
                .into_iter()
                .map(|(_, period)| period)
                .collect()
        };
        for (today, periods) in [
            ("2026-04-11", &[][..]),
            ("2026-04-12", &[1]),
            ("2026-05-10", &[1, 2]),
            ("2026-12-31", &[1, 2, 3, 4]),
        ] {
            assert_eq!(asked(&treatment, today), periods, "{today}");
        }
        let typed = |arm, sure| guess::Typed { arm, sure }.read(at(NOW));
        assert_eq!(typed(None, Some(1)), Err(vec![Problem::NoGuess]));
        assert_eq!(typed(Some(0), None), Err(vec![Problem::NotSure]));
        let of = |arm, sure| Ok(Guess { arm, sure, at: at(NOW) });
        assert_eq!(typed(Some(0), Some(1)), of(Some(Arm::Ldn), Some(Sure::Fairly)));
        assert_eq!(typed(Some(1), Some(2)), of(Some(Arm::Placebo), Some(Sure::Very)));
        // How sure was chosen for something that is not thought any more.
        assert_eq!(typed(Some(2), Some(2)), of(None, None));
        let guessed = treatment.guess_period(&trial.commit, 1, typed(Some(2), None).unwrap(), date("2026-04-12"));
        assert_eq!(asked(&guessed.unwrap(), "2026-05-10"), [2]);
        let code: TrialCode = trial.commit;
        assert_eq!(guess::asked(&treatment, date("2026-04-12")), [(code, 1)]);
    }
}

// D8: no two have one name; what is refused stands beside its field.
#[test]
fn another_medicine_is_added_by_name() {
    use super::field::{MEDICINE_NAME, MEDICINE_UNIT};
    use super::medicine::{Typed, bring_back, has_room, put_away};
    let typed = |name: &str, unit: &str| Typed {
        name: name.into(),
        unit: unit.into(),
    };
    let settings = typed("Tramadol", " 50 mg ").read(Settings::default()).unwrap();
    let unit = |settings: &Settings| settings.medicines().last().unwrap().unit.clone();
    assert_eq!(unit(&settings).unwrap().as_str(), "50 mg");
    assert_eq!(unit(&typed("A", " \u{200b}").read(settings.clone()).unwrap()), None);
    let long = "x".repeat(41);
    for (name, with, fields) in [
        ("", "", vec![MEDICINE_NAME]),
        (&*long, &*long, vec![MEDICINE_NAME, MEDICINE_UNIT]),
        ("B", &*long, vec![MEDICINE_UNIT]),
        ("TRAMADOL ", "100 mg", vec![MEDICINE_NAME]),
    ] {
        let found = typed(name, with).read(settings.clone()).unwrap_err();
        assert_eq!(
            found.iter().map(Problem::field).collect::<Vec<_>>(),
            fields,
            "{name:?} {with:?}"
        );
    }
    let id = settings.medicines()[0].id.clone();
    let away = settings.clone().with_medicine_away(&id, true).unwrap();
    let found = typed("tramadol", "").read(away.clone()).unwrap_err();
    assert_eq!(put_away(&found[0], &away), Some(id.clone()));
    assert_eq!(bring_back(&id, &away), Some(settings.clone()));
    let mut full = settings;
    for number in 2..=6 {
        assert!(has_room(&full));
        full = typed(&format!("M {number}"), "").read(full).unwrap();
    }
    assert!(!has_room(&full));
    let found = typed("M 7", "").read(full).unwrap_err();
    assert_eq!(found[0].field(), MEDICINE_NAME);
}

// D8: the fact of the label is said where the name of a medicine has that of an opioid, as a word.
#[test]
fn an_opioid_is_known_by_its_name() {
    use super::medicine::is_opioid;
    for (text, is) in [
        ("Tramadol", true),
        ("TRAMADOL 50 mg", true),
        ("tramadol/paracetamol", true),
        ("Co-codamol", true),
        ("Codéine", true),
        ("Methadone-liquid", true),
        ("OxyContin", true),
        ("Ibuprofen", false),
        ("Naltrexone", false),
        ("Codeinefree", false),
        ("# Source", false),
        ("50 mg", false),
        ("Opioid", false),
    ] {
        assert_eq!(is_opioid(&Name::new(text).unwrap()), is, "{text}");
    }
}

fn typed_visit(date: &str, time: &str, with: &str, questions: [&str; 3]) -> visit::Typed {
    visit::Typed {
        date: date.into(),
        time: time.into(),
        with: with.into(),
        questions: questions.map(str::to_owned),
    }
}

#[test]
fn a_visit_lies_not_before_today_and_all_else_of_it_is_optional() {
    let (today, now) = (date("2026-12-10"), at("2026-12-10T21:00:00+01:00"));
    let long = "ж".repeat(201);
    let full = "疲".repeat(200);
    let over = |place: usize| Problem::TooLong(field::VISIT_QUESTIONS[place], 201, 200);
    let none = ["", "", ""];
    for (typed, expected) in [
        (typed_visit("2026-12-10", "", "", none), vec![]),
        (
            typed_visit("2026-12-12", "14:30", " Dr  Lind ", ["", &full, " a\nb "]),
            vec![],
        ),
        (typed_visit("2026-12-09", "", "", none), vec![Problem::VisitOver]),
        (typed_visit("", "", "", none), vec![Problem::NoVisitDay]),
        (
            typed_visit("2026-02-30", "25:00", "", none),
            vec![Problem::NoVisitDay, Problem::BadTime],
        ),
        (typed_visit("2026-12-12", "half two", "", none), vec![Problem::BadTime]),
        (
            typed_visit("2026-12-09", "", &"W".repeat(61), [&long, "a", &long]),
            vec![
                Problem::VisitOver,
                Problem::TooLong(field::VISIT_WITH, 61, 60),
                over(0),
                over(2),
            ],
        ),
    ] {
        let found = typed.read(None, today, now);
        assert_eq!(found.clone().err().unwrap_or_default(), expected, "{typed:?}");
        if let Ok(visit) = found {
            assert_eq!(visit.changed_at, now);
            assert_eq!(visit::Typed::of(&visit).read(None, today, now), Ok(visit));
        }
    }
    let read = typed_visit("2026-12-12", "", " Dr  Lind ", ["", " a\nb ", ""]).read(None, today, now);
    let read = read.unwrap();
    assert_eq!(
        (read.with.as_deref(), read.questions),
        (Some("Dr Lind"), vec!["a b".to_owned()])
    );
    assert_eq!(
        Problem::TooLong(field::VISIT_WITH, 61, 60).said(),
        "This has 61 characters. Shorten it to 60 or fewer."
    );
}

#[test]
fn a_visit_that_is_changed_keeps_its_day_although_that_is_over_and_what_was_decided() {
    let (today, now) = (date("2026-12-13"), at("2026-12-13T21:00:00+01:00"));
    let first = typed_visit("2026-12-12", "", "", ["", "", ""]).read(None, date("2026-12-12"), now);
    let mut before = first.unwrap();
    before.put_away = true;
    before.unknown.insert("room".into(), 7.into());
    let change = |date: &str| typed_visit(date, "", "", ["b", "", ""]).read(Some(&before), today, now);
    let stays = change("2026-12-12").unwrap();
    assert_eq!((stays.put_away, stays.unknown.len()), (true, 1));
    assert!(
        !change("2026-12-20").unwrap().put_away,
        "it was put off, and is asked about again"
    );
    assert_eq!(change("2026-12-11"), Err(vec![Problem::VisitOver]));
}

#[test]
fn what_was_decided_is_chosen_and_what_is_something_else_is_said() {
    use crate::visits::Choice;
    let on = date("2026-12-12");
    let long = "ж".repeat(201);
    let over = Problem::TooLong(field::VISIT_WORDS, 201, 200);
    for (what, words, expected) in [
        (None, "", Err(vec![Problem::NoDecision])),
        (None, long.as_str(), Err(vec![Problem::NoDecision, over.clone()])),
        (Some(Choice::GoOn), "", Ok(None)),
        (Some(Choice::ChangeDose), " slowly ", Ok(Some("slowly".to_owned()))),
        (Some(Choice::ChangeDose), &long, Err(vec![over.clone()])),
        (Some(Choice::Other), " \u{200b}", Err(vec![Problem::NoDecisionWords])),
        (Some(Choice::Other), &long, Err(vec![over])),
        (Some(Choice::Other), "Blood test", Ok(Some("Blood test".to_owned()))),
    ] {
        let typed = visit::TypedDecision {
            what,
            words: words.into(),
        };
        let read = typed.read(on).map(|decided| decided.words);
        assert_eq!(read, expected, "{what:?} {words:?}");
    }
}

#[test]
fn what_can_be_decided_is_what_there_is_a_form_for() {
    use crate::visits::Choice;
    let (day, today) = (date("2026-01-01"), date("2026-12-12"));
    let mut treatments = vec![(Treatment::default(), [true, false, false, true])];
    for (kind, expected) in [
        (PhaseKind::Baseline, [true, false, false, true]),
        (PhaseKind::Ldn, [false, true, true, true]),
        (PhaseKind::Placebo, [true, false, true, true]),
        (PhaseKind::Washout, [true, false, false, true]),
    ] {
        treatments.push((Treatment::default().start_phase(kind, day, None).unwrap(), expected));
    }
    for (treatment, expected) in treatments {
        let offered = visit::choices(&treatment, today);
        let asked = [
            Choice::StartLdn,
            Choice::ChangeDose,
            Choice::Stop,
            Choice::OtherMedicine,
        ];
        assert_eq!(asked.map(|choice| offered.contains(&choice)), expected);
        for always in [Choice::GoOn, Choice::AskAgain, Choice::AskLess, Choice::Other] {
            assert!(offered.contains(&always));
        }
    }
}
