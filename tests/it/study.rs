//! What the later pages ask for.

use ldn_diary::charts::{Span, TextScale};
use ldn_diary::diary::{LAST_DATE, StandardItem};
use ldn_diary::exchange::backup;
use ldn_diary::study::{self, ImportPlan};
use serde_json::Value;

const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");
const EMPTY: &str = r#"{"format":"ldn-diary","version":1,"days":[]}"#;

#[test]
fn a_diary_crosses_and_is_the_same_diary() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    assert_eq!(backup::read(&backup::text(&diary), LAST_DATE).unwrap(), diary);
    assert!(!backup::text(&diary).contains('\n'), "on one line");
}

#[test]
fn the_chart_comes_with_what_leads_through_it() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let drawn = |dark| {
        let items = [StandardItem::Pain, StandardItem::Fatigue];
        study::charts(
            &diary,
            "2026-06-07".parse().unwrap(),
            &items,
            Span::Quarter,
            dark,
            TextScale::default(),
        )
    };
    let charts = drawn(false);
    assert_eq!(
        charts.figure.title,
        "Pain: mean 64 in baseline, 47 on LDN (all 84 days)"
    );
    assert_eq!((charts.first, charts.days), ("2026-01-05".parse().ok(), 154));
    assert!(charts.every_day && charts.height > 300);
    let option: Value = serde_json::from_str(&charts.figure.option).unwrap();
    assert_eq!(option["yAxis"][0]["max"], 100);
    assert_ne!(charts, drawn(true), "the colours are those of the page");
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_breaks() {
    assert!(study::import_plan(EMPTY, "{}").unwrap_err().contains("not a backup"));
    assert!(study::merge("{}", EMPTY, false).unwrap_err().contains("not a backup"));
}

// I1
#[test]
fn a_merge_is_planned_and_done_as_planned() {
    let plan: ImportPlan = serde_json::from_str(&study::import_plan(EMPTY, STANFORD).unwrap()).unwrap();
    assert_eq!(plan.sentence, "adds 137 days, changes 0, keeps 0");
    assert_eq!((plan.conflicts.len(), plan.treatments_conflict), (0, false));
    let merged = backup::read(&study::merge(EMPTY, STANFORD, false).unwrap(), LAST_DATE).unwrap();
    let file = backup::read(STANFORD, LAST_DATE).unwrap();
    assert!(merged.days().eq(file.days()));
    assert_eq!(merged.treatment, file.treatment);
}
