//! Every number of the reference cases, which two independent programs agree on, within the tolerance of its group.

use ldn_diary::statistics::{
    Better, Interval, Level, ModelError, Series, Side, WaveModel, baseline_level_on, baseline_slope, clopper_pearson,
    clustered_wilson, common_trend_step, hodges_lehmann, lag1_consecutive_days, lag1_in_order, mean, median, nap,
    quantile, sample_sd, wilson,
};
use serde_json::Value;

const CASES: &str = include_str!("../fixtures/cases/statistics.json");

fn cases() -> Value {
    serde_json::from_str(CASES).expect("the reference cases are JSON")
}

/// Checks `found` against `expected`, relative to max(1, |expected|).
fn check(what: &str, found: f64, expected: &Value, tolerance: f64) {
    let expected = expected
        .as_f64()
        .unwrap_or_else(|| panic!("{what}: no number is expected, found {found}"));
    let error = (found - expected).abs() / expected.abs().max(1.0);
    assert!(
        error <= tolerance,
        "{what}: {found} instead of {expected}, off by {error:e} of {tolerance:e} allowed"
    );
}

fn check_interval(what: &str, found: Option<Interval>, expected: &Value, tolerance: f64) {
    if expected[0].is_null() || expected[1].is_null() {
        assert_eq!(found, None, "{what}");
        return;
    }
    let found = found.unwrap_or_else(|| panic!("{what}: an interval is expected"));
    check(&format!("{what}, lower limit"), found.low, &expected[0], tolerance);
    check(&format!("{what}, upper limit"), found.high, &expected[1], tolerance);
}

/// One data set: the recorded days of both phases.
struct DataSet {
    id: String,
    before: Series,
    after: Series,
    better: Better,
    treatment_starts: i64,
    last_day: i64,
    expected: Value,
}

fn data_sets() -> Vec<DataSet> {
    cases()["datasets"]
        .as_array()
        .expect("a list")
        .iter()
        .map(data_set)
        .collect()
}

fn data_set(case: &Value) -> DataSet {
    let days: Vec<i64> = case["day"]
        .as_array()
        .expect("days")
        .iter()
        .filter_map(Value::as_i64)
        .collect();
    let phase = |name: &Value| -> Series {
        let pairs: Vec<(i64, f64)> = (0..days.len())
            .filter(|&i| case["phase"][i] == *name)
            .filter_map(|i| case["value"][i].as_f64().map(|value| (days[i], value)))
            .collect();
        Series::new(&pairs).expect("a series")
    };
    DataSet {
        id: case["id"].as_str().expect("an id").to_owned(),
        before: phase(&case["baseline"]),
        after: phase(&case["treatment"]),
        better: better(case),
        treatment_starts: (0..days.len())
            .find(|&i| case["phase"][i] == case["treatment"])
            .map(|i| days[i])
            .expect("a treatment"),
        last_day: *days.last().expect("days"),
        expected: case["expected"].clone(),
    }
}

fn better(case: &Value) -> Better {
    if case["improvement"] == "increase" {
        Better::Higher
    } else {
        Better::Lower
    }
}

/// The share of pairs in which the later day is the better one.
fn better_first(better: Better, values: &[f64]) -> Vec<f64> {
    let sign = if better == Better::Higher { 1.0 } else { -1.0 };
    values.iter().map(|value| sign * value).collect()
}

fn percent(before: f64, after: f64, better: Better) -> f64 {
    let change = 100.0 * (after - before) / before;
    if better == Better::Higher { change } else { -change }
}

/// Checks every number of a group by name; a name that has no check fails the test.
fn check_group(id: &str, group: &str, expected: &Value, tolerance: f64, found: impl Fn(&str) -> Option<f64>) {
    for (name, value) in expected
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, value)| value.is_number())
    {
        let what = format!("{id}, {group}, {name}");
        check(
            &what,
            found(name).unwrap_or_else(|| panic!("{what}: nothing computes it")),
            value,
            tolerance,
        );
    }
}

#[test]
fn descriptions_agree() {
    for set in data_sets() {
        let (a, b) = (set.before.values(), set.after.values());
        let counts = |n: usize| u32::try_from(n).map(f64::from).ok();
        check_group(&set.id, "desc", &set.expected["desc"], 1e-12, |name| match name {
            "n_A" => counts(a.len()),
            "n_B" => counts(b.len()),
            "mean_A" => mean(a),
            "mean_B" => mean(b),
            "median_A" => median(a),
            "median_B" => median(b),
            "sd_A" => sample_sd(a),
            "sd_B" => sample_sd(b),
            "q25_A" => quantile(a, 0.25),
            "q75_A" => quantile(a, 0.75),
            "q25_B" => quantile(b, 0.25),
            "q75_B" => quantile(b, 0.75),
            "diff_B_minus_A" => Some(mean(b)? - mean(a)?),
            "pct_change_improvement" => Some(percent(mean(a)?, mean(b)?, set.better)),
            _ => None,
        });
    }
}

#[test]
fn the_trial_s_end_point_agrees() {
    for set in data_sets() {
        let a = set.before.values();
        let counts = |n: usize| u32::try_from(n).map(f64::from).ok();
        let last: Vec<f64> = set
            .after
            .pairs()
            .filter(|(day, _)| *day > set.last_day - 3)
            .map(|(_, value)| value)
            .collect();
        check_group(
            &set.id,
            "stanford",
            &set.expected["stanford"],
            1e-12,
            |name| match name {
                "baseline_mean" => mean(a),
                "endpoint_n" => counts(last.len()),
                "endpoint_mean" => mean(&last),
                "pct_change_improvement" => Some(percent(mean(a)?, mean(&last)?, set.better)),
                _ => None,
            },
        );
    }
}

#[test]
fn overlap_and_shift_agree() {
    for set in data_sets() {
        let (a, b) = (
            better_first(set.better, set.before.values()),
            better_first(set.better, set.after.values()),
        );
        let found = nap(&a, &b).expect("both phases have days");
        let expected = &set.expected["nap"];
        check_group(&set.id, "nap", expected, 1e-9, |name| match name {
            "est" => Some(found.estimate),
            "se_unbiased" => found.se_unbiased,
            "se_hanley" => Some(found.se_hanley),
            "se_null" => Some(found.se_null),
            _ => None,
        });
        check_interval(
            &format!("{}, nap", set.id),
            Some(found.interval95),
            &expected["ci95"],
            1e-9,
        );
        let found = hodges_lehmann(set.before.values(), set.after.values()).expect("both phases have days");
        let expected = &set.expected["hodges_lehmann"];
        check(
            &format!("{}, shift", set.id),
            found.shift,
            &expected["shift_B_minus_A"],
            1e-12,
        );
        let limits = serde_json::json!([expected["ci95_order_stat"]["lo"], expected["ci95_order_stat"]["hi"]]);
        check_interval(&format!("{}, shift", set.id), found.interval95, &limits, 1e-12);
    }
}

#[test]
fn trends_and_correlations_agree() {
    for set in data_sets() {
        let expected = &set.expected["baseline_slope_ar1"];
        if expected.is_object() {
            let found = baseline_slope(&set.before).expect("a slope");
            let what = format!("{}, slope", set.id);
            check(&what, found.per_day(), &expected["slope_per_day_mean"], 1e-7);
            check(&what, found.correlation(), &expected["rho_posterior_mean"], 1e-7);
            check_interval(&what, found.interval(Level::P80), &expected["slope_ci80"], 1e-7);
            check_interval(&what, found.interval(Level::P95), &expected["slope_ci95"], 1e-7);
            let level = baseline_level_on(&set.before, set.treatment_starts).expect("a level");
            check(&what, level, &expected["level_at_start_mean"], 1e-7);
        }
        let expected = &set.expected["sensitivity_common_trend"];
        let found = common_trend_step(&set.before, &set.after).expect("a step");
        let what = format!("{}, common trend", set.id);
        check(&what, found.step(), &expected["step_at_start_posterior_mean"], 1e-7);
        check(&what, found.per_day(), &expected["slope_per_day_mean"], 1e-7);
        check(&what, found.correlation(), &expected["rho_posterior_mean"], 1e-7);
        check_interval(&what, found.interval(Level::P95), &expected["step_ci95"], 1e-7);

        let expected = &set.expected["residual_ar"];
        let residuals: Vec<(i64, f64)> = [&set.before, &set.after]
            .into_iter()
            .flat_map(|phase| {
                let centre = mean(phase.values()).expect("days");
                phase.pairs().map(move |(day, value)| (day, value - centre))
            })
            .collect();
        let in_order: Vec<f64> = residuals.iter().map(|(_, e)| *e).collect();
        let found = [lag1_in_order(&in_order), lag1_consecutive_days(&residuals)].map(|r| r.expect("variation"));
        check(&format!("{}, lag 1", set.id), found[0], &expected["r1_packed"], 1e-9);
        check(
            &format!("{}, lag 1", set.id),
            found[1],
            &expected["r1_consecutive_pairs"],
            1e-9,
        );
    }
}

#[test]
fn shares_agree() {
    let cases = cases();
    for (name, case) in cases["proportions"].as_object().expect("cases") {
        let whole = |key: &str| u32::try_from(case[key].as_u64().expect("a count")).expect("a small count");
        let (yes, n) = (whole("k"), whole("n"));
        let exact = clopper_pearson(yes, n).ok();
        check_interval(&format!("{name}, exact"), exact, &case["clopper_pearson"], 1e-9);
        let score = wilson(f64::from(yes) / f64::from(n), f64::from(n)).ok();
        check_interval(&format!("{name}, score"), score, &case["wilson"], 1e-12);
    }
    for case in cases["side_effect_clustered_days"].as_array().expect("cases") {
        let series = case["series"].as_array().expect("a series");
        let answers: Vec<(i64, bool)> = (0_i64..)
            .zip(series)
            .filter_map(|(day, answer)| Some((day, answer.as_i64()? == 1)))
            .collect();
        let found = clustered_wilson(&answers).expect("answers");
        check("clustered share", found.share, &case["proportion"], 1e-12);
        check("clustered correlation", found.correlation, &case["rho_used"], 1e-9);
        check("effective n", found.effective_n, &case["n_eff"], 1e-9);
        check_interval(
            "clustered interval",
            Some(found.interval95),
            &case["wilson_n_eff"],
            1e-9,
        );
        assert_eq!(Some(found.episodes as u64), case["episodes"].as_u64());
    }
}

#[test]
fn edge_cases_agree() {
    for case in cases()["edge_cases"].as_array().expect("cases") {
        let name = case["name"].as_str().expect("a name");
        let (a, b) = (side(case, "A"), side(case, "B"));
        if b.is_empty() {
            let last = mean(&side(case, "B_last3"));
            assert_eq!(last, None, "{name}: nothing is borrowed from earlier days");
            continue;
        }
        check_edge_of_overlap(name, case, &a, &b);
        let interval = case["expect"]["interval"].as_str().unwrap_or_default();
        if interval.starts_with("not computable") {
            let sides = [(0_i64, Side::Reference, &a), (100, Side::Window, &b)];
            let days: Vec<_> = sides
                .into_iter()
                .flat_map(|(from, side, values)| (from..).zip(values).map(move |(day, value)| (day, *value, side)))
                .collect();
            let why = WaveModel::compare(&days).expect_err("no interval");
            assert!(
                matches!(why, ModelError::NoVariation | ModelError::TooFewDays),
                "{name}: {why:?}"
            );
        }
    }
}

fn side(case: &Value, key: &str) -> Vec<f64> {
    let values = case[key].as_array().into_iter().flatten();
    values.filter_map(Value::as_f64).collect()
}

fn check_edge_of_overlap(name: &str, case: &Value, a: &[f64], b: &[f64]) {
    let expect = &case["expect"];
    let found = nap(&better_first(better(case), a), &better_first(better(case), b)).expect("days");
    if expect["nap"].is_number() {
        check(name, found.estimate, &expect["nap"], 1e-9);
    }
    if expect["tau"].is_number() {
        check(name, 2.0 * found.estimate - 1.0, &expect["tau"], 1e-9);
    }
    if expect["nap_ci95"].is_array() {
        check_interval(name, Some(found.interval95), &expect["nap_ci95"], 1e-9);
    }
    match &expect["se_unbiased"] {
        // Given to eight digits.
        Value::Number(_) => check(
            name,
            found.se_unbiased.expect("two days each"),
            &expect["se_unbiased"],
            1e-8,
        ),
        Value::String(_) => assert_eq!(found.se_unbiased, None, "{name}"),
        _ => {}
    }
    if expect["hodges_lehmann"].is_number() {
        let shift = hodges_lehmann(a, b).expect("days").shift;
        check(name, shift, &expect["hodges_lehmann"], 1e-12);
    }
}
