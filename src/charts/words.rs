//! The names of things, on charts and wherever else they are named.

use chrono::NaiveDate;

use crate::diary::{ItemId, PhaseKind, Settings, SideEffectId, StandardItem, StandardSideEffect, Tag};
use crate::trial::{RUNNING_DAYS, RUNNING_NEEDS};

/// "Pain".
pub fn item(item: StandardItem) -> &'static str {
    match item {
        StandardItem::Pain => "Pain",
        StandardItem::Fatigue => "Fatigue",
        StandardItem::SleepQuality => "Sleep quality",
        StandardItem::Overall => "Overall symptoms",
        StandardItem::Tolerability => "Tolerability",
        StandardItem::HighestPain => "Highest pain",
        StandardItem::Stress => "Stress",
        StandardItem::Sadness => "Sadness",
        StandardItem::Thinking => "Thinking and memory",
        StandardItem::Stomach => "Stomach and bowel",
        StandardItem::HeadacheSeverity => "Headache, how bad",
    }
}

/// The same where there is little room: "Sleep".
pub fn short_item(id: &ItemId, settings: &Settings) -> String {
    match id {
        ItemId::Standard(StandardItem::SleepQuality) => "Sleep".to_owned(),
        ItemId::Standard(StandardItem::Overall) => "Overall".to_owned(),
        ItemId::Standard(StandardItem::Thinking) => "Thinking".to_owned(),
        ItemId::Standard(StandardItem::Stomach) => "Stomach".to_owned(),
        other => any_item(other, settings),
    }
}

/// What the two ends of an item's scale mean: at 0, and at 100.
pub fn ends(item: StandardItem) -> (&'static str, &'static str) {
    match item {
        StandardItem::Pain => ("no pain", "worst pain imaginable"),
        StandardItem::SleepQuality => ("did not sleep well at all", "slept extremely well"),
        StandardItem::Tolerability => ("not tolerated at all", "perfectly tolerated"),
        StandardItem::Thinking => ("could not think or remember", "thought and remembered perfectly"),
        _ => ("none", "worst imaginable"),
    }
}

/// "Baseline".
pub fn phase(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Baseline => "Baseline",
        PhaseKind::Ldn => "LDN",
        PhaseKind::Placebo => "Placebo",
        PhaseKind::Washout => "Washout",
    }
}

/// The name of a side effect.
pub fn side_effect(effect: StandardSideEffect) -> &'static str {
    match effect {
        StandardSideEffect::VividDreams => "Vivid dreams",
        StandardSideEffect::Headache => "Headache",
        StandardSideEffect::Insomnia => "Could not sleep",
        StandardSideEffect::Nightmares => "Nightmares",
        StandardSideEffect::Nausea => "Feeling sick",
        StandardSideEffect::Dizziness => "Dizziness",
        StandardSideEffect::DryMouth => "Dry mouth",
        StandardSideEffect::Diarrhoea => "Diarrhoea",
        StandardSideEffect::Constipation => "Constipation",
        StandardSideEffect::AbdominalPain => "Belly pain",
        StandardSideEffect::Vomiting => "Vomiting",
        StandardSideEffect::Drowsiness => "Drowsiness",
        StandardSideEffect::Anxiety => "Anxiety",
        StandardSideEffect::Irritability => "Irritability",
    }
}

/// The name of a tag.
pub fn tag(tag: &Tag) -> &str {
    match tag {
        Tag::Flare => "Flare",
        Tag::Infection => "Infection",
        Tag::Period => "Period",
        Tag::Travel => "Travel",
        Tag::Exertion => "Exertion",
        Tag::OtherMedicineChanged => "Other medicine changed",
        Tag::StressfulEvent => "Stressful event",
        Tag::Other(name) => name.as_str(),
    }
}

/// The name of any item: a patient's own by the name that they gave it.
pub fn any_item(id: &ItemId, settings: &Settings) -> String {
    match id {
        ItemId::Standard(standard) => item(*standard).to_owned(),
        ItemId::Own(own) => settings
            .own_item(own)
            .map_or_else(|| own.to_string(), |item| item.name.as_str().to_owned()),
    }
}

/// The name of any side effect: a patient's own by the name that they gave it.
pub fn any_side_effect(id: &SideEffectId, settings: &Settings) -> String {
    match id {
        SideEffectId::Standard(standard) => side_effect(*standard).to_owned(),
        SideEffectId::Own(own) => settings
            .own_side_effect(own)
            .map_or_else(|| own.to_string(), |effect| effect.name.as_str().to_owned()),
    }
}

/// What the line through the days is, in the legend of every chart that draws it.
pub fn running_mean() -> String {
    format!(
        "The line is the mean of the {RUNNING_DAYS} days up to each day, of one phase, drawn where at least {RUNNING_NEEDS} of \
         them are rated."
    )
}

/// "137 days", "1 day".
pub fn days(count: usize) -> String {
    if count == 1 {
        "1 day".to_owned()
    } else {
        format!("{count} days")
    }
}

/// "19 Jan".
pub fn day_and_month(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}
