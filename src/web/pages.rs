//! One module a page, and what several of them have: the heading, the line of how it stands with the last answer, notices.

pub mod about_me;
pub mod backup;
pub mod charts;
pub mod first_question;
pub mod history;
pub mod import;
pub mod install;
pub mod new_version;
pub mod not_found;
pub mod notices;
pub mod pharmacist;
pub mod recovery;
pub mod report;
pub mod results;
pub mod save_line;
pub mod settings;
pub mod title;
pub mod today;
pub mod treatment;
pub mod undo;
pub mod visit;
