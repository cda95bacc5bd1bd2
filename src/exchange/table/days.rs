//! The day of each row: what comes first in its dates, as the whole file tells, and the end of the patient's day.

use chrono::{NaiveDate, TimeDelta};

use super::open::Opened;
use super::shape::{Dates, EitherDay, First, Program, Reason};
use super::split::Row;
use super::stamp::{self, Stamp, Unread, Written};
use crate::diary::{DayEnd, LAST_DATE, date_in_range, is_all_blank};
use crate::exchange::csv::cell::unguarded;
use crate::exchange::problems::excerpt;

/// How many dates the patient is shown where the order is open.
const SHOWN: usize = 2;
/// The most rows whose order tells anything.
const MOST_IN_ORDER: usize = 4_000;

/// How the days of a table are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Calendar {
    places: Places,
    first: Option<First>,
    /// Whether the clock times beside the dates are none: a spreadsheet writes midnight beside every day.
    is_timeless: bool,
    ends: DayEnd,
    /// The last day that a table may hold: it may come from a time zone where the next day has begun already.
    last: NaiveDate,
}

/// The columns that a day is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) date: usize,
    pub(super) time: Option<usize>,
    pub(super) year: Option<usize>,
}

/// Whether the times beside the days of a column are any: a spreadsheet writes midnight beside every day.
pub(super) fn has_times(opened: &Opened, date: usize) -> bool {
    let mut times = opened
        .table
        .rows
        .iter()
        .filter_map(|row| stamp::stamp(row.cell(date))?.minutes);
    times.any(|minutes| minutes > 0)
}

impl Calendar {
    pub(super) fn new(places: Places, dates: &Dates, has_times: bool, ends: DayEnd, last: NaiveDate) -> Calendar {
        let first = match dates {
            Dates::Settled(first) => Some(*first),
            Dates::Plain | Dates::Open(_) => None,
        };
        Calendar {
            places,
            first,
            is_timeless: !has_times,
            ends,
            last,
        }
    }

    /// The day of a row, with the time of the entry in minutes after midnight if it has one. A row without a date has none.
    pub(super) fn day(&self, row: &Row) -> Result<(NaiveDate, Option<u16>), Reason> {
        let cell = unguarded(row.cell(self.places.date));
        if is_all_blank(&cell) {
            return Err(Reason::NoDate);
        }
        let stamp = stamp::stamp(&cell).ok_or(Reason::NotADate)?;
        let year = self.places.year.and_then(|year| stamp::year_alone(row.cell(year)));
        let own = stamp.minutes.filter(|_| !self.is_timeless);
        let beside = || self.places.time.and_then(|time| stamp::time(row.cell(time)));
        self.civil(stamp, own.or_else(beside), year)
    }

    /// The day of a cell that stands alone.
    pub(super) fn day_of_cell(&self, cell: &str) -> Result<NaiveDate, Reason> {
        let stamp = stamp::stamp(cell).ok_or(Reason::NotADate)?;
        let minutes = stamp.minutes.filter(|_| !self.is_timeless);
        self.civil(stamp, minutes, None).map(|(date, _)| date)
    }

    fn civil(&self, stamp: Stamp, minutes: Option<u16>, year: Option<i32>) -> Result<(NaiveDate, Option<u16>), Reason> {
        let date = stamp.date.date(self.first, year).map_err(|unread| match unread {
            Unread::TwoWays => Reason::DayOrMonth,
            Unread::OtherWay => Reason::DatesDisagree,
            Unread::NoYear => Reason::NotADate,
        })?;
        // What happened before the end of a day belongs to it.
        let date = match minutes {
            Some(minutes) if minutes < self.ends.minutes() => date.pred_opt().unwrap_or(date),
            _ => date,
        };
        if date_in_range(date).is_err() || date > self.last {
            return Err(Reason::OutOfTime);
        }
        Ok((date, minutes))
    }
}

/// A date of the file that can be read in two ways, with what stands beside it.
struct Two {
    written: String,
    day_first: Option<NaiveDate>,
    month_first: Option<NaiveDate>,
    /// A day of the same row that can be read in one way alone.
    beside: Option<NaiveDate>,
    is_long: bool,
}

impl Two {
    /// What it says of itself: only one of its two days is there, is not in the future, and is not later than what stands
    /// beside it; or one is that day, or the day before it where an evening was long.
    fn says(&self, last: NaiveDate) -> Option<First> {
        let earliest = self.beside.and_then(|on| on.checked_sub_signed(TimeDelta::days(366)));
        let can_be = |date: &NaiveDate| {
            *date <= self.beside.unwrap_or(last) && (self.is_long || earliest.is_none_or(|earliest| *date >= earliest))
        };
        let (day, month) = (self.day_first.filter(can_be), self.month_first.filter(can_be));
        let on_time = |date: NaiveDate| self.beside.is_some_and(|on| (0..=1).contains(&(on - date).num_days()));
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
}

/// The last day that a table can tell of: today; of one of this app's own tomorrow, which may have begun where it was written.
pub(super) fn last_day(program: Program, today: NaiveDate) -> NaiveDate {
    match program {
        Program::Own => today.succ_opt().unwrap_or(LAST_DATE),
        _ => today,
    }
}

/// What comes first in the dates of a table, as all of its rows tell.
pub(super) fn order(opened: &Opened, today: NaiveDate) -> Dates {
    let table = &opened.table;
    let last = today.succ_opt().unwrap_or(LAST_DATE);
    let beside = plain_column(opened);
    let mut found: Vec<Two> = Vec::new();
    // Both readings of all rows, in their order.
    let mut both: Vec<[Option<NaiveDate>; 2]> = Vec::new();
    for row in &table.rows {
        let cell = unguarded(row.cell(table.columns.date));
        let Some(stamp) = stamp::stamp(&cell) else { continue };
        match stamp.date {
            Written::Either { day_first, month_first } => {
                both.push([day_first, month_first]);
                found.push(Two {
                    written: excerpt(cell.trim()),
                    day_first,
                    month_first,
                    beside: beside.and_then(|column| plain_day(row.cell(column))),
                    is_long: stamp.is_long,
                });
            }
            Written::Exact(date) | Written::Serial(date) => both.push([Some(date); 2]),
            Written::NoYear { .. } => {}
        }
    }
    if found.is_empty() {
        return Dates::Plain;
    }
    // Days over 12 first: there is no 13th month.
    let hard = |two: &Two| match (two.day_first, two.month_first) {
        (Some(_), None) => Some(First::Day),
        (None, Some(_)) => Some(First::Month),
        _ => None,
    };
    let told = agreed(found.iter().filter_map(hard));
    let told = told.or_else(|| agreed(found.iter().filter_map(|two| two.says(last))).filter(Result::is_ok));
    match told {
        Some(Ok(first)) => return Dates::Settled(first),
        // One row says this and another that: no row can be trusted.
        Some(Err(())) => return Dates::Open(examples(&found)),
        None => {}
    }
    if both.len() <= MOST_IN_ORDER
        && let Some(first) = monotone(&both)
    {
        return Dates::Settled(first);
    }
    if table.program == Program::MigraineBuddy {
        return Dates::Settled(First::Month);
    }
    Dates::Open(examples(&found))
}

/// What all say, if any says anything; an error if two say different things.
fn agreed(said: impl Iterator<Item = First>) -> Option<Result<First, ()>> {
    let mut all = None;
    for first in said {
        match all {
            None => all = Some(first),
            Some(before) if before != first => return Some(Err(())),
            Some(_) => {}
        }
    }
    all.map(Ok)
}

/// The order that the rows have in one reading alone: three different days at least, each later than the one before, or each
/// earlier.
fn monotone(both: &[[Option<NaiveDate>; 2]]) -> Option<First> {
    let in_order = |reading: usize| {
        let days: Option<Vec<NaiveDate>> = both.iter().map(|two| two[reading]).collect();
        let days = days?;
        let up = days.windows(2).all(|two| two[0] <= two[1]);
        let down = days.windows(2).all(|two| two[0] >= two[1]);
        let turns = days.windows(2).filter(|two| two[0] != two[1]).count();
        Some((up || down) && turns >= 2)
    };
    match (in_order(0), in_order(1)) {
        (Some(true), Some(false) | None) => Some(First::Day),
        (Some(false) | None, Some(true)) => Some(First::Month),
        _ => None,
    }
}

fn examples(found: &[Two]) -> Vec<EitherDay> {
    let mut examples: Vec<EitherDay> = Vec::new();
    for two in found {
        if let (Some(day_first), Some(month_first)) = (two.day_first, two.month_first)
            && examples.len() < SHOWN
            && examples.iter().all(|other| other.written != two.written)
        {
            examples.push(EitherDay {
                written: two.written.clone(),
                day_first,
                month_first,
            });
        }
    }
    examples
}

/// A column beside that of the days in which nearly every cell is a day that can be read in one way alone.
fn plain_column(opened: &Opened) -> Option<usize> {
    let table = &opened.table;
    (0..table.headers.len())
        .filter(|column| *column != table.columns.date)
        .find(|column| {
            let (mut filled, mut plain) = (0, 0);
            for row in table.rows.iter().take(200) {
                let cell = row.cell(*column);
                if !is_all_blank(cell) {
                    filled += 1;
                    plain += usize::from(plain_day(cell).is_some());
                }
            }
            plain > 0 && plain * 10 >= filled * 8
        })
}

fn plain_day(cell: &str) -> Option<NaiveDate> {
    match stamp::stamp(&unguarded(cell))?.date {
        Written::Exact(date) => Some(date),
        _ => None,
    }
}
