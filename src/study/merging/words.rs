//! What is wrong in a file, in words without the signs of the file.

use chrono::NaiveDate;

use crate::diary::{StandardItem, StandardSideEffect, iso};
use crate::exchange::Problem;
use crate::words::{dates, names};

/// "19 January 2026".
fn date(date: NaiveDate) -> String {
    dates::full(date)
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
