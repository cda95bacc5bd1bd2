//! What stays when everything was deleted: a line that tells an older copy of the diary from what came after (S7).
//!
//! A browser that is killed may bring local storage back as it was a minute before, and one of the two stores may be out
//! of reach while everything is deleted. Nothing can be told from a store in which a record stands and another in which
//! it does not; so the deletion leaves this line, in the same transaction. A store that holds it has nothing from
//! before; in one that does not, all that is not newer was deleted and goes.

use chrono::{DateTime, FixedOffset};

use super::key::{CHECKSUM, Key};
use super::record::Record;
use super::unreadable::RecordError;
use crate::diary::iso;

/// That everything was deleted, and when: by the records' own count and by the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deletion {
    /// The highest revision that any record had. Every later record has a higher one.
    pub revision: u64,
    /// The time of the deletion, or of the latest record if that is later: clocks can be wrong.
    pub at: DateTime<FixedOffset>,
}

impl Deletion {
    /// Reads what [`Deletion::text`] wrote; anything else says nothing.
    pub fn read(text: &str) -> Option<Self> {
        let text: String = serde_json::from_str(text).ok()?;
        let (said, checksum) = text.rsplit_once(' ')?;
        let (revision, at) = said.split_once(' ')?;
        (checksum == checksum_of(said)).then_some(())?;
        Some(Self {
            revision: revision.parse().ok()?,
            at: iso::instant(at)?,
        })
    }

    /// What two lines say together, by the count and by the clock: of two deletions neither undoes the other.
    #[must_use]
    pub(super) fn and(self, other: Option<Self>) -> Self {
        other.map_or(self, |other| Self {
            revision: self.revision.max(other.revision),
            at: self.at.max(other.at),
        })
    }

    /// The line as a JSON string: "37 2026-06-07T21:14:03+02:00 1c9a33ff", the last of it a checksum.
    pub fn text(&self) -> String {
        let said = format!("{} {}", self.revision, self.at.to_rfc3339());
        format!("\"{said} {}\"", checksum_of(&said))
    }

    /// Whether what stands under a name in a store without this line was there before the deletion. What can't be read is
    /// taken to be: it is in no diary, and a deletion must not come back in pieces. So is a draft, which may be of a tab that
    /// had not heard: it holds what was deleted along with what was answered since. A record of a newer version stays.
    pub(super) fn covers(&self, name: &str, text: &str) -> bool {
        match Key::parse(name).map(|key| Record::from_text(key, text)) {
            Some(Ok(record)) => record.draft_of.is_some() || (record.revision <= self.revision && record.at <= self.at),
            Some(Err(error)) => error != RecordError::Newer,
            None => true,
        }
    }
}

fn checksum_of(said: &str) -> String {
    format!("{:08x}", CHECKSUM.checksum(said.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deletion() -> Deletion {
        let at = DateTime::parse_from_rfc3339("2026-06-07T21:14:03+02:00").expect("an instant");
        Deletion { revision: 37, at }
    }

    #[test]
    fn it_comes_back_as_it_was_written_and_no_other_text_is_one() {
        let text = deletion().text();
        assert_eq!(Deletion::read(&text), Some(deletion()));
        for end in 0..text.len() {
            assert_eq!(Deletion::read(&text[..end]), None);
        }
        for place in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[place] ^= 1;
            let flipped = String::from_utf8(bytes).expect("a low bit keeps ASCII");
            assert_eq!(Deletion::read(&flipped), None, "{flipped}");
        }
    }

    #[test]
    fn it_covers_what_is_older_by_count_and_by_clock() {
        let record = |revision, seconds| {
            let at = deletion().at + chrono::TimeDelta::seconds(seconds);
            let record = Record::new(Key::Settings, revision, at, Some("{}"));
            record.to_text()
        };
        for (revision, seconds, covered) in [(37, 0, true), (1, -9, true), (38, -9, false), (1, 1, false)] {
            let text = record(revision, seconds);
            assert_eq!(
                deletion().covers("ldn-diary/settings", &text),
                covered,
                "{revision}, {seconds} s"
            );
        }
        assert!(deletion().covers("ldn-diary/settings", "half a rec"));
        assert!(deletion().covers("ldn-diary/set-aside/settings/00000000", &record(99, 9)));
        let newer = record(1, -9).replace(r#""schema":1"#, r#""schema":2"#);
        assert!(!deletion().covers("ldn-diary/settings", &newer));
    }
}
