//! The days that are shown: how many, each in a table, and the notes.

use chrono::NaiveDate;

use crate::diary::{Came, Day, Diary, Dose, ItemId, PhaseKind};
use crate::picture::rough_width;
use crate::trial::{ImportedDays, LateDays};
use crate::words::{dates, names, paper as words};

use super::parts::{Choices, Paper, Table};
use super::time_axis::{next, span};

/// The days that are shown: those of the choice that the diary reaches.
pub(super) struct ShownDays {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// Days with any answer.
    pub(super) recorded: usize,
    /// Days that could be recorded: the diary asked of them, or they hold an answer all the same.
    pub(super) to_record: usize,
    /// Recorded days that were late.
    late: usize,
    /// Recorded days that were imported.
    pub(super) imported: usize,
}

impl ShownDays {
    pub(super) fn of(diary: &Diary, choices: &Choices) -> ShownDays {
        let to = choices.to;
        // A baseline is there to be recorded from its first day on; what else began before the diary is not missing in it.
        let phase = diary.treatment.phases().first();
        let phase = phase.filter(|phase| phase.kind == PhaseKind::Baseline || diary.first_day().is_none());
        let first = [diary.first_day(), phase.map(|phase| phase.from)];
        let first = first.into_iter().flatten().min();
        let from = first.map_or(to, |first| first.max(choices.from)).min(to);
        let shown = || {
            let days = diary.days().filter(|day| (from..=to).contains(&day.date()));
            days.filter(|day| !day.answers().is_empty())
        };
        let came = |wanted| {
            let days = shown().filter(|day| day.came(diary.settings.day_ends_at) == wanted);
            days.count()
        };
        ShownDays {
            from,
            to,
            recorded: shown().count(),
            to_record: diary.rest.sampling.days_to_record((from, to), shown().map(Day::date)),
            late: came(Came::Late),
            imported: came(Came::Imported),
        }
    }

    fn count(&self) -> usize {
        usize::try_from((self.to - self.from).num_days() + 1).unwrap_or(1)
    }

    pub(super) fn facts(&self, diary: &Diary, choices: &Choices) -> Vec<String> {
        let condition = diary.settings.condition.as_ref().map(ToString::to_string);
        let complete = match (self.late, choices.late_days) {
            (0, _) => words::complete_none_late(self.recorded, self.to_record),
            (late, LateDays::Included) => words::complete(self.recorded, self.to_record, late),
            (late, LateDays::LeftOut) => words::complete_left_out(self.recorded, self.to_record, late),
        };
        let rested = self.count().saturating_sub(self.to_record);
        let rested = (rested > 0).then(|| words::days_not_asked(rested));
        let imported = match (self.imported, choices.imported_days) {
            (0, _) => None,
            (imported, ImportedDays::Included) => Some(words::days_imported(imported)),
            (imported, ImportedDays::LeftOut) => Some(words::days_imported_left_out(imported)),
        };
        condition
            .into_iter()
            .chain([words::by_the_patient().into(), complete])
            .chain(rested)
            .chain(imported)
            .chain(diary.stopped_on(choices.made_on).map(words::no_entries_since))
            .collect()
    }
}

/// Items that a row has room for.
const ITEMS_IN_A_ROW: usize = 8;

/// The size of the table's text, and the white beside it, in millimetres.
const TEXT: f64 = 2.8;
const WHITE: f64 = 2.0;
/// The least that a column of lists needs.
const LIST: f64 = 20.0;

/// The days that are shown, from the earliest: a table, or none where there is no day. Days between them without an
/// answer are one row of one cell.
pub(super) fn table(diary: &Diary, choices: &Choices, (from, to): (NaiveDate, NaiveDate)) -> Option<Table> {
    let days: Vec<&Day> = shown(diary, choices).collect();
    if days.is_empty() {
        return None;
    }
    let rated = |item: &&ItemId| days.iter().any(|day| day.answers().items.contains_key(item));
    let items: Vec<&ItemId> = choices.items.iter().filter(rated).take(ITEMS_IN_A_ROW).collect();
    let names: Vec<String> = items
        .iter()
        .map(|item| names::short_item(item, &diary.settings))
        .collect();
    let before = [words::column_day(), words::column_phase()];
    let behind = [
        words::column_dose(),
        words::side_effects(),
        words::column_what_else(),
        if days.iter().any(|day| day.imported_from().is_some()) {
            words::late_or_imported()
        } else {
            words::late()
        },
    ];
    let columns = before.map(String::from).into_iter().chain(names.iter().cloned());
    let rated: Vec<f64> = names.iter().map(|name| width_of(name)).collect();
    let fixed = [22.0, 17.0, 14.0, 13.0];
    let rest = choices.paper.size().0 - 2.0 * Paper::MARGIN - rated.iter().chain(&fixed).sum::<f64>();
    let list = (rest / 2.0).max(LIST);
    let [day, phase, dose, late] = fixed;
    let mut rows = Vec::new();
    let mut expected = from;
    for shown in &days {
        rows.extend(gaps(diary, expected, shown.date()));
        rows.push(row(diary, shown, &items));
        expected = next(shown.date());
    }
    rows.extend(gaps(diary, expected, next(to)));
    Some(Table {
        caption: words::every_day().into(),
        columns: columns.chain(behind.map(String::from)).collect(),
        widths: [day, phase]
            .into_iter()
            .chain(rated)
            .chain([dose, list, list, late])
            .collect(),
        rows,
    })
}

/// The rows of the days from one up to before another: "6 Jan to 7 Jan 2026: not recorded (2 days)", and apart from those the
/// days that the diary did not ask of.
fn gaps(diary: &Diary, from: NaiveDate, until: NaiveDate) -> Vec<Vec<String>> {
    let sampling = &diary.rest.sampling;
    let days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day < until).collect();
    let mut rows = Vec::new();
    for run in days.chunk_by(|day, other| sampling.asks_on(*day) == sampling.asks_on(*other)) {
        let say = if sampling.asks_on(run[0]) {
            words::not_recorded
        } else {
            words::not_asked
        };
        rows.push(vec![say(&span(run[0], run[run.len() - 1]), run.len())]);
    }
    rows
}

/// How wide a column must be so that no word of its name is broken, as far as a name is one of ours.
fn width_of(name: &str) -> f64 {
    let words = name.split(' ').map(|word| rough_width(word, TEXT) * 1.06 + WHITE);
    words.fold(11.0, f64::max).min(22.0)
}

fn shown<'a>(diary: &'a Diary, choices: &Choices) -> impl Iterator<Item = &'a Day> {
    let span = choices.from..=choices.to;
    diary
        .days()
        .filter(move |day| span.contains(&day.date()) && !day.answers().is_empty())
}

fn row(diary: &Diary, day: &Day, items: &[&ItemId]) -> Vec<String> {
    let answers = day.answers();
    let phase = diary
        .treatment
        .phase_on(day.date())
        .map(|(_, phase)| names::short_phase(&phase.kind));
    let rating = |item: &&ItemId| answers.items.get(*item).map_or_else(String::new, ToString::to_string);
    let dose = match answers.dose_taken {
        _ if answers.sealed_dose.is_some() => names::taken(answers.sealed_dose == Some(true)).into(),
        None => String::new(),
        Some(Dose::NONE) => words::no_dose().into(),
        Some(dose) => dose.to_string(),
    };
    let mut row = vec![
        dates::short_unbroken(day.date()),
        phase.unwrap_or_default().into_owned(),
    ];
    row.extend(items.iter().map(rating));
    row.extend([
        dose,
        side_effects(diary, day),
        what_else(diary, day),
        recorded(diary, day).into(),
    ]);
    row
}

fn side_effects(diary: &Diary, day: &Day) -> String {
    let effects = &day.answers().side_effects;
    let there = effects.iter().filter(|(_, yes)| **yes);
    let names: Vec<String> = there
        .map(|(effect, _)| names::any_side_effect(effect, &diary.settings))
        .collect();
    if names.is_empty() && !effects.is_empty() {
        words::no_side_effect().into()
    } else {
        names.join(", ")
    }
}

fn what_else(diary: &Diary, day: &Day) -> String {
    let answers = day.answers();
    let known = [
        (answers.left_out, words::too_unwell()),
        (answers.rescue_medicine == Some(true), names::extra_pain_medicine()),
        (answers.walking_support == Some(true), words::walking()),
    ];
    let known = known.into_iter().filter_map(|(holds, name)| holds.then_some(name));
    let mut all = names::all_counted(answers, &diary.settings);
    all.extend(known.chain(answers.tags.iter().map(names::tag)).map(str::to_owned));
    all.join(", ")
}

fn recorded(diary: &Diary, day: &Day) -> &'static str {
    match (day.came(diary.settings.day_ends_at), day.edited_at()) {
        (Came::OnTime, None) => "",
        (Came::OnTime, Some(_)) => words::edited(),
        (Came::Late, None) => words::late(),
        (Came::Late, Some(_)) => words::late_and_edited(),
        (Came::Imported, None) => words::imported(),
        (Came::Imported, Some(_)) => words::imported_and_edited(),
    }
}

/// The notes of the days that are shown, each with its date.
pub(super) fn notes(diary: &Diary, choices: &Choices) -> Vec<(String, String)> {
    let noted = shown(diary, choices).filter(|day| !day.answers().note.is_empty());
    noted
        .map(|day| (dates::short(day.date()), day.answers().note.as_str().trim().to_owned()))
        .collect()
}
