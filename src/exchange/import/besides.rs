//! What a merge changes besides days, found by comparing what was there with what came out.

use crate::diary::{Diary, Rest};
use crate::exchange::backup::{CARDS, unread_cards};
use crate::visits;

/// What is not as it was. The words for it are made where the names of things are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one thing whether it changes")]
pub struct Besides {
    /// The names of own items that come along.
    pub own_items: Vec<String>,
    /// The names of own side effects that come along.
    pub own_side_effects: Vec<String>,
    /// The names of other medicines that come along.
    pub medicines: Vec<String>,
    /// Whether settings change, own things that come along among them.
    pub settings: bool,
    /// Whether phases or doses change.
    pub treatment: bool,
    /// Whether the plan of a trial that is followed changes.
    pub template: bool,
    /// Whether how often the diary asks changes.
    pub sampling: bool,
    /// How many decision cards come along.
    pub cards: usize,
    /// How many cards of another version come along, which can't be read.
    pub unread_cards: usize,
    /// How many final answers that were read elsewhere come along.
    pub final_answers: usize,
    /// How many decisions come along that were written beside them.
    pub decisions: usize,
    /// How many ends of phases come along of which was said how all has changed, or that it is not to be asked.
    pub impressions: usize,
    /// How many visits come along or change.
    pub visits: usize,
    /// Whether fields come along that another version of the app wrote.
    pub unknown: bool,
}

impl Besides {
    pub(super) fn between(before: &Diary, after: &Diary) -> Besides {
        let (was, is) = (&before.settings, &after.settings);
        let items = is.own_items().iter().filter(|item| was.own_item(&item.id).is_none());
        let effects = is.own_side_effects().iter();
        let effects = effects.filter(|effect| was.own_side_effect(&effect.id).is_none());
        let medicines = is.medicines().iter();
        let medicines = medicines.filter(|medicine| was.medicine(&medicine.id).is_none());
        let (had, has) = (&before.rest, &after.rest);
        let unread_cards = unread_cards(has).saturating_sub(unread_cards(had));
        let visits = visits::changed(had, has);
        let besides_named = |rest: &Rest| {
            let mut unknown = rest.unknown.clone();
            if visits > 0 {
                unknown.remove(visits::FIELD);
            }
            if unread_cards > 0 {
                unknown.remove(CARDS);
            }
            unknown
        };
        Besides {
            own_items: items.map(|item| item.name.to_string()).collect(),
            own_side_effects: effects.map(|effect| effect.name.to_string()).collect(),
            medicines: medicines.map(|medicine| medicine.name.to_string()).collect(),
            settings: was != is,
            treatment: before.treatment != after.treatment,
            template: before.rest.template != after.rest.template,
            sampling: had.sampling != has.sampling,
            cards: new(had.cards(), has.cards()),
            unread_cards,
            final_answers: new(&had.final_answers, &has.final_answers),
            decisions: new(had.decisions(), has.decisions()),
            impressions: has
                .impressions
                .iter()
                .filter(|(of, said)| had.impressions.get(*of) != Some(*said))
                .count(),
            visits,
            unknown: besides_named(had) != besides_named(has),
        }
    }
}

/// How many are there now that were not.
fn new<T: PartialEq>(had: &[T], has: &[T]) -> usize {
    has.iter().filter(|one| !had.contains(one)).count()
}
