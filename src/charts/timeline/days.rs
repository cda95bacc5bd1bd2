//! The diary as an unbroken row of days.

use chrono::NaiveDate;

use crate::diary::{Came, Day, Diary, ItemId, PhaseSpan};
use crate::trial::running_mean;

/// Every calendar day from the first to the last, recorded or not.
pub(super) struct Days<'a> {
    days: Vec<(NaiveDate, Option<Answered<'a>>)>,
    to_record: usize,
}

/// A recorded day.
#[derive(Clone, Copy)]
pub(super) struct Answered<'a> {
    pub(super) day: &'a Day,
    pub(super) came: Came,
}

impl<'a> Days<'a> {
    pub(super) fn of(diary: &'a Diary, first: NaiveDate, last: NaiveDate) -> Self {
        let ends = diary.settings.day_ends_at;
        let mut recorded = diary.recorded_between(first, last).peekable();
        let days = first.iter_days().take_while(|date| *date <= last).map(|date| {
            let day = recorded.next_if(|day| day.date() == date);
            (
                date,
                day.map(|day| Answered {
                    day,
                    came: day.came(ends),
                }),
            )
        });
        let days: Vec<_> = days.collect();
        let recorded = days.iter().filter(|(_, answered)| answered.is_some());
        let sampling = &diary.rest.sampling;
        let to_record = sampling.days_to_record((first, last), recorded.map(|(date, _)| *date));
        Days { days, to_record }
    }

    /// On how many days anything could be recorded: the diary asked of them, or they hold an answer all the same.
    pub(super) fn to_record(&self) -> usize {
        self.to_record
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

    /// An item's rating on each day, and how the day came if it is recorded.
    pub(super) fn ratings(&self, item: &ItemId) -> Vec<(NaiveDate, Option<u8>, Option<Came>)> {
        let rating = |answered: Answered<'_>| answered.day.answers().items.get(item).map(|rating| rating.get());
        self.iter()
            .map(|(date, answered)| (date, answered.and_then(rating), answered.map(|one| one.came)))
            .collect()
    }

    /// An item's running mean on each day.
    pub(super) fn means(&self, item: &ItemId, spans: &[PhaseSpan<'_>]) -> Vec<(NaiveDate, Option<f64>)> {
        let (Some(first), Some(last)) = (self.first(), self.last()) else {
            return Vec::new();
        };
        let ratings = self.ratings(item).into_iter();
        let rated: Vec<_> = ratings
            .filter_map(|(date, rating, _)| Some((date, f64::from(rating?))))
            .collect();
        running_mean(&rated, spans, (first, last))
    }
}
