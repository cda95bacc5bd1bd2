//! Tables: rows that stay whole, and column headings on every sheet.

use pdf_writer::types::StructRole;

use super::sheets::{Sheets, Style};
use super::tags::Heads;
use super::text::{Line, Piece};
use crate::report::{Paper, Table};

/// White around a cell's text.
const PAD_X: f64 = 0.8;
const PAD_Y: f64 = 0.75;
/// The same of a row that stands across the table.
const PAD_ACROSS: f64 = 0.1;

/// A row that is broken into lines.
struct Row {
    cells: Vec<Vec<Line>>,
    height: f64,
    /// White above and below.
    white: f64,
    /// How many columns its cell stands across.
    across: usize,
}

/// A table with all of its rows broken into lines.
pub(super) struct Laid {
    style: Style,
    caption: Vec<Line>,
    /// How the caption is set, and the white below it.
    caption_style: (Style, f64),
    /// Where each column's text begins.
    places: Vec<f64>,
    head: Row,
    rows: Vec<Row>,
}

impl Laid {
    pub(super) fn of(sheets: &Sheets<'_>, table: &Table, style: Style, caption_style: (Style, f64)) -> Laid {
        let caption = [Piece::new(table.caption.clone(), true)];
        let all: f64 = table.widths.iter().sum();
        let widths: Vec<f64> = table.widths.iter().map(|width| width / all * sheets.width()).collect();
        let mut places = Vec::new();
        let mut x = Paper::MARGIN + PAD_X;
        for width in &widths {
            places.push(x);
            x += width;
        }
        let row = |cells: &[String], bold: bool| {
            let across = if cells.len() == 1 { widths.len() } else { 1 };
            let wide = [sheets.width()];
            let widths = if across > 1 { &wide } else { &widths[..] };
            let white = if across > 1 { PAD_ACROSS } else { PAD_Y };
            let broken = cells
                .iter()
                .zip(widths)
                .map(|(cell, width)| sheets.broken(&[Piece::new(cell.clone(), bold)], style, width - 2.0 * PAD_X));
            let cells: Vec<Vec<Line>> = broken.collect();
            let most = cells.iter().map(Vec::len).max().unwrap_or(1);
            #[expect(clippy::cast_precision_loss, reason = "a cell has few lines")]
            let height = most as f64 * style.line_height() + 2.0 * white;
            Row {
                cells,
                height,
                white,
                across,
            }
        };
        Laid {
            style,
            caption: sheets.broken(&caption, caption_style.0, sheets.width()),
            caption_style,
            places,
            head: row(&table.columns, true),
            rows: table.rows.iter().map(|cells| row(cells, false)).collect(),
        }
    }

    pub(super) fn height(&self) -> f64 {
        self.caption_height() + self.head.height + self.rows.iter().map(|row| row.height).sum::<f64>()
    }

    #[expect(clippy::cast_precision_loss, reason = "a caption has few lines")]
    fn caption_height(&self) -> f64 {
        let (style, white) = self.caption_style;
        self.caption.len() as f64 * style.line_height() + white
    }

    /// The caption, the heading and the first row stand on one sheet.
    pub(super) fn least_height(&self) -> f64 {
        self.caption_height() + self.head.height + self.rows.first().map_or(0.0, |row| row.height)
    }

    /// Writes the table from where the sheet is filled to, over as many sheets as it takes.
    pub(super) fn put(&self, sheets: &mut Sheets<'_>) {
        sheets.tags.begin(StructRole::Table);
        sheets.tagged(StructRole::Caption, |sheets| {
            sheets.lines(&self.caption, self.caption_style.0, Paper::MARGIN, sheets.y);
        });
        sheets.y += self.caption_height();
        self.head(sheets, true);
        for row in &self.rows {
            if sheets.y + row.height > sheets.bottom() {
                sheets.turn_over();
                self.head(sheets, false);
            }
            self.row(sheets, row, Some(Heads::Row));
            sheets.rule(sheets.y, 0.15, 60);
        }
        sheets.tags.end();
    }

    /// The headings; on later sheets they only repeat what was said.
    fn head(&self, sheets: &mut Sheets<'_>, first: bool) {
        if first {
            self.row(sheets, &self.head, Some(Heads::Column));
        } else {
            let top = sheets.y + PAD_Y;
            sheets.decorated(|sheets| {
                for (cell, x) in self.head.cells.iter().zip(&self.places) {
                    sheets.lines(cell, self.style, *x, top);
                }
            });
            sheets.y += self.head.height;
        }
        sheets.rule(sheets.y, 0.4, 0);
    }

    fn row(&self, sheets: &mut Sheets<'_>, row: &Row, heads: Option<Heads>) {
        sheets.tags.begin(StructRole::TR);
        let top = sheets.y + row.white;
        for (index, (cell, x)) in row.cells.iter().zip(&self.places).enumerate() {
            let heads = heads.filter(|heads| *heads == Heads::Column || index == 0);
            let role = if heads.is_some() {
                StructRole::TH
            } else {
                StructRole::TD
            };
            let tag = sheets.tags.begin(role);
            tag.heads = heads;
            tag.across = row.across;
            if cell.iter().flatten().any(|piece| !piece.text.is_empty()) {
                sheets.marked(role, |sheets| sheets.lines(cell, self.style, *x, top));
            }
            sheets.tags.end();
        }
        sheets.tags.end();
        sheets.y += row.height;
    }
}
