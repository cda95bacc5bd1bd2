//! Whether the day or the month comes first in the dates of a table. A spreadsheet writes 2026-01-05 again as 1/5/2026 or
//! 05/01/2026, as its land does: always the same in one table, so that one row which can mean but one day tells of all.

use chrono::{Days, NaiveDate};
use csv::StringRecord;

use super::cell::{self, EitherWay};
use super::{Column, Mapping};
use crate::exchange::problems::{Mistake, excerpt};

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    Day,
    Month,
}

/// How the dates of a table are read that can be read in two ways.
#[derive(Debug)]
pub(super) struct DayOrMonth {
    first: Option<First>,
    /// What is said once where nothing tells, or one row says this and another that.
    trouble: Option<(u64, Mistake)>,
}

/// What the rows before say.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// What the first row that tells says.
    told: Option<First>,
    /// The first row that says something else, as it is written.
    other: Option<(u64, String)>,
    /// The first row that can be read in two ways.
    open: Option<(u64, String)>,
}

impl Evidence {
    /// Takes a row in. `last` is the last day that a table may hold.
    pub(super) fn hear(&mut self, line: u64, record: &StringRecord, mapping: &Mapping, last: NaiveDate) {
        let cell = |wanted: Column| {
            let place = mapping.columns.iter().position(|column| *column == wanted)?;
            Some(cell::unguarded(record.get(place)?).trim().to_owned())
        };
        let Some(date) = cell(Column::Date) else { return };
        let Some(either) = cell::either_way(&date) else { return };
        if either.day_first == either.month_first {
            return;
        }
        let recorded = cell(Column::RecordedAt).and_then(|text| cell::instant(&text).ok());
        let recorded = recorded.map(|at| at.naive_local().date());
        match (said(&either, recorded, last), self.told) {
            (None, _) => self.open = self.open.take().or(Some((line, date))),
            (told, None) => self.told = told,
            (Some(told), Some(before)) if told != before => self.other = self.other.take().or(Some((line, date))),
            _ => {}
        }
    }

    /// What follows from all rows.
    pub(super) fn judged(self) -> DayOrMonth {
        let trouble = match (self.other, self.told, self.open) {
            (Some((line, date)), ..) => Some((line, Mistake::DatesDisagree(excerpt(&date)))),
            (None, None, Some((line, date))) => Some((line, Mistake::DayOrMonth(excerpt(&date)))),
            _ => None,
        };
        DayOrMonth {
            first: self.told.filter(|_| trouble.is_none()),
            trouble,
        }
    }
}

/// What a row says of itself: only one of its two days is there, is not in the future, and is not later than it was
/// recorded; or one is the day on which it was recorded, or the day before that where an evening was long.
fn said(either: &EitherWay, recorded: Option<NaiveDate>, last: NaiveDate) -> Option<First> {
    // A day without its century is taken for one of the year before it was recorded, or for none.
    let earliest = recorded.and_then(|on| on.checked_sub_days(Days::new(366)));
    let can_be = |date: &NaiveDate| {
        let is_of_century = !either.is_short || earliest.is_some_and(|earliest| *date >= earliest);
        is_of_century && *date <= recorded.unwrap_or(last)
    };
    let (day, month) = (either.day_first.filter(can_be), either.month_first.filter(can_be));
    let on_time = |date: NaiveDate| recorded.is_some_and(|on| (0..=1).contains(&(on - date).num_days()));
    match (day, month) {
        (Some(_), None) => Some(First::Day),
        (None, Some(_)) => Some(First::Month),
        (Some(day), Some(month)) => match (on_time(day), on_time(month)) {
            (true, false) => Some(First::Day),
            (false, true) => Some(First::Month),
            _ => None,
        },
        (None, None) => None,
    }
}

impl DayOrMonth {
    /// What is said once, where it is said of this line.
    pub(super) fn trouble_on(&self, line: u64) -> Option<Mistake> {
        let (_, mistake) = self.trouble.as_ref().filter(|(other, _)| *other == line)?;
        Some(mistake.clone())
    }

    /// The day of a cell; none where it can't be told.
    ///
    /// # Errors
    /// [`Mistake`], where it is no date at all, whichever comes first.
    pub(super) fn date(&self, cell: &str) -> Result<Option<NaiveDate>, Mistake> {
        let Some(either) = cell::either_way(cell) else {
            return cell::date(cell).map(Some);
        };
        let wrong = || Mistake::CellNotADate(excerpt(cell));
        match self.first {
            Some(First::Day) => either.day_first.map(Some).ok_or_else(wrong),
            Some(First::Month) => either.month_first.map(Some).ok_or_else(wrong),
            None if either.day_first == either.month_first && !either.is_short => Ok(either.day_first),
            None if self.trouble.is_some() => Ok(None),
            None => Err(wrong()),
        }
    }
}
