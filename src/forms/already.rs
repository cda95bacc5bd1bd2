//! For those who take LDN already, or have stopped: since when, and which dose (P1).

use chrono::NaiveDate;

use super::first_day::{is_unlikely, not_ahead};
use super::{DoseText, Problem, field};
use crate::diary::{Dose, DoseStep, Form, Phase, PhaseKind, Treatment, TreatmentError, in_common_digits, iso};
use crate::words::dates;

/// A day, or where that is not known a month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct When {
    /// `2026-03-24`, or `2026-03`.
    pub text: String,
    /// Whether a month is meant.
    pub is_month: bool,
}

impl When {
    /// The day; of a month the first.
    pub fn read(&self) -> Option<NaiveDate> {
        if self.is_month {
            // Where a browser has no field for months it is typed.
            iso::date(&[in_common_digits(&self.text).trim(), "-01"].concat())
        } else {
            iso::date(&self.text)
        }
    }

    /// As it is read: "24 March 2026", or "March 2026"; nothing where it is no day.
    pub fn said(&self) -> String {
        let say = if self.is_month { dates::month } else { dates::full };
        self.read().map(say).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The form as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The first day on LDN; may be empty where it was stopped.
    pub since: When,
    /// The first day without it; `None` where it is still taken.
    pub stopped: Option<When>,
    /// The dose; may be empty where LDN was stopped.
    pub dose: DoseText,
    /// Since when that dose; empty where it was so from the start.
    pub dose_since: String,
    /// What is taken, if it is said.
    pub form: Option<Form>,
    /// An unlikely day that was asked about and is meant.
    pub sure: Option<NaiveDate>,
}

impl Typed {
    /// The treatment with what was said.
    ///
    /// # Errors
    /// Every [`Problem`]; whether it fits is looked at where there is no other.
    pub fn read(&self, treatment: &Treatment, today: NaiveDate) -> Result<Treatment, Vec<Problem>> {
        let mut problems = Vec::new();
        let since = match self.since.read() {
            None if self.stopped.is_some() && self.since.is_empty() => {
                let is_told = !self.dose.text.trim().is_empty() || self.form.is_some();
                problems.extend(is_told.then_some(Problem::NoSince));
                None
            }
            None => {
                problems.push(Problem::NoDay);
                None
            }
            Some(since) => {
                problems.extend(not_ahead(since, today, field::FIRST_DAY));
                problems.extend(is_unlikely(since, today, self.sure));
                Some(since)
            }
        };
        let stopped = self.stopped.as_ref().and_then(When::read);
        if self.stopped.is_some() {
            match stopped {
                None => problems.push(Problem::NoLastDay),
                Some(day) if since.is_some_and(|since| day <= since) => problems.push(Problem::StoppedFirst),
                Some(day) => problems.extend(not_ahead(day, today, field::STOPPED)),
            }
        }
        let plan = match self.plan(since) {
            Ok(plan) => {
                let is_after = |step: &DoseStep| stopped.is_some_and(|stopped| stopped <= step.from);
                let after = plan.iter().any(is_after) && since.is_none_or(|since| stopped > Some(since));
                problems.extend(after.then_some(Problem::DoseAfterStop));
                plan
            }
            Err(problem) => {
                problems.push(problem);
                Vec::new()
            }
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        self.said(treatment, since.map(|since| (since, plan)), stopped)
            .map_err(|why| vec![Problem::Misfit(why)])
    }

    fn said(
        &self,
        treatment: &Treatment,
        ldn: Option<(NaiveDate, Vec<DoseStep>)>,
        stopped: Option<NaiveDate>,
    ) -> Result<Treatment, TreatmentError> {
        let mut said = treatment.clone();
        if let Some((since, plan)) = ldn {
            let ldn = Phase {
                by_month: self.since.is_month,
                ..Phase::new(PhaseKind::Ldn, since, self.form)
            };
            said = said.begin(ldn, plan)?;
        }
        let Some(stopped) = stopped else { return Ok(said) };
        let washout = Phase {
            by_month: self.stopped.as_ref().is_some_and(|when| when.is_month),
            ..Phase::new(PhaseKind::Washout, stopped, None)
        };
        said.begin(washout, Vec::new())
    }

    /// The dose as a plan: one step, from the first day or since it was changed.
    fn plan(&self, since: Option<NaiveDate>) -> Result<Vec<DoseStep>, Problem> {
        if self.stopped.is_some() && self.dose.text.trim().is_empty() {
            return Ok(Vec::new());
        }
        let dose: Dose = self.dose.planned()?;
        let from = match self.dose_since.trim() {
            "" => since,
            text => {
                let from = iso::date(text).filter(|from| since.is_none_or(|since| since <= *from));
                Some(from.ok_or(Problem::DoseBeforeStart)?)
            }
        };
        Ok(from.map(|from| DoseStep::new(from, dose)).into_iter().collect())
    }
}
