//! Opening a diary out of two stores (S3): reading what they hold, which changes nothing, and then healing each from the
//! other, which a patient need not wait for.

use chrono::NaiveDate;

use super::{KeepError, Keeper, SetAside, View};
use crate::diary::Diary;
use crate::store::census::Census;
use crate::store::durable_store::{DurableStore, Texts};
use crate::store::key::Key;
use crate::store::names::{CENSUS, DELETED};
use crate::store::record::Record;
use crate::store::resolve::{Place, Resolved};
use crate::store::text_store::{StoreError, TextStore};
use crate::store::unreadable::Unreadable;
use crate::store::{migration, piece};

/// What the two stores held.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Opened {
    /// The diary, of all that could be read.
    pub diary: Diary,
    /// What is not part of it. It still stands where it stood.
    pub set_aside: Vec<SetAside>,
    /// A newer version of the app wrote some of it: the diary may be looked at, not changed.
    pub newer: bool,
    /// Why nothing can be kept at all: neither store can be reached.
    pub blocked: Option<StoreError>,
    /// Why only one of the two stores can be used.
    pub one_store: Option<KeepError>,
    /// The one store can't be reached and the other has not answered yet: until it does, nothing is kept.
    pub keeps_nothing_yet: bool,
    /// How many records one store had lost, or held in an earlier state, and got back from the other.
    pub healed: usize,
    /// What should be there, and is not: a diary was kept here before, and no record of it can be read.
    pub lost: Option<Census>,
}

impl<L: TextStore, D: DurableStore> Keeper<L, D> {
    /// Opens what the two stores hold and heals each from the other, waiting for both. `third` is a census from a third
    /// place. The app does the same step by step, so that no step stands before the first page that need not.
    pub async fn open(local: L, durable: D, third: Option<String>, today: NaiveDate) -> (Self, Opened) {
        let keeper = Self::new(local, durable);
        let there = keeper.durable.all().await;
        let mut opened = keeper.read(there, today);
        if opened.lost.is_none() {
            let third = third.and_then(|text| Census::read(&text));
            opened.lost = third.filter(|census| keeper.is_lost(census, &opened));
        }
        let healed = keeper.heal(today).await;
        opened.healed = healed.records;
        opened.one_store = opened.one_store.or(healed.one_store);
        (keeper, opened)
    }

    /// Reads the diary out of the local store and of what the second store gave. Nothing is written. It may be called
    /// again when the second store answers late: changes that wait are drafts, which are read along.
    pub fn read(&self, there: Result<Texts, StoreError>, today: NaiveDate) -> Opened {
        let here = self.all_local();
        let mut opened = Opened::default();
        opened.keeps_nothing_yet = here.is_err() && there == Err(StoreError::Silent);
        opened.one_store = match (&here, &there) {
            // A store that has not answered yet may hold the whole diary.
            (Err(error), Err(other)) if *other != StoreError::Silent => {
                opened.blocked = Some(error.clone());
                None
            }
            (_, Err(error)) | (Err(error), _) => Some(error.clone().into()),
            _ => None,
        };
        self.durable_silent.set(there == Err(StoreError::Silent));
        let (mut here, mut there) = (here.unwrap_or_default(), there.unwrap_or_default());
        self.to_heal.take();
        self.gone.take();
        self.leave_out_deleted(&mut here, &mut there);
        self.note_past(&here, &there, today);
        self.read_records(&here, &there, &mut opened);
        self.put_back_pending(&here, &mut opened.diary);
        opened.newer = self.newer.get();
        opened.lost = [here.get(CENSUS), there.get(CENSUS)]
            .into_iter()
            .flatten()
            .filter_map(|text| Census::read(text))
            .filter(|census| self.is_lost(census, &opened))
            .max_by_key(|census| census.days);
        if opened.lost.is_none() && !opened.set_aside.is_empty() && self.is_missing(&opened) {
            opened.lost = Some(Census::default());
        }
        opened
    }

    /// Whether a census speaks of a diary of which no record can be read. For the one from the third place, which need not be
    /// asked where there is a diary.
    pub fn is_lost(&self, census: &Census, opened: &Opened) -> bool {
        let deletion = self.deletion.get();
        let deleted = deletion.is_some_and(|deletion| census.at <= Some(deletion.at));
        census.days > 0 && self.is_missing(opened) && !deleted
    }

    /// Whether there is no record where one could have been read. A record that says "deleted" is a record.
    fn is_missing(&self, opened: &Opened) -> bool {
        let nothing = self.view.borrow().is_empty();
        nothing && opened.blocked.is_none() && !opened.newer && !self.durable_silent.get()
    }

    pub(super) fn all_local(&self) -> Result<Texts, StoreError> {
        let mut texts = Texts::default();
        for name in self.local.keys()? {
            if (Key::is_ours(&name) || name == CENSUS || name == DELETED)
                && let Some(text) = self.local.read(&name)?
            {
                texts.insert(name, text);
            }
        }
        Ok(texts)
    }

    /// Notes the records from before a migration whose days are over.
    fn note_past(&self, here: &Texts, there: &Texts, today: NaiveDate) {
        for (place, texts) in [(Place::Local, here), (Place::DurableStore, there)] {
            let past = texts
                .keys()
                .filter(|name| Key::migrated_on(name).is_some_and(|on| migration::is_past(on, today)));
            self.gone.borrow_mut().extend(past.map(|name| (place, name.clone())));
        }
    }

    /// Puts changes that wait, and of which no draft could be left, back into what is shown.
    fn put_back_pending(&self, here: &Texts, diary: &mut Diary) {
        for change in self.pending.borrow().iter() {
            let text = here.get(&change.key.to_string());
            let record = text.and_then(|text| Record::from_text(change.key, text).ok());
            if record.is_none_or(|record| record.draft_of.is_none()) {
                piece::place(diary, change.key, change.body.clone());
                let mut views = self.view.borrow_mut();
                views.or_default(change.key).body.clone_from(&change.body);
            }
        }
    }

    /// Reads all records into the diary, and notes those that a store lacks.
    fn read_records(&self, here: &Texts, there: &Texts, opened: &mut Opened) {
        let only_there = there.keys().filter(|name| !here.contains_key(*name));
        // A list in the order of the keys, which is less code than a map.
        let mut keys: Vec<(Key, &String)> = Vec::new();
        for name in here.keys().chain(only_there).filter(|name| Key::is_ours(name)) {
            match Key::parse(name) {
                Some(key) => {
                    let place = keys.partition_point(|(other, _)| *other < key);
                    keys.insert(place, (key, name));
                }
                None if Key::migrated_on(name).is_some() => {}
                None => {
                    let why = if Key::is_set_aside(name) {
                        Unreadable::SetAsideBefore
                    } else {
                        Unreadable::UnknownName
                    };
                    let text = here.get(name).or(there.get(name)).cloned().unwrap_or_default();
                    opened.set_aside.push(set_aside(name, &text, why));
                }
            }
        }
        self.view.take();
        // Keys are in order: the settings, which say what is declared, come before the days.
        for (key, name) in keys {
            let (local, durable) = (here.get(name).map(String::as_str), there.get(name).map(String::as_str));
            let resolved = Resolved::of(key, local, durable, &opened.diary.settings);
            self.newer.set(self.newer.get() || resolved.newer);
            let unreadable = resolved.unreadable.into_iter();
            opened
                .set_aside
                .extend(unreadable.map(|(_, text, why)| set_aside(name, text, why)));
            // Why it can't be read is the same for the same text.
            opened
                .set_aside
                .dedup_by(|one, other| (&one.key, &one.text) == (&other.key, &other.text));
            let Some(record) = resolved.record else { continue };
            if resolved.text.is_none() || local != durable {
                self.to_heal.borrow_mut().push(key);
            }
            piece::place(&mut opened.diary, key, record.body.clone());
            self.view.borrow_mut().insert(
                key,
                View {
                    revision: record.revision,
                    body: record.body,
                    at: Some(record.at),
                },
            );
        }
    }
}

fn set_aside(name: &str, text: &str, why: Unreadable) -> SetAside {
    SetAside {
        key: name.to_owned(),
        text: text.to_owned(),
        why,
    }
}
