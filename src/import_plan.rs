//! Taking a file in: its bytes go in beside the page, what it would do comes out in words, then the diary.
//!
//! It is opened in a worker, where the reading of a large or hostile file can be broken off. The diary that is here crosses
//! as a backup that carries the states of its days.

mod changes;
mod effect;
mod from_backup;
mod from_table;
mod given;
mod request;

pub use self::effect::{Dates, Effect, Note};
pub use self::from_backup::{ImportError, ImportPlan, plan, take_in};
pub use self::from_table::{Seen, TablePlan, TableRequest, look, plan_table, take_table};
pub use self::request::{Choices, ImportRequest};

#[cfg(test)]
mod tests;
