//! What an interested doctor may ask for (A6): trend and dose steps.

use chrono::NaiveDate;

use crate::diary::{Against, Dose, ItemId};
use crate::statistics::{Slope, Step, common_trend_step, mean};

use super::comparison::Comparison;
use super::completeness::Completeness;
use super::contrast::{Aim, Contrast, Side, contrast};
use super::question::Question;
use super::stretch::Stretch;
use super::study::Study;

/// Beside a comparison, for whoever wants to know more. The medians, NAP and the rest that costs nothing stand in the
/// [`Comparison`] itself.
#[derive(Debug, Clone, PartialEq)]
pub struct SecondLayer {
    /// The line through the baseline, points per day; `None` with under 7 recorded days or without variation.
    pub baseline_slope: Option<Slope>,
    /// The step that is left if reference and window follow one common line. `None` where it cannot be computed.
    pub trend_step: Option<Step>,
    /// How complete the two sides are; `None` where one of them is missing.
    pub completeness: Option<Completeness>,
}

/// The days on one dose against the reference.
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
    /// Its counted days, from the 15th to the 84th, against the reference.
    pub contrast: Contrast,
}

impl Study<'_> {
    /// The second layer of one item of one phase; `None` where the phase has not begun.
    pub fn second_layer(&self, phase: usize, item: &ItemId) -> Option<SecondLayer> {
        let span = self.spans.get(phase)?;
        let frame = self.frame(span, &self.question(phase));
        let reference = self.reference_side(phase, frame.stretch, item);
        let window = self.side(item, frame);
        let sides = reference.as_ref().zip(window.as_ref());
        Some(SecondLayer {
            baseline_slope: self.slope(item),
            trend_step: sides
                .and_then(|(reference, phase)| common_trend_step(&reference.series()?, &phase.series()?).ok()),
            completeness: sides.map(|(reference, phase)| Completeness::of(&reference.window, &phase.window)),
        })
    }

    /// Each dose of a phase against the reference, beside the comparison of the latest one; none where there is only one, and
    /// where one dose is compared with another already.
    pub fn dose_steps(&self, latest: &Comparison) -> Vec<DoseComparison> {
        let span = self.spans.get(latest.phase);
        let stretches = span.map(|span| self.stretches(span)).unwrap_or_default();
        if stretches.len() < 2 || latest.against == Against::Step {
            return Vec::new();
        }
        let reference = self.reference_side(latest.phase, latest.stretch, &latest.item);
        stretches
            .iter()
            .map(|stretch| self.dose_step(latest, *stretch, reference.as_ref()))
            .collect()
    }

    fn dose_step(&self, latest: &Comparison, stretch: Stretch, reference: Option<&Side>) -> DoseComparison {
        let (Stretch { from, to }, item) = (stretch, &latest.item);
        let ratings: Vec<f64> = self.ratings(item, from, to).iter().map(|(_, rating)| *rating).collect();
        DoseComparison {
            from,
            to,
            dose: self.diary.treatment.planned_dose(from),
            recorded: ratings.len(),
            mean: mean(&ratings),
            contrast: if stretch == latest.stretch {
                latest.contrast.clone()
            } else {
                let counted = Question::FIRST
                    .counted(self.settles_from(from), to)
                    .map(|days| Side::of(&self.readings, item, days));
                let aim = Aim {
                    direction: latest.direction,
                    at_least: None,
                };
                contrast(reference, counted.as_ref(), aim, |_| None)
            },
        }
    }
}
