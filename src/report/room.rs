//! How much of page 1 is taken, by estimate: the patient's questions stand on it however long they are, and what has no
//! room beside them goes behind it.
//!
//! Page 1 is laid out by the browser and by the PDF file's writer, each with letters of its own: so widths are those of a wide
//! font, and a report is the same in both.

use super::Report;
use super::parts::{Line, Paper, Table};

/// The height of a line in millimetres, and the width of an em.
#[derive(Clone, Copy)]
struct Style(f64, f64);

const TEXT: Style = Style(4.6, 3.5);
const TABLE: Style = Style(3.95, 3.2);
const FINDING: Style = Style(5.7, 4.3);
const SMALL: Style = Style(3.75, 3.0);
/// Title, span and the rule below them.
const HEAD: f64 = 9.5;
/// White around each part.
const GAP: f64 = 2.0;
/// The frame around the finding.
const FRAME: f64 = 6.5;
/// The least that a drawing is: below that it can't be read.
const DRAWING: f64 = 51.0;
/// What page 1 has less than the sheet within its edges: the foot.
const FOOT: f64 = 4.0;
/// White at both sides of a cell, and between two rows.
const CELL: f64 = 1.2;
const ROW: f64 = 0.65;

/// Puts tables of page 1 behind it, the last first, until all else has room there.
pub(super) fn make(report: &mut Report) {
    let (width, height) = report.paper.size();
    let (width, height) = (width - 2.0 * Paper::MARGIN, height - 2.0 * Paper::MARGIN - FOOT);
    while taken(report, width) > height {
        match report.tables.pop() {
            Some(table) => report.further.insert(0, table),
            None => return,
        }
    }
}

fn taken(report: &Report, width: f64) -> f64 {
    let mut taken = HEAD + named(&report.visit, width) + GAP;
    let name = report.name.as_deref().unwrap_or_default();
    for (text, style) in [
        (name, TEXT),
        (&report.facts.join(" · "), TEXT),
        (&report.phases.join(" · "), TABLE),
    ] {
        taken += lines(text, style, width);
    }
    for line in &report.about_me {
        taken += lines(line, TABLE, width);
    }
    let finding: String = report.finding.iter().map(|words| words.text.as_str()).collect();
    taken += lines(&finding, FINDING, width - FRAME) + FRAME + GAP + named(&report.card, width);
    if report.picture.is_some() {
        taken += DRAWING + lines(&report.legend, SMALL, width) + 2.0 * GAP;
    }
    for table in &report.tables {
        taken += of_table(table, width) + GAP;
    }
    for text in [&report.caveats.join(" "), &report.method.join(" "), &report.origin] {
        taken += lines(text, SMALL, width);
    }
    taken
}

fn named(lines_of: &[Line], width: f64) -> f64 {
    let mut taken = 0.0;
    for line in lines_of {
        taken += lines(&[&*line.name, ": ", &line.text].concat(), TABLE, width);
    }
    taken
}

fn of_table(table: &Table, width: f64) -> f64 {
    let all: f64 = table.widths.iter().sum();
    let row = |cells: &[String]| {
        let mut tallest: f64 = 0.0;
        for (cell, share) in cells.iter().zip(&table.widths) {
            let room = if cells.len() == 1 { width } else { width * share / all };
            tallest = tallest.max(lines(cell, TABLE, room - CELL));
        }
        tallest + ROW
    };
    let rows: f64 = table.rows.iter().map(|cells| row(cells)).sum();
    TABLE.0 + row(&table.columns) + rows
}

/// How tall a text is in a column so wide; one that is empty takes nothing.
fn lines(text: &str, style: Style, room: f64) -> f64 {
    if text.is_empty() {
        return 0.0;
    }
    let long: f64 = text.chars().map(width_of).sum();
    // Words don't fill a line to its end, and the less the shorter it is.
    let full = long * style.1 / room;
    let wasted = if full > 1.0 { style.1 * 2.0 / room } else { 0.0 };
    (full * (1.02 + wasted)).ceil().max(1.0) * style.0
}

/// The width of a letter in ems.
fn width_of(letter: char) -> f64 {
    match letter {
        ' ' | 'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' => 0.3,
        'W' | 'M' | 'm' | 'w' | '@' | '%' | 'Ш' | 'Щ' | 'Ж' | 'Ю' | 'Ф' => 1.15,
        letter if letter.is_uppercase() => 0.68,
        letter if u32::from(letter) < 0x2000 => 0.53,
        _ => 1.05,
    }
}
