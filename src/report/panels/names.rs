//! The names of the phases above the first panel.

use crate::picture::{Anchor, rough_width, shortened};
use crate::report::time_axis::next;
use crate::words::{names::phase, paper as words};

use super::drawing::{Drawing, HEADING, SMALL};

/// Rows that names can stand in, and how far they lie apart.
const ROWS: usize = 2;
const ROW: f64 = 3.2;
/// The least width of a phase whose name may reach beyond it.
const NARROW: f64 = 2.0;
/// The most room for the name of another medicine.
const MOST: f64 = 40.0;
/// White between two names.
const WHITE: f64 = 1.2;

/// A name at its place; row 0 is the one next to the panel.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    left: f64,
    right: f64,
    row: usize,
    text: String,
}

/// How high the names are together.
pub(super) fn height(names: &[Placed]) -> f64 {
    HEADING
        + if names.iter().any(|name| name.row > 0) {
            ROW
        } else {
            0.0
        }
}

impl Drawing<'_> {
    /// Each name where its phase begins, as far as there is room. The widest phases choose first: theirs are never left out.
    pub(super) fn phase_names(&self) -> Vec<Placed> {
        let mut bands: Vec<(f64, f64, [String; 2])> = Vec::new();
        for span in &self.spans {
            let left = self.axis.edge(span.from);
            let right = self.axis.edge(next(span.to));
            let name = &shortened(&phase(&span.phase.kind), MOST, SMALL);
            let dose = self.diary.treatment.only_dose(span.index, span.to);
            let long = dose.map_or_else(|| name.to_owned(), |dose| words::with_dose(name, &dose.to_string()));
            // Few enough to be put in order one by one.
            let place = bands.partition_point(|wider| wider.1 - wider.0 >= right - left);
            bands.insert(place, (left, right, [long, name.to_owned()]));
        }
        let mut placed: Vec<Placed> = Vec::new();
        for (left, right, texts) in bands {
            let last = right >= self.axis.left + self.axis.width - 0.01;
            let room = if last { self.width } else { right } - left;
            let [long, short] = texts;
            let fits = rough_width(&long, SMALL) <= room;
            let text = if fits { long } else { short };
            let wide = rough_width(&text, SMALL);
            if wide > room && right - left < NARROW && !placed.is_empty() {
                continue;
            }
            // A name at the right edge is moved back into the picture.
            let left = left.min(self.width - wide - 0.5);
            let place = |row: usize| Placed {
                left,
                right: left + wide,
                row,
                text: text.clone(),
            };
            let is_free = |name: &Placed| {
                let beside = |other: &Placed| name.right + WHITE <= other.left || other.right + WHITE <= name.left;
                placed.iter().all(|other| other.row != name.row || beside(other))
            };
            let found = (0..ROWS).map(place).find(is_free);
            placed.extend(found);
        }
        placed
    }

    pub(super) fn write_names(&mut self, names: Vec<Placed>, top: f64) {
        let lowest = top + height(&names) - 1.6;
        for name in names {
            #[expect(clippy::cast_precision_loss, reason = "there are two rows")]
            let y = lowest - ROW * name.row as f64;
            self.text((name.left + 0.4, y), Anchor::Start, SMALL, false, name.text);
        }
    }
}
