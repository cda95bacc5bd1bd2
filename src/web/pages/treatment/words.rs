//! All the words of the treatment page.

use chrono::NaiveDate;

use crate::diary::{Dose, Form, PhaseKind, Template, Treatment, TreatmentError};
use crate::web::dates;

pub(super) const TITLE: &str = "Treatment";
pub(super) const PHASES: &str = "Phases and doses";
pub(super) const UNDO: &str = "Undo";
pub(super) const CANCEL: &str = "Cancel";
pub(super) const START_LDN: &str = "Start LDN";
pub(super) const CHANGE_DOSE: &str = "Change the dose";
pub(super) const PLACEBO: &str = "Start placebo";
pub(super) const WASHOUT: &str = "Start washout";
pub(super) const NOTHING_YET: &str =
    "Your baseline begins with your first evening in this diary. When you start LDN, say so here.";
pub(super) const FIRST_DAY: &str = "First day";
pub(super) const DOSE: &str = "Dose a day";
pub(super) const FORM: &str = "What you take";
pub(super) const LATER_STEPS: &str = "Later steps, if a rising dose is planned for you";
pub(super) const ADD_STEP: &str = "Add a step";
pub(super) const REMOVE_STEP: &str = "Remove this step";
pub(super) const MOVE: &str = "Change the first day";
pub(super) const REMOVE: &str = "Undo this phase";
pub(super) const REMOVE_DOSE: &str = "Remove this dose";
pub(super) const EDIT_DOSE: &str = "Change this dose";
pub(super) const KEEP_DOSE: &str = "Save this dose";
pub(super) const UNCHANGED: &str = "Nothing has changed: it was planned like that already.";
pub(super) const CHOOSE_DAY: &str = "Choose the first day.";
pub(super) const CHOOSE_FORM: &str = "Choose what you take.";
pub(super) const PLAN: &str = "A trial's plan";
pub(super) const PLAN_NOTE: &str = "A plan shows your place in it, such as \"day 9 of 14\". It only suggests: nothing happens by itself, and it is no advice.";

/// What the picture shows.
pub(super) fn legend(has_doses: bool) -> &'static str {
    if has_doses {
        "Above, the phases. Below, the planned doses: a higher step is a higher dose. The dashed line is today."
    } else {
        "Your phases. The dashed line is today."
    }
}

pub(super) fn dose_removed(from: NaiveDate) -> String {
    format!("The dose of {} is removed.", dates::full_date(from))
}

/// What was done with a dose, and what the plan still does after it.
pub(super) fn dose_changed(dose: Dose, from: NaiveDate, treatment: &Treatment) -> String {
    let until = treatment
        .phases()
        .iter()
        .map(|phase| phase.from)
        .find(|start| *start > from);
    let next = treatment
        .dose_steps()
        .iter()
        .find(|step| step.from > from && until.is_none_or(|until| step.from < until));
    let begins = format!("{dose} from {} on", dates::full_date(from));
    match next {
        Some(step) => format!(
            "{begins}, then {} from {} as planned before.",
            step.dose,
            dates::full_date(step.from)
        ),
        None => format!("{begins}."),
    }
}

/// What an undo did: what came back, or where nothing did, what went.
pub(super) fn taken_back(undone: &Treatment, restored: &Treatment) -> String {
    let back = only_in(restored, undone).map(|what| format!("{what} is back."));
    let gone = || only_in(undone, restored).map(|what| format!("{what} is taken back."));
    back.or_else(gone).unwrap_or_default()
}

/// The first phase of one treatment that another has not, or else the first dose.
fn only_in(one: &Treatment, other: &Treatment) -> Option<String> {
    let phase = one.phases().iter().find(|phase| !other.phases().contains(phase));
    let step = one.dose_steps().iter().find(|step| !other.dose_steps().contains(step));
    let (what, from) = match (phase, step) {
        (Some(phase), _) => (crate::charts::words::phase(phase.kind).to_owned(), phase.from),
        (None, step) => step.map(|step| (step.dose.to_string(), step.from))?,
    };
    Some(format!("{what} from {} on", dates::full_date(from)))
}

/// Which days another first day moves from one phase into another.
pub(super) fn will_change(from: NaiveDate, to: NaiveDate, days: i64) -> String {
    let (first, next) = (from.min(to), from.max(to));
    let count = dates::days(usize::try_from(days).unwrap_or_default());
    let last = next.pred_opt().unwrap_or(next);
    if first == last {
        return format!("{} will change phase: {count}.", dates::full_date(first));
    }
    format!(
        "{} to {} will change phase: {count}.",
        dates::full_date(first),
        dates::full_date(last)
    )
}

/// What becomes of planned doses that would lie outside of LDN; nothing if there is none.
pub(super) fn will_drop(doses: usize) -> String {
    match doses {
        0 => String::new(),
        1 => " 1 planned dose would no longer lie in LDN and goes.".into(),
        _ => format!(" {doses} planned doses would no longer lie in LDN and go."),
    }
}

/// Why a change can't be made, with its days in the reader's order.
pub(super) fn problem(error: &TreatmentError) -> String {
    match error {
        TreatmentError::PhaseExists(date) => format!(
            "A phase begins on {} already. Choose another day, or undo that phase first.",
            dates::full_date(*date)
        ),
        TreatmentError::DoseStepExists(date) => format!(
            "A dose is planned from {} on already. Change that dose instead, or choose another day.",
            dates::full_date(*date)
        ),
        TreatmentError::OutsidePhase(date) => format!(
            "{} lies in another phase. Choose a day of the phase that this dose belongs to.",
            dates::full_date(*date)
        ),
        TreatmentError::PassesNeighbour(date) => format!(
            "With {} as its first day this phase would leave nothing of the one beside it. Choose a day in between, or undo that phase.",
            dates::full_date(*date)
        ),
        other => other.to_string(),
    }
}

/// Washout said plainly.
pub(super) fn explain(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Baseline => {
            "A baseline is a time without LDN, before it or long after it, that other times are compared with."
        }
        PhaseKind::Ldn => "A time on low-dose naltrexone.",
        PhaseKind::Placebo => {
            "A time on capsules or drops without LDN, as in the trials. It only works if somebody else, such as your pharmacist, knows which is which."
        }
        PhaseKind::Washout => "A time after LDN or placebo in which nothing is taken. What LDN did may last into it.",
    }
}

/// "Placebo starts", as a sentence's beginning.
pub(super) fn starts(kind: PhaseKind) -> String {
    format!("{} starts", crate::charts::words::phase(kind))
}

pub(super) fn form(form: Form) -> &'static str {
    match form {
        Form::Capsule => "Capsule",
        Form::Liquid => "Liquid",
        Form::Other => "Other",
    }
}

/// The forms, in the order they are offered.
pub(super) const FORMS: [Form; 3] = [Form::Capsule, Form::Liquid, Form::Other];

/// The plans that are offered, each with its name; the first is none.
pub(super) fn plans() -> Vec<(Option<Template>, &'static str)> {
    vec![
        (None, "No plan"),
        (
            Some(Template::Stanford2013 { placebo_first: false }),
            "Stanford 2013: 14 days baseline, 84 LDN, 28 placebo, 28 after",
        ),
        (
            Some(Template::Stanford2013 { placebo_first: true }),
            "Stanford 2013, placebo first: 14 days baseline, 28 placebo, 84 LDN, 28 after",
        ),
        (
            Some(Template::Stanford2009),
            "Stanford 2009: 14 days baseline, 14 placebo, 56 LDN, 14 washout",
        ),
        (Some(Template::TenWeek), "Ten weeks: 14 days baseline, 56 LDN"),
    ]
}

/// Why few baseline days matter (P4).
pub(super) fn few_baseline_days(recorded: usize) -> String {
    let days = crate::web::dates::days(recorded);
    format!(
        "Your baseline has {days} recorded so far; the trials used 14. With fewer, later days are compared with an uncertain \
         start, so that a real change may go unseen and a chance one may look real. You can start anyway."
    )
}
