//! What an interested doctor may ask for (A6): trend, dose steps, LDN against placebo.

use chrono::NaiveDate;

use crate::diary::{Dose, ItemId, PhaseKind, PhaseSpan};
use crate::statistics::{Slope, Step, common_trend_step, mean};

use super::completeness::Completeness;
use super::contrast::{Contrast, contrast};
use super::study::Study;

/// Beside a comparison, for whoever wants to know more. The medians, NAP and the rest that costs nothing stand in the
/// [`Comparison`](super::Comparison) itself.
#[derive(Debug, Clone, PartialEq)]
pub struct SecondLayer {
    /// The line through the baseline, points per day; `None` with under 7 recorded days or without variation.
    pub baseline_slope: Option<Slope>,
    /// The step that is left if baseline and window follow one common line. `None` where it cannot be computed.
    pub trend_step: Option<Step>,
    /// How complete the two windows are; `None` where one of them is missing.
    pub completeness: Option<Completeness>,
}

/// The days on one dose against the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseComparison {
    /// The first day on the dose.
    pub from: NaiveDate,
    /// The last day on it that counts.
    pub to: NaiveDate,
    /// The planned dose; `None` outside an LDN phase or where none was planned.
    pub dose: Option<Dose>,
    /// The recorded days of all days on it.
    pub recorded: usize,
    /// Their mean, 0 to 100; it is not compared. `None` without a recorded day.
    pub mean: Option<f64>,
    /// The last 28 days on the dose without the first 14, against the baseline.
    pub contrast: Contrast,
}

impl Study<'_> {
    /// The second layer of one item of one phase; `None` where the phase has not begun.
    pub fn second_layer(&self, phase: usize, item: &ItemId) -> Option<SecondLayer> {
        let span = self.spans.get(phase)?;
        let baseline = self.baseline_side(item);
        let changed = self.changes(span).last().copied().unwrap_or(span.from);
        let window = self.window(item, changed, span.to);
        let sides = baseline.zip(window.as_ref());
        Some(SecondLayer {
            baseline_slope: self.slope(item).cloned(),
            trend_step: sides.and_then(|(baseline, phase)| {
                common_trend_step(baseline.series.as_ref()?, phase.series.as_ref()?).ok()
            }),
            completeness: sides.map(|(baseline, phase)| Completeness::of(&baseline.window, &phase.window)),
        })
    }

    /// Each part of a phase between two changes of dose, against the baseline; none where the phase has not begun.
    pub fn dose_steps(&self, phase: usize, item: &ItemId) -> Vec<DoseComparison> {
        let Some(span) = self.spans.get(phase) else {
            return Vec::new();
        };
        let changes = self.changes(span);
        let ends = changes[1..].iter().filter_map(NaiveDate::pred_opt).chain([span.to]);
        changes
            .iter()
            .zip(ends)
            .map(|(&from, to)| self.dose_step(item, from, to))
            .collect()
    }

    fn dose_step(&self, item: &ItemId, from: NaiveDate, to: NaiveDate) -> DoseComparison {
        let ratings: Vec<f64> = self.ratings(item, from, to).iter().map(|(_, rating)| *rating).collect();
        DoseComparison {
            from,
            to,
            dose: self.diary.treatment.planned_dose(from),
            recorded: ratings.len(),
            mean: mean(&ratings),
            contrast: contrast(
                self.baseline_side(item),
                self.window(item, from, to).as_ref(),
                self.direction(item),
                || None,
            ),
        }
    }

    /// The latest LDN phase against the latest placebo phase, by the same windows and the same model; the placebo window
    /// stands in the place of the baseline. `None` unless the diary has both.
    ///
    /// It answers what no comparison with a baseline can: what is left when both sides took a capsule. It is only as good
    /// as the blinding.
    pub fn ldn_against_placebo(&self, item: &ItemId) -> Option<Contrast> {
        let latest = |kind| self.spans.iter().rfind(|span| span.phase.kind == kind);
        let side = |span: &PhaseSpan<'_>| {
            let changed = self.changes(span).last().copied().unwrap_or(span.from);
            self.window(item, changed, span.to)
        };
        let (ldn, placebo) = (latest(PhaseKind::Ldn)?, latest(PhaseKind::Placebo)?);
        let (after, before) = (side(ldn), side(placebo));
        Some(contrast(before.as_ref(), after.as_ref(), self.direction(item), || None))
    }
}
