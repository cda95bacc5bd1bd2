//! What has to be said beside a comparison.

use crate::diary::PhaseKind;

use super::comparison::{Comparison, Contrast, Verdict};
use super::completeness::{Completeness, CompletenessWarning};
use super::window::Window;

/// One thing a reader has to know before believing a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caveat {
    /// A change is not its cause. Always there.
    NotTheCause,
    /// The patient knew what they took. Leave it out only where the capsules were truly hidden.
    NotBlinded,
    /// How many days were recorded in either window.
    DaysRecorded {
        /// The baseline.
        baseline: Window,
        /// The window of the phase.
        phase: Window,
    },
    /// The baseline was already getting better: the 80 % interval of its slope lies wholly on the better side.
    AlreadyImproving,
    /// The baseline has fewer recorded days than the 14 of the trials.
    ShortBaseline {
        /// Its recorded days.
        recorded: usize,
    },
    /// The dose changed within the phase; only days on the last dose count.
    DoseChanged,
    /// Another medicine changed on some of the days.
    OtherMedicineChanged {
        /// On how many.
        days: usize,
    },
    /// What LDN did may still last after it was stopped.
    CarryOver,
    /// One window is far more complete than the other.
    UnevenDays,
    /// A window has under 70 % of its days.
    ManyDaysMissing,
}

/// What lies around a comparison and bears on how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Surroundings {
    pub(super) kind: PhaseKind,
    pub(super) improving_before: bool,
    pub(super) dose_changed: bool,
    pub(super) other_medicine_days: usize,
}

/// The recorded days of the trials' baseline.
const TRIAL_BASELINE: usize = 14;

impl Caveat {
    /// All that hold, in the order in which they are to be read. None where there is nothing to be misread: without
    /// averages.
    pub(super) fn all(contrast: &Contrast, around: &Surroundings) -> Vec<Caveat> {
        let (Some(baseline), Some(phase), Some(_)) = (contrast.baseline, contrast.window, contrast.means) else {
            return Vec::new();
        };
        let warnings = Completeness::of(&baseline, &phase).warnings();
        let took_something = matches!(around.kind, PhaseKind::Ldn | PhaseKind::Placebo);
        let other_medicine = around.other_medicine_days;
        [
            (true, Caveat::NotTheCause),
            (took_something, Caveat::NotBlinded),
            (true, Caveat::DaysRecorded { baseline, phase }),
            (around.improving_before, Caveat::AlreadyImproving),
            (
                baseline.recorded < TRIAL_BASELINE,
                Caveat::ShortBaseline {
                    recorded: baseline.recorded,
                },
            ),
            (around.dose_changed, Caveat::DoseChanged),
            (
                other_medicine > 0,
                Caveat::OtherMedicineChanged { days: other_medicine },
            ),
            (around.kind == PhaseKind::Washout, Caveat::CarryOver),
            (warnings.contains(&CompletenessWarning::Uneven), Caveat::UnevenDays),
            (warnings.contains(&CompletenessWarning::Low), Caveat::ManyDaysMissing),
        ]
        .into_iter()
        .filter_map(|(holds, caveat)| holds.then_some(caveat))
        .collect()
    }

    /// The caveat in plain words, beside a comparison.
    pub fn text(&self, comparison: &Comparison) -> String {
        match self {
            Caveat::NotTheCause => not_the_cause(comparison).to_owned(),
            Caveat::NotBlinded => "You knew what you were taking.".to_owned(),
            Caveat::DaysRecorded { baseline, phase } => format!(
                "Counted are {} of {} days before and {} of {} days after.",
                baseline.recorded,
                baseline.days(),
                phase.recorded,
                phase.days()
            ),
            Caveat::AlreadyImproving => "It was already getting better before this phase began.".to_owned(),
            Caveat::ShortBaseline { recorded } => {
                format!("The baseline has {recorded} recorded days; the trials had 14.")
            }
            Caveat::DoseChanged => {
                "The dose changed in this phase. Only days from the 15th on the last dose are counted.".to_owned()
            }
            Caveat::OtherMedicineChanged { days: 1 } => "Another medicine changed on 1 day.".to_owned(),
            Caveat::OtherMedicineChanged { days } => format!("Another medicine changed on {days} days."),
            Caveat::CarryOver => {
                "What LDN did may last for a while after stopping, so these days are not a second baseline.".to_owned()
            }
            Caveat::UnevenDays => {
                "One side has far more of its days recorded than the other. If you skip your worst or your best days, \
                 that alone can look like a change."
                    .to_owned()
            }
            Caveat::ManyDaysMissing => "Many days are missing. The missing ones may have been different.".to_owned(),
        }
    }
}

/// What else than the medicine can do it: hope explains no change for the worse, and nothing explains no change.
fn not_the_cause(comparison: &Comparison) -> &'static str {
    let verdict = comparison.contrast.range.map(|range| range.verdict);
    let same = comparison.contrast.means.is_some_and(|means| means.difference == 0.0);
    match (comparison.kind, verdict) {
        (_, None) if same => "Both averages are the same. That alone says nothing about what LDN does, or does not do.",
        (PhaseKind::Washout, Some(Verdict::Worse)) => {
            "This shows a change after stopping, not its cause. The season, a flare, another change in your treatment or \
             stopping itself can do this. If it goes on, talk to your prescriber."
        }
        (PhaseKind::Washout, _) => {
            "This shows how the days after stopping compare, not why. The season, a flare or other treatments can move \
             them either way."
        }
        (_, Some(Verdict::Worse)) => {
            "This shows a change for the worse, not its cause. The season, a flare or another change in your treatment \
             can do this too. Talk to your prescriber about it."
        }
        _ => {
            "This shows a change, not its cause. Expecting to feel better, starting during a bad spell, the season or \
             other treatments can all do this: in the Stanford trial of 2013 pain fell 18 % on placebo and 29 % on LDN."
        }
    }
}
