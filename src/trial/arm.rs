//! What is said of the arms of a trial of one, on the page and on paper alike.

use crate::diary::{Arm, TrialOfOne};
use crate::words::{Decimal, list, names, sentences, trial_answer, trial_of_one as words};

use super::pooled::{ArmSummary, Guesses, TrialCaveat};

/// What an arm is called.
pub fn arm_name(arm: Arm) -> &'static str {
    match arm {
        Arm::Ldn => names::ldn(),
        Arm::Placebo => names::placebo(),
    }
}

/// In which order both arms of a pair were taken.
pub fn order_of_pair(first: Arm) -> &'static str {
    match first {
        Arm::Ldn => words::order_ldn_first(),
        Arm::Placebo => words::order_placebo_first(),
    }
}

/// "LDN then placebo; placebo then LDN"; nothing before the reveal.
pub fn order_said(trial: &TrialOfOne) -> String {
    let first = trial.revealed.iter().flat_map(|revealed| revealed.order.first());
    first.map(|first| order_of_pair(*first)).collect::<Vec<_>>().join("; ")
}

/// "LDN on 80 of 84 days and placebo on 84 of 84 days".
pub fn taken_said(arms: &[ArmSummary; 2]) -> String {
    list(
        arms.iter()
            .map(|arm| words::adherence_arm(arm_name(arm.arm), arm.doses.taken, arm.doses.planned)),
    )
}

/// How often each arm was guessed, with Bang's index.
pub fn guessed_said(arms: &[ArmSummary; 2]) -> String {
    let mut lines = Vec::new();
    for arm in arms {
        let guesses = arm.guesses;
        let said = words::blinding_arm(arm_name(arm.arm), guesses.right, guesses.wrong, guesses.unknown);
        lines.push(match guesses.bang() {
            Some(index) => words::blinding_index(&said, Decimal::of(index, 2)),
            None => said,
        });
    }
    sentences([lines.join("; ") + "."])
}

/// "Guesses of 6 periods: 4 right, 1 wrong, 1 don't know", at the beginning of a sentence or within one; `None` where none was
/// given.
pub fn guesses_said(arms: &[ArmSummary; 2], within: bool) -> Option<String> {
    let Guesses { right, wrong, unknown } = Guesses::of_both(arms);
    let all = right + wrong + unknown;
    let say = if within { words::guesses_within } else { words::guesses };
    (all > 0).then(|| say(all, right, wrong, unknown))
}

/// How far a trial went that was stopped: "1 whole pair and 4 days of the next, of 3 pairs planned"; `None` of any other.
pub fn went_said(trial: &TrialOfOne) -> Option<String> {
    trial.stopped_at?;
    let (whole, days) = trial.whole_pairs();
    let planned = trial.plan.pairs();
    Some(if days == 0 {
        words::went(whole, planned)
    } else {
        words::went_and_days(whole, days, planned)
    })
}

/// A caveat that the page and the report say in the same words; `None` of any other.
pub fn caveat_of_both(caveat: TrialCaveat, arms: &[ArmSummary; 2]) -> Option<String> {
    match caveat {
        TrialCaveat::GuessedRightly => Some(trial_answer::caveat_guessed(&guesses_said(arms, false)?)),
        TrialCaveat::SameOrder(first) => Some(trial_answer::caveat_same_order(order_of_pair(first))),
        _ => None,
    }
}

/// How each arm was tolerated: the mean with its days, of LDN and of placebo; `None` where neither was rated.
pub fn tolerated_said(arms: &[ArmSummary; 2], none: &str) -> Option<[String; 2]> {
    let [ldn, placebo] = arms;
    ldn.tolerability.or(placebo.tolerability)?;
    Some([ldn, placebo].map(|arm| {
        let said = arm
            .tolerability
            .map(|item| mean_of_days(Decimal::of(item.mean, 0), item.n));
        said.unwrap_or_else(|| none.to_owned())
    }))
}

/// A mean and how many days it is of: "64 (12)".
pub fn mean_of_days(mean: Decimal, days: usize) -> String {
    format!("{mean} ({days})")
}
