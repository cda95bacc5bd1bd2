//! Picture → the operators of a page.

use pdf_writer::types::{LineCapStyle, LineJoinStyle};

use super::sheets::{Sheets, Style, gray, points};
use crate::picture::{Anchor, HOLLOW, Mark, Picture, Point, Shape};

/// How long a circle's handles are, for a radius of 1.
const HANDLE: f64 = 0.552_285;

impl Sheets<'_> {
    /// Draws a picture `scale` times as large, its left upper corner at a place of the sheet.
    pub(super) fn picture(&mut self, picture: &Picture, corner: Point, scale: f64) {
        let mut brush = Brush {
            sheets: self,
            corner,
            scale,
        };
        for shape in &picture.shapes {
            brush.shape(shape);
        }
    }
}

struct Brush<'s, 'a> {
    sheets: &'s mut Sheets<'a>,
    corner: Point,
    scale: f64,
}

impl Brush<'_, '_> {
    fn at(&self, (x, y): Point) -> (f32, f32) {
        self.sheets
            .at(self.corner.0 + x * self.scale, self.corner.1 + y * self.scale)
    }

    fn length(&self, millimetres: f64) -> f32 {
        points(millimetres * self.scale)
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Ground { at, size, ink } => {
                let (x, y) = self.at((at.0, at.1 + size.1));
                let (width, height) = (self.length(size.0), self.length(size.1));
                let content = self.sheets.content();
                content
                    .set_fill_gray(gray(*ink))
                    .rect(x, y, width, height)
                    .fill_nonzero();
            }
            Shape::Lines {
                lines,
                width,
                ink,
                dashed,
            } => self.lines(lines, *width, *ink, *dashed),
            Shape::Marks {
                points,
                mark,
                size,
                ink,
                hollow,
            } => self.marks(points, *mark, *size, *ink, *hollow),
            Shape::Text {
                at,
                anchor,
                size,
                strong,
                ink,
                text,
            } => {
                let style = Style {
                    size: size * self.scale,
                    leading: 1.0,
                    ink: *ink,
                };
                let width = self.sheets.fonts.width(text, *strong) * style.size;
                let back = match anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => width / 2.0,
                    Anchor::End => width,
                };
                let x = self.corner.0 + at.0 * self.scale - back;
                let y = self.corner.1 + at.1 * self.scale;
                self.sheets.text(text, *strong, style, x, y);
            }
        }
    }

    fn lines(&mut self, lines: &[Vec<Point>], width: f64, ink: u8, dashed: bool) {
        let thickness = self.length(width);
        let dash = dashed.then(|| [self.length(1.4), self.length(1.0)]);
        let content = self.sheets.content();
        content.set_stroke_gray(gray(ink)).set_line_width(thickness);
        content
            .set_line_cap(LineCapStyle::ButtCap)
            .set_line_join(LineJoinStyle::RoundJoin);
        content.set_dash_pattern(dash.into_iter().flatten(), 0.0);
        for line in lines {
            self.polyline(line);
        }
        self.sheets.content().stroke();
    }

    fn polyline(&mut self, line: &[Point]) {
        for (index, point) in line.iter().enumerate() {
            let (x, y) = self.at(*point);
            let content = self.sheets.content();
            if index == 0 {
                content.move_to(x, y);
            } else {
                content.line_to(x, y);
            }
        }
    }

    fn marks(&mut self, places: &[Point], mark: Mark, size: f64, ink: u8, hollow: bool) {
        if places.is_empty() {
            return;
        }
        let outline = self.length(HOLLOW);
        let content = self.sheets.content();
        if hollow {
            content
                .set_fill_gray(1.0)
                .set_stroke_gray(gray(ink))
                .set_line_width(outline);
            content.set_dash_pattern([], 0.0);
        } else {
            content.set_fill_gray(gray(ink));
        }
        for place in places {
            if mark == Mark::Circle {
                self.circle(*place, size / 2.0);
            } else {
                self.polyline(&mark.corners(*place, size));
                self.sheets.content().close_path();
            }
        }
        let content = self.sheets.content();
        if hollow {
            content.fill_nonzero_and_stroke();
        } else {
            content.fill_nonzero();
        }
    }

    /// Four curves.
    fn circle(&mut self, (x, y): Point, radius: f64) {
        let handle = radius * HANDLE;
        let turn = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)];
        let (start_x, start_y) = self.at((x + radius, y));
        self.sheets.content().move_to(start_x, start_y);
        for pair in turn.windows(2) {
            let [(ax, ay), (bx, by)] = [pair[0], pair[1]];
            let from = (x + ax * radius + bx * handle, y + ay * radius + by * handle);
            let to = (x + bx * radius + ax * handle, y + by * radius + ay * handle);
            let (from, to, end) = (self.at(from), self.at(to), self.at((x + bx * radius, y + by * radius)));
            self.sheets.content().cubic_to(from.0, from.1, to.0, to.1, end.0, end.1);
        }
        self.sheets.content().close_path();
    }
}
