//! The second layer: one comparison figure by figure, all items and phases as a table, the method.

use super::{Fact, Layer, phase_name, words};
use crate::charts::Table;
use crate::charts::small::{decimal, from_to, whole};
use crate::charts::words as names;
use crate::diary::Diary;
use crate::statistics::{Interval, Level};
use crate::trial::{
    Analysis, Comparison, EndPoint, Figures, LikelyRange, Means, SecondLayer, Status, Study, Unit, in_phase,
};
use crate::words::Decimal;

/// One comparison, figure by figure, and how it was computed.
pub(super) fn layer(study: &Study<'_>, shown: &Comparison) -> Layer {
    let mut facts = Vec::new();
    if let Some(means) = &shown.contrast.means {
        facts.extend(of_means(means, in_phase(shown.kind)));
    }
    if let Some(range) = &shown.contrast.range {
        facts.extend(of_range(range, shown));
    }
    facts.extend(end_point(shown, &shown.final_3_days, 3));
    facts.extend(end_point(shown, &shown.final_7_days, 7));
    if let Some(layer) = study.second_layer(shown.phase, &shown.item) {
        facts.extend(of_layer(&layer, shown.contrast.status));
    }
    Layer {
        facts,
        method: words::method(study.late_days()),
    }
}

/// The percent improvement with its limits, one decimal each; `None` where the comparison is told in points (A4).
fn percent(one: &Comparison) -> Option<(Decimal, Option<[Decimal; 2]>)> {
    let means = one.contrast.means.filter(|_| one.finding().unit() == Unit::Percent)?;
    let limits = one.contrast.range.and_then(|range| range.percent95);
    Some((Decimal::of(means.percent_improvement?, 1), limits.map(rounded)))
}

fn rounded(interval: Interval) -> [Decimal; 2] {
    [interval.low, interval.high].map(|limit| Decimal::of(limit, 1))
}

/// Every item of every phase as a table.
pub(super) fn all(diary: &Diary, analysis: &Analysis) -> Table {
    Table {
        columns: words::ALL_COLUMNS.map(String::from).to_vec(),
        rows: analysis
            .comparisons
            .iter()
            .map(|one| row(diary, analysis, one))
            .collect(),
    }
}

fn row(diary: &Diary, analysis: &Analysis, one: &Comparison) -> Vec<String> {
    let phase = analysis.phases.iter().find(|phase| phase.index == one.phase);
    let figures = Figures::with_a_decimal(&one.contrast, one.direction);
    let percent = percent(one);
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    vec![
        names::any_item(&one.item, &diary.settings),
        phase
            .map(|phase| phase_name(&analysis.phases, phase))
            .unwrap_or_default(),
        words::status(one.contrast.status, one.ended).to_owned(),
        or_none(one.contrast.window.map(|window| window.recorded.to_string())),
        or_none(figures.map(|figures| figures.before.to_string())),
        or_none(figures.map(|figures| figures.after.to_string())),
        or_none(figures.map(|figures| figures.difference().to_string())),
        or_none(figures.and_then(|figures| figures.difference_limits()).map(from_to)),
        or_none(percent.map(|(percent, _)| percent.to_string())),
        or_none(percent.and_then(|(_, limits)| limits).map(from_to)),
    ]
}

fn fact(name: &str, value: String, note: &str) -> Fact {
    Fact {
        name: name.to_owned(),
        value,
        note: note.to_owned(),
    }
}

fn of_means(means: &Means, now: &str) -> Vec<Fact> {
    let pair = |before: f64, after: f64| format!("{} before, {} {now}", decimal(before), decimal(after));
    let mut facts = vec![
        fact("Mean", pair(means.baseline.mean, means.phase.mean), ""),
        fact("Median", pair(means.baseline.median, means.phase.median), ""),
    ];
    if let (Some(before), Some(after)) = (means.baseline.sd, means.phase.sd) {
        facts.push(fact(
            "Standard deviation",
            pair(before, after),
            "How far days lie from their mean.",
        ));
    }
    facts.extend([
        fact(
            "Better days (NAP)",
            format!("{} % of pairs", whole(100.0 * means.nap)),
            &words::nap(means.nap, now),
        ),
        fact(
            "Typical shift (Hodges-Lehmann)",
            format!("{} points", decimal(means.hodges_lehmann)),
            "The middle one of all differences between a day now and a day before.",
        ),
    ]);
    facts
}

fn of_range(range: &LikelyRange, shown: &Comparison) -> Vec<Fact> {
    let points = |name: &str, limits: Option<[Decimal; 2]>| {
        limits.map(|limits| fact(name, format!("{} points", from_to(limits)), ""))
    };
    let figures = Figures::with_a_decimal(&shown.contrast, shown.direction);
    let difference95 = figures.and_then(|figures| figures.difference_limits());
    let difference80 = shown.contrast.within_scale(range.difference80).map(rounded);
    let percent = percent(shown);
    let mut facts: Vec<Fact> = [
        points("Difference, 95 % range", difference95),
        points("Difference, 80 % range", difference80),
    ]
    .into_iter()
    .flatten()
    .collect();
    if let Some((percent, limits)) = percent {
        let limits = limits.map(|limits| format!(" ({})", from_to(limits)));
        let value = format!("{percent} %{}", limits.unwrap_or_default());
        facts.push(fact("Improvement in percent, 95 % range", value, "Above 0 is better."));
    }
    for (least, probability) in [(30, range.at_least_30), (50, range.at_least_50)] {
        if let Some(probability) = probability.filter(|_| percent.is_some()) {
            facts.push(fact(
                &format!("At least {least} % better"),
                words::probability(probability),
                "Model probability, no placebo control.",
            ));
        }
    }
    facts.push(fact(
        "Day-to-day correlation",
        Decimal::of(range.correlation, 2).to_string(),
        "0: each day stands alone. Near 1: a day is much like the one before.",
    ));
    facts
}

fn end_point(shown: &Comparison, end_point: &EndPoint, days: usize) -> Option<Fact> {
    let mean = end_point.mean?;
    let percent = end_point
        .percent_improvement
        .filter(|_| shown.finding().unit() == Unit::Percent)
        .map(|percent| Decimal::of(percent, 1))
        .filter(|percent| !percent.is_zero())
        .map(|percent| {
            let side = if percent.is_positive() { "better" } else { "worse" };
            format!(", {} % {side} than the baseline", percent.abs())
        });
    Some(fact(
        &format!("Final {days} days"),
        format!(
            "mean {} of {} recorded{}",
            decimal(mean),
            names::days(end_point.n),
            percent.unwrap_or_default()
        ),
        if days == 3 {
            "As in the trial of 2013. Three days are a noisy sample of one person."
        } else {
            ""
        },
    ))
}

/// Days over which a slope is told: a day's is too small a number.
const WEEK: f64 = 7.0;
/// How wide the scale is: a range that is wider says nothing.
const SCALE: f64 = 100.0;

/// "8.4 points (95 %: −3.2 to 19.9)".
fn with_range(middle: f64, limits: Option<Interval>, level: &str, unit: &str) -> String {
    let Some(limits) = limits else {
        return format!("{} {unit}", decimal(middle));
    };
    if limits.high - limits.low > SCALE {
        return words::TOO_UNCERTAIN.to_owned();
    }
    format!("{} {unit} ({level}: {})", decimal(middle), from_to(rounded(limits)))
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
        let value = with_range(WEEK * slope.per_day(), weekly, "80 %", "points a week");
        facts.push(fact(
            "Slope of the baseline",
            value,
            "Was it changing before this phase began?",
        ));
    }
    if let Some(step) = layer.trend_step.as_ref().filter(|_| varies) {
        let value = with_range(step.step(), step.interval(Level::P95), "95 %", "points");
        facts.push(fact(
            "Difference beside a common trend",
            value,
            "What is left if both windows follow one straight line. Slow effects of LDN would hide in the line.",
        ));
    }
    if let Some(kept) = layer.completeness {
        let value = format!(
            "{} % before, {} % now",
            whole(100.0 * kept.baseline),
            whole(100.0 * kept.phase)
        );
        facts.push(fact("Days recorded", value, ""));
    }
    facts
}
