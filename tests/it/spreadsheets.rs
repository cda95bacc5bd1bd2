//! Tables of ours in the hands of spreadsheets: wherever they split one, no text of the patient's becomes a formula (F2).

use std::fs;
use std::process::{Command, Stdio};

use ldn_diary::diary::{Answers, Day, Diary, Dose, LAST_DATE, Name, Note, Tag};
use ldn_diary::exchange::{backup, csv, table};
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
fn written_again(table: &str, separator: u8) -> String {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .delimiter(separator)
        .from_writer(Vec::new());
    for row in reader.records() {
        writer.write_record(&row.unwrap()).unwrap();
    }
    format!("\u{feff}{}", String::from_utf8(writer.into_inner().unwrap()).unwrap())
}

fn live_cells(diary: &Diary) -> Vec<String> {
    let mut live = Vec::new();
    for table in [
        csv::write(diary).text,
        csv::write_commas(diary).text,
        csv::write_long(diary).text,
    ] {
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
        for (table, separator) in [
            (csv::write(&diary), b','),
            (csv::write_commas(&diary), b';'),
            (csv::write_long(&diary), b','),
        ] {
            prop_assert_eq!(written_again(&table.text, separator), table.text);
        }
    }

    #[test]
    fn no_text_of_any_diary_is_a_formula(diary in generated::diary()) {
        prop_assert_eq!(live_cells(&diary), Vec::<String>::new());
    }

    // A name with more separators than the table has columns must not decide what separates them.
    #[test]
    fn a_table_of_ours_comes_back(diary in generated::diary()) {
        for written in [csv::write(&diary), csv::write_commas(&diary)] {
            let now = chrono::DateTime::parse_from_rfc3339("2199-12-31T23:00:00+00:00").unwrap();
            let Ok(opened) = table::open(written.text.as_bytes()) else {
                prop_assert_eq!(written.rows, 0);
                continue;
            };
            let proposal = table::propose(&opened, &diary.settings, now.date_naive());
            let reading = table::read(&opened, &proposal, &diary.settings, now);
            prop_assert_eq!(&reading.left_out, &Vec::new());
            let answers = |day: &Day| (day.date(), day.recorded_at(), day.imported_from().cloned(), Answers::clone(day.answers()));
            let (back, there): (Vec<_>, Vec<_>) = (reading.days.iter().map(answers).collect(), diary.days().map(answers).collect());
            prop_assert_eq!(back, there);
        }
    }

    // Where commas stand in numbers they stand in all of them, and all else is the same.
    #[test]
    fn the_two_tables_differ_in_their_marks_alone(diary in generated::diary()) {
        let rows = |table: &str, separator| {
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).delimiter(separator).from_reader(table.as_bytes());
            reader.deserialize().map(Result::unwrap).collect::<Vec<Vec<String>>>()
        };
        let points = rows(&csv::write(&diary).text, b',');
        let commas = rows(&csv::write_commas(&diary).text, b';');
        prop_assert_eq!(points.len(), commas.len());
        for (points, commas) in points.iter().zip(&commas) {
            for (place, (one, other)) in points.iter().zip(commas).enumerate() {
                let is_dose = (2..4).contains(&place) && one.parse::<f64>().is_ok();
                let expected = if is_dose { one.replace('.', ",") } else { one.clone() };
                prop_assert_eq!(&expected, other);
            }
        }
    }
}

/// What `LibreOffice` makes of each cell of a table where a language is spoken; none where it is not installed.
fn opened(table: &str, separator: char, language: u16) -> Option<String> {
    let folder = std::env::temp_dir().join(format!(
        "ldn-diary-sheet-{}-{language}-{}",
        std::process::id(),
        separator as u32
    ));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("table.csv");
    fs::write(&file, table).unwrap();
    let status = Command::new("soffice")
        .arg("--headless")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.join("profile").display()
        ))
        .arg(format!(
            "--infilter=Text - txt - csv (StarCalc):{},34,76,1,,{language}",
            separator as u32
        ))
        .args(["--convert-to", "fods", "--outdir"])
        .args([&folder, &file])
        .stdin(Stdio::null())
        .output();
    let sheet = status
        .ok()
        .map(|_| fs::read_to_string(folder.join("table.fods")).unwrap());
    fs::remove_dir_all(&folder).unwrap();
    sheet
}

// Fault 28: 1.5 and 4.5 became texts or dates, and 3 a number.
#[test]
fn doses_are_numbers_where_commas_stand_in_them() {
    let mut diary = with_note("x; =1+1, y");
    for (day, micrograms) in diary
        .days()
        .cloned()
        .collect::<Vec<_>>()
        .iter()
        .zip([1_500, 3_000, 4_500, 250])
    {
        let mut answers = Answers::clone(day.answers());
        answers.dose_taken = Some(Dose::from_micrograms(micrograms).unwrap());
        diary.put_day(Day::restore(day.date(), day.recorded_at(), None, answers));
    }
    // German, French, Dutch; and for the points English of two lands.
    for (table, separator, languages) in [
        (csv::write_commas(&diary).text, ';', &[1031, 1036, 1043][..]),
        (csv::write(&diary).text, ',', &[1033, 2057]),
    ] {
        for language in languages {
            let Some(sheet) = opened(&table, separator, *language) else {
                return;
            };
            for dose in ["1.5", "3", "4.5", "0.25"] {
                let number = format!("office:value-type=\"float\" office:value=\"{dose}\"");
                assert!(sheet.contains(&number), "{language}: {dose}");
            }
            assert!(sheet.contains("office:date-value=\"2026-03-02\""), "{language}");
            assert!(!sheet.contains("table:formula") && sheet.contains("=1+1"), "{language}");
        }
    }
}
