//! The diary as an unbroken row of days.

use chrono::NaiveDate;

use crate::diary::{Day, Diary, ItemId, PhaseSpan, StandardItem};

/// How many days a mean looks back over, itself included, and how many of them it needs.
const MEAN_OF: usize = 7;
const NEEDS: usize = 4;

/// Every calendar day from the first to the last, recorded or not.
pub(super) struct Days<'a> {
    days: Vec<(NaiveDate, Option<Answered<'a>>)>,
}

/// A recorded day.
#[derive(Clone, Copy)]
pub(super) struct Answered<'a> {
    pub(super) day: &'a Day,
    pub(super) late: bool,
}

impl<'a> Days<'a> {
    pub(super) fn of(diary: &'a Diary, first: NaiveDate, last: NaiveDate) -> Self {
        let ends = diary.settings.day_ends_at;
        let mut recorded = diary.days().skip_while(|day| day.date() < first).peekable();
        let days = first.iter_days().take_while(|date| *date <= last).map(|date| {
            let day = recorded.next_if(|day| day.date() == date);
            (
                date,
                day.map(|day| Answered {
                    day,
                    late: day.is_late(ends),
                }),
            )
        });
        Days { days: days.collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    pub(super) fn first(&self) -> Option<NaiveDate> {
        self.days.first().map(|day| day.0)
    }

    pub(super) fn last(&self) -> Option<NaiveDate> {
        self.days.last().map(|day| day.0)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (NaiveDate, Option<Answered<'a>>)> {
        self.days.iter().copied()
    }

    /// An item's rating on each day.
    pub(super) fn ratings(&self, item: StandardItem) -> Vec<(NaiveDate, Option<u8>, bool)> {
        let id = ItemId::from(item);
        let rating = |answered: Answered<'_>| answered.day.answers().items.get(&id).map(|rating| rating.get());
        self.iter()
            .map(|(date, answered)| (date, answered.and_then(rating), answered.is_some_and(|one| one.late)))
            .collect()
    }

    /// The mean of the 7 days that end on each day, of its own phase alone; `None` with fewer than 4 rated ones.
    pub(super) fn means(&self, item: StandardItem, spans: &[PhaseSpan<'_>]) -> Vec<(NaiveDate, Option<f64>)> {
        let ratings = self.ratings(item);
        let mut begins = 0;
        let mut spans = spans.iter().peekable();
        let mean = |(place, &(date, _, _)): (usize, &(NaiveDate, Option<u8>, bool))| {
            if spans.next_if(|span| span.from == date).is_some() {
                begins = place;
            }
            let from = begins.max((place + 1).saturating_sub(MEAN_OF));
            (date, mean(ratings[from..=place].iter().filter_map(|day| day.1)))
        };
        ratings.iter().enumerate().map(mean).collect()
    }
}

fn mean(ratings: impl Iterator<Item = u8>) -> Option<f64> {
    let (mut sum, mut n) = (0_u32, 0_u32);
    for rating in ratings {
        sum += u32::from(rating);
        n += 1;
    }
    (n as usize >= NEEDS).then(|| (f64::from(sum) / f64::from(n) * 10.0).round() / 10.0)
}
