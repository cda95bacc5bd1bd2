//! Each dose of a phase against the baseline, in points.

use crate::charts::figure::Table;
use crate::charts::picture::{Anchor, Look, Picture, Scale};
use crate::charts::words;
use crate::diary::Direction;
use crate::trial::{Contrast, DoseComparison, Figures, Finding};
use crate::words::Decimal;

use super::{Small, decimal, from_to, whole};

/// The height of one dose, in em.
const ROW: f64 = 3.4;

/// Draws the doses of a phase; `None` with fewer than two, which the comparison itself shows already, and
/// before any of them has a recorded day.
pub fn doses(item: &str, steps: &[DoseComparison], direction: Direction) -> Option<Small> {
    if steps.len() < 2 || steps.iter().all(|step| step.recorded == 0) {
        return None;
    }
    let reach = steps.iter().filter_map(|step| limits(&step.contrast, direction));
    let reach = reach.fold(20.0, |reach: f64, (low, _, high)| reach.max(low.abs()).max(high.abs()));
    let reach = ((reach / 10.0).ceil() * 10.0).min(100.0);
    let scale = Scale::new(-reach, reach);
    let mut picture = Picture::new(ROW * height(steps.len()) + 2.2);
    let foot = ROW * height(steps.len());
    for (place, step) in steps.iter().enumerate() {
        let top = ROW * height(place);
        picture.text(
            0.0,
            top + 1.0,
            Anchor::Start,
            format!("{}: {}", name(step), short_finding(step, direction)),
            Look::Words,
        );
        if let Some((low, middle, high)) = limits(&step.contrast, direction) {
            picture.across(scale.ends(), top + 2.2, Look::Axis);
            picture.upright(scale.at(0.0), (top + 1.6, top + 2.8), Look::Same);
            if step.contrast.range.is_some() {
                picture.bar((scale.at(low), scale.at(high)), top + 2.2, 0.9, Look::Range);
            }
            picture.dot(scale.at(middle), top + 2.2, 0.5, Look::Now);
        }
    }
    // Without a dose that is compared there is no scale.
    if steps.iter().any(|step| step.contrast.means.is_some()) {
        ends(&mut picture, foot + 1.6, reach);
    }
    Some(Small {
        title: title(item, steps, direction),
        summary: summary(steps, direction),
        picture,
        table: table(steps, direction),
    })
}

fn ends(picture: &mut Picture, y: f64, reach: f64) {
    picture.text(0.0, y, Anchor::Start, format!("{} worse", whole(reach)), Look::Words);
    picture.text(50.0, y, Anchor::Middle, "same", Look::Words);
    picture.text(100.0, y, Anchor::End, format!("{} better", whole(reach)), Look::Words);
}

#[expect(clippy::cast_precision_loss, reason = "a count of doses")]
fn height(count: usize) -> f64 {
    count as f64
}

/// Low, middle and high on the side of improvement, in points; low and high are the middle where there is no range.
fn limits(contrast: &Contrast, direction: Direction) -> Option<(f64, f64, f64)> {
    let difference = contrast.means?.difference;
    let middle = match direction {
        Direction::LowerIsBetter => -difference,
        Direction::HigherIsBetter => difference,
    };
    let limits = contrast.limits_in_points(direction);
    Some(limits.map_or((middle, middle, middle), |limits| (limits.low, middle, limits.high)))
}

/// "1.5 mg from 19 Jan".
fn name(step: &DoseComparison) -> String {
    let from = words::day_and_month(step.from);
    step.dose
        .map_or_else(|| format!("from {from}"), |dose| format!("{dose} from {from}"))
}

/// "Pain on each dose: means from 47 to 58".
fn title(item: &str, steps: &[DoseComparison], direction: Direction) -> String {
    let means = || {
        steps
            .iter()
            .filter_map(|step| Some((exact_mean(step)?, mean(step, direction)?)))
    };
    let lowest = means().min_by(|one, other| one.0.total_cmp(&other.0));
    let highest = means().max_by(|one, other| one.0.total_cmp(&other.0));
    match (lowest, highest) {
        (Some((_, low)), Some((_, high))) if low != high => format!("{item} on each dose: means from {low} to {high}"),
        (Some((_, mean)), _) => format!("{item} on each dose: mean {mean} on all"),
        _ => format!("{item} on each dose"),
    }
}

/// Of the days that count, or of all days on a dose where none does.
fn exact_mean(step: &DoseComparison) -> Option<f64> {
    step.contrast.means.map_or(step.mean, |means| Some(means.phase.mean))
}

/// The same for reading.
fn mean(step: &DoseComparison, direction: Direction) -> Option<Decimal> {
    let figures = Finding::of(&step.contrast, direction).figures;
    figures.map_or_else(|| Some(Decimal::of(step.mean?, 0)), |figures| Some(figures.after))
}

/// What a phone has room for on one line.
fn short_finding(step: &DoseComparison, direction: Direction) -> String {
    match (step.contrast.means, mean(step, direction)) {
        (None, Some(mean)) => format!("mean {mean}, all settling in"),
        _ => finding(step, direction),
    }
}

fn finding(step: &DoseComparison, direction: Direction) -> String {
    let counted = step.contrast.window.filter(|window| window.recorded > 0);
    match (counted, mean(step, direction)) {
        (Some(window), Some(mean)) if step.contrast.range.is_some() => {
            format!("mean {mean}, {}", words::days(window.recorded))
        }
        (Some(window), Some(mean)) => format!("mean {mean}, {}, no range", words::days(window.recorded)),
        (None, Some(mean)) => format!(
            "mean {mean} on {}, all settling in: not compared",
            words::days(step.recorded)
        ),
        (_, None) => "no recorded day".to_owned(),
    }
}

fn summary(steps: &[DoseComparison], direction: Direction) -> String {
    let lines: Vec<String> = steps
        .iter()
        .map(|step| format!("{}: {}.", name(step), finding(step, direction)))
        .collect();
    format!(
        "Against the baseline. The first 14 days on a dose settle in and are not compared. {} Doses follow each other, so a later one also had more time.",
        lines.join(" ")
    )
}

fn table(steps: &[DoseComparison], direction: Direction) -> Table {
    let none = || "–".to_owned();
    let row = |step: &DoseComparison| {
        let contrast = &step.contrast;
        let figures = Figures::with_a_decimal(contrast, direction);
        let limits = figures.and_then(|figures| figures.difference_limits());
        vec![
            name(step),
            contrast.window.map_or_else(none, |window| window.recorded.to_string()),
            exact_mean(step).map_or_else(none, decimal),
            figures.map_or_else(none, |figures| figures.difference().to_string()),
            limits.map_or_else(none, from_to),
        ]
    };
    Table {
        columns: [
            "Dose",
            "Days counted",
            "Mean",
            "Difference in points",
            "Likely range (95 %)",
        ]
        .map(String::from)
        .to_vec(),
        rows: steps.iter().map(row).collect(),
    }
}
