//! Text broken into lines of a given width.

use super::fonts::Fonts;

/// A piece of text in one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) bold: bool,
}

impl Piece {
    pub(super) fn new(text: impl Into<String>, bold: bool) -> Piece {
        Piece {
            text: text.into(),
            bold,
        }
    }
}

/// One line: pieces one after the other.
pub(super) type Line = Vec<Piece>;

/// Breaks pieces into lines that are at most `width` wide, both as shares of the size of the text. A word that is wider
/// by itself is broken where it must be; a line break in the text is kept.
pub(super) fn lines(fonts: &Fonts, pieces: &[Piece], width: f64) -> Vec<Line> {
    let mut broken = Breaker {
        fonts,
        width,
        lines: vec![Line::new()],
        used: 0.0,
    };
    for piece in pieces {
        for (index, paragraph) in piece.text.split('\n').enumerate() {
            if index > 0 {
                broken.begin_line();
            }
            for word in paragraph.split_inclusive(' ') {
                broken.word(word, piece.bold);
            }
        }
    }
    broken.lines
}

struct Breaker<'a> {
    fonts: &'a Fonts,
    width: f64,
    lines: Vec<Line>,
    used: f64,
}

impl Breaker<'_> {
    fn begin_line(&mut self) {
        self.lines.push(Line::new());
        self.used = 0.0;
    }

    /// A word with the space after it, which may hang over the edge.
    fn word(&mut self, word: &str, bold: bool) {
        let seen = self.fonts.width(word.trim_end_matches(' '), bold);
        if self.used > 0.0 && self.used + seen > self.width {
            self.begin_line();
        }
        if seen > self.width {
            for c in word.chars() {
                let c = c.to_string();
                let wide = self.fonts.width(&c, bold);
                if self.used > 0.0 && self.used + wide > self.width {
                    self.begin_line();
                }
                self.put(&c, wide, bold);
            }
        } else {
            self.put(word, self.fonts.width(word, bold), bold);
        }
    }

    fn put(&mut self, text: &str, width: f64, bold: bool) {
        self.used += width;
        let Some(line) = self.lines.last_mut() else { return };
        match line.last_mut() {
            Some(piece) if piece.bold == bold => piece.text.push_str(text),
            _ => line.push(Piece::new(text, bold)),
        }
    }
}
