use super::*;
use crate::testing::name;

fn on(settings: &Settings) -> String {
    settings
        .items_on()
        .iter()
        .map(ItemId::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

// D1, D2, D3: what a new diary asks.
#[test]
fn a_new_diary_asks_five_items_and_two_side_effects() {
    let settings = Settings::default();
    assert_eq!(on(&settings), "pain fatigue sleep_quality overall tolerability");
    let effects: Vec<&str> = settings.side_effects_on().iter().map(SideEffectId::as_str).collect();
    assert_eq!(effects, ["vivid_dreams", "headache"]);
    assert_eq!(
        (settings.day_ends_at.to_string().as_str(), settings.condition),
        ("04:00", None)
    );
}

#[test]
fn the_five_items_cannot_be_switched_off() {
    let settings = Settings::default()
        .with_items_on(vec![StandardItem::Stress.into()])
        .unwrap();
    assert_eq!(on(&settings), "pain fatigue sleep_quality overall tolerability stress");
    let order = vec![StandardItem::Stress.into(), StandardItem::Overall.into()];
    let settings = Settings::default().with_items_on(order).unwrap();
    assert_eq!(on(&settings), "pain fatigue sleep_quality tolerability stress overall");
}

#[test]
fn nothing_is_asked_twice() {
    let twice = vec![StandardItem::Stress.into(), StandardItem::Stress.into()];
    assert_eq!(
        Settings::default().with_items_on(twice),
        Err(SettingsError::OnTwice("stress".into()))
    );
    let twice = vec![StandardSideEffect::Nausea.into(), StandardSideEffect::Nausea.into()];
    assert_eq!(
        Settings::default().with_side_effects_on(twice),
        Err(SettingsError::OnTwice("nausea".into()))
    );
}

// D2: up to 6 of their own.
#[test]
fn six_own_items_can_be_asked_and_one_put_away_makes_room() {
    let mut settings = Settings::default();
    for number in 1..=6 {
        settings = settings
            .with_own_item(name(&format!("Item {number}")), Direction::LowerIsBetter)
            .unwrap();
    }
    let seventh = || (name("Seventh"), Direction::HigherIsBetter);
    let (text, better) = seventh();
    assert_eq!(
        settings.clone().with_own_item(text, better),
        Err(SettingsError::TooManyOwnItems)
    );

    let first = OwnId::new("own_1").unwrap();
    let settings = settings.archive_own_item(&first).unwrap();
    assert!(
        !settings.items_on().contains(&ItemId::Own(first.clone())),
        "it is not asked any more"
    );
    let (text, better) = seventh();
    let settings = settings.with_own_item(text, better).unwrap();
    assert_eq!(
        settings.own_items().last().unwrap().id.as_str(),
        "own_7",
        "an id is never used again"
    );
    assert_eq!(
        settings.direction_of(&ItemId::Own(first)),
        Some(Direction::LowerIsBetter)
    );
}

#[test]
fn an_own_side_effect_is_added_and_put_away() {
    let settings = Settings::default().with_own_side_effect(name("Itching"));
    let id = settings.own_side_effects()[0].id.clone();
    assert_eq!(settings.side_effects_on().last(), Some(&SideEffectId::Own(id.clone())));
    let settings = settings.archive_own_side_effect(&id).unwrap();
    assert_eq!(settings.side_effects_on().len(), 2);
    assert!(settings.own_side_effect(&id).unwrap().archived);
    let other = OwnId::new("other").unwrap();
    assert_eq!(
        settings.archive_own_side_effect(&other),
        Err(SettingsError::NoSuchId(other))
    );
}

#[test]
fn an_id_is_used_once_across_items_and_side_effects() {
    let settings = Settings::default()
        .with_own_item(name("Brain fog"), Direction::LowerIsBetter)
        .unwrap();
    let id = settings.own_items()[0].id.clone();
    let effect = OwnSideEffect {
        id: id.clone(),
        name: name("Itching"),
        archived: false,
        unknown: Unknown::default(),
    };
    assert_eq!(
        settings.with_own_side_effects(vec![effect]),
        Err(SettingsError::SameId(id))
    );
}

#[test]
fn an_undeclared_own_item_has_no_direction() {
    let id = ItemId::from_id("somebody_elses").unwrap();
    assert_eq!(Settings::default().direction_of(&id), None);
}

#[test]
fn an_item_is_switched_on_and_off_by_itself() {
    let stress = ItemId::from(StandardItem::Stress);
    let asked = Settings::default().with_item(&stress, true);
    assert_eq!(on(&asked), "pain fatigue sleep_quality overall tolerability stress");
    assert_eq!(asked.clone().with_item(&stress, true), asked, "on twice is on once");
    assert_eq!(asked.with_item(&stress, false), Settings::default());
    let unchanged = Settings::default().with_item(&StandardItem::Pain.into(), false);
    assert_eq!(unchanged, Settings::default(), "D2: pain is always asked");
}

#[test]
fn a_side_effect_is_switched_on_and_off_by_itself() {
    let nausea = SideEffectId::from(StandardSideEffect::Nausea);
    let asked = Settings::default().with_side_effect(&nausea, true);
    let ids: Vec<&str> = asked.side_effects_on().iter().map(SideEffectId::as_str).collect();
    assert_eq!(ids, ["vivid_dreams", "headache", "nausea"]);
    assert_eq!(asked.clone().with_side_effect(&nausea, true), asked);
    assert_eq!(asked.with_side_effect(&nausea, false), Settings::default());
}

#[test]
fn what_was_put_away_comes_back_under_its_own_id() {
    let settings = Settings::default()
        .with_own_item(name("ضباب الدماغ"), Direction::LowerIsBetter)
        .unwrap()
        .with_own_side_effect(name("Itching"));
    let (item, effect) = (
        settings.own_items()[0].id.clone(),
        settings.own_side_effects()[0].id.clone(),
    );
    let away = settings
        .clone()
        .archive_own_item(&item)
        .and_then(|settings| settings.archive_own_side_effect(&effect))
        .unwrap();
    assert_eq!(
        away.clone().with_item(&ItemId::Own(item.clone()), true),
        away,
        "the switch alone does not bring it back"
    );
    assert_eq!(
        away.clone().with_side_effect(&SideEffectId::Own(effect.clone()), true),
        away
    );
    let back = away
        .bring_back_own_item(&item)
        .and_then(|settings| settings.bring_back_own_side_effect(&effect));
    assert_eq!(back, Ok(settings.clone()));
    let missing = OwnId::new("nothing").unwrap();
    assert_eq!(
        settings.bring_back_own_item(&missing),
        Err(SettingsError::NoSuchId(missing))
    );
}

// D2: up to 6 of their own.
#[test]
fn a_seventh_item_does_not_come_back() {
    let add = |settings: Settings, number: usize| {
        settings
            .with_own_item(name(&format!("Item {number}")), Direction::HigherIsBetter)
            .unwrap()
    };
    let first = add(Settings::default(), 0);
    let id = first.own_items()[0].id.clone();
    let full = (1..=6).fold(first.archive_own_item(&id).unwrap(), add);
    assert_eq!(full.bring_back_own_item(&id), Err(SettingsError::TooManyOwnItems));
}

#[test]
fn what_was_never_answered_can_be_taken_out_again() {
    let settings = Settings::default()
        .with_own_item(name("Brain fog"), Direction::LowerIsBetter)
        .unwrap()
        .with_own_side_effect(name("Itching"));
    let (item, effect) = (
        settings.own_items()[0].id.clone(),
        settings.own_side_effects()[0].id.clone(),
    );
    let emptied = settings.without_own_item(&item).without_own_side_effect(&effect);
    assert_eq!(emptied, Settings::default());
}

// D8: up to six, each put away and brought back; its id is nobody else's.
#[test]
fn six_other_medicines_can_be_asked_and_one_put_away_makes_room() {
    let mut settings = Settings::default();
    for number in 1..=6 {
        settings = settings.with_medicine(name(&format!("M {number}")), None).unwrap();
    }
    let seventh = settings.clone().with_medicine(name("M 7"), None);
    assert_eq!(seventh, Err(SettingsError::TooManyMedicines));
    let first = settings.medicines()[0].id.clone();
    let room = settings.with_medicine_away(&first, true).unwrap();
    let full = room.with_medicine(name("M 7"), Some(name("50 mg"))).unwrap();
    assert_eq!(full.medicines().last().unwrap().id.as_str(), "medicine_7");
    let back = full.clone().with_medicine_away(&first, false);
    assert_eq!(back, Err(SettingsError::TooManyMedicines));
    let gone = OwnId::new("gone").unwrap();
    assert_eq!(
        full.clone().with_medicine_away(&gone, true),
        Err(SettingsError::NoSuchId(gone))
    );
    assert_eq!(full.without_medicine(&first).medicines().len(), 6);
}

#[test]
fn no_two_things_of_ones_own_have_one_id() {
    let medicine = Settings::default().with_medicine(name("A"), None).unwrap();
    let mut taken = medicine.medicines()[0].clone();
    taken.id = OwnId::new("own_1").unwrap();
    let item = Settings::default()
        .with_own_item(name("B"), Direction::LowerIsBetter)
        .unwrap();
    assert_eq!(
        item.with_medicines(vec![taken.clone()]),
        Err(SettingsError::SameId(taken.id))
    );
}
