//! On which days the diary asks (P9): every day, seven days a month, or none.
//!
//! A day that isn't asked of is not a missing one. It can be answered all the same, and then it is a day like others.

use chrono::{Datelike, Days, NaiveDate};

use super::sorted::SortedMap;

/// How often the diary asks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sampling {
    /// Every day.
    #[default]
    EveryDay,
    /// On the first seven days of each month.
    SevenAMonth,
    /// On no day: the diary rests.
    Rests,
}

impl Sampling {
    /// All, from the most days to the fewest.
    pub const ALL: [Sampling; 3] = [Sampling::EveryDay, Sampling::SevenAMonth, Sampling::Rests];
    /// How many days of a month are asked of at [`Sampling::SevenAMonth`], from its first on.
    pub const DAYS_A_MONTH: u32 = 7;

    /// The name in files (F1).
    pub fn id(self) -> &'static str {
        match self {
            Sampling::EveryDay => "every_day",
            Sampling::SevenAMonth => "seven_a_month",
            Sampling::Rests => "none",
        }
    }

    /// The one of a name in files.
    pub fn from_id(id: &str) -> Option<Sampling> {
        Sampling::ALL.into_iter().find(|sampling| sampling.id() == id)
    }

    /// Whether it asks on a day.
    pub fn asks_on(self, date: NaiveDate) -> bool {
        match self {
            Sampling::EveryDay => true,
            Sampling::SevenAMonth => date.day() <= Self::DAYS_A_MONTH,
            Sampling::Rests => false,
        }
    }
}

/// How often the diary has asked, from which day on; before the first of them, every day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SamplingPlan {
    changes: SortedMap<NaiveDate, Sampling>,
}

impl SamplingPlan {
    /// The plan of changes as they were kept.
    pub fn of(changes: SortedMap<NaiveDate, Sampling>) -> SamplingPlan {
        SamplingPlan { changes }
    }

    /// The changes, by the day from which each holds.
    pub fn changes(&self) -> &SortedMap<NaiveDate, Sampling> {
        &self.changes
    }

    /// From a day on the diary asks so often; what was planned for later days goes. What was before it stays.
    pub fn change(&mut self, from: NaiveDate, sampling: Sampling) {
        self.changes.retain(|day, _| *day < from);
        if self.on(from) != sampling {
            self.changes.insert(from, sampling);
        }
    }

    /// How often it asks on a day.
    pub fn on(&self, date: NaiveDate) -> Sampling {
        let changes = self.changes.iter().take_while(|(from, _)| **from <= date);
        changes.last().map_or_else(Sampling::default, |(_, sampling)| *sampling)
    }

    /// Whether it asks on a day.
    pub fn asks_on(&self, date: NaiveDate) -> bool {
        self.on(date).asks_on(date)
    }

    /// How many of these days it does not ask on.
    pub fn unasked(&self, days: impl Iterator<Item = NaiveDate>) -> usize {
        days.filter(|day| !self.asks_on(*day)).count()
    }

    /// How many days from one to another, both included, could be recorded: those on which it asks, and of those that are
    /// `recorded` the others.
    pub fn days_to_record(
        &self,
        (from, to): (NaiveDate, NaiveDate),
        recorded: impl Iterator<Item = NaiveDate>,
    ) -> usize {
        self.asked_between(from, to) + self.unasked(recorded)
    }

    /// On how many days from one to another, both included, it asks.
    fn asked_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        let all = days_between(from, to);
        let changed = self.changes.keys().any(|change| *change <= to);
        if changed {
            let days = from.iter_days().take(all);
            days.filter(|day| self.asks_on(*day)).count()
        } else {
            all
        }
    }

    /// The first day after one on which it asks; `None` while it rests.
    pub fn next_after(&self, date: NaiveDate) -> Option<NaiveDate> {
        let from = date.checked_add_days(Days::new(1))?;
        let last_change = self.changes.keys().last().copied().unwrap_or(from);
        // From the last change on, a month and a day show every kind of day.
        let until = last_change.max(from).checked_add_days(Days::new(32))?;
        from.iter_days()
            .take_while(|day| *day <= until)
            .find(|day| self.asks_on(*day))
    }
}

fn days_between(from: NaiveDate, to: NaiveDate) -> usize {
    usize::try_from((to - from).num_days() + 1).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    fn plan(changes: &[(&str, Sampling)]) -> SamplingPlan {
        let mut plan = SamplingPlan::default();
        for (from, sampling) in changes {
            plan.change(date(from), *sampling);
        }
        plan
    }

    #[test]
    fn a_plan_asks_every_day_then_seven_days_a_month_then_on_none() {
        let plan = plan(&[
            ("2027-03-20", Sampling::SevenAMonth),
            ("2027-06-04", Sampling::Rests),
            ("2028-02-10", Sampling::EveryDay),
        ]);
        for (day, asks) in [
            ("2027-03-19", true),
            ("2027-03-20", false),
            ("2027-04-01", true),
            ("2027-04-07", true),
            ("2027-04-08", false),
            ("2027-06-03", true),
            ("2027-06-04", false),
            ("2027-07-01", false),
            ("2028-02-09", false),
            ("2028-02-10", true),
        ] {
            assert_eq!(plan.asks_on(date(day)), asks, "{day}");
        }
        for (from, to, asked) in [
            ("2027-03-01", "2027-03-31", 19),
            ("2027-04-01", "2027-05-31", 14),
            ("2027-06-01", "2027-12-31", 3),
            ("2027-04-08", "2027-04-07", 0),
        ] {
            assert_eq!(plan.asked_between(date(from), date(to)), asked, "{from} to {to}");
        }
        for (after, next) in [
            ("2027-03-01", Some("2027-03-02")),
            ("2027-03-19", Some("2027-04-01")),
            ("2027-04-06", Some("2027-04-07")),
            ("2027-04-07", Some("2027-05-01")),
            ("2027-06-03", Some("2028-02-10")),
            ("2030-01-01", Some("2030-01-02")),
        ] {
            assert_eq!(plan.next_after(date(after)), next.map(date), "{after}");
        }
    }

    #[test]
    fn a_change_takes_the_place_of_what_was_planned_after_it_and_says_nothing_twice() {
        let mut plan = plan(&[("2027-03-20", Sampling::Rests), ("2027-03-20", Sampling::SevenAMonth)]);
        assert_eq!(plan.changes().len(), 1);
        plan.change(date("2027-03-25"), Sampling::SevenAMonth);
        assert_eq!(plan.changes().len(), 1, "nothing changed");
        plan.change(date("2027-03-20"), Sampling::EveryDay);
        assert_eq!(plan, SamplingPlan::default());
        plan.change(date("2027-04-01"), Sampling::Rests);
        assert_eq!(plan.next_after(date("2027-04-01")), None);
        assert_eq!(plan.asked_between(date("2027-03-01"), date("2027-04-01")), 31);
        let span = (date("2027-03-31"), date("2027-04-03"));
        let recorded = ["2027-03-31", "2027-04-02"].map(date);
        assert_eq!(plan.days_to_record(span, recorded.into_iter()), 2);
    }
}
