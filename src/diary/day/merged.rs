//! Two versions of one day made into one, so that no answer is lost (S5).

use super::{Answers, Day};
use crate::diary::note::Note;
use crate::diary::sorted::{SortedMap, SortedSet};

/// Which of two versions was written later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Later {
    /// What is merged into the other.
    Ours,
    /// What it is merged into.
    Theirs,
}

impl Later {
    pub(in crate::diary) fn of<T>(self, ours: T, theirs: T) -> T {
        match self {
            Later::Ours => ours,
            Later::Theirs => theirs,
        }
    }
}

impl Day {
    /// One day out of two that began as `before`; where nothing came before, what either holds is kept.
    ///
    /// The unit is the answer: each rating, each side effect, each medicine, each field of another version. What only one side changed is
    /// taken from that side, an answer that it took back too. Where both changed the same, the later side stands; but tags
    /// are united, of `recorded_at` the earlier, with where those answers came from, and of `edited_at` the later stands, and
    /// of two notes the earlier stands above the later where there is room for both.
    #[must_use]
    pub fn merged(before: Option<&Day>, ours: &Day, theirs: &Day, later: Later) -> Day {
        let blank = Day::restore(ours.date, ours.recorded_at, None, Answers::default());
        let given = [before.unwrap_or(&blank), ours, theirs];
        let alike = given.map(|day| given.into_iter().fold(day.clone(), Day::read_as));
        let days = alike.each_ref();
        let recorded_at = [
            before.map(Day::recorded_at),
            Some(ours.recorded_at),
            Some(theirs.recorded_at),
        ];
        let recorded_at = settled(recorded_at, Ord::min).unwrap_or(ours.recorded_at);
        let is_ours = if ours.recorded_at == theirs.recorded_at {
            later == Later::Ours
        } else {
            ours.recorded_at == recorded_at
        };
        let first = if is_ours { ours } else { theirs };
        // What another version wrote beside the micrograms belongs to them.
        let (dose_taken, beside_dose) = days_field(days, later, |day| {
            (day.answers.dose_taken, day.unknown.get("dose_taken").cloned())
        });
        let mut unknown = entries(days.map(|day| &day.unknown), later);
        unknown.remove("dose_taken");
        unknown.extend(beside_dose.map(|further| ("dose_taken".to_owned(), further)));
        Day {
            date: ours.date,
            recorded_at,
            edited_at: settled(days.map(Day::edited_at), Ord::max),
            imported_from: first.imported_from.clone(),
            answers: Answers {
                items: entries(days.map(|day| &day.answers.items), later),
                side_effects: entries(days.map(|day| &day.answers.side_effects), later),
                medicines: entries(days.map(|day| &day.answers.medicines), later),
                dose_taken,
                sealed_dose: days_field(days, later, |day| day.answers.sealed_dose),
                rescue_medicine: days_field(days, later, |day| day.answers.rescue_medicine),
                walking_support: days_field(days, later, |day| day.answers.walking_support),
                left_out: days_field(days, later, |day| day.answers.left_out),
                tags: united(days.map(|day| &day.answers.tags)),
                note: settled(days.map(|day| &day.answers.note).map(Clone::clone), |ours, theirs| {
                    both_notes(later, ours, theirs)
                }),
            },
            unknown,
            unknown_items: entries(days.map(|day| &day.unknown_items), later),
            unknown_side_effects: entries(days.map(|day| &day.unknown_side_effects), later),
            unknown_medicines: entries(days.map(|day| &day.unknown_medicines), later),
        }
    }

    /// What was answered on this day since `before`, without what it began with; nothing if that is no answer. For a day
    /// that another side has deleted meanwhile.
    #[must_use]
    pub fn since(&self, before: &Day) -> Option<Day> {
        let emptied = Day::restore(self.date, self.recorded_at, self.edited_at, Answers::default());
        // What was answered since was answered here.
        let mut merged = Day::merged(Some(before), self, &emptied, Later::Ours);
        merged.imported_from = None;
        (merged != emptied).then_some(merged)
    }

    /// Whether every answer in it, and every field of another version, is in `other` too, with the same value.
    pub fn is_within(&self, other: &Day) -> bool {
        self.answers.is_within(&other.answers)
            && self.unknown.is_within(&other.unknown)
            && self.unknown_items.is_within(&other.unknown_items)
            && self.unknown_side_effects.is_within(&other.unknown_side_effects)
            && self.unknown_medicines.is_within(&other.unknown_medicines)
    }
}

/// What comes of a value that was, ours, and theirs; `both` decides where both sides changed it.
pub(in crate::diary) fn settled<T: PartialEq>([before, ours, theirs]: [T; 3], both: impl FnOnce(T, T) -> T) -> T {
    if ours == theirs || theirs == before {
        ours
    } else if ours == before {
        theirs
    } else {
        both(ours, theirs)
    }
}

fn days_field<T: PartialEq>(days: [&Day; 3], later: Later, field: impl Fn(&Day) -> T) -> T {
    settled(days.map(field), |ours, theirs| later.of(ours, theirs))
}

/// Entries out of three versions, each for itself: what one side alone changed is that side's, and of what both changed
/// the later stands.
pub fn entries<K: Ord + Clone, V: PartialEq + Clone>(maps: [&SortedMap<K, V>; 3], later: Later) -> SortedMap<K, V> {
    let [_, ours, theirs] = maps;
    let merged = |key: &K| {
        let value = settled(maps.map(|map| map.get(key)), |ours, theirs| later.of(ours, theirs));
        Some((key.clone(), value?.clone()))
    };
    ours.keys().chain(theirs.keys()).filter_map(merged).collect()
}

/// What either side added, without what either took away.
fn united<T: Ord + Clone>([before, ours, theirs]: [&SortedSet<T>; 3]) -> SortedSet<T> {
    let stays = |value: &&T| !before.contains(value) || (ours.contains(value) && theirs.contains(value));
    ours.iter().chain(theirs).filter(stays).cloned().collect()
}

/// The earlier above the later, or the one that holds the other; the later alone where there is no room for both.
pub(in crate::diary) fn both_notes(later: Later, ours: Note, theirs: Note) -> Note {
    if theirs.as_str().contains(ours.as_str()) {
        theirs
    } else if ours.as_str().contains(theirs.as_str()) {
        ours
    } else {
        let (second, first) = (later.of(&ours, &theirs), later.of(&theirs, &ours));
        Note::new(&format!("{first}\n{second}")).unwrap_or_else(|_| second.clone())
    }
}
