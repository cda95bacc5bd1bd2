//! The decision cards on the report: that of the finding on page 1, and behind it all questions with their answers.

use crate::diary::{Card, Decision, Diary, PhaseKind};
use crate::exchange::backup::unread_cards;
use crate::exchange::seal;
use crate::trial::{Chance, Comparison, Question, Study, probability, sentence, stage};
use crate::words::{card as said, dates, impression, names, paper as words, sentences, trial};

use super::parts::{Line, NONE, Table};

/// The card of the question that a comparison answers, what its days say of it, and what was written on its day, each in a
/// line; empty where there is none of all that.
pub(super) fn of_finding(diary: &Diary, study: &Study<'_>, finding: Option<&Comparison>) -> Vec<Line> {
    let Some(finding) = finding.filter(|finding| finding.main) else {
        return Vec::new();
    };
    let card = diary
        .rest
        .card(finding.question)
        .filter(|card| study.asks_of(card) == Some(finding.phase) || is_of_trial(study, card, finding));
    let (asked, answered) = card.map(|card| of_card(study, finding, card)).unwrap_or_default();
    let decision = diary.rest.decision(finding.question, finding.final_day);
    let feels = study
        .said_beside(finding)
        .map(|change| words::feels(names::global_change(change)));
    let decided = decision.map(|decision| decided_said(decision, ON_PAGE_1));
    let contradicted = study
        .is_contradicted(finding)
        .then(|| impression::contradicts_paper(&names::within(&finding.item, &diary.settings)));
    let told = sentences([feels, decided, contradicted].into_iter().flatten());
    let lines = [
        (words::column_asked(), asked),
        (words::column_answer(), answered),
        (words::column_written(), told),
    ];
    let told = lines.into_iter().filter(|(_, text)| !text.is_empty());
    told.map(|(name, text)| Line {
        name: name.into(),
        text,
    })
    .collect()
}

/// Whether a card is that of the trial of one that an answer is of.
fn is_of_trial(study: &Study<'_>, card: &Card, answer: &Comparison) -> bool {
    let trial = study.trial_of(card);
    trial.is_some_and(|trial| trial.first_day() == answer.stretch.from)
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

/// What a card asks, and what the days say of it.
fn of_card(study: &Study<'_>, answer: &Comparison, card: &Card) -> (String, String) {
    let answered = asked_for(answer).into_iter().chain(study.beside_card(answer, card));
    (study.card_said(card, seal::fits(card)), sentences(answered))
}

/// What a card asks, with its seal.
fn sealed(diary: &Diary, study: &Study<'_>, card: &Card) -> String {
    let (day, time) = (diary.day_of(card.sealed.at), dates::time(card.sealed.at));
    let seal = said::sealed_as(day, &time, &card.seal.hex());
    sentences([study.card_said(card, seal::fits(card)), seal])
}

/// All questions of the times on LDN, where a card or a decision was written; `None` where neither was. What was written
/// beside an answer stands across the table below it, but not where page 1 has it whole, which tells the answer of
/// `finding`.
pub(super) fn all(diary: &Diary, study: &Study<'_>, finding: Option<&Comparison>) -> Option<Table> {
    let on_page_1 = finding
        .filter(|finding| finding.main)
        .map(|finding| (finding.question, finding.final_day));
    let unread = unread_cards(&diary.rest);
    if unread == 0 && diary.rest.cards().is_empty() && diary.rest.decisions().is_empty() {
        return None;
    }
    let phases = study.phases();
    let mut rows = Vec::new();
    // What is drawn for a trial of one is one question, which stands below.
    let of_trial = |number: u32| {
        let card = diary.rest.card(number);
        card.is_some_and(|card| study.trial_of(card).is_some())
    };
    for phase in phases
        .iter()
        .filter(|phase| phase.kind == PhaseKind::Ldn && !phase.of_trial)
    {
        for question in study.questions(phase.index) {
            if question.card.is_none() && of_trial(question.number) {
                continue;
            }
            let answer = study.answer(phase.index, &question.item(), &question);
            rows.push(row(diary, study, answer.as_ref(), &question));
            let day = answer.map(|answer| (question.number, answer.final_day));
            let decision = day.and_then(|(number, day)| diary.rest.decision(number, day));
            let most = if day == on_page_1 { ON_PAGE_1 } else { 0 };
            let below = decision.filter(|decision| decided(decision).chars().count() > most || most == 0);
            rows.extend(below.map(|decision| vec![written(decision, usize::MAX)]));
        }
    }
    // A card whose time on LDN has not begun.
    let pooled = study.all_pooled();
    let has_begun = |phase: Option<usize>| phase.is_some_and(|phase| phase < phases.len());
    for card in diary.rest.cards() {
        if !has_begun(study.asks_of(card)) {
            rows.push(vec![
                card.question.to_string(),
                sealed(diary, study, card),
                pooled
                    .iter()
                    .find(|pooled| is_of_trial(study, card, &pooled.answer))
                    .map(|pooled| told(diary, &pooled.answer))
                    .unwrap_or_default(),
            ]);
        }
    }
    if unread > 0 {
        rows.push(vec![NONE.to_owned(), said::unread(unread), String::new()]);
    }
    Some(Table {
        caption: words::questions().into(),
        columns: [words::column_question(), words::column_asked(), words::column_answer()]
            .map(String::from)
            .to_vec(),
        rows,
        widths: vec![0.6, 4.4, 4.4],
    })
}

fn row(diary: &Diary, study: &Study<'_>, answer: Option<&Comparison>, question: &Question<'_>) -> Vec<String> {
    let asked = match question.card {
        Some(card) => sealed(diary, study, card),
        None => words::asked_without_card(&names::within(&question.item(), &diary.settings)),
    };
    let told = answer.map(|answer| told(diary, answer));
    vec![question.number.to_string(), asked, told.unwrap_or_default()]
}

/// An answer in words.
fn told(diary: &Diary, answer: &Comparison) -> String {
    let stage = stage(answer).map(|stage| words::stage(&stage)).unwrap_or_default();
    sentences([
        stage,
        sentence(answer, &diary.settings),
        asked_for(answer).unwrap_or_default(),
    ])
}

/// How many letters of a decision page 1 has room for; all of it stands behind.
const ON_PAGE_1: usize = 160;

/// "The patient on that day: much better. “We go on.”"
fn written(decision: &Decision, most: usize) -> String {
    let feels = decision
        .global_change
        .map(|change| words::feels(names::global_change(change)));
    sentences([feels.unwrap_or_default(), decided_said(decision, most)])
}

/// "Decided: “We go on.”"
fn decided_said(decision: &Decision, most: usize) -> String {
    let text = decided(decision);
    let short: String = text.chars().take(most).collect();
    match short.len() {
        0 => String::new(),
        whole if whole == text.len() => words::decided(&text),
        _ => words::decided_in_part(short.trim_end()),
    }
}

/// What was decided, as one paragraph.
fn decided(decision: &Decision) -> String {
    let words: Vec<&str> = decision.decided.as_str().split_whitespace().collect();
    words.join(" ")
}
