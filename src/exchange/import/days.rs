//! Day by day: which version counts.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::plan::{Difference, Plan};
use super::side::{Side, Version};
use crate::diary::Day;
use crate::exchange::backup::Mark;

/// What a merge does with each day.
pub(super) fn compare(here: Version, file: Version) -> Plan {
    let mut plan = Plan::default();
    for day in file.diary.days().chain(file.ahead) {
        let date = day.date();
        match here.diary.day(date) {
            Some(ours) => both(&mut plan, here, file, (ours, day)),
            None if is_deleted(here, file, day) => plan.deleted.push(date),
            None => plan.adds.push(date),
        }
    }
    let added = |day: &&Day| here.diary.day(day.date()).is_none();
    plan.ahead = file.ahead.iter().filter(added).map(Day::date).collect();
    let dates = here.diary.days().map(Day::date);
    plan.only_here = dates.filter(|date| file.day(*date).is_none()).collect();
    plan
}

fn both(plan: &mut Plan, here: Version, file: Version, (ours, theirs): (&Day, &Day)) {
    match difference(here, file, ours, theirs) {
        None => plan.same.push(ours.date()),
        Some(difference) => plan.differences.push(difference),
    }
}

/// Whether a day that only the file has was deleted here, and not changed in the file after that.
fn is_deleted(here: Version, file: Version, day: &Day) -> bool {
    let Some(marks) = here.marks else { return false };
    let one: Option<DateTime<FixedOffset>> = marks.deleted.get(&day.date()).map(|mark| mark.at);
    // Into an empty diary everything comes back: that is what a backup is for.
    let all = marks.emptied.filter(|_| here.diary.days().len() > 0);
    let last = file.mark(day).map(|mark| mark.at).or(file.made_at);
    let last = last.unwrap_or_else(|| Mark::of(day).at);
    one.max(all).is_some_and(|deleted| last <= deleted)
}

/// How two versions of a day differ; none if the file's adds nothing and takes nothing away.
pub(super) fn difference(here: Version, file: Version, ours: &Day, theirs: &Day) -> Option<Difference> {
    let (nothing_new, nothing_lost) = (theirs.is_within(ours), ours.is_within(theirs));
    if nothing_new && nothing_lost {
        return None;
    }
    let winner = winner(here, file, ours, theirs);
    let winner_holds_all = if winner == Side::File {
        nothing_lost
    } else {
        nothing_new
    };
    let recorded_twice = ours.recorded_at() != theirs.recorded_at();
    let conflict = !winner_holds_all && (recorded_twice || !(nothing_new || nothing_lost));
    let date: NaiveDate = ours.date();
    Some(Difference { date, winner, conflict })
}

fn winner(here: Version, file: Version, ours: &Day, theirs: &Day) -> Side {
    let (our, their) = (here.mark(ours), file.mark(theirs));
    let age = our.unwrap_or_else(|| Mark::of(ours));
    let is_later = match their {
        // Counts of writes say something within one record alone.
        Some(their) if ours.recorded_at() == theirs.recorded_at() && our.is_some() => their > age,
        Some(their) => their.at > age.at,
        // The file says only when it was made, and what the days themselves know.
        None => {
            let (known, theirs) = (Mark::of(ours).at, Mark::of(theirs).at);
            theirs > known && file.made_at.map_or(theirs > age.at, |made| age.at <= made)
        }
    };
    if is_later { Side::File } else { Side::Here }
}
