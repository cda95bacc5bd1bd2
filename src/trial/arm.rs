//! What is said of the arms of a trial of one, on the page and on paper alike.

use crate::diary::{Arm, TrialOfOne};
use crate::words::{Decimal, list, names, sentences, trial_of_one as words};

use super::pooled::ArmSummary;

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
