//! Whether a day holds an answer is one question (D5): history, charts, results, report, CSV, FHIR and backup answer it alike.

use chrono::{Days, NaiveDate};
use ldn_diary::charts::{Palette, Room, Span, timeline};
use ldn_diary::diary::{Day, DayState, Diary, Kept, LAST_DATE, Month, StandardItem};
use ldn_diary::exchange::{backup, fhir};
use ldn_diary::papers::{self, Kind, Request};
use ldn_diary::report::{Paper, Report};
use ldn_diary::trial::{LateDays, analyse};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::support::{choices, date, header, made_on};

/// Signs that nobody sees, some of which only look as if they were letters.
const BLANKS: [&str; 12] = [
    " ",
    "\n",
    "\t \r\n",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}\u{2060}",
    "\u{3164}",
    "\u{2800}",
    "\u{202e}\u{200f}",
    "\u{ad}\u{200d}",
    "\u{3000}\u{2028}",
    "\u{1d173}\u{e0020}",
];

/// A day as it may stand in a file, and whether there is an answer in it.
fn day() -> impl Strategy<Value = Option<(Value, bool)>> {
    let blank = || select(BLANKS.to_vec());
    let answer = select(vec![
        json!({"items": {"pain": 0}}),
        json!({"side_effects": {"headache": false}}),
        json!({"dose_taken": {"micrograms": 0}}),
        json!({"rescue_medicine": false}),
        json!({"walking_support": false}),
        json!({"sealed_dose_taken": false}),
        json!({"medicines": {"medicine_1": 0}}),
        json!({"left_out": true}),
        json!({"tags": ["flare"]}),
        json!({"note": "."}),
        json!({"note": "\u{200b}x\u{a0}"}),
    ]);
    let nothing = prop_oneof![
        Just(json!({})),
        Just(json!({"items": {}, "side_effects": {}, "tags": [], "note": "", "left_out": false})),
        blank().prop_map(|note| json!({"note": note})),
        (blank(), blank()).prop_map(|(one, other)| json!({"note": format!("{one}{other}{one}")})),
    ];
    prop_oneof![
        1 => Just(None),
        2 => answer.prop_map(|day| Some((day, true))),
        2 => nothing.prop_map(|day| Some((day, false))),
    ]
}

fn first() -> NaiveDate {
    date("2026-03-02")
}

/// The diary of these days, as it is read from a file.
fn read(days: &[Option<(Value, bool)>]) -> Diary {
    let days: Vec<Value> = (0..)
        .zip(days)
        .filter_map(|(number, day)| {
            let (mut day, on) = (day.clone()?.0, first() + Days::new(number));
            day["date"] = json!(on.to_string());
            day["recorded_at"] = json!(format!("{on}T21:00:00+01:00"));
            Some(day)
        })
        .collect();
    let phases = json!([{"kind": "baseline", "from": first().to_string(), "said": true}]);
    let settings = json!({"medicines": [{"id": "medicine_1", "name": "Tramadol"}]});
    let file = json!({"format": "ldn-diary", "version": 1, "settings": settings, "phases": phases, "days": days});
    backup::read(&file.to_string(), LAST_DATE).unwrap()
}

/// How many rows a table has under its head.
fn rows(csv: &[u8]) -> usize {
    csv.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count() - 1
}

fn request(last: NaiveDate) -> Request {
    Request {
        from: first().to_string(),
        to: last.to_string(),
        made_on: last.to_string(),
        items: vec!["pain".into()],
        every_day: true,
        notes: true,
        name: String::new(),
        paper: Paper::A4,
        late_days: true,
        imported_days: true,
        about_me: false,
        visits: true,
    }
}

proptest! {
    #![proptest_config(crate::cases(60))]

    #[test]
    fn a_day_is_recorded_everywhere_or_nowhere(days in proptest::collection::vec(day(), 1..20)) {
        let diary = read(&days);
        let last = first() + Days::new(days.len() as u64 - 1);
        let answered: Vec<NaiveDate> = (0..)
            .zip(&days)
            .filter(|(_, day)| day.as_ref().is_some_and(|(_, answered)| *answered))
            .map(|(number, _)| first() + Days::new(number))
            .collect();
        let count = answered.len();

        let listed: Vec<NaiveDate> = diary.recorded_between(first(), last).map(Day::date).collect();
        prop_assert_eq!(&listed, &answered, "history, the list");
        let is_marked = |day: &NaiveDate| matches!(diary.day_state(*day, last), DayState::Recorded { .. });
        let marked: Vec<NaiveDate> = first().iter_days().take(days.len()).filter(is_marked).collect();
        prop_assert_eq!(&marked, &answered, "history, the calendar");
        let weeks = Month::of(first()).weeks(&diary, last, chrono::Weekday::Mon);
        let kept: Vec<Kept> = weeks.into_iter().map(|week| week.kept).collect();
        prop_assert_eq!(kept.iter().map(|kept| kept.recorded).sum::<usize>(), count, "history, the weeks");
        prop_assert_eq!((diary.first_day(), diary.last_day()), (answered.first().copied(), answered.last().copied()));
        prop_assert_eq!(diary.baseline_days_before(last + Days::new(1)), count, "the form");

        let study = ldn_diary::trial::Study::of(&diary, last, LateDays::Included);
        let drawn = timeline(&diary, &study, &[StandardItem::Pain.into()], Span::All, None, &Palette::LIGHT, Room::default());
        let said = format!("{count} {} recorded", if count == 1 { "day" } else { "days" });
        prop_assert!(drawn.figure.summary.contains(&said), "charts: {} and not {}", drawn.figure.summary, said);

        let phases = analyse(&diary, last, LateDays::Included).phases;
        prop_assert_eq!(phases.iter().map(|phase| phase.recorded).sum::<usize>(), count, "results");

        let report = Report::of(&diary, &choices(last)).html();
        let said = format!("{count} of {} ", days.len());
        prop_assert!(report.contains(&said), "the report does not say {}", said);

        let text = backup::write(&diary, &header());
        let again = backup::read(&text, LAST_DATE).unwrap();
        let there: Vec<NaiveDate> = again.recorded_between(first(), last).map(Day::date).collect();
        prop_assert_eq!(&there, &answered, "backup");

        let made = |kind| papers::make(&kind, &text, &request(last), &[]).unwrap();
        prop_assert_eq!(rows(&made(Kind::Csv)), count, "CSV");
        prop_assert_eq!(rows(&made(Kind::CommaCsv)), count, "CSV with commas");

        let bundle: Value = serde_json::from_str(&fhir::write(&diary, &made_on(last))).unwrap();
        let entries = bundle["entry"].as_array().unwrap();
        let responses = entries.iter().filter(|entry| entry["resource"]["resourceType"] == "QuestionnaireResponse");
        prop_assert_eq!(responses.count(), count, "FHIR");
    }
}
