//! Two versions of one piece made into one (S5): of a day by [`Day::merged`], so that no answer is lost, and of
//! the rest by [`Rest::merged`], and what it holds unread field by field; of all else the later stands as a whole. Of a day that one side has deleted and the other changed later, what was changed stands, and
//! no answer that was deleted comes back with it.

use super::piece::Body;
use super::record::Record;
use crate::diary::{Day, Later, Rest, Unknown, merged_entries};
use crate::json::raw::{object, object_text};

/// A piece out of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merged {
    /// The body; `None` where it is deleted.
    pub(super) body: Option<Body>,
    /// What gave way although it held something of its own, and can't be found in the body.
    pub(super) gave_way: Option<Body>,
}

impl Merged {
    fn whole(body: Option<Body>) -> Self {
        let gave_way = None;
        Self { body, gave_way }
    }
}

/// Merges `ours`, which began as `before`, into `theirs`.
pub(super) fn merge(before: Option<&Body>, ours: &Record, theirs: &Record) -> Merged {
    let (our, their) = (ours.body.as_ref(), theirs.body.as_ref());
    if our == their || their == before {
        return Merged::whole(our.cloned());
    }
    if our == before {
        return Merged::whole(their.cloned());
    }
    let (later, winner, loser) = if ours.at >= theirs.at {
        (Later::Ours, our, their)
    } else {
        (Later::Theirs, their, our)
    };
    if let (Some(our), Some(their)) = (day(our), day(their)) {
        return Merged::whole(Some(Body::Day(Day::merged(day(before), our, their, later))));
    }
    if let (Some(our), Some(their)) = (rest(our), rest(their)) {
        let mut merged = Rest::merged(rest(before), our, their, later);
        merge_objects(&mut merged.unknown, rest(before), [our, their], later);
        return Merged::whole(Some(Body::Rest(merged)));
    }
    if let (Some(was), Some(changed), None) = (day(before), day(winner), loser) {
        return Merged::whole(changed.since(was).map(Body::Day));
    }
    Merged {
        body: winner.cloned(),
        gave_way: loser.cloned(),
    }
}

/// Of fields that the first part does not read, and that are objects on both sides, each field for itself: a visit that one
/// tab wrote down stays where another one wrote down another.
fn merge_objects(unknown: &mut Unknown, before: Option<&Rest>, sides: [&Rest; 2], later: Later) {
    let given = |rest: &Rest, name: &str| rest.unknown.get(name).and_then(|text| object(text));
    let [ours, theirs] = sides;
    for name in ours.unknown.keys() {
        if ours.unknown.get(name) == theirs.unknown.get(name) {
            continue;
        }
        if let (Some(ours), Some(theirs)) = (given(ours, name), given(theirs, name)) {
            let before = before.and_then(|rest| given(rest, name)).unwrap_or_default();
            let merged = merged_entries([&before, &ours, &theirs], later);
            unknown.insert(name.clone(), object_text(&merged));
        }
    }
}

fn day(body: Option<&Body>) -> Option<&Day> {
    match body {
        Some(Body::Day(day)) => Some(day),
        _ => None,
    }
}

fn rest(body: Option<&Body>) -> Option<&Rest> {
    match body {
        Some(Body::Rest(rest)) => Some(rest),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
