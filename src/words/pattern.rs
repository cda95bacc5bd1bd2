//! Fills compiled messages in.

use std::iter::Peekable;
use std::str::Chars;

use chrono::NaiveDate;

use super::dates;
use super::decimal::Decimal;
use super::marks::{CHOOSE, END, FILL, FIRST_PLACE, KEY_END, VARIANT};

/// What a message is given.
pub(super) enum Argument<'a> {
    Text(&'a str),
    Number(Decimal),
    Date(NaiveDate),
}

/// A message with its arguments filled in. What a pattern asks for and is not given is left out.
pub(super) fn filled(pattern: &str, arguments: &[Argument<'_>]) -> String {
    let mut said = String::with_capacity(pattern.len() + 16);
    fill(&mut pattern.chars().peekable(), arguments, &mut said);
    said
}

type Letters<'a> = Peekable<Chars<'a>>;

/// Writes until the variant ends in which this stands, or the message.
fn fill(letters: &mut Letters<'_>, arguments: &[Argument<'_>], said: &mut String) {
    while let Some(letter) = letters.next_if(|letter| !matches!(*letter, VARIANT | END)) {
        match letter {
            FILL => {
                let argument = next_argument(letters, arguments);
                let form = letters.next().unwrap_or_default();
                match argument {
                    Some(Argument::Text(text)) => said.push_str(text),
                    Some(Argument::Number(number)) => said.push_str(&number.to_string()),
                    Some(Argument::Date(date)) => said.push_str(&dates::written(form, *date)),
                    None => {}
                }
            }
            CHOOSE => choose(letters, arguments, said),
            letter => said.push(letter),
        }
    }
}

fn next_argument<'a, 'b>(letters: &mut Letters<'_>, arguments: &'a [Argument<'b>]) -> Option<&'a Argument<'b>> {
    let place = u32::from(letters.next()?).checked_sub(u32::from(FIRST_PLACE))?;
    arguments.get(usize::try_from(place).ok()?)
}

/// Writes the first variant whose key fits, or the last.
fn choose(letters: &mut Letters<'_>, arguments: &[Argument<'_>], said: &mut String) {
    let number = match next_argument(letters, arguments) {
        Some(Argument::Number(number)) => Some(*number),
        _ => None,
    };
    let mut chosen = None;
    while letters.next() == Some(VARIANT) {
        let key: String = std::iter::from_fn(|| letters.next().filter(|letter| *letter != KEY_END)).collect();
        let mut variant = String::new();
        fill(letters, arguments, &mut variant);
        let is_last = letters.peek() != Some(&VARIANT);
        let fits = is_last || number.is_some_and(|number| number.fits(&key));
        chosen = chosen.or(fits.then_some(variant));
    }
    said.push_str(&chosen.unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pattern: &str, number: u32, text: &str) -> String {
        filled(pattern, &[Argument::Number(number.into()), Argument::Text(text)])
    }

    #[test]
    fn a_variant_is_chosen_by_its_number_or_its_category() {
        let pattern =
            "I found \u{2}a\u{3}0\u{4}nothing\u{3}one\u{4}\u{1}at day\u{3}other\u{4}\u{1}at days\u{5} in \u{1}bt.";
        assert_eq!(with(pattern, 0, "May"), "I found nothing in May.");
        assert_eq!(with(pattern, 1, "May"), "I found 1 day in May.");
        assert_eq!(with(pattern, 12, "May"), "I found 12 days in May.");
    }

    #[test]
    fn a_choice_may_stand_in_a_choice() {
        let inner = "\u{2}a\u{3}1\u{4}one\u{3}other\u{4}many\u{5}";
        let pattern = format!("\u{2}a\u{3}2\u{4}two\u{3}other\u{4}<{inner}>\u{5}!");
        assert_eq!(with(&pattern, 1, ""), "<one>!");
        assert_eq!(with(&pattern, 2, ""), "two!");
        assert_eq!(with(&pattern, 3, ""), "<many>!");
    }

    #[test]
    fn what_is_given_is_never_read_as_a_pattern_and_a_torn_pattern_ends() {
        assert_eq!(with("\u{1}bt", 0, "\u{1}at\u{2}a"), "\u{1}at\u{2}a");
        for torn in [
            "\u{1}",
            "\u{1}z",
            "\u{1}zt",
            "\u{2}",
            "\u{2}a",
            "\u{2}a\u{3}",
            "\u{2}a\u{3}x",
            "\u{2}a\u{3}x\u{4}y",
        ] {
            assert!(with(torn, 0, "t").chars().count() <= 1, "{torn:?}");
        }
    }
}
