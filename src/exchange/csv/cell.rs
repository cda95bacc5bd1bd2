//! Single cells: what they may hold, and what a spreadsheet must not run.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::diary::{Dose, Name, Rating, Tag, date_in_range, in_small_letters, is_all_blank, is_blank};
use crate::exchange::problems::{Mistake, excerpt};

/// A text as a cell that no spreadsheet takes for a formula (OWASP, CSV injection), at whatever separator or line break
/// it is split: where a part of it could, a `'` goes in front of that part.
///
/// A part that already looks as if it had such a mark gets one too, so that taking the marks off gives the text back.
pub(super) fn guarded(text: &str) -> String {
    let mut cell = String::with_capacity(text.len() + 1);
    for (first, part) in parts(text) {
        if is_formula(first, part) || without_mark(first, part) != part {
            cell.push('\'');
        }
        cell.push_str(part);
    }
    cell
}

/// The text without the marks of [`guarded`]. A `'` before anything else is the writer's own: 'tis cold.
pub(super) fn unguarded(cell: &str) -> String {
    parts(cell).map(|(first, part)| without_mark(first, part)).collect()
}

/// The parts that a text falls into where it is split at every sign that a spreadsheet could be told to split at, each
/// with the sign at its end; and whether it is the first one.
fn parts(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let parts = text.split_inclusive(splits).enumerate();
    parts.map(|(index, part)| (index == 0, part))
}

/// Not the space: who splits a table at its spaces has no notes left. No mark is such a sign, so that marks move none.
fn splits(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '|' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn without_mark(first: bool, part: &str) -> &str {
    match part.strip_prefix('\'') {
        Some(rest) if rest.starts_with('\'') || is_formula(first, rest) => rest,
        _ => part,
    }
}

/// Whether a program could take the part for a formula. Some look for one behind space and blanks, and behind a quotation mark,
/// which in a table only holds a cell together.
fn is_formula(first: bool, part: &str) -> bool {
    let starts = |c| match c {
        '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠' => true,
        // An empty line within a note is none.
        '\n' => first,
        _ => false,
    };
    let is_before = |c: char| c == '"' || is_blank(c) && !splits(c);
    part.trim_start_matches(is_before).starts_with(starts)
}

/// Tags in one cell, separated by semicolons; one within a name has a backslash before it.
pub(super) fn joined<'a>(tags: impl Iterator<Item = &'a Tag>) -> String {
    let escaped = |tag: &Tag| tag.id().replace('\\', "\\\\").replace(';', "\\;");
    tags.map(escaped).collect::<Vec<_>>().join("; ")
}

/// The tags of a cell.
pub(super) fn tags(cell: &str) -> Result<Vec<Tag>, Mistake> {
    let mut names = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => names.push(String::new()),
            '\\' => names
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|name| name.extend(chars.next())),
            _ => names.iter_mut().last().into_iter().for_each(|name| name.push(c)),
        }
    }
    let filled = names.iter().filter(|name| !is_all_blank(name));
    filled.map(|name| Ok(Tag::new(Name::new(name)?))).collect()
}

/// A rating from 0 to 100, whole, with any number of decimal zeros.
pub(super) fn rating(cell: &str) -> Result<Rating, Mistake> {
    scaled_rating(cell, 0).ok_or_else(|| Mistake::CellNotARating(excerpt(cell)))
}

/// A rating from 0 to 10 with at most one decimal, times ten.
pub(super) fn rating_out_of_ten(cell: &str) -> Result<Rating, Mistake> {
    scaled_rating(cell, 1).ok_or_else(|| Mistake::CellNotOutOf(excerpt(cell), Rating::MAX.get() / 10))
}

fn scaled_rating(cell: &str, places: usize) -> Option<Rating> {
    let (whole, decimals) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    let decimals = decimals.trim_end_matches('0');
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || decimals.len() > places || !digits(whole) || !digits(decimals) {
        return None;
    }
    format!("{whole}{decimals:0<places$}")
        .parse()
        .ok()
        .and_then(|number| Rating::new(number).ok())
}

/// Yes or no in the ways that tables say it.
pub(super) fn yes_or_no(cell: &str) -> Result<bool, Mistake> {
    match in_small_letters(cell).as_str() {
        "yes" | "y" | "true" | "1" => Ok(true),
        "no" | "n" | "false" | "0" => Ok(false),
        _ => Err(Mistake::CellNotYesOrNo(excerpt(cell))),
    }
}

/// A dose in mg, or with its unit; `none` is none taken.
pub(super) fn dose(cell: &str) -> Result<Dose, Mistake> {
    if cell.eq_ignore_ascii_case("none") {
        return Ok(Dose::NONE);
    }
    let dose = Dose::from_milligrams(cell).or_else(|error| cell.parse().map_err(|_| error));
    dose.map_err(|error| Mistake::CellNotADose(excerpt(cell), error))
}

/// A date as 2026-01-05, 2026/01/05 or 05.01.2026. What could be a day or a month first is not guessed.
pub(super) fn date(cell: &str) -> Result<NaiveDate, Mistake> {
    let wrong = || Mistake::CellNotADate(excerpt(cell));
    let parts: Vec<&str> = cell.split(['-', '/', '.']).collect();
    let number = |part: &str, longest: usize| {
        let fits = (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 && cell.matches('.').count() == 2 => (year, month, day),
        _ => return Err(wrong()),
    };
    let date = number(year, 4)
        .zip(number(month, 2))
        .zip(number(day, 2))
        .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()));
    Ok(date_in_range(date.ok_or_else(wrong)?)?)
}

/// The two days that a cell may mean as 05/01/2026 or 5-1-26: with the day first, and with the month first. None where it
/// is no date of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EitherWay {
    pub(super) day_first: Option<NaiveDate>,
    pub(super) month_first: Option<NaiveDate>,
    /// Whether the century is left to the reader.
    pub(super) is_short: bool,
}

/// Reads a cell both ways, as Excel writes dates in the lands that have a slash or a hyphen in them.
pub(super) fn either_way(cell: &str) -> Option<EitherWay> {
    let mark = if cell.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = cell.split(mark).collect();
    let [first, second, year] = parts[..] else {
        return None;
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let is_short = year.len() == 2;
    let fits = |part: &str| (1..=2).contains(&part.len());
    if !parts.iter().all(|part| digits(part)) || !fits(first) || !fits(second) || !(is_short || year.len() == 4) {
        return None;
    }
    let (first, second, year) = (first.parse().ok()?, second.parse().ok()?, year.parse::<i32>().ok()?);
    let year = if is_short { 2000 + year } else { year };
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day).filter(|date| date_in_range(*date).is_ok());
    let (day_first, month_first) = (date(second, first), date(first, second));
    (day_first.is_some() || month_first.is_some()).then_some(EitherWay {
        day_first,
        month_first,
        is_short,
    })
}

/// An instant with its offset.
pub(super) fn instant(cell: &str) -> Result<DateTime<FixedOffset>, Mistake> {
    DateTime::parse_from_rfc3339(cell)
        .ok()
        .filter(|instant| date_in_range(instant.naive_utc().date()).is_ok())
        .ok_or_else(|| Mistake::NotAnInstant(excerpt(cell)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    // F2: a text cell that a spreadsheet could take for a formula is prefixed with '.
    #[test]
    fn a_formula_is_disarmed_and_other_text_is_left_alone() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("  =1+1", "'  =1+1"),
            ("\u{a0}@SUM(A1)", "'\u{a0}@SUM(A1)"),
            ("-5 all day", "'-5 all day"),
            ("\tx", "'\tx"),
            ("\nx", "'\nx"),
            ("x;=1+1;y", "x;'=1+1;y"),
            ("x\n-5\n\ny", "x\n'-5\n\ny"),
            ("x\u{2028}@y|\t＝", "x\u{2028}'@y|'\t'＝"),
            ("x, \"=1\"", "x,' \"=1\""),
            ("x;'=1", "x;''=1"),
            ("a, b; 'tis", "a, b; 'tis"),
            ("＝1", "'＝1"),
            ("", ""),
            ("a=1", "a=1"),
            ("'tis cold", "'tis cold"),
            ("'", "'"),
            ("'=1", "''=1"),
            ("''", "'''"),
        ] {
            assert_eq!(guarded(text), cell, "{text:?}");
            assert_eq!(unguarded(cell), text, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn a_guarded_text_comes_back(text in "[ '\"=+@\\-\\t\\na;,|\u{2028}＝]{0,9}") {
            let cell = guarded(&text);
            prop_assert!(parts(&cell).all(|(first, part)| !is_formula(first, part)));
            prop_assert_eq!(unguarded(&cell), text);
        }
    }

    #[test]
    fn a_rating_may_carry_decimal_zeros_of_either_mark() {
        for (cell, number) in [("0", 0), ("55", 55), ("55.0", 55), ("100,00", 100), ("007", 7)] {
            assert_eq!(rating(cell).unwrap().get(), number, "{cell}");
        }
        for (cell, number) in [("7", 70), ("7.5", 75), ("7,50", 75), ("10", 100), ("0", 0)] {
            assert_eq!(rating_out_of_ten(cell).unwrap().get(), number, "{cell}");
        }
        for cell in ["", "101", "-1", "5.5", "1e1", "5 0", "0055", "five", "٥"] {
            assert!(rating(cell).is_err(), "{cell}");
        }
        for cell in ["11", "7.55", "10.1", "-1", ".5"] {
            assert!(rating_out_of_ten(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn a_date_is_read_only_if_it_reads_one_way() {
        for cell in ["2026-01-05", "2026/1/5", "05.01.2026", "5.1.2026"] {
            assert_eq!(date(cell).unwrap().to_string(), "2026-01-05", "{cell}");
        }
        for cell in [
            "05/01/2026",
            "01-05-2026",
            "2026-13-01",
            "2026-02-29",
            "5.1.26",
            "1850-01-01",
            "",
            "soon",
            "2026-01-05-01",
            "2026-+1-05",
        ] {
            assert!(date(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn a_dose_is_in_mg_unless_it_says_otherwise() {
        for (cell, micrograms) in [
            ("4.5", 4_500),
            ("4,5", 4_500),
            ("0.002", 2),
            ("2 µg", 2),
            ("4.5 mg", 4_500),
            ("none", 0),
            ("0", 0),
        ] {
            assert_eq!(dose(cell).unwrap().micrograms(), micrograms, "{cell}");
        }
        for cell in ["-1", "0.0001", "many", "2000"] {
            assert!(dose(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn tags_with_separators_in_their_names_come_back() {
        let tag = |text: &str| Tag::new(Name::new(text).unwrap());
        let all = [Tag::Flare, tag("a; b"), tag("c\\"), tag("\\;"), tag("ночь")];
        assert_eq!(joined(all.iter()), "flare; a\\; b; c\\\\; \\\\\\;; ночь");
        assert_eq!(tags(&joined(all.iter())), Ok(all.to_vec()));
        assert_eq!(tags(" ; flare;"), Ok(vec![Tag::Flare]));
        assert!(tags(&"x".repeat(41)).is_err());
    }
}
