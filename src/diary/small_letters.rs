//! Texts in small letters, to compare them without regard to capitals.

use std::cell::Cell;

/// Writes a text in small letters, of every script.
pub type SmallLetters = fn(&str) -> String;

/// The list of all letters is 5 KB on a phone whose browser has one too: there, `web::start` lends that.
#[cfg(feature = "web")]
const AT_FIRST: SmallLetters = str::to_ascii_lowercase;
#[cfg(not(feature = "web"))]
const AT_FIRST: SmallLetters = str::to_lowercase;

thread_local! {
    static LENT: Cell<SmallLetters> = const { Cell::new(AT_FIRST) };
}

/// Writes small letters by another list from now on.
pub fn lend_small_letters(list: SmallLetters) {
    LENT.set(list);
}

/// The text in small letters.
pub fn in_small_letters(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        LENT.get()(text)
    }
}
