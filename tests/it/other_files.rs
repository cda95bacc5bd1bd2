//! Other files where a backup is meant: each is called what it is, and the one that is meant is named (I3).

use ldn_diary::diary::{LAST_DATE, Sampling};
use ldn_diary::exchange::backup::{self, BackupError};
use ldn_diary::exchange::{OtherFile, analysis, calendar};
use ldn_diary::papers::{self, CardKind, Kind, Request};
use ldn_diary::report::Paper;
use ldn_diary::trial::{LateDays, analyse};
use ldn_diary::words::Said as _;

use crate::support::{at, date, header};

const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");
const LETTERS: &[u8] = include_bytes!("../../public/report-fonts.bin");

/// What is made of a diary, and what it is; none for what is no file.
fn kind_of(kind: &Kind) -> Option<OtherFile> {
    match kind {
        Kind::Preview => None,
        Kind::Pdf | Kind::PdfWithoutSigns | Kind::Card(CardKind::Paper) => Some(OtherFile::Pdf),
        Kind::Html => Some(OtherFile::WebPage),
        Kind::Csv | Kind::CommaCsv | Kind::LongCsv => Some(OtherFile::Table),
        Kind::Fhir(_) => Some(OtherFile::ClinicRecord),
        Kind::Svg(_) | Kind::Card(CardKind::Screen) => Some(OtherFile::Picture),
    }
}

fn papers() -> Vec<(String, Vec<u8>, OtherFile)> {
    let request = Request {
        from: "1900-01-01".into(),
        to: "2026-06-07".into(),
        made_on: "2026-06-07".into(),
        items: vec!["pain".into()],
        every_day: true,
        notes: true,
        name: "A. N. Other".into(),
        paper: Paper::A4,
        late_days: true,
        imported_days: true,
        about_me: false,
        visits: true,
    };
    let kinds = [
        Kind::Pdf,
        Kind::PdfWithoutSigns,
        Kind::Html,
        Kind::Csv,
        Kind::CommaCsv,
        Kind::LongCsv,
        Kind::Fhir("2026-06-07T21:00:00+02:00".into()),
        Kind::Svg("pain".into()),
    ];
    let made = kinds.map(|kind| {
        let file = papers::make(&kind, STANFORD, &request, LETTERS).unwrap();
        (format!("{kind:?}"), file, kind_of(&kind).unwrap())
    });
    made.into()
}

fn opened(file: &[u8]) -> Result<(), BackupError> {
    backup::open_bytes(file, date("2026-06-07")).map(drop)
}

#[test]
fn every_file_of_ours_is_called_what_it_is() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let mut files = papers();
    let analysed = analyse(&diary, date("2026-06-07"), LateDays::Included);
    let reminder = calendar::Reminder::at((21, 0), at("2026-06-01T20:00:00Z"), 0, Sampling::EveryDay).file();
    let calendar = calendar::day_of_answer(date("2026-06-07"), "abc", at("2026-06-01T20:00:00Z"));
    files.extend([
        (
            "the analysis".into(),
            analysis::write(&analysed).into(),
            OtherFile::Analysis,
        ),
        (
            "a line of it".into(),
            analysis::write_line("a.json", &analysed).into(),
            OtherFile::Analysis,
        ),
        ("the day of an answer".into(), calendar.into(), OtherFile::Calendar),
        ("a reminder".into(), reminder.into(), OtherFile::Calendar),
        (
            "a chart as a picture".into(),
            include_bytes!("../../public/icon-192.png").to_vec(),
            OtherFile::Picture,
        ),
        (
            "a drawing".into(),
            include_bytes!("../../public/icon.svg").to_vec(),
            OtherFile::Picture,
        ),
    ]);
    for (what, file, kind) in files {
        let error = opened(&file).expect_err("it is no backup");
        let said = error.said();
        let is = [BackupError::Another(kind), BackupError::NotText(kind_error(kind))];
        assert!(is.contains(&error), "{what}: {error:?}");
        assert!(said.starts_with("This is a"), "{what}: {said}");
        assert!(
            said.contains("“Save a backup”") && said.ends_with("like ldn-diary-2026-01-05.json."),
            "{what}: {said}"
        );
        // One sentence for what it is, one for what is meant.
        assert_eq!(said.matches(". ").count(), 1, "{what}: {said}");
        // A file that lost its end on the way is still what it is.
        if file.len() > 3_000 {
            let cut = opened(&file[..file.len() / 2]).expect_err("it is no backup").said();
            assert_eq!(cut, said, "{what}");
        }
    }
    assert_eq!(opened(backup::write(&diary, &header()).as_bytes()), Ok(()));
}

/// What is seen before a text is read.
fn kind_error(kind: OtherFile) -> ldn_diary::exchange::decode::DecodeError {
    ldn_diary::exchange::decode::DecodeError::OtherKind(kind)
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

fn check(files: &[(&str, Vec<u8>, OtherFile)]) {
    for (what, file, kind) in files {
        let error = opened(file).expect_err("it is no backup");
        let is = [BackupError::Another(*kind), BackupError::NotText(kind_error(*kind))];
        assert!(is.contains(&error), "{what}: {error:?}");
    }
}

#[test]
fn a_table_is_called_one_whatever_its_letters_and_marks() {
    check(&[
        (
            "a table of German Excel",
            b"Datum;Notiz\r\n05.01.2026;M\xfcde\r\n".to_vec(),
            OtherFile::Table,
        ),
        (
            "ours, saved by it",
            b"date;phase;note\r\n05.01.2026;ldn;M\xfcde\r\n".to_vec(),
            OtherFile::Table,
        ),
        (
            "with tabs in UTF-16",
            utf16("Date\tPain\r\n2026-01-05\t5\r\n"),
            OtherFile::Table,
        ),
        (
            "with quotes",
            b"\"Date\",\"Pain\"\n\"2026-01-05\",\"5\"\n".to_vec(),
            OtherFile::Table,
        ),
        (
            "without a date",
            b"Pain,Fatigue,Sleep\n5,6,7\n".to_vec(),
            OtherFile::Table,
        ),
        ("with a line for Excel", b"sep=;\r\nA;B\r\n".to_vec(), OtherFile::Table),
    ]);
}

#[test]
fn files_of_others_are_called_what_they_are() {
    check(&[
        (
            "a record in XML",
            b"<?xml version=\"1.0\"?>\n<Bundle xmlns=\"http://hl7.org/fhir\"/>".to_vec(),
            OtherFile::ClinicRecord,
        ),
        (
            "a record with its kind at the end",
            format!(
                "{{\"entry\": [{}], \"resourceType\": \"Bundle\"}}",
                "0,".repeat(2_000) + "0"
            )
            .into(),
            OtherFile::ClinicRecord,
        ),
        (
            "records line by line",
            b"{\"resourceType\":\"Patient\"}\n{\"resourceType\":\"Patient\"}\n".to_vec(),
            OtherFile::ClinicRecord,
        ),
        (
            "a web page",
            b"\n<!DOCTYPE html><html></html>".to_vec(),
            OtherFile::WebPage,
        ),
        (
            "a page with a drawing",
            b"<html><body><svg></svg></body></html>".to_vec(),
            OtherFile::WebPage,
        ),
        (
            "a drawing",
            b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
            OtherFile::Picture,
        ),
        (
            "data of a watch",
            b"<?xml version=\"1.0\"?><HealthData/>".to_vec(),
            OtherFile::Xml,
        ),
        (
            "a calendar",
            utf16("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
            OtherFile::Calendar,
        ),
        (
            "contacts",
            b"BEGIN:VCARD\nFN:A\nEND:VCARD".to_vec(),
            OtherFile::Contacts,
        ),
        ("a letter", b"{\\rtf1\\ansi Dear doctor}".to_vec(), OtherFile::Document),
        (
            "an older letter",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(),
            OtherFile::Document,
        ),
        (
            "a photograph",
            b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(),
            OtherFile::Picture,
        ),
        (
            "one of a phone",
            b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(),
            OtherFile::Picture,
        ),
        ("one of the web", b"RIFF\x24\0\0\0WEBPVP8 ".to_vec(), OtherFile::Picture),
        ("a film", b"\0\0\0\x18ftypmp42\0\0\0\0".to_vec(), OtherFile::Recording),
        ("a recording", b"RIFF\x24\0\0\0WAVEfmt ".to_vec(), OtherFile::Recording),
        ("an archive", b"PK\x03\x04\x14\0".to_vec(), OtherFile::Archive),
    ]);
}

#[test]
fn what_is_not_easily_seen_is_not_guessed_and_what_is_ours_keeps_its_own_words() {
    for (text, error) in [
        ("Dear doctor, it hurts.\nYours, Zoë", BackupError::NotOurs),
        ("[1, 2, 3]", BackupError::NotOurs),
        ("{\"days\": []}", BackupError::NotOurs),
        (
            "{\"format\": \"ldn-diary\", \"version\": 1, \"days\": [",
            BackupError::Truncated,
        ),
        (
            "{\"format\": \"ldn-diary\",\n \"note\": \"\"resourceType\"\"}",
            BackupError::Damaged(2),
        ),
    ] {
        assert_eq!(opened(text.as_bytes()), Err(error), "{text}");
    }
}
