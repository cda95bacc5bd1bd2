use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::diary::{CheckIn, Form, ItemId, LAST_DATE, SideEffectId, StandardItem};
use crate::exchange::backup;

const FIRST_WEEKS: &str = include_str!("../../../tests/fixtures/cases/diary-first-weeks.json");
const STANFORD: &str = include_str!("../../../tests/fixtures/cases/diary-stanford-2013.json");

/// On the evening of a day.
fn making<'a>(as_of: &str, name: Option<&'a str>) -> Making<'a> {
    Making {
        as_of: as_of.parse().unwrap(),
        at: DateTime::parse_from_rfc3339(&format!("{as_of}T22:00:00+02:00")).unwrap(),
        name,
    }
}

fn bundle(diary: &str, as_of: &str, name: Option<&str>) -> (Diary, Value) {
    let diary = backup::read(diary, LAST_DATE).unwrap();
    let text = write(&diary, &making(as_of, name));
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
        .map(|day| day.items.len() + day.side_effects.len() + day.medicines.len() + day.rescue_medicine.iter().len())
        .sum();
    let given = answers(&bundle);
    let given = given.iter().filter(|one| one["dataAbsentReason"].is_null());
    assert_eq!(given.count(), answered);
    assert_eq!(of_type(&bundle, "QuestionnaireResponse").len(), diary.days().len());
    let doses = days().filter(|day| day.dose_taken.is_some()).count();
    assert_eq!(of_type(&bundle, "MedicationAdministration").len(), doses);
    let patient = of_type(&bundle, "Patient");
    let fields: Vec<&String> = patient[0].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["id", "identifier", "resourceType"], "without identity");
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
fn the_bundle_names_its_data_and_when_it_was_made() {
    let (diary, bundle) = bundle(STANFORD, "2026-06-07", None);
    assert_eq!(
        bundle["identifier"]["value"],
        crate::exchange::fingerprint::full(&diary)
    );
    assert_eq!(bundle["timestamp"], "2026-06-07T22:00:00+02:00");
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
    let text = write(&Diary::default(), &making("2026-04-05", None));
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
    assert_eq!(change["note"][1]["text"], "The patient, since the start: much better.");
    assert_eq!(change["note"][2]["text"], diary.rest.decisions()[0].decided.as_str());
    // A part of the days is handed over with the answer of all of them.
    let mut part = diary.clone();
    part.remove_day("2026-03-01".parse().unwrap());
    let text = write_part(&part, &diary, &making("2026-06-07", None));
    let handed_over: Value = serde_json::from_str(&text).unwrap();
    assert!(of_type(&handed_over, "Observation").contains(&change));
}

fn entries(bundle: &Value) -> BTreeMap<&str, &Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries
        .map(|entry| (entry["fullUrl"].as_str().unwrap(), &entry["resource"]))
        .collect()
}

/// The days of a diary of which something is true.
fn part(diary: &Diary, is_there: impl Fn(&Day) -> bool) -> Diary {
    let days = diary.days().filter(|day| is_there(day)).cloned();
    Diary::restore(diary.settings.clone(), diary.treatment.clone(), days)
}

// A receiver puts files of one diary together: what is in two of them is the same, to the letter.
#[test]
fn files_of_one_diary_agree_whatever_part_of_it_they_hold() {
    let (diary, whole) = bundle(STANFORD, "2026-06-07", None);
    let from: NaiveDate = "2026-05-11".parse().unwrap();
    for (what, part) in [
        ("four weeks", part(&diary, |day| day.date() >= from)),
        ("what was before them", part(&diary, |day| day.date() < from)),
        ("a day", part(&diary, |day| day.date() == from)),
        ("none", part(&diary, |_| false)),
    ] {
        let text = write_part(&part, &diary, &making("2026-06-07", None));
        let file: Value = serde_json::from_str(&text).unwrap();
        assert_ne!(file["identifier"], whole["identifier"], "{what} is not all of it");
        let name = file["identifier"]["value"].as_str().unwrap();
        assert!(
            name.starts_with(whole["identifier"]["value"].as_str().unwrap()),
            "{what}"
        );
        assert_eq!(
            file["identifier"],
            serde_json::from_str::<Value>(&write_part(&part, &diary, &making("2026-06-09", None))).unwrap()["identifier"]
        );
        let (all, some) = (entries(&whole), entries(&file));
        for (address, resource) in &some {
            assert_eq!(all.get(address), Some(resource), "{what}: {address}");
        }
        assert_eq!(of_type(&file, "QuestionnaireResponse").len(), part.days().len());
    }
    for (address, resource) in entries(&whole) {
        let Some(id) = address.strip_prefix("urn:uuid:") else {
            panic!("{address}");
        };
        assert_eq!(resource["id"], id);
        let text = resource["identifier"].to_string();
        let has_url = resource["url"].is_string();
        assert!(
            has_url || text.contains(&format!(r#""value":"{address}""#)),
            "{resource}"
        );
    }
}

#[test]
fn an_address_stays_when_the_diary_goes_on_or_a_day_is_filled_in_or_edited() {
    let (diary, before) = bundle(STANFORD, "2026-06-07", None);
    let at = DateTime::parse_from_rfc3339("2026-06-08T21:00:00+02:00").unwrap();
    let mut later = diary.clone();
    let edited = diary.days().nth(20).unwrap();
    let mut answers = edited.answers().clone();
    answers
        .items
        .insert(StandardItem::Pain.into(), crate::diary::Rating::new(99).unwrap());
    later.put_day(Day::restore(
        edited.date(),
        edited.recorded_at(),
        Some(at),
        answers.clone(),
    ));
    for date in ["2026-01-02", "2026-06-08"] {
        later.put_day(Day::restore(date.parse().unwrap(), at, None, answers.clone()));
    }
    let after: Value = serde_json::from_str(&write(&later, &making("2026-06-08", None))).unwrap();
    let after = entries(&after);
    assert!(entries(&before).keys().all(|address| after.contains_key(address)));
}

#[test]
fn what_is_said_of_the_treatment_is_said_when_the_file_is_made() {
    let (diary, _) = bundle(STANFORD, "2026-06-07", None);
    let open = {
        let (treatment, days) = (
            &diary.treatment,
            part(&diary, |day| day.date().to_string() < "2026-04-13".into()),
        );
        let phases = treatment.phases()[..2].to_vec();
        let treatment = crate::diary::Treatment::new(phases, treatment.dose_steps().to_vec()).unwrap();
        Diary::restore(
            diary.settings.clone(),
            treatment,
            days.days().cloned().collect::<Vec<_>>(),
        )
    };
    let statuses = |diary: &Diary, made_on: &str| {
        // The last day that is looked at is another question.
        let as_of = "2026-02-01".parse().unwrap();
        let bundle = write(
            diary,
            &Making {
                as_of,
                ..making(made_on, None)
            },
        );
        let bundle = serde_json::from_str(&bundle).unwrap();
        let statements = of_type(&bundle, "MedicationStatement");
        let said = statements.iter().map(|one| one["status"].as_str().unwrap());
        said.collect::<Vec<_>>().join(" ")
    };
    for (made_on, said) in [
        ("2026-01-18", "intended intended"),
        ("2026-01-19", "active intended"),
        ("2026-04-12", "active intended"),
        ("2026-04-13", "completed active"),
        ("2026-05-11", "completed completed"),
        ("2027-05-11", "completed completed"),
    ] {
        assert_eq!(statuses(&diary, made_on), said, "{made_on}");
    }
    for (made_on, said) in [
        ("2026-04-12", "active"),
        ("2026-04-26", "active"),
        ("2026-04-27", "unknown"),
        ("2028-01-01", "unknown"),
    ] {
        assert_eq!(statuses(&open, made_on), said, "{made_on}");
    }
}

#[test]
fn a_form_and_how_it_is_taken_go_with_the_plan_and_with_each_dose() {
    let (mut diary, _) = bundle(STANFORD, "2026-06-07", None);
    for (form, name, route, code) in [
        (Some(Form::Capsule), "Capsule", "By mouth", "PO"),
        (Some(Form::Tablet), "Tablet", "By mouth", "PO"),
        (Some(Form::Liquid), "Liquid", "By mouth", "PO"),
        (Some(Form::Drops), "Drops under the tongue", "Under the tongue", ""),
        (Some(Form::Cream), "Cream", "On the skin", ""),
        (Some(Form::Injection), "Injection", "Injected", ""),
        (Some(Form::Other), "Other", "", ""),
        (None, "", "", ""),
    ] {
        let mut phases = diary.treatment.phases().to_vec();
        phases[1].form = form;
        let steps = diary.treatment.dose_steps().to_vec();
        diary.treatment = crate::diary::Treatment::new(phases, steps).unwrap();
        let bundle: Value = serde_json::from_str(&write(&diary, &making("2026-06-07", None))).unwrap();
        let statement = of_type(&bundle, "MedicationStatement")[0];
        let given = of_type(&bundle, "MedicationAdministration");
        let given = given
            .iter()
            .find(|one| one["effectiveDateTime"] == "2026-01-20")
            .unwrap();
        for (taken, dosage) in [(statement, &statement["dosage"][0]), (*given, &given["dosage"])] {
            assert_eq!(dosage["route"]["text"].as_str().unwrap_or_default(), route, "{form:?}");
            let coding = &dosage["route"]["coding"][0]["code"];
            assert_eq!(coding.as_str().unwrap_or_default(), code, "{form:?}");
            let reference = taken["medicationReference"]["reference"].as_str();
            let medication = reference.map(|address| entries(&bundle)[address]);
            let said = medication.map_or("", |medication| medication["form"]["text"].as_str().unwrap());
            assert_eq!(said, name);
            let what = medication.map_or(&taken["medicationCodeableConcept"], |medication| &medication["code"]);
            assert_eq!(what["coding"][0]["code"], "7243", "{form:?}");
        }
    }
}

// W5: what was left out on purpose is not there for that reason; of what is missing on another day none is known.
#[test]
fn a_day_that_was_left_out_says_so_at_each_question() {
    let (diary, bundle) = bundle(STANFORD, "2026-06-07", None);
    let observations = answers(&bundle);
    for day in diary.days() {
        let date = day.date().to_string();
        let response = of_type(&bundle, "QuestionnaireResponse")
            .into_iter()
            .find(|one| one["item"][0]["answer"][0]["valueDate"] == json!(date))
            .unwrap();
        let items = response["item"].as_array().unwrap();
        let unanswered: BTreeSet<&str> = items
            .iter()
            .filter(|item| item["answer"].is_null())
            .map(|item| {
                assert_eq!(item["extension"][0]["valueCode"], "asked-declined", "{item}");
                item["linkId"].as_str().unwrap()
            })
            .collect();
        let declined: BTreeSet<&str> = observations
            .iter()
            .filter(|one| one["effectiveDateTime"] == json!(date) && one["dataAbsentReason"].is_object())
            .map(|one| {
                assert!(one["valueQuantity"].is_null() && one["valueBoolean"].is_null());
                assert_eq!(one["dataAbsentReason"]["coding"][0]["code"], "asked-declined");
                let codings = one["code"]["coding"].as_array().unwrap();
                codings.last().unwrap()["code"].as_str().unwrap()
            })
            .collect();
        let status = response["status"].as_str().unwrap();
        if day.answers().left_out {
            assert_eq!(status, "stopped", "{date}");
            let mut all = CheckIn::but_for_left_out(&diary, day.date());
            all.items.retain(|item| !day.answers().items.contains_key(item));
            all.side_effects
                .retain(|effect| !day.answers().side_effects.contains_key(effect));
            let mut asked: BTreeSet<&str> = all.items.iter().map(ItemId::as_str).collect();
            asked.extend(all.side_effects.iter().map(SideEffectId::as_str));
            assert_eq!(declined, asked, "{date}");
            asked.extend(day.answers().dose_taken.is_none().then_some("dose_taken"));
            assert_eq!(unanswered, asked, "{date}");
            assert!(asked.len() > 3, "{date}: {asked:?}");
        } else {
            assert!(unanswered.is_empty() && declined.is_empty(), "{date}");
            assert_ne!(status, "stopped", "{date}");
        }
    }
}

/// Every text that is written for people.
fn said<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str() {
                    Some(text) if ["text", "display", "title", "unit", "valueString"].contains(&name.as_str()) => {
                        found.push(text);
                    }
                    _ => said(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| said(value, found)),
        _ => {}
    }
}

#[test]
fn no_code_is_shown_to_people() {
    let sample = include_str!("../../../public/diary-stanford-2013.json");
    let (_, bundle) = bundle(sample, "2026-06-07", None);
    let mut found = Vec::new();
    said(&bundle, &mut found);
    let units: BTreeSet<&str> = found.iter().copied().filter(|text| text.contains(['{', '_'])).collect();
    assert!(found.contains(&"points") && units.is_empty(), "{units:?}");
}

fn is_change(observation: &Value) -> bool {
    observation["code"]["coding"][0]["code"] == "change"
}
