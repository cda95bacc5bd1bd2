//! LDN that days of another diary tell of: since when, and in which doses. Nobody knows it before it was asked (P1).

use chrono::NaiveDate;

use crate::diary::{Diary, Dose, DoseStep, Phase, PhaseKind, Treatment};

/// On how many days in a row of those with a dose it must be the same to be a step of a plan: one day may be a slip.
const STEADY: usize = 3;

/// LDN as the doses of a diary tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The first day with a dose.
    pub from: NaiveDate,
    /// On how many days one was taken.
    pub days: usize,
    /// The doses, each with the day from which it was steadily taken.
    pub steps: Vec<(NaiveDate, Dose)>,
    /// The treatment with an LDN phase that begins on that day.
    pub treatment: Treatment,
}

/// What the doses of a diary tell, where nothing was said of its treatment and a dose was taken on at least three days.
pub fn begun(diary: &Diary) -> Option<Begun> {
    if !diary.treatment.is_open_question() {
        return None;
    }
    let mut doses: Vec<(NaiveDate, Dose)> = Vec::new();
    for day in diary.days() {
        doses.extend(
            day.answers()
                .dose_taken
                .filter(|dose| *dose != Dose::NONE)
                .map(|dose| (day.date(), dose)),
        );
    }
    let &(from, first) = doses.first()?;
    if doses.len() < STEADY {
        return None;
    }
    let mut steps = vec![(from, first)];
    for run in doses.windows(STEADY) {
        let (date, dose) = run[0];
        let is_steady = run.iter().all(|(_, other)| *other == dose);
        if is_steady && steps.last().is_some_and(|(_, before)| *before != dose) {
            steps.push((date, dose));
        }
    }
    let plan = steps.iter().map(|&(date, dose)| DoseStep::new(date, dose)).collect();
    let treatment = diary
        .treatment
        .begin(Phase::new(PhaseKind::Ldn, from, None), plan)
        .ok()?;
    Some(Begun {
        from,
        days: doses.len(),
        steps,
        treatment,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Answers, Day, Diary};
    use crate::testing::{at, date};

    fn diary(doses: &[(&str, u64)]) -> Diary {
        let mut diary = Diary::default();
        for (on, micrograms) in doses {
            let answers = Answers {
                dose_taken: Dose::from_micrograms(*micrograms).ok(),
                ..Answers::default()
            };
            diary.put_day(Day::restore(date(on), at("2026-06-07T20:00:00+02:00"), None, answers));
        }
        diary
    }

    // P1: a dose above 0 on a baseline day is asked about; what would begin is said before.
    #[test]
    fn doses_tell_since_when_and_which_were_steady() {
        let doses = [
            ("2026-01-01", 0),
            ("2026-01-05", 1_500),
            ("2026-01-06", 1_500),
            ("2026-01-08", 1_500),
            ("2026-01-09", 3_000),
            ("2026-01-10", 1_500),
            ("2026-01-11", 4_500),
            ("2026-01-12", 4_500),
            ("2026-01-13", 0),
            ("2026-01-14", 4_500),
        ];
        let begun = begun(&diary(&doses)).unwrap();
        assert_eq!((begun.from, begun.days), (date("2026-01-05"), 8));
        let steps: Vec<(String, u64)> = begun
            .steps
            .iter()
            .map(|(date, dose)| (date.to_string(), dose.micrograms()))
            .collect();
        assert_eq!(
            steps,
            [("2026-01-05".to_owned(), 1_500), ("2026-01-11".to_owned(), 4_500)]
        );
        let kinds: Vec<(&PhaseKind, NaiveDate)> = begun
            .treatment
            .phases()
            .iter()
            .map(|phase| (&phase.kind, phase.from))
            .collect();
        assert_eq!(
            kinds,
            [
                (&PhaseKind::Baseline, date("2026-01-01")),
                (&PhaseKind::Ldn, date("2026-01-05"))
            ]
        );
    }

    #[test]
    fn one_dose_or_a_treatment_that_was_told_says_nothing() {
        assert_eq!(begun(&diary(&[("2026-01-05", 4_500), ("2026-01-06", 4_500)])), None);
        let mut told = diary(&[("2026-01-05", 4_500), ("2026-01-06", 4_500), ("2026-01-07", 4_500)]);
        assert!(begun(&told).is_some());
        told.treatment = told.treatment.not_yet();
        assert_eq!(begun(&told), None);
    }
}
