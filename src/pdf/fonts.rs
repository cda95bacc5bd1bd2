//! The fonts of the file: which letters they have, and how wide each one is.

use std::collections::BTreeSet;

use ttf_parser::{GlyphId, RawFace, Tag, cmap, head, hhea, hmtx, maxp};

use crate::words::{Said, papers, report};

/// The fonts, from the one that is asked first.
pub struct Fonts<'a> {
    faces: Vec<Font<'a>>,
}

/// One font, with the letters of one script in one weight.
pub(super) struct Font<'a> {
    pub(super) data: &'a [u8],
    pub(super) head: head::Table,
    pub(super) hhea: hhea::Table,
    hmtx: hmtx::Table<'a>,
    cmap: cmap::Table<'a>,
    /// Whether its letters are bold by themselves.
    bold: bool,
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

/// Characters of a report that the fonts have not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lacking {
    /// Letters: without them words can't be read.
    pub letters: BTreeSet<char>,
    /// Anything else, such as an emoji.
    pub symbols: BTreeSet<char>,
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

impl<'a> Fonts<'a> {
    /// Reads the fonts: each is preceded by its length in bytes (4, the highest first); the first is the bold
    /// one of the second.
    ///
    /// # Errors
    /// [`FontError`].
    pub fn read(mut file: &'a [u8]) -> Result<Fonts<'a>, FontError> {
        let mut faces = Vec::new();
        while let Some((length, rest)) = file.split_first_chunk::<4>() {
            let length = u32::from_be_bytes(*length) as usize;
            let (data, rest) = rest.split_at_checked(length).ok_or(FontError::Unreadable)?;
            let font = Font::read(data, faces.is_empty()).ok_or(FontError::Unreadable)?;
            faces.push(font);
            file = rest;
        }
        if faces.len() < 2 || !file.is_empty() {
            return Err(FontError::Unreadable);
        }
        Ok(Fonts { faces })
    }

    pub(super) fn font(&self, place: usize) -> &Font<'a> {
        &self.faces[place]
    }

    /// What these texts have that the fonts have not.
    pub fn lacking<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Lacking {
        let mut lacking = Lacking::default();
        for c in texts.into_iter().flat_map(str::chars) {
            if is_unseen(c) || self.found(c, false).is_some() {
                continue;
            }
            let is_letter = c.is_alphabetic() || is_joined_to_a_letter(c);
            let list = if is_letter {
                &mut lacking.letters
            } else {
                &mut lacking.symbols
            };
            list.insert(c);
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
            let font = &self.faces[place];
            let id = font.glyph(c)?;
            Some(Glyph {
                font: place,
                id: id.0,
                width: font.width(id.0),
                stands_for: c,
                thicken: bold && !font.bold,
            })
        };
        let wanted = (0..self.faces.len()).filter(|place| self.faces[*place].bold == bold);
        wanted
            .chain((0..self.faces.len()).filter(|place| !self.faces[*place].bold))
            .find_map(at)
    }
}

impl<'a> Font<'a> {
    /// Reads the few tables that are needed: the reader of whole fonts knows outlines of other kinds and their numbers.
    fn read(data: &'a [u8], bold: bool) -> Option<Self> {
        let face = RawFace::parse(data, 0).ok()?;
        let table = |name| face.table(Tag::from_bytes(name));
        let hhea = hhea::Table::parse(table(b"hhea")?)?;
        let glyphs = maxp::Table::parse(table(b"maxp")?)?.number_of_glyphs;
        Some(Self {
            data,
            head: head::Table::parse(table(b"head")?)?,
            hmtx: hmtx::Table::parse(hhea.number_of_metrics, glyphs, table(b"hmtx")?)?,
            hhea,
            cmap: cmap::Table::parse(table(b"cmap")?)?,
            bold,
        })
    }

    fn glyph(&self, c: char) -> Option<GlyphId> {
        let lists = self.cmap.subtables.into_iter();
        lists
            .filter(cmap::Subtable::is_unicode)
            .find_map(|list| list.glyph_index(u32::from(c)))
    }

    /// The width of a glyph as a share of the size of the text.
    pub(super) fn width(&self, id: u16) -> f64 {
        let units = self.hmtx.advance(GlyphId(id)).unwrap_or_default();
        f64::from(units) / f64::from(self.head.units_per_em)
    }
}

/// Spaces of every kind are drawn as one, and so are letters that only look different in how a computer counts them.
fn plainer(c: char) -> char {
    match c {
        '\t' | '\n' | '\u{a0}' | '\u{2007}' | '\u{202f}' => ' ',
        '\u{2011}' => '-',
        '\u{3bc}' => '\u{b5}',
        _ => c,
    }
}

/// Characters that say how others are drawn, and are not drawn themselves.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Marks that belong to the letter before them.
fn is_joined_to_a_letter(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5c7 | 0x64b..=0x65f | 0x900..=0xdff)
}
