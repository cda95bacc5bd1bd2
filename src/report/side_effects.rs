//! Side effects by phase beside those of the trials, with tolerability and what was taken.

use crate::diary::{
    Answers, Diary, ItemId, OwnId, SideEffectId, SortedMap, SortedSet, StandardItem, StandardSideEffect,
};
use crate::trial::published::{Topic, figures_on};
use crate::trial::{Analysis, PhaseSummary, mean_of_days as mean};
use crate::words::{Decimal, names, paper as words};

use super::finding::About;
use super::parts::{Choices, NONE, Table};

/// The phases that side effects are shown for, in the order of the diary.
pub(super) fn side_by_side<'a>(about: &About<'a>) -> Vec<&'a PhaseSummary> {
    let phases = about.baseline.into_iter().chain(about.main);
    let phases = phases.chain(about.beside.iter().copied());
    let by_index: SortedMap<usize, &PhaseSummary> = phases.map(|phase| (phase.index, phase)).collect();
    by_index.values().copied().collect()
}

pub(super) fn side_effect_head(about: &About<'_>, phases: &[&PhaseSummary]) -> Table {
    let names = phases.iter().map(|phase| match &phase.kind {
        kind if kind.is_taken() && about.is_only(phase) => words::column_whole_phase(&about.name_of(phase)),
        _ => about.name_of(phase),
    });
    let mut columns = vec![words::column_side_effects().to_owned()];
    columns.extend(names);
    columns.push(words::column_trial().to_owned());
    let mut widths = vec![62.0];
    widths.extend(phases.iter().map(|_| 26.0));
    widths.push(38.0);
    Table {
        caption: words::side_effects().into(),
        columns,
        widths,
        rows: Vec::new(),
    }
}

/// All answered side effects: the two of the trials first, then those with the most days.
pub(super) fn in_order(analysis: &Analysis) -> Vec<SideEffectId> {
    let mut found: Vec<(SideEffectId, usize)> = Vec::new();
    for (effect, summary) in analysis.phases.iter().flat_map(|phase| &phase.side_effects) {
        match found.iter_mut().find(|(other, _)| other == effect) {
            Some((_, days)) => *days += summary.yes,
            None => found.push((effect.clone(), summary.yes)),
        }
    }
    let of_the_trials = [StandardSideEffect::VividDreams, StandardSideEffect::Headache].map(SideEffectId::from);
    let ordered = found.into_iter().map(|(effect, days)| {
        let place = of_the_trials.iter().position(|first| *first == effect);
        (place.unwrap_or(of_the_trials.len()), std::cmp::Reverse(days), effect)
    });
    let ordered: SortedSet<_> = ordered.collect();
    ordered.into_iter().map(|(_, _, effect)| effect).collect()
}

/// The side effects that the drawing has a line of ticks for: the first that were ever there.
pub(super) fn drawn_side_effects(analysis: &Analysis) -> Vec<SideEffectId> {
    in_order(analysis).into_iter().take(2).collect()
}

pub(super) fn side_effect_row(diary: &Diary, phases: &[&PhaseSummary], effect: &SideEffectId) -> Vec<String> {
    let cell = |phase: &&PhaseSummary| {
        phase.side_effects.get(effect).map_or_else(
            || NONE.to_owned(),
            |summary| {
                let percent = Decimal::of(summary.clustered.share * 100.0, 0);
                words::share(summary.yes, summary.answered, percent)
            },
        )
    };
    let name = names::any_side_effect(effect, &diary.settings);
    let mut row = vec![name];
    row.extend(phases.iter().map(cell));
    row.push(of_people(effect));
    row
}

/// How many people had a side effect in the trials.
pub(super) fn of_people(effect: &SideEffectId) -> String {
    let topic = match effect {
        SideEffectId::Standard(StandardSideEffect::VividDreams) => Some(Topic::VividDreams),
        SideEffectId::Standard(StandardSideEffect::Headache) => Some(Topic::Headache),
        _ => None,
    };
    let people = |[ldn, placebo]: [f64; 2]| words::people(Decimal::of(ldn, 0), Decimal::of(placebo, 0));
    topic.and_then(published).map_or_else(|| NONE.to_owned(), people)
}

/// How well people tolerated it there.
pub(super) fn tolerated_by_people() -> Option<String> {
    let means = |[ldn, placebo]: [f64; 2]| format!("{} / {}", Decimal::of(ldn, 1), Decimal::of(placebo, 1));
    published(Topic::Tolerability).map(means)
}

/// Tolerability, then what was taken and what was needed beside it; each only where it was ever answered.
pub(super) fn rows_below(diary: &Diary, phases: &[&PhaseSummary], choices: &Choices) -> Vec<Vec<String>> {
    let wanted = choices.items.contains(&StandardItem::Tolerability.into());
    let tolerability = wanted.then(|| tolerability_row(phases)).flatten();
    let taken = counted_row(diary, phases, choices, words::dose_taken(), Answers::has_taken);
    let rescue = counted_row(
        diary,
        phases,
        choices,
        &words::counted(names::extra_pain_medicine()),
        |answers| answers.rescue_medicine,
    );
    let walking = counted_row(
        diary,
        phases,
        choices,
        &words::counted(names::walking_support()),
        |answers| answers.walking_support,
    );
    let [medicines, _] = medicine_rows(diary, phases);
    let rows = [tolerability, taken].into_iter().flatten().chain(medicines);
    rows.chain([rescue, walking].into_iter().flatten()).collect()
}

/// Other medicines that page 1 has room for, and how long the name of one may be there with its unit, in characters: a longer
/// one takes the lines of several rows.
const MEDICINES_ON_PAGE_1: usize = 2;
const LONGEST_ON_PAGE_1: usize = 28;

/// Of each other medicine how much was taken a day, and on how many of the days with an answer none (D8): those of
/// page 1, and the others.
pub(super) fn medicine_rows(diary: &Diary, phases: &[&PhaseSummary]) -> [Vec<Vec<String>>; 2] {
    let mut counted: SortedSet<&OwnId> = SortedSet::default();
    counted.extend(phases.iter().flat_map(|phase| phase.medicines.keys()));
    let row = |id: &OwnId| {
        let name = diary.settings.medicine(id).map(names::medicine_with_unit);
        let name = name.unwrap_or_else(|| names::any_medicine(id, &diary.settings));
        let is_short = name.chars().count() <= LONGEST_ON_PAGE_1;
        let mut row = vec![words::medicine(&name)];
        row.extend(phases.iter().map(|phase| {
            phase.medicines.get(id).map_or_else(
                || NONE.to_owned(),
                |one| words::medicine_cell(Decimal::of(one.mean, 1), one.without.yes, one.without.answered),
            )
        }));
        row.push(NONE.to_owned());
        (is_short, row)
    };
    let [mut first, mut others] = [Vec::new(), Vec::new()];
    for (is_short, row) in counted.into_iter().map(row) {
        if is_short && first.len() < MEDICINES_ON_PAGE_1 {
            first.push(row);
        } else {
            others.push(row);
        }
    }
    [first, others]
}

/// On how many of the days with an answer it was yes, by phase.
fn counted_row(
    diary: &Diary,
    phases: &[&PhaseSummary],
    choices: &Choices,
    name: &str,
    answer: impl Fn(&Answers) -> Option<bool>,
) -> Option<Vec<String>> {
    let counts = phases.iter().map(|phase| {
        let days = diary.days().filter(|day| (phase.from..=phase.to).contains(&day.date()));
        let counted = days.filter(|day| choices.counting().counts(day.came(diary.settings.day_ends_at)));
        let answers: Vec<bool> = counted.filter_map(|day| answer(day.answers())).collect();
        (answers.iter().filter(|yes| **yes).count(), answers.len())
    });
    let counts: Vec<(usize, usize)> = counts.collect();
    counts.iter().find(|(_, answered)| *answered > 0)?;
    let cells = counts.iter().map(|(yes, answered)| match answered {
        0 => NONE.to_owned(),
        _ => format!("{yes}/{answered}"),
    });
    let mut row = vec![name.to_owned()];
    row.extend(cells);
    row.push(NONE.to_owned());
    Some(row)
}

fn tolerability_row(phases: &[&PhaseSummary]) -> Option<Vec<String>> {
    let item = ItemId::from(StandardItem::Tolerability);
    phases.iter().find(|phase| phase.items.contains_key(&item))?;
    let cell = |phase: &&PhaseSummary| {
        let summary = phase.items.get(&item);
        summary.map_or_else(
            || NONE.to_owned(),
            |summary| mean(Decimal::of(summary.mean, 0), summary.n),
        )
    };
    let mut row = vec![words::tolerability().to_owned()];
    row.extend(phases.iter().map(cell));
    row.extend(tolerated_by_people());
    Some(row)
}

/// A figure of the trials: on LDN, then on placebo.
fn published(topic: Topic) -> Option<[f64; 2]> {
    figures_on(topic).next().map(|figure| [figure.ldn, figure.placebo])
}
