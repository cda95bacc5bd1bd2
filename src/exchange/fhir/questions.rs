//! The questions, the answers of each evening, and what is observed by them.

use serde_json::Value;

use super::codes::{DATE, DOSE_TAKEN, LEFT_OUT, NOTE, Question, RESCUE_MEDICINE, SEALED_DOSE, TAG, WALKING_SUPPORT};
use super::{Bundle, instant};
use crate::diary::{CheckIn, Day};
use crate::json::json;
use crate::words::fhir as words;

pub(super) fn questionnaire(bundle: &Bundle<'_>) -> Value {
    let item = |id: &str, code: Value, text: &str, kind: &str| json!({ "linkId": id, "code": [code], "text": text, "type": kind });
    let rated = bundle.codes.items().iter().map(|named| {
        let code = bundle.codes.item_code(named);
        let mut rated = item(named.id.as_str(), code, &named.text, "integer");
        rated["extension"] = json!([
            { "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0 },
            { "url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 100 },
        ]);
        rated
    });
    let effects = bundle.codes.side_effects().iter();
    let answered = effects.map(|named| {
        let code = bundle.codes.side_effect_code(named);
        item(named.id.as_str(), code, &named.text, "boolean")
    });
    let counted = bundle.codes.medicines().iter().map(|named| {
        let code = bundle.codes.medicine_code(named);
        item(named.id.as_str(), code, &named.text, "integer")
    });
    let question = |question: Question, kind: &str| item(question.code, question.coding(), (question.text)(), kind);
    let rest = [
        (RESCUE_MEDICINE, "boolean"),
        (WALKING_SUPPORT, "boolean"),
        (LEFT_OUT, "boolean"),
        (DOSE_TAKEN, "decimal"),
        (TAG, "string"),
        (NOTE, "text"),
    ];
    let rest = rest.map(|(asked, kind)| {
        let mut rest = question(asked, kind);
        if asked.code == TAG.code {
            rest["repeats"] = json!(true);
        }
        rest
    });
    let is_sealed = bundle.diary.days().any(|day| day.answers().sealed_dose.is_some());
    let sealed = is_sealed.then(|| question(SEALED_DOSE, "boolean"));
    let day = std::iter::once(question(DATE, "date"));
    json!({
        "resourceType": "Questionnaire",
        "url": bundle.identity.questionnaire(),
        "title": words::questionnaire(),
        "status": "active",
        "subjectType": ["Patient"],
        "item": day.chain(rated).chain(answered).chain(counted).chain(rest).chain(sealed).collect::<Vec<_>>(),
    })
}

/// What stands in an answer's place where the rest of a day was left out: the question was seen and not answered on purpose.
const DECLINED: &str = "asked-declined";

/// What would have been asked on a day whose rest was left out; on other days nothing, for what was not answered there has no
/// known reason.
fn left_out(bundle: &Bundle<'_>, day: &Day) -> Option<CheckIn> {
    let is_left_out = day.answers().left_out;
    is_left_out.then(|| CheckIn::but_for_left_out(bundle.whole, day.date()))
}

/// The answers of an evening, none of which is there that was not given.
pub(super) fn response(bundle: &Bundle<'_>, day: &Day) -> Value {
    let answers = day.answers();
    let left_out = left_out(bundle, day);
    let one = |id: &str, text: &str, answer: Value| json!({ "linkId": id, "text": text, "answer": [answer] });
    let declined = |id: &str, text: &str| {
        json!({
            "linkId": id,
            "text": text,
            "extension": [{
                "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
                "valueCode": DECLINED,
            }],
        })
    };
    let question = |asked: Question, answer: Value| one(asked.code, (asked.text)(), answer);
    let mut items = vec![question(DATE, json!({ "valueDate": day.date().to_string() }))];
    for named in bundle.codes.items() {
        let id = named.id.as_str();
        if let Some(rating) = answers.items.get(&named.id) {
            items.push(one(id, &named.text, json!({ "valueInteger": rating.get() })));
        } else if left_out.as_ref().is_some_and(|asked| asked.items.contains(&named.id)) {
            items.push(declined(id, &named.text));
        }
    }
    for named in bundle.codes.side_effects() {
        let id = named.id.as_str();
        if let Some(answer) = answers.side_effects.get(&named.id) {
            items.push(one(id, &named.text, json!({ "valueBoolean": answer })));
        } else if left_out
            .as_ref()
            .is_some_and(|asked| asked.side_effects.contains(&named.id))
        {
            items.push(declined(id, &named.text));
        }
    }
    for named in bundle.codes.medicines() {
        let count = answers.medicines.get(&named.id);
        items.extend(count.map(|count| one(named.id.as_str(), &named.text, json!({ "valueInteger": count.get() }))));
    }
    let yes_or_no = [
        (RESCUE_MEDICINE, answers.rescue_medicine),
        (WALKING_SUPPORT, answers.walking_support),
        (LEFT_OUT, answers.left_out.then_some(true)),
        (SEALED_DOSE, answers.sealed_dose),
    ];
    for (asked, answer) in yes_or_no {
        items.extend(answer.map(|answer| question(asked, json!({ "valueBoolean": answer }))));
    }
    let dose = answers.dose_taken.map(super::medication::milligrams);
    match dose {
        Some(dose) => items.push(question(DOSE_TAKEN, json!({ "valueDecimal": dose }))),
        None if answers.left_out => items.push(declined(DOSE_TAKEN.code, (DOSE_TAKEN.text)())),
        None => {}
    }
    if !answers.tags.is_empty() {
        let tags: Vec<Value> = answers
            .tags
            .iter()
            .map(|tag| json!({ "valueString": tag.id() }))
            .collect();
        items.push(json!({ "linkId": TAG.code, "text": (TAG.text)(), "answer": tags }));
    }
    // FHIR has no text that is only white space.
    let note = Some(answers.note.as_str()).filter(|note| !note.is_empty());
    items.extend(note.map(|note| question(NOTE, json!({ "valueString": note }))));
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": bundle.identity.questionnaire(),
        "status": match day.edited_at() {
            _ if answers.left_out => "stopped",
            Some(_) => "amended",
            None => "completed",
        },
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

/// Points of a rating, or between two.
pub(super) fn points(value: f64) -> Value {
    json!({ "value": value, "unit": words::points(), "system": "http://unitsofmeasure.org", "code": "{score}" })
}

/// One observation for each rating, side effect and medicine that was answered, or left out with the rest of the day.
pub(super) fn observations(bundle: &Bundle<'_>, day: &Day, response: &str) -> Vec<(String, Value)> {
    let answers = day.answers();
    let mut seen = Vec::new();
    for (item, rating) in &answers.items {
        let value = points(f64::from(rating.get()));
        seen.push((item.as_str(), bundle.codes.item(item), "valueQuantity", value));
    }
    for (effect, there) in &answers.side_effects {
        let code = bundle.codes.side_effect(effect);
        seen.push((effect.as_str(), code, "valueBoolean", json!(there)));
    }
    for (medicine, count) in &answers.medicines {
        let code = bundle.codes.medicine(medicine);
        seen.push((medicine.as_str(), code, "valueInteger", json!(count.get())));
    }
    if let Some(needed) = answers.rescue_medicine {
        let code = RESCUE_MEDICINE.concept();
        seen.push((RESCUE_MEDICINE.code, code, "valueBoolean", json!(needed)));
    }
    let left_out = left_out(bundle, day);
    let reason = || {
        json!({
            "coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                "code": DECLINED,
                "display": "Asked But Declined",
            }],
            "text": (LEFT_OUT.text)(),
        })
    };
    if let Some(asked) = &left_out {
        let items = asked.items.iter().filter(|item| !answers.items.contains_key(item));
        seen.extend(items.map(|item| (item.as_str(), bundle.codes.item(item), "dataAbsentReason", reason())));
        let effects = asked.side_effects.iter();
        let effects = effects.filter(|effect| !answers.side_effects.contains_key(effect));
        seen.extend(effects.map(|effect| {
            let code = bundle.codes.side_effect(effect);
            (effect.as_str(), code, "dataAbsentReason", reason())
        }));
    }
    let observation = |(id, code, kind, value): (&str, Value, &str, Value)| {
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
    };
    seen.into_iter().map(observation).collect()
}
