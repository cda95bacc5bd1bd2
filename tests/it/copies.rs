//! The copy from before a diary is replaced: relied on only after it was written and read back (S2).

use std::collections::BTreeMap;

use ldn_diary::store::memory::{Fault, MemoryShelf};
use ldn_diary::store::{DurableStore, KeepError, StoreError, keep_copy};

use crate::keeping::run;

/// A store that takes what it is given, and may not give it back.
struct Deaf(Result<Vec<Option<String>>, StoreError>);

impl DurableStore for Deaf {
    async fn read(&self, _: &[String]) -> Result<Vec<Option<String>>, StoreError> {
        self.0.clone()
    }

    async fn all(&self) -> Result<BTreeMap<String, String>, StoreError> {
        Ok(BTreeMap::new())
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
    let durable = MemoryShelf::default();
    assert_eq!(run(keep_copy(&&durable, "copy", "a diary")), Ok(()));
    for fault in [Fault::Full, Fault::Blocked] {
        durable.fail_with(fault);
        assert!(run(keep_copy(&&durable, "copy", "another")).is_err(), "{fault:?}");
    }
    for (answer, error) in [
        (Err(StoreError::Blocked), KeepError::Store(StoreError::Blocked)),
        (Ok(vec![]), KeepError::ReadBack),
        (Ok(vec![None]), KeepError::ReadBack),
        (Ok(vec![Some("a dia".to_owned())]), KeepError::ReadBack),
    ] {
        assert_eq!(run(keep_copy(&Deaf(answer), "copy", "a diary")), Err(error));
    }
}
