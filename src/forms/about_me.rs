//! What a patient says of themselves, as it is typed. Each field counts for itself, and at once: what can't be read is said
//! beside it, and nothing else waits for it.

use crate::about_me::{AboutMe, OtherMedicine};
use crate::diary::{Name, NameError, in_common_digits};
use crate::words::{Said, about_me as words};

/// Why a field can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedError {
    /// It is no name.
    Name(NameError),
    /// It is no year up to now.
    Year(String),
}

impl Said for TypedError {
    fn said(&self) -> String {
        match self {
            Self::Name(why) => why.said(),
            Self::Year(text) => words::bad_year(text),
        }
    }
}

/// The texts of a row: a condition with its year, or a medicine with since and until.
pub type Row<const N: usize> = [String; N];

/// A name, or nothing where nothing is typed.
///
/// # Errors
/// [`TypedError::Name`].
pub fn name(text: &str) -> Result<Option<Name>, TypedError> {
    match Name::new(text) {
        Ok(name) => Ok(Some(name)),
        Err(NameError::Empty) => Ok(None),
        Err(why) => Err(TypedError::Name(why)),
    }
}

/// A year, or nothing where nothing is typed: four digits of any script, not later than this one.
///
/// # Errors
/// [`TypedError::Year`].
pub fn year(text: &str, this_year: i32) -> Result<Option<i32>, TypedError> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let bad = || TypedError::Year(typed.to_owned());
    let digits = in_common_digits(typed);
    let year: i32 = digits.parse().map_err(|_| bad())?;
    if (1900..=this_year).contains(&year) {
        Ok(Some(year))
    } else {
        Err(bad())
    }
}

/// The conditions of rows as far as they can be read.
pub fn conditions(rows: &[Row<2>], this_year: i32) -> Vec<(Name, Option<i32>)> {
    let mut read = Vec::new();
    for [typed, since] in rows {
        if let Ok(Some(name)) = name(typed) {
            read.push((name, year(since, this_year).ok().flatten()));
        }
    }
    read.truncate(AboutMe::MAX_CONDITIONS);
    read
}

/// The other medicines of rows as far as they can be read.
pub fn medicines(rows: &[Row<3>]) -> Vec<OtherMedicine> {
    let mut read = Vec::new();
    let given = |text: &str| name(text).ok().flatten();
    for [typed, since, until] in rows {
        if let Some(name) = given(typed) {
            read.push(OtherMedicine {
                name,
                since: given(since),
                until: given(until),
            });
        }
    }
    read.truncate(AboutMe::MAX_MEDICINES);
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_four_digits_of_any_script_and_is_not_to_come() {
        assert_eq!(year(" 2011 ", 2026), Ok(Some(2011)));
        assert_eq!(year("٢٠١١", 2026), Ok(Some(2011)));
        assert_eq!(year("", 2026), Ok(None));
        for bad in ["11", "2027", "1899", "-2011", "about 2011", "20111"] {
            assert_eq!(year(bad, 2026), Err(TypedError::Year(bad.to_owned())), "{bad}");
        }
    }

    #[test]
    fn a_row_without_a_name_is_none_and_a_bad_year_costs_the_year_alone() {
        let rows = [["", "2011"], ["CRPS", "soon"], ["Fibromyalgia", "2011"]].map(|row| row.map(str::to_owned));
        let read: Vec<(String, Option<i32>)> = conditions(&rows, 2026)
            .into_iter()
            .map(|(name, year)| (name.to_string(), year))
            .collect();
        assert_eq!(
            read,
            [("CRPS".to_owned(), None), ("Fibromyalgia".to_owned(), Some(2011))]
        );
    }
}
