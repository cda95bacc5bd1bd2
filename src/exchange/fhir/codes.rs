//! What each answer is called in the Bundle.

use serde_json::{Value, json};

use super::identity::Identity;
use crate::diary::{Diary, Direction, ItemId, SideEffectId, SortedSet, StandardItem, StandardSideEffect};

/// Our own code system for what every diary knows; tables name it too.
pub(in crate::exchange) const OWN_SYSTEM: &str = "urn:uuid:7d0c3f52-94a8-4d7e-8b1f-5e2a6c9d0b34";
const LOINC: &str = "http://loinc.org";
/// "Pain severity \[Score\] Visual analog score": verified. No other LOINC code has the question and the scale of an item.
const LOINC_PAIN: (&str, &str) = ("38214-3", "Pain severity [Score] Visual analog score");

/// Questions besides items and side effects: code and words.
pub(super) const RESCUE_MEDICINE: (&str, &str) = ("rescue_medicine", "Rescue medicine needed");
pub(super) const WALKING_SUPPORT: (&str, &str) = ("walking_support", "Support needed for walking");
pub(super) const LEFT_OUT: (&str, &str) = ("left_out", "The rest was left out on purpose: too unwell");
pub(super) const DOSE_TAKEN: (&str, &str) = ("dose_taken", "Dose taken, in milligrams; 0 is none");
pub(super) const TAG: (&str, &str) = ("tag", "What else happened");
pub(super) const NOTE: (&str, &str) = ("note", "Note");
pub(super) const DATE: (&str, &str) = ("date", "Diary day");
pub(super) const PLACEBO: (&str, &str) = ("placebo", "Placebo");

/// The names of the patient's own items and side effects.
pub(super) struct Codes {
    own_system: String,
    items: Vec<(ItemId, String)>,
    effects: Vec<(SideEffectId, String)>,
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
        let item_name = |item: &ItemId| match item {
            ItemId::Standard(item) => standard_item(*item).to_owned(),
            ItemId::Own(id) => settings.own_item(id).map_or_else(
                || id.to_string(),
                |own| {
                    let better = match own.better {
                        Direction::LowerIsBetter => "lower is better",
                        Direction::HigherIsBetter => "higher is better",
                    };
                    format!("{}, 0 to 100, {better}", own.name)
                },
            ),
        };
        let effect_name = |effect: &SideEffectId| match effect {
            SideEffectId::Standard(effect) => standard_side_effect(*effect).to_owned(),
            SideEffectId::Own(id) => settings
                .own_side_effect(id)
                .map_or_else(|| id.to_string(), |own| own.name.to_string()),
        };
        Codes {
            own_system: identity.own_codes(),
            items: items.into_iter().map(|item| (item.clone(), item_name(item))).collect(),
            effects: effects
                .into_iter()
                .map(|effect| (effect.clone(), effect_name(effect)))
                .collect(),
        }
    }

    pub(super) fn items(&self) -> &[(ItemId, String)] {
        &self.items
    }

    pub(super) fn side_effects(&self) -> &[(SideEffectId, String)] {
        &self.effects
    }

    /// An item as a concept: a published code where there is one, then our own.
    pub(super) fn item(&self, item: &ItemId) -> Value {
        let words = name_of(&self.items, item);
        let mut codings = Vec::new();
        if *item == StandardItem::Pain.into() {
            codings.push(json!({ "system": LOINC, "code": LOINC_PAIN.0, "display": LOINC_PAIN.1 }));
        }
        let is_own = matches!(item, ItemId::Own(_));
        codings.push(self.coding(item.as_str(), words, is_own));
        json!({ "coding": codings, "text": words })
    }

    pub(super) fn side_effect(&self, effect: &SideEffectId) -> Value {
        let words = name_of(&self.effects, effect);
        let is_own = matches!(effect, SideEffectId::Own(_));
        json!({ "coding": [self.coding(effect.as_str(), words, is_own)], "text": words })
    }

    /// One code as a Questionnaire names it.
    pub(super) fn code(&self, code: &str, words: &str) -> Value {
        let is_own = self
            .items
            .iter()
            .any(|(item, _)| item.as_str() == code && matches!(item, ItemId::Own(_)))
            || self
                .effects
                .iter()
                .any(|(effect, _)| effect.as_str() == code && matches!(effect, SideEffectId::Own(_)));
        self.coding(code, words, is_own)
    }

    fn coding(&self, code: &str, words: &str, is_own: bool) -> Value {
        let system = if is_own { self.own_system.as_str() } else { OWN_SYSTEM };
        json!({ "system": system, "code": code, "display": words })
    }

    /// The code systems with all of their words; the patient's own only where there is anything in it.
    pub(super) fn systems(&self) -> Vec<(String, Value)> {
        let rest = [
            RESCUE_MEDICINE,
            WALKING_SUPPORT,
            LEFT_OUT,
            DOSE_TAKEN,
            TAG,
            NOTE,
            DATE,
            PLACEBO,
        ];
        let standard = StandardItem::ALL
            .map(|item| (item.id(), standard_item(item)))
            .into_iter();
        let standard =
            standard.chain(StandardSideEffect::ALL.map(|effect| (effect.id(), standard_side_effect(effect))));
        let standard = standard
            .chain(rest)
            .map(|(code, words)| (code.to_owned(), words.to_owned()));
        let own_items = self.items.iter().filter(|(item, _)| matches!(item, ItemId::Own(_)));
        let own_effects = self
            .effects
            .iter()
            .filter(|(effect, _)| matches!(effect, SideEffectId::Own(_)));
        let own = own_items.map(|(item, words)| (item.to_string(), words.clone()));
        let own = own.chain(own_effects.map(|(effect, words)| (effect.to_string(), words.clone())));
        let own: Vec<(String, String)> = own.collect();
        let mut systems = vec![system(OWN_SYSTEM, "LdnDiary", "LDN Diary", standard.collect())];
        if !own.is_empty() {
            systems.push(system(&self.own_system, "LdnDiaryOwn", "The patient's own items", own));
        }
        systems
    }
}

/// A concept of our own, for what is neither an item nor a side effect.
pub(super) fn plain((code, words): (&str, &str)) -> Value {
    json!({ "coding": [{ "system": OWN_SYSTEM, "code": code, "display": words }], "text": words })
}

fn system(address: &str, name: &str, title: &str, concepts: Vec<(String, String)>) -> (String, Value) {
    let concepts = concepts
        .into_iter()
        .map(|(code, display)| json!({ "code": code, "display": display }));
    let system = json!({
        "resourceType": "CodeSystem",
        "url": address,
        "name": name,
        "title": title,
        "status": "active",
        "content": "complete",
        "concept": concepts.collect::<Vec<_>>(),
    });
    (address.to_owned(), system)
}

fn name_of<'a, T: PartialEq>(names: &'a [(T, String)], wanted: &T) -> &'a str {
    let found = names.iter().find(|(id, _)| id == wanted);
    found.map_or("", |(_, name)| name)
}

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
    }
}

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
