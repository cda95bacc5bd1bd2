//! What a diary says: phases as in the trials, each compared with the baseline.
//!
//! # What is computed
//!
//! A diary has the shape of the Stanford trials (Younger & Mackey 2009, Pain Med 10:663; Younger and others 2013, Arthritis
//! Rheum 65:529): a baseline, then phases under LDN, placebo or nothing. How they are compared is this diary's own.
//!
//! * [`Study`] is one diary up to one day, its days turned into columns; [`analyse`] is the whole of it as a value.
//! * [`PhaseSummary`] describes each phase (A1), [`Comparison`] each item of a later phase against the baseline, or where
//!   there is none against the days off LDN (A2 to A5), [`SecondLayer`] what an interested doctor may ask for (A6).
//! * A comparison counts the **15th to the 84th day** of a dose: its window grows and then stands, so that an answer can be
//!   read every evening. Its [`Status`] says what the days allow to be said, and what is still needed; its [`Stage`]
//!   whether more days are coming.
//! * A [`Finding`] is a comparison as it is read, the only place where it is rounded; [`sentence()`] puts it into words, [`Caveat`] what has to be said beside it, [`published`] holds the figures of
//!   the trials with their sources (A7).
//!
//! [`Pooled`] is the answer of a trial of one, once it is unsealed; before that nothing here compares its periods.
//!
//! [`Plan`] tells beforehand what change days like those of the baseline could tell (A11).
//!
//! The trial's own end point, the mean of the final 3 days, is kept beside all this and labelled as what it is: for one
//! person three days are a noisy sample. Today's date is an argument; days after it are not looked at. A day that was
//! not recorded is missing and never 0.
//!
//! # What is deliberately missing
//!
//! No p-value but that of a drawn order in the second layer, no word such as "significant", "effective" or "responder", no advice on a dose.

mod amount;
mod arm;
mod asked;
mod card;
mod caveat;
mod chance;
mod comparison;
mod completeness;
mod contrast;
mod end_point;
mod finding;
mod impression;
mod next_step;
mod phase_summary;
mod planner;
mod pooled;
pub mod published;
mod question;
mod readings;
mod running_mean;
mod second_layer;
mod sentence;
mod status;
mod stretch;
mod study;
mod trial_of_one;
mod trial_plan;
mod weekday;
mod window;

pub use amount::{Amount, Unit};
pub use arm::{
    arm_name, caveat_of_both, guessed_said, guesses_said, mean_of_days, order_of_pair, order_said, taken_said,
    tolerated_said, went_said,
};
pub use card::Starting;
pub use caveat::Caveat;
pub use chance::{Chance, asked_for, probability};
pub use comparison::{Comparison, Kept, Lack, MAIN_ITEM, Since, Stage};
pub use completeness::{Completeness, CompletenessWarning, Doses};
pub use contrast::{Contrast, LikelyRange, Means, Spread, Verdict};
pub use end_point::{EndPoint, FINAL_DAYS};
pub use finding::{Figures, Finding, Limits, Percent, mean_beside, side_by_side};
pub use impression::{Impression, Occasion, Why, contradicts};
pub use next_step::NextStep;
pub use phase_summary::{ItemSummary, MedicineSummary, PhaseSummary, SideEffectSummary, main_phase};
pub use planner::{PLAN_NEEDS, Plan};
pub use pooled::{ArmSummary, Guesses, Pair, Pooled, TrialCaveat, decimals_of, lower_and_higher};
pub use published::IMPORTANT_DROP;
pub use question::Question;
pub use readings::{Counting, ImportedDays, LateDays, LeftOut};
pub use running_mean::{RUNNING_DAYS, RUNNING_NEEDS, running_mean, running_mean_said};
pub use second_layer::{DoseComparison, SecondLayer};
pub use sentence::{before_the_change, caveat, changed_since, headline, judged, sentence, since_then, stage};
pub use status::{FEWEST, Status};
pub use stretch::Stretch;
pub use study::{Analysis, Study, analyse};
pub use weekday::WeekdayMean;
pub use window::{FINAL_DAY, FOUR_WEEKS, SETTLING_IN, Window, too_short};

#[cfg(test)]
mod tests;
