//! The diary as a FHIR R4 Bundle, for clinics whose records can take one in.
//!
//! A collection: a Patient without identity unless a name is given; the Questionnaire; for each evening a
//! `QuestionnaireResponse`, the Observations derived from it, and a `MedicationAdministration` for the answer on the dose; a
//! `MedicationStatement` for each dose step and each time on placebo; a Goal for each decision card, and for each question
//! that has a likely range an Observation of its change. What was not answered is not there; but where the patient left
//! the rest of a day out on purpose, what was left out is there with that as the reason.
//!
//! * `effective` is the diary day, a civil date; `issued` and `authored` are the instant of recording. Where the second is
//!   later than the first, the day was filled in late. A day that was edited is `amended`, one whose rest was left out
//!   `stopped`: filled in in part, and then given up.
//! * What was imported from another diary has the tag `imported`, and where there is room for a note, where it is from: its
//!   `issued` and `authored` are the instant of the import, and it is not late.
//! * Codes: LOINC 38214-3 for the pain of a visual analogue scale, `RxNorm` 7243 and ATC N07BB04 for naltrexone, and how a
//!   form is taken where HL7 has a word for just that. Everything else has a code of our own with its words: a code system
//!   of the Bundle, not a published one that nearly fits. `text` is in the words of the reader's language.
//! * References are `urn:uuid` addresses of entries, which are their ids and identifiers too. They are made from the diary,
//!   what is asked and the day alone: files of one diary, whole or of some weeks, hold the same patient and the same
//!   answers, and can be put together. So the questions and the words of own things are always those of the whole diary.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::Value;

use super::fingerprint;
use crate::diary::{Day, Diary};
use crate::json::json;
use crate::trial::{LateDays, Study};
use crate::words::fhir as words;

mod answers;
pub(super) mod codes;
mod identity;
mod medication;
mod questions;

use codes::Codes;
use identity::Identity;

/// When a Bundle is made, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Making<'a> {
    /// The last day that is looked at: answers are those of its evening.
    pub as_of: NaiveDate,
    /// The instant. What is said of the treatment is said at it: what is planned, taken and over, and what is not known.
    pub at: DateTime<FixedOffset>,
    /// The patient's name, if any.
    pub name: Option<&'a str>,
}

/// Writes the days of a diary as a Bundle.
pub fn write(diary: &Diary, making: &Making<'_>) -> String {
    write_part(diary, diary, making)
}

/// The same of a part of a diary. Its fingerprint, its addresses, its answers and its cards are those of the whole one: the
/// one and the last two stand on the report.
pub fn write_part(diary: &Diary, whole: &Diary, making: &Making<'_>) -> String {
    let identity = Identity::of(whole);
    let codes = Codes::of(whole, &identity);
    let bundle = Bundle {
        identity: &identity,
        codes: &codes,
        diary,
        whole,
    };
    let mut written = Written::begun(&fingerprint_of(diary, whole), making.at);
    written.entry(&identity.patient(), patient(making.name));
    for (address, system) in codes.systems() {
        written.entry(&address, system);
    }
    written.entry(&identity.questionnaire(), questions::questionnaire(&bundle));
    for (address, medicine) in medication::medicines(&bundle) {
        written.entry(&address, medicine);
    }
    for (address, statement) in medication::statements(&bundle, whole.day_of(making.at)) {
        written.entry(&address, statement);
    }
    let study = Study::of(whole, making.as_of, LateDays::Included);
    for (address, resource) in answers::answers(&bundle, &study) {
        written.entry(&address, resource);
    }
    for day in diary.days().filter(|day| !day.answers().is_empty()) {
        bundle.day(day, &mut written);
    }
    written.end()
}

/// What the identifier of a Bundle is one of: SHA-256 of the diary; behind it, where only a part of its days or answers is
/// there, that of the part. Two files with one identifier hold the same data.
const FINGERPRINT: &str = "urn:uuid:0b6c2f0e-5c1d-4b0f-9a39-3f8e6f2d7a15";

fn fingerprint_of(part: &Diary, whole: &Diary) -> String {
    let answered = |diary: &Diary| diary.days().filter(|day| !day.answers().is_empty()).count();
    let is_there = |day: &Day| whole.day(day.date()).is_some_and(|all| all.answers() == day.answers());
    let fingerprint = fingerprint::full(whole);
    if answered(part) == answered(whole) && part.days().all(is_there) {
        fingerprint
    } else {
        [&fingerprint, "-", &fingerprint::full(part)].concat()
    }
}

/// The system of identifiers that are addresses themselves.
const ADDRESSES: &str = "urn:ietf:rfc:3986";

/// What the resources of one Bundle share.
struct Bundle<'a> {
    identity: &'a Identity,
    codes: &'a Codes,
    diary: &'a Diary,
    /// The whole diary, of which the days of `diary` are a part.
    whole: &'a Diary,
}

impl Bundle<'_> {
    fn day(&self, day: &Day, written: &mut Written) {
        let address = self.identity.response(day.date());
        let mut response = questions::response(self, day);
        if day.imported_from().is_some() {
            response["meta"]["tag"] = json!([codes::IMPORTED.coding()]);
        }
        written.entry(&address, response);
        let observations = questions::observations(self, day, &address);
        for (address, mut seen) in observations.into_iter().chain(medication::administration(self, day)) {
            if let Some(from) = day.imported_from() {
                seen["meta"] = json!({ "tag": [codes::IMPORTED.coding()] });
                seen["note"] = json!([{ "text": words::imported(from.as_str()) }]);
            }
            written.entry(&address, seen);
        }
    }

    fn subject(&self) -> Value {
        json!({ "reference": self.identity.patient() })
    }
}

fn patient(name: Option<&str>) -> Value {
    let mut patient = json!({ "resourceType": "Patient" });
    if let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) {
        patient["name"] = json!([{ "text": name }]);
    }
    patient
}

/// The text of a Bundle, entry by entry: ten years of evenings are not held twice.
struct Written(String);

impl Written {
    /// Opens the Bundle, which is named by the fingerprint of its data.
    fn begun(fingerprint: &str, at: DateTime<FixedOffset>) -> Written {
        let bundle = json!({
            "resourceType": "Bundle",
            "identifier": { "system": FINGERPRINT, "value": fingerprint },
            "type": "collection",
            "timestamp": instant(at),
        });
        let mut text = bundle.to_string();
        text.pop();
        text.push_str(r#","entry":["#);
        Written(text)
    }

    /// Adds a resource, which carries its address so that it can be found again where several files come together. Code
    /// systems and questionnaires have theirs as `url`.
    fn entry(&mut self, address: &str, mut resource: Value) {
        if let Some(id) = address.strip_prefix("urn:uuid:") {
            resource["id"] = json!(id);
        }
        let identifier = json!({ "system": ADDRESSES, "value": address });
        match resource["resourceType"].as_str() {
            Some("CodeSystem" | "Questionnaire") => {}
            Some("QuestionnaireResponse") => resource["identifier"] = identifier,
            _ => match resource["identifier"].as_array_mut() {
                Some(others) => others.push(identifier),
                None => resource["identifier"] = json!([identifier]),
            },
        }
        if self.0.ends_with('}') {
            self.0.push(',');
        }
        self.0.push('\n');
        self.0
            .push_str(&json!({ "fullUrl": address, "resource": resource }).to_string());
    }

    fn end(mut self) -> String {
        self.0.push_str("\n]}\n");
        self.0
    }
}

/// An instant as FHIR wants it, with its offset.
fn instant(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, false)
}

#[cfg(test)]
mod tests;
