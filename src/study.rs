//! What the pages that come later ask of trial, charts and import: one value for each page, every number already in words.
//! Taking a file in is asked for in a worker.
//!
//! The evening's check-in needs none of this, so the phone fetches it apart.

pub mod charts;
pub mod merging;
pub mod results;

pub use charts::{Charts, Figure, charts};
pub use merging::{Choices, Dates, Effect, ImportError, ImportPlan, ImportRequest, Note, import, import_plan};
pub use results::{Results, all_results, results, second_layer};
