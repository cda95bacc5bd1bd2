//! The words of an import: what is said of days, and what is wrong in a file, without the signs of the file.

use chrono::{NaiveDate, TimeDelta};

use crate::charts::words as names;
use crate::diary::{Day, Diary, StandardItem, StandardSideEffect, iso};
use crate::exchange::Problem;

/// How far the ends of a diary may move, or its days lie apart, before that is said.
const FAR: TimeDelta = TimeDelta::days(366);

// What is said of days, to stand after "1 day" and after "12 days".
pub(super) const ADDED: [&str; 2] = ["is added.", "are added."];
pub(super) const CHANGED: [&str; 2] = ["becomes as it is in the file.", "become as they are in the file."];
pub(super) const REMOVED: [&str; 2] = ["is removed.", "are removed."];
pub(super) const LOSES: [&str; 2] = [
    "loses an answer that is here: the version in the file was changed later.",
    "lose an answer that is here: the versions in the file were changed later.",
];
pub(super) const LOSES_TO_FUTURE: [&str; 2] = [
    "loses an answer that is here: the version in the file has a later time, but one that lies in the future.",
    "lose an answer that is here: the versions in the file have later times, but ones that lie in the future.",
];
pub(super) const STAYS: [&str; 2] = [
    "differs and stays as it is here: your version is as new or newer.",
    "differ and stay as they are here: your versions are as new or newer.",
];
pub(super) const STAYS_NOT_FUTURE: [&str; 2] = [
    "differs and stays as it is here: its time in the file lies in the future.",
    "differ and stay as they are here: their times in the file lie in the future.",
];
pub(super) const STAYS_FROM_FUTURE: [&str; 2] = [
    "differs and stays as it is here: your version has a later time, but one that lies in the future.",
    "differ and stay as they are here: your versions have later times, but ones that lie in the future.",
];
pub(super) const AHEAD: [&str; 2] = [
    "has not begun by this device's clock: check its date.",
    "have not begun by this device's clock: check their dates.",
];
pub(super) const STAYS_DELETED: [&str; 2] = [
    "was deleted here after this backup was made, and stays deleted.",
    "were deleted here after this backup was made, and stay deleted.",
];
pub(super) const COMES_BACK: [&str; 2] = [
    "was deleted here after this backup was made, and comes back.",
    "were deleted here after this backup was made, and come back.",
];

/// "19 January 2026".
pub(super) fn date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// A sentence: with a capital, and an end.
pub(super) fn sentence(text: &str) -> String {
    let end = if text.ends_with(['.', '!', '?', '…']) {
        ""
    } else {
        "."
    };
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(end.chars()).collect()
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
    is_far.then(|| {
        let (first, last) = (date(first), date(last));
        format!("Your diary would then reach from {first} to {last}: check that these years are right.")
    })
}

/// "2 March 2026: Pain: 150 is not on the scale."
pub(super) fn problem(problem: &Problem) -> String {
    sentence(&format!("{}: {}", place(&problem.place), what(&problem.what)))
}

/// "2 March 2026", "phase 2 of the list".
fn place(place: &str) -> String {
    if let Some(day) = iso::date(place) {
        return date(day);
    }
    let entry = place.strip_prefix('"').and_then(|rest| rest.split_once("\", entry "));
    let Some((list, number)) = entry else {
        return place.to_owned();
    };
    let thing = match list {
        "phases" => "phase",
        "dose_steps" => "dose",
        "own_items" => "own item",
        "own_side_effects" => "own side effect",
        "items_on" => "rated item",
        "side_effects_on" => "asked side effect",
        "deleted_days" => "deleted day",
        _ => return place.to_owned(),
    };
    format!("{thing} {number} of the list")
}

fn what(what: &str) -> String {
    if what == "this date is in the file twice" {
        return format!("{what}; the first of the two is taken");
    }
    let field = what.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    let known = field.and_then(|(id, rest)| Some((field_words(id)?, rest)));
    let said = known.map_or_else(|| what.to_owned(), |(name, rest)| format!("{name}{rest}"));
    with_dates(&said.replace("an object with \"micrograms\"", "a number of micrograms"))
}

/// The name of a field that stands at the beginning of what is said.
fn field_words(id: &str) -> Option<&'static str> {
    let item = StandardItem::from_id(id).map(names::item);
    let effect = StandardSideEffect::from_id(id).map(names::side_effect);
    item.or(effect).or_else(|| {
        Some(match id {
            "micrograms" | "dose_taken" => "the dose",
            "recorded_at" => "the time of recording",
            "edited_at" => "the time of the last change",
            "rescue_medicine" => "whether rescue medicine was taken",
            "walking_support" => "whether walking support was needed",
            "left_out" => "whether the day is left out",
            "note" => "the note",
            "tags" => "the list of tags",
            "items" => "the list of ratings",
            "side_effects" => "the list of side effects",
            "date" => "the date",
            "from" => "the first day",
            "kind" => "the kind",
            "name" => "the name",
            "condition" => "the condition",
            "day_ends_at" => "the end of your day",
            "walking_support_on" => "whether walking support is asked",
            "archived" => "whether it is put away",
            "better" => "which end is better",
            "phases" => "the list of phases",
            "dose_steps" => "the list of doses",
            "own_items" => "the list of own items",
            "own_side_effects" => "the list of own side effects",
            "items_on" => "the list of what is rated",
            "side_effects_on" => "the list of asked side effects",
            "deleted_days" => "the list of deleted days",
            "days" => "the list of days",
            "settings" => "the settings",
            _ => return None,
        })
    })
}

/// The dates that a sentence names, in words. What it quotes, or gives as an example, stays as it is.
fn with_dates(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let follows_like = |place: usize| place > 0 && words[place - 1] == "like";
    let in_words = |(place, word): (usize, &&str)| {
        let plain = word.trim_end_matches([',', ':', ';', '.']);
        match iso::date(plain).filter(|_| !follows_like(place)) {
            Some(day) => format!("{}{}", date(day), &word[plain.len()..]),
            None => (*word).to_owned(),
        }
    };
    let said: Vec<String> = words.iter().enumerate().map(in_words).collect();
    said.join(" ")
}
