//! What stands under a key: an envelope around one piece of the diary.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::key::{CHECKSUM, Key};
use super::migration::{self, SCHEMA};
use crate::diary::iso;

/// One record: a body, and what is needed to trust it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it holds.
    pub key: Key,
    /// Counts the writes under this key, from 1. Of two copies the higher one is the later.
    pub revision: u64,
    /// When it was written.
    pub at: DateTime<FixedOffset>,
    /// The JSON text of the piece itself; `None` says that it was deleted.
    pub body: Option<String>,
    /// Set on a draft: an answer that is not acknowledged yet. It holds the body that the answer changed, so that what
    /// was changed can be told from what was merely there.
    pub draft_of: Option<Before>,
    /// The schema that it was written in; a lower one than the present was migrated while it was read.
    pub schema: u32,
}

/// What stood under a key before a draft: the body, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before(pub Option<String>);

/// Why a text under one of our keys is not a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    /// It is not an envelope, or a part of one is missing.
    NotARecord,
    /// The body is not what was written.
    Checksum,
    /// It stands under another key than its own.
    WrongPlace,
    /// A newer version of the app wrote it.
    Newer,
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    key: String,
    schema: u32,
    revision: u64,
    at: String,
    checksum: String,
    #[serde(borrow)]
    body: &'a RawValue,
    /// Of a draft alone: what stood there before, in a list of one or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Vec<&'a RawValue>>,
}

impl Record {
    /// A record as it is acknowledged, in the present schema.
    pub fn new(key: Key, revision: u64, at: DateTime<FixedOffset>, body: Option<String>) -> Self {
        Self {
            key,
            revision,
            at,
            body,
            draft_of: None,
            schema: SCHEMA,
        }
    }

    /// The record as the text that a text store keeps.
    ///
    /// # Errors
    /// [`RecordError::NotARecord`] where the body is no JSON text.
    pub fn to_text(&self) -> Result<String, RecordError> {
        fn raw(text: &str) -> Result<&RawValue, RecordError> {
            serde_json::from_str(text).map_err(|_| RecordError::NotARecord)
        }
        let before = self.draft_of.as_ref();
        let before = before.map(|Before(body)| body.iter().map(|body| raw(body)).collect());
        let mut envelope = Envelope {
            key: self.key.to_string(),
            schema: SCHEMA,
            revision: self.revision,
            at: self.at.to_rfc3339(),
            checksum: String::new(),
            body: raw(self.body.as_deref().unwrap_or("null"))?,
            before: before.transpose()?,
        };
        envelope.checksum = checksum(&envelope);
        serde_json::to_string(&envelope).map_err(|_| RecordError::NotARecord)
    }

    /// Reads what stands under `key`, and migrates it where it is of an older schema.
    ///
    /// # Errors
    /// [`RecordError`], where it can't be trusted or understood.
    pub fn from_text(key: Key, text: &str) -> Result<Self, RecordError> {
        let envelope: Envelope = serde_json::from_str(text).map_err(|_| RecordError::NotARecord)?;
        if envelope.schema > SCHEMA {
            return Err(RecordError::Newer);
        }
        if checksum(&envelope) != envelope.checksum {
            return Err(RecordError::Checksum);
        }
        if envelope.key != key.to_string() {
            return Err(RecordError::WrongPlace);
        }
        let schema = envelope.schema;
        let body = |raw: &RawValue| migration::migrated(key, schema, raw.get()).ok_or(RecordError::NotARecord);
        let there = (envelope.body.get() != "null").then_some(envelope.body);
        let before = envelope
            .before
            .map(|list| list.first().map(|raw| body(raw)).transpose());
        Ok(Self {
            key,
            revision: envelope.revision,
            at: iso::instant(&envelope.at).ok_or(RecordError::NotARecord)?,
            body: there.map(body).transpose()?,
            draft_of: before.transpose()?.map(Before),
            schema,
        })
    }
}

/// CRC-32C over all that the envelope says. It finds torn and flipped bits; it is no protection against a forger.
fn checksum(envelope: &Envelope) -> String {
    let Envelope {
        key,
        schema,
        revision,
        at,
        ..
    } = envelope;
    let mut digest = CHECKSUM.digest();
    digest.update(format!("{key}\n{schema}\n{revision}\n{at}\n").as_bytes());
    digest.update(envelope.body.get().as_bytes());
    for before in envelope.before.iter().flatten() {
        digest.update(b"\n");
        digest.update(before.get().as_bytes());
    }
    if envelope.before.is_some() {
        digest.update(b"\ndraft");
    }
    format!("{:08x}", digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn record() -> Record {
        let at = DateTime::parse_from_rfc3339("2026-03-29T23:10:00+02:00").expect("a valid instant");
        let date = NaiveDate::from_ymd_opt(2026, 3, 29).expect("a valid date");
        Record::new(Key::Day(date), 3, at, Some(r#"{"date":"2026-03-29"}"#.into()))
    }

    #[test]
    fn a_record_comes_back_as_it_was_written() {
        let text = record().to_text().expect("the body is JSON");
        assert_eq!(Record::from_text(record().key, &text), Ok(record()));
        let deleted = Record { body: None, ..record() };
        let text = deleted.to_text().expect("null is JSON");
        assert_eq!(Record::from_text(deleted.key, &text), Ok(deleted));
        for before in [None, Some("{}".to_owned())] {
            let draft = Record {
                draft_of: Some(Before(before)),
                ..record()
            };
            let text = draft.to_text().expect("both bodies are JSON");
            assert_eq!(Record::from_text(draft.key, &text), Ok(draft));
        }
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let text = record().to_text().expect("the body is JSON");
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
        let text = record().to_text().expect("the body is JSON");
        for end in 0..text.len() {
            assert_eq!(
                Record::from_text(record().key, &text[..end]),
                Err(RecordError::NotARecord)
            );
        }
    }

    #[test]
    fn a_record_in_another_days_place_is_refused() {
        let text = record().to_text().expect("the body is JSON");
        assert_eq!(Record::from_text(Key::Settings, &text), Err(RecordError::WrongPlace));
    }

    #[test]
    fn a_newer_schema_says_so_before_anything_else() {
        let text = record()
            .to_text()
            .expect("the body is JSON")
            .replace(r#""schema":1"#, r#""schema":2"#);
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
