//! What must hold for any text that a reader is given. The fuzz targets and the tests run the same checks.

use chrono::{DateTime, FixedOffset};
use ldn_diary::diary::{Diary, LAST_DATE, Settings};
use ldn_diary::exchange::{backup, csv, import};
use ldn_diary::words::Said as _;

/// A backup is refused with a message, or it is read and comes back from its own backup and records.
///
/// # Panics
/// If that does not hold.
pub fn check_backup(text: &str) {
    let diary = match backup::read(text, LAST_DATE) {
        Ok(diary) => diary,
        Err(error) => return assert!(!error.said().is_empty()),
    };
    let header = backup::Header {
        app_version: String::new(),
        exported_at: noon(),
    };
    let written = backup::write(&diary, &header);
    let back = backup::read(&written, LAST_DATE).expect("what was written is read");
    assert_eq!(back, diary);
    assert_eq!(backup::write(&back, &header), written);
    for day in diary.days() {
        let record = backup::day_text(day);
        assert_eq!(backup::day_from_text(&record, &diary.settings).as_ref(), Ok(day));
    }
    let merge = import::How::Merge {
        treatment: import::Side::File,
        deleted: false,
    };
    assert_eq!(import::apply(&diary, &diary, merge).days().len(), diary.days().len());
    check_table_of(&diary);
}

/// A table is refused with a message, or its days come back from a table of ours.
///
/// # Panics
/// If that does not hold.
pub fn check_csv(text: &str) {
    let settings = Settings::default();
    let Ok(mapping) = csv::propose(text, &settings) else {
        return;
    };
    let Ok(reading) = csv::read(text, &mapping, &settings, noon()) else {
        return;
    };
    assert!(reading.days.len() + reading.problems.len() <= reading.rows * (mapping.columns.len() + 1));
    check_table_of(&reading.days.into_iter().fold(Diary::default(), Diary::with_day));
}

fn check_table_of(diary: &Diary) {
    let table = csv::write(diary);
    let mapping = csv::propose(&table.text, &diary.settings).expect("a table of ours has a header");
    let reading = csv::read(&table.text, &mapping, &diary.settings, noon()).expect("a table of ours is one");
    assert!(reading.problems.is_empty(), "{}", reading.problems.said());
    let answers = |days: &mut dyn Iterator<Item = &ldn_diary::diary::Day>| {
        days.map(|day| (day.date(), day.recorded_at(), day.edited_at(), day.answers().clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(answers(&mut reading.days.iter()), answers(&mut diary.days()));
}

/// An instant after every day that a diary can hold has begun.
fn noon() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2199-12-31T12:00:00+00:00").expect("an instant")
}
