//! The likely range of a change as a bar on a line, with "same" and what there is to compare it with.

use crate::diary::Direction;
use crate::trial::published::Figure;
use crate::trial::{Contrast, Finding, Unit};

use super::whole;
use crate::charts::picture::{Anchor, Look, Picture, Scale};

/// The change that pain trials call moderately important, in percent (Dworkin and others 2008, J Pain 9:105).
const LANDMARK: f64 = 30.0;
/// How far the line reaches at least to the worse and to the better side, in percent and in points.
const REACH: (f64, f64) = (-10.0, 60.0);
const REACH_IN_POINTS: f64 = 20.0;

/// Draws the likely range of a contrast; `trial` are a trial's figures to stand beside a range in percent. `None` where
/// there is no range.
pub fn likely_range(contrast: &Contrast, direction: Direction, trial: Option<&Figure>) -> Option<Picture> {
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
            let mut picture = line(
                Scale::new(low, high),
                (limits.low, means.percent_improvement?, limits.high),
            );
            landmarks(&mut picture, Scale::new(low, high), trial);
            ends(&mut picture, (low, high), " %");
            picture
        }
        Unit::Points => {
            let reach = limits.low.abs().max(limits.high.abs()).max(REACH_IN_POINTS);
            let reach = tens(reach).1.min(100.0);
            let mut picture = line(Scale::new(-reach, reach), (limits.low, points, limits.high));
            ends(&mut picture, (-reach, reach), " points");
            picture
        }
    })
}

/// The place up to which there is room for words to the right of a mark.
const BESIDE: f64 = 68.0;

/// Where the line lies, in em from the top.
const LINE: f64 = 4.2;

/// The line, "same" and the bar.
fn line(scale: Scale, (low, middle, high): (f64, f64, f64)) -> Picture {
    let mut picture = Picture::new(8.2);
    picture.across(scale.ends(), LINE, Look::Axis);
    picture.upright(scale.at(0.0), (LINE - 1.2, LINE + 1.0), Look::Same);
    picture.label(scale.at(0.0), LINE + 2.1, "same", Look::Words);
    picture.bar((scale.at(low), scale.at(high)), LINE, 0.9, Look::Range);
    picture.dot(scale.at(middle), LINE, 0.75, Look::Now);
    picture
}

/// The 30 % and a trial's two figures. The figure on LDN has its words to the right of its mark and the one on placebo a
/// line above: so neither stands in the other's way.
fn landmarks(picture: &mut Picture, scale: Scale, trial: Option<&Figure>) {
    picture.upright(scale.at(LANDMARK), (LINE - 0.9, LINE + 1.0), Look::Landmark);
    picture.label(scale.at(LANDMARK), LINE + 2.1, "30 %", Look::Words);
    let Some(trial) = trial else { return };
    for (name, change, y) in [("placebo", trial.placebo, 1.0), ("LDN", trial.ldn, 2.4)] {
        let x = scale.at(-change);
        picture.upright(x, (y + 0.3, LINE - 0.6), Look::Trial);
        let words = format!("trial, {name} {} %", whole(change.abs()));
        match name {
            "LDN" if x < BESIDE => picture.text(x, y, Anchor::Start, words, Look::Words),
            _ => picture.label(x, y, words, Look::Words),
        }
    }
}

fn ends(picture: &mut Picture, (low, high): (f64, f64), unit: &str) {
    picture.text(
        0.0,
        LINE + 3.6,
        Anchor::Start,
        format!("{}{unit} worse", whole(low.abs())),
        Look::Words,
    );
    picture.text(
        100.0,
        LINE + 3.6,
        Anchor::End,
        format!("{}{unit} better", whole(high)),
        Look::Words,
    );
}

/// The tens below and above a number.
fn tens(number: f64) -> (f64, f64) {
    ((number / 10.0).floor() * 10.0, (number / 10.0).ceil() * 10.0)
}
