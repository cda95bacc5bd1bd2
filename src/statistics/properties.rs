//! What must hold for any diary: shift, scale, mirror, and the order of days.

#![expect(clippy::cast_precision_loss, reason = "day numbers and counts in tests are small")]

use proptest::prelude::*;

use super::*;

/// Ratings on rising days with gaps of 1 to 5 days, not all the same.
fn ratings(days: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(i64, f64)>> {
    prop::collection::vec((1_i64..=5, 0_u8..=100), days)
        .prop_filter("some variation", |days| days.iter().any(|day| day.1 != days[0].1))
        .prop_map(|days| {
            let mut day = 0;
            days.into_iter()
                .map(|(gap, value)| {
                    day += gap;
                    (day, f64::from(value))
                })
                .collect()
        })
}

fn values(pairs: &[(i64, f64)]) -> Vec<f64> {
    pairs.iter().map(|(_, value)| *value).collect()
}

fn mapped(pairs: &[(i64, f64)], turn: impl Fn(f64) -> f64) -> Vec<(i64, f64)> {
    pairs.iter().map(|(day, value)| (*day, turn(*value))).collect()
}

/// The same values with time running backwards.
fn reversed(pairs: &[(i64, f64)]) -> Vec<(i64, f64)> {
    pairs.iter().rev().map(|(day, value)| (-day, *value)).collect()
}

/// The days of one condition, then those of another, ten days later.
fn two_sides(before: &[(i64, f64)], after: &[(i64, f64)]) -> Vec<(i64, f64, Side)> {
    let last = before.last().map_or(0, |day| day.0);
    let first = after.first().map_or(0, |day| day.0);
    let reference = before.iter().map(|&(day, value)| (day, value, Side::Reference));
    let later = after
        .iter()
        .map(|&(day, value)| (day - first + last + 10, value, Side::Window));
    reference.chain(later).collect()
}

fn model(before: &[(i64, f64)], after: &[(i64, f64)]) -> WaveModel {
    WaveModel::compare(&two_sides(before, after)).expect("there is variation")
}

fn close(found: f64, expected: f64, tolerance: f64) -> bool {
    (found - expected).abs() <= tolerance * expected.abs().max(1.0)
}

fn limits(before: &[(i64, f64)], after: &[(i64, f64)]) -> (Interval, f64) {
    let model = model(before, after);
    (
        model.difference_interval(Level::P95).expect("limits"),
        model.correlation(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn moving_both_phases_moves_no_difference(a in ratings(7..30), b in ratings(7..30), by in -500.0..500.0) {
        let (plain, rho) = limits(&a, &b);
        let (moved, rho_moved) = limits(&mapped(&a, |x| x + by), &mapped(&b, |x| x + by));
        prop_assert!(close(moved.low, plain.low, 1e-8) && close(moved.high, plain.high, 1e-8), "{plain:?} {moved:?}");
        prop_assert!(close(rho_moved, rho, 1e-9));
    }

    #[test]
    fn moving_one_phase_moves_the_difference_by_as_much(a in ratings(7..30), b in ratings(7..30), by in -90.0..90.0) {
        let (plain, _) = limits(&a, &b);
        let (moved, _) = limits(&a, &mapped(&b, |x| x + by));
        prop_assert!(close(moved.low, plain.low + by, 1e-8) && close(moved.high, plain.high + by, 1e-8));
    }

    #[test]
    fn another_scale_stretches_the_interval(a in ratings(7..30), b in ratings(7..30), times in 0.05_f64..20.0) {
        let (plain, rho) = limits(&a, &b);
        let (scaled, rho_scaled) = limits(&mapped(&a, |x| x * times), &mapped(&b, |x| x * times));
        let error: f64 = (scaled.low / times - plain.low).abs().max((scaled.high / times - plain.high).abs());
        prop_assert!(error <= 1e-9 * plain.low.abs().max(plain.high.abs()), "{error:e}, {plain:?} {scaled:?}");
        prop_assert!(close(rho_scaled, rho, 1e-9));
    }

    #[test]
    fn a_mirrored_scale_mirrors_every_result(a in ratings(7..30), b in ratings(7..30)) {
        let (mirror_a, mirror_b) = (mapped(&a, |x| 100.0 - x), mapped(&b, |x| 100.0 - x));
        let (plain, rho) = limits(&a, &b);
        let (mirrored, rho_mirrored) = limits(&mirror_a, &mirror_b);
        prop_assert!(close(mirrored.low, -plain.high, 1e-8) && close(mirrored.high, -plain.low, 1e-8));
        prop_assert!(close(rho_mirrored, rho, 1e-9));
        let overlap = |a: &[(i64, f64)], b: &[(i64, f64)]| nap(&values(a), &values(b)).expect("days").estimate;
        prop_assert!(close(overlap(&mirror_a, &mirror_b), 1.0 - overlap(&a, &b), 1e-12));
        let shift = |a: &[(i64, f64)], b: &[(i64, f64)]| hodges_lehmann(&values(a), &values(b)).expect("days").shift;
        prop_assert!(close(shift(&mirror_a, &mirror_b), -shift(&a, &b), 1e-12));
    }

    #[test]
    fn negated_values_with_the_other_direction_are_equally_better(a in ratings(7..30), b in ratings(7..30)) {
        prop_assume!(super::mean(&values(&a)).is_some_and(|mean| mean > 10.0));
        let model = model(&a, &b);
        for change in [-0.2, 0.0, 0.3, 0.5] {
            let lower = model.probability_of_share(change, Better::Lower);
            let higher = model.probability_of_share(-change, Better::Higher);
            prop_assert!(close(lower + higher, 1.0, 1e-9), "a fall of {change} or a rise of −{change}");
        }
    }

    #[test]
    fn time_may_run_backwards_but_the_order_of_days_matters(a in ratings(7..30), b in ratings(7..30)) {
        let (plain, rho) = limits(&a, &b);
        let (backwards, rho_backwards) = limits(&reversed(&b), &reversed(&a));
        prop_assert!(close(backwards.low, -plain.high, 1e-8) && close(backwards.high, -plain.low, 1e-8));
        prop_assert!(close(rho_backwards, rho, 1e-9));
    }

    #[test]
    fn a_plan_stretches_with_the_scale_and_no_day_more_widens_it(days in ratings(7..30), times in 0.05_f64..20.0, extra in prop::collection::btree_set(200_i64..300, 1..60)) {
        let planned: Vec<(i64, Side)> = days.iter().map(|day| (day.0, Side::Reference)).chain((160..200).map(|day| (day, Side::Window))).collect();
        let half_width = |days: &[(i64, f64)], plan: &[(i64, Side)]| Pilot::of(days).and_then(|pilot| pilot.half_width(plan)).expect("days that vary");
        let plain = half_width(&days, &planned);
        prop_assert!(close(half_width(&mapped(&days, |x| x * times), &planned), plain * times, 1e-9));
        prop_assert!(close(half_width(&mapped(&days, |x| x + 50.0), &planned), plain, 1e-7));
        let turned = |days: &[(i64, f64)]| days.iter().rev().copied().collect::<Vec<_>>();
        let backwards: Vec<_> = planned.iter().rev().copied().collect();
        prop_assert!(close(half_width(&turned(&days), &backwards), plain, 1e-9), "in any order");
        for side in [Side::Reference, Side::Window] {
            let more: Vec<_> = planned.iter().copied().chain(extra.iter().map(|day| (*day, side))).collect();
            prop_assert!(half_width(&days, &more) <= plain * (1.0 + 1e-9));
        }
    }

    #[test]
    fn intervals_nest_and_hold_their_median(a in ratings(7..30), b in ratings(7..30)) {
        let model = model(&a, &b);
        let [narrow, wide] = [Level::P80, Level::P95].map(|level| model.difference_interval(level).expect("limits"));
        prop_assert!(wide.low < narrow.low && narrow.low < narrow.high && narrow.high < wide.high);
        for (level, limits) in [(Level::P80, narrow), (Level::P95, wide)] {
            let above = |limit: f64| model.probability_of_points(limit, Better::Higher);
            prop_assert!(close(above(limits.high), level.tail(), 1e-9));
            prop_assert!(close(above(limits.low), 1.0 - level.tail(), 1e-9));
        }
        prop_assert!((0.0..=0.9).contains(&model.correlation()));
        prop_assert!((0.0..=2.0 / 3.0).contains(&model.wave_share()));
    }

    #[test]
    fn the_limits_in_percent_leave_their_share_beyond_them(a in ratings(7..30), b in ratings(7..30), better in prop::sample::select(vec![Better::Lower, Better::Higher])) {
        let model = model(&a, &b);
        if let Some(limits) = model.improvement_interval(Level::P95, better) {
            prop_assert!(limits.low < limits.high);
            prop_assert!(close(model.probability_of_share(limits.low, better), 0.975, 1e-7));
            prop_assert!(close(model.probability_of_share(limits.high, better), 0.025, 1e-7));
        }
    }

    #[test]
    fn a_slope_turns_with_its_days(a in ratings(4..40), by in -3.0..3.0) {
        let series = |pairs: &[(i64, f64)]| baseline_slope(&Series::new(pairs).expect("the days rise"));
        let tilted: Vec<(i64, f64)> = a.iter().map(|&(day, value)| (day, value + by * day as f64)).collect();
        if let (Ok(plain), Ok(turned), Ok(backwards)) = (series(&a), series(&tilted), series(&reversed(&a))) {
            let [plain80, turned80, backwards80] =
                [&plain, &turned, &backwards].map(|slope| slope.interval(Level::P80).expect("limits"));
            prop_assert!(close(turned.per_day(), plain.per_day() + by, 1e-8));
            prop_assert!(close(turned80.low, plain80.low + by, 1e-7));
            prop_assert!(close(backwards80.high, -plain80.low, 1e-7));
        }
    }

    #[test]
    fn the_shift_does_not_depend_on_the_order(mut a in prop::collection::vec(0.0..100.0, 1..30), b in prop::collection::vec(0.0..100.0, 1..30)) {
        let plain = hodges_lehmann(&a, &b);
        let mut all: Vec<f64> = a.iter().flat_map(|x| b.iter().map(move |y| y - x)).collect();
        all.sort_by(f64::total_cmp);
        let (shift, expected) = (plain.map(|hl| hl.shift).expect("values"), median(&all).expect("values"));
        prop_assert!(close(shift, expected, 1e-12), "the median of all pairs, up to the last bit");
        a.reverse();
        prop_assert_eq!(hodges_lehmann(&a, &b), plain);
    }

    #[test]
    fn a_share_lies_within_its_limits(answers in prop::collection::btree_map(0_i64..200, any::<bool>(), 1..120)) {
        let answers = Vec::from_iter(answers);
        let found = clustered_wilson(&answers).expect("answers");
        let mirrored: Vec<(i64, bool)> = answers.iter().map(|(day, yes)| (*day, !yes)).collect();
        let other = clustered_wilson(&mirrored).expect("answers");
        prop_assert!((found.interval95.low - 1e-12..=found.interval95.high + 1e-12).contains(&found.share));
        prop_assert!(close(other.interval95.low, 1.0 - found.interval95.high, 1e-9));
        prop_assert!(found.effective_n > 0.0 && found.effective_n <= answers.len() as f64);
    }
}

#[test]
fn the_order_of_days_matters_where_only_the_multiset_is_the_same() {
    let calm: Vec<(i64, f64)> = (0..14).map(|day| (day, if day < 7 { 60.0 } else { 70.0 })).collect();
    let jumpy: Vec<(i64, f64)> = (0..14)
        .map(|day| (day, if day % 2 == 0 { 60.0 } else { 70.0 }))
        .collect();
    let after: Vec<(i64, f64)> = (20..34).map(|day| (day, (day % 5) as f64)).collect();
    assert!(
        limits(&calm, &after).1 > limits(&jumpy, &after).1 + 0.2,
        "runs of like days show as correlation"
    );
}

#[test]
fn newcombe_s_printed_example_of_a_difference_is_reproduced() {
    // Newcombe 1998, Stat Med 17:873, table II, method 10, (a) 56/70 − 48/80: 0.0524 to 0.3339.
    let share = |yes: f64, n: f64| Proportion {
        share: yes / n,
        interval95: wilson(yes / n, n).expect("a share"),
    };
    let found = newcombe_difference(share(56.0, 70.0), share(48.0, 80.0));
    assert!(
        close(found.low, 0.0524, 5e-5) && close(found.high, 0.3339, 5e-5),
        "{found:?}"
    );
}

#[test]
fn shares_that_are_none_are_refused() {
    assert_eq!(clustered_wilson(&[]), Err(ProportionError::NothingAnswered));
    assert_eq!(clopper_pearson(0, 0), Err(ProportionError::NothingAnswered));
    assert_eq!(clopper_pearson(3, 2), Err(ProportionError::NotAShare));
    for (share, n) in [
        (-0.1, 5.0),
        (1.1, 5.0),
        (0.5, 0.0),
        (f64::NAN, 5.0),
        (0.5, f64::INFINITY),
    ] {
        assert_eq!(wilson(share, n), Err(ProportionError::NotAShare), "{share} of {n}");
    }
}

#[test]
fn a_handful_of_answers_can_not_tell_its_runs() {
    let answers =
        |yes: &[bool]| clustered_wilson(&(0..).zip(yes.iter().copied()).collect::<Vec<_>>()).expect("answers");
    for few in [
        vec![true],
        vec![true, false],
        vec![true, true, false, false],
        vec![false; 30],
    ] {
        assert!(close(answers(&few).correlation, 0.5, 0.0), "{few:?}");
    }
}

#[test]
fn a_constant_side_is_compared_by_the_other_side_alone() {
    let constant: Vec<(i64, f64)> = (0..14).map(|day| (day, 40.0)).collect();
    let varied: Vec<(i64, f64)> = (20..34).map(|day| (day, (day * 7 % 11) as f64)).collect();
    let (interval, _) = limits(&constant, &varied);
    let own = mean(&values(&varied)).expect("days");
    assert!(interval.contains(own - 40.0), "{interval:?}");
}

#[test]
fn a_straight_line_and_too_few_days_have_no_slope() {
    let line = Series::new(&[(1, 3.0), (2, 5.0), (5, 11.0), (9, 19.0)]).expect("a series");
    assert_eq!(baseline_slope(&line), Err(ModelError::NoVariation));
    let two = Series::new(&[(1, 3.0), (2, 5.0)]).expect("a series");
    assert_eq!(baseline_slope(&two), Err(ModelError::TooFewDays));
    assert_eq!(
        common_trend_step(&two, &line),
        Err(ModelError::TooFewDays),
        "after begins before its before has ended"
    );
    let huge = Series::new(&[(1, 1e300), (2, -1e300), (3, 5e299)]).expect("a series");
    assert_eq!(baseline_slope(&huge), Err(ModelError::OutOfRange));
    let days =
        |side, from: i64| (from..from + 9).map(move |day| (day, if day % 2 == 0 { 1e300 } else { -1e300 }, side));
    let huge: Vec<_> = days(Side::Reference, 0).chain(days(Side::Window, 30)).collect();
    assert!(matches!(WaveModel::compare(&huge), Err(ModelError::OutOfRange)));
}
