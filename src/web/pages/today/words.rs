//! What the check-in says of its questions.

pub(super) use crate::words::today::*;

use crate::diary::{ItemId, Name, Settings, StandardItem};
use crate::words::names;

/// The heading of the side effects.
pub(super) fn side_effects(is_today: bool) -> &'static str {
    if is_today {
        side_effects_today()
    } else {
        side_effects_that_day()
    }
}

/// One rated question: short name, question, what 0 and 100 mean.
pub(crate) struct ItemWords {
    pub(crate) name: String,
    pub(crate) question: String,
    pub(crate) low: &'static str,
    pub(crate) high: &'static str,
}

/// The words for an item, on the day itself or later. A patient's own one is asked by its name.
pub(crate) fn item(id: &ItemId, settings: &Settings, is_today: bool) -> ItemWords {
    let name = names::any_item(id, settings);
    let question = match id {
        ItemId::Standard(item) => question(*item, settings, is_today),
        ItemId::Own(_) => name.clone(),
    };
    let (low, high) = names::any_ends(id, settings);
    ItemWords {
        name,
        question,
        low,
        high,
    }
}

fn question(item: StandardItem, settings: &Settings, is_today: bool) -> String {
    // The overall question names the condition, where the patient gave it one.
    let condition = settings.condition.as_ref().map(Name::as_str);
    let asked = match (item, condition) {
        (StandardItem::Overall, Some(condition)) if is_today => return overall_today_of(condition),
        (StandardItem::Overall, Some(condition)) => return overall_that_day_of(condition),
        (StandardItem::Tolerability, _) => return tolerability().to_owned(),
        (StandardItem::Pain, _) => (pain_today(), pain_that_day()),
        (StandardItem::Fatigue, _) => (fatigue_today(), fatigue_that_day()),
        (StandardItem::SleepQuality, _) => (sleep_today(), sleep_that_day()),
        (StandardItem::Overall, None) => (overall_today(), overall_that_day()),
        (StandardItem::HighestPain, _) => (highest_pain_today(), highest_pain_that_day()),
        (StandardItem::Stress, _) => (stress_today(), stress_that_day()),
        (StandardItem::Sadness, _) => (sadness_today(), sadness_that_day()),
        (StandardItem::Thinking, _) => (thinking_today(), thinking_that_day()),
        (StandardItem::Stomach, _) => (stomach_today(), stomach_that_day()),
        (StandardItem::HeadacheSeverity, _) => (headache_today(), headache_that_day()),
        (StandardItem::Mood, _) => (mood_today(), mood_that_day()),
        (StandardItem::LifeSatisfaction, _) => (life_satisfaction_today(), life_satisfaction_that_day()),
        (StandardItem::TouchSensitivity, _) => (touch_sensitivity_today(), touch_sensitivity_that_day()),
        (StandardItem::Swelling, _) => (swelling_today(), swelling_that_day()),
    };
    if is_today { asked.0 } else { asked.1 }.to_owned()
}
