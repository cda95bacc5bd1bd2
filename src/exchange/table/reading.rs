//! What comes out of a table.

use crate::diary::{Day, Name, Settings};

use super::shape::Reason;

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
    /// What was left out: rows first, then by field and reason.
    pub left_out: Vec<LeftOut>,
    /// How many rows hold anything.
    pub rows: usize,
    /// Where the days come from, as it is written beside them: the name of the program; none for a table of this app, whose
    /// days are its own (but for those of which it does not say when they were recorded).
    pub source: Option<Name>,
}
