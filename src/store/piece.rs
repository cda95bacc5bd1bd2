//! One piece of a diary, out of its body and back into the diary.

use chrono::NaiveDate;

use crate::diary::{Day, Diary, Settings};
use crate::exchange::backup;

use super::record::{Key, Record, RecordError};

/// The body of a piece as the diary holds it now; `None` where the diary has no such day.
pub fn body_of(diary: &Diary, key: Key) -> Option<String> {
    Some(match key {
        Key::Settings => backup::settings_text(&diary.settings),
        Key::Treatment => backup::treatment_text(&diary.treatment),
        Key::Rest => backup::rest_text(diary),
        Key::Day(date) => backup::day_text(diary.day(date)?),
    })
}

/// Puts a body where it belongs in the diary, or takes the deleted piece out.
///
/// # Errors
/// Why the body can't be understood; the diary is as it was.
pub fn place(diary: &mut Diary, key: Key, body: Option<&str>) -> Result<(), String> {
    let fresh = Diary::default();
    match (key, body) {
        (Key::Settings, None) => diary.settings = fresh.settings,
        (Key::Treatment, None) => diary.treatment = fresh.treatment,
        (Key::Rest, None) => (diary.template, diary.unknown) = (fresh.template, fresh.unknown),
        (Key::Day(date), None) => _ = diary.remove_day(date),
        (Key::Settings, Some(body)) => diary.settings = backup::settings_from_text(body).map_err(in_words)?,
        (Key::Treatment, Some(body)) => diary.treatment = backup::treatment_from_text(body).map_err(in_words)?,
        (Key::Rest, Some(body)) => (diary.template, diary.unknown) = backup::rest_from_text(body).map_err(in_words)?,
        (Key::Day(date), Some(body)) => diary.put_day(day(date, body, &diary.settings)?),
    }
    Ok(())
}

/// Reads a record and makes sure that its body can be understood.
pub(super) fn read(key: Key, text: &str, settings: &Settings) -> Result<Record, (bool, String)> {
    let record = Record::from_text(key, text).map_err(|error| (error == RecordError::Newer, error.to_string()))?;
    let understood = match (key, record.body.as_deref()) {
        (_, None) => Ok(()),
        (Key::Day(date), Some(body)) => day(date, body, settings).map(drop),
        (Key::Settings, Some(body)) => backup::settings_from_text(body).map(drop).map_err(in_words),
        (Key::Treatment, Some(body)) => backup::treatment_from_text(body).map(drop).map_err(in_words),
        (Key::Rest, Some(body)) => backup::rest_from_text(body).map(drop).map_err(in_words),
    };
    understood.map(|()| record).map_err(|why| (false, why))
}

fn day(date: NaiveDate, body: &str, settings: &Settings) -> Result<Day, String> {
    let day = backup::day_from_text(body, settings).map_err(in_words)?;
    if day.date() == date {
        Ok(day)
    } else {
        Err(RecordError::WrongPlace.to_string())
    }
}

fn in_words(error: backup::BackupError) -> String {
    error.to_string()
}
