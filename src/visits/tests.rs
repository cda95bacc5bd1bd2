use super::*;
use crate::testing::{at, date};

const NOW: &str = "2026-11-30T21:00:00+01:00";

fn visit(on: &str) -> Visit {
    Visit {
        date: date(on),
        time: time_of_day("14:30"),
        with: Some("Dr Lind".into()),
        questions: vec!["How long?".into(), "كم من الوقت؟".into()],
        decided: None,
        put_away: false,
        changed_at: at(NOW),
        unknown: Map::new(),
    }
}

fn decided(what: Choice) -> Decided {
    Decided {
        what,
        words: Some("slowly".into()),
        on: date("2026-12-12"),
    }
}

fn kept(text: &str) -> Rest {
    let mut rest = Rest::default();
    rest.unknown.insert(FIELD.to_owned(), text.to_owned());
    rest
}

#[test]
fn what_is_kept_comes_back_in_the_order_of_days_and_what_is_deleted_does_not() {
    let mut rest = Rest::default();
    assert!(all(&rest).is_empty());
    let mut later = visit("2026-12-20");
    for (place, what) in Choice::ALL.into_iter().enumerate() {
        later.decided = Some(decided(what));
        later.put_away = place % 2 == 0;
        put(&mut rest, "2", &later);
        assert_eq!(get(&rest, "2").as_ref(), Some(&later));
    }
    put(&mut rest, "3", &visit("2026-12-12"));
    let ids = |rest: &Rest| all(rest).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(ids(&rest), ["3", "2"]);
    let before = entry(&rest, "3");
    delete(&mut rest, "3");
    assert_eq!(ids(&rest), ["2"]);
    assert_eq!(rest.unknown.get(FIELD).unwrap().matches("null").count(), 1);
    put_back(&mut rest, "3", before.as_deref());
    assert_eq!(ids(&rest), ["3", "2"]);
    let now = at(NOW);
    let id = new_id(&rest, now);
    put(&mut rest, &id, &visit("2026-12-24"));
    assert_ne!(new_id(&rest, now), id, "two within one millisecond");
}

#[test]
fn what_can_not_be_read_is_not_shown_and_stays_letter_by_letter() {
    for foreign in [
        "[]",
        "7",
        "\"x\"",
        "null",
        "{\"7\":{\"date\":\"2026-02-30\",\"changed_at\":\"2026-01-01T00:00:00Z\"}}",
        "{\"7\":{\"date\":12,\"x\":1.50}}",
        "{\"\":{},\"7\":[1,2]}",
    ] {
        let mut rest = kept(foreign);
        assert!(all(&rest).is_empty(), "{foreign}");
        assert_eq!(reminder(&rest, date("2026-12-12"), at(NOW).naive_local()), None);
        assert_eq!(of_report(&rest, date("2026-12-12")), None);
        assert_eq!(rest, kept(foreign), "{foreign}");
        put(&mut rest, "8", &visit("2026-12-12"));
        let text = rest.unknown.get(FIELD).unwrap();
        let inside = foreign.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        assert!(text.contains(inside.unwrap_or(foreign)), "{foreign}: {text}");
        assert_eq!(all(&rest).len(), 1, "{foreign}");
    }
}

#[test]
fn fields_and_decisions_of_another_version_go_back_out_and_long_texts_have_an_end() {
    let text = format!(
        "{{\"1\":{{\"date\":\"2026-12-12\",\"time\":\"25:00\",\"with\":\"{}\",\"questions\":[\" \",\"{}\",\"a\\nb\",\"c\"],\
         \"decided\":{{\"what\":\"fly\",\"on\":\"2026-12-12\"}},\"changed_at\":\"{NOW}\",\"room\":7}}}}",
        "W".repeat(90),
        "ж".repeat(300)
    );
    let mut rest = kept(&text);
    let mut read = get(&rest, "1").unwrap();
    assert_eq!((read.time, read.with.as_ref().unwrap().len()), (None, MAX_WITH_CHARS));
    assert_eq!(read.questions, ["ж".repeat(200), "a b".to_owned()]);
    assert_eq!(read.decided.as_ref().unwrap().said(), "Something else");
    read.put_away = true;
    put(&mut rest, "1", &read);
    assert!(rest.unknown.get(FIELD).unwrap().contains("\"room\":7"));
}

#[test]
fn a_line_is_counted_in_characters_and_has_no_breaks() {
    for (typed, most, expected) in [
        ("", 5, Ok(None)),
        (" \u{200b}\n ", 5, Ok(None)),
        (" a\n\tb ", 5, Ok(Some("a b"))),
        ("疲れ疲れ疲", 5, Ok(Some("疲れ疲れ疲"))),
        ("疲れ疲れ疲れ", 5, Err(6)),
        ("a\u{202e}b", 5, Ok(Some("ab"))),
    ] {
        assert_eq!(
            line(typed, most),
            expected.map(|text| text.map(str::to_owned)),
            "{typed:?}"
        );
    }
    assert_eq!(line(&"a".repeat(2_500), 200), Err(2_500));
}

#[test]
fn a_time_is_hours_and_minutes_of_any_script() {
    for (typed, expected) in [
        ("14:30", Some("14:30")),
        ("9:05", Some("09:05")),
        ("09:05:30", Some("09:05")),
        ("١٤:٣٠", Some("14:30")),
        ("24:00", None),
        ("12:60", None),
        ("12", None),
        ("+9:05", None),
        ("", None),
    ] {
        assert_eq!(time_of_day(typed).map(time_text).as_deref(), expected, "{typed}");
    }
}

#[test]
fn today_says_the_day_before_on_the_day_and_from_its_evening_on_for_two_weeks() {
    let said = |visit: &Visit, today: &str, time: &str| {
        let mut rest = Rest::default();
        put(&mut rest, "1", visit);
        let today = date(today);
        reminder(&rest, today, today.and_time(time_of_day(time).unwrap()))
    };
    let decide = Some(Reminder::Decide("1".into(), date("2026-12-12")));
    let open = visit("2026-12-12");
    for (today, time, expected) in [
        ("2026-12-10", "21:00", None),
        ("2026-12-11", "08:00", Some(Reminder::Tomorrow)),
        ("2026-12-12", "16:59", Some(Reminder::Today)),
        ("2026-12-12", "17:00", decide.clone()),
        ("2026-12-13", "00:30", decide.clone()),
        ("2026-12-26", "21:00", decide.clone()),
        ("2026-12-27", "21:00", None),
    ] {
        assert_eq!(said(&open, today, time), expected, "{today} {time}");
    }
    // After midnight it is still that day's evening.
    let mut rest = Rest::default();
    put(&mut rest, "1", &open);
    let night = date("2026-12-13").and_hms_opt(1, 0, 0).unwrap();
    assert_eq!(reminder(&rest, date("2026-12-12"), night), decide);
    let away = Visit {
        put_away: true,
        ..open.clone()
    };
    let over = Visit {
        decided: Some(decided(Choice::GoOn)),
        ..open
    };
    for visit in [away, over] {
        assert_eq!(said(&visit, "2026-12-13", "21:00"), None);
        assert_eq!(said(&visit, "2026-12-12", "12:00"), None);
    }
}

#[test]
fn a_report_is_made_for_the_next_visit_or_for_a_week_after_the_last() {
    let mut rest = Rest::default();
    put(&mut rest, "1", &visit("2026-12-12"));
    let of = |rest: &Rest, made_on: &str| of_report(rest, date(made_on)).map(|visit| visit.date.to_string());
    for (made_on, expected) in [
        ("2026-06-01", Some("2026-12-12")),
        ("2026-12-12", Some("2026-12-12")),
        ("2026-12-19", Some("2026-12-12")),
        ("2026-12-20", None),
    ] {
        assert_eq!(of(&rest, made_on).as_deref(), expected, "{made_on}");
    }
    put(&mut rest, "2", &visit("2027-03-01"));
    assert_eq!(of(&rest, "2026-12-13").as_deref(), Some("2027-03-01"));
    let over = Visit {
        decided: Some(decided(Choice::Stop)),
        ..visit("2026-12-12")
    };
    put(&mut rest, "1", &over);
    assert_eq!(of(&rest, "2026-12-12").as_deref(), Some("2027-03-01"));
}

#[test]
fn of_a_file_the_newer_version_of_each_visit_counts_and_nothing_deleted_comes_back() {
    let older = visit("2026-12-12");
    let newer = Visit {
        questions: vec!["And then?".into()],
        changed_at: at("2026-12-01T08:00:00+01:00"),
        ..older.clone()
    };
    let (mut here, mut file) = (Rest::default(), Rest::default());
    for (rest, one, other) in [(&mut here, &older, &newer), (&mut file, &newer, &older)] {
        put(rest, "1", one);
        put(rest, "2", other);
    }
    put(&mut here, "3", &older);
    delete(&mut here, "3");
    put(&mut file, "3", &newer);
    put(&mut here, "4", &older);
    put(&mut file, "5", &older);
    put(&mut here, "6", &older);
    put(&mut file, "6", &newer);
    delete(&mut file, "6");
    let mut merged = here.clone();
    merged.take(&file);
    take(&mut merged, &here, &file);
    for (id, expected) in [
        ("1", Some(&newer)),
        ("2", Some(&newer)),
        ("3", None),
        ("4", Some(&older)),
        ("5", Some(&older)),
        ("6", Some(&older)),
    ] {
        assert_eq!(get(&merged, id).as_ref(), expected, "{id}");
    }
    assert_eq!(changed(&here, &merged), 2);
    let again = merged.clone();
    take(&mut merged, &again, &file);
    assert_eq!(merged, again);
    // What another program left here stays beside what comes.
    let here = kept("[1]");
    let mut merged = here.clone();
    merged.take(&file);
    take(&mut merged, &here, &file);
    assert!(merged.unknown.get(FIELD).unwrap().contains("\"unread\":[1]"));
    assert_eq!(all(&merged).len(), 4);
}
