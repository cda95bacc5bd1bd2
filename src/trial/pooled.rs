//! The pooled answer of a trial of one (T4, A2): all periods on LDN against all on placebo, once it is unsealed.
//!
//! Of each period the first 14 days are left out, so that what came before can wear off; of a trial that was unsealed early
//! the days from then on. Several windows on a side are simply its days: waves tie neighbouring periods together.

use chrono::NaiveDate;

use crate::diary::{Arm, SideEffectId, SortedMap};

use super::comparison::Comparison;
use super::completeness::Doses;
use super::finding::side_by_side;
use super::phase_summary::{ItemSummary, SideEffectSummary};
use crate::words::Decimal;

/// One item of an unsealed trial.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// The place of the trial among those of the diary, counted from 0.
    pub trial: usize,
    /// The answer: all days on LDN that count against all on placebo. Its phase is the first period of the trial, and what has
    /// to be said beside it stands in `caveats` here.
    pub answer: Comparison,
    /// The days that count, period by period.
    pub counted: Vec<(Arm, NaiveDate, NaiveDate)>,
    /// Each pair, in their order.
    pub pairs: Vec<Pair>,
    /// LDN and placebo.
    pub arms: [ArmSummary; 2],
    /// Second layer alone: the share of all ways to assign the pairs in which the mean difference is at least as far on the
    /// better side as here, 1/2^pairs at least; `None` without a whole pair. No likelihood that LDN helps.
    pub randomisation: Option<f64>,
}

/// One thing a reader has to know before believing the answer of a trial of one.
///
/// That chance drew the order, and that nobody knew it, is what a comparison of before and after lacks: its caveats are others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrialCaveat {
    /// What the drawing rules out, and that chance is left. Always there.
    Drawn,
    /// The first days of each period are left out, whatever came before. Always there.
    CarryOver,
    /// It was unsealed on this day, before it was over: no day from then on counts.
    RevealedEarly(NaiveDate),
    /// Its order was seen on this day, and sealed again.
    SeenBefore(NaiveDate),
    /// It was stopped, and this is the first day without it.
    Stopped(NaiveDate),
    /// So many periods began on another day than planned.
    Moved(usize),
    /// So many pairs have no day that counts on one side.
    PairMissing(usize),
    /// Of the guesses that said LDN or placebo, three in four or more were right: what was taken may have been known.
    GuessedRightly,
    /// Chance drew the same order in all pairs, of two or more, and this is what came first.
    SameOrder(Arm),
    /// Under 80 % of the doses of an arm are recorded as taken.
    DosesMissed,
    /// Another medicine changed on so many of its days.
    OtherMedicineChanged(usize),
    /// So many of its days were filled in later, and count.
    Late(usize),
    /// So many were imported, and count.
    Imported(usize),
    /// One side is far more complete than the other.
    UnevenDays,
    /// A side has under 70 % of its days.
    ManyDaysMissing,
}

impl TrialCaveat {
    /// Whether guesses were right so often that what was taken may have been known: three in four or more of those that said
    /// LDN or placebo, and three at least. Of so few periods that is this diary's own choice, and no test.
    pub(super) fn of_guesses(arms: &[ArmSummary; 2]) -> Option<TrialCaveat> {
        let Guesses { right, wrong, .. } = Guesses::of_both(arms);
        (right >= 3 && 4 * right >= 3 * (right + wrong)).then_some(TrialCaveat::GuessedRightly)
    }

    /// Whether all pairs that count on both sides, two or more, have one order.
    pub(super) fn of_order(pairs: &[Pair]) -> Option<TrialCaveat> {
        let whole = pairs.iter().filter(|pair| pair.difference().is_some());
        let orders: Vec<Arm> = whole.map(|pair| pair.first).collect();
        let first = *orders.first()?;
        (orders.len() > 1 && orders.iter().all(|order| *order == first)).then_some(TrialCaveat::SameOrder(first))
    }
}

/// One pair of periods.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Its number, from 1.
    pub number: u8,
    /// What came first.
    pub first: Arm,
    /// The mean of the counted days on LDN, and how many there are; `None` without any.
    pub ldn: Option<(f64, usize)>,
    /// The same on placebo.
    pub placebo: Option<(f64, usize)>,
}

impl Pair {
    /// LDN less placebo, in points; `None` where a side has no day.
    pub fn difference(self) -> Option<f64> {
        Some(self.ldn?.0 - self.placebo?.0)
    }
}

/// With how many decimals the means of all pairs are read, so that a column has one number of them: whole numbers, or one
/// decimal where whole ones would tell another difference of any pair.
pub fn decimals_of(pairs: &[Pair]) -> u32 {
    let mut most = 0;
    for pair in pairs {
        if let (Some(ldn), Some(placebo)) = (pair.ldn, pair.placebo) {
            most = most.max(side_by_side(placebo.0, ldn.0)[0].decimals());
        }
    }
    most
}

/// In how many pairs the item is lower on LDN, in how many higher, as their means are read, and how many have both sides.
pub fn lower_and_higher(pairs: &[Pair]) -> [usize; 3] {
    let decimals = decimals_of(pairs);
    let mut found = [0; 3];
    for pair in pairs {
        if let (Some(ldn), Some(placebo)) = (pair.ldn, pair.placebo) {
            let [placebo, ldn] = [placebo, ldn].map(|side| Decimal::of(side.0, decimals));
            found[0] += usize::from(placebo.minus(ldn).is_positive());
            found[1] += usize::from(ldn.minus(placebo).is_positive());
            found[2] += 1;
        }
    }
    found
}

/// One arm of a trial: all days of its periods, the first 14 too.
#[derive(Debug, Clone, PartialEq)]
pub struct ArmSummary {
    /// Which.
    pub arm: Arm,
    /// How many periods it has.
    pub periods: usize,
    /// Calendar days, and how many of them hold an answer.
    pub days: usize,
    /// Days that hold an answer.
    pub recorded: usize,
    /// Days on which it was taken, of all its days.
    pub doses: Doses,
    /// How well it was tolerated.
    pub tolerability: Option<ItemSummary>,
    /// Side effects, with intervals that allow for runs of days.
    pub side_effects: SortedMap<SideEffectId, SideEffectSummary>,
    /// What was thought of its periods.
    pub guesses: Guesses,
}

/// How often an arm was guessed. Of so few periods it is a description and no test.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Guesses {
    /// Rightly.
    pub right: usize,
    /// Wrongly.
    pub wrong: usize,
    /// "I don't know".
    pub unknown: usize,
}

impl Guesses {
    /// Those of both arms together.
    pub fn of_both([ldn, placebo]: &[ArmSummary; 2]) -> Guesses {
        Guesses {
            right: ldn.guesses.right + placebo.guesses.right,
            wrong: ldn.guesses.wrong + placebo.guesses.wrong,
            unknown: ldn.guesses.unknown + placebo.guesses.unknown,
        }
    }

    /// Bang's index of an arm (2004, Control Clin Trials 25:143): 1 where each was right, -1 where each was wrong, 0 as by
    /// chance; `None` without a guess.
    pub fn bang(self) -> Option<f64> {
        let all = self.right + self.wrong + self.unknown;
        #[expect(clippy::cast_precision_loss, reason = "eight periods at most")]
        let index = (self.right as f64 - self.wrong as f64) / all as f64;
        (all > 0).then_some(index)
    }
}
