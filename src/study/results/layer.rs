//! The second layer: one comparison figure by figure, all items and phases as a table, the method.

use super::{Fact, Layer, phase_name, words};
use crate::charts::Table;
use crate::charts::small::{decimal, from_to};
use crate::charts::words as names;
use crate::diary::{Diary, Direction};
use crate::statistics::{Interval, Level};
use crate::trial::{Analysis, Comparison, EndPoint, LikelyRange, Means, SecondLayer, ShownAs, Status, Study, in_phase};

/// One comparison, figure by figure, and how it was computed.
pub(super) fn layer(study: &Study<'_>, shown: &Comparison) -> Layer {
    let mut facts = Vec::new();
    if let Some(means) = &shown.contrast.means {
        facts.extend(of_means(means, in_phase(shown.kind)));
    }
    if let Some(range) = &shown.contrast.range {
        facts.extend(of_range(range, percent(shown), in_percent(shown)));
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

/// Whether a comparison is told in percent, as it is in its sentence (A4); the rest is told in points.
fn in_percent(one: &Comparison) -> bool {
    match one.contrast.shown_as(one.direction) {
        Some(shown) => matches!(shown, ShownAs::Percent(_)),
        None => one.direction == Direction::LowerIsBetter,
    }
}

fn percent(one: &Comparison) -> Option<f64> {
    let means = one.contrast.means.filter(|_| in_percent(one))?;
    means.percent_improvement
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
    let (means, range) = (one.contrast.means, one.contrast.range);
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    vec![
        names::any_item(&one.item, &diary.settings),
        phase
            .map(|phase| phase_name(&analysis.phases, phase))
            .unwrap_or_default(),
        words::status(one.contrast.status).to_owned(),
        or_none(one.contrast.window.map(|window| window.recorded.to_string())),
        or_none(means.map(|means| decimal(means.baseline.mean))),
        or_none(means.map(|means| decimal(means.phase.mean))),
        or_none(means.map(|means| decimal(means.difference))),
        or_none(range.map(|range| from_to(range.difference95))),
        or_none(percent(one).map(decimal)),
        or_none(
            range
                .filter(|_| in_percent(one))
                .and_then(|range| range.percent95)
                .map(from_to),
        ),
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
            format!("{:.0} % of pairs", 100.0 * means.nap),
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

fn of_range(range: &LikelyRange, percent: Option<f64>, in_percent: bool) -> Vec<Fact> {
    let mut facts = vec![
        fact(
            "Difference, 95 % range",
            format!("{} points", from_to(range.difference95)),
            "",
        ),
        fact(
            "Difference, 80 % range",
            format!("{} points", from_to(range.difference80)),
            "",
        ),
    ];
    if let Some(percent) = percent {
        let limits = range.percent95.map(|limits| format!(" ({})", from_to(limits)));
        let value = format!("{} %{}", decimal(percent), limits.unwrap_or_default());
        facts.push(fact("Improvement in percent, 95 % range", value, "Above 0 is better."));
    }
    for (least, probability) in [(30, range.at_least_30), (50, range.at_least_50)] {
        if let Some(probability) = probability.filter(|_| in_percent) {
            facts.push(fact(
                &format!("At least {least} % better"),
                words::probability(probability),
                "Model probability, no placebo control.",
            ));
        }
    }
    facts.push(fact(
        "Day-to-day correlation",
        format!("{:.2}", range.correlation),
        "0: each day stands alone. Near 1: a day is much like the one before.",
    ));
    facts
}

fn end_point(shown: &Comparison, end_point: &EndPoint, days: usize) -> Option<Fact> {
    let mean = end_point.mean?;
    let percent = end_point
        .percent_improvement
        .filter(|_| in_percent(shown))
        .map(|percent| {
            let side = if percent < 0.0 { "worse" } else { "better" };
            format!(", {} % {side} than the baseline", decimal(percent.abs()))
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
    format!("{} {unit} ({level}: {})", decimal(middle), from_to(limits))
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
        let value = format!("{:.0} % before, {:.0} % now", 100.0 * kept.baseline, 100.0 * kept.phase);
        facts.push(fact("Days recorded", value, ""));
    }
    facts
}
