//! What taking a file in would do, shown before it is done (I1).
//!
//! **Merging.** Of a day that both sides have, the later state counts ([`Mark`]): by the time of its last change, and within
//! one record by how often it was written. Absence is a state of an answer like any other: a day from which an answer was
//! taken back is later than the one that held it. So it counts as a whole: a file says nothing of what both began with, by
//! which [`Day::merged`] tells the answers of two tabs apart. Of equal age what is here stays (I6). A file that carries no
//! states says at least when it was made: a day that was changed here after that stays. It is a conflict, and listed, if the
//! version that gives way holds an answer that the winner has not, or has another value for; unless the winner is a later
//! state of the same record in which answers were only cleared. If only time stamps differ, the day stays as it is here.
//!
//! A day that was deleted here, and not changed later in the file, stays away unless the patient says otherwise; so does one
//! from before everything was deleted, unless nothing is here: a backup is the way back. A day that was deleted where the
//! file comes from stays here: merging takes no day away. A day that has not begun by the clock of this device comes in like
//! any other, and is named apart: a clock that was ahead has recorded it, or this one is behind.
//!
//! Settings stay as they are here, unless there is no day here yet. Own items and side effects of the file come along; one
//! of the same name is the same thing, and one whose id is taken by something else gets a free id. Beyond six own items,
//! further ones come along put away.
//!
//! The treatment of the file is taken if there is none here but a baseline that opened itself. If both sides have one
//! and they differ, the caller must choose ([`TreatmentPlan::Conflict`]).
//!
//! A trial of one stays as it is here, whatever the file has of those days: one that the file does not know is not lost, and
//! where both have it, the file brings neither its order nor another day, but guesses that are missing here.
//!
//! What a merge changes besides days is found by comparing what comes out with what was there: a plan that says nothing
//! changes nothing.
//!
//! **Taking back** ([`taken_back()`]) undoes an import in one step, whatever came after it.
//!
//! **Replacing** gives the diary of the file. The caller keeps a safety copy.

use self::days::compare;
use self::own_things::with_own_things;
use super::backup::{Mark, Marks};
use crate::diary::{Day, Diary, Treatment};
use crate::trial_of_one::{TrialsOfOne, tells_order};
use crate::visits;

pub use self::besides::Besides;
pub use self::limits::{TooMuch, within_limits};
pub use self::plan::{Difference, Plan, TreatmentPlan};
pub use self::side::{How, Side, Version};
pub use self::taken_back::taken_back;

pub mod begun;
mod besides;
mod days;
pub mod gaps;
mod limits;
mod own_things;
mod plan;
mod side;
mod taken_back;

/// What comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The diary.
    pub diary: Diary,
    /// The states of the days that come from the file, so that they stay as old as they are; and the deletions that the
    /// file tells of and that concern no day here.
    pub marks: Marks,
    /// What was done.
    pub plan: Plan,
}

/// What merging `file` into `here` would do, with nothing chosen. Nothing is changed.
pub fn plan<'a>(here: impl Into<Version<'a>>, file: impl Into<Version<'a>>) -> Plan {
    take(here, file, How::MERGE).plan
}

/// Takes `file` into `here` and gives the diary that comes out.
pub fn apply<'a>(here: impl Into<Version<'a>>, file: impl Into<Version<'a>>, how: How) -> Diary {
    take(here, file, how).diary
}

/// Takes `file` into `here`: what comes out, and what that changed.
pub fn take<'a>(here: impl Into<Version<'a>>, file: impl Into<Version<'a>>, how: How) -> Outcome {
    let (here, file) = (here.into(), file.into());
    let (settings, renamed, ahead) = with_own_things(here.diary, file.diary, file.ahead);
    let in_file = Version {
        diary: &renamed,
        ahead: &ahead,
        ..file
    };
    let mut plan = compare(here, in_file);
    let of_file = renamed.treatment.beside_trials_of(&here.diary.treatment);
    plan.treatment = treatment_plan(&here.diary.treatment, &of_file);
    let How::Merge { treatment, deleted } = how else {
        return replaced(here, file, plan);
    };
    let mut merged = here.diary.clone();
    merged.settings = settings;
    merged.rest.take(&renamed.rest);
    visits::take(&mut merged.rest, &here.diary.rest, &renamed.rest);
    let takes_treatment = match plan.treatment {
        TreatmentPlan::Keep => false,
        TreatmentPlan::Take => true,
        TreatmentPlan::Conflict => treatment == Side::File,
    };
    merged.treatment = merged.treatment.with_guesses_of(&of_file);
    if takes_treatment {
        merged.treatment = of_file;
        merged.earlier.clear();
    }
    let taken: Vec<&Day> = plan.taken(deleted).filter_map(|date| in_file.day(date)).collect();
    for day in &taken {
        merged.put_day((*day).clone());
    }
    if let (true, Some(first)) = (takes_treatment, merged.first_day()) {
        merged.treatment = merged.treatment.opened_by(first);
    }
    // No file brings what tells the order of a trial that is sealed here.
    let kept = &mut merged.rest.final_answers;
    let had = &here.diary.rest.final_answers;
    kept.retain(|kept| had.contains(kept) || !tells_order(&merged.treatment, &kept.answer));
    plan.besides = Besides::between(here.diary, &merged);
    let mut marks = marks_of(in_file, taken.into_iter());
    marks.deleted.retain(|date, _| merged.day(*date).is_none());
    if let Some(known) = here.marks {
        let known = &known.deleted;
        marks
            .deleted
            .retain(|date, mark| known.get(date).is_none_or(|here| here < mark));
    }
    Outcome {
        diary: merged,
        marks,
        plan,
    }
}

/// The diary of the file, with the days that have not begun.
fn replaced(here: Version, file: Version, plan: Plan) -> Outcome {
    let mut diary = file.diary.clone();
    for day in file.ahead {
        diary.put_day(day.clone());
    }
    let besides = Besides::between(here.diary, &diary);
    Outcome {
        marks: marks_of(file, diary.days()),
        plan: Plan { besides, ..plan },
        diary,
    }
}

impl<'a> Version<'a> {
    /// A day of it, begun or not.
    fn day(&self, date: chrono::NaiveDate) -> Option<&'a Day> {
        let ahead = || self.ahead.iter().find(|day| day.date() == date);
        self.diary.day(date).or_else(ahead)
    }

    /// The state of a day, if it is known.
    fn mark(&self, day: &Day) -> Option<Mark> {
        self.marks?.days.get(&day.date()).copied()
    }
}

/// The states of these days of a file, or what the days themselves know of their age; and the file's deletions.
fn marks_of<'d>(file: Version, days: impl Iterator<Item = &'d Day>) -> Marks {
    let mark = |day: &Day| (day.date(), file.mark(day).unwrap_or_else(|| Mark::of(day)));
    Marks {
        days: days.map(mark).collect(),
        deleted: file.marks.map(|marks| marks.deleted.clone()).unwrap_or_default(),
        emptied: None,
    }
}

fn treatment_plan(here: &Treatment, file: &Treatment) -> TreatmentPlan {
    if here.with_guesses_of(file) == *file || file.is_open_question() {
        TreatmentPlan::Keep
    } else if here.is_open_question() {
        TreatmentPlan::Take
    } else {
        TreatmentPlan::Conflict
    }
}

#[cfg(test)]
mod tests;
