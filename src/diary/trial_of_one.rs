//! A trial of one (T): pairs of periods on LDN and on placebo, in an order that chance has drawn and a pharmacist has sealed.
//!
//! What stands here is all that the patient's side knows. Before the reveal there is no field that could hold the order.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use super::diary_day::date_in_range;
use super::dose::Dose;
use super::phase::Form;

/// Which period of a trial of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Its number, from 1.
    pub number: u8,
    /// How many the trial has by its plan.
    pub of: u8,
}

/// What one period of a trial holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arm {
    /// Low-dose naltrexone.
    Ldn,
    /// Placebo.
    Placebo,
}

/// What a trial is to be, as the pharmacist's sheet says it (P8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrialPlan {
    pairs: u8,
    period_days: u8,
    first_day: NaiveDate,
}

/// Why there is no such plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrialPlanError {
    /// Fewer or more pairs than a trial has.
    Pairs(i64),
    /// Shorter or longer than a period is, in days.
    PeriodDays(i64),
    /// The trial would not lie within the dates that codes and diary can hold.
    FirstDay(NaiveDate),
}

impl TrialPlan {
    /// The fewest pairs of periods.
    pub const LEAST_PAIRS: u8 = 2;
    /// The most.
    pub const MOST_PAIRS: u8 = 4;
    /// The shortest period in days: 14 settle in, and a week counts.
    pub const LEAST_DAYS: u8 = 21;
    /// The length of a period unless another is chosen, in days.
    pub const USUAL_DAYS: u8 = 28;
    /// The longest period in days: the 12 weeks that count of a dose.
    pub const MOST_DAYS: u8 = 84;
    /// The day from which codes count the first day.
    pub const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a date");

    /// A plan of so many pairs, with so many days in each period.
    ///
    /// # Errors
    /// [`TrialPlanError`] for what no trial is.
    pub fn new(pairs: i64, period_days: i64, first_day: NaiveDate) -> Result<TrialPlan, TrialPlanError> {
        let fits = |number: i64, least: u8, most: u8| {
            u8::try_from(number)
                .ok()
                .filter(|number| (least..=most).contains(number))
        };
        let plan = TrialPlan {
            pairs: fits(pairs, Self::LEAST_PAIRS, Self::MOST_PAIRS).ok_or(TrialPlanError::Pairs(pairs))?,
            period_days: fits(period_days, Self::LEAST_DAYS, Self::MOST_DAYS)
                .ok_or(TrialPlanError::PeriodDays(period_days))?,
            first_day,
        };
        let is_counted = u16::try_from((first_day - Self::EPOCH).num_days()).is_ok();
        let is_held = date_in_range(first_day).is_ok() && date_in_range(plan.ends()).is_ok();
        (is_counted && is_held)
            .then_some(plan)
            .ok_or(TrialPlanError::FirstDay(first_day))
    }

    /// How many pairs of periods.
    pub fn pairs(self) -> u8 {
        self.pairs
    }

    /// How many periods: two a pair.
    pub fn periods(self) -> u8 {
        2 * self.pairs
    }

    /// How many days a period has.
    pub fn period_days(self) -> u8 {
        self.period_days
    }

    /// The first day of the first period.
    pub fn first_day(self) -> NaiveDate {
        self.first_day
    }

    /// The first day of a period, counted from 1; of the one after the last, the first day after the trial.
    pub fn first_of(self, period: u8) -> NaiveDate {
        let days = u64::from(period.saturating_sub(1)) * u64::from(self.period_days);
        let first = self.first_day.checked_add_days(Days::new(days));
        first.unwrap_or(NaiveDate::MAX)
    }

    /// The first day after the trial.
    pub fn ends(self) -> NaiveDate {
        self.first_of(self.periods() + 1)
    }
}

/// Which arm comes first in each pair.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Order(Vec<Arm>);

impl Order {
    /// The arm that comes first in each pair; `None` for fewer or more pairs than a trial has.
    pub fn new(first: Vec<Arm>) -> Option<Order> {
        let pairs = usize::from(TrialPlan::LEAST_PAIRS)..=usize::from(TrialPlan::MOST_PAIRS);
        pairs.contains(&first.len()).then_some(Order(first))
    }

    /// Which arm comes first in each pair.
    pub fn first(&self) -> &[Arm] {
        &self.0
    }

    /// What a period holds, counted from 1.
    pub fn arm(&self, period: u8) -> Option<Arm> {
        let place = usize::from(period.checked_sub(1)?);
        let first = *self.0.get(place / 2)?;
        Some(match (place % 2, first) {
            (0, arm) => arm,
            (_, Arm::Ldn) => Arm::Placebo,
            (_, Arm::Placebo) => Arm::Ldn,
        })
    }

    /// As it is written down: "LP PL LP", L for LDN and P for placebo, a space between pairs.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for arm in &self.0 {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(match arm {
                Arm::Ldn => "LP",
                Arm::Placebo => "PL",
            });
        }
        text
    }
}

/// A code of the pharmacist's sheet, in one way to write it: letters and digits in groups. What it says is read by whoever
/// checks it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrialCode(String);

impl TrialCode {
    /// The most characters of one.
    pub const MAX_CHARS: usize = 64;

    /// A code of capital letters, digits and hyphens; `None` for another text.
    pub fn new(text: &str) -> Option<TrialCode> {
        let is_fine = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        let fits = (1..=Self::MAX_CHARS).contains(&text.len()) && text.bytes().all(is_fine);
        fits.then(|| TrialCode(text.to_owned()))
    }

    /// It as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How a trial was unsealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revealed {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The reveal code, so that anyone can check it against the commit code.
    pub code: TrialCode,
    /// The order that it holds.
    pub order: Order,
    /// The diary day on which, where that was before the trial was over: from then on it is not blinded.
    pub early: Option<NaiveDate>,
}

/// A trial of one, from its beginning on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrialOfOne {
    /// The commit code of the patient's sheet: no two trials have the same.
    pub commit: TrialCode,
    /// What was planned.
    pub plan: TrialPlan,
    /// The dose of LDN on the label.
    pub dose: Dose,
    /// The form on the label.
    pub form: Form,
    /// When the patient said that the prescriber agrees, and began it.
    pub agreed_at: DateTime<FixedOffset>,
    /// The first day after its last period.
    pub ends: NaiveDate,
    /// How it was unsealed.
    pub revealed: Option<Revealed>,
}

impl TrialOfOne {
    /// A trial that begins as it was planned.
    pub fn new(
        commit: TrialCode,
        plan: TrialPlan,
        (dose, form): (Dose, Form),
        agreed_at: DateTime<FixedOffset>,
    ) -> TrialOfOne {
        TrialOfOne {
            commit,
            plan,
            dose,
            form,
            agreed_at,
            ends: plan.ends(),
            revealed: None,
        }
    }
}
