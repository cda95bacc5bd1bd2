//! Dates and times as people and programs write them. What can be read in two ways is read in both.

use chrono::{Days, NaiveDate};

use super::shape::First;
use crate::diary::{FIRST_DATE, LAST_DATE, date_in_range, in_common_digits, in_small_letters};

/// A date, as far as it says itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// One day.
    Exact(NaiveDate),
    /// 5/1/2026: with the day first or the month first. At least one of the two is a day that there is.
    Either {
        day_first: Option<NaiveDate>,
        month_first: Option<NaiveDate>,
    },
    /// January 14: the year stands elsewhere, if anywhere.
    NoYear { month: u32, day: u32 },
    /// The number that a spreadsheet has for a day.
    Serial(NaiveDate),
}

/// A date with its time, as far as it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) date: Written,
    /// Minutes after midnight by the clock that wrote it.
    pub(super) minutes: Option<u16>,
    /// Whether that clock shows UTC.
    pub(super) is_utc: bool,
    /// Whether it has the four digits of its year.
    pub(super) is_long: bool,
}

/// The names of months, shortened to what tells them apart, in English, German, French, Spanish, Norwegian and their
/// neighbours.
const MONTHS: [&str; 12] = [
    "jan|ene|gen",
    "feb|fév|fev",
    "mar|mär|mrz|maa",
    "apr|avr|abr",
    "may|mai|maj|mei|mag",
    "jun|juin|giu",
    "jul|juil|lug",
    "aug|aoû|aou|ago",
    "sep|set",
    "oct|okt|out|ott",
    "nov",
    "dec|dez|déc|dic|des",
];

/// Words beside a date that say nothing more of it: the days of the week by their beginnings, and what stands between.
const BESIDE: &str = "mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|\
    sonntag|sonnabend|lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|\
    miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|man|tir|\
    ons|tor|fre|lør|søn|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thur|thurs|weds|st|nd|rd|th|er|de|\
    del|den|of|the|le|at|um|kl|à|a|las|uhr|o";

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Digits(String),
    Word(String),
    Sign(char),
}

/// The number of a month by its name.
fn month(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    let place = MONTHS
        .iter()
        .position(|names| names.split('|').any(|name| word.starts_with(name)));
    let place = place.filter(|_| !is_beside(word) || matches!(word, "mar" | "mai"))?;
    u32::try_from(place + 1).ok()
}

fn is_beside(word: &str) -> bool {
    BESIDE.split('|').any(|beside| beside == word)
}

/// Whether a text is the name of a day of the week and nothing else.
pub(super) fn is_weekday(text: &str) -> bool {
    let word = in_small_letters(text.trim().trim_end_matches('.'));
    word.chars().count() > 1
        && is_beside(&word)
        && !matches!(word.as_str(), "st" | "nd" | "rd" | "th" | "er" | "de" | "at")
}

fn tokens(text: &str) -> Vec<Token> {
    let text = in_small_letters(&in_common_digits(text));
    let mut tokens = Vec::new();
    for c in text.chars() {
        match (tokens.last_mut(), c) {
            (Some(Token::Digits(digits)), '0'..='9') => digits.push(c),
            (_, '0'..='9') => tokens.push(Token::Digits(c.to_string())),
            (Some(Token::Word(word)), _) if c.is_alphabetic() => word.push(c),
            _ if c.is_alphabetic() => tokens.push(Token::Word(c.to_string())),
            _ => tokens.push(Token::Sign(if c.is_whitespace() { ' ' } else { c })),
        }
    }
    tokens
}

/// The longest text that is looked at as a date.
const LONGEST: usize = 60;

/// Reads a date with or without its time.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) && text.is_ascii() {
        return None;
    }
    if let Some((serial, minutes)) = serial(text) {
        return Some(Stamp {
            date: Written::Serial(serial),
            minutes,
            is_utc: false,
            is_long: true,
        });
    }
    let tokens = tokens(text);
    let (date, is_long, rest) = date(&tokens)?;
    let (minutes, is_utc) = time_after(rest)?;
    Some(Stamp {
        date,
        minutes,
        is_utc,
        is_long,
    })
}

/// The day of a spreadsheet's number: days since 1899-12-30, with the time as its fraction. From 1990 to 2100.
fn serial(text: &str) -> Option<(NaiveDate, Option<u16>)> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 5 || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let days: u64 = whole.parse().ok()?;
    if !(32_874..73_051).contains(&days) {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let date = first.checked_add_days(Days::new(days))?;
    let minutes = if fraction.is_empty() {
        None
    } else {
        let digits = &fraction[..fraction.len().min(9)];
        let parts: u64 = digits.parse().ok()?;
        let scale = 10_u64.pow(u32::try_from(digits.len()).ok()?);
        u16::try_from((parts * 1_440 + scale / 2) / scale)
            .ok()
            .map(|minutes| minutes.min(1_439))
    };
    Some((date, minutes))
}

/// The tokens without blanks, signs and words that say nothing, from the left.
fn skipped(mut tokens: &[Token]) -> &[Token] {
    while let Some(token) = tokens.first() {
        match token {
            Token::Sign(' ' | ',' | '\'' | '(' | '.') => {}
            Token::Word(word) if is_beside(word) && month(word).is_none_or(|_| !followed_by_number(&tokens[1..])) => {}
            _ => break,
        }
        tokens = &tokens[1..];
    }
    tokens
}

fn followed_by_number(tokens: &[Token]) -> bool {
    let mut rest = tokens;
    while let [Token::Sign(' ' | '.'), after @ ..] = rest {
        rest = after;
    }
    matches!(rest.first(), Some(Token::Digits(_)))
}

fn number(digits: &str) -> Option<u32> {
    if digits.len() > 4 { None } else { digits.parse().ok() }
}

fn day_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| date_in_range(*date).is_ok())
}

/// The year of two or four digits.
fn year(digits: &str) -> Option<i32> {
    let number = i32::try_from(number(digits)?).ok()?;
    match digits.len() {
        4 => Some(number),
        2 => Some(2_000 + number),
        _ => None,
    }
}

/// The date at the beginning, whether its year is whole, and what follows.
fn date(tokens: &[Token]) -> Option<(Written, bool, &[Token])> {
    let tokens = skipped(tokens);
    match tokens {
        [Token::Digits(eight), rest @ ..] if eight.len() == 8 => {
            let parts = (
                eight[..4].parse().ok()?,
                eight[4..6].parse().ok()?,
                eight[6..].parse().ok()?,
            );
            Some((Written::Exact(day_of(parts.0, parts.1, parts.2)?), true, rest))
        }
        [Token::Digits(first), rest @ ..] => numeric(first, rest).or_else(|| day_then_month(first, rest)),
        [Token::Word(name), rest @ ..] => month_then_day(month(name)?, rest),
        _ => None,
    }
}

/// Three numbers with the same sign between them.
fn numeric<'a>(first: &str, rest: &'a [Token]) -> Option<(Written, bool, &'a [Token])> {
    let [Token::Sign(sign @ ('-' | '/' | '.')), rest @ ..] = rest else {
        return None;
    };
    let [Token::Digits(second), Token::Sign(other), rest @ ..] = spaced(rest) else {
        return None;
    };
    let [Token::Digits(third), rest @ ..] = spaced(rest) else {
        return None;
    };
    if other != sign {
        return None;
    }
    let (one, two) = (number(first)?, number(second)?);
    if first.len() == 4 && second.len() <= 2 && third.len() <= 2 {
        let date = day_of(i32::try_from(one).ok()?, two, number(third)?)?;
        return Some((Written::Exact(date), true, rest));
    }
    if first.len() > 2 || second.len() > 2 {
        return None;
    }
    let year = year(third)?;
    let day_first = day_of(year, two, one);
    let is_long = third.len() == 4;
    if *sign == '.' {
        return Some((Written::Exact(day_first?), is_long, rest));
    }
    let month_first = day_of(year, one, two);
    let date = if day_first == month_first {
        Written::Exact(day_first?)
    } else {
        Written::Either { day_first, month_first }
    };
    Some((date, is_long, rest))
}

fn spaced(tokens: &[Token]) -> &[Token] {
    match tokens {
        [Token::Sign(' '), rest @ ..] => rest,
        _ => tokens,
    }
}

/// The tokens after what may stand between day, month and year.
fn between(mut tokens: &[Token]) -> &[Token] {
    while let Some(token) = tokens.first() {
        match token {
            Token::Sign(' ' | ',' | '.' | '-' | '/' | '\'' | '\u{2019}') => {}
            Token::Word(word) if is_beside(word) && month(word).is_none() => {}
            _ => break,
        }
        tokens = &tokens[1..];
    }
    tokens
}

/// 5th Jan 2026, 5. Januar 2026, 5 de enero de 2026, 05-Jan-26, and the same without the year.
fn day_then_month<'a>(day: &str, rest: &'a [Token]) -> Option<(Written, bool, &'a [Token])> {
    let day = number(day).filter(|day| (1..=31).contains(day))?;
    let [Token::Word(name), rest @ ..] = between(rest) else {
        return None;
    };
    with_year(month(name)?, day, rest)
}

/// Jan 5, 2026; January 5th 2026; January 14.
fn month_then_day(month: u32, rest: &[Token]) -> Option<(Written, bool, &[Token])> {
    let [Token::Digits(day), rest @ ..] = between(rest) else {
        return None;
    };
    let day = number(day)
        .filter(|_| day.len() <= 2)
        .filter(|day| (1..=31).contains(day))?;
    with_year(month, day, rest)
}

fn with_year(month: u32, day: u32, rest: &[Token]) -> Option<(Written, bool, &[Token])> {
    if let [Token::Digits(digits), after @ ..] = between(rest)
        && !matches!(after.first(), Some(Token::Sign(':')))
        && let Some(year) = year(digits)
    {
        return Some((Written::Exact(day_of(year, month, day)?), digits.len() == 4, after));
    }
    // 2024 has every day that there is.
    day_of(2024, month, day)?;
    Some((Written::NoYear { month, day }, true, rest))
}

/// The time after a date, and whether it is in UTC; nothing if what follows is neither.
fn time_after(tokens: &[Token]) -> Option<(Option<u16>, bool)> {
    let mut tokens = skipped(tokens);
    if let [Token::Word(t), rest @ ..] = tokens
        && t == "t"
    {
        tokens = rest;
    }
    if let [Token::Sign(')'), rest @ ..] = tokens {
        tokens = skipped(rest);
    }
    if tokens.is_empty() {
        return Some((None, false));
    }
    let (minutes, rest) = clock(tokens)?;
    Some((Some(minutes), is_utc(skipped(rest))))
}

/// Whether a zone is UTC itself.
fn is_utc(tokens: &[Token]) -> bool {
    match tokens {
        [Token::Word(zone)] => matches!(zone.as_str(), "z" | "utc"),
        _ => false,
    }
}

/// A time of the day: 23:10, 9:12:30 PM, 11:10PM, 21h10, 9 p.m. The seconds and their fractions are read over.
fn clock(tokens: &[Token]) -> Option<(u16, &[Token])> {
    let [Token::Digits(hour), rest @ ..] = tokens else {
        return None;
    };
    let hour = number(hour).filter(|_| hour.len() <= 2)?;
    let (minute, mut rest) = match rest {
        [Token::Sign(':'), Token::Digits(minute), rest @ ..] if minute.len() == 2 => (number(minute)?, rest),
        [Token::Word(h), Token::Digits(minute), rest @ ..] if h == "h" && minute.len() == 2 => (number(minute)?, rest),
        [Token::Word(h), rest @ ..] if h == "h" => (0, rest),
        [Token::Sign(' '), Token::Word(half), ..] | [Token::Word(half), ..]
            if matches!(half.as_str(), "am" | "pm" | "p" | "a") =>
        {
            (0, rest)
        }
        _ => return None,
    };
    if let [Token::Sign(':'), Token::Digits(seconds), after @ ..] = rest {
        number(seconds).filter(|seconds| *seconds < 61)?;
        rest = after;
        if let [Token::Sign('.' | ','), Token::Digits(_), after @ ..] = rest {
            rest = after;
        }
    }
    let (afternoon, rest) = half(rest);
    let hour = match afternoon {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    if hour > 23 || minute > 59 {
        return None;
    }
    Some((u16::try_from(hour * 60 + minute).ok()?, rest))
}

/// Which half of the day is said, if any: the later one?
fn half(tokens: &[Token]) -> (Option<bool>, &[Token]) {
    let rest = spaced(tokens);
    match rest {
        [Token::Word(word), after @ ..] if matches!(word.as_str(), "am" | "vorm") => (Some(false), after),
        [Token::Word(word), after @ ..] if matches!(word.as_str(), "pm" | "nachm") => (Some(true), after),
        [Token::Word(word), Token::Sign('.'), after @ ..] if matches!(word.as_str(), "a" | "p") => {
            let mut after = spaced(after);
            if let [Token::Word(m), more @ ..] = after
                && m == "m"
            {
                after = match more {
                    [Token::Sign('.'), more @ ..] => more,
                    _ => more,
                };
            }
            (Some(word == "p"), after)
        }
        _ => (None, tokens),
    }
}

/// A time of the day that stands alone, in minutes after midnight.
pub(super) fn time(text: &str) -> Option<u16> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let tokens = tokens(text);
    let (minutes, rest) = clock(skipped(&tokens))?;
    let is_zone = |token: &Token| !matches!(token, Token::Sign(':'));
    rest.iter().all(is_zone).then_some(minutes)
}

/// Whether a text is a length of time: 7:30:00, 06:30, 7h 30m, 1d 02h, 7 hrs, 432 min.
pub(super) fn is_duration(text: &str) -> bool {
    const UNITS: &str = "h|hr|hrs|hour|hours|m|min|mins|minute|minutes|d|day|days|s|sec|secs|std|stunden|stunde|minuten|heures|heure|\
        horas|hora|timer|time|t";
    let text = text.trim();
    if text.len() > LONGEST {
        return false;
    }
    let tokens = tokens(text);
    let (mut digits, mut units, mut colons) = (0, 0, 0);
    for token in &tokens {
        match token {
            Token::Digits(_) => digits += 1,
            Token::Word(word) if UNITS.split('|').any(|unit| unit == word) => units += 1,
            Token::Sign(':') => colons += 1,
            Token::Sign(' ' | '.' | ',') => {}
            _ => return false,
        }
    }
    digits > 0 && (units > 0 || colons > 0 && digits == colons + 1)
}

impl Written {
    /// The day that it is, with this first where it can be read in two ways, and with this year where it has none.
    pub(super) fn date(self, first: Option<First>, year: Option<i32>) -> Result<NaiveDate, Unread> {
        match self {
            Written::Exact(date) | Written::Serial(date) => Ok(date),
            Written::Either { day_first, month_first } => match first {
                Some(First::Day) => day_first.ok_or(Unread::OtherWay),
                Some(First::Month) => month_first.ok_or(Unread::OtherWay),
                // Only one of the two is a day that there is.
                None => day_first.xor(month_first).ok_or(Unread::TwoWays),
            },
            Written::NoYear { month, day } => year.and_then(|year| day_of(year, month, day)).ok_or(Unread::NoYear),
        }
    }
}

/// Why a date is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// It can be read in two ways.
    TwoWays,
    /// It can be read only the other way.
    OtherWay,
    /// Its year is nowhere.
    NoYear,
}

/// The year of a cell of a column of years.
pub(super) fn year_alone(text: &str) -> Option<i32> {
    let number = text.trim().parse().ok()?;
    let first = day_of(number, 1, 1)?;
    (FIRST_DATE..=LAST_DATE).contains(&first).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "2026-01-05",
            "2026/1/5",
            "2026.01.05",
            "20260105",
            "05.01.2026",
            "5.1.26",
            "5. 1. 2026",
            "Mo, 05.01.2026",
            "5th Jan 2026",
            "5 January 2026",
            "Jan 5, 2026",
            "January 5th, 2026",
            "Monday, January 5, 2026",
            "5. Januar 2026",
            "5 janvier 2026",
            "lundi 5 janvier 2026",
            "5 de enero de 2026",
            "5. januar 2026",
            "05-Jan-26",
            "5-Jan-2026",
            "46027",
            "46027.0",
        ] {
            let read = stamp(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(read.date.date(None, None), Ok(date("2026-01-05")), "{text}");
        }
        for (text, expected) in [
            ("1er mars 2026", "2026-03-01"),
            ("3 Mai 2026", "2026-05-03"),
            ("5 août 2026", "2026-08-05"),
            ("5. desember 2026", "2026-12-05"),
            ("5. März 2026", "2026-03-05"),
            ("5/5/2026", "2026-05-05"),
            ("13/1/2026", "2026-01-13"),
            ("1/13/2026", "2026-01-13"),
        ] {
            assert_eq!(stamp(text).unwrap().date.date(None, None), Ok(date(expected)), "{text}");
        }
        let either = stamp("1/5/2026").unwrap().date;
        assert_eq!(either.date(Some(First::Day), None), Ok(date("2026-05-01")));
        assert_eq!(either.date(Some(First::Month), None), Ok(date("2026-01-05")));
        assert_eq!(either.date(None, None), Err(Unread::TwoWays));
        assert_eq!(
            stamp("13/1/2026").unwrap().date.date(Some(First::Month), None),
            Err(Unread::OtherWay)
        );
        for text in ["January 14", "14. Januar", "14 Jan"] {
            let read = stamp(text).unwrap().date;
            assert_eq!(read.date(None, Some(2026)), Ok(date("2026-01-14")), "{text}");
            assert_eq!(read.date(None, None), Err(Unread::NoYear), "{text}");
        }
    }

    #[test]
    fn times_are_read_with_their_halves_and_zones() {
        for (text, minutes, utc) in [
            ("2026-01-05T21:10:00+01:00", 1_270, false),
            ("2026-01-05T21:10:05.120+01:00", 1_270, false),
            ("2026-01-05T07:00:00Z", 420, true),
            ("2026-01-05 07:00 UTC", 420, true),
            ("2026/01/09 12:16:34 AM GMT+1", 16, false),
            ("2026/01/05 9:12:30 PM GMT+1", 1_272, false),
            ("2026-01-04 11:10PM", 1_390, false),
            ("06.01.26 00:10", 10, false),
            ("05.01.2026, 21:10 Uhr", 1_270, false),
            ("1/5/2026 9:10 p.m.", 1_270, false),
            ("5 Jan 2026 at 21h10", 1_270, false),
            ("46027.5", 720, false),
        ] {
            let read = stamp(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.minutes, read.is_utc), (Some(minutes), utc), "{text}");
        }
        for (text, minutes) in [("9:00 PM", 1_260), ("21:40", 1_300), ("12:05 am", 5), ("7 am", 420)] {
            assert_eq!(time(text), Some(minutes), "{text}");
        }
        for text in ["am", "25:00", "13 pm", "soon", "7", "6,5"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "7",
            "31.02.2026",
            "31/31/2026",
            "2026-13-01",
            "7:30:00",
            "5",
            "400",
            "1,003",
            "Pain 7",
            "3 mg",
            "7/10",
            "Jan",
            "mar",
            "2026",
            "12h 30m",
            "26-01-05-06",
            "5th",
            "1-2",
            "may be",
            "LDN 3 mg, no dreams",
        ] {
            assert_eq!(stamp(text), None, "{text:?}");
        }
    }

    #[test]
    fn hours_are_told_from_numbers() {
        for text in ["7:30:00", "06:30", "7h 30m", "1d 02h 15m", "7 hrs", "432 min"] {
            assert!(is_duration(text), "{text}");
        }
        for text in ["7", "7.5", "7/10", "mild", "", "2026-01-05 10:00"] {
            assert!(!is_duration(text), "{text}");
        }
    }
}
