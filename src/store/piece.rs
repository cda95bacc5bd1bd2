//! One piece of a diary, out of its body and back into the diary.

use crate::diary::{Day, Diary, Settings, Template, Treatment, Unknown};
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

/// What a body says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    Settings(Settings),
    Treatment(Treatment),
    Rest(Option<Template>, Unknown),
    Day(Day),
}

/// Puts a body where it belongs in the diary, or takes the deleted piece out.
///
/// # Errors
/// Why the body can't be understood; the diary is as it was.
pub fn place(diary: &mut Diary, key: Key, body: Option<&str>) -> Result<(), String> {
    let content = body.map(|body| content(key, body, &diary.settings)).transpose()?;
    put(diary, key, content);
    Ok(())
}

/// Puts what a body says where it belongs in the diary, or takes the deleted piece out.
pub(super) fn put(diary: &mut Diary, key: Key, content: Option<Content>) {
    match (key, content) {
        (_, Some(Content::Settings(settings))) => diary.settings = settings,
        (_, Some(Content::Treatment(treatment))) => diary.treatment = treatment,
        (_, Some(Content::Rest(template, unknown))) => (diary.template, diary.unknown) = (template, unknown),
        (_, Some(Content::Day(day))) => diary.put_day(day),
        (Key::Settings, None) => diary.settings = Settings::default(),
        (Key::Treatment, None) => diary.treatment = Treatment::default(),
        (Key::Rest, None) => (diary.template, diary.unknown) = (None, Unknown::default()),
        (Key::Day(date), None) => _ = diary.remove_day(date),
    }
}

/// Reads a record and what its body says. The error says whether a newer version wrote it, and why it can't be read.
pub(super) fn read(key: Key, text: &str, settings: &Settings) -> Result<(Record, Option<Content>), (bool, String)> {
    let record = Record::from_text(key, text).map_err(|error| (error == RecordError::Newer, error.to_string()))?;
    let body = record.body.as_deref();
    let content = body.map(|body| content(key, body, settings)).transpose();
    content.map(|content| (record, content)).map_err(|why| (false, why))
}

fn content(key: Key, body: &str, settings: &Settings) -> Result<Content, String> {
    Ok(match key {
        Key::Settings => Content::Settings(backup::settings_from_text(body).map_err(in_words)?),
        Key::Treatment => Content::Treatment(backup::treatment_from_text(body).map_err(in_words)?),
        Key::Rest => {
            let (template, unknown) = backup::rest_from_text(body).map_err(in_words)?;
            Content::Rest(template, unknown)
        }
        Key::Day(date) => {
            let day = backup::day_from_text(body, settings).map_err(in_words)?;
            if day.date() != date {
                return Err(RecordError::WrongPlace.to_string());
            }
            Content::Day(day)
        }
    })
}

fn in_words(error: backup::BackupError) -> String {
    error.to_string()
}
