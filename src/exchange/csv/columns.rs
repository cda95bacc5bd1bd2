//! Headers: what ours are called, and what others mean.

use super::{Column, CsvError, MAX_BYTES, MAX_COLUMNS, Mapping};
use crate::diary::{
    Diary, ItemId, OwnId, Settings, SideEffectId, SortedSet, StandardItem, StandardSideEffect, in_small_letters,
};
use crate::exchange::csv::cell::unguarded;

/// What a column header that another diary might use means; spelled as [`plain`] spells it.
const SYNONYMS: [(&str, &str); 31] = [
    ("day", "date"),
    ("datum", "date"),
    ("entry_date", "date"),
    ("dose", "dose_taken_mg"),
    ("dose_mg", "dose_taken_mg"),
    ("dose_taken", "dose_taken_mg"),
    ("ldn", "dose_taken_mg"),
    ("ldn_dose", "dose_taken_mg"),
    ("ldn_mg", "dose_taken_mg"),
    ("average_pain", "pain"),
    ("pain_level", "pain"),
    ("pain_score", "pain"),
    ("tiredness", "fatigue"),
    ("sleep", "sleep_quality"),
    ("overall_symptoms", "overall"),
    ("symptoms", "overall"),
    ("worst_pain", "highest_pain"),
    ("max_pain", "highest_pain"),
    ("memory", "thinking"),
    ("gi_symptoms", "stomach"),
    ("dreams", "vivid_dreams"),
    ("headaches", "headache"),
    ("diarrhea", "diarrhoea"),
    ("rescue", "rescue_medicine"),
    ("rescue_medication", "rescue_medicine"),
    ("painkiller", "rescue_medicine"),
    ("events", "tags"),
    ("notes", "note"),
    ("comment", "note"),
    ("comments", "note"),
    ("walking_aid", "walking_support"),
];

/// The column of where imported days are from.
pub(super) const IMPORTED_FROM: &str = "imported_from";

/// Columns that mean the same in every table of ours.
const FIXED: [(&str, Column); 13] = [
    ("date", Column::Date),
    ("phase", Column::Ignored),
    ("dose_planned_mg", Column::Ignored),
    ("dose_taken_mg", Column::DoseTaken),
    ("rescue_medicine", Column::RescueMedicine),
    ("tags", Column::Tags),
    ("note", Column::Note),
    ("recorded_at", Column::RecordedAt),
    ("edited_at", Column::EditedAt),
    ("late", Column::Ignored),
    ("walking_support", Column::WalkingSupport),
    ("left_out", Column::LeftOut),
    (IMPORTED_FROM, Column::ImportedFrom),
];

/// Before the id of an own thing that has no name, or none that is its alone.
const ITEM_MARK: &str = "item:";
const SIDE_EFFECT_MARK: &str = "side_effect:";

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
        && !name.starts_with(SIDE_EFFECT_MARK);
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

pub(super) fn propose(text: &str, settings: &Settings) -> Result<Mapping, CsvError> {
    if text.len() > MAX_BYTES {
        return Err(CsvError::TooLarge);
    }
    let mut row = super::read::reader(text).into_records();
    let headers = row.next().and_then(Result::ok).ok_or(CsvError::NoDate)?;
    if headers.len() > MAX_COLUMNS {
        return Err(CsvError::TooManyColumns);
    }
    let headers: Vec<String> = headers
        .iter()
        .map(|header| unguarded(header).trim().to_owned())
        .collect();
    let mut columns: Vec<Column> = Vec::new();
    for header in &headers {
        let meant = meaning(header, settings);
        let taken = columns.iter().any(|column| super::read::means_the_same(column, &meant));
        columns.push(if taken { Column::Ignored } else { meant });
    }
    Ok(Mapping { headers, columns })
}

/// What a header most likely means.
fn meaning(header: &str, settings: &Settings) -> Column {
    let id = |mark: &str| header.strip_prefix(mark).and_then(|id| OwnId::new(id).ok());
    if let Some(id) = id(ITEM_MARK) {
        return Column::Item(ItemId::Own(id));
    }
    if let Some(id) = id(SIDE_EFFECT_MARK) {
        return Column::SideEffect(SideEffectId::Own(id));
    }
    let header = plain(header);
    let own = || {
        own_things(settings)
            .find(|(name, _)| plain(name) == header)
            .map(|(_, column)| column)
    };
    standard(&header)
        .or_else(own)
        .or_else(|| of_others(&header))
        .unwrap_or(Column::Ignored)
}

/// What a header of another diary means: `sleep`, `pain_level_0_100`, `fatigue_0_10`.
fn of_others(header: &str) -> Option<Column> {
    let ours = |header: &str| {
        let synonym = SYNONYMS.iter().find(|(other, _)| *other == header);
        standard(synonym.map_or(header, |(_, ours)| ours))
    };
    if let Some(header) = header.strip_suffix("_0_10") {
        return ours(header).map(|column| match column {
            Column::Item(id) => Column::ItemOutOfTen(id),
            other => other,
        });
    }
    ours(header.strip_suffix("_0_100").unwrap_or(header))
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
