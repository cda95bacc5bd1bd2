//! Where a function crosses zero.

/// The root of `f` between two points that come with their values, to a relative accuracy of 1e-12 (of max(1, |root|)).
///
/// The method of Chandrupatla (1997, Adv Eng Softw 28:145): inverse quadratic steps where the last three points promise
/// that they will pay, halving otherwise. The bracket only ever shrinks, so it cannot run away.
/// `None` when `f` has the same sign at both ends, or is not a number at one.
#[expect(
    clippy::many_single_char_names,
    reason = "a and b hold the root, c is the point before: the names of the paper"
)]
pub(super) fn bracketed_root(mut f: impl FnMut(f64) -> f64, one: (f64, f64), other: (f64, f64)) -> Option<f64> {
    let ((mut a, mut fa), (mut b, mut fb)) = (one, other);
    if fa == 0.0 {
        return Some(a);
    }
    if fb == 0.0 {
        return Some(b);
    }
    if fa.is_nan() || fb.is_nan() || fa.signum() * fb.signum() > 0.0 {
        return None;
    }
    let mut share = 0.5;
    for _ in 0..200 {
        let x = a + share * (b - a);
        let fx = f(x);
        let (c, fc);
        if fx.signum() * fa.signum() > 0.0 {
            (c, fc) = (a, fa);
        } else {
            (c, fc) = (b, fb);
            (b, fb) = (a, fa);
        }
        (a, fa) = (x, fx);
        let (best, f_best) = if fa.abs() < fb.abs() { (a, fa) } else { (b, fb) };
        let least = 0.5e-12 * best.abs().max(1.0) / (b - a).abs();
        if f_best == 0.0 || least > 0.5 || fx.is_nan() {
            return Some(best);
        }
        share = next_share((a, fa), (b, fb), (c, fc)).clamp(least, 1.0 - least);
    }
    Some(a)
}

/// As [`bracketed_root`], for two ends whose values are not known yet.
pub(super) fn root_between(mut f: impl FnMut(f64) -> f64, low: f64, high: f64) -> Option<f64> {
    let (f_low, f_high) = (f(low), f(high));
    bracketed_root(f, (low, f_low), (high, f_high))
}

/// The root of a function that is not above 0 at `low` and not below 0 at `high`, from a good guess: steps of the secant,
/// and halves of the bracket where they don't pay. To a relative accuracy of 1e-12 (of max(1, |root|)).
pub(super) fn root_near(mut f: impl FnMut(f64) -> f64, guess: f64, mut low: f64, mut high: f64) -> Option<f64> {
    let mut last: Option<(f64, f64)> = None;
    let mut x = if low < guess && guess < high {
        guess
    } else {
        f64::midpoint(low, high)
    };
    for steps in 0..200 {
        let fx = f(x);
        if fx == 0.0 || fx.is_nan() {
            return (fx == 0.0).then_some(x);
        }
        *(if fx > 0.0 { &mut high } else { &mut low }) = x;
        let slope = last.map(|(before, f_before)| (fx - f_before) / (x - before));
        let pays = steps < 2 || last.is_none_or(|(_, f_before)| fx.abs() <= 0.5 * f_before.abs());
        // Without a second point the first step is a short one towards the root.
        let wanted = slope.map_or(x - 0.02 * x.abs().max(1.0) * fx.signum(), |slope| x - fx / slope);
        let by_secant = pays && (low..=high).contains(&wanted);
        let next = if by_secant { wanted } else { f64::midpoint(low, high) };
        // The next error of the secant is the product of the last two steps, far below this one.
        let near = by_secant && last.is_some() && (next - x).abs() <= 1e-9 * x.abs().max(1.0);
        if near || high - low <= 1e-13 * x.abs().max(1.0) {
            return Some(next);
        }
        last = Some((x, fx));
        x = next;
    }
    None
}

/// How far from `a` towards `b` to look next.
fn next_share((a, fa): (f64, f64), (b, fb): (f64, f64), (c, fc): (f64, f64)) -> f64 {
    let along = (a - b) / (c - b);
    let down = (fa - fb) / (fc - fb);
    if down * down < along && (1.0 - down) * (1.0 - down) < 1.0 - along {
        fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
    } else {
        0.5
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_is_found_wherever_it_lies_in_the_bracket() {
        for root in [-3.0, -0.999_999, 0.0, 1e-9, 0.5, 41.25] {
            for bend in [0.1_f64, 1.0, 7.0] {
                let found = root_between(|x| (bend * (x - root)).exp() - 1.0, -50.0, 50.0);
                assert!(
                    (found.unwrap_or(f64::NAN) - root).abs() < 1e-10,
                    "root {root}, bend {bend}: {found:?}"
                );
            }
        }
    }

    #[test]
    fn a_good_guess_is_soon_made_exact_and_a_bad_one_does_no_harm() {
        for root in [-3.0, 0.0, 0.224, 41.25] {
            for off in [-40.0, -0.1, 0.0, 1e-4, 0.3, 9.0] {
                let mut looks = 0;
                let f = |x: f64| {
                    looks += 1;
                    (x - root).atan()
                };
                let found = root_near(f, root + off, -50.0, 50.0).unwrap_or(f64::NAN);
                assert!((found - root).abs() < 1e-10, "root {root}, guess off by {off}: {found}");
                assert!(
                    looks <= if off.abs() < 0.5 { 8 } else { 20 },
                    "{looks} looks from {off} at {root}"
                );
            }
        }
    }

    #[test]
    fn without_a_change_of_sign_there_is_no_root() {
        assert_eq!(root_between(|x| x * x + 1.0, -1.0, 1.0), None);
        assert_eq!(root_between(|_| f64::NAN, -1.0, 1.0), None);
    }

    #[test]
    fn a_root_takes_few_looks_at_a_smooth_function() {
        let mut looks = 0;
        let root = root_between(
            |x| {
                looks += 1;
                x.tanh() - 0.95
            },
            0.0,
            4.0,
        );
        assert!((root.unwrap_or_default() - 0.95_f64.atanh()).abs() < 1e-12);
        assert!(looks <= 14, "{looks} looks");
    }
}
