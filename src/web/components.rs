//! What pages are made of. A component takes values and callbacks; none of them knows the state of the app.

pub mod bar;
pub mod chart;
pub mod choice;
pub mod date_field;
pub mod dead_time;
pub mod diagram;
pub mod dose_field;
pub mod mark;
pub mod marked;
pub mod name_field;
pub mod note_field;
pub mod nothing_yet;
pub mod problem_summary;
pub mod rating;
pub mod small_chart;
pub mod switch;
pub mod yes_no;
