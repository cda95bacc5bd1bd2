//! The analysis of the two case diaries, number by number, in both directions: nothing missing, nothing surplus (A9, F3).

use ldn_diary::diary::{FIRST_DATE, LAST_DATE};
use ldn_diary::exchange::{analysis, backup};
use ldn_diary::trial::{LateDays, Study, analyse, sentence};
use proptest::prelude::*;
use serde_json::Value;

const CASES: [(&str, &str, &str); 2] = [
    (
        "2026-04-05",
        include_str!("../fixtures/cases/diary-first-weeks.json"),
        include_str!("../fixtures/cases/diary-first-weeks.analysis.json"),
    ),
    (
        "2026-06-07",
        include_str!("../fixtures/cases/diary-stanford-2013.json"),
        include_str!("../fixtures/cases/diary-stanford-2013.analysis.json"),
    ),
];

/// Numbers of the model: roots of a mixture, found to a relative 1e-6 of max(1, |x|); the rest are closed forms, 1e-9.
fn tolerance(path: &str) -> f64 {
    let of_the_model = ["_ci95", "_ci80", "p_at_least", "correlation"];
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

#[test]
fn the_case_diaries_give_the_analysis_they_must() {
    for (as_of, diary, expected) in CASES {
        let diary = backup::read(diary, LAST_DATE).expect("the case is a backup");
        let as_of = as_of.parse().expect("a date");
        let text = analysis::write(&analyse(&diary, as_of, LateDays::Included));
        let found = serde_json::from_str(&text).expect("the document is JSON");
        let expected = serde_json::from_str(expected).expect("the case is JSON");
        let mut faults = Vec::new();
        compare("", &found, &expected, &mut faults);
        assert!(faults.is_empty(), "{as_of}:\n{}", faults.join("\n"));
    }
}

/// The keys of a comparison in the order of the document, for a made-up backup.
fn keys(backup: &str, as_of: &str, item: &str) -> (String, Vec<String>, Value) {
    let diary = backup::read(backup, LAST_DATE).expect("a backup");
    let text = analysis::write(&analyse(&diary, as_of.parse().expect("a date"), LateDays::Included));
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let comparisons = document["comparisons"].as_array().expect("a list");
    let found = comparisons
        .iter()
        .find(|comparison| comparison["item"] == item)
        .expect("the item")
        .clone();
    let keys = found.as_object().expect("an object").keys().cloned().collect();
    (found["status"].as_str().expect("a status").to_owned(), keys, found)
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

const ALWAYS: [&str; 6] = ["phase", "item", "status", "window", "final_3_days", "final_7_days"];
const WITH_MEANS: [&str; 6] = [
    "baseline_mean",
    "phase_mean",
    "difference",
    "percent_improvement",
    "nap",
    "hodges_lehmann",
];
const WITH_RANGE: [&str; 7] = [
    "difference_ci95",
    "difference_ci80",
    "correlation",
    "percent_ci95",
    "p_at_least_30",
    "p_at_least_50",
    "verdict",
];

// F3, A3: which keys stand depends on the status, and a key that stands may be null.
#[test]
fn each_status_has_its_own_keys() {
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
    let all: &[&[&str]] = &[&ALWAYS, &WITH_MEANS, &WITH_RANGE];
    for (pain, as_of, status, groups) in [
        (days(60, 40, 28), "2026-02-25", "ready", all),
        (days(60, 40, 9), "2026-02-09", "early_look", all),
        (days(60, 40, 5), "2026-02-25", "too_few_days", &all[..2]),
        (with_early_days, "2026-02-25", "too_few_days", &all[..1]),
        (still, "2026-02-25", "no_variation", &all[..2]),
        (days(60, 40, 28), "2026-01-28", "settling_in", &all[..1]),
        (no_baseline, "2026-02-25", "no_baseline", &all[..1]),
    ] {
        let mut pain = pain;
        if status == "settling_in" {
            pain[20] = 50;
        }
        let (found, keys, _) = keys(&backup_of(&pain), as_of, "pain");
        let mut expected: Vec<&str> = groups.concat();
        expected.sort_unstable();
        assert_eq!(
            (found.as_str(), keys),
            (status, expected.iter().map(|key| (*key).to_owned()).collect())
        );
    }
}

// A4
#[test]
fn percent_is_null_where_the_baseline_mean_is_below_10() {
    let pain: Vec<i64> = (0..56).map(|n| if n < 14 { 5 + n % 2 } else { 2 + n % 3 }).collect();
    let (_, _, low) = keys(&backup_of(&pain), "2026-02-25", "pain");
    for key in ["percent_improvement", "percent_ci95", "p_at_least_30", "p_at_least_50"] {
        assert!(low[key].is_null(), "{key} with a baseline mean of 5.5");
    }
    assert!(low["difference_ci95"].is_array() && low["verdict"] == "better");
}

#[test]
fn a_line_names_its_file_and_is_one_line() {
    let diary = backup::read(&backup_of(&[50, 60]), LAST_DATE).expect("a backup");
    let line = analysis::write_line("a \"b\".json", &analyse(&diary, LAST_DATE, LateDays::LeftOut));
    assert!(!line.contains('\n'));
    let found: Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(
        (&found["file"], &found["late_days"]),
        (&Value::from("a \"b\".json"), &Value::from("left_out"))
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
                let may_be_null = matches!(key.as_str(), "window" | "sd" | "mean" | "percent_ci95")
                    || key.starts_with("percent_improvement")
                    || key.starts_with("p_at_least");
                prop_assert!(may_be_null || !value.is_null(), "{path}.{key} is null");
                let share = ["nap", "share", "correlation", "p_at_least"]
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
            for comparison in &found.comparisons {
                prop_assert!(sentence(comparison, &diary.settings).ends_with('.'));
                prop_assert!(study.second_layer(comparison.phase, &comparison.item).is_some());
                let ranged = comparison.contrast.status.has_range();
                prop_assert_eq!(ranged, comparison.contrast.range.is_some());
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
