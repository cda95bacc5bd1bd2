//! The line that charts and report draw through the days.

use chrono::{Days, NaiveDate};

use crate::diary::PhaseSpan;
use crate::statistics::mean;

use super::readings::between;

/// How many calendar days a running mean looks back over, itself included.
pub const RUNNING_DAYS: u64 = 7;
/// How many of them it needs.
pub const RUNNING_NEEDS: usize = 4;

/// For each day from one to another, both included, the mean of the ratings of the 7 days that end on it, on the scale 0 to
/// 100; `None` where fewer than 4 of them are rated: a missing day is left out and never 0.
///
/// It looks back and never ahead, so that nothing changes before its cause, and never over the beginning of a phase.
/// `ratings` are all of an item, in the order of their days, whatever part of them is shown.
pub fn running_mean(
    ratings: &[(NaiveDate, f64)],
    spans: &[PhaseSpan<'_>],
    (from, to): (NaiveDate, NaiveDate),
) -> Vec<(NaiveDate, Option<f64>)> {
    let of_day = |date: NaiveDate| {
        let week = date.checked_sub_days(Days::new(RUNNING_DAYS - 1)).unwrap_or(date);
        let begun = spans.partition_point(|span| span.from <= date);
        let phase = begun.checked_sub(1).and_then(|index| spans.get(index));
        let first = phase.map_or(week, |phase| week.max(phase.from));
        let days = between(ratings, first, date, |rating| rating.0);
        let values: Vec<f64> = days.iter().map(|rating| rating.1).collect();
        if values.len() < RUNNING_NEEDS {
            None
        } else {
            mean(&values)
        }
    };
    let days = from.iter_days().take_while(|date| *date <= to);
    days.map(|date| (date, of_day(date))).collect()
}

/// What the line of means is, in the legend of all that draws it.
pub fn running_mean_said() -> String {
    crate::words::charts::line(RUNNING_DAYS, RUNNING_NEEDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Phase, PhaseKind, Treatment};

    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 1, 1).expect("a date") + Days::new(number)
    }

    #[test]
    fn it_looks_back_over_seven_days_of_its_phase_and_needs_four() {
        let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 10)];
        let phases = phases.map(|(kind, from)| Phase::new(kind, day(from), None));
        let treatment = Treatment::new(phases.to_vec(), Vec::new()).expect("in order");
        let rated = [0, 1, 2, 3, 8, 9, 10, 11, 12, 13];
        let ratings = rated.map(|number| (day(number), f64::from(u32::try_from(number).expect("small"))));
        let means = running_mean(&ratings, &treatment.spans(day(13)), (day(2), day(13)));
        // By hand: (0+1+2+3)/4 up to day 6; day 7 has 1, 2, 3; day 9 has 3, 8, 9; LDN begins on day 10.
        let found: Vec<(u64, f64)> = (2..)
            .zip(&means)
            .filter_map(|(number, mean)| Some((number, mean.1?)))
            .collect();
        assert_eq!(found, [(3, 1.5), (4, 1.5), (5, 1.5), (6, 1.5), (13, 11.5)]);
        assert_eq!(means.len(), 12);
    }
}
