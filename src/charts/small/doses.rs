//! Each dose of a phase against the baseline, in points.

use crate::charts::diagram::{Anchor, Diagram, Look, Scale};
use crate::charts::figure::Table;
use crate::diary::{Against, Direction};
use crate::trial::{Contrast, DoseComparison, Figures, SETTLING_IN};
use crate::words::{Decimal, drawings as words, numbers, sentences};

use super::{Small, decimal, none, whole};

/// The height of one dose, in em.
const ROW: f64 = 3.4;

/// Draws the doses of a phase; `None` with fewer than two, which the comparison itself shows already, and
/// before any of them has a recorded day.
pub fn doses(item: &str, steps: &[DoseComparison], direction: Direction, against: &Against) -> Option<Small> {
    if steps.len() < 2 || steps.iter().all(|step| step.recorded == 0) {
        return None;
    }
    let reach = steps.iter().filter_map(|step| limits(&step.contrast, direction));
    let reach = reach.fold(20.0, |reach: f64, (low, _, high)| reach.max(low.abs()).max(high.abs()));
    let reach = ((reach / 10.0).ceil() * 10.0).min(100.0);
    let scale = Scale::new(-reach, reach);
    let mut diagram = Diagram::new(ROW * height(steps.len()) + 2.2);
    let foot = ROW * height(steps.len());
    for (place, step) in steps.iter().enumerate() {
        let top = ROW * height(place);
        diagram.text(
            0.0,
            top + 1.0,
            Anchor::Start,
            words::dose_row(&name(step), &short_finding(step, direction)),
            Look::Words,
        );
        if let Some((low, middle, high)) = limits(&step.contrast, direction) {
            diagram.across(scale.ends(), top + 2.2, Look::Axis);
            diagram.upright(scale.at(0.0), (top + 1.6, top + 2.8), Look::Same);
            if step.contrast.range.is_some() {
                diagram.bar((scale.at(low), scale.at(high)), top + 2.2, 0.9, Look::Range);
            }
            diagram.dot(scale.at(middle), top + 2.2, 0.5, Look::Now);
        }
    }
    // Without a dose that is compared there is no scale.
    if steps.iter().any(|step| step.contrast.means.is_some()) {
        ends(&mut diagram, foot + 1.6, reach);
    }
    Some(Small {
        title: title(item, steps, direction),
        summary: summary(steps, direction, against),
        diagram,
        table: table(steps, direction),
    })
}

fn ends(diagram: &mut Diagram, y: f64, reach: f64) {
    diagram.text(0.0, y, Anchor::Start, words::worse(whole(reach)), Look::Words);
    diagram.text(50.0, y, Anchor::Middle, words::same(), Look::Words);
    diagram.text(100.0, y, Anchor::End, words::better(whole(reach)), Look::Words);
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
    match step.dose {
        Some(dose) => words::dose_from(&dose.to_string(), step.from),
        None => words::dose_from_unknown(step.from),
    }
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
        (Some((_, low)), Some((_, high))) if low != high => words::doses_title_range(item, low, high),
        (Some((_, mean)), _) => words::doses_title_same(item, mean),
        _ => words::doses_title(item),
    }
}

/// Of the days that count, or of all days on a dose where none does.
fn exact_mean(step: &DoseComparison) -> Option<f64> {
    step.contrast.means.map_or(step.mean, |means| Some(means.phase.mean))
}

/// The same for reading.
fn mean(step: &DoseComparison, direction: Direction) -> Option<Decimal> {
    let figures = Figures::of(&step.contrast, direction);
    figures.map_or_else(|| Some(Decimal::of(step.mean?, 0)), |figures| Some(figures.after))
}

/// What a phone has room for on one line.
fn short_finding(step: &DoseComparison, direction: Direction) -> String {
    match (step.contrast.means, mean(step, direction)) {
        (None, Some(mean)) => words::dose_mean_settling(mean),
        _ => finding(step, direction),
    }
}

fn finding(step: &DoseComparison, direction: Direction) -> String {
    let counted = step.contrast.window.filter(|window| window.recorded > 0);
    match (counted, mean(step, direction)) {
        (Some(window), Some(mean)) if step.contrast.range.is_some() => words::dose_mean(window.recorded, mean),
        (Some(window), Some(mean)) => words::dose_mean_no_range(window.recorded, mean),
        (None, Some(mean)) => words::dose_mean_not_compared(step.recorded, mean),
        (_, None) => words::dose_none().to_owned(),
    }
}

fn summary(steps: &[DoseComparison], direction: Direction, against: &Against) -> String {
    let said = |step| words::about(&name(step), &finding(step, direction));
    let against = match against {
        Against::Baseline => words::doses_against_baseline(SETTLING_IN),
        other => words::doses_against(&other.when(), SETTLING_IN),
    };
    let against = [against].into_iter();
    let follow = [words::doses_follow().to_owned()];
    sentences(against.chain(steps.iter().map(said)).chain(follow))
}

fn table(steps: &[DoseComparison], direction: Direction) -> Table {
    let row = |step: &DoseComparison| {
        let contrast = &step.contrast;
        let figures = Figures::with_a_decimal(contrast, direction);
        let limits = figures.and_then(|figures| figures.difference_limits());
        vec![
            name(step),
            contrast.window.map_or_else(none, |window| window.recorded.to_string()),
            exact_mean(step).map_or_else(none, decimal),
            figures.map_or_else(none, |figures| figures.difference().to_string()),
            limits.map_or_else(none, |[low, high]| numbers::range(low, high)),
        ]
    };
    Table {
        columns: [
            words::dose(),
            words::days_counted(),
            words::mean(),
            words::difference_in_points(),
            words::likely_range(),
        ]
        .map(String::from)
        .to_vec(),
        rows: steps.iter().map(row).collect(),
    }
}
