//! LDN Diary: a symptom diary for people who try low-dose naltrexone.
//!
//! The map, in reading order. Each module answers one question and knows only the ones above it.
//!
//! * [`diary`]: what is written down? Days, ratings, side effects, doses, phases.
//! * [`statistics`]: what can numbers say? Plain numerics on slices.
//! * [`words`]: how is it said? The messages of `words/`, dates, numbers and names to read.
//! * [`trial_of_one`]: how does a trial of one go, from its beginning to its reveal? On top of the phases.
//! * [`trial`]: what would the trials have computed? Windows, comparisons, published figures.
//! * [`exchange`]: how does it leave and come in? Backup, CSV, analysis.
//! * [`store`]: where is it kept? Records, revisions, checksums, behind a port of plain text.
//! * [`charts`]: how is it drawn? Functions from data to a chart value.
//! * [`markup`] and [`picture`]: how is a document written, and a drawing? Values that become HTML, SVG and PDF.
//! * [`report`]: what does the doctor get? Every word, figure and line of it.
//! * [`pdf`]: the report as a PDF file.
//! * [`trial_papers`]: what does a pharmacist print for a trial of one? Four papers.
//! * [`results`]: what does the results page say? A comparison in the order in which it is read.
//! * [`import_plan`]: what would an import do, in words? Asked and answered beside the page.
//! * [`papers`]: what is made beside the page? The door to report and files, text in, bytes out.
//! * [`forms`]: what is typed into a form? It becomes what is meant, or all that is wrong.
//! * `web`: the only module that knows the browser, the framework and the clock.

pub mod about_me;
pub mod charts;
pub mod diary;
pub mod exchange;
pub mod forms;
pub mod import_plan;
mod json;
pub mod markup;
pub mod papers;
pub mod pdf;
pub mod picture;
pub mod report;
pub mod results;
pub mod statistics;
pub mod store;
#[cfg(test)]
mod testing;
pub mod trial;
pub mod trial_of_one;
pub mod trial_papers;
pub mod visits;
pub mod wallet_card;
#[cfg(feature = "web")]
pub mod web;
pub mod words;
