//! How much a day resembles the day before: plain estimates, for description and for clustered yes-days.

/// The lag-1 correlation over pairs of days that lie exactly one day apart: the mean of `e_t e_{t+1}` over those pairs,
/// divided by the mean of `e²` over all days. `None` without such a pair or without variation.
///
/// `residuals` are day numbers, rising strictly, with deviations from a mean; a missing day is simply absent.
pub fn lag1_consecutive_days(residuals: &[(i64, f64)]) -> Option<f64> {
    let products: Vec<f64> = residuals
        .windows(2)
        .filter(|two| two[1].0.checked_sub(two[0].0) == Some(1))
        .map(|two| two[0].1 * two[1].1)
        .collect();
    let squares: Vec<f64> = residuals.iter().map(|(_, e)| e * e).collect();
    let (product, square) = (super::mean(&products)?, super::mean(&squares)?);
    (square > 0.0).then(|| product / square)
}

/// The lag-1 autocorrelation of the values in their order, gaps ignored: `Σ e_t e_{t−1} / Σ e²` (Box & Jenkins 1970).
/// `None` without variation.
pub fn lag1_in_order(residuals: &[f64]) -> Option<f64> {
    let products: f64 = residuals.windows(2).map(|two| two[0] * two[1]).sum();
    let squares: f64 = residuals.iter().map(|e| e * e).sum();
    (squares > 0.0).then(|| products / squares)
}

/// Runs of true values: each is one episode. A day that is absent from `answers` does not split a run.
pub(super) fn runs(answers: &[(i64, bool)]) -> usize {
    let mut before = false;
    answers
        .iter()
        .filter(|(_, now)| !std::mem::replace(&mut before, *now) && *now)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_next_to_each_other_make_a_pair() {
        // By hand: pairs (1,2) and (5,6): products −2 and 2, mean 0; pairs (1,2) alone: −2 over the mean square 7.5/3.
        assert_eq!(
            lag1_consecutive_days(&[(1, 1.0), (2, -2.0), (5, 1.0), (6, 2.0)]),
            Some(0.0)
        );
        assert_eq!(lag1_consecutive_days(&[(1, 1.0), (3, -1.0)]), None);
        assert_eq!(lag1_consecutive_days(&[(1, 0.0), (2, 0.0)]), None);
        assert_eq!(lag1_in_order(&[1.0, -1.0, 1.0]), Some(-2.0 / 3.0));
    }
}
