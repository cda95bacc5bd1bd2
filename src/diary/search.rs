//! Finding days by the words in their notes and tags.

use super::{Day, Diary, Tag, in_small_letters};

impl Diary {
    /// The days whose note and tags hold every word of the query, the newest first. Capitals don't matter, and a part of a
    /// word is enough. A query without a word finds nothing.
    ///
    /// `name` gives a tag's name on screen, which is what the patient looks for.
    pub fn search(&self, query: &str, name: impl Fn(&Tag) -> String) -> Vec<&Day> {
        let words: Vec<String> = query.split_whitespace().map(in_small_letters).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let holds = |day: &&Day| {
            let answers = day.answers();
            if answers.note.is_empty() && answers.tags.is_empty() {
                return false;
            }
            let mut text = in_small_letters(answers.note.as_str());
            for tag in &answers.tags {
                text.push('\n');
                text.push_str(&in_small_letters(&name(tag)));
            }
            words.iter().all(|word| text.contains(word))
        };
        self.days().rev().filter(holds).collect()
    }
}

/// The part of a note that is shown in a list: its beginning, or what stands around the first place where a word of the
/// query is. At most `length` characters, and an ellipsis on each side where something was cut.
pub fn excerpt(note: &str, query: &str, length: usize) -> String {
    const BEFORE: usize = 30;
    let chars: Vec<char> = note.trim().chars().collect();
    let start = match first_match(&chars, query) {
        // Some of what stands before the word, but never so much that the word itself is cut off.
        Some((place, end)) if chars.len() > length => place
            .saturating_sub(BEFORE)
            .max(end.saturating_sub(length))
            .min(chars.len() - length),
        _ => 0,
    };
    let end = chars.len().min(start + length);
    let shown: String = chars[start..end].iter().collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if end < chars.len() { "…" } else { "" };
    format!("{before}{}{after}", shown.trim())
}

/// Where the first word of the query that is in the text begins, and where it ends.
fn first_match(text: &[char], query: &str) -> Option<(usize, usize)> {
    // One capital can be two small letters, so each small letter remembers where it came from.
    let mut lower: Vec<(usize, char)> = Vec::new();
    for (place, c) in text.iter().enumerate() {
        let small = in_small_letters(c.encode_utf8(&mut [0; 4]));
        lower.extend(small.chars().map(|small| (place, small)));
    }
    let place_of = |word: &str| {
        let word: Vec<char> = in_small_letters(word).chars().collect();
        let mut windows = lower.windows(word.len().max(1));
        let found = windows.find(|window| window.iter().map(|(_, c)| c).eq(&word));
        found.and_then(|window| Some((window.first()?.0, window.last()?.0 + 1)))
    };
    query.split_whitespace().filter_map(place_of).min()
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

    #[test]
    fn days_are_found_by_words_in_notes_and_tags_the_newest_first() {
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
            ("GRÖSSER", vec![]),
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
