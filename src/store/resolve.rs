//! Which record counts, of the two that the two stores hold under one key (S3).
//!
//! * One store has none, or one that can't be read: the other's counts.
//! * The revisions differ: the higher one counts.
//! * They are the same and the bodies differ, as after a fault in one store: the answers are united.
//! * The local one is a draft, an answer that was given and not yet acknowledged: what it changed is put into the other.

use crate::diary::Settings;

use super::merge::{Merged, merge};
use super::piece;
use super::record::{Before, Key, Record, SCHEMA};

/// One of the two stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Local,
    Journal,
}

/// What two texts come to.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// The record that counts, never a draft.
    pub(super) record: Option<Record>,
    /// Texts that can't be read: where, the text, and why.
    pub(super) unreadable: Vec<(Place, String, String)>,
    /// Records that gave way and held something of their own, as text.
    pub(super) gave_way: Vec<String>,
    /// The text of a record of an older schema.
    pub(super) older: Option<String>,
    /// A newer version wrote one of them.
    pub(super) newer: bool,
}

impl Resolved {
    /// Weighs the two texts that stand under a key.
    pub(super) fn of(key: Key, local: Option<&str>, journal: Option<&str>, settings: &Settings) -> Self {
        let mut resolved = Self::default();
        let here = resolved.read(Place::Local, key, local, settings);
        // Two equal texts need to be read once only, and most are equal.
        let there = match &here {
            Some(record) if local == journal && record.draft_of.is_none() => here.clone(),
            _ => resolved.read(Place::Journal, key, journal, settings),
        };
        let older = |record: &Option<Record>| record.as_ref().is_some_and(|record| record.schema < SCHEMA);
        let old_text = match (older(&here), older(&there)) {
            (_, true) => journal,
            (true, _) => local,
            _ => None,
        };
        resolved.record = match (here, there) {
            (Some(here), Some(there)) => Some(resolved.weigh(here, there)),
            (here, there) => here.or(there),
        };
        if let Some(record) = &mut resolved.record {
            record.draft_of = None;
            if old_text.is_some() && record.schema < SCHEMA {
                (record.schema, record.revision) = (SCHEMA, record.revision.saturating_add(1));
                resolved.older = old_text.map(str::to_owned);
            }
        }
        resolved
    }

    fn read(&mut self, place: Place, key: Key, text: Option<&str>, settings: &Settings) -> Option<Record> {
        let text = text?;
        match piece::read(key, text, settings) {
            Ok(record) => Some(record),
            Err((newer, why)) => {
                self.newer |= newer;
                self.unreadable.push((place, text.to_owned(), why));
                None
            }
        }
    }

    fn weigh(&mut self, here: Record, there: Record) -> Record {
        let merged = match &here.draft_of {
            Some(Before(before)) => merge(before.as_deref(), &here, &there),
            None if here.revision != there.revision => {
                return if here.revision > there.revision { here } else { there };
            }
            None if here.body == there.body => return if here.at > there.at { here } else { there },
            None => merge(None, &here, &there),
        };
        self.united(merged, &here, &there)
    }

    /// A record of its own out of two.
    fn united(&mut self, merged: Merged, here: &Record, there: &Record) -> Record {
        if let Some(body) = merged.gave_way {
            let loser = if here.body.as_ref() == Some(&body) { here } else { there };
            self.gave_way.extend(loser.to_text());
        }
        if merged.body == there.body {
            return there.clone();
        }
        let revision = here.revision.max(there.revision).saturating_add(1);
        Record::new(here.key, revision, here.at.max(there.at), merged.body)
    }
}
