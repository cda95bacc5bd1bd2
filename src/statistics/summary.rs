//! The middle and the spread of a handful of numbers.

/// The arithmetic mean, in the units of the values; `None` for no values.
///
/// ```
/// assert_eq!(ldn_diary::statistics::mean(&[62.0, 70.0, 60.0]), Some(64.0));
/// ```
#[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        None
    } else {
        Some(values.iter().sum::<f64>() / values.len() as f64)
    }
}

/// The sample standard deviation (divisor n − 1), in the units of the values; `None` for fewer than two values.
///
/// Two passes: the squares are taken of deviations from the mean, so that a high level does not eat the digits.
#[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^53")]
pub fn sample_sd(values: &[f64]) -> Option<f64> {
    let centre = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|value| (value - centre).powi(2)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

/// The median, in the units of the values: the middle one, or the mean of the middle two. `None` for no values.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The quantile of type 7 (Hyndman & Fan 1996, Am Stat 50:361), the default of R and `NumPy`: order statistics joined by
/// straight lines, with the smallest at 0 and the largest at 1. `None` for no values or a `share` outside 0 to 1.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the position lies between 0 and the number of days"
)]
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    if values.is_empty() || !(0.0..=1.0).contains(&share) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let position = (sorted.len() - 1) as f64 * share;
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    let part = position - below as f64;
    if part == 0.0 {
        return Some(sorted[below]);
    }
    Some(sorted[below] + part * (sorted[above] - sorted[below]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_values_have_no_middle_and_one_value_has_no_spread() {
        assert_eq!(
            (mean(&[]), median(&[]), sample_sd(&[]), quantile(&[], 0.5)),
            (None, None, None, None)
        );
        assert_eq!(
            (mean(&[4.0]), median(&[4.0]), sample_sd(&[4.0])),
            (Some(4.0), Some(4.0), None)
        );
    }

    #[test]
    fn the_published_ages_of_the_2009_pilot_give_the_printed_mean_and_sample_sd() {
        // Younger & Mackey 2009, table 1: 44.0 (10.3); the divisor n would give 9.76.
        let ages = [22.0, 54.0, 37.0, 47.0, 52.0, 55.0, 46.0, 51.0, 38.0, 38.0];
        assert_eq!(mean(&ages), Some(44.0));
        assert!((sample_sd(&ages).unwrap_or_default() - 10.284_832).abs() < 1e-6);
    }

    #[test]
    fn quantiles_join_the_order_statistics_by_straight_lines() {
        // By hand: positions 0.75 and 2.25 of 1, 2, 4, 8 (counted from 0).
        let values = [8.0, 1.0, 4.0, 2.0];
        for (share, expected) in [(0.0, 1.0), (0.25, 1.75), (0.5, 3.0), (0.75, 5.0), (1.0, 8.0)] {
            assert_eq!(quantile(&values, share), Some(expected), "share {share}");
        }
        assert_eq!(quantile(&values, 1.01), None);
        assert_eq!(quantile(&values, f64::NAN), None);
    }
}
