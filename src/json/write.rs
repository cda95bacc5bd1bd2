//! JSON as it is written.

use std::fmt;

/// JSON to be written, with its fields in the order in which they are given.
#[derive(Debug, Clone)]
pub enum Json {
    /// JSON text as it is: a number, a word, or what was never read.
    Raw(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: &str) -> Json {
        Json::Raw(quoted(text))
    }

    /// A value that shows itself as JSON does: a number, `true` or `false`; or null.
    pub fn plain(value: Option<impl fmt::Display>) -> Json {
        Json::Raw(value.map_or_else(|| "null".to_owned(), |value| value.to_string()))
    }

    /// A text, or null.
    pub fn text_or_null(text: Option<&str>) -> Json {
        text.map_or_else(|| Json::plain(None::<u8>), Json::text)
    }

    /// A list of texts.
    pub fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> Json {
        Json::List(texts.map(Json::text).collect())
    }

    /// On one line without spaces.
    pub fn compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None);
        out
    }

    /// On lines, each level two spaces further in.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(0));
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, level: Option<usize>) {
        let inside = level.map(|level| level + 1);
        match self {
            Json::Raw(text) => out.push_str(text),
            Json::List(entries) if entries.is_empty() => out.push_str("[]"),
            Json::Object(fields) if fields.is_empty() => out.push_str("{}"),
            Json::List(entries) => {
                for (index, entry) in entries.iter().enumerate() {
                    out.push(if index == 0 { '[' } else { ',' });
                    new_line(out, inside);
                    entry.write(out, inside);
                }
                new_line(out, level);
                out.push(']');
            }
            Json::Object(fields) => {
                for (index, (name, value)) in fields.iter().enumerate() {
                    out.push(if index == 0 { '{' } else { ',' });
                    new_line(out, inside);
                    out.push_str(&quoted(name));
                    out.push_str(if level.is_some() { ": " } else { ":" });
                    value.write(out, inside);
                }
                new_line(out, level);
                out.push('}');
            }
        }
    }
}

fn new_line(out: &mut String, level: Option<usize>) {
    if let Some(level) = level {
        out.push('\n');
        for _ in 0..level {
            out.push_str("  ");
        }
    }
}

pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let digit = |n| char::from_digit(n, 16).unwrap_or_default();
                let code = u32::from(c);
                out.push_str("\\u00");
                out.extend([digit(code / 16), digit(code % 16)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
