//! What the patient chose to be asked.

mod own;

use super::diary_day::DayEnd;
use super::id::{ItemId, OwnId, SideEffectId};
use super::item::{Direction, StandardItem};
use super::medicine::Medicine;
use super::name::Name;
use super::own::{OwnItem, OwnSideEffect};
use super::side_effect::StandardSideEffect;
use super::unknown::Unknown;

/// The choices of the patient. Five items are always on (D2); ids of own things are unique.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The condition, as the patient names it: "Overall, how severe have your {condition} symptoms been today?"
    pub condition: Option<Name>,
    /// When a diary day ends.
    pub day_ends_at: DayEnd,
    items_on: Vec<ItemId>,
    own_items: Vec<OwnItem>,
    side_effects_on: Vec<SideEffectId>,
    own_side_effects: Vec<OwnSideEffect>,
    medicines: Vec<Medicine>,
    /// Whether it is asked if walking support was needed; off unless the patient says otherwise (D4).
    pub walking_support_on: bool,
    /// Fields of another version.
    pub unknown: Unknown,
}

/// Why a choice is not possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsError {
    /// Seven own items would be asked.
    TooManyOwnItems,
    /// Seven other medicines would be asked.
    TooManyMedicines,
    /// Two own items, side effects or medicines have one id.
    SameId(OwnId),
    /// An item or side effect is listed twice.
    OnTwice(String),
    /// There is no own item, side effect or medicine of this id.
    NoSuchId(OwnId),
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            condition: None,
            day_ends_at: DayEnd::default(),
            items_on: always_on().collect(),
            own_items: Vec::new(),
            side_effects_on: vec![
                StandardSideEffect::VividDreams.into(),
                StandardSideEffect::Headache.into(),
            ],
            own_side_effects: Vec::new(),
            medicines: Vec::new(),
            walking_support_on: false,
            unknown: Unknown::default(),
        }
    }
}

fn always_on() -> impl Iterator<Item = ItemId> {
    StandardItem::ALL
        .into_iter()
        .filter(|item| item.always_on())
        .map(ItemId::from)
}

impl Settings {
    /// The most own items that can be asked at a time (D2).
    pub const MAX_OWN_ITEMS: usize = 6;

    /// The most other medicines that can be asked at a time (D8).
    pub const MAX_MEDICINES: usize = 6;

    /// The items that are asked, in the order in which they are asked. The five that are always on are among them.
    pub fn items_on(&self) -> &[ItemId] {
        &self.items_on
    }

    /// The patient's own items, put-away ones included.
    pub fn own_items(&self) -> &[OwnItem] {
        &self.own_items
    }

    /// The side effects that are asked, in the order in which they are asked.
    pub fn side_effects_on(&self) -> &[SideEffectId] {
        &self.side_effects_on
    }

    /// The patient's own side effects, put-away ones included.
    pub fn own_side_effects(&self) -> &[OwnSideEffect] {
        &self.own_side_effects
    }

    /// The other medicines that are counted, put-away ones included.
    pub fn medicines(&self) -> &[Medicine] {
        &self.medicines
    }

    /// The medicine of this id.
    pub fn medicine(&self, id: &OwnId) -> Option<&Medicine> {
        self.medicines.iter().find(|medicine| medicine.id == *id)
    }

    /// The own item of this id.
    pub fn own_item(&self, id: &OwnId) -> Option<&OwnItem> {
        self.own_items.iter().find(|item| item.id == *id)
    }

    /// The own side effect of this id.
    pub fn own_side_effect(&self, id: &OwnId) -> Option<&OwnSideEffect> {
        self.own_side_effects.iter().find(|effect| effect.id == *id)
    }

    /// Which end of an item's scale is the better one; none for an own item that is not declared.
    pub fn direction_of(&self, item: &ItemId) -> Option<Direction> {
        match item {
            ItemId::Standard(item) => Some(item.direction()),
            ItemId::Own(id) => self.own_item(id).map(|item| item.better),
        }
    }

    /// Asks these items, in this order. Always-on items that are not listed come first all the same.
    ///
    /// # Errors
    /// [`SettingsError::OnTwice`].
    pub fn with_items_on(self, items: Vec<ItemId>) -> Result<Settings, SettingsError> {
        refuse_twice(&items, ItemId::as_str)?;
        let mut items_on: Vec<ItemId> = always_on().filter(|item| !items.contains(item)).collect();
        items_on.extend(items);
        Ok(Settings { items_on, ..self })
    }

    /// Asks an item, or asks it no more. Always-on items stay on; an own item that is put away stays put away.
    #[must_use]
    pub fn with_item(mut self, item: &ItemId, on: bool) -> Settings {
        let is_askable = match item {
            ItemId::Standard(_) => true,
            ItemId::Own(id) => self.own_item(id).is_some_and(|own| !own.archived),
        };
        let is_fixed = matches!(item, ItemId::Standard(standard) if standard.always_on());
        self.items_on.retain(|other| is_fixed || other != item);
        if on && is_askable && !self.items_on.contains(item) {
            self.items_on.push(item.clone());
        }
        self
    }

    /// Asks a side effect, after those that are asked already, or asks it no more. An own one that is put away stays so.
    #[must_use]
    pub fn with_side_effect(mut self, effect: &SideEffectId, on: bool) -> Settings {
        let is_askable = match effect {
            SideEffectId::Standard(_) => true,
            SideEffectId::Own(id) => self.own_side_effect(id).is_some_and(|own| !own.archived),
        };
        let is_on = self.side_effects_on.contains(effect);
        match (on, is_on) {
            (true, false) if is_askable => self.side_effects_on.push(effect.clone()),
            (false, true) => self.side_effects_on.retain(|other| other != effect),
            _ => {}
        }
        self
    }

    /// Asks these side effects, in this order.
    ///
    /// # Errors
    /// [`SettingsError::OnTwice`].
    pub fn with_side_effects_on(self, side_effects: Vec<SideEffectId>) -> Result<Settings, SettingsError> {
        refuse_twice(&side_effects, SideEffectId::as_str)?;
        Ok(Settings {
            side_effects_on: side_effects,
            ..self
        })
    }

    /// Declares these own items in place of the ones declared before.
    ///
    /// # Errors
    /// [`SettingsError`] for an id used twice, or more than six items that are not put away.
    pub fn with_own_items(self, own_items: Vec<OwnItem>) -> Result<Settings, SettingsError> {
        if own_items.iter().filter(|item| !item.archived).count() > Self::MAX_OWN_ITEMS {
            return Err(SettingsError::TooManyOwnItems);
        }
        Settings { own_items, ..self }.with_unique_ids()
    }

    /// Declares these own side effects in place of the ones declared before.
    ///
    /// # Errors
    /// [`SettingsError::SameId`].
    pub fn with_own_side_effects(self, own_side_effects: Vec<OwnSideEffect>) -> Result<Settings, SettingsError> {
        Settings {
            own_side_effects,
            ..self
        }
        .with_unique_ids()
    }

    /// Declares these medicines in place of the ones declared before.
    ///
    /// # Errors
    /// [`SettingsError`] for an id used twice, or more than six medicines that are not put away.
    pub fn with_medicines(self, medicines: Vec<Medicine>) -> Result<Settings, SettingsError> {
        if medicines.iter().filter(|medicine| !medicine.archived).count() > Self::MAX_MEDICINES {
            return Err(SettingsError::TooManyMedicines);
        }
        Settings { medicines, ..self }.with_unique_ids()
    }

    fn with_unique_ids(self) -> Result<Settings, SettingsError> {
        let items = self.own_items.iter().map(|item| &item.id);
        let effects = self.own_side_effects.iter().map(|effect| &effect.id);
        let medicines = self.medicines.iter().map(|medicine| &medicine.id);
        let ids: Vec<&OwnId> = items.chain(effects).chain(medicines).collect();
        match first_twice(&ids, |id| id.as_str()) {
            Some(place) => Err(SettingsError::SameId(ids[place].clone())),
            None => Ok(self),
        }
    }
}

fn refuse_twice<T>(ids: &[T], name: fn(&T) -> &str) -> Result<(), SettingsError> {
    match first_twice(ids, name) {
        Some(place) => Err(SettingsError::OnTwice(name(&ids[place]).to_owned())),
        None => Ok(()),
    }
}

/// The place of the first entry whose name stood there before. The lists are short; sorting them would be more code.
fn first_twice<T>(list: &[T], name: fn(&T) -> &str) -> Option<usize> {
    (0..list.len()).find(|&place| list[..place].iter().any(|before| name(before) == name(&list[place])))
}

#[cfg(test)]
mod tests;
