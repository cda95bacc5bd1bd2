//! What chance alone gives where it has drawn the order within each pair.

/// The share of all ways to assign both sides of each pair in which the mean of the differences is at least as large as the
/// one that was found: 1/2^k at least for k pairs (Fisher 1935, The Design of Experiments, section 21). `None` without a pair,
/// or with more than 20.
///
/// It is the chance of such an order of the draw if neither side made a difference, and not the chance that one makes none.
pub fn sign_flips(differences: &[f64]) -> Option<f64> {
    const MOST: usize = 20;
    if differences.is_empty() || differences.len() > MOST {
        return None;
    }
    let found: f64 = differences.iter().sum();
    let scale: f64 = differences.iter().map(|difference| difference.abs()).sum();
    let ways = 1_u32 << differences.len();
    let mut as_large = 0_u32;
    for way in 0..ways {
        let mut sum = 0.0;
        for (place, difference) in differences.iter().enumerate() {
            sum += if way >> place & 1 == 1 {
                -difference
            } else {
                *difference
            };
        }
        // Sums of the same numbers in another order may differ in their last digits.
        if sum >= found - 1e-12 * scale {
            as_large += 1;
        }
    }
    Some(f64::from(as_large) / f64::from(ways))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_k_pairs_that_agree_it_is_one_in_two_to_the_k() {
        for (differences, share) in [
            (&[3.0, 5.0, 1.0][..], 1.0 / 8.0),
            (&[3.0, 5.0, 1.0, 0.5], 1.0 / 16.0),
            (&[-3.0, -5.0, -1.0], 1.0),
            (&[3.0, 5.0, -1.0], 2.0 / 8.0),
            (&[0.0, 0.0], 1.0),
            (&[0.1, 0.2, 0.3], 1.0 / 8.0),
            (&[2.0], 1.0 / 2.0),
        ] {
            let found = sign_flips(differences).unwrap();
            assert!((found - share).abs() < 1e-12, "{differences:?}: {found}");
        }
        assert_eq!(sign_flips(&[]), None);
        assert_eq!(sign_flips(&[1.0; 21]), None);
    }
}
