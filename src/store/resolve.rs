//! Which record counts, of the two that the two stores hold under one key (S3).
//!
//! * One store has none, or one that can't be read: the other's counts.
//! * The revisions differ: the higher one counts.
//! * They are the same and the bodies differ, as after a fault in one store: the answers are united.
//! * The local one is a draft, an answer that was given and not yet acknowledged: what it changed is put into the other.

use crate::diary::Settings;

use super::key::Key;
use super::merge::{Merged, merge};
use super::migration::SCHEMA;
use super::piece::{self, Content, Unreadable};
use super::record::{Before, Record, RecordError};

/// One of the two stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Local,
    DurableStore,
}

/// What two texts come to.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// The record that counts, never a draft.
    pub(super) record: Option<Record>,
    /// What its body says, where one of the two texts holds the body as it is.
    pub(super) content: Option<Content>,
    /// Texts that can't be read: where, the text, and why.
    pub(super) unreadable: Vec<(Place, String, Unreadable)>,
    /// Records that gave way and held something of their own, as text.
    pub(super) gave_way: Vec<String>,
    /// The text of a record of an older schema.
    pub(super) older: Option<String>,
    /// A newer version wrote one of them.
    pub(super) newer: bool,
}

impl Resolved {
    /// Weighs the two texts that stand under a key.
    pub(super) fn of(key: Key, local: Option<&str>, durable: Option<&str>, settings: &Settings) -> Self {
        let mut resolved = Self::default();
        let here = resolved.read(Place::Local, key, local, settings);
        // Two equal texts need to be read once only, and most are equal.
        let is_draft = here.as_ref().is_some_and(|(record, _)| record.draft_of.is_some());
        let there = if here.is_some() && local == durable && !is_draft {
            None
        } else {
            resolved.read(Place::DurableStore, key, durable, settings)
        };
        let older = |read: &Option<_>| {
            read.as_ref()
                .is_some_and(|(record, _): &(Record, _)| record.schema < SCHEMA)
        };
        let old_text = match (older(&here), older(&there)) {
            (_, true) => durable,
            (true, _) => local,
            _ => None,
        };
        (resolved.record, resolved.content) = match (here, there) {
            (Some((here, says)), Some((there, says_there))) => {
                let record = resolved.weigh(&here, &there);
                let says = match &record.body {
                    body if *body == here.body => says,
                    body if *body == there.body => says_there,
                    _ => None,
                };
                (Some(record), says)
            }
            (here, there) => here
                .or(there)
                .map_or((None, None), |(record, says)| (Some(record), says)),
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

    fn read(
        &mut self,
        place: Place,
        key: Key,
        text: Option<&str>,
        settings: &Settings,
    ) -> Option<(Record, Option<Content>)> {
        let text = text?;
        match piece::read(key, text, settings) {
            Ok(read) => Some(read),
            Err(why) => {
                self.newer |= why == Unreadable::Record(RecordError::Newer);
                self.unreadable.push((place, text.to_owned(), why));
                None
            }
        }
    }

    fn weigh(&mut self, here: &Record, there: &Record) -> Record {
        let later = |ours_is_later| if ours_is_later { here } else { there }.clone();
        let merged = match &here.draft_of {
            Some(Before(before)) => merge(before.as_deref(), here, there),
            None if here.revision != there.revision => return later(here.revision > there.revision),
            None if here.body == there.body => return later(here.at > there.at),
            None => merge(None, here, there),
        };
        self.united(merged, here, there)
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
