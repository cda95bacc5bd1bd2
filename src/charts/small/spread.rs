//! Two windows as two rows of days: every day a dot, a line at the mean. How surely the means differ is said by the
//! likely range of their difference, which is no range of either mean.

use crate::charts::diagram::{Anchor, Diagram, Look, Scale};
use crate::charts::figure::Table;
use crate::diary::StandardItem;
use crate::trial::Spread;
use crate::words::{Decimal, drawings as words, sentences};

use super::{Small, decimal, none, whole};

/// Days of a row above which dots give way to bars: more dots can't be told apart, and a phone has to draw them.
const MOST_DOTS: usize = 120;
/// How wide a pile of dots is, in points of the scale.
const PILE: usize = 2;
/// How wide a bar is, in points of the scale.
const STEP: usize = 5;
/// The height of a row without its words, in em.
const ROW: f64 = 3.2;

/// What one row is made of: its name, its days' ratings, its mean.
pub struct Row<'a> {
    /// "Before".
    pub name: &'a str,
    /// The ratings of its days, 0 to 100.
    pub ratings: &'a [f64],
    /// What they come to.
    pub spread: Spread,
    /// Their mean as it is read beside the other row's.
    pub mean: Decimal,
}

/// Draws the days of a window against those that it is compared with, each with when it was; `item` names what was rated, which `standard` is unless
/// it is the patient's own.
pub fn spread(
    item: &str,
    standard: Option<StandardItem>,
    [reference, during]: [&str; 2],
    before: &Row<'_>,
    after: &Row<'_>,
) -> Small {
    let (low, high) = ends(standard);
    let scale = Scale::new(0.0, 100.0);
    let mut diagram = Diagram::new(2.0 * (ROW + 1.8) + 2.6);
    row(&mut diagram, scale, 0.0, before, (Look::DayBefore, Look::Before));
    row(&mut diagram, scale, ROW + 1.8, after, (Look::Day, Look::Now));
    let foot = 2.0 * (ROW + 1.8) + 0.3;
    diagram.across(scale.ends(), foot, Look::Axis);
    for (number, anchor, end) in [
        (0.0, Anchor::Start, words::low(low)),
        (100.0, Anchor::End, words::high(high)),
    ] {
        diagram.upright(scale.at(number), (foot - 0.3, foot + 0.3), Look::Axis);
        diagram.text(scale.at(number), foot + 1.6, anchor, end, Look::Words);
    }
    Small {
        title: words::spread_title(after.ratings.len(), item, before.mean, reference, after.mean, during),
        summary: summary(before, after),
        diagram,
        table: table(before, after),
    }
}

/// The ends of the scale where there is little room; nothing of an item of the patient's own.
pub(super) fn ends(item: Option<StandardItem>) -> (&'static str, &'static str) {
    match item {
        None => ("", ""),
        Some(StandardItem::SleepQuality) => (words::low_sleep(), words::high_sleep()),
        Some(StandardItem::Tolerability) => (words::low_tolerability(), words::high_tolerability()),
        Some(StandardItem::Thinking) => (words::low_thinking(), words::high_thinking()),
        Some(_) => (words::low_none(), words::high_worst()),
    }
}

fn row(diagram: &mut Diagram, scale: Scale, top: f64, row: &Row<'_>, (day, mean): (Look, Look)) {
    let said = words::spread_row(row.ratings.len(), row.name, row.mean);
    diagram.text(0.0, top + 1.0, Anchor::Start, said, Look::Strong);
    let foot = top + 1.4 + ROW;
    let (step, look) = if row.ratings.len() > MOST_DOTS {
        (STEP, None)
    } else {
        (PILE, Some(day))
    };
    for (number, count) in piles(row.ratings, step) {
        match look {
            Some(look) => dots(diagram, scale.at(number), foot, count, look),
            None => diagram.upright(scale.at(number), (foot - height(count, row.ratings.len()), foot), day),
        }
    }
    diagram.upright(scale.at(row.spread.mean), (top + 1.4, foot), mean);
}

/// Dots on one another; a high pile is pressed together so that it stays in its row.
fn dots(diagram: &mut Diagram, x: f64, foot: f64, count: usize, look: Look) {
    let step = (ROW - 0.5) / as_number(count.max(8));
    for place in 0..count {
        diagram.dot(x, foot - 0.3 - step * as_number(place), 0.26, look);
    }
}

/// The height of a bar: a third of all days fill the row.
fn height(count: usize, all: usize) -> f64 {
    (as_number(count) / as_number(all) * 3.0 * ROW).min(ROW)
}

/// How many ratings there are around each step of the scale, from the lowest; only where there are any.
fn piles(ratings: &[f64], step: usize) -> Vec<(f64, usize)> {
    let mut piles = vec![0_usize; 100 / step + 1];
    for rating in ratings {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a rating lies in 0 to 100"
        )]
        let place = (rating.clamp(0.0, 100.0) / as_number(step)).round() as usize;
        if let Some(pile) = piles.get_mut(place) {
            *pile += 1;
        }
    }
    let piles = piles.into_iter().enumerate().filter(|(_, count)| *count > 0);
    piles.map(|(place, count)| (as_number(place * step), count)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
fn as_number(count: usize) -> f64 {
    count as f64
}

fn summary(before: &Row<'_>, after: &Row<'_>) -> String {
    let side = |row: &Row<'_>| match row.spread.sd {
        Some(deviation) => words::spread_side_varied(row.name, row.mean, whole(deviation)),
        None => words::spread_side(row.name, row.mean),
    };
    sentences([words::spread_summary().to_owned(), side(before), side(after)])
}

fn table(before: &Row<'_>, after: &Row<'_>) -> Table {
    let line = |row: &Row<'_>| {
        vec![
            row.name.to_owned(),
            row.ratings.len().to_string(),
            decimal(row.spread.mean),
            decimal(row.spread.median),
            row.spread.sd.map_or_else(none, decimal),
        ]
    };
    Table {
        columns: [
            words::days_of(),
            words::recorded_column(),
            words::mean(),
            words::median(),
            words::standard_deviation(),
        ]
        .map(String::from)
        .to_vec(),
        rows: vec![line(before), line(after)],
    }
}
