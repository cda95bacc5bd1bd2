//! What is wrong in a file: all of it, each with its place. What is said of it stands in [`super::words`].

use chrono::NaiveDate;

use crate::diary::{
    DateOutOfRange, DayEndError, DoseError, NameError, NoteError, OwnIdError, RatingError, SettingsError,
    TreatmentError,
};

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The day, line or part of the file.
    pub place: Place,
    /// What of it is wrong, if not all of it is.
    pub field: Option<Field>,
    /// What is wrong there.
    pub what: Mistake,
}

/// A part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What belongs to none of its parts.
    File,
    /// The one record that a store holds.
    Record,
    /// The settings.
    Settings,
    /// The day of this date.
    Day(NaiveDate),
    /// An entry of a list, counted from 1.
    Entry(List, usize),
}

/// A list of a backup whose entries are read one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// The days.
    Days,
    /// The days that were deleted.
    DeletedDays,
    /// The phases.
    Phases,
    /// The dose steps.
    DoseSteps,
    /// The trials of one.
    Trials,
    /// Items of the patient's own.
    OwnItems,
    /// Side effects of the patient's own.
    OwnSideEffects,
    /// Other medicines that are counted.
    Medicines,
    /// What is rated.
    ItemsOn,
    /// The side effects that are asked.
    SideEffectsOn,
}

impl List {
    /// The field of the file that holds it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::DeletedDays => "deleted_days",
            Self::Phases => "phases",
            Self::DoseSteps => "dose_steps",
            Self::Trials => "trials_of_one",
            Self::OwnItems => "own_items",
            Self::OwnSideEffects => "own_side_effects",
            Self::Medicines => "medicines",
            Self::ItemsOn => "items_on",
            Self::SideEffectsOn => "side_effects_on",
        }
    }
}

/// A part of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// By its key in a backup.
    Key(String),
}

/// What can be wrong in a file whose days can be told apart. Texts are no longer than fits into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// What must be there is not.
    Missing,
    /// It is of a type that is not text.
    NotText,
    /// It is neither true nor false.
    NotTrueOrFalse,
    /// It is no whole number.
    NotWhole,
    /// It is no list.
    NotAList,
    /// It is no object.
    NotAnObject,
    /// It is no object that says how many micrograms.
    NotADose,
    /// An object has it twice: nobody can say which is meant.
    Twice,
    /// A list has more entries than this.
    TooManyEntries(usize),
    /// A number of which there is no less than 0.
    BelowZero,
    /// It is no whole number of the scale.
    NotARating,
    /// No date of the form 2026-01-05.
    NotADate(String),
    /// No instant with its offset.
    NotAnInstant(String),
    /// No phase is called so.
    NoSuchPhase(String),
    /// It does not say all that a trial of one is.
    NotATrial,
    /// The order of an opened trial of one is not the one that was sealed.
    SealBroken,
    /// A phase or a dose can't be read, so none of them is taken over.
    TreatmentLeftOut,
    /// It is none of the two texts that say which end of a scale is better.
    NotADirection(&'static str, &'static str),
    /// It does not say which day was deleted, and when.
    NotADeletion,
    /// The date of an earlier day.
    DateTwice,
    /// A day that has not begun.
    Ahead,
    /// What the diary says of a rating.
    Rating(RatingError),
    /// What the diary says of a dose.
    Dose(DoseError),
    /// What the diary says of a note.
    Note(NoteError),
    /// What the diary says of a name.
    Name(NameError),
    /// What the diary says of a date.
    Date(DateOutOfRange),
    /// What the diary says of the end of a day.
    DayEnd(DayEndError),
    /// What the diary says of an id.
    OwnId(OwnIdError),
    /// What the diary says of the settings as a whole.
    Settings(SettingsError),
    /// What the diary says of phases and doses as a whole.
    Treatment(TreatmentError),
}

macro_rules! mistakes {
    ($($kind:ident($error:ty)),*) => {
        $(impl From<$error> for Mistake {
            fn from(error: $error) -> Self {
                Self::$kind(error)
            }
        })*
    };
}
mistakes!(
    Rating(RatingError),
    Dose(DoseError),
    Note(NoteError),
    Name(NameError),
    Date(DateOutOfRange),
    DayEnd(DayEndError),
    OwnId(OwnIdError),
    Settings(SettingsError),
    Treatment(TreatmentError)
);

/// As much of a text as fits into a message, without characters that could garble it.
pub(super) fn excerpt(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

/// The problems of a file, in the order of the file. The first 20 are kept, the rest are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    listed: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// The most problems that are listed.
    pub const MAX_LISTED: usize = 20;

    /// Notes a problem.
    pub fn add(&mut self, place: Place, field: Option<Field>, what: Mistake) {
        if self.listed.len() < Self::MAX_LISTED {
            self.listed.push(Problem { place, field, what });
        } else {
            self.more += 1;
        }
    }

    /// The first problems, at most 20.
    pub fn listed(&self) -> &[Problem] {
        &self.listed
    }

    /// How many there are beyond the listed ones.
    pub fn more(&self) -> usize {
        self.more
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.listed.len() + self.more
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_problems_are_listed_and_the_rest_are_counted() {
        let mut problems = Problems::default();
        for line in 1..=23 {
            problems.add(Place::Entry(List::Days, line), None, Mistake::Missing);
        }
        assert_eq!((problems.listed().len(), problems.more(), problems.len()), (20, 3, 23));
        let place = |place: usize| problems.listed()[place].place;
        assert_eq!(
            (place(0), place(19)),
            (Place::Entry(List::Days, 1), Place::Entry(List::Days, 20))
        );
    }
}
