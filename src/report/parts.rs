//! What a report is made for and made of: paper, choices, tables, words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::diary::{ItemId, StandardItem};
use crate::trial::{Counting, ImportedDays, LateDays};
use crate::words::as_named;

/// The paper that a report is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 215.9 by 279.4 mm.
    Letter,
}

impl Paper {
    /// The white edge on every side, in millimetres.
    pub const MARGIN: f64 = 13.0;

    /// Its width and height in millimetres.
    pub const fn size(self) -> (f64, f64) {
        match self {
            Paper::A4 => (210.0, 297.0),
            Paper::Letter => (215.9, 279.4),
        }
    }

    /// Its name in files and in CSS.
    pub const fn id(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
    }
}

/// What the patient chose to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the form")]
pub struct Choices {
    /// The first day that is shown; the diary's first day where this is earlier.
    pub from: NaiveDate,
    /// The last day that is looked at.
    pub to: NaiveDate,
    /// The day on which it is made.
    pub made_on: NaiveDate,
    /// The items, in the order in which they are shown.
    pub items: Vec<ItemId>,
    /// Whether every day stands in a table behind page 1.
    pub every_day: bool,
    /// Whether notes go in.
    pub notes: bool,
    /// A name to be written on it.
    pub name: Option<String>,
    /// The paper.
    pub paper: Paper,
    /// Whether days that were recorded late count.
    pub late_days: LateDays,
    /// Whether days that were imported count.
    pub imported_days: ImportedDays,
    /// Whether what the patient says of themselves stands on page 1.
    pub about_me: bool,
    /// Whether the visit that it is made for stands on page 1, and what was decided at others behind it.
    pub visits: bool,
}

impl Choices {
    /// Which recorded days count.
    pub fn counting(&self) -> Counting {
        Counting {
            late: self.late_days,
            imported: self.imported_days,
        }
    }
}

/// A table: names of the columns, then rows of as many cells; the first cell names its row. A row of one cell stands across
/// all columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// What stands in each column.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// How wide each column is beside the others.
    pub widths: Vec<f64>,
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Whether it is what the eye should catch.
    pub strong: bool,
}

/// A line of page 1 that begins with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the eye finds it by: "Asked".
    pub name: String,
    /// What is said.
    pub text: String,
}

impl Words {
    /// A message, in which `<b>…</b>` is what the eye should catch. A name that it is given has to be [`unmarked`](crate::words::unmarked).
    pub(super) fn of(message: &str) -> Vec<Words> {
        let mut parts = Vec::new();
        for (place, part) in message.split("<b>").enumerate() {
            let (strong, plain) = match part.split_once("</b>") {
                Some(parts) => parts,
                None if place > 0 => (part, ""),
                None => ("", part),
            };
            for (text, strong) in [(strong, true), (plain, false)] {
                if !text.is_empty() {
                    let text = as_named(text);
                    parts.push(Words { text, strong });
                }
            }
        }
        parts
    }
}

/// Where there is no figure.
pub(super) const NONE: &str = "–";

/// A number that no line break parts from its percent sign.
pub(super) fn unbroken(text: &str) -> String {
    text.replace(" %", "\u{a0}%")
}

/// The items that a report holds unless the patient chooses others: those of the trials' first question.
pub const FIRST_ITEMS: [StandardItem; 5] = [
    StandardItem::Pain,
    StandardItem::Fatigue,
    StandardItem::SleepQuality,
    StandardItem::Overall,
    StandardItem::Tolerability,
];
