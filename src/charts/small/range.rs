//! The likely range of a change as a bar on a line, with "same", in points.

use crate::diary::Direction;
use crate::trial::Contrast;
use crate::words::{Decimal, drawings as words, trial};

use super::whole;
use crate::charts::diagram::{Anchor, Diagram, Look, Scale};

/// How far the line reaches at least to the worse and to the better side.
const REACH: (f64, f64) = (-10.0, 30.0);

/// Draws the likely range of a contrast; `None` where there is none.
pub fn likely_range(contrast: &Contrast, direction: Direction) -> Option<Diagram> {
    let means = contrast.means?;
    let middle = match direction {
        Direction::LowerIsBetter => -means.difference,
        Direction::HigherIsBetter => means.difference,
    };
    let limits = contrast.limits_in_points(direction)?;
    let low = tens(limits.low.min(middle).min(REACH.0)).0;
    let high = tens(limits.high.max(middle).max(REACH.1)).1;
    let mut diagram = line(Scale::new(low, high), (limits.low, middle, limits.high));
    ends(
        &mut diagram,
        trial::points_worse(size(low)),
        trial::points_better(size(high)),
    );
    Some(diagram)
}

/// Where the line lies, in em from the top.
const LINE: f64 = 4.2;

/// The line, "same" and the bar.
fn line(scale: Scale, (low, middle, high): (f64, f64, f64)) -> Diagram {
    let mut diagram = Diagram::new(8.2);
    diagram.across(scale.ends(), LINE, Look::Axis);
    diagram.upright(scale.at(0.0), (LINE - 1.2, LINE + 1.0), Look::Same);
    diagram.label(scale.at(0.0), LINE + 2.1, words::same(), Look::Words);
    diagram.bar((scale.at(low), scale.at(high)), LINE, 0.9, Look::Range);
    diagram.dot(scale.at(middle), LINE, 0.75, Look::Now);
    diagram
}

fn ends(diagram: &mut Diagram, worse: String, better: String) {
    diagram.text(0.0, LINE + 3.6, Anchor::Start, worse, Look::Words);
    diagram.text(100.0, LINE + 3.6, Anchor::End, better, Look::Words);
}

/// A number as it is written, without a sign.
fn size(number: f64) -> Decimal {
    whole(number).abs()
}

/// The tens below and above a number.
fn tens(number: f64) -> (f64, f64) {
    ((number / 10.0).floor() * 10.0, (number / 10.0).ceil() * 10.0)
}
