//! Healing each store from the other (S3), and letting go of what a deletion or a migration has left behind (S4, S7).

use chrono::NaiveDate;

use super::writing::{Writing, out_of_the_way};
use super::{KeepError, Keeper};
use crate::store::durable_store::DurableStore;
use crate::store::key::Key;
use crate::store::names::DELETED;
use crate::store::resolve::{Place, Resolved};
use crate::store::text_store::TextStore;

/// What was healed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Healed {
    /// How many records one store had lost, or held in an earlier state, and got back from the other.
    pub records: usize,
    /// Why only one of the two stores can be used.
    pub one_store: Option<KeepError>,
}

impl<L: TextStore, D: DurableStore> Keeper<L, D> {
    /// Puts into each store what [`Keeper::read`] found only in the other, and takes away what has to go. All of it is
    /// looked at once more: another tab may have written since. Call it under the lock that all tabs share.
    pub async fn heal(&self, today: NaiveDate) -> Healed {
        let (keys, gone) = (self.to_heal.take(), self.gone.take());
        if self.newer.get() {
            return Healed::default();
        }
        self.let_go(gone).await;
        if keys.is_empty() {
            return Healed::default();
        }
        let names: Vec<String> = keys.iter().map(Key::to_string).collect();
        let stored = match self.durable_texts(&names).await {
            Ok((stored, _)) => stored,
            // What waits in the local store for the other to answer stays as it is.
            Err(error) => {
                return Healed {
                    one_store: Some(error.into()),
                    ..Healed::default()
                };
            }
        };
        let pairs = keys.iter().zip(stored.iter());
        let writings: Vec<Writing> = pairs
            .filter_map(|(key, there)| self.healing(*key, there.as_deref(), today))
            .collect();
        if writings.is_empty() {
            return Healed::default();
        }
        match self.written(&writings, None).await {
            Ok(kept) => Healed {
                records: writings.len(),
                one_store: kept.one_copy,
            },
            Err(error) => Healed {
                one_store: Some(error),
                ..Healed::default()
            },
        }
    }

    /// What must be written so that both stores hold the record; nothing where they do.
    fn healing(&self, key: Key, durable: Option<&str>, today: NaiveDate) -> Option<Writing> {
        let name = key.to_string();
        let local = self.local_text(&name);
        let reachable = local.is_ok();
        let local = local.ok().flatten();
        let resolved = Resolved::of(key, local.as_deref(), durable, &self.settings());
        if resolved.newer {
            self.newer.set(true);
            return None;
        }
        let mut aside = out_of_the_way(&name, &resolved);
        if let Some(text) = resolved.older {
            aside.push((Place::DurableStore, key.before(today), text.to_owned()));
        }
        let record = resolved.record?;
        let text = resolved.text.map_or_else(|| record.to_text(), str::to_owned);
        let (here, there) = (local.as_ref() == Some(&text), durable == Some(&text));
        let writing = Writing {
            record,
            text,
            aside,
            over: local,
            local: !here && reachable,
            durable: !there,
        };
        (writing.local || writing.durable).then_some(writing)
    }

    async fn let_go(&self, gone: Vec<(Place, String)>) {
        let names = |wanted: Place| {
            let of_store = gone.iter().filter(move |(place, _)| *place == wanted);
            of_store.map(|(_, name)| name.clone()).collect::<Vec<_>>()
        };
        // The line of a deletion says that nothing from before it is left: it comes last, and not where something is.
        let mut all_gone = true;
        for name in names(Place::Local) {
            let there = self.local.read(&name).ok().flatten();
            match self.instead_of(&name, there.as_deref()) {
                Some(Some(line)) if all_gone => _ = self.local.write(&name, &line),
                Some(None) => all_gone &= self.local.remove(&name).is_ok() && self.local.read(&name) == Ok(None),
                _ => {}
            }
        }
        let names = names(Place::DurableStore);
        if names.is_empty() {
            return;
        }
        let stored = self.durable.read(&names).await.unwrap_or_default();
        let pairs = names.into_iter().zip(stored);
        let entries: Vec<_> = pairs
            .filter_map(|(name, there)| {
                let instead = self.instead_of(&name, there.as_deref())?;
                Some((name, instead))
            })
            .collect();
        if !entries.is_empty() {
            _ = self.durable.write(&entries).await;
        }
    }

    /// What comes in the place of something that was to go: the line of the deletion, or nothing; `None` where it is to
    /// stay, because another tab has written there since.
    #[expect(clippy::option_option, reason = "to stay, to be nothing, to be a text")]
    fn instead_of(&self, name: &str, there: Option<&str>) -> Option<Option<String>> {
        let deletion = self.deletion.get();
        if name == DELETED {
            return deletion.map(|deletion| Some(deletion.text()));
        }
        let goes = Key::migrated_on(name).is_some()
            || there.is_some_and(|there| deletion.is_some_and(|deletion| deletion.covers(name, there)));
        goes.then_some(None)
    }
}
