//! A second store that answers late: the diary opens without it, and nothing of either is lost when it comes (S3).

use ldn_diary::diary::{Answers, Day, DayEnd, Diary, LAST_DATE, StandardItem, Treatment};
use ldn_diary::exchange::backup;
use ldn_diary::store::memory::Fault;
use ldn_diary::store::{Body, Census, DurableStore as _, KeepError, Keeper, Key, StoreError};

use super::keeping::{Stores, TabKeeper, at, date, day, day_of, keep, key, open, piece_of, run, with_day};

/// Opens with a second store that does not answer.
fn opened_early(stores: &Stores) -> (TabKeeper<'_>, Diary) {
    stores.1.fail_with(Fault::Silent);
    let keeper = Keeper::new(&stores.0, &stores.1);
    let opened = keeper.read(Err(StoreError::Silent), date());
    assert_eq!(opened.one_store, Some(KeepError::Store(StoreError::Silent)));
    assert_eq!(
        (opened.blocked, opened.lost),
        (None, None),
        "it may still hold all of it"
    );
    run(keeper.heal(date()));
    (keeper, opened.diary)
}

/// It answers; the diary is read again, out of both.
fn answers(stores: &Stores, keeper: &TabKeeper<'_>) -> Diary {
    stores.1.fail_with(Fault::None);
    let opened = keeper.read(run((&stores.1).all()), date());
    run(keeper.heal(date()));
    assert_eq!(
        stores.0.texts(),
        stores.1.texts(),
        "each store is healed from the other"
    );
    assert_eq!(opened.diary, open(stores).1.diary, "and so it is at the next start");
    opened.diary
}

// S2, S7: what is said of a store that is late must be so.
#[test]
fn what_a_late_store_means_is_known() {
    let opens = |local, durable: Result<_, StoreError>| {
        let stores = with_day(30);
        stores.0.fail_with(local);
        let keeper = Keeper::new(&stores.0, &stores.1);
        keeper.read(durable, date()).keeps_nothing_yet
    };
    assert!(opens(Fault::Blocked, Err(StoreError::Silent)));
    assert!(!opens(Fault::None, Err(StoreError::Silent)));
    assert!(!opens(Fault::Full, Err(StoreError::Silent)), "it can be read");
    assert!(!opens(Fault::Blocked, Ok(store_texts(&with_day(30)))));

    for (local, durable, expected) in [
        (Fault::None, Fault::None, true),
        (Fault::None, Fault::Silent, true),
        (Fault::Blocked, Fault::None, false),
        (Fault::Full, Fault::Silent, false),
    ] {
        let stores = with_day(30);
        let (keeper, _) = open(&stores);
        assert!(!keeper.is_deleted_locally());
        stores.0.fail_with(local);
        stores.1.fail_with(durable);
        _ = run(keeper.delete_everything(at()));
        assert_eq!(keeper.is_deleted_locally(), expected, "{local:?}, {durable:?}");
    }
}

fn store_texts(stores: &Stores) -> ldn_diary::store::Texts {
    run((&stores.1).all()).unwrap()
}

#[test]
fn the_diary_is_there_from_the_local_store_alone() {
    let stores = with_day(30);
    let (keeper, diary) = opened_early(&stores);
    assert_eq!(diary.day(date()), Some(&day(30)));
    assert_eq!(answers(&stores, &keeper).day(date()), Some(&day(30)));
}

// The local store was killed back to nothing; the second has the diary, and an answer is given before it comes.
#[test]
fn an_answer_given_meanwhile_goes_into_what_the_late_store_holds() {
    let both = day_of(&[(StandardItem::Pain, 30), (StandardItem::Fatigue, 40)]);
    for earlier in [1, 5] {
        let stores = Stores::default();
        for _ in 0..earlier {
            keep(&open(&stores).0, vec![(key(), None)]).unwrap();
            keep(&open(&stores).0, vec![piece_of(&day(30))]).unwrap();
        }
        stores.0.wipe();
        let (keeper, diary) = opened_early(&stores);
        assert_eq!(diary, Diary::default());
        let kept = keep(&keeper, vec![piece_of(&day_of(&[(StandardItem::Fatigue, 40)]))]).unwrap();
        assert_eq!(
            kept.one_copy,
            Some(KeepError::Store(StoreError::Silent)),
            "said to be less safe"
        );
        assert_eq!(answers(&stores, &keeper).day(date()), Some(&both));
    }
}

#[test]
fn an_answer_given_meanwhile_stays_when_the_page_is_closed_before_the_store_answers() {
    let stores = with_day(30);
    stores.0.wipe();
    let (keeper, _) = opened_early(&stores);
    keep(&keeper, vec![piece_of(&day_of(&[(StandardItem::Fatigue, 40)]))]).unwrap();
    keep(&keeper, vec![piece_of(&day_of(&[(StandardItem::Fatigue, 41)]))]).unwrap();
    stores.1.fail_with(Fault::None);
    let both = day_of(&[(StandardItem::Pain, 30), (StandardItem::Fatigue, 41)]);
    assert_eq!(open(&stores).1.diary.day(date()), Some(&both));
}

#[test]
fn an_answer_that_waits_for_its_commit_is_still_shown_when_the_store_answers() {
    for full in [false, true] {
        let stores = with_day(30);
        let (keeper, _) = opened_early(&stores);
        if full {
            // Not even a draft could be left.
            stores.0.fail_with(Fault::Full);
        }
        keeper.change(vec![piece_of(&day(31))], at());
        stores.1.fail_with(Fault::None);
        let opened = keeper.read(run((&stores.1).all()), date());
        assert_eq!(opened.diary.day(date()), Some(&day(31)), "full: {full}");
        stores.0.fail_with(Fault::None);
        run(keeper.commit()).unwrap();
        assert_eq!(open(&stores).1.diary.day(date()), Some(&day(31)));
    }
}

#[test]
fn with_neither_store_answering_in_time_nothing_is_called_lost() {
    let stores = with_day(30);
    stores.0.fail_with(Fault::Blocked);
    let (keeper, diary) = opened_early(&stores);
    assert_eq!(diary, Diary::default());
    let census = Census::read("\"137 2026-06-07T21:14:03+02:00\"").unwrap();
    assert!(!keeper.is_lost(&census, &keeper.read(Err(StoreError::Silent), date())));
    stores.1.fail_with(Fault::None);
    let opened = keeper.read(run((&stores.1).all()), date());
    assert_eq!(opened.diary.day(date()), Some(&day(30)));
}

// The first entry opens a baseline by itself. What is only assumed must not take the place of what was said.
#[test]
fn a_whole_diary_that_comes_late_keeps_its_phases() {
    let diary = backup::read(include_str!("../fixtures/cases/diary-stanford-2013.json"), LAST_DATE).unwrap();
    let stores = Stores::default();
    let days = diary.days().map(|day| Key::Day(day.date()));
    let keys = [Key::Settings, Key::Treatment, Key::Rest].into_iter().chain(days);
    let pieces = keys.map(|key| (key, Body::of(&diary, key))).collect();
    keep(&open(&stores).0, pieces).unwrap();
    stores.0.wipe();
    let (keeper, mut shown) = opened_early(&stores);
    let answers_given = Answers {
        rescue_medicine: Some(true),
        ..Answers::default()
    };
    let late = at() + chrono::TimeDelta::days(200);
    let today = Day::record(late.date_naive(), answers_given, late, DayEnd::default()).unwrap();
    shown.put_day(today.clone());
    assert_ne!(shown.treatment, Treatment::default(), "a baseline is assumed");
    keep(&keeper, vec![piece_of(&today)]).unwrap();
    let whole = answers(&stores, &keeper);
    assert_eq!(whole.treatment, diary.treatment);
    assert_eq!(whole.days().len(), diary.days().len() + 1);
}
