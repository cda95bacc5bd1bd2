//! Copies of the diary: the backup files that the patient keeps, and the safety copy from before a replacement.

use chrono::{DateTime, FixedOffset, NaiveDate};
use leptos::prelude::*;

use super::{AppState, NotKept};
use crate::diary::{Diary, LAST_DATE, iso};
use crate::exchange::backup::{self, Header, Marks};
use crate::store::{BackupDue, DurableStore as _, Key, SetAside, TextStore as _, backup_due, keep_copy};
use crate::web::clock;
use crate::web::indexed_db::IndexedDb;
use crate::web::local_store::LocalStore;

/// Where the note on backups stands. It is no part of the diary: without it the reminder comes early.
const BACKUP_NOTE: &str = "ldn-diary-backup";
/// Where the safety copy stands, in the second store alone: it has room for it.
const SAFETY_COPY: &str = "ldn-diary-safety-copy";

/// What is known of the patient's backup files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BackupNote {
    /// When the last file was made that arrived.
    pub made_at: Option<DateTime<FixedOffset>>,
    /// When the reminder was put away.
    dismissed: Option<NaiveDate>,
}

impl BackupNote {
    /// Reads what [`BackupNote::text`] wrote; what makes no sense is not there.
    fn read(text: &str) -> Option<Self> {
        let (made_at, dismissed): (String, String) = serde_json::from_str(text).ok()?;
        Some(Self {
            made_at: iso::instant(&made_at),
            dismissed: iso::date(&dismissed),
        })
    }

    fn text(&self) -> String {
        let made_at = self.made_at.map(|at| at.to_rfc3339()).unwrap_or_default();
        let dismissed = self.dismissed.map(|on| on.to_string()).unwrap_or_default();
        serde_json::to_string(&(made_at, dismissed)).unwrap_or_default()
    }
}

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
        let text = LocalStore::open().read(BACKUP_NOTE).ok().flatten();
        let note = text.and_then(|text| BackupNote::read(&text));
        self.backup_note.set(note.unwrap_or_default());
    }

    fn note_backup(self, change: impl FnOnce(&mut BackupNote)) {
        self.backup_note.update(change);
        let text = self.backup_note.with_untracked(BackupNote::text);
        _ = LocalStore::open().write(BACKUP_NOTE, &text);
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
        let (_, text) = self.backup_file();
        if keep_copy(&IndexedDb, SAFETY_COPY, &text).await.is_err() {
            return Err(NotKept::NoSafetyCopy);
        }
        self.take_in(diary, marks)?;
        self.arrived().await
    }

    /// Forgets what was set aside, once the patient has a copy of it.
    pub async fn forget_set_aside(self) {
        let pieces = self.keeping.with_untracked(|keeping| keeping.set_aside.clone());
        let place = |piece: &SetAside| {
            if Key::is_set_aside(&piece.key) {
                piece.key.clone()
            } else {
                Key::set_aside(&piece.key, &piece.text)
            }
        };
        let gone: Vec<_> = pieces.iter().map(|piece| (place(piece), None)).collect();
        for (name, _) in &gone {
            _ = LocalStore::open().remove(name);
        }
        _ = IndexedDb.write(&gone).await;
        self.keeping.update(|keeping| keeping.set_aside.clear());
    }

    /// The safety copy, if there is one.
    pub async fn safety_copy(self) -> Option<SafetyCopy> {
        let texts = IndexedDb.read(&[SAFETY_COPY.to_owned()]).await.ok()?;
        let text = texts.into_iter().next()??;
        let copy = backup::open(&text, LAST_DATE).ok()?;
        Some(SafetyCopy {
            diary: copy.diary,
            marks: copy.marks,
            at: copy.made_at,
        })
    }
}
