//! Writing a decision card: what matters, how much of it, what would end it, and until when (A10).

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};

use super::Problem;
use crate::diary::{
    Diary, ItemId, PhaseKind, Rating, Sealed, SideEffectId, StandardItem, StandardSideEffect, Treatment,
    first_day_of_answer, iso,
};
use crate::trial::{LateDays, Starting, Study};
use crate::words::names;

/// The day of the answer as it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// So many weeks after the latest dose was begun.
    Weeks(u64),
    /// A day that is typed.
    Another,
}

/// The weeks that are offered: half of the trial's time on a dose, and all of it.
pub const WEEKS: [u64; 2] = [6, 12];

/// How many days ahead an answer lies at most: two years.
const MOST_DAYS: i64 = 730;

/// The form as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// What matters most: its place among those that are offered.
    pub item: Option<usize>,
    /// The place on the line where the patient would want to be.
    pub wanted: Option<Rating>,
    /// The side effect that would end it, if any: its place.
    pub ends_it: Option<usize>,
    /// When the answer shall be final.
    pub when: Option<When>,
    /// Another day.
    pub day: String,
    /// The first day on LDN, where none is planned yet.
    pub start: String,
}

/// What the form offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The items that were rated, in the order in which they are asked.
    pub items: Vec<Item>,
    /// The side effects with their names, those first that are asked.
    pub effects: Vec<(SideEffectId, String)>,
    /// How many of them are asked.
    pub asked: usize,
    /// The time on LDN that is asked of, if there is one.
    pub ldn: Option<OnLdn>,
    /// The day on which the card is written.
    pub today: NaiveDate,
    /// Whether there are days to compare with, before LDN or off it.
    pub has_reference: bool,
    /// The last day of the trial of one that is asked of, if one goes on or is laid out: it is the day of the answer.
    pub trial: Option<NaiveDate>,
}

/// An item that can be the main one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which one.
    pub id: ItemId,
    /// "Pain".
    pub name: String,
    /// "your pain".
    pub yours: String,
    /// What 0 and 100 mean.
    pub ends: (&'static str, &'static str),
    /// Where a change is counted from.
    pub starting: Starting,
    /// What change its days can tell, where they are enough to say so.
    pub plan: Option<String>,
}

/// Whether there are days that those on LDN can be compared with, without which no card could be answered.
pub fn has_reference(treatment: &Treatment) -> bool {
    treatment.phases().iter().any(|phase| phase.kind != PhaseKind::Ldn)
}

impl Offered {
    /// What a diary offers on a day.
    pub fn of(diary: &Diary, today: NaiveDate) -> Offered {
        let study = Study::of(diary, diary.as_of(today), LateDays::Included);
        let trial = study.trials().iter().find_map(|trial| {
            let last = trial.ends.pred_opt()?;
            let is_unknown = trial.revealed.is_none() && trial.seen_on.is_none();
            (is_unknown && today < last).then_some((trial.plan, last))
        });
        let settings = &diary.settings;
        let mut items = Vec::new();
        for id in settings.items_on() {
            // Tolerability is not asked off LDN: there is nothing to count from.
            if *id == StandardItem::Tolerability.into() {
                continue;
            }
            if let Some(starting) = study.starting(id) {
                items.push(Item {
                    id: id.clone(),
                    name: names::short_item(id, settings),
                    yours: names::yours(id, settings),
                    ends: names::any_ends(id, settings),
                    starting,
                    plan: match trial {
                        Some((plan, _)) => study.trial_tells(id, plan),
                        None => study.plan(id).map(|plan| plan.said()),
                    },
                });
            }
        }
        let asked = settings.side_effects_on();
        let mut effects = asked.to_vec();
        let others = StandardSideEffect::ALL.map(SideEffectId::from);
        effects.extend(others.into_iter().filter(|effect| !asked.contains(effect)));
        let named = |effect: SideEffectId| {
            let name = names::any_side_effect(&effect, settings);
            (effect, name)
        };
        Offered {
            items,
            effects: effects.into_iter().map(named).collect(),
            asked: asked.len(),
            ldn: OnLdn::of(&diary.treatment, today),
            today,
            has_reference: has_reference(&diary.treatment),
            trial: trial.map(|(_, last)| last),
        }
    }

    /// The time on LDN that is asked of, where one begins on a day that is typed if there is none.
    pub fn on_ldn(&self, start: &str) -> Option<OnLdn> {
        self.ldn.clone().or_else(|| iso::date(start).map(OnLdn::from))
    }

    /// The weeks that can be chosen.
    pub fn weeks(&self, start: &str) -> Vec<u64> {
        self.on_ldn(start).map(|ldn| ldn.weeks(self.today)).unwrap_or_default()
    }
}

/// The time on LDN that a card asks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnLdn {
    /// Its first day, and the days on which the dose changes.
    changes: Vec<NaiveDate>,
    /// Its last day, if it has one.
    last: Option<NaiveDate>,
}

impl OnLdn {
    /// The time on LDN that holds a day, or the next one that is planned; `None` where there is none.
    pub fn of(treatment: &Treatment, today: NaiveDate) -> Option<OnLdn> {
        let phases = treatment.phases();
        let last = |index: usize| phases.get(index + 1).and_then(|next| next.from.pred_opt());
        let is_open = |(index, _): &(usize, _)| last(*index).is_none_or(|last| today < last);
        let mut ldn = phases
            .iter()
            .enumerate()
            // The periods of a trial of one are asked of together.
            .filter(|(_, phase)| phase.kind == PhaseKind::Ldn && !phase.of_trial);
        let (index, phase) = ldn.find(is_open)?;
        let last = last(index);
        let steps = treatment.dose_steps().iter().map(|step| step.from);
        let inside = steps.filter(|step| phase.from < *step && last.is_none_or(|last| *step <= last));
        Some(OnLdn {
            changes: std::iter::once(phase.from).chain(inside).collect(),
            last,
        })
    }

    /// One that begins on a day and has no end.
    fn from(first: NaiveDate) -> OnLdn {
        OnLdn {
            changes: vec![first],
            last: None,
        }
    }

    /// The weeks after the latest change whose last day is far enough ahead: an answer that is about to come is not asked for.
    pub fn weeks(&self, today: NaiveDate) -> Vec<u64> {
        let soon = first_day_of_answer(today);
        let is_ahead = |weeks: &u64| {
            let day = self.after(*weeks).filter(|day| *day > soon);
            day.is_some_and(|day| self.refused(day, today).is_none())
        };
        WEEKS.into_iter().filter(is_ahead).collect()
    }

    /// The last day of so many weeks after the latest change.
    pub fn after(&self, weeks: u64) -> Option<NaiveDate> {
        self.changes.last()?.checked_add_days(Days::new(7 * weeks - 1))
    }

    /// Why a day can't be that of the answer; `None` where it can.
    pub fn refused(&self, day: NaiveDate, today: NaiveDate) -> Option<Problem> {
        let first = self.first_answer(day);
        if day <= today {
            Some(Problem::DayOver)
        } else if day - today > TimeDelta::days(MOST_DAYS) {
            Some(Problem::TooFar)
        } else if let Some(last) = self.last.filter(|last| *last < day.max(first)) {
            Some(Problem::AfterPhase(last))
        } else {
            (day < first).then_some(Problem::TooSoon(first))
        }
    }

    /// The first day from a day on that is far enough from each change.
    fn first_answer(&self, day: NaiveDate) -> NaiveDate {
        self.changes.iter().fold(day, |found, change| {
            if *change <= found {
                found.max(first_day_of_answer(*change))
            } else {
                found
            }
        })
    }
}

impl Typed {
    /// The day of the answer as it is typed; `None` while there is none.
    pub fn day(&self, ldn: &OnLdn) -> Option<NaiveDate> {
        match self.when? {
            When::Weeks(weeks) => ldn.after(weeks),
            When::Another => iso::date(&self.day),
        }
    }

    /// The day of an answer on LDN, and the first day on it where that is planned.
    fn day_on_ldn(&self, offered: &Offered) -> Result<(NaiveDate, Option<NaiveDate>), Problem> {
        let ldn = offered.on_ldn(&self.start).ok_or(Problem::NoStart)?;
        let day = self.day(&ldn).ok_or(Problem::NoWhen)?;
        let first = ldn.changes.first().copied();
        let planned = first.filter(|first| *first >= offered.today);
        ldn.refused(day, offered.today).map_or(Ok((day, planned)), Err)
    }

    /// What is to be sealed at an instant.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(&self, offered: &Offered, now: DateTime<FixedOffset>) -> Result<Sealed, Vec<Problem>> {
        let item = self.item.and_then(|place| offered.items.get(place));
        let at_least = match (item, self.wanted) {
            (Some(item), Some(wanted)) => item.starting.points_to(wanted).ok_or(Problem::NotBetter),
            _ => Err(Problem::NoWish),
        };
        let day = match offered.trial {
            Some(last) => Ok((last, None)),
            None => self.day_on_ldn(offered),
        };
        match (item, at_least, day) {
            (Some(item), Ok(at_least), Ok((day, ldn_from))) => Ok(Sealed {
                item: item.id.clone(),
                at_least,
                ends_it: self
                    .ends_it
                    .and_then(|place| Some(offered.effects.get(place)?.0.clone())),
                day,
                ldn_from,
                at: now,
            }),
            (item, at_least, day) => {
                let mut found = Vec::new();
                found.extend(item.is_none().then_some(Problem::NoMainItem));
                found.extend(at_least.err());
                found.extend(day.err());
                Err(found)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Answers, Day, DayEnd, Dose};
    use crate::testing::{at, date};
    use crate::words::Said as _;

    const NOW: &str = "2026-03-10T21:00:00+01:00";

    /// Pain of 64 and sleep of 30 in March 2026, and LDN from a day on with a step on another, if any.
    fn diary(ldn: Option<&str>, step: Option<&str>, ends: Option<&str>) -> Diary {
        let day = |number| {
            let on = format!("2026-03-{number:02}");
            let mut answers = Answers::default();
            answers
                .items
                .insert(StandardItem::Pain.into(), Rating::new(64).unwrap());
            answers
                .items
                .insert(StandardItem::SleepQuality.into(), Rating::new(30).unwrap());
            Day::record(
                date(&on),
                answers,
                at(&format!("{on}T21:00:00+01:00")),
                DayEnd::default(),
            )
            .unwrap()
        };
        let mut diary = (1..=10).map(day).fold(Diary::default(), Diary::with_day);
        let mg = |text| Dose::from_milligrams(text).unwrap();
        if let Some(from) = ldn {
            let started = diary.treatment.start_phase(PhaseKind::Ldn, date(from), None);
            diary.treatment = started.unwrap().change_dose(date(from), mg("1.5")).unwrap();
        }
        if let Some(step) = step {
            diary.treatment = diary.treatment.add_dose_step(date(step), mg("4.5")).unwrap();
        }
        if let Some(ends) = ends {
            diary.treatment = diary
                .treatment
                .start_phase(PhaseKind::Washout, date(ends), None)
                .unwrap();
        }
        diary
    }

    fn typed(item: StandardItem, wanted: i64, when: When, day: &str) -> Typed {
        Typed {
            item: [StandardItem::Pain, StandardItem::SleepQuality]
                .iter()
                .position(|one| *one == item),
            wanted: Rating::new(wanted).ok(),
            ends_it: None,
            when: Some(when),
            day: day.into(),
            start: "2026-03-20".into(),
        }
    }

    fn read(typed: &Typed, diary: &Diary) -> Result<Sealed, Vec<Problem>> {
        typed.read(&Offered::of(diary, date("2026-03-10")), at(NOW))
    }

    #[test]
    fn points_are_counted_from_the_patients_own_average_towards_the_better_side() {
        let diary = diary(None, None, None);
        for (item, wanted, points) in [
            (StandardItem::Pain, 54, Ok(10)),
            (StandardItem::Pain, 0, Ok(64)),
            (StandardItem::Pain, 63, Ok(1)),
            (StandardItem::Pain, 64, Err(Problem::NotBetter)),
            (StandardItem::Pain, 80, Err(Problem::NotBetter)),
            (StandardItem::SleepQuality, 45, Ok(15)),
            (StandardItem::SleepQuality, 100, Ok(70)),
            (StandardItem::SleepQuality, 30, Err(Problem::NotBetter)),
            (StandardItem::SleepQuality, 10, Err(Problem::NotBetter)),
        ] {
            let found = read(&typed(item, wanted, When::Weeks(12), ""), &diary);
            let found = found
                .map(|sealed| sealed.at_least.get())
                .map_err(|mut found| found.remove(0));
            assert_eq!(found, points, "{item:?} {wanted}");
        }
    }

    #[test]
    fn the_day_follows_the_last_change_of_dose_that_is_planned() {
        for (ldn, step, when, expected) in [
            (None, None, When::Weeks(12), "2026-06-11"),
            (None, None, When::Weeks(6), "2026-04-30"),
            (Some("2026-03-05"), None, When::Weeks(12), "2026-05-27"),
            (Some("2026-03-05"), Some("2026-03-19"), When::Weeks(6), "2026-04-29"),
            (Some("2026-03-15"), None, When::Weeks(12), "2026-06-06"),
        ] {
            let diary = diary(ldn, step, None);
            let found = read(&typed(StandardItem::Pain, 50, when, ""), &diary).unwrap();
            assert_eq!(
                (found.day, found.at),
                (date(expected), at(NOW)),
                "{ldn:?} {step:?} {when:?}"
            );
            let planned = date(ldn.unwrap_or("2026-03-20"));
            let begun = planned < date("2026-03-10");
            assert_eq!(found.ldn_from, (!begun).then_some(planned), "{ldn:?}");
        }
    }

    #[test]
    fn a_day_that_can_be_no_answer_is_refused_with_the_first_that_can() {
        let (ldn, step, ends) = (Some("2026-03-05"), Some("2026-03-19"), Some("2026-05-01"));
        let too_soon = |first| Err(Problem::TooSoon(date(first)));
        for (ends, day, expected) in [
            (None, "2026-03-09", Err(Problem::DayOver)),
            (None, "2026-03-10", Err(Problem::DayOver)),
            (None, "2026-03-11", too_soon("2026-04-15")),
            (None, "2026-04-14", too_soon("2026-04-15")),
            (None, "2026-04-15", Ok(())),
            (None, "2027-04-15", Ok(())),
            (None, "2028-03-09", Ok(())),
            (None, "2028-03-10", Err(Problem::TooFar)),
            (None, "2199-12-31", Err(Problem::TooFar)),
            (None, "", Err(Problem::NoWhen)),
            (None, "2026-02-30", Err(Problem::NoWhen)),
            (ends, "2026-04-30", Ok(())),
            (ends, "2026-05-01", Err(Problem::AfterPhase(date("2026-04-30")))),
            (
                Some("2026-04-02"),
                "2026-03-30",
                Err(Problem::AfterPhase(date("2026-04-01"))),
            ),
        ] {
            let found = read(
                &typed(StandardItem::Pain, 50, When::Another, day),
                &diary(ldn, step, ends),
            );
            let found = found.map(|_| ()).map_err(|mut found| found.remove(0));
            assert_eq!(found, expected, "{day} until {ends:?}");
        }
    }

    #[test]
    fn everything_that_is_missing_is_said_at_once() {
        let nothing = Typed {
            item: None,
            wanted: None,
            ends_it: None,
            when: None,
            day: String::new(),
            start: String::new(),
        };
        let found = read(&nothing, &diary(None, None, None)).unwrap_err();
        assert_eq!(found, [Problem::NoMainItem, Problem::NoWish, Problem::NoStart]);
        let found = read(&nothing, &diary(Some("2026-03-05"), None, None)).unwrap_err();
        assert_eq!(found, [Problem::NoMainItem, Problem::NoWish, Problem::NoWhen]);
        assert_eq!(
            Problem::TooSoon(date("2026-04-15")).said(),
            "Choose 15 April 2026 or later: an answer takes 28 days on one dose."
        );
    }

    #[test]
    fn weeks_are_offered_while_their_day_is_still_to_come() {
        let weeks = |ldn, today| {
            let ldn = OnLdn::of(&diary(Some(ldn), None, None).treatment, date(today)).expect("LDN");
            ldn.weeks(date(today))
        };
        assert_eq!(weeks("2026-03-05", "2026-03-10"), [6, 12]);
        assert_eq!(weeks("2026-03-05", "2026-03-18"), [6, 12]);
        assert_eq!(
            weeks("2026-03-05", "2026-03-19"),
            [12],
            "the last day of the sixth week comes too soon"
        );
        assert!(weeks("2026-03-05", "2026-05-01").is_empty());
        let over = diary(Some("2026-03-05"), None, Some("2026-03-08"));
        assert_eq!(
            OnLdn::of(&over.treatment, date("2026-03-10")),
            None,
            "a time on LDN that is over"
        );
    }

    #[test]
    fn what_was_never_rated_is_not_offered_and_asked_side_effects_come_first() {
        let offered = Offered::of(&diary(None, None, None), date("2026-03-10"));
        let items: Vec<&str> = offered.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(items, ["pain", "sleep_quality"]);
        assert_eq!(offered.asked, 2);
        assert_eq!(offered.effects.len(), StandardSideEffect::ALL.len());
        assert!(Offered::of(&Diary::default(), date("2026-03-10")).items.is_empty());
    }
}
