//! What one of the ways to take a file in does: numbers, days and sentences, made from what comes out of it.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::changes;
use super::given::Given;
use crate::diary::{Day, Diary, SortedSet};
use crate::exchange::backup::Mark;
use crate::exchange::import::{Besides, How, Outcome, Side};
use crate::words::{card, dates, merging as words};

/// The most spans of days that are named; a list that is longer can't be read, and is counted.
const MAX_SPANS: usize = 500;
/// The most names in one sentence, and the most sentences in one list.
const MAX_NAMES: usize = 50;

/// How far the ends of a diary may move, or its days lie apart, before that is said.
const FAR: TimeDelta = TimeDelta::days(366);

/// Days, in spans of days that follow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// How many days there are.
    pub count: usize,
    /// The first and the last of each span (2026-01-05).
    pub spans: Vec<(String, String)>,
    /// How many days are in no span, because there are too many spans.
    pub more: usize,
}

/// Something that is said of days, and of which.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// "12 days are added."
    pub said: String,
    /// The days.
    pub dates: Dates,
}

/// What one of the ways to take a file in changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// "Importing it adds 12 days, changes 3, keeps 70."
    pub sentence: String,
    /// What happens to days, and why.
    pub notes: Vec<Note>,
    /// From when to when the diary would reach, where that is far from what it was.
    pub reach: Option<String>,
    /// Each phase and dose that comes, goes or changes.
    pub treatment: Vec<String>,
    /// Each setting that changes, before and after.
    pub settings: Vec<String>,
    /// What else changes, each as a sentence.
    pub besides: Vec<String>,
    /// Whether the diary is another one afterwards.
    pub changes: bool,
}

impl Effect {
    pub(super) fn of(given: &Given, how: How, outcome: &Outcome) -> Effect {
        let (here, plan) = (&given.here.diary, &outcome.plan);
        let mut settings = changes::settings(&here.settings, &outcome.diary.settings);
        let ends = outcome.diary.settings.day_ends_at;
        settings.extend(Some(dates::lateness(ends, here.lateness_changes(ends))).filter(|said| !said.is_empty()));
        Effect {
            sentence: plan.sentence(how),
            notes: match how {
                How::Merge { deleted, .. } => merge_notes(given, outcome, deleted),
                How::Replace => replace_notes(outcome),
            },
            reach: far_reach(here, &outcome.diary),
            treatment: shortened(changes::treatment(here, &outcome.diary)),
            besides: besides(&plan.besides, here, &outcome.diary, settings.is_empty()),
            settings: shortened(settings),
            changes: outcome.diary != *here,
        }
    }
}

fn merge_notes(given: &Given, outcome: &Outcome, deleted: bool) -> Vec<Note> {
    let plan = &outcome.plan;
    let back = if deleted { plan.deleted.as_slice() } else { &[] };
    let in_future = |mark: Option<Mark>| mark.is_some_and(|mark| mark.at.date_naive() > given.tomorrow());
    let (file_ahead, here_ahead) = (
        |day: &NaiveDate| in_future(given.said_in_file(*day)),
        |day: &NaiveDate| in_future(given.known_here(*day)),
    );
    let loses = plan.conflicts().filter(|day| day.winner == Side::File);
    let (doubtful, loses): (Vec<NaiveDate>, _) = loses.map(|day| day.date).partition(file_ahead);
    let (not_future, stays): (Vec<NaiveDate>, Vec<_>) = plan.stay().partition(file_ahead);
    let (from_future, stays): (Vec<NaiveDate>, _) = stays.into_iter().partition(here_ahead);
    let ahead = plan.ahead.iter().filter(|day| deleted || !plan.deleted.contains(day));
    let fate = if deleted {
        words::comes_back
    } else {
        words::stays_deleted
    };
    let all = [
        note(words::added, plan.adds.iter().chain(back).copied()),
        note(words::changed, plan.changed()),
        note(words::stays, stays),
        note(words::stays_not_future, not_future),
        note(words::stays_from_future, from_future),
        note(words::loses, loses),
        note(words::loses_to_future, doubtful),
        note(words::ahead, ahead.copied()),
        note(fate, plan.deleted.iter().copied()),
    ];
    all.into_iter().flatten().collect()
}

fn replace_notes(outcome: &Outcome) -> Vec<Note> {
    let plan = &outcome.plan;
    let all = [
        note(words::added, plan.adds.iter().chain(&plan.deleted).copied()),
        note(words::changed, plan.differences.iter().map(|day| day.date)),
        note(words::removed, plan.only_here.iter().copied()),
    ];
    all.into_iter().flatten().collect()
}

/// What is said of days; nothing where there are none.
pub(super) fn note(say: fn(usize) -> String, of: impl IntoIterator<Item = NaiveDate>) -> Option<Note> {
    let dates = dates(of.into_iter());
    let said = say(dates.count);
    (dates.count > 0).then_some(Note { said, dates })
}

/// From when to when the diary would reach, where the import moves that by more than a year; into an empty diary, where
/// days of the file lie more than a year apart: a wrong year makes a diary that is mostly empty.
pub(super) fn far_reach(before: &Diary, after: &Diary) -> Option<String> {
    let ends = |diary: &Diary| diary.first_day().zip(diary.last_day());
    let (first, last) = ends(after)?;
    let is_far = if let Some((was_first, was_last)) = ends(before) {
        was_first - first > FAR || last - was_last > FAR
    } else {
        let dates: Vec<NaiveDate> = after.days().map(Day::date).collect();
        dates.windows(2).any(|pair| pair[1] - pair[0] > FAR)
    };
    is_far.then(|| words::far_reach(first, last))
}

/// What changes besides days, settings, phases and doses.
fn besides(besides: &Besides, before: &Diary, after: &Diary, no_setting_is_named: bool) -> Vec<String> {
    let come = |say: fn(&str) -> String, names: &[String]| (!names.is_empty()).then(|| say(&listed(names)));
    let (was, is) = (&before.settings, &after.settings);
    let own = [&besides.own_items, &besides.own_side_effects, &besides.medicines];
    let unnamed = no_setting_is_named && own.into_iter().all(Vec::is_empty);
    let unread = was.unknown != is.unknown || (besides.settings && unnamed);
    let said = |is_so: bool, words: &str| is_so.then(|| words.to_owned());
    let all = [
        come(words::own_items_come, &besides.own_items),
        come(words::own_side_effects_come, &besides.own_side_effects),
        come(words::medicines_come, &besides.medicines),
        said(besides.template, words::plan_changes()),
        said(besides.sampling, words::sampling_changes()),
        (besides.cards > 0).then(|| words::cards_come(besides.cards)),
        (besides.unread_cards > 0).then(|| card::unread_come(besides.unread_cards)),
        (besides.final_answers > 0).then(|| words::final_answers_come(besides.final_answers)),
        (besides.decisions > 0).then(|| words::decisions_come(besides.decisions)),
        (besides.impressions > 0).then(|| words::impressions_come(besides.impressions)),
        (besides.visits > 0).then(|| words::visits_come(besides.visits)),
        said(unread, words::unknown_settings_change()),
        said(besides.unknown, words::unknown_fields_change()),
    ];
    all.into_iter().flatten().collect()
}

/// Names with commas, as many as can be read.
fn listed(names: &[String]) -> String {
    let some = names.iter().take(MAX_NAMES).map(String::as_str);
    let some = some.collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MAX_NAMES) {
        0 => some,
        more => words::names_and_more(&some, more),
    }
}

/// As many lines as can be read, and how many more there are.
pub(super) fn shortened(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(MAX_NAMES);
    lines.truncate(MAX_NAMES);
    lines.extend((more > 0).then(|| words::and_more_changes(more)));
    lines
}

/// Days in any order as spans.
fn dates(days: impl Iterator<Item = NaiveDate>) -> Dates {
    let days: SortedSet<NaiveDate> = days.collect();
    let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    let mut more = 0;
    for day in &days {
        let count = spans.len();
        match spans.last_mut() {
            Some(span) if span.1.succ_opt() == Some(*day) => span.1 = *day,
            _ if count == MAX_SPANS => more += 1,
            _ => spans.push((*day, *day)),
        }
    }
    let text = |(from, to): (NaiveDate, NaiveDate)| (from.to_string(), to.to_string());
    Dates {
        count: days.len(),
        spans: spans.into_iter().map(text).collect(),
        more,
    }
}
