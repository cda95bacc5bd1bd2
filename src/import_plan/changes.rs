//! What changes in settings, phases and doses, each change as a sentence: found by comparing the diary that is here with the
//! one that comes out.

use chrono::NaiveDate;

use crate::diary::{
    Diary, Direction, DoseStep, Form, ItemId, Medicine, OwnItem, OwnSideEffect, Phase, Settings, SideEffectId,
    SortedSet, Treatment,
};
use crate::trial_of_one::TrialsOfOne;
use crate::words::{Word, merging as words, names};

/// The settings that change, with what they were before. Own things that come along are not among them.
pub(super) fn settings(was: &Settings, is: &Settings) -> Vec<String> {
    let mut lines = Vec::new();
    let name = |settings: &Settings| {
        let condition = settings.condition.as_ref();
        condition.map_or_else(|| words::not_named().to_owned(), ToString::to_string)
    };
    lines.extend(instead(words::condition, &name(was), &name(is)));
    let ends = |settings: &Settings| settings.day_ends_at.to_string();
    lines.extend(instead(words::day_ends, &ends(was), &ends(is)));
    let item = |settings: &Settings, id: &ItemId| names::any_item(id, settings);
    let (before, after) = (named(was.items_on(), was, item), named(is.items_on(), is, item));
    lines.extend(list_change((words::rated, words::rated_order), &before, &after));
    let effect = |settings: &Settings, id: &SideEffectId| names::any_side_effect(id, settings);
    let before = named(was.side_effects_on(), was, effect);
    let after = named(is.side_effects_on(), is, effect);
    let said = (
        words::asked_side_effects as fn(&str) -> String,
        words::asked_side_effects_order as Word,
    );
    lines.extend(list_change(said, &before, &after));
    let walking = match (was.walking_support_on, is.walking_support_on) {
        (false, true) => Some(words::walking_asked()),
        (true, false) => Some(words::walking_not_asked()),
        _ => None,
    };
    lines.extend(walking.map(str::to_owned));
    for item in was.own_items() {
        let after = is.own_item(&item.id).map(item_words);
        lines.extend(own_change(&item_words(item), after));
    }
    for effect in was.own_side_effects() {
        let after = is.own_side_effect(&effect.id).map(effect_words);
        lines.extend(own_change(&effect_words(effect), after));
    }
    for medicine in was.medicines() {
        let after = is.medicine(&medicine.id).map(medicine_words);
        lines.extend(own_change(&medicine_words(medicine), after));
    }
    lines
}

/// What stands there after and before, said where the two differ.
fn instead(say: fn(&str, &str) -> String, before: &str, after: &str) -> Option<String> {
    (before != after).then(|| say(after, before))
}

/// "What is rated: Stress comes, Sadness goes.", or that it is in another order.
fn list_change((change, order): (fn(&str) -> String, Word), before: &[String], after: &[String]) -> Option<String> {
    let comes = after.iter().filter(|name| !before.contains(name));
    let goes = before.iter().filter(|name| !after.contains(name));
    let comes = comes.map(|name| words::comes(name));
    let changes: Vec<String> = comes.chain(goes.map(|name| words::goes(name))).collect();
    if before == after {
        None
    } else if changes.is_empty() {
        Some(order().to_owned())
    } else {
        Some(change(&changes.join(", ")))
    }
}

fn own_change(before: &str, after: Option<String>) -> Option<String> {
    match after {
        None => Some(words::own_goes(before)),
        Some(after) => (after != before).then(|| words::own_changes(&after, before)),
    }
}

fn named<T>(ids: &[T], settings: &Settings, name: fn(&Settings, &T) -> String) -> Vec<String> {
    ids.iter().map(|id| name(settings, id)).collect()
}

fn item_words(item: &OwnItem) -> String {
    let say = match (item.better, item.archived) {
        (Direction::LowerIsBetter, false) => words::own_item_lower,
        (Direction::LowerIsBetter, true) => words::own_item_lower_away,
        (Direction::HigherIsBetter, false) => words::own_item_higher,
        (Direction::HigherIsBetter, true) => words::own_item_higher_away,
    };
    say(item.name.as_str())
}

fn effect_words(effect: &OwnSideEffect) -> String {
    let say = if effect.archived {
        words::own_side_effect_away
    } else {
        words::own_side_effect
    };
    say(effect.name.as_str())
}

fn medicine_words(medicine: &Medicine) -> String {
    let say = if medicine.archived {
        words::medicine_away
    } else {
        words::medicine
    };
    say(&names::medicine_with_unit(medicine))
}

/// Each phase and dose step that comes, goes or changes.
pub(super) fn treatment(before: &Diary, after: &Diary) -> Vec<String> {
    let (was, is) = (&before.treatment, &after.treatment);
    let mut lines = phases(was, is);
    lines.extend(doses(was, is));
    lines.extend(guesses(was, is));
    if lines.is_empty() && was != is {
        lines.push(words::unknown_treatment_changes().to_owned());
    }
    lines
}

/// Guesses at periods of a trial of one that come.
fn guesses(was: &Treatment, is: &Treatment) -> Option<String> {
    let of = |treatment: &Treatment| {
        treatment
            .trials_of_one()
            .iter()
            .map(|trial| trial.guesses.len())
            .sum::<usize>()
    };
    let come = of(is).saturating_sub(of(was));
    (come > 0).then(|| words::guesses_come(come))
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
            lines.push(words::phase_comes(
                &names::phase_with_form(&phase.kind, phase.form),
                phase.from,
            ));
            continue;
        };
        lines.push(words::phase_begins(&names::phase(&phase.kind), phase.from, before.from));
        lines.extend(form_change(&before, &phase));
    }
    let goes = |phase: &Phase| words::phase_goes(&names::phase_with_form(&phase.kind, phase.form), phase.from);
    lines.extend(gone.iter().map(goes));
    lines
}

fn form_change(before: &Phase, after: &Phase) -> Option<String> {
    let (was, is) = (form(before.form), form(after.form));
    (was != is).then(|| words::form_changes(&names::phase(&after.kind), after.from, is, was))
}

fn form(form: Option<Form>) -> &'static str {
    form.map_or(words::form_none(), names::form_within)
}

fn doses(was: &Treatment, is: &Treatment) -> Vec<String> {
    let of = |steps: &[DoseStep], from: NaiveDate| steps.iter().find(|step| step.from == from).map(|step| step.dose);
    let (was, is) = (was.dose_steps(), is.dose_steps());
    let dates: SortedSet<NaiveDate> = was.iter().chain(is).map(|step| step.from).collect();
    let line = |from: NaiveDate| match (of(was, from), of(is, from)) {
        (Some(before), Some(after)) if before != after => {
            Some(words::dose_changes(from, &after.to_string(), &before.to_string()))
        }
        (Some(before), None) => Some(words::dose_goes(&before.to_string(), from)),
        (None, Some(after)) => Some(words::dose_comes(&after.to_string(), from)),
        _ => None,
    };
    dates.into_iter().filter_map(line).collect()
}
