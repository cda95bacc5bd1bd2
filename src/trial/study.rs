//! One diary seen as a trial of one person.

use chrono::NaiveDate;

use crate::diary::{Diary, Direction, ItemId, PhaseKind, PhaseSpan, SortedMap};
use crate::statistics::{Slope, baseline_slope};

use super::caveat::{Caveat, Surroundings};
use super::comparison::Comparison;
use super::contrast::{Contrast, Side, contrast};
use super::end_point::{EndPoint, FINAL_DAYS};
use super::phase_summary::PhaseSummary;
use super::readings::{LateDays, Readings};
use super::status::ready_from;
use super::window::{Window, counted_days};

/// Everything that is computed of a diary up to a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The last day looked at.
    pub as_of: NaiveDate,
    /// Whether late days count.
    pub late_days: LateDays,
    /// The phases that have begun, in their order.
    pub phases: Vec<PhaseSummary>,
    /// For every phase after the first baseline and every item recorded in it one comparison, in the order of phases and
    /// items.
    pub comparisons: Vec<Comparison>,
}

/// Analyses a diary up to and including `as_of`, taken literally: later days and phases are not looked at.
///
/// The app and the example program call this one function (A9).
pub fn analyse(diary: &Diary, as_of: NaiveDate, late_days: LateDays) -> Analysis {
    Study::of(diary, as_of, late_days).analysis()
}

/// One diary up to one day, its days turned into columns and its baseline fitted, so that any number of questions can be
/// asked of it.
#[derive(Debug, Clone)]
pub struct Study<'a> {
    pub(super) diary: &'a Diary,
    pub(super) as_of: NaiveDate,
    late_days: LateDays,
    pub(super) spans: Vec<PhaseSpan<'a>>,
    pub(super) readings: Readings,
    baseline: Option<Baseline<'a>>,
}

/// The first baseline phase, each item of it fitted once.
#[derive(Debug, Clone)]
struct Baseline<'a> {
    span: PhaseSpan<'a>,
    items: SortedMap<ItemId, BaselineItem>,
}

#[derive(Debug, Clone)]
struct BaselineItem {
    side: Side,
    slope: Option<Slope>,
}

impl<'a> Study<'a> {
    /// Reads the days of a diary up to and including `as_of`.
    pub fn of(diary: &'a Diary, as_of: NaiveDate, late_days: LateDays) -> Self {
        let readings = Readings::of(diary, as_of, late_days);
        let spans = diary.treatment.spans(as_of);
        let first = spans
            .iter()
            .find(|span| span.phase.kind == PhaseKind::Baseline)
            .copied();
        let baseline = first.map(|span| Baseline::of(span, &readings));
        Study {
            diary,
            as_of,
            late_days,
            spans,
            readings,
            baseline,
        }
    }

    /// The whole analysis.
    pub fn analysis(&self) -> Analysis {
        let phases = self.phases();
        let comparisons = phases
            .iter()
            .flat_map(|phase| phase.items.keys().filter_map(|item| self.compare(phase.index, item)))
            .collect();
        Analysis {
            as_of: self.as_of,
            late_days: self.late_days,
            phases,
            comparisons,
        }
    }

    /// The phases that have begun, in their order.
    pub fn phases(&self) -> Vec<PhaseSummary> {
        let summary = |span| PhaseSummary::of(span, &self.readings, self.late_days);
        self.spans.iter().map(summary).collect()
    }

    /// One item of one phase against the baseline; `None` up to the first baseline, and where the phase has not begun.
    pub fn compare(&self, phase: usize, item: &ItemId) -> Option<Comparison> {
        Some(self.comparison(self.after_baseline(phase)?, item))
    }

    /// Whether a phase is one to be compared: it has begun, after the first baseline.
    pub fn is_compared(&self, phase: usize) -> bool {
        self.after_baseline(phase).is_some()
    }

    /// The last day looked at.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Whether late days count.
    pub fn late_days(&self) -> LateDays {
        self.late_days
    }

    /// The days that the comparisons of an item count: those of the baseline, then those of each phase that has any.
    pub fn windows(&self, item: &ItemId) -> Vec<Window> {
        let baseline = self.baseline_side(item).map(|side| side.window);
        let later = self.spans.iter().filter_map(|span| {
            let span = self.after_baseline(span.index)?;
            let changed = self.changes(span).last().copied().unwrap_or(span.from);
            let (from, to) = counted_days(changed, span.to)?;
            let recorded = self.readings.of_item(item, from, to).len();
            Some(Window { from, to, recorded })
        });
        baseline.into_iter().chain(later).collect()
    }

    fn after_baseline(&self, phase: usize) -> Option<&PhaseSpan<'a>> {
        let first = self.baseline.as_ref()?.span.index;
        self.spans.iter().find(|span| span.index == phase && phase > first)
    }

    /// One item of one phase against the baseline.
    fn comparison(&self, span: &PhaseSpan<'_>, item: &ItemId) -> Comparison {
        let direction = self.direction(item);
        let changes = self.changes(span);
        let latest = changes.last().copied().unwrap_or(span.from);
        let phase = self.window(item, latest, span.to);
        let baseline = self.baseline_side(item);
        let contrast = contrast(baseline, phase.as_ref(), direction, || self.ahead(span, item));
        let reference = (
            baseline.and_then(|side| crate::statistics::mean(&side.values)),
            direction,
        );
        let days = (span.from, span.to);
        let end_point = |count| EndPoint::of(&self.readings, item, days, count, reference);
        Comparison {
            phase: span.index,
            kind: span.phase.kind,
            item: item.clone(),
            direction,
            ended: span.to < self.as_of,
            final_3_days: end_point(FINAL_DAYS),
            final_7_days: end_point(7),
            caveats: Caveat::all(&contrast, &self.surroundings(span, item, &contrast, &changes)),
            contrast,
        }
    }

    /// What lies around a comparison and bears on how it is read.
    fn surroundings(
        &self,
        span: &PhaseSpan<'_>,
        item: &ItemId,
        contrast: &Contrast,
        changes: &[NaiveDate],
    ) -> Surroundings {
        let from = contrast.baseline.map_or(span.from, |window| window.from);
        let slope = self
            .baseline
            .as_ref()
            .and_then(|baseline| baseline.items.get(item)?.slope.as_ref());
        let falling = slope.map(Slope::probability_of_falling);
        let improving = falling.is_some_and(|falling| match self.direction(item) {
            Direction::LowerIsBetter => falling > 0.9,
            Direction::HigherIsBetter => falling < 0.1,
        });
        let days = self.readings.days_between(from, span.to);
        Surroundings {
            kind: span.phase.kind,
            improving_before: improving,
            dose_changed: changes.len() > 1,
            other_medicine_days: days.iter().filter(|day| day.other_medicine_changed).count(),
        }
    }

    /// Which way is better; lower, for an item that the settings do not know.
    pub(super) fn direction(&self, item: &ItemId) -> Direction {
        self.diary
            .settings
            .direction_of(item)
            .unwrap_or(Direction::LowerIsBetter)
    }

    /// The days of an item that count in a stretch that ends on `to` and whose latest change was on `changed`.
    pub(super) fn window(&self, item: &ItemId, changed: NaiveDate, to: NaiveDate) -> Option<Side> {
        let (from, to) = counted_days(changed, to)?;
        Some(Side::of(&self.readings, item, from, to))
    }

    /// The baseline days of an item; `None` where no baseline day has it.
    pub(super) fn baseline_side(&self, item: &ItemId) -> Option<&Side> {
        self.baseline
            .as_ref()
            .and_then(|baseline| baseline.items.get(item))
            .map(|item| &item.side)
    }

    /// The line through the baseline days of an item; `None` with too few days or none.
    pub(super) fn slope(&self, item: &ItemId) -> Option<&Slope> {
        self.baseline
            .as_ref()
            .and_then(|baseline| baseline.items.get(item)?.slope.as_ref())
    }

    /// The start of a phase and the dose steps in it so far, in their order.
    pub(super) fn changes(&self, span: &PhaseSpan<'_>) -> Vec<NaiveDate> {
        let steps = self.diary.treatment.dose_steps().iter().map(|step| step.from);
        let later = steps.filter(|from| span.from < *from && *from <= span.to);
        std::iter::once(span.from).chain(later).collect()
    }

    /// The first day on which a phase could show a range for an item, if every day from now on is recorded.
    fn ahead(&self, span: &PhaseSpan<'_>, item: &ItemId) -> Option<NaiveDate> {
        let treatment = &self.diary.treatment;
        let ends = treatment
            .phases()
            .get(span.index + 1)
            .and_then(|next| next.from.pred_opt());
        let last = ends.unwrap_or(NaiveDate::MAX);
        let steps = treatment.dose_steps().iter().map(|step| step.from);
        let changes: Vec<NaiveDate> = std::iter::once(span.from)
            .chain(steps.filter(|from| span.from < *from && *from <= last))
            .collect();
        let recorded_from = |from| self.readings.of_item(item, from, self.as_of).len();
        ready_from(self.as_of, &changes, ends, recorded_from)
    }
}

/// Recorded days below which no line is drawn through a baseline.
const FEWEST_FOR_A_LINE: usize = 7;

impl<'a> Baseline<'a> {
    fn of(span: PhaseSpan<'a>, readings: &Readings) -> Self {
        let sides = readings.items.keys().filter_map(|item| {
            let side = Side::of(readings, item, span.from, span.to);
            let series = side.series.as_ref()?;
            let enough = side.window.recorded >= FEWEST_FOR_A_LINE;
            let slope = if enough { baseline_slope(series).ok() } else { None };
            Some((item.clone(), BaselineItem { side, slope }))
        });
        Baseline {
            span,
            items: sides.collect(),
        }
    }
}
