//! Whatever happens to one of the two stores, and whenever the browser dies: an answer that was acknowledged is there
//! after a restart, what was deleted is not, and nothing unreadable is overwritten.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Waker};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use ldn_diary::diary::{Day, DayEnd, Diary, ItemId, Rating, StandardItem};
use ldn_diary::store::memory::{Fault, MemoryStore};
use ldn_diary::store::{Body, DurableStore, KeepError, Keeper, Key, Undeleted, names, piece};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::keeping::{Stores, at, run};

const ITEMS: [StandardItem; 3] = [StandardItem::Pain, StandardItem::Fatigue, StandardItem::SleepQuality];
const DAYS: u64 = 3;

/// What can happen.
#[derive(Debug, Clone)]
enum Event {
    /// A tab gives an answer, and its commit goes this many steps; more than it needs lets it end.
    Answer {
        tab: usize,
        day: u64,
        item: usize,
        rating: u8,
        steps: usize,
    },
    /// A tab deletes a day; the other hears of it.
    DeleteDay { tab: usize, day: u64, steps: usize },
    /// A tab deletes everything; the other hears of it, or not yet.
    DeleteEverything { tab: usize, told: bool, steps: usize },
    /// Both tabs read the stores once more, as when the second store answers late.
    ReadAgain,
    /// The local store reaches the disk, as it does now and then.
    ReachDisk,
    /// The whole browser is killed: the local store falls back to what was on the disk.
    Kill,
    /// Both tabs are closed and the app is opened again.
    Restart,
    /// The store that has faults begins to misbehave, or stops.
    Misbehave(Fault),
    /// Something changes or cuts a record of that store.
    Damage { place: usize, cut: bool },
    /// That store is wiped.
    Wipe,
}

fn event() -> impl Strategy<Value = Event> {
    let faults = vec![
        Fault::None,
        Fault::None,
        Fault::Full,
        Fault::Blocked,
        Fault::Torn,
        Fault::Silent,
    ];
    let steps = || prop_oneof![3 => Just(99), 1 => 0..8_usize];
    prop_oneof![
        8 => (0..2_usize, 0..DAYS, 0..ITEMS.len(), 0..=100_u8, steps())
            .prop_map(|(tab, day, item, rating, steps)| Event::Answer { tab, day, item, rating, steps }),
        1 => (0..2_usize, 0..DAYS, steps()).prop_map(|(tab, day, steps)| Event::DeleteDay { tab, day, steps }),
        1 => (0..2_usize, any::<bool>(), steps()).prop_map(|(tab, told, steps)| Event::DeleteEverything { tab, told, steps }),
        1 => Just(Event::ReadAgain),
        1 => Just(Event::ReachDisk),
        2 => Just(Event::Kill),
        1 => Just(Event::Restart),
        2 => select(faults).prop_map(Event::Misbehave),
        2 => (0..6_usize, any::<bool>()).prop_map(|(place, cut)| Event::Damage { place, cut }),
        1 => Just(Event::Wipe),
    ]
}

type Asked = (NaiveDate, ItemId);

/// A tab: its keeper, and the diary that it shows.
struct Tab<'a> {
    keeper: Keeper<&'a MemoryStore, &'a MemoryStore>,
    diary: Diary,
}

/// The browser, and what a patient who watches the status line may rely on.
struct World<'a> {
    stores: &'a Stores,
    local_fails: bool,
    now: DateTime<FixedOffset>,
    tabs: Vec<Tab<'a>>,
    /// For each question the values that may stand there: the last acknowledged one and all that were given since.
    allowed: BTreeMap<Asked, Vec<Rating>>,
    acknowledged: BTreeMap<Asked, bool>,
    unreadable: Vec<String>,
}

impl<'a> World<'a> {
    fn new(stores: &'a Stores, local_fails: bool) -> Self {
        let mut world = World {
            stores,
            local_fails,
            now: at(),
            tabs: Vec::new(),
            allowed: BTreeMap::new(),
            acknowledged: BTreeMap::new(),
            unreadable: Vec::new(),
        };
        world.restart();
        world
    }

    fn failing(&self) -> &'a MemoryStore {
        if self.local_fails {
            &self.stores.0
        } else {
            &self.stores.1
        }
    }

    fn restart(&mut self) {
        self.tabs.clear();
        for _ in 0..2 {
            let (keeper, opened) = run(Keeper::open(
                &self.stores.0,
                &self.stores.1,
                None,
                self.now.date_naive(),
            ));
            self.tabs.push(Tab {
                keeper,
                diary: opened.diary,
            });
        }
        self.nothing_is_lost();
    }

    fn nothing_is_lost(&self) {
        let diary = &self.tabs[0].diary;
        for day in diary.days() {
            for (item, rating) in &day.answers().items {
                let asked = (day.date(), item.clone());
                let given = self.allowed.get(&asked).is_some_and(|given| given.contains(rating));
                assert!(given, "{asked:?}: {rating:?} has come back");
            }
        }
        for (asked, acknowledged) in &self.acknowledged {
            let rating = diary
                .day(asked.0)
                .and_then(|day| day.answers().items.get(&asked.1).copied());
            let fine = rating.is_some_and(|rating| self.allowed[asked].contains(&rating));
            assert!(
                fine || !acknowledged,
                "{asked:?}: {rating:?}, not one of {:?}",
                self.allowed[asked]
            );
        }
        let (local, durable) = (self.stores.0.texts(), self.stores.1.texts());
        for text in &self.unreadable {
            // A torn copy may give way to the whole text.
            let there = local
                .values()
                .chain(durable.values())
                .any(|kept| kept.starts_with(text));
            assert!(there, "overwritten: {text}");
        }
    }

    fn happens(&mut self, event: &Event) {
        self.now += TimeDelta::seconds(1);
        match *event {
            Event::Answer {
                tab,
                day,
                item,
                rating,
                steps,
            } => self.answer(tab, day, item, rating, steps),
            Event::DeleteDay { tab, day, steps } => self.delete_day(tab, day, steps),
            Event::DeleteEverything { tab, told, steps } => self.delete_everything(tab, told, steps),
            Event::ReadAgain => self.read_again(),
            Event::ReachDisk => self.stores.0.reach_disk(),
            Event::Kill => {
                // Losing the last writes is a fault of the local store; the durable store is then the one that holds.
                if self.local_fails {
                    self.stores.0.lose_last_writes();
                    self.forget_what_is_gone();
                }
                self.restart();
            }
            Event::Restart => self.restart(),
            Event::Misbehave(fault) => self.misbehave(fault),
            Event::Damage { place, cut } => self.damage(place, cut),
            Event::Wipe => {
                self.failing().wipe();
                self.unreadable.clear();
                self.restart();
            }
        }
    }

    fn answer(&mut self, tab: usize, day: u64, item: usize, rating: u8, steps: usize) {
        let date = at().date_naive() - chrono::Days::new(day);
        let asked = (date, ItemId::from(ITEMS[item]));
        let rating = Rating::new(rating.into()).unwrap();
        // A tap on what the tab shows already is no change: what another tab did since arrives by itself.
        let shown = self.tabs[tab]
            .diary
            .day(date)
            .and_then(|day| day.answers().items.get(&asked.1).copied());
        if shown == Some(rating) {
            return;
        }
        self.allowed.entry(asked.clone()).or_default().push(rating);
        let tab = &mut self.tabs[tab];
        let mut answers = tab.diary.day(date).map(|day| day.answers().clone()).unwrap_or_default();
        answers.items.insert(asked.1.clone(), rating);
        let day = match tab.diary.day(date) {
            Some(day) => day.changed(answers, self.now, DayEnd::default()),
            None => Day::record(date, answers, self.now, DayEnd::default()).unwrap(),
        };
        tab.diary.put_day(day);
        let key = Key::Day(date);
        tab.keeper.change(vec![(key, Body::of(&tab.diary, key))], self.now);
        match steps_of(tab.keeper.commit(), steps) {
            // The page loads anew after a deletion that it had not heard of.
            None | Some(Err(KeepError::Deleted)) => self.restart(),
            Some(Ok(kept)) => {
                for (key, body) in kept.pieces {
                    piece::place(&mut tab.diary, key, body);
                }
                if kept.one_copy.is_none() {
                    self.acknowledged.insert(asked.clone(), true);
                    self.allowed.insert(asked, vec![rating]);
                }
            }
            Some(Err(_)) => {}
        }
    }

    fn delete_day(&mut self, tab: usize, day: u64, steps: usize) {
        let date = at().date_naive() - chrono::Days::new(day);
        let key = Key::Day(date);
        if self.tabs[tab].diary.day(date).is_none() {
            return;
        }
        let (other, tab) = (1 - tab, &mut self.tabs[tab]);
        tab.diary.remove_day(date);
        tab.keeper.change(vec![(key, None)], self.now);
        let outcome = steps_of(tab.keeper.commit(), steps);
        for (_, acknowledged) in self.acknowledged.iter_mut().filter(|(asked, _)| asked.0 == date) {
            *acknowledged = false;
        }
        match outcome {
            Some(Ok(kept)) => {
                if kept.one_copy.is_none() && kept.pieces.is_empty() {
                    self.allowed.retain(|asked, _| asked.0 != date);
                }
                let news = run(self.tabs[other].keeper.refresh(&[key]));
                for (tab, pieces) in [(1 - other, kept.pieces), (other, news)] {
                    for (key, body) in pieces {
                        piece::place(&mut self.tabs[tab].diary, key, body);
                    }
                }
            }
            None | Some(Err(KeepError::Deleted)) => self.restart(),
            Some(Err(_)) => {}
        }
    }

    fn delete_everything(&mut self, tab: usize, told: bool, steps: usize) {
        let outcome = steps_of(self.tabs[tab].keeper.delete_everything(self.now), steps);
        for acknowledged in self.acknowledged.values_mut() {
            *acknowledged = false;
        }
        self.unreadable.clear();
        // The second store alone can promise it: what the local one could not forget is older than the promise.
        let is_promised = matches!(outcome, Some(Ok(()) | Err(Undeleted::InLocal(_))));
        if is_promised {
            self.allowed.clear();
            self.tabs[tab].diary = Diary::default();
        }
        if told || !is_promised {
            self.restart();
        }
    }

    fn read_again(&mut self) {
        let today = self.now.date_naive();
        for tab in &mut self.tabs {
            let there = run((&self.stores.1).all());
            tab.diary = tab.keeper.read(there, today).diary;
            run(tab.keeper.heal(today));
        }
        self.nothing_is_lost();
    }

    fn misbehave(&mut self, fault: Fault) {
        // A durable store that lies about a committed transaction is beyond what two stores can repair.
        if self.local_fails || fault != Fault::Torn {
            self.failing().fail_with(fault);
        }
    }

    fn damage(&mut self, place: usize, cut: bool) {
        let store = self.failing();
        let texts = store.texts();
        let Some((name, text)) = texts.iter().filter(|(name, _)| Key::parse(name).is_some()).nth(place) else {
            return;
        };
        let bad = if cut {
            text[..text.len() / 2].to_owned()
        } else {
            text.replacen("revision\":", "revision\":1", 1)
        };
        store.damage(name, Some(&bad));
        self.unreadable.retain(|earlier| earlier != text);
        if self.both_tell_of_the_same_deletion() {
            self.unreadable.push(bad);
        }
    }

    /// In a store without the line of the deletion what was to be deleted goes, readable or not.
    fn both_tell_of_the_same_deletion(&self) -> bool {
        let told = |store: &MemoryStore| store.texts().get(names::DELETED).cloned();
        told(&self.stores.0) == told(&self.stores.1)
    }

    /// What a wiped or killed store took with it can't be asked for.
    fn forget_what_is_gone(&mut self) {
        if !self.both_tell_of_the_same_deletion() {
            self.unreadable.clear();
        }
        let (local, durable) = (self.stores.0.texts(), self.stores.1.texts());
        self.unreadable
            .retain(|text| local.values().chain(durable.values()).any(|kept| kept == text));
    }
}

/// Takes some work so many steps on; `None` where it had not ended, and never will.
fn steps_of<T>(work: impl Future<Output = T>, steps: usize) -> Option<T> {
    let mut work: Pin<Box<dyn Future<Output = _>>> = Box::pin(work);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..steps {
        if let std::task::Poll::Ready(outcome) = work.as_mut().poll(&mut context) {
            return Some(outcome);
        }
    }
    None
}

proptest! {
    #![proptest_config(crate::cases(1_500))]

    // S2, S3, S5
    #[test]
    fn an_acknowledged_answer_outlives_everything_that_can_happen_to_one_store(
        events in vec(event(), 1..40),
        local_fails in any::<bool>(),
    ) {
        outlives(&events, local_fails);
    }
}

/// The same for one sequence of events.
fn outlives(events: &[Event], local_fails: bool) {
    let stores = Stores::default();
    let mut world = World::new(&stores, local_fails);
    for event in events {
        world.happens(event);
    }
    world.failing().fail_with(Fault::None);
    world.restart();
    world.restart();
}

// S7
#[test]
fn what_was_deleted_does_not_come_back_by_the_draft_of_a_tab_that_had_not_heard() {
    let answer = |item, steps| Event::Answer {
        tab: 0,
        day: 1,
        item,
        rating: 0,
        steps,
    };
    let delete = Event::DeleteEverything {
        tab: 1,
        told: false,
        steps: 99,
    };
    for read_again in [false, true] {
        for steps in 0..8 {
            let mut events = vec![Event::Misbehave(Fault::Full), answer(2, 99)];
            events.extend(read_again.then_some(Event::ReadAgain));
            events.extend([delete.clone(), Event::Misbehave(Fault::None), answer(0, steps)]);
            outlives(&events, true);
        }
    }
}

// S7
#[test]
fn a_second_deletion_by_a_tab_that_had_not_heard_of_the_first_undoes_nothing_of_it() {
    let delete = |tab| Event::DeleteEverything {
        tab,
        told: false,
        steps: 99,
    };
    let answer = |item| Event::Answer {
        tab: 1,
        day: 0,
        item,
        rating: 0,
        steps: 99,
    };
    for fault in [Fault::Blocked, Fault::Silent] {
        for local_fails in [false, true] {
            outlives(&[answer(0), Event::Misbehave(fault), delete(1), delete(0)], local_fails);
            outlives(
                &[
                    answer(0),
                    answer(1),
                    Event::Misbehave(fault),
                    delete(1),
                    delete(0),
                    delete(1),
                ],
                local_fails,
            );
        }
    }
}
