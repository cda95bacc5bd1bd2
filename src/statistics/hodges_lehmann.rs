//! The typical shift from a day before to a day after.

use super::interval::{Interval, Level};

/// The Hodges-Lehmann shift with its order-statistic interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HodgesLehmann {
    /// The median of all differences `after − before`, in the units of the values.
    pub shift: f64,
    /// The 95 % interval between the k-th smallest and the k-th largest difference, with k from the normal approximation
    /// to the rank-sum distribution; `None` where there are too few pairs for one. **It assumes independent days.**
    pub interval95: Option<Interval>,
}

/// The shift of Hodges & Lehmann (1963, Ann Math Stat 34:598): the median of all pairwise differences.
///
/// Equal values are taken together, so that the work is bounded by the numbers of *different* values on each side (for
/// ratings at most 101) and a baseline of ten years costs no more than one of three months. `None` when either side is
/// empty.
pub fn hodges_lehmann(before: &[f64], after: &[f64]) -> Option<HodgesLehmann> {
    if before.is_empty() || after.is_empty() {
        return None;
    }
    let differences = Differences::of(before, after);
    let pairs = before.len().saturating_mul(after.len());
    let middle = (differences.ranked((pairs - 1) / 2), differences.ranked(pairs / 2));
    Some(HodgesLehmann {
        shift: f64::midpoint(middle.0, middle.1),
        interval95: rank_of_limit(before.len(), after.len()).map(|k| Interval {
            low: differences.ranked(k - 1),
            high: differences.ranked(pairs - k),
        }),
    })
}

/// `⌊mn/2 − z √(mn(m + n + 1)/12)⌋`, the rank (from 1) of the limits; `None` where it would be below 1.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of days are far below 2^53 and the rank is checked to be at least 1"
)]
fn rank_of_limit(m: usize, n: usize) -> Option<usize> {
    let (m, n) = (m as f64, n as f64);
    let rank = (0.5 * m * n - Level::P95.z() * (m * n * (m + n + 1.0) / 12.0).sqrt()).floor();
    (rank >= 1.0).then_some(rank as usize)
}

/// All pairwise differences, sorted, each different one with the number of pairs up to and including it.
struct Differences {
    sorted: Vec<(f64, usize)>,
}

impl Differences {
    fn of(before: &[f64], after: &[f64]) -> Self {
        let (before, after) = (different_values(before), different_values(after));
        let each = || before.iter().flat_map(|a| after.iter().map(move |b| (a, b)));
        let all: Vec<f64> = each().map(|((a, _), (b, _))| b - a).collect();
        let mut sorted: Vec<(f64, usize)> = different_values(&all).into_iter().map(|(one, _)| (one, 0)).collect();
        for ((a, times_a), (b, times_b)) in each() {
            let at = sorted.partition_point(|(one, _)| one.total_cmp(&(b - a)).is_lt());
            sorted[at].1 += times_a * times_b;
        }
        let mut up_to = 0;
        for (_, pairs) in &mut sorted {
            up_to += *pairs;
            *pairs = up_to;
        }
        Differences { sorted }
    }

    /// The difference at the given rank, counted from 0 over all pairs.
    fn ranked(&self, rank: usize) -> f64 {
        let at = self.sorted.partition_point(|(_, up_to)| *up_to <= rank);
        self.sorted[at.min(self.sorted.len() - 1)].0
    }
}

/// The different values in rising order, with how often each occurs.
fn different_values(values: &[f64]) -> Vec<(f64, usize)> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
        .chunk_by(|left, right| left.total_cmp(right).is_eq())
        .map(|same| (same[0], same.len()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shift_is_the_median_of_all_differences() {
        // By hand: differences of {4, 7} − {1, 2, 2} are 3, 2, 2, 6, 5, 5; sorted 2 2 3 5 5 6, median 4.
        let found = hodges_lehmann(&[1.0, 2.0, 2.0], &[4.0, 7.0]);
        assert_eq!(
            found,
            Some(HodgesLehmann {
                shift: 4.0,
                interval95: None
            })
        );
        assert_eq!(hodges_lehmann(&[], &[1.0]), None);
    }

    #[test]
    fn an_odd_number_of_pairs_gives_a_difference_that_occurred() {
        let found = hodges_lehmann(&[10.0], &[1.0, 5.0, 30.0]);
        assert_eq!(found.map(|hl| hl.shift), Some(-5.0));
    }
}
