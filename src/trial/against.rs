//! What a phase is compared with (A2).

/// What a phase is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The first baseline.
    Baseline,
    /// All days off LDN together, where there is no baseline.
    Off,
    /// The latest placebo phase.
    Placebo,
}

impl Against {
    /// The name in the analysis document (F3).
    pub fn id(self) -> &'static str {
        match self {
            Against::Baseline => "baseline",
            Against::Off => "off",
            Against::Placebo => "placebo",
        }
    }
}
