//! JSON as far as the diary needs it: what a backup and the stores hold.
//!
//! Reading goes by hand over unread pieces of text: what is not known can so be kept letter by letter, every problem can
//! be collected with its place, and nothing but whole numbers is ever read as a number. `serde_json` reads anything into
//! anything, and takes its ways of reading and writing fractions with it even where nobody asks for one: with the
//! messages that nobody sees, a twentieth of what a phone fetches before the first page. That both take the same texts
//! for JSON and read the same out of them is tested (`json/tests.rs`).

pub use scan::JsonError;
use scan::Scan;
pub use write::Json;

use crate::diary::Unknown;

mod scan;
mod write;

/// The most fields that an object may have.
const MAX_FIELDS: usize = 10_000;

/// One value of a JSON text, checked and not read, without the space around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raw<'a>(&'a str);

impl<'a> Raw<'a> {
    /// The value as it stands in the text.
    pub fn get(self) -> &'a str {
        self.0
    }
}

/// What can be read out of a piece.
pub trait FromRaw<'a>: Sized {
    /// The value, if the piece is of this type.
    fn from_raw(raw: Raw<'a>) -> Option<Self>;
}

/// Reads a piece as a value of the wanted type.
pub fn get<'a, T: FromRaw<'a>>(raw: Raw<'a>) -> Option<T> {
    T::from_raw(raw)
}

/// Reads a text as a value of the wanted type; `None` where it is none, or no JSON.
pub fn read<'a, T: FromRaw<'a>>(text: &'a str) -> Option<T> {
    parse(text).ok().and_then(get)
}

/// The one value that a text holds.
///
/// # Errors
/// [`JsonError`], where the text is no JSON.
pub fn parse(text: &str) -> Result<Raw<'_>, JsonError> {
    let mut scan = Scan::new(text);
    let raw = scan.piece()?;
    scan.end()?;
    Ok(raw)
}

/// The fields of the one object that a text is.
///
/// # Errors
/// [`JsonError`], where the text is no JSON, no object, or has more fields than anything of ours.
pub fn fields(text: &str) -> Result<Fields<'_>, JsonError> {
    let mut scan = Scan::new(text);
    let mut fields = Fields::default();
    scan.expect(b'{')?;
    if !scan.takes(b'}') {
        loop {
            let name = scan.name()?;
            let value = scan.piece()?;
            fields.put(get(name).ok_or_else(|| scan.broken())?, value);
            if fields.all.len() > MAX_FIELDS {
                return Err(scan.broken());
            }
            if scan.takes(b'}') {
                break;
            }
            scan.expect(b',')?;
        }
    }
    scan.end()?;
    Ok(fields)
}

/// The fields of an object while it is being read: what is taken out is known, what is left is not.
/// A list in the order of the names, which is less code than a map.
#[derive(Debug, Default)]
pub struct Fields<'a> {
    all: Vec<(String, Raw<'a>)>,
    twice: Option<String>,
}

impl<'a> Fields<'a> {
    /// Takes a field out; one that is null counts as absent.
    pub fn take(&mut self, name: &str) -> Option<Raw<'a>> {
        self.take_even_null(name).filter(|value| value.get() != "null")
    }

    /// Takes a field out, where null says something.
    pub fn take_even_null(&mut self, name: &str) -> Option<Raw<'a>> {
        Some(self.all.remove(self.place(name).ok()?).1)
    }

    /// A field that stays where it is.
    pub fn peek(&self, name: &str) -> Option<Raw<'a>> {
        Some(self.all[self.place(name).ok()?].1)
    }

    /// The name of a field that the object has twice, of which the later one is here.
    pub fn twice(&self) -> Option<&str> {
        self.twice.as_deref()
    }

    /// Puts a field in, in place of an earlier one of its name.
    fn put(&mut self, name: String, value: Raw<'a>) {
        match self.place(&name) {
            Ok(place) => {
                self.all[place].1 = value;
                self.twice = Some(name);
            }
            Err(place) => self.all.insert(place, (name, value)),
        }
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.all.binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    /// What is left.
    pub fn rest(self) -> Unknown {
        self.all
            .into_iter()
            .map(|(name, value)| (name, without_layout(value)))
            .collect()
    }

    /// All fields that are left, in the order of their names.
    pub fn all(self) -> impl Iterator<Item = (String, Raw<'a>)> {
        self.all.into_iter()
    }

    /// All of them that are not null.
    pub fn given(self) -> impl Iterator<Item = (String, Raw<'a>)> {
        self.all().filter(|(_, value)| value.get() != "null")
    }
}

impl<'a> FromRaw<'a> for Fields<'a> {
    fn from_raw(raw: Raw<'a>) -> Option<Self> {
        fields(raw.0).ok()
    }
}

/// The entries of a list, up to one more than `MAX`, so that a longer list is seen to be too long and is not held.
#[derive(Debug)]
pub struct Entries<'a, const MAX: usize>(pub Vec<Raw<'a>>);

impl<'a, const MAX: usize> FromRaw<'a> for Entries<'a, MAX> {
    fn from_raw(raw: Raw<'a>) -> Option<Self> {
        entries(raw, MAX).map(Self)
    }
}

/// The entries of a list, up to one more than `max`.
fn entries(raw: Raw<'_>, max: usize) -> Option<Vec<Raw<'_>>> {
    let mut scan = Scan::new(raw.0);
    let mut entries = Vec::new();
    scan.expect(b'[').ok()?;
    if scan.takes(b']') {
        return Some(entries);
    }
    loop {
        let entry = scan.piece().ok()?;
        if entries.len() <= max {
            entries.push(entry);
        }
        if scan.takes(b']') {
            return Some(entries);
        }
        scan.expect(b',').ok()?;
    }
}

impl FromRaw<'_> for bool {
    fn from_raw(raw: Raw) -> Option<Self> {
        match raw.0 {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }
}

impl FromRaw<'_> for String {
    /// A text; one with half a surrogate pair is none.
    fn from_raw(raw: Raw) -> Option<Self> {
        let mut rest = raw.0.strip_prefix('"')?.strip_suffix('"')?;
        let mut text = String::with_capacity(rest.len());
        while let Some(place) = rest.find('\\') {
            text.push_str(&rest[..place]);
            rest = escaped(&rest[place + 1..], &mut text)?;
        }
        text.push_str(rest);
        Some(text)
    }
}

/// Reads what stands after a backslash, and gives what comes after that.
fn escaped<'a>(rest: &'a str, text: &mut String) -> Option<&'a str> {
    let (kind, rest) = rest.split_at_checked(1)?;
    text.push(match kind {
        "b" => '\u{8}',
        "f" => '\u{c}',
        "n" => '\n',
        "r" => '\r',
        "t" => '\t',
        "u" => {
            let (unit, rest) = unit(rest)?;
            if let Some(c) = char::from_u32(unit) {
                text.push(c);
                return Some(rest);
            }
            // Half of a pair; the other half must follow.
            let (low, rest) = unit_after_backslash(rest)?;
            let pair = [u16::try_from(unit).ok()?, u16::try_from(low).ok()?];
            text.push(char::decode_utf16(pair).next()?.ok()?);
            return Some(rest);
        }
        other => other.chars().next()?,
    });
    Some(rest)
}

/// Four hexadecimal digits as a number.
fn unit(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    Some((u32::from_str_radix(digits, 16).ok()?, rest))
}

fn unit_after_backslash(text: &str) -> Option<(u32, &str)> {
    unit(text.strip_prefix("\\u")?)
}

/// Reads a whole number; `55.0` and `5.5e1` are one. By its digits: no number here needs more, and reading fractions is
/// much code for the phone.
pub fn whole(raw: Raw) -> Option<i64> {
    let text = raw.get();
    let plain = text.parse().ok();
    plain.or_else(|| {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i32 = exponent.parse().ok()?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let fraction = fraction.trim_end_matches('0');
        let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
        if digits == 0 {
            return Some(0);
        }
        let zeros = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        let scale = 10_i64.checked_pow(zeros.unsigned_abs())?;
        if zeros < 0 {
            (digits % scale == 0).then_some(digits / scale)
        } else {
            digits.checked_mul(scale)
        }
        .filter(|number| number.unsigned_abs() < 1_000_000_000_000_000)
    })
}

/// Whether a piece is a whole number that is more than any number of ours can be.
pub fn is_huge(raw: Raw) -> bool {
    raw.get().bytes().all(|byte| byte.is_ascii_digit()) && whole(raw).is_none()
}

/// The piece without the white space around its parts.
pub fn without_layout(raw: Raw) -> String {
    let (mut in_text, mut escaped) = (false, false);
    raw.get()
        .chars()
        .filter(|&c| {
            let kept = in_text || !matches!(c, ' ' | '\n' | '\r' | '\t');
            in_text = if in_text { c != '"' || escaped } else { c == '"' };
            escaped = in_text && c == '\\' && !escaped;
            kept
        })
        .collect()
}

/// Whether lists and objects lie within each other more than `limit` times.
pub fn is_deeper_than(limit: usize, text: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    text.bytes().any(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > limit
    })
}

#[cfg(test)]
mod tests;
