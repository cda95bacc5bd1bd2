//! What the app says: one function for each message of `words/`, in the language that is set.
//!
//! The messages stand in Fluent files, one folder a language and one file for each page or subject; `build.rs` makes a module
//! of each file here, and a function of each message, with what it is given as arguments: `words::history::found(3, "rain")`.
//! The English travels with the program, so that each part of it has the words that it uses; another language is a list of
//! the same messages, which [`in_language`] puts in their place.
//!
//! Names, numbers and dates are given as values and written here, so that each has one form in a language: [`dates`],
//! [`Decimal`], [`names`].

pub mod dates;
mod decimal;
#[allow(dead_code, reason = "the build uses all of them, the reader of patterns some")]
mod marks;
pub mod names;
mod pattern;
mod values;

use std::cell::Cell;

use chrono::NaiveDate;

pub use dates::Locale;
pub use decimal::Decimal;
use pattern::Argument;
pub use values::too_long;

/// What has words of its own, as an error that a person reads.
pub trait Said {
    /// In the reader's words: what it is, and what to do.
    fn said(&self) -> String;
}

/// Sentences one after the other; those that say nothing are left out.
pub fn sentences(said: impl IntoIterator<Item = String>) -> String {
    let mut text = String::new();
    for sentence in said.into_iter().filter(|sentence| !sentence.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&sentence);
    }
    text
}

/// "Pain, fatigue, sleep".
pub fn list(said: impl IntoIterator<Item = String>) -> String {
    let said = said.into_iter().reduce(|first, next| numbers::list(&first, &next));
    said.unwrap_or_default()
}

/// Stands for `<` in what a patient has named, while it stands in a message with marks: no name has it.
const LESS: char = '\u{6}';

/// A name as it can stand in a message with marks (`<b>…</b>`): it is text and stays text.
pub fn unmarked(name: &str) -> String {
    name.replace('<', "\u{6}")
}

/// A part of such a message, once its marks are found: what was [`unmarked`] is as it was named.
pub fn as_named(text: &str) -> String {
    text.replace(LESS, "<")
}

/// A message that is given nothing, to be said later.
pub type Word = fn() -> &'static str;

/// One message: its place in the list of a language, and its English with the marks of [`marks`].
#[derive(Debug)]
struct Message {
    number: usize,
    english: &'static str,
}

/// The messages of a language, in the order of the English ones.
pub type Language = &'static [&'static str];

#[rustfmt::skip]
#[allow(clippy::all, clippy::pedantic, unreachable_pub)]
// Without the pages much is said by nobody.
#[cfg_attr(not(feature = "web"), allow(dead_code))]
mod messages {
    use super::{Argument, Message, NaiveDate, Decimal, say, word};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

// Pages use most of it, and what is below them what they name.
#[cfg_attr(not(feature = "web"), allow(unused_imports))]
pub(crate) use messages::*;

thread_local! {
    static LANGUAGE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Does something in another language.
pub fn in_language<T>(language: Language, does: impl FnOnce() -> T) -> T {
    let before = LANGUAGE.replace(Some(language));
    let done = does();
    LANGUAGE.set(before);
    done
}

/// All messages, by file and name, as the program holds them: for tests and for those who make languages.
pub fn catalogue() -> impl Iterator<Item = (&'static str, &'static str)> {
    messages::ALL.iter().map(|(name, message)| (*name, message.english))
}

/// A message that is given nothing.
fn word(message: &Message) -> &'static str {
    let there = LANGUAGE.get().and_then(|language| language.get(message.number));
    there.copied().unwrap_or(message.english)
}

/// A message with what it is given.
fn say(message: &Message, arguments: &[Argument<'_>]) -> String {
    pattern::filled(word(message), arguments)
}
