//! The way into the two stores and out of them.

use std::time::Duration;

use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{AppState, BrowserKeeper, Keeping, LateStore, NotKept, Opened, Piece, SaveStatus, YES};
use crate::diary::Day;
use crate::exchange::backup::{Mark, Marks};
use crate::store::names::EMPTIED;
use crate::store::{Census, KeepError, Keeper, Kept, Key, StoreError, Undeleted, piece};
use crate::web::indexed_db::IndexedDb;
use crate::web::local_store::{LocalStore, session_storage};
use crate::web::{clock, lasting, tabs};

/// How long a second store may be late before it is said: most are only slow.
const LATE_IS_SAID_AFTER: Duration = Duration::from_secs(2);

impl AppState {
    /// Reads the diary that this browser keeps, and from then on hears what other tabs change. Only what the first page
    /// shows is waited for, and that not for long: a second store that answers late is read when it does.
    pub async fn load(self) {
        let keeper = BrowserKeeper::new(Keeper::new(LocalStore::open(), IndexedDb));
        let there = keeper.all_there().await;
        let is_late = there == Err(StoreError::Silent);
        let opened = keeper.read(there, today());
        let mut lost = opened.lost.clone();
        if lost.is_none() && keeper.stored_days() == 0 {
            lost = lasting::census().await.filter(|census| keeper.is_lost(census, &opened));
        }
        self.keeper.set_value(Some(keeper.clone()));
        self.show(&keeper, Opened { lost, ..opened });
        self.read_backup_note();
        self.opened.set(true);
        if was_emptied() {
            self.save.set(SaveStatus::Emptied);
        }
        tabs::hear(move |keys| self.hear(keys));
        spawn_local(async move {
            let answered = is_late && IndexedDb.answers().await.is_ok();
            if answered {
                self.read_again(&keeper).await;
            }
            let both = self.heal(&keeper).await;
            if answered && both {
                self.both_have_it(&keeper);
            }
            let promised = lasting::promised().await;
            self.keeping
                .update(|keeping| (keeping.promised, keeping.asked) = (promised, true));
        });
    }

    /// Puts what was read in the place of what is shown.
    fn show(self, keeper: &BrowserKeeper, opened: Opened) {
        let Opened {
            diary,
            set_aside,
            newer,
            blocked,
            one_store,
            lost,
            keeps_nothing_yet,
            ..
        } = opened;
        self.census.set_value(keeper.stored_days());
        self.own.set(diary);
        let is_late = one_store == Some(KeepError::Store(StoreError::Silent));
        let late = is_late.then(|| match keeps_nothing_yet {
            true => LateStore::KeepsNothing,
            false if keeper.is_deleted_locally() => LateStore::HoldsDeleted,
            false => LateStore::MayHoldMore,
        });
        self.keeping.update(|keeping| {
            *keeping = Keeping {
                blocked,
                one_store: one_store.filter(|_| !is_late),
                late,
                late_is_said: late == Some(LateStore::KeepsNothing),
                set_aside,
                newer,
                lost,
                promised: keeping.promised,
                asked: keeping.asked,
            };
        });
        let say = move || {
            if self.second_store_is_late() {
                self.keeping.update(|keeping| keeping.late_is_said = true);
            }
        };
        if is_late {
            set_timeout(say, LATE_IS_SAID_AFTER);
        }
    }

    /// Reads both stores once more, now that the second has answered. What was answered meanwhile is in the first.
    async fn read_again(self, keeper: &BrowserKeeper) {
        loop {
            let turn = tabs::turn().await;
            if !self.committing.get_value() {
                let there = keeper.all_there().await;
                // It may have begun while the store was read.
                if there.is_ok() && !self.committing.get_value() {
                    let opened = keeper.read(there, today());
                    self.show(keeper, opened);
                }
                if !self.committing.get_value() {
                    break;
                }
            }
            drop(turn);
            _ = self.arrived().await;
        }
    }

    /// Heals each store from the other, and takes away what has to go; whether both could be used.
    async fn heal(self, keeper: &BrowserKeeper) -> bool {
        let turn = tabs::turn().await;
        let healed = keeper.heal(today()).await;
        drop(turn);
        let both = healed.one_store.is_none();
        if let Some(why) = healed.one_store {
            self.keeping
                .update(|keeping| keeping.one_store = keeping.one_store.take().or(Some(why)));
        }
        both
    }

    /// What one store alone had taken the other has now too.
    fn both_have_it(self, keeper: &BrowserKeeper) {
        let one_copy = self.save.with_untracked(|save| matches!(save, SaveStatus::OneCopy(_)));
        if one_copy && !keeper.has_pending() {
            self.saved();
        }
    }

    fn saved(self) {
        self.deletion_kept.set_value(true);
        self.save.set(SaveStatus::Saved(clock::now()));
    }

    /// Whether the second store has not answered yet. Then a phase that is only assumed is not kept: the one that was said
    /// may stand there.
    pub(super) fn second_store_is_late(self) -> bool {
        self.keeping.with_untracked(|keeping| keeping.late.is_some())
    }

    /// Hands pieces to the keeper and sends them on their way.
    pub(super) fn keep(self, pieces: Vec<Piece>) {
        let Some(keeper) = self.keeper.get_value() else {
            return;
        };
        keeper.change(pieces, clock::now());
        self.send(keeper);
    }

    /// The same with pieces out of a file, which stay as old as they are.
    pub(super) fn keep_aged(self, pieces: Vec<Piece>, marks: &Marks) {
        let Some(keeper) = self.keeper.get_value() else {
            return;
        };
        let now = Mark {
            at: clock::now(),
            revision: 0,
        };
        keeper.change_aged(pieces, |(key, body)| {
            let Key::Day(date) = key else { return now };
            let known = if body.is_some() { &marks.days } else { &marks.deleted };
            known.get(date).copied().unwrap_or(now)
        });
        self.send(keeper);
    }

    fn send(self, keeper: BrowserKeeper) {
        self.save.set(SaveStatus::Saving);
        if !self.committing.get_value() {
            self.committing.set_value(true);
            spawn_local(self.commit(keeper));
        }
    }

    /// Commits until nothing waits. What is changed meanwhile goes with the next round.
    async fn commit(self, keeper: BrowserKeeper) {
        while keeper.has_pending() {
            let days_before = self.census.get_value();
            let turn = tabs::turn().await;
            let outcome = keeper.commit().await;
            drop(turn);
            match outcome {
                Ok(kept) => self.kept(&keeper, kept, days_before),
                Err(KeepError::Deleted) => return reload_emptied(),
                Err(error) => {
                    self.keeping
                        .update(|keeping| keeping.newer |= error == KeepError::Newer);
                    self.save.set(SaveStatus::Failed(error.into()));
                    break;
                }
            }
        }
        self.committing.set_value(false);
    }

    fn kept(self, keeper: &BrowserKeeper, kept: Kept, days_before: usize) {
        self.take_up(kept.pieces);
        tabs::tell(&kept.keys);
        if !keeper.has_pending() && !self.sample.with_untracked(Option::is_some) {
            match kept.one_copy {
                None => self.saved(),
                Some(why) => self.save.set(SaveStatus::OneCopy(why)),
            }
        }
        self.census.set_value(kept.days);
        if kept.days != days_before {
            let (days, at) = (kept.days, Some(clock::now()));
            spawn_local(lasting::leave_census(Some(Census { days, at })));
        }
        if days_before == 0 && kept.days > 0 {
            spawn_local(self.ask_for_promise());
        }
    }

    /// Waits until nothing is on its way to the stores any more.
    ///
    /// # Errors
    /// [`NotKept`]: the last change was not.
    pub async fn arrived(self) -> Result<(), NotKept> {
        while self.committing.get_value() {
            // The commit asked for its turn before this one.
            drop(tabs::turn().await);
        }
        match self.save.get_untracked() {
            SaveStatus::Failed(why) => Err(why),
            _ => Ok(()),
        }
    }

    /// Asks the browser to keep the data for good (S8).
    pub async fn ask_for_promise(self) {
        let answer = lasting::ask().await;
        self.keeping
            .update(|keeping| (keeping.promised, keeping.asked) = (answer, true));
    }

    /// Puts what another tab has changed into the diary that is shown.
    fn take_up(self, pieces: Vec<Piece>) {
        if pieces.is_empty() {
            return;
        }
        self.own.update(|diary| {
            for (key, body) in pieces {
                piece::place(diary, key, body);
            }
        });
        // Another tab has recorded the day that was deleted here: what it holds now must not give way.
        let date = self.deleted.with_untracked(|day| day.as_ref().map(Day::date));
        if date.is_some_and(|date| self.own.with_untracked(|diary| diary.day(date).is_some())) {
            self.forget_deleted();
        }
    }

    fn hear(self, keys: Vec<Key>) {
        if keys.is_empty() {
            return reload_emptied();
        }
        let Some(keeper) = self.keeper.get_value() else {
            return;
        };
        spawn_local(async move {
            let news = keeper.refresh(&keys).await;
            if keeper.is_newer() {
                self.keeping.update(|keeping| keeping.newer = true);
            }
            self.take_up(news);
        });
    }

    /// After the loss of a diary was seen: goes on with the one that is open, empty or brought back. What could not be
    /// read stays where it is.
    pub fn begin_anew(self) {
        if self.keeping.with_untracked(|keeping| keeping.lost.is_some()) {
            self.keeping.update(|keeping| keeping.lost = None);
        }
    }

    /// Takes everything out of this browser for good (S7).
    ///
    /// # Errors
    /// [`Undeleted`]: a store refused.
    pub async fn delete_everything(self) -> Result<(), Undeleted> {
        let Some(keeper) = self.keeper.get_value() else {
            return Ok(());
        };
        self.leave_sample();
        let turn = tabs::turn().await;
        let outcome = keeper.delete_everything(clock::now()).await;
        drop(turn);
        lasting::leave_census(None).await;
        self.own.set(crate::diary::Diary::default());
        self.keeping.update(|keeping| {
            keeping.set_aside.clear();
            keeping.lost = None;
        });
        self.read_backup_note();
        tabs::tell_of_deletion();
        if outcome.is_err() {
            self.keeping.update(|keeping| {
                if keeping.late == Some(LateStore::MayHoldMore) {
                    keeping.late = Some(LateStore::HoldsDeleted);
                }
            });
        }
        outcome?;
        self.save.set(SaveStatus::Emptied);
        Ok(())
    }
}

/// The day by the clock on the wall; the keeper counts by it how long it keeps what a migration replaced.
fn today() -> NaiveDate {
    clock::now().date_naive()
}

/// Everything was deleted in another tab: what is shown here is gone, and the page that comes says so.
fn reload_emptied() {
    if let Some(storage) = session_storage() {
        _ = storage.set_item(EMPTIED, YES);
    }
    _ = window().location().reload();
}

/// Whether this tab was just reloaded because of that; asked once.
fn was_emptied() -> bool {
    let Some(storage) = session_storage() else {
        return false;
    };
    let was = storage.get_item(EMPTIED).ok().flatten().is_some();
    if was {
        _ = storage.remove_item(EMPTIED);
    }
    was
}
