//! What each answer is called in the Bundle: for programs by a code and the words that the code system has for it, for
//! people as it is asked.

use serde_json::Value;

use super::identity::Identity;
use crate::diary::{Diary, Direction, ItemId, OwnId, SideEffectId, SortedSet, StandardItem, StandardSideEffect};
use crate::json::json;
use crate::words::{Word, fhir as words, names, paper, today};

/// Our own code system for what every diary knows; tables name it too.
pub(in crate::exchange) const OWN_SYSTEM: &str = "urn:uuid:7d0c3f52-94a8-4d7e-8b1f-5e2a6c9d0b34";
const LOINC: &str = "http://loinc.org";
/// "Pain severity \[Score\] Visual analog score": verified. No other LOINC code has the question and the scale of an item.
const LOINC_PAIN: (&str, &str) = ("38214-3", "Pain severity [Score] Visual analog score");

/// What has a code of our own and is neither an item nor a side effect.
#[derive(Clone, Copy)]
pub(super) struct Question {
    pub(super) code: &'static str,
    /// What the code system calls it.
    display: &'static str,
    /// As it is asked.
    pub(super) text: Word,
}

macro_rules! questions {
    ($($name:ident: $code:literal, $display:literal, $text:expr;)*) => {
        $(pub(super) const $name: Question = Question { code: $code, display: $display, text: $text };)*
        const QUESTIONS: &[Question] = &[$($name),*];
    };
}
questions! {
    RESCUE_MEDICINE: "rescue_medicine", "Extra pain medicine needed", names::extra_pain_medicine_needed;
    WALKING_SUPPORT: "walking_support", "Support needed for walking", names::walking_support;
    LEFT_OUT: "left_out", "The rest was left out on purpose: too unwell", words::left_out;
    DOSE_TAKEN: "dose_taken", "Dose taken, in milligrams; 0 is none", words::dose_taken;
    SEALED_DOSE: "sealed_dose_taken", "Sealed dose of a blinded period taken", words::sealed_dose_taken;
    SEALED: "sealed", "Naltrexone or placebo, sealed", words::sealed;
    TAG: "tag", "What else happened", today::tags;
    NOTE: "note", "Note", today::note;
    DATE: "date", "Diary day", words::day;
    CHANGE: "change", "Difference of two mean ratings, in points", words::change;
    MEAN_BEFORE: "mean_before", "Mean of the days compared with", words::mean_before;
    MEAN_NOW: "mean_now", "Mean of the days compared", words::mean_now;
    LOWEST: "change_low", "Lower limit of the 95 % interval of the difference", words::lowest;
    HIGHEST: "change_high", "Upper limit of the 95 % interval of the difference", words::highest;
    AT_LEAST_ASKED: "at_least_asked", "Probability of at least the smallest worthwhile change", words::at_least_asked;
    IMPORTED: "imported", "Imported from another diary", paper::imported;
    PLACEBO: "placebo", "Placebo", names::placebo;
}

/// What an item or side effect is called.
pub(super) struct Named<T> {
    pub(super) id: T,
    /// By the code system.
    display: String,
    /// As it is asked.
    pub(super) text: String,
}

/// The names of all items, side effects and other medicines of a diary.
pub(super) struct Codes {
    own_system: String,
    items: Vec<Named<ItemId>>,
    effects: Vec<Named<SideEffectId>>,
    medicines: Vec<Named<OwnId>>,
}

impl Codes {
    /// Everything that was ever answered or is asked.
    pub(super) fn of(diary: &Diary, identity: &Identity) -> Codes {
        let settings = &diary.settings;
        let days = || diary.days().map(crate::diary::Day::answers);
        let items: SortedSet<&ItemId> = settings
            .items_on()
            .iter()
            .chain(days().flat_map(|day| day.items.keys()))
            .collect();
        let effects = settings.side_effects_on().iter();
        let effects: SortedSet<&SideEffectId> = effects.chain(days().flat_map(|day| day.side_effects.keys())).collect();
        let item = |id: &ItemId| {
            let (display, text) = match id {
                ItemId::Standard(item) => (standard_item(*item).to_owned(), item_text(*item).to_owned()),
                ItemId::Own(_) => {
                    let name = names::any_item(id, settings);
                    let text = match settings.direction_of(id) {
                        Some(Direction::LowerIsBetter) => words::own_lower(&name),
                        Some(Direction::HigherIsBetter) => words::own_higher(&name),
                        None => name,
                    };
                    (text.clone(), text)
                }
            };
            let id = id.clone();
            Named { id, display, text }
        };
        let effect = |id: &SideEffectId| {
            let text = names::any_side_effect(id, settings);
            let display = match id {
                SideEffectId::Standard(effect) => standard_side_effect(*effect).to_owned(),
                SideEffectId::Own(_) => text.clone(),
            };
            let id = id.clone();
            Named { id, display, text }
        };
        let asked = settings.medicines().iter().filter(|own| !own.archived);
        let medicines: SortedSet<&OwnId> = asked
            .map(|own| &own.id)
            .chain(days().flat_map(|day| day.medicines.keys()))
            .collect();
        let medicine = |id: &OwnId| {
            let name = settings.medicine(id).map(names::medicine_with_unit);
            let text = words::how_many(&name.unwrap_or_else(|| names::any_medicine(id, settings)));
            let id = id.clone();
            let display = text.clone();
            Named { id, display, text }
        };
        Codes {
            own_system: identity.own_codes(),
            items: items.into_iter().map(item).collect(),
            effects: effects.into_iter().map(effect).collect(),
            medicines: medicines.into_iter().map(medicine).collect(),
        }
    }

    pub(super) fn items(&self) -> &[Named<ItemId>] {
        &self.items
    }

    pub(super) fn side_effects(&self) -> &[Named<SideEffectId>] {
        &self.effects
    }

    pub(super) fn medicines(&self) -> &[Named<OwnId>] {
        &self.medicines
    }

    pub(super) fn medicine(&self, medicine: &OwnId) -> Value {
        let named = self.medicines.iter().find(|named| named.id == *medicine);
        let codings: Vec<Value> = named.map(|named| self.medicine_code(named)).into_iter().collect();
        json!({ "coding": codings, "text": named.map(|named| &named.text) })
    }

    /// Our own code of a medicine that is counted.
    pub(super) fn medicine_code(&self, named: &Named<OwnId>) -> Value {
        self.coding(named.id.as_str(), &named.display, true)
    }

    /// An item as a concept: a published code where there is one, then our own.
    pub(super) fn item(&self, item: &ItemId) -> Value {
        let named = self.items.iter().find(|named| named.id == *item);
        let mut codings = Vec::new();
        if *item == StandardItem::Pain.into() {
            codings.push(json!({ "system": LOINC, "code": LOINC_PAIN.0, "display": LOINC_PAIN.1 }));
        }
        codings.extend(named.map(|named| self.item_code(named)));
        json!({ "coding": codings, "text": named.map(|named| &named.text) })
    }

    pub(super) fn side_effect(&self, effect: &SideEffectId) -> Value {
        let named = self.effects.iter().find(|named| named.id == *effect);
        let codings: Vec<Value> = named.map(|named| self.side_effect_code(named)).into_iter().collect();
        json!({ "coding": codings, "text": named.map(|named| &named.text) })
    }

    /// Our own code of an item.
    pub(super) fn item_code(&self, named: &Named<ItemId>) -> Value {
        self.coding(named.id.as_str(), &named.display, is_own_item(&named.id))
    }

    /// Our own code of a side effect.
    pub(super) fn side_effect_code(&self, named: &Named<SideEffectId>) -> Value {
        self.coding(named.id.as_str(), &named.display, is_own_side_effect(&named.id))
    }

    fn coding(&self, code: &str, display: &str, is_own: bool) -> Value {
        let system = if is_own { self.own_system.as_str() } else { OWN_SYSTEM };
        json!({ "system": system, "code": code, "display": display })
    }

    /// The code systems with all of their words; the patient's own only where there is anything in it.
    pub(super) fn systems(&self) -> Vec<(String, Value)> {
        let items = StandardItem::ALL.map(|item| concept(item.id(), standard_item(item)));
        let effects = StandardSideEffect::ALL.map(|effect| concept(effect.id(), standard_side_effect(effect)));
        let rest = QUESTIONS
            .iter()
            .map(|question| concept(question.code, question.display));
        let standard = items.into_iter().chain(effects).chain(rest).collect();
        let items = self.items.iter().filter(|named| is_own_item(&named.id));
        let items = items.map(|named| concept(named.id.as_str(), &named.display));
        let effects = self.effects.iter().filter(|named| is_own_side_effect(&named.id));
        let effects = effects.map(|named| concept(named.id.as_str(), &named.display));
        let medicines = self.medicines.iter();
        let medicines = medicines.map(|named| concept(named.id.as_str(), &named.display));
        let own: Vec<Value> = items.chain(effects).chain(medicines).collect();
        let mut systems = vec![system(OWN_SYSTEM, "LdnDiary", "LDN Diary", standard)];
        if !own.is_empty() {
            systems.push(system(&self.own_system, "LdnDiaryOwn", words::own_codes(), own));
        }
        systems
    }
}

impl Question {
    /// Its code.
    pub(super) fn coding(&self) -> Value {
        json!({ "system": OWN_SYSTEM, "code": self.code, "display": self.display })
    }

    /// It as a concept.
    pub(super) fn concept(&self) -> Value {
        json!({ "coding": [self.coding()], "text": (self.text)() })
    }
}

fn is_own_item(id: &ItemId) -> bool {
    matches!(id, ItemId::Own(_))
}

fn is_own_side_effect(id: &SideEffectId) -> bool {
    matches!(id, SideEffectId::Own(_))
}

/// A concept of a code system.
fn concept(code: &str, display: &str) -> Value {
    json!({ "code": code, "display": display })
}

fn system(address: &str, name: &str, title: &str, concepts: Vec<Value>) -> (String, Value) {
    let system = json!({
        "resourceType": "CodeSystem",
        "url": address,
        "name": name,
        "title": title,
        "status": "active",
        "content": "complete",
        "concept": concepts,
    });
    (address.to_owned(), system)
}

/// The question as a clinic reads it.
fn item_text(item: StandardItem) -> &'static str {
    match item {
        StandardItem::Pain => words::pain(),
        StandardItem::Fatigue => words::fatigue(),
        StandardItem::SleepQuality => words::sleep_quality(),
        StandardItem::Overall => words::overall(),
        StandardItem::Tolerability => words::tolerability(),
        StandardItem::HighestPain => words::highest_pain(),
        StandardItem::Stress => words::stress(),
        StandardItem::Sadness => words::sadness(),
        StandardItem::Thinking => words::thinking(),
        StandardItem::Stomach => words::stomach(),
        StandardItem::HeadacheSeverity => words::headache_severity(),
        StandardItem::Mood => words::mood(),
        StandardItem::LifeSatisfaction => words::life_satisfaction(),
        StandardItem::TouchSensitivity => words::touch_sensitivity(),
        StandardItem::Swelling => words::swelling(),
    }
}

/// What our code system calls an item. It is a part of the code, whatever language is read.
fn standard_item(item: StandardItem) -> &'static str {
    match item {
        StandardItem::Pain => "Average pain today: 0 no pain, 100 worst pain imaginable",
        StandardItem::Fatigue => "Fatigue today: 0 none, 100 worst imaginable",
        StandardItem::SleepQuality => "Sleep last night: 0 did not sleep well at all, 100 slept extremely well",
        StandardItem::Overall => "Overall severity of symptoms today: 0 none, 100 worst imaginable",
        StandardItem::Tolerability => "Tolerability of the medicine: 0 not tolerated at all, 100 perfectly tolerated",
        StandardItem::HighestPain => "Highest pain today: 0 no pain, 100 worst pain imaginable",
        StandardItem::Stress => "Stress today: 0 none, 100 worst imaginable",
        StandardItem::Sadness => "Sadness today: 0 none, 100 worst imaginable",
        StandardItem::Thinking => "Ability to think and remember today: 0 none, 100 perfect",
        StandardItem::Stomach => "Gastrointestinal symptoms today: 0 none, 100 worst imaginable",
        StandardItem::HeadacheSeverity => "Severity of headaches today: 0 none, 100 worst imaginable",
        StandardItem::Mood => "Mood today: 0 worst imaginable, 100 best imaginable",
        StandardItem::LifeSatisfaction => {
            "Satisfaction with life today: 0 not satisfied at all, 100 completely satisfied"
        }
        StandardItem::TouchSensitivity => "Pain from light touch today: 0 none, 100 worst imaginable",
        StandardItem::Swelling => "Swelling today: 0 none, 100 worst imaginable",
    }
}

/// The same of a side effect.
fn standard_side_effect(effect: StandardSideEffect) -> &'static str {
    match effect {
        StandardSideEffect::VividDreams => "Vivid dreams",
        StandardSideEffect::Headache => "Headache",
        StandardSideEffect::Insomnia => "Insomnia",
        StandardSideEffect::Nightmares => "Nightmares",
        StandardSideEffect::Nausea => "Nausea",
        StandardSideEffect::Dizziness => "Dizziness",
        StandardSideEffect::DryMouth => "Dry mouth",
        StandardSideEffect::Diarrhoea => "Diarrhoea",
        StandardSideEffect::Constipation => "Constipation",
        StandardSideEffect::AbdominalPain => "Abdominal pain",
        StandardSideEffect::Vomiting => "Vomiting",
        StandardSideEffect::Drowsiness => "Drowsiness",
        StandardSideEffect::Anxiety => "Anxiety",
        StandardSideEffect::Irritability => "Irritability",
    }
}
