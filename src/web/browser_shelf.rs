//! The browser's local storage as a shelf.

use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::window;

use crate::store::{Shelf, ShelfError};

const PROBE: &str = "ldn-diary-probe";

/// The local storage of this origin, or that there is none.
#[derive(Debug, Clone, Copy)]
pub struct BrowserShelf {
    there: bool,
}

impl BrowserShelf {
    /// Opens it. Where the browser forbids it every use gives [`ShelfError::Blocked`]: that is asked first, because
    /// gloo-storage panics there. A full store opens: what is in it can be read.
    pub fn open() -> Self {
        let storage = window().local_storage().ok().flatten();
        let there = storage.is_some_and(|storage| match storage.set_item(PROBE, "1") {
            Ok(()) => storage.remove_item(PROBE).is_ok(),
            // Some private windows hand out a store that refuses every write.
            Err(_) => storage.length().unwrap_or(0) > 0,
        });
        Self { there }
    }

    fn reachable(self) -> Result<(), ShelfError> {
        if self.there { Ok(()) } else { Err(ShelfError::Blocked) }
    }
}

impl Shelf for BrowserShelf {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.reachable()?;
        LocalStorage::raw().get_item(key).map_err(|_| ShelfError::Blocked)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.reachable()?;
        // A record goes in as it is, and so does a text that was set aside.
        LocalStorage::raw().set_item(key, text).map_err(|error| {
            let error = js_sys::Error::from(error);
            failure(&String::from(error.name()), &String::from(error.message()))
        })
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.reachable()?;
        LocalStorage::delete(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.reachable()?;
        let storage = LocalStorage::raw();
        let length = storage.length().map_err(|_| ShelfError::Blocked)?;
        (0..length)
            .filter_map(|index| storage.key(index).transpose())
            .collect::<Result<_, _>>()
            .map_err(|_| ShelfError::Blocked)
    }
}

/// What a browser's refusal means.
pub(super) fn failure(name: &str, message: &str) -> ShelfError {
    match name {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => ShelfError::Full,
        "TimeoutError" => ShelfError::Silent,
        "SecurityError" | "ReferenceError" => ShelfError::Blocked,
        _ => ShelfError::Failed(format!("{name}: {message}")),
    }
}
