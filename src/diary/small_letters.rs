//! Texts in small letters, to compare them without regard to capitals; and in plain ones, without regard to accents either.

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
    static PLAIN: Cell<SmallLetters> = const { Cell::new(AT_FIRST) };
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

/// Writes plain letters by another list from now on. What it makes of a text must be what it makes of its signs, one after
/// the other: places are counted by that.
pub fn lend_plain_letters(list: SmallLetters) {
    PLAIN.set(list);
}

/// The text in plain letters: small, each in its one way of writing, and without marks, so that "müde" is "mude" whether its
/// ü is one sign or two, and "GRÖSSER" is "größer". As far as the list knows that is lent.
pub fn in_plain_letters(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        PLAIN.get()(text)
    }
}
