//! What the doctor gets, for diaries of every kind: page 1 is one page, and the PDF file is whole.

use std::process::{Command, Stdio};

use crate::support::{self, date};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use ldn_diary::diary::{
    Answers, Count, Day, Diary, Direction, Dose, FIRST_DATE, GlobalChange, ItemId, LAST_DATE, Name, Note, OwnId,
    OwnItem, OwnSideEffect, PhaseKind, Rating, SideEffectId, StandardItem, StandardSideEffect, Unknown,
};
use ldn_diary::exchange::{backup, fhir};
use ldn_diary::papers::{self, Kind, Request};
use ldn_diary::pdf::{self, Fonts};
use ldn_diary::report::{Choices, Paper, Report};
use ldn_diary::visits::{self, Visit};
use ldn_diary::words::Said as _;
use proptest::prelude::*;

const LETTERS: &[u8] = include_bytes!("../../public/report-fonts.bin");
const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");
const FIRST_WEEKS: &str = include_str!("../fixtures/cases/diary-first-weeks.json");

fn choices(to: NaiveDate, paper: Paper) -> Choices {
    Choices {
        every_day: true,
        notes: true,
        paper,
        ..support::choices(to)
    }
}

/// A diary of so many days that ends on 7 June 2026, with every item and side effect rated on most of them. Values come
/// from a fixed rule, so that each run sees the same.
fn long(days: u64) -> Diary {
    let last = date("2026-06-07");
    let mut diary = Diary::default();
    for back in (0..days).rev().filter(|back| back % 9 != 4) {
        let date = last - Days::new(back);
        let mut answers = Answers::default();
        for (place, item) in (0_i64..).zip(StandardItem::ALL) {
            let value = (i64::try_from(back).unwrap() * 37 + place * 29) % 101;
            answers.items.insert(item.into(), Rating::new(value).unwrap());
        }
        for (place, effect) in (0_u64..).zip(StandardSideEffect::ALL) {
            answers.side_effects.insert(effect.into(), (back + place) % 5 == 0);
        }
        answers.note = Note::new("Cold, damp day – Ærø, Łódź, Αθήνα, Київ").unwrap();
        diary.put_day(Day::restore(date, evening(date), None, answers));
    }
    diary
}

fn evening(date: NaiveDate) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{date}T21:00:00+02:00")).unwrap()
}

/// With so many further phases, each some days long, and a dose step in each.
fn with_phases(mut diary: Diary, count: u64, each: u64) -> Diary {
    let first = diary.first_day().unwrap();
    let kinds = [PhaseKind::Ldn, PhaseKind::Placebo, PhaseKind::Washout];
    for index in 0..count {
        let from = first + Days::new(14 + index * each);
        let kind = kinds[usize::try_from(index).unwrap() % kinds.len()].clone();
        diary.treatment = diary.treatment.start_phase(kind.clone(), from, None).unwrap();
        if kind == PhaseKind::Ldn {
            let dose = Dose::from_micrograms(500 + index * 250).unwrap();
            diary.treatment = diary.treatment.change_dose(from, dose).unwrap();
        }
    }
    diary
}

/// With own items and side effects, a condition and answers whose names are as wide as names get.
fn with_wide_names(diary: Diary) -> Diary {
    let wide = |c: char| Name::new(&c.to_string().repeat(40)).unwrap();
    let items = ["own_1", "own_2", "own_3", "own_4", "own_5", "own_6"].map(|id| OwnItem {
        id: OwnId::new(id).unwrap(),
        name: wide('W'),
        better: Direction::HigherIsBetter,
        archived: false,
        unknown: Unknown::default(),
    });
    let effects = ["effect_1", "effect_2"].map(|id| OwnSideEffect {
        id: OwnId::new(id).unwrap(),
        name: wide('M'),
        archived: false,
        unknown: Unknown::default(),
    });
    let mut settings = diary.settings.clone().with_own_items(items.to_vec()).unwrap();
    settings = settings.with_own_side_effects(effects.to_vec()).unwrap();
    for letter in ['A', 'B', 'Ж'] {
        settings = settings.with_medicine(wide(letter), Some(wide('M'))).unwrap();
    }
    for letter in ["M", "W", "Ш"] {
        // As long as one on page 1 may be.
        let unit = Name::new("50 mg").unwrap();
        let name = Name::new(&letter.repeat(20)).unwrap();
        settings = settings.with_medicine(name, Some(unit)).unwrap();
    }
    settings.condition = Some(wide('Ш'));
    let medicines: Vec<OwnId> = settings.medicines().iter().map(|own| own.id.clone()).collect();
    let days = diary.days().map(|day| {
        let mut answers = day.answers().clone();
        for item in &items {
            answers
                .items
                .insert(ItemId::Own(item.id.clone()), Rating::new(60).unwrap());
        }
        for effect in &effects {
            answers.side_effects.insert(SideEffectId::Own(effect.id.clone()), true);
        }
        answers.medicines = medicines.iter().map(|id| (id.clone(), Count::MAX)).collect();
        answers.rescue_medicine = Some(true);
        answers.walking_support = Some(true);
        Day::restore(day.date(), day.recorded_at(), None, answers)
    });
    Diary::restore(settings, diary.treatment.clone(), days.collect::<Vec<_>>())
}

/// With as much beside the final answer as page 1 takes, and an impression that points another way (D9).
fn contradicted(mut diary: Diary) -> Diary {
    let at = support::at("2026-04-12T21:00:00+02:00");
    diary.rest.write((1, date("2026-04-12")), at, |written| {
        written.global_change = Some(GlobalChange::VeryMuchWorse);
        written.decided = Note::new(&"MW ".repeat(200)).unwrap();
    });
    let report = Report::of(&diary, &choices(date("2026-06-07"), Paper::A4));
    assert!(report.card.iter().any(|line| line.text.contains("different ways")));
    diary
}

/// With a visit on a day, and questions as long as they get of such letters.
fn with_visit(mut diary: Diary, on: NaiveDate, letters: &str) -> Diary {
    let long = |most: usize| letters.chars().cycle().take(most).collect::<String>();
    let visit = Visit {
        date: on,
        time: visits::time_of_day("14:30"),
        with: Some(long(visits::MAX_WITH_CHARS)),
        questions: vec![long(visits::MAX_QUESTION_CHARS); visits::MAX_QUESTIONS],
        decided: None,
        put_away: false,
        changed_at: evening(on),
        unknown: serde_json::Map::new(),
    };
    visits::put(&mut diary.rest, "1", &visit);
    diary
}

fn sample(text: &str) -> Diary {
    backup::read(text, LAST_DATE).unwrap()
}

/// Diaries of every length, each with the day of its report.
fn diaries() -> Vec<(&'static str, Diary, NaiveDate)> {
    let last = date("2026-06-07");
    vec![
        ("empty", Diary::default(), last),
        ("one day", long(1), last),
        ("two weeks", long(14), last),
        ("first weeks", sample(FIRST_WEEKS), date("2026-04-05")),
        ("22 weeks", sample(STANFORD), last),
        ("two years", with_phases(long(730), 5, 120), last),
        ("ten years", with_phases(long(3650), 60, 60), last),
        ("wide names", with_wide_names(with_phases(long(200), 3, 40)), last),
        (
            "wide names, more phases",
            with_wide_names(with_phases(long(400), 6, 40)),
            last,
        ),
        ("many phases", with_phases(long(400), 90, 4), last),
        ("contradicted", contradicted(sample(STANFORD)), last),
        (
            "wide names, contradicted",
            contradicted(with_wide_names(sample(STANFORD))),
            last,
        ),
    ]
}

fn pages(file: &[u8]) -> usize {
    let text = String::from_utf8_lossy(file);
    text.matches("/Type /Page\n").count() + text.matches("/Type /Page ").count()
}

fn all_items(diary: &Diary) -> Vec<ItemId> {
    papers::rated_items(diary)
}

// R1: one page, whatever there is.
#[test]
fn page_1_is_one_page_in_a4_and_letter() {
    let fonts = Fonts::read(LETTERS).unwrap();
    for (name, diary, to) in diaries() {
        for paper in [Paper::A4, Paper::Letter] {
            let mut wide = choices(to, paper);
            wide.items = all_items(&diary);
            wide.name = Some("M".repeat(80));
            let asked = with_visit(diary.clone(), to, "W");
            let worded = with_visit(diary.clone(), to, "How long does it take to ");
            for (diary, choices) in [
                (&diary, choices(to, paper)),
                (&diary, wide.clone()),
                (&worded, choices(to, paper)),
                (&worded, wide.clone()),
                (&asked, choices(to, paper)),
                (&asked, wide),
            ] {
                let mut report = Report::of(diary, &choices);
                report.further.clear();
                report.notes.clear();
                assert_eq!(pages(&pdf::write(&report, &fonts)), 1, "{name}, {paper:?}");
            }
        }
    }
}

// Questions as they are asked take no table off page 1.
#[test]
fn questions_of_usual_length_leave_both_tables_on_page_1() {
    let last = date("2026-06-07");
    for (letters, chars, papers) in [
        ("How long shall I take it? ", 60, &[Paper::A4, Paper::Letter][..]),
        ("Shall I go on as it is? ", 140, &[Paper::A4]),
    ] {
        let mut diary = with_visit(sample(STANFORD), last, letters);
        let mut visit = visits::get(&diary.rest, "1").unwrap();
        for question in &mut visit.questions {
            *question = question.chars().take(chars).collect();
        }
        visit.with = Some("Dr Lind".into());
        visits::put(&mut diary.rest, "1", &visit);
        for paper in papers {
            let report = Report::of(&diary, &choices(last, *paper));
            assert_eq!((report.visit.len(), report.tables.len()), (4, 2), "{letters} {paper:?}");
        }
    }
}

// The drawing takes the room that is left: page 1 is full, and the drawing is not shrunk while its plots can be lower.
#[test]
fn the_drawing_fills_page_1_of_the_pdf_file() {
    let fonts = Fonts::read(LETTERS).unwrap();
    let last = date("2026-06-07");
    for (name, diary) in [
        ("22 weeks", sample(STANFORD)),
        ("two years", with_phases(long(730), 5, 120)),
    ] {
        for paper in [Paper::A4, Paper::Letter] {
            let mut report = Report::of(&diary, &choices(last, paper));
            report.further.clear();
            report.notes.clear();
            let path = std::env::temp_dir().join(format!("ldn-diary-full-{}.pdf", std::process::id()));
            std::fs::write(&path, pdf::write(&report, &fonts)).unwrap();
            let said = tool("pdftotext", &["-bbox", path.to_str().unwrap(), "-"]);
            std::fs::remove_file(&path).unwrap();
            let Some((_, said)) = said else { return };
            let line = said.lines().find(|line| line.contains(">fingerprint<")).unwrap();
            let bottom: f64 = line
                .split("yMax=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .parse()
                .unwrap();
            let edge = (paper.size().1 - Paper::MARGIN) * 72.0 / 25.4;
            assert!(
                (edge - 12.0..=edge + 1.0).contains(&bottom),
                "{name}, {paper:?}: {bottom} of {edge}"
            );
        }
    }
}

#[test]
fn the_pages_behind_hold_every_day_and_every_note() {
    let fonts = Fonts::read(LETTERS).unwrap();
    let diary = long(730);
    let report = Report::of(&diary, &choices(date("2026-06-07"), Paper::A4));
    let every_day = report
        .further
        .iter()
        .find(|table| table.caption == "Every day")
        .unwrap();
    // A gap is one row of one cell.
    let rows = every_day.rows.iter().filter(|row| row.len() > 1).count();
    assert_eq!((rows, report.notes.len()), (diary.days().len(), diary.days().len()));
    let count = pages(&pdf::write(&report, &fonts));
    assert!((15..60).contains(&count), "{count} pages");
}

#[test]
fn the_fonts_have_latin_greek_and_cyrillic_and_say_what_they_lack() {
    let fonts = Fonts::read(LETTERS).unwrap();
    for covered in [
        "ÄÖÜäöüß éèêñç Łódź ğış őű ţș Ærø ħ Ελλάδα ήώ Київ Ђорђе Қазақ Việt ệ 32 %",
        "pain ≥ 5 & ≤ 8, 4.5 → 3 mg ≈ ✓ ✗ ↑ ← ↓ ↔ ↗ ↘ ⇒ ≠ < > ½ ¼ ¾ ⅛ ° ± × ÷ − √ ∑ ∞ µ μ Ω α β Δ m² 10⁶ H₂O",
        "• … – — ― ‐ ‑ “ ” „ ‚ ‘ ’ « » ‹ › € £ ¥ ¢ § ¶ † ™ ® © № ¿ ¡ ✔ ✘ ☐ ☑ ☒ ● ○ ■ □ ▲ ▼ ★ ♥ ❤️ ➡️ ⬆️ ✅ ❌ ⭐ 🙂 🙁 😐 \u{2009}\u{3000}\u{202d}\u{2066}",
    ] {
        assert_eq!(fonts.lacking([(None, covered)]), []);
    }
    let lacking = fonts.lacking([(None, "ض"), (Some("5 Jan"), "😴 ✓ 😴"), (Some("6 Jan"), "😴 ض")]);
    let found = |sign, days: &[&str], elsewhere| pdf::Lacking {
        sign,
        days: days.iter().map(|day| (*day).to_owned()).collect(),
        elsewhere,
    };
    assert_eq!(
        lacking,
        [found('ض', &["6 Jan"], true), found('😴', &["5 Jan", "6 Jan"], false)]
    );
    assert!(Fonts::read(&LETTERS[..LETTERS.len() - 3]).is_err());
    assert!(Fonts::read(b"").is_err());
    assert!(Fonts::read(b"<!doctype html>").is_err());
}

fn request(items: &[&str]) -> Request {
    Request {
        from: "1900-01-01".into(),
        to: "2026-06-07".into(),
        made_on: "2026-06-07".into(),
        items: items.iter().map(|item| (*item).to_owned()).collect(),
        every_day: true,
        notes: false,
        name: String::new(),
        paper: Paper::A4,
        late_days: true,
        imported_days: true,
        about_me: false,
        visits: true,
    }
}

#[test]
fn letters_that_the_pdf_file_lacks_are_said_and_the_html_file_has_them() {
    let mut diary = sample(STANFORD);
    diary.settings.condition = Some(Name::new("ضبابية الدماغ").unwrap());
    let text = backup::text(&diary);
    let why = papers::make(&Kind::Pdf, &text, &request(&["pain"]), LETTERS)
        .unwrap_err()
        .said();
    assert!(why.contains('ض') && why.contains("web page file"), "{why}");
    let html = String::from_utf8(papers::make(&Kind::Html, &text, &request(&["pain"]), &[]).unwrap()).unwrap();
    assert!(html.contains("<bdi>ضبابية الدماغ</bdi>"));
    diary.settings.condition = Some(Name::new("tired 😴😴 and more").unwrap());
    let text = backup::text(&diary);
    let why = papers::make(&Kind::Pdf, &text, &request(&["pain"]), LETTERS).unwrap_err();
    assert!(why.said().contains("😴 (in a name"), "{}", why.said());
    let file = papers::make(&Kind::PdfWithoutSigns, &text, &request(&["pain"]), LETTERS).unwrap();
    let path = std::env::temp_dir().join(format!("ldn-diary-emoji-{}.pdf", std::process::id()));
    std::fs::write(&path, file).unwrap();
    if let Some((_, said)) = tool("pdftotext", &["-layout", path.to_str().unwrap(), "-"]) {
        assert!(said.contains("tired [sign] and more"), "{said}");
    }
    std::fs::remove_file(&path).unwrap();
}

/// The sample with notes on its last days.
fn with_notes(notes: &[&str]) -> Diary {
    let mut diary = sample(STANFORD);
    let days: Vec<Day> = diary.days().rev().take(notes.len()).cloned().collect();
    for (day, note) in days.into_iter().zip(notes) {
        let mut answers = day.answers().clone();
        answers.note = Note::new(note).unwrap();
        diary.put_day(Day::restore(day.date(), day.recorded_at(), None, answers));
    }
    diary
}

// What can't be written is named with its days, before there is a file: nothing is replaced in silence.
#[test]
fn every_sign_of_a_note_is_drawn_or_named_with_its_days() {
    let wanted = Request {
        notes: true,
        ..request(&["pain"])
    };
    let make = |notes: &[&str]| papers::make(&Kind::Pdf, &backup::text(&with_notes(notes)), &wanted, LETTERS);
    let usual = "pain ≥ 5 & ≤ 8, 4.5 → 3 mg ≈ ✓ ✗ ↑ ↓ ½ °C ± × ÷ µg Ω α β ∞ „ja“ « oui » 12 € ❤️ 🙂 🙁";
    let path = std::env::temp_dir().join(format!("ldn-diary-signs-{}.pdf", std::process::id()));
    std::fs::write(&path, make(&[usual]).unwrap()).unwrap();
    if let Some((_, said)) = tool("pdftotext", &[path.to_str().unwrap(), "-"]) {
        let plain = |text: &str| text.replace(['\u{fe0f}', '\n', ' '], "");
        assert!(
            plain(&said).contains(&plain(usual)) && !said.contains("[sign]"),
            "{said}"
        );
    }
    std::fs::remove_file(&path).unwrap();
    let said = |notes: &[&str]| make(notes).unwrap_err().said();
    let why = said(&["so tired 😴", "", "😴 and 雾"]);
    assert!(
        why.contains("😴 (note of ") && why.contains("7 Jun") && why.contains("4 Jun"),
        "{why}"
    );
    assert!(
        why.contains("雾 (note of ") && why.contains("Print the report"),
        "{why}"
    );
    let why = said(&["😀😁😂🤣😃😄", "😀", "😀", "😀", "😀"]);
    assert!(
        why.contains("and 2 more days") && why.contains("and 1 more sign"),
        "{why}"
    );
}

// The patient chooses what goes in: that holds for every file.
#[test]
fn what_was_not_chosen_is_in_no_file() {
    let mut diary = sample(STANFORD);
    let day = diary.day(date("2026-06-07")).unwrap();
    let mut answers = day.answers().clone();
    answers.note = Note::new("SECRET").unwrap();
    diary.put_day(Day::restore(day.date(), day.recorded_at(), None, answers));
    let text = backup::text(&diary);
    for kind in [
        Kind::Html,
        Kind::Csv,
        Kind::CommaCsv,
        Kind::LongCsv,
        Kind::Fhir("2026-06-07T21:00:00+02:00".into()),
        Kind::Svg("pain".into()),
    ] {
        let file = String::from_utf8(papers::make(&kind, &text, &request(&["pain"]), &[]).unwrap()).unwrap();
        assert!(!file.contains("SECRET"), "{kind:?}");
    }
    let report = String::from_utf8(papers::make(&Kind::Html, &text, &request(&["pain"]), &[]).unwrap()).unwrap();
    assert!(!report.contains("Fatigue"));
    let fails = |kind: Kind, text: &str, request: &Request| papers::make(&kind, text, request, &[]).is_err();
    assert!(fails(Kind::Svg("stress".into()), &text, &request(&["pain"])));
    assert!(fails(Kind::Svg("No id".into()), &text, &request(&["pain"])));
    assert!(fails(Kind::Preview, "{}", &request(&["pain"])));
    assert!(fails(Kind::Preview, &text, &request(&["No id"])));
}

// F2: an empty cell is a missing answer, so what was answered stands in every data file, whatever the report shows.
#[test]
fn data_files_hold_every_rating() {
    let mut diary = with_wide_names(sample(STANFORD));
    let day = diary.day(date("2026-06-07")).unwrap();
    let mut answers = day.answers().clone();
    answers
        .items
        .insert(StandardItem::Stress.into(), Rating::new(77).unwrap());
    diary.put_day(Day::restore(day.date(), day.recorded_at(), None, answers));
    let text = backup::text(&diary);
    for kind in [Kind::Csv, Kind::LongCsv, Kind::Fhir("2026-06-07T21:00:00+02:00".into())] {
        let some = papers::make(&kind, &text, &request(&["pain"]), &[]).unwrap();
        let all: Vec<String> = all_items(&diary).iter().map(ToString::to_string).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        assert_eq!(
            some,
            papers::make(&kind, &text, &request(&all), &[]).unwrap(),
            "{kind:?}"
        );
        let some = String::from_utf8(some).unwrap();
        assert!(some.contains("77") && some.contains("own_6"), "{kind:?}");
    }
}

/// Where a tool is installed: its words about a file. The set-up of the tests installs these.
fn tool(program: &str, arguments: &[&str]) -> Option<(bool, String)> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let said = [output.stdout, output.stderr].concat();
    Some((output.status.success(), String::from_utf8_lossy(&said).into_owned()))
}

/// How many figures and tables hold their caption: each table as the first of its parts, and none has one anywhere else. A
/// table has rows, and every cell at a head says what it is the head of.
fn captions_inside(structure: &str, name: &str) -> usize {
    let lines: Vec<(usize, &str)> = structure
        .lines()
        .map(|line| (line.len() - line.trim_start().len(), line.trim()))
        .collect();
    let mut captions = 0;
    for (place, (depth, part)) in lines.iter().enumerate() {
        let (parts, attributes): (Vec<_>, Vec<_>) = lines[place + 1..]
            .iter()
            .take_while(|(deeper, _)| deeper > depth)
            .partition(|(_, part)| !part.starts_with('/'));
        let first = parts.first().map(|(_, part)| *part).unwrap_or_default();
        let inside: Vec<&str> = parts.iter().map(|(_, part)| *part).collect();
        if part.starts_with("Table") || part.starts_with("Figure") {
            assert!(first.starts_with("Caption"), "{name}: {part} begins with {first}");
            assert_eq!(inside.iter().filter(|part| part.starts_with("Caption")).count(), 1);
            captions += 1;
        } else if part.starts_with("TH") {
            assert!(attributes.iter().any(|(_, part)| part.starts_with("/Scope")), "{name}");
        }
    }
    let all = lines.iter().filter(|(_, part)| part.starts_with("Caption")).count();
    assert_eq!(all, captions, "{name}: a caption stands alone");
    captions
}

// A note that goes on on the next page says there of which day it is.
#[test]
fn a_note_over_a_page_break_keeps_its_date() {
    let long = "It was a long day, and much is to be told of it. ".repeat(40);
    let notes = vec![&*long; 20];
    let mut wanted = choices(date("2026-06-07"), Paper::A4);
    (wanted.notes, wanted.every_day) = (true, false);
    let report = Report::of(&with_notes(&notes), &wanted);
    let fonts = Fonts::read(LETTERS).unwrap();
    let path = std::env::temp_dir().join(format!("ldn-diary-long-note-{}.pdf", std::process::id()));
    std::fs::write(&path, pdf::write(&report, &fonts)).unwrap();
    let said = tool("pdftotext", &["-layout", "-f", "3", path.to_str().unwrap(), "-"]);
    std::fs::remove_file(&path).unwrap();
    let Some((_, said)) = said else { return };
    let dates: Vec<&str> = report.notes.iter().map(|(date, _)| &**date).collect();
    let pages: Vec<&str> = said.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 2, "{said}");
    for page in pages {
        let first = page.lines().find(|line| !line.trim().is_empty()).unwrap().trim();
        let day = first.strip_suffix(" (continued)").unwrap_or(first);
        assert!(dates.contains(&day), "{first}");
    }
    assert!(said.contains("(continued)"), "{said}");
}

#[test]
fn other_programs_can_read_the_file_and_find_its_text_and_its_parts() {
    let fonts = Fonts::read(LETTERS).unwrap();
    let folder = std::env::temp_dir().join(format!("ldn-diary-pdf-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, diary, to) in diaries() {
        let path = folder.join(format!("{name}.pdf"));
        let report = Report::of(&diary, &choices(to, Paper::A4));
        std::fs::write(&path, pdf::write(&report, &fonts)).unwrap();
        let path = path.to_str().unwrap();
        if let Some((ok, said)) = tool("qpdf", &["--check", path]) {
            assert!(ok, "{name}: {said}");
        }
        if let Some((ok, said)) = tool("pdftotext", &["-layout", "-l", "1", path, "-"]) {
            let finding: String = report.finding.iter().map(|words| words.text.as_str()).collect();
            let plain = |text: &str| {
                text.replace('\u{a0}', " ")
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            assert!(ok && plain(&said).contains(&plain(&finding)), "{name}: {said}");
        }
        if let Some((_, said)) = tool("pdffonts", &[path]) {
            let fonts: Vec<&str> = said.lines().skip(2).collect();
            assert!(
                !fonts.is_empty() && fonts.iter().all(|font| font.contains("yes yes yes")),
                "{said}"
            );
        }
        if let Some((_, said)) = tool("pdfinfo", &["-struct", path]) {
            for part in ["Document", "H1", "P (block)"] {
                assert!(said.contains(part), "{name}: {said}");
            }
            assert_eq!(said.contains("Figure"), report.picture.is_some());
            let captions = captions_inside(&said, name);
            let tables = report.tables.len() + report.further.len();
            assert_eq!(captions, tables + usize::from(report.picture.is_some()), "{name}");
        }
        if let Some((_, said)) = tool("pdfinfo", &["-meta", path]) {
            for part in [
                "<pdfuaid:part>1</pdfuaid:part>",
                "<pdf:Producer>LDN Diary</pdf:Producer>",
                "<dc:language><rdf:Bag><rdf:li>en</rdf:li>",
                &["x-default\">", &report.name_of_document(), "<"].concat(),
            ] {
                assert!(said.contains(part), "{name}: {part} in {said}");
            }
        }
        if let Some((_, said)) = tool("pdfinfo", &[path]) {
            assert!(
                said.contains("Tagged:          yes") && said.contains("Title:           Symptom diary"),
                "{said}"
            );
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

proptest! {
    #![proptest_config(crate::cases(48))]

    // Nothing panics on data, and no file is without its end.
    #[test]
    fn any_diary_can_be_handed_over(diary in crate::generated::diary()) {
        let fonts = Fonts::read(LETTERS).unwrap();
        let to = diary.last_day().unwrap_or(LAST_DATE);
        let mut wanted = choices(to, Paper::Letter);
        wanted.items = all_items(&diary);
        // A diary of centuries draws each of its days; a hundred years are enough here.
        wanted.from = to.checked_sub_days(Days::new(36_500)).unwrap_or(FIRST_DATE);
        let report = Report::of(&diary, &wanted);
        prop_assert!(report.html().ends_with("</html>\n"));
        prop_assert!(pdf::write(&report, &fonts).ends_with(b"%%EOF"));
        let bundle = fhir::write(&diary, &crate::support::made_on(to));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&bundle).is_ok());
    }
}
