//! A drawing while it is made: its days, its phases and what is on it so far.

use crate::diary::{Diary, PhaseSpan};
use crate::picture::{Anchor, Picture, Point, Shape};
use crate::report::days::ShownDays;
use crate::report::time_axis::TimeAxis;
use crate::trial::{Analysis, Counting};

/// Left of the time axis, for names and the scale; right of it, so that nothing is cut off. Millimetres, as all below.
const GUTTER: f64 = 21.0;
const RIGHT: f64 = 1.5;
/// The size of names, and of what is smaller.
pub(super) const TEXT: f64 = 3.0;
pub(super) const SMALL: f64 = 2.7;
/// The line of names above each plot.
pub(super) const HEADING: f64 = 4.6;
/// Shades of ink.
pub(super) const BLACK: u8 = 0;
pub(super) const SOFT: u8 = 30;

/// A picture that is being drawn.
pub(super) struct Drawing<'a> {
    pub(super) diary: &'a Diary,
    pub(super) analysis: &'a Analysis,
    pub(super) counting: Counting,
    pub(super) axis: TimeAxis,
    pub(super) spans: Vec<PhaseSpan<'a>>,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) shapes: Vec<Shape>,
    pub(super) plots: Vec<(f64, f64)>,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(
        diary: &'a Diary,
        analysis: &'a Analysis,
        days: &ShownDays,
        counting: Counting,
        width: f64,
    ) -> Self {
        let spans = diary.treatment.spans(days.to);
        Drawing {
            diary,
            analysis,
            counting,
            axis: TimeAxis {
                from: days.from,
                to: days.to,
                left: GUTTER,
                width: width - GUTTER - RIGHT,
            },
            spans: spans.into_iter().filter(|span| span.to >= days.from).collect(),
            width,
            height: 0.0,
            shapes: Vec::new(),
            plots: Vec::new(),
        }
    }

    pub(super) fn finish(self, words: String) -> Picture {
        Picture {
            width: self.width,
            height: self.height,
            shapes: self.shapes,
            plots: self.plots,
            words,
        }
    }

    pub(super) fn lines(&mut self, lines: Vec<Vec<Point>>, width: f64, ink: u8, dashed: bool) {
        if !lines.is_empty() {
            self.shapes.push(Shape::Lines {
                lines,
                width,
                ink,
                dashed,
            });
        }
    }

    pub(super) fn text(&mut self, at: Point, anchor: Anchor, size: f64, strong: bool, text: String) {
        let ink = if strong { BLACK } else { SOFT };
        self.shapes.push(Shape::Text {
            at,
            anchor,
            size,
            strong,
            ink,
            text,
        });
    }
}
