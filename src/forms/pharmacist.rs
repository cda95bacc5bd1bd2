//! What a pharmacist types for a trial of one (T1).

use chrono::NaiveDate;

use super::first_day::is_unlikely;
use super::{DoseText, Problem};
use crate::diary::{Dose, Form, TrialPlan, in_common_digits, iso};

/// The form as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The dose of naltrexone.
    pub dose: DoseText,
    /// What is made.
    pub form: Option<Form>,
    /// How many pairs of periods.
    pub pairs: Option<u8>,
    /// The days of each period.
    pub period_days: String,
    /// The first day of the first one.
    pub first_day: String,
    /// An unlikely first day that was asked about and is meant.
    pub sure: Option<NaiveDate>,
    /// A large dose that was asked about and is meant.
    pub meant: Option<Dose>,
}

/// The dose of the trials. Ten times that, or more, is a slip of the keyboard, mostly (D7).
pub(super) const USUAL_DOSE: Dose = Dose::STUDIED;

/// The dose that was asked about.
pub fn dose_asked_about(problems: &[Problem]) -> Option<Dose> {
    problems.iter().find_map(|problem| match problem {
        Problem::LargeTrialDose(dose) => Some(*dose),
        _ => None,
    })
}

/// What is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The trial.
    pub plan: TrialPlan,
    /// The dose on the labels.
    pub dose: Dose,
    /// What is made.
    pub form: Form,
}

impl Typed {
    /// What is to be drawn.
    ///
    /// # Errors
    /// Every [`Problem`]; whether there is such a trial is looked at where there is no other.
    pub fn read(&self, today: NaiveDate) -> Result<Asked, Vec<Problem>> {
        let dose = self.dose.planned().map_err(|why| match why {
            Problem::NoDose => Problem::NoTrialDose,
            Problem::DoseOfNone => Problem::TrialOfNone,
            other => other,
        });
        let is_meant = |dose: &Dose| dose.micrograms() < 10 * USUAL_DOSE.micrograms() || self.meant == Some(*dose);
        let dose = dose.and_then(|dose| Some(dose).filter(is_meant).ok_or(Problem::LargeTrialDose(dose)));
        let form = self.form.ok_or(Problem::NoTrialForm);
        let pairs = self.pairs.ok_or(Problem::NoPairs);
        let days = period_days(&self.period_days);
        let first_day = self.first_day(today);
        let (Ok(dose), Ok(form), Ok(pairs), Ok(days), Ok(first_day)) = (&dose, &form, &pairs, &days, &first_day) else {
            let found = [dose.err(), form.err(), pairs.err(), days.err(), first_day.err()];
            return Err(found.into_iter().flatten().collect());
        };
        match TrialPlan::new(i64::from(*pairs), *days, *first_day) {
            Ok(plan) => Ok(Asked {
                plan,
                dose: *dose,
                form: *form,
            }),
            Err(why) => Err(vec![Problem::NoSuchTrial(why)]),
        }
    }

    fn first_day(&self, today: NaiveDate) -> Result<NaiveDate, Problem> {
        let day = iso::date(&self.first_day).ok_or(Problem::NoDay)?;
        if day < today {
            return Err(Problem::TrialDayOver);
        }
        is_unlikely(day, today, self.sure).map_or(Ok(day), Err)
    }
}

/// A length within what a period can have, in the digits of any script.
fn period_days(text: &str) -> Result<i64, Problem> {
    let text = in_common_digits(text);
    let text = text.trim();
    // "+28" is a number for the standard library.
    let days = text
        .parse()
        .ok()
        .filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let fits = |days: &i64| (i64::from(TrialPlan::LEAST_DAYS)..=i64::from(TrialPlan::MOST_DAYS)).contains(days);
    days.filter(fits).ok_or(Problem::NoPeriodDays)
}
