//! One day of version 1.

use super::{MAX_ENTRIES, Mistake, Place, Reader, instant};
use crate::diary::{
    Answers, Count, Day, Dose, ItemId, Name, Note, OwnId, Rating, Settings, SideEffectId, SortedSet, Tag, Unknown,
    is_all_blank,
};
use crate::exchange::backup::v1::write::{V1, line};
use crate::exchange::backup::v1::{IMPORTED_FROM, MEDICINES, SEALED_DOSE};
use crate::json::raw::{Fields, get, whole, without_layout};

impl Reader<'_> {
    /// Reads a day; the settings say what of the patient's own is declared. From its date on, the date is its place.
    pub(in crate::exchange::backup) fn day(&mut self, mut fields: Fields, settings: &Settings) -> Option<Day> {
        let date = self.needed_date(&mut fields, "date")?;
        self.place = Place::Day(date);
        let recorded_at = self.needed_text(&mut fields, "recorded_at");
        let recorded_at = recorded_at.and_then(|text| self.good_field("recorded_at", instant(&text)));
        let edited_at = self
            .text(&mut fields, "edited_at")
            .and_then(|text| self.good_field("edited_at", instant(&text)));
        let (dose_taken, beside_dose) = self.dose_taken(&mut fields).unzip();
        let mut answers = Answers {
            dose_taken,
            sealed_dose: self.yes_or_no(&mut fields, SEALED_DOSE),
            rescue_medicine: self.yes_or_no(&mut fields, "rescue_medicine"),
            walking_support: self.yes_or_no(&mut fields, "walking_support"),
            left_out: self.yes_or_no(&mut fields, "left_out").unwrap_or_default(),
            tags: self.tags(&mut fields),
            note: self.note(&mut fields),
            ..Answers::default()
        };
        let unknown_items = self.items(&mut fields, &mut answers, settings);
        let unknown_side_effects = self.side_effects(&mut fields, &mut answers);
        let unknown_medicines = self.medicines(&mut fields, &mut answers, settings);
        let source = fields.take(IMPORTED_FROM);
        let imported_from = source.and_then(get::<String>).and_then(|text| Name::new(&text).ok());
        // What another version may say of it in place of a name stays as it is.
        let unread = source.filter(|_| imported_from.is_none());
        let mut day = Day::restore(date, recorded_at?, edited_at, answers).with_source(imported_from);
        day.unknown = fields.rest();
        if let Some(raw) = unread {
            day.unknown.insert(IMPORTED_FROM.to_owned(), without_layout(raw));
        }
        if let Some(beside) = beside_dose.filter(|beside| !beside.is_empty()) {
            day.unknown.insert("dose_taken".to_owned(), line(&V1(&beside)));
        }
        day.unknown_items = unknown_items;
        day.unknown_side_effects = unknown_side_effects;
        day.unknown_medicines = unknown_medicines;
        Some(day)
    }

    /// The dose, and what another version wrote beside its micrograms.
    fn dose_taken(&mut self, fields: &mut Fields) -> Option<(Dose, Unknown)> {
        let mut dose = self.inner(fields, "dose_taken", Mistake::NotADose)?;
        Some((self.dose(&mut dose)?, dose.rest()))
    }

    fn tags(&mut self, fields: &mut Fields) -> SortedSet<Tag> {
        let tags = self.entries::<MAX_ENTRIES>(fields, "tags").into_iter().flatten();
        let tags = tags.filter_map(|raw| {
            let text: String = self.good_field("tags", get(raw).ok_or(Mistake::NotText))?;
            // Earlier versions took tags in which nothing can be seen: a tag of blanks is no tag.
            let unseen = !text.trim().is_empty() && is_all_blank(&text);
            let name = (!unseen).then(|| Name::new(&text))?;
            self.good_field("tags", name).map(Tag::new)
        });
        tags.collect()
    }

    fn note(&mut self, fields: &mut Fields) -> Note {
        let text = self.text(fields, "note").unwrap_or_default();
        self.good_field("note", Note::new(&text)).unwrap_or_default()
    }

    /// Ratings of standard and declared items; what is rated under another id comes back unread.
    fn items(&mut self, fields: &mut Fields, answers: &mut Answers, settings: &Settings) -> Unknown {
        let items = self.inner(fields, "items", Mistake::NotAnObject);
        let mut unknown = Unknown::default();
        for (name, raw) in items.into_iter().flat_map(Fields::given) {
            let known = ItemId::from_id(&name).ok().filter(|id| match id {
                ItemId::Standard(_) => true,
                ItemId::Own(id) => settings.own_item(id).is_some(),
            });
            let Some(id) = known else {
                unknown.insert(name, without_layout(raw));
                continue;
            };
            let number = self.good_field(&name, whole(raw).ok_or(Mistake::NotARating));
            let rating = number.and_then(|number| self.good_field(&name, Rating::new(number)));
            answers.items.extend(rating.map(|rating| (id, rating)));
        }
        unknown
    }

    /// Counts of declared medicines; what is counted under another id, and what is no count, comes back unread.
    fn medicines(&mut self, fields: &mut Fields, answers: &mut Answers, settings: &Settings) -> Unknown {
        let medicines = self.inner(fields, MEDICINES, Mistake::NotAnObject);
        let mut unknown = Unknown::default();
        for (name, raw) in medicines.into_iter().flat_map(Fields::given) {
            let known = OwnId::new(&name).ok().filter(|id| settings.medicine(id).is_some());
            match known.zip(whole(raw).and_then(Count::new)) {
                Some((id, count)) => _ = answers.medicines.insert(id, count),
                None => _ = unknown.insert(name, without_layout(raw)),
            }
        }
        unknown
    }

    /// Yes or no by side effect. F1 does not declare own ones, so any well-formed id is one, if it says yes or no.
    fn side_effects(&mut self, fields: &mut Fields, answers: &mut Answers) -> Unknown {
        let effects = self.inner(fields, "side_effects", Mistake::NotAnObject);
        let mut unknown = Unknown::default();
        for (name, raw) in effects.into_iter().flat_map(Fields::given) {
            match (SideEffectId::from_id(&name), get::<bool>(raw)) {
                (Ok(id), Some(answer)) => {
                    answers.side_effects.insert(id, answer);
                }
                (Ok(SideEffectId::Standard(_)), None) => {
                    self.wrong_field(&name, Mistake::NotTrueOrFalse);
                }
                _ => _ = unknown.insert(name, without_layout(raw)),
            }
        }
        unknown
    }
}
