use std::path::Path;

use miniz_oxide::inflate::decompress_to_vec_zlib;
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::*;
use crate::pdf::letters;

const LETTERS: &[u8] = include_bytes!("../../../public/report-fonts.bin");
/// Of each weight, the files that it is made of: a letter is of the first that has it.
const PLAIN: [&str; 8] = [
    "latin-400",
    "latin-ext-400",
    "vietnamese-400",
    "greek-400",
    "cyrillic-400",
    "cyrillic-ext-400",
    "math-400",
    "symbols-400",
];
const BOLD: [&str; 1] = ["latin-700"];

fn bytes<const N: usize>(file: &[u8], at: usize) -> [u8; N] {
    file[at..at + N].try_into().unwrap()
}

fn number(file: &[u8], at: usize) -> usize {
    u32::from_be_bytes(bytes(file, at)) as usize
}

/// A font of the package, unpacked (WOFF 1); none where the packages of npm are not installed.
fn original(name: &str) -> Option<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/@fontsource/open-sans/files");
    let woff = std::fs::read(folder.join(format!("open-sans-{name}-normal.woff"))).ok()?;
    let mut tables = Vec::new();
    for at in (0..usize::from(u16::from_be_bytes(bytes(&woff, 12)))).map(|index| 44 + 20 * index) {
        let [offset, packed, length] = [4, 8, 12].map(|place| number(&woff, at + place));
        let content = &woff[offset..offset + packed];
        let whole = if packed < length {
            decompress_to_vec_zlib(content).unwrap()
        } else {
            content.to_vec()
        };
        tables.push((bytes::<4>(&woff, at), whole));
    }
    let tables: Vec<(&[u8; 4], Vec<u8>)> = tables.iter().map(|(name, table)| (name, table.clone())).collect();
    Some(file(&tables))
}

/// An outline as it is drawn: what each step is, and its numbers in thousandths.
#[derive(Default)]
struct Drawn {
    scale: f32,
    steps: Vec<(char, [f32; 4])>,
}

impl Drawn {
    fn of(face: &Face<'_>, id: GlyphId) -> Drawn {
        let mut drawn = Drawn {
            scale: 1000.0 / f32::from(face.units_per_em()),
            ..Drawn::default()
        };
        face.outline_glyph(id, &mut drawn);
        drawn
    }

    fn step(&mut self, kind: char, numbers: [f32; 4]) {
        self.steps.push((kind, numbers.map(|number| number * self.scale)));
    }
}

impl OutlineBuilder for Drawn {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('m', [x, y, 0.0, 0.0]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.step('l', [x, y, 0.0, 0.0]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('q', [x1, y1, x, y]);
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.step('c', [0.0; 4]);
    }
    fn close(&mut self) {
        self.step('z', [0.0; 4]);
    }
}

fn whole(font: &Font) -> Vec<u8> {
    let all = 0..u16::try_from(font.count()).unwrap();
    written(font, &all.map(|id| (id, 'a')).collect())
}

#[test]
fn every_letter_is_drawn_as_in_the_font_that_it_comes_from() {
    let fonts = letters::read(LETTERS).unwrap();
    for (font, names) in fonts.iter().zip([&BOLD[..], &PLAIN]) {
        let made = whole(font);
        let made = Face::parse(&made, 0).unwrap();
        let mut seen = 0;
        let originals: Vec<Vec<u8>> = names.iter().filter_map(|name| original(name)).collect();
        let originals: Vec<Face<'_>> = originals.iter().map(|font| Face::parse(font, 0).unwrap()).collect();
        for letter in '\u{20}'..'\u{ffff}' {
            let Some(id) = font.glyph(letter) else { continue };
            let found = originals
                .iter()
                .find_map(|face| Some((face, face.glyph_index(letter)?)));
            let Some((face, original)) = found else { continue };
            seen += 1;
            let (was, is) = (Drawn::of(face, original), Drawn::of(&made, GlyphId(id)));
            assert_eq!(was.steps.len(), is.steps.len(), "{letter}");
            for (was, is) in was.steps.iter().zip(&is.steps) {
                let far = was.1.iter().zip(is.1).map(|(was, is)| (was - is).abs());
                // Numbers are rounded, a part and where it is moved to apart.
                assert!(
                    was.0 == is.0 && far.fold(0.0, f32::max) <= 1.1,
                    "{letter}: {was:?} {is:?}"
                );
            }
            let width = f32::from(face.glyph_hor_advance(original).unwrap()) * 1000.0 / f32::from(face.units_per_em());
            assert!(
                (width - f32::from(made.glyph_hor_advance(GlyphId(id)).unwrap())).abs() <= 0.5,
                "{letter}"
            );
        }
        assert!(originals.is_empty() || seen > 150, "{seen}");
    }
}

#[test]
fn what_is_written_is_read_as_it_was_meant_and_holds_nothing_else() {
    let [bold, plain] = letters::read(LETTERS).unwrap();
    for font in [&bold, &plain] {
        let whole = whole(font);
        let face = Face::parse(&whole, 0).unwrap();
        assert_eq!(sum(&whole), SUM);
        assert_eq!(usize::from(face.number_of_glyphs()), font.count());
        for letter in "aéßµ".chars() {
            let id = font.glyph(letter).unwrap();
            let few = written(font, &[(id, letter)].into());
            let face = Face::parse(&few, 0).unwrap();
            for other in 0..face.number_of_glyphs() {
                assert_eq!(face.glyph_bounding_box(GlyphId(other)).is_some(), other == id);
            }
            let [left, low, right, high] = edges(&font.contours(usize::from(id)));
            let seen = face.glyph_bounding_box(GlyphId(id)).unwrap();
            assert_eq!(
                [left, low, right, high],
                [seen.x_min, seen.y_min, seen.x_max, seen.y_max].map(i32::from)
            );
        }
    }
}

// A file that did not arrive whole is refused wherever it is cut or damaged, or read: nothing panics.
#[test]
fn a_damaged_file_is_refused_or_read() {
    for cut in (0..LETTERS.len()).step_by(397) {
        assert!(letters::read(&LETTERS[..cut]).is_none(), "{cut}");
        let mut damaged = LETTERS.to_vec();
        damaged[cut] ^= 0xa5;
        if let Some([_, plain]) = letters::read(&damaged) {
            _ = whole(&plain);
        }
    }
    assert!(letters::read(&[LETTERS, b" "].concat()).is_none());
}
