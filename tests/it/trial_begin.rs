//! T2, T3: what a patient is told before a trial of one begins, and what a calendar gets of it.

use chrono::Days;
use ldn_diary::diary::{
    Answers, Card, Day, Diary, Dose, Form, Points, Rating, Sealed, StandardItem, Treatment, TrialOfOne, TrialPlan,
};
use ldn_diary::exchange::calendar::changes_of_bottle;
use ldn_diary::exchange::seal;
use ldn_diary::exchange::sealed_order::{RANDOM_BYTES, draw};
use ldn_diary::trial::{LateDays, Study};
use ldn_diary::trial_of_one::TrialsOfOne;

use crate::support::{at, date};

fn plan(pairs: i64, days: i64) -> TrialPlan {
    TrialPlan::new(pairs, days, date("2026-03-16")).unwrap()
}

fn begun() -> (TrialOfOne, Treatment) {
    let order = draw(&[7; RANDOM_BYTES], plan(2, 28));
    let dose = (Dose::from_milligrams("4.5").unwrap(), Form::Capsule);
    let trial = TrialOfOne::new(order.commit_code(), order.plan(), dose, at("2026-03-10T20:00:00+01:00"));
    let treatment = Treatment::default().opened_by(date("2026-02-10"));
    let treatment = treatment.begin_trial(&trial).unwrap();
    (trial, treatment)
}

/// A baseline of so many evenings with pain and fatigue that go up and down.
fn baseline(days: u64) -> Diary {
    let first = date("2026-02-10");
    let mut diary = Diary::default();
    for day in 0..days {
        let date = first + Days::new(day);
        let mut answers = Answers::default();
        let up = |by: u64| Rating::new(i64::try_from(50 + day * by % 17).unwrap()).unwrap();
        answers.items.insert(StandardItem::Pain.into(), up(7));
        answers.items.insert(StandardItem::Fatigue.into(), up(3));
        let at = date.and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset();
        diary.put_day(Day::restore(date, at, None, answers));
    }
    diary
}

fn said(diary: &Diary, plan: TrialPlan) -> String {
    Study::of(diary, date("2026-03-10"), LateDays::Included).trial_plan_said(plan)
}

/// The points that a sentence says.
fn points(said: &str) -> u32 {
    let (_, rest) = said.split_once("a change of about ").unwrap();
    rest.split_once(' ').unwrap().0.parse().unwrap()
}

// A11: more pairs and longer periods tell smaller changes; few days tell nothing, and that is said.
#[test]
fn what_a_design_can_tell_is_said_of_days_like_these() {
    let diary = baseline(28);
    let shortest = said(&diary, plan(2, 21));
    assert!(shortest.starts_with("With days like yours, 2 pairs of periods of 21 days can tell a change of about "));
    assert!(shortest.ends_with("(Pain)."), "{shortest}");
    let three = points(&said(&diary, plan(3, 28)));
    assert!(points(&shortest) > three, "{shortest}");
    assert!(three > points(&said(&diary, plan(4, 84))));
    for days in [0, 1, 9] {
        let unknown = said(&baseline(days), plan(3, 28));
        assert!(
            unknown.contains("can’t be said yet") && unknown.contains("10 recorded days"),
            "{unknown}"
        );
    }
}

#[test]
fn what_the_card_asks_for_stands_beside_it_for_the_item_that_it_names() {
    let mut diary = baseline(28);
    let sealed = Sealed {
        item: StandardItem::Fatigue.into(),
        at_least: Points::new(12).unwrap(),
        ends_it: None,
        day: date("2026-09-01"),
        ldn_from: None,
        at: at("2026-03-09T20:00:00+01:00"),
    };
    let stamp = seal::of(&sealed);
    diary.rest = diary.rest.with_cards([Card::new(1, sealed, stamp)]);
    let said = said(&diary, plan(3, 28));
    assert!(
        said.contains("(Fatigue). Your card asks for at least 12 points."),
        "{said}"
    );
}

#[test]
fn a_calendar_gets_each_change_of_bottle_that_is_to_come_and_nothing_that_tells() {
    let (trial, treatment) = begun();
    let of = |trial: &TrialOfOne, today: &str, made: &str| changes_of_bottle(trial, date(today), at(made));
    let file = of(&trial, "2026-03-20", "2026-03-20T20:04:11+01:00");
    let lines: Vec<&str> = file.lines().collect();
    let all = |name: &str| -> Vec<&str> { lines.iter().filter_map(|line| line.strip_prefix(name)).collect() };
    assert_eq!(all("SUMMARY:"), ["Begin bottle 2", "Begin bottle 3", "Begin bottle 4"]);
    assert_eq!(all("DTSTART;VALUE=DATE:"), ["20260413", "20260511", "20260608"]);
    assert_eq!(all("DTSTAMP:"), ["20260320T190411Z"; 3]);
    assert_eq!(all("TRIGGER:"), ["PT18H"; 3]);
    let names = all("UID:");
    assert!(
        names
            .iter()
            .all(|name| names.iter().filter(|other| *other == name).count() == 1),
        "{names:?}"
    );
    // The same events after a change, as later versions.
    let moved = treatment
        .move_period(&trial.commit, 2, date("2026-04-15"), true)
        .unwrap();
    let moved = moved.trial(&trial.commit).unwrap();
    let later = of(&moved, "2026-03-20", "2026-03-20T20:04:12+01:00");
    let of_later = |name: &str| -> Vec<&str> { later.lines().filter_map(|line| line.strip_prefix(name)).collect() };
    assert_eq!(of_later("UID:"), names);
    assert_eq!(of_later("DTSTART;VALUE=DATE:"), ["20260415", "20260513", "20260610"]);
    let version = |of: Vec<&str>| of[0].parse::<u64>().unwrap();
    assert!(version(all("SEQUENCE:")) < version(of_later("SEQUENCE:")));
    assert_eq!(
        of(&trial, "2026-03-16", "2026-03-16T20:00:00Z")
            .matches("BEGIN:VEVENT")
            .count(),
        4
    );
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    for word in [
        "ldn",
        "naltrexone",
        "placebo",
        "trial",
        "pain",
        "symptom",
        "diary",
        "medicine",
    ] {
        assert!(!file.to_lowercase().contains(word), "{word}: {file}");
    }
    assert!(!file.contains(&trial.commit.as_str()[..11]), "{file}");
}
