//! Tables of other programs and of spreadsheets (I2, I7): what each file gives, and why a person expects that.

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use ldn_diary::diary::{Answers, Day, Diary, ItemId, Settings, SideEffectId};
use ldn_diary::exchange::import::gaps::{self, Answer};
use ldn_diary::exchange::import::{Side, taken_back};
use ldn_diary::exchange::table::{
    self, Dates, First, Meaning, NoTable, Opened, Program, Proposal, Reading, Scale, Source, TableError, Unit, Zero,
};
use ldn_diary::exchange::{OtherFile, backup, csv};
use proptest::prelude::*;

use crate::generated;
use crate::support::{at, carried, name};

/// After every day of the files.
fn now() -> DateTime<FixedOffset> {
    at("2026-06-07T21:00:00+02:00")
}

fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/it/fixtures/import")
        .join(file);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn opened(file: &str) -> Opened {
    table::open(&bytes(file)).unwrap_or_else(|error| panic!("{file}: {error:?}"))
}

fn proposed(opened: &Opened) -> Proposal {
    table::propose(opened, &Settings::default(), now().date_naive())
}

/// Says the scale of a field, as the patient does.
fn answer(proposal: &mut Proposal, field: &str, scale: Scale) {
    let found = proposal.fields.iter_mut().find(|other| other.name == field);
    found.unwrap_or_else(|| panic!("{field}")).scale = scale;
}

fn read(opened: &Opened, proposal: &Proposal) -> Reading {
    table::read(opened, proposal, &Settings::default(), now())
}

/// What a file gives after some scales were said: what is asked before that, each day, and what is left out.
fn given(file: &str, answers: &[(&str, Scale)]) -> Vec<String> {
    let opened = opened(file);
    let mut proposal = proposed(&opened);
    let asked = proposal.fields.iter().filter(|field| field.is_asked());
    let asked: Vec<&str> = asked.map(|field| field.name.as_str()).collect();
    let mut lines = Vec::new();
    if !asked.is_empty() {
        lines.push(format!("asked: {}", asked.join(", ")));
    }
    for (field, scale) in answers {
        answer(&mut proposal, field, scale.clone());
    }
    let reading = read(&opened, &proposal);
    lines.extend(reading.days.iter().map(|day| line(day, &reading.settings)));
    for left_out in &reading.left_out {
        let field = left_out.field.as_deref().unwrap_or("row");
        lines.push(format!("left out: {field}: {:?} {:?}", left_out.reason, left_out.lines));
    }
    lines
}

/// A day on one line, own things by their names.
fn line(day: &Day, settings: &Settings) -> String {
    let answers = day.answers();
    let yes_or_no = |answer: bool| if answer { "yes" } else { "no" };
    let mut parts = vec![day.date().to_string()];
    for (id, rating) in &answers.items {
        let name = match id {
            ItemId::Standard(item) => item.id(),
            ItemId::Own(own) => settings.own_item(own).expect("a declared item").name.as_str(),
        };
        parts.push(format!("{name} {rating}"));
    }
    for (id, answer) in &answers.side_effects {
        let name = match id {
            SideEffectId::Standard(effect) => effect.id(),
            SideEffectId::Own(own) => settings
                .own_side_effect(own)
                .expect("a declared side effect")
                .name
                .as_str(),
        };
        parts.push(format!("{name} {}", yes_or_no(*answer)));
    }
    parts.extend(answers.dose_taken.map(|dose| format!("LDN {dose}")));
    parts.extend(
        answers
            .rescue_medicine
            .map(|answer| format!("rescue {}", yes_or_no(answer))),
    );
    parts.extend(answers.tags.iter().map(|tag| format!("#{}", tag.id())));
    if !answers.note.is_empty() {
        parts.push(format!("{:?}", answers.note.as_str()));
    }
    parts.join(", ")
}

// Long, several rows a day. A symptom goes to 3 or to 4 by the version of the app, so that its scale is asked, as are mood and
// sleep quality; energy goes from 1 to 5. 06:30 of sleep are hours. 1 and 2 of back pain on one day are 1.5 in the mean.
#[test]
fn bearable() {
    assert_eq!(
        given(
            "01-bearable-long.csv",
            &[
                ("Back (lower) pain", Scale::numbers(0, 4)),
                ("Fatigue", Scale::numbers(0, 4)),
                ("Mood", Scale::numbers(0, 10)),
                ("Sleep quality", Scale::numbers(1, 5))
            ]
        ),
        [
            "asked: Back (lower) pain, Fatigue, Mood, Sleep quality",
            "2026-01-05, fatigue 50, sleep_quality 0, mood 50, Back (lower) pain 38, Energy 0, LDN 1.5 mg",
            "2026-01-06, fatigue 50, sleep_quality 25, mood 60, Back (lower) pain 63, Energy 25, LDN 1.5 mg",
            r#"2026-01-07, fatigue 50, sleep_quality 50, mood 70, Back (lower) pain 50, Energy 50, LDN 1.5 mg, "Damp, grey day""#,
            "2026-01-08, fatigue 50, mood 80, Back (lower) pain 38, Energy 75",
        ]
    );
}

// 5th Jan is January whatever the land. Coffee is a tag, ibuprofen no LDN. Half past midnight belongs to the evening before.
#[test]
fn bearable_without_iso_dates() {
    assert_eq!(
        given(
            "b01-bearable-older-dates-only.csv",
            &[("Fatigue", Scale::numbers(0, 4))]
        ),
        [
            "asked: Fatigue",
            "2026-01-05, fatigue 63",
            r#"2026-01-22, Energy 100, #Coffee, "late entry""#,
        ]
    );
}

// The moods that the app begins with are in order: of rad (100) and bad (25) on one day the mean is 62.5, rounded up. Notes of
// several entries have their times; tags are split at the bar.
#[test]
fn daylio() {
    assert_eq!(
        given("03-daylio.csv", &[]),
        [
            r#"2026-01-05, mood 0, #bad sleep, #walk, "Slow day\nHands stiff until noon""#,
            r#"2026-01-06, mood 25, #bad sleep, #pain flare, #rest, "08:15 Woke at 4\n23:02 LDN 3 mg, no dreams""#,
            r#"2026-01-07, mood 50, #medicine, #work, "Slow day""#,
            r#"2026-01-08, mood 75, "Hands stiff until noon""#,
            r#"2026-01-09, mood 100, #bad sleep, #walk, "Slow day\nLDN 3 mg, no dreams""#,
            r#"2026-01-10, mood 13, #bad sleep, #pain flare, #rest, "Woke at 4""#,
            r#"2026-01-11, mood 25, #medicine, #work, "Slow day\nHands stiff until noon""#,
            r#"2026-01-12, mood 50, "LDN 3 mg, no dreams""#,
            r#"2026-01-13, mood 75, #bad sleep, #walk, "Slow day""#,
            r#"2026-01-14, mood 63, #bad sleep, #pain flare, #rest, "08:15 Woke at 4\n21:00 Hands stiff until noon""#,
        ]
    );
}

// Words of one's own are asked: their order is nobody's to guess. 1 in the morning belongs to the 13th.
#[test]
fn daylio_with_other_moods() {
    assert_eq!(
        given(
            "b02-daylio-renamed-moods.csv",
            &[(
                "mood",
                Scale::Words {
                    words: ["Mies", "Geht so", "Super"].map(str::to_owned).to_vec(),
                    turned: false
                }
            )]
        ),
        ["asked: mood", "2026-01-12, mood 0", "2026-01-13, mood 75, #a, #b",]
    );
}

// The date has no year, the column beside it has.
#[test]
fn daylio_with_a_column_of_years() {
    assert_eq!(
        given("b03-daylio-older-with-a-year.csv", &[]),
        [r#"2025-12-31, mood 0, "quiet""#, "2026-01-14, mood 100, #walk",]
    );
}

// A table stands above the one that is meant. Month first; five past two in the night of the 7th is the 6th. No row is no attack,
// and no day: missing is not zero. Of the 12th the pain is missing and the rest is there.
#[test]
fn migraine_buddy() {
    assert_eq!(
        given("04-migraine-buddy.csv", &[]),
        [
            "2026-01-05, headache_severity 40, #Nausea, #Stress, #Weather",
            r#"2026-01-06, headache_severity 70, #Nausea, #Stress, #Weather, "Woke me""#,
            "2026-01-07, headache_severity 0, #Nausea, #Stress, #Weather",
            "2026-01-10, headache_severity 80, #Nausea, #Stress, #Weather",
            "2026-01-12, #Nausea, #Stress, #Weather",
            "2026-01-14, headache_severity 60, #Nausea, #Stress, #Weather",
        ]
    );
}

// The scale is the user's: asked. Two entries of pain a day are joined as their mean; hours of sleep are no quality.
#[test]
fn track_and_graph() {
    assert_eq!(
        given(
            "05-track-and-graph.csv",
            &[("Pain", Scale::numbers(0, 10)), ("Fatigue", Scale::numbers(0, 3))]
        ),
        [
            "asked: Pain, Fatigue",
            "2026-01-05, pain 35, fatigue 0",
            r#"2026-01-06, pain 45, fatigue 33, "after gardening""#,
            "2026-01-07, pain 55, fatigue 67",
            "2026-01-08, pain 65, fatigue 100",
            "2026-01-09, pain 55, fatigue 0",
        ]
    );
}

// Ten past midnight by the clock on the wall is the evening before. The dose of the 8th was not taken: nothing is said of it.
#[test]
fn medtimer() {
    assert_eq!(
        given("08-medtimer-de.csv", &[]),
        [
            "2026-01-05, LDN 1.5 mg",
            "2026-01-06, LDN 1.5 mg",
            "2026-01-07, LDN 1.5 mg",
            "2026-01-09, LDN 1.5 mg",
            "2026-01-10, LDN 3 mg",
            "2026-01-11, LDN 3 mg",
            "2026-01-12, LDN 3 mg",
            "left out: row: NotTaken [5]",
        ]
    );
}

// The times in UTC tell whether day or month comes first. Ibuprofen is not LDN.
#[test]
fn medtimer_in_english() {
    assert_eq!(
        given("b04-medtimer-en-two-medicines.csv", &[]),
        [
            "2026-01-05, LDN 1.5 mg",
            "2026-01-06, LDN 1.5 mg",
            "left out: row: NotTaken [5]",
        ]
    );
}

// 0 to 3 by the program; sleep goes beyond that and is asked. What the device measures is left.
#[test]
fn visible() {
    assert_eq!(
        given("10-visible.csv", &[("Sleep", Scale::numbers(1, 4))]),
        [
            "asked: Sleep",
            "2026-01-05, fatigue 0, sleep_quality 0, Muscle aches 33",
            "2026-01-06, fatigue 33, sleep_quality 33, Muscle aches 67",
            "2026-01-07, fatigue 67, sleep_quality 67, Muscle aches 100",
            "2026-01-08, fatigue 100, sleep_quality 100, Muscle aches 0",
            "2026-01-09, fatigue 0, sleep_quality 0, Muscle aches 33",
        ]
    );
}

// Six own items at most: the seventh is named as left out in the proposal.
#[test]
fn visible_with_more_symptoms_than_own_items() {
    assert_eq!(
        given("b39-visible-many.csv", &[]),
        [
            "2026-01-05, fatigue 0, headache_severity 67, Brain fog 33, Nausea 100, Dizziness 0, Palpitations 33, Sore throat 67, Memory issues 100",
        ]
    );
}

// 0 to 4 by the program. Naltrexone under its long name is LDN; ibuprofen, weather are not.
#[test]
fn flaredown() {
    assert_eq!(
        given("b05-flaredown.csv", &[]),
        [
            "2026-01-05, fatigue 0, Joint pain 100, Fibromyalgia 50, LDN 4.5 mg, #travel",
            "2026-01-06, fatigue 75, Joint pain 25, LDN 4.5 mg",
        ]
    );
}

// entry.csv in a packed file. 1 is none, so that it becomes 0 and never yes; 7 hours of sleep are no rating.
#[test]
fn emoods() {
    assert_eq!(
        given("b06-emoods.zip", &[]),
        [
            "2026-01-05, sadness 0, Elevated 0, Irritability 0, Anxiety 0",
            r#"2026-01-06, sadness 33, Elevated 0, Irritability 0, Anxiety 100, "bad day""#,
            "2026-01-07, sadness 67, Elevated 0, Irritability 33, Anxiety 0",
        ]
    );
}

// What is depressed is sadness, whatever the column is called: 1 is none and becomes 0, 4 becomes 100.
#[test]
fn depressed_is_sadness_in_emoods() {
    for header in ["mood_depressed", "Most Depressed", "Depressed", "Depression"] {
        let text = format!(
            "date,{header},mood_elevated,mood_irritability\n2026-01-05,1,1,2\n2026-01-06,4,2,1\n2026-01-07,3,1,1\n"
        );
        let length = u32::try_from(text.len()).unwrap();
        let opened = table::open(&packed("entry.csv", text.as_bytes(), 8, 0, length)).expect("a table");
        let proposal = proposed(&opened);
        assert!(!proposal.is_asked(), "{header}");
        let reading = read(&opened, &proposal);
        let lines: Vec<String> = reading.days.iter().map(|day| line(day, &reading.settings)).collect();
        assert_eq!(
            lines,
            [
                "2026-01-05, sadness 0, Mood elevated 0, Mood irritability 33",
                "2026-01-06, sadness 100, Mood elevated 33, Mood irritability 0",
                "2026-01-07, sadness 67, Mood elevated 0, Mood irritability 0",
            ],
            "{header}"
        );
    }
}

// Whole questions as headers. 16 minutes past midnight on the 9th is the 8th: 7 and 8 are 7.5 in the mean, and 1.5 mg in two
// entries are no 3 mg. Other cells of the dose say mg. The sleep quality does not say its scale.
#[test]
fn google_forms() {
    assert_eq!(
        given("13-google-forms.csv", &[("Sleep quality", Scale::numbers(0, 10))]),
        [
            "asked: Sleep quality",
            "2026-01-05, pain 40, fatigue 30, sleep_quality 50, LDN 1.5 mg",
            r#"2026-01-06, pain 50, fatigue 40, sleep_quality 60, LDN 1.5 mg, "bad night""#,
            "2026-01-07, pain 60, fatigue 50, sleep_quality 70, LDN 3 mg",
            r#"2026-01-08, pain 75, fatigue 65, sleep_quality 85, LDN 1.5 mg, "bad night""#,
            r#"2026-01-10, pain 40, fatigue 80, sleep_quality 50, LDN 3 mg, "bad night""#,
            "2026-01-11, pain 50, fatigue 30, sleep_quality 60, LDN 1.5 mg",
            r#"2026-01-12, pain 60, fatigue 40, sleep_quality 70, LDN 1.5 mg, "bad night""#,
        ]
    );
}

// "1 = sehr gut": the low end is the good one, so that 1 becomes 100.
#[test]
fn forms_in_german() {
    assert_eq!(
        given("b07-forms-german.csv", &[]),
        [
            "2026-01-05, pain 40, fatigue 30, sleep_quality 100",
            r#"2026-01-06, pain 70, fatigue 100, sleep_quality 0, "zu spät""#,
        ]
    );
}

// 1/13 tells that the month comes first. No scale is said, and no number is above 10: asked.
#[test]
fn sheet_us() {
    assert_eq!(
        given(
            "14-google-sheets-us.csv",
            &[
                ("Pain", Scale::numbers(0, 10)),
                ("Fatigue", Scale::numbers(0, 10)),
                ("Sleep quality", Scale::numbers(0, 10))
            ]
        ),
        [
            "asked: Pain, Fatigue, Sleep quality",
            "2026-01-05, pain 30, fatigue 40, sleep_quality 20",
            "2026-01-06, pain 40, fatigue 50, sleep_quality 30",
            "2026-01-07, pain 50, fatigue 60, sleep_quality 40",
            "2026-01-08, pain 60, fatigue 70, sleep_quality 50",
            "2026-01-09, pain 70, fatigue 80, sleep_quality 60",
            "2026-01-10, pain 80, fatigue 40, sleep_quality 70",
            "2026-01-11, pain 30, fatigue 50, sleep_quality 80",
            "2026-01-12, pain 40, fatigue 60, sleep_quality 20",
            "2026-01-13, pain 50, fatigue 70, sleep_quality 30",
            "2026-01-14, pain 60, fatigue 80, sleep_quality 40",
            "2026-01-15, pain 70, fatigue 40, sleep_quality 50",
            "2026-01-16, pain 80, fatigue 50, sleep_quality 60",
        ]
    );
}

// The same with dates that can be read in one way: 3 of 10 is 30 and never 3.
#[test]
fn sheet_iso() {
    assert_eq!(
        given(
            "15b-spreadsheet-iso-0-10-whole.csv",
            &[
                ("Pain", Scale::numbers(0, 10)),
                ("Fatigue", Scale::numbers(0, 10)),
                ("Sleep quality", Scale::numbers(0, 10))
            ]
        ),
        [
            "asked: Pain, Fatigue, Sleep quality",
            "2026-01-05, pain 30, fatigue 40, sleep_quality 20",
            "2026-01-06, pain 40, fatigue 50, sleep_quality 30",
            "2026-01-07, pain 50, fatigue 60, sleep_quality 40",
            "2026-01-08, pain 60, fatigue 70, sleep_quality 50",
            "2026-01-09, pain 70, fatigue 80, sleep_quality 60",
            "2026-01-10, pain 80, fatigue 40, sleep_quality 70",
            "2026-01-11, pain 30, fatigue 50, sleep_quality 80",
            "2026-01-12, pain 40, fatigue 60, sleep_quality 20",
            "2026-01-13, pain 50, fatigue 70, sleep_quality 30",
            "2026-01-14, pain 60, fatigue 80, sleep_quality 40",
            "2026-01-15, pain 70, fatigue 40, sleep_quality 50",
            "2026-01-16, pain 80, fatigue 50, sleep_quality 60",
        ]
    );
}

// Semicolons, decimal commas, Windows-1252. Only the quality of sleep does not say its scale.
#[test]
fn excel_german() {
    assert_eq!(
        given(
            "16-excel-german-cp1252.csv",
            &[("Schlafqualität", Scale::numbers(0, 10))]
        ),
        [
            "asked: Schlafqualität",
            "2026-01-05, pain 35, fatigue 40, sleep_quality 50, headache yes, LDN 1.5 mg, rescue no",
            r#"2026-01-06, pain 45, fatigue 50, sleep_quality 60, headache yes, LDN 1.5 mg, rescue no, "Hände geschwollen; müde""#,
            r#"2026-01-07, pain 55, fatigue 60, sleep_quality 70, headache yes, LDN 1.5 mg, rescue no, "trübes Wetter""#,
            "2026-01-08, pain 65, fatigue 70, sleep_quality 80, headache no, LDN 1.5 mg, rescue yes",
            r#"2026-01-09, pain 75, fatigue 80, sleep_quality 90, headache yes, LDN 1.5 mg, rescue no, "Hände geschwollen; müde""#,
            r#"2026-01-10, pain 85, fatigue 40, sleep_quality 50, headache no, LDN 3 mg, rescue yes, "trübes Wetter""#,
            "2026-01-11, pain 35, fatigue 50, sleep_quality 60, headache yes, LDN 3 mg, rescue no",
            r#"2026-01-12, pain 45, fatigue 60, sleep_quality 70, headache yes, LDN 1.5 mg, rescue no, "Hände geschwollen; müde""#,
            r#"2026-01-13, pain 55, fatigue 70, sleep_quality 80, headache yes, LDN 3 mg, rescue no, "trübes Wetter""#,
            "2026-01-14, pain 65, fatigue 80, sleep_quality 90, headache no, LDN 3 mg, rescue yes",
        ]
    );
}

// UTF-16 with tabs. Fatigue goes over 50, so that it is of 100; pain up to 47 may be of 50, and is asked.
#[test]
fn excel_unicode_text() {
    assert_eq!(
        given("18-excel-unicode-text-utf16.txt", &[("Pain", Scale::numbers(0, 100))]),
        [
            "asked: Pain",
            r#"2026-01-05, pain 40, fatigue 50, "müde""#,
            r#"2026-01-06, pain 41, fatigue 51, "müde""#,
            r#"2026-01-07, pain 42, fatigue 52, "müde""#,
            r#"2026-01-08, pain 43, fatigue 53, "müde""#,
            r#"2026-01-09, pain 44, fatigue 54, "müde""#,
            r#"2026-01-10, pain 45, fatigue 55, "müde""#,
            r#"2026-01-11, pain 46, fatigue 56, "müde""#,
            r#"2026-01-12, pain 47, fatigue 57, "müde""#,
        ]
    );
}

// The line sep=; is no row. Fatigue and sleep go over 50, so that they are of 100; pain is asked.
#[test]
fn excel_with_a_line_for_the_separator() {
    assert_eq!(
        given("20b-sep-line.csv", &[("Pain", Scale::numbers(0, 100))]),
        [
            "asked: Pain",
            r#"2026-01-05, pain 35, fatigue 45, sleep_quality 60, "a \"b\"""#,
            r#"2026-01-06, pain 36, fatigue 46, sleep_quality 59, "a \"b\"""#,
            r#"2026-01-07, pain 37, fatigue 47, sleep_quality 58, "a \"b\"""#,
            r#"2026-01-08, pain 38, fatigue 48, sleep_quality 57, "a \"b\"""#,
            r#"2026-01-09, pain 39, fatigue 49, sleep_quality 56, "a \"b\"""#,
            r#"2026-01-10, pain 40, fatigue 50, sleep_quality 55, "a \"b\"""#,
            r#"2026-01-11, pain 41, fatigue 51, sleep_quality 54, "a \"b\"""#,
            r#"2026-01-12, pain 42, fatigue 52, sleep_quality 53, "a \"b\"""#,
        ]
    );
}

// Headache (0-10) is how bad it was. Of two columns of pain the first is taken: 7 of 1 to 10 is 6 of 9 steps. Sleep may be hours,
// and 400 is no dose of LDN.
#[test]
fn headers_that_misled() {
    assert_eq!(
        given("27b-headache-0-10-and-other-heads.csv", &[]),
        [
            "2026-01-05, pain 67, headache_severity 10, Nausea 0, LDN 4.5 mg",
            "2026-01-06, pain 78, headache_severity 80, Nausea 30, LDN 4.5 mg",
        ]
    );
}

// Both rows count: 7 and 3 have 5 as their mean. Fatigue of 60 is of 100.
#[test]
fn two_rows_of_one_day() {
    assert_eq!(
        given("27e-two-rows-a-day.csv", &[("pain", Scale::numbers(0, 10))]),
        ["asked: pain", "2026-01-05, pain 50, fatigue 60",]
    );
}

// recorded_at beside it tells that the month comes first.
#[test]
fn own_table_after_american_excel() {
    assert_eq!(
        given("28-own-table-after-excel-us.csv", &[]),
        [
            "2026-01-05, pain 40, fatigue 50, sleep_quality 60, overall 45, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-06, pain 41, fatigue 51, sleep_quality 59, overall 46, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no, #flare",
            "2026-01-07, pain 42, fatigue 52, sleep_quality 58, overall 47, tolerability 90, vivid_dreams no, headache yes, LDN 4.5 mg, rescue no",
            "2026-01-08, pain 43, fatigue 53, sleep_quality 57, overall 48, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-09, pain 44, fatigue 54, sleep_quality 56, overall 49, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-10, pain 45, fatigue 55, sleep_quality 55, overall 50, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-11, pain 46, fatigue 56, sleep_quality 54, overall 51, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-12, pain 47, fatigue 57, sleep_quality 53, overall 52, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
        ]
    );
}

// 420 is left out alone, on line 4 as an editor counts; the rest of that day stays.
#[test]
fn own_table_with_a_mistake() {
    assert_eq!(
        given("28d-own-table-one-error-on-line-4.csv", &[]),
        [
            "2026-01-05, pain 40, fatigue 50, sleep_quality 60, overall 45, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-06, pain 41, fatigue 51, sleep_quality 59, overall 46, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no, #flare",
            "2026-01-07, fatigue 52, sleep_quality 58, overall 47, tolerability 90, vivid_dreams no, headache yes, LDN 4.5 mg, rescue no",
            "2026-01-08, pain 43, fatigue 53, sleep_quality 57, overall 48, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-09, pain 44, fatigue 54, sleep_quality 56, overall 49, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-10, pain 45, fatigue 55, sleep_quality 55, overall 50, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-11, pain 46, fatigue 56, sleep_quality 54, overall 51, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "2026-01-12, pain 47, fatigue 57, sleep_quality 53, overall 52, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no",
            "left out: pain: OffScale { least: 0, most: 100 } [4]",
        ]
    );
}

// French words for yes and no, decimal commas, a lost ' before a formula; the recorded day tells the order.
#[test]
fn own_table_after_french_calc() {
    assert_eq!(
        given("b31-own-table-calc-french.csv", &[]),
        [
            r#"2026-01-05, pain 40, fatigue 50, sleep_quality 60, overall 45, tolerability 90, vivid_dreams no, headache yes, LDN 4.5 mg, rescue yes, #flare, "=1+1""#,
            r#"2026-01-06, pain 41, fatigue 51, sleep_quality 59, overall 46, tolerability 90, vivid_dreams no, headache no, LDN 4.5 mg, rescue no, "'tis""#,
        ]
    );
}

// Windows-1252, WAHR and nein, years of two digits.
#[test]
fn own_table_after_german_excel() {
    assert_eq!(
        given("b32-own-table-excel-german-cp1252.csv", &[]),
        [
            r#"2026-01-05, pain 40, fatigue 50, sleep_quality 60, overall 45, tolerability 90, vivid_dreams no, headache yes, LDN 4.5 mg, rescue yes, "müde""#,
            "2026-01-06, pain 41, fatigue 51, sleep_quality 59, overall 46, tolerability 90, vivid_dreams no, headache no, LDN 1.5 mg, rescue no",
        ]
    );
}

// What a device measured is no answer of a person: nothing is taken, and each column says why.
#[test]
fn fitbit() {
    assert_eq!(given("b08-fitbit-sleep.csv", &[]), [""; 0]);
}

// The same: a score of a device is no quality of sleep.
#[test]
fn oura() {
    assert_eq!(given("b09-oura.csv", &[]), [""; 0]);
}

// The same; a line of metadata stands above the header, and a comma too many at the end of each row.
#[test]
fn samsung() {
    assert_eq!(given("b10-samsung-sleep.csv", &[]), [""; 0]);
}

// MacRoman, lines that end with a carriage return alone.
#[test]
fn excel_of_an_old_macintosh() {
    assert_eq!(
        given("b11-excel-macroman-cr.csv", &[]),
        [
            r#"2026-01-05, pain 35, fatigue 40, "Hände geschwollen""#,
            r#"2026-01-06, pain 40, fatigue 50, "trübes Wetter""#,
        ]
    );
}

// Every other byte is 0.
#[test]
fn utf16_without_its_mark() {
    assert_eq!(
        given("b12-utf16-without-mark.txt", &[]),
        [r#"2026-01-05, pain 40, "müde""#, "2026-01-06, pain 50",]
    );
}

// With its mark.
#[test]
fn utf16_the_other_way() {
    assert_eq!(
        given("b13-utf16-big-endian.csv", &[]),
        [r#"2026-01-05, pain 40, "müde""#,]
    );
}

// 46027 is 5 January 2026. Title and empty rows are no header; sleep in hours is no quality.
#[test]
fn title_rows_and_days_as_numbers() {
    assert_eq!(
        given("b14-title-rows-and-serial-days.csv", &[]),
        [
            "2026-01-05, pain 40, fatigue 75",
            "2026-01-06, pain 50, fatigue 60",
            "2026-01-07, fatigue 80",
        ]
    );
}

// 7/10 and 70 % say it themselves. Words are asked, with none, mild, moderate and severe in their order; x is yes, and empty is
// missing, not no.
#[test]
fn cells_that_say_their_scale() {
    assert_eq!(
        given(
            "b15-fractions-percents-and-words.csv",
            &[(
                "Stress",
                Scale::Words {
                    words: ["none", "mild", "moderate", "severe"].map(str::to_owned).to_vec(),
                    turned: false
                }
            )]
        ),
        [
            "asked: Stress, Brain fog",
            "2026-01-05, pain 70, fatigue 70, stress 0, headache yes",
            "2026-01-06, pain 30, fatigue 55, stress 33",
            "2026-01-07, pain 75, fatigue 62, stress 100, headache yes",
            "2026-01-08, stress 67",
            "left out: Brain fog: ScaleNotSaid [2, 3, 4, 5]",
        ]
    );
}

// 13/01 tells.
#[test]
fn day_first() {
    assert_eq!(
        given("b16-day-first-british.csv", &[]),
        ["2026-01-05, pain 30", "2026-01-12, pain 40", "2026-01-13, pain 50",]
    );
}

// With the month first the rows are in order; with the day first they are not.
#[test]
fn order_of_rows() {
    assert_eq!(
        given("b18-order-of-rows-tells.csv", &[]),
        [
            "2026-01-11, pain 30",
            "2026-01-12, pain 40",
            "2026-02-01, pain 50",
            "2026-02-02, pain 60",
        ]
    );
}

// The column that can be read in one way has the days.
#[test]
fn iso_dates_beside() {
    assert_eq!(
        given("b19-iso-beside.csv", &[]),
        ["2026-01-05, pain 30", "2026-01-06, pain 40",]
    );
}

// 5 de enero; sí; the scale is in the headers.
#[test]
fn spanish() {
    assert_eq!(
        given("b20-spanish.csv", &[]),
        [
            r#"2026-01-05, pain 35, fatigue 40, sleep_quality 50, headache yes, LDN 1.5 mg, "cansada""#,
            "2026-01-06, pain 45, fatigue 50, sleep_quality 60, headache no, LDN 1.5 mg",
        ]
    );
}

// 5. januar; ja.
#[test]
fn norwegian() {
    assert_eq!(
        given("b21-norwegian.csv", &[]),
        [
            r#"2026-01-05, pain 35, fatigue 40, sleep_quality 50, headache yes, LDN 1.5 mg, "sliten""#,
            "2026-01-06, pain 45, fatigue 50, sleep_quality 60, headache no, LDN 1.5 mg",
        ]
    );
}

// 14/01 tells; oui; Windows-1252.
#[test]
fn french() {
    assert_eq!(
        given("b22-french-cp1252.csv", &[]),
        [
            r#"2026-01-05, pain 35, fatigue 40, sleep_quality 50, headache yes, LDN 1.5 mg, "fatiguée""#,
            "2026-01-14, pain 45, fatigue 50, sleep_quality 60, headache no, LDN 1.5 mg",
        ]
    );
}

// Half of the pain is 0 and the rest 7 and 8: asked, and left out until it is said. Fatigue rises from 0: a rating.
#[test]
fn zeros_that_may_stand_for_nothing() {
    assert_eq!(
        given("b23-zero-for-missing.csv", &[]),
        [
            "asked: Pain (0-10)",
            "2026-01-05, pain 70, fatigue 0",
            "2026-01-06, fatigue 20",
            "2026-01-07, pain 80, fatigue 10",
            "2026-01-08, fatigue 40",
            "2026-01-09, pain 70, fatigue 30",
            "2026-01-10, fatigue 60",
            "left out: Pain (0-10): ZeroNotSaid [3, 5, 7]",
        ]
    );
}

// Of two columns of anxiety the one that says its scale is taken; 1 is none: 0, and never yes.
#[test]
fn one_is_none() {
    assert_eq!(
        given("b24-one-is-none.csv", &[]),
        [
            "2026-01-05, Anxiety 0, Stiffness 0",
            "2026-01-06, Anxiety 100, Stiffness 100",
            "2026-01-07, Anxiety 33, Stiffness 33",
        ]
    );
}

// Fatigue from 0 to 20 and brain fog from 0 to 48 are of 100 by nobody's word; only over 50 no other scale is left.
#[test]
fn a_scale_that_nothing_says_is_asked() {
    for (least, most, expected) in [
        ("0", "10", Scale::Asked),
        ("0", "11", Scale::Asked),
        ("0", "20", Scale::Asked),
        ("3", "48", Scale::Asked),
        ("0", "50", Scale::Asked),
        ("0", "50.5", Scale::numbers(0, 100)),
        ("20", "51", Scale::numbers(0, 100)),
        ("1", "100", Scale::numbers(0, 100)),
        ("0", "101", Scale::Asked),
        ("-1", "60", Scale::Asked),
    ] {
        for header in ["Fatigue", "Brain fog", "Sleep quality", "Mood", "Headache"] {
            let (_, proposal) = of(&format!("Date,{header}\n2026-01-05,{least}\n2026-01-06,{most}\n"));
            assert_eq!(proposal.fields[1].scale, expected, "{header} {least} to {most}");
        }
    }
}

// Each scale that people keep can be said, and what stands between its ends is read: 0.7 of 1 is 70.
#[test]
fn any_scale_that_people_keep_can_be_said() {
    for (cells, scale, rated) in [
        ("0|0.7|1", (0, 1), [0, 70, 100]),
        ("0|0,5|1", (0, 1), [0, 50, 100]),
        ("0|1|2", (0, 2), [0, 50, 100]),
        ("-2|0|2", (-2, 2), [0, 50, 100]),
        ("0|1.5|6", (0, 6), [0, 25, 100]),
        ("1|3.5|6", (1, 6), [0, 50, 100]),
        ("0|3.5|7", (0, 7), [0, 50, 100]),
        ("1|4|7", (1, 7), [0, 50, 100]),
        ("0|7|20", (0, 20), [0, 35, 100]),
        ("0|48|50", (0, 50), [0, 96, 100]),
        ("1|50.5|100", (1, 100), [0, 50, 100]),
    ] {
        let rows: String = (5..).zip(cells.split('|')).fold(String::new(), |rows, (day, cell)| {
            format!("{rows}2026-01-{day:02};{cell}\n")
        });
        let (opened, mut proposal) = of(&format!("Date;Fatigue\n{rows}"));
        let scale = Scale::numbers(scale.0, scale.1);
        assert!(proposal.fields[1].choices().contains(&scale), "{cells}");
        proposal.fields[1].scale = scale;
        let ratings: Vec<i64> = read(&opened, &proposal)
            .days
            .iter()
            .flat_map(|day| day.answers().items.values().map(|rating| i64::from(rating.get())))
            .collect();
        assert_eq!(ratings, rated, "{cells}");
    }
    let most = |scale: &Scale| match scale {
        Scale::Numbers { most, .. } => *most,
        other => panic!("{other:?}"),
    };
    assert_eq!(Scale::CHOICES[..2], [Scale::numbers(0, 10), Scale::numbers(0, 100)]);
    assert!(Scale::CHOICES[2..].is_sorted_by_key(most));
    let (_, proposal) = of("Date;Fatigue\n2026-01-05;0\n2026-01-06;1\n");
    assert!(
        !proposal.fields[1].choices().contains(&Scale::numbers(-2, 2)),
        "nothing is below 0"
    );
}

// That it was not taken is an answer, in whatever words; it is never an empty cell.
#[test]
fn a_word_for_a_missed_dose_is_a_dose_of_none() {
    for word in [
        "skipped",
        "Missed",
        "missed.",
        "not taken",
        "NOT TAKEN",
        "forgot",
        "ausgelassen",
        "Vergessen",
        "nicht genommen",
        "oublié",
        "Oubliée",
        "pas pris",
        "olvidado",
        "Olvidada",
        "no tomado",
        "glemt",
        "Hoppet over",
        "ikke tatt",
        "no",
        "nei",
        "none",
        "0",
        "0 mg",
    ] {
        for header in ["LDN (mg)", "LDN", "Dose (mg)"] {
            let cells = if header == "LDN" {
                ["1.5 mg", "3 mg"]
            } else {
                ["1.5", "3"]
            };
            let text = format!(
                "Date;{header}\n2026-01-05;{}\n2026-01-06;{word}\n2026-01-07;{}\n2026-01-08;\n2026-01-09;{}\n2026-01-10;{}\n",
                cells[0], cells[1], cells[1], cells[1]
            );
            let expected = [
                "2026-01-05, LDN 1.5 mg",
                "2026-01-06, LDN 0 µg",
                "2026-01-07, LDN 3 mg",
                "2026-01-09, LDN 3 mg",
                "2026-01-10, LDN 3 mg",
            ];
            assert_eq!(given_by(&text), expected, "{header}: {word}");
        }
    }
    // What says neither is left out, and counted.
    assert_eq!(
        given_by("Date,LDN (mg)\n2026-01-05,1.5\n2026-01-06,later\n"),
        ["2026-01-05, LDN 1.5 mg", "left out: LDN (mg): NotADose [3]"]
    );
}

// 2, 1, 0 of a tracker of habits are no milligrams.
#[test]
fn habits() {
    assert_eq!(given("b25-habits.csv", &[]), [""; 0]);
}

// Steps, heart and weight are left; 11 of 10 leaves out its cell; the mood does not say its scale.
#[test]
fn measured_columns() {
    assert_eq!(
        given("b26-steps-weight-heart.csv", &[("Mood", Scale::numbers(1, 5))]),
        [
            "asked: Mood",
            "2026-01-05, pain 40, mood 50",
            "2026-01-06, mood 75",
            "2026-01-07, pain 50",
            "left out: Pain (0-10): OffScale { least: 0, most: 10 } [3]",
        ]
    );
}

// Six are taken, two are named in the proposal as too many.
#[test]
fn more_own_things_than_there_can_be() {
    assert_eq!(
        given("b27-seven-own-things.csv", &[]),
        [
            "2026-01-05, Back pain 10, Neck pain 20, Brain fog 30, Wellbeing 40, Energy 50, Stiffness 60",
            "2026-01-06, Back pain 20, Neck pain 30, Brain fog 40, Wellbeing 50, Energy 60, Stiffness 70",
        ]
    );
}

// A line break within a cell: the bad cell after it stands on line 5, as an editor counts.
#[test]
fn tags_and_lines_in_cells() {
    assert_eq!(
        given("b28-tags-with-bars-and-semicolons.csv", &[]),
        [
            "2026-01-05, pain 40, #stress, #weather",
            r#"2026-01-06, pain 50, #flare, "one\ntwo""#,
            "2026-01-07, #infection, #travel",
            r#"2026-01-08, pain 60, "last""#,
            "left out: Pain (0-10): NotANumber [5]",
        ]
    );
}

// The worst days keep what can be read of them. A note that fell apart at its commas in the last column is whole again.
#[test]
fn bad_cells_on_bad_days() {
    assert_eq!(
        given("b29-bad-cells-on-bad-days.csv", &[]),
        [
            "2026-01-05, pain 40, fatigue 50",
            r#"2026-01-06, fatigue 90, "terrible""#,
            r#"2026-01-07, fatigue 80, "in bed""#,
            r#"2026-01-08, pain 40, fatigue 50, "a, b and c""#,
            "left out: row: NoDate [7]",
            "left out: row: NotADate [4, 6]",
            "left out: row: OutOfTime [8]",
            "left out: Pain (0-10): NotANumber [3]",
            "left out: Pain (0-10): OffScale { least: 0, most: 10 } [5]",
        ]
    );
}

// Pain stands behind the text with separators: what it is can't be told, so that it is left out; no 7 goes where it is not.
#[test]
fn a_text_that_fell_apart() {
    assert_eq!(
        given("b30-nothing-quoted.csv", &[]),
        [r#"2026-01-06, pain 20, "fine""#, "left out: row: MoreCells [2]",]
    );
}

// Midnight beside each day is no time: else each would be the day before.
#[test]
fn midnight_beside_every_day() {
    assert_eq!(
        given("b33-excel-midnight.csv", &[]),
        ["2026-01-05, pain 40", "2026-01-06, pain 50",]
    );
}

// One symptom a row, the scale in the header of the values; one in the morning is still the 5th.
#[test]
fn a_log_of_ones_own() {
    assert_eq!(given("b38-long-own-log.csv", &[]), ["2026-01-05, pain 60, fatigue 50",]);
}

// Monday, January 5, 2026.
#[test]
fn days_in_words() {
    assert_eq!(
        given("b40-text-month-names.csv", &[]),
        ["2026-01-05, pain 40", "2026-01-06, pain 50",]
    );
}

// A day is a number that looks like a date; TRUE is yes.
#[test]
fn a_workbook() {
    assert_eq!(
        given("b41-workbook.xlsx", &[]),
        [
            r#"2026-01-05, pain 40, fatigue 75, headache yes, "müde & krank""#,
            "2026-01-06, pain 50, fatigue 60, headache no",
        ]
    );
}

// A note holds several things. The scale of pain is the tracker's own; what only was entered is a tag, or yes where one says
// yes or no; 07:30:00 of sleep are hours, and its quality does not say its scale. Half past two in the night of the 7th is the
// 6th: of 5 and 3 the mean is 4. What is written with an offset of eight hours was at 22:10 the evening before.
#[test]
fn nomie() {
    assert_eq!(
        given("b35-nomie.json", &[("Sleep quality", Scale::numbers(0, 10))]),
        [
            "asked: Sleep quality",
            r#"2026-01-05, pain 70, mood 33, "walked a little""#,
            r#"2026-01-06, pain 40, sleep_quality 60, mood 78, headache yes, LDN 1.5 mg, #Coffee, #rainy day, "20:30 @em\n21:00 Took it late.\n\"quite\" calm,""#,
            "2026-01-08, pain 90",
            "left out: Mood (1-10): NotANumber [7]",
        ]
    );
    let reading = of_file("b35-nomie.json");
    assert_eq!(reading.source, Some(name("Nomie")));
}

// -2 to 2 by the program; null is no mood. Half past midnight of the 7th is the 6th.
#[test]
fn daily_you() {
    assert_eq!(
        given("b36-daily-you.json", &[]),
        [
            r#"2026-01-05, mood 25, "tired, stayed in""#,
            r##"2026-01-06, mood 100, "# A walk\nIt went \"well\" ☀""##,
            "2026-01-07, mood 50",
            r#"2026-01-08, "no mood today""#,
            "2026-01-09, mood 0",
        ]
    );
    assert_eq!(of_file("b36-daily-you.json").source, Some(name("Daily You")));
}

fn of_file(file: &str) -> Reading {
    let opened = opened(file);
    read(&opened, &proposed(&opened))
}

/// What a text gives, as [`given`].
fn given_by(text: &str) -> Vec<String> {
    let (opened, proposal) = of(text);
    let reading = read(&opened, &proposal);
    let mut lines: Vec<String> = reading.days.iter().map(|day| line(day, &reading.settings)).collect();
    for left_out in &reading.left_out {
        let field = left_out.field.as_deref().unwrap_or("row");
        lines.push(format!("left out: {field}: {:?} {:?}", left_out.reason, left_out.lines));
    }
    lines
}

// JSON of any program: a list of objects, or one under a name; its columns are its names, in their order.
#[test]
fn a_list_of_entries_in_json_is_read_as_a_table() {
    let expected = [
        r#"2026-01-05, pain 40, Brain fog 70, #rest, #walk, "a\nb""#,
        "2026-01-06, pain 50, headache yes",
    ];
    let rows = r#"{"date": "2026-01-05", "pain": "4/10", "brainFog %": 70, "tags": ["walk", "rest", null, {}, []], "note": "a\nb"},
        {"pain": "5/10", "note": null, "headache": true, "nested": {"date": "2026-01-01", "pain": 9}, "date": "2026-01-06T20:00:00+01:00"}"#;
    for text in [
        format!("[{rows}]"),
        format!("\u{feff} [ {rows} ]\r\n"),
        format!("{{\"version\": 2, \"settings\": {{\"a\": [1]}}, \"entries\": [{rows}], \"ids\": [1, 2]}}"),
        format!("{{\"people\": [{{\"name\": \"A\"}}], \"entries\": [{rows}]}}"),
        // With an entry that is none, and one without its day.
        format!("[5, null, [], {rows}, {{}}]"),
    ] {
        assert_eq!(given_by(&text), expected, "{text}");
    }
    let (opened, proposal) = of(&format!("[{rows}]"));
    let names: Vec<&str> = proposal.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(
        names,
        ["date", "pain", "brain fog %", "tags", "note", "headache", "nested"]
    );
    assert_eq!((proposal.program, proposal.separator), (Program::Other, None));
    assert_eq!(proposal.fields[1].samples[1].line, 2, "the second entry");
    assert_eq!(read(&opened, &proposal).source, Some(name("another program")));
    // Seconds and thousandths since 1970.
    for text in [
        r#"[{"createdAt": 1767643800, "pain (0-10)": 4}]"#,
        r#"[{"timestamp": 1767643800000, "pain (0-10)": 4}]"#,
        r#"[{"timestamp": "1767643800000", "pain (0-10)": 4}]"#,
    ] {
        assert_eq!(given_by(text), ["2026-01-05, pain 40"], "{text}");
    }
}

// I3
#[test]
fn json_without_entries_is_called_what_it_is() {
    for text in [
        "{}",
        "[]",
        "[1, 2, 3]",
        "[[\"date\", \"pain\"], [\"2026-01-05\", 4]]",
        r#"{"entries": []}"#,
        r#"[{"pain": 4}, {"pain": 5}]"#,
        r#"[{"pain": 4, "date": "2026-01-05"}, {"pain": 4}, {"pain": 4}]"#,
        r#"[{"date": "2026-01-05", "pain": 4}"#,
        r#"[{"date": "2026-01-05", "pain": 4},]"#,
        r#"{"date": "2026-01-05", "pain": 4}"#,
    ] {
        assert_eq!(
            table::open(text.as_bytes()),
            Err(TableError::Program(NoTable::Json)),
            "{text}"
        );
    }
    for text in [
        r#"{"nomie": {"number": "5"}, "trackers": {}, "events": []}"#,
        r##"{"nomie": 1, "events": [1, "", null, {}, {"note": "#pain(3"}]}"##,
    ] {
        let result = table::open(text.as_bytes());
        assert!(
            matches!(result, Err(TableError::Empty | TableError::Program(NoTable::Json))),
            "{result:?}"
        );
    }
    assert_eq!(
        table::open(br#"{"resourceType": "Bundle", "entry": [{"date": "2026-01-05"}]}"#),
        Err(TableError::Other(OtherFile::ClinicRecord))
    );
    // As deep, as wide and as long as it likes.
    let deep = format!("{}1{}", "[{\"a\":".repeat(100_000), "}]".repeat(100_000));
    assert_eq!(table::open(deep.as_bytes()), Err(TableError::Program(NoTable::Json)));
    let wide: Vec<String> = (0..1_200).map(|place| format!("\"{place}\": 1")).collect();
    let wide = format!("[{{\"date\": \"2026-01-05\", {}}}]", wide.join(","));
    assert_eq!(table::open(wide.as_bytes()), Err(TableError::TooManyColumns));
    let long = format!("[{}1]", "{\"a\":1},".repeat(400_100));
    assert_eq!(table::open(long.as_bytes()), Err(TableError::TooManyRows));
    let names: Vec<String> = (0..900).map(|place| format!("\"n{place}\": 1")).collect();
    let sparse = format!("[{{{}}}{}]", names.join(","), ",{\"n899\":1}".repeat(100_000));
    assert_eq!(table::open(sparse.as_bytes()), Err(TableError::TooManyRows));
    let note = format!(
        "{{\"events\": [{{\"note\": \"{}\"}}], \"trackers\": {{}}}}",
        "#a( ".repeat(300_000)
    );
    assert_eq!(table::open(note.as_bytes()), Err(TableError::Program(NoTable::Json)));
}

#[test]
fn what_is_no_table_is_called_what_it_is() {
    for (file, expected) in [
        ("b37-apple-health.xml", TableError::Program(NoTable::AppleHealth)),
        ("b42-open-document.ods", TableError::Program(NoTable::OpenDocument)),
    ] {
        assert_eq!(table::open(&bytes(file)), Err(expected), "{file}");
    }
    for (bytes, expected) in [
        (&b""[..], TableError::Empty),
        (b"\xef\xbb\xbf \r\n", TableError::Empty),
        (b"%PDF-1.7\n", TableError::Other(OtherFile::Pdf)),
        (b"\x89PNG\r\n\x1a\n", TableError::Other(OtherFile::Picture)),
        (
            b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
            TableError::Other(OtherFile::Calendar),
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            TableError::Program(NoTable::OldExcel),
        ),
        (b"{\"format\": \"ldn-diary\", \"version\": 1}", TableError::Backup),
        (b"{\"a\": 1}", TableError::Program(NoTable::Json)),
        (b"<html><table></table></html>", TableError::Other(OtherFile::WebPage)),
        (b"pain\n5\n", TableError::NoDate),
        (b"date,pain\n", TableError::NoRows),
        (b"date,note\n2026-01-05,\"open\n", TableError::OpenQuote(2)),
        (b"PK\x03\x04 cut off", TableError::Damaged),
    ] {
        assert_eq!(
            table::open(bytes),
            Err(expected),
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
    }
    assert_eq!(
        table::open(&vec![b'x'; backup::MAX_BYTES + 1]),
        Err(TableError::TooLarge)
    );
    let wide = format!("date,pain{}\n2026-01-05,1\n", ",x".repeat(1_200));
    assert_eq!(table::open(wide.as_bytes()), Err(TableError::TooManyColumns));
}

/// A packed file with one file in it, whose list says what is given here.
fn packed(name: &str, content: &[u8], method: u16, flags: u16, length: u32) -> Vec<u8> {
    let mut checksum = !0_u32;
    for byte in content {
        checksum ^= u32::from(*byte);
        for _ in 0..8 {
            checksum = (checksum >> 1) ^ (0xedb8_8320 & (0_u32.wrapping_sub(checksum & 1)));
        }
    }
    let checksum = !checksum;
    let body = if method == 8 {
        miniz_oxide::deflate::compress_to_vec(content, 6)
    } else {
        content.to_vec()
    };
    let (size, names) = (u32::try_from(body.len()).unwrap(), u16::try_from(name.len()).unwrap());
    let head = |file: &mut Vec<u8>| {
        file.extend(20_u16.to_le_bytes());
        file.extend(flags.to_le_bytes());
        file.extend(method.to_le_bytes());
        file.extend([0; 4]);
        file.extend(checksum.to_le_bytes());
        file.extend(size.to_le_bytes());
        file.extend(length.to_le_bytes());
        file.extend(names.to_le_bytes());
        file.extend([0; 2]);
    };
    let mut file = b"PK\x03\x04".to_vec();
    head(&mut file);
    file.extend(name.bytes());
    file.extend(&body);
    let begins = u32::try_from(file.len()).unwrap();
    file.extend(b"PK\x01\x02\x14\0");
    head(&mut file);
    file.extend([0; 10]);
    file.extend(0_u32.to_le_bytes());
    file.extend(name.bytes());
    let list = u32::try_from(file.len()).unwrap() - begins;
    file.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    file.extend(list.to_le_bytes());
    file.extend(begins.to_le_bytes());
    file.extend([0; 2]);
    file
}

// I3: what is packed is read strictly, and never more than a file may hold.
#[test]
fn a_packed_file_is_read_within_bounds() {
    let table = b"date,pain (0-10)\n2026-01-05,4\n";
    let length = u32::try_from(table.len()).unwrap();
    for method in [0, 8] {
        assert!(table::open(&packed("a/diary.csv", table, method, 0, length)).is_ok());
    }
    assert_eq!(
        table::open(&packed("diary.csv", table, 8, 1, length)),
        Err(TableError::Locked)
    );
    assert_eq!(
        table::open(&packed("picture.png", table, 8, 0, length)),
        Err(TableError::NothingPacked)
    );
    assert_eq!(
        table::open(&packed("diary.csv", table, 12, 0, length)),
        Err(TableError::Damaged)
    );
    assert_eq!(
        table::open(&packed("apple_health_export/export.xml", b"<HealthData/>", 8, 0, 13)),
        Err(TableError::Program(NoTable::AppleHealth))
    );
    // 40 MB out of some kilobytes, whatever length they say.
    let bomb = packed("diary.csv", &vec![b'x'; 40_000_000], 8, 0, 10);
    assert!(bomb.len() < 100_000);
    assert_eq!(table::open(&bomb), Err(TableError::TooLarge));
    let mut changed = packed("diary.csv", table, 0, 0, length);
    let place = changed.windows(2).position(|two| two == b",4").unwrap();
    changed[place + 1] = b'9';
    assert_eq!(table::open(&changed), Err(TableError::Damaged));
}

// A text that says what a packed file is, and what else lies in it, is no table without dates.
#[test]
fn a_packed_file_without_a_table_is_called_so() {
    let open = |name: &str, text: &str| {
        let length = u32::try_from(text.len()).unwrap();
        table::open(&packed(name, text.as_bytes(), 8, 0, length))
    };
    for (name, text) in [
        ("readme.txt", "This is an export.\nThank you, and be well.\n"),
        (
            "readme.txt",
            "Made on 2026-01-05, by the app,\nwith love, and care.\n\nBye, all.\n",
        ),
        ("README.TXT", "\"Quoted, and never closed\n"),
        ("a/empty.csv", ""),
        ("a/blank.csv", " \r\n"),
        ("words.csv", "one\ntwo\nthree\n"),
        ("settings.json", "{\"theme\": \"dark\"}"),
        ("settings.json", "[{\"theme\": \"dark\"}]"),
        ("settings.json", "{\"theme\": "),
        ("page.txt", "<html></html>"),
        ("picture.png", "no picture"),
    ] {
        assert_eq!(open(name, text), Err(TableError::NothingPacked), "{name}: {text}");
    }
    // A table without days is one, and so is one that can't be read.
    assert_eq!(open("diary.csv", "pain,fatigue\n4,5\n6,7\n"), Err(TableError::NoDate));
    assert_eq!(
        open("diary.csv", "date,note\n2026-01-05,\"open\n"),
        Err(TableError::OpenQuote(2))
    );
    assert!(open("diary.txt", "date,pain\n2026-01-05,4\n").is_ok());
    assert!(open("export/data.json", "[{\"date\": \"2026-01-05\", \"pain\": 4}]").is_ok());
}

fn of(text: &str) -> (Opened, Proposal) {
    let opened = table::open(text.as_bytes()).expect("a table");
    let proposal = proposed(&opened);
    (opened, proposal)
}

// Nothing tells: asked once, with two real dates, and then read as it was said.
#[test]
fn dates_that_nothing_settles_are_asked_once() {
    let (opened, mut proposal) = of("Date,Pain (0-10)\n05/01/2025,3\n06/02/2025,4\n07/03/2025,5\n07/03/2025,\n");
    let Dates::Open(shown) = &proposal.dates else {
        panic!("{:?}", proposal.dates)
    };
    let shown: Vec<String> = shown
        .iter()
        .map(|day| format!("{} {} {}", day.written, day.day_first, day.month_first))
        .collect();
    assert_eq!(
        shown,
        ["05/01/2025 2025-01-05 2025-05-01", "06/02/2025 2025-02-06 2025-06-02"]
    );
    assert!(proposal.is_asked() && proposal.first_day.is_none());
    let left = read(&opened, &proposal);
    assert_eq!(
        (left.days.len(), left.left_out[0].reason, left.left_out[0].count),
        (0, table::Reason::DayOrMonth, 4)
    );
    for (first, expected) in [(First::Day, "2025-01-05"), (First::Month, "2025-05-01")] {
        proposal.dates = Dates::Settled(first);
        let days = read(&opened, &proposal).days;
        assert_eq!(days[0].date().to_string(), expected);
        assert_eq!(
            table::after(&proposal, &proposal.fields[0], "05/01/2025", &Settings::default()),
            table::After::Day(days[0].date())
        );
    }
}

#[test]
fn the_whole_file_tells_what_comes_first_in_its_dates() {
    for (rows, expected) in [
        // The day on which it was recorded, also after midnight.
        ("1/5/2026,1,2026-01-05T21:00:00+01:00\n", Some(First::Month)),
        ("1/5/2026,1,2026-05-02T01:00:00-07:00\n", Some(First::Day)),
        // Nothing is recorded before its day, and no day of the future.
        ("6/1/2026,1,2026-02-20T21:00:00+01:00\n", Some(First::Day)),
        ("7/1/2026,1,\n", Some(First::Day)),
        // There is no 13th month; what one row tells holds for all.
        ("5/1/2026,1,\n13/1/2026,2,\n", Some(First::Day)),
        ("1/13/2026,1,\n5/1/2026,2,\n", Some(First::Month)),
        ("1/5/26,1,2026-01-05T21:00:00+01:00\n1/6/26,2,\n", Some(First::Month)),
        // Two rows that disagree tell nothing.
        ("1/13/2026,1,\n13/1/2026,2,\n1/2/2026,3,\n", None),
        ("5/1/2026,1,\n5/2/2026,2,\n", None),
    ] {
        let (_, proposal) = of(&format!("date,pain,recorded_at\n{rows}"));
        let found = match proposal.dates {
            Dates::Settled(first) => Some(first),
            Dates::Open(_) => None,
            Dates::Plain => panic!("{rows}"),
        };
        assert_eq!(found, expected, "{rows}");
    }
    assert_eq!(of("date,pain\n2026-01-05,1\n5/5/2026,2\n").1.dates, Dates::Plain);
}

// D6
#[test]
fn a_day_that_has_not_begun_is_left_out_and_counted() {
    let opened =
        table::open(b"date,pain %\n2026-06-07,21\n2026-06-08,22\n2026-06-09,23\n2026-06-01,\n,5\n").expect("a table");
    let now = at("2026-06-08T01:00:00+02:00");
    let settings = Settings::default();
    let proposal = table::propose(&opened, &settings, "2026-06-07".parse().expect("a day"));
    let reading = table::read(&opened, &proposal, &settings, now);
    let days: Vec<String> = reading.days.iter().map(|day| day.date().to_string()).collect();
    assert_eq!(days, ["2026-06-07"]);
    let left: Vec<_> = reading
        .left_out
        .iter()
        .map(|left| (left.reason, left.lines.clone()))
        .collect();
    assert_eq!(
        left,
        [(table::Reason::NoDate, vec![6]), (table::Reason::OutOfTime, vec![3, 4])]
    );
    assert_eq!(reading.days[0].recorded_at(), now, "when it was recorded is not known");
}

#[test]
fn the_program_and_how_the_file_is_written_are_said() {
    for (file, program, encoding, separator) in [
        ("01-bearable-long.csv", Program::Bearable, Some("UTF-8"), Some(',')),
        ("08-medtimer-de.csv", Program::MedTimer, Some("UTF-8"), Some(';')),
        (
            "16-excel-german-cp1252.csv",
            Program::Sheet,
            Some("Windows-1252"),
            Some(';'),
        ),
        (
            "18-excel-unicode-text-utf16.txt",
            Program::Sheet,
            Some("UTF-16"),
            Some('\t'),
        ),
        ("b06-emoods.zip", Program::EMoods, Some("UTF-8"), Some(',')),
        ("b08-fitbit-sleep.csv", Program::Fitbit, Some("UTF-8"), Some(',')),
        ("b09-oura.csv", Program::Oura, Some("UTF-8"), Some(',')),
        ("b10-samsung-sleep.csv", Program::Samsung, Some("UTF-8"), Some(',')),
        ("b11-excel-macroman-cr.csv", Program::Sheet, Some("MacRoman"), Some(';')),
        ("b12-utf16-without-mark.txt", Program::Sheet, Some("UTF-16"), Some('\t')),
        ("b35-nomie.json", Program::Nomie, Some("UTF-8"), None),
        ("b36-daily-you.json", Program::DailyYou, Some("UTF-8"), None),
        ("b41-workbook.xlsx", Program::Sheet, None, None),
    ] {
        let proposal = proposed(&opened(file));
        assert_eq!(proposal.program, program, "{file}");
        assert_eq!(
            proposal.encoding.map(|encoding| encoding.to_string()).as_deref(),
            encoding,
            "{file}"
        );
        assert_eq!(proposal.separator, separator, "{file}");
    }
    let emoods = proposed(&opened("b06-emoods.zip"));
    assert_eq!((emoods.table.as_deref(), emoods.other_tables), (Some("entry.csv"), 1));
    assert_eq!(emoods.other_names, ["med_entry.csv"], "readme.txt is no table");
    let json = br#"{"entries": [{"date": "2026-01-05", "pain": 4}, {"date": "2026-01-06"}], "sleep": [{"date": "2026-01-05"}]}"#;
    let proposal = proposed(&table::open(json).expect("a table"));
    assert_eq!(
        (proposal.table.as_deref(), &proposal.other_names[..]),
        (Some("entries"), &["sleep".to_owned()][..])
    );
}

// A day of ours whose time of recording is lost was not recorded now.
#[test]
fn a_day_of_ours_without_its_time_of_recording_is_imported() {
    for (cell, is_known) in [
        ("2026-01-05T21:00:00+01:00", true),
        ("", false),
        ("05.01.2026 21:00", false),
        ("46027.875", false),
        ("#######", false),
    ] {
        let (opened, proposal) = of(&format!(
            "date,phase,pain,note,recorded_at,imported_from\n2026-01-05,baseline,40,a,{cell},\n2026-01-06,baseline,41,,{cell},Bearable\n"
        ));
        assert_eq!(proposal.program, Program::Own);
        let reading = read(&opened, &proposal);
        let sources: Vec<Option<&str>> = reading
            .days
            .iter()
            .map(|day| day.imported_from().map(ldn_diary::diary::Name::as_str))
            .collect();
        let first = if is_known { None } else { Some("LDN Diary") };
        assert_eq!(sources, [first, Some("Bearable")], "{cell}");
        assert_eq!(reading.source, None, "{cell}");
    }
}

// Two columns that the patient takes for one thing are said; a proposal has none.
#[test]
fn fields_that_mean_the_same_answer_clash() {
    let (_, mut proposal) = of(
        "Date,Pain (0-10),Pain later (0-10),Wellbeing (0-10),Calm (0-10),LDN (mg),Dose (mg),Note,Comment,Tags,Events,Headache,Migraine\n2026-01-05,4,5,6,7,1.5,3,a,b,c,d,yes,no\n",
    );
    assert_eq!(proposal.clash(), []);
    let of = |proposal: &Proposal, name: &str| {
        proposal
            .fields
            .iter()
            .position(|field| field.name == name)
            .expect("a field")
    };
    let mean = |proposal: &mut Proposal, name: &str, like: &str| {
        let (place, like) = (of(proposal, name), of(proposal, like));
        proposal.fields[place].meaning = proposal.fields[like].meaning.clone();
        (like, place)
    };
    let tags = [
        mean(&mut proposal, "Comment", "Note"),
        mean(&mut proposal, "Events", "Tags"),
    ];
    assert_eq!(proposal.clash(), [], "{tags:?} are put together");
    let pain = mean(&mut proposal, "Pain later (0-10)", "Pain (0-10)");
    let dose = mean(&mut proposal, "Dose (mg)", "LDN (mg)");
    let headache = mean(&mut proposal, "Migraine", "Headache");
    proposal.fields[dose.1].meaning = Meaning::DoseTaken(Unit::Micrograms);
    let calm = of(&proposal, "Calm (0-10)");
    proposal.fields[calm].meaning = Meaning::NewItem {
        name: " WELLBEING".into(),
        better: ldn_diary::diary::Direction::LowerIsBetter,
    };
    let wellbeing = of(&proposal, "Wellbeing (0-10)");
    assert_eq!(proposal.clash(), [pain, (wellbeing, calm), dose, headache]);
    let again = of(&proposal, "Comment");
    proposal.fields[again].meaning = proposal.fields[pain.0].meaning.clone();
    assert!(proposal.clash().contains(&(pain.0, again)), "a third with the first");
}

// Every file: the proposal crosses to the page and back, shows real cells, and guesses no scale.
#[test]
fn a_proposal_is_a_value_that_shows_what_becomes_of_real_cells() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/import");
    let (mut tables, mut taken) = (0, 0);
    for entry in fs::read_dir(folder).expect("the files").flatten() {
        let file = fs::read(entry.path()).expect("a file");
        let Ok(opened) = table::open(&file) else { continue };
        tables += 1;
        let proposal = proposed(&opened);
        let text = serde_json::to_string(&proposal).expect("written");
        assert_eq!(serde_json::from_str::<Proposal>(&text).expect("read"), proposal);
        for field in &proposal.fields {
            taken += usize::from(field.is_taken());
            let is_plain = matches!(field.scale, Scale::Numbers { .. });
            if let (true, Some((_, most)), Program::Sheet, Source::Column(_)) =
                (is_plain, field.range, proposal.program, &field.source)
            {
                let says = field.name.contains(|c: char| c.is_ascii_digit()) || most.thousandths() > 10_000;
                let in_cells = field.samples.iter().any(|sample| sample.before.contains(['/', '%']));
                assert!(says || in_cells, "{:?}: {}", entry.path(), field.name);
            }
            for sample in &field.samples {
                assert!(!sample.before.is_empty() && sample.line > 0);
            }
        }
    }
    assert!(tables > 50 && taken > 100, "{tables} {taken}");
    let proposal = proposed(&opened("16-excel-german-cp1252.csv"));
    let pain = &proposal.fields[1];
    assert_eq!((pain.samples[0].before.as_str(), pain.samples[0].line), ("3,5", 2));
    assert_eq!(pain.samples[0].after, table::After::Rating(35));
    assert_eq!(
        pain.range.map(|(least, most)| format!("{least} {most}")).as_deref(),
        Some("3.5 8.5")
    );
}

#[test]
fn what_the_patient_changes_is_what_is_read() {
    let (opened, mut proposal) = of(
        "Date,Dose,LDN,Calm,Sleep,Zeros (0-10)\n2026-01-05,4.5,3,7,6,0\n2026-01-06,3,3,8,7,0\n2026-01-07,3,3,2,7,9\n2026-01-08,3,3,2,7,8\n2026-01-09,3,3,2,7,9\n2026-01-10,3,3,2,7,0\n",
    );
    let find = |proposal: &Proposal, field: &str| {
        proposal
            .fields
            .iter()
            .position(|other| other.name == field)
            .expect("a field")
    };
    // Of two doses one is taken, and its unit is asked.
    let (dose, ldn) = (find(&proposal, "Dose"), find(&proposal, "LDN"));
    assert_eq!(proposal.fields[dose].meaning, Meaning::DoseTaken(Unit::Asked));
    assert!(!proposal.fields[ldn].is_taken());
    proposal.fields[dose].meaning = Meaning::DoseTaken(Unit::Milligrams);
    let calm = find(&proposal, "Calm");
    assert!(!proposal.fields[calm].is_taken(), "nobody knows what it is");
    proposal.fields[calm].meaning = Meaning::NewItem {
        name: "Calm".into(),
        better: ldn_diary::diary::Direction::HigherIsBetter,
    };
    proposal.fields[calm].scale = Scale::numbers(0, 10).turned_round();
    let zeros = find(&proposal, "Zeros (0-10)");
    assert_eq!(proposal.fields[zeros].zero, Zero::Asked);
    proposal.fields[zeros].zero = Zero::Missing;
    let reading = read(&opened, &proposal);
    assert_eq!(
        line(&reading.days[0], &reading.settings),
        "2026-01-05, Calm 30, LDN 4.5 mg"
    );
    assert_eq!(
        line(&reading.days[2], &reading.settings),
        "2026-01-07, Calm 80, Zeros 90, LDN 3 mg"
    );
    assert_eq!(reading.left_out, []);
}

#[test]
fn an_own_thing_of_the_same_name_is_the_same_thing() {
    let settings = Settings::default()
        .with_own_item(name("Brain fog"), ldn_diary::diary::Direction::LowerIsBetter)
        .expect("one own item")
        .with_own_side_effect(name("Itching"));
    let opened = table::open("date,brain FOG (0-10),Itching\n2026-01-05,4,yes\n".as_bytes()).expect("a table");
    let proposal = table::propose(&opened, &settings, now().date_naive());
    let reading = table::read(&opened, &proposal, &settings, now());
    assert_eq!(reading.settings, settings, "nothing is new");
    assert_eq!(
        line(&reading.days[0], &settings),
        "2026-01-05, Brain fog 40, Itching yes"
    );
}

/// A day with these cells under `date,pain,fatigue,headache,dose_taken_mg,note,tags`.
fn days(rows: &str) -> Vec<Day> {
    let text = format!("date,pain_0_100,fatigue_0_100,headache,LDN (mg),note,tags\n{rows}");
    let (opened, proposal) = of(&text);
    read(&opened, &proposal).days
}

fn diary(rows: &str) -> Diary {
    let recorded = days(rows).into_iter();
    recorded
        .map(|day| {
            Day::restore(
                day.date(),
                at(&format!("{}T21:00:00+01:00", day.date())),
                None,
                day.answers().clone(),
            )
        })
        .fold(Diary::default(), Diary::with_day)
}

// I7: fault 2 of the present reader: a day with pain 62, fatigue, 4.5 mg and a note became "pain 6".
#[test]
fn gaps_are_filled_and_answers_that_are_here_stay() {
    let here = diary("2026-01-05,62,70,,4.5,bad day,a\n2026-01-06,,40,,,,\n2026-01-08,10,,,,,\n");
    let file =
        days("2026-01-04,1,2,no,,,\n2026-01-05,6,70,yes,3,other,b\n2026-01-06,30,40,,,new,\n2026-01-08,10,,,,,\n");
    let filled = gaps::fill(&here, &file, &here.settings, Side::Here, now());
    let lines: Vec<String> = filled
        .diary
        .days()
        .map(|day| line(day, &filled.diary.settings))
        .collect();
    assert_eq!(
        lines,
        [
            "2026-01-04, pain 1, fatigue 2, headache no",
            "2026-01-05, pain 62, fatigue 70, headache yes, LDN 4.5 mg, #a, #b, \"bad day\"",
            "2026-01-06, pain 30, fatigue 40, \"new\"",
            "2026-01-08, pain 10",
        ]
    );
    let dates = |days: &[chrono::NaiveDate]| days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let done = &filled.gaps;
    assert_eq!(dates(&done.adds), "2026-01-04");
    assert_eq!(dates(&done.fills), "2026-01-05 2026-01-06");
    assert_eq!(
        (dates(&done.replaces), dates(&done.same)),
        (String::new(), "2026-01-08".into())
    );
    // Pain, dose and note of the 5th: each is named.
    let differ: Vec<String> = done.differences.iter().map(|two| two.date.to_string()).collect();
    assert_eq!(differ, ["2026-01-05"; 3]);
    assert!(matches!(&done.differences[0].here, Answer::Item(_, rating) if rating.get() == 62));
    assert!(matches!(&done.differences[0].file, Answer::Item(_, rating) if rating.get() == 6));
    // What was recorded on time stays so, and what was added later is marked as later.
    let day = filled
        .diary
        .day("2026-01-05".parse().expect("a day"))
        .expect("it is there");
    assert_eq!(day.recorded_at(), at("2026-01-05T21:00:00+01:00"));
    assert_eq!(day.edited_at(), Some(now()));
    assert_eq!(taken_back(&filled.diary, &here, &filled.diary), here, "one step back");
}

#[test]
fn answers_of_the_file_count_where_the_patient_says_so() {
    let here = diary("2026-01-05,62,70,,4.5,bad day,\n");
    let file = days("2026-01-05,6,70,yes,3,,\n");
    let filled = gaps::fill(&here, &file, &here.settings, Side::File, now());
    let day = filled.diary.days().next().expect("a day");
    assert_eq!(
        line(day, &here.settings),
        "2026-01-05, pain 6, fatigue 70, headache yes, LDN 3 mg, \"bad day\""
    );
    assert_eq!(
        (
            filled.gaps.replaces.len(),
            filled.gaps.fills.len(),
            filled.gaps.differences.len()
        ),
        (1, 0, 2)
    );
    assert_eq!(taken_back(&filled.diary, &here, &filled.diary), here);
}

// D5: an answer that was taken back counts as never given.
#[test]
fn what_was_taken_back_is_a_gap() {
    let mut here = diary("2026-01-05,62,,,,,\n");
    let day = here.days().next().expect("a day").clone();
    here.put_day(day.changed(
        Answers::default(),
        at("2026-01-05T22:00:00+01:00"),
        here.settings.day_ends_at,
    ));
    let filled = gaps::fill(&here, &days("2026-01-05,6,,,,,\n"), &here.settings, Side::Here, now());
    let day = filled.diary.days().next().expect("a day");
    assert_eq!(line(day, &here.settings), "2026-01-05, pain 6");
    assert_eq!((filled.gaps.adds.len(), filled.gaps.differences.len()), (1, 0));
    assert_eq!(
        taken_back(&filled.diary, &here, &filled.diary).days().next(),
        here.days().next()
    );
}

#[test]
fn own_things_come_along_and_go_again() {
    let here = diary("2026-01-05,62,,,,,\n");
    let opened = opened("b27-seven-own-things.csv");
    let proposal = table::propose(&opened, &here.settings, now().date_naive());
    let reading = table::read(&opened, &proposal, &here.settings, now());
    let filled = gaps::fill(&here, &reading.days, &reading.settings, Side::Here, now());
    assert_eq!(
        (filled.gaps.own_things, filled.diary.settings.own_items().len()),
        (6, 6)
    );
    assert_eq!(
        filled.diary.settings.items_on().len(),
        here.settings.items_on().len() + 6,
        "they are asked"
    );
    let again = gaps::fill(&filled.diary, &reading.days, &reading.settings, Side::Here, now());
    assert_eq!(again.diary, filled.diary, "a second time changes nothing");
    assert_eq!(again.gaps.same.len(), 2);
    assert_eq!(taken_back(&filled.diary, &here, &filled.diary), here);
}

/// How a date is written, of year, month and day.
type WrittenDate = fn(u32, u32, u32) -> String;

/// A table of ours after a program that writes dates, numbers and words in its own way.
fn rewritten(text: &str, from: char, to: char, date: WrittenDate, yes: &str, no: &str) -> String {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(from as u8)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(to as u8)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let mut headers: Vec<String> = Vec::new();
    for record in reader.records().map(|record| record.expect("a row")) {
        let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if headers.is_empty() {
            headers.clone_from(&cells);
        } else {
            let parts: Vec<u32> = cells[0]
                .split('-')
                .map(|part| part.parse().expect("a number"))
                .collect();
            cells[0] = date(parts[0], parts[1], parts[2]);
            for (cell, header) in cells.iter_mut().zip(&headers) {
                if ["tags", "note", "imported_from"].contains(&header.as_str()) {
                    continue;
                }
                match cell.as_str() {
                    "yes" => yes.clone_into(cell),
                    "no" => no.clone_into(cell),
                    _ if header.starts_with("dose") && to == ';' => *cell = cell.replace('.', ","),
                    _ => {}
                }
            }
        }
        writer.write_record(&cells).expect("a row");
    }
    String::from_utf8(writer.into_inner().expect("in memory")).expect("text")
}

proptest! {
    #![proptest_config(crate::cases(60))]

    // From the app's own table back through spreadsheets, whole.
    #[test]
    fn a_table_of_ours_comes_back_whole_through_every_dialect(diary in generated::diary()) {
        prop_assume!(diary.days().len() > 0);
        let written = csv::write(&diary).text;
        let end = at("2199-12-31T23:00:00+00:00");
        let ways: [(char, WrittenDate, &str, &str); 5] = [
            (',', |year, month, day| format!("{year:04}-{month:02}-{day:02}"), "TRUE", "FALSE"),
            (';', |year, month, day| format!("{day:02}.{month:02}.{year:04}"), "WAHR", "FALSCH"),
            ('\t', |year, month, day| format!("{month}/{day}/{year:04}"), "yes", "no"),
            (';', |year, month, day| format!("{day:02}/{month:02}/{year:04}"), "VRAI", "FAUX"),
            (',', |year, month, day| format!("{year:04}/{month}/{day}"), "oui", "non"),
        ];
        for (separator, date, yes, no) in ways {
            let text = rewritten(&written, ',', separator, date, yes, no);
            let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
            for bytes in [text.as_bytes(), &utf16] {
                let opened = table::open(bytes).expect("a table");
                let mut proposal = table::propose(&opened, &diary.settings, end.date_naive());
                // Where all that is there can be read in two ways, the patient is asked.
                if let Dates::Open(_) = proposal.dates {
                    let first = if separator == '\t' { First::Month } else { First::Day };
                    proposal.dates = Dates::Settled(first);
                }
                let reading = table::read(&opened, &proposal, &diary.settings, end);
                prop_assert_eq!(&reading.left_out, &Vec::new(), "{}", &text);
                prop_assert_eq!(&reading.days, &carried(&diary), "{}", &text);
            }
        }
    }

    #[test]
    fn a_table_of_western_letters_comes_back_from_windows(note in "[a-zäöüßéèàñ ,;]{0,30}", pain in 0_u8..=100) {
        let text = format!("date;phase;pain;note;recorded_at\r\n2026-01-05;;{pain};\"{note}\";2026-01-05T21:00:00+01:00\r\n");
        let bytes: Vec<u8> = text.chars().map(|c| { u8::try_from(u32::from(c)).expect("a letter of Latin-1") }).collect();
        let opened = table::open(&bytes).expect("a table");
        let reading = read(&opened, &proposed(&opened));
        let expected = ldn_diary::diary::Note::new(&note).expect("short");
        prop_assert_eq!(&reading.days[0].answers().note, &expected);
    }

    // Merging never loses an answer that is here, and one step back restores what was.
    #[test]
    fn filling_gaps_loses_nothing(here in generated::diary(), file in generated::diary()) {
        let days: Vec<Day> = file.days().map(|day| Day::restore(day.date(), day.recorded_at(), day.edited_at(), day.answers().clone())).collect();
        let mut settings = here.settings.clone();
        if here.days().len() == 0 {
            settings = file.settings.clone();
        }
        let standard = |day: &Day| {
            let mut answers = day.answers().clone();
            answers.items.retain(|id, _| matches!(id, ItemId::Standard(_)));
            answers.side_effects.retain(|id, _| matches!(id, SideEffectId::Standard(_)));
            Day::restore(day.date(), day.recorded_at(), day.edited_at(), answers)
        };
        let days: Vec<Day> = days.iter().map(standard).filter(|day| !day.answers().is_empty()).collect();
        let filled = gaps::fill(&here, &days, &settings, Side::Here, at("2199-12-31T23:00:00+00:00"));
        for day in here.days() {
            let now = filled.diary.day(day.date()).expect("it stays");
            prop_assert!(day.answers().is_within(now.answers()));
        }
        for day in &days {
            prop_assert!(filled.diary.day(day.date()).is_some_and(|now| !now.answers().is_empty()));
        }
        let back = taken_back(&filled.diary, &here, &filled.diary);
        prop_assert_eq!(back.days().collect::<Vec<_>>(), here.days().collect::<Vec<_>>());
        prop_assert_eq!(back.settings, here.settings);
    }
}

/// 400 days of a table like Bearable's, some twenty rows a day.
fn long_table() -> String {
    let mut text = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n".to_owned();
    let first = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day");
    for (number, day) in first.iter_days().take(400).enumerate() {
        for row in 0..20 {
            let name = [
                "Fatigue (Mild)",
                "Back pain (Mild)",
                "Nausea (Mild)",
                "Brain fog (Mild)",
            ][row % 4];
            let rating = 1 + (number + row) % 3;
            let cells = [
                &*day.to_string(),
                &day.to_string(),
                "Monday",
                "am",
                "Symptom",
                &rating.to_string(),
                name,
                "",
            ];
            text += &cells.map(|cell| ["\"", cell, "\""].concat()).join(",");
            text.push('\n');
        }
    }
    text
}

#[test]
fn a_long_table_is_proposed_and_read_in_time() {
    let text = long_table();
    let begun = std::time::Instant::now();
    let opened = table::open(text.as_bytes()).expect("a table");
    let mut proposal = proposed(&opened);
    for field in &mut proposal.fields {
        if field.is_asked() {
            field.scale = Scale::numbers(0, 4);
        }
    }
    let reading = read(&opened, &proposal);
    let took = begun.elapsed();
    assert_eq!((reading.days.len(), reading.rows), (400, 8_000));
    assert!(matches!(&proposal.fields[5].source, Source::Tracked { kind, .. } if kind == "Symptom"));
    // Not optimised, on a machine that does other things too.
    assert!(took.as_secs() < 5, "{took:?}");
}

// A surplus cell has no name; what has one is taken.
#[test]
fn a_surplus_cell_costs_no_day() {
    let text = "date,pain (0-10),Knee 2 (0-10)\n2026-01-05,6,5\n2026-01-06,7,4,flare\n2026-01-07,8,3\n";
    let opened = table::open(text.as_bytes()).expect("a table");
    let reading = read(&opened, &proposed(&opened));
    assert_eq!(reading.days.len(), 3);
    let left: Vec<_> = reading
        .left_out
        .iter()
        .map(|left| (left.reason, left.lines.clone()))
        .collect();
    assert_eq!(left, [(table::Reason::MoreCells, vec![3])]);
    // The number at the end of a name is no scale.
    let own: Vec<&str> = reading
        .settings
        .own_items()
        .iter()
        .map(|own| own.name.as_str())
        .collect();
    assert_eq!(own, ["Knee 2"]);
}
