//! Signs that nobody sees: one definition for names, tags and notes.

/// Whether a sign leaves no mark of its own: white space, controls, format characters, and fillers that are letters by
/// their class alone (general categories `Cc`, `Cf`, `Zs`, `Zl`, `Zp`, the property `Default_Ignorable_Code_Point`, and the
/// empty Braille pattern).
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || turns_direction(c) || is_joint(c) || is_unseen(c)
}

/// Whether there is nothing to see in a text.
pub fn is_all_blank(text: &str) -> bool {
    text.chars().all(is_blank)
}

/// The bidirectional control characters of Unicode (`Bidi_Control`), UAX #9. They are in no text that is kept: one that is
/// not closed again turns around what stands after it on the page.
pub(super) fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Signs that only say how their neighbours look, as in 👩‍🦽 and ❤️: at the end of a word they may belong to it.
pub(super) fn is_joint(c: char) -> bool {
    matches!(
        c,
        '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The others that are not seen and of no other kind here.
fn is_unseen(c: char) -> bool {
    UNSEEN.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// The first and the last of each row of them. A table, which is less to fetch than as many comparisons.
const UNSEEN: [(char, char); 20] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{600}', '\u{605}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{200b}', '\u{200b}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Name, NameError, Note};

    #[test]
    fn what_nobody_sees_is_no_name_and_no_note() {
        for unseen in [
            " \n\t\u{a0}\u{2003}\u{3000}\u{1680}",
            "\u{200b}",
            "\u{3164}",
            "\u{feff}\u{2060}",
            "\u{ad}\u{115f}\u{1160}\u{ffa0}",
            "\u{17b4}\u{17b5}\u{180e}\u{180b}",
            "\u{200c}\u{200d}\u{fe0f}\u{34f}",
            "\u{202e}\u{2066}\u{200e}\u{61c}",
            "\u{2061}\u{206f}\u{fff9}\u{2800}",
            "\u{e0001}\u{e0020}\u{e0100}\u{1d173}\u{13430}",
        ] {
            assert!(is_all_blank(unseen), "{unseen:?}");
            for c in unseen.chars() {
                assert_eq!(Name::new(&format!(" {c}")), Err(NameError::Empty), "{c:?}");
                assert!(Note::new(&format!("\n{c}")).unwrap().is_empty(), "{c:?}");
            }
        }
    }

    #[test]
    fn what_is_seen_is_no_blank() {
        for seen in "aß.0-＝ночьعربي脑雾한글👩🦽❤́ក".chars() {
            assert!(!is_blank(seen), "{seen:?}");
        }
    }

    #[test]
    fn no_sign_that_turns_the_writing_direction_is_kept_and_no_letter_is_lost() {
        for c in (0..=0x10_ffff_u32)
            .filter_map(char::from_u32)
            .filter(|c| turns_direction(*c))
        {
            let text = format!("abc{c}דעת");
            assert_eq!(Name::new(&text).unwrap().as_str(), "abcדעת");
            assert_eq!(Note::new(&text).unwrap().as_str(), "abcדעת");
        }
    }
}
