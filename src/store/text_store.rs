//! The port to wherever text can be kept.

use crate::words::{Said, storage as words};

/// A place that keeps text under keys.
///
/// It carries text and not types, so that an adapter stays short and everything that can go wrong with the text
/// is decided, and tested, in one place above it.
pub trait TextStore {
    /// The text under `key`, or `None` where nothing stands.
    ///
    /// # Errors
    /// Where the place can't be reached.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts `text` under `key`, in place of what stood there.
    ///
    /// # Errors
    /// Where the place can't be reached or is full; what stood there before still stands.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Takes away what stands under `key`; nothing there is no error.
    ///
    /// # Errors
    /// Where the place can't be reached.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key in use, in no particular order, those of other programs included.
    ///
    /// # Errors
    /// Where the place can't be reached.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// Why a text store did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The browser forbids it, as some private windows do.
    Blocked,
    /// No room is left.
    Full,
    /// It does not answer, and may still do so later.
    Silent,
    /// It says that it took something away, and still has it.
    Clings,
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl Said for StoreError {
    fn said(&self) -> String {
        match self {
            Self::Blocked => words::blocked().to_owned(),
            Self::Full => words::full().to_owned(),
            Self::Silent => words::silent().to_owned(),
            Self::Clings => words::clings().to_owned(),
            Self::Failed(why) => words::failed(why),
        }
    }
}
