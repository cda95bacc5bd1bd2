//! Copies of the diary: the backup files that the patient keeps, and the safety copy from before a replacement.

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;

use super::{AppState, NotKept};
use crate::diary::Diary;
use crate::exchange::backup::{self, Header, Marks};
use crate::store::{BackupDue, BackupNote, LastImport, backup_due};
use crate::web::clock;

/// The diary as it was before it was last replaced.
#[derive(Debug, Clone, PartialEq)]
pub struct SafetyCopy {
    /// The diary.
    pub diary: Diary,
    /// The states of its days.
    pub marks: Marks,
    /// When it was replaced.
    pub at: Option<DateTime<FixedOffset>>,
}

impl AppState {
    /// The patient's own diary as a backup file: its name and its text.
    pub fn backup_file(self) -> (String, String) {
        let now = clock::now();
        let header = Header {
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            exported_at: now,
        };
        let marks = self.marks();
        let text = self
            .own
            .with_untracked(|diary| backup::write_marked(diary, &header, &marks));
        (format!("ldn-diary-{}.json", now.date_naive()), text)
    }

    /// The states of the days, as the stores have them.
    pub fn marks(self) -> Marks {
        self.keeper.get_value().map(|keeper| keeper.marks()).unwrap_or_default()
    }

    /// When the last backup was made that arrived. Tracks changes.
    pub fn last_backup(self) -> Option<DateTime<FixedOffset>> {
        self.backup_note.get().made_at
    }

    /// The patient says that the file arrived (I4).
    pub fn backup_arrived(self, made_at: DateTime<FixedOffset>) {
        self.note_backup(|note| note.made_at = Some(made_at));
    }

    /// Puts the reminder away for a while.
    pub fn dismiss_reminder(self) {
        self.note_backup(|note| note.dismissed = Some(clock::now().date_naive()));
    }

    /// Whether to remind of a backup (S8). Tracks changes.
    pub fn backup_due(self) -> Option<BackupDue> {
        let note = self.backup_note.get();
        // Until it was asked, nothing comes that might go again.
        let promised = self
            .keeping
            .with(|keeping| keeping.promised == Some(true) || !keeping.asked);
        self.own
            .with(|diary| backup_due(diary, note.made_at, note.dismissed, clock::now(), promised))
    }

    pub(super) fn read_backup_note(self) {
        let note = self.keeper.get_value().map(|keeper| keeper.backup_note());
        self.backup_note.set(note.unwrap_or_default());
    }

    fn note_backup(self, change: impl FnOnce(&mut BackupNote)) {
        self.backup_note.update(change);
        if let Some(keeper) = self.keeper.get_value() {
            self.backup_note.with_untracked(|note| keeper.note_backup(note));
        }
    }

    /// Replaces the patient's own diary by another, after a safety copy was kept.
    ///
    /// # Errors
    /// [`NotKept`]: without a copy nothing was replaced.
    pub async fn replace(self, diary: Diary, marks: &Marks) -> Result<(), NotKept> {
        if self.own() == Diary::default() {
            self.take_in(diary, marks)?;
            return self.arrived().await;
        }
        let Some(keeper) = self.keeper.get_value() else {
            return Err(NotKept::NoSafetyCopy);
        };
        let (_, text) = self.backup_file();
        if keeper.keep_safety_copy(&text).await.is_err() {
            return Err(NotKept::NoSafetyCopy);
        }
        self.take_in(diary, marks)?;
        self.arrived().await
    }

    /// Takes what came out of an import in, and keeps what one step back needs.
    ///
    /// # Errors
    /// [`NotKept`]: nothing was taken in.
    pub async fn bring(self, diary: Diary, marks: &Marks) -> Result<(), NotKept> {
        let before = self.own();
        if let Some(keeper) = self.keeper.get_value() {
            let import = LastImport::between(&before, &diary, clock::now());
            // Where it is not kept, the import can be taken back only day by day.
            _ = keeper.keep_last_import(&import).await;
        }
        self.take_in(diary, marks)
    }

    /// The last import, while it can be taken back.
    pub async fn last_import(self) -> Option<LastImport> {
        self.keeper.get_value()?.last_import().await
    }

    /// Takes it back in one step: what it brought goes, what was answered since stays.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn take_back(self, import: &LastImport) -> Result<(), NotKept> {
        let diary = import.taken_back(&self.own());
        self.take_in(diary, &Marks::default())?;
        self.arrived().await?;
        if let Some(keeper) = self.keeper.get_value() {
            keeper.forget_last_import().await;
        }
        Ok(())
    }

    /// Forgets what was set aside, once the patient has a copy of it.
    pub async fn forget_set_aside(self) {
        let Some(keeper) = self.keeper.get_value() else {
            return;
        };
        let pieces = self.keeping.with_untracked(|keeping| keeping.set_aside.clone());
        keeper.forget_set_aside(&pieces).await;
        self.keeping.update(|keeping| keeping.set_aside.clear());
    }

    /// The safety copy, if there is one.
    pub async fn safety_copy(self) -> Option<SafetyCopy> {
        let copy = self.keeper.get_value()?.safety_copy().await?;
        Some(SafetyCopy {
            diary: copy.diary,
            marks: copy.marks,
            at: copy.made_at,
        })
    }
}
