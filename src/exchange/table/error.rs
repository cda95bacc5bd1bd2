//! Why a file is not taken as a table at all.

use serde::{Deserialize, Serialize};

use crate::exchange::decode::DecodeError;
use crate::exchange::other_file::OtherFile;

/// Why a file is no table of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableError {
    /// Over 20 MB, or over 20 MB of what is packed in it.
    TooLarge,
    /// Nothing is in it.
    Empty,
    /// More rows than [`super::MAX_ROWS`].
    TooManyRows,
    /// More columns than [`super::MAX_COLUMNS`].
    TooManyColumns,
    /// A quoted cell that begins on this line never ends.
    OpenQuote(u64),
    /// A table in which no column has a date in most of its rows.
    NoDate,
    /// A column of dates, and no row below it.
    NoRows,
    /// It is no text that can be read.
    NotText(DecodeError),
    /// It is a backup of this app, which is taken in as such.
    Backup,
    /// It is something else that is known.
    Other(OtherFile),
    /// It is a file of another program that is no table; how to get one is said.
    Program(NoTable),
    /// It is packed, and nothing in it is a table.
    NothingPacked,
    /// It is packed with a password.
    Locked,
    /// It is packed in a way that is not read, or is damaged.
    Damaged,
}

/// A file of a program that keeps diaries, which is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoTable {
    /// JSON that holds no list of entries with their days.
    Json,
    /// XML of Apple Health.
    AppleHealth,
    /// A workbook of old Excel (.xls).
    OldExcel,
    /// A workbook of `LibreOffice` or `OpenOffice` (.ods).
    OpenDocument,
    /// A document for text (.docx, .odt, .pages) or for Apple Numbers.
    Document,
    /// A backup of Daylio (.daylio).
    DaylioBackup,
}

impl From<DecodeError> for TableError {
    fn from(error: DecodeError) -> TableError {
        match error {
            DecodeError::OtherKind(kind) => TableError::Other(kind),
            other => TableError::NotText(other),
        }
    }
}
