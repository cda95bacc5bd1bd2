use super::*;
use crate::diary::{Answers, Name, Note, Rating, Tag};
use crate::testing::date;

/// A day with ratings for the first `items` of pain, fatigue, sleep, overall and tolerability, recorded on `recorded_on`.
fn day(on: &str, items: usize, recorded_on: &str) -> Day {
    let rating = Rating::new(50).unwrap();
    let items = StandardItem::ALL.into_iter().take(items);
    let answers = Answers {
        items: items.map(|item| (item.into(), rating)).collect(),
        ..Answers::default()
    };
    restored(on, recorded_on, answers)
}

fn restored(on: &str, recorded_on: &str, answers: Answers) -> Day {
    let at = chrono::DateTime::parse_from_rfc3339(&format!("{recorded_on}T21:00:00+01:00")).unwrap();
    Day::restore(date(on), at, None, answers)
}

/// From Tuesday 3 March 2026: full, part, missing, late, left out on purpose, emptied, missing, and a note alone on the 10th.
fn diary() -> Diary {
    let left_out = Answers {
        left_out: true,
        ..day("2026-03-07", 2, "2026-03-07").answers().clone()
    };
    let noted = Answers {
        note: Note::new("Cold").unwrap(),
        tags: [Tag::Flare].into(),
        ..Answers::default()
    };
    [
        day("2026-03-03", 4, "2026-03-03"),
        day("2026-03-04", 3, "2026-03-04"),
        day("2026-03-06", 4, "2026-03-08"),
        restored("2026-03-07", "2026-03-07", left_out),
        restored("2026-03-08", "2026-03-08", Answers::default()),
        restored("2026-03-10", "2026-03-10", noted),
    ]
    .into_iter()
    .fold(Diary::default(), Diary::with_day)
}

fn recorded(entry: Entry, late: bool) -> DayState {
    let came = if late { Came::Late } else { Came::OnTime };
    DayState::Recorded { entry, came }
}

#[test]
fn each_day_of_a_calendar_has_the_state_that_a_person_would_give_it() {
    let diary = diary();
    let today = date("2026-03-11");
    for (on, state) in [
        ("2026-03-02", DayState::Before),
        ("2026-03-03", recorded(Entry::Full, false)),
        ("2026-03-04", recorded(Entry::Part, false)),
        ("2026-03-05", DayState::Missing),
        ("2026-03-06", recorded(Entry::Full, true)),
        ("2026-03-07", recorded(Entry::LeftOut, false)),
        ("2026-03-08", DayState::Missing),
        ("2026-03-09", DayState::Missing),
        ("2026-03-10", recorded(Entry::Part, false)),
        ("2026-03-11", DayState::Open),
        ("2026-03-12", DayState::Future),
    ] {
        assert_eq!(diary.day_state(date(on), today), state, "{on}");
    }
}

// D2: tolerability is asked only in an LDN or placebo phase.
#[test]
fn a_day_on_ldn_is_full_with_tolerability_and_a_later_switch_changes_no_earlier_day() {
    let mut diary = diary();
    let phases = diary.treatment.start_phase(PhaseKind::Ldn, date("2026-03-04"), None);
    diary.treatment = phases.unwrap();
    let today = date("2026-03-11");
    assert_eq!(
        diary.day_state(date("2026-03-06"), today),
        recorded(Entry::Part, true),
        "four ratings"
    );
    diary.put_day(day("2026-03-06", 5, "2026-03-06"));
    diary.settings = diary.settings.with_item(&StandardItem::Stress.into(), true);
    assert_eq!(
        diary.day_state(date("2026-03-06"), today),
        recorded(Entry::Full, false),
        "five ratings"
    );
    assert_eq!(
        diary.day_state(date("2026-03-03"), today),
        recorded(Entry::Full, false),
        "baseline"
    );
}

#[test]
fn an_empty_diary_has_no_missing_days() {
    let diary = Diary::default();
    let today = date("2026-03-11");
    assert_eq!(diary.day_state(date("2026-03-10"), today), DayState::Before);
    assert_eq!(diary.day_state(today, today), DayState::Open);
    assert_eq!(diary.kept(FIRST_DATE, LAST_DATE, today), Kept::default());
    assert_eq!(Month::of(today).weeks(&diary, today, Weekday::Mon).len(), 6);
}

// A2: today counts once it holds an answer.
#[test]
fn a_span_is_as_complete_as_its_days_since_the_diary_began_and_until_today() {
    let kept = |days, recorded, late| Kept {
        days,
        recorded,
        late,
        imported: 0,
    };
    let diary = diary();
    for (from, to, today, expected) in [
        // Tuesday to Sunday: 3, 4, 6 and 7 March of six days; 6 March late.
        ("2026-03-02", "2026-03-08", "2026-03-20", kept(6, 4, 1)),
        ("2026-03-09", "2026-03-15", "2026-03-10", kept(2, 1, 0)),
        ("2026-03-09", "2026-03-15", "2026-03-11", kept(2, 1, 0)),
        ("2026-03-09", "2026-03-15", "2026-03-12", kept(3, 1, 0)),
        ("2026-02-01", "2026-02-28", "2026-03-20", kept(0, 0, 0)),
        ("2026-04-01", "2026-04-30", "2026-03-20", kept(0, 0, 0)),
        ("2026-03-08", "2026-03-02", "2026-03-20", kept(0, 0, 0)),
    ] {
        assert_eq!(
            diary.kept(date(from), date(to), date(today)),
            expected,
            "{from} to {to}"
        );
    }
}

// Checked against Python's calendar module.
#[test]
fn the_weeks_of_a_month_run_from_monday_to_sunday_and_cover_it() {
    for (month, first, last, weeks) in [
        ("2026-03", "2026-02-23", "2026-04-05", 6),
        ("2026-02", "2026-01-26", "2026-03-01", 5),
        ("2027-02", "2027-02-01", "2027-02-28", 4),
        ("2024-02", "2024-01-29", "2024-03-03", 5),
        ("2199-12", "2199-11-25", "2200-01-05", 6),
    ] {
        let shown = Month::from_text(month)
            .unwrap()
            .weeks(&diary(), date("2026-03-11"), Weekday::Mon);
        assert_eq!(shown.len(), weeks, "{month}");
        assert_eq!(shown[0].days[0].0, date(first), "{month}");
        assert_eq!(shown[weeks - 1].days[6].0, date(last), "{month}");
        assert!(shown.iter().all(|week| week.days.len() == 7));
    }
}

// Checked against Python's calendar module, with its first weekday set.
#[test]
fn a_week_begins_with_the_day_that_is_asked_for() {
    for (first_weekday, first, last, weeks) in [
        (Weekday::Sun, "2026-03-01", "2026-04-04", 5),
        (Weekday::Sat, "2026-02-28", "2026-04-03", 5),
        (Weekday::Mon, "2026-02-23", "2026-04-05", 6),
    ] {
        let shown = Month::of(date("2026-03-11")).weeks(&diary(), date("2026-03-11"), first_weekday);
        assert_eq!(shown.len(), weeks, "{first_weekday}");
        assert_eq!(shown[0].days[0].0, date(first), "{first_weekday}");
        assert_eq!(shown[weeks - 1].days[6].0, date(last), "{first_weekday}");
        // Whatever it begins with, a week is as complete as its own seven days.
        let kept: usize = shown.iter().map(|week| week.kept.recorded).sum();
        assert_eq!(kept, diary().kept(date(first), date(last), date("2026-03-11")).recorded);
    }
}

#[test]
fn a_month_is_read_only_as_it_is_written() {
    for text in ["1900-01", "2026-03", "2199-12"] {
        assert_eq!(Month::from_text(text).unwrap().to_string(), text);
    }
    for text in [
        "",
        "2026",
        "2026-3",
        "2026-13",
        "2026-00",
        "1899-12",
        "2200-01",
        "2026-03-01",
        "+2026-03",
        "march",
        "2026-03 ",
    ] {
        assert_eq!(Month::from_text(text), None, "{text:?}");
    }
}

#[test]
fn months_follow_each_other_within_the_dates_of_a_diary() {
    let month = |text: &str| Month::from_text(text).unwrap();
    assert_eq!(month("2026-01").before(), Some(month("2025-12")));
    assert_eq!(month("2025-12").after(), Some(month("2026-01")));
    assert_eq!(month("1900-01").before(), None);
    assert_eq!(month("2199-12").after(), None);
    assert_eq!(month("2024-02").last_day(), date("2024-02-29"));
    assert_eq!(Month::of(date("2026-03-31")), month("2026-03"));
    assert_eq!(Month::of(NaiveDate::MIN), month("1900-01"));
    assert_eq!(Month::of(NaiveDate::MAX), month("2199-12"));
}

// I7: what came out of another diary is neither on time nor late, and counted apart.
#[test]
fn imported_days_are_counted_apart_from_late_ones() {
    let mut diary = diary();
    for on in ["2026-03-03", "2026-03-06"] {
        let day = diary.day(date(on)).unwrap().clone();
        diary.put_day(day.with_source(Some(Name::new("Bearable").unwrap())));
    }
    let today = date("2026-03-11");
    let came = |on| match diary.day_state(date(on), today) {
        DayState::Recorded { came, .. } => Some(came),
        _ => None,
    };
    assert_eq!(came("2026-03-03"), Some(Came::Imported));
    assert_eq!(came("2026-03-04"), Some(Came::OnTime));
    assert_eq!(came("2026-03-06"), Some(Came::Imported));
    let kept = diary.kept(date("2026-03-02"), date("2026-03-08"), date("2026-03-20"));
    assert_eq!((kept.recorded, kept.late, kept.imported), (4, 0, 2));
}
