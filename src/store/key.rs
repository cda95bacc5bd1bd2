//! What the pieces of the diary are called in the stores.

use std::fmt;

use chrono::NaiveDate;
use crc::{CRC_32_ISCSI, Crc};

use super::names::RECORDS;
use crate::diary::iso;

/// Over whatever stands under a name of ours.
pub(super) const CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// Which piece of the diary a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The settings.
    Settings,
    /// Phases and dose steps.
    Treatment,
    /// What a diary holds besides: the plan it follows, and fields of another version.
    Rest,
    /// One diary day.
    Day(NaiveDate),
}

impl Key {
    /// Reads a text store's key; `None` where it is not one of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let key = match text.strip_prefix(RECORDS)? {
            "settings" => Self::Settings,
            "treatment" => Self::Treatment,
            "rest" => Self::Rest,
            rest => rest.strip_prefix("day/").and_then(iso::date).map(Self::Day)?,
        };
        // One way to write it, so that no other name stands for the same piece.
        (key.to_string() == text).then_some(key)
    }

    /// Whether a text store's key belongs to this app at all, read or not.
    pub fn is_ours(text: &str) -> bool {
        text.starts_with(RECORDS)
    }

    /// Where an unreadable text from under this key is kept; the checksum of the text makes the place its own.
    pub fn set_aside(text_key: &str, text: &str) -> String {
        let rest = text_key.strip_prefix(RECORDS).unwrap_or(text_key);
        format!("{RECORDS}set-aside/{rest}/{:08x}", CHECKSUM.checksum(text.as_bytes()))
    }

    /// Whether a text store's key is such a place.
    pub fn is_set_aside(text: &str) -> bool {
        text.strip_prefix(RECORDS)
            .is_some_and(|rest| rest.starts_with("set-aside/"))
    }

    /// Where the record of an older schema is kept for some days after it was migrated on a day (S4).
    pub fn before(&self, migrated_on: NaiveDate) -> String {
        let own = self.to_string();
        let own = own.strip_prefix(RECORDS).unwrap_or(&own);
        format!("{RECORDS}before/{migrated_on}/{own}")
    }

    /// The day on which the record under a text store's key was migrated, if the key is such a place.
    pub fn migrated_on(text: &str) -> Option<NaiveDate> {
        let rest = text.strip_prefix(RECORDS)?.strip_prefix("before/")?;
        rest.split('/').next().and_then(iso::date)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => write!(f, "{RECORDS}settings"),
            Self::Treatment => write!(f, "{RECORDS}treatment"),
            Self::Rest => write!(f, "{RECORDS}rest"),
            Self::Day(date) => write!(f, "{RECORDS}day/{date}"),
        }
    }
}
