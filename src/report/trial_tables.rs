//! Page 1 of a diary whose finding is that of a trial of one: LDN beside placebo, each of all its periods together.

use crate::diary::{Diary, ItemId, StandardItem};
use crate::trial::{
    Comparison, Counting, ImportedDays, LateDays, Pooled, SETTLING_IN, Study, Window, arm_name, caveat_of_both,
    changed_since, mean_of_days as mean, tolerated_said,
};
use crate::words::{Decimal, names, paper as words, results, sentences, trial_answer};

use super::parts::{Choices, NONE, Table};
use super::side_effects::{of_people, tolerated_by_people};
use super::small_print;
use super::tables::{ITEMS_ON_PAGE_1, SIDE_EFFECTS_ON_PAGE_1, change, split};
use super::trial_of_one::{effects_of, share};

/// The tables of page 1, and what of them goes behind it.
pub(super) fn tables(diary: &Diary, study: &Study<'_>, pooled: &Pooled, choices: &Choices) -> (Vec<Table>, Vec<Table>) {
    let [ldn, placebo] = &pooled.arms;
    let names_of = [ldn, placebo].map(|arm| arm_name(arm.arm).to_owned());
    let tolerability = ItemId::from(StandardItem::Tolerability);
    let mut rows = Vec::new();
    let mut answers = Vec::new();
    for item in choices.items.iter().filter(|item| **item != tolerability) {
        answers.extend(study.pooled(pooled.trial, item).map(|one| one.answer));
    }
    let decimals = answers.iter().filter_map(|answer| answer.finding().figures);
    let decimals = decimals.map(|figures| figures.after.decimals()).max().unwrap_or(0);
    for answer in &answers {
        rows.extend(item_row(diary, answer, decimals));
    }
    let [on_ldn, on_placebo] = names_of.clone();
    let head = Table {
        caption: trial_answer::name(study.trials()[pooled.trial].first_day()),
        columns: vec![
            words::column_mean().to_owned(),
            on_placebo,
            on_ldn,
            words::column_change().to_owned(),
            words::column_interval().to_owned(),
        ],
        rows: Vec::new(),
        widths: vec![33.0, 19.0, 20.0, 34.0, 36.0],
    };
    let (items, more_items) = split(head, rows, ITEMS_ON_PAGE_1, words::further_ratings());
    let mut rows = Vec::new();
    for effect in &effects_of(&pooled.arms) {
        let name = names::any_side_effect(effect, &diary.settings);
        let [ldn, placebo] = [ldn, placebo].map(|arm| share(arm.side_effects.get(effect)));
        rows.push(vec![name, ldn, placebo, of_people(effect)]);
    }
    let mut columns = vec![words::column_side_effects().to_owned()];
    columns.extend(names_of.map(|name| words::column_whole_phase(&name)));
    columns.push(words::column_trial().to_owned());
    let head = Table {
        caption: words::side_effects().into(),
        columns,
        rows: Vec::new(),
        widths: vec![48.0, 36.0, 36.0, 38.0],
    };
    let (mut effects, more_effects) = split(head, rows, SIDE_EFFECTS_ON_PAGE_1, words::further_side_effects());
    if choices.items.contains(&tolerability) {
        let said = tolerated_said(&pooled.arms, NONE);
        effects.rows.extend(said.map(|[ldn, placebo]| {
            let mut row = vec![words::tolerability().to_owned(), ldn, placebo];
            row.extend(tolerated_by_people());
            row
        }));
    }
    let taken = [ldn, placebo].map(|arm| format!("{}/{}", arm.doses.taken, arm.doses.planned));
    let [ldn_taken, placebo_taken] = taken;
    effects.rows.push(vec![
        words::dose_taken_of_days().to_owned(),
        ldn_taken,
        placebo_taken,
        NONE.to_owned(),
    ]);
    let filled = |table: &Table| !table.rows.is_empty();
    (
        [items, effects].into_iter().filter(filled).collect(),
        [more_items, more_effects].into_iter().filter(filled).collect(),
    )
}

/// One item on placebo and on LDN, with so many decimals as the column has; none where it was rated on no day that counts.
fn item_row(diary: &Diary, answer: &Comparison, decimals: u32) -> Option<Vec<String>> {
    let finding = answer.finding();
    let recorded = |window: Option<Window>| window.map(|window| window.recorded).filter(|days| *days > 0);
    let (placebo, ldn) = (recorded(finding.reference), recorded(finding.window));
    if placebo.is_none() && ldn.is_none() {
        return None;
    }
    let cells = finding.figures.map_or_else(
        || {
            let alone = [
                (answer.contrast.reference_mean, placebo),
                (answer.contrast.window_mean, ldn),
            ];
            alone.map(|(average, days)| {
                let said = average.zip(days);
                said.map_or_else(
                    || NONE.to_owned(),
                    |(average, days)| mean(Decimal::of(average, decimals), days),
                )
            })
        },
        |figures| {
            let [before, after] = figures.averages_with(&answer.contrast, decimals);
            [
                mean(before, placebo.unwrap_or_default()),
                mean(after, ldn.unwrap_or_default()),
            ]
        },
    );
    let mut row = vec![names::any_item(&answer.item, &diary.settings)];
    row.extend(cells);
    row.extend(change(&finding, answer.ended));
    Some(row)
}

/// What has to be known beside the figures; what went otherwise than planned has its rows in the section behind.
pub(super) fn caveats(study: &Study<'_>, pooled: &Pooled) -> Vec<String> {
    let mut said: Vec<String> = changed_since(&pooled.answer).into_iter().collect();
    for caveat in study.caveats_of_trial(pooled) {
        said.extend(caveat_of_both(caveat, &pooled.arms));
    }
    said.extend(small_print::published());
    said
}

/// Which days are compared, and whether late and imported ones count.
pub(super) fn method(counting: Counting, has_imported: bool) -> String {
    let late = match counting.late {
        LateDays::Included => results::late_counted(),
        LateDays::LeftOut => results::late_left_out(),
    };
    let imported = match counting.imported {
        _ if !has_imported => "",
        ImportedDays::Included => results::imported_counted(),
        ImportedDays::LeftOut => results::imported_left_out(),
    };
    sentences([
        trial_answer::method(SETTLING_IN + 1),
        late.to_owned(),
        imported.to_owned(),
    ])
}
