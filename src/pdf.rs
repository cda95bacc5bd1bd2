//! The report as a PDF file: real text in embedded fonts, drawings as lines, a structure that a screen reader can follow.
//!
//! For phones whose home-screen apps can't print. It is written page by page with `pdf-writer`; the pages are laid out
//! here, from the same [`Report`] as the document on the page. Lengths are millimetres from the top left corner until they
//! are written.
//!
//! The fonts hold the letters of Latin alphabets with their diacritics, Greek and Cyrillic, the signs of arithmetic, arrows and
//! ticks. [`Lacking`] says what a report has beyond them: `[sign]` stands for it, in a file that is made all the same.

mod card;
mod document;
mod draw;
mod file;
mod fonts;
mod letters;
mod page;
mod sheets;
mod table;
mod tags;
mod text;
mod true_type;

pub use fonts::{FontError, Fonts, Lacking};

use crate::picture::Picture;
use crate::report::{Paper, Report};

/// The report as the bytes of a PDF file.
pub fn write(report: &Report, fonts: &Fonts) -> Vec<u8> {
    let mut sheets = sheets::Sheets::new(report.paper, fonts);
    page::first(&mut sheets, report);
    page::further(&mut sheets, report);
    document::bytes(sheets, &report.name_of_document(), Some(&report.foot))
}

/// A card in its true size on a sheet, with marks to cut along and a line above that says so.
pub fn write_card(card: &Picture, note: &str, paper: Paper, fonts: &Fonts) -> Vec<u8> {
    let mut sheets = sheets::Sheets::new(paper, fonts);
    card::sheet(&mut sheets, card, note);
    document::bytes(sheets, &card.words, None)
}
