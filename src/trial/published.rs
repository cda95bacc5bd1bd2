//! What the trials published, with its sources, as data (A7).
//!
//! These are people in a trial; a patient's own figures are days of one person. The page that shows both says so. The
//! mean of individual percent changes is not the percent change of means, so nothing here can be recomputed from a diary.

/// Where a figure was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Authors and year, as cited.
    pub citation: &'static str,
    /// The journal or the report.
    pub published_in: &'static str,
    /// A digital object identifier or a registry number.
    pub reference: &'static str,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDifference {
    /// What was found, in one sentence.
    pub finding: &'static str,
    /// Where it stands.
    pub source: Source,
}

/// The pilot: single-blind, 10 women with fibromyalgia.
pub const YOUNGER_2009: Source = Source {
    citation: "Younger & Mackey 2009",
    published_in: "Pain Medicine 10:663",
    reference: "doi:10.1111/j.1526-4637.2009.00613.x",
};

/// The crossover: double-blind, 31 women with fibromyalgia.
pub const YOUNGER_2013: Source = Source {
    citation: "Younger, Noor, McCue & Mackey 2013",
    published_in: "Arthritis & Rheumatism 65:529",
    reference: "doi:10.1002/art.37734",
};

/// The meeting report of the crossover.
pub const AAPM_2012: Source = Source {
    citation: "Younger and others 2012",
    published_in: "report from the meeting of the American Academy of Pain Medicine",
    reference: "NCT00568555",
};

/// A crossover of 58 women with fibromyalgia.
pub const BESTED_2023: Source = Source {
    citation: "Bested and others 2023",
    published_in: "PAIN Reports 8:e1080",
    reference: "doi:10.1097/PR9.0000000000001080",
};

/// The trial FINAL: 99 women with fibromyalgia, 6 mg for 12 weeks.
pub const BRUUN_2024: Source = Source {
    citation: "Due Bruun and others 2024",
    published_in: "Lancet Rheumatology 6:e31",
    reference: "doi:10.1016/S2665-9913(23)00278-3",
};

/// The figures shown beside a patient's own.
pub const FIGURES: [Figure; 5] = [
    Figure {
        topic: Topic::PainChange,
        ldn: -28.8,
        placebo: -18.0,
        source: YOUNGER_2013,
    },
    Figure {
        topic: Topic::OverallChange,
        ldn: -32.5,
        placebo: -2.3,
        source: YOUNGER_2009,
    },
    Figure {
        topic: Topic::VividDreams,
        ldn: 37.0,
        placebo: 13.0,
        source: AAPM_2012,
    },
    Figure {
        topic: Topic::Headache,
        ldn: 16.0,
        placebo: 3.0,
        source: AAPM_2012,
    },
    Figure {
        topic: Topic::Tolerability,
        ldn: 89.2,
        placebo: 89.4,
        source: AAPM_2012,
    },
];

/// The later trials that found no difference in their main result.
pub const NO_DIFFERENCE: [NoDifference; 2] = [
    NoDifference {
        finding: "58 women took 4.5 mg and placebo for 21 days each: no difference in the impact of fibromyalgia or in \
            pain interference.",
        source: BESTED_2023,
    },
    NoDifference {
        finding: "99 women took 6 mg or placebo for 12 weeks: pain fell by 1.3 and 0.9 of 10, a difference that may be \
            chance.",
        source: BRUUN_2024,
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
