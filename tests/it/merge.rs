//! Merging any two diaries (I1).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ldn_diary::diary::{Day, Diary};
use ldn_diary::exchange::import::{How, Side, apply, plan};
use proptest::prelude::*;

use crate::generated;

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

fn dates(diary: &Diary) -> BTreeSet<NaiveDate> {
    diary.days().map(Day::date).collect()
}

fn answers(day: &Day) -> (usize, usize) {
    (day.answers().items.len(), day.answers().side_effects.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_merge_loses_no_day_and_mixes_up_none((here, file) in two_diaries(), file_first in any::<bool>()) {
        let treatment = if file_first { Side::File } else { Side::Here };
        let how = How::Merge { treatment };
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
        let first = merged.first_day();
        prop_assert!(first.is_none_or(|first| merged.treatment.phase_on(first).is_some()), "every day has its phase");
        prop_assert_eq!(apply(&merged, &file, how), merged, "a second time changes nothing");
    }

    #[test]
    fn a_diary_merged_with_itself_stays_as_it_is(diary in generated::diary()) {
        let how = How::Merge { treatment: Side::File };
        prop_assert_eq!(apply(&diary, &diary, how), diary.clone());
        prop_assert_eq!(apply(&Diary::default(), &diary, How::Replace), diary);
    }
}
