//! What the trials published, with its sources, as data (A7).
//!
//! These are people in a trial; a patient's own figures are days of one person. The page that shows both says so. The
//! mean of individual percent changes is not the percent change of means, so nothing here can be recomputed from a diary.

use crate::words::{Word, trials as words};

/// Where a figure was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The pilot: single-blind, 10 women with fibromyalgia.
    Younger2009,
    /// The meeting report of the crossover.
    Aapm2012,
    /// The crossover: double-blind, 31 women with fibromyalgia.
    Younger2013,
    /// A crossover of 58 women with fibromyalgia.
    Bested2023,
    /// The trial FINAL: 99 women with fibromyalgia, 6 mg for 12 weeks.
    Bruun2024,
}

impl Source {
    /// All of them, by year.
    pub const ALL: [Source; 5] = [
        Source::Younger2009,
        Source::Aapm2012,
        Source::Younger2013,
        Source::Bested2023,
        Source::Bruun2024,
    ];

    /// A digital object identifier or the number in a registry.
    pub fn reference(self) -> &'static str {
        match self {
            Source::Younger2009 => "doi:10.1111/j.1526-4637.2009.00613.x",
            Source::Aapm2012 => "NCT00568555",
            Source::Younger2013 => "doi:10.1002/art.37734",
            Source::Bested2023 => "doi:10.1097/PR9.0000000000001080",
            Source::Bruun2024 => "doi:10.1016/S2665-9913(23)00278-3",
        }
    }

    /// Authors, year and journal.
    pub fn said(self) -> &'static str {
        match self {
            Source::Younger2009 => words::younger_2009(),
            Source::Aapm2012 => words::aapm_2012(),
            Source::Younger2013 => words::younger_2013(),
            Source::Bested2023 => words::bested_2023(),
            Source::Bruun2024 => words::bruun_2024(),
        }
    }
}

/// What a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Change of pain in percent of the baseline; below 0 is a fall.
    PainChange,
    /// Change of overall symptom severity in percent of the baseline; below 0 is a fall.
    OverallChange,
    /// Vivid dreams, in percent of people.
    VividDreams,
    /// Headache, in percent of people.
    Headache,
    /// Mean tolerability from 0 to 100; 100 = perfectly tolerated.
    Tolerability,
}

/// One published pair of figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// What it is about, with its unit.
    pub topic: Topic,
    /// On LDN.
    pub ldn: f64,
    /// On placebo.
    pub placebo: f64,
    /// Where it stands.
    pub source: Source,
}

/// A later trial whose main result was no difference between LDN and placebo.
#[derive(Debug, Clone, Copy)]
pub struct NoDifference {
    /// What was found, in one sentence.
    pub found: Word,
    /// Where it stands.
    pub source: Source,
}

/// The change of pain in the crossover.
pub const PAIN_2013: Figure = Figure {
    topic: Topic::PainChange,
    ldn: -28.8,
    placebo: -18.0,
    source: Source::Younger2013,
};

/// The figures shown beside a patient's own.
pub const FIGURES: [Figure; 5] = [
    PAIN_2013,
    Figure {
        topic: Topic::OverallChange,
        ldn: -32.5,
        placebo: -2.3,
        source: Source::Younger2009,
    },
    Figure {
        topic: Topic::VividDreams,
        ldn: 37.0,
        placebo: 13.0,
        source: Source::Aapm2012,
    },
    Figure {
        topic: Topic::Headache,
        ldn: 16.0,
        placebo: 3.0,
        source: Source::Aapm2012,
    },
    Figure {
        topic: Topic::Tolerability,
        ldn: 89.2,
        placebo: 89.4,
        source: Source::Aapm2012,
    },
];

/// The later trials that found no difference in their main result.
pub const NO_DIFFERENCE: [NoDifference; 2] = [
    NoDifference {
        found: words::bested_2023_found,
        source: Source::Bested2023,
    },
    NoDifference {
        found: words::bruun_2024_found,
        source: Source::Bruun2024,
    },
];

/// The share of days on which the pilot's patients made an entry (Younger & Mackey 2009).
pub const PILOT_COMPLETENESS: f64 = 0.92;

/// The figures on a topic.
pub fn figures_on(topic: Topic) -> impl Iterator<Item = &'static Figure> {
    FIGURES.iter().filter(move |figure| figure.topic == topic)
}

#[cfg(test)]
mod tests {
    use super::*;

    // A7
    #[test]
    fn the_figures_are_those_that_were_printed() {
        let printed = |topic| {
            figures_on(topic)
                .map(|figure| (figure.ldn, figure.placebo))
                .collect::<Vec<_>>()
        };
        assert_eq!(printed(Topic::PainChange), [(-28.8, -18.0)]);
        assert_eq!(printed(Topic::OverallChange), [(-32.5, -2.3)]);
        assert_eq!(printed(Topic::VividDreams), [(37.0, 13.0)]);
        assert_eq!(printed(Topic::Headache), [(16.0, 3.0)]);
        assert_eq!(printed(Topic::Tolerability), [(89.2, 89.4)]);
    }
}
