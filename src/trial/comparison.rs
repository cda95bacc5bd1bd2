//! One item of one phase against the baseline (A2 to A6).

use crate::diary::{Direction, ItemId, PhaseKind};

use super::caveat::Caveat;
use super::contrast::Contrast;
use super::end_point::EndPoint;
use super::finding::Finding;
use crate::words::Decimal;

/// One item of one phase, compared with the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The place of the phase among the phases of the diary, counted from 0.
    pub phase: usize,
    /// What the patient took in it.
    pub kind: PhaseKind,
    /// The item compared.
    pub item: ItemId,
    /// Which way is better.
    pub direction: Direction,
    /// Whether the phase is over: no day will be added to it.
    pub ended: bool,
    /// The two windows and what they say.
    pub contrast: Contrast,
    /// The trial's own end point.
    pub final_3_days: EndPoint,
    /// The same over the final 7 days.
    pub final_7_days: EndPoint,
    /// What has to be said beside it.
    pub caveats: Vec<Caveat>,
}

impl Comparison {
    /// The comparison for reading.
    pub fn finding(&self) -> Finding {
        Finding::of(&self.contrast, self.direction)
    }

    /// Its average with the decimals of another finding that it only stands beside; `None` without averages.
    pub fn mean_beside(&self, other: Option<&Finding>) -> Option<Decimal> {
        let figures = other.and_then(|finding| finding.figures);
        let decimals = figures.map_or(0, |figures| figures.after.decimals());
        Some(Decimal::of(self.contrast.means?.phase.mean, decimals))
    }
}
