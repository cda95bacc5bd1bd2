//! All the words of the check-in.

pub(crate) use crate::charts::words::{side_effect, tag};
use crate::diary::{Direction, ItemId, Settings, StandardItem};

pub(super) const TOO_UNWELL: &str = "Too unwell today";
pub(super) const LEFT_OUT: &str = "Pain and fatigue are enough for today. What you do not answer is marked as left out on purpose. Tap the button again to answer more.";
pub(super) const WRONG_DAY: &str =
    "The day in the address can't be opened: it is not a date, is still to come, or is before 1900. This is today.";
pub(super) const TAKE_BACK: &str = "Tap an answer again to take it back.";
/// The heading of the side effects.
pub(super) fn side_effects(is_today: bool) -> &'static str {
    if is_today {
        "Last night and today"
    } else {
        "That night and day"
    }
}
pub(super) const DOSE: &str = "LDN dose taken";
pub(super) const OTHER_DOSE: &str = "Other dose";
pub(super) const NO_DOSE: &str = "None";
pub(super) const PLANNED_DOSE: &str = "This is the planned dose. Change it to what you took.";
pub(super) const DOSE_INPUT: &str = "How much did you take?";
pub(super) const MORE: &str = "Note, and what else happened";
pub(super) const MORE_WITH_DOSE: &str = "Dose, note, and what else happened";
pub(super) const RESCUE: &str = "Extra pain medicine needed";
pub(crate) const WALKING: &str = "Support needed for walking";
pub(super) const TAGS: &str = "What else happened";
pub(super) const NOTE: &str = "Note";
pub(super) const PREVIOUS_DAY: &str = "Previous day";
pub(super) const NEXT_DAY: &str = "Next day";
pub(super) const LATE: &str = "This day is over. What you enter for it now is kept, and marked as late.";
pub(super) const LATE_CHANGE: &str = "This day is over. What you change now is kept, and marked as changed later.";
pub(super) const LATE_ALREADY: &str = "This day was recorded late.";

/// One rated question: short name, question, what 0 and 100 mean.
pub(crate) struct ItemWords {
    pub(crate) name: String,
    pub(crate) question: String,
    pub(crate) low: &'static str,
    pub(crate) high: &'static str,
}

/// The words for an item, on the day itself or later. The overall question names the condition, where the patient gave
/// it one.
pub(crate) fn item(id: &ItemId, settings: &Settings, is_today: bool) -> ItemWords {
    let (name, question, low, high) = match id {
        ItemId::Standard(item) => {
            let (low, high) = crate::charts::words::ends(*item);
            (
                crate::charts::words::item(*item).to_owned(),
                question(*item, settings, is_today),
                low,
                high,
            )
        }
        ItemId::Own(own) => {
            let own_item = settings.own_item(own);
            let name = own_item.map_or_else(|| own.as_str().to_owned(), |item| item.name.as_str().to_owned());
            let (low, high) = match own_item.map(|item| item.better) {
                Some(Direction::HigherIsBetter) => ("worst imaginable", "best imaginable"),
                _ => ("none", "worst imaginable"),
            };
            (name.clone(), name, low, high)
        }
    };
    ItemWords {
        name,
        question,
        low,
        high,
    }
}

fn question(item: StandardItem, settings: &Settings, is_today: bool) -> String {
    let today = if is_today { "today" } else { "that day" };
    match item {
        StandardItem::Pain => format!("Pain, on average {today}"),
        StandardItem::Fatigue => format!("Fatigue {today}"),
        StandardItem::SleepQuality if is_today => "Sleep last night".into(),
        StandardItem::SleepQuality => "Sleep the night before".into(),
        StandardItem::Overall => {
            let named = settings
                .condition
                .as_ref()
                .map(|condition| format!("{} ", condition.as_str()))
                .unwrap_or_default();
            let been = if is_today {
                "have your {}symptoms been today"
            } else {
                "were your {}symptoms that day"
            };
            format!("Overall, how severe {}?", been.replace("{}", &named))
        }
        StandardItem::Tolerability => "How well did you tolerate the medicine?".into(),
        StandardItem::HighestPain => format!("Pain at its highest {today}"),
        StandardItem::Stress => format!("Stress {today}"),
        StandardItem::Sadness => format!("Sadness {today}"),
        StandardItem::Thinking => format!("Thinking and memory {today}"),
        StandardItem::Stomach => format!("Stomach and bowel symptoms {today}"),
        StandardItem::HeadacheSeverity => format!("Headache, how bad {today}"),
    }
}
