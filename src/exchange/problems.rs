//! What is wrong in a file: all of it, each with its place.

use std::fmt;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The day, line or part of the file.
    pub place: String,
    /// What is wrong there.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// The problems of a file, in the order of the file. The first 20 are kept, the rest are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    listed: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// The most problems that are listed.
    pub const MAX_LISTED: usize = 20;

    /// Notes a problem.
    pub fn add(&mut self, place: &str, what: impl fmt::Display) {
        if self.listed.len() < Self::MAX_LISTED {
            self.listed.push(Problem {
                place: place.to_owned(),
                what: what.to_string(),
            });
        } else {
            self.more += 1;
        }
    }

    /// The first problems, at most 20.
    pub fn listed(&self) -> &[Problem] {
        &self.listed
    }

    /// How many there are beyond the listed ones.
    pub fn more(&self) -> usize {
        self.more
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.listed.len() + self.more
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }
}

/// One problem a line, then "and 3 more".
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.listed.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_problems_are_listed_and_the_rest_are_counted() {
        let mut problems = Problems::default();
        for line in 1..=23 {
            problems.add(&format!("line {line}"), "wrong");
        }
        assert_eq!((problems.listed().len(), problems.more(), problems.len()), (20, 3, 23));
        let text = problems.to_string();
        assert!(text.starts_with("line 1: wrong\nline 2: wrong\n"));
        assert!(text.ends_with("\nline 20: wrong\nand 3 more"));
    }
}
