//! What was written down for one day, and when.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::diary_day::{DateOutOfRange, DayEnd, date_in_range, day_is_over, diary_day};
use super::dose::Dose;
use super::id::{ItemId, OwnId, SideEffectId};
use super::item::StandardItem;
use super::medicine::Count;
use super::name::Name;
use super::note::Note;
use super::rating::Rating;
use super::sorted::{SortedMap, SortedSet};
use super::tag::Tag;
use super::unknown::Unknown;

pub use merged::Later;
pub use merged::entries as merged_entries;
pub(super) use merged::{both_notes, entries, settled};

mod merged;

/// The answers of one day. Whatever was not answered is not in it: nothing has a default value (D5).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Ratings by item.
    pub items: SortedMap<ItemId, Rating>,
    /// Yes or no by side effect; one that is not here was not answered (D3).
    pub side_effects: SortedMap<SideEffectId, bool>,
    /// The dose taken; [`Dose::NONE`] = none was taken, `None` = not answered (D4).
    pub dose_taken: Option<Dose>,
    /// Whether what is sealed was taken, on a day of a trial of one: of LDN it may hold all or nothing, so that no
    /// [`Answers::dose_taken`] says it.
    pub sealed_dose: Option<bool>,
    /// How many of each other medicine were taken; one that is not here was not answered (D8).
    pub medicines: SortedMap<OwnId, Count>,
    /// Whether extra pain medicine was needed.
    pub rescue_medicine: Option<bool>,
    /// Whether walking support was needed.
    pub walking_support: Option<bool>,
    /// The rest was left out on purpose: "Too unwell today" (W5).
    pub left_out: bool,
    /// What else happened.
    pub tags: SortedSet<Tag>,
    /// Free text.
    pub note: Note,
}

impl Answers {
    /// Whether it holds no answer at all.
    pub fn is_empty(&self) -> bool {
        *self == Answers::default()
    }

    /// The ratings as they are listed: those of the three main items, given or not, then whatever else was rated.
    pub fn listed(&self) -> Vec<(ItemId, Option<Rating>)> {
        let mut listed = Vec::new();
        for item in StandardItem::MAIN.map(ItemId::from) {
            let rating = self.items.get(&item).copied();
            listed.push((item, rating));
        }
        for (item, rating) in &self.items {
            if !listed.iter().any(|(other, _)| other == item) {
                listed.push((item.clone(), Some(*rating)));
            }
        }
        listed
    }

    /// Whether any dose was taken, or what is sealed; `None` where it was not answered.
    pub fn has_taken(&self) -> Option<bool> {
        self.sealed_dose.or(self.dose_taken.map(|dose| !dose.is_none()))
    }

    /// How many answers there are; each tag is one.
    pub fn count(&self) -> usize {
        self.items.len()
            + self.side_effects.len()
            + self.medicines.len()
            + self.tags.len()
            + usize::from(self.dose_taken.is_some())
            + usize::from(self.sealed_dose.is_some())
            + usize::from(self.rescue_medicine.is_some())
            + usize::from(self.walking_support.is_some())
            + usize::from(self.left_out)
            + usize::from(!self.note.is_empty())
    }

    /// Whether every answer in it is in `other` too, with the same value.
    pub fn is_within(&self, other: &Answers) -> bool {
        let kept = |mine: Option<_>, theirs: Option<_>| mine.is_none() || mine == theirs;
        self.items.is_within(&other.items)
            && self.side_effects.is_within(&other.side_effects)
            && self.medicines.is_within(&other.medicines)
            && (self.dose_taken.is_none() || self.dose_taken == other.dose_taken)
            && kept(self.sealed_dose, other.sealed_dose)
            && kept(self.rescue_medicine, other.rescue_medicine)
            && kept(self.walking_support, other.walking_support)
            && (!self.left_out || other.left_out)
            && self.tags.is_subset(&other.tags)
            && (self.note.is_empty() || self.note == other.note)
    }
}

/// One day of the diary: a civil date, its answers, and when they were given.
///
/// `recorded_at` is the instant of the first answer and never changes; `edited_at` is set when an answer changes after
/// the diary day has ended (D6). The date is never worked out again from an instant (D1).
///
/// A day is imported if its first answers came out of another diary's file (I7): it keeps the name of where they are from,
/// whatever is changed in it later. One that was recorded here stays one, also where an import filled its gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    date: NaiveDate,
    recorded_at: DateTime<FixedOffset>,
    edited_at: Option<DateTime<FixedOffset>>,
    imported_from: Option<Name>,
    answers: Answers,
    /// Fields of another version.
    pub unknown: Unknown,
    /// Answers to items that are neither standard nor declared as the patient's own, by item id.
    pub unknown_items: Unknown,
    /// Answers to side effects that this version cannot hold, by their id.
    pub unknown_side_effects: Unknown,
    /// Counts of medicines that are not declared, and what is no count, by the medicine's id.
    pub unknown_medicines: Unknown,
}

/// How the first answers of a day came into the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// They were given before the day was over.
    OnTime,
    /// They were given after that.
    Late,
    /// They were taken over from another diary, and are neither (I7).
    Imported,
}

/// Why a day cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayError {
    /// The diary day has not begun (D6).
    Future(NaiveDate),
    /// The diary cannot hold this date.
    OutOfRange(DateOutOfRange),
    /// There is no answer, so there is no instant of the first one.
    NoAnswer(NaiveDate),
}

impl From<DateOutOfRange> for DayError {
    fn from(error: DateOutOfRange) -> DayError {
        DayError::OutOfRange(error)
    }
}

impl Day {
    /// Records the first answers of a day at the instant `now`. A past day may be filled in; it is then late.
    ///
    /// # Errors
    /// [`DayError`] for a day that has not begun, a date that the diary cannot hold, or no answer at all.
    pub fn record(
        date: NaiveDate,
        answers: Answers,
        now: DateTime<FixedOffset>,
        ends: DayEnd,
    ) -> Result<Day, DayError> {
        Day::first(date, answers, now, diary_day(now, ends))
    }

    /// The same where it is known which day is today: by [`super::Today`], which may wait for the clock.
    ///
    /// # Errors
    /// As of [`Day::record`].
    pub fn first(
        date: NaiveDate,
        answers: Answers,
        now: DateTime<FixedOffset>,
        today: NaiveDate,
    ) -> Result<Day, DayError> {
        date_in_range(date)?;
        if date > today {
            return Err(DayError::Future(date));
        }
        if answers.is_empty() {
            return Err(DayError::NoAnswer(date));
        }
        Ok(Day::restore(date, now, None, answers))
    }

    /// Builds a day that was recorded before, as it was written down. For readers of files and stores.
    pub fn restore(
        date: NaiveDate,
        recorded_at: DateTime<FixedOffset>,
        edited_at: Option<DateTime<FixedOffset>>,
        answers: Answers,
    ) -> Day {
        Day {
            date,
            recorded_at,
            edited_at,
            imported_from: None,
            answers,
            unknown: Unknown::default(),
            unknown_items: Unknown::default(),
            unknown_side_effects: Unknown::default(),
            unknown_medicines: Unknown::default(),
        }
    }

    /// A day whose answers are taken over, at the instant `now`, from another diary: a program or a file of this name.
    pub fn imported(date: NaiveDate, answers: Answers, now: DateTime<FixedOffset>, from: Name) -> Day {
        Day::restore(date, now, None, answers).with_source(Some(from))
    }

    /// The same day as one that was imported from there, or was not. For readers of files and stores.
    #[must_use]
    pub fn with_source(mut self, imported_from: Option<Name>) -> Day {
        self.imported_from = imported_from;
        self
    }

    /// The same day with other answers, given at the instant `now`.
    ///
    /// It is marked as edited when its diary day has ended and a given answer changes or is cleared, or when an answer is
    /// added to a day that was recorded on time or imported: else that answer would pass as given on time, or as imported. An
    /// answer added to a day that is late already is no edit. If nothing changes, nothing changes. A day of which all was taken back is as one
    /// that was never answered (D5): its first answer is the one that comes next.
    #[must_use]
    pub fn changed(&self, answers: Answers, now: DateTime<FixedOffset>, ends: DayEnd) -> Day {
        if self.answers.is_empty() && !answers.is_empty() {
            return Day {
                recorded_at: now,
                edited_at: None,
                imported_from: None,
                answers,
                ..self.clone()
            };
        }
        let keeps_all = self.answers.is_within(&answers);
        let same = keeps_all && answers.is_within(&self.answers);
        let edit = !same && day_is_over(self.date, now, ends) && !(keeps_all && self.is_late(ends));
        Day {
            edited_at: if edit { Some(now) } else { self.edited_at },
            answers,
            ..self.clone()
        }
    }

    /// The same day, of which every own item and medicine is read that `other` has read: two versions of one day may have been read under
    /// different settings.
    #[must_use]
    pub fn read_as(mut self, other: &Day) -> Day {
        for id in other.answers.items.keys() {
            let number = self.unknown_items.get(id.as_str()).and_then(|text| text.parse().ok());
            if let Some(Ok(rating)) = number.map(Rating::new) {
                self.unknown_items.remove(id.as_str());
                self.answers.items.insert(id.clone(), rating);
            }
        }
        for id in other.answers.medicines.keys() {
            let number = self
                .unknown_medicines
                .get(id.as_str())
                .and_then(|text| text.parse().ok());
            if let Some(count) = number.and_then(Count::new) {
                self.unknown_medicines.remove(id.as_str());
                self.answers.medicines.insert(id.clone(), count);
            }
        }
        self
    }

    /// The civil date.
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// The instant of the first answer.
    pub fn recorded_at(&self) -> DateTime<FixedOffset> {
        self.recorded_at
    }

    /// The instant of the last change after the diary day had ended.
    pub fn edited_at(&self) -> Option<DateTime<FixedOffset>> {
        self.edited_at
    }

    /// The answers.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The program or file that its first answers were taken over from; `None` of a day that was recorded here.
    pub fn imported_from(&self) -> Option<&Name> {
        self.imported_from.as_ref()
    }

    /// Whether it was recorded after its own diary day had ended. An imported day was not.
    pub fn is_late(&self, ends: DayEnd) -> bool {
        self.imported_from.is_none() && day_is_over(self.date, self.recorded_at, ends)
    }

    /// How its first answers came into the diary.
    pub fn came(&self, ends: DayEnd) -> Came {
        if self.imported_from.is_some() {
            Came::Imported
        } else if self.is_late(ends) {
            Came::Late
        } else {
            Came::OnTime
        }
    }
}

#[cfg(test)]
mod tests;
