//! D10, R3: about me, and the naltrexone card.

use ldn_diary::about_me::{AboutMe, OtherMedicine};
use ldn_diary::diary::{Diary, Dose, Form, Name, PhaseKind, Settings, StartLdn, Treatment};
use ldn_diary::exchange::{backup, csv, fhir};
use ldn_diary::papers::{self, CardKind, PaperError};
use ldn_diary::picture::{Picture, Shape};
use ldn_diary::report::{Choices, Report};
use ldn_diary::wallet_card::{CARD, NoCard, SCREEN, WalletCard};
use proptest::prelude::*;

use crate::generated;
use crate::support::{choices, date, header, made_on};

const LETTERS: &[u8] = include_bytes!("../../public/report-fonts.bin");

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn on_ldn() -> Diary {
    let start = StartLdn {
        first_day: date("2026-01-19"),
        form: Form::Capsule,
        dose: Dose::from_milligrams("4.5").unwrap(),
        later_steps: Vec::new(),
    };
    let treatment = start.apply(&Treatment::default()).unwrap();
    Diary::restore(Settings::default(), treatment, [])
}

fn said(diary: &mut Diary) {
    let about = AboutMe {
        name: Some(name("Wilhelmina-Alexandra van der Ødegård-Sch")),
        conditions: vec![(name("Fibromyalgia"), Some(2011)), (name("CRPS"), None)],
        medicines: vec![OtherMedicine {
            name: name("Duloxetine 60 mg"),
            since: Some(name("March 2025")),
            until: None,
        }],
        prescriber: Some(name("Dr Lind, pain clinic of the university")),
        telephone: Some(name("+47 555 01 00")),
        pharmacy: Some(name("Kragerø Tablettproduksjon")),
        opioids: Some(false),
        ..AboutMe::default()
    };
    about.put(&mut diary.rest);
}

/// Texts lie within the edges, one below the other.
fn lies_within(picture: &Picture) {
    let mut below = 0.0;
    for shape in &picture.shapes {
        if let Shape::Text { at, size, .. } = shape {
            assert!(at.1 > below && at.1 + size * 0.3 < picture.height, "{shape:?}");
            below = at.1;
        }
    }
}

#[test]
fn the_card_says_what_is_taken_since_when_and_who_prescribes_it() {
    let mut diary = on_ldn();
    said(&mut diary);
    let card = WalletCard::of(&diary, date("2026-06-07")).unwrap();
    let texts = card.texts().join("\n");
    for there in [
        "I take low-dose naltrexone, an opioid blocker.",
        "4.5 mg a day, capsule, since 19 Jan 2026",
        "Prescriber: Dr Lind",
        "+47 555 01 00",
        "Made on 7 Jun 2026",
    ] {
        assert!(texts.contains(there), "{there}: {texts}");
    }
    for (picture, size) in [(card.card(), CARD), (card.screen(), SCREEN)] {
        assert_eq!((picture.width, picture.height), size);
        lies_within(&picture);
    }
}

#[test]
fn there_is_a_card_where_naltrexone_is_taken_or_may_be() {
    let none = |diary: &Diary, day: &str| WalletCard::of(diary, date(day)).err();
    assert_eq!(none(&Diary::default(), "2026-06-07"), Some(NoCard::NotTaken));
    let mut diary = on_ldn();
    assert_eq!(none(&diary, "2026-01-18"), Some(NoCard::NotTaken));
    assert_eq!(none(&diary, "2026-01-19"), None);
    diary.treatment = diary
        .treatment
        .start_phase(PhaseKind::Washout, date("2026-05-01"), None)
        .unwrap();
    assert_eq!(none(&diary, "2026-05-01"), Some(NoCard::NotTaken));
    let made = papers::card(CardKind::Paper, &diary, &choices(date("2026-05-01")), LETTERS);
    assert!(matches!(made, Err(PaperError::NoCard(NoCard::NotTaken))));
}

#[test]
fn both_cards_are_made_as_files() {
    let mut diary = on_ldn();
    said(&mut diary);
    let chosen = choices(date("2026-06-07"));
    let pdf = papers::card(CardKind::Paper, &diary, &chosen, LETTERS).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    let svg = papers::card(CardKind::Screen, &diary, &chosen, &[]).unwrap();
    assert!(String::from_utf8(svg).unwrap().contains("opioid blocker"));
    let mut about = AboutMe::of(&diary.rest);
    about.name = Some(name("夜"));
    about.put(&mut diary.rest);
    let lacking = papers::card(CardKind::Paper, &diary, &chosen, LETTERS);
    assert!(matches!(lacking, Err(PaperError::Lacking(_))));
}

// D10: on the report where it is wanted, and in nothing else but the backup.
#[test]
fn about_me_is_on_the_report_where_it_is_wanted() {
    let mut diary = on_ldn();
    said(&mut diary);
    let mut chosen = choices(date("2026-06-07"));
    let texts = |chosen: &Choices| Report::of(&diary, chosen).texts().join("\n");
    assert!(!texts(&chosen).contains("Duloxetine"));
    chosen.about_me = true;
    let shown = texts(&chosen);
    for there in [
        "Conditions: Fibromyalgia (since 2011), CRPS. Prescriber: Dr Lind",
        "Opioids now: no",
        "Other medicines: Duloxetine 60 mg, since March 2025",
    ] {
        assert!(shown.contains(there), "{there}: {shown}");
    }
    assert!(Report::of(&diary, &chosen).html().contains("Duloxetine"));
    for other in [
        csv::write(&diary).text,
        csv::write_long(&diary).text,
        fhir::write(&diary, &made_on(date("2026-06-07"))),
    ] {
        assert!(!other.contains("Duloxetine") && !other.contains("Lind"));
    }
    let read = backup::read(&backup::write(&diary, &header()), date("2026-06-07")).unwrap();
    assert_eq!(AboutMe::of(&read.rest), AboutMe::of(&diary.rest));
}

proptest! {
    #![proptest_config(crate::cases(48))]

    #[test]
    fn no_card_lets_anything_lie_outside(diary in generated::diary(), day in generated::date(), names in proptest::collection::vec("[\\PC]{1,40}", 4)) {
        let mut diary = diary;
        let mut named = names.iter().map(|text| Name::new(text).ok());
        let about = AboutMe {
            name: named.next().flatten(),
            prescriber: named.next().flatten(),
            telephone: named.next().flatten(),
            pharmacy: named.next().flatten(),
            ..AboutMe::default()
        };
        about.put(&mut diary.rest);
        if let Ok(card) = WalletCard::of(&diary, day) {
            lies_within(&card.card());
            lies_within(&card.screen());
        }
    }
}
