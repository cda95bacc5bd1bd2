//! The copy from before a diary is replaced: relied on only after it was written and read back (S2).

use std::collections::BTreeMap;

use ldn_diary::store::memory::{Fault, MemoryShelf};
use ldn_diary::store::{Journal, KeepError, ShelfError, keep_copy};

use crate::keeping::run;

/// A store that takes what it is given, and may not give it back.
struct Deaf(Result<Vec<Option<String>>, ShelfError>);

impl Journal for Deaf {
    async fn read(&self, _: &[String]) -> Result<Vec<Option<String>>, ShelfError> {
        self.0.clone()
    }

    async fn all(&self) -> Result<BTreeMap<String, String>, ShelfError> {
        Ok(BTreeMap::new())
    }

    async fn write(&self, _: &[(String, Option<String>)]) -> Result<(), ShelfError> {
        Ok(())
    }

    async fn clear(&self, _: &[(String, Option<String>)]) -> Result<(), ShelfError> {
        Ok(())
    }
}

#[test]
fn a_copy_counts_only_after_it_was_read_back() {
    let journal = MemoryShelf::default();
    assert_eq!(run(keep_copy(&&journal, "copy", "a diary")), Ok(()));
    for fault in [Fault::Full, Fault::Blocked] {
        journal.fail_with(fault);
        assert!(run(keep_copy(&&journal, "copy", "another")).is_err(), "{fault:?}");
    }
    for (answer, error) in [
        (Err(ShelfError::Blocked), KeepError::Shelf(ShelfError::Blocked)),
        (Ok(vec![]), KeepError::ReadBack),
        (Ok(vec![None]), KeepError::ReadBack),
        (Ok(vec![Some("a dia".to_owned())]), KeepError::ReadBack),
    ] {
        assert_eq!(run(keep_copy(&Deaf(answer), "copy", "a diary")), Err(error));
    }
}
