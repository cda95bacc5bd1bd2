//! Workbooks (.xlsx): the cells of each sheet that is seen, as a spreadsheet would write them into a table. What a cell looks
//! like decides whether its number is a date; all else of its look is left.

use chrono::{Days, NaiveDate};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::error::TableError;
use super::packed::Archive;
use super::shape::{MAX_COLUMNS, MAX_ROWS};
use super::split::Row;

/// The sheets that are seen, by name, in their order.
///
/// # Errors
/// [`TableError`], where the file is damaged or too large.
pub(super) fn sheets(archive: &Archive) -> Result<Vec<(String, Vec<Row>)>, TableError> {
    let book = book(&archive.read("xl/workbook.xml")?)?;
    let places = relations(&archive.read("xl/_rels/workbook.xml.rels")?)?;
    let texts = if archive.has("xl/sharedStrings.xml") {
        texts(&archive.read("xl/sharedStrings.xml")?)?
    } else {
        Vec::new()
    };
    let looks = if archive.has("xl/styles.xml") {
        looks(&archive.read("xl/styles.xml")?)?
    } else {
        Vec::new()
    };
    let mut sheets = Vec::new();
    for (name, id) in book.sheets {
        let target = places
            .iter()
            .find(|(other, _)| *other == id)
            .map(|(_, target)| target.as_str());
        let target = target.unwrap_or_default();
        let path = match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("xl/{target}"),
        };
        // A sheet of a chart is no table.
        if !archive.has(&path) || target.contains("chartsheets") {
            continue;
        }
        let sheet = archive.read(&path)?;
        let cells = Cells {
            texts: &texts,
            looks: &looks,
            since_1904: book.since_1904,
        };
        sheets.push((name, cells.rows(&sheet)?));
    }
    Ok(sheets)
}

/// Goes through XML; `at` is told each element that begins, each text, and each element that ends.
fn walk(xml: &[u8], mut at: impl FnMut(Piece) -> Result<(), TableError>) -> Result<(), TableError> {
    let damaged = |_| TableError::Damaged;
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(element) => at(Piece::Begins(&element))?,
            Event::Empty(element) => {
                at(Piece::Begins(&element))?;
                at(Piece::Ends(element.local_name().as_ref()))?;
            }
            Event::End(element) => at(Piece::Ends(element.local_name().as_ref()))?,
            Event::Text(text) => at(Piece::Text(&text.decode().map_err(|_| TableError::Damaged)?))?,
            Event::CData(text) => at(Piece::Text(&text.decode().map_err(|_| TableError::Damaged)?))?,
            Event::GeneralRef(entity) => {
                let known = entity.resolve_char_ref().map_err(damaged)?;
                let letter = known.or(match &*entity {
                    b"amp" => Some('&'),
                    b"lt" => Some('<'),
                    b"gt" => Some('>'),
                    b"quot" => Some('"'),
                    b"apos" => Some('\''),
                    _ => None,
                });
                at(Piece::Text(letter.ok_or(TableError::Damaged)?.encode_utf8(&mut [0; 4])))?;
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

enum Piece<'a> {
    Begins(&'a BytesStart<'a>),
    Text(&'a str),
    Ends(&'a [u8]),
}

/// The value of an attribute, by its name without what stands before a colon.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
    let raw = std::str::from_utf8(&found.value).ok()?;
    quick_xml::escape::unescape(raw).ok().map(std::borrow::Cow::into_owned)
}

struct Book {
    /// Name and id of each.
    sheets: Vec<(String, String)>,
    since_1904: bool,
}

fn book(xml: &[u8]) -> Result<Book, TableError> {
    let mut book = Book {
        sheets: Vec::new(),
        since_1904: false,
    };
    walk(xml, |piece| {
        if let Piece::Begins(element) = piece {
            match element.local_name().as_ref() {
                b"workbookPr" => {
                    book.since_1904 =
                        attribute(element, "date1904").is_some_and(|value| matches!(value.as_str(), "1" | "true"));
                }
                b"sheet" if attribute(element, "state").is_none_or(|state| state == "visible") => {
                    let name = attribute(element, "name").unwrap_or_default();
                    book.sheets.push((name, attribute(element, "id").unwrap_or_default()));
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(book)
}

/// Ids of parts, and where they stand.
fn relations(xml: &[u8]) -> Result<Vec<(String, String)>, TableError> {
    let mut found = Vec::new();
    walk(xml, |piece| {
        if let Piece::Begins(element) = piece
            && element.local_name().as_ref() == b"Relationship"
        {
            let value = |name| attribute(element, name).unwrap_or_default();
            found.push((value("Id"), value("Target")));
        }
        Ok(())
    })?;
    Ok(found)
}

/// The texts that cells share.
fn texts(xml: &[u8]) -> Result<Vec<String>, TableError> {
    let (mut texts, mut text, mut in_text, mut beside) = (Vec::new(), String::new(), false, false);
    walk(xml, |piece| {
        match piece {
            Piece::Begins(element) => match element.local_name().as_ref() {
                b"si" => text.clear(),
                b"t" => in_text = true,
                // How it is spoken.
                b"rPh" => beside = true,
                _ => {}
            },
            Piece::Text(part) if in_text && !beside => text.push_str(part),
            Piece::Text(_) => {}
            Piece::Ends(name) => match name {
                b"si" => texts.push(std::mem::take(&mut text)),
                b"t" => in_text = false,
                b"rPh" => beside = false,
                _ => {}
            },
        }
        Ok(())
    })?;
    Ok(texts)
}

/// How a number looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Number,
    Percent,
    /// A day, or a day with its time.
    Date,
    /// A time of the day, or a length of time.
    Time,
}

/// How the numbers of each style look.
fn looks(xml: &[u8]) -> Result<Vec<Look>, TableError> {
    let (mut own, mut looks, mut in_cells): (Vec<(String, Look)>, Vec<Look>, bool) = (Vec::new(), Vec::new(), false);
    walk(xml, |piece| {
        match piece {
            Piece::Begins(element) => match element.local_name().as_ref() {
                b"numFmt" => {
                    let code = attribute(element, "formatCode").unwrap_or_default();
                    own.push((attribute(element, "numFmtId").unwrap_or_default(), look_of(&code)));
                }
                b"cellXfs" => in_cells = true,
                b"xf" if in_cells => {
                    let id = attribute(element, "numFmtId").unwrap_or_default();
                    let found = own.iter().find(|(other, _)| *other == id).map(|(_, look)| *look);
                    looks.push(found.unwrap_or_else(|| look_of_number(id.parse().unwrap_or(0))));
                }
                _ => {}
            },
            Piece::Ends(b"cellXfs") => in_cells = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(looks)
}

/// The formats that every workbook has (ECMA-376, 18.8.30).
fn look_of_number(id: u32) -> Look {
    match id {
        9 | 10 => Look::Percent,
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Look::Date,
        18..=21 | 32..=33 | 45..=47 => Look::Time,
        _ => Look::Number,
    }
}

/// What a format code shows, without what is quoted, escaped, or in brackets.
fn look_of(code: &str) -> Look {
    let (mut quoted, mut bracket, mut escaped) = (false, false, false);
    let (mut date, mut time, mut percent) = (false, false, false);
    for c in code.chars() {
        if escaped {
            escaped = false;
            continue;
        }
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            '[' => bracket = true,
            ']' => bracket = false,
            'h' | 'H' | 's' | 'S' => time = true,
            _ if bracket => {}
            'y' | 'Y' | 'd' | 'D' => date = true,
            // Whether m is minutes or months the letters beside it tell.
            '%' => percent = true,
            // Only what is above zero.
            ';' => break,
            _ => {}
        }
    }
    if date {
        Look::Date
    } else if time {
        Look::Time
    } else if percent {
        Look::Percent
    } else {
        Look::Number
    }
}

struct Cells<'a> {
    texts: &'a [String],
    looks: &'a [Look],
    since_1904: bool,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    value: String,
}

impl Cells<'_> {
    fn rows(&self, xml: &[u8]) -> Result<Vec<Row>, TableError> {
        let mut rows: Vec<Row> = Vec::new();
        let (mut line, mut last) = (0, 0);
        let mut cells: Vec<(usize, String)> = Vec::new();
        let (mut cell, mut in_value) = (Cell::default(), false);
        walk(xml, |piece| {
            match piece {
                Piece::Begins(element) => match element.local_name().as_ref() {
                    b"row" => {
                        let number = attribute(element, "r").and_then(|number| number.parse::<u64>().ok());
                        line = number.unwrap_or(line + 1);
                        cells.clear();
                    }
                    b"c" => {
                        let next = cells.last().map_or(0, |(column, _)| column + 1);
                        let column = attribute(element, "r").and_then(|place| column_of(&place));
                        cell = Cell {
                            column: column.unwrap_or(next),
                            kind: attribute(element, "t").unwrap_or_default(),
                            style: attribute(element, "s")
                                .and_then(|style| style.parse().ok())
                                .unwrap_or(0),
                            value: String::new(),
                        };
                        if cell.column > MAX_COLUMNS {
                            return Err(TableError::TooManyColumns);
                        }
                    }
                    b"v" | b"t" => in_value = true,
                    _ => {}
                },
                Piece::Text(text) if in_value => cell.value.push_str(text),
                Piece::Text(_) => {}
                Piece::Ends(name) => match name {
                    b"v" | b"t" => in_value = false,
                    b"c" => {
                        let text = self.text(&cell);
                        if !text.is_empty() {
                            cells.push((cell.column, text));
                        }
                    }
                    b"row" if !cells.is_empty() => {
                        if rows.len() == MAX_ROWS {
                            return Err(TableError::TooManyRows);
                        }
                        let mut row = Row::new(line, line > last + 1);
                        let mut next = 0;
                        for (column, text) in &cells {
                            while next < *column {
                                row.push("");
                                next += 1;
                            }
                            if *column >= next {
                                row.push(text);
                                next += 1;
                            }
                        }
                        last = line;
                        rows.push(row);
                    }
                    _ => {}
                },
            }
            Ok(())
        })?;
        Ok(rows)
    }

    /// What a table would have of a cell.
    fn text(&self, cell: &Cell) -> String {
        let value = cell.value.trim();
        match cell.kind.as_str() {
            "s" => {
                let place = value.parse::<usize>().ok();
                place
                    .and_then(|place| self.texts.get(place))
                    .cloned()
                    .unwrap_or_default()
            }
            "inlineStr" | "str" => cell.value.clone(),
            "b" => if value == "1" { "true" } else { "false" }.to_owned(),
            // An error such as #DIV/0! is no value.
            "e" => String::new(),
            "d" => value.to_owned(),
            _ => {
                let look = self.looks.get(cell.style).copied().unwrap_or(Look::Number);
                self.number(value, look).unwrap_or_else(|| value.to_owned())
            }
        }
    }

    fn number(&self, value: &str, look: Look) -> Option<String> {
        let millionths = millionths(value)?;
        let (days, part) = (millionths.div_euclid(1_000_000), millionths.rem_euclid(1_000_000));
        let minutes = (part * 1_440 + 500_000) / 1_000_000;
        match look {
            Look::Number => Some(shown(millionths)),
            Look::Percent => Some(format!("{} %", shown(millionths * 100))),
            Look::Date if days > 0 => {
                let since = if self.since_1904 { 1_462 } else { 0 };
                let days = u64::try_from(days + since).ok()?;
                let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
                Some(match minutes {
                    0 | 1_440 => date.to_string(),
                    _ => format!("{date} {:02}:{:02}", minutes / 60, minutes % 60),
                })
            }
            Look::Date | Look::Time => {
                let minutes = minutes + days * 1_440;
                Some(format!("{:02}:{:02}", minutes / 60, minutes % 60))
            }
        }
    }
}

/// The column of a place: `B5` is 1.
fn column_of(place: &str) -> Option<usize> {
    let mut column = 0_usize;
    for byte in place.bytes().take_while(u8::is_ascii_alphabetic).take(4) {
        column = column * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
    }
    column.checked_sub(1)
}

/// A number as it stands in the file (`3.5000000000000004`, `1.5E-3`), in millionths, rounded.
fn millionths(text: &str) -> Option<i128> {
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (sign, number) = number.strip_prefix('-').map_or((1, number), |rest| (-1, rest));
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let digits = [whole, decimals].concat();
    if digits.is_empty()
        || digits.len() > 30
        || !digits.bytes().all(|byte| byte.is_ascii_digit())
        || !(-20..=15).contains(&exponent)
    {
        return None;
    }
    let number: i128 = digits.parse().ok()?;
    let shift = exponent + 6 - i32::try_from(decimals.len()).ok()?;
    let size = 10_i128.checked_pow(shift.unsigned_abs())?;
    let millionths = if shift < 0 {
        (number + size / 2) / size
    } else {
        number.checked_mul(size)?
    };
    Some(sign * millionths).filter(|number| number.abs() < 1_000_000_000_000_000_000)
}

/// Millionths as a decimal number with what decimals it has.
fn shown(millionths: i128) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let number = format!(
        "{sign}{}.{:06}",
        millionths.abs() / 1_000_000,
        millionths.abs() % 1_000_000
    );
    number.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_a_table_has_them() {
        for (text, expected) in [
            ("7", "7"),
            ("3.5000000000000004", "3.5"),
            ("1.5E-3", "0.0015"),
            ("4.2999999999999998", "4.3"),
            ("-2", "-2"),
            ("1E+3", "1000"),
        ] {
            assert_eq!(millionths(text).map(shown).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "x", "1E99", "NaN", "1.2.3"] {
            assert_eq!(millionths(text), None, "{text}");
        }
    }

    #[test]
    fn a_format_shows_a_date_a_time_or_a_number() {
        for (code, look) in [
            ("dd/mm/yyyy", Look::Date),
            ("[$-407]d. mmmm yyyy;@", Look::Date),
            ("h:mm AM/PM", Look::Time),
            ("[h]:mm", Look::Time),
            ("0.0", Look::Number),
            ("0%", Look::Percent),
            ("#,##0\\ \"days\"", Look::Number),
            ("General", Look::Number),
        ] {
            assert_eq!(look_of(code), look, "{code}");
        }
        assert_eq!(
            (column_of("B5"), column_of("AA1"), column_of("5")),
            (Some(1), Some(26), None)
        );
    }
}
