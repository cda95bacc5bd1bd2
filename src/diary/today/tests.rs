use proptest::prelude::*;

use super::*;
use crate::diary::{Answers, Day, DayEnd, Settings, Treatment};
use crate::testing::{at, date};

fn diary(ends: &str, days: &[(&str, &str)]) -> Diary {
    let mut settings = Settings::default();
    settings.day_ends_at = ends.parse().unwrap();
    let day = |(day, recorded): &(&str, &str)| {
        let answers = Answers {
            left_out: true,
            ..Answers::default()
        };
        Day::restore(date(day), at(recorded), None, answers)
    };
    Diary::restore(settings, Treatment::default(), days.iter().map(day))
}

/// What is today after each look at the clock.
fn shown(diary: &Diary, looks: &[&str]) -> Vec<String> {
    let mut today = Today::at(at(looks[0]));
    let mut days = vec![today.day(diary).to_string()];
    for look in &looks[1..] {
        today = today.again(at(look), diary);
        days.push(today.day(diary).to_string());
    }
    days
}

// D1, the inputs of the faults that were seen.
#[test]
fn today_waits_for_the_clock_and_does_not_step_back() {
    for (what, ends, days, looks, expected) in [
        (
            "the hour that comes twice, shown",
            "02:30",
            &[][..],
            &[
                "2026-10-25T02:40:00+02:00",
                "2026-10-25T02:10:00+01:00",
                "2026-10-26T02:10:00+01:00",
                "2026-10-26T02:40:00+01:00",
            ][..],
            &["2026-10-25", "2026-10-25", "2026-10-25", "2026-10-26"][..],
        ),
        (
            "the hour that comes twice, answered before the app was opened anew",
            "02:30",
            &[("2026-10-25", "2026-10-25T02:40:00+02:00")],
            &["2026-10-25T02:10:00+01:00"],
            &["2026-10-25"],
        ),
        (
            "answered at 00:40 with an end at 00:00, which is then set to 04:00",
            "04:00",
            &[("2026-03-11", "2026-03-11T00:40:00+01:00")],
            &["2026-03-11T00:45:00+01:00", "2026-03-11T04:05:00+01:00"],
            &["2026-03-11", "2026-03-11"],
        ),
        (
            "Auckland, then Honolulu on the day before",
            "04:00",
            &[("2026-03-11", "2026-03-11T08:00:00+13:00")],
            &[
                "2026-03-10T18:00:00-10:00",
                "2026-03-11T08:00:00-10:00",
                "2026-03-12T04:00:00-10:00",
            ],
            &["2026-03-11", "2026-03-11", "2026-03-12"],
        ),
        (
            "a clock that was two days ahead and was set right",
            "04:00",
            &[("2026-03-12", "2026-03-12T21:00:00+01:00")],
            &["2026-03-12T21:01:00+01:00", "2026-03-10T21:02:00+01:00"],
            &["2026-03-12", "2026-03-10"],
        ),
        (
            "a clock that was set back an hour by hand, over the end of the day",
            "04:00",
            &[],
            &["2026-03-11T04:20:00+01:00", "2026-03-11T03:20:00+01:00"],
            &["2026-03-11", "2026-03-11"],
        ),
        (
            "a day of another year that a file brought",
            "04:00",
            &[("2031-01-01", "2026-03-01T21:00:00+01:00")],
            &["2026-03-10T21:00:00+01:00"],
            &["2026-03-10"],
        ),
    ] {
        assert_eq!(shown(&diary(ends, days), looks), expected, "{what}");
    }
}

// D5: a day of which all was taken back holds nothing up.
#[test]
fn an_empty_day_is_not_waited_for() {
    let day = Day::restore(
        date("2026-03-11"),
        at("2026-03-11T00:40:00+01:00"),
        None,
        Answers::default(),
    );
    let diary = diary("04:00", &[]).with_day(day);
    assert_eq!(shown(&diary, &["2026-03-11T00:45:00+01:00"]), ["2026-03-10"]);
}

/// An hour of flight, of sleep, or of a clock that goes on.
fn looks() -> impl Strategy<Value = Vec<(i64, i32)>> {
    // Minutes since the look before; the zone, in quarters of an hour.
    prop::collection::vec((0_i64..2000, -48_i32..=56), 1..30)
}

proptest! {
    // D1: while the clock goes on, wherever it is read and whenever the day ends, today never steps back, is never over by
    // more than the furthest zone explains, and a day that was answered can be answered on.
    #[test]
    fn today_never_steps_back(looks in looks(), half_hours in 0_u16..=12, answers in prop::collection::vec(any::<bool>(), 30)) {
        let mut settings = Settings::default();
        settings.day_ends_at = DayEnd::new(half_hours * 30).unwrap();
        let mut diary = Diary::restore(settings, Treatment::default(), []);
        let mut utc = at("2026-03-28T00:00:00+00:00").naive_utc();
        let mut today = Today::at(at("2026-03-28T00:00:00+00:00"));
        let mut before = today.day(&diary);
        for ((minutes, quarters), answers) in looks.into_iter().zip(answers) {
            utc += TimeDelta::minutes(minutes);
            let zone = FixedOffset::east_opt(quarters * 15 * 60).unwrap();
            let now = DateTime::from_naive_utc_and_offset(utc, zone);
            today = today.again(now, &diary);
            let day = today.day(&diary);
            prop_assert!(before <= day, "{before} to {day} at {now}");
            let by_clock = diary_day(now, diary.settings.day_ends_at);
            prop_assert!(by_clock <= day && day - by_clock <= TimeDelta::days(2), "{day} at {now}");
            if answers {
                let given = Answers { left_out: true, ..Answers::default() };
                let first = Day::first(day, given, now, day);
                diary.put_day(first.expect("today can be answered"));
                // Opened anew it is today still.
                prop_assert_eq!(Today::at(now).day(&diary), day);
            }
            before = day;
        }
    }
}
