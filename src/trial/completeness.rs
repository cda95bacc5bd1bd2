//! Who skips days skips the worst or the best: how complete the two sides are.

use super::window::Window;

/// How complete the two sides of a comparison are, each as a share of its days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Completeness {
    /// Recorded days of the days compared with as a share of its days, 0 to 1.
    pub reference: f64,
    /// Recorded days of the window as a share of its days, 0 to 1.
    pub phase: f64,
}

/// What is worth a warning about completeness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletenessWarning {
    /// One window is more complete than the other by more than 20 percentage points.
    Uneven,
    /// A window has under 70 % of its days.
    Low,
}

impl Completeness {
    pub(super) fn of(reference: &Window, phase: &Window) -> Self {
        Completeness {
            reference: reference.completeness(),
            phase: phase.completeness(),
        }
    }

    /// What to warn of, the graver one first. The limits of 20 points and 70 % are this diary's own choice, not a
    /// published standard.
    pub fn warnings(&self) -> Vec<CompletenessWarning> {
        let uneven = (self.reference - self.phase).abs() > 0.2 + 1e-12;
        let low = self.reference.min(self.phase) < 0.7 - 1e-12;
        [(uneven, CompletenessWarning::Uneven), (low, CompletenessWarning::Low)]
            .into_iter()
            .filter_map(|(holds, warning)| holds.then_some(warning))
            .collect()
    }
}

/// How many of the planned doses are recorded as taken (A12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doses {
    /// Days on which a dose was recorded as taken.
    pub taken: usize,
    /// Days for which one was planned.
    pub planned: usize,
}

impl Doses {
    /// Whether under 80 % of them are recorded as taken.
    pub fn are_few(self) -> bool {
        10 * self.taken < 8 * self.planned
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_of_more_than_20_points_or_under_70_percent_is_worth_a_warning() {
        for (reference, phase, expected) in [
            (1.0, 0.8, vec![]),
            (1.0, 0.79, vec![CompletenessWarning::Uneven]),
            (0.69, 0.7, vec![CompletenessWarning::Low]),
            (0.5, 0.9, vec![CompletenessWarning::Uneven, CompletenessWarning::Low]),
        ] {
            assert_eq!(
                Completeness { reference, phase }.warnings(),
                expected,
                "{reference} {phase}"
            );
        }
    }
}
