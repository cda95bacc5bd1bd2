//! A visit goes on the report and into the backup, and into no other file (D11).

use crate::support::{at, choices, date, header, made_on};
use ldn_diary::diary::{Diary, LAST_DATE};
use ldn_diary::exchange::{backup, csv, fhir};
use ldn_diary::import_plan::{self, Choices as Chosen, ImportRequest};
use ldn_diary::report::Report;
use ldn_diary::visits::{self, Choice, Decided, Visit};

const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");

fn visit(on: &str) -> Visit {
    Visit {
        date: date(on),
        time: visits::time_of_day("14:30"),
        with: Some("Dr Lind".into()),
        questions: vec!["Why in the evening?".into(), "متى؟".into()],
        decided: None,
        put_away: false,
        changed_at: at("2026-06-01T21:00:00+02:00"),
        unknown: serde_json::Map::new(),
    }
}

fn diary() -> Diary {
    let mut diary = backup::read(STANFORD, LAST_DATE).unwrap();
    visits::put(&mut diary.rest, "2", &visit("2026-06-08"));
    for (id, on, what, words) in [
        ("1", "2026-03-01", Choice::ChangeDose, Some("slowly")),
        ("3", "2026-06-01", Choice::Other, Some("A blood test")),
        ("4", "2026-01-02", Choice::GoOn, None),
    ] {
        let decided = Decided {
            what,
            words: words.map(str::to_owned),
            on: date(on),
        };
        let over = Visit {
            decided: Some(decided),
            ..visit(on)
        };
        visits::put(&mut diary.rest, id, &over);
    }
    diary
}

#[test]
fn a_visit_is_on_top_of_page_1_and_what_was_decided_behind_it() {
    let diary = diary();
    let mut chosen = choices(date("2026-06-07"));
    let report = Report::of(&diary, &chosen);
    let lines: Vec<String> = report
        .visit
        .iter()
        .map(|line| format!("{}: {}", line.name, line.text))
        .collect();
    assert_eq!(
        lines,
        [
            "Visit: Mon 8 Jun 2026, 14:30, Dr Lind",
            "Question 1: Why in the evening?",
            "Question 2: متى؟"
        ]
    );
    let decided = report
        .further
        .iter()
        .find(|table| table.caption == "Decided at visits")
        .unwrap();
    assert_eq!(
        decided.rows,
        [
            ["Mon 1 Jun 2026, 14:30, Dr Lind", "A blood test"],
            ["Sun 1 Mar 2026, 14:30, Dr Lind", "Change the dose: slowly"],
            ["Fri 2 Jan 2026, 14:30, Dr Lind", "Go on as it is"],
        ]
    );
    let html = report.html();
    let (visit, name) = (html.find("Dr Lind").unwrap(), html.find("class=\"facts\"").unwrap());
    assert!(visit < name, "above all else but the title");
    // Its signs are named before there is a PDF file.
    assert!(report.texts().iter().any(|text| text.contains('م')));
    chosen.visits = false;
    let without = Report::of(&diary, &chosen);
    assert!(without.visit.is_empty());
    assert!(!without.texts().join("\n").contains("Dr Lind") && !without.html().contains("Dr Lind"));
}

#[test]
fn a_visit_is_in_the_backup_and_in_no_other_file() {
    let diary = diary();
    for other in [
        csv::write(&diary).text,
        csv::write_long(&diary).text,
        fhir::write(&diary, &made_on(date("2026-06-07"))),
    ] {
        assert!(!other.contains("Lind") && !other.contains("evening?") && !other.contains("blood"));
    }
    let text = backup::write(&diary, &header());
    let read = backup::read(&text, date("2026-06-07")).unwrap();
    assert_eq!(visits::all(&read.rest), visits::all(&diary.rest));
    assert_eq!(read.rest, diary.rest);
}

#[test]
fn an_import_names_visits_that_come_and_brings_none_back_that_was_deleted() {
    let (mut here, file) = (diary(), diary());
    let request = ImportRequest {
        today: "2026-06-07".into(),
        ..ImportRequest::default()
    };
    let told = |here: &Diary| {
        let file = backup::write(&file, &header());
        let plan = import_plan::plan(&backup::text(here), &request, file.as_bytes()).unwrap();
        let effect = plan.merged(Chosen::default());
        let taken = import_plan::take_in(&backup::text(here), &request, file.as_bytes()).unwrap();
        let taken = backup::open(&taken, LAST_DATE).unwrap().diary;
        (format!("{effect:?}"), visits::all(&taken.rest).len())
    };
    let (said, count) = told(&here);
    assert!(!said.contains("visit"), "{said}");
    assert_eq!(count, 4);
    visits::delete(&mut here.rest, "1");
    let (said, count) = told(&here);
    assert!(!said.contains("visit") && !said.contains("another version"), "{said}");
    assert_eq!(count, 3);
    here.rest.unknown.remove(visits::FIELD);
    let (said, count) = told(&here);
    assert!(said.contains("4 visits come along or change."), "{said}");
    assert!(!said.contains("another version"), "{said}");
    assert_eq!(count, 4);
}
