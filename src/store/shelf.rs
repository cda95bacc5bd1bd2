//! The port to wherever text can be kept.

use thiserror::Error;

/// A place that keeps text under keys.
///
/// It carries text and not types, so that an adapter stays short and everything that can go wrong with the text
/// is decided, and tested, in one place above it.
pub trait Shelf {
    /// The text under `key`, or `None` where nothing stands.
    ///
    /// # Errors
    /// Where the place can't be reached.
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError>;

    /// Puts `text` under `key`, in place of what stood there.
    ///
    /// # Errors
    /// Where the place can't be reached or is full; what stood there before still stands.
    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError>;

    /// Takes away what stands under `key`; nothing there is no error.
    ///
    /// # Errors
    /// Where the place can't be reached.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;

    /// Every key in use, in no particular order, those of other programs included.
    ///
    /// # Errors
    /// Where the place can't be reached.
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
}

/// Why a shelf did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ShelfError {
    /// The browser forbids it, as some private windows do.
    #[error(
        "This browser does not let the diary keep anything. Open it in a normal window, or allow site data for it."
    )]
    Blocked,
    /// No room is left.
    #[error("The browser's storage is full. Make a backup, then free some space on this device.")]
    Full,
    /// It does not answer, and may still do so later.
    #[error("A part of the browser's storage does not answer. Close other tabs of this page, or restart the browser.")]
    Silent,
    /// It says that it took something away, and still has it.
    #[error(
        "The browser kept what it was to delete. Close other tabs of this page, or clear this site in the browser's settings."
    )]
    Clings,
    /// Anything else, in the browser's own words.
    #[error("The browser could not keep this ({0}). Make a backup, then reload the page.")]
    Failed(String),
}
