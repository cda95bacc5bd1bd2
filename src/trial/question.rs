//! The questions of a diary (A10): which item is judged, which change was asked for, and which days an answer counts.
//!
//! The first is asked of each phase without a card: whether pain has changed, final on the 84th day of a dose. A card asks
//! the same of another item, of so many points, or of another day; and after an answer a further card asks a further one.

use chrono::{Days, NaiveDate};

use crate::diary::{Card, FIRST_QUESTION, ItemId, Points, first_day_of_answer};

use super::comparison::MAIN_ITEM;
use super::stretch::Stretch;
use super::window::{FINAL_DAY, SETTLING_IN, final_day};

/// One question of a diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// Its number, from 1.
    pub number: u32,
    /// What was written down beforehand; `None` for the first one where there is no card for it.
    pub card: Option<&'a Card>,
}

impl<'a> Question<'a> {
    /// The question that is asked without a card.
    pub const FIRST: Question<'static> = Question {
        number: FIRST_QUESTION,
        card: None,
    };

    /// The main item: the one that has a verdict.
    pub fn item(&self) -> ItemId {
        self.card.map_or(MAIN_ITEM.into(), |card| card.item().clone())
    }

    /// The smallest worthwhile change, where a card names one.
    pub fn at_least(&self) -> Option<Points> {
        self.card.map(|card| card.sealed.at_least)
    }

    /// The day that its card names for the answer.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        self.card.map(|card| card.sealed.day)
    }

    pub(super) fn of(card: &'a Card) -> Self {
        Question {
            number: card.question,
            card: Some(card),
        }
    }

    /// The first day that counts on a dose that was changed last on a day, and the day with which the answer is final.
    ///
    /// Without a card the 15th and the 84th. With one, its day, 28 days after the change at the earliest; 84 days up to
    /// then count at most, and none of the first 14.
    pub(super) fn bounds(&self, changed: NaiveDate) -> (NaiveDate, NaiveDate) {
        let settled = after(changed, SETTLING_IN);
        match self.day() {
            None => (settled, final_day(changed)),
            Some(day) => {
                let last = day.max(first_day_of_answer(changed));
                let first = last.checked_sub_days(Days::new(FINAL_DAY - 1)).unwrap_or(settled);
                (settled.max(first), last)
            }
        }
    }

    /// The days that count on a dose that was changed last on a day, if it is taken until another; `None` where none does.
    pub(super) fn counted(&self, changed: NaiveDate, to: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        // The calendar ends before it has settled in.
        changed.checked_add_days(Days::new(SETTLING_IN))?;
        let (from, last) = self.bounds(changed);
        let to = to.min(last);
        (from <= to).then_some((from, to))
    }
}

/// The days on one dose that a question is answered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) stretch: Stretch,
    /// The first day that counts.
    pub(super) from: NaiveDate,
    /// The last one: with it the answer is final.
    pub(super) final_day: NaiveDate,
}

impl Frame {
    /// The days that count so far; `None` while there is none.
    pub(super) fn counted(&self) -> Option<(NaiveDate, NaiveDate)> {
        let to = self.stretch.to.min(self.final_day);
        (self.from <= to).then_some((self.from, to))
    }
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    // A2: from the 15th day after the latest change to the 84th, and then it stands.
    #[test]
    fn a_window_begins_14_days_after_a_change_and_stands_after_the_84th() {
        for (changed, to, expected) in [
            ("2026-01-19", "2026-02-01", None),
            ("2026-01-19", "2026-02-02", Some(("2026-02-02", "2026-02-02"))),
            ("2026-01-19", "2026-02-28", Some(("2026-02-02", "2026-02-28"))),
            ("2026-01-19", "2026-04-12", Some(("2026-02-02", "2026-04-12"))),
            ("2026-01-19", "2026-04-13", Some(("2026-02-02", "2026-04-12"))),
            ("2026-01-19", "2027-01-19", Some(("2026-02-02", "2026-04-12"))),
        ] {
            let found = Question::FIRST.counted(date(changed), date(to));
            let expected = expected.map(|(from, to)| (date(from), date(to)));
            assert_eq!(found, expected, "changed {changed}, to {to}");
        }
        let found = Question::FIRST.counted(NaiveDate::MAX, NaiveDate::MAX);
        assert_eq!(found, None, "the calendar ends");
    }
}
