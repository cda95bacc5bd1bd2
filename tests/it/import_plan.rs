//! What the later pages ask for.

use ldn_diary::diary::{Diary, LAST_DATE, StandardItem};
use ldn_diary::exchange::backup::{self, BackupError, Read};
use ldn_diary::exchange::table::TableError;
use ldn_diary::import_plan::{self, Choices, Effect, ImportError, ImportPlan, ImportRequest, Seen, TableRequest};
use ldn_diary::words::Said as _;

const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");
const EMPTY: &str = r#"{"format":"ldn-diary","version":1,"days":[]}"#;

#[test]
fn a_diary_crosses_and_is_the_same_diary() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    assert_eq!(backup::read(&backup::text(&diary), LAST_DATE).unwrap(), diary);
    assert!(!backup::text(&diary).contains('\n'), "on one line");
}

fn request(change: impl FnOnce(&mut ImportRequest)) -> ImportRequest {
    let mut request = ImportRequest {
        today: "2026-06-07".into(),
        ..ImportRequest::default()
    };
    change(&mut request);
    request
}

fn planned(here: &str, file: &str) -> ImportPlan {
    import_plan::plan(here, &request(|_| ()), file.as_bytes()).unwrap()
}

fn imported(here: &str, file: &str, change: impl FnOnce(&mut ImportRequest)) -> Read {
    let read = backup::open(
        &import_plan::take_in(here, &request(change), file.as_bytes()).unwrap(),
        LAST_DATE,
    );
    let read = read.unwrap();
    assert!(read.problems.is_empty());
    read
}

fn backup_of(rest: &str) -> String {
    format!(r#"{{"format":"ldn-diary","version":1,{rest}}}"#)
}

fn day(date: &str, more: &str) -> String {
    format!(r#"{{"date":"{date}","recorded_at":"{date}T21:00:00+01:00","items":{{"pain":40}}{more}}}"#)
}

/// The spans of the days of which this is said.
fn spans<'a>(effect: &'a Effect, said: &str) -> Vec<(&'a str, &'a str)> {
    let note = effect.notes.iter().find(|note| note.said.contains(said));
    let spans = note.into_iter().flat_map(|note| &note.dates.spans);
    spans.map(|(a, b)| (&**a, &**b)).collect()
}

fn merging(plan: &ImportPlan) -> Effect {
    plan.merged(Choices::default())
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_breaks() {
    let plan = |here: &str, file: &[u8]| import_plan::plan(here, &request(|_| ()), file).unwrap_err();
    assert_eq!(plan(EMPTY, b"{}"), BackupError::NotOurs.into());
    assert_eq!(plan("{}", EMPTY.as_bytes()), ImportError::Here);
    let large = plan(EMPTY, &vec![b' '; backup::MAX_BYTES + 1]);
    assert!(large.said().contains("20 MB"), "{large:?}");
    let wrong = import_plan::take_in(EMPTY, &ImportRequest::default(), EMPTY.as_bytes());
    assert_eq!(wrong, Err(ImportError::Here));
}

// I1
#[test]
fn a_merge_is_planned_and_done_as_planned() {
    let plan = planned(EMPTY, STANFORD);
    let effect = merging(&plan);
    assert_eq!(effect.sentence, "Importing it adds 137 days, changes 0, keeps 0.");
    assert_eq!((effect.notes.len(), plan.treatments_conflict), (1, false));
    assert_eq!((plan.holds, plan.refused, effect.notes[0].dates.count), (137, 0, 137));
    let merged = imported(EMPTY, STANFORD, |_| ()).diary;
    let file = backup::read(STANFORD, LAST_DATE).unwrap();
    assert!(merged.days().eq(file.days()));
    assert_eq!(merged.treatment, file.treatment);
}

// I6
#[test]
fn a_plan_names_days_items_and_settings() {
    let here = backup_of(&format!(
        r#""days":[{},{}],"deleted_days":[{{"date":"2026-01-09","revision":4,"changed_at":"2026-01-20T09:00:00+01:00"}}]"#,
        day(
            "2026-01-05",
            r#","revision":3,"changed_at":"2026-01-06T21:00:00+01:00""#
        ),
        day("2026-01-20", "")
    ));
    let file = backup_of(&format!(
        r#""exported_at":"2026-01-15T09:00:00+01:00","settings":{{"own_items":[{{"id":"own_1","name":"Brain fog","better":"lower"}}]}},
        "days":[{},{},{},{},{},{}]"#,
        day(
            "2026-01-05",
            r#","note":"older","revision":2,"changed_at":"2026-01-05T21:00:00+01:00""#
        ),
        day("2026-01-06", ""),
        day("2026-01-07", ""),
        day("2026-01-09", ""),
        day("2026-06-12", ""),
        day("2026-06-13", r#","note":5"#),
    ));
    let plan = planned(&here, &file);
    let effect = merging(&plan);
    assert_eq!(effect.sentence, "Importing it adds 3 days, changes 0, keeps 2.");
    assert_eq!(
        spans(&effect, "added"),
        [("2026-01-06", "2026-01-07"), ("2026-06-12", "2026-06-12")]
    );
    assert_eq!(spans(&effect, "not begun"), [("2026-06-12", "2026-06-12")]);
    assert_eq!(spans(&effect, "deleted"), [("2026-01-09", "2026-01-09")]);
    assert_eq!(spans(&effect, "differ"), [("2026-01-05", "2026-01-05")]);
    assert_eq!(effect.besides, ["Own items that come along: Brain fog."]);
    assert_eq!(
        plan.replacing.sentence,
        "Replacing your diary with it adds 4 days, changes 1, keeps 0, removes 1. A safety copy of your diary as it is now is kept, and can be brought back."
    );
    assert_eq!(spans(&plan.replacing, "removed"), [("2026-01-20", "2026-01-20")]);
    assert_eq!(plan.replacing.besides, ["Own items that come along: Brain fog."]);
    assert_eq!(
        (plan.refused, plan.problems.join("\n")),
        (1, "13 June 2026: Note: This is not text.".into())
    );

    let dates = |read: &Read| read.diary.days().map(|day| day.date().to_string()).collect::<Vec<_>>();
    let merged = imported(&here, &file, |_| ());
    assert_eq!(
        dates(&merged),
        ["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-20", "2026-06-12"]
    );
    let back = imported(&here, &file, |request| request.chosen.deleted = true);
    assert!(dates(&back).contains(&"2026-01-09".into()));
    let replaced = imported(&here, &file, |request| request.replace = true);
    assert_eq!(dates(&replaced).len(), 5);
}

// S7: what was deleted with everything else comes back only on purpose, once there is a diary again.
#[test]
fn a_backup_from_before_everything_was_deleted_asks() {
    let here = backup_of(&format!(r#""days":[{}]"#, day("2026-03-01", "")));
    let file = backup_of(&format!(
        r#""exported_at":"2026-01-15T09:00:00+01:00","days":[{}]"#,
        day("2026-01-06", "")
    ));
    let after = |request: &mut ImportRequest| request.emptied = Some("2026-02-01T09:00:00+01:00".into());
    assert_eq!(imported(&here, &file, after).diary.days().len(), 1);
    assert_eq!(imported(EMPTY, &file, after).diary.days().len(), 1);
    let chosen = |request: &mut ImportRequest| {
        after(request);
        request.chosen.deleted = true;
    };
    assert_eq!(imported(&here, &file, chosen).diary.days().len(), 2);
}

// I5: fault 7: the clock was two days ahead, then right again.
#[test]
fn what_was_written_is_read_back_at_any_clock() {
    let file = backup_of(&format!(r#""days":[{}]"#, day("2026-06-20", "")));
    for today in ["1950-01-01", "2026-06-18", "2026-06-20", "2199-12-31"] {
        let at = |request: &mut ImportRequest| request.today = today.into();
        assert_eq!(imported(EMPTY, &file, at).diary.days().len(), 1, "{today}");
        let again = imported(&file, &file, at);
        assert_eq!(again.diary, backup::read(&file, LAST_DATE).unwrap());
    }
}

#[test]
fn over_the_limits_there_is_one_sentence_that_says_the_limit() {
    let days = |from: &str, count: u64| {
        let from: chrono::NaiveDate = from.parse().unwrap();
        let days = (0..count).map(|day_count| day(&(from + chrono::Days::new(day_count)).to_string(), ""));
        backup_of(&format!(r#""days":[{}]"#, days.collect::<Vec<_>>().join(",")))
    };
    let (here, file) = (days("1900-01-01", 21_000), days("1960-01-01", 21_000));
    let why = import_plan::plan(&here, &request(|_| ()), file.as_bytes()).unwrap_err();
    assert_eq!(
        why.said(),
        "Your diary and this file together hold 42,000 days, and a diary can hold 40,000. Nothing was changed."
    );
}

#[test]
fn many_gaps_are_counted() {
    let days = (0..700).map(|week| {
        let date = "2001-01-01".parse::<chrono::NaiveDate>().unwrap() + chrono::Days::new(7 * week);
        day(&date.to_string(), "")
    });
    let file = backup_of(&format!(r#""days":[{}]"#, days.collect::<Vec<_>>().join(",")));
    let adds = &merging(&planned(EMPTY, &file)).notes[0].dates;
    assert_eq!((adds.count, adds.spans.len(), adds.more), (700, 500, 200));
}

/// Two weeks of a spreadsheet, of which one cell is no number.
fn sheet() -> String {
    let mut text = String::from("Date,Pain (0-10),Brain fog (0-10),Notes\n");
    for day in 5..19 {
        let fog = if day == 9 {
            "bad".to_owned()
        } else {
            (day % 5).to_string()
        };
        let (date, note) = (format!("2026-01-{day:02}"), format!("day {day}"));
        text += &([&*date, &*(day % 11).to_string(), &*fog, &*note].join(",") + "\n");
    }
    text
}

fn seen(here: &str, file: &[u8]) -> Seen {
    import_plan::look(here, &request(|_| ()), file).unwrap()
}

fn table_request(here: &str, file: &str, prefers_file: bool) -> TableRequest {
    let Seen::Table(proposal) = seen(here, file.as_bytes()) else {
        panic!("a backup");
    };
    // What crosses to the page and back is text.
    let proposal = serde_json::from_str(&serde_json::to_string(&proposal).unwrap()).unwrap();
    TableRequest {
        now: "2026-06-07T21:00:00+02:00".into(),
        proposal,
        prefers_file,
        begins_ldn: false,
    }
}

// I7: one door for a backup and any table; what is neither is said by what it most likely was meant to be.
#[test]
fn one_door_tells_a_backup_from_a_table() {
    assert!(matches!(seen(EMPTY, STANFORD.as_bytes()), Seen::Backup(plan) if plan.holds == 137));
    assert!(matches!(seen(EMPTY, sheet().as_bytes()), Seen::Table(proposal) if proposal.rows == 14));
    let why = |file: &[u8]| import_plan::look(EMPTY, &request(|_| ()), file).unwrap_err();
    assert_eq!(why(b"{}"), BackupError::NotOurs.into());
    assert_eq!(why(&STANFORD.as_bytes()[..4_000]), BackupError::Truncated.into());
    assert_eq!(why(b"hello"), ImportError::Table(TableError::NoDate));
    assert!(matches!(why(b""), ImportError::Table(TableError::Empty)));
    assert!(why(b"%PDF-1.7\n").said().contains("PDF"));
}

// I7: gaps are filled, what is here stays; what would be left out is counted by column, with its line.
#[test]
fn a_table_is_planned_and_taken_in_as_planned() {
    let here = backup_of(&format!(
        r#""days":[{},{}]"#,
        day("2026-01-05", ""),
        day("2026-01-06", r#","note":"mine""#)
    ));
    let request = table_request(&here, &sheet(), false);
    let plan = import_plan::plan_table(&here, &request, sheet().as_bytes()).unwrap();
    let said: Vec<&str> = plan.notes.iter().map(|note| &*note.said).collect();
    assert_eq!(
        said,
        ["12 days are new.", "2 days that are here get answers that they lack."]
    );
    assert_eq!((plan.days, plan.changes), (14, true));
    assert_eq!(plan.ends, Some(("2026-01-05".into(), "2026-01-18".into())));
    assert_eq!(plan.own, ["Brain fog"]);
    assert_eq!(
        plan.left_out,
        ["Brain fog (0-10): 1 cell, not a number (line 6: “bad”)"]
    );
    assert_eq!(
        plan.differences,
        [
            "5 January 2026, Pain: 40 here, 50 in the file",
            "6 January 2026, Pain: 40 here, 60 in the file",
            "6 January 2026, Note: “mine” here, “day 6” in the file",
        ]
    );
    let taken = |request: &TableRequest| {
        let text = import_plan::take_table(&here, request, sheet().as_bytes()).unwrap();
        backup::read(&text, LAST_DATE).unwrap()
    };
    let pain = |diary: &Diary, date: &str| {
        let day = diary.day(date.parse().unwrap()).unwrap();
        day.answers().items[&StandardItem::Pain.into()].get()
    };
    let merged = taken(&request);
    assert_eq!((pain(&merged, "2026-01-05"), pain(&merged, "2026-01-07")), (40, 70));
    assert_eq!(
        merged
            .day("2026-01-06".parse().unwrap())
            .unwrap()
            .answers()
            .note
            .as_str(),
        "mine"
    );
    let imported: Vec<bool> = merged.days().map(|day| day.imported_from().is_some()).collect();
    assert_eq!(
        imported.iter().filter(|is| **is).count(),
        12,
        "what was recorded here stays so"
    );
    let theirs = taken(&table_request(&here, &sheet(), true));
    assert_eq!(pain(&theirs, "2026-01-05"), 50);
    // Taken in once more it changes nothing.
    let again = import_plan::plan_table(&backup::text(&merged), &request, sheet().as_bytes()).unwrap();
    assert!(!again.changes, "{again:?}");
}

// P1: LDN that the file's doses tell of is asked about, and begins only where the patient says so.
#[test]
fn doses_of_a_table_begin_nothing_by_themselves() {
    let mut text = String::from("Date,Pain (0-10),LDN (mg)\n");
    for day in 1..=20 {
        let dose = if day < 11 { "" } else { "4.5" };
        text += &[&*format!("2026-05-{day:02}"), "6", dose].join(",");
        text += "\n";
    }
    let mut request = table_request(EMPTY, &text, false);
    let plan = import_plan::plan_table(EMPTY, &request, text.as_bytes()).unwrap();
    assert_eq!(
        plan.begun,
        Some((
            "The file has a dose of LDN on 10 days, from 11 May 2026 on: 4.5 mg. Did you begin LDN then?".into(),
            "2026-05-11".into()
        ))
    );
    let kinds = |request: &TableRequest| {
        let taken = import_plan::take_table(EMPTY, request, text.as_bytes()).unwrap();
        let diary = backup::read(&taken, LAST_DATE).unwrap();
        let kinds = diary
            .treatment
            .phases()
            .iter()
            .map(|phase| (phase.kind.id(), phase.from.to_string()));
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(kinds(&request), [("baseline", "2026-05-01".to_owned())]);
    request.begins_ldn = true;
    assert_eq!(
        kinds(&request),
        [("baseline", "2026-05-01".to_owned()), ("ldn", "2026-05-11".to_owned())]
    );
}

// P1: a day before all others lets the baseline begin earlier, which can cost an answer: it is said before.
#[test]
fn a_day_that_moves_a_phase_or_lies_far_off_is_said() {
    let text = "Date,Pain (0-10)\n2025-12-20,6\n";
    let plan = import_plan::plan_table(STANFORD, &table_request(STANFORD, text, false), text.as_bytes()).unwrap();
    assert!(
        plan.treatment.iter().any(|line| line.contains("20 December 2025")),
        "{:?}",
        plan.treatment
    );
    assert_eq!(plan.reach, None);
    let text = "Date,Pain (0-10)\n1926-01-05,6\n";
    let plan = import_plan::plan_table(STANFORD, &table_request(STANFORD, text, false), text.as_bytes()).unwrap();
    assert!(plan.reach.is_some_and(|said| said.contains("1926")));
}
