//! The second layer: one comparison figure by figure, all items and phases as a table, the method.

use super::words as told;
use super::{Fact, Layer};
use crate::charts::Table;
use crate::diary::{Against, Diary, OwnId, Settings, SortedSet};
use crate::statistics::{Interval, Level};
use crate::trial::{
    Analysis, Comparison, EndPoint, Figures, IMPORTANT_DROP, LikelyRange, Means, PhaseSummary, SecondLayer,
    SideEffectSummary, Status, Study, probability,
};
use crate::words::{Decimal, dates, drawings, names, numbers, results as words, trial};

/// One comparison, figure by figure, and how it was computed.
pub(super) fn layer(diary: &Diary, study: &Study<'_>, shown: &Comparison) -> Layer {
    let mut facts = Vec::new();
    if let Some(means) = &shown.contrast.means {
        facts.extend(of_means(means, [&shown.during(), &shown.against.when()]));
    }
    if let Some(range) = &shown.contrast.range {
        facts.extend(of_range(range, shown));
    }
    facts.extend(end_point(shown, &shown.final_3_days, 3));
    facts.extend(end_point(shown, &shown.final_7_days, 7));
    if let Some(layer) = study.second_layer(shown.phase, &shown.item) {
        facts.extend(of_layer(&layer, shown.contrast.status));
    }
    let phases = study.phases();
    Layer {
        facts,
        beside: beside(&diary.settings, &phases),
        method: told::method(study, &phases),
    }
}

/// What was taken and needed beside LDN, by phase: how much a day, and on how many of the days with an answer.
pub(super) fn beside(settings: &Settings, phases: &[PhaseSummary]) -> Table {
    let mut medicines: SortedSet<&OwnId> = SortedSet::default();
    medicines.extend(phases.iter().flat_map(|phase| phase.medicines.keys()));
    let mut rows = Vec::new();
    let row = |what: &str, phase: &PhaseSummary, mean: Option<f64>, days: &SideEffectSummary| {
        let interval = days.clustered.interval95;
        vec![
            what.to_owned(),
            phase.name_among(phases, dates::full),
            mean.map_or_else(|| numbers::none().to_owned(), |mean| decimal(mean).to_string()),
            drawings::some_of_all(days.yes, days.answered),
            trial::percent(whole(100.0 * days.clustered.share)),
            drawings::percent_range(whole(100.0 * interval.low), whole(100.0 * interval.high)),
        ]
    };
    for id in &medicines {
        let name = settings.medicine(id).map(names::medicine_with_unit);
        let name = words::days_without(&name.unwrap_or_else(|| names::any_medicine(id, settings)));
        for phase in phases {
            let one = phase.medicines.get(*id);
            rows.extend(one.map(|one| row(&name, phase, Some(one.mean), &one.without)));
        }
    }
    let name = words::days_needed(names::extra_pain_medicine());
    for phase in phases {
        rows.extend(phase.rescue_medicine.map(|days| row(&name, phase, None, &days)));
    }
    let name = words::days_needed(names::walking_support());
    for phase in phases {
        rows.extend(phase.walking_support.map(|days| row(&name, phase, None, &days)));
    }
    Table {
        columns: [
            words::column_what(),
            words::column_phase(),
            words::column_a_day(),
            words::column_such_days(),
            drawings::share(),
            drawings::likely_range(),
        ]
        .map(String::from)
        .to_vec(),
        rows,
    }
}

/// The percent improvement with its limits, one decimal each; `None` where it is not told beside the points (A4).
fn percent(one: &Comparison) -> Option<(Decimal, Option<[Decimal; 2]>)> {
    one.finding().figures?.percent?;
    let limits = one.contrast.range.and_then(|range| range.percent95);
    Some((
        Decimal::of(one.contrast.means?.percent_improvement?, 1),
        limits.map(rounded),
    ))
}

fn rounded(interval: Interval) -> [Decimal; 2] {
    [interval.low, interval.high].map(|limit| Decimal::of(limit, 1))
}

/// Every item of every phase as a table.
pub(super) fn all(diary: &Diary, analysis: &Analysis) -> Table {
    Table {
        columns: told::columns([words::column_mean_before(), words::column_mean_in_phase()]),
        rows: analysis
            .comparisons
            .iter()
            .map(|one| row(diary, phase_of(diary, analysis, one), one))
            .collect(),
    }
}

/// What the phase of a comparison is called in the table.
fn phase_of(diary: &Diary, analysis: &Analysis, one: &Comparison) -> String {
    let phase = analysis.phases.iter().find(|phase| phase.index == one.phase);
    match phase {
        // One phase has a row for each step.
        Some(phase) if one.against == Against::Step => {
            names::phase_with_dose(&phase.kind, diary.treatment.planned_dose(one.stretch.from))
        }
        phase => phase
            .map(|phase| phase.name_among(&analysis.phases, dates::full))
            .unwrap_or_default(),
    }
}

pub(super) fn row(diary: &Diary, phase: String, one: &Comparison) -> Vec<String> {
    let figures = Figures::with_a_decimal(&one.contrast, one.direction);
    let percent = percent(one);
    let or_none = |text: Option<String>| text.unwrap_or_else(|| numbers::none().to_owned());
    vec![
        names::any_item(&one.item, &diary.settings),
        phase,
        told::status(one).to_owned(),
        or_none(one.contrast.window.map(|window| window.recorded.to_string())),
        or_none(figures.map(|figures| figures.before.to_string())),
        or_none(figures.map(|figures| figures.after.to_string())),
        or_none(figures.map(|figures| figures.difference().to_string())),
        or_none(figures.and_then(|figures| figures.difference_limits()).map(from_to)),
        or_none(percent.map(|(percent, _)| percent.to_string())),
        or_none(percent.and_then(|(_, limits)| limits).map(from_to)),
    ]
}

pub(super) fn fact(name: &str, value: String, note: &str) -> Fact {
    Fact {
        name: name.to_owned(),
        value,
        note: note.to_owned(),
    }
}

fn decimal(number: f64) -> Decimal {
    Decimal::of(number, 1)
}

fn whole(number: f64) -> Decimal {
    Decimal::of(number, 0)
}

/// "−31.4 to −12.4".
fn from_to([low, high]: [Decimal; 2]) -> String {
    numbers::range(low, high)
}

pub(super) fn of_means(means: &Means, [now, reference_name]: [&str; 2]) -> Vec<Fact> {
    let pair = |before: f64, after: f64| words::before_and_now(decimal(before), reference_name, decimal(after), now);
    let Means { reference, phase, .. } = means;
    let mut facts = vec![
        fact(drawings::mean(), pair(reference.mean, phase.mean), ""),
        fact(drawings::median(), pair(reference.median, phase.median), ""),
    ];
    if let (Some(before), Some(after)) = (reference.sd, phase.sd) {
        let note = words::standard_deviation_note();
        facts.push(fact(drawings::standard_deviation(), pair(before, after), note));
    }
    let better = whole(100.0 * means.nap);
    let note = words::better_days_note(now, better, reference_name);
    facts.push(fact(words::better_days(), words::better_days_share(better), &note));
    let shift = trial::points(decimal(means.hodges_lehmann));
    facts.push(fact(
        words::typical_shift(),
        shift,
        &words::typical_shift_note(now, reference_name),
    ));
    facts
}

pub(super) fn of_range(range: &LikelyRange, shown: &Comparison) -> Vec<Fact> {
    let points = |name: &str, limits: Option<[Decimal; 2]>| {
        limits.map(|limits| fact(name, words::points_range(&from_to(limits)), ""))
    };
    let figures = Figures::with_a_decimal(&shown.contrast, shown.direction);
    let difference95 = figures.and_then(|figures| figures.difference_limits());
    let difference80 = shown.contrast.within_scale(range.difference80).map(rounded);
    let percent = percent(shown);
    let mut facts: Vec<Fact> = [
        points(words::difference_95(), difference95),
        points(words::difference_80(), difference80),
    ]
    .into_iter()
    .flatten()
    .collect();
    if let Some((percent, limits)) = percent {
        let value = match limits {
            Some(limits) => words::percent_range(percent, &from_to(limits)),
            None => trial::percent(percent),
        };
        facts.push(fact(words::improvement(), value, words::improvement_note()));
    }
    let note = match shown.against {
        Against::Placebo => words::at_least_note_placebo(),
        _ => words::at_least_note(),
    };
    facts.push(fact(words::better(), probability(range.better), note));
    if let Some(likely) = range.at_least_30.filter(|_| percent.is_some() && shown.is_pain()) {
        facts.push(fact(&words::at_least(IMPORTANT_DROP), probability(likely), note));
    }
    if let Some((points, likely)) = shown.asked() {
        let name = words::at_least_points(&trial::points(points.get()));
        facts.push(fact(&name, probability(likely), note));
    }
    let correlation = Decimal::of(range.correlation, 2).to_string();
    facts.push(fact(words::correlation(), correlation, words::correlation_note()));
    let waves = trial::percent(whole(100.0 * range.wave_share));
    facts.push(fact(words::wave_share(), waves, &words::wave_share_note(MOST_WAVES)));
    facts
}

/// The largest share of waves that the model knows, in percent.
const MOST_WAVES: u32 = 67;

fn end_point(shown: &Comparison, end_point: &EndPoint, days: usize) -> Option<Fact> {
    let end_point = Some(end_point).filter(|end| shown.readable(end, days))?;
    let (mean, recorded) = (decimal(end_point.mean?), end_point.n);
    let percent = end_point
        .percent_improvement
        .filter(|_| {
            let told = shown.finding().figures.is_some_and(|figures| figures.percent.is_some());
            told && shown.against == Against::Baseline
        })
        .map(decimal)
        .filter(|percent| !percent.is_zero());
    let value = match percent {
        None => words::final_days_mean(mean, recorded),
        Some(percent) if percent.is_positive() => words::final_days_better(mean, recorded, percent),
        Some(percent) => words::final_days_worse(mean, recorded, percent.abs()),
    };
    let note = if days == 3 { words::final_days_note() } else { "" };
    Some(fact(&words::final_days(days), value, note))
}

/// Days over which a slope is told: a day's is too small a number.
const WEEK: f64 = 7.0;
/// How wide the scale is: a range that is wider says nothing.
const SCALE: f64 = 100.0;

/// A slope or a step with its limits, as the two messages say it; neither where its range says nothing.
fn with_range(
    middle: f64,
    limits: Option<Interval>,
    alone: fn(Decimal) -> String,
    ranged: fn(Decimal, &str) -> String,
) -> String {
    match limits {
        None => alone(decimal(middle)),
        Some(limits) if limits.high - limits.low > SCALE => words::too_uncertain().to_owned(),
        Some(limits) => ranged(decimal(middle), &from_to(rounded(limits))),
    }
}

fn of_layer(layer: &SecondLayer, status: Status) -> Vec<Fact> {
    let mut facts = Vec::new();
    // Where no day differs from another there is no range of anything (A3).
    let varies = status != Status::NoVariation;
    if let Some(slope) = layer.baseline_slope.as_ref().filter(|_| varies) {
        let weekly = slope.interval(Level::P80).map(|limits| Interval {
            low: WEEK * limits.low,
            high: WEEK * limits.high,
        });
        let value = with_range(WEEK * slope.per_day(), weekly, words::slope_exact, words::slope_range);
        facts.push(fact(words::slope(), value, words::slope_note()));
    }
    if let Some(step) = layer.trend_step.as_ref().filter(|_| varies) {
        let limits = step.interval(Level::P95);
        let value = with_range(step.step(), limits, trial::points, words::trend_range);
        facts.push(fact(words::trend(), value, words::trend_note()));
    }
    if let Some(kept) = layer.completeness {
        let [before, now] = [kept.reference, kept.phase].map(|share| whole(100.0 * share));
        facts.push(fact(
            words::days_recorded(),
            words::days_recorded_shares(before, now),
            "",
        ));
    }
    facts
}
