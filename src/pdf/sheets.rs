//! Sheets of paper, one after the other, and what is put on them.

use std::collections::BTreeMap;

use pdf_writer::types::{StructRole, TextRenderingMode};
use pdf_writer::{Content, Name, Str};

use super::fonts::{Fonts, Glyph};
use super::tags::Tags;
use super::text::{Line, Piece, lines};
use crate::report::Paper;

/// Points in a millimetre.
pub(super) const POINTS: f64 = 72.0 / 25.4;

/// All sheets so far; the last one is being filled.
pub(super) struct Sheets<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) paper: Paper,
    pub(super) tags: Tags,
    /// The drawing of each sheet, and its parts by their numbers.
    pub(super) filled: Vec<(Content, Vec<usize>)>,
    /// The glyphs that were used, with what they stand for, by font.
    pub(super) used: BTreeMap<usize, BTreeMap<u16, char>>,
    /// Where the next thing goes, from the top.
    pub(super) y: f64,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// The size of its letters' square.
    pub(super) size: f64,
    /// From one line to the next, as a share of the size.
    pub(super) leading: f64,
    /// Its shade, 0 is black.
    pub(super) ink: u8,
}

impl Style {
    pub(super) const fn new(size: f64, leading: f64) -> Style {
        Style { size, leading, ink: 0 }
    }

    pub(super) fn line_height(self) -> f64 {
        self.size * self.leading
    }
}

impl<'a> Sheets<'a> {
    pub(super) fn new(paper: Paper, fonts: &'a Fonts) -> Sheets<'a> {
        Sheets {
            fonts,
            paper,
            tags: Tags::new(),
            filled: vec![(Content::new(), Vec::new())],
            used: BTreeMap::new(),
            y: Paper::MARGIN,
        }
    }

    /// The width between the white edges.
    pub(super) fn width(&self) -> f64 {
        self.paper.size().0 - 2.0 * Paper::MARGIN
    }

    /// Where the lower white edge begins.
    pub(super) fn bottom(&self) -> f64 {
        self.paper.size().1 - Paper::MARGIN
    }

    pub(super) fn turn_over(&mut self) {
        self.filled.push((Content::new(), Vec::new()));
        self.y = Paper::MARGIN;
    }

    /// The drawing of the sheet that is being filled.
    pub(super) fn content(&mut self) -> &mut Content {
        let last = self.filled.len() - 1;
        &mut self.filled[last].0
    }

    /// A point of the sheet as PDF counts: points from the lower left corner.
    pub(super) fn at(&self, x: f64, y: f64) -> (f32, f32) {
        (points(x), points(self.paper.size().1 - y))
    }

    /// Draws something that is part of the document.
    pub(super) fn tagged(&mut self, role: StructRole, draw: impl FnOnce(&mut Self)) {
        self.tags.begin(role);
        self.marked(role, draw);
        self.tags.end();
    }

    /// Draws something that belongs to the part that is open.
    pub(super) fn marked(&mut self, role: StructRole, draw: impl FnOnce(&mut Self)) {
        let page = self.filled.len() - 1;
        let id = i32::try_from(self.filled[page].1.len()).unwrap_or(i32::MAX);
        let part = self.tags.content(page, id);
        self.filled[page].1.push(part);
        let name = role.to_name();
        self.content()
            .begin_marked_content_with_properties(name)
            .properties()
            .identify(id);
        draw(self);
        self.content().end_marked_content();
    }

    /// Draws something that only decorates the page.
    pub(super) fn decorated(&mut self, draw: impl FnOnce(&mut Self)) {
        self.content().begin_marked_content(Name(b"Artifact"));
        draw(self);
        self.content().end_marked_content();
    }

    /// Breaks a text into lines of this width.
    pub(super) fn broken(&self, pieces: &[Piece], style: Style, width: f64) -> Vec<Line> {
        lines(self.fonts, pieces, width / style.size)
    }

    /// Writes lines below each other, the first one below `top`.
    pub(super) fn lines(&mut self, lines: &[Line], style: Style, x: f64, top: f64) {
        let mut y = top + style.line_height() / 2.0 + style.size * 0.36;
        for line in lines {
            let mut place = x;
            for piece in line {
                place += self.text(&piece.text, piece.bold, style, place, y);
            }
            y += style.line_height();
        }
    }

    /// Writes a text with its baseline at `y` and gives its width.
    pub(super) fn text(&mut self, text: &str, bold: bool, style: Style, x: f64, y: f64) -> f64 {
        let glyphs = self.fonts.glyphs(text, bold);
        let mut place = x;
        for run in glyphs.chunk_by(|a, b| (a.font, a.thicken) == (b.font, b.thicken)) {
            self.run(run, style, self.at(place, y));
            place += run.iter().map(|glyph| glyph.width).sum::<f64>() * style.size;
        }
        place - x
    }

    /// Glyphs of one font.
    fn run(&mut self, run: &[Glyph], style: Style, (x, y): (f32, f32)) {
        let Some(first) = run.first().copied() else { return };
        let used = self.used.entry(first.font).or_default();
        used.extend(run.iter().map(|glyph| (glyph.id, glyph.stands_for)));
        let bytes: Vec<u8> = run.iter().flat_map(|glyph| glyph.id.to_be_bytes()).collect();
        let gray = gray(style.ink);
        let content = self.content();
        content.begin_text();
        content.set_font(Name(font_name(first.font).as_bytes()), points(style.size));
        content.set_fill_gray(gray);
        if first.thicken {
            content.set_stroke_gray(gray).set_line_width(points(style.size * 0.03));
            content.set_text_rendering_mode(TextRenderingMode::FillStroke);
        } else {
            content.set_text_rendering_mode(TextRenderingMode::Fill);
        }
        content.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, y]);
        content.show(Str(&bytes));
        content.end_text();
    }

    /// A line across the page.
    pub(super) fn rule(&mut self, y: f64, thickness: f64, ink: u8) {
        let (left, right) = (self.at(Paper::MARGIN, y), self.at(Paper::MARGIN + self.width(), y));
        self.decorated(|sheets| {
            let content = sheets.content();
            content.set_dash_pattern([], 0.0);
            content.set_stroke_gray(gray(ink)).set_line_width(points(thickness));
            content.move_to(left.0, left.1).line_to(right.0, right.1).stroke();
        });
    }
}

/// The name of a font on every page.
pub(super) fn font_name(place: usize) -> String {
    format!("F{place}")
}

/// Shades of grey, from 0 (black) to 1.
pub(super) fn gray(ink: u8) -> f32 {
    f32::from(ink.min(100)) / 100.0
}

/// Millimetres as points.
#[expect(clippy::cast_possible_truncation, reason = "PDF readers count with this precision")]
pub(super) fn points(millimetres: f64) -> f32 {
    ((millimetres * POINTS * 1000.0).round() / 1000.0) as f32
}
