//! What must hold for any text that a reader is given. The fuzz targets and the tests run the same checks.

use chrono::{DateTime, FixedOffset};
use ldn_diary::diary::{Diary, LAST_DATE, Settings};
use ldn_diary::exchange::{backup, csv, import, table};
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

/// A file is refused as a table with a message, or it is proposed and read, and its days come back from a table of ours.
///
/// # Panics
/// If that does not hold.
pub fn check_csv(bytes: &[u8]) {
    let settings = Settings::default();
    let opened = match table::open(bytes) {
        Ok(opened) => opened,
        Err(error) => return assert!(!error.said().is_empty()),
    };
    let mut proposal = table::propose(&opened, &settings, noon().date_naive());
    let text = serde_json::to_string(&proposal).expect("a proposal is written");
    assert_eq!(
        serde_json::from_str::<table::Proposal>(&text).expect("and read"),
        proposal
    );
    check_reading(&table::read(&opened, &proposal, &settings, noon()));
    // As somebody may answer all that is asked.
    if let table::Dates::Open(_) = proposal.dates {
        proposal.dates = table::Dates::Settled(table::First::Day);
    }
    for field in &mut proposal.fields {
        let choices = field.choices();
        if let (true, Some(scale)) = (field.is_asked(), choices.first()) {
            field.scale = scale.clone();
        }
        field.zero = table::Zero::Missing;
        assert!(field.samples.len() <= 3 && field.range.is_none_or(|(least, most)| least <= most));
    }
    check_reading(&table::read(&opened, &proposal, &settings, noon()));
}

fn check_reading(reading: &table::Reading) {
    assert!(reading.days.len() <= reading.rows);
    assert!(reading.days.is_sorted_by_key(ldn_diary::diary::Day::date));
    for left_out in &reading.left_out {
        assert!(left_out.count > 0 && !left_out.lines.is_empty() && !left_out.reason.said().is_empty());
    }
    let mut diary = Diary::default();
    diary.settings = reading.settings.clone();
    // A table of ours has no room for one that nothing was answered on and that was recorded after all days.
    let days = reading.days.iter().cloned();
    check_table_of(&days.fold(diary, Diary::with_day));
}

fn check_table_of(diary: &Diary) {
    let written = csv::write(diary);
    let Ok(opened) = table::open(written.text.as_bytes()) else {
        return assert_eq!(written.rows, 0, "a table of ours is one");
    };
    let proposal = table::propose(&opened, &diary.settings, LAST_DATE);
    let reading = table::read(&opened, &proposal, &diary.settings, noon());
    assert_eq!(reading.left_out, [], "{}", written.text);
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
