//! All the words of the history page.

use crate::diary::{DayState, Entry, Kept};
use crate::web::state::SaveStatus;

pub(super) const TITLE: &str = "History";
pub(super) const EMPTY: &str = "Your days appear here after your first evening.";
pub(super) const UNDO: &str = "Undo";
pub(super) const SEARCH: &str = "Search notes and tags";
pub(super) const SEARCH_BUTTON: &str = "Search";
pub(super) const TO_CALENDAR: &str = "Back to the calendar";
pub(super) const MORE: &str = "Show more";
pub(super) const PREVIOUS_MONTH: &str = "Previous month";
pub(super) const NEXT_MONTH: &str = "Next month";
pub(super) const GO_TO_MONTH: &str = "Go to month";
pub(super) const WEEKDAYS: [(&str, &str); 7] = [
    ("Mo", "Monday"),
    ("Tu", "Tuesday"),
    ("We", "Wednesday"),
    ("Th", "Thursday"),
    ("Fr", "Friday"),
    ("Sa", "Saturday"),
    ("Su", "Sunday"),
];
pub(super) const WEEK_HEAD: &str = "Days recorded in the week";
pub(super) const LEGEND: &str = "What the marks mean";
pub(super) const DAY_BY_DAY: &str = "Day by day";
pub(super) const NO_DAY: &str = "No day of this month is recorded. Tap a day to fill it in; it is then marked as late.";
pub(super) const BY_PHASE: &str = "By phase";
pub(super) const DELETE: &str = "Delete";
pub(super) const LATE: &str = "late";
pub(super) const CHANGED_LATER: &str = "changed later";
pub(super) const LEFT_OUT: &str = "rest left out on purpose";
pub(super) const NOT_ANSWERED: &str = "not answered";
pub(super) const NO_RATING: &str = "No rating";

/// The marks of the calendar with what they mean, in the order of the legend.
pub(super) const MARKS: [(DayState, &str); 5] = [
    (recorded(Entry::Full, false), "recorded"),
    (recorded(Entry::Part, false), "recorded in part"),
    (recorded(Entry::LeftOut, false), "too unwell: rest left out on purpose"),
    (recorded(Entry::Full, true), "in a box: recorded late"),
    (DayState::Missing, "not recorded"),
];

const fn recorded(entry: Entry, late: bool) -> DayState {
    DayState::Recorded { entry, late }
}

/// What a day of the calendar is, for a screen reader.
pub(super) fn state(state: DayState) -> &'static str {
    match state {
        DayState::Recorded { entry, late } => match (entry, late) {
            (Entry::Full, false) => "recorded",
            (Entry::Full, true) => "recorded late",
            (Entry::Part, false) => "recorded in part",
            (Entry::Part, true) => "recorded in part, late",
            (Entry::LeftOut, false) => "rest left out on purpose",
            (Entry::LeftOut, true) => "rest left out on purpose, late",
        },
        DayState::Missing => "not recorded",
        DayState::Open => "today, not recorded yet",
        DayState::Before => "before the diary",
        DayState::Future => "not here yet",
    }
}

/// "5 of 7".
pub(super) fn week(kept: Kept) -> String {
    format!("{} of {}", kept.recorded, kept.days)
}

/// "12 of 14 days, 2 late".
pub(super) fn phase(kept: Kept) -> String {
    let days = if kept.days == 1 { "day" } else { "days" };
    match kept.late {
        0 => format!("{} of {} {days}", kept.recorded, kept.days),
        late => format!("{} of {} {days}, {late} late", kept.recorded, kept.days),
    }
}

/// "from 5 January 2026".
pub(super) fn phase_from(date: &str) -> String {
    format!("from {date}")
}

/// "5 January is deleted.": when both stores have it.
pub(super) fn deleted(day: &str, save: &SaveStatus) -> String {
    match save {
        SaveStatus::Saving => format!("{day} is being deleted…"),
        SaveStatus::OneCopy(why) => format!("{day} is deleted in one place of two. {why}"),
        SaveStatus::Failed(_) => format!("{day} is deleted on this page alone."),
        _ => format!("{day} is deleted."),
    }
}

pub(super) fn back(day: &str) -> String {
    format!("{day} is back.")
}

pub(super) fn delete(day: &str) -> String {
    format!("Delete {day}")
}

pub(super) fn not_kept(why: &str) -> String {
    format!("Not saved. {why}")
}

/// "3 days have “rain”."
pub(super) fn found(count: usize, query: &str) -> String {
    match count {
        0 => format!("No note and no tag has “{query}”."),
        1 => format!("1 day has “{query}”."),
        count => format!("{count} days have “{query}”."),
    }
}
