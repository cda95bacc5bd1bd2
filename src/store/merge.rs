//! Two versions of one piece made into one (S5): of a day by [`Day::merged`], so that no answer is lost; of all else the
//! later stands as a whole. Of a day that one side has deleted and the other changed later, what was changed stands, and
//! no answer that was deleted comes back with it.

use super::key::Key;
use super::record::Record;
use crate::diary::{Day, Later, Settings};
use crate::exchange::backup;

/// A piece out of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merged {
    /// The body; `None` where it is deleted.
    pub(super) body: Option<String>,
    /// What gave way although it held something of its own, and can't be found in the body.
    pub(super) gave_way: Option<String>,
}

impl Merged {
    fn whole(body: Option<String>) -> Self {
        let gave_way = None;
        Self { body, gave_way }
    }
}

/// Merges `ours`, which began as `before`, into `theirs`.
pub(super) fn merge(before: Option<&str>, ours: &Record, theirs: &Record) -> Merged {
    let (our, their) = (ours.body.as_deref(), theirs.body.as_deref());
    if our == their || their == before {
        return Merged::whole(ours.body.clone());
    }
    if our == before {
        return Merged::whole(theirs.body.clone());
    }
    let (later, winner, loser) = if ours.at >= theirs.at {
        (Later::Ours, our, their)
    } else {
        (Later::Theirs, their, our)
    };
    // Which items are declared makes no difference here: what is answered to another stays under its name.
    let day = |body: Option<&str>| match ours.key {
        Key::Day(_) => backup::day_from_text(body?, &Settings::default()).ok(),
        _ => None,
    };
    let was = day(before);
    if let (Some(our), Some(their)) = (day(our), day(their)) {
        let merged = Day::merged(was.as_ref(), &our, &their, later);
        return Merged::whole(Some(backup::day_text(&merged)));
    }
    if let (Some(was), Some(changed), None) = (was, day(winner), loser) {
        return Merged::whole(changed.since(&was).as_ref().map(backup::day_text));
    }
    Merged {
        body: winner.map(str::to_owned),
        gave_way: loser.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests;
