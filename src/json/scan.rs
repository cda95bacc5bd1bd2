//! Where each piece of a JSON text begins and ends, and whether it is JSON at all (RFC 8259).

use thiserror::Error;

use super::Raw;

/// Why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum JsonError {
    /// It ends too early.
    #[error("its end is missing")]
    Unfinished,
    /// It is broken on this line; the first is 1.
    #[error("it is broken on line {0}")]
    Broken(usize),
}

type Outcome<T = ()> = Result<T, JsonError>;

/// A text that is being read, and how far.
pub(super) struct Scan<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, place: 0 }
    }

    /// The next value, unread.
    pub(super) fn piece(&mut self) -> Outcome<Raw<'a>> {
        self.skip_space();
        let start = self.place;
        self.value()?;
        Ok(Raw(&self.text[start..self.place]))
    }

    /// The name of a field, and the colon after it.
    pub(super) fn name(&mut self) -> Outcome<Raw<'a>> {
        self.skip_space();
        let start = self.place;
        self.string()?;
        let name = Raw(&self.text[start..self.place]);
        self.expect(b':')?;
        Ok(name)
    }

    /// Whether the next character is this one; it is passed then.
    pub(super) fn takes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let there = self.peek() == Some(byte);
        self.place += usize::from(there);
        there
    }

    /// Passes the next character, which must be this one.
    pub(super) fn expect(&mut self, byte: u8) -> Outcome {
        if self.takes(byte) { Ok(()) } else { Err(self.wrong()) }
    }

    /// Makes sure that nothing comes after.
    pub(super) fn end(&mut self) -> Outcome {
        self.skip_space();
        if self.peek().is_none() {
            Ok(())
        } else {
            Err(self.broken())
        }
    }

    /// What is wrong here is wrong on this line.
    pub(super) fn broken(&self) -> JsonError {
        let before = self.text.bytes().take(self.place);
        JsonError::Broken(1 + before.filter(|&byte| byte == b'\n').count())
    }

    fn wrong(&self) -> JsonError {
        if self.place < self.text.len() {
            self.broken()
        } else {
            JsonError::Unfinished
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.place += 1;
        }
    }

    /// Passes one value. It holds in a list what is still open, so that no nesting is too deep for it.
    fn value(&mut self) -> Outcome {
        let mut open = Vec::new();
        loop {
            self.skip_space();
            let close = match self.peek() {
                Some(b'{') => b'}',
                Some(b'[') => b']',
                _ => 0,
            };
            if close == 0 {
                self.plain()?;
            } else {
                self.place += 1;
                if !self.takes(close) {
                    open.push(close);
                    self.name_in(close)?;
                    continue;
                }
            }
            // A value has ended, and perhaps what it is the last one of.
            while open.last().is_some_and(|&close| self.takes(close)) {
                open.pop();
            }
            let Some(&close) = open.last() else {
                return Ok(());
            };
            self.expect(b',')?;
            self.name_in(close)?;
        }
    }

    /// In an object a value has a name.
    fn name_in(&mut self, close: u8) -> Outcome {
        if close == b'}' {
            self.name()?;
        }
        Ok(())
    }

    fn plain(&mut self) -> Outcome {
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'n') => self.word("null"),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str) -> Outcome {
        word.bytes().try_for_each(|byte| self.one(|next| next == byte))
    }

    fn number(&mut self) -> Outcome {
        self.place += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.place += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.place += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.place += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.place += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    /// One digit or more.
    fn digits(&mut self) -> Outcome {
        self.one(|byte| byte.is_ascii_digit())?;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.place += 1;
        }
        Ok(())
    }

    fn string(&mut self) -> Outcome {
        self.one(|byte| byte == b'"')?;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.place += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.place += 1;
                    self.escape()?;
                }
                _ => self.one(|byte| byte >= b' ')?,
            }
        }
    }

    /// What stands after a backslash.
    fn escape(&mut self) -> Outcome {
        if self.peek() == Some(b'u') {
            self.place += 1;
            (0..4).try_for_each(|_| self.one(|byte| byte.is_ascii_hexdigit()))
        } else {
            self.one(|byte| b"\"\\/bfnrt".contains(&byte))
        }
    }

    /// Passes one byte that is right.
    fn one(&mut self, is_right: impl Fn(u8) -> bool) -> Outcome {
        if self.peek().is_some_and(is_right) {
            self.place += 1;
            Ok(())
        } else {
            Err(self.wrong())
        }
    }
}
