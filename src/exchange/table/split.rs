//! Text → rows of cells (RFC 4180), each with its line as an editor numbers it: `\n`, `\r\n` and `\r` end one.

use super::error::TableError;
use super::shape::{MAX_COLUMNS, MAX_ROWS};
use crate::diary::is_all_blank;

/// A row that holds anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The line on which it begins, counted from 1.
    pub(super) line: u64,
    /// Whether an empty line stands above it.
    pub(super) after_gap: bool,
    /// All cells one after the other.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Row {
    pub(super) fn new(line: u64, after_gap: bool) -> Row {
        Row {
            line,
            after_gap,
            text: String::new(),
            ends: Vec::new(),
        }
    }

    /// Ends a cell after so much more text.
    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.end_cell();
    }

    fn end_cell(&mut self) {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// How many cells it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a cell; nothing beyond the last.
    pub(super) fn cell(&self, place: usize) -> &str {
        let Some(end) = self.ends.get(place) else { return "" };
        let begin = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(begin as usize..*end as usize).unwrap_or_default()
    }

    /// Its cells in order.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.cell(place))
    }

    /// How many of its cells hold anything.
    pub(super) fn filled(&self) -> usize {
        self.cells().filter(|cell| !is_all_blank(cell)).count()
    }
}

/// The rows of a text that hold anything; the first of them at most, if there is a limit.
///
/// # Errors
/// [`TableError`] where a quotation never ends, and for more rows or columns than are read.
pub(super) fn rows(text: &str, separator: char, limit: Option<usize>) -> Result<Vec<Row>, TableError> {
    let mut found: Vec<Row> = Vec::new();
    let bytes = text.as_bytes();
    let separator = separator as u8;
    let (mut at, mut line, mut after_gap) = (0, 1, false);
    while at < bytes.len() {
        if limit.is_some_and(|limit| found.len() >= limit) {
            break;
        }
        let mut row = Row::new(line, after_gap);
        loop {
            at = cell(text, at, separator, &mut line, &mut row)?;
            row.end_cell();
            if row.len() > MAX_COLUMNS + 1 {
                return Err(TableError::TooManyColumns);
            }
            match bytes.get(at) {
                Some(byte) if *byte == separator => at += 1,
                _ => break,
            }
        }
        // It stands at the end of the line.
        if at < bytes.len() {
            at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
            line += 1;
        }
        after_gap = is_all_blank(&row.text);
        if !after_gap {
            if found.len() == MAX_ROWS {
                return Err(TableError::TooManyRows);
            }
            found.push(row);
        }
    }
    Ok(found)
}

/// Reads a cell and gives the place after it: that of a separator, the end of a line, or the end.
fn cell(text: &str, mut at: usize, separator: u8, line: &mut u64, row: &mut Row) -> Result<usize, TableError> {
    let bytes = text.as_bytes();
    if bytes.get(at) == Some(&b'"') {
        let opened = *line;
        at += 1;
        loop {
            let Some(length) = bytes[at..].iter().position(|byte| *byte == b'"') else {
                return Err(TableError::OpenQuote(opened));
            };
            let part = &text[at..at + length];
            *line += line_ends(part);
            row.text.push_str(part);
            at += length + 1;
            if bytes.get(at) != Some(&b'"') {
                break;
            }
            row.text.push('"');
            at += 1;
        }
    }
    // What follows a quotation belongs to the cell.
    let is_end = |byte: &u8| *byte == separator || matches!(byte, b'\n' | b'\r');
    let length = bytes[at..].iter().position(is_end).unwrap_or(bytes.len() - at);
    row.text.push_str(&text[at..at + length]);
    Ok(at + length)
}

fn line_ends(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut ends = 0;
    for (place, byte) in bytes.iter().enumerate() {
        ends += u64::from(*byte == b'\n' || *byte == b'\r' && bytes.get(place + 1) != Some(&b'\n'));
    }
    ends
}

/// The signs that separate cells.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// How many rows are looked at for what separates them.
const LOOKED_AT: usize = 300;

/// What separates the cells of a text, and the text without the line that says so.
pub(super) fn separator(text: &str) -> (char, usize) {
    if let Some(said) = said(text) {
        return said;
    }
    // In a table of ours a name may hold more separators than there are columns.
    let start = text.trim_start_matches('"');
    if let Some(rest) = start.strip_prefix("date") {
        let rest = rest.trim_start_matches('"');
        let separator = rest.chars().next().filter(|first| SEPARATORS.contains(first));
        if let Some(separator) = separator
            && rest[1..].trim_start_matches('"').starts_with("phase")
        {
            return (separator, 0);
        }
    }
    let mut best = (SEPARATORS[0], 0);
    for separator in SEPARATORS {
        let likeness = likeness(text, separator);
        if likeness > best.1 {
            best = (separator, likeness);
        }
    }
    (best.0, 0)
}

/// Excel's own way to say it: a first line `sep=;`. The sign, and how many bytes that line has.
fn said(text: &str) -> Option<(char, usize)> {
    let rest = text.trim_start_matches('"');
    let quotes = text.len() - rest.len();
    let start = rest.get(..4)?;
    let sign = rest.get(4..)?.chars().next()?;
    if !start.eq_ignore_ascii_case("sep=") || !sign.is_ascii() || matches!(sign, '\r' | '\n' | '"') {
        return None;
    }
    let after = &rest[5..];
    let trimmed = after.trim_start_matches('"');
    let is_line = trimmed.is_empty() || trimmed.starts_with(['\r', '\n']);
    is_line.then(|| (sign, quotes + 5 + after.len() - trimmed.len()))
}

/// How much a text looks like a table with this between its cells: how many rows have as many cells as most have, and how
/// many these are.
fn likeness(text: &str, separator: char) -> usize {
    let Ok(rows) = rows(text, separator, Some(LOOKED_AT)) else {
        return 0;
    };
    let mut widths: Vec<(usize, usize)> = Vec::new();
    for row in &rows {
        match widths.iter_mut().find(|(width, _)| *width == row.len()) {
            Some((_, count)) => *count += 1,
            None => widths.push((row.len(), 1)),
        }
    }
    let mut best = 0;
    for (width, count) in widths {
        if width > 1 {
            let share = count * 100 / rows.len();
            best = best.max(share * share * width.min(8) + width);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, separator: char) -> Vec<(u64, Vec<String>)> {
        let rows = rows(text, separator, None).unwrap();
        let cells = |row: &Row| row.cells().map(str::to_owned).collect();
        rows.iter().map(|row| (row.line, cells(row))).collect()
    }

    // Fault 29: lines as an editor numbers them.
    #[test]
    fn a_row_has_the_line_on_which_it_begins_whatever_ends_the_lines() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,\"b", "c\"\"d\",e", "", ",,", "f\"g,\"h\"i", "j"].join(end);
            let cell = format!("b{end}c\"d");
            let lines = split(&text, ',');
            let expected = [(1, vec!["a", &cell, "e"]), (5, vec!["f\"g", "hi"]), (6, vec!["j"])];
            assert_eq!(lines.len(), 3, "{end:?}");
            for ((line, cells), (expected_line, expected_cells)) in lines.iter().zip(expected) {
                assert_eq!(
                    (*line, cells.iter().map(String::as_str).collect::<Vec<_>>()),
                    (expected_line, expected_cells)
                );
            }
        }
        assert_eq!(rows("a,b\r\nc,\"d\r\n", ',', None), Err(TableError::OpenQuote(2)));
    }

    #[test]
    fn what_separates_the_cells_is_found_in_all_rows() {
        for (text, found) in [
            ("Date,Pain\n2026-01-05,3\n", (',', 0)),
            ("Datum;Schmerz;LDN\n05.01.2026;3,5;1,5\n06.01.2026;3,5;1,5\n", (';', 0)),
            ("a\tb\n1,5\t2\n", ('\t', 0)),
            ("a|b|c\n1|2,2|3\n", ('|', 0)),
            ("sep=;\r\na;b\r\n", (';', 5)),
            ("\"sep=\t\"\na\tb", ('\t', 7)),
            ("SEP=,\na;b,c", (',', 5)),
            ("date;phase;a,b,c,d\n", (';', 0)),
            ("\"date\",\"phase\",\"a;b;c;d\"\n", (',', 0)),
            ("My diary\n\nDate;Note\n2026-01-05;a, b, c\n2026-01-06;d, e\n", (';', 0)),
            ("", (',', 0)),
        ] {
            assert_eq!(separator(text), found, "{text:?}");
        }
    }
}
