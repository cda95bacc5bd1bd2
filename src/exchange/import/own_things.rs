//! Own items, side effects and medicines of two diaries under one set of ids.

use crate::diary::{
    Answers, Day, Diary, ItemId, Medicine, Name, OwnId, OwnItem, OwnSideEffect, Settings, SideEffectId, SortedMap,
};

/// Ids of the file → ids of the diary here.
type NewIds = SortedMap<OwnId, OwnId>;

/// The settings of the merged diary, and the file and its days that have not begun with their own items, side effects and medicines
/// under their ids there.
pub(super) fn with_own_things(here: &Diary, file: &Diary, ahead: &[Day]) -> (Settings, Diary, Vec<Day>) {
    if here.days().len() == 0 {
        return (file.settings.clone(), file.clone(), ahead.to_vec());
    }
    let mut settings = here.settings.clone();
    let [mut items, mut effects, mut medicines] = [(); 3].map(|()| NewIds::default());
    let same = |one: &OwnItem, other: &OwnItem| Name::is_like(&one.name, &other.name) && one.better == other.better;
    for item in file.settings.own_items() {
        let known = counterpart(
            item,
            settings.own_items(),
            file.settings.own_items(),
            |own| &own.id,
            same,
            &items,
        );
        let id = known.unwrap_or_else(|| add_item(&mut settings, item));
        items.insert(item.id.clone(), id);
    }
    let same = |one: &OwnSideEffect, other: &OwnSideEffect| Name::is_like(&one.name, &other.name);
    for effect in file.settings.own_side_effects() {
        let (ours, theirs) = (settings.own_side_effects(), file.settings.own_side_effects());
        let known = counterpart(effect, ours, theirs, |own| &own.id, same, &effects);
        let id = known.unwrap_or_else(|| add_side_effect(&mut settings, effect));
        effects.insert(effect.id.clone(), id);
    }
    let same = |one: &Medicine, other: &Medicine| {
        let same_unit = match (&one.unit, &other.unit) {
            (Some(unit), Some(other)) => Name::is_like(unit, other),
            (unit, other) => unit == other,
        };
        Name::is_like(&one.name, &other.name) && same_unit
    };
    for medicine in file.settings.medicines() {
        let (ours, theirs) = (settings.medicines(), file.settings.medicines());
        let known = counterpart(medicine, ours, theirs, |own| &own.id, same, &medicines);
        let id = known.unwrap_or_else(|| add_medicine(&mut settings, medicine));
        medicines.insert(medicine.id.clone(), id);
    }
    let new = [items, effects, medicines];
    let days = file.days().map(|day| renamed(day, &new));
    let ahead = ahead.iter().map(|day| renamed(day, &new)).collect();
    let [items, effects, _] = &new;
    let mut renamed = Diary::restore(file.settings.clone(), file.treatment.clone(), days);
    renamed.rest = file.rest.clone();
    for kept in &mut renamed.rest.final_answers {
        kept.answer.item = new_item(&kept.answer.item, items);
    }
    renamed
        .rest
        .change_cards(|card| card.renamed(|id| new_item(id, items), |id| new_effect(id, effects)));
    (settings, renamed, ahead)
}

fn new_item(id: &ItemId, items: &NewIds) -> ItemId {
    match id {
        ItemId::Own(own) => ItemId::Own(items.get(own).unwrap_or(own).clone()),
        ItemId::Standard(_) => id.clone(),
    }
}

fn new_effect(id: &SideEffectId, effects: &NewIds) -> SideEffectId {
    match id {
        SideEffectId::Own(own) => SideEffectId::Own(effects.get(own).unwrap_or(own).clone()),
        SideEffectId::Standard(_) => id.clone(),
    }
}

/// The id of the thing here that a thing of the file is: the one of the same id, if it is the same; else the first that is
/// the same and that nothing else of the file is, so that two of one name stay two.
fn counterpart<T>(
    thing: &T,
    ours: &[T],
    theirs: &[T],
    id: fn(&T) -> &OwnId,
    same: fn(&T, &T) -> bool,
    given: &NewIds,
) -> Option<OwnId> {
    let is_paired = |own: &T| theirs.iter().any(|other| id(other) == id(own) && same(own, other));
    let is_free = |own: &T| !is_paired(own) && given.values().all(|taken| taken != id(own));
    let mut alike = ours.iter().filter(|own| same(own, thing));
    let of_same_id = alike.clone().find(|own| id(own) == id(thing));
    of_same_id
        .or_else(|| alike.find(|own| is_free(own)))
        .map(|own| id(own).clone())
}

/// Declares the file's item here under its id, or a free one if that is taken; put away if six are asked already.
fn add_item(settings: &mut Settings, item: &OwnItem) -> OwnId {
    let asked = settings.own_items().iter().filter(|own| !own.archived).count();
    let id = free_id(settings, &item.id);
    let archived = item.archived || asked >= Settings::MAX_OWN_ITEMS;
    let item = OwnItem {
        id: id.clone(),
        archived,
        ..item.clone()
    };
    let all = settings.own_items().iter().cloned().chain([item]).collect();
    *settings = settings
        .clone()
        .with_own_items(all)
        .expect("the id is free, and at most six are asked");
    id
}

fn add_side_effect(settings: &mut Settings, effect: &OwnSideEffect) -> OwnId {
    let id = free_id(settings, &effect.id);
    let effect = OwnSideEffect {
        id: id.clone(),
        ..effect.clone()
    };
    let all = settings.own_side_effects().iter().cloned().chain([effect]).collect();
    *settings = settings.clone().with_own_side_effects(all).expect("the id is free");
    id
}

/// The same of a medicine.
fn add_medicine(settings: &mut Settings, medicine: &Medicine) -> OwnId {
    let asked = settings.medicines().iter().filter(|own| !own.archived).count();
    let id = free_id(settings, &medicine.id);
    let medicine = Medicine {
        id: id.clone(),
        archived: medicine.archived || asked >= Settings::MAX_MEDICINES,
        ..medicine.clone()
    };
    let all = settings.medicines().iter().cloned().chain([medicine]).collect();
    *settings = settings
        .clone()
        .with_medicines(all)
        .expect("the id is free, and at most six are asked");
    id
}

/// The wanted id, or else `own_1`, `own_2` …: the first that nothing has.
fn free_id(settings: &Settings, wanted: &OwnId) -> OwnId {
    let numbered = (1..=settings.count_of_own() + 1).filter_map(|number| OwnId::new(&format!("own_{number}")).ok());
    std::iter::once(wanted.clone())
        .chain(numbered)
        .find(|id| !settings.has_own(id))
        .expect("one more id than there are own things")
}

fn renamed(day: &Day, [items, effects, medicines]: &[NewIds; 3]) -> Day {
    let old = day.answers();
    let answers = Answers {
        items: old
            .items
            .iter()
            .map(|(id, rating)| (new_item(id, items), *rating))
            .collect(),
        side_effects: old
            .side_effects
            .iter()
            .map(|(id, answer)| (new_effect(id, effects), *answer))
            .collect(),
        medicines: old
            .medicines
            .iter()
            .map(|(id, count)| (medicines.get(id).unwrap_or(id).clone(), *count))
            .collect(),
        ..old.clone()
    };
    let mut renamed =
        Day::restore(day.date(), day.recorded_at(), day.edited_at(), answers).with_source(day.imported_from().cloned());
    renamed.unknown.clone_from(&day.unknown);
    renamed.unknown_items.clone_from(&day.unknown_items);
    renamed.unknown_side_effects.clone_from(&day.unknown_side_effects);
    renamed.unknown_medicines.clone_from(&day.unknown_medicines);
    renamed
}
