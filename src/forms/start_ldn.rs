//! Starting LDN: the first day, the dose, what is taken, and further steps if wanted (P2, P4).

use chrono::{Days, NaiveDate};

use super::first_day::is_unlikely;
use super::{Problem, dose_step};
use crate::diary::{Diary, Form, PhaseKind, StartLdn, Treatment, iso};

/// How many days after the last step another one is proposed.
const STEP_DAYS: u64 = 14;

/// The form as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The first day, and the dose from then on.
    pub first: dose_step::Typed,
    /// What is taken.
    pub form: Option<Form>,
    /// Further steps.
    pub steps: Vec<dose_step::Typed>,
    /// An unlikely first day that was asked about and is meant.
    pub sure: Option<NaiveDate>,
}

impl Typed {
    /// What is started, and the treatment with it.
    ///
    /// # Errors
    /// Every [`Problem`], of each step the first; whether it fits is looked at where there is no other.
    pub fn read(&self, treatment: &Treatment, today: NaiveDate) -> Result<(StartLdn, Treatment), Vec<Problem>> {
        let first_day = iso::date(&self.first.from);
        let first = self.first.read();
        let mut problems = first.clone().err().unwrap_or_default();
        problems.extend(self.form.is_none().then_some(Problem::NoForm));
        let mut later_steps = Vec::new();
        for (number, step) in (1..).zip(&self.steps) {
            match step.read().map_err(|mut found| found.swap_remove(0)) {
                Ok((from, _)) if first_day.is_some_and(|first_day| from <= first_day) => {
                    problems.push(Problem::StepTooEarly(number));
                }
                Ok(step) => later_steps.push(step),
                Err(problem) => problems.push(Problem::Step(number, Box::new(problem))),
            }
        }
        let (Ok((first_day, dose)), Some(form), true) = (first, self.form, problems.is_empty()) else {
            return Err(problems);
        };
        let start = StartLdn {
            first_day,
            dose,
            form,
            later_steps,
        };
        // What can hardly be meant is asked all at once, so that one answer is enough.
        let mut asked: Vec<Problem> = is_unlikely(first_day, today, self.sure).into_iter().collect();
        let mut before = dose_step::dose_before(treatment, first_day);
        asked.extend(self.first.is_far(start.dose, before));
        before = Some(start.dose);
        for (place, (_, dose)) in start.later_steps.iter().enumerate() {
            if let Some(problem) = self.steps[place].is_far(*dose, before) {
                asked.push(Problem::Step(place + 1, Box::new(problem)));
            }
            before = Some(*dose);
        }
        if !asked.is_empty() {
            return Err(asked);
        }
        match start.apply(treatment) {
            Ok(treatment) => Ok((start, treatment)),
            Err(why) => Err(vec![Problem::Misfit(why)]),
        }
    }
}

/// The first day of one more step, after the one that is typed last; empty where that is none.
pub fn day_of_next_step(last: &str) -> String {
    let next = iso::date(last).and_then(|last| last.checked_add_days(Days::new(STEP_DAYS)));
    next.map(|day| day.to_string()).unwrap_or_default()
}

/// How many baseline days there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FewDays {
    /// Recorded so far.
    pub recorded: usize,
    /// Those and all that can be recorded until then.
    pub at_most: usize,
}

/// How many baseline days there are before the first day that is typed, where they are few and stay few (P4).
pub fn few_baseline_days(first_day: &str, diary: &Diary, today: NaiveDate) -> Option<FewDays> {
    let phases = diary.treatment.phases();
    // Who has taken something already has other days to compare with.
    let has_none = !phases.is_empty() && phases.iter().all(|phase| phase.kind != PhaseKind::Baseline);
    if has_none {
        return None;
    }
    let first_day = iso::date(first_day)?;
    let recorded = diary.baseline_days_before(first_day);
    // What is answered already is among the recorded; an empty diary begins with its first entry.
    let is_ahead = |day: &NaiveDate| {
        let is_answered = diary.day(*day).is_some_and(|day| !day.answers().is_empty());
        !is_answered && (phases.is_empty() || diary.is_baseline(*day))
    };
    let ahead = today.iter_days().take_while(|day| *day < first_day).filter(is_ahead);
    let at_most = recorded + ahead.take(Diary::BASELINE_DAYS).count();
    (at_most < Diary::BASELINE_DAYS).then_some(FewDays { recorded, at_most })
}
