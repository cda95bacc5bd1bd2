//! Lists of entries in JSON → rows, as if they were tables: of Nomie, of Daily You, and of any other program that writes a
//! list of objects.
//!
//! Nomie's export is an object; its `events` are the entries, its `trackers` say by their tags what each is called, and of
//! which kind it is (a `range` goes from `min` to `max`, also as text). An entry has one text, `note`, in which `#tag` is a
//! thing that was done, `#tag(7)` one with a value, `+word` a context and `@name` a person; the rest is what was written. When
//! it was is `end`, in thousandths of a second since 1970 (in Nomie 6 as text in UTC); `start` is that or before it, `score` is
//! worked out. An `offset`, which older entries may have, is the minutes from the clock on the wall to UTC.
//!
//! Daily You's is a list; an entry has `text`, `mood` (from -2 to 2, or null), `timeCreated` and `timeModified` by the clock
//! on the wall, in newer ones a `time` of its own, and `images`, or `imgPath` in older ones.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta};
use serde_json::value::RawValue;

use super::error::TableError;
use super::header::{self, is_one};
use super::shape::{MAX_COLUMNS, MAX_ROWS, Program};
use super::split::Row;
use crate::diary::{in_small_letters, iso};
use crate::exchange::backup::MAX_BYTES;

/// What stands between the values of a list that is one cell.
const BETWEEN: &str = "|";
/// Names of instants that are numbers.
const INSTANTS: &str = "date|time|timestamp|created|start|end|day|when|at|datetime";
/// Names of the time of an entry of Daily You, the one that counts first.
const TIMES: [&str; 4] = ["time", "time_created", "time_create", "time_stamp"];

/// The most characters that a value in a note has.
const LONGEST_VALUE: usize = 100;

/// A list of entries.
pub(super) struct List {
    /// Its name, where it is one of several.
    pub(super) name: Option<String>,
    pub(super) program: Program,
    /// The names of its columns, then its entries. The line of an entry is its place in the list, counted from 1.
    pub(super) rows: Vec<Row>,
}

/// The lists of entries in a text; none where it is no JSON.
///
/// # Errors
/// [`TableError`] for more rows, columns or cells than are read.
pub(super) fn lists(text: &str) -> Result<Option<Vec<List>>, TableError> {
    // From here on it is known to be JSON, as deep as it may be.
    let Ok(whole) = serde_json::from_str::<&RawValue>(text) else {
        return Ok(None);
    };
    let whole = whole.get();
    // No more cells than a file that has them all can hold.
    let mut left = MAX_BYTES;
    if whole.starts_with('[') {
        return Ok(Some(list(None, whole, &mut left)?.into_iter().collect()));
    }
    if let Some(events) = of(whole, "events").filter(|_| of(whole, "trackers").or(of(whole, "nomie")).is_some()) {
        let trackers = of(whole, "trackers").unwrap_or_default();
        return Ok(Some(vec![nomie(events, trackers)?]));
    }
    let mut found = Vec::new();
    for (name, value) in parts(whole) {
        if value.starts_with('[') {
            found.extend(list(Some(text_of(name)), value, &mut left)?);
        }
    }
    Ok(Some(found))
}

/// The parts of a list or an object, one after the other.
struct Parts<'a> {
    rest: &'a str,
    is_object: bool,
}

/// What is neither list nor object has none.
fn parts(piece: &str) -> Parts<'_> {
    let is_object = piece.starts_with('{');
    let inner = piece
        .strip_prefix(['[', '{'])
        .and_then(|rest| rest.strip_suffix([']', '}']));
    Parts {
        rest: inner.unwrap_or_default(),
        is_object,
    }
}

impl<'a> Iterator for Parts<'a> {
    /// The name as it is written, with its quotes (empty in a list), and the value.
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let mut value = self.rest.trim_start();
        let mut name = "";
        if value.is_empty() {
            return None;
        }
        if self.is_object {
            (name, value) = value.split_at_checked(end(value, b':'))?;
            value = value.get(1..)?;
        }
        let end = end(value, b',');
        self.rest = value.get(end + 1..).unwrap_or_default();
        Some((name.trim(), value[..end].trim()))
    }
}

/// Where this sign stands outside of texts, lists and objects; else the end.
fn end(text: &str, sign: u8) -> usize {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let found = text.bytes().position(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => return depth == 0 && byte == sign,
        }
        false
    });
    found.unwrap_or(text.len())
}

/// The value of a field of an object.
fn of<'a>(object: &'a str, name: &str) -> Option<&'a str> {
    parts(object)
        .find(|(other, _)| other.trim_matches('"') == name)
        .map(|(_, value)| value)
}

/// A text without its quotes; what is none, or is damaged, is empty.
fn text_of(raw: &str) -> String {
    serde_json::from_str(raw).unwrap_or_default()
}

/// A value as a cell: of a list those of its values that are plain, of an object nothing.
fn cell(raw: &str) -> String {
    match raw.as_bytes().first() {
        Some(b'"') => text_of(raw),
        Some(b'[') => {
            let plain = parts(raw).filter(|(_, value)| !value.starts_with(['[', '{']));
            plain.map(|(_, value)| cell(value)).collect::<Vec<_>>().join(BETWEEN)
        }
        None | Some(b'{') => String::new(),
        Some(_) if raw == "null" => String::new(),
        Some(_) => raw.to_owned(),
    }
}

/// "brainFog" as people write it: "brain fog".
fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len());
    let mut was_small = false;
    for c in name.chars() {
        if was_small && c.is_uppercase() {
            spaced.push(' ');
            spaced.extend(c.to_lowercase());
        } else {
            spaced.push(c);
        }
        was_small = c.is_lowercase();
    }
    spaced
}

/// The time of thousandths of a second since 1970, by the clock on the wall where it is known how far that is from UTC.
fn clock(thousandths: i64, offset: Option<i64>) -> Option<String> {
    let utc = DateTime::from_timestamp_millis(thousandths)?.naive_utc();
    match offset.and_then(TimeDelta::try_minutes) {
        Some(offset) => Some(utc.checked_sub_signed(offset)?.to_string()),
        None => Some([&utc.to_string(), "Z"].concat()),
    }
}

/// An instant that is a number, of 1990 to 2100, in seconds or in thousandths.
fn instant(cell: &str) -> Option<String> {
    let number: i64 = cell.parse().ok()?;
    let seconds = 631_152_000..4_102_444_800;
    if seconds.contains(&number) {
        clock(number * 1_000, None)
    } else if seconds.contains(&(number / 1_000)) {
        clock(number, None)
    } else {
        None
    }
}

/// A list of objects as a table: its columns are their names, in the order of the file. None where nothing in it is an object.
fn list(name: Option<String>, entries: &str, left: &mut usize) -> Result<Option<List>, TableError> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut columns: Vec<(String, bool)> = Vec::new();
    let mut rows: Vec<Row> = vec![Row::new(0, false)];
    for (number, (_, entry)) in (1..).zip(parts(entries)) {
        let mut cells: Vec<(usize, String)> = Vec::new();
        for (name, value) in parts(entry).filter(|(name, _)| !name.is_empty()) {
            let next = columns.len();
            let place = *places.entry(name).or_insert(next);
            if place == next {
                let name = spaced(text_of(name).trim());
                let is_instant = header::plain(&name).split('_').any(|word| is_one(INSTANTS, word));
                columns.push((name, is_instant));
            }
            let cell = cell(value);
            let at = columns[place].1.then(|| instant(&cell)).flatten();
            cells.push((place, at.unwrap_or(cell)));
        }
        if columns.len() > MAX_COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        cells.retain(|(_, cell)| !cell.is_empty());
        cells.sort_by_key(|(place, _)| *place);
        let mut row = Row::new(number, false);
        for (place, cell) in cells {
            // Of a name that is there twice the first counts.
            if place < row.len() {
                continue;
            }
            while row.len() < place {
                row.push("");
            }
            row.push(&cell);
        }
        push(row, &mut rows)?;
        let cells = rows.last().map_or(0, Row::len);
        *left = left.checked_sub(cells).ok_or(TableError::TooManyRows)?;
    }
    if columns.is_empty() {
        return Ok(None);
    }
    let has = |name: &str| columns.iter().position(|(other, _)| header::plain(other) == name);
    let time = TIMES.into_iter().find_map(has);
    let program = match time {
        Some(time) if has("mood").is_some() && has("text").is_some() => {
            "date".clone_into(&mut columns[time].0);
            Program::DailyYou
        }
        _ => Program::Other,
    };
    for (name, _) in &columns {
        rows[0].push(name);
    }
    Ok(Some(List { name, program, rows }))
}

/// Adds a row that holds anything.
fn push(row: Row, rows: &mut Vec<Row>) -> Result<(), TableError> {
    if row.filled() == 0 {
        return Ok(());
    }
    // The names stand above them.
    if rows.len() > MAX_ROWS {
        return Err(TableError::TooManyRows);
    }
    rows.push(row);
    Ok(())
}

/// Nomie's entries: a row for each thing in a note, and one for the rest of the note.
fn nomie(events: &str, trackers: &str) -> Result<List, TableError> {
    let names: HashMap<String, String> = parts(trackers)
        .map(|(tag, tracker)| named(&text_of(tag), tracker))
        .collect();
    let mut rows: Vec<Row> = Vec::new();
    let mut add = |line: u64, cells: [&str; 5]| {
        let mut row = Row::new(line, false);
        for cell in cells {
            row.push(cell);
        }
        push(row, &mut rows)
    };
    add(0, ["date", "kind", "name", "value", "note"])?;
    for (number, (_, entry)) in (1..).zip(parts(events)) {
        let at = |name: &str| of(entry, name).map(cell).filter(|cell| !cell.is_empty() && cell != "0");
        let date = at("end").or_else(|| at("start")).unwrap_or_default();
        let offset = at("offset").and_then(|offset| offset.parse().ok());
        let known = date
            .parse()
            .ok()
            .or_else(|| Some(iso::instant(&date)?.timestamp_millis()));
        let date = known.and_then(|known| clock(known, offset)).unwrap_or(date);
        let note = of(entry, "note").map(cell).unwrap_or_default();
        let rest = taken_apart(&note, |sign, tag, value| {
            if sign == '+' {
                return add(number, [&date, "context", &tag.replace('_', " "), "", ""]);
            }
            let tag = in_small_letters(tag);
            let name = names.get(&tag).cloned().unwrap_or_else(|| tag.replace('_', " "));
            // That it is there is what one without a value says.
            let value = if value.trim().is_empty() { "yes" } else { value };
            add(number, [&date, "", &name, value, ""])
        })?;
        if !rest.is_empty() {
            add(number, [&date, "", "", "", &rest])?;
        }
    }
    Ok(List {
        name: None,
        program: Program::Nomie,
        rows,
    })
}

/// The tag of a tracker, and what it is called, with its scale if it has one.
fn named(tag: &str, tracker: &str) -> (String, String) {
    let says = |name: &str| of(tracker, name).map(cell).filter(|cell| !cell.trim().is_empty());
    let mut name = says("label").unwrap_or_else(|| tag.replace('_', " "));
    if let (Some("range"), Some(least), Some(most)) = (says("type").as_deref(), says("min"), says("max")) {
        name = format!("{name} ({least}-{most})");
    }
    (in_small_letters(tag), name)
}

/// The value in brackets with which a text begins, and what follows.
fn value(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('(')?;
    let mut begin = inner.char_indices().take(LONGEST_VALUE);
    let (end, _) = begin.find(|(_, c)| *c == ')')?;
    Some((&inner[..end], &inner[end + 1..]))
}

/// Takes the things out of a note, each with its sign, its name and its value; gives the rest.
fn taken_apart(
    note: &str,
    mut found: impl FnMut(char, &str, &str) -> Result<(), TableError>,
) -> Result<String, TableError> {
    let (mut rest, mut begins, mut text) = (String::new(), true, note);
    while let Some(c) = text.chars().next() {
        let after = &text[c.len_utf8()..];
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let (name, behind) = after.split_at(after.find(|c| !is_name(c)).unwrap_or(after.len()));
        // "#1" and "+2" are written by hand.
        let is_thing = match c {
            '#' => name.contains(char::is_alphabetic),
            '+' => name.starts_with(char::is_alphabetic),
            _ => false,
        };
        if begins && is_thing {
            let (value, behind) = value(behind).unwrap_or(("", behind));
            found(c, name, value)?;
            text = behind;
            begins = false;
        } else {
            rest.push(c);
            begins = c.is_whitespace();
            text = after;
        }
    }
    let mut tidy = String::new();
    for line in rest.lines() {
        // What stood between things alone says nothing.
        let is_text = |word: &&str| !word.bytes().all(|byte| matches!(byte, b',' | b'.' | b';' | b':'));
        let words: Vec<&str> = line.split_whitespace().filter(is_text).collect();
        if !words.is_empty() {
            if !tidy.is_empty() {
                tidy.push('\n');
            }
            tidy.push_str(&words.join(" "));
        }
    }
    Ok(tidy)
}
