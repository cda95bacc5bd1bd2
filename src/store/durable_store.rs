//! The port to the second place that keeps the same text: slower, and surer.

use std::future::Future;

use super::text_store::StoreError;
use crate::diary::SortedMap;

/// What a store holds, by key.
pub type Texts = SortedMap<String, String>;

/// A place that keeps text under keys and says when it is safe there, as IndexedDB with strict durability does.
pub trait DurableStore {
    /// The texts under these keys, in their order.
    fn read(&self, keys: &[String]) -> impl Future<Output = Result<Vec<Option<String>>, StoreError>>;

    /// Everything that it keeps.
    fn all(&self) -> impl Future<Output = Result<Texts, StoreError>>;

    /// Puts texts under their keys (`None` takes away what stands there): all of them, or on an error none. When it has
    /// succeeded they outlive the browser.
    fn write(&self, entries: &[(String, Option<String>)]) -> impl Future<Output = Result<(), StoreError>>;

    /// Takes everything away and puts these in its place: all of it, or on an error nothing. As durable as a write.
    fn clear(&self, entries: &[(String, Option<String>)]) -> impl Future<Output = Result<(), StoreError>>;
}
