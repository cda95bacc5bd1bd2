//! Deleting everything for good, and reading each store without what was there before (S7).

use chrono::{DateTime, FixedOffset};

use super::{KeepError, Keeper};
use crate::store::deletion::Deletion;
use crate::store::durable_store::{DurableStore, Texts};
use crate::store::key::Key;
use crate::store::names::{DELETED, OURS};
use crate::store::record::Record;
use crate::store::resolve::Place;
use crate::store::text_store::{StoreError, TextStore};
use crate::words::{Said, problems};

/// What could not be deleted, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undeleted {
    /// The local store may still hold something; the other is empty and knows that it has to go.
    InLocal(StoreError),
    /// The same the other way round.
    InDurable(StoreError),
    /// Nothing is known to be gone.
    Everywhere(StoreError),
}

impl Said for Undeleted {
    fn said(&self) -> String {
        match self {
            Self::InLocal(why) | Self::InDurable(why) => {
                problems::deleted_once(&KeepError::from(why.clone()).of_one_store())
            }
            Self::Everywhere(why) => problems::not_deleted(&why.said()),
        }
    }
}

impl<L: TextStore, D: DurableStore> Keeper<L, D> {
    /// Takes everything of this app out of both stores, for good (S7): the second store forgets all and notes the deletion
    /// in one transaction, so that an older copy of the first can't bring anything back.
    ///
    /// # Errors
    /// [`Undeleted`] where a store refuses. What can be reached is gone; the rest goes when it can be reached.
    pub async fn delete_everything(&self, now: DateTime<FixedOffset>) -> Result<(), Undeleted> {
        let here = self.all_local().unwrap_or_default();
        let there = self.durable.all().await.unwrap_or_default();
        let records = here.iter().chain(&there).filter_map(|(name, text)| {
            let key = Key::parse(name)?;
            Record::from_text(key, text).ok()
        });
        // Another tab may have deleted everything while a store was out of reach, and this one has not heard of it.
        let mut last = Deletion { revision: 0, at: now }
            .and(self.deletion.get())
            .and(line_of(&here))
            .and(line_of(&there));
        for Record { revision, at, .. } in records {
            last = last.and(Some(Deletion { revision, at }));
        }
        for (_, view) in self.view.take() {
            last.revision = last.revision.max(view.revision);
        }
        self.pending.take();
        self.to_heal.take();
        self.gone.take();
        self.deletion.set(Some(last));
        let in_journal = self.durable.clear(&[(DELETED.to_owned(), Some(last.text()))]).await;
        match (self.empty_local(last), in_journal) {
            (Ok(()), Ok(())) => Ok(()),
            (Err(why), Ok(())) => Err(Undeleted::InLocal(why)),
            (Ok(()), Err(why)) => Err(Undeleted::InDurable(why)),
            (Err(_), Err(why)) => Err(Undeleted::Everywhere(why)),
        }
    }

    /// Takes everything of this app out of the local store, and then notes the deletion there: a store that holds the line
    /// has nothing from before.
    fn empty_local(&self, last: Deletion) -> Result<(), StoreError> {
        let ours = || Ok(self.local.keys()?.into_iter().filter(|name| name.starts_with(OURS)));
        let mut refused = Ok(());
        for name in ours()? {
            refused = refused.and(self.local.remove(&name));
        }
        refused?;
        if ours()?.next().is_some() {
            return Err(StoreError::Clings);
        }
        // Where a full store does not take the line, it has nothing all the same.
        _ = self.local.write(DELETED, &last.text());
        Ok(())
    }

    /// Whether the local store tells of the last deletion: what the other one holds goes when it answers.
    pub fn is_deleted_locally(&self) -> bool {
        self.deletion.get().is_some() && self.local_line() == self.deletion.get()
    }

    /// Takes out what was there before everything was deleted, and notes that it has to go (S7).
    pub(super) fn leave_out_deleted(&self, here: &mut Texts, there: &mut Texts) {
        let (local, durable) = (line_of(here), line_of(there));
        let Some(last) = local.or(durable).or(self.deletion.get()) else {
            return;
        };
        let last = last.and(durable).and(self.deletion.get());
        self.deletion.set(Some(last));
        if local != Some(last) {
            self.leave_out_of(Place::Local, here, there, last);
        }
        if durable != Some(last) && !self.durable_silent.get() {
            self.leave_out_of(Place::DurableStore, there, here, last);
        }
    }

    fn leave_out_of(&self, place: Place, texts: &mut Texts, other: &Texts, last: Deletion) {
        // What the other store holds too was written after the deletion, by a version that knew nothing of it.
        let before = texts
            .iter()
            .filter(|(name, text)| other.get(*name) != Some(*text) && last.covers(name, text));
        let gone: Vec<String> = before.map(|(name, _)| name.clone()).collect();
        for name in &gone {
            texts.remove(name);
        }
        let mut all = self.gone.borrow_mut();
        if place == Place::Local && !gone.is_empty() {
            // What is kept beside the diary came back with it.
            let beside = self.local.keys().unwrap_or_default().into_iter();
            let beside = beside.filter(|name| name.starts_with(OURS) && !Key::is_ours(name));
            all.extend(beside.map(|name| (place, name)));
        }
        all.extend(gone.into_iter().map(|name| (place, name)));
        all.push((place, DELETED.to_owned()));
    }

    /// Takes out of the local store what was there before a deletion that this tab had not heard of, and the drafts that it
    /// may have left since. A store that holds the line has neither: what stands there another tab has answered since.
    pub(super) fn forget_drafts(&self, names: &[String], line: Deletion) {
        if self.local_line() >= Some(line) {
            return;
        }
        for name in names {
            let text = self.local.read(name).ok().flatten();
            if text.is_some_and(|text| line.covers(name, &text)) {
                _ = self.local.remove(name);
            }
        }
    }

    /// What stands in the local store.
    pub(super) fn local_text(&self, name: &str) -> Result<Option<String>, StoreError> {
        let text = self.local.read(name)?;
        if self.deletion.get().is_none() {
            return Ok(text);
        }
        let line = self.local_line();
        Ok(text.filter(|text| self.stands(line, name, text)))
    }

    /// What stands in the second store under each name, and the deletion that it tells of.
    pub(super) async fn durable_texts(
        &self,
        names: &[String],
    ) -> Result<(Vec<Option<String>>, Option<Deletion>), StoreError> {
        let asked: Vec<String> = names.iter().cloned().chain([DELETED.to_owned()]).collect();
        let mut texts = self.durable.read(&asked).await?;
        let line = texts.pop().flatten().and_then(|line| Deletion::read(&line));
        for (name, text) in names.iter().zip(&mut texts) {
            *text = text.take().filter(|text| self.stands(line, name, text));
        }
        Ok((texts, line))
    }

    /// The deletion that the local store tells of.
    pub(super) fn local_line(&self) -> Option<Deletion> {
        let line = self.local.read(DELETED).ok().flatten();
        line.and_then(|line| Deletion::read(&line))
    }

    /// Whether a text of a store that tells of this deletion is not older than the last one.
    fn stands(&self, line: Option<Deletion>, name: &str, text: &str) -> bool {
        self.deletion
            .get()
            .is_none_or(|last| line == Some(last) || !last.covers(name, text))
    }

    /// The revision that a new one must be above: that of the piece, or of all that was deleted before it.
    pub(super) fn after_deletion(&self, revision: u64) -> u64 {
        revision.max(self.deletion.get().map_or(0, |deletion| deletion.revision))
    }
}

/// The deletion that the texts of a store tell of.
fn line_of(texts: &Texts) -> Option<Deletion> {
    texts.get(DELETED).and_then(|text| Deletion::read(text))
}
