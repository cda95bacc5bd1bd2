//! Diary → table.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use super::cell::{guarded, joined};
use super::columns::{IMPORTED_FROM, item_header, items, medicine_header, medicines, side_effect_header, side_effects};
use super::{Dialect, Table};
use crate::diary::{Count, Day, Diary, Dose, ItemId, OwnId, Period, PhaseKind, Rating, SideEffectId};

/// The columns that depend on the diary.
#[expect(clippy::struct_excessive_bools, reason = "each is a column that is there or not")]
struct Layout {
    items: Vec<ItemId>,
    side_effects: Vec<SideEffectId>,
    medicines: Vec<OwnId>,
    walking_support: bool,
    left_out: bool,
    imported_from: bool,
    sealed_dose: bool,
}

pub(super) fn table(diary: &Diary, dialect: Dialect) -> Table {
    let layout = Layout {
        items: items(diary).into_iter().collect(),
        side_effects: side_effects(diary).into_iter().collect(),
        medicines: medicines(diary).into_iter().collect(),
        walking_support: diary.days().any(|day| day.answers().walking_support.is_some()),
        left_out: diary.days().any(|day| day.answers().left_out),
        imported_from: diary.days().any(|day| day.imported_from().is_some()),
        sealed_dose: diary.days().any(|day| day.answers().sealed_dose.is_some()),
    };
    let rows: Vec<Vec<String>> = diary.days().map(|day| layout.row(diary, day, dialect)).collect();
    written(&layout.header(diary), &rows, dialect)
}

/// Writes a header and rows that are as long. As the csv crate writes them: its writer brings
/// Rust's reader of fractions with it, 13 KB on the phone, for a kind of quoting that is not chosen here.
pub(super) fn written(header: &[String], rows: &[Vec<String>], dialect: Dialect) -> Table {
    let separator = match dialect {
        Dialect::Points => ',',
        Dialect::Commas => ';',
    };
    let mut text = "\u{feff}".to_owned();
    let mut line = |row: &[String]| {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(separator);
            }
            text.push_str(&quoted(cell, separator));
        }
        text.push_str("\r\n");
    };
    line(header);
    for row in rows {
        line(row);
    }
    Table { text, rows: rows.len() }
}

fn quoted(cell: &str, separator: char) -> Cow<'_, str> {
    if cell.contains([separator, '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\"")).into()
    } else {
        cell.into()
    }
}

impl Layout {
    fn header(&self, diary: &Diary) -> Vec<String> {
        let settings = &diary.settings;
        let mut header: Vec<String> = ["date", "phase", "dose_planned_mg", "dose_taken_mg"]
            .map(str::to_owned)
            .into();
        header.extend(self.items.iter().map(|id| guarded(&item_header(id, settings))));
        header.extend(
            self.side_effects
                .iter()
                .map(|id| guarded(&side_effect_header(id, settings))),
        );
        header.extend(self.medicines.iter().map(|id| guarded(&medicine_header(id, settings))));
        header.extend(["rescue_medicine", "tags", "note"].map(str::to_owned));
        // A text never ends a row: split at a mark that it ends with, the end of the row would be a cell.
        header.extend(self.imported_from.then(|| IMPORTED_FROM.to_owned()));
        header.extend(["recorded_at", "edited_at", "late"].map(str::to_owned));
        header.extend(self.walking_support.then(|| "walking_support".to_owned()));
        header.extend(self.left_out.then(|| "left_out".to_owned()));
        header.extend(self.sealed_dose.then(|| "sealed_dose_taken".to_owned()));
        header
    }

    fn row(&self, diary: &Diary, day: &Day, dialect: Dialect) -> Vec<String> {
        let (answers, date) = (day.answers(), day.date());
        let doses = [diary.treatment.planned_dose(date), answers.dose_taken];
        let doses = doses.map(|dose| milligrams(dose, dialect));
        let mut row = vec![date.to_string(), phase(diary, date)];
        row.extend(doses);
        let rating = |id| answers.items.get(id).map(Rating::to_string).unwrap_or_default();
        row.extend(self.items.iter().map(rating));
        row.extend(
            self.side_effects
                .iter()
                .map(|id| yes_or_no(answers.side_effects.get(id).copied())),
        );
        let count = |id| answers.medicines.get(id).map(Count::to_string).unwrap_or_default();
        row.extend(self.medicines.iter().map(count));
        row.extend([
            yes_or_no(answers.rescue_medicine),
            guarded(&joined(answers.tags.iter())),
            guarded(answers.note.as_str()),
        ]);
        row.extend(self.imported_from.then(|| source(day)));
        row.extend([
            instant(day.recorded_at()),
            day.edited_at().map(instant).unwrap_or_default(),
            yes_or_no(Some(day.is_late(diary.settings.day_ends_at))),
        ]);
        row.extend(self.walking_support.then(|| yes_or_no(answers.walking_support)));
        row.extend(self.left_out.then(|| yes_or_no(answers.left_out.then_some(true))));
        row.extend(self.sealed_dose.then(|| yes_or_no(answers.sealed_dose)));
        row
    }
}

/// The phase of a day: its kind, of a sealed period of a trial of one which one: "blinded 2 of 6".
pub(super) fn phase(diary: &Diary, date: NaiveDate) -> String {
    let Some((_, phase)) = diary.treatment.phase_on(date) else {
        return String::new();
    };
    let id = phase.kind.id();
    match phase.kind {
        PhaseKind::Blinded(Period { number, of }) => format!("{id} {number} of {of}"),
        _ => id.to_owned(),
    }
}

/// Where an imported day is from; nothing of any other.
pub(super) fn source(day: &Day) -> String {
    day.imported_from()
        .map(|from| guarded(from.as_str()))
        .unwrap_or_default()
}

pub(super) fn instant(instant: DateTime<FixedOffset>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

fn milligrams(dose: Option<Dose>, dialect: Dialect) -> String {
    let written = dose.map(Dose::milligrams).unwrap_or_default();
    match dialect {
        Dialect::Points => written,
        Dialect::Commas => written.replace('.', ","),
    }
}

pub(super) fn yes_or_no(answer: Option<bool>) -> String {
    answer.map_or("", |answer| if answer { "yes" } else { "no" }).to_owned()
}
