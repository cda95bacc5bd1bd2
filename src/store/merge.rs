//! Two versions of one piece made into one, so that no answer is lost (S5).
//!
//! The unit is the answer: a field of the record, and within `items` and `side_effects` each entry. Against the body
//! that both began with, an answer that only one side changed is taken from that side. Where both changed the same
//! answer the later one stands; but tags are united, of `recorded_at` the earlier and of `edited_at` the later stands,
//! and two notes stand one under the other where there is room. Without a common beginning it is taken as empty: what
//! either holds is kept. Of a day that one side has deleted and the other changed later, what was changed stands, and no
//! answer that was deleted comes back with it.

use super::record::{Key, Record};
use crate::diary::{SortedMap, SortedSet, iso};
use crate::json::{self, Entries, Json};

/// The longest note, in characters.
const NOTE_CHARS: usize = 2_000;

/// The fields of an object by their names, each as its piece of JSON text.
type Fields = SortedMap<String, String>;

/// A piece out of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merged {
    /// The body; `None` where it is deleted.
    pub(super) body: Option<String>,
    /// What gave way although it held something of its own, and can't be found in the body.
    pub(super) gave_way: Option<String>,
}

/// Merges `ours`, which began as `before`, into `theirs`.
pub(super) fn merge(before: Option<&str>, ours: &Record, theirs: &Record) -> Merged {
    let (our, their) = (ours.body.as_deref(), theirs.body.as_deref());
    if our == their || their == before {
        return whole(our);
    }
    if our == before {
        return whole(their);
    }
    let ours_is_later = ours.at >= theirs.at;
    let (winner, loser) = if ours_is_later { (our, their) } else { (their, our) };
    if let (Key::Day(_), Some(our), Some(their)) = (ours.key, our, their) {
        let merged = merged_day(before.unwrap_or("{}"), our, their, ours_is_later);
        if merged.is_some() {
            return whole(merged.as_deref());
        }
    }
    if let (Key::Day(_), Some(before), Some(later), None) = (ours.key, before, winner, loser)
        && let Some(since) = since_deletion(before, later)
    {
        return since;
    }
    Merged {
        body: winner.map(str::to_owned),
        gave_way: loser.map(str::to_owned),
    }
}

fn whole(body: Option<&str>) -> Merged {
    Merged {
        body: body.map(str::to_owned),
        gave_way: None,
    }
}

fn merged_day(before: &str, ours: &str, theirs: &str, ours_is_later: bool) -> Option<String> {
    let (before, ours, theirs) = (fields(before)?, fields(ours)?, fields(theirs)?);
    let merged = merged_fields(&before, &ours, &theirs, &|name, before, ours, theirs| match name {
        "items" | "side_effects" => Some(merged_answers(before, ours, theirs, ours_is_later)),
        "tags" => Some(united(before, ours, theirs)),
        "note" => both_notes(ours, theirs).or_else(|| later(ours, theirs, ours_is_later)),
        "recorded_at" => instants(ours, theirs, |ours, theirs| ours <= theirs),
        "edited_at" => instants(ours, theirs, |ours, theirs| ours >= theirs),
        _ => later(ours, theirs, ours_is_later),
    });
    Some(object(&merged))
}

/// What of a day is no answer.
const FRAME: [&str; 3] = ["date", "recorded_at", "edited_at"];

/// A day that was changed after another side had deleted it: what the change brought, without what it began with.
fn since_deletion(before: &str, later: &str) -> Option<Merged> {
    let frame = fields(later)?
        .into_iter()
        .filter(|(name, _)| FRAME.contains(&name.as_str()));
    let merged = merged_day(before, later, &object(&frame.collect()), true)?;
    let blank = |piece: &str| matches!(piece, "{}" | "[]" | "\"\"" | "null" | "false");
    let answered = |(name, piece): (&String, &String)| !FRAME.contains(&name.as_str()) && !blank(piece);
    let any = fields(&merged)?.iter().any(answered);
    Some(whole(any.then_some(merged.as_str())))
}

type Piece<'a> = Option<&'a str>;
/// Decides over a field by its name, what it was, what is ours, and what is theirs.
type Settle<'a> = dyn Fn(&str, Piece, Piece, Piece) -> Option<String> + 'a;

/// Field by field; `settle` decides where both sides changed one.
fn merged_fields(before: &Fields, ours: &Fields, theirs: &Fields, settle: &Settle) -> Fields {
    let only_theirs = theirs.keys().filter(|name| !ours.contains_key(*name));
    let one = |name: &String| {
        let piece = |fields: &'_ Fields| fields.get(name).cloned();
        let (was, our, their) = (piece(before), piece(ours), piece(theirs));
        let taken = if our == their || their == was {
            our
        } else if our == was {
            their
        } else {
            settle(name, was.as_deref(), our.as_deref(), their.as_deref())
        };
        Some((name.clone(), taken?))
    };
    ours.keys().chain(only_theirs).filter_map(one).collect()
}

fn fields(text: &str) -> Option<Fields> {
    let fields = json::fields(text).ok()?.all();
    Some(fields.map(|(name, raw)| (name, raw.get().to_owned())).collect())
}

fn object(fields: &Fields) -> String {
    let fields = fields
        .iter()
        .map(|(name, piece)| (name.clone(), Json::Raw(piece.clone())));
    Json::Object(fields.collect()).compact()
}

fn later(ours: Piece, theirs: Piece, ours_is_later: bool) -> Option<String> {
    let winner = if ours_is_later { ours } else { theirs };
    winner.map(ToOwned::to_owned)
}

fn merged_answers(before: Piece, ours: Piece, theirs: Piece, ours_is_later: bool) -> String {
    let read = |piece: Piece| piece.and_then(fields).unwrap_or_default();
    let settle = |_: &str, _: Piece, ours: Piece, theirs: Piece| later(ours, theirs, ours_is_later);
    object(&merged_fields(&read(before), &read(ours), &read(theirs), &settle))
}

/// What either side added, without what either took away.
fn united(before: Piece, ours: Piece, theirs: Piece) -> String {
    let read = |piece: Piece| -> SortedSet<String> {
        let list = piece.and_then(json::read::<Entries<{ usize::MAX }>>);
        let list = list.into_iter().flat_map(|list| list.0);
        list.map(|tag| tag.get().to_owned()).collect()
    };
    let (was, ours, theirs) = (read(before), read(ours), read(theirs));
    let mut all = ours.clone();
    all.extend(theirs.iter().cloned());
    let stays = |tag: &String| !was.contains(tag) || (ours.contains(tag) && theirs.contains(tag));
    let tags = all.into_iter().filter(stays).map(Json::Raw);
    Json::List(tags.collect()).compact()
}

/// Theirs above ours, or the one that holds the other; `None` where there is no room for both.
fn both_notes(ours: Piece, theirs: Piece) -> Option<String> {
    let read = |piece: Piece| -> String { piece.and_then(json::read).unwrap_or_default() };
    let (ours, theirs) = (read(ours), read(theirs));
    let note = if theirs.contains(&ours) {
        theirs
    } else if ours.contains(&theirs) {
        ours
    } else {
        format!("{theirs}\n{ours}")
    };
    let fits = note.chars().count() <= NOTE_CHARS;
    fits.then(|| Json::text(&note).compact())
}

/// One of two instants; one that is there wins over one that is not.
fn instants(ours: Piece, theirs: Piece, ours_wins: fn(i64, i64) -> bool) -> Option<String> {
    let read = |piece: Piece| -> Option<i64> {
        let text: String = json::read(piece?)?;
        Some(iso::instant(&text)?.timestamp_micros())
    };
    let takes_ours = match (read(ours), read(theirs)) {
        (Some(our), Some(their)) => ours_wins(our, their),
        (our, _) => our.is_some(),
    };
    later(ours, theirs, takes_ours)
}

#[cfg(test)]
mod tests;
