//! Days along a line, and the dates that are written below it.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::words::{dates, paper as words};

/// Days from one to another along a line of some width, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeAxis {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) left: f64,
    pub(super) width: f64,
}

/// The most dates that are written.
const MOST_LABELS: i32 = 12;
/// The longest span whose weeks are written and not its months.
const WEEKS_UP_TO: i64 = 70;

impl TimeAxis {
    /// How many days there are, at least 1.
    pub(super) fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// Where a day begins.
    pub(super) fn edge(self, date: NaiveDate) -> f64 {
        let day = (date - self.from).num_days().clamp(0, self.days());
        self.left + self.width * f64_of(day) / f64_of(self.days())
    }

    /// The middle of a day.
    pub(super) fn middle(self, date: NaiveDate) -> f64 {
        self.edge(date) + self.day_width() / 2.0
    }

    pub(super) fn day_width(self) -> f64 {
        self.width / f64_of(self.days())
    }

    /// The dates that are written, each where its day begins.
    pub(super) fn labels(self) -> Vec<(NaiveDate, String)> {
        if self.days() <= WEEKS_UP_TO {
            let weeks = self.from.iter_days().step_by(7).take_while(|date| *date <= self.to);
            return weeks.map(|date| (date, dates::day_and_month(date))).collect();
        }
        let months = (self.to.year() - self.from.year()) * 12 + self.to.month0().cast_signed()
            - self.from.month0().cast_signed();
        let step = [1, 2, 3, 6, 12, 24, 60, 120, 600]
            .into_iter()
            .find(|step| months / step <= MOST_LABELS)
            .unwrap_or(1200);
        let first = first_of(self.from.year() * 12 + self.from.month0().cast_signed(), step);
        let dates = (0..).map_while(|index: u32| first?.checked_add_months(Months::new(index * step.unsigned_abs())));
        let shown = dates
            .take_while(|date| *date <= self.to)
            .filter(|date| *date >= self.from);
        shown.map(|date| (date, label(date, step))).collect()
    }
}

/// The first day of the first month from this one on whose number is a multiple of the step.
fn first_of(month: i32, step: i32) -> Option<NaiveDate> {
    let month = (month + step - 1).div_euclid(step) * step;
    NaiveDate::from_ymd_opt(month.div_euclid(12), month.rem_euclid(12).unsigned_abs() + 1, 1)
}

fn label(date: NaiveDate, step: i32) -> String {
    match (step, date.month()) {
        (12.., _) => date.year().to_string(),
        (_, 1) => words::month_and_year(&dates::month_short(date), &date.year().to_string()),
        _ => dates::month_short(date),
    }
}

/// "5 Jan to 7 Jun 2026".
pub(super) fn span(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        dates::short(to)
    } else if from.year() == to.year() {
        words::span_in_one_year(from, to)
    } else {
        words::span(from, to)
    }
}

/// The day after, or the day itself at the end of all days.
pub(super) fn next(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

#[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
fn f64_of(days: i64) -> f64 {
    days as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(from: &str, to: &str) -> Vec<String> {
        let axis = TimeAxis {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            left: 0.0,
            width: 100.0,
        };
        axis.labels().into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn the_dates_below_are_few_enough_to_be_read() {
        assert_eq!(labels("2026-01-05", "2026-01-05"), ["5 Jan"]);
        assert_eq!(labels("2026-01-05", "2026-01-18"), ["5 Jan", "12 Jan"]);
        assert_eq!(labels("2026-01-05", "2026-06-07"), ["Feb", "Mar", "Apr", "May", "Jun"]);
        let two_years = labels("2024-06-08", "2026-06-07");
        assert_eq!(two_years[..3], ["Jul", "Sep", "Nov"].map(String::from));
        assert_eq!(labels("2016-06-08", "2026-06-07")[0], "2017");
        for (from, to) in [("1900-01-01", "2199-12-31"), ("2000-01-01", "2026-06-07")] {
            assert!((2..=13).contains(&labels(from, to).len()), "{from}");
        }
    }

    #[test]
    fn every_day_has_its_place() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let axis = TimeAxis {
            from: date("2026-01-01"),
            to: date("2026-01-10"),
            left: 10.0,
            width: 100.0,
        };
        assert!((axis.middle(date("2026-01-01")) - 15.0).abs() < 1e-9);
        assert!((axis.edge(date("2026-01-11")) - 110.0).abs() < 1e-9);
        assert!(
            (axis.edge(date("2030-01-01")) - 110.0).abs() < 1e-9,
            "no further than the end"
        );
    }
}
