//! The note of a day.

use std::fmt;

use super::blank::{is_all_blank, turns_direction};

/// At most 2,000 characters of free text; may be empty (D4), as one is in which nothing can be seen (D5).
///
/// Line breaks and tabs stay (every kind of line break becomes `\n`); other control characters are removed, and those that
/// turn the writing direction around: left open they would turn a page or a report. Letters that are written from right to
/// left need none of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Note(String);

/// Why a text is no note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteError {
    /// It has this many characters, more than [`Note::MAX_CHARS`].
    TooLong(usize),
}

impl Note {
    /// The most characters that a note may have.
    pub const MAX_CHARS: usize = 2_000;

    /// Cleans and checks a text. Spaces at the ends stay, so that a note can be saved while it is typed.
    ///
    /// # Errors
    /// [`NoteError::TooLong`] for more than 2,000 characters.
    pub fn new(text: &str) -> Result<Note, NoteError> {
        let clean: String = text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .chars()
            .filter(|&c| matches!(c, '\n' | '\t') || !c.is_control() && !turns_direction(c))
            .collect();
        if is_all_blank(&clean) {
            return Ok(Note::default());
        }
        match clean.chars().count() {
            0..=Self::MAX_CHARS => Ok(Note(clean)),
            count => Err(NoteError::TooLong(count)),
        }
    }

    /// The note as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no note.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_keeps_lines_and_tabs_and_loses_other_controls() {
        for (typed, kept) in [
            ("", ""),
            ("Cold, damp day", "Cold, damp day"),
            ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
            ("a\tb\u{0}\u{1b}[31mc\u{9f}", "a\tb[31mc"),
            (" half a wor", " half a wor"),
            ("Ночь без сна 😴", "Ночь без сна 😴"),
            ("كان \u{202e}يوما\u{202c} جيدا", "كان يوما جيدا"),
            (" \n\u{a0}\u{200b}", ""),
        ] {
            assert_eq!(Note::new(typed).unwrap().as_str(), kept, "{typed:?}");
        }
    }

    // D4: at most 2,000 characters, counted as characters.
    #[test]
    fn a_note_has_at_most_2000_characters() {
        assert!(Note::new(&"ß".repeat(2_000)).is_ok());
        assert_eq!(Note::new(&"ß".repeat(2_001)), Err(NoteError::TooLong(2_001)));
    }
}
