//! One piece of a diary, out of its body and back into the diary.

use crate::diary::{Day, Diary, Settings, Template, Treatment, Unknown};
use crate::exchange::backup::{self, BackupError};
use crate::words::{Said, storage as words};

use super::key::Key;
use super::record::{Record, RecordError};

/// The body of a piece as the diary holds it now; `None` where the diary has no such day.
pub fn body_of(diary: &Diary, key: Key) -> Option<String> {
    Some(match key {
        Key::Settings => backup::settings_text(&diary.settings),
        Key::Treatment => backup::treatment_text(&diary.treatment),
        Key::Rest => backup::rest_text(diary),
        Key::Day(date) => backup::day_text(diary.day(date)?),
    })
}

/// Why a text under one of our keys is no part of the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no record of that key.
    Record(RecordError),
    /// It is one, and what it holds can't be understood.
    Body(BackupError),
    /// It could not be read before, or gave way to a later version.
    SetAsideBefore,
    /// No version that is known here calls anything so.
    UnknownName,
}

impl From<RecordError> for Unreadable {
    fn from(error: RecordError) -> Self {
        Self::Record(error)
    }
}

impl From<BackupError> for Unreadable {
    fn from(error: BackupError) -> Self {
        Self::Body(error)
    }
}

impl Said for Unreadable {
    fn said(&self) -> String {
        let said = match self {
            Self::Body(BackupError::Problems(problems)) => return problems.said(),
            Self::Body(_) | Self::Record(RecordError::NotARecord) => words::incomplete(),
            Self::Record(RecordError::Checksum) => words::changed(),
            Self::Record(RecordError::WrongPlace) => words::misplaced(),
            Self::Record(RecordError::Newer) => words::of_newer_version(),
            Self::SetAsideBefore => words::set_aside_before(),
            Self::UnknownName => words::unknown_name(),
        };
        said.to_owned()
    }
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
pub fn place(diary: &mut Diary, key: Key, body: Option<&str>) -> Result<(), Unreadable> {
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

/// Reads a record and what its body says.
pub(super) fn read(key: Key, text: &str, settings: &Settings) -> Result<(Record, Option<Content>), Unreadable> {
    let record = Record::from_text(key, text)?;
    let content = record.body.as_deref().map(|body| content(key, body, settings));
    Ok((record, content.transpose()?))
}

fn content(key: Key, body: &str, settings: &Settings) -> Result<Content, Unreadable> {
    Ok(match key {
        Key::Settings => Content::Settings(backup::settings_from_text(body)?),
        Key::Treatment => Content::Treatment(backup::treatment_from_text(body)?),
        Key::Rest => {
            let (template, unknown) = backup::rest_from_text(body)?;
            Content::Rest(template, unknown)
        }
        Key::Day(date) => {
            let day = backup::day_from_text(body, settings)?;
            if day.date() != date {
                return Err(RecordError::WrongPlace.into());
            }
            Content::Day(day)
        }
    })
}
