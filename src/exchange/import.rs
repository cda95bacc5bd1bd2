//! What taking a file in would do, shown before it is done (I1).
//!
//! **Merging.** Of a day that both sides have, the newer revision wins: the one whose last time stamp (recorded or edited)
//! is later. A change within the diary day itself leaves no time stamp, so of two equally old ones the one that holds all
//! the other's answers wins, else the one that is here. It is a conflict, and listed, if the version that gives way holds
//! an answer that the winner has not, or has another value for; unless the winner is a later revision of the same record
//! in which answers were only cleared. If only time stamps differ, the day stays as it is here.
//!
//! Settings stay as they are here, unless there is no day here yet. Own items and side effects of the file come along; one
//! of the same name is the same thing, and one whose id is taken by something else gets a free id. Beyond six own items,
//! further ones come along put away.
//!
//! The treatment of the file is taken if there is none here but a baseline that opened itself. If both sides have one
//! and they differ, the caller must choose ([`TreatmentPlan::Conflict`]).
//!
//! **Replacing** gives the diary of the file. The caller keeps a safety copy.

use chrono::{DateTime, FixedOffset, NaiveDate};

use self::own_things::with_own_things;
use crate::diary::{Day, Diary, PhaseKind, SortedMap, Treatment, Unknown};

mod own_things;

/// One of the two diaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The diary that is in the app.
    Here,
    /// The diary that is in the file.
    File,
}

/// How to take a file in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Day by day; if the treatments conflict, this one is taken.
    Merge {
        /// Whose phases and dose steps win a conflict.
        treatment: Side,
    },
    /// The diary of the file in place of the one that is here.
    Replace,
}

/// A day that differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The day.
    pub date: NaiveDate,
    /// Whose version a merge takes.
    pub winner: Side,
    /// Whether the version that gives way holds something that would be lost and that nobody took back.
    pub conflict: bool,
}

/// What a merge does with phases and dose steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreatmentPlan {
    /// They stay as they are here.
    Keep,
    /// They come from the file: there are none here.
    Take,
    /// Both sides have some, and they differ: the patient must choose.
    Conflict,
}

/// What taking a file in would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Days that only the file has.
    pub adds: Vec<NaiveDate>,
    /// Days that differ.
    pub differences: Vec<Difference>,
    /// Days that are the same on both sides.
    pub same: Vec<NaiveDate>,
    /// Days that only the diary here has; replacing would remove them.
    pub only_here: Vec<NaiveDate>,
    /// What merging would do with phases and dose steps.
    pub treatment: TreatmentPlan,
}

impl Plan {
    /// How many days a merge changes.
    pub fn changes(&self) -> usize {
        self.differences
            .iter()
            .filter(|difference| difference.winner == Side::File)
            .count()
    }

    /// How many days of the diary here a merge leaves as they are.
    pub fn keeps(&self) -> usize {
        self.same.len() + self.only_here.len() + self.differences.len() - self.changes()
    }

    /// The days on which an answer would be lost that nobody took back.
    pub fn conflicts(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|difference| difference.conflict)
    }

    /// "adds 12 days, changes 3, keeps 70"; for replacing also "removes 5".
    pub fn sentence(&self, how: How) -> String {
        let adds = days(self.adds.len());
        match how {
            How::Merge { .. } => format!("adds {adds}, changes {}, keeps {}", self.changes(), self.keeps()),
            How::Replace => {
                let (changes, removes) = (self.differences.len(), self.only_here.len());
                format!(
                    "adds {adds}, changes {changes}, keeps {}, removes {removes}",
                    self.same.len()
                )
            }
        }
    }
}

fn days(count: usize) -> String {
    format!("{count} day{}", if count == 1 { "" } else { "s" })
}

/// What taking `file` into `here` would do. Nothing is changed.
pub fn plan(here: &Diary, file: &Diary) -> Plan {
    compare(here, &with_own_things(here, file).1)
}

fn compare(here: &Diary, file: &Diary) -> Plan {
    let mut plan = Plan {
        adds: Vec::new(),
        differences: Vec::new(),
        same: Vec::new(),
        only_here: here
            .days()
            .map(Day::date)
            .filter(|date| file.day(*date).is_none())
            .collect(),
        treatment: treatment_plan(&here.treatment, &file.treatment),
    };
    for there in file.days() {
        match here.day(there.date()).map(|day| difference(day, there)) {
            None => plan.adds.push(there.date()),
            Some(None) => plan.same.push(there.date()),
            Some(Some(difference)) => plan.differences.push(difference),
        }
    }
    plan
}

/// Takes `file` into `here` and gives the diary that comes out.
pub fn apply(here: &Diary, file: &Diary, how: How) -> Diary {
    let How::Merge { treatment } = how else {
        return file.clone();
    };
    let (settings, file) = with_own_things(here, file);
    let plan = compare(here, &file);
    let mut merged = here.clone();
    merged.settings = settings;
    merged.template = here.template.clone().or_else(|| file.template.clone());
    merged.unknown = united(&here.unknown, &file.unknown);
    let takes_treatment = match plan.treatment {
        TreatmentPlan::Keep => false,
        TreatmentPlan::Take => true,
        TreatmentPlan::Conflict => treatment == Side::File,
    };
    if takes_treatment {
        merged.treatment = file.treatment.clone();
    }
    let changed = plan
        .differences
        .iter()
        .filter(|difference| difference.winner == Side::File);
    let dates = plan
        .adds
        .iter()
        .copied()
        .chain(changed.map(|difference| difference.date));
    for day in dates.filter_map(|date| file.day(date)) {
        merged.put_day(day.clone());
    }
    if let (true, Some(first)) = (takes_treatment, merged.first_day()) {
        merged.treatment = merged.treatment.opened_by(first);
    }
    merged
}

/// How two versions of a day differ; none if the file's adds nothing and takes nothing away.
fn difference(here: &Day, there: &Day) -> Option<Difference> {
    let (nothing_new, nothing_lost) = (holds(here, there), holds(there, here));
    if nothing_new && nothing_lost {
        return None;
    }
    let winner = match revision(there).cmp(&revision(here)) {
        std::cmp::Ordering::Greater => Side::File,
        std::cmp::Ordering::Equal if nothing_lost => Side::File,
        _ => Side::Here,
    };
    let winner_holds_all = if winner == Side::File {
        nothing_lost
    } else {
        nothing_new
    };
    let recorded_twice = here.recorded_at() != there.recorded_at();
    let conflict = !winner_holds_all && (recorded_twice || !(nothing_new || nothing_lost));
    Some(Difference {
        date: here.date(),
        winner,
        conflict,
    })
}

/// Whether the first day holds every answer and every unread field of the second.
fn holds(day: &Day, other: &Day) -> bool {
    let all_in = |some: &Unknown, all: &Unknown| some.iter().all(|(name, json)| all.get(name) == Some(json));
    other.answers().is_within(day.answers())
        && all_in(&other.unknown, &day.unknown)
        && all_in(&other.unknown_items, &day.unknown_items)
        && all_in(&other.unknown_side_effects, &day.unknown_side_effects)
}

/// Until records carry revisions: the last instant that a day knows of.
fn revision(day: &Day) -> DateTime<FixedOffset> {
    day.edited_at()
        .map_or(day.recorded_at(), |edited| edited.max(day.recorded_at()))
}

fn treatment_plan(here: &Treatment, file: &Treatment) -> TreatmentPlan {
    if here == file || opened_itself(file) {
        TreatmentPlan::Keep
    } else if opened_itself(here) {
        TreatmentPlan::Take
    } else {
        TreatmentPlan::Conflict
    }
}

/// Whether nothing was decided: no phase, or only a baseline (P1).
fn opened_itself(treatment: &Treatment) -> bool {
    let decided = |kind| kind != PhaseKind::Baseline;
    let phases = treatment.phases();
    phases.len() <= 1 && !phases.iter().any(|phase| decided(phase.kind)) && treatment.dose_steps().is_empty()
}

/// The fields of both; of the same name, the first.
fn united(first: &Unknown, second: &Unknown) -> Unknown {
    let fields: SortedMap<_, _> = second
        .iter()
        .chain(first)
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    fields.into_iter().collect()
}

#[cfg(test)]
mod tests;
