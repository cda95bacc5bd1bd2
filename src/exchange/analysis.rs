//! The analysis document (F3), version 1: numbers unrounded, what cannot be computed as null.
//!
//! Which keys a comparison has depends on its status: averages stand where both windows have a day, the model's numbers
//! where a likely range is shown. A key that stands is never left out for want of a number.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::statistics::Interval;
use crate::trial::{
    Analysis, Comparison, EndPoint, ItemSummary, LikelyRange, Means, PhaseSummary, SideEffectSummary, Window,
};

/// The analysis as the text of a JSON document, on many lines for reading.
///
/// # Panics
/// Never: keys that are text and plain numbers always serialise.
pub fn write(analysis: &Analysis) -> String {
    serde_json::to_string_pretty(&Document::from(analysis)).expect("text keys and plain numbers always serialise")
}

/// The analysis as one line of JSON Lines, with the name of the file it was computed from as its first field.
///
/// # Panics
/// Never: keys that are text and plain numbers always serialise.
pub fn write_line(file: &str, analysis: &Analysis) -> String {
    let line = Line {
        file,
        document: Document::from(analysis),
    };
    serde_json::to_string(&line).expect("text keys and plain numbers always serialise")
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    document: Document<'a>,
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u32,
    as_of: String,
    late_days: &'static str,
    phases: Vec<PhaseV1<'a>>,
    comparisons: Vec<ComparisonV1<'a>>,
}

#[derive(Serialize)]
struct PhaseV1<'a> {
    kind: &'static str,
    from: String,
    to: String,
    days: usize,
    recorded: usize,
    late: usize,
    items: BTreeMap<&'a str, ItemV1>,
    side_effects: BTreeMap<&'a str, SideEffectV1>,
}

#[derive(Serialize)]
struct ItemV1 {
    n: usize,
    mean: f64,
    median: f64,
    sd: Option<f64>,
}

#[derive(Serialize)]
struct SideEffectV1 {
    yes: usize,
    answered: usize,
    share: f64,
    interval95: [f64; 2],
    effective_n: f64,
    episodes: usize,
}

#[derive(Serialize)]
struct ComparisonV1<'a> {
    phase: usize,
    item: &'a str,
    status: &'static str,
    window: Option<WindowV1>,
    #[serde(flatten)]
    means: Option<MeansV1>,
    #[serde(flatten)]
    range: Option<RangeV1>,
    final_3_days: EndPointV1,
    final_7_days: EndPointV1,
}

#[derive(Serialize)]
struct WindowV1 {
    from: String,
    to: String,
    days: usize,
    recorded: usize,
}

#[derive(Serialize)]
struct MeansV1 {
    baseline_mean: f64,
    phase_mean: f64,
    difference: f64,
    percent_improvement: Option<f64>,
    nap: f64,
    hodges_lehmann: f64,
}

#[derive(Serialize)]
struct RangeV1 {
    difference_ci95: [f64; 2],
    difference_ci80: [f64; 2],
    correlation: f64,
    percent_ci95: Option<[f64; 2]>,
    p_at_least_30: Option<f64>,
    p_at_least_50: Option<f64>,
    verdict: &'static str,
}

#[derive(Serialize)]
struct EndPointV1 {
    n: usize,
    mean: Option<f64>,
    percent_improvement: Option<f64>,
}

impl<'a> From<&'a Analysis> for Document<'a> {
    fn from(analysis: &'a Analysis) -> Self {
        Document {
            format: "ldn-diary-analysis",
            version: 1,
            as_of: analysis.as_of.to_string(),
            late_days: analysis.late_days.id(),
            phases: analysis.phases.iter().map(PhaseV1::from).collect(),
            comparisons: analysis.comparisons.iter().map(ComparisonV1::from).collect(),
        }
    }
}

impl<'a> From<&'a PhaseSummary> for PhaseV1<'a> {
    fn from(phase: &'a PhaseSummary) -> Self {
        let items = phase.items.iter().map(|(id, item)| (id.as_str(), item.into()));
        let side_effects = phase
            .side_effects
            .iter()
            .map(|(id, answers)| (id.as_str(), answers.into()));
        PhaseV1 {
            kind: phase.kind.id(),
            from: phase.from.to_string(),
            to: phase.to.to_string(),
            days: phase.days,
            recorded: phase.recorded,
            late: phase.late,
            items: items.collect(),
            side_effects: side_effects.collect(),
        }
    }
}

impl From<&ItemSummary> for ItemV1 {
    fn from(item: &ItemSummary) -> Self {
        ItemV1 {
            n: item.n,
            mean: item.mean,
            median: item.median,
            sd: item.sd,
        }
    }
}

impl From<&SideEffectSummary> for SideEffectV1 {
    fn from(answers: &SideEffectSummary) -> Self {
        SideEffectV1 {
            yes: answers.yes,
            answered: answers.answered,
            share: answers.clustered.share,
            interval95: limits(answers.clustered.interval95),
            effective_n: answers.clustered.effective_n,
            episodes: answers.clustered.episodes,
        }
    }
}

impl<'a> From<&'a Comparison> for ComparisonV1<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        let contrast = &comparison.contrast;
        ComparisonV1 {
            phase: comparison.phase,
            item: comparison.item.as_str(),
            status: contrast.status.id(),
            window: contrast.window.as_ref().map(WindowV1::from),
            means: contrast.means.as_ref().map(MeansV1::from),
            range: contrast.range.as_ref().map(RangeV1::from),
            final_3_days: EndPointV1::from(&comparison.final_3_days),
            final_7_days: EndPointV1::from(&comparison.final_7_days),
        }
    }
}

impl From<&Window> for WindowV1 {
    fn from(window: &Window) -> Self {
        WindowV1 {
            from: window.from.to_string(),
            to: window.to.to_string(),
            days: window.days(),
            recorded: window.recorded,
        }
    }
}

impl From<&Means> for MeansV1 {
    fn from(means: &Means) -> Self {
        MeansV1 {
            baseline_mean: means.baseline.mean,
            phase_mean: means.phase.mean,
            difference: means.difference,
            percent_improvement: means.percent_improvement,
            nap: means.nap,
            hodges_lehmann: means.hodges_lehmann,
        }
    }
}

impl From<&LikelyRange> for RangeV1 {
    fn from(range: &LikelyRange) -> Self {
        RangeV1 {
            difference_ci95: limits(range.difference95),
            difference_ci80: limits(range.difference80),
            correlation: range.correlation,
            percent_ci95: range.percent95.map(limits),
            p_at_least_30: range.at_least_30,
            p_at_least_50: range.at_least_50,
            verdict: range.verdict.id(),
        }
    }
}

impl From<&EndPoint> for EndPointV1 {
    fn from(end_point: &EndPoint) -> Self {
        EndPointV1 {
            n: end_point.n,
            mean: end_point.mean,
            percent_improvement: end_point.percent_improvement,
        }
    }
}

fn limits(interval: Interval) -> [f64; 2] {
    [interval.low, interval.high]
}
