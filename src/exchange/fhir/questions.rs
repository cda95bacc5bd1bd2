//! The questions, the answers of each evening, and what is observed by them.

use serde_json::{Value, json};

use super::codes::{self, DATE, DOSE_TAKEN, LEFT_OUT, NOTE, RESCUE_MEDICINE, TAG, WALKING_SUPPORT};
use super::{Bundle, instant};
use crate::diary::Day;

pub(super) fn questionnaire(bundle: &Bundle<'_>) -> Value {
    let item = |id: &str, text: &str, kind: &str| {
        let code = bundle.codes.code(id, text);
        json!({ "linkId": id, "code": [code], "text": text, "type": kind })
    };
    let rated = bundle.codes.items().iter().map(|(id, text)| {
        let mut rated = item(id.as_str(), text, "integer");
        rated["extension"] = json!([
            { "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0 },
            { "url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 100 },
        ]);
        rated
    });
    let effects = bundle.codes.side_effects().iter();
    let answered = effects.map(|(id, text)| item(id.as_str(), text, "boolean"));
    let rest = [
        (RESCUE_MEDICINE, "boolean"),
        (WALKING_SUPPORT, "boolean"),
        (LEFT_OUT, "boolean"),
        (DOSE_TAKEN, "decimal"),
        (TAG, "string"),
        (NOTE, "text"),
    ];
    let rest = rest.map(|((id, text), kind)| {
        let mut rest = item(id, text, kind);
        if id == TAG.0 {
            rest["repeats"] = json!(true);
        }
        rest
    });
    let day = std::iter::once(item(DATE.0, DATE.1, "date"));
    json!({
        "resourceType": "Questionnaire",
        "url": bundle.identity.questionnaire(),
        "title": "LDN Diary, every evening",
        "status": "active",
        "subjectType": ["Patient"],
        "item": day.chain(rated).chain(answered).chain(rest).collect::<Vec<_>>(),
    })
}

/// The answers of an evening, none of which is there that was not given.
pub(super) fn response(bundle: &Bundle<'_>, day: &Day) -> Value {
    let answers = day.answers();
    let one = |id: &str, text: &str, answer: Value| json!({ "linkId": id, "text": text, "answer": [answer] });
    let mut items = vec![one(DATE.0, DATE.1, json!({ "valueDate": day.date().to_string() }))];
    for (id, text) in bundle.codes.items() {
        let rating = answers.items.get(id);
        items.extend(rating.map(|rating| one(id.as_str(), text, json!({ "valueInteger": rating.get() }))));
    }
    for (id, text) in bundle.codes.side_effects() {
        let answer = answers.side_effects.get(id);
        items.extend(answer.map(|answer| one(id.as_str(), text, json!({ "valueBoolean": answer }))));
    }
    let yes_or_no = [
        (RESCUE_MEDICINE, answers.rescue_medicine),
        (WALKING_SUPPORT, answers.walking_support),
        (LEFT_OUT, answers.left_out.then_some(true)),
    ];
    for ((id, text), answer) in yes_or_no {
        items.extend(answer.map(|answer| one(id, text, json!({ "valueBoolean": answer }))));
    }
    let dose = answers.dose_taken.map(super::medication::milligrams);
    items.extend(dose.map(|dose| one(DOSE_TAKEN.0, DOSE_TAKEN.1, json!({ "valueDecimal": dose }))));
    if !answers.tags.is_empty() {
        let tags: Vec<Value> = answers
            .tags
            .iter()
            .map(|tag| json!({ "valueString": tag.id() }))
            .collect();
        items.push(json!({ "linkId": TAG.0, "text": TAG.1, "answer": tags }));
    }
    // FHIR has no text that is only white space.
    let note = Some(answers.note.as_str()).filter(|note| !note.is_empty());
    items.extend(note.map(|note| one(NOTE.0, NOTE.1, json!({ "valueString": note }))));
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": bundle.identity.questionnaire(),
        "status": if day.edited_at().is_some() { "amended" } else { "completed" },
        "subject": bundle.subject(),
        "source": bundle.subject(),
        "authored": instant(day.recorded_at()),
        "item": items,
    });
    if let Some(edited) = day.edited_at() {
        response["meta"] = json!({ "lastUpdated": instant(edited) });
    }
    response
}

/// One observation for each rating and each side effect that was answered.
pub(super) fn observations(bundle: &Bundle<'_>, day: &Day, response: &str) -> Vec<(String, Value)> {
    let answers = day.answers();
    let ratings = answers.items.iter().map(|(item, rating)| {
        let value = json!({
            "value": rating.get(),
            "unit": "{score}",
            "system": "http://unitsofmeasure.org",
            "code": "{score}",
        });
        (item.as_str(), bundle.codes.item(item), "valueQuantity", value)
    });
    let effects = answers.side_effects.iter().map(|(effect, there)| {
        let code = bundle.codes.side_effect(effect);
        (effect.as_str(), code, "valueBoolean", json!(there))
    });
    let rescue = answers.rescue_medicine.map(|needed| {
        let code = codes::plain(RESCUE_MEDICINE);
        (RESCUE_MEDICINE.0, code, "valueBoolean", json!(needed))
    });
    ratings
        .chain(effects)
        .chain(rescue)
        .map(|(id, code, kind, value)| {
            let mut observation = json!({
                "resourceType": "Observation",
                "status": if day.edited_at().is_some() { "amended" } else { "final" },
                "category": [{ "coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                    "code": "survey",
                    "display": "Survey",
                }] }],
                "code": code,
                "subject": bundle.subject(),
                "performer": [bundle.subject()],
                "effectiveDateTime": day.date().to_string(),
                "issued": instant(day.recorded_at()),
                "derivedFrom": [{ "reference": response }],
            });
            observation[kind] = value;
            (bundle.identity.observation(day.date(), id), observation)
        })
        .collect()
}
