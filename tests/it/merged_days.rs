//! Two versions of a day become one, and no answer is lost on the way (S5).

use std::collections::BTreeSet;

use ldn_diary::diary::{Answers, Day, Later, Note, SortedMap};
use ldn_diary::exchange::backup;
use proptest::prelude::*;

use crate::generated;

/// What the day was, and two versions of it in each of which some of it was changed or taken back.
fn three() -> impl Strategy<Value = [Day; 3]> {
    let days = [generated::day(), generated::day(), generated::day()];
    (days, any::<[u32; 2]>()).prop_map(|([before, ours, theirs], [our, their])| {
        let versions = [mixed(&before, &ours, our), mixed(&before, &theirs, their)];
        let [ours, theirs] = versions;
        [before, ours, theirs]
    })
}

/// The first day with what the second has in the fields that the bits name.
fn mixed(before: &Day, other: &Day, bits: u32) -> Day {
    fn part<T: Clone>(bits: u32, place: u32, before: &T, other: &T) -> T {
        if bits >> place & 1 == 0 { before } else { other }.clone()
    }
    fn entries<K: Ord + Clone, V: Clone>(
        bits: u32,
        before: &SortedMap<K, V>,
        other: &SortedMap<K, V>,
    ) -> SortedMap<K, V> {
        let keys: BTreeSet<&K> = before.keys().chain(other.keys()).collect();
        let mixed = keys.into_iter().zip(0..).filter_map(|(key, place)| {
            let value = part(bits, place % 32, &before.get(key), &other.get(key));
            Some((key.clone(), value?.clone()))
        });
        mixed.collect()
    }
    let (was, is) = (before.answers(), other.answers());
    let answers = Answers {
        items: entries(bits, &was.items, &is.items),
        side_effects: entries(bits, &was.side_effects, &is.side_effects),
        medicines: entries(bits, &was.medicines, &is.medicines),
        dose_taken: part(bits, 1, &was.dose_taken, &is.dose_taken),
        sealed_dose: part(bits, 8, &was.sealed_dose, &is.sealed_dose),
        rescue_medicine: part(bits, 2, &was.rescue_medicine, &is.rescue_medicine),
        walking_support: part(bits, 3, &was.walking_support, &is.walking_support),
        left_out: part(bits, 4, &was.left_out, &is.left_out),
        tags: part(bits, 5, &was.tags, &is.tags),
        note: part(bits, 6, &was.note, &is.note),
    };
    let edited_at = part(bits, 7, &before.edited_at(), &other.edited_at());
    // Where a day is from changes with its first answer alone.
    let first = part(bits, 8, &before, &other);
    let source = first.imported_from().cloned();
    let mut day = Day::restore(before.date(), first.recorded_at(), edited_at, answers).with_source(source);
    day.unknown = entries(bits, &before.unknown, &other.unknown);
    day.unknown_items = entries(bits, &before.unknown_items, &other.unknown_items);
    day.unknown_side_effects = entries(bits, &before.unknown_side_effects, &other.unknown_side_effects);
    day.unknown_medicines = entries(bits, &before.unknown_medicines, &other.unknown_medicines);
    day
}

/// Each answer and each field of another version by a name of its own. A tag is an answer that says yes.
fn all(day: &Day) -> Vec<(String, String)> {
    let answers = day.answers();
    let items = answers
        .items
        .iter()
        .map(|(id, rating)| (format!("item {id:?}"), rating.to_string()));
    let effects = answers.side_effects.iter();
    let effects = effects.map(|(id, there)| (format!("side effect {id:?}"), there.to_string()));
    let counts = answers.medicines.iter();
    let counts = counts.map(|(id, count)| (format!("medicine {id}"), count.to_string()));
    let tags = answers
        .tags
        .iter()
        .map(|tag| (format!("tag {}", tag.id()), "yes".to_owned()));
    let unread = [
        ("field", &day.unknown),
        ("other item", &day.unknown_items),
        ("other effect", &day.unknown_side_effects),
        ("other medicine", &day.unknown_medicines),
    ];
    let unread = unread.into_iter().flat_map(|(kind, fields)| {
        fields
            .iter()
            .map(move |(name, json)| (format!("{kind} {name}"), json.clone()))
    });
    let single = [
        ("dose", answers.dose_taken.map(|dose| dose.to_string())),
        ("rescue", answers.rescue_medicine.map(|yes| yes.to_string())),
        ("sealed", answers.sealed_dose.map(|yes| yes.to_string())),
        ("walking", answers.walking_support.map(|yes| yes.to_string())),
        ("left out", answers.left_out.then(|| "yes".to_owned())),
    ];
    let single = single
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    items
        .chain(effects)
        .chain(counts)
        .chain(tags)
        .chain(unread)
        .chain(single)
        .collect()
}

fn value<'a>(answers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = answers.iter().find(|(other, _)| other == name);
    found.map(|(_, value)| value.as_str())
}

proptest! {
    #[test]
    fn what_one_side_left_as_it_was_is_that_of_the_other([before, ours, _] in three()) {
        for later in [Later::Ours, Later::Theirs] {
            prop_assert_eq!(&Day::merged(Some(&before), &ours, &before, later), &ours);
            prop_assert_eq!(&Day::merged(Some(&before), &before, &ours, later), &ours);
            prop_assert_eq!(&Day::merged(Some(&before), &ours, &ours, later), &ours);
            prop_assert_eq!(&Day::merged(None, &ours, &ours, later), &ours);
        }
    }

    #[test]
    fn it_does_not_matter_which_of_the_two_is_called_ours([before, ours, theirs] in three(), known: bool) {
        let before = known.then_some(&before);
        prop_assert_eq!(
            Day::merged(before, &ours, &theirs, Later::Ours),
            Day::merged(before, &theirs, &ours, Later::Theirs)
        );
    }

    #[test]
    fn no_answer_is_lost_but_to_a_later_one_in_its_place([before, ours, theirs] in three(), known: bool) {
        let merged = Day::merged(known.then_some(&before), &ours, &theirs, Later::Ours);
        let was = if known { all(&before) } else { Vec::new() };
        let (merged, ours, theirs) = (all(&merged), all(&ours), all(&theirs));
        for (name, _) in was.iter().chain(&ours).chain(&theirs) {
            let [was, our, their] = [&was, &ours, &theirs].map(|answers| value(answers, name));
            let expected = if our == was { their } else { our };
            prop_assert_eq!(value(&merged, name), expected, "{}", name);
        }
        let invented = merged.iter().find(|(name, _)| value(&ours, name).or(value(&theirs, name)).is_none());
        prop_assert_eq!(invented, None);
    }

    #[test]
    fn both_notes_stand_where_there_is_room([before, ours, theirs] in three()) {
        let merged = Day::merged(None, &ours, &theirs, Later::Ours);
        let (our, their) = (ours.answers().note.as_str(), theirs.answers().note.as_str());
        let note = merged.answers().note.as_str();
        prop_assert!(note.contains(our));
        prop_assert!(note.contains(their) || our.chars().count() + their.chars().count() >= Note::MAX_CHARS);
        let kept = Day::merged(Some(&before), &before, &theirs, Later::Ours);
        prop_assert_eq!(&kept.answers().note, &theirs.answers().note);
    }

    // S7: what was deleted does not come back with what was answered since.
    #[test]
    fn of_a_day_deleted_meanwhile_only_what_changed_stands([before, ours, _] in three()) {
        let (was, is) = (all(&before), all(&ours));
        let since = ours.since(&before);
        let kept = since.as_ref().map(all).unwrap_or_default();
        for (name, answer) in &is {
            let changed = value(&was, name) != Some(answer);
            prop_assert_eq!(value(&kept, name).is_some(), changed, "{}", name);
        }
        prop_assert!(kept.iter().all(|(name, answer)| value(&is, name) == Some(answer)));
        prop_assert_eq!(before.since(&before), None);
    }

    #[test]
    fn what_was_merged_is_kept_and_read_as_it_is([before, ours, theirs] in three(), known: bool) {
        let merged = Day::merged(known.then_some(&before), &ours, &theirs, Later::Theirs);
        let settings = generated::own_settings();
        prop_assert_eq!(backup::day_from_text(&backup::day_text(&merged), &settings), Ok(merged));
    }
}
