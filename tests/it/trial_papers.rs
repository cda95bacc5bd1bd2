//! T1: the papers that a pharmacist prints, read as they are shown and saved.

use ldn_diary::diary::{Dose, Form, TrialPlan};
use ldn_diary::exchange::sealed_order::{RANDOM_BYTES, SealedOrder, commit, draw};
use ldn_diary::trial_papers::{Drawn, TrialPaper};
use proptest::prelude::*;

use crate::support::date;

fn drawn(order: &SealedOrder) -> Drawn {
    let dose = Dose::from_milligrams("4.5").unwrap();
    Drawn::new(order.clone(), (dose, Form::Capsule), date("2026-02-20"))
}

fn plan() -> TrialPlan {
    TrialPlan::new(3, 28, date("2026-03-02")).unwrap()
}

fn html(drawn: &Drawn, paper: TrialPaper) -> String {
    drawn.shown(paper).document.html()
}

/// What is read of a piece of HTML, and what its drawings are called.
fn read(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let (tag, said) = piece.split_once('>').unwrap_or(("", piece));
        if let Some((_, label)) = tag.split_once("aria-label=\"") {
            text.push_str(label.split('"').next().unwrap_or_default());
        }
        // The groups of a code are one text.
        if !tag.contains("span") {
            text.push('\n');
        }
        text.push_str(said);
    }
    text
}

fn said(drawn: &Drawn, paper: TrialPaper) -> String {
    read(&html(drawn, paper))
}

fn random(coins: u8, salt: u8) -> [u8; RANDOM_BYTES] {
    let mut bytes = [salt; RANDOM_BYTES];
    bytes[0] = coins;
    bytes
}

/// A paper without what names the trial: its commit code, the drawing of that, and its mark.
fn unnamed(drawn: &Drawn, order: &SealedOrder, paper: TrialPaper) -> String {
    let html = html(drawn, paper);
    let html = match (html.find("<path"), html.find("</path>")) {
        (Some(from), Some(to)) => [&html[..from], &html[to..]].concat(),
        _ => html,
    };
    read(&html)
        .replace(order.commit_code().as_str(), "…")
        .replace(drawn.mark(), "…")
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn labels_and_the_patients_sheet_are_the_same_whatever_a_bottle_holds(
        (pairs, days, first) in (2..=4_i64, 21..=84_i64, 0..=9_000_u64),
        salts in any::<(u8, u8)>(),
        coins in any::<(u8, u8)>(),
        (form, micrograms) in (0..Form::ALL.len(), 1..=50_000_u32),
    ) {
        let first = TrialPlan::EPOCH + chrono::Days::new(first);
        let plan = TrialPlan::new(pairs, days, first).unwrap();
        let dose: Dose = format!("{micrograms} µg").parse().unwrap();
        let of = |coins, salt| {
            let order = draw(&random(coins, salt), plan);
            let drawn = Drawn::new(order.clone(), (dose, Form::ALL[form]), first);
            (order, drawn)
        };
        let (order, papers) = of(coins.0, salts.0);
        let (other_order, other) = of(coins.1, salts.1);
        for paper in [TrialPaper::Labels, TrialPaper::Sheet] {
            let text = unnamed(&papers, &order, paper);
            prop_assert_eq!(&text, &unnamed(&other, &other_order, paper));
            prop_assert!(!said(&papers, paper).contains(order.reveal_code().as_str()));
            prop_assert!(!html(&papers, paper).contains(&order.order().text()));
        }
        // What is drawn is the commit code alone: it is the same for all that have that code.
        prop_assert!(said(&papers, TrialPaper::Sheet).contains(order.commit_code().as_str()));
        prop_assert!(!said(&papers, TrialPaper::Reveal).contains(order.commit_code().as_str()));
    }
}

#[test]
fn each_paper_says_what_it_is_for() {
    let order = draw(&random(0b101, 7), plan());
    let drawn = drawn(&order);
    let has = |paper, texts: &[&str]| {
        let said = said(&drawn, paper);
        for text in texts {
            assert!(said.contains(text), "{text} in {said}");
        }
    };
    let labels = said(&drawn, TrialPaper::Labels);
    assert_eq!(labels.matches("Capsule: naltrexone 4.5 mg or placebo").count(), 6);
    for number in 1..=6 {
        assert_eq!(labels.matches(&format!("Period {number} of 6")).count(), 1);
    }
    has(
        TrialPaper::Labels,
        &["30 March 2026 to 26 April 2026", "28 daily doses", "How to take:"],
    );
    has(
        TrialPaper::List,
        &[
            "Keep from the patient",
            "Drawn on 20 February 2026",
            order.commit_code().as_str(),
            order.reveal_code().as_str(),
        ],
    );
    has(
        TrialPaper::Reveal,
        &[
            "Open only after 16 August 2026, or when the prescriber says so.",
            order.reveal_code().as_str(),
        ],
    );
    has(
        TrialPaper::Sheet,
        &[
            "You can stop at any time",
            "The prescriber can have the envelope opened at any time.",
            "This is no medical advice. A pharmacist makes the capsules; the prescriber decides.",
        ],
    );
    // The order of the draw, as the pharmacist fills it in.
    for paper in [TrialPaper::List, TrialPaper::Reveal] {
        let said = said(&drawn, paper);
        let held: Vec<&str> = said
            .lines()
            .filter(|line| ["Naltrexone 4.5 mg", "Placebo"].contains(line))
            .map(|line| &line[..1])
            .collect();
        assert_eq!(held.concat(), "NPPNNP", "{paper:?}");
    }
    // All papers of one trial bear one mark, and those of another another one.
    let other = self::drawn(&draw(&random(0b101, 8), plan()));
    assert_ne!(drawn.mark(), other.mark());
    for paper in TrialPaper::ALL {
        assert!(said(&drawn, paper).contains(&format!("Trial {}", drawn.mark())));
    }
}

#[test]
fn what_the_sheet_has_can_be_typed_and_begins_the_trial_that_was_planned() {
    let order = draw(&random(3, 9), plan());
    let said = said(&drawn(&order), TrialPaper::Sheet);
    let found: Vec<_> = said.lines().filter_map(|line| commit(line).ok()).collect();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].plan, &found[0].code), (plan(), &order.commit_code()));
}

#[test]
fn the_file_holds_all_papers_and_fetches_nothing() {
    let order = draw(&random(1, 2), plan());
    let drawn = drawn(&order);
    let file = drawn.file();
    let text = read(&file);
    for paper in TrialPaper::ALL {
        assert!(text.contains(said(&drawn, paper).trim()), "{paper:?}");
    }
    assert!(file.contains("default-src 'none'"));
    for outside in ["://", "<script", "<link", "url(", "@import", "src="] {
        assert!(
            !file
                .replace("default-src", "")
                .replace("style-src", "")
                .contains(outside),
            "{outside}"
        );
    }
    assert_eq!(drawn.file_name(), format!("ldn-trial-{}.html", drawn.mark()));
}

// Every module that readers find a QR code by: three corners, a quiet zone of four, black on white.
#[test]
fn the_drawing_of_the_commit_code_has_its_corners_and_its_edge() {
    for salt in 0..20 {
        let html = html(&drawn(&draw(&random(salt, salt), plan())), TrialPaper::Sheet);
        let side: usize = {
            let box_ = html.split("viewBox=\"0 0 ").nth(1).unwrap();
            box_.split(' ').next().unwrap().parse().unwrap()
        };
        let path = html.split("d=\"M").nth(1).unwrap().split('"').next().unwrap();
        let dark: Vec<(usize, usize)> = path
            .split('M')
            .map(|module| {
                let place = module.split('h').next().unwrap();
                let (x, y) = place.split_once(' ').unwrap();
                (x.parse().unwrap(), y.parse().unwrap())
            })
            .collect();
        let inside = 4..side - 4;
        assert!(dark.iter().all(|(x, y)| inside.contains(x) && inside.contains(y)));
        let corner = side - 4 - 7;
        for (left, top) in [(4, 4), (corner, 4), (4, corner)] {
            for step in 0..7 {
                assert!(dark.contains(&(left + step, top)) && dark.contains(&(left, top + step)));
            }
        }
        assert!(html.contains("fill=\"#fff\"") && html.contains("fill=\"#000\""));
    }
}
