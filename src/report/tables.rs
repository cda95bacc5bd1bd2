//! The two tables of page 1, and what of them did not fit there.

use crate::diary::{Diary, Direction, ItemId, StandardItem};
use crate::statistics::Interval;
use crate::trial::{Analysis, Comparison, Contrast, PhaseSummary, ShownAs, Status, Verdict};

use super::finding::{About, Change, improvement};
use super::side_effects::{in_order, rows_below, side_by_side, side_effect_head, side_effect_row};
use super::{Choices, Table, words};

/// Ratings and side effects that page 1 has room for.
const ITEMS_ON_PAGE_1: usize = 6;
const SIDE_EFFECTS_ON_PAGE_1: usize = 4;
/// Where there is no figure.
pub(super) const NONE: &str = "–";

/// The tables of page 1, and those behind it.
pub(super) fn tables(
    diary: &Diary,
    analysis: &Analysis,
    about: &About<'_>,
    choices: &Choices,
) -> (Vec<Table>, Vec<Table>) {
    let tolerability = ItemId::from(StandardItem::Tolerability);
    let compared = choices.items.iter().filter(|item| **item != tolerability);
    let rows = compared.filter_map(|item| comparison_row(diary, about, item)).collect();
    let (items, more_items) = split(comparison_head(about), rows, ITEMS_ON_PAGE_1, words::FURTHER_ITEMS);
    let phases = side_by_side(about);
    let effects = in_order(analysis);
    let rows = effects
        .iter()
        .map(|effect| side_effect_row(diary, &phases, effect))
        .collect();
    let (mut effects, more_effects) = split(
        side_effect_head(about, &phases),
        rows,
        SIDE_EFFECTS_ON_PAGE_1,
        words::FURTHER_SIDE_EFFECTS,
    );
    effects.rows.extend(rows_below(diary, &phases, choices));
    let filled = |table: &Table| !table.rows.is_empty();
    (
        [items, effects].into_iter().filter(filled).collect(),
        [more_items, more_effects].into_iter().filter(filled).collect(),
    )
}

/// The first rows under the table's own caption, the rest under another.
fn split(head: Table, mut rows: Vec<Vec<String>>, first: usize, caption: &str) -> (Table, Table) {
    let rest = rows.split_off(first.min(rows.len()));
    let more = Table {
        caption: caption.into(),
        rows: rest,
        ..head.clone()
    };
    (Table { rows, ..head }, more)
}

fn comparison_head(about: &About<'_>) -> Table {
    let Some(main) = about.main else {
        return Table {
            caption: "Ratings, 0 to 100".into(),
            columns: ["Mean, 0 to 100 (n days)", "Baseline", "Median", "SD"]
                .map(String::from)
                .into(),
            widths: vec![40.0, 20.0, 20.0, 20.0],
            rows: Vec::new(),
        };
    };
    let name = about.name_of(main);
    let mut columns = vec![
        "Mean, 0 to 100 (n days)".to_owned(),
        "Baseline".into(),
        format!("{name}, last 28 days"),
        words::CHANGE.into(),
        words::INTERVAL.into(),
    ];
    let mut widths = vec![33.0, 18.0, 22.0, 33.0, 34.0];
    if let Some(beside) = about.beside {
        columns.push(about.name_of(beside));
        widths.push(19.0);
    }
    columns.push(words::FINAL_DAYS.into());
    widths.push(29.0);
    Table {
        caption: format!("{name} against baseline"),
        columns,
        widths,
        rows: Vec::new(),
    }
}

/// One item; none where nothing was recorded for it.
fn comparison_row(diary: &Diary, about: &About<'_>, item: &ItemId) -> Option<Vec<String>> {
    let baseline = about.baseline.and_then(|phase| phase.items.get(item));
    let name = words::item(item, &diary.settings);
    let before = baseline.map_or_else(|| NONE.to_owned(), |summary| mean(summary.mean, summary.n));
    if about.main.is_none() {
        let summary = baseline?;
        let sd = summary.sd.map_or_else(|| NONE.to_owned(), |sd| format!("{sd:.0}"));
        return Some(vec![name, before, format!("{:.0}", summary.median), sd]);
    }
    let comparison = about.comparison(item);
    if baseline.is_none() && comparison.is_none() {
        return None;
    }
    let contrast = comparison.map(|comparison| &comparison.contrast);
    let mut row = vec![name, before, window_mean(contrast, about.main, item)];
    row.extend(comparison.map_or_else(|| [NONE, NONE].map(String::from), change));
    if about.beside.is_some() {
        let contrast = about.comparison_beside(item).map(|comparison| &comparison.contrast);
        row.push(window_mean(contrast, about.beside, item));
    }
    let before = baseline.map(|summary| summary.mean);
    row.push(comparison.map_or_else(|| NONE.to_owned(), |comparison| final_days(comparison, before)));
    Some(row)
}

pub(super) fn mean(mean: f64, n: usize) -> String {
    format!("{mean:.0} ({n})")
}

/// The mean that is compared; while there is none, that of the phase so far.
fn window_mean(contrast: Option<&Contrast>, phase: Option<&PhaseSummary>, item: &ItemId) -> String {
    if let Some((means, window)) = contrast.and_then(|contrast| Some((contrast.means?, contrast.window?))) {
        return mean(means.phase.mean, window.recorded);
    }
    let so_far = phase.and_then(|phase| phase.items.get(item));
    so_far.map_or_else(
        || NONE.into(),
        |summary| format!("{} so far", mean(summary.mean, summary.n)),
    )
}

/// The change, and its interval or why there is none.
fn change(comparison: &Comparison) -> [String; 2] {
    let (contrast, direction) = (&comparison.contrast, comparison.direction);
    let why = match contrast.status {
        Status::NoBaseline => "no baseline",
        Status::SettlingIn { .. } => "settling in",
        Status::TooFewDays { .. } => "too few days",
        Status::NoVariation => "every day the same",
        Status::EarlyLook { .. } | Status::Ready => "",
    };
    let Some(means) = contrast.means else {
        return [words::NOT_YET.into(), why.into()];
    };
    let Some((range, shown)) = contrast.range.zip(contrast.shown_as(direction)) else {
        let points = improvement(means.difference, direction);
        return [better(points, " points"), why.into()];
    };
    let change = Change::of(&means, direction, shown);
    let mut interval = limits(change.limits, change.unit);
    if matches!(contrast.status, Status::EarlyLook { .. }) {
        interval += " (early look)";
    }
    let mut value = better(change.value, change.unit);
    if range.verdict == Verdict::CannotTell {
        value += ", can't tell";
    }
    [value, interval]
}

/// "32 % better", "1 point worse", "no change".
fn better(improvement: f64, unit: &str) -> String {
    let amount = improvement.abs().round();
    if amount < 1.0 {
        return words::NO_CHANGE.into();
    }
    let word = if improvement > 0.0 { "better" } else { "worse" };
    format!("{amount:.0}{} {word}", words::of_number(amount, unit))
}

/// "21 to 45 % better" on one side, "12 worse to 43 points better" where 0 is inside.
fn limits(Interval { low, high }: Interval, unit: &str) -> String {
    let (low, high) = (low.round(), high.round());
    if low >= 0.0 && high >= 1.0 {
        format!("{:.0} to {}", low.abs(), better(high, unit))
    } else if high <= 0.0 && low <= -1.0 {
        format!("{:.0} to {}", high.abs(), better(low, unit))
    } else if low < 0.0 {
        format!("{:.0} worse to {}", low.abs(), better(high, unit))
    } else {
        words::NO_CHANGE.into()
    }
}

/// The trial's own end point, in the unit of the change; the mean itself where there is no baseline.
fn final_days(comparison: &Comparison, before: Option<f64>) -> String {
    let end = comparison.final_3_days;
    let n = end.n;
    let Some(mean) = end.mean else {
        return format!("{NONE} (n\u{a0}{n})");
    };
    let compared = comparison.contrast.means.map(|means| means.baseline.mean);
    let Some(baseline) = compared.or(before) else {
        return format!("mean {mean:.0} (n\u{a0}{n})");
    };
    let in_percent = match comparison.contrast.shown_as(comparison.direction) {
        Some(ShownAs::Points(_)) => None,
        Some(ShownAs::Percent(_)) => end.percent_improvement,
        None => end
            .percent_improvement
            .filter(|_| comparison.direction == Direction::LowerIsBetter),
    };
    let change = match in_percent {
        Some(percent) => better(percent, words::PERCENT),
        None => better(improvement(mean - baseline, comparison.direction), " points"),
    };
    format!("{change} (n\u{a0}{n})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_said_in_plain_numbers() {
        assert_eq!(better(0.3, words::PERCENT), "no change");
        assert_eq!(better(-1.2, " points"), "1 point worse");
        assert_eq!(better(31.6, words::PERCENT), "32\u{a0}% better");
        let said = |low, high| limits(Interval { low, high }, " points");
        assert_eq!(said(-8.7, 1.1), "9 worse to 1 point better");
        assert_eq!(said(-0.2, 4.8), "0 to 5 points better");
        assert_eq!(said(-5.0, -0.2), "0 to 5 points worse");
        assert_eq!(said(-0.2, 0.2), "no change");
    }
}
