//! A rating on the trials' scale of 101 points.

use std::fmt;

/// A number from 0 to 100, as on a visual analogue scale of 101 points (D2).
///
/// What is missing has no rating at all; it is never 0 (D5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(u8);

/// Why a number is no rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingError {
    /// The number lies below 0 or above 100.
    OutOfScale(i64),
}

impl Rating {
    /// The lower end of the scale.
    pub const MIN: Rating = Rating(0);
    /// The upper end of the scale.
    pub const MAX: Rating = Rating(100);

    /// Takes a whole number from 0 to 100.
    ///
    /// # Errors
    /// [`RatingError::OutOfScale`] for any other number.
    pub fn new(value: i64) -> Result<Rating, RatingError> {
        u8::try_from(value)
            .ok()
            .map(Rating)
            .filter(|rating| *rating <= Rating::MAX)
            .ok_or(RatingError::OutOfScale(value))
    }

    /// The number with a digit typed behind it; nothing where that is no rating.
    pub fn with_digit(self, digit: u8) -> Option<Rating> {
        Rating::new(i64::from(self.0) * 10 + i64::from(digit)).ok()
    }

    /// The number, 0 to 100.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // D2: 0 to 100, 101 points.
    #[test]
    fn the_scale_has_101_points() {
        let on_scale = (-300..=400).filter(|n| Rating::new(*n).is_ok()).count();
        assert_eq!(on_scale, 101);
        assert_eq!(Rating::new(0), Ok(Rating::MIN));
        assert_eq!(Rating::new(100), Ok(Rating::MAX));
    }

    #[test]
    fn digits_typed_one_after_the_other_are_one_number() {
        let typed = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(Rating::MIN, |now, digit| now.with_digit(*digit))
                .map(Rating::get)
        };
        assert_eq!(typed(&[6, 2]), Some(62));
        assert_eq!(typed(&[1, 0, 0]), Some(100));
        assert_eq!(typed(&[0, 7]), Some(7));
        assert_eq!(typed(&[1, 0, 1]), None);
    }

    #[test]
    fn a_number_off_the_scale_is_refused_and_named() {
        for number in [-1, 101, 256, 356, i64::MIN, i64::MAX] {
            assert_eq!(Rating::new(number), Err(RatingError::OutOfScale(number)));
        }
    }
}
