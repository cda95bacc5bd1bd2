//! The copy from before a diary is replaced: relied on only after it was written and read back (S2).

use chrono::DateTime;
use ldn_diary::diary::Diary;
use ldn_diary::exchange::backup;
use ldn_diary::store::memory::{Fault, MemoryStore};
use ldn_diary::store::{
    BackupNote, DurableStore, KeepError, Keeper, Key, RecordError, SetAside, StoreError, TextStore, Texts, Unreadable,
    names,
};

use crate::keeping::run;

/// A store that takes what it is given, and may not give it back.
struct Deaf(Result<Vec<Option<String>>, StoreError>);

impl DurableStore for Deaf {
    async fn read(&self, _: &[String]) -> Result<Vec<Option<String>>, StoreError> {
        self.0.clone()
    }

    async fn all(&self) -> Result<Texts, StoreError> {
        Ok(Texts::default())
    }

    async fn write(&self, _: &[(String, Option<String>)]) -> Result<(), StoreError> {
        Ok(())
    }

    async fn clear(&self, _: &[(String, Option<String>)]) -> Result<(), StoreError> {
        Ok(())
    }
}

#[test]
fn a_copy_counts_only_after_it_was_read_back() {
    let (local, durable) = (MemoryStore::default(), MemoryStore::default());
    let keeper = Keeper::new(&local, &durable);
    let text = backup::text(&Diary::default());
    assert_eq!(run(keeper.keep_safety_copy(&text)), Ok(()));
    assert_eq!(run(keeper.safety_copy()).map(|copy| copy.diary), Some(Diary::default()));
    assert!(local.texts().is_empty(), "the local store has no room for it");
    for fault in [Fault::Full, Fault::Blocked] {
        durable.fail_with(fault);
        assert!(run(keeper.keep_safety_copy("another")).is_err(), "{fault:?}");
    }
    assert_eq!(run(keeper.safety_copy()), None);
    for (answer, error) in [
        (Err(StoreError::Blocked), KeepError::Store(StoreError::Blocked)),
        (Ok(vec![]), KeepError::ReadBack),
        (Ok(vec![None]), KeepError::ReadBack),
        (Ok(vec![Some("a dia".to_owned())]), KeepError::ReadBack),
    ] {
        let keeper = Keeper::new(&local, Deaf(answer));
        assert_eq!(run(keeper.keep_safety_copy("a diary")), Err(error));
    }
}

#[test]
fn the_note_on_backups_is_kept_and_nonsense_is_none() {
    let (local, durable) = (MemoryStore::default(), MemoryStore::default());
    let keeper = Keeper::new(&local, &durable);
    assert_eq!(keeper.backup_note(), BackupNote::default());
    let note = BackupNote {
        made_at: DateTime::parse_from_rfc3339("2026-11-29T20:00:00+01:00").ok(),
        dismissed: "2026-11-30".parse().ok(),
    };
    keeper.note_backup(&note);
    assert_eq!(keeper.backup_note(), note);
    TextStore::write(&&local, names::BACKUP_NOTE, "{").unwrap();
    assert_eq!(keeper.backup_note(), BackupNote::default());
}

#[test]
fn what_was_set_aside_goes_from_both_stores() {
    let (local, durable) = (MemoryStore::default(), MemoryStore::default());
    let keeper = Keeper::new(&local, &durable);
    let (key, text) = ("ldn-diary/day/2026-11-29", "half a rec");
    let place = Key::set_aside(key, text);
    TextStore::write(&&local, &place, text).unwrap();
    run(DurableStore::write(
        &&durable,
        &[(place.clone(), Some(text.to_owned()))],
    ))
    .unwrap();
    let piece = |key: &str| SetAside {
        key: key.to_owned(),
        text: text.to_owned(),
        why: Unreadable::Record(RecordError::NotARecord),
    };
    run(keeper.forget_set_aside(&[piece(key)]));
    assert!(local.texts().is_empty() && durable.texts().is_empty());
}
