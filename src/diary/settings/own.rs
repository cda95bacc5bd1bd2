//! The patient's own items, side effects and medicines: added, put away, brought back, taken out while they were never used.

use super::{Settings, SettingsError};
use crate::diary::id::{ItemId, OwnId, SideEffectId};
use crate::diary::item::Direction;
use crate::diary::medicine::Medicine;
use crate::diary::name::Name;
use crate::diary::own::{OwnItem, OwnSideEffect};
use crate::diary::unknown::Unknown;

impl Settings {
    /// Adds an own item with an id that was never used, and asks it.
    ///
    /// # Errors
    /// [`SettingsError::TooManyOwnItems`].
    pub fn with_own_item(self, name: Name, better: Direction) -> Result<Settings, SettingsError> {
        let id = self.free_id("own");
        let item = OwnItem {
            id: id.clone(),
            name,
            better,
            archived: false,
            unknown: Unknown::default(),
        };
        let own_items = self.own_items.iter().cloned().chain([item]).collect();
        let mut settings = self.with_own_items(own_items)?;
        settings.items_on.push(ItemId::Own(id));
        Ok(settings)
    }

    /// Adds an own side effect with an id that was never used, and asks it.
    #[must_use]
    pub fn with_own_side_effect(mut self, name: Name) -> Settings {
        let id = self.free_id("effect");
        self.own_side_effects.push(OwnSideEffect {
            id: id.clone(),
            name,
            archived: false,
            unknown: Unknown::default(),
        });
        self.side_effects_on.push(SideEffectId::Own(id));
        self
    }

    /// Puts an own item away: it is not asked any more, and what was recorded stays.
    ///
    /// # Errors
    /// [`SettingsError::NoSuchId`].
    pub fn archive_own_item(mut self, id: &OwnId) -> Result<Settings, SettingsError> {
        let item = self.own_items.iter_mut().find(|item| item.id == *id);
        item.ok_or_else(|| SettingsError::NoSuchId(id.clone()))?.archived = true;
        self.items_on
            .retain(|item| !matches!(item, ItemId::Own(own) if own == id));
        Ok(self)
    }

    /// Puts an own side effect away: it is not asked any more, and what was recorded stays.
    ///
    /// # Errors
    /// [`SettingsError::NoSuchId`].
    pub fn archive_own_side_effect(mut self, id: &OwnId) -> Result<Settings, SettingsError> {
        let effect = self.own_side_effects.iter_mut().find(|effect| effect.id == *id);
        effect.ok_or_else(|| SettingsError::NoSuchId(id.clone()))?.archived = true;
        self.side_effects_on
            .retain(|effect| !matches!(effect, SideEffectId::Own(own) if own == id));
        Ok(self)
    }

    /// Brings an own item back that was put away, and asks it again.
    ///
    /// # Errors
    /// [`SettingsError::NoSuchId`], or [`SettingsError::TooManyOwnItems`] with six others asked.
    pub fn bring_back_own_item(self, id: &OwnId) -> Result<Settings, SettingsError> {
        let mut own_items = self.own_items.clone();
        let item = own_items.iter_mut().find(|item| item.id == *id);
        item.ok_or_else(|| SettingsError::NoSuchId(id.clone()))?.archived = false;
        Ok(self
            .with_own_items(own_items)?
            .with_item(&ItemId::Own(id.clone()), true))
    }

    /// Brings an own side effect back that was put away, and asks it again.
    ///
    /// # Errors
    /// [`SettingsError::NoSuchId`].
    pub fn bring_back_own_side_effect(mut self, id: &OwnId) -> Result<Settings, SettingsError> {
        let effect = self.own_side_effects.iter_mut().find(|effect| effect.id == *id);
        effect.ok_or_else(|| SettingsError::NoSuchId(id.clone()))?.archived = false;
        Ok(self.with_side_effect(&SideEffectId::Own(id.clone()), true))
    }

    /// Takes an own item out of the lists. Only for one without an answer on any day: else the answers lose their name.
    #[must_use]
    pub fn without_own_item(mut self, id: &OwnId) -> Settings {
        self.own_items.retain(|item| item.id != *id);
        self.items_on
            .retain(|item| !matches!(item, ItemId::Own(own) if own == id));
        self
    }

    /// Takes an own side effect out of the lists. Only for one without an answer on any day.
    #[must_use]
    pub fn without_own_side_effect(mut self, id: &OwnId) -> Settings {
        self.own_side_effects.retain(|effect| effect.id != *id);
        self.side_effects_on
            .retain(|effect| !matches!(effect, SideEffectId::Own(own) if own == id));
        self
    }

    /// Adds a medicine with an id that was never used, and asks it.
    ///
    /// # Errors
    /// [`SettingsError::TooManyMedicines`].
    pub fn with_medicine(self, name: Name, unit: Option<Name>) -> Result<Settings, SettingsError> {
        let medicine = Medicine {
            id: self.free_id("medicine"),
            name,
            unit,
            archived: false,
            unknown: Unknown::default(),
        };
        let medicines = self.medicines.iter().cloned().chain([medicine]).collect();
        self.with_medicines(medicines)
    }

    /// Puts a medicine away, or asks it again; what was recorded stays.
    ///
    /// # Errors
    /// [`SettingsError::NoSuchId`], or [`SettingsError::TooManyMedicines`] with six others asked.
    pub fn with_medicine_away(self, id: &OwnId, archived: bool) -> Result<Settings, SettingsError> {
        let mut medicines = self.medicines.clone();
        let medicine = medicines.iter_mut().find(|medicine| medicine.id == *id);
        medicine.ok_or_else(|| SettingsError::NoSuchId(id.clone()))?.archived = archived;
        self.with_medicines(medicines)
    }

    /// Takes a medicine out of the list. Only for one without an answer on any day.
    #[must_use]
    pub fn without_medicine(mut self, id: &OwnId) -> Settings {
        self.medicines.retain(|medicine| medicine.id != *id);
        self
    }

    /// Whether something of the patient's own has this id.
    pub fn has_own(&self, id: &OwnId) -> bool {
        self.own_item(id).is_some() || self.own_side_effect(id).is_some() || self.medicine(id).is_some()
    }

    /// How much of the patient's own there is, put-away things included.
    pub fn count_of_own(&self) -> usize {
        self.own_items.len() + self.own_side_effects.len() + self.medicines.len()
    }

    /// `own_1`, `own_2` …: one that nothing of the patient's own has. The id of a
    /// thing that was ever answered is not used again, because such things are put away and not taken out of the lists.
    fn free_id(&self, stem: &str) -> OwnId {
        (1..=self.count_of_own() + 1)
            .filter_map(|number| OwnId::new(&format!("{stem}_{number}")).ok())
            .find(|id| !self.has_own(id))
            .expect("one more id than there are own things: one of them is free")
    }
}
