//! Days that came out of another diary: the whole app knows them (I7), and one step takes an import back.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use ldn_diary::charts::{Palette, Room, Span, timeline};
use ldn_diary::diary::{Answers, Came, Day, Diary, ItemId, LAST_DATE, Name, Rating, StandardItem};
use ldn_diary::exchange::import::{How, Side, gaps, take, taken_back};
use ldn_diary::exchange::{analysis, backup, csv, fhir};
use ldn_diary::report::{Choices, Report};
use ldn_diary::results::{Results, Shown, Wanted, results, second_layer};
use ldn_diary::store::memory::MemoryStore;
use ldn_diary::store::{Keeper, LastImport};
use ldn_diary::trial::{Caveat, Counting, ImportedDays, LateDays, Study, analyse};
use proptest::prelude::*;
use serde_json::Value;

use crate::generated;
use crate::keeping::run;
use crate::support::{at, choices, date, made_on, name};

const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");
const WITHOUT: Counting = Counting {
    late: LateDays::Included,
    imported: ImportedDays::LeftOut,
};

fn pain() -> ItemId {
    StandardItem::Pain.into()
}

/// A diary of which the days up to one were imported.
fn imported_until(last: &str) -> Diary {
    let mut diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let days: Vec<Day> = diary
        .days()
        .take_while(|day| day.date() <= date(last))
        .cloned()
        .collect();
    for day in days {
        diary.put_day(day.with_source(Some(name("Bearable"))));
    }
    diary
}

/// The baseline has 12 recorded days, of which the first 6 were imported.
fn half_a_baseline() -> Diary {
    let diary = imported_until("2026-01-12");
    assert_eq!(diary.days().filter(|day| day.imported_from().is_some()).count(), 6);
    diary
}

fn last() -> NaiveDate {
    date("2026-06-07")
}

fn shown(diary: &Diary, counting: Counting) -> Shown {
    match results(diary, last(), Wanted::of("pain", "1", counting)) {
        Results::Shown(shown) => *shown,
        other => panic!("{other:?}"),
    }
}

// F1: whatever a file says of where a day is from comes out as it went in; what is a name is read as one, and is bounded.
#[test]
fn what_a_backup_says_of_where_a_day_is_from_is_kept() {
    let long = format!("\"{}\"", "x".repeat(5000));
    for (said, read) in [
        ("\"Bearable\"", Some("Bearable")),
        ("\" Mappe 1.csv\\n\"", Some("Mappe 1.csv")),
        (&*long, None),
        ("null", None),
        ("\"\"", None),
        ("7", None),
        ("{\"program\":\"Bearable\"}", None),
    ] {
        let file = format!(
            r#"{{"format":"ldn-diary","version":1,"days":[{{"date":"2026-01-05","recorded_at":"2026-03-05T21:10:00+01:00","items":{{"pain":62}},"imported_from":{said}}}]}}"#
        );
        let diary = backup::read(&file, LAST_DATE).unwrap();
        let day = diary.days().next().unwrap();
        assert_eq!(day.imported_from().map(Name::as_str), read, "{said}");
        let text = backup::text(&diary);
        assert_eq!(backup::read(&text, LAST_DATE).as_ref(), Ok(&diary), "{said}");
        let kept = text.contains(&format!("\"imported_from\":{said}"));
        assert_eq!(
            kept,
            said != "null" && read.is_none_or(|read| said == format!("\"{read}\"")),
            "{text}"
        );
        assert_eq!(backup::day_text(day).contains("imported_from"), said != "null");
    }
}

// F3
#[test]
fn the_analysis_counts_imported_days_apart_and_says_whether_they_count() {
    let diary = half_a_baseline();
    for (counting, said, recorded, n) in [(Counting::ALL, "included", 12, 12), (WITHOUT, "left_out", 6, 6)] {
        let analysis = analyse(&diary, last(), counting);
        let document: Value = serde_json::from_str(&analysis::write(&analysis)).unwrap();
        assert_eq!(document["imported_days"], said);
        assert_eq!(document["late_days"], "included");
        let baseline = &document["phases"][0];
        assert_eq!(baseline["imported"], 6);
        assert_eq!(baseline["recorded"], recorded);
        assert_eq!(baseline["items"]["pain"]["n"], n);
        assert_eq!(document["phases"][1]["imported"], 0);
        let caveats = &analysis.comparisons[0].caveats;
        let imported = caveats.contains(&Caveat::ImportedReference { days: 6 });
        assert_eq!(imported, counting == Counting::ALL, "{caveats:?}");
    }
    // A day that was late and is imported is late no longer.
    let late = |diary: &Diary| analyse(diary, last(), Counting::ALL).phases[0].late;
    let before = backup::read(STANFORD, LAST_DATE).unwrap();
    let of_them = before
        .days()
        .take(6)
        .filter(|day| day.came(before.settings.day_ends_at) == Came::Late);
    assert_eq!(late(&before) - late(&diary), of_them.count());
}

// A8
#[test]
fn the_results_leave_imported_days_out_and_say_so() {
    let diary = half_a_baseline();
    let (with, without) = (shown(&diary, Counting::ALL), shown(&diary, WITHOUT));
    assert_eq!((with.imported, without.imported), (6, 6));
    assert!(
        without.answer.counted.contains("6 of 14 days before"),
        "{}",
        without.answer.counted
    );
    assert!(
        without
            .answer
            .counted
            .ends_with("Days that were imported are left out.")
    );
    assert!(!with.answer.counted.contains("imported"));
    let said = with.answer.caveats.join(" ");
    assert!(
        said.contains("6 of the days compared with were imported from another diary"),
        "{said}"
    );
    let method = |diary: &Diary, counting| {
        second_layer(diary, last(), Wanted::of("pain", "1", counting))
            .unwrap()
            .method
            .join(" ")
    };
    assert!(method(&diary, Counting::ALL).contains("Days that were imported count like any other."));
    assert!(method(&diary, WITHOUT).contains("Days that were imported are left out."));
    let none = backup::read(STANFORD, LAST_DATE).unwrap();
    assert_eq!(shown(&none, Counting::ALL).imported, 0);
    assert!(!method(&none, Counting::ALL).contains("imported"));
}

#[test]
fn a_baseline_of_imported_days_that_are_left_out_is_said_to_be() {
    let diary = imported_until("2026-01-18");
    let answer = shown(&diary, WITHOUT).answer;
    let why = "all of the baseline days that count and have a rating of it were imported, and are left out now.";
    assert!(answer.sentence.contains(why), "{}", answer.sentence);
    let next = "Count the days that were imported to see what they say.";
    assert_eq!(answer.next.as_deref(), Some(next));
    let report = Report::of(&diary, &without(choices(last())));
    let finding: String = report.finding.iter().map(|words| words.text.as_str()).collect();
    assert!(
        finding.contains("Pain is not compared: its days at baseline that count were all imported and are left out."),
        "{finding}"
    );
}

fn without(choices: Choices) -> Choices {
    Choices {
        imported_days: ImportedDays::LeftOut,
        about_me: false,
        visits: true,
        ..choices
    }
}

// R1: how many, whether they count, and which.
#[test]
fn the_report_says_how_many_days_were_imported_and_marks_each() {
    let diary = half_a_baseline();
    let all = Choices {
        every_day: true,
        ..choices(last())
    };
    let report = Report::of(&diary, &all);
    assert_eq!(report.facts[3], "6 days imported");
    assert!(report.method[1].ends_with("Imported days are counted."));
    assert!(report.legend.contains("Ring with a dot: imported from another diary."));
    assert!(
        report
            .caveats
            .iter()
            .any(|said| said.starts_with("6 days of the reference were imported"))
    );
    let days = report.further.last().unwrap();
    assert_eq!(days.columns.last().unwrap(), "Late or imported");
    let marked = days
        .rows
        .iter()
        .filter(|row| row.last().unwrap().starts_with("Imported"));
    assert_eq!(marked.count(), 6);
    let left_out = Report::of(&diary, &without(all.clone()));
    assert_eq!(left_out.facts[3], "6 days imported, left out of all figures");
    assert!(left_out.method[1].ends_with("Imported days are left out."));
    assert_ne!(left_out.tables[0].rows[0], report.tables[0].rows[0]);
    let none = Report::of(&backup::read(STANFORD, LAST_DATE).unwrap(), &all);
    assert!(
        none.texts()
            .iter()
            .all(|text| !text.to_lowercase().contains("imported"))
    );
}

// W6: drawn apart, and told apart without colour.
#[test]
fn imported_days_are_rings_with_a_dot_and_stand_in_words_and_table() {
    let diary = half_a_baseline();
    let study = Study::of(&diary, last(), Counting::ALL);
    let room = Room::default();
    let figure = timeline(&diary, &study, &[pain()], Span::All, None, &Palette::LIGHT, room).figure;
    let series: BTreeMap<&str, &Value> = figure.option["series"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| Some((one["name"].as_str()?, one)))
        .collect();
    let (ring, dot) = (series["pain-imported"], series["pain-imported-dot"]);
    assert_eq!(ring["data"].as_array().unwrap().len(), 6);
    assert_eq!(ring["data"], dot["data"]);
    assert_eq!(ring["itemStyle"]["color"], Palette::LIGHT.paper);
    assert!(ring["symbolSize"].as_f64() > dot["symbolSize"].as_f64());
    let all = ["pain", "pain-late", "pain-imported"].map(|name| series[name]["data"].as_array().unwrap().len());
    assert_eq!(all.iter().sum::<usize>(), 137, "each day has one mark");
    assert!(figure.summary.contains("6 days were imported."), "{}", figure.summary);
    let marked = figure.table.rows.iter().filter(|row| row.last().unwrap() == "imported");
    assert_eq!(marked.count(), 6);
}

// R2, F2
#[test]
fn files_for_others_say_which_days_were_imported() {
    let diary = half_a_baseline();
    for table in [
        csv::write(&diary).text,
        csv::write_commas(&diary).text,
        csv::write_long(&diary).text,
    ] {
        assert!(table.lines().next().unwrap().contains("imported_from"));
        assert!(table.contains("Bearable"));
    }
    let none = backup::read(STANFORD, LAST_DATE).unwrap();
    for table in [csv::write(&none).text, csv::write_long(&none).text] {
        assert!(!table.contains("imported"));
    }
    let bundle: Value = serde_json::from_str(&fhir::write(&diary, &made_on(last()))).unwrap();
    let mut tagged = 0;
    for entry in bundle["entry"].as_array().unwrap() {
        let resource = &entry["resource"];
        let effective = resource["effectiveDateTime"].as_str();
        let is_answer =
            ["Observation", "MedicationAdministration"].contains(&resource["resourceType"].as_str().unwrap());
        let Some(day) = effective.filter(|_| is_answer).and_then(|day| diary.day(date(day))) else {
            continue;
        };
        let is_imported = day.imported_from().is_some();
        assert_eq!(
            resource["meta"]["tag"][0]["code"] == "imported",
            is_imported,
            "{resource}"
        );
        assert_eq!(
            resource["note"][0]["text"] == "Imported from Bearable",
            is_imported,
            "{resource}"
        );
        tagged += usize::from(is_imported);
    }
    assert!(tagged > 6);
}

/// A diary out of what a table of another program holds: its days are imported.
fn as_table(file: &Diary) -> Vec<Day> {
    let now = at("2026-06-07T21:14:03+02:00");
    let days = file.days().filter(|day| !day.answers().is_empty());
    days.map(|day| Day::imported(day.date(), day.answers().clone(), now, name("Daylio")))
        .collect()
}

/// What each way of importing makes of a diary.
fn imported_into(here: &Diary, file: &Diary) -> Vec<Diary> {
    let days = as_table(file);
    let last = LAST_DATE.and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset();
    let filled = gaps::fill(here, &days, &file.settings, Side::Here, last).diary;
    let merge = |treatment| How::Merge {
        treatment,
        deleted: true,
    };
    let backups = [merge(Side::Here), merge(Side::File), How::Replace].map(|how| take(here, file, how).diary);
    std::iter::once(filled).chain(backups).collect()
}

proptest! {
    #![proptest_config(crate::cases(60))]

    // Part 5 of I7: import, then undo, is the identity.
    #[test]
    fn an_import_that_is_taken_back_was_never_there(here in generated::diary(), file in generated::diary()) {
        for after in imported_into(&here, &file) {
            prop_assert_eq!(&taken_back(&after, &here, &after), &here);
        }
    }

    // What was answered on another day since then stays, and nothing else.
    #[test]
    fn a_later_answer_on_another_day_stays(
        here in generated::diary(), file in generated::diary(), other in generated::date(), rating in 0..=100_i64
    ) {
        for after in imported_into(&here, &file) {
            if here.day(other).is_some() || after.day(other).is_some() {
                continue;
            }
            let mut answers = Answers::default();
            answers.items.insert(pain(), Rating::new(rating).unwrap());
            let day = Day::restore(other, at("2026-06-08T21:00:00+02:00"), None, answers);
            let undone = taken_back(&after.clone().with_day(day.clone()), &here, &after);
            prop_assert_eq!(undone, here.clone().with_day(day));
        }
    }

    #[test]
    fn the_last_import_is_taken_back_by_what_the_store_has_of_it(here in generated::diary(), file in generated::diary()) {
        for after in imported_into(&here, &file) {
            let (local, durable) = (MemoryStore::default(), MemoryStore::default());
            let keeper = Keeper::new(&local, &durable);
            let import = LastImport::between(&here, &after, at("2026-06-08T21:00:00+02:00"));
            run(keeper.keep_last_import(&import)).unwrap();
            let kept = run(keeper.last_import()).unwrap();
            prop_assert_eq!(kept.at, import.at);
            // How the treatment was before it was changed is in no backup.
            let without_undo = |mut diary: Diary| {
                diary.earlier.clear();
                diary
            };
            let expected = taken_back(&after, &here, &after);
            prop_assert_eq!(without_undo(kept.taken_back(&after)), without_undo(expected));
            run(keeper.forget_last_import());
            prop_assert_eq!(run(keeper.last_import()), None);
        }
    }

    // What was answered on a day of the import stays, on a day that was recorded here.
    #[test]
    fn a_later_answer_on_the_same_day_stays(
        here in generated::diary(), file in generated::diary(), place in any::<prop::sample::Index>(), rating in 0..=100_i64
    ) {
        for after in imported_into(&here, &file) {
            let days: Vec<&Day> = after.days().filter(|day| here.day(day.date()) != Some(*day)).collect();
            if days.is_empty() {
                continue;
            }
            let brought = *place.get(&days);
            let rating = Rating::new(rating).unwrap();
            if brought.answers().items.get(&pain()) == Some(&rating) {
                continue;
            }
            let mut answers = brought.answers().clone();
            answers.items.insert(pain(), rating);
            let now = LAST_DATE.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset() + TimeDelta::days(1);
            let changed = brought.changed(answers, now, after.settings.day_ends_at);
            let undone = taken_back(&after.clone().with_day(changed), &here, &after);
            let day = undone.day(brought.date()).unwrap();
            prop_assert_eq!(day.answers().items.get(&pain()), Some(&rating));
            let was = here.day(brought.date());
            prop_assert_eq!(day.imported_from(), was.and_then(Day::imported_from));
            for other in here.days().filter(|day| day.date() != brought.date()) {
                prop_assert_eq!(undone.day(other.date()), Some(other));
            }
            prop_assert!(undone.days().all(|day| day.date() == brought.date() || here.day(day.date()).is_some()));
        }
    }
}
