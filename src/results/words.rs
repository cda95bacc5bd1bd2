//! What the results say with numbers. The sentence, the caveats and what to wait for are said in `trial`.

use super::{Published, Sealed, Waiting};
use crate::diary::{Against, Diary, ItemId, PhaseKind, StandardItem};
use crate::trial::published::{self, Source, Topic};
use crate::trial::{
    Comparison, Counting, Doses, FEWEST, FINAL_DAY, Finding, ImportedDays, ItemSummary, LateDays, LeftOut, MAIN_ITEM,
    PhaseSummary, SETTLING_IN, Status, Study, Window,
};
use crate::words::{Decimal, dates, names, results as words, safety, sentences, trial_of_one, trials};

/// The columns of the table of all comparisons; `before` and `now` are the heads of both averages.
pub(super) fn columns([before, now]: [&str; 2]) -> Vec<String> {
    [
        words::column_item(),
        words::column_phase(),
        words::column_state(),
        words::column_days(),
        before,
        now,
        words::column_difference(),
        words::column_range(),
        words::column_better(),
        words::column_range_of_it(),
    ]
    .map(String::from)
    .to_vec()
}

/// The heading over what comes next: a day to wait for, or what can still be done.
pub(super) fn next(has_a_day: bool) -> &'static str {
    if has_a_day {
        words::wait_for()
    } else {
        words::still_helps()
    }
}

/// "Before: 5 Jan to 18 Jan 2026 · LDN 4.5 mg: 2 Feb to 12 Apr 2026".
pub(super) fn windows(comparison: &Comparison, diary: &Diary, reference: &str) -> String {
    let before = comparison.contrast.reference.filter(|window| window.recorded > 0);
    let dosed = |window: Window| {
        let dose = diary.treatment.planned_dose(window.to);
        let phase = names::phase_with_dose(&comparison.kind, dose);
        words::window(&phase, window.from, window.to)
    };
    let before = before.map(|window| match comparison.against {
        Against::Step => dosed(window),
        _ => words::window(reference, window.from, window.to),
    });
    let now = comparison.contrast.window.map(dosed);
    let first = |window: Option<Window>| window.map(|window| window.from);
    let sides = if first(comparison.contrast.window) < first(comparison.contrast.reference) && now.is_some() {
        [now, before]
    } else {
        [before, now]
    };
    sides.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "From 65 of 70 days on LDN and 12 of 14 days before. 66 of 70 doses are recorded as taken."
pub(super) fn counted(comparison: &Comparison, counting: Counting) -> String {
    let (now, before) = (&comparison.during(), &comparison.against.when());
    let days = |window: Window| dates::days(window.days);
    let reference = comparison.contrast.reference.filter(|window| window.recorded > 0);
    let counted = match (comparison.contrast.window, reference) {
        (Some(window), Some(reference)) => words::counted(
            window.recorded,
            &days(window),
            now,
            reference.recorded,
            &days(reference),
            before,
        ),
        (Some(window), None) => words::counted_now(window.recorded, &days(window), now),
        (None, Some(reference)) if comparison.ended => {
            words::counted_before_ended(reference.recorded, &days(reference), before, now)
        }
        (None, Some(reference)) => words::counted_before(reference.recorded, &days(reference), before, now),
        (None, None) => return String::new(),
    };
    let late = match counting.late {
        LateDays::Included => "",
        LateDays::LeftOut => words::late_left_out(),
    };
    let imported = match counting.imported {
        ImportedDays::Included => "",
        ImportedDays::LeftOut => words::imported_left_out(),
    };
    sentences([counted, doses(comparison.doses), late.to_owned(), imported.to_owned()])
}

/// What the diagram of a likely range shows; nothing without one.
pub(super) fn range(finding: &Finding) -> String {
    let limits = finding.figures.and_then(|figures| figures.limits);
    limits.map_or_else(String::new, |limits| {
        words::range_note(&limits.worst.number_and_side(), &limits.best.number_and_side())
    })
}

/// "64 of 70 doses are recorded as taken."; nothing where none was planned (A12).
fn doses(doses: Option<Doses>) -> String {
    doses.map_or_else(String::new, |doses| words::doses_taken(doses.taken, doses.planned))
}

/// "So far on LDN: mean 52, on 11 of 20 days."; of a phase that is over "On LDN: …". With the doses taken in it.
pub(super) fn so_far(phase: &PhaseSummary, summary: &ItemSummary, ended: bool) -> String {
    let (mean, days) = (Decimal::of(summary.mean, 0), dates::days(phase.days));
    let said = if ended {
        words::so_far_ended(&names::at_first(&phase.kind), mean, summary.n, &days)
    } else {
        words::so_far(&names::during(&phase.kind), mean, summary.n, &days)
    };
    sentences([said, doses(phase.doses)])
}

/// The state of a comparison in a table.
pub(super) fn status(one: &Comparison) -> &'static str {
    match one.contrast.status {
        Status::NoReference => words::state_no_reference(),
        Status::SettlingIn { .. } if one.ended => words::state_too_short(),
        Status::SettlingIn { .. } => words::state_settling_in(),
        Status::TooFewDays { .. } => words::state_too_few_days(),
        Status::NoVariation => words::state_always_the_same(),
        Status::EarlyLook { .. } => words::state_early_look(),
        Status::Ready if one.is_final => words::state_final(),
        Status::Ready => words::state_ready(),
    }
}

/// What the phases average of which no comparison is shown, in the order of their days, and doses taken of planned: "LDN
/// 4.5 mg, 1 Jun to 10 Jun 2026: pain 52 (10 days)." A baseline is what others are compared with. `of` one item, or of all.
pub(super) fn averages(study: &Study<'_>, phases: &[PhaseSummary], of: Option<&ItemId>) -> Vec<String> {
    let mut lines = Vec::new();
    for phase in phases {
        if phase.kind == PhaseKind::Baseline || phase.of_trial || study.is_compared(phase.index) {
            continue;
        }
        let mut means = Vec::new();
        for (item, summary) in phase.items.iter().filter(|(item, _)| of.is_none_or(|of| of == *item)) {
            let (name, mean) = (
                names::within(item, &study.diary().settings),
                Decimal::of(summary.mean, 0),
            );
            means.push(words::average(&name, mean, summary.n));
        }
        if !means.is_empty() {
            let name = names::phase_with_dose(&phase.kind, study.diary().treatment.only_dose(phase.index, phase.to));
            let means = means.join(", ");
            let first = |form| names::day_or_month(phase.from, phase.by_month, form);
            let line = if phase.to == study.as_of() {
                words::averages_so_far(&name, &first(dates::short), &means)
            } else {
                words::averages(&name, &first(dates::day_and_month), phase.to, &means)
            };
            lines.push(sentences([line, doses(phase.doses)]));
        }
    }
    lines
}

/// What is waited for in a trial of one that is sealed; and whether its code is. `None` where none is, or another phase goes on after it.
pub(super) fn of_trial(study: &Study<'_>) -> Option<Sealed> {
    let treatment = &study.diary().treatment;
    let mut trials = study.trials().iter();
    let trial = trials.rfind(|trial| trial.first_day() <= study.as_of() && trial.revealed.is_none())?;
    let (_, phase) = treatment.phase_on(study.as_of())?;
    let goes_on = phase.kind.is_blinded() && !study.is_over(trial);
    let [text, next] = if goes_on {
        let last = trial.ends.pred_opt().unwrap_or(trial.ends);
        let period = names::phase_within(&phase.kind);
        [trial_of_one::goes_on(&period), trial_of_one::goes_on_next(last)]
    } else {
        [trial_of_one::waits(), trial_of_one::waits_next()].map(str::to_owned)
    };
    Some(Sealed {
        text,
        next,
        is_over: !goes_on,
    })
}

/// Before there is anything to compare.
pub(super) fn waiting(study: &Study<'_>, phases: &[PhaseSummary]) -> Waiting {
    let baseline = phases.iter().find(|phase| phase.kind == PhaseKind::Baseline);
    let averages = averages(study, phases, None);
    if let Some(sealed) = of_trial(study) {
        return Waiting {
            text: sealed.text,
            averages,
            next: sealed.next,
            planner: None,
            left_out: LeftOut::default(),
            is_sealed: sealed.is_over,
        };
    }
    if baseline.is_none() && !phases.is_empty() {
        let began = |kind: &PhaseKind| phases.iter().any(|phase| phase.kind == *kind && phase.recorded > 0);
        let [text, next] = if began(&PhaseKind::Ldn) {
            [
                words::waiting_on_ldn().to_owned(),
                words::waiting_on_ldn_next(SETTLING_IN),
            ]
        } else if began(&PhaseKind::Washout) {
            [words::waiting_off().to_owned(), words::waiting_off_next(SETTLING_IN)]
        } else {
            [words::waiting_alone().to_owned(), String::new()]
        };
        return Waiting {
            text,
            averages,
            next,
            planner: None,
            left_out: LeftOut::default(),
            is_sealed: false,
        };
    }
    let recorded = baseline.map_or(0, |phase| phase.recorded);
    let lacking = Diary::BASELINE_DAYS.saturating_sub(recorded);
    let trials = if lacking > 0 {
        words::waiting_baseline(Diary::BASELINE_DAYS, lacking)
    } else {
        words::waiting_baseline_full().to_owned()
    };
    Waiting {
        text: words::waiting(recorded),
        averages,
        next: sentences([trials, words::waiting_phase(SETTLING_IN, FEWEST)]),
        planner: study.plan(&MAIN_ITEM.into()).map(|plan| plan.said()),
        left_out: LeftOut::default(),
        is_sealed: false,
    }
}

/// The same where there is something to compare once all days count.
pub(super) fn left_out(study: &Study<'_>, phases: &[PhaseSummary]) -> Waiting {
    let left_out = study.leaves_out(phases);
    Waiting {
        text: words::all_left_out(left_out.said()),
        averages: averages(study, phases, None),
        next: String::new(),
        planner: None,
        left_out,
        is_sealed: false,
    }
}

/// What was published about an item, and the later trials.
pub(super) fn published(item: &ItemId) -> Vec<Published> {
    let topic = match item {
        ItemId::Standard(StandardItem::Pain) => Some(Topic::PainChange),
        ItemId::Standard(StandardItem::Overall) => Some(Topic::OverallChange),
        ItemId::Standard(StandardItem::Tolerability) => Some(Topic::Tolerability),
        _ => None,
    };
    let figures = topic.into_iter().flat_map(published::figures_on);
    let found = figures.filter_map(|figure| {
        let (ldn, placebo) = (Decimal::of(figure.ldn, 1), Decimal::of(figure.placebo, 1));
        let finding = match figure.topic {
            Topic::PainChange => trials::pain_change(ldn, placebo),
            Topic::OverallChange => trials::overall_change(ldn, placebo),
            Topic::Tolerability => trials::tolerability(ldn, placebo),
            Topic::VividDreams | Topic::Headache | Topic::PainPoints => return None,
        };
        Some((finding, figure.source))
    });
    found
        .chain(published::later_trials())
        .map(|(finding, source)| Published {
            finding,
            source: cited(source),
        })
        .collect()
}

/// "Younger and others 2013, Arthritis & Rheumatism 65:529, doi:…".
fn cited(source: Source) -> String {
    trials::with_reference(source.said(), source.reference())
}

/// How it was computed, in short.
pub(super) fn method(study: &Study<'_>, phases: &[PhaseSummary]) -> Vec<String> {
    vec![
        words::method_windows(SETTLING_IN + 1, FINAL_DAY),
        words::method_range().to_owned(),
        words::method_main().to_owned(),
        words::method_cause().to_owned(),
        counting_said(study, phases),
        safety::purpose().to_owned(),
    ]
}

/// Whether late and imported days count. Of imported ones only where the diary has some.
pub(super) fn counting_said(study: &Study<'_>, phases: &[PhaseSummary]) -> String {
    let late = match study.counting().late {
        LateDays::Included => words::late_counted(),
        LateDays::LeftOut => words::late_left_out(),
    };
    let imported = match study.counting().imported {
        _ if phases.iter().all(|phase| phase.imported == 0) => "",
        ImportedDays::Included => words::imported_counted(),
        ImportedDays::LeftOut => words::imported_left_out(),
    };
    sentences([late, imported].map(str::to_owned))
}
