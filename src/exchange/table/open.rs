//! Bytes of a file → the table in it.

use super::error::{NoTable, TableError};
use super::layout::{self, Table};
use super::packed;
use super::split::{self, Row};
use super::workbook;
use crate::exchange::backup::MAX_BYTES;
use crate::exchange::decode::{self, Encoding};
use crate::exchange::other_file::{self, OtherFile};

/// A table that is open: its cells, and how they are laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub(super) encoding: Option<Encoding>,
    pub(super) separator: Option<char>,
    pub(super) name: Option<String>,
    pub(super) other_tables: usize,
    pub(super) table: Table,
}

/// What a file, or a part of it, holds before it is known which table is meant.
struct Sheet {
    encoding: Option<Encoding>,
    separator: Option<char>,
    name: Option<String>,
    rows: Vec<Row>,
}

/// Opens a file.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, TableError> {
    if bytes.len() > MAX_BYTES {
        return Err(TableError::TooLarge);
    }
    let sheets = if packed::is_packed(bytes) {
        sheets_of(bytes)?
    } else {
        vec![sheet_of_text(bytes, None)?]
    };
    chosen(sheets)
}

/// The sheets of a packed file: those of a workbook, or its tables.
fn sheets_of(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let archive = packed::Archive::open(bytes)?;
    if archive.has("xl/workbook.xml") {
        let sheets = workbook::sheets(&archive)?;
        let sheet = |(name, rows)| Sheet {
            encoding: None,
            separator: None,
            name: Some(name),
            rows,
        };
        return Ok(sheets.into_iter().map(sheet).collect());
    }
    if let Some(kind) = kind_of_archive(&archive) {
        return Err(TableError::Program(kind));
    }
    let (mut sheets, mut error) = (Vec::new(), None);
    let is_table = |name: &str| {
        let name = name.to_ascii_lowercase();
        let is_hidden =
            name.starts_with("__macosx/") || name.rsplit('/').next().is_some_and(|file| file.starts_with('.'));
        !is_hidden && [".csv", ".tsv", ".txt"].iter().any(|end| name.ends_with(end))
    };
    for name in archive.names().filter(|name| is_table(name)) {
        match archive.read(name).and_then(|inner| sheet_of_text(&inner, Some(name))) {
            Ok(sheet) => sheets.push(sheet),
            // One that is too large, or locked, may be the very table that is meant.
            Err(fatal @ (TableError::TooLarge | TableError::Locked)) => return Err(fatal),
            Err(other) => error = Some(other),
        }
    }
    if sheets.is_empty() {
        return Err(error.unwrap_or(TableError::NothingPacked));
    }
    Ok(sheets)
}

/// What a packed file without a workbook is known to be.
fn kind_of_archive(archive: &packed::Archive) -> Option<NoTable> {
    if archive.has("content.xml") && archive.has("mimetype") {
        let kind = archive.read("mimetype").unwrap_or_default();
        let is_sheet = kind.windows(b"spreadsheet".len()).any(|part| part == b"spreadsheet");
        return Some(if is_sheet {
            NoTable::OpenDocument
        } else {
            NoTable::Document
        });
    }
    let ends = |end: &str| archive.names().any(|name| name.ends_with(end));
    if archive.has("word/document.xml") || archive.has("Index/Document.iwa") || archive.has("index.xml") || ends(".iwa")
    {
        return Some(NoTable::Document);
    }
    if ends("apple_health_export/export.xml") || archive.has("export.xml") {
        return Some(NoTable::AppleHealth);
    }
    archive.has("backup.daylio").then_some(NoTable::DaylioBackup)
}

fn sheet_of_text(bytes: &[u8], name: Option<&str>) -> Result<Sheet, TableError> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(TableError::Program(NoTable::OldExcel));
    }
    let (text, encoding) = decode::table(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if text.trim().is_empty() {
        return Err(TableError::Empty);
    }
    if let Some(kind) = kind_of_text(text) {
        return Err(kind);
    }
    let (separator, said) = split::separator(text);
    let mut rows = split::rows(text, separator, None)?;
    // The line that says what separates the cells is one for an editor, and none of the table.
    if said > 0 {
        rows.remove(0);
    }
    Ok(Sheet {
        encoding: Some(encoding),
        separator: Some(separator),
        name: name.map(str::to_owned),
        rows,
    })
}

/// What a text is that is no table.
fn kind_of_text(text: &str) -> Option<TableError> {
    let start = text.trim_start();
    let beginning: String = start.chars().take(4_000).collect();
    let says = |words: &str| beginning.contains(words);
    match start.chars().next()? {
        '{' if says("\"format\"") && says("\"ldn-diary\"") => Some(TableError::Backup),
        '{' | '[' => {
            if let Some(kind) = other_file::of_text(text) {
                return Some(TableError::Other(kind));
            }
            let is_list = start.starts_with('[');
            let closes = start.trim_end().ends_with(if is_list { ']' } else { '}' });
            let kind = if says("nomie") || says("\"trackers\"") {
                NoTable::Nomie
            } else if says("\"mood\"")
                && ["time_create", "timeStamp", "timestamp", "img", "isSynced", "entry"]
                    .iter()
                    .any(|key| says(key))
            {
                NoTable::DailyYou
            } else if closes || says("\":") {
                NoTable::Json
            } else {
                return None;
            };
            Some(TableError::Program(kind))
        }
        '<' if says("<HealthData") || says("HealthKit") => Some(TableError::Program(NoTable::AppleHealth)),
        '<' => other_file::of_text(text).map(TableError::Other),
        _ => match other_file::of_text(text) {
            None | Some(OtherFile::Table) => None,
            Some(kind) => Some(TableError::Other(kind)),
        },
    }
}

/// The table of all that are there that has the most days; of equal ones the first.
fn chosen(sheets: Vec<Sheet>) -> Result<Opened, TableError> {
    let (mut best, mut with_days): (Option<Opened>, usize) = (None, 0);
    for sheet in sheets {
        let tables = layout::tables(sheet.rows, sheet.name.as_deref());
        for table in tables {
            with_days += usize::from(table.dated > 0);
            let size = |table: &Table| (table.dated > 0, table.dated, table.rows.len());
            if best.as_ref().is_none_or(|best| size(&table) > size(&best.table)) {
                best = Some(Opened {
                    encoding: sheet.encoding,
                    separator: sheet.separator,
                    name: sheet.name.clone(),
                    other_tables: 0,
                    table,
                });
            }
        }
    }
    let mut best = best.ok_or(TableError::NoDate)?;
    if best.table.rows.is_empty() {
        return Err(TableError::NoRows);
    }
    best.other_tables = with_days.saturating_sub(1);
    Ok(best)
}
