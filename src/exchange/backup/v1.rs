//! Version 1 of the backup (F1). **Frozen**: files of this version are on people's disks. A change of shape becomes a new
//! version in a file of its own; what is only added, and absent when it has its default, may be added here.
//!
//! Added to F1's example so far: `own_side_effects` (`id`, `name`) and `walking_support_on` and `medicines` (`id`, `name`, `unit`) in the
//! settings, `archived` in own items, own side effects and medicines, `template` at the top; in phases `said`, `from_month_alone`,
//! `unreached_steps` (as `dose_steps`) and, of the kind `comparator`, `medicine`, at the top
//! `takes_ldn` (`not_yet`), `single_doses` (dates) and `trials_of_one`; `revision` and `changed_at` in days, and
//! `deleted_days` at the top (`date`, `revision`, `changed_at`); in days `imported_from`, `sealed_dose_taken`
//! and `medicines` (how many by id); at the top `impressions` (by occasion).

mod marks;
pub(super) mod read;
mod treatment;
pub(super) mod write;

/// What `format` says.
pub(super) const FORMAT: &str = "ldn-diary";
/// What `version` says.
pub(super) const VERSION: i64 = 1;

/// The name of another medicine, beside the kind of a phase and what an answer is compared with.
const MEDICINE: &str = "medicine";

/// The other medicines that are counted: what they are, and of a day how many of each.
const MEDICINES: &str = "medicines";
/// What one of such a medicine is.
const UNIT: &str = "unit";

/// Of a day: the name of the program or file that its first answers were taken over from.
const IMPORTED_FROM: &str = "imported_from";

/// Of a day in a trial of one: whether what is sealed was taken. It stands beside `dose_taken`, and not in it: a version that
/// knows no such trial reads no dose there, and writes this back as it is.
const SEALED_DOSE: &str = "sealed_dose_taken";

/// The names of the lists in which an entry of another version is kept beside those that are read.
pub(in crate::exchange) const CARDS: &str = "cards";
const FINAL_ANSWERS: &str = "final_answers";
const DECISIONS: &str = "decisions";
const SAMPLING: &str = "sampling";
/// What was said at ends of phases, by occasion.
const IMPRESSIONS: &str = "impressions";
