//! Out and in again is the identity (I1).

use chrono::{NaiveDate, TimeDelta};
use ldn_diary::diary::{Diary, LAST_DATE, Name, PhaseKind, Settings, Template, Treatment};
use ldn_diary::exchange::backup::{self, TreatmentRecord};
use proptest::prelude::*;
use serde_json::Value;

use crate::generated;
use crate::support::header;

const GOLDEN: &str = include_str!("fixtures/diary-v1.json");
const CASES: [&str; 2] = [
    include_str!("../fixtures/cases/diary-stanford-2013.json"),
    include_str!("../fixtures/cases/diary-first-weeks.json"),
];

fn read(text: &str) -> Diary {
    backup::read(text, LAST_DATE).unwrap_or_else(|error| panic!("{error:?}"))
}

/// What a backup says, where null and absent are the same (F1) and the file's own header does not count.
fn meaning(text: &str) -> Value {
    let mut value: Value = serde_json::from_str(text).expect("JSON");
    let top = value.as_object_mut().expect("an object");
    for header in ["app_version", "exported_at"] {
        top.remove(header);
    }
    without_nulls(&mut value);
    value
}

fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(without_nulls);
        }
        Value::Array(entries) => entries.iter_mut().for_each(without_nulls),
        _ => {}
    }
}

// F1: the golden file holds every field. It is never edited: files of this version are on people's disks.
#[test]
fn the_golden_file_of_version_1_comes_out_as_it_went_in() {
    let text = backup::write(&read(GOLDEN), &header());
    assert_eq!(text, GOLDEN);
}

#[test]
fn the_golden_file_is_understood() {
    let diary = read(GOLDEN);
    assert_eq!(
        diary.settings.condition.as_ref().map(Name::as_str),
        Some("fibromyalgia")
    );
    assert_eq!(diary.settings.day_ends_at.to_string(), "03:30");
    assert_eq!(diary.settings.own_items().len(), 2);
    assert_eq!(
        diary.rest.template,
        Some(Template::Stanford2013 { placebo_first: false })
    );
    let kinds: Vec<PhaseKind> = diary
        .treatment
        .phases()
        .iter()
        .map(|phase| phase.kind.clone())
        .collect();
    assert_eq!(kinds, PhaseKind::UNNAMED);
    let first = diary.days().next().expect("a first day");
    assert_eq!(first.answers().items.len(), 13);
    assert_eq!(
        first
            .unknown_items
            .iter()
            .map(|(id, _)| id.as_str())
            .collect::<Vec<_>>(),
        ["Mood", "brain_zaps"]
    );
    assert_eq!(
        first.unknown.get("weather").map(String::as_str),
        Some("1.50"),
        "letter by letter"
    );
    assert_eq!(
        diary.rest.unknown.get("revisions").map(String::as_str),
        Some("{\"2026-01-05\":3}")
    );
}

#[test]
fn real_backups_mean_the_same_when_they_come_out_again() {
    for case in CASES {
        let diary = read(case);
        assert_eq!(meaning(&backup::write(&diary, &header())), meaning(case));
    }
}

#[test]
fn a_file_that_leaves_out_what_is_empty_means_the_same() {
    let short = r#"{"format": "ldn-diary", "version": 1,
        "days": [{"date": "2026-01-20", "recorded_at": "2026-01-22T09:00:00+01:00", "items": {"pain": 55}}]}"#;
    let diary = read(short);
    let day = diary.days().next().expect("a day");
    assert_eq!(
        (
            day.answers().items.len(),
            day.answers().dose_taken,
            day.answers().rescue_medicine
        ),
        (1, None, None)
    );
    let from: NaiveDate = "2026-01-20".parse().expect("a date");
    assert_eq!(
        diary.treatment.phases()[0].from,
        from,
        "the first entry opens a baseline (P1)"
    );
    assert_eq!(read(&backup::write(&diary, &header())), diary);
}

proptest! {
    #![proptest_config(crate::cases(200))]

    // I1: export then import is the identity.
    #[test]
    fn a_diary_survives_its_backup(diary in generated::diary()) {
        let text = backup::write(&diary, &header());
        let back = backup::read(&text, LAST_DATE);
        prop_assert_eq!(back.as_ref(), Ok(&diary));
        // An offset from UTC does not count in a comparison of instants, but it does in the text.
        prop_assert_eq!(backup::write(&diary, &header()), text.clone());
        prop_assert_eq!(backup::write(&back.unwrap_or_default(), &header()), text);
    }

    // I5: what the app writes it reads back, at any later or earlier clock; days that have not begun there stand apart.
    #[test]
    fn a_backup_is_read_at_any_clock(diary in generated::diary(), marks in generated::marks(), today in generated::date()) {
        let marks = generated::marks_of(&diary, &marks);
        let read = backup::open(&backup::write_marked(&diary, &header(), &marks), today).unwrap();
        prop_assert_eq!((read.refused, read.problems.len(), read.made_at), (0, 0, Some(header().exported_at)));
        prop_assert!(read.diary.days().all(|day| day.date() <= today + TimeDelta::days(1)));
        prop_assert!(read.diary.days().chain(&read.ahead).eq(diary.days()));
        prop_assert_eq!(&read.diary.settings, &diary.settings);
        prop_assert_eq!(&read.marks, &marks);
    }

    // S1: one record each.
    #[test]
    fn a_diary_survives_as_records(diary in generated::diary()) {
        let settings = backup::settings_from_text(&backup::settings_text(&diary.settings));
        prop_assert_eq!(settings.as_ref(), Ok(&diary.settings));
        let record = TreatmentRecord {
            treatment: diary.treatment.clone(),
            earlier: vec![Treatment::default(), diary.treatment.clone()],
            unknown: diary.rest.unknown.clone(),
        };
        prop_assert_eq!(backup::treatment_from_text(&backup::treatment_text(&record)), Ok(record));
        let rest = backup::rest_from_text(&backup::rest_text(&diary.rest));
        prop_assert_eq!(rest, Ok(diary.rest.clone()));
        for day in diary.days() {
            let text = backup::day_text(day);
            prop_assert!(!text.contains('\n'));
            let back = backup::day_from_text(&text, &diary.settings);
            prop_assert_eq!(back.as_ref(), Ok(day));
            prop_assert_eq!(back.map(|day| backup::day_text(&day)), Ok(text.clone()));
            let undeclared = backup::day_from_text(&text, &Settings::default());
            prop_assert_eq!(undeclared.map(|undeclared| undeclared.read_as(day)), Ok(day.clone()));
        }
    }
}
