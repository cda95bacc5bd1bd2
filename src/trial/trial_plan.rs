//! What change a planned trial of one could tell, in words (A11, T2).

use crate::diary::{Card, ItemId, TrialPlan};
use crate::words::{Decimal, names, sentences, trial, trial_begin as words};

use super::comparison::MAIN_ITEM;
use super::planner::PLAN_NEEDS;
use super::study::Study;

impl Study<'_> {
    /// What a trial of this plan could tell of the main item, which the last decision card names, beside the smallest worthwhile
    /// change that stands there. Where the days can't say that yet, what it takes.
    pub fn trial_plan_said(&self, plan: TrialPlan) -> String {
        let card = self.diary.rest.cards().last();
        let item = card.map_or_else(|| MAIN_ITEM.into(), |card| card.item().clone());
        let asked =
            |card: &Card| words::plan_card(&trial::points(Decimal::from(i64::from(card.sealed.at_least.get()))));
        match self.trial_tells(&item, plan) {
            Some(tells) => sentences([tells, card.map(asked).unwrap_or_default()]),
            None => words::plan_unknown(PLAN_NEEDS),
        }
    }

    /// What change of an item a trial of this plan could tell; `None` where the days can't say that yet.
    pub fn trial_tells(&self, item: &ItemId, plan: TrialPlan) -> Option<String> {
        let change = trial::points(Decimal::up(self.plan_of_trial(item, plan)?));
        let name = names::any_item(item, &self.diary.settings);
        Some(words::plan(plan.pairs(), plan.period_days(), &change, &name))
    }
}
