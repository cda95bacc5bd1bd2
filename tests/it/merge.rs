//! Merging any two diaries (I1).

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use ldn_diary::diary::{Day, DayEnd, Diary};
use ldn_diary::exchange::backup::{self, Header, Mark, Marks, Read};
use ldn_diary::exchange::import::{How, Side, apply, plan, take};
use proptest::prelude::*;

use crate::generated;
use crate::support::at;

/// Two diaries that share some dates, with the same or with other answers.
fn two_diaries() -> impl Strategy<Value = (Diary, Diary)> {
    (generated::diary(), generated::diary(), any::<bool>()).prop_map(|(here, mut file, same)| {
        let shared: Vec<Day> = here.days().take(4).cloned().collect();
        let others: Vec<Day> = file.days().cloned().collect();
        for (index, day) in shared.into_iter().enumerate() {
            let other = others.get(index).filter(|_| !same || index > 1).unwrap_or(&day);
            let answers = other.answers().clone();
            file.put_day(Day::restore(
                day.date(),
                other.recorded_at(),
                other.edited_at(),
                answers,
            ));
        }
        (here, file)
    })
}

/// The same with states of days, deletions, and days that have not begun where they are read.
fn two_states() -> impl Strategy<Value = (Read, Read)> {
    let states = (generated::marks(), generated::marks(), generated::date(), any::<bool>());
    (two_diaries(), states).prop_map(|((here, file), (ours, theirs, today, dated))| {
        let (our_marks, their_marks) = (generated::marks_of(&here, &ours), generated::marks_of(&file, &theirs));
        let header = Header {
            app_version: String::new(),
            exported_at: at("2026-06-07T21:14:03+02:00"),
        };
        let mut read = backup::open(&backup::write_marked(&file, &header, &their_marks), today).unwrap();
        read.made_at = read.made_at.filter(|_| dated);
        (
            Read {
                diary: here,
                marks: our_marks,
                ..Read::default()
            },
            read,
        )
    })
}

fn dates(diary: &Diary) -> BTreeSet<NaiveDate> {
    diary.days().map(Day::date).collect()
}

fn answers(day: &Day) -> (usize, usize) {
    (day.answers().items.len(), day.answers().side_effects.len())
}

proptest! {
    #![proptest_config(crate::cases(200))]

    #[test]
    fn a_merge_loses_no_day_and_mixes_up_none((here, file) in two_diaries(), file_first in any::<bool>()) {
        let treatment = if file_first { Side::File } else { Side::Here };
        let how = How::Merge { treatment, deleted: false };
        let plan = plan(&here, &file);
        prop_assert_eq!(plan.keeps() + plan.changes(), here.days().len());
        prop_assert_eq!(plan.adds.len() + plan.differences.len() + plan.same.len(), file.days().len());

        let merged = apply(&here, &file, how);
        prop_assert_eq!(dates(&merged), &dates(&here) | &dates(&file));
        for date in &plan.adds {
            prop_assert_eq!(merged.day(*date).map(answers), file.day(*date).map(answers), "{}", date);
        }
        for date in &plan.only_here {
            prop_assert_eq!(merged.day(*date), here.day(*date), "{}", date);
        }
        let has_phase = |first| merged.treatment.phase_on(first).is_some();
        let named = merged.treatment.phases().first().is_some_and(|phase| phase.said);
        prop_assert!(named || merged.first_day().is_none_or(has_phase), "every day has its phase");
        prop_assert_eq!(apply(&merged, &file, how), merged, "a second time changes nothing");
    }

    // I6: the plan names every day, item and setting that a merge changes; one that says nothing changes nothing.
    #[test]
    fn a_plan_names_all_that_it_changes((here, file) in two_states(), file_first in any::<bool>(), back in any::<bool>()) {
        let treatment = if file_first { Side::File } else { Side::Here };
        let planned = plan((&here.diary, &here.marks), &file);
        let outcome = take((&here.diary, &here.marks), &file, How::Merge { treatment, deleted: back });
        let merged = &outcome.diary;
        let differ = |date: &NaiveDate| merged.day(*date) != here.diary.day(*date);
        let changed: BTreeSet<NaiveDate> = dates(merged).into_iter().filter(differ).collect();
        let deleted = planned.deleted.iter().filter(|_| back);
        let named: BTreeSet<NaiveDate> = planned.adds.iter().chain(deleted).copied().chain(planned.changed()).collect();
        prop_assert_eq!(&changed, &named);
        if planned.changes_nothing() && treatment == Side::Here && !back {
            prop_assert_eq!(merged, &here.diary);
        }
        if let (Side::Here, false) = (treatment, back) {
            prop_assert_eq!(planned.besides.settings, merged.settings != here.diary.settings);
            prop_assert_eq!(planned.besides.treatment, merged.treatment != here.diary.treatment);
            prop_assert_eq!(planned.besides.template, merged.rest.template != here.diary.rest.template);
            prop_assert_eq!(planned.besides.unknown, merged.rest.unknown != here.diary.rest.unknown);
        }
        // With the states that come along, a second time changes nothing.
        let mut marks = here.marks.clone();
        for (date, mark) in outcome.marks.days {
            marks.days.insert(date, mark);
        }
        marks.deleted.retain(|date, _| merged.day(*date).is_none());
        let again = take((merged, &marks), &file, How::Merge { treatment, deleted: back });
        prop_assert_eq!(&again.diary, merged);
    }

    // I6: absence is a state of an answer. A backup from before a change, whatever it was, changes nothing of it.
    #[test]
    fn an_older_backup_takes_no_change_back(
        diary in generated::diary(),
        other in generated::answers(),
        with_marks in any::<bool>(),
        deletes in any::<bool>(),
    ) {
        let made_at = at("2026-06-07T21:14:03+02:00");
        let mark = |at| Mark { at, revision: 1 };
        let before: Marks = Marks { days: diary.days().map(|day| (day.date(), mark(made_at))).collect(), ..Marks::default() };
        let file = Read {
            diary: diary.clone(),
            marks: if with_marks { before.clone() } else { Marks::default() },
            made_at: Some(made_at),
            ..Read::default()
        };
        let (mut here, mut marks) = (diary.clone(), before);
        if let Some(day) = diary.days().next() {
            let (date, later) = (day.date(), mark(made_at + TimeDelta::seconds(1)));
            if deletes {
                here.remove_day(date);
                marks.days.remove(&date);
                marks.deleted.insert(date, later);
            } else {
                here.put_day(day.changed(other, later.at, DayEnd::default()));
                marks.days.insert(date, later);
            }
            let is_empty = here.days().len() == 0;
            let planned = plan((&here, &marks), &file);
            prop_assert!(planned.adds.is_empty() && planned.changes() == 0);
            let merged = apply((&here, &marks), &file, How::MERGE);
            prop_assert!(merged.days().eq(here.days()));
            prop_assert!(is_empty || merged == here);
            if deletes {
                prop_assert_eq!(&planned.deleted, &[date]);
                let merged = apply((&here, &marks), &file, How::Merge { treatment: Side::Here, deleted: true });
                prop_assert!(merged.days().eq(diary.days()));
            }
        }
    }

    // S7: after everything was deleted, a backup is the way back; but not by the way, into a diary begun anew.
    #[test]
    fn a_deleted_diary_comes_back_only_on_purpose(diary in generated::diary(), fresh in generated::diary()) {
        let made_at = at("2026-06-07T21:14:03+02:00");
        let file = Read { diary: diary.clone(), made_at: Some(made_at), ..Read::default() };
        let marks = Marks { emptied: Some(made_at + TimeDelta::days(1)), ..Marks::default() };
        let nothing = Diary::default();
        prop_assert!(apply((&nothing, &marks), &file, How::MERGE).days().eq(diary.days()));
        let planned = plan((&fresh, &marks), &file);
        prop_assert!(planned.adds.is_empty() || fresh.days().len() == 0);
    }

    #[test]
    fn a_diary_merged_with_itself_stays_as_it_is(diary in generated::diary()) {
        let how = How::Merge { treatment: Side::File, deleted: false };
        prop_assert_eq!(apply(&diary, &diary, how), diary.clone());
        prop_assert_eq!(apply(&Diary::default(), &diary, How::Replace), diary);
    }
}
