//! How often the later day is the better one.

use super::interval::{Interval, Level};
use super::root::root_between;

/// The nonoverlap of all pairs, with two standard errors and an interval that assume independent days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nap {
    /// The share of pairs (one day before, one day after) in which the later day is higher; ties count half. 0 to 1;
    /// one half means no difference.
    pub estimate: f64,
    /// The square root of the unbiased variance (Sen 1967, Mee 1990). `None` with a single day on either side.
    pub se_unbiased: Option<f64>,
    /// The standard error of Hanley & `McNeil` (1982, Radiology 143:29).
    pub se_hanley: f64,
    /// The standard error where nothing differs: √((m + n + 1) / 12mn), without a correction for ties.
    pub se_null: f64,
    /// Newcombe's 95 % interval (2006, Stat Med 25:559, method 5). **It assumes independent days**, which diary days are
    /// not: show it only with that said.
    pub interval95: Interval,
}

/// NAP (Parker & Vannest 2009, Behav Ther 40:357): the share of pairs in which the value after is **higher** than the
/// value before, ties counting half. Where lower is better, the improvement is 1 minus it, or the same call with both
/// sides negated.
///
/// By sorting and counting, so the cost is that of a sort and not of all pairs. `None` when either side is empty.
pub fn nap(before: &[f64], after: &[f64]) -> Option<Nap> {
    if before.is_empty() || after.is_empty() {
        return None;
    }
    let (m, n) = (count(before), count(after));
    let (sorted_before, sorted_after) = (sorted(before), sorted(after));
    let placed_after: Vec<Placement> = after.iter().map(|b| placement(*b, &sorted_before)).collect();
    let estimate = placed_after.iter().map(|p| p.share).sum::<f64>() / n;
    // The share of days after that are higher than this day before is 1 minus its own placement among them.
    let q1 = before
        .iter()
        .map(|a| (1.0 - placement(*a, &sorted_after).share - estimate).powi(2))
        .sum::<f64>()
        / m;
    let q2 = placed_after.iter().map(|p| (p.share - estimate).powi(2)).sum::<f64>() / n;
    let q3 = placed_after
        .iter()
        .map(|p| p.square - 2.0 * estimate * p.share)
        .sum::<f64>()
        / n
        + estimate * estimate;
    let kept_off_ends = estimate.clamp(0.5 / (m * n), 1.0 - 0.5 / (m * n));
    let spread = kept_off_ends * (1.0 - kept_off_ends);
    let unbiased = (spread + n * q1 + m * q2 - 2.0 * q3) / ((m - 1.0) * (n - 1.0));
    let hanley = (spread + (n - 1.0) * q1 + (m - 1.0) * q2) / (m * n);
    Some(Nap {
        estimate,
        se_unbiased: (m > 1.0 && n > 1.0).then(|| unbiased.max(0.0).sqrt()),
        se_hanley: hanley.max(0.0).sqrt(),
        se_null: ((m + n + 1.0) / (12.0 * m * n)).sqrt(),
        interval95: newcombe_limits(estimate, m, n),
    })
}

/// One value against all of the other side: the mean of q and of q², with q = 1 above, ½ level, 0 below.
struct Placement {
    share: f64,
    square: f64,
}

fn placement(value: f64, sorted: &[f64]) -> Placement {
    let lower = sorted.partition_point(|other| *other < value);
    let not_higher = sorted.partition_point(|other| *other <= value);
    let (above, level) = (as_number(lower), as_number(not_higher - lower));
    let all = count(sorted);
    Placement {
        share: (above + 0.5 * level) / all,
        square: (above + 0.25 * level) / all,
    }
}

/// Newcombe's method 5: the two values x at which `mn (e − x)² (2 − x)(1 + x) = z² x(1 − x) [2 + h + (1 + 2h) x(1 − x)]`
/// with h = (m + n)/2 − 1. At e = 0 or 1 the end itself solves it; divided out, the other limit is left.
fn newcombe_limits(estimate: f64, m: f64, n: f64) -> Interval {
    let (z2, h, pairs) = (Level::P95.z().powi(2), f64::midpoint(m, n) - 1.0, m * n);
    let room = |x: f64| z2 * (2.0 + h + (1.0 + 2.0 * h) * x * (1.0 - x));
    let weight = |x: f64| pairs * (2.0 - x) * (1.0 + x);
    let excess = |x: f64| weight(x) * (estimate - x).powi(2) - x * (1.0 - x) * room(x);
    let low = if estimate >= 1.0 {
        root_between(|x| weight(x) * (1.0 - x) - x * room(x), 0.0, 1.0)
    } else {
        root_between(excess, 0.0, estimate)
    };
    let high = if estimate <= 0.0 {
        root_between(|x| weight(x) * x - (1.0 - x) * room(x), 0.0, 1.0)
    } else {
        root_between(excess, estimate, 1.0)
    };
    Interval {
        low: if estimate <= 0.0 { 0.0 } else { low.unwrap_or(0.0) },
        high: if estimate >= 1.0 { 1.0 } else { high.unwrap_or(1.0) },
    }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn count(values: &[f64]) -> f64 {
    as_number(values.len())
}

#[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
fn as_number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_counts_once_and_ties_count_half() {
        // By hand: of 3 × 2 pairs, 4 > 1, 4 > 3, 4 = 4 and 2 > 1: 3.5 of 6.
        let found = nap(&[1.0, 3.0, 4.0], &[2.0, 4.0]).map(|nap| nap.estimate);
        assert!((found.unwrap_or_default() - 3.5 / 6.0).abs() < 1e-15, "{found:?}");
    }

    #[test]
    fn counting_in_sorted_order_gives_what_all_pairs_give() {
        let before = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0];
        let after = [5.0, 3.0, 5.0, 8.0, 9.0];
        let q = |a: f64, b: f64| {
            if b > a {
                1.0
            } else if b < a {
                0.0
            } else {
                0.5
            }
        };
        let sum: f64 = before.iter().flat_map(|a| after.iter().map(move |b| q(*a, *b))).sum();
        let found = nap(&before, &after).map(|nap| nap.estimate).unwrap_or_default();
        assert!((found - sum / 40.0).abs() < 1e-15);
    }

    #[test]
    fn a_side_without_days_has_no_overlap_and_a_single_day_no_unbiased_error() {
        assert_eq!(nap(&[], &[1.0]), None);
        assert_eq!(nap(&[1.0], &[]), None);
        assert_eq!(
            nap(&[4.0], &[1.0, 2.0]).map(|nap| (nap.estimate, nap.se_unbiased)),
            Some((0.0, None))
        );
    }
}
