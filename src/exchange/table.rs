//! Tables of any origin in (I2, I7): this app's own, whatever a spreadsheet did with it, those of other programs, and sheets
//! that people keep themselves.
//!
//! Three steps. [`open()`] finds out how the file is written down: its encoding, what separates its cells, where its header
//! is. [`propose()`] looks at the whole of it and says what each column, or each thing that a long table names, seems to mean.
//! The patient sees and changes that, and [`read()`] gives the days. Nothing is guessed in silence: a scale, a unit, an order of
//! day and month that nothing in the file tells is asked, and what is not answered is left out and counted. A bad cell leaves
//! out the cell and never its day. Nothing is in the diary yet: that is [`crate::exchange::import::gaps`].

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::diary::Settings;

pub use self::error::{NoTable, TableError};
pub use self::number::Number;
pub use self::open::Opened;
pub use self::reading::{LeftOut, Reading};
pub use self::shape::{
    After, Dates, EitherDay, Field, First, Join, Layout, MAX_COLUMNS, MAX_FIELDS, MAX_NAMES, MAX_ROWS, MAX_WORDS,
    Meaning, Program, Proposal, Reason, Sample, Scale, Source, Unit, Why, Zero,
};

mod days;
mod error;
mod field;
mod header;
mod json;
mod layout;
mod meaning;
mod number;
mod open;
mod packed;
mod propose;
mod read;
mod reading;
mod serial;
mod shape;
mod split;
mod stamp;
mod value;
mod words;
mod workbook;

/// Opens a file: text in any encoding that tables have, JSON with a list of entries, a packed file with a table in it, or a
/// workbook.
///
/// # Errors
/// [`TableError`]: what it is instead, or what is wrong with it.
pub fn open(bytes: &[u8]) -> Result<Opened, TableError> {
    open::open(bytes)
}

/// What the table seems to hold. `today` is the day of the diary: none after tomorrow is taken.
pub fn propose(opened: &Opened, settings: &Settings, today: NaiveDate) -> Proposal {
    propose::propose(opened, settings, today)
}

/// What becomes of a cell of a field, by the proposal as the patient has changed it: for the samples beside it.
pub fn after(proposal: &Proposal, field: &Field, cell: &str, settings: &Settings) -> After {
    propose::after(proposal, field, cell, settings)
}

/// Reads the table by a proposal, as it came or as the patient has changed it. A day without a time of recording was recorded
/// `now`; one that has not begun is left out.
pub fn read(opened: &Opened, proposal: &Proposal, settings: &Settings, now: DateTime<FixedOffset>) -> Reading {
    read::read(opened, proposal, settings, now)
}
