//! Finding days by the words in their notes and tags.

use super::{Day, Diary, Tag, in_plain_letters};

impl Diary {
    /// The days whose note and tags hold every word of the query, the newest first. Capitals and accents don't matter, nor
    /// how they are written ([`in_plain_letters`]), and a part of a word is enough. A query without a word finds nothing.
    ///
    /// `name` gives a tag's name on screen, which is what the patient looks for.
    pub fn search(&self, query: &str, name: impl Fn(&Tag) -> String) -> Vec<&Day> {
        let words = words_of(query);
        if words.is_empty() {
            return Vec::new();
        }
        let holds = |day: &&Day| {
            let answers = day.answers();
            if answers.note.is_empty() && answers.tags.is_empty() {
                return false;
            }
            let mut text = in_plain_letters(answers.note.as_str());
            for tag in &answers.tags {
                text.push('\n');
                text.push_str(&in_plain_letters(&name(tag)));
            }
            words.iter().all(|word| text.contains(word))
        };
        self.days().rev().filter(holds).collect()
    }
}

/// The words of a query in plain letters. Of one that is nothing but marks nothing is left.
fn words_of(query: &str) -> Vec<String> {
    let plain = in_plain_letters(query);
    plain.split_whitespace().map(str::to_owned).collect()
}

/// The part of a note that is shown in a list: its beginning, or what stands around the first place where a word of the
/// query is. At most `length` characters, and an ellipsis on each side where something was cut.
pub fn excerpt(note: &str, query: &str, length: usize) -> String {
    const BEFORE: usize = 30;
    let chars: Vec<char> = note.trim().chars().collect();
    let most = chars.len().saturating_sub(length);
    // What is shown whole needs no search.
    let found = if most > 0 { first_match(&chars, query) } else { None };
    let mut start = match found {
        // Some of what stands before the word, but never so much that the word itself is cut off.
        Some((place, end)) => place.saturating_sub(BEFORE).max(end.saturating_sub(length)).min(most),
        None => 0,
    };
    let mut end = chars.len().min(start + length);
    // No mark is shown without its letter, and no letter without its marks.
    while 0 < start && start < end && is_mark(chars[start]) {
        start += 1;
    }
    while start < end && chars.get(end).is_some_and(|c| is_mark(*c)) {
        end -= 1;
    }
    let shown: String = chars[start..end].iter().collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if end < chars.len() { "…" } else { "" };
    format!("{before}{}{after}", shown.trim())
}

/// Whether nothing is left of a sign in plain letters.
fn is_mark(c: char) -> bool {
    plain_sign(c).is_empty()
}

fn plain_sign(c: char) -> String {
    in_plain_letters(c.encode_utf8(&mut [0; 4]))
}

/// Where the first word of the query that is in the text begins, and where it ends.
fn first_match(text: &[char], query: &str) -> Option<(usize, usize)> {
    // One sign can be two plain letters, or none, so each plain letter remembers where it came from.
    let mut plain: Vec<(usize, char)> = Vec::new();
    for (place, c) in text.iter().enumerate() {
        plain.extend(plain_sign(*c).chars().map(|letter| (place, letter)));
    }
    let place_of = |word: &String| {
        let word: Vec<char> = word.chars().collect();
        let mut windows = plain.windows(word.len().max(1));
        let found = windows.find(|window| window.iter().map(|(_, c)| c).eq(&word));
        found.and_then(|window| Some((window.first()?.0, window.last()?.0 + 1)))
    };
    words_of(query).iter().filter_map(place_of).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Answers, Name, Note};

    fn diary() -> Diary {
        let days = [
            ("2026-01-05", "Cold, damp day", vec![Tag::Flare]),
            ("2026-01-06", "Größer als gestern", vec![]),
            (
                "2026-01-07",
                "",
                vec![Tag::Flare, Tag::Other(Name::new("زفاف").unwrap())],
            ),
            ("2026-01-08", "DAMP again, no flare\nslept", vec![]),
            ("2026-01-09", "", vec![]),
        ];
        let day = |(date, note, tags): (&str, &str, Vec<Tag>)| {
            let at = chrono::DateTime::parse_from_rfc3339(&format!("{date}T21:00:00+01:00")).unwrap();
            let answers = Answers {
                note: Note::new(note).unwrap(),
                tags: tags.into_iter().collect(),
                rescue_medicine: Some(true),
                ..Answers::default()
            };
            Day::restore(date.parse().unwrap(), at, None, answers)
        };
        days.into_iter().map(day).fold(Diary::default(), Diary::with_day)
    }

    /// What a browser lends, for the letters of these tests: small, taken apart, without marks.
    fn lend() {
        crate::diary::lend_plain_letters(|text| {
            let apart = |c: char| match c {
                'ü' | 'Ü' => "u\u{308}".to_owned(),
                'ö' | 'Ö' => "o\u{308}".to_owned(),
                'é' => "e\u{301}".to_owned(),
                'İ' => "i\u{307}".to_owned(),
                'ß' => "ss".to_owned(),
                'ﬁ' => "fi".to_owned(),
                '…' => "...".to_owned(),
                '한' => "\u{1112}\u{1161}\u{11ab}".to_owned(),
                c => c.to_lowercase().to_string(),
            };
            let apart: String = text.chars().map(apart).collect();
            apart.replace(|c| ('\u{300}'..='\u{36f}').contains(&c), "")
        });
    }

    #[test]
    fn a_word_is_found_however_its_letters_are_written() {
        lend();
        let at = chrono::DateTime::parse_from_rfc3339("2026-01-05T21:00:00+01:00").unwrap();
        for (note, query, is_found) in [
            ("Müde", "mude", true),
            ("Müde", "MU\u{308}DE", true),
            ("Mu\u{308}de", "müde", true),
            ("Mude", "müde", true),
            ("Größer", "GRÖSSER", true),
            ("ﬁebrig", "fieb", true),
            ("Cafe\u{301}", "café", true),
            ("İYİ", "iyi", true),
            ("한", "\u{1112}\u{1161}", true),
            ("Müde", "\u{308}", false),
            ("Müde", "mode", false),
        ] {
            let answers = Answers {
                note: Note::new(note).unwrap(),
                ..Answers::default()
            };
            let diary = Diary::default().with_day(Day::restore("2026-01-05".parse().unwrap(), at, None, answers));
            let found = diary.search(query, |tag| tag.id().to_owned());
            assert_eq!(found.len() == 1, is_found, "{note:?} {query:?}");
        }
    }

    #[test]
    fn an_excerpt_stands_around_the_word_that_was_found_and_cuts_no_letter_from_its_marks() {
        lend();
        let marks = "u\u{308}".repeat(100);
        for (note, query, length, shown) in [
            (format!("{marks} mu\u{308}de {marks}"), "müde", 5, "…mu\u{308}de…"),
            (format!("{} müde {marks}", "ß".repeat(100)), "mude", 4, "…müde…"),
            (format!("{} ﬁebrig", "İ".repeat(100)), "FIEB", 7, "…İİİ ﬁeb…"),
            (marks.clone(), "", 3, "u\u{308}…"),
            (format!("a{}", "\u{301}".repeat(50)), "", 3, "…"),
        ] {
            assert_eq!(excerpt(&note, query, length), shown, "{note:?} {query:?}");
        }
        for length in 1..60 {
            let note = format!("{marks}xyz{marks}");
            let shown = excerpt(&note, "xyz", length);
            assert!(!shown.trim_matches('…').starts_with('\u{308}'), "{length}");
            assert!(shown.trim_end_matches('…').chars().filter(|c| *c == 'u').count() * 2 <= length + 1);
            assert_eq!(shown.contains("xyz"), length > 2, "{length}");
        }
    }

    #[test]
    fn days_are_found_by_words_in_notes_and_tags_the_newest_first() {
        lend();
        let name = |tag: &Tag| match tag {
            Tag::Flare => "Schub".to_owned(),
            other => other.id().to_owned(),
        };
        for (query, days) in [
            ("damp", vec!["2026-01-08", "2026-01-05"]),
            ("DAMP cold", vec!["2026-01-05"]),
            ("schub", vec!["2026-01-07", "2026-01-05"]),
            ("flare", vec!["2026-01-08"]),
            ("größer", vec!["2026-01-06"]),
            ("GRÖSSER", vec!["2026-01-06"]),
            ("زفاف", vec!["2026-01-07"]),
            ("lep", vec!["2026-01-08"]),
            ("nothing like it", vec![]),
            ("  \t ", vec![]),
            ("", vec![]),
        ] {
            let diary = diary();
            let found: Vec<String> = diary
                .search(query, name)
                .iter()
                .map(|day| day.date().to_string())
                .collect();
            assert_eq!(found, days, "{query:?}");
        }
    }

    #[test]
    fn an_excerpt_is_the_beginning_or_what_stands_around_the_word() {
        lend();
        let long = format!("{} Sturm {}", "a".repeat(100), "z".repeat(100));
        for (note, query, length, shown) in [
            ("Cold, damp day", "", 40, "Cold, damp day".to_owned()),
            ("  Cold\n", "", 40, "Cold".to_owned()),
            ("", "cold", 40, String::new()),
            ("Cold, damp day", "", 4, "Cold…".to_owned()),
            (&long, "", 5, "aaaaa…".to_owned()),
            (&long, "STURM", 40, format!("…{} Sturm zzzz…", "a".repeat(29))),
            (&long, "elsewhere", 5, "aaaaa…".to_owned()),
            (
                &long,
                "zz",
                50,
                format!("…{} Sturm {}…", "a".repeat(23), "z".repeat(20)),
            ),
            ("İİİİ wind", "wind", 6, "…İ wind".to_owned()),
            ("雨雨雨雨雨", "", 3, "雨雨雨…".to_owned()),
        ] {
            assert_eq!(excerpt(note, query, length), shown, "{note:?} {query:?}");
        }
    }
}
