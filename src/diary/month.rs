//! A month of the diary at a glance: what each day holds, and how complete weeks and phases are.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::diary_day::{FIRST_DATE, LAST_DATE};
use super::id::ItemId;
use super::item::StandardItem;
use super::phase::PhaseKind;
use super::{Came, Day, Diary, iso};

/// How much of a recorded day there is.
///
/// A day counts as full by the ratings that are always asked, not by everything that is switched on: else switching one
/// more question on today would make every earlier day look half empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Every rating that is always asked on such a day.
    Full,
    /// Some answers.
    Part,
    /// The rest was left out on purpose: "Too unwell today" (W5).
    LeftOut,
}

/// What a calendar shows of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayState {
    /// The diary had not begun.
    Before,
    /// It holds an answer.
    Recorded {
        /// How much.
        entry: Entry,
        /// How its first answers came into the diary.
        came: Came,
    },
    /// It is over and holds no answer.
    Missing,
    /// It holds no answer, and the diary did not ask.
    NotAsked,
    /// Today, without an answer so far.
    Open,
    /// It has not begun.
    Future,
}

/// How many days of a span were recorded. Today counts from its first answer on, as in an analysis (A2).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Days that could have been recorded: since the diary began, and over. One that the diary did not ask of counts where it
    /// holds an answer.
    pub days: usize,
    /// Days that hold an answer.
    pub recorded: usize,
    /// Recorded days that were recorded late.
    pub late: usize,
    /// Recorded days that were imported.
    pub imported: usize,
}

/// Seven days in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Each day with its state; days of the neighbouring months are among them.
    pub days: Vec<(NaiveDate, DayState)>,
    /// How complete it is.
    pub kept: Kept,
}

/// A month of a calendar. Months from January 1900 to December 2199 exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month of a day. A day outside of the diary's dates gives the nearest month inside.
    pub fn of(date: NaiveDate) -> Month {
        Month {
            first: first_day_of_month(date.clamp(FIRST_DATE, LAST_DATE)),
        }
    }

    /// Reads a month written as `2026-03`.
    pub fn from_text(text: &str) -> Option<Month> {
        let first = iso::date(&format!("{text}-01"))?;
        (FIRST_DATE..=LAST_DATE).contains(&first).then_some(Month { first })
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        // The calendar goes on far beyond 2199.
        self.first + Months::new(1) - Days::new(1)
    }

    /// The month before, if the diary can hold one.
    pub fn before(self) -> Option<Month> {
        let first = self.first.checked_sub_months(Months::new(1))?;
        (first >= FIRST_DATE).then_some(Month { first })
    }

    /// The month after, if the diary can hold one.
    pub fn after(self) -> Option<Month> {
        let first = self.first.checked_add_months(Months::new(1))?;
        (first <= LAST_DATE).then_some(Month { first })
    }

    /// The weeks that touch it, each from `first_weekday` on.
    pub fn weeks(self, diary: &Diary, today: NaiveDate, first_weekday: Weekday) -> Vec<Week> {
        let start = self.first - Days::new(self.first.weekday().days_since(first_weekday).into());
        let starts = (0..).map(|week| start + Days::new(7 * week));
        starts
            .take_while(|start| *start <= self.last_day())
            .map(|start| diary.week(start, today))
            .collect()
    }
}

fn first_day_of_month(date: NaiveDate) -> NaiveDate {
    date.with_day(1).expect("every month has a first day")
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl Diary {
    /// The first day that counts: that of the first entry, or of a baseline before it. What was taken before the first entry
    /// is of no day of the diary. Without an entry, that of the first phase.
    pub fn begins(&self) -> Option<NaiveDate> {
        let phase = self.treatment.phases().first();
        let Some(first) = self.first_day() else {
            return phase.map(|phase| phase.from);
        };
        let baseline = phase.filter(|phase| phase.kind == PhaseKind::Baseline);
        Some(baseline.map_or(first, |baseline| first.min(baseline.from)))
    }

    /// The recorded days of a span, both ends included, by date; days whose answers were all cleared are not among them.
    pub fn recorded_between(&self, from: NaiveDate, to: NaiveDate) -> impl DoubleEndedIterator<Item = &Day> {
        // A span that ends before it begins holds nothing; a range of a map would not take it.
        let span = from..=to.max(from);
        let days = self.days.range(span).map(|(_, day)| day);
        days.filter(move |day| from <= to && !day.answers().is_empty())
    }

    /// What a calendar shows of a day.
    pub fn day_state(&self, date: NaiveDate, today: NaiveDate) -> DayState {
        if let Some(day) = self.day(date).filter(|day| !day.answers().is_empty()) {
            let came = day.came(self.settings.day_ends_at);
            let entry = self.entry(day);
            return DayState::Recorded { entry, came };
        }
        match self.begins() {
            _ if date > today => DayState::Future,
            _ if date == today => DayState::Open,
            Some(begins) if date >= begins && !self.rest.sampling.asks_on(date) => DayState::NotAsked,
            Some(begins) if date >= begins => DayState::Missing,
            _ => DayState::Before,
        }
    }

    /// How complete a span is, both ends included.
    pub fn kept(&self, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Kept {
        let Some(begins) = self.begins() else {
            return Kept::default();
        };
        let (from, to) = (from.max(begins), to.min(self.as_of(today)));
        let ends = self.settings.day_ends_at;
        let recorded = self.recorded_between(from, to).map(Day::date);
        let mut kept = Kept {
            days: self.rest.sampling.days_to_record((from, to), recorded),
            ..Kept::default()
        };
        for day in self.recorded_between(from, to) {
            kept.recorded += 1;
            match day.came(ends) {
                Came::OnTime => {}
                Came::Late => kept.late += 1,
                Came::Imported => kept.imported += 1,
            }
        }
        kept
    }

    fn week(&self, start: NaiveDate, today: NaiveDate) -> Week {
        let days = (0..7).map(|day| start + Days::new(day));
        Week {
            days: days.map(|date| (date, self.day_state(date, today))).collect(),
            kept: self.kept(start, start + Days::new(6), today),
        }
    }

    fn entry(&self, day: &Day) -> Entry {
        if day.answers().left_out {
            return Entry::LeftOut;
        }
        let kind = self.treatment.phase_on(day.date()).map(|(_, phase)| &phase.kind);
        let is_tolerated = kind.is_some_and(PhaseKind::is_taken);
        let mut asked = StandardItem::ALL
            .into_iter()
            .filter(|item| item.always_on() && (is_tolerated || *item != StandardItem::Tolerability));
        if asked.all(|item| day.answers().items.contains_key(&ItemId::from(item))) {
            Entry::Full
        } else {
            Entry::Part
        }
    }
}

#[cfg(test)]
mod tests;
