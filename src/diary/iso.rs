//! Dates and instants as they are written in files: ISO 8601 in the one form that this app writes.
//!
//! Read by hand, because the general reader weighs more on the phone than all of the diary's own rules.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};

/// Reads a date of the form 2026-01-05.
pub fn date(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
        return None;
    };
    let year = number(&[y1, y2, y3, y4])?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// Reads an instant of the form 2026-01-05T21:10:00+01:00 (RFC 3339): a fraction of a second may follow the seconds, of
/// which nine digits count, and `Z` stands for +00:00.
pub fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    let (day, rest) = (text.get(..10)?, text.get(10..)?);
    let [b'T' | b't' | b' ', h1, h2, b':', m1, m2, b':', s1, s2, ref rest @ ..] = *rest.as_bytes() else {
        return None;
    };
    let (nanos, rest) = fraction(rest)?;
    // A leap second is the second before it with a nanosecond count beyond a whole one.
    let (seconds, nanos) = match number(&[s1, s2])? {
        60 => (59, nanos + 1_000_000_000),
        seconds => (seconds, nanos),
    };
    let local = date(day)?.and_hms_nano_opt(number(&[h1, h2])?, number(&[m1, m2])?, seconds, nanos)?;
    local.and_local_timezone(offset(rest)?).single()
}

/// The nanoseconds after the seconds, and what follows them.
fn fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let Some(text) = text.strip_prefix(b".") else {
        return Some((0, text));
    };
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let nanos = number(&text[..digits.min(9)])? * 10_u32.pow(u32::try_from(9 - digits.min(9)).ok()?);
    Some((nanos, &text[digits..]))
}

fn offset(text: &[u8]) -> Option<FixedOffset> {
    let (sign, minutes) = match *text {
        [b'Z' | b'z'] => (1, 0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let minutes = number(&[m1, m2]).filter(|minutes| *minutes < 60)?;
            (if sign == b'-' { -1 } else { 1 }, number(&[h1, h2])? * 60 + minutes)
        }
        _ => return None,
    };
    let seconds = Duration::minutes(i64::from(minutes)).num_seconds();
    FixedOffset::east_opt(sign * i32::try_from(seconds).ok()?)
}

/// At least one digit, and at most nine.
fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(
        digits
            .iter()
            .fold(0, |number, digit| number * 10 + u32::from(digit - b'0')),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_four_two_and_two_digits() {
        assert_eq!(date("2026-01-05"), NaiveDate::from_ymd_opt(2026, 1, 5));
        assert_eq!(date("2024-02-29"), NaiveDate::from_ymd_opt(2024, 2, 29));
        for text in [
            "",
            "2026-1-05",
            "2026-01-5",
            "26-01-05",
            "+2026-01-05",
            "2026-01-05 ",
            " 2026-01-05",
            "2026/01/05",
            "2026-02-30",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "2o26-01-05",
            "２026-01-05",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn an_instant_reads_as_the_general_reader_reads_it() {
        for text in [
            "2026-01-05T21:10:00+01:00",
            "2026-01-05T21:10:00-09:30",
            "2026-01-05T21:10:59Z",
            "2026-01-05t00:00:00z",
            "2026-01-05 23:59:59+14:00",
            "2026-01-05T21:10:00.5+01:00",
            "2026-01-05T21:10:00.123456789+01:00",
            "2026-01-05T21:10:00.1234567891+01:00",
            "2026-12-31T23:59:60Z",
            "2026-12-31T23:59:60.25Z",
            "1900-01-01T00:00:00+00:00",
        ] {
            let expected = DateTime::parse_from_rfc3339(text).unwrap();
            let read = instant(text).unwrap();
            assert_eq!((read, *read.offset()), (expected, *expected.offset()), "{text}");
        }
        for text in [
            "",
            "2026-01-05",
            "2026-01-05T21:10",
            "2026-01-05T21:10:00",
            "2026-01-05T21:10:00+0100",
            "2026-01-05T21:10:00+01",
            "2026-01-05T21:10:00+01:60",
            "2026-01-05T21:10:00+24:00",
            "2026-01-05T24:10:00+01:00",
            "2026-01-05T21:60:00+01:00",
            "2026-01-05T21:10:61+01:00",
            "2026-01-05T21:10:00.+01:00",
            "2026-01-05T21:10:00+01:00 ",
            "2026-01-05T21:10:00−01:00",
            "２026-01-05T21:10:00+01:00",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
