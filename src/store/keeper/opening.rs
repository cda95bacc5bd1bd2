//! Opening a diary out of two stores, and healing each from the other (S3).

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::writing::{Writing, out_of_the_way};
use super::{KeepError, Keeper, SetAside, View};
use crate::diary::{Diary, Settings};
use crate::store::census::{self, Census};
use crate::store::journal::Journal;
use crate::store::record::{Key, Record};
use crate::store::resolve::{Place, Resolved};
use crate::store::shelf::{Shelf, ShelfError};
use crate::store::{migration, piece};

type Texts = BTreeMap<String, String>;

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
    pub blocked: Option<ShelfError>,
    /// Why only one of the two stores can be used.
    pub one_store: Option<KeepError>,
    /// How many records one store had lost, or held in an earlier state, and got back from the other.
    pub healed: usize,
    /// What should be there, and is not: a diary was kept here before, and no record of it can be read.
    pub lost: Option<Census>,
}

impl<L: Shelf, J: Journal> Keeper<L, J> {
    /// Opens what the two stores hold, and heals each from the other. `third` is a census from a third place, which
    /// speaks up when both stores are empty. Call it under the lock that all tabs share.
    pub async fn open(local: L, journal: J, third: Option<String>, today: NaiveDate) -> (Self, Opened) {
        let keeper = Self {
            local,
            journal,
            view: RefCell::default(),
            pending: RefCell::default(),
            on_the_way: RefCell::default(),
            newer: Cell::new(false),
        };
        let (here, there) = (keeper.all_local(), keeper.journal.all().await);
        let mut opened = Opened::default();
        opened.one_store = match (&here, &there) {
            (Err(error), Err(_)) => {
                opened.blocked = Some(error.clone());
                None
            }
            (Err(error), _) | (_, Err(error)) => Some(error.clone().into()),
            _ => None,
        };
        let both = (here.is_ok(), there.is_ok());
        let (here, there) = (here.unwrap_or_default(), there.unwrap_or_default());
        let writings = keeper.read(&here, &there, today, &mut opened);
        opened.newer = keeper.newer.get();
        let censuses = [here.get(census::NAME), there.get(census::NAME), third.as_ref()];
        opened.lost = lost(&keeper, &opened, censuses.into_iter().flatten());
        if !opened.newer {
            keeper.heal(writings, both, &mut opened).await;
            keeper.let_go_of_past(&here, &there, today).await;
        }
        (keeper, opened)
    }

    fn all_local(&self) -> Result<Texts, ShelfError> {
        let mut texts = Texts::new();
        for name in self.local.keys()? {
            if (Key::is_ours(&name) || name == census::NAME)
                && let Some(text) = self.local.read(&name)?
            {
                texts.insert(name, text);
            }
        }
        Ok(texts)
    }

    /// Reads all records into the diary and says what each store lacks.
    fn read(&self, here: &Texts, there: &Texts, today: NaiveDate, opened: &mut Opened) -> Vec<Writing> {
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
                        "it was set aside before"
                    } else {
                        "its name is not known"
                    };
                    let text = here.get(name).or(there.get(name)).cloned().unwrap_or_default();
                    opened.set_aside.push(set_aside(name, &text, why));
                }
            }
        }
        let mut writings = Vec::new();
        let mut settings = Settings::default();
        // Keys are in order: the settings, which say what is declared, come before the days.
        for (key, name) in keys {
            let (local, journal) = (here.get(name).map(String::as_str), there.get(name).map(String::as_str));
            let resolved = Resolved::of(key, local, journal, &settings);
            self.newer.set(self.newer.get() || resolved.newer);
            let unreadable = resolved.unreadable.iter();
            opened
                .set_aside
                .extend(unreadable.map(|(_, text, why)| set_aside(name, text, why)));
            opened.set_aside.dedup();
            let mut aside = out_of_the_way(name, &resolved);
            if let Some(text) = resolved.older {
                aside.push((Place::Journal, key.before(today), text));
            }
            let Some(record) = resolved.record else { continue };
            // It was read before, so it can be placed.
            _ = piece::place(&mut opened.diary, key, record.body.as_deref());
            if key == Key::Settings {
                settings.clone_from(&opened.diary.settings);
            }
            self.view.borrow_mut().insert(
                key,
                View {
                    revision: record.revision,
                    body: record.body.clone(),
                },
            );
            writings.extend(writing(record, aside, local, journal));
        }
        writings
    }

    async fn heal(&self, mut writings: Vec<Writing>, both: (bool, bool), opened: &mut Opened) {
        for writing in &mut writings {
            (writing.local, writing.journal) = (writing.local && both.0, writing.journal && both.1);
        }
        writings.retain(|writing| writing.local || writing.journal);
        if writings.is_empty() {
            return;
        }
        match self.written(&writings, None).await {
            Ok(kept) => {
                opened.healed = writings.len();
                opened.one_store = opened.one_store.take().or(kept.one_copy);
            }
            Err(error) => opened.one_store = Some(error),
        }
    }

    /// Drops the records from before a migration when their days are over.
    async fn let_go_of_past(&self, here: &Texts, there: &Texts, today: NaiveDate) {
        let past = |name: &&String| Key::migrated_on(name).is_some_and(|on| migration::is_past(on, today));
        for name in here.keys().filter(past) {
            _ = self.local.remove(name);
        }
        let gone: Vec<_> = there.keys().filter(past).map(|name| (name.clone(), None)).collect();
        if !gone.is_empty() {
            _ = self.journal.write(&gone).await;
        }
    }
}

fn set_aside(name: &str, text: &str, why: &str) -> SetAside {
    SetAside {
        key: name.to_owned(),
        text: text.to_owned(),
        why: why.to_owned(),
    }
}

/// What must be written so that both stores hold the record; nothing where they do.
fn writing(
    record: Record,
    aside: Vec<(Place, String, String)>,
    local: Option<&str>,
    journal: Option<&str>,
) -> Option<Writing> {
    let text = record.to_text().ok()?;
    let (here, there) = (local == Some(&text), journal == Some(&text));
    (!(here && there)).then_some(Writing {
        record,
        text,
        aside,
        local: !here,
        journal: !there,
    })
}

/// The census that speaks of a diary where no record of one can be read.
fn lost<'a, L, J>(
    keeper: &Keeper<L, J>,
    opened: &Opened,
    censuses: impl Iterator<Item = &'a String>,
) -> Option<Census> {
    // A record that says "deleted" is a record: the patient did it.
    let nothing = keeper.view.borrow().is_empty() && opened.blocked.is_none() && !opened.newer;
    let announced = censuses
        .filter_map(|text| Census::read(text))
        .max_by_key(|census| census.days);
    let unreadable = (!opened.set_aside.is_empty()).then(Census::default);
    announced
        .filter(|census| census.days > 0)
        .or(unreadable)
        .filter(|_| nothing)
}
