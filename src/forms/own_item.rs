//! A rating or a side effect of the patient's own.

use super::{Problem, field};
use crate::diary::{Direction, Name, Settings, StandardItem, StandardSideEffect};
use crate::words::names;

/// The form as it is typed, the name first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A rating, and which end of its scale is the better one.
    Item(String, Option<Direction>),
    /// A question for yes or no.
    SideEffect(String),
}

/// Whether one more item can be asked.
pub fn has_room(settings: &Settings) -> bool {
    settings.own_items().iter().filter(|item| !item.archived).count() < Settings::MAX_OWN_ITEMS
}

/// Whether an own item of this name is asked, or was put away.
pub fn item_of(settings: &Settings, name: &Name, put_away: bool) -> bool {
    let mut items = settings.own_items().iter();
    items.any(|item| item.archived == put_away && item.name.is_like(name))
}

/// Whether an own side effect of this name is asked, or was put away.
pub fn side_effect_of(settings: &Settings, name: &Name, put_away: bool) -> bool {
    let mut effects = settings.own_side_effects().iter();
    effects.any(|effect| effect.archived == put_away && effect.name.is_like(name))
}

impl Typed {
    /// The settings with it. No two of a kind have one name, whatever its capitals and spaces: nothing would tell them apart,
    /// one that was put away included.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(&self, settings: Settings) -> Result<Settings, Vec<Problem>> {
        match self {
            Self::SideEffect(_) => match self.name(&settings) {
                Ok(name) => Ok(settings.with_own_side_effect(name)),
                Err(problem) => Err(vec![problem]),
            },
            Self::Item(_, better) => match (self.name(&settings), better) {
                (Ok(name), Some(better)) => {
                    let added = settings.with_own_item(name, *better);
                    added.map_err(|why| vec![Problem::NoRoom(field::ITEM_NAME, why)])
                }
                (name, better) => {
                    let no_better = better.is_none().then_some(Problem::NoBetter);
                    Err(name.err().into_iter().chain(no_better).collect())
                }
            },
        }
    }

    /// The name, where nothing of its kind has it.
    fn name(&self, settings: &Settings) -> Result<Name, Problem> {
        let (text, field, of): (_, _, fn(&Settings, &Name, bool) -> bool) = match self {
            Self::Item(text, _) => (text, field::ITEM_NAME, item_of),
            Self::SideEffect(text) => (text, field::SIDE_EFFECT_NAME, side_effect_of),
        };
        let name = Name::new(text).map_err(|why| Problem::BadName(field, why))?;
        if of(settings, &name, false) || self.is_standard(&name) {
            return Err(Problem::NameTaken(field, name));
        }
        if of(settings, &name, true) {
            return Err(Problem::NamePutAway(field, name));
        }
        Ok(name)
    }

    /// Whether the diary itself has one of this name.
    fn is_standard(&self, name: &Name) -> bool {
        let standard: Vec<&str> = match self {
            Self::Item(..) => StandardItem::ALL.map(names::item).into(),
            Self::SideEffect(_) => StandardSideEffect::ALL.map(names::side_effect).into(),
        };
        for one in standard {
            if Name::new(one).is_ok_and(|one| one.is_like(name)) {
                return true;
            }
        }
        false
    }
}

/// The settings with what was put away asked again, where that is what a problem asks about; `None` where it is not there, or
/// there is no room.
pub fn bring_back(problem: &Problem, settings: Settings) -> Option<Settings> {
    let Problem::NamePutAway(field, name) = problem else {
        return None;
    };
    if *field == field::ITEM_NAME {
        let mut away = settings.own_items().iter().rev();
        let id = away.find(|item| item.archived && item.name.is_like(name))?.id.clone();
        settings.bring_back_own_item(&id).ok()
    } else {
        let mut away = settings.own_side_effects().iter().rev();
        let id = away
            .find(|effect| effect.archived && effect.name.is_like(name))?
            .id
            .clone();
        settings.bring_back_own_side_effect(&id).ok()
    }
}
