//! What a merge changes besides days, found by comparing what was there with what came out.

use crate::diary::{Diary, Settings};

/// What is not as it was. The words for it are made where the names of things are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Besides {
    /// The names of own items that come along.
    pub own_items: Vec<String>,
    /// The names of own side effects that come along.
    pub own_side_effects: Vec<String>,
    /// The settings that change, in words: "the end of your day".
    pub settings: Vec<&'static str>,
    /// Whether phases or doses change.
    pub treatment: bool,
    /// Whether the plan of a trial that is followed changes.
    pub template: bool,
    /// Whether fields come along that another version of the app wrote.
    pub unknown: bool,
}

impl Besides {
    pub(super) fn between(before: &Diary, after: &Diary) -> Besides {
        let (was, is) = (&before.settings, &after.settings);
        let items = is.own_items().iter().filter(|item| was.own_item(&item.id).is_none());
        let effects = is.own_side_effects().iter();
        let effects = effects.filter(|effect| was.own_side_effect(&effect.id).is_none());
        let mut besides = Besides {
            own_items: items.map(|item| item.name.to_string()).collect(),
            own_side_effects: effects.map(|effect| effect.name.to_string()).collect(),
            settings: changed(was, is),
            treatment: before.treatment != after.treatment,
            template: before.template != after.template,
            unknown: before.unknown != after.unknown,
        };
        let said =
            !(besides.own_items.is_empty() && besides.own_side_effects.is_empty() && besides.settings.is_empty());
        if was != is && !said {
            besides.settings.push("settings of another version of the app");
        }
        besides
    }
}

/// The settings that differ, but for own things that come along.
fn changed(was: &Settings, is: &Settings) -> Vec<&'static str> {
    let items_gone = was.own_items().iter().any(|item| is.own_item(&item.id) != Some(item));
    let effects = was.own_side_effects().iter();
    let effects_gone = effects
        .clone()
        .any(|effect| is.own_side_effect(&effect.id) != Some(effect));
    let all = [
        (was.condition != is.condition, "the condition"),
        (was.day_ends_at != is.day_ends_at, "the end of your day"),
        (was.items_on() != is.items_on(), "what is rated"),
        (
            was.side_effects_on() != is.side_effects_on(),
            "which side effects are asked",
        ),
        (
            was.walking_support_on != is.walking_support_on,
            "whether walking support is asked",
        ),
        (items_gone, "your own items"),
        (effects_gone, "your own side effects"),
        (was.unknown != is.unknown, "settings of another version of the app"),
    ];
    all.into_iter()
        .filter_map(|(differs, what)| differs.then_some(what))
        .collect()
}
