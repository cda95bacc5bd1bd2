//! Two versions of one piece made into one (S5): of a day by [`Day::merged`], so that no answer is lost; of all else the
//! later stands as a whole. Of a day that one side has deleted and the other changed later, what was changed stands, and
//! no answer that was deleted comes back with it.

use super::piece::Body;
use super::record::Record;
use crate::diary::{Day, Later};

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
    let [was, our, their, changed] = [before, our, their, winner].map(|body| body.and_then(Body::day));
    match (was, our, their, changed, loser) {
        (_, Some(our), Some(their), ..) => Merged::whole(Some(Body::Day(Day::merged(was, our, their, later)))),
        (Some(was), .., Some(changed), None) => Merged::whole(changed.since(was).map(Body::Day)),
        _ => Merged {
            body: winner.cloned(),
            gave_way: loser.cloned(),
        },
    }
}

#[cfg(test)]
mod tests;
