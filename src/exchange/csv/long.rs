//! Diary → one row an observation, with its code and unit: what statistics programs and clinics read.

use super::cell::guarded;
use super::columns::{IMPORTED_FROM, item_header, medicine_header, side_effect_header};
use super::write::{instant, phase, source, written, yes_or_no};
use super::{Dialect, Table};
use crate::diary::{Day, Diary, ItemId, StandardItem};

/// What stands in each column.
const HEADER: [&str; 12] = [
    "date",
    "phase",
    "dose_planned_mg",
    "kind",
    "name",
    "value",
    "unit",
    "code_system",
    "code",
    "recorded_at",
    "edited_at",
    "late",
];
/// Where the column of where imported days are from stands, in a diary with such days: a text never ends a row.
const PLACE_OF_SOURCE: usize = HEADER.len() - 3;
/// The scale of the ratings.
const SCALE: &str = "0-100";
/// The one published code whose question and scale are those of an item.
const LOINC_PAIN: (&str, &str) = ("http://loinc.org", "38214-3");
/// Codes of our own: the ids of the backup, in the code system of the FHIR Bundle.
const OWN: &str = crate::exchange::fhir::codes::OWN_SYSTEM;

/// One observation of a day.
struct Observation {
    kind: &'static str,
    name: String,
    value: String,
    unit: String,
    system: &'static str,
    code: String,
}

pub(super) fn table(diary: &Diary) -> Table {
    let mut rows = Vec::new();
    let has_imported = diary.has_imported();
    for day in diary.days() {
        add_rows(&mut rows, diary, day, has_imported);
    }
    let mut header: Vec<String> = HEADER.map(str::to_owned).into();
    if has_imported {
        header.insert(PLACE_OF_SOURCE, IMPORTED_FROM.to_owned());
    }
    written(&header, &rows, Dialect::Points)
}

fn add_rows(rows: &mut Vec<Vec<String>>, diary: &Diary, day: &Day, has_imported: bool) {
    let phase = phase(diary, day.date());
    let planned = diary.treatment.planned_dose(day.date());
    let planned = planned.map(crate::diary::Dose::milligrams).unwrap_or_default();
    let end = [
        instant(day.recorded_at()),
        day.edited_at().map(instant).unwrap_or_default(),
        yes_or_no(Some(day.is_late(diary.settings.day_ends_at))),
    ];
    for seen in observations(diary, day) {
        let mut row = vec![
            day.date().to_string(),
            phase.clone(),
            planned.clone(),
            seen.kind.to_owned(),
        ];
        row.extend([
            guarded(&seen.name),
            guarded(&seen.value),
            guarded(&seen.unit),
            seen.system.to_owned(),
            guarded(&seen.code),
        ]);
        row.extend(has_imported.then(|| source(day)));
        row.extend(end.clone());
        rows.push(row);
    }
}

/// Every answer that was given.
fn observations(diary: &Diary, day: &Day) -> Vec<Observation> {
    let (answers, settings) = (day.answers(), &diary.settings);
    let plain = |kind, code: &str, value: String, unit| Observation {
        kind,
        name: code.to_owned(),
        value,
        unit: str::to_owned(unit),
        system: OWN,
        code: code.to_owned(),
    };
    let mut seen = Vec::new();
    for (item, rating) in &answers.items {
        let (system, code) = match item {
            ItemId::Standard(StandardItem::Pain) => LOINC_PAIN,
            item => (OWN, item.as_str()),
        };
        seen.push(Observation {
            kind: "rating",
            name: item_header(item, settings),
            value: rating.to_string(),
            unit: SCALE.to_owned(),
            system,
            code: code.to_owned(),
        });
    }
    for (effect, there) in &answers.side_effects {
        seen.push(Observation {
            kind: "side_effect",
            name: side_effect_header(effect, settings),
            value: yes_or_no(Some(*there)),
            unit: String::new(),
            system: OWN,
            code: effect.as_str().to_owned(),
        });
    }
    for (medicine, count) in &answers.medicines {
        let unit = settings.medicine(medicine).and_then(|own| own.unit.as_ref());
        seen.push(Observation {
            kind: "medicine",
            name: medicine_header(medicine, settings),
            value: count.to_string(),
            unit: unit.map(ToString::to_string).unwrap_or_default(),
            system: OWN,
            code: medicine.as_str().to_owned(),
        });
    }
    if let Some(dose) = answers.dose_taken {
        seen.push(plain("dose_taken", "dose_taken", dose.milligrams(), "mg"));
    }
    let yes_no = [
        ("rescue_medicine", answers.rescue_medicine),
        ("walking_support", answers.walking_support),
        ("left_out", answers.left_out.then_some(true)),
        ("sealed_dose_taken", answers.sealed_dose),
    ];
    for (code, answer) in yes_no {
        if answer.is_some() {
            seen.push(plain("yes_no", code, yes_or_no(answer), ""));
        }
    }
    for tag in &answers.tags {
        seen.push(plain("tag", "tag", tag.id().to_owned(), ""));
    }
    if !answers.note.is_empty() {
        seen.push(plain("note", "note", answers.note.as_str().to_owned(), ""));
    }
    seen
}

#[cfg(test)]
mod tests {
    use crate::diary::{LAST_DATE, Name, Note, Tag};
    use crate::exchange::{backup, csv};

    const FIRST_WEEKS: &str = include_str!("../../../tests/fixtures/cases/diary-first-weeks.json");

    fn rows(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn each_answer_is_a_row_with_its_code_and_unit() {
        let diary = backup::read(FIRST_WEEKS, LAST_DATE).unwrap();
        let table = csv::write_long(&diary);
        let rows = rows(&table.text);
        assert_eq!(rows.len(), table.rows + 1);
        let answers = diary.days().map(|day| {
            let answers = day.answers();
            answers.items.len()
                + answers.side_effects.len()
                + answers.medicines.len()
                + answers.tags.len()
                + answers.dose_taken.iter().len()
                + answers.rescue_medicine.iter().len()
                + answers.walking_support.iter().len()
                + usize::from(answers.left_out)
                + usize::from(!answers.note.is_empty())
        });
        assert_eq!(table.rows, answers.sum::<usize>());
        let pain = rows.iter().find(|row| row[4] == "pain").unwrap();
        assert_eq!(
            pain[3..9],
            ["rating", "pain", &pain[5], "0-100", "http://loinc.org", "38214-3"].map(str::to_owned)
        );
        let fatigue = rows.iter().find(|row| row[4] == "fatigue").unwrap();
        assert_eq!(fatigue[7..9], [super::OWN, "fatigue"].map(str::to_owned));
        assert!(rows.iter().all(|row| row.len() == super::HEADER.len()));
    }

    #[test]
    fn no_text_is_a_formula() {
        let mut diary = backup::read(FIRST_WEEKS, LAST_DATE).unwrap();
        let day = diary.days().next().unwrap();
        let mut answers = day.answers().clone();
        answers.note = Note::new("=HYPERLINK(\"x\")\nsecond \"line\"").unwrap();
        answers.tags.insert(Tag::new(Name::new("+1").unwrap()));
        let changed = crate::diary::Day::restore(day.date(), day.recorded_at(), None, answers);
        diary.put_day(changed);
        let rows = rows(&csv::write_long(&diary).text);
        let value = |kind: &str| {
            rows.iter()
                .find(|row| row[3] == kind && row[5].starts_with('\''))
                .unwrap()[5]
                .clone()
        };
        assert_eq!(value("note"), "'=HYPERLINK(\"x\")\nsecond \"line\"");
        assert_eq!(value("tag"), "'+1");
    }
}
