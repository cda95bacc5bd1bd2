//! The backup: one JSON file that holds the whole diary (F1). Out and in again is the identity (I1).
//!
//! * What another version added is kept at every level and written back.
//! * `null` and absent are the same. A day's place in the list does not matter; the same date twice does.
//! * A day that can't be read is left out and named; so are settings, phases and doses (I5). A file is refused as a whole
//!   where its days can't be told apart, or are not as many as it says; the diary is untouched then (I3).
//! * A day may carry its [`Mark`]: how often it was written, and when it was last changed (I6).
//!
//! Not taken over: `app_version` and `exported_at`, which describe the file, and `counts`, which is checked against what
//! is there and counted anew.
//!
//! The same shapes, one record each and on one line, are what the store keeps.

use chrono::NaiveDate;

pub use self::file::{BackupError, Counted, Header, MAX_BYTES, MAX_DAYS, MAX_ENTRIES, MAX_MEGABYTES, Read};
pub use self::marks::{Mark, Marks};
pub use self::treatment_record::TreatmentRecord;
pub(super) use self::v1::CARDS;
use self::v1::read::Reader;
use self::v1::write::{V1, Whole, line, lines, unread_entries};
use super::decode;
use super::other_file;
use super::problems::{Mistake, Place, Problems};
use crate::diary::{Day, Diary, Rest, Sealed, Settings};
use crate::json::raw::{Fields, get, is_deeper_than, is_huge, whole};

mod file;
mod marks;
mod treatment_record;
mod v1;

/// The most lists and objects within each other.
const MAX_DEPTH: usize = 64;

/// Writes a diary as a backup.
pub fn write(diary: &Diary, header: &Header) -> String {
    write_marked(diary, header, &Marks::default())
}

/// Writes a diary as a backup that carries the states of its days (I6).
pub fn write_marked(diary: &Diary, header: &Header, marks: &Marks) -> String {
    let header = Some(header);
    lines(&Whole { diary, header, marks })
}

/// Writes a diary as [`read`] takes it, on one line and without a header: what passes from one program to the other.
pub fn text(diary: &Diary) -> String {
    text_marked(diary, &Marks::default())
}

/// The same with the states of its days.
pub fn text_marked(diary: &Diary, marks: &Marks) -> String {
    let header = None;
    line(&Whole { diary, header, marks })
}

/// Reads a backup of which everything must be right. A day after tomorrow, seen from `today`, is a problem; tomorrow is
/// not, because the file may come from a time zone that is ahead. Without a today, give
/// [`LAST_DATE`](crate::diary::LAST_DATE).
///
/// If there are days and no phase, the first day opens a baseline (P1).
///
/// # Errors
/// [`BackupError`]: one reason, or all problems of the file.
pub fn read(text: &str, today: NaiveDate) -> Result<Diary, BackupError> {
    let mut read = open(text, today)?;
    for day in &read.ahead {
        read.problems.add(Place::Day(day.date()), None, Mistake::Ahead);
    }
    if read.problems.is_empty() {
        Ok(read.diary)
    } else {
        Err(BackupError::Problems(read.problems))
    }
}

/// Reads the bytes of a file that may be a backup: [`open`] of what they say.
///
/// # Errors
/// [`BackupError`], where no day can be told from another.
pub fn open_bytes(bytes: &[u8], today: NaiveDate) -> Result<Read, BackupError> {
    if bytes.len() > MAX_BYTES {
        return Err(BackupError::TooLarge);
    }
    let text = decode::text(bytes).map_err(|error| {
        // A file of another kind need not be in the letters of a backup.
        let table = decode::table(bytes).ok();
        let kind = table.and_then(|(text, _)| other_file::of_text(&text));
        kind.map_or(BackupError::NotText(error), BackupError::Another)
    })?;
    if text.trim().is_empty() {
        return Err(BackupError::Empty);
    }
    open(&text, today).map_err(|error| {
        let is_ours = match error {
            BackupError::NotOurs => false,
            // Of JSON that is cut off or of several pieces, what it is says more than where it ends.
            BackupError::Truncated | BackupError::Damaged(_) => text.contains("\"ldn-diary\""),
            _ => true,
        };
        if is_ours {
            return error;
        }
        match other_file::of_text(&text) {
            _ if is_of_rescue(&text) => BackupError::Rescue,
            Some(kind) => BackupError::Another(kind),
            None => error,
        }
    })
}

/// Whether a text is what the rescue page saves.
fn is_of_rescue(text: &str) -> bool {
    let format = object(text).ok().and_then(|mut fields| fields.take("format"));
    format.and_then(get::<String>).as_deref() == Some("ldn-diary-rescue")
}

/// Reads what can be read of a backup, day by day (I5).
///
/// # Errors
/// [`BackupError`], where no day can be told from another.
pub fn open(text: &str, today: NaiveDate) -> Result<Read, BackupError> {
    let mut fields = object(text)?;
    let format: Option<String> = fields.take("format").and_then(get);
    if format.as_deref() != Some(v1::FORMAT) {
        return Err(BackupError::NotOurs);
    }
    let version = fields.take("version");
    match version.and_then(whole) {
        Some(v1::VERSION) => v1::read::diary(fields, today),
        Some(newer) if newer > v1::VERSION => Err(BackupError::Newer(newer)),
        None if version.is_some_and(is_huge) => Err(BackupError::Newer(i64::MAX)),
        _ => Err(BackupError::NotOurs),
    }
}

/// The fields of the one object that a text is.
fn object(text: &str) -> Result<Fields<'_>, BackupError> {
    if text.len() > MAX_BYTES {
        return Err(BackupError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_start().starts_with('{') {
        return Err(BackupError::NotOurs);
    }
    if is_deeper_than(MAX_DEPTH, text) {
        return Err(BackupError::TooDeep);
    }
    serde_json::from_str(text).map_err(|error| {
        // Of a number that is cut short `serde_json` says that it is wrong.
        if error.is_eof() || text.ends_with(['-', '+', '.', 'e', 'E']) {
            BackupError::Truncated
        } else {
            BackupError::Damaged(error.line())
        }
    })
}

/// One day as one line of JSON, as in a backup.
pub fn day_text(day: &Day) -> String {
    line(&V1(day))
}

/// Reads what [`day_text`] wrote. The settings say which own items and medicines are declared.
///
/// # Errors
/// [`BackupError`] as for a whole backup.
pub fn day_from_text(text: &str, settings: &Settings) -> Result<Day, BackupError> {
    record(text, |reader, fields| reader.day(fields, settings))
}

/// The settings as one line of JSON, as in a backup.
pub fn settings_text(settings: &Settings) -> String {
    line(&V1(settings))
}

/// Reads what [`settings_text`] wrote.
///
/// # Errors
/// [`BackupError`] as for a whole backup.
pub fn settings_from_text(text: &str) -> Result<Settings, BackupError> {
    record(text, |reader, fields| reader.settings(fields))
}

/// Phases and dose steps as one line of JSON, as in a backup, with how they were before the last changes.
pub fn treatment_text(record: &TreatmentRecord) -> String {
    line(&V1(record))
}

/// Reads what [`treatment_text`] wrote.
///
/// # Errors
/// [`BackupError`] as for a whole backup.
pub fn treatment_from_text(text: &str) -> Result<TreatmentRecord, BackupError> {
    record(text, |reader, mut fields| {
        Some(TreatmentRecord {
            treatment: reader.treatment(&mut fields),
            earlier: Reader::earlier(&mut fields),
            unknown: fields.rest(),
        })
    })
}

/// What a diary holds besides settings, treatment and days, as one line of JSON.
pub fn rest_text(rest: &Rest) -> String {
    line(&V1(rest))
}

/// Reads what [`rest_text`] wrote.
///
/// # Errors
/// [`BackupError`] as for a whole backup.
pub fn rest_from_text(text: &str) -> Result<Rest, BackupError> {
    record(text, |_, fields| Some(v1::read::rest(fields)))
}

/// How many cards a diary keeps that this version can't read.
pub fn unread_cards(rest: &Rest) -> usize {
    unread_entries(&rest.unknown, CARDS).len()
}

/// What the seal of a card is made of: the field `sealed` of the card, on one line without spaces.
pub fn sealed_text(sealed: &Sealed) -> String {
    line(&V1(sealed))
}

/// Reads one record: the value, if there was no problem.
fn record<'a, T>(text: &'a str, read: impl FnOnce(&mut Reader, Fields<'a>) -> Option<T>) -> Result<T, BackupError> {
    let fields = object(text)?;
    let mut problems = Problems::default();
    let value = read(&mut Reader::new(Place::Record, &mut problems), fields);
    match value {
        Some(value) if problems.is_empty() => Ok(value),
        _ => Err(BackupError::Problems(problems)),
    }
}

#[cfg(test)]
mod tests;
