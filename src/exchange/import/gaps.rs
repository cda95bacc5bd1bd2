//! Days of another diary taken into this one: they fill the gaps that are here (I7).
//!
//! An answer that is here stays, one that is missing is filled; one that was taken back counts as never given (D5). Where both
//! sides have one and they differ, what is here stays unless the patient has said otherwise with the list in sight
//! ([`Gaps::differences`]). Tags are put together. A day that has answers here keeps its time of recording.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::side::Side;
use crate::diary::{Day, Diary, Dose, ItemId, Note, Rating, Settings, SideEffectId};

/// An answer of a day, with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A rating.
    Item(ItemId, Rating),
    /// Yes or no to a side effect.
    SideEffect(SideEffectId, bool),
    /// The dose taken.
    DoseTaken(Dose),
    /// Whether extra pain medicine was needed.
    RescueMedicine(bool),
    /// Whether walking support was needed.
    WalkingSupport(bool),
    /// The note.
    Note(Note),
}

/// An answer that both sides have, with different values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoAnswers {
    /// The day.
    pub date: NaiveDate,
    /// What stands here.
    pub here: Answer,
    /// What the file has.
    pub file: Answer,
}

/// What taking the days in does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Days that are new here, or hold no answer here.
    pub adds: Vec<NaiveDate>,
    /// Days that have answers here and get further ones.
    pub fills: Vec<NaiveDate>,
    /// Days of which an answer that is here gives way to the file's, because the patient has said so.
    pub replaces: Vec<NaiveDate>,
    /// Days that stay as they are.
    pub same: Vec<NaiveDate>,
    /// Every answer that both sides have with different values, by day.
    pub differences: Vec<TwoAnswers>,
    /// How many own items and side effects are new.
    pub own_things: usize,
}

/// What comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The diary.
    pub diary: Diary,
    /// What was done.
    pub gaps: Gaps,
    /// What one step back needs.
    pub undo: Undo,
}

/// The way back: one step restores what was, and leaves what was written since on other days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// The days that the import touched, as they were; none where there was no such day.
    pub days: Vec<(NaiveDate, Option<Day>)>,
    /// The settings as they were.
    pub settings: Settings,
}

/// Takes days into a diary. `settings` are those of the reading, with what it added; `prefer` says whose answer counts where
/// both have one.
pub fn fill(here: &Diary, days: &[Day], settings: &Settings, prefer: Side, now: DateTime<FixedOffset>) -> Filled {
    let _ = (days, settings, prefer, now);
    Filled {
        diary: here.clone(),
        gaps: Gaps::default(),
        undo: Undo {
            days: Vec::new(),
            settings: here.settings.clone(),
        },
    }
}
