//! Which record counts, of the two that the two stores hold under one key (S3).
//!
//! * One store has none, or one that can't be read: the other's counts.
//! * The revisions differ: the higher one counts.
//! * They are the same and the bodies differ, as after a fault in one store: the answers are united.
//! * The local one is a draft, an answer that was given and not yet acknowledged: what it changed is put into the other.

use crate::diary::Settings;

use super::key::Key;
use super::merge::merge;
use super::migration::SCHEMA;
use super::record::{Before, Record};
use super::unreadable::{RecordError, Unreadable};

/// One of the two stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Local,
    DurableStore,
}

/// What two texts come to.
#[derive(Debug, Default)]
pub(super) struct Resolved<'a> {
    /// The record that counts, never a draft.
    pub(super) record: Option<Record>,
    /// What it changed, where it was a draft that stood alone.
    pub(super) draft_of: Option<Before>,
    /// The text of that record, where one of the two is that: it goes into the other store letter by letter.
    pub(super) text: Option<&'a str>,
    /// Texts that can't be read: where, the text, and why.
    pub(super) unreadable: Vec<(Place, &'a str, Unreadable)>,
    /// A text that gave way and held something of its own.
    pub(super) gave_way: Option<&'a str>,
    /// The text of a record of an older schema.
    pub(super) older: Option<&'a str>,
    /// A newer version wrote one of them.
    pub(super) newer: bool,
}

/// A record, and its text where it stands so.
type Read<'a> = (Record, Option<&'a str>);

impl<'a> Resolved<'a> {
    /// Weighs the two texts that stand under a key.
    pub(super) fn of(key: Key, local: Option<&'a str>, durable: Option<&'a str>, settings: &Settings) -> Self {
        let mut resolved = Self::default();
        let here = resolved.read(Place::Local, key, local, settings);
        // Two equal texts need to be read once only, and most are equal.
        let are_equal = local == durable && here.as_ref().is_some_and(|(here, _)| here.draft_of.is_none());
        let there = if are_equal {
            None
        } else {
            resolved.read(Place::DurableStore, key, durable, settings)
        };
        let counts = match (here, there) {
            (Some(here), Some(there)) => Some(resolved.weigh(here, there)),
            (here, there) => here.or(there),
        };
        if let Some((mut record, mut text)) = counts {
            if record.schema < SCHEMA {
                (record.schema, record.revision) = (SCHEMA, record.revision.saturating_add(1));
                resolved.older = text.take();
            }
            resolved.draft_of = record.draft_of.take();
            resolved.text = text.filter(|_| resolved.draft_of.is_none());
            resolved.record = Some(record);
        }
        resolved
    }

    fn read(&mut self, place: Place, key: Key, text: Option<&'a str>, settings: &Settings) -> Option<Read<'a>> {
        let there = text?;
        match Record::read(key, there, settings) {
            Ok(record) => Some((record, text)),
            Err(why) => {
                self.newer |= why == Unreadable::Record(RecordError::Newer);
                self.unreadable.push((place, there, why));
                None
            }
        }
    }

    fn weigh(&mut self, (here, local): Read<'a>, (there, durable): Read<'a>) -> Read<'a> {
        let merged = match &here.draft_of {
            Some(Before(before)) => merge(before.as_ref(), &here, &there),
            None if here.revision != there.revision || here.body == there.body => {
                let is_later = (here.revision, here.at) > (there.revision, there.at);
                return if is_later { (here, local) } else { (there, durable) };
            }
            None => merge(None, &here, &there),
        };
        if merged.gave_way.is_some() {
            self.gave_way = if merged.gave_way == here.body { local } else { durable };
        }
        if merged.body == there.body {
            return (there, durable);
        }
        let (revision, at) = (here.revision.max(there.revision), here.at.max(there.at));
        (Record::new(here.key, revision.saturating_add(1), at, merged.body), None)
    }
}
