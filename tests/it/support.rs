//! What tests are made of.

use chrono::{DateTime, FixedOffset, NaiveDate};
use ldn_diary::diary::{Day, Diary, FIRST_DATE, ItemId, Name, PhaseKind};
use ldn_diary::exchange::backup::Header;
use ldn_diary::exchange::fhir::Making;
use ldn_diary::report::{Choices, FIRST_ITEMS, Paper};
use ldn_diary::trial::{ImportedDays, LateDays};

/// "2026-11-29" as a date.
pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// "2026-11-29T21:00:00+01:00" as an instant.
pub(crate) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// A name that a patient could give.
pub(crate) fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// What stands at the head of a backup.
pub(crate) fn header() -> Header {
    Header {
        app_version: "0.1.0".into(),
        exported_at: at("2026-06-07T21:14:03+02:00"),
    }
}

/// A file for a clinic, made on the evening of a day.
pub(crate) fn made_on(day: NaiveDate) -> Making<'static> {
    Making {
        as_of: day,
        at: day.and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset(),
        name: None,
    }
}

/// A time on another medicine.
pub(crate) fn other_medicine() -> PhaseKind {
    PhaseKind::Comparator(name("Amitriptyline"))
}

/// The choices of a report of the whole diary up to a day, as the page first has them.
pub(crate) fn choices(to: NaiveDate) -> Choices {
    Choices {
        from: FIRST_DATE,
        to,
        made_on: to,
        items: FIRST_ITEMS.map(ItemId::from).into(),
        every_day: false,
        notes: false,
        name: None,
        paper: Paper::A4,
        late_days: LateDays::Included,
        imported_days: ImportedDays::Included,
        about_me: false,
        visits: true,
    }
}

/// The days of a diary without what a table does not carry.
pub(crate) fn carried(diary: &Diary) -> Vec<Day> {
    let bare = |day: &Day| {
        let bare = Day::restore(day.date(), day.recorded_at(), day.edited_at(), day.answers().clone());
        bare.with_source(day.imported_from().cloned())
    };
    diary.days().map(bare).collect()
}
