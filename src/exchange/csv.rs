//! The diary as a table for spreadsheets, one row a day (F2).
//!
//! Written: RFC 4180, CRLF, UTF-8 with a byte order mark. The columns are `date`, `phase`, `dose_planned_mg`,
//! `dose_taken_mg`, the items, the side effects, the other medicines (`medicine:` and their name), `rescue_medicine`, `tags`, `note`, `recorded_at`, `edited_at`, `late`;
//! and, only if a day has them, `walking_support`, `left_out` and `sealed_dose_taken`, and before `recorded_at` `imported_from`. An empty cell is a missing answer. The patient's own
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
//! Tables are read by [`super::table`], this one among them.

use crate::diary::Diary;

pub(super) mod cell;
pub(super) mod columns;
mod long;
mod write;

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
