//! The analysis of the two case diaries, number by number, in both directions: nothing missing, nothing surplus (A9, F3).

use ldn_diary::diary::{Against, FIRST_DATE, LAST_DATE};
use ldn_diary::exchange::{analysis, backup};
use ldn_diary::trial::{Counting, ImportedDays, LateDays, Study, analyse, sentence};
use proptest::prelude::*;
use serde_json::Value;

const FIRST_WEEKS: &str = include_str!("../fixtures/cases/diary-first-weeks.json");
const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");

/// The last day, the diary, and its answers.
const CASES: [(&str, &str, &str); 3] = [
    (
        "2026-04-05",
        FIRST_WEEKS,
        include_str!("../fixtures/cases/diary-first-weeks.answers.json"),
    ),
    (
        "2026-06-07",
        STANFORD,
        include_str!("../fixtures/cases/diary-stanford-2013.answers.json"),
    ),
    (
        "2026-02-28",
        STANFORD,
        include_str!("../fixtures/cases/diary-stanford-2013.answers-2026-02-28.json"),
    ),
];

/// The last day, the diary, and its analysis by the first version of the document, whose phases and end points still hold.
const FIRST_VERSION: [(&str, &str, &str); 2] = [
    (
        "2026-04-05",
        FIRST_WEEKS,
        include_str!("../fixtures/cases/diary-first-weeks.analysis.json"),
    ),
    (
        "2026-06-07",
        STANFORD,
        include_str!("../fixtures/cases/diary-stanford-2013.analysis.json"),
    ),
];

/// Numbers of the model: roots of a mixture, found to a relative 1e-6 of max(1, |x|); the rest are closed forms, 1e-9.
fn tolerance(path: &str) -> f64 {
    let of_the_model = ["_ci95", "_ci80", "p_at_least", "p_better", "correlation", "wave_share"];
    if of_the_model.iter().any(|part| path.contains(part)) {
        1e-6
    } else {
        1e-9
    }
}

/// Collects every difference between two documents.
fn compare(path: &str, found: &Value, expected: &Value, faults: &mut Vec<String>) {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            faults.extend(
                found
                    .keys()
                    .filter(|key| !expected.contains_key(*key))
                    .map(|key| format!("{path}.{key}: surplus")),
            );
            for (key, value) in expected {
                match found.get(key) {
                    Some(found) => compare(&format!("{path}.{key}"), found, value, faults),
                    None => faults.push(format!("{path}.{key}: missing")),
                }
            }
        }
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
                compare(&format!("{path}[{i}]"), found, expected, faults);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap_or(f64::NAN), b.as_f64().unwrap_or(f64::NAN));
            let error = (a - b).abs() / b.abs().max(1.0);
            if error.is_nan() || error > tolerance(path) {
                faults.push(format!("{path}: {a} instead of {b}, off by {error:e}"));
            }
        }
        _ if found == expected => {}
        _ => faults.push(format!("{path}: {found} instead of {expected}")),
    }
}

fn document(diary: &str, as_of: &str) -> Value {
    let diary = backup::read(diary, LAST_DATE).expect("the case is a backup");
    let text = analysis::write(&analyse(&diary, as_of.parse().expect("a date"), LateDays::Included));
    serde_json::from_str(&text).expect("the document is JSON")
}

fn without(value: &Value, keys: &[&str]) -> Value {
    let fields = value.as_object().expect("an object").clone();
    Value::Object(
        fields
            .into_iter()
            .filter(|(key, _)| !keys.contains(&key.as_str()))
            .collect(),
    )
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

#[test]
fn the_case_diaries_give_the_answers_they_must() {
    for (as_of, diary, expected) in CASES {
        let found = document(diary, as_of);
        let expected: Value = serde_json::from_str(expected).expect("the case is JSON");
        let beside = ["nap", "hodges_lehmann", "final_3_days"];
        let answers: Vec<Value> = list(&found["answers"])
            .iter()
            .map(|one| without(one, &beside))
            .collect();
        let mut expected = list(&expected["answers"]).clone();
        let place = |one: &Value| {
            (
                one["against"] == "placebo",
                one["phase"].as_u64(),
                one["item"].to_string(),
            )
        };
        let mut answers = answers;
        expected.sort_by_key(place);
        answers.sort_by_key(place);
        let mut faults = Vec::new();
        compare("", &Value::Array(answers), &Value::Array(expected), &mut faults);
        assert!(faults.is_empty(), "{as_of}:\n{}", faults.join("\n"));
    }
}

#[test]
fn phases_and_the_trials_own_end_point_are_those_of_the_first_version() {
    for (as_of, diary, expected) in FIRST_VERSION {
        let found = document(diary, as_of);
        let expected: Value = serde_json::from_str(expected).expect("the case is JSON");
        let added = [
            "imported",
            "doses_taken",
            "doses_planned",
            "medicines",
            "walking_support",
        ];
        let phases: Vec<Value> = list(&found["phases"]).iter().map(|one| without(one, &added)).collect();
        let mut faults = Vec::new();
        compare("", &Value::Array(phases), &expected["phases"], &mut faults);
        for before in list(&expected["comparisons"]) {
            let same = |one: &&Value| ["phase", "item"].iter().all(|key| one[key] == before[key]);
            let now = list(&found["answers"]).iter().find(same).expect("the comparison");
            let end = "final_3_days";
            compare(end, &now[end], &before[end], &mut faults);
        }
        assert!(faults.is_empty(), "{as_of}:\n{}", faults.join("\n"));
    }
}

#[test]
fn doses_are_counted_of_those_planned() {
    let found = document(STANFORD, "2026-06-07");
    let doses = |phase: usize| {
        [
            &found["phases"][phase]["doses_taken"],
            &found["phases"][phase]["doses_planned"],
        ]
    };
    assert_eq!(doses(1), [74, 84]);
    assert!(
        doses(0).iter().chain(&doses(2)).all(|count| count.is_null()),
        "none was planned"
    );
}

/// The status and the answer of an item of a made-up backup.
fn answer(backup: &str, as_of: &str, item: &str) -> (String, Value) {
    let document = document(backup, as_of);
    let answers = list(&document["answers"]);
    let found = answers
        .iter()
        .find(|one| one["item"] == item)
        .expect("the item")
        .clone();
    (found["status"].as_str().expect("a status").to_owned(), found)
}

/// A backup of LDN from 15 January on, with the given pain on the days from 1 January on; -1 stands for no entry.
fn backup_of(pain: &[i64]) -> String {
    let first: chrono::NaiveDate = "2026-01-01".parse().expect("a date");
    let days = (0_u64..).zip(pain).filter(|(_, pain)| **pain >= 0).map(|(n, pain)| {
        let date = first + chrono::Days::new(n);
        serde_json::json!({"date": date.to_string(), "recorded_at": format!("{date}T21:00:00+01:00"), "items": {"pain": pain}})
    });
    serde_json::json!({
        "format": "ldn-diary", "version": 1,
        "phases": [{"kind": "baseline", "from": "2026-01-01"}, {"kind": "ldn", "from": "2026-01-15"}],
        "days": days.collect::<Vec<_>>(),
    })
    .to_string()
}

/// Keys that are numbers where both sides have a rating, and those that are with a likely range.
const WITH_MEANS: [&str; 4] = ["reference_mean", "phase_mean", "difference", "nap"];
const WITH_RANGE: [&str; 8] = [
    "difference_ci95",
    "difference_ci80",
    "percent_improvement",
    "p_better",
    "p_at_least_30",
    "correlation",
    "wave_share",
    "verdict",
];

// F3, A3: which keys are null depends on the status.
#[test]
fn each_status_has_its_own_numbers() {
    let days = |baseline: i64, other: i64, counted: i64| -> Vec<i64> {
        let levels = (0..14).map(|n| baseline + n % 2).chain(std::iter::repeat_n(-1, 14));
        levels
            .chain((0..28).map(|n| if n < counted { other + n % 3 } else { -1 }))
            .collect()
    };
    let none = days(60, 40, 0);
    let with_early_days: Vec<i64> = none
        .iter()
        .enumerate()
        .map(|(n, p)| if n == 16 { 44 } else { *p })
        .collect();
    let still = [vec![50; 14], vec![-1; 14], vec![40; 28]].concat();
    let no_baseline = [vec![-1; 14], vec![40; 42]].concat();
    for (pain, as_of, status, has_means, has_range) in [
        (days(60, 40, 28), "2026-02-25", "ready", true, true),
        (days(60, 40, 9), "2026-02-09", "early_look", true, true),
        (days(60, 40, 28), "2026-02-24", "early_look", true, true),
        (days(60, 40, 5), "2026-02-25", "too_few_days", true, false),
        (with_early_days, "2026-02-25", "too_few_days", false, false),
        (still, "2026-02-25", "no_variation", true, false),
        (days(60, 40, 28), "2026-01-28", "settling_in", false, false),
        (no_baseline, "2026-02-25", "no_reference", false, false),
    ] {
        let mut pain = pain;
        if status == "settling_in" {
            pain[20] = 50;
        }
        let (found, answer) = answer(&backup_of(&pain), as_of, "pain");
        assert_eq!(found, status);
        for (keys, stand) in [(&WITH_MEANS[..], has_means), (&WITH_RANGE[..], has_range)] {
            let numbers = keys.iter().filter(|key| !answer[**key].is_null()).count();
            // One side's mean stands by itself.
            let right = if stand { numbers == keys.len() } else { numbers <= 1 };
            assert!(right, "{status}: {answer}");
        }
    }
}

// A4
#[test]
fn percent_is_null_where_the_reference_mean_is_below_10() {
    let pain: Vec<i64> = (0..56).map(|n| if n < 14 { 5 + n % 2 } else { 2 + n % 3 }).collect();
    let (_, low) = answer(&backup_of(&pain), "2026-02-25", "pain");
    for key in ["percent_improvement", "percent_ci95", "p_at_least_30"] {
        assert!(low[key].is_null(), "{key} with a reference mean of 5.5");
    }
    assert!(low["difference_ci95"].is_array() && low["verdict"] == "better");
}

#[test]
fn a_line_names_its_file_and_is_one_line() {
    let diary = backup::read(&backup_of(&[50, 60]), LAST_DATE).expect("a backup");
    let without = Counting {
        late: LateDays::LeftOut,
        imported: ImportedDays::LeftOut,
    };
    let line = analysis::write_line("a \"b\".json", &analyse(&diary, LAST_DATE, without));
    assert!(!line.contains('\n'));
    let found: Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(
        (&found["file"], &found["late_days"], &found["imported_days"]),
        (
            &Value::from("a \"b\".json"),
            &Value::from("left_out"),
            &Value::from("left_out")
        )
    );
}

/// What a backup of some weeks may hold: phases, dose steps and pain of few different values, with gaps and late days.
fn weeks() -> impl Strategy<Value = (String, u64)> {
    let phases = prop::collection::btree_map(1_u64..150, 0_usize..4, 0..6);
    let steps = prop::collection::btree_set(0_u64..150, 0..4);
    let spread = prop_oneof![Just(1_i64), Just(2), Just(40), Just(101)];
    let days = spread.prop_flat_map(|spread| {
        prop::collection::btree_map(0_u64..150, (0..spread, 0..101_i64, 0_u64..3, any::<bool>()), 1..150)
    });
    (phases, steps, days, 0_u64..160).prop_map(|(phases, steps, days, as_of)| {
        let first: chrono::NaiveDate = "2026-01-01".parse().expect("a date");
        let date = |n: u64| (first + chrono::Days::new(n)).to_string();
        let kinds = ["baseline", "ldn", "placebo", "washout"];
        let opening = std::iter::once((0, 0)).chain(phases);
        let backup = serde_json::json!({
            "format": "ldn-diary", "version": 1,
            "phases": opening.map(|(from, kind)| serde_json::json!({"kind": kinds[kind], "from": date(from)}))
                .collect::<Vec<_>>(),
            "dose_steps": steps.iter().map(|&from| serde_json::json!({"from": date(from), "micrograms": 1500}))
                .collect::<Vec<_>>(),
            "days": days.iter().map(|(&n, &(pain, sleep, late, yes))| serde_json::json!({
                "date": date(n), "recorded_at": format!("{}T21:00:00+01:00", date(n + late)),
                "items": if yes { serde_json::json!({"pain": pain, "sleep_quality": sleep}) }
                    else { serde_json::json!({"pain": pain}) },
                "side_effects": {"headache": yes},
            })).collect::<Vec<_>>(),
        });
        (backup.to_string(), as_of)
    })
}

/// Checks that every number of a document is one and that every share lies within 0 and 1.
fn sound(path: &str, value: &Value) -> Result<(), TestCaseError> {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let always = [
                    "phase",
                    "item",
                    "against",
                    "question",
                    "final_day",
                    "final",
                    "status",
                    "n",
                    "from",
                    "to",
                ];
                prop_assert!(
                    !(always.contains(&key.as_str()) && value.is_null()),
                    "{path}.{key} is null"
                );
                let share = ["nap", "share", "correlation", "wave_share", "p_at_least", "p_better"]
                    .iter()
                    .any(|part| key.starts_with(part));
                if let Some(number) = value.as_f64().filter(|_| share) {
                    prop_assert!((-1e-12..=1.0 + 1e-12).contains(&number), "{path}.{key} is {number}");
                }
                sound(&format!("{path}.{key}"), value)?;
            }
        }
        Value::Array(values) if values.len() == 2 && values[0].is_number() => {
            prop_assert!(values[0].as_f64() <= values[1].as_f64(), "{path} is {value}");
        }
        Value::Array(values) => {
            for (i, value) in values.iter().enumerate() {
                prop_assert!(!value.is_null(), "{path}[{i}] is null");
                sound(&format!("{path}[{i}]"), value)?;
            }
        }
        _ => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(96))]

    // Whatever the days are, nothing breaks, nothing is half a number, and the words end.
    #[test]
    fn any_weeks_can_be_analysed((text, as_of) in weeks()) {
        let diary = backup::read(&text, LAST_DATE).expect("a backup");
        let first: chrono::NaiveDate = "2026-01-01".parse().expect("a date");
        let as_of = first + chrono::Days::new(as_of);
        for late_days in [LateDays::Included, LateDays::LeftOut] {
            let study = Study::of(&diary, as_of, late_days);
            let found = study.analysis();
            sound("", &serde_json::from_str(&analysis::write(&found)).expect("JSON"))?;
            for comparison in found.comparisons.iter().chain(&found.against_taken) {
                prop_assert!(sentence(comparison, &diary.settings).ends_with('.'));
                prop_assert!(study.second_layer(comparison.phase, &comparison.item).is_some());
                let ranged = comparison.contrast.status.has_range();
                prop_assert_eq!(ranged, comparison.contrast.range.is_some());
            }
        }
    }

    // A2, A3: once an answer is final it is the same on every later day, whatever is recorded then.
    #[test]
    fn a_final_answer_stands_on_every_later_day((text, as_of) in weeks()) {
        let diary = backup::read(&text, LAST_DATE).expect("a backup");
        let first: chrono::NaiveDate = "2026-01-01".parse().expect("a date");
        let later = analyse(&diary, first + chrono::Days::new(as_of), LateDays::Included);
        let finals = later.comparisons.iter().chain(&later.against_taken).filter(|one| one.is_final);
        for one in finals.filter(|one| one.item.as_str() == "pain") {
            let on_its_day = analyse(&diary, one.final_day, LateDays::Included);
            let all = on_its_day.comparisons.iter().chain(&on_its_day.against_taken);
            let mut same = all.filter(|then| (then.phase, &then.against, &then.item) == (one.phase, &one.against, &one.item));
            // Of LDN against placebo, and of days off LDN, there may be other phases by then.
            if let Some(then) = same.next() {
                prop_assert!(then.is_final || then.stretch != one.stretch, "{} {:?}", one.final_day, one.against);
                if then.against == Against::Baseline && then.stretch == one.stretch {
                    prop_assert_eq!(&then.contrast, &one.contrast);
                }
            }
        }
    }

    // Dates at the ends of the calendar, empty days, items of every kind.
    #[test]
    fn any_diary_can_be_analysed(diary in crate::generated::diary(), back in 0_u64..400) {
        let last = diary.last_day().unwrap_or(LAST_DATE);
        for as_of in [last, last - chrono::Days::new(back), LAST_DATE, FIRST_DATE] {
            let found = analyse(&diary, as_of, LateDays::Included);
            sound("", &serde_json::from_str(&analysis::write(&found)).expect("JSON"))?;
        }
    }
}
