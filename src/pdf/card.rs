//! A card in its true size on a sheet, with marks to cut along.

use pdf_writer::types::StructRole;

use super::sheets::{Sheets, Style, points};
use super::text::Piece;
use crate::picture::Picture;
use crate::report::Paper;

const NOTE: Style = Style::new(3.5, 1.3);
/// How long the marks are, and how far from the card.
const MARK: (f64, f64) = (5.0, 1.5);

/// The card below a line that says what to do with it.
pub(super) fn sheet(sheets: &mut Sheets<'_>, card: &Picture, note: &str) {
    let lines = sheets.broken(&[Piece::new(note.to_owned(), false)], NOTE, sheets.width());
    let top = sheets.y;
    sheets.tagged(StructRole::P, |sheets| sheets.lines(&lines, NOTE, Paper::MARGIN, top));
    let corner = (Paper::MARGIN + MARK.0 + MARK.1, top + 20.0);
    let low = sheets.at(corner.0, corner.1 + card.height);
    let high = sheets.at(corner.0 + card.width, corner.1);
    let tag = sheets.tags.begin(StructRole::Figure);
    tag.alt = Some(card.words.clone());
    tag.place = Some([low.0, low.1, high.0, high.1]);
    sheets.marked(StructRole::Figure, |sheets| sheets.picture(card, corner, 1.0));
    sheets.tags.end();
    sheets.decorated(|sheets| marks(sheets, corner, (card.width, card.height)));
    sheets.y = corner.1 + card.height;
}

/// Two at each corner, outside of the card.
fn marks(sheets: &mut Sheets<'_>, (left, top): (f64, f64), (width, height): (f64, f64)) {
    let (length, gap) = MARK;
    let mut lines = Vec::new();
    for (x, out) in [(left, -1.0), (left + width, 1.0)] {
        for (y, up) in [(top, -1.0), (top + height, 1.0)] {
            lines.push([(x + out * gap, y), (x + out * (gap + length), y)]);
            lines.push([(x, y + up * gap), (x, y + up * (gap + length))]);
        }
    }
    for [from, to] in lines {
        let (from, to) = (sheets.at(from.0, from.1), sheets.at(to.0, to.1));
        let content = sheets.content();
        content.set_dash_pattern([], 0.0);
        content.set_stroke_gray(0.0).set_line_width(points(0.15));
        content.move_to(from.0, from.1).line_to(to.0, to.1).stroke();
    }
}
