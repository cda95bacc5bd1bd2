//! The days of a trial of one, read for its pooled answer.

use chrono::{Days, NaiveDate};

use crate::diary::{Arm, Card, Direction, FIRST_QUESTION, ItemId, SortedMap, StandardItem, TrialOfOne};
use crate::statistics::{mean, sign_flips};

use super::comparison::MAIN_ITEM;
use super::completeness::Doses;
use super::contrast::{Aim, Side, contrast};
use super::phase_summary::{ItemSummary, SideEffectSummary};
use super::pooled::{ArmSummary, Guesses, Pair, Pooled};
use super::readings::between;
use super::study::Study;
use super::window::{SETTLING_IN, calendar_days};

/// A period as it is read.
struct Read {
    number: u8,
    arm: Arm,
    /// All its blinded days that have come; the last may lie before the first where none has.
    from: NaiveDate,
    to: NaiveDate,
}

impl Read {
    /// The days that count; `None` where there are none.
    fn counted(&self) -> Option<(NaiveDate, NaiveDate)> {
        let from = self.from.checked_add_days(Days::new(SETTLING_IN))?;
        (from <= self.to).then_some((from, self.to))
    }
}

impl Study<'_> {
    /// The answers of the trials that are unsealed, each for its main item.
    pub fn all_pooled(&self) -> Vec<Pooled> {
        let mut found = Vec::new();
        for (place, trial) in self.trials().iter().enumerate() {
            found.extend(self.pooled(place, &self.main_item_of(trial)));
        }
        found
    }

    /// One item of one trial; `None` before its reveal.
    pub fn pooled(&self, place: usize, item: &ItemId) -> Option<Pooled> {
        let trial = self.trials().get(place)?;
        trial.revealed.as_ref()?;
        let last = trial.unsealed_on().map_or(trial.ends, |day| day.min(trial.ends));
        let final_day = last.pred_opt()?;
        let mut periods = Vec::new();
        for (number, from, until) in trial.spans() {
            periods.push(Read {
                number,
                arm: trial.arm(number)?,
                from,
                to: until.min(last).pred_opt()?.min(self.as_of),
            });
        }
        let card = self.card_of(trial).filter(|card| card.item() == item);
        let direction = self.direction(item);
        let aim = Aim {
            direction,
            at_least: card.map(|card| card.sealed.at_least),
        };
        let side = |arm| {
            let mut days = Vec::new();
            for period in periods.iter().filter(|period| period.arm == arm) {
                days.extend(period.counted());
            }
            Side::together(&self.readings, item, &days)
        };
        let (placebo, ldn) = (side(Arm::Placebo), side(Arm::Ldn));
        let contrast = contrast(placebo.as_ref(), ldn.as_ref(), aim, |_| None);
        let pairs = self.pairs(&periods, item);
        let better: Vec<f64> = pairs
            .iter()
            .filter_map(|pair| pair.difference())
            .map(|difference| match direction {
                Direction::LowerIsBetter => -difference,
                Direction::HigherIsBetter => difference,
            })
            .collect();
        Some(Pooled {
            trial: place,
            phase: self
                .diary
                .treatment
                .phases()
                .iter()
                .position(|phase| trial.contains(phase.from))?,
            item: item.clone(),
            main: *item == self.main_item_of(trial),
            question: card.map_or(FIRST_QUESTION, |card| card.question),
            at_least: aim.at_least,
            direction,
            contrast,
            final_day,
            is_final: final_day <= self.as_of,
            pairs,
            arms: Arm::ALL.map(|arm| self.arm(trial, &periods, arm)),
            randomisation: sign_flips(&better),
        })
    }

    /// The card that asks of a trial: the last one that was sealed before it began, for a day in it or after.
    pub fn card_of(&self, trial: &TrialOfOne) -> Option<&Card> {
        self.diary.rest.cards().iter().rfind(|card| {
            let sealed = self.diary.day_of(card.sealed.at);
            sealed <= trial.first_day() && trial.first_day() <= card.sealed.day
        })
    }

    /// The item that a trial is about: that of its card, else pain.
    pub fn main_item_of(&self, trial: &TrialOfOne) -> ItemId {
        self.card_of(trial).map_or(MAIN_ITEM.into(), |card| card.item().clone())
    }

    /// On how many of these days anything was answered, and how many have come.
    pub fn recorded_between(&self, from: NaiveDate, to: NaiveDate) -> (usize, usize) {
        let to = to.min(self.as_of);
        if to < from {
            return (0, 0);
        }
        (self.readings.days_between(from, to).len(), calendar_days(from, to))
    }

    /// On how many days of a trial it was taken, and how many have come, whatever it was.
    pub fn sealed_doses(&self, trial: &TrialOfOne) -> (usize, usize) {
        let to = trial.ends.pred_opt().unwrap_or(trial.ends).min(self.as_of);
        let (_, days) = self.recorded_between(trial.first_day(), to);
        (self.readings.doses_taken(trial.first_day(), to), days)
    }

    fn pairs(&self, periods: &[Read], item: &ItemId) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (number, both) in (1..).zip(periods.chunks(2)) {
            let of = |arm: Arm| {
                let period = both.iter().find(|period| period.arm == arm)?;
                let (from, to) = period.counted()?;
                let ratings = self.readings.of_item(item, from, to);
                let values: Vec<f64> = ratings.iter().map(|(_, rating)| *rating).collect();
                Some((mean(&values)?, values.len()))
            };
            pairs.push(Pair {
                number,
                first: both[0].arm,
                ldn: of(Arm::Ldn),
                placebo: of(Arm::Placebo),
            });
        }
        pairs
    }

    fn arm(&self, trial: &TrialOfOne, periods: &[Read], arm: Arm) -> ArmSummary {
        let mut summary = ArmSummary {
            arm,
            periods: 0,
            days: 0,
            recorded: 0,
            doses: Doses { taken: 0, planned: 0 },
            tolerability: None,
            side_effects: SortedMap::default(),
            guesses: Guesses::default(),
        };
        let mine = || {
            periods
                .iter()
                .filter(|period| period.arm == arm && period.from <= period.to)
        };
        let mut tolerated = Vec::new();
        for period in mine() {
            let (from, to) = (period.from, period.to);
            summary.periods += 1;
            summary.days += calendar_days(from, to);
            summary.recorded += self.readings.days_between(from, to).len();
            summary.doses.taken += self.readings.doses_taken(from, to);
            tolerated.extend_from_slice(self.readings.of_item(&StandardItem::Tolerability.into(), from, to));
            match trial.guesses.get(&period.number).map(|guess| guess.arm) {
                None => {}
                Some(None) => summary.guesses.unknown += 1,
                Some(Some(guess)) if guess == arm => summary.guesses.right += 1,
                Some(Some(_)) => summary.guesses.wrong += 1,
            }
        }
        summary.doses.planned = summary.days;
        summary.tolerability = ItemSummary::of(&tolerated);
        for (effect, column) in &self.readings.side_effects {
            let mut answers = Vec::new();
            for period in mine() {
                answers.extend_from_slice(between(column, period.from, period.to, |entry| entry.0));
            }
            if let Some(found) = SideEffectSummary::of(&answers) {
                summary.side_effects.insert(effect.clone(), found);
            }
        }
        summary
    }
}
