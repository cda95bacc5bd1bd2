//! What the trials published, with its sources, as data (A7): constants that `build.rs` makes of `published/figures.json`.
//!
//! These are people in a trial; a patient's own figures are days of one person. The page that shows both says so. The
//! mean of individual percent changes is not the percent change of means, so nothing here can be recomputed from a diary.

use crate::words::{Decimal, trials as words};

include!(concat!(env!("OUT_DIR"), "/published.rs"));

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
    /// Change of pain in points of a scale from 0 to 10; below 0 is a fall.
    PainPoints,
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

impl Figure {
    /// How far it fell, on LDN and on placebo, for reading.
    pub fn falls(&self, decimals: u32) -> [Decimal; 2] {
        [self.ldn, self.placebo].map(|change| Decimal::of(-change, decimals))
    }
}

/// The drop in percent that pain trials call a moderately important improvement. It was found for pain, and is a landmark
/// of pain alone.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a percentage of the file"
)]
pub const IMPORTANT_DROP: u8 = DWORKIN_2008_IMPORTANT_DROP as u8;

/// The figures on a topic.
pub fn figures_on(topic: Topic) -> impl Iterator<Item = &'static Figure> {
    FIGURES.iter().filter(move |figure| figure.topic == topic)
}

/// The later trials that found no difference between LDN and placebo in their main result: what was found, and where it
/// stands.
pub fn later_trials() -> [(String, Source); 3] {
    let number = |number: f64| Decimal::of(number, u32::from(number.fract() != 0.0));
    let falls = |source: Source, decimals: u32| {
        let figure = figures_on(Topic::PainPoints).find(|figure| figure.source == source);
        figure.map_or([number(0.0); 2], |figure| figure.falls(decimals))
    };
    let bested = words::bested_2023_found(
        number(BESTED_2023_PEOPLE),
        number(BESTED_2023_MILLIGRAMS),
        number(BESTED_2023_DAYS),
    );
    let [ldn, placebo] = falls(Source::Bruun2024, 1);
    let bruun = words::bruun_2024_found(
        number(BRUUN_2024_PEOPLE),
        number(BRUUN_2024_MILLIGRAMS),
        number(BRUUN_2024_WEEKS),
        ldn,
        placebo,
    );
    let [ldn, placebo] = falls(Source::RodriguezFreire2026, 2);
    let rodriguez = words::rodriguez_freire_2026_found(
        number(RODRIGUEZ_FREIRE_2026_PEOPLE),
        number(RODRIGUEZ_FREIRE_2026_MILLIGRAMS),
        number(RODRIGUEZ_FREIRE_2026_MONTHS),
        number(RODRIGUEZ_FREIRE_2026_MONTHS_TO_MAIN_RESULT),
        ldn,
        placebo,
    );
    [
        (bested, Source::Bested2023),
        (bruun, Source::Bruun2024),
        (rodriguez, Source::RodriguezFreire2026),
    ]
}
