//! Another medicine that is counted: its name, and what one of it is.

use super::{Problem, field};
use crate::diary::{Medicine, Name, OwnId, Settings, in_small_letters, is_all_blank};

/// The words by which an opioid is known, each on a line; lines with a mark say where they are from.
const OPIOIDS: &str = include_str!("../../published/opioids.txt");

/// The form as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// What it is called.
    pub name: String,
    /// What one of it is; blank where the patient does not say.
    pub unit: String,
}

/// Whether one more medicine can be asked.
pub fn has_room(settings: &Settings) -> bool {
    settings
        .medicines()
        .iter()
        .filter(|medicine| !medicine.archived)
        .count()
        < Settings::MAX_MEDICINES
}

/// Whether the name of a medicine holds that of an opioid, word by word and whatever its capitals.
pub fn is_opioid(name: &Name) -> bool {
    let small = in_small_letters(name.as_str());
    let mut words = small
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    words.any(|word| OPIOIDS.lines().any(|opioid| opioid == word))
}

impl Typed {
    /// The settings with it. No two have one name, whatever its capitals and spaces, one that was put away included.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(&self, settings: Settings) -> Result<Settings, Vec<Problem>> {
        let unit = (!is_all_blank(&self.unit)).then(|| Name::new(&self.unit)).transpose();
        let unit = unit.map_err(|why| Problem::BadName(field::MEDICINE_UNIT, why));
        match (self.name(&settings), unit) {
            (Ok(name), Ok(unit)) => {
                let added = settings.with_medicine(name, unit);
                added.map_err(|why| vec![Problem::NoRoom(field::MEDICINE_NAME, why)])
            }
            (name, unit) => Err(name.err().into_iter().chain(unit.err()).collect()),
        }
    }

    fn name(&self, settings: &Settings) -> Result<Name, Problem> {
        let name = Name::new(&self.name).map_err(|why| Problem::BadName(field::MEDICINE_NAME, why))?;
        match of_name(settings, &name) {
            None => Ok(name),
            Some(medicine) if medicine.archived => Err(Problem::NamePutAway(field::MEDICINE_NAME, name)),
            Some(_) => Err(Problem::MedicineTaken(name)),
        }
    }
}

/// The medicine of a name; one that is asked before one that was put away.
fn of_name<'a>(settings: &'a Settings, name: &Name) -> Option<&'a Medicine> {
    let alike = || {
        settings
            .medicines()
            .iter()
            .filter(|medicine| medicine.name.is_like(name))
    };
    alike()
        .find(|medicine| !medicine.archived)
        .or_else(|| alike().next_back())
}

/// The id of the medicine that was put away, where that is what a problem asks about.
pub fn put_away(problem: &Problem, settings: &Settings) -> Option<OwnId> {
    match problem {
        Problem::NamePutAway(field::MEDICINE_NAME, name) => of_name(settings, name).map(|medicine| medicine.id.clone()),
        _ => None,
    }
}

/// The settings with a medicine asked again; `None` where there is no room, or another of its name is asked.
pub fn bring_back(id: &OwnId, settings: &Settings) -> Option<Settings> {
    let name = &settings.medicine(id)?.name;
    let taken = of_name(settings, name).is_some_and(|medicine| !medicine.archived);
    let back = || settings.clone().with_medicine_away(id, false).ok();
    (!taken).then(back)?
}
