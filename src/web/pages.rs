//! One module a page; all the words of a page stand in its own module.

pub mod backup;
pub mod charts;
pub mod history;
pub mod import;
pub mod install;
pub mod new_version;
pub mod not_found;
pub mod notices;
pub mod recovery;
pub mod report;
pub mod results;
pub mod settings;
pub mod title;
pub mod today;
pub mod treatment;
