//! What the treatment page says of phases, doses and changes.

use chrono::NaiveDate;

use crate::diary::{Diary, PhaseKind, Template, Treatment};
use crate::forms::dose_step::Planned;
use crate::forms::start_ldn::FewDays;
use crate::forms::trial_undone::Undone;
use crate::trial::{self, SETTLING_IN};
use crate::words::treatment as messages;
use crate::words::{Said as _, list, names};

pub(super) use messages::*;

/// What the picture shows.
pub(super) fn legend(has_doses: bool) -> &'static str {
    if has_doses { legend_doses() } else { messages::legend() }
}

/// What was done with a dose, and what the plan still does after it.
pub(super) fn dose_changed(Planned { from, dose, treatment }: &Planned) -> String {
    let (from, dose) = (*from, dose.to_string());
    let phase = treatment.phase_on(from).map_or(0, |(index, _)| index);
    let next = treatment.steps_of(phase).iter().find(|step| step.from > from);
    match next {
        Some(step) => dose_changed_then(&dose, from, &step.dose.to_string(), step.from),
        None => messages::dose_changed(&dose, from),
    }
}

/// What an undo did: what came back, or where nothing did, what went.
pub(super) fn taken_back(undone: &Treatment, restored: &Treatment) -> String {
    if let Some(change) = Undone::of(undone, restored) {
        return change.said();
    }
    let back = only_in(restored, undone).map(|(what, from)| is_back(&what, from));
    let gone = || only_in(undone, restored).map(|(what, from)| is_taken_back(&what, from));
    back.or_else(gone).unwrap_or_default()
}

/// The first phase of one treatment that another has not, or else the first dose.
fn only_in(one: &Treatment, other: &Treatment) -> Option<(String, NaiveDate)> {
    let phase = one.phases().iter().find(|phase| !other.phases().contains(phase));
    let step = one.dose_steps().iter().find(|step| !other.dose_steps().contains(step));
    match (phase, step) {
        (Some(phase), _) => Some((names::phase(&phase.kind).into_owned(), phase.from)),
        (None, step) => step.map(|step| (step.dose.to_string(), step.from)),
    }
}

/// Which days another first day moves from one phase into another.
pub(super) fn will_change(from: NaiveDate, to: NaiveDate, days: i64) -> String {
    let (first, next) = (from.min(to), from.max(to));
    let last = next.pred_opt().unwrap_or(next);
    if first == last {
        will_change_one(first)
    } else {
        messages::will_change(first, last, days)
    }
}

/// What starts, said plainly; `None` is another medicine.
pub(super) fn explain(kind: Option<&PhaseKind>) -> &'static str {
    match kind {
        Some(PhaseKind::Baseline) => about_baseline(),
        Some(PhaseKind::Ldn) => about_ldn(),
        Some(PhaseKind::Placebo) => about_placebo(),
        Some(PhaseKind::Comparator(_) | PhaseKind::Blinded(_)) | None => about_medicine(),
        Some(PhaseKind::Washout) => about_washout(),
    }
}

/// "Start placebo".
pub(super) fn start(kind: Option<&PhaseKind>) -> &'static str {
    match kind {
        Some(PhaseKind::Baseline) => start_baseline(),
        Some(PhaseKind::Ldn) => start_ldn(),
        Some(PhaseKind::Placebo) => start_placebo(),
        Some(PhaseKind::Comparator(_) | PhaseKind::Blinded(_)) | None => start_medicine(),
        Some(PhaseKind::Washout) => start_washout(),
    }
}

/// The plans that are offered, each with its name; the first is none.
pub(super) fn plans() -> Vec<(Option<Template>, &'static str)> {
    let stanford = |placebo_first| Some(Template::Stanford2013 { placebo_first });
    vec![
        (None, plan_none()),
        (stanford(false), plan_2013()),
        (stanford(true), plan_2013_placebo_first()),
        (Some(Template::Stanford2009), plan_2009()),
        (Some(Template::TenWeek), plan_ten_weeks()),
    ]
}

/// Which phases of a plan are too short to be compared, if any.
pub(super) fn too_short(plan: &Template) -> Option<String> {
    let phases = trial::too_short(plan).into_iter();
    let named = list(phases.map(|kind| names::phase(&kind).into_owned()));
    (!named.is_empty()).then(|| plan_too_short(&named, SETTLING_IN))
}

/// Why few baseline days matter (P4).
pub(super) fn few_baseline_days(FewDays { recorded, at_most }: FewDays) -> String {
    if at_most > recorded {
        messages::few_baseline_days_at_most(recorded, at_most, Diary::BASELINE_DAYS)
    } else {
        messages::few_baseline_days(recorded, Diary::BASELINE_DAYS)
    }
}
