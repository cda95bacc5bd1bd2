//! Keeping a diary in two stores, piece by piece.
//!
//! Three promises. A change is acknowledged only when it was written to both stores, read back from the one and
//! committed in the other. A text that can't be read is never overwritten: before its place is used it is moved aside.
//! And a change is only ever put *into* what is stored at that moment, answer by answer, so that another tab's answers
//! stay.
//!
//! A change goes through two steps. [`Keeper::change`] leaves a draft in the local store at once, for a browser that is
//! closed in the same moment. [`Keeper::commit`], to be called under a lock that all tabs share, reads what is stored,
//! merges, writes and acknowledges.

use std::cell::{Cell, RefCell};

use chrono::{DateTime, FixedOffset};

use crate::diary::{Settings, SortedMap};
use crate::exchange::backup::Mark;

use super::deletion::Deletion;
use super::durable_store::{DurableStore, Texts};
use super::key::Key;
use super::merge::merge;
use super::piece::Body;
use super::record::{Before, Record};
use super::resolve::{Place, Resolved};
use super::text_store::{StoreError, TextStore};
use super::unreadable::Unreadable;
use crate::words::{Said, storage as words};

mod beside;
mod deleting;
mod healing;
mod marks;
mod opening;
mod writing;

pub use deleting::Undeleted;
pub use healing::Healed;
pub use opening::Opened;
use writing::Writing;

/// The most pieces that are kept with drafts. An import is more: it is kept as a whole or not at all.
const MOST_DRAFTS: usize = 4;

/// Why a change was not kept. What stood there before still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeepError {
    /// The text store refused.
    Store(StoreError),
    /// The text store took it and then held something else.
    ReadBack,
    /// A newer version of the app has used this diary; writing could destroy what it knows.
    Newer,
    /// Another tab has deleted everything while this one still showed it.
    Deleted,
}

impl From<StoreError> for KeepError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Said for KeepError {
    fn said(&self) -> String {
        match self {
            Self::Store(error) => error.said(),
            Self::ReadBack => words::not_read_back().to_owned(),
            Self::Newer => words::newer().to_owned(),
            Self::Deleted => words::deleted().to_owned(),
        }
    }
}

impl KeepError {
    /// The same where one of the two stores has taken it: what is wrong with the other alone, and what to do.
    pub fn of_one_store(&self) -> String {
        let said = match self {
            Self::Store(StoreError::Blocked) => words::other_blocked(),
            Self::Store(StoreError::Full) => words::other_full(),
            Self::Store(StoreError::Clings) => words::other_clings(),
            Self::Store(StoreError::Silent) => words::other_silent(),
            _ => return self.said(),
        };
        said.to_owned()
    }
}

/// A text under one of our keys that is not part of the diary: it could not be read, or gave way to a later version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Where it stands, as the text store calls it.
    pub key: String,
    /// The text as it is.
    pub text: String,
    /// Why it is not.
    pub why: Unreadable,
}

/// A piece: its key, and its body unless it is deleted.
pub type Piece = (Key, Option<Body>);

/// How a change was kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Pieces that came out otherwise than they went in, because another tab had changed them too.
    pub pieces: Vec<Piece>,
    /// Why only one of the two stores took it; `None` where both did.
    pub one_copy: Option<KeepError>,
    /// The keys that were written.
    pub keys: Vec<Key>,
    /// How many days are stored now.
    pub days: usize,
}

/// A change on its way.
#[derive(Debug, Clone)]
struct Change {
    key: Key,
    before: Option<Body>,
    body: Option<Body>,
    at: DateTime<FixedOffset>,
    /// The revision that it has at least: that of a file that it comes from.
    least: u64,
}

impl Change {
    /// Takes the place of an earlier change of the same piece, and begins where that one began.
    fn waits_in(self, pending: &mut Vec<Change>) {
        match pending.iter_mut().find(|earlier| earlier.key == self.key) {
            Some(earlier) => (earlier.body, earlier.at, earlier.least) = (self.body, self.at, self.least),
            None => pending.push(self),
        }
    }
}

/// What this tab knows of a piece.
#[derive(Debug, Clone, Default)]
struct View {
    revision: u64,
    body: Option<Body>,
    /// When it was last changed.
    at: Option<DateTime<FixedOffset>>,
}

/// Keeps a diary in two stores. One for each tab.
#[derive(Debug)]
pub struct Keeper<L, D> {
    local: L,
    durable: D,
    view: RefCell<SortedMap<Key, View>>,
    pending: RefCell<Vec<Change>>,
    /// Keys whose change is being committed.
    on_the_way: RefCell<Vec<Key>>,
    newer: Cell<bool>,
    /// The last time that everything was deleted.
    deletion: Cell<Option<Deletion>>,
    /// The second store had not answered when the diary was read: it may hold anything.
    durable_silent: Cell<bool>,
    /// What [`Keeper::heal`] has to do: records that a store lacks, and names that have to go.
    to_heal: RefCell<Vec<Key>>,
    gone: RefCell<Vec<(Place, String)>>,
}

impl<L: TextStore, D: DurableStore> Keeper<L, D> {
    /// A keeper that has read nothing yet.
    pub fn new(local: L, durable: D) -> Self {
        Self {
            local,
            durable,
            view: RefCell::default(),
            pending: RefCell::default(),
            on_the_way: RefCell::default(),
            newer: Cell::new(false),
            deletion: Cell::new(None),
            durable_silent: Cell::new(false),
            to_heal: RefCell::default(),
            gone: RefCell::default(),
        }
    }

    /// Takes changes in, and leaves drafts of a few. To be followed by [`Keeper::commit`].
    pub fn change(&self, pieces: Vec<Piece>, at: DateTime<FixedOffset>) {
        self.change_aged(pieces, |_| Mark { at, revision: 0 });
    }

    /// The same with pieces out of a file: each of them stays as old as `mark` says (I6).
    pub fn change_aged(&self, pieces: Vec<Piece>, mark: impl Fn(&Piece) -> Mark) {
        let drafts = pieces.len() <= MOST_DRAFTS && !self.newer.get();
        for piece in pieces {
            let Mark { at, revision } = mark(&piece);
            let (key, body) = piece;
            let mut views = self.view.borrow_mut();
            let view = views.or_default(key);
            let before = std::mem::replace(&mut view.body, body.clone());
            view.at = view.at.max(Some(at));
            let revision_before = view.revision;
            drop(views);
            let change = Change {
                key,
                before,
                body,
                at,
                least: revision,
            };
            if drafts {
                // A draft that can't be left is no loss yet: the commit says what is wrong with the store.
                _ = self.leave_draft(&change, self.after_deletion(revision_before));
            }
            change.waits_in(&mut self.pending.borrow_mut());
        }
    }

    /// Whether a change waits to be committed.
    pub fn has_pending(&self) -> bool {
        !self.pending.borrow().is_empty()
    }

    fn leave_draft(&self, change: &Change, revision: u64) -> Option<()> {
        if self.local_line() > self.deletion.get() {
            return None;
        }
        let name = change.key.to_string();
        let ours = Record::new(change.key, revision.saturating_add(1), change.at, change.body.clone());
        let draft = match self.local_text(&name).ok()? {
            None => Record {
                draft_of: Some(Before(change.before.clone())),
                ..ours
            },
            Some(text) => {
                let there = Record::read(change.key, &text, &self.settings()).ok()?;
                draft_over(there, change.before.as_ref(), ours)
            }
        };
        self.local.write(&name, &draft.to_text()).ok()
    }

    /// Puts the changes that wait into what is stored. Call it under the lock that all tabs share.
    ///
    /// # Errors
    /// [`KeepError`] where neither store took it: nothing that stood before is lost, and the next call tries again.
    pub async fn commit(&self) -> Result<Kept, KeepError> {
        let changes = self.pending.take();
        self.on_the_way
            .replace(changes.iter().map(|change| change.key).collect());
        let outcome = self.put_in(&changes).await;
        self.on_the_way.take();
        if outcome.is_err() {
            let mut pending = self.pending.borrow_mut();
            let later = std::mem::replace(&mut *pending, changes);
            for change in later {
                change.waits_in(&mut pending);
            }
        }
        outcome
    }

    async fn put_in(&self, changes: &[Change]) -> Result<Kept, KeepError> {
        if self.newer.get() {
            return Err(KeepError::Newer);
        }
        let names: Vec<String> = changes.iter().map(|change| change.key.to_string()).collect();
        let stored = self.durable_texts(&names).await;
        let line = stored.as_ref().map_or_else(|_| self.local_line(), |(_, line)| *line);
        if let Some(line) = line.filter(|line| Some(*line) > self.deletion.get()) {
            self.forget_drafts(&names, line);
            return Err(KeepError::Deleted);
        }
        let mut writings = Vec::new();
        for (index, change) in changes.iter().enumerate() {
            let there = stored.as_ref();
            let there = there.map(|(texts, _)| texts.get(index).and_then(Option::as_deref));
            writings.push(self.writing(change, &names[index], there)?);
        }
        let mut kept = self.written(&writings, stored.err()).await?;
        for (change, writing) in changes.iter().zip(writings) {
            let mut views = self.view.borrow_mut();
            let view = views.or_default(change.key);
            view.revision = writing.record.revision;
            view.at = view.at.max(Some(writing.record.at));
            if view.body == change.body && writing.record.body != change.body {
                view.body.clone_from(&writing.record.body);
                kept.pieces.push((change.key, writing.record.body));
            }
            kept.keys.push(change.key);
        }
        Ok(kept)
    }

    /// How many days are stored, as far as this tab knows.
    pub fn stored_days(&self) -> usize {
        self.days_after(&[])
    }

    /// How many they will be when these are written; no two of them are of one day.
    fn days_after(&self, writings: &[Writing]) -> usize {
        let is_day = |key: &Key, body: &Option<Body>| matches!(key, Key::Day(_)) && body.is_some();
        let views = self.view.borrow();
        let known = views.iter().filter(|(key, view)| is_day(key, &view.body)).count();
        writings.iter().fold(known, |days, Writing { record, .. }| {
            let was = views
                .get(&record.key)
                .is_some_and(|view| is_day(&record.key, &view.body));
            days + usize::from(is_day(&record.key, &record.body)) - usize::from(was)
        })
    }

    /// Looks at pieces that another tab has changed, and gives those that are news to this one. What this tab is about
    /// to change itself is left to its own commit.
    pub async fn refresh(&self, keys: &[Key]) -> Vec<Piece> {
        let names: Vec<String> = keys.iter().map(Key::to_string).collect();
        let (stored, _) = self.durable_texts(&names).await.unwrap_or_default();
        let mut news = Vec::new();
        for (index, key) in keys.iter().enumerate() {
            let local = self.local_text(&names[index]).ok().flatten();
            let durable = stored.get(index).and_then(Option::as_deref);
            let resolved = Resolved::of(*key, local.as_deref(), durable, &self.settings());
            self.newer.set(self.newer.get() || resolved.newer);
            let waits =
                self.pending.borrow().iter().any(|change| change.key == *key) || self.on_the_way.borrow().contains(key);
            let (Some(record), false) = (resolved.record, waits) else {
                continue;
            };
            let mut views = self.view.borrow_mut();
            let view = views.or_default(*key);
            if record.revision >= view.revision && record.body != view.body {
                view.body.clone_from(&record.body);
                news.push((*key, record.body));
            }
            view.revision = view.revision.max(record.revision);
            view.at = view.at.max(Some(record.at));
        }
        news
    }

    /// The settings as this tab knows them: they say which own items are declared.
    fn settings(&self) -> Settings {
        match self.view.borrow().get(&Key::Settings).map(|view| &view.body) {
            Some(Some(Body::Settings(settings))) => settings.clone(),
            _ => Settings::default(),
        }
    }

    /// Whether a newer version of the app has used this diary.
    pub fn is_newer(&self) -> bool {
        self.newer.get()
    }

    /// Everything in the second store, for [`Keeper::read`].
    ///
    /// # Errors
    /// [`StoreError`] where it can't be read, or does not answer soon enough.
    pub async fn all_there(&self) -> Result<Texts, StoreError> {
        self.durable.all().await
    }
}

/// A draft of `ours`, which began as `before`, put into what stands there.
fn draft_over(there: Record, before: Option<&Body>, ours: Record) -> Record {
    let merged = merge(before, &ours, &there);
    Record {
        revision: ours.revision.max(there.revision.saturating_add(1)),
        body: merged.body,
        draft_of: Some(there.draft_of.unwrap_or(Before(there.body))),
        ..ours
    }
}
