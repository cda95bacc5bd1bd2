//! What stands under a key: an envelope around one piece of the diary.

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::key::{CHECKSUM, Key};
use super::migration::{self, SCHEMA};
use super::piece::Body;
use super::unreadable::{RecordError, Unreadable};
use crate::diary::{Settings, iso};

/// One record: a body, and what is needed to trust it. `Record<&str>` is one as it stands in a store, with the JSON text of
/// its body: that is read where what it says is asked for, and not where its age is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<B = Body> {
    /// What it holds.
    pub key: Key,
    /// Counts the writes under this key, from 1. Of two copies the higher one is the later.
    pub revision: u64,
    /// When it was written.
    pub at: DateTime<FixedOffset>,
    /// The piece itself; `None` says that it was deleted.
    pub body: Option<B>,
    /// Set on a draft: an answer that is not acknowledged yet. It holds the body that the answer changed, so that what
    /// was changed can be told from what was merely there.
    pub draft_of: Option<Before<B>>,
    /// The schema that it was written in; a lower one than the present is migrated while the body is read.
    pub schema: u32,
}

/// What stood under a key before a draft: the body, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before<B = Body>(pub Option<B>);

#[derive(Deserialize)]
struct Envelope<'a> {
    key: &'a str,
    schema: u32,
    revision: u64,
    at: &'a str,
    checksum: &'a str,
    #[serde(borrow)]
    body: &'a RawValue,
    /// Of a draft alone: what stood there before, in a list of one or none.
    #[serde(default)]
    before: Option<Vec<&'a RawValue>>,
}

impl<B> Record<B> {
    /// A record as it is acknowledged, in the present schema.
    pub fn new(key: Key, revision: u64, at: DateTime<FixedOffset>, body: Option<B>) -> Self {
        Self {
            key,
            revision,
            at,
            body,
            draft_of: None,
            schema: SCHEMA,
        }
    }
}

impl<'a> Record<&'a str> {
    /// Opens what stands under `key`; the body stays unread.
    ///
    /// # Errors
    /// [`RecordError`], where it can't be trusted or understood.
    pub fn from_text(key: Key, text: &'a str) -> Result<Self, RecordError> {
        let envelope: Envelope<'a> = serde_json::from_str(text).map_err(|_| RecordError::NotARecord)?;
        let Envelope { schema, revision, .. } = envelope;
        if schema > SCHEMA {
            return Err(RecordError::Newer);
        }
        let body = envelope.body.get();
        let before = envelope.before.map(|list| Before(list.first().map(|raw| raw.get())));
        let said = format!("{}\n{schema}\n{revision}\n{}\n", envelope.key, envelope.at);
        if checksum(&said, body, before.as_ref()) != envelope.checksum {
            return Err(RecordError::Checksum);
        }
        if envelope.key != key.to_string() {
            return Err(RecordError::WrongPlace);
        }
        Ok(Self {
            key,
            revision,
            at: iso::instant(envelope.at).ok_or(RecordError::NotARecord)?,
            body: (body != "null").then_some(body),
            draft_of: before,
            schema,
        })
    }

    /// The record as the text that a store keeps, in the present schema. It is put together by hand: its bodies are JSON
    /// already, and nothing else in it needs an escape.
    pub fn to_text(&self) -> String {
        let Self { key, revision, .. } = self;
        let (at, body) = (self.at.to_rfc3339(), self.body.unwrap_or("null"));
        let said = format!("{key}\n{SCHEMA}\n{revision}\n{at}\n");
        let checksum = checksum(&said, body, self.draft_of.as_ref());
        let before = self.draft_of.as_ref();
        let before = before.map(|Before(body)| format!(",\"before\":[{}]", body.unwrap_or_default()));
        let before = before.unwrap_or_default();
        format!(
            r#"{{"key":"{key}","schema":{SCHEMA},"revision":{revision},"at":"{at}","checksum":"{checksum}","body":{body}{before}}}"#
        )
    }
}

impl Record {
    /// Reads what stands under `key`, body and all, and migrates it where it is of an older schema. The settings say which
    /// own items are declared.
    ///
    /// # Errors
    /// [`Unreadable`], where it can't be trusted or understood.
    pub fn read(key: Key, text: &str, settings: &Settings) -> Result<Self, Unreadable> {
        let there = Record::from_text(key, text)?;
        let read = |body: &str| {
            let body = migration::migrated(key, there.schema, body).ok_or(RecordError::NotARecord)?;
            Body::read(key, &body, settings)
        };
        Ok(Self {
            key,
            revision: there.revision,
            at: there.at,
            body: there.body.map(read).transpose()?,
            // A beginning that can't be read is none: of the draft itself nothing is lost by that.
            draft_of: there
                .draft_of
                .map(|Before(body)| Before(body.and_then(|body| read(body).ok()))),
            schema: there.schema,
        })
    }

    /// The record as the text that a store keeps.
    pub fn to_text(&self) -> String {
        let text = |body: &Option<Body>| body.as_ref().map(Body::text);
        let (body, before) = (text(&self.body), self.draft_of.as_ref().map(|Before(body)| text(body)));
        let mut record = Record::new(self.key, self.revision, self.at, body.as_deref());
        record.draft_of = before.as_ref().map(|body| Before(body.as_deref()));
        record.to_text()
    }
}

/// CRC-32C over all that the envelope says. It finds torn and flipped bits; it is no protection against a forger.
fn checksum(said: &str, body: &str, before: Option<&Before<&str>>) -> String {
    let mut digest = CHECKSUM.digest();
    digest.update(said.as_bytes());
    digest.update(body.as_bytes());
    if let Some(Before(before)) = before {
        if let Some(before) = before {
            digest.update(b"\n");
            digest.update(before.as_bytes());
        }
        digest.update(b"\ndraft");
    }
    format!("{:08x}", digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn record() -> Record<&'static str> {
        let at = DateTime::parse_from_rfc3339("2026-03-29T23:10:00+02:00").expect("a valid instant");
        let date = NaiveDate::from_ymd_opt(2026, 3, 29).expect("a valid date");
        Record::new(Key::Day(date), 3, at, Some(r#"{"date":"2026-03-29"}"#))
    }

    #[test]
    fn a_record_comes_back_as_it_was_written() {
        let text = record().to_text();
        assert_eq!(Record::from_text(record().key, &text), Ok(record()));
        let deleted = Record { body: None, ..record() };
        let text = deleted.to_text();
        assert_eq!(Record::from_text(deleted.key, &text), Ok(deleted));
        for before in [None, Some("{}")] {
            let draft = Record {
                draft_of: Some(Before(before)),
                ..record()
            };
            let text = draft.to_text();
            assert_eq!(Record::from_text(draft.key, &text), Ok(draft));
        }
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let text = record().to_text();
        for place in 0..text.len() {
            for bit in 0..7 {
                let mut bytes = text.clone().into_bytes();
                bytes[place] ^= 1 << bit;
                let flipped = String::from_utf8(bytes).expect("seven low bits keep ASCII");
                assert_ne!(Record::from_text(record().key, &flipped), Ok(record()), "{flipped}");
            }
        }
    }

    #[test]
    fn a_text_cut_short_is_not_a_record() {
        let text = record().to_text();
        for end in 0..text.len() {
            assert_eq!(
                Record::from_text(record().key, &text[..end]),
                Err(RecordError::NotARecord)
            );
        }
    }

    #[test]
    fn a_record_in_another_days_place_is_refused() {
        let text = record().to_text();
        assert_eq!(Record::from_text(Key::Settings, &text), Err(RecordError::WrongPlace));
    }

    #[test]
    fn a_newer_schema_says_so_before_anything_else() {
        let text = record().to_text().replace(r#""schema":1"#, r#""schema":2"#);
        assert_eq!(Record::from_text(record().key, &text), Err(RecordError::Newer));
    }

    #[test]
    fn keys_are_read_back_and_foreign_ones_are_left_alone() {
        for key in [Key::Settings, Key::Treatment, Key::Rest, record().key] {
            assert_eq!(Key::parse(&key.to_string()), Some(key));
        }
        for foreign in [
            "",
            "day/2026-03-29",
            "ldn-diary/day/2026-13-29",
            "ldn-diary/day/2026-3-9",
            "ldn-diary/unheard-of",
            "other",
        ] {
            assert_eq!(Key::parse(foreign), None, "{foreign}");
        }
    }
}
