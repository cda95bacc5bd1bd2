//! The analysis document (F3), version 2: numbers unrounded, what cannot be computed as null.
//!
//! Every answer has every key: averages are numbers where their side has a day, the model's where a likely range is shown.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diary::Name;
use crate::statistics::Interval;
use crate::trial::{
    Analysis, ArmSummary, Comparison, Contrast, EndPoint, ItemSummary, MedicineSummary, Pair, PhaseSummary, Pooled,
    SideEffectSummary, Verdict, Window,
};

/// What the answer of a trial of one is against: all its days on placebo.
const POOLED: &str = "pooled";

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
    imported_days: &'static str,
    phases: Vec<PhaseV2<'a>>,
    answers: Vec<AnswerV2<'a>>,
}

#[derive(Serialize)]
struct PhaseV2<'a> {
    kind: &'static str,
    /// The name of another medicine.
    #[serde(skip_serializing_if = "Option::is_none")]
    medicine: Option<&'a str>,
    from: String,
    to: String,
    days: usize,
    /// Those of them that could be recorded, where the diary did not ask on all (P9).
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<usize>,
    recorded: usize,
    late: usize,
    imported: usize,
    items: BTreeMap<&'a str, ItemV1>,
    side_effects: BTreeMap<&'a str, SideEffectV1>,
    doses_taken: Option<usize>,
    doses_planned: Option<usize>,
    medicines: BTreeMap<&'a str, MedicineV2>,
    walking_support: Option<SideEffectV1>,
}

#[derive(Serialize)]
struct MedicineV2 {
    mean: f64,
    days_without: SideEffectV1,
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
struct AnswerV2<'a> {
    phase: usize,
    item: &'a str,
    against: &'static str,
    /// The name of another medicine.
    #[serde(skip_serializing_if = "Option::is_none")]
    medicine: Option<&'a str>,
    question: u32,
    final_day: String,
    #[serde(rename = "final")]
    is_final: bool,
    status: &'static str,
    reference: Option<WindowV1>,
    window: Option<WindowV1>,
    reference_mean: Option<f64>,
    phase_mean: Option<f64>,
    difference: Option<f64>,
    difference_ci95: Option<[f64; 2]>,
    difference_ci80: Option<[f64; 2]>,
    percent_improvement: Option<f64>,
    percent_ci95: Option<[f64; 2]>,
    p_better: Option<f64>,
    p_at_least_30: Option<f64>,
    smallest_worthwhile: Option<f64>,
    p_at_least_asked: Option<f64>,
    correlation: Option<f64>,
    wave_share: Option<f64>,
    verdict: Option<&'static str>,
    nap: Option<f64>,
    hodges_lehmann: Option<f64>,
    final_3_days: EndPointV1,
    /// Of a trial of one: LDN less placebo in each pair, and the rest of what its design tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    trial_of_one: Option<TrialV2<'a>>,
    /// Of a final answer that was read and kept: its numbers are those that were kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<KeptV2>,
}

#[derive(Serialize)]
struct TrialV2<'a> {
    pairs: Vec<PairV2>,
    arms: BTreeMap<&'static str, ArmV2<'a>>,
    randomisation_p: Option<f64>,
}

#[derive(Serialize)]
struct PairV2 {
    first: &'static str,
    ldn: Option<SideV2>,
    placebo: Option<SideV2>,
    difference: Option<f64>,
}

#[derive(Serialize)]
struct SideV2 {
    n: usize,
    mean: f64,
}

#[derive(Serialize)]
struct ArmV2<'a> {
    periods: usize,
    days: usize,
    recorded: usize,
    doses_taken: usize,
    doses_planned: usize,
    tolerability: Option<ItemV1>,
    side_effects: BTreeMap<&'a str, SideEffectV1>,
    guessed_right: usize,
    guessed_wrong: usize,
    guessed_unknown: usize,
    bang: Option<f64>,
}

#[derive(Serialize)]
struct KeptV2 {
    at: String,
    changed_days: usize,
}

#[derive(Serialize)]
struct WindowV1 {
    from: String,
    to: String,
    days: usize,
    /// Those of them that could be recorded, where the diary did not ask on all (P9).
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<usize>,
    recorded: usize,
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
            version: 2,
            as_of: analysis.as_of.to_string(),
            late_days: analysis.counting.late.id(),
            imported_days: analysis.counting.imported.id(),
            phases: analysis.phases.iter().map(PhaseV2::from).collect(),
            answers: analysis
                .comparisons
                .iter()
                .chain(&analysis.against_taken)
                .map(AnswerV2::from)
                .chain(analysis.pooled.iter().map(AnswerV2::from))
                .collect(),
        }
    }
}

impl<'a> From<&'a PhaseSummary> for PhaseV2<'a> {
    fn from(phase: &'a PhaseSummary) -> Self {
        let items = phase.items.iter().map(|(id, item)| (id.as_str(), item.into()));
        let side_effects = phase
            .side_effects
            .iter()
            .map(|(id, answers)| (id.as_str(), answers.into()));
        PhaseV2 {
            kind: phase.kind.id(),
            medicine: phase.kind.medicine().map(Name::as_str),
            from: phase.from.to_string(),
            to: phase.to.to_string(),
            days: phase.calendar,
            asked: (phase.days < phase.calendar).then_some(phase.days),
            recorded: phase.recorded,
            late: phase.late,
            imported: phase.imported,
            items: items.collect(),
            side_effects: side_effects.collect(),
            doses_taken: phase.doses.map(|doses| doses.taken),
            doses_planned: phase.doses.map(|doses| doses.planned),
            medicines: phase
                .medicines
                .iter()
                .map(|(id, one)| (id.as_str(), one.into()))
                .collect(),
            walking_support: phase.walking_support.as_ref().map(SideEffectV1::from),
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

impl From<&MedicineSummary> for MedicineV2 {
    fn from(medicine: &MedicineSummary) -> Self {
        MedicineV2 {
            mean: medicine.mean,
            days_without: (&medicine.without).into(),
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

impl AnswerV2<'_> {
    /// What every answer has of its numbers; what it is of is put in by whoever asks.
    fn of(contrast: &Contrast) -> Self {
        let (means, range) = (contrast.means, contrast.range);
        AnswerV2 {
            phase: 0,
            item: "",
            against: POOLED,
            medicine: None,
            question: 0,
            final_day: String::new(),
            is_final: false,
            status: contrast.status.id(),
            reference: contrast.reference.as_ref().map(WindowV1::from),
            window: contrast.window.as_ref().map(WindowV1::from),
            reference_mean: contrast.reference_mean,
            phase_mean: contrast.window_mean,
            difference: means.map(|means| means.difference),
            difference_ci95: range.map(|range| limits(range.difference95)),
            difference_ci80: range.map(|range| limits(range.difference80)),
            percent_improvement: range.and(means).and_then(|means| means.percent_improvement),
            percent_ci95: range.and_then(|range| range.percent95).map(limits),
            p_better: range.map(|range| range.better),
            p_at_least_30: range.and_then(|range| range.at_least_30),
            smallest_worthwhile: None,
            p_at_least_asked: range.and_then(|range| range.at_least_asked),
            correlation: range.map(|range| range.correlation),
            wave_share: range.map(|range| range.wave_share),
            verdict: None,
            nap: means.map(|means| means.nap),
            hodges_lehmann: means.map(|means| means.hodges_lehmann),
            // A trial of one has no phase of its own to end.
            final_3_days: EndPointV1 {
                n: 0,
                mean: None,
                percent_improvement: None,
            },
            trial_of_one: None,
            kept: None,
        }
    }
}

impl<'a> From<&'a Comparison> for AnswerV2<'a> {
    fn from(answer: &'a Comparison) -> Self {
        AnswerV2 {
            phase: answer.phase,
            item: answer.item.as_str(),
            against: answer.against.id(),
            medicine: answer.against.medicine().map(Name::as_str),
            question: answer.question,
            final_day: answer.final_day.to_string(),
            is_final: answer.is_final,
            smallest_worthwhile: answer.at_least.map(|points| f64::from(points.get())),
            verdict: answer.verdict().map(Verdict::id),
            final_3_days: EndPointV1::from(&answer.final_3_days),
            kept: answer.kept.as_ref().map(|kept| KeptV2 {
                at: kept.at.to_rfc3339(),
                changed_days: kept.changed_days,
            }),
            ..AnswerV2::of(&answer.contrast)
        }
    }
}

impl<'a> From<&'a Pooled> for AnswerV2<'a> {
    fn from(pooled: &'a Pooled) -> Self {
        AnswerV2 {
            against: POOLED,
            trial_of_one: Some(TrialV2::from(pooled)),
            ..AnswerV2::from(&pooled.answer)
        }
    }
}

impl<'a> From<&'a Pooled> for TrialV2<'a> {
    fn from(answer: &'a Pooled) -> Self {
        let side = |side: (f64, usize)| SideV2 {
            n: side.1,
            mean: side.0,
        };
        let pair = |pair: &Pair| PairV2 {
            first: pair.first.id(),
            ldn: pair.ldn.map(side),
            placebo: pair.placebo.map(side),
            difference: pair.difference(),
        };
        let arm = |arm: &'a ArmSummary| {
            let effects = arm.side_effects.iter();
            let summary = ArmV2 {
                periods: arm.periods,
                days: arm.days,
                recorded: arm.recorded,
                doses_taken: arm.doses.taken,
                doses_planned: arm.doses.planned,
                tolerability: arm.tolerability.as_ref().map(ItemV1::from),
                side_effects: effects.map(|(id, answers)| (id.as_str(), answers.into())).collect(),
                guessed_right: arm.guesses.right,
                guessed_wrong: arm.guesses.wrong,
                guessed_unknown: arm.guesses.unknown,
                bang: arm.guesses.bang(),
            };
            (arm.arm.id(), summary)
        };
        TrialV2 {
            pairs: answer.pairs.iter().map(pair).collect(),
            arms: answer.arms.iter().map(arm).collect(),
            randomisation_p: answer.randomisation,
        }
    }
}

impl From<&Window> for WindowV1 {
    fn from(window: &Window) -> Self {
        WindowV1 {
            from: window.from.to_string(),
            to: window.to.to_string(),
            days: window.calendar,
            asked: (window.rested() > 0).then_some(window.days),
            recorded: window.recorded,
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
