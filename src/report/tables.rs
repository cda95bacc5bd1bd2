//! The two tables of page 1, and what of them did not fit there.

use crate::diary::{Against, Diary, ItemId, PhaseKind, StandardItem};
use crate::trial::{
    Amount, Analysis, Comparison, FINAL_DAY, FINAL_DAYS, Finding, ItemSummary, Limits, PhaseSummary, SETTLING_IN,
    Status, Verdict, judged, mean_beside, mean_of_days as mean,
};
use crate::words::{Decimal, names, paper as words};

use super::finding::{self, About};
use super::parts::{Choices, NONE, Table, unbroken};
use super::side_effects::{in_order, medicine_rows, rows_below, side_by_side, side_effect_head, side_effect_row};

/// Ratings and side effects that page 1 has room for; each further column of another phase, by which lines are broken,
/// takes two ratings.
pub(super) const ITEMS_ON_PAGE_1: usize = 6;
pub(super) const SIDE_EFFECTS_ON_PAGE_1: usize = 4;

/// A column under the name of a medicine, which is longer than ours.
const MEDICINE: f64 = 26.0;

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
    let first = match about.columns().len() {
        0 | 1 => ITEMS_ON_PAGE_1,
        2 => ITEMS_ON_PAGE_1 - 2,
        _ => ITEMS_ON_PAGE_1 - 4,
    };
    let (items, more_items) = split(comparison_head(about), rows, first, words::further_ratings());
    let phases = side_by_side(about);
    let effects = in_order(analysis);
    let rows = effects
        .iter()
        .map(|effect| side_effect_row(diary, &phases, effect))
        .collect();
    let [medicines, others] = medicine_rows(diary, &phases);
    let more_medicines = Table {
        caption: names::other_medicines().into(),
        rows: others,
        ..side_effect_head(about, &phases)
    };
    let first = if about.columns().len() > 2 {
        SIDE_EFFECTS_ON_PAGE_1 - 1
    } else {
        SIDE_EFFECTS_ON_PAGE_1
    };
    let (mut effects, more_effects) = split(
        side_effect_head(about, &phases),
        rows,
        first - medicines.len(),
        words::further_side_effects(),
    );
    effects.rows.extend(rows_below(diary, &phases, choices));
    let filled = |table: &Table| !table.rows.is_empty();
    (
        [items, effects].into_iter().filter(filled).collect(),
        [
            more_items,
            more_effects,
            more_medicines,
            all_phases(diary, about, choices),
        ]
        .into_iter()
        .filter(filled)
        .collect(),
    )
}

/// Each phase that has means with them, where not all have a column on page 1; else without rows. A sealed period has none.
fn all_phases(diary: &Diary, about: &About<'_>, choices: &Choices) -> Table {
    let drawn = || choices.items.iter().take(ITEMS_ON_PAGE_1);
    let has_means = |phase: &PhaseSummary| phase.days > 0 && drawn().any(|item| phase.items.contains_key(item));
    let phases: Vec<&PhaseSummary> = about.analysis.phases.iter().filter(|phase| has_means(phase)).collect();
    let shown = side_by_side(about).into_iter().filter(|phase| has_means(phase)).count();
    let mut table = Table {
        caption: words::means_of_phases().into(),
        columns: vec![words::column_phase().into()],
        rows: Vec::new(),
        widths: vec![40.0],
    };
    for item in choices.items.iter().take(ITEMS_ON_PAGE_1) {
        table.columns.push(names::any_item(item, &diary.settings));
        table.widths.push(20.0);
    }
    for phase in phases.iter().filter(|_| shown < phases.len()) {
        let mut row = vec![about.name_of(phase)];
        for item in choices.items.iter().take(ITEMS_ON_PAGE_1) {
            row.push(phase.items.get(item).map_or_else(|| NONE.to_owned(), mean_of));
        }
        table.rows.push(row);
    }
    table
}

/// The first rows under the table's own caption, the rest under another.
pub(super) fn split(head: Table, mut rows: Vec<Vec<String>>, first: usize, caption: &str) -> (Table, Table) {
    let rest = rows.split_off(first.min(rows.len()));
    let more = Table {
        caption: caption.into(),
        rows: rest,
        ..head.clone()
    };
    (Table { rows, ..head }, more)
}

fn comparison_head(about: &About<'_>) -> Table {
    let alone = about.alone();
    let Some((main, against)) = about.main.zip(about.against()) else {
        let name = alone.map_or_else(
            || names::phase(&PhaseKind::Baseline).into_owned(),
            |phase| about.name_of(phase),
        );
        let mut columns = vec![words::column_mean().to_owned(), name];
        columns.extend([words::column_median(), words::column_deviation()].map(String::from));
        let mut widths = vec![40.0, 20.0, 20.0, 20.0];
        for phase in about.columns() {
            columns.push(about.name_of(phase));
            widths.push(if phase.kind.medicine().is_some() {
                MEDICINE
            } else {
                20.0
            });
        }
        if alone.is_some_and(|phase| phase.kind.medicine().is_some()) {
            widths[1] = MEDICINE;
        }
        return Table {
            caption: words::ratings().into(),
            columns,
            widths,
            rows: Vec::new(),
        };
    };
    let name = about.name_of(main);
    let (reference, caption) = match &against {
        Against::Baseline => (&*names::phase(&PhaseKind::Baseline), words::against_baseline(&name)),
        Against::Off => (words::column_off(), words::against_off(&name)),
        Against::Placebo => (names::placebo(), words::against_placebo(&name)),
        Against::Comparator(medicine) => (
            &*finding::head_of(medicine.as_str()),
            words::against_medicine(&name, medicine.as_str()),
        ),
        Against::Step => (words::column_earlier_dose(), words::against_step(&name)),
    };
    // Of a dose that was begun before the diary, and of a further question, other days of it count.
    let counted = if about.main_comparison().is_some_and(Comparison::begins_later) {
        words::column_days_compared(&name)
    } else {
        words::column_counted_days(&name, SETTLING_IN + 1, FINAL_DAY)
    };
    let mut columns = vec![
        words::column_mean().to_owned(),
        reference.into(),
        counted,
        words::column_change().into(),
        words::column_interval().into(),
    ];
    // Further columns are taken from those that can be broken.
    let columns_beside = about.columns();
    let mut widths = if columns_beside.len() > 1 {
        vec![30.0, 17.0, 18.5, 33.5, 35.0]
    } else {
        vec![33.0, 19.0, 20.0, 34.0, 36.0]
    };
    if against.medicine().is_some() {
        widths[1] = MEDICINE;
    }
    for beside in &columns_beside {
        columns.push(about.name_of(beside));
        widths.push(if beside.kind.medicine().is_some() {
            MEDICINE
        } else {
            17.0
        });
    }
    columns.push(words::column_final_days(FINAL_DAYS));
    widths.push(if columns_beside.len() > 1 { 24.0 } else { 31.0 });
    Table {
        caption,
        columns,
        widths,
        rows: Vec::new(),
    }
}

/// One item; none where nothing was recorded for it.
fn comparison_row(diary: &Diary, about: &About<'_>, item: &ItemId) -> Option<Vec<String>> {
    let baseline = about.baseline.and_then(|phase| phase.items.get(item));
    let name = names::any_item(item, &diary.settings);
    if let Some(alone) = about.alone() {
        let mut row = vec![name];
        row.extend(
            alone
                .items
                .get(item)
                .map_or_else(|| [NONE; 3].map(String::from), of_phase),
        );
        let others = about.columns();
        row.extend(
            others
                .iter()
                .map(|phase| phase.items.get(item).map_or_else(|| NONE.into(), mean_of)),
        );
        let is_rated = row[1..].iter().any(|cell| cell != NONE);
        return is_rated.then_some(row);
    }
    let comparison = about.comparison(item);
    if baseline.is_none() && comparison.is_none() {
        return None;
    }
    let finding = comparison.map(Comparison::finding);
    let compared = finding.and_then(|finding| Some(mean(finding.figures?.before, finding.reference?.recorded)));
    let before = compared.or(baseline.map(mean_of)).unwrap_or_else(|| NONE.to_owned());
    let mut row = vec![
        name,
        before,
        window_mean(comparison, finding.as_ref(), about.main, item),
    ];
    let ended = comparison.is_some_and(|comparison| comparison.ended);
    row.extend(finding.map_or_else(|| [NONE, NONE].map(String::from), |finding| change(&finding, ended)));
    for beside in about.columns() {
        let comparison = about.comparison_beside(beside, item);
        row.push(window_mean(comparison, finding.as_ref(), Some(beside), item));
    }
    let last = comparison.zip(finding.as_ref());
    row.push(last.map_or_else(
        || NONE.to_owned(),
        |(comparison, finding)| final_days(comparison, finding),
    ));
    Some(row)
}

/// Mean, median and standard deviation of a phase that is not compared.
fn of_phase(summary: &ItemSummary) -> [String; 3] {
    let whole = |number| Decimal::of(number, 0).to_string();
    let sd = summary.sd.map_or_else(|| NONE.to_owned(), whole);
    [mean_of(summary), whole(summary.median), sd]
}

fn mean_of(summary: &ItemSummary) -> String {
    mean(Decimal::of(summary.mean, 0), summary.n)
}

/// The mean that is compared, rounded as the finding of its row; where there is none, that of all days of the phase.
fn window_mean(
    comparison: Option<&Comparison>,
    beside: Option<&Finding>,
    phase: Option<&PhaseSummary>,
    item: &ItemId,
) -> String {
    let rounded = |average| mean_beside(average, beside);
    let compared = comparison.and_then(|one| Some((one.contrast.window_mean?, one.contrast.window?)));
    if let Some((average, window)) = compared {
        return mean(rounded(average), window.recorded);
    }
    let all = phase.and_then(|phase| phase.items.get(item));
    let Some(all) = all.map(|all| mean(rounded(all.mean), all.n)) else {
        return NONE.into();
    };
    match comparison {
        None => all,
        Some(comparison) if comparison.ended => words::whole_phase(&all),
        Some(_) => words::so_far(&all),
    }
}

/// The change, and its interval or why there is none.
pub(super) fn change(finding: &Finding, ended: bool) -> [String; 2] {
    let why = match finding.status {
        Status::NoReference => words::why_no_reference(),
        Status::SettlingIn { .. } if ended => words::why_too_short(),
        Status::SettlingIn { .. } => words::why_settling_in(),
        Status::TooFewDays { .. } => words::why_too_few_days(),
        Status::NoVariation => words::why_no_variation(),
        Status::EarlyLook { .. } | Status::Ready => "",
    };
    let Some(figures) = finding.figures else {
        let not = if ended { words::not_compared } else { words::not_yet };
        return [not().into(), why.into()];
    };
    let mut value = unbroken(&figures.judged());
    let Some(limits) = figures.limits else {
        return [value, why.into()];
    };
    if finding.verdict == Some(Verdict::CannotTell) {
        value = words::cannot_tell(&value);
    }
    let mut interval = interval(&limits);
    if matches!(finding.status, Status::EarlyLook { .. }) {
        interval = words::interval_early_look(&interval);
    }
    [value, interval]
}

/// "7 to 31 better" on one side, "12 worse to 43 better" where 0 is inside.
fn interval(limits: &Limits) -> String {
    let size = |amount: Amount| amount.improvement.abs();
    let whole = |amount: Amount| unbroken(&amount.in_cell());
    let Limits { worst, best } = *limits;
    match limits.side() {
        Verdict::CannotTell if worst.is_none() || best.is_none() => {
            words::interval_at_zero(&whole(worst), &whole(best))
        }
        Verdict::CannotTell => words::interval_around_zero(size(worst), &whole(best)),
        Verdict::Better | Verdict::Worse => {
            let [near, far] = limits.near_and_far();
            words::interval(size(near), &whole(far))
        }
    }
}

/// The trial's own end point once it can be read; the mean itself where there is no likely range.
fn final_days(comparison: &Comparison, finding: &Finding) -> String {
    let end = comparison.final_3_days;
    if !usize::try_from(FINAL_DAYS).is_ok_and(|days| comparison.readable(&end, days)) {
        return NONE.to_owned();
    }
    // The trial had a baseline.
    let change = finding.at_the_end(&end, &comparison.contrast, comparison.direction);
    let change = change.filter(|_| comparison.against == Against::Baseline);
    match (change, end.mean) {
        (Some((points, percent)), _) => words::final_days(&unbroken(&judged(points, percent)), end.n),
        (None, Some(mean)) => words::final_days_mean(Decimal::of(mean, 0), end.n),
        (None, None) => NONE.to_owned(),
    }
}
