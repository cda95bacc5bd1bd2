//! A short name that the patient gives: an own item, a side effect, a tag, the condition.

use std::fmt;

use super::blank::{is_blank, is_joint, turns_direction};
use super::small_letters::in_small_letters;

/// 1 to 40 characters of any alphabet, on one line.
///
/// Line breaks and tabs become spaces; other control characters, the invisible ones that turn the writing direction
/// around, and invisible ones at the ends are removed, because they could make a name look like another one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameError {
    /// Nothing that can be seen is in it.
    Empty,
    /// It has this many characters, more than [`Name::MAX_CHARS`].
    TooLong(usize),
}

impl Name {
    /// The most characters that a name may have.
    pub const MAX_CHARS: usize = 40;

    /// Cleans and checks a text.
    ///
    /// # Errors
    /// [`NameError`] if nothing is left, or more than 40 characters.
    pub fn new(text: &str) -> Result<Name, NameError> {
        let clean: String = text.chars().filter_map(on_one_line).collect();
        // A sign that belongs to the letter before it stays at the end.
        let clean = clean.trim_start_matches(is_blank);
        let clean = clean.trim_end_matches(|c| is_blank(c) && !is_joint(c));
        match clean.chars().count() {
            0 => Err(NameError::Empty),
            1..=Self::MAX_CHARS => Ok(Name(clean.to_owned())),
            count => Err(NameError::TooLong(count)),
        }
    }

    /// As much of a text as a name holds; `None` where nothing can be seen in it. For what nobody typed as a name: that of a
    /// program or a file.
    pub fn beginning(text: &str) -> Option<Name> {
        match Name::new(text) {
            Err(NameError::TooLong(_)) => {
                let seen = text.chars().filter_map(on_one_line).skip_while(|c| is_blank(*c));
                Name::new(&seen.take(Self::MAX_CHARS).collect::<String>()).ok()
            }
            name => name.ok(),
        }
    }

    /// Whether another name differs in capitals and spaces alone, or in signs that nobody sees.
    pub fn is_like(&self, other: &Name) -> bool {
        let plain = |name: &Name| -> Vec<String> {
            let seen = |word: &str| in_small_letters(&word.chars().filter(|c| !is_blank(*c)).collect::<String>());
            let words = name.0.split_whitespace().map(seen);
            words.filter(|word| !word.is_empty()).collect()
        };
        plain(self) == plain(other)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn on_one_line(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        _ if c.is_control() || turns_direction(c) => None,
        _ => Some(c),
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_and_cleaned() {
        for (typed, kept) in [
            ("Brain fog", "Brain fog"),
            ("  Brain fog \n", "Brain fog"),
            ("Brain\nfog", "Brain fog"),
            ("Brain\u{0}\u{7} fog", "Brain fog"),
            ("abc\u{202e}def", "abcdef"),
            ("Müdigkeit", "Müdigkeit"),
            ("ضبابية الدماغ", "ضبابية الدماغ"),
            ("脑雾", "脑雾"),
            ("👩‍🦽", "👩‍🦽"),
            ("❤\u{fe0f}", "❤\u{fe0f}"),
            ("\u{200b}Pain\u{200b} \u{3164}", "Pain"),
        ] {
            assert_eq!(Name::new(typed).unwrap().as_str(), kept, "{typed:?}");
        }
    }

    #[test]
    fn names_are_alike_that_differ_in_capitals_spaces_and_unseen_signs_alone() {
        for (one, other, is_like) in [
            ("Brain fog", "brain  FOG", true),
            ("Brain fog", "Brain\u{a0}fog", true),
            ("Brain fog", "Brain\u{200b} \u{2060} fog\u{ad}", true),
            ("MÜDE", "müde", true),
            ("Brain fog", "Brainfog", false),
            ("Müde", "Mude", false),
            ("疲れ", "疲労", false),
        ] {
            let [name, other_name] = [one, other].map(|text| Name::new(text).unwrap());
            assert_eq!(name.is_like(&other_name), is_like, "{one:?} {other:?}");
            assert_eq!(other_name.is_like(&name), is_like, "{other:?} {one:?}");
        }
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert!(Name::new(&"雾".repeat(40)).is_ok());
        assert_eq!(Name::new(&"雾".repeat(41)), Err(NameError::TooLong(41)));
    }

    #[test]
    fn of_a_long_text_the_beginning_is_a_name() {
        let long = |end: &str| format!("{}{end}", "雾".repeat(40));
        for (text, kept) in [
            ("Bearable", Some("Bearable".to_owned())),
            ("  \u{200b}\n", None),
            (&long(".csv"), Some(long(""))),
            (&format!("\u{202e}  {}", long("x")), Some(long(""))),
            (&format!("a{}b", " ".repeat(60)), Some("a".to_owned())),
        ] {
            let name = Name::beginning(text);
            assert_eq!(name.as_ref().map(Name::as_str), kept.as_deref(), "{text:?}");
            assert_eq!(
                name.as_ref().and_then(|name| Name::beginning(name.as_str())),
                name,
                "twice changes nothing more"
            );
        }
    }

    #[test]
    fn an_invisible_name_is_refused() {
        for typed in ["", "   ", "\u{202e}\u{0}", "\n\t"] {
            assert_eq!(Name::new(typed), Err(NameError::Empty), "{typed:?}");
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing_more() {
        let once = Name::new(" \u{202e} a\r\nb \u{200f} ").unwrap();
        assert_eq!(Name::new(once.as_str()), Ok(once));
    }
}
