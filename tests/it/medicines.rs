//! Other medicines are counted (D8): what is said of the counts is the same wherever it is said, and what was not answered
//! is nowhere taken for none.

use ldn_diary::charts::{Palette, Room, Span, timeline};
use ldn_diary::diary::{
    Answers, Count, Day, DayEnd, Diary, ItemId, OwnId, Phase, PhaseKind, Rating, StandardItem, Treatment,
};
use ldn_diary::exchange::{analysis, fhir};
use ldn_diary::report::{Choices, Report};
use ldn_diary::results::{Wanted, second_layer};
use ldn_diary::trial::{LateDays, Study, analyse};
use ldn_diary::words::Decimal;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{self, at, date, name};

const DAYS: usize = 28;

/// Two weeks of baseline and two on LDN, each day with a count or without an answer; none was late.
fn diary(counts: &[Option<i64>]) -> (Diary, OwnId) {
    let mut diary = Diary::default();
    diary.settings = diary
        .settings
        .with_medicine(name("Tramadol"), Some(name("50 mg")))
        .expect("room");
    let id = diary.settings.medicines()[0].id.clone();
    let phases = vec![
        Phase::new(PhaseKind::Baseline, date("2026-01-01"), None),
        Phase::new(PhaseKind::Ldn, date("2026-01-15"), None),
    ];
    for (on, count) in date("2026-01-01").iter_days().zip(counts) {
        let mut answers = Answers::default();
        answers
            .items
            .insert(StandardItem::Pain.into(), Rating::new(50).expect("on the scale"));
        let count = count.map(|count| Count::new(count).expect("a count"));
        answers.medicines.extend(count.map(|count| (id.clone(), count)));
        let now = at(&format!("{on}T21:00:00+01:00"));
        diary.put_day(Day::record(on, answers, now, DayEnd::default()).expect("a day"));
    }
    diary.treatment = Treatment::new(phases, Vec::new()).expect("phases");
    (diary, id)
}

fn choices(last: &str) -> Choices {
    Choices {
        every_day: true,
        ..support::choices(date(last))
    }
}

proptest! {
    #![proptest_config(crate::cases(24))]

    // D8, A6, R1
    #[test]
    fn what_is_counted_is_the_same_wherever_it_is_said(counts in vec(of(0..=4_i64), DAYS)) {
        let (diary, id) = diary(&counts);
        let last = "2026-01-28";
        let found = analyse(&diary, date(last), LateDays::Included);
        let document: Value = serde_json::from_str(&analysis::write(&found)).expect("JSON");
        let layer = second_layer(&diary, date(last), Wanted::of("pain", "1", LateDays::Included)).expect("a comparison");
        let report = Report::of(&diary, &choices(last));
        let row = report.tables.iter().flat_map(|table| &table.rows).find(|row| row[0].starts_with("Tramadol (50 mg)"));
        let mut told = layer.beside.rows.iter();
        for (phase, counts) in counts.chunks(DAYS / 2).enumerate() {
            let answered: Vec<i64> = counts.iter().copied().flatten().collect();
            let of_document = &document["phases"][phase]["medicines"][id.as_str()];
            let cell = row.map(|row| row[1 + phase].as_str());
            if answered.is_empty() {
                prop_assert!(!found.phases[phase].medicines.contains_key(&id));
                prop_assert!(of_document.is_null());
                prop_assert!(cell.is_none_or(|cell| cell == "–"));
                continue;
            }
            let without = answered.iter().filter(|count| **count == 0).count();
            #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
            let mean = answered.iter().sum::<i64>() as f64 / answered.len() as f64;
            prop_assert!((of_document["mean"].as_f64().expect("a mean") - mean).abs() < 1e-12);
            prop_assert_eq!(of_document["days_without"]["yes"].as_u64(), Some(without as u64));
            prop_assert_eq!(of_document["days_without"]["answered"].as_u64(), Some(answered.len() as u64));
            let mean = Decimal::of(mean, 1).to_string();
            let expected = format!("{mean}; {without}/{}", answered.len());
            prop_assert_eq!(cell, Some(expected.as_str()));
            let row = told.next().expect("a row");
            prop_assert_eq!(&row[0], "Tramadol (50 mg): days without");
            prop_assert_eq!(&row[2], &mean);
            prop_assert_eq!(&row[3], &format!("{without} of {}", answered.len()));
            let interval = &of_document["days_without"]["interval95"];
            let limit = |place: usize| Decimal::of(100.0 * interval[place].as_f64().expect("a limit"), 0).to_string();
            prop_assert_eq!(&row[5], &format!("{} to {} %", limit(0), limit(1)));
        }
        prop_assert!(told.next().is_none());
        let bundle = fhir::write(&diary, &fhir::Making { as_of: date(last), at: at("2026-01-28T22:00:00+01:00"), name: None });
        let said = bundle.lines().filter(|line| line.contains("\"Observation\"") && line.contains("how many were taken")).count();
        prop_assert_eq!(said, counts.iter().flatten().count());
    }
}

// D8: a day without an answer is a gap in the row, and so is a day with none.
#[test]
fn a_medicine_has_a_row_of_counts_in_the_chart() {
    let mut counts = vec![None; DAYS];
    counts[3] = Some(0);
    counts[5] = Some(2);
    counts[6] = Some(4);
    let (diary, _) = diary(&counts);
    let last = date("2026-01-28");
    let study = Study::of(&diary, last, LateDays::Included);
    let items = [ItemId::from(StandardItem::Pain)];
    let drawn = timeline(
        &diary,
        &study,
        &items,
        Span::All,
        None,
        &Palette::LIGHT,
        Room::default(),
    );
    let series = drawn.figure.option["series"].as_array().expect("series");
    let row = series
        .iter()
        .find(|one| one["name"] == "Tramadol (50 mg), up to 4 a day")
        .expect("a row");
    let points = row["data"].as_array().expect("points");
    assert_eq!(points.len(), 6, "two days, each a stroke and a break");
    let height = |at: usize| points[at][1].as_f64().expect("a place") - points[at + 1][1].as_f64().expect("a place");
    assert!((height(3) / height(0) - 2.0).abs() < 1e-9, "as high as the count");
}

// R1: page 1 has room for two; none of the others is lost.
#[test]
fn more_medicines_than_page_1_has_room_for_stand_behind_it() {
    let (mut diary, _) = diary(&[Some(1); DAYS]);
    for number in 2..=6 {
        let more = diary
            .settings
            .clone()
            .with_medicine(name(&format!("Medicine {number}")), None);
        diary.settings = more.expect("room");
    }
    let ids: Vec<OwnId> = diary.settings.medicines().iter().map(|own| own.id.clone()).collect();
    let days: Vec<Day> = diary.days().cloned().collect();
    for day in days {
        let mut answers = day.answers().clone();
        answers.medicines = ids.iter().map(|id| (id.clone(), Count::NONE)).collect();
        diary.put_day(Day::restore(day.date(), day.recorded_at(), None, answers));
    }
    let report = Report::of(&diary, &choices("2026-01-28"));
    let rows: Vec<&str> = (report.tables.iter().chain(&report.further))
        .flat_map(|table| &table.rows)
        .map(|row| row[0].as_str())
        .filter(|name| name.ends_with("days without / answered"))
        .collect();
    assert_eq!(rows.len(), 6, "{rows:?}");
    let first = report.tables.iter().flat_map(|table| &table.rows);
    assert_eq!(
        first.filter(|row| row[0].ends_with("days without / answered")).count(),
        2
    );
}
