//! How long a dose was taken without a change: from the start of a phase, a dose step or the end of a pause to the next.

use chrono::NaiveDate;

use crate::diary::SortedSet;

use super::readings::between;
use super::window::calendar_days;

/// Days of a phase on one unchanged dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The day of the change with which it begins.
    pub from: NaiveDate,
    /// Its last day so far.
    pub to: NaiveDate,
}

/// Days without a dose in a row that are no pause yet; after more of them the medicine has to settle in again (A2).
const MOST_DAYS_WITHOUT: usize = 3;

/// Days on which no dose was taken.
struct Pause {
    from: NaiveDate,
    /// The first day with a dose again; `None` while there is none.
    until: Option<NaiveDate>,
}

/// The stretches of the days from `from` to `to`, in their order; one at least.
///
/// `steps` are the days of dose steps, `taken` the days on which the dose was answered, and whether any was taken. A day
/// without an answer neither begins nor ends a pause. Days of a pause belong to no stretch.
pub(super) fn stretches(
    (from, to): (NaiveDate, NaiveDate),
    steps: impl Iterator<Item = NaiveDate>,
    taken: &[(NaiveDate, bool)],
) -> Vec<Stretch> {
    let pauses = pauses(between(taken, from, to, |day| day.0));
    let changes: SortedSet<NaiveDate> = std::iter::once(from)
        .chain(steps.filter(|step| from < *step && *step <= to))
        .chain(pauses.iter().filter_map(|pause| pause.until))
        .collect();
    let ends = changes.iter().skip(1).filter_map(NaiveDate::pred_opt).chain([to]);
    let in_a_row = changes.iter().zip(ends).filter_map(|(&from, end)| {
        // A pause ends the stretch in which it begins.
        let begun = pauses.iter().find(|pause| from <= pause.from && pause.from <= end);
        let to = begun.map_or(Some(end), |pause| pause.from.pred_opt())?;
        let inside = pauses
            .iter()
            .any(|pause| pause.from < from && pause.until.is_none_or(|until| from < until));
        (from <= to && !inside).then_some(Stretch { from, to })
    });
    let found: Vec<Stretch> = in_a_row.collect();
    if found.is_empty() {
        vec![Stretch { from, to }]
    } else {
        found
    }
}

fn pauses(taken: &[(NaiveDate, bool)]) -> Vec<Pause> {
    let mut pauses = Vec::new();
    let mut without: Option<(NaiveDate, NaiveDate)> = None;
    let is_pause = |(first, last)| calendar_days(first, last) > MOST_DAYS_WITHOUT;
    for &(day, took) in taken {
        if !took {
            without = Some((without.map_or(day, |days| days.0), day));
        } else if let Some(days) = without.take().filter(|days| is_pause(*days)) {
            pauses.push(Pause {
                from: days.0,
                until: Some(day),
            });
        }
    }
    if let Some(days) = without.filter(|days| is_pause(*days)) {
        pauses.push(Pause {
            from: days.0,
            until: None,
        });
    }
    pauses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    fn of(steps: &[&str], none: &[&str], dose: &[&str]) -> Vec<(String, String)> {
        let mut taken: Vec<(NaiveDate, bool)> = none.iter().map(|day| (date(day), false)).collect();
        taken.extend(dose.iter().map(|day| (date(day), true)));
        taken.sort_unstable();
        let found = stretches(
            (date("2026-03-01"), date("2026-03-31")),
            steps.iter().map(|step| date(step)),
            &taken,
        );
        let short = |day: NaiveDate| day.to_string()[5..].to_owned();
        found.iter().map(|one| (short(one.from), short(one.to))).collect()
    }

    fn days(text: &[(&str, &str)]) -> Vec<(String, String)> {
        text.iter().map(|(from, to)| ((*from).into(), (*to).into())).collect()
    }

    #[test]
    fn a_dose_step_and_a_pause_of_more_than_three_days_begin_anew() {
        assert_eq!(of(&[], &[], &[]), days(&[("03-01", "03-31")]));
        let steps = of(&["2026-02-20", "2026-03-01", "2026-03-10", "2026-04-02"], &[], &[]);
        assert_eq!(steps, days(&[("03-01", "03-09"), ("03-10", "03-31")]));
        let three = ["2026-03-10", "2026-03-11", "2026-03-12"];
        assert_eq!(of(&[], &three, &["2026-03-13"]), days(&[("03-01", "03-31")]));
        let four = ["2026-03-10", "2026-03-12", "2026-03-13"];
        let paused = days(&[("03-01", "03-09"), ("03-15", "03-31")]);
        assert_eq!(
            of(&[], &four, &["2026-03-15"]),
            paused,
            "a day without an answer does not end it"
        );
        assert_eq!(
            of(&[], &four, &["2026-03-11", "2026-03-15"]),
            days(&[("03-01", "03-31")])
        );
    }

    #[test]
    fn a_pause_that_goes_on_ends_the_stretch_and_none_begins() {
        let four = ["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"];
        assert_eq!(of(&[], &four, &[]), days(&[("03-01", "03-09")]));
        // The dose that changes meanwhile is not taken yet.
        let step = of(&["2026-03-12"], &four, &["2026-03-15"]);
        assert_eq!(step, days(&[("03-01", "03-09"), ("03-15", "03-31")]));
        let from_the_start = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"];
        assert_eq!(of(&[], &from_the_start, &["2026-03-05"]), days(&[("03-05", "03-31")]));
        assert_eq!(
            of(&[], &from_the_start, &[]),
            days(&[("03-01", "03-31")]),
            "there is always one"
        );
    }
}
