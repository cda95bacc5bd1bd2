//! How likely a change is that was asked for, in fixed words (A5).

use crate::diary::Points;
use crate::words::{Decimal, trial as words};

use super::comparison::Comparison;
use super::status::Status;

/// How likely something is: the words of a probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chance {
    /// 97.5 % and more.
    AlmostCertainly,
    /// 90 % and more.
    VeryLikely,
    /// 67 % and more.
    Likely,
    /// Between 33 and 67 %.
    AsLikelyAsNot,
    /// 33 % and less.
    Unlikely,
    /// 10 % and less.
    VeryUnlikely,
    /// 2.5 % and less.
    AlmostCertainlyNot,
}

impl Chance {
    /// The words of a probability from 0 to 1.
    pub fn of(probability: f64) -> Chance {
        match probability {
            p if p >= 0.975 => Chance::AlmostCertainly,
            p if p >= 0.9 => Chance::VeryLikely,
            p if p >= 0.67 => Chance::Likely,
            p if p > 0.33 => Chance::AsLikelyAsNot,
            p if p > 0.1 => Chance::Unlikely,
            p if p > 0.025 => Chance::VeryUnlikely,
            _ => Chance::AlmostCertainlyNot,
        }
    }

    /// "very likely".
    pub fn said(self) -> &'static str {
        match self {
            Chance::AlmostCertainly => words::chance_almost_certainly(),
            Chance::VeryLikely => words::chance_very_likely(),
            Chance::Likely => words::chance_likely(),
            Chance::AsLikelyAsNot => words::chance_as_likely_as_not(),
            Chance::Unlikely => words::chance_unlikely(),
            Chance::VeryUnlikely => words::chance_very_unlikely(),
            Chance::AlmostCertainlyNot => words::chance_almost_certainly_not(),
        }
    }
}

/// "72 %", and never a certainty: with a decimal where a whole number would have other words.
pub fn probability(probability: f64) -> String {
    let percent = |decimals| Decimal::of(100.0 * probability, decimals);
    let has_its_words = |rounded: Decimal| Chance::of(rounded.value() / 100.0) == Chance::of(probability);
    match 100.0 * probability {
        low if low < 1.0 => words::under().to_owned(),
        high if high > 99.0 => words::over().to_owned(),
        _ if has_its_words(percent(0)) => words::percent(percent(0)),
        _ => words::percent(percent(1)),
    }
}

impl Comparison {
    /// How likely the smallest worthwhile change of the card is, and of how many points; `None` without a card or a likely
    /// range.
    pub fn asked(&self) -> Option<(Points, f64)> {
        self.at_least.zip(self.contrast.range?.at_least_asked)
    }

    /// The smallest worthwhile change of the card where nothing can be said of it, since no day differs from another.
    pub fn asked_in_vain(&self) -> Option<Points> {
        self.at_least.filter(|_| self.contrast.status == Status::NoVariation)
    }
}

/// "By the 10 points you asked for: very likely (95 %).", or why that can't be told; `None` without a card, and while days
/// are still few.
pub fn asked_for(comparison: &Comparison) -> Option<String> {
    if let Some(points) = comparison.asked_in_vain() {
        return Some(words::asked_for_in_vain(&words::points(points.get())));
    }
    let (points, likely) = comparison.asked()?;
    Some(words::asked_for(
        &words::points(points.get()),
        Chance::of(likely).said(),
        &probability(likely),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    // A5: the words have fixed bands.
    #[test]
    fn the_words_of_a_probability_change_at_its_bounds() {
        use Chance::{AlmostCertainly, AlmostCertainlyNot, AsLikelyAsNot, Likely, Unlikely, VeryLikely, VeryUnlikely};
        for (probability, chance) in [
            (1.0, AlmostCertainly),
            (0.975, AlmostCertainly),
            (0.974, VeryLikely),
            (0.9, VeryLikely),
            (0.899, Likely),
            (0.67, Likely),
            (0.669, AsLikelyAsNot),
            (0.5, AsLikelyAsNot),
            (0.331, AsLikelyAsNot),
            (0.33, Unlikely),
            (0.101, Unlikely),
            (0.1, VeryUnlikely),
            (0.026, VeryUnlikely),
            (0.025, AlmostCertainlyNot),
            (0.0, AlmostCertainlyNot),
        ] {
            assert_eq!(Chance::of(probability), chance, "{probability}");
        }
    }

    #[test]
    fn a_printed_probability_has_the_words_beside_it() {
        for (number, expected) in [
            (0.95, "95 %"),
            (0.896, "89.6 %"),
            (0.904, "90 %"),
            (0.972, "97 %"),
            (0.976, "98 %"),
            (0.334, "33.4 %"),
            (0.004, "under 1 %"),
            (0.996, "over 99 %"),
        ] {
            assert_eq!(probability(number), expected);
        }
        for number in 10..=990 {
            let number = f64::from(number) / 1000.0;
            let printed: f64 = probability(number).trim_end_matches(" %").parse().expect("a number");
            assert_eq!(Chance::of(printed / 100.0), Chance::of(number), "{number}");
        }
    }
}
