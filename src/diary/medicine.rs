//! Other medicines of the patient's own: how many of each were taken on a day (D8).

use std::fmt;

use super::id::OwnId;
use super::name::Name;
use super::unknown::Unknown;

/// A medicine that is counted, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medicine {
    /// Its name in files.
    pub id: OwnId,
    /// Its name on screen.
    pub name: Name,
    /// What one of it is ("50 mg", "tablet"), if the patient says so.
    pub unit: Option<Name>,
    /// No longer asked; what was recorded stays.
    pub archived: bool,
    /// Fields of another version.
    pub unknown: Unknown,
}

/// How many of a medicine were taken on a day, 0 to 99. 0 is an answer; what was not answered has no count at all (D5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u8);

impl Count {
    /// None was taken.
    pub const NONE: Count = Count(0);
    /// The most that can be counted.
    pub const MAX: Count = Count(99);

    /// Takes a whole number from 0 to 99; `None` for any other.
    pub fn new(value: i64) -> Option<Count> {
        let count = u8::try_from(value).ok().map(Count)?;
        (count <= Count::MAX).then_some(count)
    }

    /// The number, 0 to 99.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// One more, up to the most that can be counted.
    #[must_use]
    pub fn one_more(self) -> Count {
        Count::new(i64::from(self.0) + 1).unwrap_or(self)
    }

    /// One less, down to none.
    #[must_use]
    pub fn one_less(self) -> Count {
        Count(self.0.saturating_sub(1))
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // D8: 0 is an answer.
    #[test]
    fn a_count_is_a_whole_number_from_none_to_99() {
        let counts: Vec<u8> = (-300..=400).filter_map(Count::new).map(Count::get).collect();
        assert_eq!(counts, (0..=99).collect::<Vec<_>>());
    }

    #[test]
    fn taps_count_up_and_down_and_stop_at_the_ends() {
        assert_eq!(Count::NONE.one_more().one_more().get(), 2);
        assert_eq!(Count::MAX.one_more(), Count::MAX);
        assert_eq!(Count::NONE.one_more().one_less(), Count::NONE);
        assert_eq!(Count::NONE.one_less(), Count::NONE);
    }
}
