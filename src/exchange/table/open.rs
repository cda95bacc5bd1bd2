//! Bytes of a file → the table in it.

use super::error::{NoTable, TableError};
use super::json;
use super::layout::{self, Known, Table};
use super::packed;
use super::shape::{MAX_NAMES, Program};
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
    pub(super) other_names: Vec<String>,
    pub(super) table: Table,
}

/// What a file, or a part of it, holds before it is known which table is meant.
struct Sheet {
    encoding: Option<Encoding>,
    separator: Option<char>,
    name: Option<String>,
    /// Who wrote it, where that is known before its rows are looked at: in JSON.
    program: Option<Program>,
    rows: Vec<Row>,
}

/// Opens a file.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, TableError> {
    if bytes.len() > MAX_BYTES {
        return Err(TableError::TooLarge);
    }
    if packed::is_packed(bytes) {
        return packed(bytes);
    }
    chosen(sheets_of_text(bytes, None)?)
}

/// The table of a packed file. Texts that lie in it beside other things are none.
fn packed(bytes: &[u8]) -> Result<Opened, TableError> {
    let sheets = sheets_of(bytes)?;
    let is_table = |sheet: &Sheet| {
        let with_cells = sheet.rows.iter().filter(|row| row.len() > 1).count();
        let is_text = sheet.name.as_deref().is_some_and(is_text);
        with_cells > 1 && with_cells * 2 >= sheet.rows.len() && !is_text
    };
    let any_table = sheets.iter().any(is_table);
    chosen(sheets).map_err(|error| match error {
        TableError::NoDate | TableError::NoRows | NO_ENTRIES if !any_table => TableError::NothingPacked,
        other => other,
    })
}

/// Whether a file within a packed one is called as texts are that say what it is.
fn is_text(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".txt")
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
            program: None,
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
        !is_hidden && [".csv", ".tsv", ".txt", ".json"].iter().any(|end| name.ends_with(end))
    };
    for name in archive.names().filter(|name| is_table(name)) {
        match archive.read(name).and_then(|inner| sheets_of_text(&inner, Some(name))) {
            Ok(found) => sheets.extend(found),
            // One that is too large, or locked, may be the very table that is meant.
            Err(fatal @ (TableError::TooLarge | TableError::Locked)) => return Err(fatal),
            Err(_) if is_text(name) => {}
            Err(other) => error = Some(other),
        }
    }
    if sheets.is_empty() {
        let nothing = |error: &TableError| {
            matches!(
                *error,
                TableError::Empty | TableError::NotText(_) | TableError::Other(_) | NO_ENTRIES
            )
        };
        return Err(error
            .filter(|error| !nothing(error))
            .unwrap_or(TableError::NothingPacked));
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

fn sheets_of_text(bytes: &[u8], name: Option<&str>) -> Result<Vec<Sheet>, TableError> {
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
    if text.trim_start().starts_with(['{', '[']) {
        if let Some(lists) = json::lists(text)? {
            let sheet = |list: json::List| Sheet {
                encoding: Some(encoding),
                separator: None,
                name: name.map(str::to_owned).or(list.name),
                program: Some(list.program),
                rows: list.rows,
            };
            let sheets: Vec<Sheet> = lists.into_iter().map(sheet).collect();
            return if sheets.is_empty() { Err(NO_ENTRIES) } else { Ok(sheets) };
        }
        if looks_like_json(text.trim()) {
            return Err(NO_ENTRIES);
        }
    }
    let (separator, said) = split::separator(text);
    let mut rows = split::rows(text, separator, None)?;
    // The line that says what separates the cells is one for an editor, and none of the table.
    if said > 0 {
        rows.remove(0);
    }
    Ok(vec![Sheet {
        encoding: Some(encoding),
        separator: Some(separator),
        name: name.map(str::to_owned),
        program: None,
        rows,
    }])
}

/// JSON that can't be taken.
const NO_ENTRIES: TableError = TableError::Program(NoTable::Json);

/// Whether a text that is no JSON was meant to be some: it is damaged, or its end is missing.
fn looks_like_json(text: &str) -> bool {
    let closes = text.ends_with(if text.starts_with('[') { ']' } else { '}' });
    closes || text.chars().take(BEGINNING).collect::<String>().contains("\":")
}

/// How much of a text is looked at to see what it is, in characters.
const BEGINNING: usize = 4_000;

/// What a text is that is no table.
fn kind_of_text(text: &str) -> Option<TableError> {
    let start = text.trim_start();
    let beginning: String = start.chars().take(BEGINNING).collect();
    let says = |words: &str| beginning.contains(words);
    match start.chars().next()? {
        '{' if says("\"format\"") && says("\"ldn-diary\"") => Some(TableError::Backup),
        '<' if says("<HealthData") || says("HealthKit") => Some(TableError::Program(NoTable::AppleHealth)),
        '{' | '[' | '<' => other_file::of_text(text).map(TableError::Other),
        _ => match other_file::of_text(text) {
            None | Some(OtherFile::Table) => None,
            Some(kind) => Some(TableError::Other(kind)),
        },
    }
}

/// The table of all that are there that has the most days; of equal ones the first.
fn chosen(sheets: Vec<Sheet>) -> Result<Opened, TableError> {
    let is_json = sheets.iter().any(|sheet| sheet.program.is_some());
    let (mut best, mut with_days, mut names): (Option<Opened>, usize, Vec<String>) = (None, 0, Vec::new());
    for sheet in sheets {
        let known = Known {
            file: sheet.name.as_deref(),
            program: sheet.program,
        };
        for table in layout::tables(sheet.rows, known) {
            with_days += usize::from(table.dated > 0);
            if let Some(name) = sheet.name.as_ref().filter(|_| table.dated > 0)
                && !names.contains(name)
            {
                names.push(name.clone());
            }
            let size = |table: &Table| (table.dated > 0, table.dated, table.rows.len());
            if best.as_ref().is_none_or(|best| size(&table) > size(&best.table)) {
                best = Some(Opened {
                    encoding: sheet.encoding,
                    separator: sheet.separator,
                    name: sheet.name.clone(),
                    other_tables: 0,
                    other_names: Vec::new(),
                    table,
                });
            }
        }
    }
    let none = if is_json { NO_ENTRIES } else { TableError::NoDate };
    let mut best = best.ok_or(none)?;
    let table = &best.table;
    if table.rows.is_empty() {
        return Err(if is_json { TableError::Empty } else { TableError::NoRows });
    }
    // Any list may have a date here and there.
    if best.separator.is_none() && is_json && table.dated * 2 < table.rows.len().min(layout::LOOKED_AT) {
        return Err(NO_ENTRIES);
    }
    best.other_tables = with_days.saturating_sub(1);
    names.retain(|name| best.name.as_ref() != Some(name));
    names.truncate(MAX_NAMES);
    best.other_names = names;
    Ok(best)
}
