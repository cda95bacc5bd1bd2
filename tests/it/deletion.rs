//! What was deleted stays deleted (S7): whatever the local store brings back, and whichever store was out of reach.

use ldn_diary::diary::StandardItem;
use ldn_diary::store::memory::{Fault, MemoryStore};
use ldn_diary::store::{KeepError, Keeper, Opened, StoreError, Undeleted, names};

use super::keeping::{Stores, at, date, day, day_of, keep, key, open, piece_of, run, with_day};

/// Deletes everything, and puts the local store back as it was before, as a killed browser does.
fn deleted_and_killed() -> Stores {
    let stores = with_day(30);
    stores.0.damage("ldn-diary-backup", Some("a note"));
    stores.0.damage("ldn-diary/set-aside/rest/00000000", Some("half a rec"));
    stores.0.reach_disk();
    run(open(&stores).0.delete_everything(at())).unwrap();
    stores.0.lose_last_writes();
    stores
}

fn names(store: &MemoryStore) -> Vec<String> {
    store.texts().keys().cloned().collect()
}

#[test]
fn a_browser_killed_after_the_deletion_brings_nothing_back() {
    let stores = deleted_and_killed();
    let third = Some("\"137 2026-03-09T21:14:03+01:00\"".to_owned());
    let (_, opened) = run(Keeper::open(&stores.0, &stores.1, third, date()));
    assert_eq!(opened, Opened::default(), "no diary, nothing set aside, and no alarm");
    assert_eq!(names(&stores.0), [names::DELETED], "nor is anything left of it");
    assert_eq!(names(&stores.1), [names::DELETED]);
}

#[test]
fn a_diary_begun_after_the_deletion_is_kept_whatever_the_local_store_brings_back() {
    let stores = deleted_and_killed();
    let (keeper, _) = open(&stores);
    let begun = day_of(&[(StandardItem::Fatigue, 40)]);
    keep(&keeper, vec![piece_of(&begun)]).unwrap();
    stores.0.lose_last_writes();
    for _ in 0..2 {
        assert_eq!(open(&stores).1.diary.day(date()), Some(&begun));
    }
    assert_eq!(stores.0.texts(), stores.1.texts());
}

#[test]
fn a_diary_begun_after_the_deletion_and_lost_is_missed() {
    let stores = deleted_and_killed();
    keep(&open(&stores).0, vec![piece_of(&day(40))]).unwrap();
    let later = "\"137 2026-03-11T21:14:03+01:00\"".to_owned();
    for store in [&stores.0, &stores.1] {
        store.damage(&key().to_string(), None);
        store.damage("ldn-diary-census", Some(&later));
    }
    assert_eq!(open(&stores).1.lost.map(|census| census.days), Some(137));
}

#[test]
fn what_a_store_out_of_reach_still_holds_goes_when_it_comes_back() {
    for fault in [Fault::Blocked, Fault::Full, Fault::Silent] {
        for local in [true, false] {
            let stores = with_day(30);
            let (keeper, _) = open(&stores);
            let failing = if local { &stores.0 } else { &stores.1 };
            failing.fail_with(fault);
            // One store is empty and knows that the other has to go; which of them refused is told apart. A full local store
            // can be emptied.
            let outcome = run(keeper.delete_everything(at()));
            let is_told = match (fault, local) {
                (Fault::Full, true) => outcome == Ok(()),
                (_, true) => matches!(outcome, Err(Undeleted::InLocal(_))),
                (_, false) => matches!(outcome, Err(Undeleted::InDurable(_))),
            };
            assert!(is_told, "{fault:?}, local store: {local}: {outcome:?}");
            failing.fail_with(Fault::None);
            assert_eq!(
                open(&stores).1.diary.days().len(),
                0,
                "{fault:?}, local store out of reach: {local}"
            );
            assert_eq!(names(failing), [names::DELETED]);
        }
    }
}

#[test]
fn a_local_store_that_keeps_what_it_was_to_delete_is_told_and_brings_nothing_back() {
    let stores = with_day(30);
    let (keeper, _) = open(&stores);
    stores.0.fail_with(Fault::Clings);
    assert_eq!(
        run(keeper.delete_everything(at())),
        Err(Undeleted::InLocal(StoreError::Clings))
    );
    assert_eq!(open(&stores).1.diary.days().len(), 0);
    stores.0.fail_with(Fault::None);
    assert_eq!(open(&stores).1.diary.days().len(), 0);
    assert_eq!(names(&stores.0), [names::DELETED]);
}

#[test]
fn an_answer_given_before_the_old_copy_is_gone_does_not_bring_it_back() {
    let stores = with_day(30);
    let (keeper, _) = open(&stores);
    stores.0.fail_with(Fault::Silent);
    assert_eq!(
        run(keeper.delete_everything(at())),
        Err(Undeleted::InLocal(StoreError::Silent))
    );
    stores.0.fail_with(Fault::None);
    keep(&keeper, vec![piece_of(&day_of(&[(StandardItem::Fatigue, 40)]))]).unwrap();
    let fresh = day_of(&[(StandardItem::Fatigue, 40)]);
    assert_eq!(open(&stores).1.diary.day(date()), Some(&fresh));
}

#[test]
fn a_tab_that_has_not_heard_of_the_deletion_can_not_write_the_diary_back() {
    let stores = with_day(30);
    let (one, two) = (open(&stores).0, open(&stores).0);
    run(one.delete_everything(at())).unwrap();
    assert_eq!(keep(&two, vec![piece_of(&day(31))]), Err(KeepError::Deleted));
    assert_eq!(open(&stores).1, Opened::default());
}

#[test]
fn a_record_of_a_wrong_clock_is_deleted_like_any_other() {
    let stores = Stores::default();
    let (keeper, _) = open(&stores);
    keeper.change(vec![piece_of(&day(30))], at() + chrono::TimeDelta::days(400));
    run(keeper.commit()).unwrap();
    stores.0.reach_disk();
    run(keeper.delete_everything(at())).unwrap();
    stores.0.lose_last_writes();
    assert_eq!(open(&stores).1, Opened::default());
}

// A version from before there was such a line knows nothing of it, and counts from one again.
#[test]
fn records_that_an_older_version_wrote_after_the_deletion_stay() {
    let stores = with_day(30);
    keep(&open(&stores).0, vec![piece_of(&day(31))]).unwrap();
    run(open(&stores).0.delete_everything(at())).unwrap();
    let other = with_day(50);
    let text = &other.0.texts()[&key().to_string()];
    stores.0.damage(&key().to_string(), Some(text));
    stores.1.damage(&key().to_string(), Some(text));
    stores.0.damage(names::DELETED, None);
    assert_eq!(open(&stores).1.diary.day(date()), Some(&day(50)));
}

#[test]
fn one_deleted_day_stays_away_when_the_browser_is_killed() {
    let stores = with_day(30);
    stores.0.reach_disk();
    keep(&open(&stores).0, vec![(key(), None)]).unwrap();
    stores.0.lose_last_writes();
    assert_eq!(open(&stores).1.diary.day(date()), None);
}
