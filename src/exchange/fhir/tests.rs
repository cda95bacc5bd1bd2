use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::diary::{LAST_DATE, StandardItem};
use crate::exchange::backup;

const FIRST_WEEKS: &str = include_str!("../../../tests/fixtures/cases/diary-first-weeks.json");
const STANFORD: &str = include_str!("../../../tests/fixtures/cases/diary-stanford-2013.json");

fn bundle(diary: &str, as_of: &str, name: Option<&str>) -> (Diary, Value) {
    let diary = backup::read(diary, LAST_DATE).unwrap();
    let text = write(&diary, as_of.parse().unwrap(), name);
    (diary, serde_json::from_str(&text).unwrap())
}

fn of_type<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["resource"]);
    entries.filter(|resource| resource["resourceType"] == kind).collect()
}

/// The observations of single days.
fn answers(bundle: &Value) -> Vec<&Value> {
    let all = of_type(bundle, "Observation").into_iter();
    all.filter(|observation| !is_change(observation)).collect()
}

fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("reference").and_then(Value::as_str));
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_to_an_entry_and_every_entry_has_an_address_of_its_own() {
    for (diary, as_of) in [(STANFORD, "2026-06-07"), (FIRST_WEEKS, "2026-04-05")] {
        let (_, bundle) = bundle(diary, as_of, None);
        let entries = bundle["entry"].as_array().unwrap();
        let addresses: BTreeSet<&str> = entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
        assert_eq!(addresses.len(), entries.len());
        let mut found = Vec::new();
        references(&bundle, &mut found);
        assert!(found.len() > entries.len());
        assert!(found.iter().all(|reference| addresses.contains(reference)));
        let questionnaire = of_type(&bundle, "Questionnaire")[0]["url"].as_str().unwrap();
        for response in of_type(&bundle, "QuestionnaireResponse") {
            assert_eq!(response["questionnaire"], questionnaire);
        }
    }
}

#[test]
fn there_is_one_resource_for_each_answer_and_none_for_what_was_not_answered() {
    let (diary, bundle) = bundle(STANFORD, "2026-06-07", None);
    let days = || diary.days().map(Day::answers);
    let answered: usize = days()
        .map(|day| day.items.len() + day.side_effects.len() + day.rescue_medicine.iter().len())
        .sum();
    assert_eq!(answers(&bundle).len(), answered);
    assert_eq!(of_type(&bundle, "QuestionnaireResponse").len(), diary.days().len());
    let doses = days().filter(|day| day.dose_taken.is_some()).count();
    assert_eq!(of_type(&bundle, "MedicationAdministration").len(), doses);
    let patient = of_type(&bundle, "Patient");
    assert_eq!(patient, [&json!({ "resourceType": "Patient" })], "without identity");
}

#[test]
fn only_pain_has_a_published_code() {
    let (_, bundle) = bundle(FIRST_WEEKS, "2026-04-05", None);
    let mut systems: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for observation in answers(&bundle) {
        for coding in observation["code"]["coding"].as_array().unwrap() {
            assert!(!coding["display"].as_str().unwrap().is_empty());
            let codes = systems.entry(coding["system"].as_str().unwrap()).or_default();
            codes.insert(coding["code"].as_str().unwrap());
        }
    }
    assert_eq!(systems["http://loinc.org"], BTreeSet::from(["38214-3"]));
    let declared: BTreeSet<&str> = of_type(&bundle, "CodeSystem")
        .into_iter()
        .map(|system| system["url"].as_str().unwrap())
        .collect();
    assert!(
        systems
            .keys()
            .all(|system| *system == "http://loinc.org" || declared.contains(system))
    );
}

#[test]
fn the_bundle_names_its_data_and_when_they_last_changed() {
    let (diary, bundle) = bundle(STANFORD, "2026-06-07", None);
    assert_eq!(
        bundle["identifier"]["value"],
        crate::exchange::fingerprint::full(&diary)
    );
    let changed = bundle["timestamp"].as_str().unwrap();
    assert!(
        changed.parse::<chrono::DateTime<chrono::FixedOffset>>().is_ok(),
        "{changed}"
    );
    assert!(
        diary
            .days()
            .all(|day| day.recorded_at() <= changed.parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap())
    );
    let questions = &of_type(&bundle, "Questionnaire")[0]["item"];
    assert!(
        questions
            .as_array()
            .unwrap()
            .iter()
            .all(|item| item["code"][0]["code"] == item["linkId"])
    );
    let timing = &of_type(&bundle, "MedicationStatement")[0]["dosage"][0]["timing"]["repeat"];
    assert_eq!((&timing["frequency"], &timing["periodUnit"]), (&json!(1), &json!("d")));
}

// D6: what was recorded late is issued after the day that it is about.
#[test]
fn a_late_day_is_issued_after_its_day() {
    let (diary, bundle) = bundle(STANFORD, "2026-06-07", None);
    let late: BTreeSet<String> = diary
        .days()
        .filter(|day| day.is_late(diary.settings.day_ends_at))
        .map(|day| day.date().to_string())
        .collect();
    assert_eq!(late.len(), 13);
    for observation in answers(&bundle) {
        let effective = observation["effectiveDateTime"].as_str().unwrap();
        let issued = observation["issued"].as_str().unwrap();
        assert_eq!(
            &issued[..10] > effective,
            late.contains(effective),
            "{effective} {issued}"
        );
    }
}

#[test]
fn a_name_goes_in_where_it_is_given_and_doses_are_exact() {
    let (_, bundle) = bundle(FIRST_WEEKS, "2026-04-05", Some(" <b>ضبابية</b> "));
    assert_eq!(of_type(&bundle, "Patient")[0]["name"][0]["text"], "<b>ضبابية</b>");
    let doses: Vec<f64> = of_type(&bundle, "MedicationStatement")
        .iter()
        .filter_map(|statement| statement["dosage"][0]["doseAndRate"][0]["doseQuantity"]["value"].as_f64())
        .collect();
    let planned: Vec<f64> = backup::read(FIRST_WEEKS, LAST_DATE)
        .unwrap()
        .treatment
        .dose_steps()
        .iter()
        .map(|step| step.dose.milligrams().parse().unwrap())
        .collect();
    assert_eq!(doses, planned);
}

#[test]
fn an_empty_diary_is_a_bundle_too() {
    let text = write(&Diary::default(), "2026-04-05".parse().unwrap(), None);
    let bundle: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(bundle["type"], "collection");
    assert!(of_type(&bundle, "Observation").is_empty());
}

#[test]
fn a_card_is_a_goal_and_its_answer_an_observation_with_the_numbers_that_are_printed() {
    let sample = include_str!("../../../public/diary-stanford-2013.json");
    let (diary, bundle) = bundle(sample, "2026-06-07", None);
    let goal = of_type(&bundle, "Goal")[0];
    assert_eq!(goal["identifier"][0]["value"], diary.rest.cards()[0].seal.hex());
    assert_eq!(
        (&goal["lifecycleStatus"], &goal["startDate"]),
        (&json!("completed"), &json!("2026-01-17"))
    );
    assert_eq!(goal["target"][0]["detailQuantity"]["value"], 10.0);
    assert_eq!(goal["target"][0]["dueDate"], "2026-04-12");
    let changes: Vec<&Value> = of_type(&bundle, "Observation")
        .into_iter()
        .filter(|one| is_change(one))
        .collect();
    let change = changes[0];
    assert_eq!((changes.len(), &change["status"]), (1, &json!("final")));
    assert_eq!(
        change["effectivePeriod"],
        json!({ "start": "2026-02-02", "end": "2026-04-12" })
    );
    let component = |code: &str| {
        let all = change["component"].as_array().unwrap();
        all.iter().find(|one| one["code"]["coding"][0]["code"] == code).unwrap()
    };
    let study = Study::of(&diary, "2026-06-07".parse().unwrap(), LateDays::Included);
    let answer = study.compare(1, &StandardItem::Pain.into()).unwrap();
    let figures = answer.finding().figures.unwrap();
    assert_eq!(change["valueQuantity"]["value"], figures.difference().value());
    let [low, high] = figures.difference_limits().unwrap().map(crate::words::Decimal::value);
    assert_eq!(component("change_low")["valueQuantity"]["value"], low);
    assert_eq!(component("change_high")["valueQuantity"]["value"], high);
    assert_eq!(
        component("mean_before")["valueQuantity"]["value"],
        figures.before.value()
    );
    assert_eq!(
        component("at_least_asked")["valueString"],
        crate::trial::probability(answer.asked().unwrap().1)
    );
    assert_eq!(change["note"][1]["text"], diary.rest.decisions()[0].decided.as_str());
    // A part of the days is handed over with the answer of all of them.
    let mut part = diary.clone();
    part.remove_day("2026-03-01".parse().unwrap());
    let text = write_part(&part, &diary, "2026-06-07".parse().unwrap(), None);
    let handed_over: Value = serde_json::from_str(&text).unwrap();
    assert!(of_type(&handed_over, "Observation").contains(&change));
}

fn is_change(observation: &Value) -> bool {
    observation["code"]["coding"][0]["code"] == "change"
}
