//! The first day of something: what can hardly be meant is asked once.

use chrono::{Months, NaiveDate};

use super::Problem;

/// A first day further back is asked about: few have taken LDN for so long, and a mistyped year is likelier.
const MOST_MONTHS_BACK: Months = Months::new(15 * 12);
/// A first day further ahead is, too.
const MOST_MONTHS_AHEAD: Months = Months::new(12);

/// Whether the day has to be asked about: far from today, and not the one of which the patient is sure.
pub(super) fn is_unlikely(day: NaiveDate, today: NaiveDate, sure: Option<NaiveDate>) -> Option<Problem> {
    let is_far = today
        .checked_sub_months(MOST_MONTHS_BACK)
        .is_some_and(|first| day < first)
        || today
            .checked_add_months(MOST_MONTHS_AHEAD)
            .is_some_and(|last| last < day);
    (is_far && sure != Some(day)).then_some(Problem::Unlikely(day))
}

/// A day of which something is told must have begun.
pub(super) fn not_ahead(day: NaiveDate, today: NaiveDate, field: &'static str) -> Option<Problem> {
    (today < day).then_some(Problem::StillToCome(field))
}

/// The day that was asked about, if one was: typed once more, the patient is sure of it.
pub fn asked_about(problems: &[Problem]) -> Option<NaiveDate> {
    problems.iter().find_map(|problem| match problem {
        Problem::Unlikely(day) => Some(*day),
        _ => None,
    })
}
