//! What is said stands in `words/` and nowhere else, and another language reaches every place.

use ldn_diary::words::{catalogue, dates, in_language, names};

use ldn_diary::diary::StandardItem;

/// A language in which nothing is English: each letter has a mark, the whole is longer, and what is filled in stays in place.
pub(crate) fn pseudo() -> &'static [&'static str] {
    let said = catalogue().map(|(_, english)| &*Box::leak(strange(english).into_boxed_str()));
    Box::leak(said.collect::<Vec<_>>().into_boxed_slice())
}

/// "Pain" becomes "⟦Päin~~⟧". The marks of a pattern, their letters and the keys of its variants stay.
fn strange(english: &str) -> String {
    let mut said = String::from("⟦");
    let mut letters = english.chars();
    while let Some(letter) = letters.next() {
        said.push(match letter {
            'a' => 'ä',
            'e' => 'ë',
            'i' => 'ï',
            'o' => 'ö',
            'u' => 'ü',
            letter => letter,
        });
        let unchanged: usize = match letter {
            '\u{1}' => 2,
            '\u{2}' => 1,
            '\u{3}' => {
                said.extend(letters.by_ref().take_while(|letter| *letter != '\u{4}'));
                said.push('\u{4}');
                0
            }
            _ => 0,
        };
        said.extend(letters.by_ref().take(unchanged));
    }
    said.push_str("~~⟧");
    said
}

#[test]
fn another_language_is_said_in_place_of_english_and_only_where_it_is_asked_for() {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let say = || (names::item(StandardItem::Pain).to_owned(), dates::full(date));
    assert_eq!(say(), ("Pain".to_owned(), "22 November 2026".to_owned()));
    let strange = in_language(pseudo(), say);
    assert_eq!(strange.0, "⟦Päïn~~⟧");
    assert_eq!(strange.1, "⟦22 ⟦Növëmbër~~⟧ 2026~~⟧");
    assert_eq!(say().0, "Pain");
}

#[test]
fn a_language_that_lacks_a_message_says_it_in_english() {
    assert_eq!(in_language(&[], || names::item(StandardItem::Pain)), "Pain");
}

#[test]
fn no_message_is_empty_has_an_edge_of_blanks_or_a_straight_quotation_mark() {
    for (name, english) in catalogue() {
        assert!(!english.is_empty() && english.trim() == english, "{name}: {english:?}");
        assert!(!english.contains('"'), "{name}: {english:?}");
    }
}

#[test]
fn no_sentence_is_said_by_two_messages() {
    let mut said = std::collections::BTreeMap::new();
    for (name, english) in catalogue().filter(|(_, english)| english.ends_with('.')) {
        assert_eq!(said.insert(english, name), None, "{name}: {english:?}");
    }
}
