//! The names of what was added to phases and doses, for reader and writer.

/// The answer to "Do you take LDN now?" that is no phase.
pub(super) const TAKES_LDN: &str = "takes_ldn";
/// "Not yet".
pub(super) const NOT_YET: &str = "not_yet";
/// Days off LDN on which a dose was taken, on that day alone.
pub(super) const SINGLE_DOSES: &str = "single_doses";
/// Of a phase: whether the patient named it or its first day.
pub(super) const SAID: &str = "said";
/// Of a phase: whether of its first day only the month was said.
pub(super) const BY_MONTH: &str = "from_month_alone";
/// Of a phase: whether it is a period of a trial of one, sealed or opened.
pub(super) const OF_TRIAL: &str = "of_trial";
/// Of a sealed period: its number, and how many there are.
pub(super) const PERIOD: &str = "period";
pub(super) const PERIODS: &str = "periods";
/// Of a phase: the doses planned for days after its end.
pub(super) const UNREACHED: &str = "unreached_steps";
/// In the record of the treatment alone: how it was before the last changes, the latest last.
pub(super) const EARLIER: &str = "earlier";
