//! The likely range of a change as a bar on a line, with "same" and what there is to compare it with.

use crate::diary::Direction;
use crate::trial::published::Figure;
use crate::trial::{Contrast, Finding, IMPORTANT_DROP, Unit};
use crate::words::{Decimal, drawings as words, trial};

use super::whole;
use crate::charts::diagram::{Anchor, Diagram, Look, Scale};

/// How far the line reaches at least to the worse and to the better side, in percent and in points.
const REACH: (f64, f64) = (-10.0, 60.0);
const REACH_IN_POINTS: f64 = 20.0;

/// Draws the likely range of a contrast; `figures` are a trial's figures to stand beside a range in percent. `None` where
/// there is no range.
pub fn likely_range(contrast: &Contrast, direction: Direction, figures: Option<&Figure>) -> Option<Diagram> {
    let means = contrast.means?;
    let points = match direction {
        Direction::LowerIsBetter => -means.difference,
        Direction::HigherIsBetter => means.difference,
    };
    let limits = contrast.limits_in_points(direction)?;
    Some(match Finding::of(contrast, direction).unit() {
        Unit::Percent => {
            let limits = contrast.range?.percent95?;
            let low = tens(limits.low.min(REACH.0)).0.max(-100.0);
            let high = tens(limits.high.max(REACH.1)).1.min(100.0);
            let mut diagram = line(
                Scale::new(low, high),
                (limits.low, means.percent_improvement?, limits.high),
            );
            landmarks(&mut diagram, Scale::new(low, high), figures);
            ends(
                &mut diagram,
                trial::percent_worse(size(low)),
                trial::percent_better(size(high)),
            );
            diagram
        }
        Unit::Points => {
            let reach = limits.low.abs().max(limits.high.abs()).max(REACH_IN_POINTS);
            let reach = tens(reach).1.min(100.0);
            let mut diagram = line(Scale::new(-reach, reach), (limits.low, points, limits.high));
            ends(
                &mut diagram,
                trial::points_worse(size(reach)),
                trial::points_better(size(reach)),
            );
            diagram
        }
    })
}

/// The place up to which there is room for words to the right of a mark.
const BESIDE: f64 = 68.0;

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

/// The 30 % and a trial's two figures. The figure on LDN has its words to the right of its mark and the one on placebo a
/// line above: so neither stands in the other's way.
fn landmarks(diagram: &mut Diagram, scale: Scale, figures: Option<&Figure>) {
    let drop = scale.at(f64::from(IMPORTANT_DROP));
    diagram.upright(drop, (LINE - 0.9, LINE + 1.0), Look::Landmark);
    diagram.label(drop, LINE + 2.1, trial::percent(IMPORTANT_DROP), Look::Words);
    let Some(Figure { ldn, placebo, .. }) = figures else {
        return;
    };
    let mark = |diagram: &mut Diagram, change: f64, y: f64| {
        let x = scale.at(-change);
        diagram.upright(x, (y + 0.3, LINE - 0.6), Look::Trial);
        x
    };
    let x = mark(diagram, *placebo, 1.0);
    diagram.label(x, 1.0, words::trial_placebo(size(*placebo)), Look::Words);
    let x = mark(diagram, *ldn, 2.4);
    let said = words::trial(size(*ldn));
    if x < BESIDE {
        diagram.text(x, 2.4, Anchor::Start, said, Look::Words);
    } else {
        diagram.label(x, 2.4, said, Look::Words);
    }
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
