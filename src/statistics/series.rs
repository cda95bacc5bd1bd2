//! Values on days.

/// Values on whole days, in the order of the days. At least one, each day once, every value finite.
///
/// A day without a value is simply not in it: a gap is known by the day numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    days: Vec<i64>,
    values: Vec<f64>,
}

/// Why days and values do not make a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesError {
    /// There is nothing in it.
    Empty,
    /// A day comes twice, or before the one that stands ahead of it.
    NotAscending,
    /// A value is not a number, or infinite.
    NotFinite,
}

impl Series {
    /// Makes a series of pairs of day number and value.
    ///
    /// # Errors
    /// When there is no pair, when day numbers do not rise strictly, or when a value is not finite.
    pub fn new(pairs: &[(i64, f64)]) -> Result<Self, SeriesError> {
        if pairs.is_empty() {
            return Err(SeriesError::Empty);
        }
        if pairs.windows(2).any(|two| two[0].0 >= two[1].0) {
            return Err(SeriesError::NotAscending);
        }
        if pairs.iter().any(|(_, value)| !value.is_finite()) {
            return Err(SeriesError::NotFinite);
        }
        let (days, values) = pairs.iter().copied().unzip();
        Ok(Series { days, values })
    }

    /// The day numbers, rising strictly.
    pub fn days(&self) -> &[i64] {
        &self.days
    }

    /// The values, one for each day.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Day numbers with their values.
    pub fn pairs(&self) -> impl Iterator<Item = (i64, f64)> + '_ {
        self.days.iter().copied().zip(self.values.iter().copied())
    }

    /// Whether every day has the same value, so that nothing can be learnt about its spread.
    #[expect(clippy::float_cmp, reason = "constant means the very same number each day")]
    pub fn is_constant(&self) -> bool {
        self.values.iter().all(|value| *value == self.values[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_must_rise_and_values_must_be_numbers() {
        assert_eq!(Series::new(&[]), Err(SeriesError::Empty));
        assert_eq!(Series::new(&[(2, 1.0), (2, 1.0)]), Err(SeriesError::NotAscending));
        assert_eq!(Series::new(&[(2, 1.0), (1, 1.0)]), Err(SeriesError::NotAscending));
        assert_eq!(Series::new(&[(2, f64::NAN)]), Err(SeriesError::NotFinite));
        assert_eq!(Series::new(&[(2, f64::INFINITY)]), Err(SeriesError::NotFinite));
    }
}
