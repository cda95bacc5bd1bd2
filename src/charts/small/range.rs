//! The likely range of a change as a bar on a line, with "same", in points.

use crate::diary::Direction;
use crate::trial::{Comparison, IMPORTANT_DROP};
use crate::words::{Decimal, drawings as words, trial};

use super::whole;
use crate::charts::diagram::{Anchor, Diagram, Look, Scale};

/// How far the line reaches at least to the worse and to the better side.
const REACH: (f64, f64) = (-10.0, 30.0);

/// Draws the likely range of a comparison, with the change that a card asks for, or the important drop of pain; `None`
/// where there is no range.
pub fn likely_range(comparison: &Comparison) -> Option<Diagram> {
    let (contrast, direction) = (&comparison.contrast, comparison.direction);
    let means = contrast.means?;
    let middle = match direction {
        Direction::LowerIsBetter => -means.difference,
        Direction::HigherIsBetter => means.difference,
    };
    let limits = contrast.limits_in_points(direction)?;
    let low = tens(limits.low.min(middle).min(REACH.0)).0.max(-100.0);
    // No mean can change by more than the scale has room for.
    let asked = comparison.at_least.map_or(0.0, |points| f64::from(points.get()));
    let high = tens(limits.high.max(middle).max(REACH.1).max(asked)).1.min(100.0);
    let scale = Scale::new(low, high);
    let mut diagram = line(scale, (limits.low, middle, limits.high));
    if let Some(points) = comparison.at_least {
        let asked = scale.at(f64::from(points.get()));
        diagram.upright(asked, (LINE - 0.9, LINE + 1.0), Look::Landmark);
        diagram.label(asked, LINE - 1.6, words::asked_for(points.get()), Look::Words);
    } else if comparison.is_pain()
        && comparison
            .finding()
            .figures
            .is_some_and(|figures| figures.percent.is_some())
    {
        let drop = scale.at(f64::from(IMPORTANT_DROP) / 100.0 * means.reference.mean);
        diagram.upright(drop, (LINE - 0.9, LINE + 1.0), Look::Landmark);
        diagram.label(drop, LINE - 1.6, words::important_drop(IMPORTANT_DROP), Look::Words);
    }
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
