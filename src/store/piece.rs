//! One piece of a diary as a value. Its text exists in the stores alone: a record's is read once and written once.

use crate::diary::{Day, Diary, Rest, Settings, Unknown};
use crate::exchange::backup::{self, TreatmentRecord};

use super::key::Key;
use super::unreadable::{RecordError, Unreadable};

/// What a record is about. It holds all that its text says, fields of another version too.
#[derive(Debug, Clone, Eq)]
pub enum Body {
    /// The settings.
    Settings(Settings),
    /// Phases and dose steps, and how they were before.
    Treatment(TreatmentRecord),
    /// What a diary holds besides.
    Rest(Rest),
    /// One diary day.
    Day(Day),
}

impl Body {
    /// The piece as the diary holds it now; `None` where the diary has no such day.
    pub fn of(diary: &Diary, key: Key) -> Option<Self> {
        Some(match key {
            Key::Settings => Self::Settings(diary.settings.clone()),
            Key::Treatment => Self::Treatment(TreatmentRecord {
                treatment: diary.treatment.clone(),
                earlier: diary.earlier.clone(),
                unknown: Unknown::default(),
            }),
            Key::Rest => Self::Rest(diary.rest.clone()),
            Key::Day(date) => Self::Day(diary.day(date)?.clone()),
        })
    }

    /// As a record keeps it.
    pub fn text(&self) -> String {
        match self {
            Self::Settings(settings) => backup::settings_text(settings),
            Self::Treatment(record) => backup::treatment_text(record),
            Self::Rest(rest) => backup::rest_text(rest),
            Self::Day(day) => backup::day_text(day),
        }
    }

    /// Reads what [`Body::text`] wrote. The settings say which own items are declared.
    pub(super) fn read(key: Key, text: &str, settings: &Settings) -> Result<Self, Unreadable> {
        Ok(match key {
            Key::Settings => Self::Settings(backup::settings_from_text(text)?),
            Key::Treatment => Self::Treatment(backup::treatment_from_text(text)?),
            Key::Rest => Self::Rest(backup::rest_from_text(text)?),
            Key::Day(date) => {
                let day = backup::day_from_text(text, settings)?;
                if day.date() != date {
                    return Err(RecordError::WrongPlace.into());
                }
                Self::Day(day)
            }
        })
    }
}

/// Two bodies are one where they would be written alike: it makes no difference what was declared where they were read, but
/// it does what the clock on the wall said at one and the same instant.
impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Settings(this), Self::Settings(that)) => this == that,
            (Self::Treatment(this), Self::Treatment(that)) => this == that,
            (Self::Rest(this), Self::Rest(that)) => this == that,
            (Self::Day(this), Self::Day(that)) => {
                let clock = |day: &Day| [Some(day.recorded_at()), day.edited_at()].map(|at| at.map(|at| *at.offset()));
                clock(this) == clock(that) && (this == that || this.clone().read_as(that) == that.clone().read_as(this))
            }
            _ => false,
        }
    }
}

/// Puts a piece where it belongs in the diary, or takes the deleted one out.
pub fn place(diary: &mut Diary, key: Key, body: Option<Body>) {
    match (key, body) {
        (_, Some(Body::Settings(settings))) => diary.settings = settings,
        (_, Some(Body::Treatment(record))) => (diary.treatment, diary.earlier) = (record.treatment, record.earlier),
        (_, Some(Body::Rest(rest))) => diary.rest = rest,
        (_, Some(Body::Day(day))) => diary.put_day(day),
        (Key::Settings, None) => diary.settings = Settings::default(),
        (Key::Treatment, None) => (diary.treatment, diary.earlier) = Default::default(),
        (Key::Rest, None) => diary.rest = Rest::default(),
        (Key::Day(date), None) => _ = diary.remove_day(date),
    }
}
