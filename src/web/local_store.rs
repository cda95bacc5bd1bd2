//! The browser's local storage as a shelf.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::Storage;

use crate::store::names::PROBE;
use crate::store::{StoreError, TextStore};

/// The local storage, where the browser hands it out now: it may forbid it at any time, and gloo-storage panics there.
pub fn local_storage() -> Option<Storage> {
    let there = window().local_storage().ok().flatten().is_some();
    there.then(LocalStorage::raw)
}

/// The same of what lives as long as a tab.
pub fn session_storage() -> Option<Storage> {
    let there = window().session_storage().ok().flatten().is_some();
    there.then(SessionStorage::raw)
}

/// The local storage of this origin, or that there is none.
#[derive(Debug, Clone, Copy)]
pub struct LocalStore {
    there: bool,
}

impl LocalStore {
    /// Opens it. Where the browser forbids it every use gives [`StoreError::Blocked`]. A full store opens: what is in it can
    /// be read.
    pub fn open() -> Self {
        let there = local_storage().is_some_and(|storage| match storage.set_item(PROBE, "1") {
            Ok(()) => storage.remove_item(PROBE).is_ok(),
            // Some private windows hand out a store that refuses every write.
            Err(_) => storage.length().unwrap_or(0) > 0,
        });
        Self { there }
    }

    fn storage(self) -> Result<Storage, StoreError> {
        local_storage().filter(|_| self.there).ok_or(StoreError::Blocked)
    }
}

impl TextStore for LocalStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage()?.get_item(key).map_err(|_| StoreError::Blocked)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.storage()?.set_item(key, text).map_err(refusal)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage()?.remove_item(key).map_err(refusal)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = self.storage()?;
        let length = storage.length().map_err(|_| StoreError::Blocked)?;
        (0..length)
            // A length that is not the store's ends where nothing stands any more.
            .map_while(|index| storage.key(index).transpose())
            .collect::<Result<_, _>>()
            .map_err(|_| StoreError::Blocked)
    }
}

/// What a browser threw, which need be no error at all.
pub(super) fn refusal(thrown: JsValue) -> StoreError {
    match thrown.dyn_into::<js_sys::Error>() {
        Ok(error) => failure(&String::from(error.name()), &String::from(error.message())),
        Err(other) => StoreError::Failed(other.as_string().unwrap_or_default()),
    }
}

/// What a browser's refusal means.
fn failure(name: &str, message: &str) -> StoreError {
    match name {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
        "TimeoutError" => StoreError::Silent,
        "SecurityError" | "ReferenceError" => StoreError::Blocked,
        _ => StoreError::Failed(format!("{name}: {message}")),
    }
}
