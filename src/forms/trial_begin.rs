//! Beginning a trial of one with the commit code of the patient's sheet (T2, T6).

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use super::dose_step::dose_before;
use super::first_day::is_unlikely;
use super::{DoseText, FarDose, Problem, field};
use crate::diary::{Form, Treatment, TrialOfOne};
use crate::exchange::sealed_order::{Commit, commit};
use crate::trial::SETTLING_IN;
use crate::trial_of_one::TrialsOfOne;

/// The form as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The commit code.
    pub code: String,
    /// The dose of LDN on the label.
    pub dose: DoseText,
    /// The form on the label.
    pub form: Option<Form>,
    /// Whether the safety facts were read.
    pub has_read: bool,
    /// Whether the prescriber agrees.
    pub is_agreed: bool,
    /// What was said of the form before: what was asked about is meant.
    pub before: Vec<Problem>,
}

/// What the form would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The trial.
    pub trial: TrialOfOne,
    /// The treatment with it.
    pub treatment: Treatment,
}

/// What a text says as a commit code.
///
/// # Errors
/// [`Problem::NoCode`], [`Problem::BadCode`].
pub fn read_code(text: &str) -> Result<Commit, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::NoCode);
    }
    commit(text).map_err(Problem::BadCode)
}

/// How many days of a trial are over, where it is to begin on a day that is.
pub fn days_over(code: &Commit, today: NaiveDate) -> i64 {
    (today - code.plan.first_day()).num_days().max(0)
}

impl Typed {
    /// The treatment with the trial, begun at an instant.
    ///
    /// # Errors
    /// Every [`Problem`]; what can hardly be meant, and whether the trial fits, is looked at where there is no other.
    pub fn read(
        &self,
        treatment: &Treatment,
        today: NaiveDate,
        at: DateTime<FixedOffset>,
    ) -> Result<Begun, Vec<Problem>> {
        let code = read_code(&self.code);
        let dose = self.dose.planned().map_err(|why| match why {
            Problem::DoseOfNone => Problem::TrialOfNone,
            other => other,
        });
        let form = self.form.ok_or(Problem::NoForm);
        let ticks = [
            (!self.has_read).then_some(Problem::NotRead),
            (!self.is_agreed).then_some(Problem::NotAgreed),
        ];
        let mut problems: Vec<Problem> = ticks.into_iter().flatten().collect();
        let (Ok(code), Ok(dose), Ok(form), true) = (&code, &dose, &form, problems.is_empty()) else {
            problems.extend([code.err(), dose.err(), form.err()].into_iter().flatten());
            return Err(problems);
        };
        let plan = code.plan;
        if plan.ends() <= today {
            return Err(vec![Problem::TrialOver(plan.ends().pred_opt().unwrap_or(plan.ends()))]);
        }
        let trial = TrialOfOne::new(code.code.clone(), plan, (*dose, *form), at);
        let begun = treatment.begin_trial(&trial);
        let begun = begun.map_err(|why| vec![Problem::TrialMisfit(field::TRIAL_CODE, why)])?;
        let mut asked: Vec<Problem> = is_far(plan.first_day(), today, &self.before).into_iter().collect();
        let far = FarDose::of(*dose, dose_before(treatment, plan.first_day()));
        asked.extend(far.filter(|far| !far.was_asked(&self.before)).map(Problem::FarDose));
        if asked.is_empty() {
            Ok(Begun {
                trial,
                treatment: begun,
            })
        } else {
            Err(asked)
        }
    }
}

/// Whether the first day has to be asked about: so long over that days would count which nobody took from a bottle, or far
/// ahead.
fn is_far(first: NaiveDate, today: NaiveDate, before: &[Problem]) -> Option<Problem> {
    let is_long_over = first
        .checked_add_days(Days::new(SETTLING_IN))
        .is_some_and(|day| day <= today);
    let problem = Problem::FarTrial(first);
    let is_far = is_long_over || is_unlikely(first, today, None).is_some();
    (is_far && !before.contains(&problem)).then_some(problem)
}
