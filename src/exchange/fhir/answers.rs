//! The decision cards and the answers: each card as a Goal, the change that each question found as an Observation.

use serde_json::Value;

use super::codes::{AT_LEAST_ASKED, CHANGE, HIGHEST, LOWEST, MEAN_BEFORE, MEAN_NOW, Question as Code};
use super::questions::points;
use super::{Bundle, instant};
use crate::diary::{Card, PhaseKind};
use crate::exchange::seal;
use crate::json::json;
use crate::trial::{Comparison, Question, Study, asked_for, probability, sentence, stage};
use crate::words::{Decimal, names, paper, sentences};

/// What the identifier of a Goal is one of: the seal of a card.
const SEAL: &str = "urn:uuid:9d3f9f0e-8a44-4f6c-bb0a-4d2a1f5e7c61";

/// All questions of the times on LDN: their cards, and their answers where there is a likely range.
pub(super) fn answers(bundle: &Bundle<'_>, study: &Study<'_>) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for card in bundle.whole.rest.cards() {
        found.push((bundle.identity.goal(card.question), goal(bundle, study, card)));
    }
    for phase in study.phases().iter().filter(|phase| phase.kind == PhaseKind::Ldn) {
        for question in study.questions(phase.index) {
            let answer = study.answer(phase.index, &question.item(), &question);
            if let Some(change) = answer.and_then(|answer| change(bundle, &answer, &question)) {
                found.push((bundle.identity.change(question.number, phase.from), change));
            }
        }
    }
    found
}

fn goal(bundle: &Bundle<'_>, study: &Study<'_>, card: &Card) -> Value {
    let said = study.card_said(card, seal::fits(card));
    json!({
        "resourceType": "Goal",
        "identifier": [{ "system": SEAL, "value": card.seal.hex() }],
        "lifecycleStatus": if card.sealed.day <= study.as_of() { "completed" } else { "active" },
        "description": { "text": said },
        "subject": bundle.subject(),
        "startDate": bundle.whole.day_of(card.sealed.at).to_string(),
        "expressedBy": bundle.subject(),
        "target": [{
            "measure": CHANGE.concept(),
            "detailQuantity": points(f64::from(card.sealed.at_least.get())),
            "dueDate": card.sealed.day.to_string(),
        }],
    })
}

/// The change with its limits and averages, as they are printed; `None` without a likely range.
fn change(bundle: &Bundle<'_>, answer: &Comparison, question: &Question<'_>) -> Option<Value> {
    let (finding, window) = (answer.finding(), answer.contrast.window?);
    let figures = finding.figures?;
    let [low, high] = figures.difference_limits()?;
    let component =
        |code: Code, value: Decimal| json!({ "code": code.concept(), "valueQuantity": points(value.value()) });
    let mut components = vec![
        component(MEAN_BEFORE, figures.before),
        component(MEAN_NOW, figures.after),
        component(LOWEST, low),
        component(HIGHEST, high),
    ];
    let asked = answer.asked();
    components.extend(
        asked.map(|(_, likely)| json!({ "code": AT_LEAST_ASKED.concept(), "valueString": probability(likely) })),
    );
    let settings = &bundle.whole.settings;
    let said = [
        stage(answer).map(|stage| stage + "."),
        Some(sentence(answer, settings)),
        asked_for(answer),
    ];
    let mut notes = vec![json!({ "text": sentences(said.into_iter().flatten()) })];
    let decision = bundle.whole.rest.decision(question.number, answer.final_day);
    notes.extend(decision.and_then(|decision| {
        let change = decision.global_change?;
        Some(json!({
            "authorReference": bundle.subject(),
            "time": instant(decision.at),
            "text": paper::feels(names::global_change(change)),
        }))
    }));
    let decided = decision.filter(|decision| !decision.decided.is_empty());
    notes.extend(decided.map(|decision| {
        json!({
            "authorReference": bundle.subject(),
            "time": instant(decision.at),
            "text": decision.decided.as_str(),
        })
    }));
    let mut observation = json!({
        "resourceType": "Observation",
        "status": if answer.is_final { "final" } else { "preliminary" },
        "code": CHANGE.concept(),
        "subject": bundle.subject(),
        "effectivePeriod": { "start": window.from.to_string(), "end": window.to.to_string() },
        "valueQuantity": points(figures.difference().value()),
        "note": notes,
        "component": components,
    });
    if let Some(card) = question.card {
        observation["focus"] = json!([{ "reference": bundle.identity.goal(card.question) }]);
    }
    Some(observation)
}
