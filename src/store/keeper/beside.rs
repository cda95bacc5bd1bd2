//! What is kept beside the diary: the note on backups, the safety copy, and what was set aside.

use super::{KeepError, Keeper, SetAside};
use crate::diary::LAST_DATE;
use crate::exchange::backup::{self, Read};
use crate::store::backup_note::BackupNote;
use crate::store::durable_store::DurableStore;
use crate::store::key::Key;
use crate::store::names::{BACKUP_NOTE, SAFETY_COPY};
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
        let name = SAFETY_COPY.to_owned();
        self.durable.write(&[(name.clone(), Some(text.to_owned()))]).await?;
        let back = self.durable.read(&[name]).await?;
        if back == [Some(text.to_owned())] {
            Ok(())
        } else {
            Err(KeepError::ReadBack)
        }
    }

    /// The diary from before it was last replaced, where there is one that can be read.
    pub async fn safety_copy(&self) -> Option<Read> {
        let texts = self.durable.read(&[SAFETY_COPY.to_owned()]).await.ok()?;
        backup::open(&texts.into_iter().next()??, LAST_DATE).ok()
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
