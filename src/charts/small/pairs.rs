//! The pairs of a trial of one, each a line from its mean on placebo to its mean on LDN.

use crate::charts::diagram::{Anchor, Diagram, Look, Scale};
use crate::charts::figure::Table;
use crate::diary::StandardItem;
use crate::trial::{Pair, decimals_of, lower_and_higher, mean_of_days, order_of_pair};
use crate::words::{Decimal, drawings, sentences, trial_answer as words};

use super::{Small, none, spread::ends};

/// The height of one pair, in em.
const ROW: f64 = 3.4;

/// Draws the pairs of one item, `within` a sentence, which `standard` is unless it is the patient's own; `None` where no pair
/// has a day that counts.
pub fn pairs(within: &str, standard: Option<StandardItem>, all: &[Pair]) -> Option<Small> {
    if all.iter().all(|pair| pair.ldn.is_none() && pair.placebo.is_none()) {
        return None;
    }
    let decimals = decimals_of(all);
    let scale = Scale::new(0.0, 100.0);
    let mut foot = 0.0;
    for _ in all {
        foot += ROW;
    }
    let mut diagram = Diagram::new(foot + 2.6);
    let mut top = 0.0;
    for pair in all {
        diagram.text(0.0, top + 1.0, Anchor::Start, said(pair, decimals), Look::Words);
        let middle = top + 2.3;
        diagram.across(scale.ends(), middle, Look::Axis);
        let at = |side: Option<(f64, usize)>| side.map(|(mean, _)| scale.at(mean));
        if let (Some(placebo), Some(ldn)) = (at(pair.placebo), at(pair.ldn)) {
            diagram.bar((placebo.min(ldn), placebo.max(ldn)), middle, 0.4, Look::Range);
        }
        for (side, look) in [(pair.placebo, Look::Before), (pair.ldn, Look::Now)] {
            if let Some(at) = at(side) {
                diagram.dot(at, middle, 0.55, look);
            }
        }
        top += ROW;
    }
    let (low, high) = ends(standard);
    for (number, anchor, end) in [
        (0.0, Anchor::Start, drawings::low(low)),
        (100.0, Anchor::End, drawings::high(high)),
    ] {
        diagram.upright(scale.at(number), (foot, foot + 0.6), Look::Axis);
        diagram.text(scale.at(number), foot + 1.9, anchor, end, Look::Words);
    }
    let lines = all.iter().map(|pair| said(pair, decimals) + ".");
    Some(Small {
        title: title(within, all),
        summary: sentences([words::pairs_summary().to_owned()].into_iter().chain(lines)),
        diagram,
        table: table(all, decimals),
    })
}

/// What most pairs have in common; of as many lower ones as higher ones nothing.
fn title(within: &str, all: &[Pair]) -> String {
    let [lower, higher, whole_pairs] = lower_and_higher(all);
    match (lower, higher) {
        (lower, higher) if lower > higher => words::pairs_title_lower(within, lower, whole_pairs),
        (lower, higher) if higher > lower => words::pairs_title_higher(within, higher, whole_pairs),
        _ => words::pairs_title(within),
    }
}

fn said(pair: &Pair, decimals: u32) -> String {
    match [pair.placebo, pair.ldn].map(|side| side.map(|(mean, _)| Decimal::of(mean, decimals))) {
        [Some(placebo), Some(ldn)] => words::pair_both(pair.number, placebo, ldn),
        [Some(placebo), None] => words::pair_no_ldn(pair.number, placebo),
        [None, Some(ldn)] => words::pair_no_placebo(pair.number, ldn),
        [None, None] => words::pair_neither(pair.number),
    }
}

fn table(all: &[Pair], decimals: u32) -> Table {
    let mut rows = Vec::new();
    for pair in all {
        let read = |side: Option<(f64, usize)>| side.map(|(mean, days)| (Decimal::of(mean, decimals), days));
        let cell = |side| read(side).map_or_else(none, |(mean, days)| mean_of_days(mean, days));
        let difference = read(pair.ldn).zip(read(pair.placebo));
        rows.push(vec![
            words::pair(pair.number),
            order_of_pair(pair.first).to_owned(),
            cell(pair.placebo),
            cell(pair.ldn),
            difference.map_or_else(none, |(ldn, placebo)| ldn.0.minus(placebo.0).to_string()),
        ]);
    }
    Table {
        columns: [
            words::column_pair(),
            words::column_order(),
            words::column_placebo(),
            words::column_ldn(),
            drawings::difference_in_points(),
        ]
        .map(String::from)
        .to_vec(),
        rows,
    }
}
