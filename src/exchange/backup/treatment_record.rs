//! What the store keeps of the treatment.

use crate::diary::{Treatment, Unknown};

/// What the record of the treatment holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TreatmentRecord {
    /// Phases and dose steps.
    pub treatment: Treatment,
    /// How they were before each of the last changes, the latest last.
    pub earlier: Vec<Treatment>,
    /// What another version wrote beside them.
    pub unknown: Unknown,
}
