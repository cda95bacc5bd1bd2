//! What a change makes of what is stored, and putting that into both stores.

use super::{Change, KeepError, Keeper, Kept, draft_over};
use crate::store::census::Census;
use crate::store::durable_store::DurableStore;
use crate::store::key::Key;
use crate::store::merge::merge;
use crate::store::names::CENSUS;
use crate::store::record::{Before, Record};
use crate::store::resolve::{Place, Resolved};
use crate::store::text_store::{StoreError, TextStore};

/// What is to be written under one key, and what must be moved out of its way first.
pub(super) struct Writing {
    pub(super) record: Record,
    pub(super) text: String,
    /// What stood in the local store when this was made.
    pub(super) over: Option<String>,
    pub(super) aside: Vec<(Place, String, String)>,
    pub(super) local: bool,
    pub(super) durable: bool,
}

impl<L: TextStore, D: DurableStore> Keeper<L, D> {
    /// What a change makes of what is stored; `durable` is what the second store holds, if it could be asked.
    pub(super) fn writing(
        &self,
        change: &Change,
        name: &str,
        durable: Result<Option<&str>, &StoreError>,
    ) -> Result<Writing, KeepError> {
        let local = self.local_text(name).ok().flatten();
        let there = durable.ok().flatten();
        let resolved = Resolved::of(change.key, local.as_deref(), there, &self.settings());
        if resolved.newer {
            self.newer.set(true);
            return Err(KeepError::Newer);
        }
        let known = self.view.borrow().get(&change.key).map_or(0, |view| view.revision);
        let mut aside = out_of_the_way(name, &resolved);
        let next = self.after_deletion(known).saturating_add(1).max(change.least);
        let mut record = Record::new(change.key, next, change.at, change.body.clone());
        if let Some(there) = &resolved.record {
            let merged = merge(change.before.as_ref(), &record, there);
            if let Some(loser) = merged.gave_way {
                let loser = Record::new(change.key, there.revision, there.at, Some(loser));
                let text = loser.to_text();
                aside.push((Place::DurableStore, Key::set_aside(name, &text), text));
            }
            record.body = merged.body;
            record.at = record.at.max(there.at);
            record.revision = record.revision.max(there.revision.saturating_add(1));
        }
        if durable.is_err() {
            // The other store may hold what is not known here: this stays a draft, to be put into that when it answers.
            let before = resolved.draft_of.or(resolved.record.map(|there| Before(there.body)));
            record.draft_of = Some(before.unwrap_or(Before(change.before.clone())));
        }
        Ok(Writing {
            text: record.to_text(),
            record,
            over: local,
            aside,
            local: true,
            durable: true,
        })
    }

    /// Writes to the durable store all at once, then to the local store one by one, reading each back.
    pub(super) async fn written(&self, writings: &[Writing], unread: Option<StoreError>) -> Result<Kept, KeepError> {
        let days = self.days_after(writings);
        let at = writings.iter().map(|writing| writing.record.at).max();
        let census = Census { days, at }.text();
        let mut entries = Vec::new();
        for writing in writings {
            let aside = writing.aside.iter().filter(|(place, ..)| *place == Place::DurableStore);
            entries.extend(aside.map(|(_, name, text)| (name.clone(), Some(text.clone()))));
            if writing.durable {
                entries.push((writing.record.key.to_string(), Some(writing.text.clone())));
            }
        }
        entries.push((CENSUS.to_owned(), census.clone()));
        let in_journal = match unread {
            Some(error) => Err(error),
            None => self.durable.write(&entries).await,
        };
        let mut in_local = Ok(());
        for writing in writings.iter().filter(|writing| writing.local) {
            let outcome = self.write_locally(writing);
            in_local = in_local.and(outcome);
        }
        if let Some(census) = &census {
            // It only tells an empty store from a new one; a full store has no need of it.
            _ = self.local.write(CENSUS, census);
        }
        let one_copy = match (in_local, in_journal) {
            (Ok(()), Ok(())) => None,
            (Err(error), Ok(())) => Some(error),
            (Ok(()), Err(error)) => Some(error.into()),
            (Err(error), Err(_)) => return Err(error),
        };
        Ok(Kept {
            one_copy,
            days,
            ..Kept::default()
        })
    }

    fn write_locally(&self, writing: &Writing) -> Result<(), KeepError> {
        for (place, name, text) in &writing.aside {
            if *place == Place::Local {
                self.put(name, text)?;
            }
        }
        let name = writing.record.key.to_string();
        match self.draft_since(&name, writing) {
            Some(draft) => self.put(&name, &draft),
            None => self.put(&name, &writing.text),
        }
    }

    /// The draft of an answer that was given, in whatever tab, while this was being written: it is put into what is written,
    /// and waits for its own commit.
    fn draft_since(&self, name: &str, writing: &Writing) -> Option<String> {
        let Writing { record, over, .. } = writing;
        let text = self.local_text(name).ok()??;
        let is_news = over.as_ref() != Some(&text);
        if !is_news && !self.pending.borrow().iter().any(|change| change.key == record.key) {
            return None;
        }
        let mut draft = Record::read(record.key, &text, &self.settings()).ok()?;
        let Before(before) = draft.draft_of.take()?;
        if is_news {
            // It is the later one, whatever the clock says.
            draft.at = draft.at.max(record.at);
        }
        Some(draft_over(record.clone(), before.as_ref(), draft).to_text())
    }

    /// Writes and reads back.
    fn put(&self, name: &str, text: &str) -> Result<(), KeepError> {
        self.local.write(name, text)?;
        if self.local.read(name)?.as_deref() == Some(text) {
            Ok(())
        } else {
            Err(KeepError::ReadBack)
        }
    }
}

/// Where the unreadable texts and those that gave way go.
pub(super) fn out_of_the_way(name: &str, resolved: &Resolved) -> Vec<(Place, String, String)> {
    let unreadable = resolved
        .unreadable
        .iter()
        .map(|(place, text, _)| (*place, Key::set_aside(name, text), (*text).to_owned()));
    let gave_way = resolved
        .gave_way
        .map(|text| (Place::DurableStore, Key::set_aside(name, text), text.to_owned()));
    unreadable.chain(gave_way).collect()
}
