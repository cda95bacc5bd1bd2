//! The week in a phase: is one weekday worse than another?

use chrono::{Datelike, NaiveDate, Weekday};

use crate::diary::ItemId;
use crate::statistics::mean;

use super::study::Study;

/// What one weekday averages in a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekdayMean {
    /// Which day of the week.
    pub weekday: Weekday,
    /// On how many such days the item was rated.
    pub n: usize,
    /// Their mean, 0 to 100; `None` where there is none.
    pub mean: Option<f64>,
}

impl Study<'_> {
    /// Each day of the week from Monday on, over the rated days from one day to another, both included.
    pub fn weekdays(&self, item: &ItemId, from: NaiveDate, to: NaiveDate) -> [WeekdayMean; 7] {
        let ratings = self.readings.of_item(item, from, to);
        [0_u8, 1, 2, 3, 4, 5, 6].map(|number| {
            let weekday = Weekday::try_from(number).unwrap_or(Weekday::Mon);
            let on_it = ratings.iter().filter(|(date, _)| date.weekday() == weekday);
            let values: Vec<f64> = on_it.map(|(_, rating)| *rating).collect();
            WeekdayMean {
                weekday,
                n: values.len(),
                mean: mean(&values),
            }
        })
    }

    /// The rated days of an item from one day to another, both included, with their ratings.
    pub fn ratings(&self, item: &ItemId, from: NaiveDate, to: NaiveDate) -> &[(NaiveDate, f64)] {
        self.readings.of_item(item, from, to)
    }
}
