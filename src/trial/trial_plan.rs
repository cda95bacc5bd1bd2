//! What change a planned trial of one could tell, in words (A11, T2).

use crate::diary::{Card, TrialPlan};
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
        let Some(points) = self.plan_of_trial(&item, plan) else {
            return words::plan_unknown(PLAN_NEEDS);
        };
        let name = names::any_item(&item, &self.diary.settings);
        let change = trial::points(Decimal::up(points));
        let asked =
            |card: &Card| words::plan_card(&trial::points(Decimal::from(i64::from(card.sealed.at_least.get()))));
        sentences([
            words::plan(plan.pairs(), plan.period_days(), &change, &name),
            card.map(asked).unwrap_or_default(),
        ])
    }
}
