use super::*;
use crate::diary::item::StandardItem;
use crate::diary::name::Name;
use crate::diary::side_effect::StandardSideEffect;
use crate::testing::{at, date};

fn pain(rating: i64) -> Answers {
    let mut answers = Answers::default();
    answers
        .items
        .insert(StandardItem::Pain.into(), Rating::new(rating).unwrap());
    answers
}

fn pain_and_note(rating: i64) -> Answers {
    Answers {
        note: Note::new("wet").unwrap(),
        ..pain(rating)
    }
}

const EVENING: &str = "2026-03-01T21:00:00+01:00";
const AFTER_MIDNIGHT: &str = "2026-03-02T01:00:00+01:00";
const NEXT_MORNING: &str = "2026-03-02T09:00:00+01:00";
const A_WEEK_LATER: &str = "2026-03-08T09:00:00+01:00";

fn recorded(now: &str) -> Day {
    Day::record(date("2026-03-01"), pain(50), at(now), DayEnd::default()).unwrap()
}

// D6: a future day is refused, a past one is late.
#[test]
fn a_future_day_is_refused_and_a_past_one_is_late() {
    let ends = DayEnd::default();
    assert_eq!(
        Day::record(date("2026-03-02"), pain(50), at(AFTER_MIDNIGHT), ends),
        Err(DayError::Future(date("2026-03-02")))
    );
    for (now, late) in [(EVENING, false), (AFTER_MIDNIGHT, false), (NEXT_MORNING, true)] {
        let day = recorded(now);
        assert_eq!(day.is_late(ends), late, "{now}");
        assert_eq!((day.recorded_at(), day.edited_at()), (at(now), None));
    }
}

#[test]
fn a_day_without_an_answer_or_outside_of_the_calendar_is_refused() {
    let (now, ends) = (at(EVENING), DayEnd::default());
    assert_eq!(
        Day::record(date("2026-03-01"), Answers::default(), now, ends),
        Err(DayError::NoAnswer(date("2026-03-01")))
    );
    assert!(matches!(
        Day::record(date("1899-12-31"), pain(1), now, ends),
        Err(DayError::OutOfRange(_))
    ));
}

// D6: edited_at is set when an answer changes after its diary day has ended.
#[test]
fn a_change_counts_as_an_edit_once_the_day_has_ended() {
    let ends = DayEnd::default();
    for (recorded_at, answers, now, edited) in [
        // On the day itself anything may change.
        (EVENING, pain(60), AFTER_MIDNIGHT, false),
        (EVENING, pain_and_note(50), AFTER_MIDNIGHT, false),
        // Recorded on time, then changed, cleared or added to when it is over.
        (EVENING, pain(60), NEXT_MORNING, true),
        (EVENING, Answers::default(), NEXT_MORNING, true),
        (EVENING, pain_and_note(50), NEXT_MORNING, true),
        // Recorded late: adding is still the first answer, changing is an edit.
        (NEXT_MORNING, pain_and_note(50), A_WEEK_LATER, false),
        (NEXT_MORNING, pain_and_note(51), A_WEEK_LATER, true),
        // Nothing changes.
        (EVENING, pain(50), A_WEEK_LATER, false),
    ] {
        let day = recorded(recorded_at).changed(answers.clone(), at(now), ends);
        assert_eq!(
            day.edited_at(),
            edited.then(|| at(now)),
            "{recorded_at} {answers:?} {now}"
        );
        assert_eq!(day.recorded_at(), at(recorded_at), "recorded_at never changes");
        assert_eq!(day.answers(), &answers);
    }
}

#[test]
fn an_edit_stays_an_edit() {
    let ends = DayEnd::default();
    let edited = recorded(EVENING).changed(pain(60), at(NEXT_MORNING), ends);
    assert_eq!(edited.changed(pain(60), at(A_WEEK_LATER), ends), edited);
    assert_eq!(
        edited.changed(pain(50), at(A_WEEK_LATER), ends).edited_at(),
        Some(at(A_WEEK_LATER))
    );
}

#[test]
fn a_change_keeps_what_another_version_wrote() {
    let mut day = recorded(EVENING);
    day.unknown.insert("mood".into(), "7".into());
    day.unknown_items.insert("brain_zaps".into(), "3".into());
    let changed = day.changed(pain(60), at(NEXT_MORNING), DayEnd::default());
    assert_eq!(
        (&changed.unknown, &changed.unknown_items),
        (&day.unknown, &day.unknown_items)
    );
}

// D5, D3: every kind of answer counts, and "no", "none taken" and 0 are answers.
#[test]
fn every_answer_counts_as_one() {
    let empty = Answers::default;
    let mut zero = empty();
    zero.items.insert(StandardItem::Pain.into(), Rating::MIN);
    let mut no = empty();
    no.side_effects.insert(StandardSideEffect::Headache.into(), false);
    let mut tag = empty();
    tag.tags.insert(Tag::new(Name::new("Wedding").unwrap()));
    for answers in [
        zero,
        no,
        tag,
        Answers {
            dose_taken: Some(Dose::NONE),
            ..empty()
        },
        Answers {
            medicines: [(OwnId::new("medicine_1").unwrap(), Count::NONE)].into(),
            ..empty()
        },
        Answers {
            rescue_medicine: Some(false),
            ..empty()
        },
        Answers {
            walking_support: Some(false),
            ..empty()
        },
        Answers {
            left_out: true,
            ..empty()
        },
        Answers {
            note: Note::new("x").unwrap(),
            ..empty()
        },
    ] {
        assert!(!answers.is_empty(), "{answers:?}");
        assert!(!answers.is_within(&empty()), "{answers:?}");
        assert!(
            empty().is_within(&answers) && answers.is_within(&answers),
            "{answers:?}"
        );
    }
    assert!(empty().is_empty());
}

// Fault 13: what takes an answer back leaves one fewer, whatever it answers.
#[test]
fn every_answer_counts() {
    let given: [fn(&mut Answers); 10] = [
        |answers| _ = answers.items.insert(StandardItem::Pain.into(), Rating::new(0).unwrap()),
        |answers| {
            _ = answers
                .items
                .insert(StandardItem::Fatigue.into(), Rating::new(50).unwrap());
        },
        |answers| _ = answers.side_effects.insert(StandardSideEffect::Headache.into(), false),
        |answers| {
            _ = answers.medicines.insert(OwnId::new("medicine_1").unwrap(), Count::NONE);
        },
        |answers| answers.dose_taken = Some(Dose::NONE),
        |answers| answers.rescue_medicine = Some(false),
        |answers| answers.walking_support = Some(true),
        |answers| answers.left_out = true,
        |answers| _ = answers.tags.insert(Tag::Flare),
        |answers| answers.note = Note::new("wet").unwrap(),
    ];
    let mut answers = Answers::default();
    for (before, give) in given.iter().enumerate() {
        assert_eq!(answers.count(), before);
        give(&mut answers);
        assert_eq!(answers.count(), before + 1);
        give(&mut answers);
        assert_eq!(answers.count(), before + 1, "given twice it is one");
    }
    assert_eq!(answers.count(), given.len());
}

fn imported(rating: i64) -> Day {
    Day::imported(
        date("2026-03-01"),
        pain(rating),
        at(NEXT_MORNING),
        Name::new("Bearable").unwrap(),
    )
}

// I7: an imported day is neither on time nor late, whatever becomes of it.
#[test]
fn an_imported_day_stays_one_and_shows_what_was_changed_in_it() {
    let ends = DayEnd::default();
    let day = imported(40);
    assert_eq!((day.is_late(ends), day.came(ends)), (false, Came::Imported));
    for answers in [pain(50), pain_and_note(40)] {
        let changed = day.changed(answers, at("2026-03-05T20:00:00+01:00"), ends);
        assert_eq!(changed.came(ends), Came::Imported);
        assert_eq!(
            changed.edited_at(),
            Some(at("2026-03-05T20:00:00+01:00")),
            "also what is added was not imported"
        );
    }
    let same = day.changed(pain(40), at("2026-03-05T20:00:00+01:00"), ends);
    assert_eq!(same, day);
    // D5: of which all was taken back is as never answered.
    let emptied = day.changed(Answers::default(), at("2026-03-05T20:00:00+01:00"), ends);
    let anew = emptied.changed(pain(30), at("2026-03-05T20:01:00+01:00"), ends);
    assert_eq!((anew.imported_from(), anew.came(ends)), (None, Came::Late));
}

// The earlier first answer stands, and where it came from with it.
#[test]
fn of_two_versions_the_first_answer_says_where_the_day_is_from() {
    let ends = DayEnd::default();
    let here = Day::record(date("2026-03-01"), pain(62), at(EVENING), ends).unwrap();
    let there = imported(6);
    for later in [Later::Ours, Later::Theirs] {
        assert_eq!(Day::merged(None, &here, &there, later).imported_from(), None);
        let early = Day::imported(
            here.date(),
            pain(6),
            at("2026-03-01T08:00:00+01:00"),
            Name::new("Daylio").unwrap(),
        );
        assert_eq!(
            Day::merged(None, &here, &early, later).imported_from(),
            early.imported_from()
        );
    }
}
