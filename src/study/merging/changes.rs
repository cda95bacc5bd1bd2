//! What changes in settings, phases and doses, each change as a sentence: found by comparing the diary that is here with the
//! one that comes out.

use chrono::NaiveDate;

use super::words::date;
use crate::charts::words as names;
use crate::diary::{
    Diary, Direction, DoseStep, Form, ItemId, OwnItem, OwnSideEffect, Phase, PhaseKind, Settings, SideEffectId,
    Treatment,
};

/// The settings that change, with what they were before. Own things that come along are not among them.
pub(super) fn settings(was: &Settings, is: &Settings) -> Vec<String> {
    let name = |settings: &Settings| {
        let condition = settings.condition.as_ref();
        condition.map_or_else(|| "not named".to_owned(), ToString::to_string)
    };
    let asked = |on: bool| if on { "asked" } else { "not asked" }.to_owned();
    let mut lines = Vec::new();
    lines.extend(instead("The condition", name(was), name(is)));
    let ends = |settings: &Settings| clock(settings.day_ends_at.minutes());
    lines.extend(instead("The end of your day", ends(was), ends(is)));
    let item = |settings: &Settings, id: &ItemId| names::any_item(id, settings);
    let (before, after) = (named(was.items_on(), was, item), named(is.items_on(), is, item));
    lines.extend(list_change("What is rated", &before, &after));
    let effect = |settings: &Settings, id: &SideEffectId| names::any_side_effect(id, settings);
    let before = named(was.side_effects_on(), was, effect);
    let after = named(is.side_effects_on(), is, effect);
    lines.extend(list_change("Side effects that are asked", &before, &after));
    let (before, after) = (asked(was.walking_support_on), asked(is.walking_support_on));
    lines.extend(instead("Walking support", before, after));
    for item in was.own_items() {
        let after = is.own_item(&item.id).map(item_words);
        lines.extend(own_change(item_words(item), after));
    }
    for effect in was.own_side_effects() {
        let after = is.own_side_effect(&effect.id).map(effect_words);
        lines.extend(own_change(effect_words(effect), after));
    }
    lines
}

/// "The end of your day: 03:00 instead of 04:00."
fn instead(what: &str, before: String, after: String) -> Option<String> {
    (before != after).then(|| format!("{what}: {after} instead of {before}."))
}

/// "What is rated: Stress comes, Sadness goes."
fn list_change(what: &str, before: &[String], after: &[String]) -> Option<String> {
    let comes = after.iter().filter(|name| !before.contains(name));
    let goes = before.iter().filter(|name| !after.contains(name));
    let comes = comes.map(|name| format!("{name} comes"));
    let changes: Vec<String> = comes.chain(goes.map(|name| format!("{name} goes"))).collect();
    if before == after {
        None
    } else if changes.is_empty() {
        Some(format!("{what}: in another order."))
    } else {
        Some(format!("{what}: {}.", changes.join(", ")))
    }
}

fn own_change(before: String, after: Option<String>) -> Option<String> {
    match after {
        None => Some(format!("Your own {before} goes.")),
        Some(after) if after != before => Some(format!("Your own {after} instead of {before}.")),
        Some(_) => None,
    }
}

fn named<T>(ids: &[T], settings: &Settings, name: fn(&Settings, &T) -> String) -> Vec<String> {
    ids.iter().map(|id| name(settings, id)).collect()
}

fn item_words(item: &OwnItem) -> String {
    let better = match item.better {
        Direction::LowerIsBetter => "lower is better",
        Direction::HigherIsBetter => "higher is better",
    };
    let away = if item.archived { ", put away" } else { "" };
    format!("item {} ({better}{away})", item.name)
}

fn effect_words(effect: &OwnSideEffect) -> String {
    let away = if effect.archived { " (put away)" } else { "" };
    format!("side effect {}{away}", effect.name)
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Each phase and dose step that comes, goes or changes.
pub(super) fn treatment(before: &Diary, after: &Diary) -> Vec<String> {
    let (was, is) = (&before.treatment, &after.treatment);
    let mut lines = phases(was, is);
    lines.extend(doses(was, is));
    if lines.is_empty() && was != is {
        lines.push("Fields of another version of the app in phases and doses change.".to_owned());
    }
    lines
}

/// A phase is the same one if it is of one kind and begins on one day; of those that are left, the first of a kind is the
/// first of that kind on the other side, begun on another day.
fn phases(was: &Treatment, is: &Treatment) -> Vec<String> {
    let same = |one: &Phase, other: &Phase| one.kind == other.kind && one.from == other.from;
    let lone = |phases: &[Phase], others: &[Phase]| -> Vec<Phase> {
        let is_alone = |phase: &&Phase| !others.iter().any(|other| same(phase, other));
        phases.iter().filter(is_alone).cloned().collect()
    };
    let (mut gone, come) = (lone(was.phases(), is.phases()), lone(is.phases(), was.phases()));
    let mut lines = Vec::new();
    for phase in was.phases() {
        let after = is.phases().iter().find(|other| same(phase, other));
        lines.extend(after.and_then(|after| form_change(phase, after)));
    }
    for phase in come {
        let place = gone.iter().position(|other| other.kind == phase.kind);
        let Some(before) = place.map(|place| gone.remove(place)) else {
            lines.push(format!("{} from {} comes.", phase_words(&phase), date(phase.from)));
            continue;
        };
        let (kind, to, from) = (names::phase(phase.kind), date(phase.from), date(before.from));
        lines.push(format!("{kind} begins on {to} instead of {from}."));
        lines.extend(form_change(&before, &phase));
    }
    let goes = |phase: &Phase| format!("{} from {} goes.", phase_words(phase), date(phase.from));
    lines.extend(gone.iter().map(goes));
    lines
}

fn form_change(before: &Phase, after: &Phase) -> Option<String> {
    let what = format!("{} from {}", names::phase(after.kind), date(after.from));
    instead(&what, form(before.form).to_owned(), form(after.form).to_owned())
}

/// "LDN (capsule)".
fn phase_words(phase: &Phase) -> String {
    match phase.kind {
        PhaseKind::Ldn | PhaseKind::Placebo if phase.form.is_some() => {
            format!("{} ({})", names::phase(phase.kind), form(phase.form))
        }
        kind => names::phase(kind).to_owned(),
    }
}

fn form(form: Option<Form>) -> &'static str {
    match form {
        Some(Form::Capsule) => "capsule",
        Some(Form::Liquid) => "liquid",
        Some(Form::Other) => "another form",
        None => "no form",
    }
}

fn doses(was: &Treatment, is: &Treatment) -> Vec<String> {
    let of = |steps: &[DoseStep], from: NaiveDate| steps.iter().find(|step| step.from == from).map(|step| step.dose);
    let (was, is) = (was.dose_steps(), is.dose_steps());
    let mut dates: Vec<NaiveDate> = was.iter().chain(is).map(|step| step.from).collect();
    dates.sort_unstable();
    dates.dedup();
    let line = |from: NaiveDate| {
        let on = date(from);
        match (of(was, from), of(is, from)) {
            (Some(before), Some(after)) if before != after => {
                Some(format!("Dose from {on}: {after} instead of {before}."))
            }
            (Some(before), None) => Some(format!("Dose {before} from {on} goes.")),
            (None, Some(after)) => Some(format!("Dose {after} from {on} comes.")),
            _ => None,
        }
    };
    dates.into_iter().filter_map(line).collect()
}
