use chrono::{DateTime, NaiveDate};
use serde_json::{Map, Value};

use super::*;
use crate::diary::{Name, Settings};
use crate::store::key::Key;

fn record(key: Key, minute: u32, body: Option<&Body>) -> Record {
    let at = DateTime::parse_from_rfc3339(&format!("2026-03-10T21:{minute:02}:00+01:00")).expect("an instant");
    Record::new(key, 1, at, body.cloned())
}

fn key() -> Key {
    Key::Day(NaiveDate::from_ymd_opt(2026, 3, 10).expect("a date"))
}

/// The body of a day with these fields.
fn body(fields: &str) -> Body {
    let mut all: Map<String, Value> = serde_json::from_str(fields).expect("an object");
    for (name, value) in [("date", "2026-03-10"), ("recorded_at", "2026-03-10T21:00:00+01:00")] {
        all.entry(name).or_insert_with(|| value.into());
    }
    Body::read(key(), &Value::Object(all).to_string(), &Settings::default()).expect("a day")
}

/// Ours was written at 21:05, theirs at 21:04: where both changed one answer, ours is the later one.
fn merged(before: Option<&str>, ours: &str, theirs: &str) -> Body {
    let (before, ours, theirs) = (before.map(body), body(ours), body(theirs));
    let (ours, theirs) = (record(key(), 5, Some(&ours)), record(key(), 4, Some(&theirs)));
    let merged = merge(before.as_ref(), &ours, &theirs);
    assert_eq!(merged.gave_way, None);
    merged.body.expect("neither is deleted")
}

// S5: two edits of one day do not lose an answer.
#[test]
fn two_edits_of_one_day_lose_no_answer() {
    for (what, before, ours, theirs, expected) in [
        (
            "two items",
            r#"{"items":{}}"#,
            r#"{"items":{"pain":3}}"#,
            r#"{"items":{"fatigue":4}}"#,
            r#"{"items":{"fatigue":4,"pain":3}}"#,
        ),
        (
            "two fields",
            "{}",
            r#"{"dose_taken":{"micrograms":0}}"#,
            r#"{"rescue_medicine":true}"#,
            r#"{"dose_taken":{"micrograms":0},"rescue_medicine":true}"#,
        ),
        (
            "one item twice: the later",
            r#"{"items":{}}"#,
            r#"{"items":{"pain":3}}"#,
            r#"{"items":{"pain":4}}"#,
            r#"{"items":{"pain":3}}"#,
        ),
        (
            "one took an answer back",
            r#"{"items":{"pain":3}}"#,
            r#"{"items":{}}"#,
            r#"{"items":{"pain":3,"fatigue":4}}"#,
            r#"{"items":{"fatigue":4}}"#,
        ),
        (
            "tags",
            r#"{"tags":["flare","period"]}"#,
            r#"{"tags":["flare","travel"]}"#,
            r#"{"tags":["exertion","flare","period"]}"#,
            r#"{"tags":["exertion","flare","travel"]}"#,
        ),
        (
            "two notes",
            r#"{"note":""}"#,
            r#"{"note":"ours"}"#,
            r#"{"note":"theirs"}"#,
            r#"{"note":"theirs\nours"}"#,
        ),
        (
            "a note written on",
            r#"{"note":""}"#,
            r#"{"note":"cold and damp"}"#,
            r#"{"note":"cold"}"#,
            r#"{"note":"cold and damp"}"#,
        ),
        (
            "two doses: the later, with what another version wrote beside it",
            "{}",
            r#"{"dose_taken":{"micrograms":1500,"time":"22:00"}}"#,
            r#"{"dose_taken":{"micrograms":3000,"with":"food"}}"#,
            r#"{"dose_taken":{"micrograms":1500,"time":"22:00"}}"#,
        ),
        (
            "a field of another version",
            "{}",
            r#"{"x":12345678901234567890123}"#,
            r#"{"note":"a"}"#,
            r#"{"note":"a","x":12345678901234567890123}"#,
        ),
        (
            "the first answer's instant, the last edit's",
            "{}",
            r#"{"edited_at":"2026-03-12T09:00:00+01:00","recorded_at":"2026-03-10T21:05:00+01:00"}"#,
            r#"{"edited_at":null,"recorded_at":"2026-03-10T20:04:00+00:00"}"#,
            r#"{"edited_at":"2026-03-12T09:00:00+01:00","recorded_at":"2026-03-10T20:04:00+00:00"}"#,
        ),
    ] {
        assert_eq!(merged(Some(before), ours, theirs), body(expected), "{what}");
    }
}

#[test]
fn without_a_common_beginning_what_either_holds_is_kept() {
    let both = merged(None, r#"{"items":{"pain":3}}"#, r#"{"items":{"fatigue":4},"note":"a"}"#);
    assert_eq!(both, body(r#"{"items":{"fatigue":4,"pain":3},"note":"a"}"#));
}

// S5: a question that the other tab has not answered yet is no answer.
#[test]
fn two_tabs_that_begin_one_day_lose_no_answer() {
    let (ours, theirs) = (
        r#"{"rescue_medicine":true}"#,
        r#"{"dose_taken":{"micrograms":0},"left_out":true}"#,
    );
    let both = body(r#"{"dose_taken":{"micrograms":0},"left_out":true,"rescue_medicine":true}"#);
    assert_eq!(merged(None, ours, theirs), both);
    assert_eq!(merged(None, theirs, ours), both);
}

#[test]
fn of_two_notes_without_room_for_both_the_later_stands() {
    let note = |letter: &str| format!(r#"{{"note":"{}"}}"#, letter.repeat(1_500));
    assert_eq!(merged(Some("{}"), &note("a"), &note("b")), body(&note("a")));
}

#[test]
fn of_two_settings_the_later_stands_and_the_other_is_given_back() {
    let [before, one, two] = ["zero", "one", "two"].map(|name| {
        let mut settings = Settings::default();
        settings.condition = Name::new(name).ok();
        Body::Settings(settings)
    });
    let ours = record(Key::Settings, 5, Some(&one));
    let theirs = record(Key::Settings, 4, Some(&two));
    let expected = Merged {
        body: Some(one.clone()),
        gave_way: Some(two.clone()),
    };
    assert_eq!(merge(Some(&before), &ours, &theirs), expected);
    assert_eq!(merge(Some(&before), &theirs, &ours), expected);
    assert_eq!(merge(Some(&two), &ours, &theirs), Merged::whole(Some(one)));
}

// S7
#[test]
fn of_a_day_that_was_deleted_only_what_was_answered_later_stands() {
    let before = body(r#"{"items":{"pain":3},"note":"a","tags":["flare"]}"#);
    let deleted = record(key(), 5, None);
    for (what, later, expected) in [
        (
            "one answer more",
            r#"{"edited_at":"2026-03-12T09:00:00+01:00","items":{"fatigue":4,"pain":3},"note":"a","rescue_medicine":null,"tags":["flare"]}"#,
            Some(r#"{"edited_at":"2026-03-12T09:00:00+01:00","items":{"fatigue":4}}"#),
        ),
        (
            "another value, more of the note, one more tag",
            r#"{"edited_at":"2026-03-12T09:00:00+01:00","items":{"pain":9},"note":"a b","rescue_medicine":true,"tags":["flare","travel"]}"#,
            Some(
                r#"{"edited_at":"2026-03-12T09:00:00+01:00","items":{"pain":9},"note":"a b","rescue_medicine":true,"tags":["travel"]}"#,
            ),
        ),
        (
            "an answer taken back",
            r#"{"edited_at":"2026-03-12T09:00:00+01:00","items":{},"note":"","rescue_medicine":null,"tags":["flare"]}"#,
            None,
        ),
    ] {
        let (later, expected) = (body(later), expected.map(body));
        let merged = |ours, theirs| merge(Some(&before), ours, theirs);
        let whole = Merged::whole(expected);
        let (late, early) = (record(key(), 6, Some(&later)), record(key(), 4, Some(&later)));
        assert_eq!(merged(&late, &deleted), whole, "{what}");
        assert_eq!(merged(&deleted, &late), whole, "{what}");
        let given_back = Merged {
            body: None,
            gave_way: Some(later),
        };
        assert_eq!(merged(&early, &deleted), given_back, "{what}");
    }
}

mod rest {
    use super::super::*;
    use crate::diary::{Card, Decision, GlobalChange, ItemId, Note, Points, Seal, Sealed, StandardItem, Treatment};
    use crate::testing::{at, date};

    fn written(text: &str, global_change: Option<GlobalChange>) -> Rest {
        let mut rest = Rest::default();
        rest.decide(Decision {
            question: 1,
            final_day: date("2027-04-08"),
            at: at("2027-04-08T21:00:00+02:00"),
            global_change,
            decided: Note::new(text).expect("short"),
        });
        rest
    }

    fn merged(before: &Rest, ours: &Rest, theirs: &Rest) -> Rest {
        Rest::merged(Some(before), ours, theirs, Later::Ours)
    }

    fn decided(rest: &Rest) -> Option<(&str, Option<GlobalChange>)> {
        let decision = rest.decisions().first()?;
        Some((decision.decided.as_str(), decision.global_change))
    }

    // Letters that are typed faster than they are kept: nothing gives way, and nothing comes back.
    #[test]
    fn a_text_that_is_typed_on_or_taken_back_is_the_later_one() {
        let blank = Rest::default();
        for (theirs, ours) in [("We g", "We go on"), ("We go on", "We g")] {
            let found = merged(
                &blank,
                &written(ours, Some(GlobalChange::Same)),
                &written(theirs, Some(GlobalChange::Same)),
            );
            assert_eq!(
                decided(&found),
                Some((ours, Some(GlobalChange::Same))),
                "{theirs} then {ours}"
            );
        }
    }

    #[test]
    fn two_tabs_that_write_two_parts_of_a_decision_lose_neither() {
        let before = written("Old text", None);
        let ours = written("Old text", Some(GlobalChange::MuchBetter));
        let theirs = written("New text", None);
        assert_eq!(
            decided(&merged(&before, &ours, &theirs)),
            Some(("New text", Some(GlobalChange::MuchBetter)))
        );
        let ours = written("Our text", None);
        assert_eq!(
            decided(&merged(&before, &ours, &theirs)),
            Some(("New text\nOur text", None))
        );
    }

    #[test]
    fn a_card_of_one_tab_and_what_another_wrote_are_both_there() {
        let sealed = |points| Sealed {
            ldn_from: None,
            item: ItemId::from(StandardItem::Pain),
            at_least: Points::new(points).expect("within the scale"),
            ends_it: None,
            day: date("2027-04-08"),
            at: at("2027-01-13T21:00:00+01:00"),
        };
        let with_card = |rest: &Rest, points: i64| {
            let mut rest = rest.clone();
            rest.seal(
                &Treatment::default(),
                sealed(points),
                Seal([u8::try_from(points).expect("small"); 32]),
            );
            rest
        };
        let before = written("Old text", None);
        let found = merged(&before, &with_card(&before, 10), &written("New text", None));
        assert_eq!((found.cards().len(), decided(&found)), (1, Some(("New text", None))));
        let found = merged(&before, &with_card(&before, 10), &with_card(&before, 20));
        let questions: Vec<u32> = found.cards().iter().map(|card: &Card| card.question).collect();
        assert_eq!(
            questions,
            [1, 2],
            "two cards that were sealed at once are two questions"
        );
        let found = merged(&with_card(&before, 10), &before, &with_card(&before, 10));
        assert!(found.cards().is_empty(), "one that was taken back stays away");
    }
}

/// A rest with these fields.
fn rest_of(fields: &str) -> Body {
    Body::read(Key::Rest, fields, &Settings::default()).expect("a rest")
}

// S5: what the first part does not read, such as visits, is merged field by field: two tabs lose nothing of each other.
#[test]
fn two_tabs_lose_no_field_of_what_is_not_read_here() {
    let text = |body: &Body| match body {
        Body::Rest(rest) => rest.unknown.get("visits").cloned(),
        _ => None,
    };
    for (what, before, ours, theirs, expected) in [
        (
            "each adds one",
            r#"{"visits":{}}"#,
            r#"{"visits":{"1":{"a":1}}}"#,
            r#"{"visits":{"2":{"b":2}}}"#,
            r#"{"1":{"a":1},"2":{"b":2}}"#,
        ),
        (
            "each adds the first",
            "{}",
            r#"{"visits":{"1":{"a":1}}}"#,
            r#"{"visits":{"2":{"b":2}}}"#,
            r#"{"1":{"a":1},"2":{"b":2}}"#,
        ),
        (
            "both change one: the later",
            r#"{"visits":{"1":{"a":1},"2":3}}"#,
            r#"{"visits":{"1":{"a":2},"2":3}}"#,
            r#"{"visits":{"1":{"a":3},"2":4}}"#,
            r#"{"1":{"a":2},"2":4}"#,
        ),
        (
            "one is deleted, another changed",
            r#"{"visits":{"1":{"a":1},"2":3}}"#,
            r#"{"visits":{"1":null,"2":3}}"#,
            r#"{"visits":{"1":{"a":1},"2":4}}"#,
            r#"{"1":null,"2":4}"#,
        ),
        (
            "something else: the later",
            "{}",
            r#"{"visits":[1]}"#,
            r#"{"visits":{"2":3}}"#,
            "[1]",
        ),
    ] {
        let (before, ours, theirs) = (rest_of(before), rest_of(ours), rest_of(theirs));
        let (ours, theirs) = (record(Key::Rest, 5, Some(&ours)), record(Key::Rest, 4, Some(&theirs)));
        let merged = merge(Some(&before), &ours, &theirs).body.expect("a rest");
        assert_eq!(text(&merged).as_deref(), Some(expected), "{what}");
    }
}
