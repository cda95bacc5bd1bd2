//! A drawing as a value: lines, dots, grounds and text in millimetres, from the top left corner.
//!
//! It knows nothing of a diary. The same value becomes SVG ([`Picture::svg`]) on the page, in a file and on paper, and the
//! operators of a PDF page, so that all of them show the same.

mod hatching;
mod svg;

pub use hatching::{Slant, hatching};
pub(crate) use svg::HOLLOW;

/// A point, in millimetres.
pub type Point = (f64, f64);

/// A drawing with the words for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its width in millimetres.
    pub width: f64,
    /// Its height in millimetres.
    pub height: f64,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Shape>,
    /// Where the scale of each of its plots begins and ends, from the top: what may be drawn taller or lower.
    pub plots: Vec<(f64, f64)>,
    /// What it shows, for those who can't see it.
    pub words: String,
}

impl Picture {
    /// The drawing with so many millimetres more of height, or less where that is below 0, shared by its plots. Letters,
    /// marks and the distances between all else stay as they are.
    #[must_use]
    pub fn taller(&self, by: f64) -> Picture {
        let all = self.plot_height();
        if all <= 0.0 {
            return self.clone();
        }
        let above = |y: f64, (top, bottom): &(f64, f64)| (y.clamp(*top, *bottom) - top) / all;
        let moved = |y: f64| y + by * self.plots.iter().map(|plot| above(y, plot)).sum::<f64>();
        let point = |(x, y): Point| (x, moved(y));
        let mut picture = self.clone();
        picture.height += by;
        for (top, bottom) in &mut picture.plots {
            (*top, *bottom) = (moved(*top), moved(*bottom));
        }
        for shape in &mut picture.shapes {
            match shape {
                Shape::Ground { at, size, .. } => {
                    let bottom = moved(at.1 + size.1);
                    *at = point(*at);
                    size.1 = bottom - at.1;
                }
                Shape::Lines { lines, .. } => lines.iter_mut().flatten().for_each(|at| *at = point(*at)),
                Shape::Marks { points, .. } => points.iter_mut().for_each(|at| *at = point(*at)),
                Shape::Text { at, .. } => *at = point(*at),
            }
        }
        picture
    }

    /// How high its plots are together.
    pub fn plot_height(&self) -> f64 {
        self.plots.iter().map(|(top, bottom)| bottom - top).sum()
    }
}

/// Something that is drawn. Lengths are millimetres; ink is a shade from 0 (black) to 100 (white).
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A rectangle filled evenly.
    Ground {
        /// Its left upper corner.
        at: Point,
        /// Its width and height.
        size: Point,
        /// Its shade.
        ink: u8,
    },
    /// Lines, each from point to point.
    Lines {
        /// Where each one goes.
        lines: Vec<Vec<Point>>,
        /// How thick they are.
        width: f64,
        /// Their shade.
        ink: u8,
        /// Whether they are dashed.
        dashed: bool,
    },
    /// Marks of one kind.
    Marks {
        /// Their middles.
        points: Vec<Point>,
        /// Their form.
        mark: Mark,
        /// How wide they are.
        size: f64,
        /// Their shade.
        ink: u8,
        /// Whether only their outline is drawn, on white.
        hollow: bool,
    },
    /// One line of text.
    Text {
        /// Where its baseline begins, ends or has its middle.
        at: Point,
        /// Which of these `at` is.
        anchor: Anchor,
        /// The height of its letters' square.
        size: f64,
        /// Whether it is bold.
        strong: bool,
        /// Its shade.
        ink: u8,
        /// The text itself.
        text: String,
    },
}

/// The form of a mark: items keep theirs everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// ●
    Circle,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
}

/// What a text's place means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Mark {
    /// The corners of a mark of this size around a point; none for the circle, which has no corner.
    pub fn corners(self, (x, y): Point, size: f64) -> Vec<Point> {
        let half = size / 2.0;
        match self {
            Mark::Circle => Vec::new(),
            Mark::Square => {
                let arm = half * 0.9;
                vec![
                    (x - arm, y - arm),
                    (x + arm, y - arm),
                    (x + arm, y + arm),
                    (x - arm, y + arm),
                ]
            }
            Mark::Triangle => vec![
                (x, y - half * 1.1),
                (x + half * 1.1, y + half * 0.8),
                (x - half * 1.1, y + half * 0.8),
            ],
            Mark::Diamond => vec![
                (x, y - half * 1.2),
                (x + half * 1.2, y),
                (x, y + half * 1.2),
                (x - half * 1.2, y),
            ],
        }
    }
}

/// About how wide a text is, in millimetres, in a font that nobody knows: rather too wide than too narrow.
pub fn rough_width(text: &str, size: f64) -> f64 {
    let em = |c: char| match c {
        'i' | 'l' | 'j' | '.' | ',' | '\'' | '|' | ' ' => 0.32,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        c if c.is_ascii_uppercase() => 0.7,
        c if c.is_ascii() => 0.57,
        // A letter of another alphabet may be as wide as it is high.
        c if u32::from(c) > 0x2e80 => 1.0,
        _ => 0.65,
    };
    text.chars().map(em).sum::<f64>() * size
}

/// As much of a name as there is room for, in the units of `size`; what is left out is marked.
pub fn shortened(name: &str, room: f64, size: f64) -> String {
    if rough_width(name, size) <= room {
        return name.to_owned();
    }
    let mut short = String::new();
    for c in name.chars() {
        if rough_width(&short, size) + 2.0 * size > room {
            break;
        }
        short.push(c);
    }
    format!("{}…", short.trim_end())
}
