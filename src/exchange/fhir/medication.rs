//! What was planned to be taken, and what was.

use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;

use super::Bundle;
use super::codes::{PLACEBO, SEALED};
use crate::diary::{Day, Dose, Form, Phase, PhaseKind, SortedMap};
use crate::json::json;
use crate::words::{fhir as words, names};

/// A dose as a number of milligrams: exact, because a dose has at most six digits.
#[expect(clippy::cast_precision_loss, reason = "a dose has at most a million micrograms")]
pub(super) fn milligrams(dose: Dose) -> f64 {
    dose.micrograms() as f64 / 1000.0
}

fn quantity(dose: Dose) -> Value {
    json!({ "value": milligrams(dose), "unit": "mg", "system": "http://unitsofmeasure.org", "code": "mg" })
}

/// Naltrexone, of which no product code says "low dose": the dose stands beside it.
fn naltrexone() -> Value {
    json!({
        "coding": [
            { "system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "7243", "display": "naltrexone" },
            { "system": "http://www.whocc.no/atc", "code": "N07BB04", "display": "naltrexone" },
        ],
        "text": words::naltrexone(),
    })
}

/// What is taken in a phase of this kind. Another medicine has no code: its name is the patient's.
fn medicine(kind: Option<&PhaseKind>) -> Value {
    match kind {
        Some(PhaseKind::Placebo) => PLACEBO.concept(),
        Some(PhaseKind::Blinded(_)) => SEALED.concept(),
        Some(PhaseKind::Comparator(name)) => json!({ "text": name.as_str() }),
        _ => naltrexone(),
    }
}

/// Puts what is taken into a resource: a Medication of the Bundle where its form is known, for a concept has no place for
/// one.
fn put_medicine(bundle: &Bundle<'_>, kind: Option<&PhaseKind>, form: Option<Form>, resource: &mut Value) {
    let concept = medicine(kind);
    match form {
        None => resource["medicationCodeableConcept"] = concept,
        Some(form) => {
            resource["medicationReference"] =
                json!({ "reference": address(bundle, kind, form), "display": concept["text"] });
        }
    }
}

fn address(bundle: &Bundle<'_>, kind: Option<&PhaseKind>, form: Form) -> String {
    let kind = kind.unwrap_or(&PhaseKind::Ldn);
    let name = kind.medicine().map_or("", |name| name.as_str());
    bundle.identity.medicine(kind.id(), name, form.id())
}

/// Each thing that is taken in a form that was said.
pub(super) fn medicines(bundle: &Bundle<'_>) -> SortedMap<String, Value> {
    let mut medicines = SortedMap::default();
    for phase in bundle.diary.treatment.phases() {
        if let Some(form) = phase.form.filter(|_| phase.kind.is_taken()) {
            let medication = json!({
                "resourceType": "Medication",
                "code": medicine(Some(&phase.kind)),
                "form": { "text": names::form(form) },
            });
            medicines.insert(address(bundle, Some(&phase.kind), form), medication);
        }
    }
    medicines
}

/// How a form is taken, where the form tells. HL7 has a word for what is swallowed; its others say more than a form does.
fn route(form: Form) -> Option<Value> {
    let text = match form {
        Form::Capsule | Form::Tablet | Form::Liquid => {
            return Some(json!({
                "coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration",
                    "code": "PO",
                    "display": "Swallow, oral",
                }],
                "text": words::by_mouth(),
            }));
        }
        Form::Drops => words::under_the_tongue(),
        Form::Cream => words::on_the_skin(),
        Form::Injection => words::injected(),
        Form::Other => return None,
    };
    Some(json!({ "text": text }))
}

/// One statement for each dose step within a time on LDN, and one for each time on placebo or another medicine.
pub(super) fn statements(bundle: &Bundle<'_>, today: NaiveDate) -> Vec<(String, Value)> {
    let treatment = &bundle.diary.treatment;
    let phases = treatment.phases();
    let mut statements = Vec::new();
    for (index, phase) in phases.iter().enumerate() {
        let end = phases.get(index + 1).and_then(|next| next.from.pred_opt());
        let steps = treatment.steps_of(index).iter().map(|step| step.from);
        let steps = steps.filter(|from| *from > phase.from);
        let starts: Vec<NaiveDate> = match phase.kind {
            PhaseKind::Ldn => std::iter::once(phase.from).chain(steps).collect(),
            PhaseKind::Placebo | PhaseKind::Comparator(_) => vec![phase.from],
            // What is sealed is stated once it is known.
            PhaseKind::Baseline | PhaseKind::Blinded(_) | PhaseKind::Washout => continue,
        };
        for (place, &from) in starts.iter().enumerate() {
            let last = starts.get(place + 1).and_then(NaiveDate::pred_opt).or(end);
            let statement = statement(bundle, phase, from, last, today);
            statements.push((bundle.identity.statement(from), statement));
        }
    }
    statements
}

fn statement(bundle: &Bundle<'_>, phase: &Phase, from: NaiveDate, last: Option<NaiveDate>, today: NaiveDate) -> Value {
    let status = match last {
        _ if from > today => "intended",
        Some(last) if last < today => "completed",
        // Whether it is still taken is not known of a diary that has stopped, unless this began after that.
        _ if bundle.whole.stopped_on(today).is_some_and(|last| from <= last) => "unknown",
        _ => "active",
    };
    // FHIR knows a month as a date too. Formats of chrono would bring 8 KB of their own.
    let start = if phase.by_month && from == phase.from {
        format!("{:04}-{:02}", from.year(), from.month())
    } else {
        from.to_string()
    };
    let mut period = json!({ "start": start });
    if let Some(last) = last {
        period["end"] = json!(last.to_string());
    }
    let mut statement = json!({
        "resourceType": "MedicationStatement",
        "status": status,
        "subject": bundle.subject(),
        "informationSource": bundle.subject(),
        "effectivePeriod": period,
    });
    put_medicine(bundle, Some(&phase.kind), phase.form, &mut statement);
    let form = phase.form.map(names::form_within);
    if let Some(dose) = bundle.diary.treatment.planned_dose(from) {
        let text = match form {
            Some(form) => words::planned_as(&dose.to_string(), form),
            None => words::planned(&dose.to_string()),
        };
        statement["dosage"] = json!([{
            "text": text,
            "timing": { "repeat": { "frequency": 1, "period": 1, "periodUnit": "d" } },
            "doseAndRate": [{ "doseQuantity": quantity(dose) }],
        }]);
    } else if let Some(form) = form {
        statement["dosage"] = json!([{ "text": form }]);
    }
    if let Some(route) = phase.form.and_then(route) {
        statement["dosage"][0]["route"] = route;
    }
    statement
}

/// The answer on the dose of an evening: taken, or not done.
pub(super) fn administration(bundle: &Bundle<'_>, day: &Day) -> Option<(String, Value)> {
    let answers = day.answers();
    let taken = answers.has_taken()?;
    // The evening asks for LDN; in a time on placebo it is that. The form of another medicine is not that of LDN.
    let phase = bundle.diary.treatment.phase_on(day.date()).map(|(_, phase)| phase);
    let asked = phase.filter(|phase| matches!(phase.kind, PhaseKind::Ldn | PhaseKind::Placebo | PhaseKind::Blinded(_)));
    // What was sealed and is known to be LDN had the dose on its label.
    let of_label = || bundle.diary.treatment.planned_dose(day.date());
    let dose = match answers.sealed_dose {
        Some(taken) => taken.then(of_label).flatten(),
        None => answers.dose_taken.filter(|dose| !dose.is_none()),
    };
    let form = asked.and_then(|phase| phase.form);
    let mut administration = json!({
        "resourceType": "MedicationAdministration",
        "status": if taken { "completed" } else { "not-done" },
        "subject": bundle.subject(),
        "performer": [{ "actor": bundle.subject() }],
        "effectiveDateTime": day.date().to_string(),
        "supportingInformation": [{ "reference": bundle.identity.response(day.date()) }],
    });
    put_medicine(bundle, asked.map(|phase| &phase.kind), form, &mut administration);
    if let Some(dose) = dose {
        administration["dosage"] = json!({ "dose": quantity(dose) });
        if let Some(route) = form.and_then(route) {
            administration["dosage"]["route"] = route;
        }
    }
    Some((bundle.identity.administration(day.date()), administration))
}
