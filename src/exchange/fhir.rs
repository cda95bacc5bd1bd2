//! The diary as a FHIR R4 Bundle, for clinics whose records can take one in.
//!
//! A collection: a Patient without identity unless a name is given; the Questionnaire; for each evening a
//! `QuestionnaireResponse`, the Observations derived from it, and a `MedicationAdministration` for the answer on the dose; a
//! `MedicationStatement` for each dose step and each time on placebo; a Goal for each decision card, and for each question
//! that has a likely range an Observation of its change. What was not answered is not there.
//!
//! * `effective` is the diary day, a civil date; `issued` and `authored` are the instant of recording. Where the second is
//!   later than the first, the day was filled in late. A day that was edited is `amended`.
//! * Codes: LOINC 38214-3 for the pain of a visual analogue scale, `RxNorm` 7243 and ATC N07BB04 for naltrexone. Everything
//!   else has a code of our own with its words: a code system of the Bundle, not a published one that nearly fits. `text`
//!   is in the words of the reader's language.
//! * References are `urn:uuid` addresses of entries. They are made from the instant of the first recorded day, so that they
//!   are the same in each export of a diary and differ between diaries.

use chrono::NaiveDate;
use serde_json::Value;

use super::fingerprint;
use crate::diary::{Day, Diary};
use crate::json::json;
use crate::trial::{LateDays, Study};

mod answers;
pub(super) mod codes;
mod identity;
mod medication;
mod questions;

use codes::Codes;
use identity::Identity;

/// Writes the days of a diary as a Bundle. Dose steps that begin after `as_of` are intended. The patient's name, if any.
pub fn write(diary: &Diary, as_of: NaiveDate, name: Option<&str>) -> String {
    write_part(diary, diary, as_of, name)
}

/// The same of a part of a diary. Its fingerprint, its answers and its cards are those of the whole one: they stand on the
/// report.
pub fn write_part(diary: &Diary, whole: &Diary, as_of: NaiveDate, name: Option<&str>) -> String {
    let identity = Identity::of(diary);
    let codes = Codes::of(diary, &identity);
    let bundle = Bundle {
        identity: &identity,
        codes: &codes,
        diary,
        whole,
    };
    let mut written = Written::begun(&fingerprint::full(whole), last_change(diary));
    written.entry(&identity.patient(), patient(name));
    for (address, system) in codes.systems() {
        written.entry(&address, system);
    }
    written.entry(&identity.questionnaire(), questions::questionnaire(&bundle));
    for (address, statement) in medication::statements(&bundle, as_of) {
        written.entry(&address, statement);
    }
    let study = Study::of(whole, as_of, LateDays::Included);
    for (address, resource) in answers::answers(&bundle, &study) {
        written.entry(&address, resource);
    }
    for day in diary.days().filter(|day| !day.answers().is_empty()) {
        bundle.day(day, &mut written);
    }
    written.end()
}

/// What the identifier of a Bundle is one of: SHA-256 of the diary.
const FINGERPRINT: &str = "urn:uuid:0b6c2f0e-5c1d-4b0f-9a39-3f8e6f2d7a15";

/// The latest instant at which anything was recorded or edited: the same diary gives the same file.
fn last_change(diary: &Diary) -> Option<String> {
    let days = diary.days().filter(|day| !day.answers().is_empty());
    days.map(|day| day.edited_at().unwrap_or_else(|| day.recorded_at()))
        .max()
        .map(instant)
}

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
        let response = self.identity.response(day.date());
        written.entry(&response, questions::response(self, day));
        for (address, observation) in questions::observations(self, day, &response) {
            written.entry(&address, observation);
        }
        if let Some((address, administration)) = medication::administration(self, day) {
            written.entry(&address, administration);
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
    fn begun(fingerprint: &str, changed: Option<String>) -> Written {
        let mut bundle = json!({
            "resourceType": "Bundle",
            "identifier": { "system": FINGERPRINT, "value": fingerprint },
            "type": "collection",
        });
        if let Some(changed) = changed {
            bundle["timestamp"] = json!(changed);
        }
        let mut text = bundle.to_string();
        text.pop();
        text.push_str(r#","entry":["#);
        Written(text)
    }

    fn entry(&mut self, address: &str, resource: Value) {
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
fn instant(at: chrono::DateTime<chrono::FixedOffset>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, false)
}

#[cfg(test)]
mod tests;
