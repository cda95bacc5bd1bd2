//! What the settings say of values.

use crate::diary::{DayEnd, Direction, StandardItem};

pub(super) use crate::words::settings::*;

/// Conditions that are offered for one's own.
pub(super) fn conditions() -> [&'static str; 3] {
    [fibromyalgia(), crps(), chronic_pain()]
}

/// In the order of the sizes.
pub(super) fn text_sizes() -> [&'static str; 3] {
    [text_normal(), text_larger(), text_largest()]
}

/// In the order of the themes.
pub(super) fn themes() -> [&'static str; 3] {
    [theme_device(), theme_light(), theme_dark()]
}

/// Why an item has no switch.
pub(super) fn always(item: StandardItem) -> &'static str {
    if item == StandardItem::Tolerability {
        on_medicine()
    } else {
        always_asked()
    }
}

pub(super) fn better(direction: Direction) -> &'static str {
    match direction {
        Direction::LowerIsBetter => lower_is_better(),
        Direction::HigherIsBetter => higher_is_better(),
    }
}

/// What the end of the day means, by an example.
pub(super) fn night_ends(ends: DayEnd) -> String {
    if ends.minutes() > 0 {
        night(&ends.to_string())
    } else {
        midnight().to_owned()
    }
}
