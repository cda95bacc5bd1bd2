//! How much a diary may hold after a file was taken in.

use chrono::DateTime;

use crate::diary::Diary;
use crate::exchange::backup::{self, Header, MAX_BYTES, MAX_DAYS, MAX_ENTRIES};

/// What the state of a day takes in a backup, with room to spare.
const BYTES_OF_MARK: usize = 100;

/// What is more than the app reads again. Nothing is changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooMuch {
    /// More than [`MAX_DAYS`].
    Days(usize),
    /// More than [`MAX_ENTRIES`] own items, as many own side effects or other medicines.
    OwnThings(usize),
    /// More than [`MAX_BYTES`] in a backup.
    Bytes,
}

/// Passes a diary that its own backup brings back.
///
/// # Errors
/// [`TooMuch`].
pub fn within_limits(diary: &Diary) -> Result<(), TooMuch> {
    let days = diary.days().len();
    if days > MAX_DAYS {
        return Err(TooMuch::Days(days));
    }
    let settings = &diary.settings;
    let own = settings.own_items().len().max(settings.own_side_effects().len());
    let own = own.max(settings.medicines().len());
    if own > MAX_ENTRIES {
        return Err(TooMuch::OwnThings(own));
    }
    let header = Header {
        app_version: String::new(),
        exported_at: DateTime::UNIX_EPOCH.fixed_offset(),
    };
    if backup::write(diary, &header).len() + days * BYTES_OF_MARK > MAX_BYTES {
        return Err(TooMuch::Bytes);
    }
    Ok(())
}
