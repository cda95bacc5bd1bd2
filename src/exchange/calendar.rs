//! One day in a calendar (RFC 5545): the day of an answer, for any calendar app.
//!
//! It names no medicine: a calendar is seen by others.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use crate::words::card as words;

/// A file with the day of a card's answer: a whole day, with a reminder at 18:00 on it. `made_at` is when the file was made.
pub fn day_of_answer(day: NaiveDate, uid: &str, made_at: DateTime<FixedOffset>) -> String {
    let next = day.succ_opt().unwrap_or(day);
    // The format of the standard is that of ISO 8601 without its signs.
    let plain = |text: String| text.replace(['-', ':'], "");
    let date = |day: NaiveDate| plain(day.to_string());
    let stamp = plain(made_at.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true));
    let (event, about) = (escaped(words::event()), escaped(words::event_about()));
    let text = format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Daily log//Answer//EN\nCALSCALE:GREGORIAN\nMETHOD:PUBLISH\nBEGIN:VEVENT\n\
         UID:{uid}\nDTSTAMP:{stamp}\nDTSTART;VALUE=DATE:{}\nDTEND;VALUE=DATE:{}\nSUMMARY:{event}\nDESCRIPTION:{about}\n\
         CLASS:PRIVATE\nTRANSP:TRANSPARENT\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:{event}\nTRIGGER:PT18H\n\
         END:VALARM\nEND:VEVENT\nEND:VCALENDAR",
        date(day),
        date(next)
    );
    text.lines().map(folded).collect()
}

/// A text as a value: these have a meaning of their own there.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line of at most 75 bytes, and further ones that begin with a space.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut bytes = 0;
    for letter in line.chars() {
        if bytes + letter.len_utf8() > 75 {
            folded.push_str("\r\n ");
            bytes = 1;
        }
        folded.push(letter);
        bytes += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    #[test]
    fn the_day_of_an_answer_is_a_whole_day_that_names_no_medicine() {
        let made_at = DateTime::parse_from_rfc3339("2026-01-17T20:04:11+01:00").unwrap();
        let file = day_of_answer(date("2026-12-31"), "abc", made_at);
        for line in [
            "UID:abc",
            "DTSTAMP:20260117T190411Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
        ] {
            assert!(file.contains(&format!("{line}\r\n")), "{line}: {file}");
        }
        assert!(
            !file.contains("LDN") && !file.to_lowercase().contains("naltrexone"),
            "{file}"
        );
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    }

    #[test]
    fn a_long_line_is_folded_between_letters_and_a_text_keeps_its_signs() {
        let line = format!("SUMMARY:{}", "ä, ".repeat(60));
        let told = folded(&line);
        assert!(told.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(told.replace("\r\n ", ""), line + "\r\n");
        assert_eq!(escaped("a, b; c\\\nd"), "a\\, b\\; c\\\\\\nd");
    }
}
