//! The pooled answer of a trial of one (T4, A2): all periods on LDN against all on placebo, once it is unsealed.
//!
//! Of each period the first 14 days are left out, so that what came before has worn off; of a trial that was unsealed early
//! the days from then on. Several windows on a side are simply its days: waves tie neighbouring periods together.

use chrono::NaiveDate;

use crate::diary::{Arm, Direction, ItemId, Points, SideEffectId, SortedMap};

use super::completeness::Doses;
use super::contrast::{Contrast, Verdict};
use super::phase_summary::{ItemSummary, SideEffectSummary};

/// One item of an unsealed trial.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// The place of the trial among those of the diary, counted from 0.
    pub trial: usize,
    /// The place of its first period among the phases of the diary, counted from 0.
    pub phase: usize,
    /// The item compared.
    pub item: ItemId,
    /// Whether it is the main item, which alone has a verdict.
    pub main: bool,
    /// The number of the question: that of its card, else the first.
    pub question: u32,
    /// The smallest worthwhile change of a card that was written before the trial, for its item.
    pub at_least: Option<Points>,
    /// Which way is better.
    pub direction: Direction,
    /// Placebo as what is compared with, LDN as what is compared.
    pub contrast: Contrast,
    /// The last day that can count.
    pub final_day: NaiveDate,
    /// Whether that day has come.
    pub is_final: bool,
    /// Each pair, in their order.
    pub pairs: Vec<Pair>,
    /// LDN and placebo.
    pub arms: [ArmSummary; 2],
    /// Second layer alone: the share of all ways to assign the pairs in which the mean difference is at least as far on the
    /// better side as here, 1/2^pairs at least; `None` without a whole pair. No likelihood that LDN helps.
    pub randomisation: Option<f64>,
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
    /// Bang's index of an arm (2004, Control Clin Trials 25:143): 1 where each was right, -1 where each was wrong, 0 as by
    /// chance; `None` without a guess.
    pub fn bang(self) -> Option<f64> {
        let all = self.right + self.wrong + self.unknown;
        #[expect(clippy::cast_precision_loss, reason = "eight periods at most")]
        let index = (self.right as f64 - self.wrong as f64) / all as f64;
        (all > 0).then_some(index)
    }
}

impl Pooled {
    /// Where the 95 % interval lies, unrounded; `None` for any but the main item and without a likely range.
    pub fn verdict(&self) -> Option<Verdict> {
        let range = self.contrast.range.filter(|_| self.main)?;
        Some(Verdict::of(range.difference95, self.direction))
    }
}
