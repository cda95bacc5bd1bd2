use chrono::NaiveDate;

use super::*;
use crate::diary::{
    Answers, Count, DayEnd, Direction, Dose, Form, ItemId, Name, Note, PhaseKind, Rating, Settings, StandardItem,
    Template,
};
use crate::testing::date;
use crate::words::names;
use chrono::DateTime;

fn rated(items: &[(StandardItem, i64)]) -> Answers {
    let items = items
        .iter()
        .map(|(item, rating)| ((*item).into(), Rating::new(*rating).unwrap()))
        .collect();
    Answers {
        items,
        ..Answers::default()
    }
}

fn pain(rating: i64) -> Answers {
    rated(&[(StandardItem::Pain, rating)])
}

fn pain_and_stress(pain: i64, stress: i64) -> Answers {
    rated(&[(StandardItem::Pain, pain), (StandardItem::Stress, stress)])
}

fn stress(rating: i64) -> Answers {
    rated(&[(StandardItem::Stress, rating)])
}

/// A day of January 2026, recorded in its evening at this minute.
fn day(day: u32, minute: u32, answers: Answers) -> Day {
    let recorded = format!("2026-01-{day:02}T21:{minute:02}:00+01:00");
    Day::restore(
        date(&recorded[..10]),
        DateTime::parse_from_rfc3339(&recorded).unwrap(),
        None,
        answers,
    )
}

fn diary(days: impl IntoIterator<Item = Day>) -> Diary {
    days.into_iter().fold(Diary::default(), Diary::with_day)
}

const MERGE: How = How::MERGE;

/// How two versions of a day differ of which nothing is known but what they say themselves.
fn difference(here: &Day, file: &Day) -> Option<Difference> {
    let plan = plan(&diary([here.clone()]), &diary([file.clone()]));
    plan.differences.first().copied()
}

// I1: "Importing it adds 12 days, changes 3, keeps 70.".
#[test]
fn an_import_says_what_it_would_do() {
    let here = diary([
        day(1, 0, pain(1)),
        day(2, 0, pain(2)),
        day(3, 0, pain(3)),
        day(4, 0, pain(4)),
    ]);
    let file = diary([
        day(2, 0, pain(2)),
        day(3, 5, pain(33)),
        day(4, 5, pain_and_stress(4, 4)),
        day(5, 0, pain(5)),
    ]);
    let plan = plan(&here, &file);
    assert_eq!(plan.sentence(MERGE), "Importing it adds 1 day, changes 2, keeps 2.");
    assert_eq!(
        plan.sentence(How::Replace),
        "Replacing your diary with it adds 1 day, changes 2, keeps 1, removes 1. A safety copy of your diary as it is now is kept, and can be brought back."
    );
    let conflicts: Vec<NaiveDate> = plan.conflicts().map(|difference| difference.date).collect();
    assert_eq!(conflicts, [date("2026-01-03")]);
    assert_eq!(
        super::plan(&Diary::default(), &Diary::default()).sentence(MERGE),
        "Importing it adds 0 days, changes 0, keeps 0."
    );
}

// I1: newer revision wins per day, conflicts listed.
#[test]
fn of_two_versions_of_a_day_the_newer_wins() {
    let (here_wins, file_wins) = (Some((Side::Here, false)), Some((Side::File, false)));
    for (here, file, expected) in [
        (day(1, 0, pain(1)), day(1, 0, pain(1)), None),
        // Only the time stamps differ.
        (day(1, 0, pain(1)), day(1, 9, pain(1)), None),
        // The newer holds all of the older.
        (day(1, 0, pain(1)), day(1, 9, pain_and_stress(1, 2)), file_wins),
        // The older holds more, and was not the same record.
        (
            day(1, 9, pain(1)),
            day(1, 0, pain_and_stress(1, 2)),
            Some((Side::Here, true)),
        ),
        (
            day(1, 0, pain_and_stress(1, 2)),
            day(1, 9, pain(1)),
            Some((Side::File, true)),
        ),
        // Equally old: what is here.
        (day(1, 0, pain(1)), day(1, 0, pain_and_stress(1, 2)), here_wins),
        (day(1, 0, pain_and_stress(1, 2)), day(1, 0, pain(1)), here_wins),
        // Each has something that the other has not.
        (day(1, 0, pain(1)), day(1, 9, pain(2)), Some((Side::File, true))),
        (day(1, 9, pain(1)), day(1, 0, stress(2)), Some((Side::Here, true))),
        (day(1, 0, pain(1)), day(1, 0, stress(2)), Some((Side::Here, true))),
    ] {
        let found = difference(&here, &file).map(|difference| (difference.winner, difference.conflict));
        assert_eq!(found, expected, "{here:?} {file:?}");
    }
}

#[test]
fn an_edit_makes_a_day_newer() {
    let recorded = day(1, 0, pain(1));
    let later = DateTime::parse_from_rfc3339("2026-01-09T08:00:00+01:00").unwrap();
    let edited = recorded.changed(pain(2), later, DayEnd::default());
    assert_eq!(edited.edited_at(), Some(later));
    assert_eq!(
        difference(&recorded, &edited).map(|difference| difference.winner),
        Some(Side::File)
    );
    assert_eq!(
        difference(&edited, &recorded).map(|difference| difference.winner),
        Some(Side::Here)
    );
}

#[test]
fn an_answer_that_was_taken_back_is_no_conflict() {
    let recorded = day(1, 0, pain_and_stress(1, 2));
    let later = DateTime::parse_from_rfc3339("2026-01-09T08:00:00+01:00").unwrap();
    let cleared = recorded.changed(pain(1), later, DayEnd::default());
    for (here, file, winner) in [(&recorded, &cleared, Side::File), (&cleared, &recorded, Side::Here)] {
        let found = difference(here, file).map(|difference| (difference.winner, difference.conflict));
        assert_eq!(found, Some((winner, false)));
    }
}

#[test]
fn a_merge_takes_new_and_newer_days_and_loses_none() {
    let here = diary([day(3, 0, pain(3)), day(4, 9, pain(4))]);
    let file = diary([day(1, 0, pain(1)), day(3, 9, pain(33)), day(4, 0, pain(44))]);
    let merged = apply(&here, &file, MERGE);
    let pains: Vec<u8> = merged
        .days()
        .map(|day| day.answers().items[&StandardItem::Pain.into()].get())
        .collect();
    assert_eq!(pains, [1, 33, 4]);
    assert_eq!(
        merged.treatment.phases()[0].from,
        date("2026-01-01"),
        "the baseline opens earlier (P1)"
    );
    assert_eq!(apply(&merged, &file, MERGE), merged, "a second time changes nothing");
    assert_eq!(
        plan(&merged, &file).sentence(MERGE),
        "Importing it adds 0 days, changes 0, keeps 3."
    );
    assert_eq!(apply(&here, &file, How::Replace), file);
}

// Exchanging backups between two devices both ways ends with one diary.
#[test]
fn two_devices_agree_after_an_exchange() {
    let one = diary([day(1, 0, pain(1)), day(2, 0, pain(2))]);
    let two = diary([day(2, 9, pain(22)), day(3, 0, pain(3))]);
    assert_eq!(apply(&one, &two, MERGE), apply(&two, &one, MERGE));
}

#[test]
fn a_treatment_is_taken_only_where_nothing_was_decided() {
    let baseline = diary([day(10, 0, pain(1))]);
    let with_ldn = |from: &str| {
        let mut diary = diary([day(1, 0, pain(1))]);
        diary.treatment = diary
            .treatment
            .start_phase(PhaseKind::Ldn, date(from), Some(Form::Capsule))
            .unwrap();
        diary.treatment = diary
            .treatment
            .add_dose_step(date(from), Dose::from_micrograms(1_500).unwrap())
            .unwrap();
        diary
    };
    let (ldn, other) = (with_ldn("2026-01-05"), with_ldn("2026-01-06"));
    for (here, file, expected) in [
        (&baseline, &ldn, TreatmentPlan::Take),
        (&Diary::default(), &ldn, TreatmentPlan::Take),
        (&ldn, &baseline, TreatmentPlan::Keep),
        (&ldn, &ldn, TreatmentPlan::Keep),
        (&ldn, &other, TreatmentPlan::Conflict),
    ] {
        assert_eq!(plan(here, file).treatment, expected);
    }
    assert_eq!(apply(&baseline, &ldn, MERGE).treatment, ldn.treatment);
    assert_eq!(apply(&ldn, &other, MERGE).treatment, ldn.treatment);
    assert_eq!(
        apply(
            &ldn,
            &other,
            How::Merge {
                treatment: Side::File,
                deleted: false
            }
        )
        .treatment,
        other.treatment
    );
    let mut early = baseline.clone();
    early.put_day(day(1, 0, pain(1)));
    let mut late_file = ldn.clone();
    late_file.treatment = late_file
        .treatment
        .remove_phase(0)
        .unwrap()
        .move_boundary(0, date("2026-01-05"))
        .unwrap()
        .result;
    let merged = apply(&early, &late_file, MERGE).treatment;
    assert_eq!(
        (merged.phases().len(), merged.phases()[0].from),
        (2, date("2026-01-01")),
        "no day is without a phase"
    );
}

fn with_own(name: &str, better: Direction, rating: i64, on: u32) -> Diary {
    let mut diary = Diary::default();
    diary.settings = Settings::default()
        .with_own_item(Name::new(name).unwrap(), better)
        .unwrap();
    let mut answers = pain(1);
    let id = ItemId::Own(diary.settings.own_items().last().unwrap().id.clone());
    answers.items.insert(id, Rating::new(rating).unwrap());
    diary.with_day(day(on, 0, answers))
}

/// `name: rating` of each own item of a day.
fn own_ratings(diary: &Diary, on: &str) -> Vec<String> {
    let answers = diary.day(date(on)).unwrap().answers();
    let named = |id: &ItemId| match id {
        ItemId::Own(id) => Some(diary.settings.own_item(id).unwrap().name.to_string()),
        ItemId::Standard(_) => None,
    };
    answers
        .items
        .iter()
        .filter_map(|(id, rating)| Some(format!("{}: {rating}", named(id)?)))
        .collect()
}

#[test]
fn own_items_of_two_devices_are_not_mixed_up() {
    // Both are "own_1".
    let here = with_own("Brain fog", Direction::LowerIsBetter, 10, 1);
    let file = with_own("Steps", Direction::HigherIsBetter, 90, 2);
    let merged = apply(&here, &file, MERGE);
    assert_eq!(own_ratings(&merged, "2026-01-01"), ["Brain fog: 10"]);
    assert_eq!(own_ratings(&merged, "2026-01-02"), ["Steps: 90"]);
    assert_eq!(apply(&merged, &file, MERGE), merged, "a second time changes nothing");

    let same = with_own("brain FOG", Direction::LowerIsBetter, 20, 2);
    let merged = apply(&here, &same, MERGE);
    assert_eq!(merged.settings, here.settings, "one of the same name is the same thing");
    assert_eq!(own_ratings(&merged, "2026-01-02"), ["Brain fog: 20"]);
}

#[test]
fn a_seventh_own_item_comes_along_put_away() {
    let mut here = with_own("Item 1", Direction::LowerIsBetter, 10, 1);
    for number in 2..=6 {
        let name = Name::new(&format!("Item {number}")).unwrap();
        here.settings = here.settings.with_own_item(name, Direction::LowerIsBetter).unwrap();
    }
    let merged = apply(&here, &with_own("Steps", Direction::HigherIsBetter, 90, 2), MERGE);
    assert_eq!(own_ratings(&merged, "2026-01-02"), ["Steps: 90"]);
    assert!(merged.settings.own_items().last().unwrap().archived);
}

#[test]
fn an_empty_diary_takes_over_everything() {
    let mut file = with_own("Steps", Direction::HigherIsBetter, 90, 2);
    file.settings.condition = Some(Name::new("fibromyalgia").unwrap());
    file.rest.template = Some(Template::TenWeek);
    file.rest.unknown.insert("x".into(), "1".into());
    assert_eq!(apply(&Diary::default(), &file, MERGE), file);
}

#[test]
fn settings_of_a_diary_in_use_stay() {
    let mut here = diary([day(1, 0, pain(1))]);
    here.settings.condition = Some(Name::new("fibromyalgia").unwrap());
    let mut file = diary([day(
        2,
        0,
        Answers {
            note: Note::new("x").unwrap(),
            ..pain(1)
        },
    )]);
    file.settings.day_ends_at = DayEnd::new(0).unwrap();
    assert_eq!(apply(&here, &file, MERGE).settings, here.settings);
}

fn with_medicine(name: &str, unit: Option<&str>, count: i64, on: u32) -> Diary {
    let mut diary = Diary::default();
    let unit = unit.map(|unit| Name::new(unit).unwrap());
    diary.settings = Settings::default()
        .with_medicine(Name::new(name).unwrap(), unit)
        .unwrap();
    let mut answers = pain(1);
    let id = diary.settings.medicines()[0].id.clone();
    answers.medicines.insert(id, Count::new(count).unwrap());
    diary.with_day(day(on, 0, answers))
}

/// "Tramadol (50 mg) 2" of each medicine of a day.
fn counted(diary: &Diary, on: &str) -> Vec<String> {
    let answers = diary.day(date(on)).unwrap().answers();
    let named = |id| names::medicine_with_unit(diary.settings.medicine(id).unwrap());
    let counts = answers.medicines.iter();
    counts.map(|(id, count)| names::counted(&named(id), *count)).collect()
}

// D8: a medicine is the same one by its name and what one of it is.
#[test]
fn medicines_of_two_devices_are_not_mixed_up() {
    // All are "medicine_1".
    let here = with_medicine("Tramadol", Some("50 mg"), 2, 1);
    for (name, unit, comes) in [
        ("tramadol ", Some("50  MG"), "Tramadol (50 mg) 3"),
        ("Tramadol", Some("100 mg"), "Tramadol (100 mg) 3"),
        ("Tramadol", None, "Tramadol 3"),
        ("Ibuprofen", Some("50 mg"), "Ibuprofen (50 mg) 3"),
    ] {
        let file = with_medicine(name, unit, 3, 2);
        let merged = apply(&here, &file, MERGE);
        assert_eq!(counted(&merged, "2026-01-01"), ["Tramadol (50 mg) 2"]);
        assert_eq!(counted(&merged, "2026-01-02"), [comes]);
        assert_eq!(apply(&merged, &file, MERGE), merged, "a second time changes nothing");
    }
    let mut full = here;
    for number in 2..=6 {
        let name = Name::new(&format!("Medicine {number}")).unwrap();
        full.settings = full.settings.with_medicine(name, None).unwrap();
    }
    let merged = apply(&full, &with_medicine("Seventh", None, 1, 2), MERGE);
    assert_eq!(counted(&merged, "2026-01-02"), ["Seventh 1"]);
    assert!(merged.settings.medicines().last().unwrap().archived);
    let empty = Diary::default();
    let file = with_medicine("Tramadol", None, 0, 2);
    assert_eq!(apply(&empty, &file, MERGE), file);
}

// D8: of two answers to one question one fills a gap, and one is named.
#[test]
fn a_count_fills_a_gap_and_a_different_one_is_named() {
    let here = with_medicine("Tramadol", None, 2, 1);
    let now = DateTime::parse_from_rfc3339("2026-01-09T21:00:00+01:00").unwrap();
    for (count, differs) in [(2, false), (0, true)] {
        let file = with_medicine("Tramadol", None, count, 1);
        let days: Vec<Day> = file.days().cloned().collect();
        let filled = gaps::fill(&here, &days, &file.settings, Side::Here, now);
        assert_eq!(filled.diary, here);
        assert_eq!(filled.gaps.differences.len(), usize::from(differs));
        let taken = gaps::fill(&here, &days, &file.settings, Side::File, now);
        assert_eq!(counted(&taken.diary, "2026-01-01"), [format!("Tramadol {count}")]);
    }
}
