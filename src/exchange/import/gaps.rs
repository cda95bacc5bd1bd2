//! Days of another diary taken into this one: they fill the gaps that are here (I7).
//!
//! An answer that is here stays, one that is missing is filled; one that was taken back counts as never given (D5). Where both
//! sides have one and they differ, what is here stays unless the patient has said otherwise with the list in sight
//! ([`Gaps::differences`]). Tags are put together. A day that has answers here keeps its time of recording.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::own_things;
use super::side::Side;
use crate::diary::{Answers, Count, Day, Diary, Dose, ItemId, Note, OwnId, Rating, Settings, SideEffectId, Treatment};

/// An answer of a day, with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A rating.
    Item(ItemId, Rating),
    /// Yes or no to a side effect.
    SideEffect(SideEffectId, bool),
    /// How many of another medicine were taken.
    Medicine(OwnId, Count),
    /// The dose taken.
    DoseTaken(Dose),
    /// Whether extra pain medicine was needed.
    RescueMedicine(bool),
    /// Whether walking support was needed.
    WalkingSupport(bool),
    /// Whether what is sealed in a trial of one was taken.
    SealedDose(bool),
    /// The note.
    Note(Note),
}

/// An answer that both sides have, with different values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoAnswers {
    /// The day.
    pub date: NaiveDate,
    /// What stands here.
    pub here: Answer,
    /// What the file has.
    pub file: Answer,
}

/// What taking the days in does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Days that are new here, or hold no answer here.
    pub adds: Vec<NaiveDate>,
    /// Days that have answers here and get further ones.
    pub fills: Vec<NaiveDate>,
    /// Days of which an answer that is here gives way to the file's, because the patient has said so.
    pub replaces: Vec<NaiveDate>,
    /// Days that stay as they are.
    pub same: Vec<NaiveDate>,
    /// Every answer that both sides have with different values, by day.
    pub differences: Vec<TwoAnswers>,
    /// How many own items, side effects and medicines are new.
    pub own_things: usize,
}

/// What comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The diary.
    pub diary: Diary,
    /// What was done.
    pub gaps: Gaps,
}

/// Takes days into a diary. `settings` are those of the reading, with what it added; `prefer` says whose answer counts where
/// both have one that differs.
pub fn fill(here: &Diary, days: &[Day], settings: &Settings, prefer: Side, now: DateTime<FixedOffset>) -> Filled {
    let (settings, days) = with_own_things(here, days, settings);
    let mut gaps = Gaps {
        own_things: settings.count_of_own().saturating_sub(here.settings.count_of_own()),
        ..Gaps::default()
    };
    let mut diary = here.clone();
    diary.settings = settings;
    for day in &days {
        let date = day.date();
        let before = here.day(date);
        let fresh = match before.filter(|before| !before.answers().is_empty()) {
            None => {
                gaps.adds.push(date);
                added(before, day)
            }
            Some(before) => {
                let differ = differences(before, day);
                let replaces = prefer == Side::File && !differ.is_empty();
                gaps.differences.extend(differ);
                let answers = both(before.answers(), day.answers(), prefer);
                if answers == *before.answers() {
                    gaps.same.push(date);
                    continue;
                }
                if replaces { &mut gaps.replaces } else { &mut gaps.fills }.push(date);
                before.changed(answers, now, here.settings.day_ends_at)
            }
        };
        diary.put_day(fresh);
    }
    Filled { diary, gaps }
}

/// A day that is new here; what another version wrote beside answers that were all taken back stays.
fn added(before: Option<&Day>, day: &Day) -> Day {
    let mut day = day.clone();
    if let Some(before) = before {
        day.unknown.clone_from(&before.unknown);
        day.unknown_items.clone_from(&before.unknown_items);
        day.unknown_side_effects.clone_from(&before.unknown_side_effects);
        day.unknown_medicines.clone_from(&before.unknown_medicines);
    }
    day
}

/// The settings here with the own things of the reading, which are asked; and the days with their ids.
fn with_own_things(here: &Diary, days: &[Day], settings: &Settings) -> (Settings, Vec<Day>) {
    let file = Diary::restore(settings.clone(), Treatment::default(), days.iter().cloned());
    let (mut merged, renamed, _) = own_things::with_own_things(here, &file, &[]);
    let known = |id: &OwnId| here.settings.has_own(id);
    let items: Vec<ItemId> = merged
        .own_items()
        .iter()
        .filter(|own| !known(&own.id))
        .map(|own| ItemId::Own(own.id.clone()))
        .collect();
    let effects: Vec<SideEffectId> = merged
        .own_side_effects()
        .iter()
        .filter(|own| !known(&own.id))
        .map(|own| SideEffectId::Own(own.id.clone()))
        .collect();
    for item in &items {
        merged = merged.with_item(item, true);
    }
    for effect in &effects {
        merged = merged.with_side_effect(effect, true);
    }
    (merged, renamed.days().cloned().collect())
}

/// The answers of both: where both have one, that of the side that is preferred. What was left out on purpose is that of the
/// day that is here.
fn both(here: &Answers, file: &Answers, prefer: Side) -> Answers {
    let mut answers = here.clone();
    let takes = |is_here: bool| !is_here || prefer == Side::File;
    for (id, rating) in &file.items {
        if takes(here.items.contains_key(id)) {
            answers.items.insert(id.clone(), *rating);
        }
    }
    for (id, answer) in &file.side_effects {
        if takes(here.side_effects.contains_key(id)) {
            answers.side_effects.insert(id.clone(), *answer);
        }
    }
    for (id, count) in &file.medicines {
        if takes(here.medicines.contains_key(id)) {
            answers.medicines.insert(id.clone(), *count);
        }
    }
    if file.dose_taken.is_some() && takes(here.dose_taken.is_some()) {
        answers.dose_taken = file.dose_taken;
    }
    if file.rescue_medicine.is_some() && takes(here.rescue_medicine.is_some()) {
        answers.rescue_medicine = file.rescue_medicine;
    }
    if file.walking_support.is_some() && takes(here.walking_support.is_some()) {
        answers.walking_support = file.walking_support;
    }
    if file.sealed_dose.is_some() && takes(here.sealed_dose.is_some()) {
        answers.sealed_dose = file.sealed_dose;
    }
    if !file.note.is_empty() && takes(!here.note.is_empty()) {
        answers.note = file.note.clone();
    }
    answers.tags.extend(file.tags.iter().cloned());
    answers
}

/// What both have, with different values.
fn differences(here: &Day, file: &Day) -> Vec<TwoAnswers> {
    let (ours, theirs) = (here.answers(), file.answers());
    let mut pairs = Vec::new();
    for (id, rating) in &theirs.items {
        let before = ours.items.get(id).map(|rating| Answer::Item(id.clone(), *rating));
        pairs.push((before, Answer::Item(id.clone(), *rating)));
    }
    for (id, answer) in &theirs.side_effects {
        let before = ours
            .side_effects
            .get(id)
            .map(|answer| Answer::SideEffect(id.clone(), *answer));
        pairs.push((before, Answer::SideEffect(id.clone(), *answer)));
    }
    for (id, count) in &theirs.medicines {
        let before = ours.medicines.get(id);
        let before = before.map(|count| Answer::Medicine(id.clone(), *count));
        pairs.push((before, Answer::Medicine(id.clone(), *count)));
    }
    pairs.extend(
        theirs
            .dose_taken
            .map(|dose| (ours.dose_taken.map(Answer::DoseTaken), Answer::DoseTaken(dose))),
    );
    let rescue = |answers: &Answers| answers.rescue_medicine.map(Answer::RescueMedicine);
    pairs.extend(rescue(theirs).map(|theirs| (rescue(ours), theirs)));
    let walking = |answers: &Answers| answers.walking_support.map(Answer::WalkingSupport);
    pairs.extend(walking(theirs).map(|theirs| (walking(ours), theirs)));
    let sealed = |answers: &Answers| answers.sealed_dose.map(Answer::SealedDose);
    pairs.extend(sealed(theirs).map(|theirs| (sealed(ours), theirs)));
    let note = |answers: &Answers| (!answers.note.is_empty()).then(|| Answer::Note(answers.note.clone()));
    pairs.extend(note(theirs).map(|theirs| (note(ours), theirs)));
    let differ = |(here, theirs): (Option<Answer>, Answer)| {
        let here = here.filter(|here| *here != theirs)?;
        Some(TwoAnswers {
            date: file.date(),
            here,
            file: theirs,
        })
    };
    pairs.into_iter().filter_map(differ).collect()
}
