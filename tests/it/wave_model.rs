//! The model of the answer against its reference cases, and its properties.

use ldn_diary::statistics::{Better, Interval, Level, ModelError, Side, WaveModel};
use proptest::prelude::*;
use serde_json::Value;

use crate::cases;

const CASES: &str = include_str!("../fixtures/cases/answer.json");

/// Of means, and of all else: relative to max(1, |x|).
const OF_MEANS: f64 = 1e-9;
const OF_THE_REST: f64 = 1e-6;

fn check(what: &str, found: f64, expected: &Value, tolerance: f64) {
    let expected = expected.as_f64().unwrap();
    let error = (found - expected).abs() / expected.abs().max(1.0);
    assert!(error <= tolerance, "{what}: {found} instead of {expected}");
}

fn check_interval(what: &str, found: Option<Interval>, expected: &Value) {
    let found = found.unwrap();
    check(what, found.low, &expected[0], OF_THE_REST);
    check(what, found.high, &expected[1], OF_THE_REST);
}

fn days_of(case: &Value) -> Vec<(i64, f64, Side)> {
    let list = |name: &str| case[name].as_array().unwrap().iter();
    let days = list("day").zip(list("value")).zip(list("side"));
    days.map(|((day, value), side)| {
        let side = if side == 0 { Side::Reference } else { Side::Window };
        (day.as_i64().unwrap(), value.as_f64().unwrap(), side)
    })
    .collect()
}

#[test]
fn every_number_is_that_of_the_reference_cases() {
    let all: Value = serde_json::from_str(CASES).unwrap();
    for case in all["cases"].as_array().unwrap() {
        let (id, expected) = (case["id"].as_str().unwrap(), &case["expected"]);
        let better = if case["better"] == "lower" {
            Better::Lower
        } else {
            Better::Higher
        };
        let model = WaveModel::compare(&days_of(case)).unwrap();
        check(id, model.difference(), &expected["difference_mean"], OF_MEANS);
        check_interval(id, model.difference_interval(Level::P95), &expected["difference_ci95"]);
        check_interval(id, model.difference_interval(Level::P80), &expected["difference_ci80"]);
        check(id, model.probability_of_lower(), &expected["p_lower"], OF_THE_REST);
        check(id, model.correlation(), &expected["correlation"], OF_THE_REST);
        check(id, model.wave_share(), &expected["wave_share"], OF_THE_REST);
        for (points, share) in expected["p_at_least_points"].as_object().unwrap() {
            let found = model.probability_of_points(points.parse().unwrap(), better);
            check(&format!("{id}, {points} points"), found, share, OF_THE_REST);
        }
        for (percent, share) in expected["p_at_least_percent"].as_object().unwrap() {
            let change: f64 = percent.parse().unwrap();
            let found = model.probability_of_share(change / 100.0, better);
            check(&format!("{id}, {percent} %"), found, share, OF_THE_REST);
        }
    }
}

/// Days with gaps, first those of a reference, then those of a window.
fn days() -> impl Strategy<Value = Vec<(i64, f64, Side)>> {
    let side = |least: usize| prop::collection::vec((1_i64..4, 0_u8..=100), least..40);
    (side(7), side(7)).prop_map(|(before, after)| {
        let sides = [(before, Side::Reference), (after, Side::Window)];
        let mut now = 0;
        let mut days = Vec::new();
        for (side, which) in sides {
            for (gap, value) in side {
                now += gap;
                days.push((now, f64::from(value), which));
            }
        }
        days
    })
}

fn near(one: f64, other: f64, size: f64) -> bool {
    (one - other).abs() <= 1e-7 * size.max(1.0)
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_shift_moves_nothing_and_a_stretch_stretches(days in days(), shift in -50.0..50.0_f64, stretch in 0.2..5.0_f64) {
        let Ok(model) = WaveModel::compare(&days) else { return Ok(()) };
        let changed: Vec<_> = days.iter().map(|&(day, value, side)| (day + 400, stretch * value + shift, side)).collect();
        let other = WaveModel::compare(&changed).unwrap();
        let (one, two) = (model.difference_interval(Level::P95).unwrap(), other.difference_interval(Level::P95).unwrap());
        prop_assert!(near(stretch * one.low, two.low, 100.0) && near(stretch * one.high, two.high, 100.0));
        prop_assert!(near(model.correlation(), other.correlation(), 1.0));
        prop_assert!(near(model.wave_share(), other.wave_share(), 1.0));
    }

    #[test]
    fn a_mirrored_scale_mirrors_the_answer(days in days()) {
        let Ok(model) = WaveModel::compare(&days) else { return Ok(()) };
        let mirrored: Vec<_> = days.iter().map(|&(day, value, side)| (day, 100.0 - value, side)).collect();
        let other = WaveModel::compare(&mirrored).unwrap();
        prop_assert!(near(model.difference(), -other.difference(), 100.0));
        let (one, two) = (model.probability_of_points(10.0, Better::Lower), other.probability_of_points(10.0, Better::Higher));
        prop_assert!(near(one, two, 1.0));
    }

    #[test]
    fn limits_stand_in_order_and_a_day_more_never_breaks_it(days in days(), value in 0_u8..=100) {
        let mut days = days;
        days.push((days.last().unwrap().0 + 1, f64::from(value), Side::Window));
        match WaveModel::compare(&days) {
            Err(why) => prop_assert_eq!(why, ModelError::NoVariation),
            Ok(model) => {
                let (wide, narrow) = (model.difference_interval(Level::P95).unwrap(), model.difference_interval(Level::P80).unwrap());
                prop_assert!(wide.low <= narrow.low && narrow.low <= narrow.high && narrow.high <= wide.high);
                prop_assert!((0.0..=1.0).contains(&model.probability_of_lower()));
            }
        }
    }
}

#[test]
fn what_can_not_be_compared_is_said() {
    let side = |side, from: i64, count: i64, value: fn(i64) -> f64| {
        (from..from + count)
            .map(move |day| (day, value(day), side))
            .collect::<Vec<_>>()
    };
    let varied = |day: i64| if day % 2 == 0 { 40.0 } else { 50.0 };
    let compare = |days: Vec<Vec<(i64, f64, Side)>>| WaveModel::compare(&days.concat());
    let (reference, window) = (Side::Reference, Side::Window);
    let few = compare(vec![side(reference, 0, 6, varied), side(window, 30, 20, varied)]);
    assert_eq!(few, Err(ModelError::TooFewDays));
    let same = compare(vec![side(reference, 0, 9, |_| 50.0), side(window, 30, 9, |_| 40.0)]);
    assert_eq!(same, Err(ModelError::NoVariation));
    let disordered = compare(vec![side(window, 30, 9, varied), side(reference, 0, 9, varied)]);
    assert_eq!(disordered, Err(ModelError::OutOfRange));
    let infinite = compare(vec![
        side(reference, 0, 9, |_| f64::INFINITY),
        side(window, 30, 9, varied),
    ]);
    assert_eq!(infinite, Err(ModelError::OutOfRange));
}
