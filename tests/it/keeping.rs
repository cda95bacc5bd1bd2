//! The two stores, from empty through faults to the next start.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use ldn_diary::diary::{Answers, Day, DayEnd, ItemId, LAST_DATE, Rating, Settings, StandardItem};
use ldn_diary::exchange::backup;
use ldn_diary::store::memory::{Fault, MemoryStore};
use ldn_diary::store::{Body, KeepError, Keeper, Kept, Key, Opened, Piece, Record, StoreError, TextStore, names};

use crate::generated;

pub(crate) type Stores = (MemoryStore, MemoryStore);
pub(crate) type TabKeeper<'a> = Keeper<&'a MemoryStore, &'a MemoryStore>;

pub(crate) fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-10T21:04:00+01:00").unwrap()
}

pub(crate) fn date() -> NaiveDate {
    at().date_naive()
}

pub(crate) fn key() -> Key {
    Key::Day(date())
}

pub(crate) fn day_of(answers: &[(StandardItem, i64)]) -> Day {
    let mut all = Answers::default();
    for (item, rating) in answers {
        all.items.insert((*item).into(), Rating::new(*rating).unwrap());
    }
    Day::record(date(), all, at(), DayEnd::default()).unwrap()
}

pub(crate) fn day(pain: i64) -> Day {
    day_of(&[(StandardItem::Pain, pain)])
}

pub(crate) fn piece_of(day: &Day) -> Piece {
    (Key::Day(day.date()), Some(Body::Day(day.clone())))
}

/// Runs to the end what is never long asleep.
pub(crate) fn run<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = work.as_mut().poll(&mut context) {
            return value;
        }
    }
}

pub(crate) fn open(stores: &Stores) -> (TabKeeper<'_>, Opened) {
    run(Keeper::open(&stores.0, &stores.1, None, date()))
}

pub(crate) fn keep(keeper: &TabKeeper<'_>, pieces: Vec<Piece>) -> Result<Kept, KeepError> {
    keeper.change(pieces, at());
    run(keeper.commit())
}

pub(crate) fn with_day(pain: i64) -> Stores {
    let stores = Stores::default();
    keep(&open(&stores).0, vec![piece_of(&day(pain))]).unwrap();
    stores
}

fn record(revision: u64, body: Option<&str>) -> String {
    Record::new(key(), revision, at(), body).to_text()
}

/// Both stores as the version before `serde_json` left them, by its own hand: the golden backup imported, and one answer.
const STORE_BEFORE_SERDE: &str = include_str!("../fixtures/store-before-serde.json");

// S4: what an earlier version wrote opens, and no byte of it changes.
#[test]
fn the_stores_of_the_version_before_serde_open_unchanged() {
    let texts: BTreeMap<String, String> = serde_json::from_str(STORE_BEFORE_SERDE).unwrap();
    let stores = Stores::default();
    for (name, text) in &texts {
        stores.0.damage(name, Some(text));
        stores.1.damage(name, Some(text));
    }
    // A merged day had its fields in the order of their names.
    let merged = record(
        3,
        Some(r#"{"date":"2026-03-10","items":{"pain":3},"recorded_at":"2026-03-10T21:04:00+01:00"}"#),
    );
    stores.0.damage(&key().to_string(), Some(&merged));
    stores.1.damage(&key().to_string(), Some(&merged));
    let before = (stores.0.texts(), stores.1.texts());
    let (keeper, opened) = open(&stores);
    assert_eq!((opened.healed, &opened.set_aside[..]), (0, &[][..]));
    assert_eq!((stores.0.texts(), stores.1.texts()), before);
    let golden = backup::read(include_str!("fixtures/diary-v1.json"), LAST_DATE).unwrap();
    for day in golden.days() {
        assert_eq!(opened.diary.day(day.date()), Some(day));
    }
    assert_eq!(opened.diary.settings, golden.settings);
    assert_eq!(opened.diary.treatment, golden.treatment);
    assert_eq!(&opened.diary.rest, &golden.rest);
    // Written anew, each piece is the same text.
    for name in texts.keys().filter_map(|name| Key::parse(name)) {
        let text = &texts[&name.to_string()];
        let there = Record::from_text(name, text).unwrap();
        let body = Body::of(&opened.diary, name).map(|body| body.text());
        assert_eq!(body.as_deref(), there.body);
        assert_eq!(&there.to_text(), text);
    }
    assert_eq!(keeper.stored_days(), opened.diary.days().len());
}

#[test]
fn a_whole_diary_is_there_after_a_restart() {
    let diary = backup::read(include_str!("../fixtures/cases/diary-stanford-2013.json"), LAST_DATE).unwrap();
    let stores = Stores::default();
    let days = diary.days().map(|day| Key::Day(day.date()));
    let keys = [Key::Settings, Key::Treatment, Key::Rest].into_iter().chain(days);
    let pieces = keys.map(|key| (key, Body::of(&diary, key))).collect();
    let kept = keep(&open(&stores).0, pieces).unwrap();
    assert_eq!((kept.one_copy, kept.days), (None, diary.days().len()));
    assert_eq!(
        open(&stores).1,
        Opened {
            diary,
            ..Opened::default()
        }
    );
    assert_eq!(stores.0.texts(), stores.1.texts(), "each store holds all of it");
}

// S2: acknowledged only when both stores have it; what stood before still stands.
#[test]
fn an_answer_that_one_store_refuses_is_there_and_not_called_safe() {
    for (fault, error) in [
        (Fault::Full, KeepError::Store(StoreError::Full)),
        (Fault::Blocked, KeepError::Store(StoreError::Blocked)),
        (Fault::Torn, KeepError::ReadBack),
    ] {
        for local in [true, false] {
            if fault == Fault::Torn && !local {
                continue;
            }
            let stores = Stores::default();
            let (keeper, _) = open(&stores);
            let failing = if local { &stores.0 } else { &stores.1 };
            failing.fail_with(fault);
            let kept = keep(&keeper, vec![piece_of(&day(30))]).unwrap();
            assert_eq!(kept.one_copy, Some(error.clone()), "{fault:?}");
            failing.fail_with(Fault::None);
            let (_, opened) = open(&stores);
            assert_eq!(opened.diary.day(date()), Some(&day(30)), "after {fault:?}");
            assert_eq!(
                stores.0.texts().get(&key().to_string()),
                stores.1.texts().get(&key().to_string())
            );
        }
    }
}

#[test]
fn an_answer_that_no_store_takes_is_an_error_and_goes_with_the_next_one() {
    let stores = Stores::default();
    let (keeper, _) = open(&stores);
    for store in [&stores.0, &stores.1] {
        store.fail_with(Fault::Full);
    }
    assert_eq!(
        keep(&keeper, vec![piece_of(&day(30))]),
        Err(KeepError::Store(StoreError::Full))
    );
    for store in [&stores.0, &stores.1] {
        store.fail_with(Fault::None);
    }
    let both = day_of(&[(StandardItem::Pain, 30), (StandardItem::Fatigue, 40)]);
    keep(&keeper, vec![piece_of(&both)]).unwrap();
    assert_eq!(open(&stores).1.diary.day(date()), Some(&both));
}

// S3: each store heals the other, whatever it has lost.
#[test]
fn each_store_is_healed_from_the_other() {
    type Damage = fn(&MemoryStore);
    let cases: [(&str, Damage, usize); 3] = [
        ("wiped", MemoryStore::wipe, 0),
        (
            "back at an earlier state",
            |store| {
                store.damage(
                    &key().to_string(),
                    Some(&record(
                        1,
                        Some(r#"{"date":"2026-03-10","recorded_at":"2026-03-10T21:04:00+01:00"}"#),
                    )),
                );
            },
            0,
        ),
        ("torn", |store| store.damage(&key().to_string(), Some("half a rec")), 1),
    ];
    for (what, damage, set_aside) in cases {
        for local in [true, false] {
            let stores = with_day(30);
            keep(&open(&stores).0, vec![piece_of(&day(31))]).unwrap();
            damage(if local { &stores.0 } else { &stores.1 });
            let (_, opened) = open(&stores);
            assert_eq!(opened.diary.day(date()), Some(&day(31)), "{what}");
            assert_eq!(
                (opened.set_aside.len(), opened.healed, opened.lost),
                (set_aside, 1, None),
                "{what}"
            );
            assert_eq!(
                stores.0.texts().get(&key().to_string()),
                stores.1.texts().get(&key().to_string()),
                "{what}"
            );
        }
    }
}

// S3: what can't be read is set aside, never overwritten; the rest works.
#[test]
fn a_text_unreadable_in_both_stores_survives_a_new_answer_for_its_day() {
    let stores = with_day(30);
    let senseless = record(2, Some(r#"{"date":"2026-03-10","items":{"pain":101}}"#));
    for bad in ["half a rec", &senseless] {
        for store in [&stores.0, &stores.1] {
            store.damage(&key().to_string(), Some(bad));
        }
        let (keeper, opened) = open(&stores);
        assert!(
            opened
                .set_aside
                .iter()
                .any(|piece| piece.text == bad && piece.key == key().to_string())
        );
        assert_eq!(opened.diary.day(date()), None);
        keep(&keeper, vec![piece_of(&day(40))]).unwrap();
        for store in [&stores.0, &stores.1] {
            assert!(store.texts().values().any(|text| text == bad), "{bad}");
        }
        let (_, opened) = open(&stores);
        assert_eq!(opened.diary.day(date()), Some(&day(40)));
        assert!(
            opened.set_aside.iter().any(|piece| piece.text == bad),
            "it is still shown"
        );
    }
}

#[test]
fn an_answer_to_an_own_item_that_makes_no_sense_survives_a_new_answer_for_its_day() {
    let stores = Stores::default();
    let settings = generated::own_settings();
    let own = settings.own_items()[0].id.to_string();
    keep(&open(&stores).0, vec![(Key::Settings, Some(Body::Settings(settings)))]).unwrap();
    let body = format!(r#"{{"date":"2026-03-10","recorded_at":"2026-03-10T21:04:00+01:00","items":{{"{own}":101}}}}"#);
    let bad = record(1, Some(&body));
    for store in [&stores.0, &stores.1] {
        store.damage(&key().to_string(), Some(&bad));
    }
    let (keeper, opened) = open(&stores);
    assert_eq!(opened.set_aside.len(), 1);
    keep(&keeper, vec![piece_of(&day(40))]).unwrap();
    assert_eq!(open(&stores).1.diary.day(date()), Some(&day(40)));
    assert!(stores.1.texts().values().any(|text| text == &bad));
}

// What was answered to an own item is neither new nor kept against a later change because the settings were others.
#[test]
fn what_is_declared_makes_no_difference_to_what_is_kept() {
    let stores = Stores::default();
    let declared = generated::own_settings();
    let item = ItemId::Own(declared.own_items()[0].id.clone());
    let answers = Answers {
        items: [(item, Rating::new(30).unwrap())].into_iter().collect(),
        ..Answers::default()
    };
    let own = Day::record(date(), answers, at(), DayEnd::default()).unwrap();
    let settings = |settings: &Settings| (Key::Settings, Some(Body::Settings(settings.clone())));
    keep(&open(&stores).0, vec![settings(&declared), piece_of(&own)]).unwrap();
    // The whole diary is replaced by another, which has other own items, and then by the first.
    for settings_now in [Settings::default(), declared] {
        let (keeper, opened) = open(&stores);
        assert_eq!(Body::of(&opened.diary, key()), piece_of(&own).1);
        let kept = keep(&keeper, vec![settings(&settings_now), piece_of(&day(31))]).unwrap();
        assert_eq!(kept.pieces, []);
        assert_eq!(open(&stores).1.diary.day(date()), Some(&day(31)));
        let kept = keep(&keeper, vec![piece_of(&own)]).unwrap();
        assert_eq!(kept.pieces, []);
        assert_eq!(run(keeper.refresh(&[Key::Settings, key()])), []);
    }
}

// Which day an instant belongs to is told by the clock on the wall.
#[test]
fn the_same_instant_by_another_clock_is_a_change() {
    let stores = with_day(30);
    let other = Day::restore(date(), at().to_utc().into(), None, day(30).answers().clone());
    keep(&open(&stores).0, vec![piece_of(&other)]).unwrap();
    let kept = open(&stores).1.diary.day(date()).cloned();
    assert_eq!(
        kept.map(|day| *day.recorded_at().offset()),
        Some(*other.recorded_at().offset())
    );
}

// S3: a store that should have data and has none.
#[test]
fn a_diary_that_is_gone_is_missed_and_a_new_one_is_not() {
    assert_eq!(open(&Stores::default()).1.lost, None);
    let stores = with_day(30);
    for store in [&stores.0, &stores.1] {
        store.damage(&key().to_string(), None);
    }
    assert_eq!(
        open(&stores).1.lost.map(|census| census.days),
        Some(1),
        "the census in the stores"
    );
    let third = "\"137 2026-06-07T21:14:03+02:00\"".to_owned();
    let fresh = Stores::default();
    let (_, opened) = run(Keeper::open(&fresh.0, &fresh.1, Some(third.clone()), date()));
    assert_eq!(opened.lost.map(|census| census.days), Some(137), "the third census");
    let (_, opened) = run(Keeper::open(&stores.0, &stores.1, Some("nonsense".into()), date()));
    assert_eq!(opened.lost.map(|census| census.days), Some(1));
    let kept = with_day(30);
    assert_eq!(run(Keeper::open(&kept.0, &kept.1, Some(third), date())).1.lost, None);
}

#[test]
fn nothing_readable_at_all_is_a_lost_diary_too() {
    let stores = Stores::default();
    stores.0.damage(&key().to_string(), Some("half a rec"));
    assert!(open(&stores).1.lost.is_some());
}

// S4: data of a newer schema opens read-only.
#[test]
fn a_diary_that_a_newer_version_has_used_is_not_written_to() {
    let stores = with_day(30);
    let newer = r#"{"key":"ldn-diary/settings","schema":99,"revision":1,"at":"","checksum":"","body":{}}"#;
    stores.1.damage(&Key::Settings.to_string(), Some(newer));
    let before = (stores.0.texts(), stores.1.texts());
    let (keeper, opened) = open(&stores);
    assert!(opened.newer);
    assert_eq!(
        opened.diary.day(date()),
        Some(&day(30)),
        "what can be read can be looked at"
    );
    assert_eq!(keep(&keeper, vec![piece_of(&day(40))]), Err(KeepError::Newer));
    assert_eq!((stores.0.texts(), stores.1.texts()), before);
}

#[test]
fn a_newer_version_that_comes_while_the_page_is_open_is_noticed_too() {
    let stores = with_day(30);
    let (keeper, _) = open(&stores);
    let newer = r#"{"key":"ldn-diary/day/2026-03-10","schema":99,"revision":1,"at":"","checksum":"","body":{}}"#;
    stores.1.damage(&key().to_string(), Some(newer));
    assert_eq!(keep(&keeper, vec![piece_of(&day(40))]), Err(KeepError::Newer));
    assert_eq!(stores.1.texts()[&key().to_string()], newer);
}

// S4: an older schema is migrated; the record as it was is kept until the third day after.
#[test]
fn an_older_record_is_migrated_and_kept_for_three_days() {
    let old = include_str!("../fixtures/record-schema-0.json").trim_end();
    let stores = Stores::default();
    stores.0.damage("ldn-diary/day/2026-03-10", Some(old));
    let opened_on = |days: i64| run(Keeper::open(&stores.0, &stores.1, None, date() + TimeDelta::days(days))).1;
    let kept = || stores.1.texts().values().filter(|text| *text == old).count();
    assert_eq!(opened_on(0).diary.day(date()), Some(&day(62)));
    for store in [&stores.0, &stores.1] {
        assert!(store.texts()["ldn-diary/day/2026-03-10"].contains(r#""schema":1"#));
    }
    assert_eq!(opened_on(3).set_aside, []);
    assert_eq!(kept(), 1);
    assert_eq!(opened_on(4).diary.day(date()), Some(&day(62)));
    assert_eq!(kept(), 0);
}

// S7: one day can be deleted and brought back; nothing comes back from the dead.
#[test]
fn a_deleted_day_stays_away_and_can_be_brought_back() {
    let stores = with_day(30);
    let before = stores.0.texts();
    let (keeper, _) = open(&stores);
    keep(&keeper, vec![(key(), None)]).unwrap();
    assert_eq!(open(&stores).1.diary.day(date()), None);
    stores
        .0
        .damage(&key().to_string(), before.get(&key().to_string()).map(String::as_str));
    assert_eq!(
        open(&stores).1.diary.day(date()),
        None,
        "an older copy in one store does not bring it back"
    );
    keep(&keeper, vec![piece_of(&day(30))]).unwrap();
    assert_eq!(open(&stores).1.diary.day(date()), Some(&day(30)));
}

#[test]
fn deleting_everything_leaves_nothing_and_no_alarm() {
    let stores = with_day(30);
    stores.0.damage("somebody-else", Some("not JSON {"));
    run(open(&stores).0.delete_everything(at())).unwrap();
    assert_eq!(
        stores.0.texts().keys().collect::<Vec<_>>(),
        [names::DELETED, "somebody-else"]
    );
    assert_eq!(stores.1.texts().keys().collect::<Vec<_>>(), [names::DELETED]);
    assert_eq!(open(&stores).1, Opened::default());
}

#[test]
fn foreign_keys_are_neither_read_nor_touched() {
    let stores = Stores::default();
    (&&stores.0).write("somebody-else", "not JSON {").unwrap();
    assert_eq!(open(&stores).1.set_aside, []);
    assert_eq!(stores.0.texts().len(), 1);
}

// S5
#[test]
fn two_tabs_lose_no_answer_and_see_each_others() {
    let stores = Stores::default();
    let (one, two) = (open(&stores).0, open(&stores).0);
    one.change(vec![piece_of(&day(30))], at());
    two.change(vec![piece_of(&day_of(&[(StandardItem::Fatigue, 40)]))], at());
    let mut told = run(one.commit()).unwrap().pieces;
    told.extend(run(one.refresh(&[key()])));
    let kept = run(two.commit()).unwrap();
    let both = day_of(&[(StandardItem::Pain, 30), (StandardItem::Fatigue, 40)]);
    told.extend(kept.pieces);
    assert_eq!(told.len(), 2, "each tab is told of the other's answer");
    for (_, body) in &told {
        assert_eq!(body, &Some(Body::Day(both.clone())));
    }
    assert_eq!(open(&stores).1.diary.day(date()), Some(&both));
    assert_eq!(run(one.refresh(&[key()])), [], "what is known is no news");
}

#[test]
fn news_of_another_tab_does_not_take_the_place_of_an_answer_on_its_way() {
    let stores = Stores::default();
    let (one, two) = (open(&stores).0, open(&stores).0);
    keep(&one, vec![piece_of(&day(30))]).unwrap();
    two.change(vec![piece_of(&day_of(&[(StandardItem::Fatigue, 40)]))], at());
    let mut commit = pin!(two.commit());
    let mut context = Context::from_waker(Waker::noop());
    assert!(commit.as_mut().poll(&mut context).is_pending());
    assert_eq!(run(two.refresh(&[key()])), []);
    assert_eq!(
        run(commit).unwrap().pieces.len(),
        1,
        "it comes with the acknowledgement"
    );
}

// S5, S7: what was answered after the deletion stands, and brings nothing back with it.
#[test]
fn an_answer_in_a_day_that_the_other_tab_deleted_meanwhile_stands_alone() {
    let stores = with_day(30);
    let (one, two) = (open(&stores).0, open(&stores).0);
    keep(&one, vec![(key(), None)]).unwrap();
    let both = day_of(&[(StandardItem::Pain, 30), (StandardItem::Fatigue, 40)]);
    keep(&two, vec![piece_of(&both)]).unwrap();
    let later = day_of(&[(StandardItem::Fatigue, 40)]);
    assert_eq!(open(&stores).1.diary.day(date()), Some(&later));
}

// The browser is closed between the tap and the acknowledgement: the draft is found.
#[test]
fn an_answer_that_was_only_drafted_is_there_at_the_next_start() {
    for durable in [Fault::None, Fault::Blocked] {
        let stores = with_day(30);
        let (keeper, _) = open(&stores);
        let both = day_of(&[(StandardItem::Pain, 30), (StandardItem::Fatigue, 40)]);
        keeper.change(vec![piece_of(&both)], at());
        drop(keeper);
        stores.1.fail_with(durable);
        assert_eq!(open(&stores).1.diary.day(date()), Some(&both), "{durable:?}");
    }
}

// A draft of a tab that did not know of another tab's acknowledged answer takes nothing away.
#[test]
fn a_draft_over_an_acknowledged_answer_loses_neither() {
    let stores = Stores::default();
    let (one, two) = (open(&stores).0, open(&stores).0);
    let stale = stores.0.texts();
    keep(&one, vec![piece_of(&day(30))]).unwrap();
    // The local store of the second tab's process has not heard of it yet.
    stores.0.wipe();
    for (name, text) in stale {
        stores.0.damage(&name, Some(&text));
    }
    for fatigue in [40, 41, 42] {
        two.change(vec![piece_of(&day_of(&[(StandardItem::Fatigue, fatigue)]))], at());
    }
    drop(two);
    let both = day_of(&[(StandardItem::Pain, 30), (StandardItem::Fatigue, 42)]);
    assert_eq!(open(&stores).1.diary.day(date()), Some(&both));
}

// The tab is closed after the first of two quick answers was kept: the second one has its draft still.
#[test]
fn a_commit_does_not_write_over_the_draft_of_a_later_answer() {
    let stores = Stores::default();
    let (keeper, _) = open(&stores);
    keeper.change(vec![piece_of(&day(30))], at());
    {
        let mut first = pin!(keeper.commit());
        let mut context = Context::from_waker(Waker::noop());
        assert!(first.as_mut().poll(&mut context).is_pending(), "it is on its way");
        keeper.change(vec![piece_of(&day(50))], at());
        run(first).unwrap();
    }
    assert!(keeper.has_pending(), "nothing was committed but the first answer");
    assert_eq!(open(&stores).1.diary.day(date()), Some(&day(50)));
}

// A start that finds a draft heals the stores. What is answered meanwhile leaves its own draft, whenever the tab is closed.
#[test]
fn healing_does_not_write_over_the_draft_of_an_answer_given_meanwhile() {
    for steps in 0..8 {
        let stores = with_day(30);
        open(&stores).0.change(vec![piece_of(&day(31))], at());
        let keeper = Keeper::new(&stores.0, &stores.1);
        keeper.read(run(keeper.all_there()), date());
        {
            let mut heal = pin!(keeper.heal(date()));
            let mut context = Context::from_waker(Waker::noop());
            let is_over = (0..steps).any(|_| heal.as_mut().poll(&mut context).is_ready());
            keeper.change(vec![piece_of(&day(32))], at());
            if !is_over {
                run(heal);
            }
        }
        drop(keeper);
        assert_eq!(open(&stores).1.diary.day(date()), Some(&day(32)), "after {steps} steps");
    }
}

// S5: the other tab is closed before its turn comes.
#[test]
fn a_commit_does_not_write_over_the_draft_of_another_tab() {
    let both = day_of(&[(StandardItem::Pain, 30), (StandardItem::Fatigue, 40)]);
    for durable in [Fault::None, Fault::Silent] {
        for steps in 0..8 {
            let stores = Stores::default();
            let (one, two) = (open(&stores).0, open(&stores).0);
            stores.1.fail_with(durable);
            one.change(vec![piece_of(&day(30))], at());
            {
                let mut commit = pin!(one.commit());
                let mut context = Context::from_waker(Waker::noop());
                let is_over = (0..steps).any(|_| commit.as_mut().poll(&mut context).is_ready());
                two.change(vec![piece_of(&day_of(&[(StandardItem::Fatigue, 40)]))], at());
                if !is_over {
                    run(commit).unwrap();
                }
            }
            drop((one, two));
            stores.1.fail_with(Fault::None);
            assert_eq!(open(&stores).1.diary.day(date()), Some(&both), "{durable:?}, {steps}");
        }
    }
}

#[test]
fn with_neither_store_the_diary_opens_and_says_so() {
    let stores = with_day(30);
    for store in [&stores.0, &stores.1] {
        store.fail_with(Fault::Blocked);
    }
    let (keeper, opened) = open(&stores);
    assert_eq!((opened.blocked, opened.lost), (Some(StoreError::Blocked), None));
    assert_eq!(
        keep(&keeper, vec![piece_of(&day(31))]),
        Err(KeepError::Store(StoreError::Blocked))
    );
}
