//! What a patient writes on the day of a final answer: how it has gone, and what was decided (A10, D9).

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::note::Note;

/// How it has gone since the start, all in all: the seven steps of the Patient Global Impression of Change (Guy 1976,
/// public domain).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GlobalChange {
    /// Very much better.
    VeryMuchBetter,
    /// Much better.
    MuchBetter,
    /// A little better.
    LittleBetter,
    /// No change.
    Same,
    /// A little worse.
    LittleWorse,
    /// Much worse.
    MuchWorse,
    /// Very much worse.
    VeryMuchWorse,
}

impl GlobalChange {
    /// All of them, from the best.
    pub const ALL: [GlobalChange; 7] = [
        GlobalChange::VeryMuchBetter,
        GlobalChange::MuchBetter,
        GlobalChange::LittleBetter,
        GlobalChange::Same,
        GlobalChange::LittleWorse,
        GlobalChange::MuchWorse,
        GlobalChange::VeryMuchWorse,
    ];

    /// The name in files.
    pub fn id(self) -> &'static str {
        match self {
            GlobalChange::VeryMuchBetter => "very_much_better",
            GlobalChange::MuchBetter => "much_better",
            GlobalChange::LittleBetter => "little_better",
            GlobalChange::Same => "same",
            GlobalChange::LittleWorse => "little_worse",
            GlobalChange::MuchWorse => "much_worse",
            GlobalChange::VeryMuchWorse => "very_much_worse",
        }
    }

    /// What has this name; `None` for another.
    pub fn from_id(id: &str) -> Option<GlobalChange> {
        GlobalChange::ALL.into_iter().find(|change| change.id() == id)
    }
}

/// What was written down beside a final answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Which question of the diary the answer is of, counted from 1.
    pub question: u32,
    /// The day on which that answer was final.
    pub final_day: NaiveDate,
    /// When it was written, or last changed.
    pub at: DateTime<FixedOffset>,
    /// How the patient feels since the start; `None` where it was not answered.
    pub global_change: Option<GlobalChange>,
    /// What was decided with the prescriber, in the patient's words; may be empty.
    pub decided: Note,
}

impl Decision {
    /// Whether it belongs to the same answer as another.
    pub fn is_of(&self, other: &Decision) -> bool {
        (self.question, self.final_day) == (other.question, other.final_day)
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.global_change.is_none() && self.decided.is_empty()
    }
}
