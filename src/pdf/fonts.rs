//! The fonts of the file: which letters they have, and how wide each one is.

use super::letters::{self, Font, UNITS};
use crate::words::{Said, papers, report};

/// The fonts: the bold one, which has the letters of our own words, then the one of all letters.
pub struct Fonts {
    faces: [Font; 2],
}

/// Why the fonts can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FontError {
    /// The file is not whole, or not ours.
    Unreadable,
}

impl Said for FontError {
    fn said(&self) -> String {
        match self {
            Self::Unreadable => papers::fonts_not_whole().to_owned(),
        }
    }
}

/// A sign that the fonts have not, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The sign, a letter of another script or an emoji.
    pub sign: char,
    /// The days, as the report writes them, in whose notes it stands.
    pub days: Vec<String>,
    /// Whether it stands anywhere else, such as in a name.
    pub elsewhere: bool,
}

/// One glyph of one font.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    /// The place of the font.
    pub(super) font: usize,
    pub(super) id: u16,
    /// Its width as a share of the size of the text.
    pub(super) width: f64,
    /// The character that it stands for.
    pub(super) stands_for: char,
    /// Whether it must be thickened to look bold.
    pub(super) thicken: bool,
}

impl Fonts {
    /// Reads the fonts out of their file.
    ///
    /// # Errors
    /// [`FontError`].
    pub fn read(file: &[u8]) -> Result<Fonts, FontError> {
        let faces = letters::read(file).ok_or(FontError::Unreadable)?;
        Ok(Fonts { faces })
    }

    pub(super) fn font(&self, place: usize) -> &Font {
        &self.faces[place]
    }

    /// What these texts have that the fonts have not, in the order in which it is met: texts with the day that they
    /// belong to.
    pub fn lacking<'t>(&self, texts: impl IntoIterator<Item = (Option<&'t str>, &'t str)>) -> Vec<Lacking> {
        let mut lacking: Vec<Lacking> = Vec::new();
        for (day, text) in texts {
            for sign in text
                .chars()
                .filter(|c| !is_unseen(*c) && self.found(*c, false).is_none())
            {
                let place = lacking.iter().position(|known| known.sign == sign);
                let place = place.unwrap_or_else(|| {
                    lacking.push(Lacking {
                        sign,
                        days: Vec::new(),
                        elsewhere: false,
                    });
                    lacking.len() - 1
                });
                let known = &mut lacking[place];
                match day {
                    None => known.elsewhere = true,
                    // The texts of a day follow each other.
                    Some(day) if known.days.last().is_none_or(|last| last != day) => known.days.push(day.to_owned()),
                    Some(_) => {}
                }
            }
        }
        lacking
    }

    /// The glyphs of a text, in its order. One word stands for symbols that no font has, one after the other.
    pub(super) fn glyphs(&self, text: &str, bold: bool) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        let mut was_lacking = false;
        for c in text.chars().filter(|c| !is_unseen(*c)) {
            let found = self.found(c, bold);
            if found.is_none() && !was_lacking {
                glyphs.extend(report::sign().chars().filter_map(|c| self.found(c, bold)));
            }
            was_lacking = found.is_none();
            glyphs.extend(found);
        }
        glyphs
    }

    /// How wide a text is, as a share of its size.
    pub(super) fn width(&self, text: &str, bold: bool) -> f64 {
        self.glyphs(text, bold).iter().map(|glyph| glyph.width).sum()
    }

    fn found(&self, c: char, bold: bool) -> Option<Glyph> {
        let c = plainer(c);
        let at = |place: usize| {
            let id = self.faces[place].glyph(c)?;
            Some(Glyph {
                font: place,
                id,
                width: f64::from(self.faces[place].width(id)) / f64::from(UNITS),
                stands_for: c,
                thicken: bold && place != BOLD,
            })
        };
        bold.then(|| at(BOLD)).flatten().or_else(|| at(PLAIN))
    }
}

const BOLD: usize = 0;
const PLAIN: usize = 1;

/// Spaces of every kind are drawn as one, and so are letters that only look different in how a computer counts them.
fn plainer(c: char) -> char {
    match c {
        '\t' | '\n' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2015}' => '—',
        '\u{212b}' => 'Å',
        '\u{3bc}' => '\u{b5}',
        _ => c,
    }
}

/// Characters that say how others are drawn, and are not drawn themselves.
fn is_unseen(c: char) -> bool {
    let marks =
        matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    marks || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e01ef}')
}
