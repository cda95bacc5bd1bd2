//! How old each day is, out of the stores and into them (I6).

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use ldn_diary::diary::{Answers, Day, Diary, Rating, StandardItem};
use ldn_diary::exchange::backup::{self, Header};
use ldn_diary::exchange::import::{self, How};
use ldn_diary::store::{Body, Key};

use crate::keeping::{Stores, TabKeeper, at, open, run};

fn date() -> NaiveDate {
    "2026-06-05".parse().unwrap()
}

fn day(items: &[(StandardItem, i64)]) -> Day {
    let rated = items
        .iter()
        .map(|(item, rating)| ((*item).into(), Rating::new(*rating).unwrap()));
    let answers = Answers {
        items: rated.collect(),
        ..Answers::default()
    };
    Day::restore(date(), at(), None, answers)
}

fn keep(keeper: &TabKeeper<'_>, day: Option<&Day>, now: DateTime<FixedOffset>) {
    keeper.change(vec![(Key::Day(date()), day.cloned().map(Body::Day))], now);
    run(keeper.commit()).unwrap();
}

fn later(hours: i64) -> DateTime<FixedOffset> {
    at() + TimeDelta::hours(hours)
}

fn file_of(stores: &Stores, hours: i64) -> backup::Read {
    let (keeper, opened) = open(stores);
    let header = Header {
        app_version: String::new(),
        exported_at: later(hours),
    };
    let text = backup::write_marked(&opened.diary, &header, &keeper.marks());
    backup::open(&text, date()).unwrap()
}

fn merged(stores: &Stores, file: &backup::Read) -> (import::Plan, Diary) {
    let (keeper, opened) = open(stores);
    let outcome = import::take((&opened.diary, &keeper.marks()), file, How::MERGE);
    (outcome.plan, outcome.diary)
}

#[test]
fn a_day_is_as_old_as_its_last_change_also_after_a_restart() {
    let stores = Stores::default();
    let (keeper, _) = open(&stores);
    keep(&keeper, Some(&day(&[(StandardItem::Pain, 30)])), later(0));
    let first = keeper.marks().days[&date()];
    keep(&keeper, Some(&day(&[])), later(1));
    let marks = keeper.marks();
    let second = marks.days[&date()];
    assert_eq!((first.at, second.at), (later(0), later(1)));
    assert!(first.revision < second.revision);
    assert_eq!(open(&stores).0.marks(), marks);
    keep(&keeper, None, later(2));
    let marks = keeper.marks();
    assert_eq!((marks.days.len(), marks.deleted.len()), (0, 1));
    let deleted = marks.deleted[&date()];
    assert_eq!(deleted.at, later(2));
    assert!(second.revision < deleted.revision);
    assert_eq!(open(&stores).0.marks(), marks);
}

// The older backup of fault 25, and a day deleted after it was made.
#[test]
fn an_older_backup_brings_nothing_back() {
    let stores = Stores::default();
    let (keeper, _) = open(&stores);
    keep(
        &keeper,
        Some(&day(&[(StandardItem::Pain, 30), (StandardItem::Stress, 9)])),
        later(0),
    );
    let older = file_of(&stores, 1);
    keep(&keeper, Some(&day(&[(StandardItem::Pain, 30)])), later(2));
    let (plan, diary) = merged(&stores, &older);
    assert!(plan.changes_nothing());
    assert_eq!(diary, open(&stores).1.diary);
    assert_eq!(plan.stay().collect::<Vec<_>>(), [date()]);
    keep(&keeper, None, later(3));
    let (plan, diary) = merged(&stores, &older);
    assert_eq!((plan.deleted, diary.days().len()), (vec![date()], 0));
}

// Restored on another device, a day stays as old as it was: an import is no change of it.
#[test]
fn what_comes_from_a_file_stays_as_old_as_it_is() {
    let (one, two) = (Stores::default(), Stores::default());
    let (keeper, _) = open(&one);
    keep(&keeper, Some(&day(&[(StandardItem::Pain, 30)])), later(0));
    keep(&keeper, Some(&day(&[(StandardItem::Pain, 31)])), later(1));
    let file = file_of(&one, 2);
    let (other, opened) = open(&two);
    let outcome = import::take((&opened.diary, &other.marks()), &file, How::MERGE);
    let pieces = vec![(Key::Day(date()), Body::of(&outcome.diary, Key::Day(date())))];
    other.change_aged(pieces, |_| outcome.marks.days[&date()]);
    run(other.commit()).unwrap();
    assert_eq!(open(&two).0.marks().days, keeper.marks().days);
    // What is changed on the first device after that is newer than the import.
    keep(&keeper, Some(&day(&[])), later(3));
    assert_eq!(merged(&two, &file_of(&one, 4)).0.changes(), 1);
    assert_eq!(merged(&one, &file_of(&two, 5)).0.changes(), 0);
}
