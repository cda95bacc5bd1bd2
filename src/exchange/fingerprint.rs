//! A fingerprint of a diary: two files with the same one hold the same data.
//!
//! It is the SHA-256 of the backup in its canonical form, [`backup::text`]: on one line, without what describes a file
//! and not the diary (when it was written, and by which version). Anything that is recorded, set or planned changes it; that
//! an answer was read does not.

use sha2::{Digest, Sha256};

use super::backup;
use crate::diary::{Diary, Seal};

/// Characters of the short form: 64 bits, which no two diaries share by chance.
const SHORT: usize = 16;

/// All 64 hexadecimal digits.
pub fn full(diary: &Diary) -> String {
    if diary.rest.final_answers.is_empty() {
        return hex(&backup::text(diary));
    }
    let mut unread = diary.clone();
    unread.rest.final_answers.clear();
    hex(&backup::text(&unread))
}

fn hex(text: &str) -> String {
    Seal(Sha256::digest(text).into()).hex()
}

/// The first 16 digits in groups of four, for people: `7f3a 91c0 2be4 5d6e`.
pub fn short(diary: &Diary) -> String {
    let full = full(diary);
    let groups: Vec<&str> = (0..SHORT).step_by(4).map(|at| &full[at..at + 4]).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::LAST_DATE;
    use crate::exchange::backup::Header;

    const DIARY: &str = include_str!("../../tests/fixtures/cases/diary-first-weeks.json");

    #[test]
    fn a_file_written_again_has_the_same_fingerprint_and_a_changed_answer_another() {
        let diary = backup::read(DIARY, LAST_DATE).unwrap();
        let header = Header {
            app_version: "9.9.9".into(),
            exported_at: chrono::DateTime::parse_from_rfc3339("2030-01-01T00:00:00Z").unwrap(),
        };
        let again = backup::read(&backup::write(&diary, &header), LAST_DATE).unwrap();
        assert_eq!(full(&diary), full(&again));
        assert_eq!(full(&diary).len(), 64);
        let mut changed = diary.clone();
        changed.remove_day(diary.last_day().unwrap());
        assert_ne!(short(&changed), short(&diary));
        let grouped = short(&diary);
        assert!(full(&diary).starts_with(&grouped.replace(' ', "")) && grouped.len() == 19);
    }
}
