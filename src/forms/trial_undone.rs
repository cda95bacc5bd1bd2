//! Which change of a trial of one an undo has taken back.

use crate::diary::{Treatment, TrialOfOne};
use crate::trial_of_one::TrialsOfOne;
use crate::words::{Said, trial_during as words};

/// What an undo has taken back of a trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// That it was begun.
    Begun,
    /// That it was stopped.
    Stopped,
    /// That it was unsealed.
    Revealed,
}

impl Undone {
    /// Of the treatment that was undone, and the one that is back; `None` where it was another change.
    pub fn of(undone: &Treatment, restored: &Treatment) -> Option<Undone> {
        // What was called off before it had begun is there again, too.
        let is_back = |trial: &TrialOfOne| undone.trial(&trial.commit).is_none();
        if restored.trials_of_one().iter().any(is_back) {
            return Some(Undone::Stopped);
        }
        for trial in undone.trials_of_one() {
            let Some(before) = restored.trial(&trial.commit) else {
                return Some(Undone::Begun);
            };
            if trial.revealed.is_some() && before.revealed.is_none() {
                return Some(Undone::Revealed);
            }
            if trial.stopped_at.is_some() && before.stopped_at.is_none() {
                return Some(Undone::Stopped);
            }
        }
        None
    }
}

impl Said for Undone {
    fn said(&self) -> String {
        let said = match self {
            Undone::Begun => words::begin_undone(),
            Undone::Stopped => words::stop_undone(),
            Undone::Revealed => words::reveal_undone(),
        };
        said.to_owned()
    }
}
