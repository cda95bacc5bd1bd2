//! What the last import changed, by which one step takes it back.

use chrono::{DateTime, FixedOffset};

use crate::diary::{Diary, LAST_DATE, iso};
use crate::exchange::backup::{self, Read};
use crate::exchange::import;

/// The diary right before an import and right after it.
#[derive(Debug, Clone, PartialEq)]
pub struct LastImport {
    before: Diary,
    after: Diary,
    /// When it was.
    pub at: DateTime<FixedOffset>,
}

impl LastImport {
    /// What an import has made of one diary, at the instant `at`.
    pub fn between(before: &Diary, after: &Diary, at: DateTime<FixedOffset>) -> Self {
        Self {
            before: before.clone(),
            after: after.clone(),
            at,
        }
    }

    /// The diary as it is `now`, without what the import brought.
    #[must_use]
    pub fn taken_back(&self, now: &Diary) -> Diary {
        let mut before = self.before.clone();
        if before.treatment == self.after.treatment {
            // What can be undone of the treatment is in no backup, and the import has not touched it.
            before.earlier.clone_from(&now.earlier);
        }
        import::taken_back(now, &before, &self.after)
    }

    /// Reads what [`LastImport::text`] wrote; what makes no sense is not there.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (before, after, at): (String, String, String) = serde_json::from_str(text).ok()?;
        let [before, after] = [before, after].map(|text| backup::open(&text, LAST_DATE).ok().filter(is_whole));
        Some(Self {
            before: before?.diary,
            after: after?.diary,
            at: iso::instant(&at)?,
        })
    }

    /// As the durable store keeps it.
    pub(super) fn text(&self) -> String {
        let [before, after] = [&self.before, &self.after].map(backup::text);
        serde_json::to_string(&(before, after, self.at.to_rfc3339())).unwrap_or_default()
    }
}

fn is_whole(read: &Read) -> bool {
    read.problems.is_empty()
}
