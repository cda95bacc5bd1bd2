//! The settings of version 1.

use serde_json::value::RawValue;

use super::{List, Mistake, Reader};
use crate::diary::{
    Direction, ItemId, Medicine, Name, OwnId, OwnIdError, OwnItem, OwnSideEffect, Settings, SideEffectId, is_all_blank,
};
use crate::exchange::backup::v1::UNIT;
use crate::json::raw::{Fields, get};

const LOWER: &str = "lower";
const HIGHER: &str = "higher";

impl Reader<'_> {
    pub(in crate::exchange::backup) fn settings(&mut self, mut fields: Fields) -> Option<Settings> {
        let mut settings = Settings::default();
        if let Some(text) = self.text(&mut fields, "condition").filter(|text| !is_all_blank(text)) {
            settings.condition = self.good_field("condition", Name::new(&text));
        }
        if let Some(text) = self.text(&mut fields, "day_ends_at") {
            settings.day_ends_at = self.good_field("day_ends_at", text.parse()).unwrap_or_default();
        }
        let own_items = self
            .each(&mut fields, List::OwnItems, Self::own_item)
            .unwrap_or_default();
        settings = self.good(settings.with_own_items(own_items))?;
        let own_effects = self
            .each(&mut fields, List::OwnSideEffects, Self::own_side_effect)
            .unwrap_or_default();
        settings = self.good(settings.with_own_side_effects(own_effects))?;
        let medicines = self
            .each(&mut fields, List::Medicines, Self::medicine)
            .unwrap_or_default();
        settings = self.good(settings.with_medicines(medicines))?;
        if let Some(on) = self.each(&mut fields, List::ItemsOn, |reader, raw| {
            reader.id(raw, ItemId::from_id)
        }) {
            settings = self.good(settings.with_items_on(on))?;
        }
        if let Some(on) = self.each(&mut fields, List::SideEffectsOn, |reader, raw| {
            reader.id(raw, SideEffectId::from_id)
        }) {
            settings = self.good(settings.with_side_effects_on(on))?;
        }
        settings.walking_support_on = self.yes_or_no(&mut fields, "walking_support_on").unwrap_or_default();
        settings.unknown = fields.rest();
        Some(settings)
    }

    fn id<T>(&mut self, raw: &RawValue, from_id: fn(&str) -> Result<T, OwnIdError>) -> Option<T> {
        let text: String = self.good(get(raw).ok_or(Mistake::NotText))?;
        self.good(from_id(&text))
    }

    fn own_item(&mut self, raw: &RawValue) -> Option<OwnItem> {
        let mut fields = self.object(raw)?;
        let id = self.needed_text(&mut fields, "id");
        let name = self.needed_text(&mut fields, "name");
        let better = self.needed_text(&mut fields, "better");
        let archived = self.yes_or_no(&mut fields, "archived").unwrap_or_default();
        let better = better.and_then(|better| self.good_field("better", direction(&better)));
        let id = id.and_then(|id| self.good_field("id", OwnId::new(&id)));
        let name = name.and_then(|name| self.own_name(&name, id.as_ref()));
        Some(OwnItem {
            id: id?,
            name: name?,
            better: better?,
            archived,
            unknown: fields.rest(),
        })
    }

    /// The name of an own thing. One in which nothing can be seen, which earlier versions took, gives way to the id.
    fn own_name(&mut self, text: &str, id: Option<&OwnId>) -> Option<Name> {
        let unseen = !text.trim().is_empty() && is_all_blank(text);
        let text = id.filter(|_| unseen).map_or(text, OwnId::as_str);
        self.good_field("name", Name::new(text))
    }

    fn own_side_effect(&mut self, raw: &RawValue) -> Option<OwnSideEffect> {
        let fields = self.object(raw)?;
        self.named(fields)
    }

    /// Something with an id and a name alone.
    fn named(&mut self, mut fields: Fields) -> Option<OwnSideEffect> {
        let id = self.needed_text(&mut fields, "id");
        let name = self.needed_text(&mut fields, "name");
        let archived = self.yes_or_no(&mut fields, "archived").unwrap_or_default();
        let id = id.and_then(|id| self.good_field("id", OwnId::new(&id)));
        let name = name.and_then(|name| self.own_name(&name, id.as_ref()));
        Some(OwnSideEffect {
            id: id?,
            name: name?,
            archived,
            unknown: fields.rest(),
        })
    }

    fn medicine(&mut self, raw: &RawValue) -> Option<Medicine> {
        // It is written as an own side effect is, and has a unit besides.
        let mut fields = self.object(raw)?;
        let unit = self.text(&mut fields, UNIT).filter(|unit| !is_all_blank(unit));
        let OwnSideEffect {
            id,
            name,
            archived,
            unknown,
        } = self.named(fields)?;
        Some(Medicine {
            id,
            name,
            unit: unit.and_then(|unit| self.good_field(UNIT, Name::new(&unit))),
            archived,
            unknown,
        })
    }
}

fn direction(better: &str) -> Result<Direction, Mistake> {
    match better {
        LOWER => Ok(Direction::LowerIsBetter),
        HIGHER => Ok(Direction::HigherIsBetter),
        _ => Err(Mistake::NotADirection(LOWER, HIGHER)),
    }
}
