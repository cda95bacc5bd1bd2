//! The addresses of the entries of a Bundle.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::diary::{Day, Diary, hex};

/// Makes addresses that are the same in every export of one diary: from the instant of its first entry, which stays the
/// first when a day before it is filled in.
pub(super) struct Identity {
    seed: String,
}

impl Identity {
    pub(super) fn of(diary: &Diary) -> Identity {
        let first = diary.days().map(Day::recorded_at).min();
        Identity {
            seed: first.map(super::instant).unwrap_or_default(),
        }
    }

    pub(super) fn patient(&self) -> String {
        self.address("patient")
    }

    pub(super) fn questionnaire(&self) -> String {
        self.address("questionnaire")
    }

    pub(super) fn own_codes(&self) -> String {
        self.address("own codes")
    }

    pub(super) fn response(&self, date: NaiveDate) -> String {
        self.address(&format!("response {date}"))
    }

    pub(super) fn observation(&self, date: NaiveDate, code: &str) -> String {
        self.address(&format!("observation {date} {code}"))
    }

    pub(super) fn administration(&self, date: NaiveDate) -> String {
        self.address(&format!("administration {date}"))
    }

    /// That of what is taken: its kind, its name where it has one of its own, and its form.
    pub(super) fn medicine(&self, kind: &str, name: &str, form: &str) -> String {
        self.address(&format!("medicine {kind} {form} {name}"))
    }

    pub(super) fn statement(&self, from: NaiveDate) -> String {
        self.address(&format!("statement {from}"))
    }

    pub(super) fn goal(&self, question: u32) -> String {
        self.address(&format!("goal {question}"))
    }

    pub(super) fn change(&self, question: u32, phase: NaiveDate) -> String {
        self.address(&format!("change {question} {phase}"))
    }

    /// A UUID of version 8 (RFC 9562), the one for hashes of one's own.
    fn address(&self, what: &str) -> String {
        let hash = Sha256::digest(format!("ldn-diary {} {what}", self.seed));
        let mut bytes: Vec<u8> = hash[..16].to_vec();
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let parts = [&bytes[..4], &bytes[4..6], &bytes[6..8], &bytes[8..10], &bytes[10..]];
        format!("urn:uuid:{}", parts.map(hex).join("-"))
    }
}
