//! What is said stands in `words/` and nowhere else, and another language reaches every place.

use ldn_diary::diary::{
    DateOutOfRange, DayEndError, DayError, DoseError, LAST_DATE, NameError, NoteError, OwnId, OwnIdError, RatingError,
    SettingsError, StandardItem, TreatmentError,
};
use ldn_diary::exchange::backup::{self, BackupError};
use ldn_diary::exchange::decode::DecodeError;
use ldn_diary::exchange::import::TooMuch;
use ldn_diary::exchange::table::{NoTable, Program, Reason, TableError, Why};
use ldn_diary::exchange::{OtherFile, Problems};
use ldn_diary::forms::{Problem, field};
use ldn_diary::import_plan::ImportError;
use ldn_diary::store::{KeepError, RecordError, StoreError, Undeleted, Unreadable};
use ldn_diary::words::{Said, catalogue, dates, in_language, names};

/// A language in which nothing is English: each letter has a mark, the whole is longer, and what is filled in stays in place.
pub(crate) fn pseudo() -> &'static [&'static str] {
    let said = catalogue().map(|(_, english)| &*Box::leak(strange(english).into_boxed_str()));
    Box::leak(said.collect::<Vec<_>>().into_boxed_slice())
}

/// "Pain" becomes "⟦Päin~~⟧". The marks of a pattern, their letters and the keys of its variants stay.
fn strange(english: &str) -> String {
    let mut said = String::from("⟦");
    let mut letters = english.chars();
    while let Some(letter) = letters.next() {
        said.push(match letter {
            'a' => 'ä',
            'e' => 'ë',
            'i' => 'ï',
            'o' => 'ö',
            'u' => 'ü',
            letter => letter,
        });
        let unchanged: usize = match letter {
            '\u{1}' => 2,
            '\u{2}' => 1,
            '\u{3}' => {
                said.extend(letters.by_ref().take_while(|letter| *letter != '\u{4}'));
                said.push('\u{4}');
                0
            }
            _ => 0,
        };
        said.extend(letters.by_ref().take(unchanged));
    }
    said.push_str("~~⟧");
    said
}

#[test]
fn another_language_is_said_in_place_of_english_and_only_where_it_is_asked_for() {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let say = || (names::item(StandardItem::Pain).to_owned(), dates::full(date));
    assert_eq!(say(), ("Pain".to_owned(), "22 November 2026".to_owned()));
    let strange = in_language(pseudo(), say);
    assert_eq!(strange.0, "⟦Päïn~~⟧");
    assert_eq!(strange.1, "⟦22 ⟦Növëmbër~~⟧ 2026~~⟧");
    assert_eq!(say().0, "Pain");
}

#[test]
fn a_language_that_lacks_a_message_says_it_in_english() {
    assert_eq!(in_language(&[], || names::item(StandardItem::Pain)), "Pain");
}

#[test]
fn no_message_is_empty_has_an_edge_of_blanks_or_a_straight_quotation_mark() {
    for (name, english) in catalogue() {
        assert!(!english.is_empty() && english.trim() == english, "{name}: {english:?}");
        assert!(!english.contains('"'), "{name}: {english:?}");
    }
}

#[test]
fn no_sentence_is_said_by_two_messages() {
    let mut said = std::collections::BTreeMap::new();
    for (name, english) in catalogue().filter(|(_, english)| english.ends_with('.')) {
        assert_eq!(said.insert(english, name), None, "{name}: {english:?}");
    }
}

/// Whether all that is said stands in messages: nothing but the ends of lines is outside of their marks.
fn all_in_marks(said: &str) -> bool {
    let mut depth = 0_i32;
    said.chars().all(|letter| {
        depth += i32::from(letter == '⟦') - i32::from(letter == '⟧');
        depth > 0 || matches!(letter, '⟧' | '\n')
    })
}

/// Every error that files of all kinds lead to is said in the language that is set.
#[test]
fn what_is_wrong_in_a_file_is_said_in_the_language_that_is_set() {
    let whole = |fields: &str| format!(r#"{{"format": "ldn-diary", "version": 1, {fields}}}"#);
    let day = |fields: &str| whole(&format!(r#""days": [{{"date": "2026-01-05", {fields}}}]"#));
    let at = r#""recorded_at": "2026-01-05T21:00:00+01:00""#;
    let pseudo = pseudo();
    for file in [
        String::new(),
        "{}".to_owned(),
        "{".to_owned(),
        "%PDF-1.7".to_owned(),
        "PK\u{3}\u{4}".to_owned(),
        "GIF8".to_owned(),
        "SQLite format 3".to_owned(),
        "<html>".to_owned(),
        "<data>".to_owned(),
        "OggS".to_owned(),
        "Rar!\u{1a}".to_owned(),
        "{\\rtf".to_owned(),
        "BEGIN:VCALENDAR".to_owned(),
        "BEGIN:VCARD".to_owned(),
        "date,phase\n".to_owned(),
        r#"{"resourceType": 1}"#.to_owned(),
        r#"{"format": "ldn-diary-analysis"}"#.to_owned(),
        r#"{"format": "ldn-diary-rescue"}"#.to_owned(),
        r#"{"format": "ldn-diary", "version": 2}"#.to_owned(),
        "{\0\"\0".to_owned(),
        whole("\"x\": oops"),
        whole(&format!("\"x\": {}{}", "[".repeat(70), "]".repeat(70))),
        whole(r#""counts": {"days": 3}, "days": []"#),
        whole(r#""counts": {"phases": 3}, "days": []"#),
        whole(r#""days": 5"#),
        whole(r#""days": [], "days": []"#),
        whole(&format!(r#""days": [{}0]"#, "0,".repeat(40_000))),
        whole(&format!(r#""days": [{}0]"#, "0,".repeat(30))),
        whole(r#""deleted_days": [{}], "phases": 1, "dose_steps": [{}, 2, {"from": "2026-01-05", "micrograms": 0.5}]"#),
        whole(r#""phases": [{"kind": "trial", "from": "soon"}, {"from": "1850-01-01"}]"#),
        whole(r#""phases": [{"kind": "ldn", "from": "2026-01-05"}, {"kind": "ldn", "from": "2026-01-05"}]"#),
        whole(r#""dose_steps": [{"from": "2026-01-05", "micrograms": 9000000}]"#),
        whole(
            r#""settings": {"condition": "12345678901234567890123456789012345678901", "day_ends_at": "07:00",
            "own_items": [{"id": "A", "name": "", "better": "up", "archived": 1}, {"id": "pain", "name": "x"}],
            "own_side_effects": [3], "walking_support_on": 2}"#,
        ),
        whole(
            r#""settings": {"day_ends_at": "soon", "items_on": ["A", 1], "side_effects_on": ["headache", "headache"]}"#,
        ),
        day(r#""recorded_at": "never", "edited_at": 1"#),
        day(r#""note": 1"#),
        day(&format!(r#"{at}, "note": "{}", "tags": ["", 1]"#, "x".repeat(2_001))),
        day(&format!(
            r#"{at}, "items": {{"pain": 150, "fatigue": 0.5}}, "side_effects": {{"nausea": 1}}, "odd": 1, "odd": 2"#
        )),
        day(&format!(
            r#"{at}, "dose_taken": 1, "left_out": 1, "walking_support": 1, "rescue_medicine": 1, "items": 1"#
        )),
        day(&format!(r#"{at}, "dose_taken": {{"micrograms": -1}}"#)),
    ] {
        let today = LAST_DATE;
        let error = match backup::open_bytes(file.as_bytes(), today) {
            Ok(read) => BackupError::Problems(read.problems),
            Err(error) => error,
        };
        assert_ne!(error, BackupError::Problems(Problems::default()), "{file}");
        let said = in_language(pseudo, || error.said());
        assert!(all_in_marks(&said), "{error:?}: {said}");
        assert_ne!(said, error.said());
    }
    for (bytes, line) in [
        (&b"caf\xe9"[..], "1"),
        (b"a\n\xf5\x00\x01", "2"),
        (b"\xff\xfe\0\0a\0\0\0", "UTF-32"),
    ] {
        let error = backup::open_bytes(bytes, LAST_DATE).unwrap_err();
        let said = in_language(pseudo, || error.said());
        assert!(all_in_marks(&said) && said.contains(line), "{said}");
    }
}

#[test]
fn every_error_is_said_in_the_language_that_is_set() {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let too_late = DateOutOfRange(date);
    let id = OwnId::new("own_1").unwrap();
    let errors: Vec<Box<dyn Said>> = vec![
        Box::new(RatingError::OutOfScale(-1)),
        Box::new(DoseError::UnitMissing),
        Box::new(DoseError::NotADose),
        Box::new(DoseError::TooFine),
        Box::new(DoseError::TooLarge),
        Box::new(NoteError::TooLong(3_000)),
        Box::new(NameError::Empty),
        Box::new(NameError::TooLong(50)),
        Box::new(DayError::Future(date)),
        Box::new(DayError::OutOfRange(too_late)),
        Box::new(DayError::NoAnswer(date)),
        Box::new(DayEndError::NotATime),
        Box::new(DayEndError::OutOfRange),
        Box::new(OwnIdError::BadText),
        Box::new(OwnIdError::Standard),
        Box::new(SettingsError::TooManyOwnItems),
        Box::new(SettingsError::SameId(id.clone())),
        Box::new(SettingsError::OnTwice("pain".into())),
        Box::new(SettingsError::NoSuchId(id)),
        Box::new(TreatmentError::PhasesOutOfOrder(date)),
        Box::new(TreatmentError::DoseStepsOutOfOrder(date)),
        Box::new(TreatmentError::PhaseExists(date)),
        Box::new(TreatmentError::DoseStepExists(date)),
        Box::new(TreatmentError::NoSuchPhase),
        Box::new(TreatmentError::NoSuchDoseStep(date)),
        Box::new(TreatmentError::OutsidePhase(date)),
        Box::new(TreatmentError::PassesNeighbour(date)),
        Box::new(Problem::NoDay),
        Box::new(Problem::NoDose),
        Box::new(Problem::DoseOfNone),
        Box::new(Problem::BadDose(DoseError::TooFine)),
        Box::new(Problem::NoForm),
        Box::new(Problem::Step(1, Box::new(Problem::NoDay))),
        Box::new(Problem::Step(2, Box::new(Problem::DoseOfNone))),
        Box::new(Problem::StepTooEarly(3)),
        Box::new(Problem::Misfit(TreatmentError::PhaseExists(date))),
        Box::new(Problem::BadName("name", NameError::Empty)),
        Box::new(Problem::NoBetter),
        Box::new(Problem::NoRoom(field::ITEM_NAME, SettingsError::TooManyOwnItems)),
        Box::new(Problem::NoRoom(field::MEDICINE_NAME, SettingsError::TooManyMedicines)),
        Box::new(Problem::MedicineTaken(crate::support::name("Tramadol"))),
        Box::new(Problem::NoDate),
        Box::new(Problem::WrongOrder),
        Box::new(Problem::NoItem),
        Box::new(BackupError::TooLarge),
        Box::new(TooMuch::Days(50_000)),
        Box::new(TooMuch::OwnThings(2_000)),
        Box::new(TooMuch::Bytes),
        Box::new(ImportError::Here),
        Box::new(KeepError::Store(StoreError::Blocked)),
        Box::new(KeepError::Store(StoreError::Full)),
        Box::new(KeepError::Store(StoreError::Silent)),
        Box::new(KeepError::Store(StoreError::Clings)),
        Box::new(KeepError::Store(StoreError::Failed("AbortError".into()))),
        Box::new(KeepError::ReadBack),
        Box::new(KeepError::Newer),
        Box::new(KeepError::Deleted),
        Box::new(Undeleted::InLocal(StoreError::Silent)),
        Box::new(Undeleted::InDurable(StoreError::Full)),
        Box::new(Undeleted::Everywhere(StoreError::Blocked)),
        Box::new(Unreadable::Record(RecordError::NotARecord)),
        Box::new(Unreadable::Record(RecordError::Checksum)),
        Box::new(Unreadable::Record(RecordError::WrongPlace)),
        Box::new(Unreadable::Record(RecordError::Newer)),
        Box::new(Unreadable::Body(BackupError::TooDeep)),
        Box::new(Unreadable::SetAsideBefore),
        Box::new(Unreadable::UnknownName),
    ];
    let pseudo = pseudo();
    for error in errors {
        let (english, strange) = (error.said(), in_language(pseudo, || error.said()));
        assert!(english.ends_with('.'), "{english}");
        assert!(all_in_marks(&strange), "{strange}");
    }
}

#[test]
fn what_is_said_of_tables_is_said_in_the_language_that_is_set() {
    let errors: Vec<TableError> = vec![
        TableError::TooLarge,
        TableError::Empty,
        TableError::TooManyRows,
        TableError::TooManyColumns,
        TableError::OpenQuote(2),
        TableError::NoDate,
        TableError::NoRows,
        TableError::Backup,
        TableError::NothingPacked,
        TableError::Locked,
        TableError::Damaged,
        TableError::NotText(DecodeError::Utf32),
        TableError::NotText(DecodeError::Truncated),
        TableError::Other(OtherFile::Pdf),
        TableError::Program(NoTable::Json),
        TableError::Program(NoTable::AppleHealth),
        TableError::Program(NoTable::OldExcel),
        TableError::Program(NoTable::OpenDocument),
        TableError::Program(NoTable::Document),
        TableError::Program(NoTable::DaylioBackup),
    ];
    // Lines of lists.
    let listed: Vec<Box<dyn Said>> = vec![
        Box::new(Program::Own),
        Box::new(Program::Bearable),
        Box::new(Program::Daylio),
        Box::new(Program::MigraineBuddy),
        Box::new(Program::TrackAndGraph),
        Box::new(Program::MedTimer),
        Box::new(Program::Visible),
        Box::new(Program::Flaredown),
        Box::new(Program::EMoods),
        Box::new(Program::GoogleForms),
        Box::new(Program::Fitbit),
        Box::new(Program::Oura),
        Box::new(Program::Samsung),
        Box::new(Program::Nomie),
        Box::new(Program::DailyYou),
        Box::new(Program::Other),
        Box::new(Program::Sheet),
        Box::new(Reason::NotANumber),
        Box::new(Reason::OffScale { least: 0, most: 10 }),
        Box::new(Reason::ScaleNotSaid),
        Box::new(Reason::ZeroNotSaid),
        Box::new(Reason::OtherWord),
        Box::new(Reason::NotYesOrNo),
        Box::new(Reason::NotADose),
        Box::new(Reason::UnitNotSaid),
        Box::new(Reason::NotAnInstant),
        Box::new(Reason::TagTooLong),
        Box::new(Reason::NoteTooLong),
        Box::new(Reason::NoDate),
        Box::new(Reason::NotADate),
        Box::new(Reason::DayOrMonth),
        Box::new(Reason::DatesDisagree),
        Box::new(Reason::OutOfTime),
        Box::new(Reason::MoreCells),
        Box::new(Reason::NotTaken),
        Box::new(Reason::TooManyOwn),
        Box::new(Reason::NotAName),
        Box::new(Why::Empty),
        Box::new(Why::Unknown),
        Box::new(Why::Weekday),
        Box::new(Why::Technical),
        Box::new(Why::Measured),
        Box::new(Why::Hours),
        Box::new(Why::OtherMedicine),
        Box::new(Why::SameAs("Pain".into())),
        Box::new(Why::OtherTime),
        Box::new(Why::WorkedOut),
        Box::new(Why::TooManyOwn),
        Box::new(Why::NotWanted),
    ];
    let pseudo = pseudo();
    for error in errors {
        let (english, strange) = (error.said(), in_language(pseudo, || error.said()));
        assert!(english.ends_with('.') && all_in_marks(&strange), "{english} {strange}");
    }
    for line in listed {
        let (english, strange) = (line.said(), in_language(pseudo, || line.said()));
        assert!(!english.ends_with('.') && all_in_marks(&strange), "{english} {strange}");
    }
}
