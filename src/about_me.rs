//! What a patient says of themselves (D10), all of it optional: for the report where they tick it, and for the naltrexone card.
//!
//! A day's check-in needs nothing of it. So the diary keeps it as it was written down, among the fields of [`Rest`] that the
//! first part does not read, and it is read here.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::diary::{Name, Rest};

/// Its field in backups and in the store.
const FIELD: &str = "about_me";

/// What a patient says of themselves. Nothing has a default value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AboutMe {
    /// Their own name, as it shall stand on the card.
    pub name: Option<Name>,
    /// Conditions, with the year in which each began where it was said.
    pub conditions: Vec<(Name, Option<i32>)>,
    /// Other medicines, with since when and until when they are taken, in the patient's words ("March 2025").
    pub medicines: Vec<OtherMedicine>,
    /// Who prescribes LDN.
    pub prescriber: Option<Name>,
    /// The prescriber's telephone, as it was written.
    pub telephone: Option<Name>,
    /// Which pharmacy makes it.
    pub pharmacy: Option<Name>,
    /// Whether opioids are taken now.
    pub opioids: Option<bool>,
    /// Fields of another version.
    pub unknown: Map<String, Value>,
}

/// Another medicine, as the patient names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherMedicine {
    /// What it is called, with its dose where that was written.
    pub name: Name,
    /// Since when.
    pub since: Option<Name>,
    /// Until when; `None` of one that is taken now.
    pub until: Option<Name>,
}

impl AboutMe {
    /// The most conditions.
    pub const MAX_CONDITIONS: usize = 6;
    /// The most other medicines.
    pub const MAX_MEDICINES: usize = 12;

    /// What a diary holds of it. What can't be read of it is not there, and stays as it is until something of it is changed.
    pub fn of(rest: &Rest) -> AboutMe {
        let kept: Option<Kept> = rest.unknown.get(FIELD).and_then(|text| serde_json::from_str(text).ok());
        let name = |text: Option<String>| text.and_then(|text| Name::new(&text).ok());
        let Some(kept) = kept else {
            return AboutMe::default();
        };
        let mut about = AboutMe {
            name: name(kept.name),
            prescriber: name(kept.prescriber),
            telephone: name(kept.telephone),
            pharmacy: name(kept.pharmacy),
            opioids: kept.opioids,
            unknown: kept.unknown,
            ..AboutMe::default()
        };
        for condition in kept.conditions.into_iter().take(Self::MAX_CONDITIONS) {
            about
                .conditions
                .extend(name(Some(condition.name)).map(|name| (name, condition.since)));
        }
        for medicine in kept.medicines.into_iter().take(Self::MAX_MEDICINES) {
            about
                .medicines
                .extend(name(Some(medicine.name)).map(|named| OtherMedicine {
                    name: named,
                    since: name(medicine.since),
                    until: name(medicine.until),
                }));
        }
        about
    }

    /// Puts it into a diary; where nothing is said, nothing is kept.
    pub fn put(&self, rest: &mut Rest) {
        if *self == AboutMe::default() {
            rest.unknown.remove(FIELD);
            return;
        }
        let text = |name: &Option<Name>| name.as_ref().map(ToString::to_string);
        let mut kept = Kept {
            name: text(&self.name),
            prescriber: text(&self.prescriber),
            telephone: text(&self.telephone),
            pharmacy: text(&self.pharmacy),
            opioids: self.opioids,
            unknown: self.unknown.clone(),
            ..Kept::default()
        };
        for (name, since) in &self.conditions {
            kept.conditions.push(KeptCondition {
                name: name.to_string(),
                since: *since,
            });
        }
        for medicine in &self.medicines {
            kept.medicines.push(KeptMedicine {
                name: medicine.name.to_string(),
                since: text(&medicine.since),
                until: text(&medicine.until),
            });
        }
        // Texts and numbers always can be written.
        let written = serde_json::to_string(&kept).unwrap_or_default();
        rest.unknown.insert(FIELD.to_owned(), written);
    }
}

#[derive(Default, Serialize, Deserialize)]
struct Kept {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    conditions: Vec<KeptCondition>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    medicines: Vec<KeptMedicine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prescriber: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pharmacy: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    opioids: Option<bool>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct KeptCondition {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<i32>,
}

#[derive(Serialize, Deserialize)]
struct KeptMedicine {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::name;

    fn said() -> AboutMe {
        AboutMe {
            name: Some(name("Ane Ødegård")),
            conditions: vec![(name("Fibromyalgia"), Some(2011)), (name("CRPS"), None)],
            medicines: vec![OtherMedicine {
                name: name("Duloxetine 60 mg"),
                since: Some(name("March 2025")),
                until: None,
            }],
            prescriber: Some(name("Dr Lind")),
            telephone: Some(name("555 0100")),
            pharmacy: None,
            opioids: Some(false),
            unknown: Map::new(),
        }
    }

    #[test]
    fn what_is_said_is_kept_and_nothing_said_keeps_nothing() {
        let mut rest = Rest::default();
        assert_eq!(AboutMe::of(&rest), AboutMe::default());
        said().put(&mut rest);
        assert_eq!(AboutMe::of(&rest), said());
        AboutMe::default().put(&mut rest);
        assert_eq!(rest, Rest::default());
    }

    #[test]
    fn fields_of_another_version_go_back_out() {
        let mut rest = Rest::default();
        let text = r#"{"name":"A","blood_group":"0","opioids":true}"#;
        rest.unknown.insert(FIELD.to_owned(), text.to_owned());
        let mut about = AboutMe::of(&rest);
        about.name = None;
        about.put(&mut rest);
        assert_eq!(
            rest.unknown.get(FIELD).unwrap(),
            r#"{"opioids":true,"blood_group":"0"}"#
        );
    }

    #[test]
    fn what_can_not_be_read_is_not_there_and_stays() {
        let mut rest = Rest::default();
        for torn in ["[]", "{\"name\":7}", "null"] {
            rest.unknown.insert(FIELD.to_owned(), torn.to_owned());
            assert_eq!(AboutMe::of(&rest), AboutMe::default());
        }
    }
}
