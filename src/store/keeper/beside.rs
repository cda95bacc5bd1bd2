//! What is kept beside the diary: the note on backups, the safety copy, what the last import changed, and what was set aside.

use super::{KeepError, Keeper, SetAside};
use crate::diary::LAST_DATE;
use crate::exchange::backup::{self, Read};
use crate::store::backup_note::BackupNote;
use crate::store::durable_store::DurableStore;
use crate::store::key::Key;
use crate::store::last_import::LastImport;
use crate::store::names::{BACKUP_NOTE, LAST_IMPORT, SAFETY_COPY};
use crate::store::text_store::TextStore;

impl<L: TextStore, D: DurableStore> Keeper<L, D> {
    /// What is known of the patient's backup files; nothing where it can't be read.
    pub fn backup_note(&self) -> BackupNote {
        let text = self.local.read(BACKUP_NOTE).ok().flatten();
        text.and_then(|text| BackupNote::read(&text)).unwrap_or_default()
    }

    /// Keeps what is known of them. Where it is not kept, the reminder comes early.
    pub fn note_backup(&self, note: &BackupNote) {
        _ = self.local.write(BACKUP_NOTE, &note.text());
    }

    /// Keeps a backup of the diary before it is replaced, and reads it back: only then it may be relied on.
    ///
    /// # Errors
    /// [`KeepError`], where it could not be written, could not be read back, or came back as something else.
    pub async fn keep_safety_copy(&self, text: &str) -> Result<(), KeepError> {
        self.keep_durably(SAFETY_COPY, text.to_owned()).await
    }

    /// The diary from before it was last replaced, where there is one that can be read.
    pub async fn safety_copy(&self) -> Option<Read> {
        backup::open(&self.kept_durably(SAFETY_COPY).await?, LAST_DATE).ok()
    }

    /// Keeps what an import changes, and reads it back.
    ///
    /// # Errors
    /// As [`Keeper::keep_safety_copy`].
    pub async fn keep_last_import(&self, import: &LastImport) -> Result<(), KeepError> {
        self.keep_durably(LAST_IMPORT, import.text()).await
    }

    /// What the last import changed, where that is kept and can be read.
    pub async fn last_import(&self) -> Option<LastImport> {
        LastImport::read(&self.kept_durably(LAST_IMPORT).await?)
    }

    /// Lets go of it, once the import was taken back.
    pub async fn forget_last_import(&self) {
        _ = self.durable.write(&[(LAST_IMPORT.to_owned(), None)]).await;
    }

    async fn keep_durably(&self, name: &str, text: String) -> Result<(), KeepError> {
        self.durable.write(&[(name.to_owned(), Some(text.clone()))]).await?;
        let back = self.durable.read(&[name.to_owned()]).await?;
        if back == [Some(text)] {
            Ok(())
        } else {
            Err(KeepError::ReadBack)
        }
    }

    async fn kept_durably(&self, name: &str) -> Option<String> {
        self.durable.read(&[name.to_owned()]).await.ok()?.into_iter().next()?
    }

    /// Lets go of what was set aside, once the patient has a copy of it.
    pub async fn forget_set_aside(&self, pieces: &[SetAside]) {
        let place = |piece: &SetAside| {
            if Key::is_set_aside(&piece.key) {
                piece.key.clone()
            } else {
                Key::set_aside(&piece.key, &piece.text)
            }
        };
        let gone: Vec<_> = pieces.iter().map(|piece| (place(piece), None)).collect();
        for (name, _) in &gone {
            _ = self.local.remove(name);
        }
        _ = self.durable.write(&gone).await;
    }
}
