//! What taking a file in would do, and doing it: asked for in a worker.

pub mod merging;

pub use merging::{Choices, Dates, Effect, ImportError, ImportPlan, ImportRequest, Note, import, import_plan};
