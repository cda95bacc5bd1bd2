//! Bytes of a file → text, strictly (I5): no letter is ever replaced by a sign for "unreadable".

use std::borrow::Cow;
use std::fmt;

use super::other_file::{self, OtherFile};

/// Why bytes are no text. The lines count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecodeError {
    /// Not text at all, but this.
    OtherKind(OtherFile),
    /// From this line on in the encoding of older Windows programs: another program has saved it.
    Windows1252(usize),
    /// Neither UTF-8 nor anything that is recognised, from this line on.
    NotUtf8(usize),
    /// UTF-16, without the mark that says which of the two kinds.
    NoMark,
    /// UTF-16 that is broken on this line.
    NotUtf16(usize),
    /// UTF-32, which nothing of ours is.
    Utf32,
    /// It stops in the middle of a letter.
    Truncated,
}

/// The text of UTF-8, with or without its mark, or of UTF-16 with its mark; the mark is taken off.
///
/// # Errors
/// [`DecodeError`] for anything else: what it is, and where.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, DecodeError> {
    if let Some(kind) = other_file::of_bytes(bytes) {
        return Err(DecodeError::OtherKind(kind));
    }
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Err(DecodeError::Utf32),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest).map(Cow::Borrowed),
        [0, 1..=0x7f, 0, 1..=0x7f, ..] | [1..=0x7f, 0, 1..=0x7f, 0, ..] => Err(DecodeError::NoMark),
        _ => utf8(bytes).map(Cow::Borrowed),
    }
}

/// How the letters of a table were written down. Which it is must be said, and rows shown, before the table is taken: a
/// text that fits more than one is a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, with its mark or, of a table, without.
    Utf16,
    /// The encoding of older Windows programs, which has no mark.
    Windows1252,
    /// The encoding of older programs for the Macintosh, which has no mark.
    MacRoman,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Encoding; 4] = [Self::Utf8, Self::Utf16, Self::Windows1252, Self::MacRoman];
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::MacRoman => "MacRoman",
        })
    }
}

/// The text of a table: as [`text`], and also of UTF-16 without its mark, and of Windows-1252 and `MacRoman`, in which older
/// spreadsheets write. Of these two it is the one in which more of the letters stand where letters stand.
///
/// # Errors
/// [`DecodeError`] for anything else.
pub fn table(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), DecodeError> {
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let encoding = if is_utf16 { Encoding::Utf16 } else { Encoding::Utf8 };
    if let Some(unit) = unmarked_utf16(bytes) {
        return utf16(bytes, unit).map(|text| (Cow::Owned(text), Encoding::Utf16));
    }
    match text(bytes) {
        Err(error @ (DecodeError::Windows1252(_) | DecodeError::NotUtf8(_))) => {
            let encoding = eight_bit(bytes).ok_or(error)?;
            let letter = letters_of(encoding);
            Ok((Cow::Owned(bytes.iter().map(|byte| letter(*byte)).collect()), encoding))
        }
        read => read.map(|text| (text, encoding)),
    }
}

/// How much of a file is looked at for the zeros of UTF-16.
const BEGINNING: usize = 2_000;

/// How two bytes become a unit of UTF-16, where a file without a mark seems to be that: every other byte is nearly always 0,
/// and nearly none of those between.
fn unmarked_utf16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let is_marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if is_marked || other_file::of_bytes(bytes).is_some() {
        return None;
    }
    let (mut pairs, mut first, mut second) = (0, 0, 0);
    for pair in bytes[..bytes.len().min(BEGINNING)].chunks_exact(2) {
        pairs += 1;
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    if pairs < 2 {
        None
    } else if second * 10 > pairs * 7 && first * 20 <= pairs {
        Some(u16::from_le_bytes)
    } else if first * 10 > pairs * 7 && second * 20 <= pairs {
        Some(u16::from_be_bytes)
    } else {
        None
    }
}

fn letters_of(encoding: Encoding) -> fn(u8) -> char {
    match encoding {
        Encoding::MacRoman => mac_roman,
        _ => windows_1252,
    }
}

/// Which of the two encodings of a byte a letter it is; none where the bytes are no text in either.
fn eight_bit(bytes: &[u8]) -> Option<Encoding> {
    let is_mixed = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    if is_mixed || bytes.iter().any(|byte| is_control(*byte)) {
        return None;
    }
    let mac = likeness(bytes, mac_roman);
    if !is_windows_1252(bytes) {
        return (mac > 0).then_some(Encoding::MacRoman);
    }
    let is_mac = mac > likeness(bytes, windows_1252);
    Some(if is_mac {
        Encoding::MacRoman
    } else {
        Encoding::Windows1252
    })
}

/// How much a text is like one that people write, where a byte is this letter: small letters with marks beside letters speak
/// for it, great ones within a word and signs between two letters against it.
fn likeness(bytes: &[u8], letter: fn(u8) -> char) -> i64 {
    const SMALL: &str = "äöüßéèêëàáâãåæçñòóôõøìíîïùúûýœ";
    const QUOTES: &str = "‘’“”‚„–—…";
    let mut sum = 0;
    for (place, byte) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        let before = place.checked_sub(1).map_or(b' ', |place| bytes[place]);
        let after = bytes.get(place + 1).copied().unwrap_or(b' ');
        let (left, right) = (before.is_ascii_alphabetic(), after.is_ascii_alphabetic());
        let c = letter(*byte);
        sum += if SMALL.contains(c) {
            if left || right { 2 } else { 0 }
        } else if QUOTES.contains(c) {
            0
        } else if c.is_uppercase() {
            if before.is_ascii_lowercase() {
                -2
            } else {
                i64::from(right)
            }
        } else if left && right {
            -2
        } else if c.is_alphabetic() {
            -1
        } else {
            0
        };
    }
    sum
}

/// The letter of a byte in `MacRoman`.
fn mac_roman(byte: u8) -> char {
    const LETTERS: [char; 128] = [
        'Ä', 'Å', 'Ç', 'É', 'Ñ', 'Ö', 'Ü', 'á', 'à', 'â', 'ä', 'ã', 'å', 'ç', 'é', 'è', 'ê', 'ë', 'í', 'ì', 'î', 'ï',
        'ñ', 'ó', 'ò', 'ô', 'ö', 'õ', 'ú', 'ù', 'û', 'ü', '†', '°', '¢', '£', '§', '•', '¶', 'ß', '®', '©', '™', '´',
        '¨', '≠', 'Æ', 'Ø', '∞', '±', '≤', '≥', '¥', 'µ', '∂', '∑', '∏', 'π', '∫', 'ª', 'º', 'Ω', 'æ', 'ø', '¿', '¡',
        '¬', '√', 'ƒ', '≈', '∆', '«', '»', '…', '\u{a0}', 'À', 'Ã', 'Õ', 'Œ', 'œ', '–', '—', '“', '”', '‘', '’', '÷',
        '◊', 'ÿ', 'Ÿ', '⁄', '€', '‹', '›', 'ﬁ', 'ﬂ', '‡', '·', '‚', '„', '‰', 'Â', 'Ê', 'Á', 'Ë', 'È', 'Í', 'Î', 'Ï',
        'Ì', 'Ó', 'Ô', '\u{f8ff}', 'Ò', 'Ú', 'Û', 'Ù', 'ı', 'ˆ', '˜', '¯', '˘', '˙', '˚', '¸', '˝', '˛', 'ˇ',
    ];
    let place = usize::from(byte).wrapping_sub(0x80);
    LETTERS.get(place).copied().unwrap_or(char::from(byte))
}

/// The letter of a byte; what is not from 0x80 to 0x9F is the same in Unicode.
fn windows_1252(byte: u8) -> char {
    const LETTERS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let place = usize::from(byte).wrapping_sub(0x80);
    LETTERS.get(place).copied().unwrap_or(char::from(byte))
}

fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let line = line_of(&bytes[..error.valid_up_to()]);
        match error.error_len() {
            None if !is_windows_1252(bytes) => DecodeError::Truncated,
            _ if is_windows_1252(bytes) => DecodeError::Windows1252(line),
            _ => DecodeError::NotUtf8(line),
        }
    })
}

/// Whether a text can be in Windows-1252: no byte that it leaves free, and nothing that is a letter in UTF-8, which would
/// be two signs there that hardly ever meet.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let is_free = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    !bytes.iter().any(|byte| is_control(*byte) || is_free(byte))
        && bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii())
}

/// Whether a byte is a control that no text has.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b..=0x0c | 0x0e..=0x1f)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(DecodeError::Truncated);
    }
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for letter in char::decode_utf16(units) {
        text.push(letter.map_err(|_| DecodeError::NotUtf16(line_of(text.as_bytes())))?);
    }
    Ok(text)
}

/// The line that comes after so much text; `\n`, `\r\n` and `\r` end one.
pub(super) fn line_of(before: &[u8]) -> usize {
    let count = |wanted| before.iter().map(|byte| usize::from(*byte == wanted)).sum::<usize>();
    let pairs = before.windows(2).filter(|pair| pair == b"\r\n").count();
    1 + count(b'\n') + count(b'\r') - pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn utf16_of(text: &str, mark: [u8; 2], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
    }

    #[test]
    fn what_is_not_text_says_what_it_is() {
        for (bytes, error) in [
            (&b"{\r\n\"note\": \"M\xfcde\"}"[..], DecodeError::Windows1252(2)),
            (b"caf\xe9", DecodeError::Windows1252(1)),
            (b"\"\x93M\xfcde\x94\"", DecodeError::Windows1252(1)),
            ("ü\nä \u{fe}".as_bytes().split_last().unwrap().1, DecodeError::Truncated),
            (b"\xc3\xbc\rM\xfcde ", DecodeError::NotUtf8(2)),
            (b"a\n\xf5\x00\x01", DecodeError::NotUtf8(2)),
            (b"\xff\xfea\0b", DecodeError::Truncated),
            (b"\xff\xfea\0\n\0\0\xd8a\0", DecodeError::NotUtf16(2)),
            (b"\xff\xfe\0\0a\0\0\0", DecodeError::Utf32),
            (b"{\0\"\0", DecodeError::NoMark),
            (b"\0{\0\"", DecodeError::NoMark),
            (b"%PDF-1.7\n\xe2\xe3", DecodeError::OtherKind(OtherFile::Pdf)),
            (b"PK\x03\x04\x14\0", DecodeError::OtherKind(OtherFile::Archive)),
        ] {
            assert_eq!(text(bytes), Err(error), "{bytes:?}");
        }
        assert_eq!(text(b"").unwrap(), "");
    }

    // I5: tables also as Windows-1252, and said to be that.
    #[test]
    fn a_table_may_be_in_windows_1252() {
        let written = b"Datum;Notiz\r\n05.01.2026;M\xfcde, 10 \x80, \x84gut\x93 \x96 caf\xe9";
        let (text, encoding) = table(written).unwrap();
        assert_eq!(text, "Datum;Notiz\r\n05.01.2026;Müde, 10 €, „gut“ – café");
        assert_eq!(encoding.to_string(), "Windows-1252");
        assert_eq!(table("Müde".as_bytes()).unwrap(), ("Müde".into(), Encoding::Utf8));
        assert_eq!(table(b"\xff\xfeM\0\xfc\0").unwrap(), ("Mü".into(), Encoding::Utf16));
        assert_eq!(table(b"D\0;\0M\0\xfc\0").unwrap(), ("D;Mü".into(), Encoding::Utf16));
        assert_eq!(table(b"\0D\0;\0M\0\xfc").unwrap(), ("D;Mü".into(), Encoding::Utf16));
        // The same letters as an old Macintosh and as old Windows wrote them.
        for (bytes, encoding) in [
            (&b"Datum;M\x9fdigkeit;H\x8ande;caf\x8e"[..], Encoding::MacRoman),
            (b"Datum;M\xfcdigkeit;H\xe4nde;caf\xe9", Encoding::Windows1252),
        ] {
            assert_eq!(table(bytes).unwrap(), ("Datum;Müdigkeit;Hände;café".into(), encoding));
        }
        assert_eq!(
            table(b"r\x8fve; \x80rger").unwrap(),
            ("rève; Ärger".into(), Encoding::MacRoman)
        );
        assert_eq!(
            table(b"a;b\n\x81\xfc"),
            Err(DecodeError::NotUtf8(2)),
            "not every byte is a letter"
        );
        assert!(table(b"PK\x03\x04").is_err());
    }

    proptest! {
        #[test]
        fn every_text_comes_back_from_every_encoding_with_its_mark(given in "\\PC{0,20}") {
            let given = given.trim_start_matches('\u{feff}');
            let little = utf16_of(given, [0xff, 0xfe], u16::to_le_bytes);
            let big = utf16_of(given, [0xfe, 0xff], u16::to_be_bytes);
            let marked = [b"\xef\xbb\xbf", given.as_bytes()].concat();
            prop_assert_eq!(text(&marked).unwrap(), given);
            prop_assert_eq!(text(&little).unwrap(), given);
            prop_assert_eq!(text(&big).unwrap(), given);
        }

        // No door replaces what it can't read.
        #[test]
        fn what_is_read_is_what_was_there(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            if let Ok(read) = text(&bytes) {
                let utf8 = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
                let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
                prop_assert!(is_utf16 || read.as_bytes() == utf8);
            }
        }
    }
}
