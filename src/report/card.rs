//! The decision cards on the report: that of the finding on page 1, and behind it all questions with their answers.

use crate::diary::{Card, Decision, Diary, PhaseKind};
use crate::exchange::backup::unread_cards;
use crate::exchange::seal;
use crate::trial::{Chance, Comparison, Question, Study, probability, sentence, stage};
use crate::words::{card as said, dates, names, paper as words, sentences, trial};

use super::parts::{NONE, Table, unmarked};

/// The card of the question that a comparison answers, what its days say of it, and what was written on its day; empty
/// where there is none of all that.
pub(super) fn of_finding(diary: &Diary, study: &Study<'_>, finding: Option<&Comparison>) -> String {
    let Some(finding) = finding.filter(|finding| finding.main) else {
        return String::new();
    };
    let card = diary
        .rest
        .card(finding.question)
        .filter(|card| study.asks_of(card) == Some(finding.phase));
    let mut parts = card
        .map(|card| of_card(diary, study, finding, card))
        .unwrap_or_default();
    let decision = diary.rest.decision(finding.question, finding.final_day);
    parts.extend(decision.map(|decision| written(decision, ON_PAGE_1)));
    unmarked(&sentences(parts))
}

/// "By the 10 points that the patient asked for: very likely (95 %).", or why that can't be told.
fn asked_for(answer: &Comparison) -> Option<String> {
    if let Some(points) = answer.asked_in_vain() {
        return Some(words::asked_for_in_vain(&trial::points(points.get())));
    }
    let (points, likely) = answer.asked()?;
    let points = trial::points(points.get());
    Some(words::asked_for(
        &points,
        Chance::of(likely).said(),
        &probability(likely),
    ))
}

fn of_card(diary: &Diary, study: &Study<'_>, answer: &Comparison, card: &Card) -> Vec<String> {
    let sealed_on = diary.day_of(card.sealed.at);
    let mut parts: Vec<String> = asked_for(answer).into_iter().collect();
    parts.push(study.card_said(card, seal::fits(card)));
    parts.extend(study.beside_card(answer, card));
    parts.push(said::sealed_as(
        sealed_on,
        &dates::time(card.sealed.at),
        &card.seal.hex(),
    ));
    parts
}

/// All questions of the times on LDN, where a card or a decision was written; `None` where neither was.
pub(super) fn all(diary: &Diary, study: &Study<'_>) -> Option<Table> {
    let unread = unread_cards(&diary.rest);
    if unread == 0 && diary.rest.cards().is_empty() && diary.rest.decisions().is_empty() {
        return None;
    }
    let phases = study.phases();
    let mut rows = Vec::new();
    for phase in phases.iter().filter(|phase| phase.kind == PhaseKind::Ldn) {
        for question in study.questions(phase.index) {
            rows.push(row(diary, study, phase.index, &question));
        }
    }
    // A card whose time on LDN has not begun.
    let has_begun = |phase: Option<usize>| phase.is_some_and(|phase| phase < phases.len());
    for card in diary.rest.cards() {
        if !has_begun(study.asks_of(card)) {
            let said = study.card_said(card, seal::fits(card));
            rows.push(cells(&card.question.to_string(), said, String::new(), String::new()));
        }
    }
    if unread > 0 {
        rows.push(cells(NONE, said::unread(unread), String::new(), String::new()));
    }
    Some(Table {
        caption: words::questions().into(),
        columns: [
            words::column_question(),
            words::column_asked(),
            words::column_answer(),
            words::column_written(),
        ]
        .map(String::from)
        .to_vec(),
        rows,
        widths: vec![0.7, 3.0, 4.0, 2.0],
    })
}

fn row(diary: &Diary, study: &Study<'_>, phase: usize, question: &Question<'_>) -> Vec<String> {
    let answer = study.answer(phase, &question.item(), question);
    let asked = match question.card {
        Some(card) => study.card_said(card, seal::fits(card)),
        None => words::asked_without_card(&names::within(&question.item(), &diary.settings)),
    };
    let told = answer.as_ref().map(|answer| {
        let stage = stage(answer).map(|stage| words::stage(&stage)).unwrap_or_default();
        sentences([
            stage,
            sentence(answer, &diary.settings),
            asked_for(answer).unwrap_or_default(),
        ])
    });
    let decision = answer.and_then(|answer| diary.rest.decision(question.number, answer.final_day));
    let written = decision.map(|decision| written(decision, usize::MAX));
    cells(
        &question.number.to_string(),
        asked,
        told.unwrap_or_default(),
        written.unwrap_or_default(),
    )
}

fn cells(number: &str, asked: String, answer: String, written: String) -> Vec<String> {
    [number.to_owned(), asked, answer, written]
        .map(|text| unmarked(&text))
        .to_vec()
}

/// How many letters of a decision page 1 has room for; all of it stands behind.
const ON_PAGE_1: usize = 160;

/// "The patient on that day: much better. “We go on.”"
fn written(decision: &Decision, most: usize) -> String {
    let feels = decision
        .global_change
        .map(|change| words::feels(names::global_change(change)));
    let text = decision
        .decided
        .as_str()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let short: String = text.chars().take(most).collect();
    let decided = match short.len() {
        0 => String::new(),
        whole if whole == text.len() => words::decided(&text),
        _ => words::decided_in_part(short.trim_end()),
    };
    sentences([feels.unwrap_or_default(), decided])
}
