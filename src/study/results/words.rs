//! The words of the results that hold numbers. The sentence, the caveats and what to wait for have theirs in `trial`.

use chrono::NaiveDate;

use super::{Published, Waiting};
use crate::charts::small::{decimal, whole};
use crate::charts::words as names;
use crate::diary::{Diary, ItemId, PhaseKind, StandardItem};
use crate::trial::in_phase;
use crate::trial::published::{self, Source, Topic};
use crate::trial::{Comparison, Contrast, Finding, ItemSummary, LateDays, PhaseSummary, Status, Window};

pub(super) const TOLERABILITY: &str = "Tolerability is asked only while you take LDN or placebo, so there is nothing \
     before it to compare with. 100 means perfectly tolerated.";
pub(super) const BLINDING: &str = "Both sides took something, so hope and attention weigh less here than against the \
     baseline. It is only as good as the blinding: if you could tell which was which, it says less.";
pub(super) const TOO_UNCERTAIN: &str = "too uncertain to say";
pub(super) const IF_NOT_BLINDED: &str =
    "If you knew what you were taking, what you expected may have moved your ratings.";
pub(super) const ALL_COLUMNS: [&str; 10] = [
    "Item",
    "Phase",
    "State",
    "Days",
    "Mean before",
    "Mean in phase",
    "Difference",
    "95 % range",
    "Better by %",
    "95 % range of it",
];

/// The heading over what comes next: a day to wait for, or what can still be done.
pub(super) fn next(has_a_day: bool) -> &'static str {
    if has_a_day {
        "What to wait for"
    } else {
        "What still helps"
    }
}

/// "On LDN".
pub(super) fn in_phase_capital(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Ldn => "On LDN",
        PhaseKind::Placebo => "On placebo",
        PhaseKind::Washout => "After stopping",
        PhaseKind::Baseline => "In this baseline",
    }
}

/// "19 January 2026".
pub(super) fn date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// "Before: 5 Jan to 18 Jan 2026 · LDN 4.5 mg: 16 Mar to 12 Apr 2026".
pub(super) fn windows(comparison: &Comparison, diary: &Diary) -> String {
    let span = |window: Window| format!("{} to {}", window.from.format("%-d %b"), window.to.format("%-d %b %Y"));
    let before = comparison
        .contrast
        .baseline
        .map(|window| format!("Before: {}", span(window)));
    let now = comparison.contrast.window.map(|window| {
        let dose = diary.treatment.planned_dose(window.to).map(|dose| format!(" {dose}"));
        let dose = dose.filter(|_| comparison.kind == PhaseKind::Ldn).unwrap_or_default();
        format!("{}{dose}: {}", names::phase(comparison.kind), span(window))
    });
    [before, now].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "From 26 of 28 days on LDN and 12 of 14 before."
pub(super) fn counted(contrast: &Contrast, [now, before]: [&str; 2], late: LateDays) -> String {
    let share = |window: Window| format!("{} of {}", window.recorded, names::days(window.days()));
    let counted = match (contrast.window, contrast.baseline) {
        (Some(window), Some(baseline)) => format!("From {} {now} and {} {before}.", share(window), share(baseline)),
        (Some(window), None) => format!("{} {now} recorded.", share(window)),
        (None, Some(baseline)) => format!("{} {before} recorded; no day {now} counts yet.", share(baseline)),
        (None, None) => return String::new(),
    };
    match late {
        LateDays::Included => counted,
        LateDays::LeftOut => format!("{counted} Days that were filled in later are left out."),
    }
}

/// What the picture of a likely range shows; nothing without one.
pub(super) fn range(finding: &Finding) -> String {
    let limits = finding.figures.and_then(|figures| figures.limits);
    limits.map_or_else(String::new, |limits| {
        format!(
            "The bar is the likely range (95 %), from {} to {}; the dot is what your averages say.",
            limits.worst.number_and_side(),
            limits.best.number_and_side()
        )
    })
}

/// "So far on LDN: mean 52, on 11 of 20 days."; of a phase that is over "On LDN: …".
pub(super) fn so_far(phase: &PhaseSummary, summary: &ItemSummary, ended: bool) -> String {
    let when = if ended {
        in_phase_capital(phase.kind).to_owned()
    } else {
        format!("So far {}", in_phase(phase.kind))
    };
    let (mean, n, days) = (whole(summary.mean), summary.n, names::days(phase.days));
    format!("{when}: mean {mean}, on {n} of {days}.")
}

/// The state of a comparison in a table.
pub(super) fn status(status: Status, ended: bool) -> &'static str {
    match status {
        Status::NoBaseline => "no baseline",
        Status::SettlingIn { .. } if ended => "too short",
        Status::SettlingIn { .. } => "settling in",
        Status::TooFewDays { .. } => "too few days",
        Status::NoVariation => "always the same",
        Status::EarlyLook { .. } => "early look",
        Status::Ready => "ready",
    }
}

/// "On LDN was the better day in 85 % of pairs of a day before and a day on LDN."
pub(super) fn nap(nap: f64, now: &str) -> String {
    format!(
        "The day {now} was the better one in {} % of all pairs of a day before and a day {now}; 50 % means no \
         difference.",
        whole(100.0 * nap)
    )
}

/// "72 %", and never a certainty.
pub(super) fn probability(probability: f64) -> String {
    match 100.0 * probability {
        percent if percent < 1.0 => "under 1 %".to_owned(),
        percent if percent > 99.0 => "over 99 %".to_owned(),
        percent => format!("{} %", whole(percent)),
    }
}

/// Before there is anything to compare.
pub(super) fn waiting(phases: &[PhaseSummary]) -> Waiting {
    let baseline = phases.iter().find(|phase| phase.kind == PhaseKind::Baseline);
    let recorded = baseline.map_or(0, |phase| phase.recorded);
    let lacking = Diary::BASELINE_DAYS.saturating_sub(recorded);
    Waiting {
        text: format!(
            "Your baseline has {} so far. Results compare later days with it.",
            match recorded {
                0 => "no recorded day".to_owned(),
                1 => "1 recorded day".to_owned(),
                days => format!("{days} recorded days"),
            }
        ),
        next: if lacking > 0 {
            format!(
                "The trials used 14 baseline days: {lacking} more to go. After a phase begins, its first 14 days settle in; a \
                 first look is possible when 7 more are recorded."
            )
        } else {
            "That is as many as the trials used. Once a phase has begun, its first 14 days settle in; a first look is \
             possible when 7 more are recorded."
                .to_owned()
        },
    }
}

/// What was published about an item, and the later trials.
pub(super) fn published(item: &ItemId) -> Vec<Published> {
    let own = match item {
        ItemId::Standard(StandardItem::Pain) => Some((Topic::PainChange, "Pain")),
        ItemId::Standard(StandardItem::Overall) => Some((Topic::OverallChange, "Overall severity")),
        ItemId::Standard(StandardItem::Tolerability) => Some((Topic::Tolerability, "Tolerability")),
        _ => None,
    };
    let figures = own.into_iter().flat_map(|(topic, name)| {
        published::figures_on(topic).map(move |figure| Published {
            finding: match topic {
                Topic::Tolerability => {
                    format!(
                        "{name} was {} on LDN and {} on placebo.",
                        decimal(figure.ldn),
                        decimal(figure.placebo)
                    )
                }
                _ => format!(
                    "{name} changed by −{} % on LDN and by −{} % on placebo.",
                    decimal(figure.ldn.abs()),
                    decimal(figure.placebo.abs())
                ),
            },
            source: source(&figure.source),
        })
    });
    let later = published::NO_DIFFERENCE.iter().map(|trial| Published {
        finding: trial.finding.to_owned(),
        source: source(&trial.source),
    });
    figures.chain(later).collect()
}

/// "Younger and others 2013, Arthritis & Rheumatism 65:529, doi:…".
fn source(source: &Source) -> String {
    format!("{}, {}, {}", source.citation, source.published_in, source.reference)
}

/// How it was computed, in short.
pub(super) fn method(late: LateDays) -> Vec<String> {
    let late = match late {
        LateDays::Included => "Days that were filled in later count like any other.",
        LateDays::LeftOut => "Days that were filled in later are left out.",
    };
    [
        "Before: all recorded days of the first baseline. After: the last 28 calendar days of the phase, without the first \
         14 after its start or a change of dose. A missing day is left out; it is never 0 and never filled in.",
        "The range (95 % and 80 %) is that of a model in which each day resembles the one before, with the strength of that \
         averaged over, and in which either window may vary more than the other. Gaps keep their length.",
        "One switch from before to after can't tell LDN from time, season or hope. Only going on and off again, hidden, can.",
        late,
    ]
    .map(String::from)
    .to_vec()
}
