//! How many days are kept: a line beside the records, so that an empty store can be told from a new one (S3).

use chrono::{DateTime, FixedOffset};

use crate::diary::iso;

/// What was kept when something was last saved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Census {
    /// How many days.
    pub days: usize,
    /// When it was last saved; `None` where no census could be found.
    pub at: Option<DateTime<FixedOffset>>,
}

impl Census {
    /// Reads what [`Census::text`] wrote; anything else says nothing.
    pub fn read(text: &str) -> Option<Census> {
        let text: String = serde_json::from_str(text).ok()?;
        let (days, at) = text.split_once(' ')?;
        Some(Census {
            days: days.parse().ok()?,
            at: Some(iso::instant(at)?),
        })
    }

    /// The census as a JSON string: "137 2026-06-07T21:14:03+02:00".
    pub fn text(&self) -> Option<String> {
        Some(format!("\"{} {}\"", self.days, self.at?.to_rfc3339()))
    }
}
