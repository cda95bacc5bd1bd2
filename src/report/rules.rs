//! Days of the trials' rules that the report names; `tests.rs` holds them to what `trial` does.

/// The days of a phase that are compared, at most.
pub(super) const COMPARED: u64 = 28;
/// The days after a change that are not compared.
pub(super) const SETTLING_IN: u64 = 14;
/// The recorded days that the trials asked of a baseline.
pub(super) const TRIAL_BASELINE: usize = 14;
/// The days of the trial's own end point.
pub(super) const FINAL: u64 = 3;
