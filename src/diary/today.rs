//! Which day is today, and when that changes (D1).

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use super::Diary;
use super::diary_day::diary_day;

/// What was seen this much after now was seen by a clock that showed another time then. Up to here it is the hour by which
/// people set their clocks.
const SAME_CLOCK: TimeDelta = TimeDelta::hours(1);

/// The furthest that a clock on earth is ahead of universal time.
const FURTHEST_AHEAD: TimeDelta = TimeDelta::hours(14);

/// The time when the app last looked at the clock, and what was today until then.
///
/// Today is the day by the clock on the wall, but never before a day that was shown as today, nor before one that was
/// answered by now: where clocks go back, a traveller lands in yesterday or the day is set to end later, it waits until the
/// clock has come after. What was seen by a clock that was ahead, and has been set right, holds nothing up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today {
    now: DateTime<FixedOffset>,
    shown: Option<(NaiveDate, DateTime<FixedOffset>)>,
}

impl Today {
    /// By a clock that was not looked at before.
    pub fn at(now: DateTime<FixedOffset>) -> Today {
        Today { now, shown: None }
    }

    /// By the same clock, looked at again; `diary` is the one of which today was shown.
    #[must_use]
    pub fn again(self, now: DateTime<FixedOffset>, diary: &Diary) -> Today {
        Today {
            now,
            shown: Some((self.day(diary), self.now)),
        }
    }

    /// The day that is today for a diary.
    pub fn day(&self, diary: &Diary) -> NaiveDate {
        let by_clock = diary_day(self.now, diary.settings.day_ends_at);
        let shown = self.shown.filter(|(_, at)| self.has_seen(*at)).map(|(day, _)| day);
        let answered = self.answered(diary, by_clock);
        [shown, answered].into_iter().flatten().fold(by_clock, NaiveDate::max)
    }

    /// The last day after another that was answered by now. One that has not begun anywhere on earth came with a file.
    fn answered(&self, diary: &Diary, after: NaiveDate) -> Option<NaiveDate> {
        let last = self.now.naive_utc().checked_add_signed(FURTHEST_AHEAD)?.date();
        // There are two of them at most: fewer than are worth a search.
        let mut ahead = after.iter_days().skip(1).take_while(|date| *date <= last);
        let is_answered = |date: &NaiveDate| {
            let day = diary.day(*date);
            day.is_some_and(|day| !day.answers().is_empty() && self.has_seen(day.recorded_at()))
        };
        let first = ahead.find(is_answered);
        ahead.find(is_answered).or(first)
    }

    fn has_seen(&self, at: DateTime<FixedOffset>) -> bool {
        self.now.checked_add_signed(SAME_CLOCK).is_none_or(|now| at <= now)
    }
}

#[cfg(test)]
mod tests;
