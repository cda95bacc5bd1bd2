//! What is known of the backup files that the patient keeps. It is no part of the diary: without it the reminder comes early.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::diary::iso;

/// When the last backup was made, and the reminder put away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BackupNote {
    /// When the last file was made that arrived.
    pub made_at: Option<DateTime<FixedOffset>>,
    /// When the reminder was put away.
    pub dismissed: Option<NaiveDate>,
}

impl BackupNote {
    /// Reads what [`BackupNote::text`] wrote; what makes no sense is not there.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (made_at, dismissed): (String, String) = serde_json::from_str(text).ok()?;
        Some(Self {
            made_at: iso::instant(&made_at),
            dismissed: iso::date(&dismissed),
        })
    }

    /// As the local store keeps it.
    pub(super) fn text(&self) -> String {
        let made_at = self.made_at.map(|at| at.to_rfc3339()).unwrap_or_default();
        let dismissed = self.dismissed.map(|on| on.to_string()).unwrap_or_default();
        serde_json::to_string(&(made_at, dismissed)).unwrap_or_default()
    }
}
