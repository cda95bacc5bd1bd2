//! A rating or a side effect of the patient's own.

use super::{Problem, field};
use crate::diary::{Direction, Name, Settings};

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

impl Typed {
    /// The settings with it.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(&self, settings: Settings) -> Result<Settings, Vec<Problem>> {
        let name = |text: &str, field| Name::new(text).map_err(|why| Problem::BadName(field, why));
        match self {
            Self::SideEffect(text) => match name(text, field::SIDE_EFFECT_NAME) {
                Ok(name) => Ok(settings.with_own_side_effect(name)),
                Err(problem) => Err(vec![problem]),
            },
            Self::Item(text, better) => match (name(text, field::ITEM_NAME), better) {
                (Ok(name), Some(better)) => {
                    let added = settings.with_own_item(name, *better);
                    added.map_err(|why| vec![Problem::NoRoom(why)])
                }
                (name, better) => {
                    let no_better = better.is_none().then_some(Problem::NoBetter);
                    Err(name.err().into_iter().chain(no_better).collect())
                }
            },
        }
    }
}
