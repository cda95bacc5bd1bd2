//! A final answer as it was read: its days, their ratings, and what the model said of them.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::id::ItemId;
use super::name::Name;
use super::phase::PhaseKind;
use super::rating::Rating;

/// What a phase is compared with (A2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// The first baseline.
    Baseline,
    /// All days off LDN together, where there is no baseline.
    Off,
    /// The latest placebo phase.
    Placebo,
    /// The latest phase of another medicine, of this name.
    Comparator(Name),
    /// The days of an earlier dose, where there is neither a baseline nor a day off LDN.
    Step,
}

impl Against {
    /// Those that need no name.
    pub const UNNAMED: [Against; 4] = [Against::Baseline, Against::Off, Against::Placebo, Against::Step];

    /// The name in files (F1, F3). That of another medicine stands beside it.
    pub const fn id(&self) -> &'static str {
        match self {
            Against::Baseline => "baseline",
            Against::Off => "off",
            Against::Placebo => "placebo",
            Against::Comparator(_) => PhaseKind::COMPARATOR,
            Against::Step => "step",
        }
    }

    /// What has this name in files, where it needs no other.
    pub fn from_id(id: &str) -> Option<Against> {
        Against::UNNAMED.into_iter().find(|against| against.id() == id)
    }

    /// The name of another medicine.
    pub const fn medicine(&self) -> Option<&Name> {
        match self {
            Against::Comparator(medicine) => Some(medicine),
            _ => None,
        }
    }
}

/// A number of the model in millionths of its unit: whole, so that it is the same wherever it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Millionths(pub i64);

impl Millionths {
    /// The nearest to a number.
    #[expect(clippy::cast_possible_truncation, reason = "the largest is 5000 %")]
    pub fn of(number: f64) -> Self {
        Millionths((number * 1e6).round() as i64)
    }

    /// As a number again.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    pub fn value(self) -> f64 {
        self.0 as f64 / 1e6
    }
}

/// A final answer as it was first read (A10). It stands: what is changed in its days afterwards is said beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// When it was first read.
    pub at: DateTime<FixedOffset>,
    /// The answer.
    pub answer: FinalAnswer,
}

/// An answer to which no day is added any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinalAnswer {
    /// Which question of the diary it answers, counted from 1.
    pub question: u32,
    /// The item that is judged.
    pub item: ItemId,
    /// What its days are compared with.
    pub against: Against,
    /// The day of the change with which the dose began.
    pub since: NaiveDate,
    /// The last day that counts.
    pub final_day: NaiveDate,
    /// The days compared with.
    pub reference: FinalDays,
    /// The days compared.
    pub window: FinalDays,
    /// What the model said.
    pub range: FinalRange,
}

impl FinalAnswer {
    /// Whether another one is the answer to the same, of the same dose.
    pub fn is_of(&self, other: &FinalAnswer) -> bool {
        let reference = (other.reference.from, other.reference.to);
        let against = (&other.against, Some(reference));
        self.answers(other.question, &other.item, against, (other.since, other.final_day))
    }

    /// Whether it answers this question, of a dose from the first of these days that is final on the second. Another medicine
    /// that it is compared with is known by the days on which it was taken: its name may have been corrected since.
    pub fn answers(
        &self,
        question: u32,
        item: &ItemId,
        (against, taken): (&Against, Option<(NaiveDate, NaiveDate)>),
        days: (NaiveDate, NaiveDate),
    ) -> bool {
        let is_same = match (&self.against, against, taken) {
            (Against::Comparator(_), Against::Comparator(_), Some((from, to))) => {
                self.reference.from <= to && from <= self.reference.to
            }
            (mine, other, _) => mine == other,
        };
        is_same && (self.question, (self.since, self.final_day)) == (question, days) && self.item == *item
    }
}

/// One side of a final answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinalDays {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// How many calendar days count.
    pub days: u32,
    /// The ratings of all days from the first to the last; `None` where there is none, or the day does not count.
    pub ratings: Vec<Option<Rating>>,
}

impl FinalDays {
    /// The rated days with their ratings.
    pub fn rated(&self) -> impl Iterator<Item = (NaiveDate, Rating)> {
        let days = self.from.iter_days().zip(&self.ratings);
        days.filter_map(|(day, rating)| Some((day, (*rating)?)))
    }
}

/// What the model said of a final answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FinalRange {
    /// 95 % limits of the difference in points.
    pub difference95: [Millionths; 2],
    /// 80 % limits of it.
    pub difference80: [Millionths; 2],
    /// 95 % limits of the improvement in percent, where there are any.
    pub percent95: Option<[Millionths; 2]>,
    /// The probability of any improvement.
    pub better: Millionths,
    /// The probability of an improvement of at least 30 %, where percent are told.
    pub at_least_30: Option<Millionths>,
    /// The probability of at least the smallest worthwhile change, where a card asks for one.
    pub at_least_asked: Option<Millionths>,
    /// The correlation of one day with the next.
    pub correlation: Millionths,
    /// The share of the variance that comes in waves.
    pub wave_share: Millionths,
}
