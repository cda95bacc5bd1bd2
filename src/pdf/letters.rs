//! The file of the letters: two fonts, whose numbers stand apart by their kind, as `scripts/fonts.mjs` writes them.

/// Into how many units the size of the letters is divided.
pub(super) const UNITS: i32 = 1000;
/// The most points of a glyph that are believed: a damaged file can say anything.
const MOST: i32 = 10_000;

/// One font, with the letters of all scripts in one weight.
pub(super) struct Font {
    /// The letters in their order: the glyph of each has its place here plus 1.
    letters: Vec<u32>,
    glyphs: Vec<Glyph>,
    /// How far letters reach above and below their line.
    pub(super) reach: [i32; 2],
    /// The lowest and the highest number of x, then of y.
    pub(super) edges: [i32; 4],
}

/// What is drawn for a letter: lines around it, or other glyphs.
struct Glyph {
    width: i32,
    contours: Vec<Vec<Point>>,
    parts: Vec<Part>,
}

/// A corner of an outline, or what its curve bends to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) on: bool,
}

/// Another glyph, moved.
struct Part {
    glyph: usize,
    x: i32,
    y: i32,
}

impl Font {
    pub(super) fn glyph(&self, c: char) -> Option<u16> {
        let place = self.letters.binary_search(&u32::from(c)).ok()?;
        u16::try_from(place + 1).ok()
    }

    /// How many glyphs there are, with the one that stands for none.
    pub(super) fn count(&self) -> usize {
        self.glyphs.len()
    }

    /// The width of a glyph.
    pub(super) fn width(&self, id: u16) -> i32 {
        self.glyphs.get(usize::from(id)).map_or(0, |glyph| glyph.width)
    }

    /// The lines around a glyph.
    pub(super) fn contours(&self, id: usize) -> Vec<Vec<Point>> {
        let Some(glyph) = self.glyphs.get(id) else {
            return Vec::new();
        };
        let mut contours = glyph.contours.clone();
        for part in &glyph.parts {
            for contour in &self.glyphs[part.glyph].contours {
                let mut moved = contour.clone();
                for point in &mut moved {
                    point.x += part.x;
                    point.y += part.y;
                }
                contours.push(moved);
            }
        }
        contours
    }
}

/// Reads the fonts, the bold one first; none where the file is not whole, or not ours.
pub(super) fn read(file: &[u8]) -> Option<[Font; 2]> {
    let mut lengths = Stream(file);
    let mut rest = file.get(4 * STREAMS..)?;
    let mut streams = [Stream(&[]); STREAMS];
    for stream in &mut streams {
        let (now, later) = rest.split_at_checked(lengths.length()?)?;
        (*stream, rest) = (Stream(now), later);
    }
    let [facts, letters, widths, shapes, counts, parts, moves, steps, bits] = streams;
    let mut from = Streams {
        facts,
        letters,
        widths,
        shapes,
        counts,
        parts,
        moves,
        steps,
        bits,
    };
    let fonts = [from.font()?, from.font()?];
    (rest.is_empty() && from.is_read()).then_some(fonts)
}

const STREAMS: usize = 9;

/// What of a file has not been read yet, by its kind.
struct Streams<'a> {
    /// How many letters and glyphs there are, how far they reach.
    facts: Stream<'a>,
    /// The letters, each as its distance from the one before.
    letters: Stream<'a>,
    widths: Stream<'a>,
    /// How many lines are around a glyph, or of how many others it is made.
    shapes: Stream<'a>,
    /// How many points a line has.
    counts: Stream<'a>,
    parts: Stream<'a>,
    /// Where parts are moved to.
    moves: Stream<'a>,
    /// Of which kind the step to a point is.
    steps: Stream<'a>,
    /// How far it goes.
    bits: Stream<'a>,
}

impl Streams<'_> {
    fn is_read(&self) -> bool {
        let all = [
            &self.facts,
            &self.letters,
            &self.widths,
            &self.shapes,
            &self.counts,
            &self.parts,
            &self.moves,
            &self.steps,
            &self.bits,
        ];
        all.iter().all(|stream| stream.0.is_empty())
    }

    fn font(&mut self) -> Option<Font> {
        let (many, count) = (self.facts.number()?, self.facts.number()?);
        let mut facts = [0; 6];
        for fact in &mut facts {
            *fact = self.facts.signed()?;
        }
        let [above, below, left, right, low, high] = facts;
        let (mut letters, mut last) = (Vec::new(), 0);
        for _ in 0..many {
            last += u32::try_from(self.letters.number()?).ok()?;
            letters.push((last <= u32::from(char::MAX)).then_some(last)?);
        }
        let mut glyphs = Vec::new();
        for _ in 0..count {
            glyphs.push(self.shape(usize::try_from(count).ok()?)?);
        }
        (many < count).then_some(Font {
            letters,
            glyphs,
            reach: [above, below],
            edges: [left, right, low, high],
        })
    }

    fn shape(&mut self, count: usize) -> Option<Glyph> {
        let width = self.widths.number()?;
        let shape = self.shapes.byte()?;
        let (mut contours, mut parts) = (Vec::new(), Vec::new());
        if shape >= 0x80 {
            for _ in 0x80..shape {
                let glyph = usize::try_from(self.parts.number()?).ok()?;
                let (x, y) = (self.moves.signed()?, self.moves.signed()?);
                parts.push((glyph < count).then_some(Part { glyph, x, y })?);
            }
        } else {
            let (mut x, mut y) = (0, 0);
            for _ in 0..shape {
                let mut points = Vec::new();
                for _ in 0..self.counts.number().filter(|many| *many <= MOST)? {
                    let (dx, dy, on) = self.step()?;
                    (x, y) = (x + dx, y + dy);
                    points.push(Point { x, y, on });
                }
                contours.push(points);
            }
        }
        Some(Glyph { width, contours, parts })
    }

    /// The way to the next point, and whether that is a corner, as WOFF 2 has it (5.2).
    fn step(&mut self) -> Option<(i32, i32, bool)> {
        let byte = self.steps.byte()?;
        let mut bits = || self.bits.byte().map(i32::from);
        let kind = i32::from(byte & 0x7f);
        let (right, up) = (kind & 1 != 0, kind & 2 != 0);
        let (x, y) = match kind {
            0..10 => return Some((0, either(right, ((kind & 0xe) << 7) + bits()?), byte < 0x80)),
            10..20 => ((((kind - 10) & 0xe) << 7) + bits()?, 0),
            20..84 => {
                let (kind, far) = (kind - 20, bits()?);
                (1 + (kind & 0x30) + (far >> 4), 1 + ((kind & 0xc) << 2) + (far & 15))
            }
            84..120 => {
                let kind = kind - 84;
                let x = 1 + ((kind / 12) << 8) + bits()?;
                (x, 1 + (((kind % 12) >> 2) << 8) + bits()?)
            }
            _ => {
                let (high, both, low) = (bits()?, bits()?, bits()?);
                ((high << 4) + (both >> 4), ((both & 15) << 8) + low)
            }
        };
        Some((either(right, x), either(up, y), byte < 0x80))
    }
}

fn either(is_positive: bool, value: i32) -> i32 {
    if is_positive { value } else { -value }
}

/// Bytes that are read one after the other.
#[derive(Clone, Copy)]
struct Stream<'a>(&'a [u8]);

impl Stream<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A length in four bytes, the highest first.
    fn length(&mut self) -> Option<usize> {
        let (first, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*first) as usize)
    }

    /// A number from 0, of at most three bytes: seven bits each, the last one without its highest bit.
    fn number(&mut self) -> Option<i32> {
        let mut number = 0;
        for _ in 0..3 {
            let byte = i32::from(self.byte()?);
            number = (number << 7) | (byte & 0x7f);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number with its sign in the lowest bit.
    fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        Some(if number & 1 == 0 { number / 2 } else { -(number + 1) / 2 })
    }
}
