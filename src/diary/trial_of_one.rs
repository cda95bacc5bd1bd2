//! A trial of one (T): pairs of periods on LDN and on placebo, in an order that chance has drawn and a pharmacist has sealed.
//!
//! What stands here is all that the patient's side knows. Before the reveal there is no field that could hold the order.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use super::diary_day::date_in_range;
use super::dose::Dose;
use super::phase::{Form, Period};
use super::sorted::SortedMap;
use super::unknown::Unknown;

/// What one period of a trial holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arm {
    /// Low-dose naltrexone.
    Ldn,
    /// Placebo.
    Placebo,
}

impl Arm {
    /// Both of them.
    pub const ALL: [Arm; 2] = [Arm::Ldn, Arm::Placebo];

    /// The name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Arm::Ldn => "ldn",
            Arm::Placebo => "placebo",
        }
    }
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

    /// How many pairs.
    pub fn pairs(&self) -> usize {
        self.0.len()
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

    /// Reads what [`Order::text`] wrote.
    pub fn from_text(text: &str) -> Option<Order> {
        let mut first = Vec::new();
        for pair in text.split(' ') {
            first.push(match pair {
                "LP" => Arm::Ldn,
                "PL" => Arm::Placebo,
                _ => return None,
            });
        }
        Order::new(first)
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

    /// What tells the papers of its trial from those of another: the last group.
    pub fn mark(&self) -> &str {
        self.0.rsplit('-').next().unwrap_or_default()
    }
}

/// How sure a patient is of a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// Hardly more than a guess.
    Little,
    /// Fairly sure.
    Fairly,
    /// Very sure.
    Very,
}

impl Sure {
    /// All of them, the least first.
    pub const ALL: [Sure; 3] = [Sure::Little, Sure::Fairly, Sure::Very];

    /// The name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Sure::Little => "little",
            Sure::Fairly => "fairly",
            Sure::Very => "very",
        }
    }
}

/// What a patient thinks that a period was (D9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// What; `None` is "I don't know", which is an answer.
    pub arm: Option<Arm>,
    /// How sure, where it was said.
    pub sure: Option<Sure>,
    /// When it was given.
    pub at: DateTime<FixedOffset>,
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
    /// The first days of the periods that there are, in their order: not those after a stop.
    pub periods: Vec<NaiveDate>,
    /// The first day after the last of them.
    pub ends: NaiveDate,
    /// When it was stopped before its end.
    pub stopped_at: Option<DateTime<FixedOffset>>,
    /// What the patient thought, by period.
    pub guesses: SortedMap<u8, Guess>,
    /// How it was unsealed.
    pub revealed: Option<Revealed>,
    /// The diary day on which its order was first seen. It stays where the reveal is undone: what was seen stays seen.
    pub seen_on: Option<NaiveDate>,
    /// Fields of another version.
    pub unknown: Unknown,
}

/// In what a trial is not as it was planned (T5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    /// A period began on another day than planned: the period, the planned day, the day.
    Moved(u8, NaiveDate, NaiveDate),
    /// A period has another number of days than planned: the period, the days.
    Length(u8, i64),
    /// It was stopped: no period after this one, and this is the first day without.
    Stopped(u8, NaiveDate),
    /// It was unsealed on this day, before it was over.
    RevealedEarly(NaiveDate),
    /// Its order was seen on this day, and sealed again.
    SeenBefore(NaiveDate),
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
            periods: (1..=plan.periods()).map(|period| plan.first_of(period)).collect(),
            ends: plan.ends(),
            stopped_at: None,
            guesses: SortedMap::default(),
            revealed: None,
            seen_on: None,
            unknown: Unknown::default(),
        }
    }

    /// Whether its days can be those of a trial: in order, not more periods than planned, and one at least.
    pub fn is_whole(&self) -> bool {
        let all: Vec<NaiveDate> = self.periods.iter().copied().chain([self.ends]).collect();
        let fits = (2..=usize::from(self.plan.periods()) + 1).contains(&all.len());
        let order = self.revealed.as_ref().map(|revealed| revealed.order.pairs());
        fits && all.windows(2).all(|two| two[0] < two[1])
            && all.iter().all(|day| date_in_range(*day).is_ok())
            && order.is_none_or(|pairs| pairs == usize::from(self.plan.pairs()))
    }

    /// Its first day.
    pub fn first_day(&self) -> NaiveDate {
        self.periods.first().copied().unwrap_or(self.ends)
    }

    /// Whether a day lies in it.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first_day() <= date && date < self.ends
    }

    /// Whether it has days that another one has too.
    pub fn overlaps(&self, other: &TrialOfOne) -> bool {
        self.first_day() < other.ends && other.first_day() < self.ends
    }

    /// The numbers of its periods, each with its first day and the first day after it.
    pub fn spans(&self) -> Vec<(u8, NaiveDate, NaiveDate)> {
        let mut spans = Vec::new();
        for (number, (place, from)) in (1..).zip(self.periods.iter().enumerate()) {
            let until = self.periods.get(place + 1).unwrap_or(&self.ends);
            spans.push((number, *from, *until));
        }
        spans
    }

    /// The period that begins on a day.
    pub fn period_from(&self, from: NaiveDate) -> Option<Period> {
        let place = self.periods.iter().position(|first| *first == from)?;
        Some(Period {
            number: u8::try_from(place + 1).ok()?,
            of: self.plan.periods(),
        })
    }

    /// What a period holds; `None` before the reveal.
    pub fn arm(&self, period: u8) -> Option<Arm> {
        self.revealed.as_ref()?.order.arm(period)
    }

    /// The day before which its days are blinded, where it was unsealed, or seen, early.
    pub fn unsealed_on(&self) -> Option<NaiveDate> {
        let early = self.revealed.as_ref()?.early;
        let seen = self.seen_on.filter(|day| *day < self.ends);
        early.into_iter().chain(seen).min()
    }

    /// The day on which it was seen before it was unsealed for good.
    fn seen_before(&self) -> Option<NaiveDate> {
        let at = self.revealed.as_ref()?.at.date_naive();
        // A day of the diary may begin some hours after midnight.
        self.seen_on.filter(|day| *day < at.pred_opt().unwrap_or(at))
    }

    /// How many pairs it has of which both periods are whole, and how many days of the one after them: of a trial that was
    /// stopped.
    pub fn whole_pairs(&self) -> (usize, i64) {
        let spans = self.spans();
        let mut whole = 0;
        for pair in spans.chunks(2) {
            let is_cut = self.stopped_at.is_some()
                && pair.iter().any(|&(number, from, until)| {
                    usize::from(number) == spans.len() && (until - from).num_days() < i64::from(self.plan.period_days())
                });
            if pair.len() < 2 || is_cut {
                return (whole, (self.ends - pair[0].1).num_days());
            }
            whole += 1;
        }
        (whole, 0)
    }

    /// In what it is not as it was planned, in the order of the periods.
    pub fn deviations(&self) -> Vec<Deviation> {
        let mut found = Vec::new();
        let spans = self.spans();
        let last = spans.len();
        for &(number, from, until) in &spans {
            let planned = self.plan.first_of(number);
            if from != planned {
                found.push(Deviation::Moved(number, planned, from));
            }
            let days = (until - from).num_days();
            // The last one before a stop is short because of that.
            let is_cut = self.stopped_at.is_some() && usize::from(number) == last;
            if days != i64::from(self.plan.period_days()) && !is_cut {
                found.push(Deviation::Length(number, days));
            }
            if is_cut {
                found.push(Deviation::Stopped(number, until));
            }
        }
        if let Some(day) = self.unsealed_on() {
            found.push(Deviation::RevealedEarly(day));
        }
        if let Some(day) = self.seen_before() {
            found.push(Deviation::SeenBefore(day));
        }
        found
    }
}
