//! What has to be said beside a comparison.

use crate::diary::{Against, Diary, PhaseKind};

use super::completeness::{Completeness, CompletenessWarning, Doses};
use super::contrast::Contrast;
use super::window::Window;

/// One thing a reader has to know before believing a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caveat {
    /// A change is not its cause. Always there.
    NotTheCause,
    /// The patient knew what they took. Leave it out only where the capsules were truly hidden.
    NotBlinded,
    /// How many days were recorded on either side.
    DaysRecorded {
        /// The days compared with.
        reference: Window,
        /// The window of the phase.
        phase: Window,
    },
    /// Some of the days compared with were imported from another diary: what was asked there, and how, may differ (I7).
    ImportedReference {
        /// On how many of them the item is rated.
        days: usize,
    },
    /// The baseline was already getting better: the 80 % interval of its slope lies wholly on the better side.
    AlreadyImproving,
    /// Under 80 % of the planned doses are recorded as taken on the days compared (A12).
    DosesMissed(Doses),
    /// The baseline has fewer recorded days than the 14 of the trials.
    ShortBaseline {
        /// Its recorded days.
        recorded: usize,
    },
    /// The dose changed within the phase; or LDN was paused; only days on the last dose count.
    DoseChanged,
    /// Another medicine changed on some of the days.
    OtherMedicineChanged {
        /// On how many.
        days: usize,
    },
    /// Both sides are days on LDN: it compares doses, not LDN with none.
    TwoDoses,
    /// Another medicine stands on the other side: it compares two medicines, not LDN with none.
    TwoMedicines,
    /// What LDN did may still last after it was stopped.
    CarryOver,
    /// One window is far more complete than the other.
    UnevenDays,
    /// A window has under 70 % of the days that could be recorded.
    ManyDaysMissing,
    /// The diary asked on some of the days compared alone (P9).
    Sampled {
        /// The days that it did not ask of, and that hold no answer.
        rested: usize,
    },
    /// Some of the days compared were answered although the diary did not ask: days that are chosen may be other days.
    Unasked {
        /// How many.
        days: usize,
    },
}

/// What lies around a comparison and bears on how it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Surroundings {
    pub(super) kind: PhaseKind,
    pub(super) against: Against,
    pub(super) improving_before: bool,
    pub(super) dose_changed: bool,
    pub(super) other_medicine_days: usize,
    pub(super) doses: Option<Doses>,
    /// The days of the reference that were imported and count.
    pub(super) imported: usize,
}

/// The recorded days of the trials' baseline.
pub(super) const TRIAL_BASELINE: usize = Diary::BASELINE_DAYS;

impl Caveat {
    /// All that hold, in the order in which they are to be read. None where there is nothing to be misread: without
    /// averages.
    pub(super) fn all(contrast: &Contrast, around: &Surroundings) -> Vec<Caveat> {
        let (Some(reference), Some(phase), Some(_)) = (contrast.reference, contrast.window, contrast.means) else {
            return Vec::new();
        };
        let warnings = Completeness::of(&reference, &phase).warnings();
        let other_medicine = around.other_medicine_days;
        let few_doses = around.doses.filter(|doses| doses.are_few());
        let (rested, unasked) = (reference.rested() + phase.rested(), reference.unasked + phase.unasked);
        let short = around.against == Against::Baseline && reference.recorded < TRIAL_BASELINE;
        [
            (true, Caveat::NotTheCause),
            (around.kind.is_taken(), Caveat::NotBlinded),
            (true, Caveat::DaysRecorded { reference, phase }),
            (around.imported > 0, Caveat::ImportedReference { days: around.imported }),
            (around.improving_before, Caveat::AlreadyImproving),
            (
                short,
                Caveat::ShortBaseline {
                    recorded: reference.recorded,
                },
            ),
            (around.against == Against::Step, Caveat::TwoDoses),
            (around.against.medicine().is_some(), Caveat::TwoMedicines),
            (
                around.dose_changed && around.against != Against::Step,
                Caveat::DoseChanged,
            ),
            (
                other_medicine > 0,
                Caveat::OtherMedicineChanged { days: other_medicine },
            ),
            (
                around.kind == PhaseKind::Washout || around.against == Against::Off,
                Caveat::CarryOver,
            ),
            (warnings.contains(&CompletenessWarning::Uneven), Caveat::UnevenDays),
            (warnings.contains(&CompletenessWarning::Low), Caveat::ManyDaysMissing),
            (rested > 0, Caveat::Sampled { rested }),
            (unasked > 0, Caveat::Unasked { days: unasked }),
        ]
        .into_iter()
        .filter_map(|(holds, caveat)| holds.then_some(caveat))
        .chain(few_doses.map(Caveat::DosesMissed))
        .collect()
    }
}
