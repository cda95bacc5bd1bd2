//! Picture → SVG.

use std::fmt::Write as _;

use super::{Anchor, Mark, Picture, Point, Shape};
use crate::markup::{Element, element};

/// The fonts of a picture that stands alone.
const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
/// CSS pixels in a millimetre.
const PIXELS: f64 = 96.0 / 25.4;

impl Picture {
    /// The picture as an `svg` element for a page. It has no size of its own: it fills the width that it is given.
    pub fn svg(&self) -> Element {
        element("svg")
            .with("viewBox", format!("0 0 {} {}", number(self.width), number(self.height)))
            .with("role", "img")
            .with("aria-label", self.words.clone())
            .with("font-family", FONTS)
            .children(self.shapes.iter().map(drawn))
    }

    /// The picture as a file: with a name space, a size, a white ground, and its words as a title.
    pub fn svg_file(&self) -> String {
        let [width, height] = [self.width, self.height].map(|length| number(length * PIXELS));
        let ground = Shape::Ground {
            at: (0.0, 0.0),
            size: (self.width, self.height),
            ink: 100,
        };
        let svg = element("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("viewBox", format!("0 0 {} {}", number(self.width), number(self.height)))
            .with("width", width)
            .with("height", height)
            .with("font-family", FONTS)
            .child(element("title").text(self.words.clone()))
            .child(drawn(&ground))
            .children(self.shapes.iter().map(drawn));
        let svg = crate::markup::Node::from(svg);
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", svg.html())
    }
}

fn drawn(shape: &Shape) -> Element {
    match shape {
        Shape::Ground { at, size, ink } => element("rect")
            .with("x", number(at.0))
            .with("y", number(at.1))
            .with("width", number(size.0))
            .with("height", number(size.1))
            .with("fill", shade(*ink)),
        Shape::Lines {
            lines,
            width,
            ink,
            dashed,
        } => {
            let path = element("path")
                .with("d", lines.iter().map(|line| polyline(line)).collect::<String>())
                .with("fill", "none")
                .with("stroke", shade(*ink))
                .with("stroke-width", number(*width))
                .with("stroke-linejoin", "round");
            if *dashed {
                path.with("stroke-dasharray", "1.4 1")
            } else {
                path
            }
        }
        Shape::Marks {
            points,
            mark,
            size,
            ink,
            hollow,
        } => marks(points, *mark, *size, *ink, *hollow),
        Shape::Text {
            at,
            anchor,
            size,
            strong,
            ink,
            text,
        } => {
            let written = element("text")
                .with("x", number(at.0))
                .with("y", number(at.1))
                .with("font-size", number(*size))
                .with("fill", shade(*ink))
                .with("text-anchor", anchored(*anchor))
                .text(text.clone());
            if *strong {
                written.with("font-weight", "700")
            } else {
                written
            }
        }
    }
}

fn anchored(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// One path for all of them: ten years of days are thousands of marks.
fn marks(points: &[Point], mark: Mark, size: f64, ink: u8, hollow: bool) -> Element {
    let mut path = String::new();
    for &point in points {
        if mark != Mark::Circle {
            path.push_str(&polyline(&mark.corners(point, size)));
            path.push('z');
        } else if hollow {
            let (x, y, radius) = (number(point.0 - size / 2.0), number(point.1), number(size / 2.0));
            let (there, back) = (number(size), number(-size));
            _ = write!(
                path,
                "M{x} {y}a{radius} {radius} 0 1 0 {there} 0a{radius} {radius} 0 1 0 {back} 0"
            );
        } else {
            // A line without length and with round ends is a dot.
            _ = write!(path, "M{} {}h0", number(point.0), number(point.1));
        }
    }
    let drawn = element("path").with("d", path);
    match (hollow, mark) {
        (true, _) => drawn
            .with("fill", "#fff")
            .with("stroke", shade(ink))
            .with("stroke-width", number(HOLLOW)),
        (false, Mark::Circle) => drawn
            .with("stroke", shade(ink))
            .with("stroke-width", number(size))
            .with("stroke-linecap", "round"),
        (false, _) => drawn.with("fill", shade(ink)),
    }
}

/// How thick the outline of a hollow mark is, in millimetres.
pub(crate) const HOLLOW: f64 = 0.18;

fn polyline(line: &[Point]) -> String {
    let mut path = String::new();
    for (index, (x, y)) in line.iter().enumerate() {
        _ = write!(
            path,
            "{}{} {}",
            if index == 0 { 'M' } else { 'L' },
            number(*x),
            number(*y)
        );
    }
    path
}

/// A shade as a colour: 0 is black, 100 white.
fn shade(ink: u8) -> String {
    let level = u32::from(ink.min(100)) * 255 / 100;
    format!("#{level:02x}{level:02x}{level:02x}")
}

/// Hundredths of a millimetre are finer than any printer.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.50, "12.5"),
            (100.0, "100"),
            (1.0 / 3.0, "0.33"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn many_marks_are_one_path_and_a_name_stays_text() {
        let picture = Picture {
            width: 10.0,
            height: 5.0,
            shapes: vec![
                Shape::Marks {
                    points: vec![(1.0, 2.0), (2.0, 2.5)],
                    mark: Mark::Circle,
                    size: 1.0,
                    ink: 40,
                    hollow: false,
                },
                Shape::Text {
                    at: (0.0, 1.0),
                    anchor: Anchor::Start,
                    size: 3.0,
                    strong: true,
                    ink: 0,
                    text: "<b>fog</b>".into(),
                },
            ],
            plots: Vec::new(),
            words: "Days".into(),
        };
        let file = picture.svg_file();
        assert!(file.contains("d=\"M1 2h0M2 2.5h0\""), "{file}");
        assert!(file.contains("&lt;b&gt;fog&lt;/b&gt;"), "{file}");
        assert!(file.contains("<title>Days</title>"), "{file}");
        assert!(file.contains("width=\"37.8\""), "{file}");
    }
}
