//! A small diagram as a value: shapes on a ground whose width is a share and whose height is in lines of text.
//!
//! It stretches to the width it is given while its words keep their size, and its colours are the style sheet's: so it
//! follows a dark page, forced colours, large text and paper by itself.

/// Shapes in the order in which they are drawn. Across is in percent of the width, down in the height of a letter (em).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diagram {
    /// How high it is, in em.
    pub height: f64,
    /// What is drawn.
    pub shapes: Vec<Shape>,
}

/// One shape. `x` values in percent of the width, `y` values in em from the top.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// Where it begins.
        from: (f64, f64),
        /// Where it ends.
        to: (f64, f64),
        /// How it looks.
        look: Look,
    },
    /// A bar with round ends around a height.
    Bar {
        /// Its left and its right end.
        across: (f64, f64),
        /// Its middle and its height.
        down: (f64, f64),
        /// How it looks.
        look: Look,
    },
    /// A round mark.
    Dot {
        /// Its middle.
        at: (f64, f64),
        /// Its radius in em.
        radius: f64,
        /// How it looks.
        look: Look,
    },
    /// Words.
    Text {
        /// The place of their foot.
        at: (f64, f64),
        /// Which part of them stands there.
        anchor: Anchor,
        /// The words.
        text: String,
        /// How they look.
        look: Look,
    },
}

/// Which part of some words stands at their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Their beginning.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

/// What a shape is for; the style sheet says how that looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A scale.
    Axis,
    /// No change.
    Same,
    /// A mark to compare with.
    Landmark,
    /// A figure of a trial.
    Trial,
    /// A likely range.
    Range,
    /// What is compared.
    Now,
    /// What it is compared with: hollow.
    Before,
    /// One day of what is compared.
    Day,
    /// One day of what it is compared with.
    DayBefore,
    /// Words.
    Words,
    /// Words that count.
    Strong,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub fn id(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

impl Look {
    /// The name in the style sheet.
    pub fn id(self) -> &'static str {
        match self {
            Look::Axis => "axis",
            Look::Same => "same",
            Look::Landmark => "landmark",
            Look::Trial => "trial",
            Look::Range => "range",
            Look::Now => "now",
            Look::Before => "before",
            Look::Day => "day",
            Look::DayBefore => "day-before",
            Look::Words => "words",
            Look::Strong => "strong",
        }
    }
}

/// Numbers to places across a diagram.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    numbers: (f64, f64),
    places: (f64, f64),
}

/// How wide half a letter is on the narrowest screen, in percent of the width.
const HALF_A_LETTER: f64 = 1.6;

/// Room for half a mark at either end, in percent of the width.
const MARGIN: f64 = 3.0;

impl Scale {
    /// The whole width for the numbers from `low` to `high`.
    pub fn new(low: f64, high: f64) -> Self {
        Self::between(low, high, MARGIN, 100.0 - MARGIN)
    }

    /// The part of the width between two places, in percent.
    pub fn between(low: f64, high: f64, left: f64, right: f64) -> Self {
        Scale {
            numbers: (low, high),
            places: (left, right),
        }
    }

    /// Where a number stands, in percent; a number outside stands at the end.
    pub fn at(&self, number: f64) -> f64 {
        let (low, high) = self.numbers;
        let (left, right) = self.places;
        let share = ((number - low) / (high - low)).clamp(0.0, 1.0);
        rounded(left + share * (right - left))
    }

    /// The two ends, in percent.
    pub fn ends(&self) -> (f64, f64) {
        self.places
    }
}

/// Two decimals are finer than a screen.
fn rounded(place: f64) -> f64 {
    (place * 100.0).round() / 100.0
}

impl Diagram {
    /// An empty diagram of this height in em.
    pub fn new(height: f64) -> Self {
        Diagram {
            height,
            shapes: Vec::new(),
        }
    }

    /// A line that lies.
    pub fn across(&mut self, (left, right): (f64, f64), y: f64, look: Look) {
        self.line((left, y), (right, y), look);
    }

    /// A line that stands.
    pub fn upright(&mut self, x: f64, (top, foot): (f64, f64), look: Look) {
        self.line((x, top), (x, foot), look);
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), look: Look) {
        self.shapes.push(Shape::Line { from, to, look });
    }

    /// A bar around the height `y`.
    pub fn bar(&mut self, across: (f64, f64), y: f64, height: f64, look: Look) {
        let down = (y, height);
        self.shapes.push(Shape::Bar { across, down, look });
    }

    /// A round mark.
    pub fn dot(&mut self, x: f64, y: f64, radius: f64, look: Look) {
        let at = (x, rounded(y));
        self.shapes.push(Shape::Dot { at, radius, look });
    }

    /// Words that stand at a place by their anchor.
    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, text: impl Into<String>, look: Look) {
        let text = text.into();
        let at = (x, y);
        self.shapes.push(Shape::Text { at, anchor, text, look });
    }

    /// Words at a mark: around it, or beside it where they would leave the diagram.
    pub fn label(&mut self, x: f64, y: f64, text: impl Into<String>, look: Look) {
        let text = text.into();
        let half = (0..text.chars().count()).map(|_| HALF_A_LETTER).sum::<f64>();
        let anchor = match x {
            x if x < half => Anchor::Start,
            x if x > 100.0 - half => Anchor::End,
            _ => Anchor::Middle,
        };
        self.text(x, y, anchor, text, look);
    }

    /// The words in it, in their order.
    pub fn words(&self) -> Vec<&str> {
        let words = self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        words.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_its_place_and_one_outside_stands_at_the_end() {
        let scale = Scale::between(-10.0, 60.0, 0.0, 70.0);
        for (number, place) in [(-10.0, 0.0), (0.0, 10.0), (60.0, 70.0), (99.0, 70.0), (-50.0, 0.0)] {
            assert!((scale.at(number) - place).abs() < 1e-9, "{number}");
        }
    }

    #[test]
    fn words_near_an_edge_stay_inside() {
        let mut diagram = Diagram::new(2.0);
        for x in [3.0, 50.0, 97.0] {
            diagram.label(x, 1.0, "words", Look::Words);
        }
        let anchors = diagram.shapes.iter().map(|shape| match shape {
            Shape::Text { anchor, .. } => anchor.id(),
            _ => "",
        });
        assert_eq!(anchors.collect::<Vec<_>>(), ["start", "middle", "end"]);
    }
}
