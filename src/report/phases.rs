//! The phases with their doses, in words.

use chrono::NaiveDate;

use crate::diary::{Diary, PhaseSpan};
use crate::trial::{Analysis, Study};
use crate::words::{dates, names, paper as words, wallet_card};

use super::time_axis::span;

/// One text each: "LDN (capsule) 19 Jan to 12 Apr 2026: 1.5 mg; 4.5 mg from 2 Feb 2026 (80 of 84 doses recorded as
/// taken)".
pub(super) fn phases(diary: &Diary, study: &Study<'_>, analysis: &Analysis, as_of: NaiveDate) -> Vec<String> {
    let spans = diary.treatment.spans(as_of);
    let mut lines = Vec::new();
    for (phase, summary) in spans.iter().zip(&analysis.phases) {
        let line = of_phase(diary, study, phase);
        lines.push(match summary.doses {
            Some(doses) => words::phase_taken(&line, doses.taken, doses.planned),
            None => line,
        });
    }
    lines
}

fn of_phase(diary: &Diary, study: &Study<'_>, phase: &PhaseSpan<'_>) -> String {
    let name = names::phase_with_form(&phase.phase.kind, phase.phase.form);
    let days = if phase.phase.by_month {
        words::span_from_month(&dates::month(phase.from), phase.to)
    } else {
        span(phase.from, phase.to)
    };
    let sealed = study.trials().iter().find(|trial| trial.contains(phase.from));
    if let Some(trial) = sealed.filter(|_| phase.phase.kind.is_blinded()) {
        return words::phase_doses(&name, &days, &wallet_card::dose_or_placebo(&trial.dose.to_string()));
    }
    let first = diary.treatment.planned_dose(phase.from);
    let steps = diary.treatment.steps_of(phase.index).iter();
    let later = steps.filter(|step| phase.from < step.from && step.from <= phase.to);
    let later = later.map(|step| words::dose_from(&step.dose.to_string(), step.from));
    let doses: Vec<String> = first.map(|dose| dose.to_string()).into_iter().chain(later).collect();
    if doses.is_empty() {
        words::phase(&name, &days)
    } else {
        words::phase_doses(&name, &days, &doses.join("; "))
    }
}
