//! All the words of the charts page; those of the chart itself come with it.

use chrono::NaiveDate;

use crate::charts::words as names;
use crate::diary::StandardItem;

pub(super) const TITLE: &str = "Charts";
pub(super) const EMPTY: &str = "There is nothing to draw yet. Your first chart appears after your first evening.";
pub(super) const SPANS: &str = "How much is shown";
pub(super) const ITEMS: &str = "What is shown";
pub(super) const EARLIER: &str = "Earlier";
pub(super) const LATER: &str = "Later";
pub(super) const DAY: &str = "Day in the chart";
pub(super) const KEYS: &str = "Tap a day for its figures. Drag, pinch or use the buttons to move in time; with keys: \
     arrows go from day to day, Page Up and Page Down by four weeks.";
pub(super) const NO_ANSWER: &str = "no answer";
pub(super) const OPEN_DAY: &str = "Open this day";
pub(super) const LATE: &str = "Filled in later";
pub(super) const RESCUE: &str = "Extra pain medicine";
pub(super) const DOSE: &str = "LDN taken";
pub(super) const SIDE_EFFECTS: &str = "Side effects";
pub(super) const HAPPENED: &str = "What else happened";
pub(super) const NONE: &str = "none";

/// What the marks mean; without `every_day` there are no marks of single days.
pub(super) fn legend(every_day: bool) -> String {
    let line = names::running_mean();
    if every_day {
        format!("A mark is a day, hollow where it was filled in later. {line} A gap is a missing day.")
    } else {
        format!("{line} A gap means too few days.")
    }
}
pub(super) const COMPARED: &str = "The bars under the ratings are the days that the results compare.";

/// "Shown: 8 May 2026 to 7 June 2026. It begins in Washout. Means are those of whole phases."
pub(super) fn in_sight(first: NaiveDate, last: NaiveDate, phase: Option<&str>) -> String {
    let date = |date: NaiveDate| date.format("%-d %b %Y").to_string();
    let phase = phase
        .map(|phase| format!(" It begins in: {phase}."))
        .unwrap_or_default();
    format!(
        "Shown: {} to {}.{phase} The means in the words are those of whole phases.",
        date(first),
        date(last)
    )
}

/// An item where there is little room.
pub(super) fn item(item: StandardItem) -> &'static str {
    match item {
        StandardItem::SleepQuality => "Sleep",
        other => names::item(other),
    }
}

/// After an import; `days` as "137 days".
pub(super) fn imported(days: &str) -> String {
    format!("The backup is imported. Your diary holds {days} now.")
}
