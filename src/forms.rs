//! What is typed into a form: it becomes what is meant by it, or all that is wrong with it.
//!
//! Each form is one value, `Typed`: its fields as they stand on the screen, with nothing corrected. Reading it gives what it
//! would do, or every [`Problem`] and not the first alone. The page binds fields to the value, and knows no rule.

pub mod about_me;
pub mod already;
pub mod card;
mod dose;
pub mod dose_step;
pub mod first_day;
pub mod guess;
pub mod medicine;
pub mod own_item;
pub mod pack;
pub mod pharmacist;
mod problem;
pub mod report_form;
pub mod start_ldn;
pub mod start_phase;
pub mod trial_begin;
pub mod trial_change;
pub mod trial_reveal;
pub mod trial_undone;
pub mod visit;

pub use dose::{DoseText, FarDose};
pub use problem::{Problem, field};

#[cfg(test)]
mod tests;
