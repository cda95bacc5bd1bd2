//! Headers: what ours are called, and what others mean.

use crate::diary::{
    Diary, ItemId, Name, OwnId, Settings, SideEffectId, SortedSet, StandardItem, StandardSideEffect, in_small_letters,
};

/// What a column of a table of ours means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange) enum Column {
    /// Nothing that is read: it is worked out anew.
    Derived,
    /// The day.
    Date,
    /// The dose taken, in mg.
    DoseTaken,
    /// Ratings from 0 to 100.
    Item(ItemId),
    /// Yes or no.
    SideEffect(SideEffectId),
    /// How many of another medicine were taken; by its name, or its id where several share one.
    Medicine(String),
    /// Whether extra pain medicine was needed.
    RescueMedicine,
    /// Whether walking support was needed.
    WalkingSupport,
    /// Whether what is sealed in a trial of one was taken.
    SealedDose,
    /// Whether the rest was left out on purpose.
    LeftOut,
    /// Tags, separated by semicolons.
    Tags,
    /// The note.
    Note,
    /// When the day was first recorded.
    RecordedAt,
    /// When an answer was changed later.
    EditedAt,
    /// The program or file that the day's first answers were taken over from.
    ImportedFrom,
}

/// The column of where imported days are from.
pub(super) const IMPORTED_FROM: &str = "imported_from";

/// Columns that mean the same in every table of ours.
const FIXED: [(&str, Column); 14] = [
    ("date", Column::Date),
    ("phase", Column::Derived),
    ("dose_planned_mg", Column::Derived),
    ("dose_taken_mg", Column::DoseTaken),
    ("rescue_medicine", Column::RescueMedicine),
    ("tags", Column::Tags),
    ("note", Column::Note),
    ("recorded_at", Column::RecordedAt),
    ("edited_at", Column::EditedAt),
    ("late", Column::Derived),
    ("walking_support", Column::WalkingSupport),
    ("left_out", Column::LeftOut),
    (IMPORTED_FROM, Column::ImportedFrom),
    ("sealed_dose_taken", Column::SealedDose),
];

/// Before the id of an own thing that has no name, or none that is its alone.
const ITEM_MARK: &str = "item:";
const SIDE_EFFECT_MARK: &str = "side_effect:";
/// Before the name of another medicine: numbers under a name alone would be ratings where it is not known yet.
const MEDICINE_MARK: &str = "medicine:";

/// The items of a table: those that are asked or were ever answered, in order.
pub(super) fn items(diary: &Diary) -> SortedSet<ItemId> {
    let asked = diary.settings.items_on().iter();
    asked
        .chain(diary.days().flat_map(|day| day.answers().items.keys()))
        .cloned()
        .collect()
}

/// The side effects of a table: those that are asked or were ever answered, in order.
pub(super) fn side_effects(diary: &Diary) -> SortedSet<SideEffectId> {
    let asked = diary.settings.side_effects_on().iter();
    asked
        .chain(diary.days().flat_map(|day| day.answers().side_effects.keys()))
        .cloned()
        .collect()
}

/// The other medicines of a table: those that are asked or were ever counted, in order.
pub(super) fn medicines(diary: &Diary) -> SortedSet<OwnId> {
    let asked = diary.settings.medicines().iter().filter(|own| !own.archived);
    asked
        .map(|own| &own.id)
        .chain(diary.days().flat_map(|day| day.answers().medicines.keys()))
        .cloned()
        .collect()
}

pub(super) fn medicine_header(id: &OwnId, settings: &Settings) -> String {
    let by_name = settings.medicine(id).map(|own| own.name.as_str());
    let by_name = by_name.filter(|name| medicine(name, settings).as_ref() == Some(id));
    format!("{MEDICINE_MARK}{}", by_name.unwrap_or(id.as_str()))
}

/// The medicine that is meant by a text of [`Column::Medicine`]: that of this id, or the only one of this name.
pub(in crate::exchange) fn medicine(text: &str, settings: &Settings) -> Option<OwnId> {
    let mut all = settings.medicines().iter();
    if let Some(own) = all.find(|own| own.id.as_str() == text) {
        return Some(own.id.clone());
    }
    let name = Name::new(text).ok()?;
    let mut alike = settings.medicines().iter().filter(|own| own.name.is_like(&name));
    let found = alike.next()?;
    alike.next().is_none().then(|| found.id.clone())
}

pub(super) fn item_header(id: &ItemId, settings: &Settings) -> String {
    let name = || own_name(&Column::Item(id.clone()), settings);
    match id {
        ItemId::Standard(item) => item.id().to_owned(),
        ItemId::Own(id) => name().map_or_else(|| format!("{ITEM_MARK}{id}"), str::to_owned),
    }
}

pub(super) fn side_effect_header(id: &SideEffectId, settings: &Settings) -> String {
    let name = || own_name(&Column::SideEffect(id.clone()), settings);
    match id {
        SideEffectId::Standard(effect) => effect.id().to_owned(),
        SideEffectId::Own(id) => name().map_or_else(|| format!("{SIDE_EFFECT_MARK}{id}"), str::to_owned),
    }
}

/// The name of an own thing, if nothing else could be meant by it.
fn own_name<'a>(own: &Column, settings: &'a Settings) -> Option<&'a str> {
    let (name, _) = own_things(settings).find(|(_, column)| column == own)?;
    let header = plain(name);
    let only_one = own_things(settings).filter(|(other, _)| plain(other) == header).count() == 1;
    let free = standard(&header).is_none()
        && !header.is_empty()
        && !name.starts_with(ITEM_MARK)
        && !name.starts_with(SIDE_EFFECT_MARK)
        && !name.starts_with(MEDICINE_MARK);
    (only_one && free).then_some(name)
}

/// Names and columns of the patient's own items and side effects.
fn own_things(settings: &Settings) -> impl Iterator<Item = (&str, Column)> {
    let item = |id: &OwnId| Column::Item(ItemId::Own(id.clone()));
    let effect = |id: &OwnId| Column::SideEffect(SideEffectId::Own(id.clone()));
    let items = settings
        .own_items()
        .iter()
        .map(move |own| (own.name.as_str(), item(&own.id)));
    items.chain(
        settings
            .own_side_effects()
            .iter()
            .map(move |own| (own.name.as_str(), effect(&own.id))),
    )
}

/// What a header of a table of ours means, where the patient's own things are those of the settings.
pub(in crate::exchange) fn meaning(header: &str, settings: &Settings) -> Option<Column> {
    let id = |mark: &str| header.strip_prefix(mark).and_then(|id| OwnId::new(id).ok());
    if let Some(id) = id(ITEM_MARK) {
        return Some(Column::Item(ItemId::Own(id)));
    }
    if let Some(id) = id(SIDE_EFFECT_MARK) {
        return Some(Column::SideEffect(SideEffectId::Own(id)));
    }
    if let Some(name) = header.strip_prefix(MEDICINE_MARK) {
        return Some(Column::Medicine(name.to_owned()));
    }
    standard(&plain(header)).or_else(|| own(header, settings))
}

/// The own item or side effect of the patient that has this name.
pub(in crate::exchange) fn own(name: &str, settings: &Settings) -> Option<Column> {
    let header = plain(name);
    let mut things = own_things(settings).filter(|_| !header.is_empty());
    things.find(|(name, _)| plain(name) == header).map(|(_, column)| column)
}

/// What one of our own headers means.
fn standard(header: &str) -> Option<Column> {
    let fixed = FIXED
        .into_iter()
        .find(|(ours, _)| *ours == header)
        .map(|(_, column)| column);
    fixed
        .or_else(|| StandardItem::from_id(header).map(|item| Column::Item(item.into())))
        .or_else(|| StandardSideEffect::from_id(header).map(|effect| Column::SideEffect(effect.into())))
}

/// A header without regard to case, spaces and marks: "Pain level (0-100)" is `pain_level_0_100`.
fn plain(header: &str) -> String {
    let words: Vec<&str> = header
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    in_small_letters(&words.join("_"))
}
