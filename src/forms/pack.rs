//! What a condition asks for besides, switched on in one tap and put away again in one : at most three more answers
//! an evening.

use crate::diary::{
    Diary, Direction, ItemId, Name, Settings, SettingsError, SideEffectId, StandardItem, StandardSideEffect,
};
use crate::words::{Word, names, settings as words};

/// A condition with questions of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pack {
    /// Complex regional pain syndrome.
    Crps,
    /// Burning mouth syndrome.
    BurningMouth,
    /// Painful neuropathy.
    Neuropathy,
    /// Inflammatory bowel disease.
    Bowel,
    /// Multiple sclerosis.
    MultipleSclerosis,
}

/// One of its questions.
enum Question {
    Item(StandardItem),
    /// A rating by this name, low is better, made the patient's own.
    Own(Word),
    SideEffect(StandardSideEffect),
    /// A yes or no by this name, made the patient's own.
    OwnSideEffect(Word),
    Walking,
}

impl Pack {
    /// All of them.
    pub const ALL: [Pack; 5] = [
        Pack::Crps,
        Pack::BurningMouth,
        Pack::Neuropathy,
        Pack::Bowel,
        Pack::MultipleSclerosis,
    ];

    /// "Complex regional pain syndrome (CRPS)".
    pub fn name(self) -> &'static str {
        match self {
            Pack::Crps => words::pack_crps(),
            Pack::BurningMouth => words::pack_burning_mouth(),
            Pack::Neuropathy => words::pack_neuropathy(),
            Pack::Bowel => words::pack_bowel(),
            Pack::MultipleSclerosis => words::pack_multiple_sclerosis(),
        }
    }

    fn questions(self) -> [Question; 3] {
        use Question::{Item, Own, OwnSideEffect, SideEffect, Walking};
        match self {
            Pack::Crps => [
                Item(StandardItem::TouchSensitivity),
                Item(StandardItem::Swelling),
                Walking,
            ],
            Pack::BurningMouth => [
                Own(words::burning_in_mouth),
                SideEffect(StandardSideEffect::DryMouth),
                OwnSideEffect(words::change_of_taste),
            ],
            Pack::Neuropathy => [
                Item(StandardItem::TouchSensitivity),
                Own(words::numbness_or_tingling),
                Walking,
            ],
            Pack::Bowel => [
                Item(StandardItem::Stomach),
                Own(words::urgency_of_bowel),
                SideEffect(StandardSideEffect::Diarrhoea),
            ],
            Pack::MultipleSclerosis => [Item(StandardItem::Thinking), Own(words::stiffness_or_spasms), Walking],
        }
    }

    /// What it asks, one by one: "Sensitivity to touch".
    pub fn asks(self) -> [&'static str; 3] {
        self.questions().map(|question| match question {
            Question::Item(item) => names::item(item),
            Question::SideEffect(effect) => names::side_effect(effect),
            Question::Own(name) | Question::OwnSideEffect(name) => name(),
            Question::Walking => names::walking_support(),
        })
    }

    /// Whether all of it is asked.
    pub fn is_on(self, settings: &Settings) -> bool {
        self.questions().iter().all(|question| question.is_asked(settings))
    }

    /// The settings with all of it asked. What is asked already stays as it is, and what was put away comes back.
    ///
    /// # Errors
    /// [`SettingsError::TooManyOwnItems`].
    pub fn switched_on(self, mut settings: Settings) -> Result<Settings, SettingsError> {
        for question in self.questions() {
            if !question.is_asked(&settings) {
                settings = question.switched_on(settings)?;
            }
        }
        Ok(settings)
    }

    /// The settings with none of it asked but what another pack that is on asks too. What was answered stays in the diary.
    #[must_use]
    pub fn put_away(self, diary: &Diary) -> Settings {
        let mut settings = diary.settings.clone();
        let others = Pack::ALL
            .into_iter()
            .filter(|other| *other != self && other.is_on(&diary.settings));
        let others: Vec<Question> = others.flat_map(Pack::questions).collect();
        for question in self.questions() {
            if !others.iter().any(|other| other.is_like(&question)) {
                settings = question.put_away(settings, diary);
            }
        }
        settings
    }
}

impl Question {
    fn is_like(&self, other: &Question) -> bool {
        match (self, other) {
            (Question::Item(one), Question::Item(other)) => one == other,
            (Question::SideEffect(one), Question::SideEffect(other)) => one == other,
            (Question::Own(one), Question::Own(other))
            | (Question::OwnSideEffect(one), Question::OwnSideEffect(other)) => one() == other(),
            (Question::Walking, Question::Walking) => true,
            _ => false,
        }
    }

    fn is_asked(&self, settings: &Settings) -> bool {
        match self {
            Question::Item(item) => settings.items_on().contains(&(*item).into()),
            Question::SideEffect(effect) => settings.side_effects_on().contains(&(*effect).into()),
            Question::Own(name) => own(settings, *name).is_some_and(|id| settings.items_on().contains(&id)),
            Question::OwnSideEffect(name) => {
                own_side_effect(settings, *name).is_some_and(|id| settings.side_effects_on().contains(&id))
            }
            Question::Walking => settings.walking_support_on,
        }
    }

    fn switched_on(&self, mut settings: Settings) -> Result<Settings, SettingsError> {
        Ok(match self {
            Question::Item(item) => settings.with_item(&(*item).into(), true),
            Question::SideEffect(effect) => settings.with_side_effect(&(*effect).into(), true),
            Question::Own(name) => match own(&settings, *name) {
                Some(ItemId::Own(id)) => settings.bring_back_own_item(&id)?,
                _ => match Name::new(name()) {
                    Ok(name) => settings.with_own_item(name, Direction::LowerIsBetter)?,
                    Err(_) => settings,
                },
            },
            Question::OwnSideEffect(name) => match own_side_effect(&settings, *name) {
                Some(SideEffectId::Own(id)) => settings.bring_back_own_side_effect(&id)?,
                _ => match Name::new(name()) {
                    Ok(name) => settings.with_own_side_effect(name),
                    Err(_) => settings,
                },
            },
            Question::Walking => {
                settings.walking_support_on = true;
                settings
            }
        })
    }

    /// An own one that was never answered goes, one that was is put away.
    fn put_away(&self, mut settings: Settings, diary: &Diary) -> Settings {
        match self {
            Question::Item(item) => settings.with_item(&(*item).into(), false),
            Question::SideEffect(effect) => settings.with_side_effect(&(*effect).into(), false),
            Question::Own(name) => match own(&settings, *name) {
                Some(ItemId::Own(id)) if diary.is_rated(&ItemId::Own(id.clone())) => {
                    settings.clone().archive_own_item(&id).unwrap_or(settings)
                }
                Some(ItemId::Own(id)) => settings.without_own_item(&id),
                _ => settings,
            },
            Question::OwnSideEffect(name) => match own_side_effect(&settings, *name) {
                Some(SideEffectId::Own(id)) if diary.is_answered(&SideEffectId::Own(id.clone())) => {
                    settings.clone().archive_own_side_effect(&id).unwrap_or(settings)
                }
                Some(SideEffectId::Own(id)) => settings.without_own_side_effect(&id),
                _ => settings,
            },
            Question::Walking => {
                settings.walking_support_on = false;
                settings
            }
        }
    }
}

/// The own item of this name, asked or put away.
fn own(settings: &Settings, name: Word) -> Option<ItemId> {
    let name = Name::new(name()).ok()?;
    let mut items = settings.own_items().iter().rev();
    let found = items.find(|item| item.name.is_like(&name))?;
    Some(ItemId::Own(found.id.clone()))
}

/// The same of a side effect.
fn own_side_effect(settings: &Settings, name: Word) -> Option<SideEffectId> {
    let name = Name::new(name()).ok()?;
    let mut effects = settings.own_side_effects().iter().rev();
    let found = effects.find(|effect| effect.name.is_like(&name))?;
    Some(SideEffectId::Own(found.id.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Treatment;

    #[test]
    fn each_asks_three_things_more_at_most_and_can_be_put_away() {
        for pack in Pack::ALL {
            let before = Settings::default();
            assert!(!pack.is_on(&before));
            let on = pack.switched_on(before.clone()).unwrap();
            assert!(pack.is_on(&on), "{pack:?}");
            let count = |settings: &Settings| {
                settings.items_on().len() + settings.side_effects_on().len() + usize::from(settings.walking_support_on)
            };
            assert_eq!(count(&on), count(&before) + 3, "{pack:?}");
            assert_eq!(
                pack.switched_on(on.clone()).unwrap(),
                on,
                "a second time changes nothing"
            );
            let diary = Diary::restore(on, Treatment::default(), []);
            assert_eq!(pack.put_away(&diary), before, "{pack:?}");
        }
    }

    #[test]
    fn what_two_ask_stays_while_one_of_them_does() {
        let both = Pack::Neuropathy
            .switched_on(Pack::Crps.switched_on(Settings::default()).unwrap())
            .unwrap();
        let diary = Diary::restore(both, Treatment::default(), []);
        let left = Pack::Crps.put_away(&diary);
        assert!(left.items_on().contains(&StandardItem::TouchSensitivity.into()) && left.walking_support_on);
        assert!(!left.items_on().contains(&StandardItem::Swelling.into()));
        assert!(Pack::Neuropathy.is_on(&left));
    }
}
