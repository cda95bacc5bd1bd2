//! Text in, text out: one file a format.
//!
//! The formats are their own, versioned things; the diary's types know nothing of them.

pub mod analysis;
pub mod backup;
pub mod calendar;
pub mod csv;
pub mod decode;
pub mod fhir;
pub mod fingerprint;
pub mod import;
mod other_file;
mod problems;
pub mod seal;
pub mod sealed_order;
pub mod table;
mod words;

pub use other_file::OtherFile;
pub use problems::{Field, List, Mistake, Place, Problem, Problems};
