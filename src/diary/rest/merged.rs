//! Two versions of the rest of a diary made into one, so that nothing of either is lost (S5).

use chrono::NaiveDate;

use super::Rest;
use crate::diary::card::{Card, Seal};
use crate::diary::day::{Later, both_notes, entries, settled};
use crate::diary::decision::Decision;
use crate::diary::sampling::SamplingPlan;
use crate::diary::sorted::SortedMap;

impl Rest {
    /// One rest out of two that began as `before`; where nothing came before, what either holds is kept.
    ///
    /// The unit is the plan, a change of how often the diary asks, a card, a final answer, each part of a decision, an
    /// impression, and each field of another version. What only one side changed is taken from that side; where both changed
    /// the same, the later side stands, but of two texts of a decision that differ both do.
    #[must_use]
    pub fn merged(before: Option<&Rest>, ours: &Rest, theirs: &Rest, later: Later) -> Rest {
        let blank = Rest::default();
        let given = [before.unwrap_or(&blank), ours, theirs];
        let template = settled(given.map(|rest| rest.template.clone()), |ours, theirs| {
            later.of(ours, theirs)
        });
        let answers = settled(given.map(|rest| rest.final_answers.clone()), |ours, theirs| {
            let mut both = theirs;
            let is_new = |answer: &super::KeptAnswer| !both.iter().any(|kept| kept.answer.is_of(&answer.answer));
            let more: Vec<_> = ours.into_iter().filter(is_new).collect();
            both.extend(more);
            both
        });
        let unknown = entries(given.map(|rest| &rest.unknown), later);
        let by_seal: SortedMap<Seal, Card> = entries(given.map(by_seal).each_ref(), later);
        let order = |card: &Card| (card.question, card.sealed.at);
        let mut cards: Vec<Card> = Vec::new();
        for card in by_seal.values() {
            let place = cards.partition_point(|before| order(before) <= order(card));
            cards.insert(place, card.clone());
        }
        let decisions = given.map(by_answer);
        let keys = decisions[1].keys().chain(decisions[2].keys());
        let mut merged = SortedMap::default();
        for key in keys {
            let sides = decisions.each_ref().map(|all| all.get(key).cloned());
            if let Some(decision) = decided(sides, later) {
                merged.insert(*key, decision);
            }
        }
        let decisions: Vec<Decision> = merged.values().cloned().collect();
        let mut rest = Rest::new(template, answers, unknown)
            .with_cards(cards)
            .with_decisions(decisions);
        let sampling = entries(given.map(|rest| rest.sampling.changes()), later);
        rest.sampling = SamplingPlan::of(sampling);
        // Where both sides said something that was not there before, it is what was said first.
        rest.impressions = entries(given.map(|rest| &rest.impressions), later);
        for other in [ours, theirs] {
            let mut new = other.impressions.clone();
            new.retain(|occasion, _| !given[0].impressions.contains_key(occasion));
            rest.take_impressions(&new);
        }
        rest
    }
}

fn by_seal(rest: &Rest) -> SortedMap<Seal, Card> {
    rest.cards.iter().map(|card| (card.seal, card.clone())).collect()
}

fn by_answer(rest: &Rest) -> SortedMap<(u32, NaiveDate), Decision> {
    let key = |decision: &Decision| (decision.question, decision.final_day);
    rest.decisions
        .iter()
        .map(|decision| (key(decision), decision.clone()))
        .collect()
}

/// One decision out of three versions; `None` where it was taken out.
fn decided([before, ours, theirs]: [Option<Decision>; 3], later: Later) -> Option<Decision> {
    settled([before.clone(), ours, theirs], |ours, theirs| {
        let (Some(ours), Some(theirs)) = (ours.clone(), theirs.clone()) else {
            return ours.or(theirs);
        };
        let empty = Decision {
            global_change: None,
            decided: crate::diary::Note::default(),
            ..ours.clone()
        };
        let given = [before.unwrap_or(empty), ours, theirs];
        let global_change = settled(given.each_ref().map(|one| one.global_change), |ours, theirs| {
            later.of(ours, theirs)
        });
        let decided = settled(given.each_ref().map(|one| one.decided.clone()), |ours, theirs| {
            let typed_on = ours.as_str().contains(theirs.as_str()) || theirs.as_str().contains(ours.as_str());
            if typed_on {
                later.of(ours, theirs)
            } else {
                both_notes(later, ours, theirs)
            }
        });
        let [_, ours, theirs] = given;
        Some(Decision {
            at: ours.at.max(theirs.at),
            global_change,
            decided,
            ..ours
        })
    })
}
