//! Tables of ours in the hands of spreadsheets: wherever they split one, no text of the patient's becomes a formula (F2).

use ldn_diary::diary::{Answers, Day, Diary, LAST_DATE, Name, Note, Tag};
use ldn_diary::exchange::{backup, csv};
use proptest::prelude::*;

use crate::generated;

const FIRST_WEEKS: &str = include_str!("../fixtures/cases/diary-first-weeks.json");
/// What a reader can choose to split at.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// Line breaks of all programs; the first stands for the end of a row.
fn breaks(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a program that overlooks space and quotation marks sees a formula. No number of ours begins so.
fn is_formula(field: &str) -> bool {
    let field = field
        .trim_start_matches(|c: char| c == '"' || c == '\u{feff}' || c.is_whitespace() && !matches!(c, '\t' | '\r'));
    field.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// The fields as a program has them that knows no quotation marks.
fn naive(table: &str, separator: char) -> Vec<String> {
    let rows = table.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    rows.split(|c| breaks(c) || c == separator).map(str::to_owned).collect()
}

/// The fields as a program has them that knows quotation marks.
fn quoted(table: &str, separator: char) -> Vec<String> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap())
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Vec<String>> = reader.deserialize().map(Result::unwrap).collect();
    rows.concat()
}

/// The table as the csv crate writes it.
fn written_again(table: &str) -> String {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in reader.records() {
        writer.write_record(&row.unwrap()).unwrap();
    }
    format!("\u{feff}{}", String::from_utf8(writer.into_inner().unwrap()).unwrap())
}

fn live_cells(diary: &Diary) -> Vec<String> {
    let mut live = Vec::new();
    for table in [csv::write(diary).text, csv::write_long(diary).text] {
        for separator in SEPARATORS {
            let fields = [naive(&table, separator), quoted(&table, separator)].concat();
            live.extend(fields.into_iter().filter(|field| is_formula(field)));
        }
    }
    live
}

fn with_note(note: &str) -> Diary {
    let mut diary = backup::read(FIRST_WEEKS, LAST_DATE).unwrap();
    let day = diary.days().next().unwrap();
    let mut answers = Answers::clone(day.answers());
    answers.note = Note::new(note).unwrap();
    answers.tags.extend([Tag::new(Name::new("a;=1").unwrap())]);
    let changed = Day::restore(day.date(), day.recorded_at(), None, answers);
    diary.put_day(changed);
    diary
}

#[test]
fn a_note_stays_text_whatever_it_is_split_at() {
    for separator in ",;\t|\n\u{2028}\u{2029}".chars() {
        for start in ["=1+1", " =1+1", "\"=1+1\"", " \"@x", "-5", "＝1", "\tx", "'=1"] {
            let note = format!("x{separator}{start}{separator}y");
            assert_eq!(live_cells(&with_note(&note)), Vec::<String>::new(), "{note:?}");
        }
    }
}

proptest! {
    #![proptest_config(crate::cases(200))]

    #[test]
    fn cells_are_quoted_as_the_csv_crate_quotes_them(diary in generated::diary()) {
        for table in [csv::write(&diary).text, csv::write_long(&diary).text] {
            prop_assert_eq!(written_again(&table), table);
        }
    }

    #[test]
    fn no_text_of_any_diary_is_a_formula(diary in generated::diary()) {
        prop_assert_eq!(live_cells(&diary), Vec::<String>::new());
    }

    // A name with more separators than the table has columns must not decide what separates them.
    #[test]
    fn a_table_of_ours_comes_back(diary in generated::diary()) {
        let table = csv::write(&diary);
        let mapping = csv::propose(&table.text, &diary.settings).unwrap();
        let now = chrono::DateTime::parse_from_rfc3339("2199-12-31T23:00:00+00:00").unwrap();
        let reading = csv::read(&table.text, &mapping, &diary.settings, now).unwrap();
        prop_assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        let answers = |day: &Day| (day.date(), day.recorded_at(), Answers::clone(day.answers()));
        let (back, there): (Vec<_>, Vec<_>) = (reading.days.iter().map(answers).collect(), diary.days().map(answers).collect());
        prop_assert_eq!(back, there);
    }
}
