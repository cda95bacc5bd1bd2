//! The diary as a table for spreadsheets, one row a day (F2), and tables of any origin in (I2).
//!
//! Written: RFC 4180, CRLF, UTF-8 with a byte order mark. The columns are `date`, `phase`, `dose_planned_mg`,
//! `dose_taken_mg`, the items, the side effects, `rescue_medicine`, `tags`, `note`, `recorded_at`, `edited_at`, `late`;
//! and, only if a day has them, `walking_support` and `left_out`, and before `recorded_at` `imported_from`. An empty cell is a missing answer. The patient's own
//! items and side effects stand under their names. What a spreadsheet could take for a formula gets a `'` in front, which
//! is taken off again: the beginning of a text, and what follows a separator or line break in it, since the table may be
//! split there.
//!
//! Where a comma stands in numbers, a spreadsheet takes 1.5 for a date or a text, and does not split at commas: for these
//! there is the same table with `;` between its cells and `,` in its numbers.
//!
//! A table carries every answer and time stamp of every day. It does not carry settings, phases, dose steps, the template
//! and what another version wrote: that is what the backup is for. `phase`, `dose_planned_mg` and `late` are derived;
//! they are written, and not read.
//!
//! Read: any separator of `,` `;` tab, any line ending, either decimal mark, columns in any order, after a
//! [`Mapping`] that the patient sees and can change; dates that can mean two days, as one row of the column tells. Nothing is changed by reading: days and problems come back together.

use chrono::{DateTime, FixedOffset};

use super::backup::{MAX_BYTES, MAX_DAYS};
use super::problems::Problems;
use crate::diary::{Day, Diary, ItemId, Settings, SideEffectId};

mod cell;
mod columns;
mod day_or_month;
mod long;
mod read;
mod write;

/// The most columns of a table.
pub const MAX_COLUMNS: usize = 1_000;

/// A written table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The text of the file, with its byte order mark.
    pub text: String,
    /// The number of rows below the header: one a day.
    pub rows: usize,
}

/// What stands in numbers, and so between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialect {
    /// 1.5, and `,` between cells.
    Points,
    /// 1,5, and `;` between cells.
    Commas,
}

/// What a column of a table means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// Nothing that is read.
    Ignored,
    /// The day.
    Date,
    /// The dose taken, in mg unless a cell says otherwise.
    DoseTaken,
    /// Ratings from 0 to 100.
    Item(ItemId),
    /// Ratings from 0 to 10 of another diary, times ten; one decimal is allowed.
    ItemOutOfTen(ItemId),
    /// Yes or no.
    SideEffect(SideEffectId),
    /// Whether extra pain medicine was needed.
    RescueMedicine,
    /// Whether walking support was needed.
    WalkingSupport,
    /// Whether the rest was left out on purpose.
    LeftOut,
    /// Tags, separated by semicolons.
    Tags,
    /// The note.
    Note,
    /// When the day was first recorded.
    RecordedAt,
    /// When an answer was changed later.
    EditedAt,
    /// The program or file that the day's first answers were taken over from.
    ImportedFrom,
}

/// What each column of a table means: a proposal first, which the patient sees and can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The headers of the table, in order.
    pub headers: Vec<String>,
    /// What each one means; as many as there are headers.
    pub columns: Vec<Column>,
}

/// What was read from a table. Nothing is in the diary yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The days, by date. A line with a problem gives none.
    pub days: Vec<Day>,
    /// What is wrong, with the line of the file.
    pub problems: Problems,
    /// How many rows hold anything.
    pub rows: usize,
}

/// Why a file is not taken as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CsvError {
    /// Over 20 MB.
    TooLarge,
    /// More rows than a diary has days.
    TooManyRows,
    /// More columns than anything that is recorded.
    TooManyColumns,
    /// A quoted cell that begins on this line never ends.
    OpenQuote(u64),
    /// No header, or none that reads as a date.
    NoDate,
    /// Two columns are to be read as the same thing.
    SameTwice(String, String),
    /// The mapping was made for another table.
    OtherTable,
}

/// Writes all days of a diary as a table, with points in numbers.
pub fn write(diary: &Diary) -> Table {
    write::table(diary, Dialect::Points)
}

/// The same with decimal commas.
pub fn write_commas(diary: &Diary) -> Table {
    write::table(diary, Dialect::Commas)
}

/// Writes all answers of a diary, one row each, with code and unit: `date`, `phase`, `dose_planned_mg`, `kind`, `name`,
/// `value`, `unit`, `code_system`, `code`, `recorded_at`, `edited_at`, `late` and, before `recorded_at` and only if a day has it, `imported_from`. It is for other programs, and is not read
/// back.
pub fn write_long(diary: &Diary) -> Table {
    long::table(diary)
}

/// Proposes what the columns of a table mean, by their headers: those that [`write()`] gives, and common other names.
///
/// # Errors
/// [`CsvError::TooLarge`]; [`CsvError::NoDate`] if there is no header at all.
pub fn propose(text: &str, settings: &Settings) -> Result<Mapping, CsvError> {
    columns::propose(text, settings)
}

/// Reads a table. A day without a time of recording was recorded `now`. A day after tomorrow is a problem.
///
/// # Errors
/// [`CsvError`] if nothing can be read at all; what is wrong in single lines is among the [`Problems`] that come back.
pub fn read(
    text: &str,
    mapping: &Mapping,
    settings: &Settings,
    now: DateTime<FixedOffset>,
) -> Result<Reading, CsvError> {
    read::table(text, mapping, crate::diary::diary_day(now, settings.day_ends_at), now)
}
