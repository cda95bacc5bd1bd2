//! What a file is that is no backup, told by what it begins with and never by its name: the files that this app writes, and
//! those that lie beside them on a phone.

/// A kind of file, as far as it is easily seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFile {
    /// A PDF file.
    Pdf,
    /// Packed, as spreadsheets and archives are.
    Archive,
    /// Packed in another way.
    Packed,
    /// A picture, of dots or of lines.
    Picture,
    /// A film or a recording.
    Recording,
    /// A database.
    Database,
    /// A document of a word processor.
    Document,
    /// A web page.
    WebPage,
    /// Written in XML, as data of other programs are.
    Xml,
    /// A calendar.
    Calendar,
    /// Contacts.
    Contacts,
    /// A FHIR Bundle, or another resource.
    ClinicRecord,
    /// The analysis.
    Analysis,
    /// A table for spreadsheets.
    Table,
}

/// What files that are no text begin with.
const SIGNATURES: [(&[u8], OtherFile); 18] = [
    (b"%PDF", OtherFile::Pdf),
    (b"PK\x03\x04", OtherFile::Archive),
    (b"PK\x05\x06", OtherFile::Archive),
    (b"\x1f\x8b", OtherFile::Packed),
    (b"7z\xbc\xaf", OtherFile::Packed),
    (b"Rar!\x1a", OtherFile::Packed),
    (b"\x89PNG", OtherFile::Picture),
    (b"\xff\xd8\xff", OtherFile::Picture),
    (b"GIF8", OtherFile::Picture),
    (b"II*\0", OtherFile::Picture),
    (b"MM\0*", OtherFile::Picture),
    (b"ID3", OtherFile::Recording),
    (b"OggS", OtherFile::Recording),
    (b"\x1a\x45\xdf\xa3", OtherFile::Recording),
    (b"SQLite format 3", OtherFile::Database),
    (b"\xd0\xcf\x11\xe0", OtherFile::Document),
    (b"{\\rtf", OtherFile::Document),
    (b"RIFF", OtherFile::Recording),
];

/// What bytes are, where they are no text or begin with a sign of their own.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<OtherFile> {
    // Both are boxes in which the kind comes after a length.
    let inner = bytes.get(8..12).unwrap_or_default();
    if bytes.starts_with(b"RIFF") && inner == b"WEBP" {
        return Some(OtherFile::Picture);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        let is_picture = [b"heic", b"heix", b"mif1", b"msf1", b"avif"]
            .iter()
            .any(|kind| inner == *kind);
        return Some(if is_picture {
            OtherFile::Picture
        } else {
            OtherFile::Recording
        });
    }
    let found = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, kind)| *kind)
}

/// How much of a text is looked at.
const BEGINNING: usize = 2_000;

/// What a text is that is no backup.
pub(super) fn of_text(text: &str) -> Option<OtherFile> {
    let text = text.trim_start();
    let beginning: String = text.chars().take(BEGINNING).collect();
    let small = beginning.to_ascii_lowercase();
    let says = |words: &str| small.contains(words);
    match beginning.chars().next()? {
        '<' if says("//hl7.org/fhir") => Some(OtherFile::ClinicRecord),
        '<' if says("<html") || says("<!doctype html") => Some(OtherFile::WebPage),
        '<' if says("<svg") => Some(OtherFile::Picture),
        '<' => Some(OtherFile::Xml),
        // Which field of an object comes first is nobody's rule.
        '{' | '[' if text.contains("\"resourceType\"") => Some(OtherFile::ClinicRecord),
        '{' if says("\"ldn-diary-analysis\"") => Some(OtherFile::Analysis),
        '{' | '[' => None,
        _ if small.starts_with("begin:vcalendar") => Some(OtherFile::Calendar),
        _ if small.starts_with("begin:vcard") => Some(OtherFile::Contacts),
        _ if is_table(&beginning) => Some(OtherFile::Table),
        _ => None,
    }
}

/// Whether a text looks like a table: a first cell that is called as days are, or two rows of as many cells, more than two.
fn is_table(beginning: &str) -> bool {
    for separator in [',', ';', '\t'] {
        let mut rows = beginning.lines().filter(|line| !line.trim().is_empty());
        let header = rows.next().unwrap_or_default();
        let first = header.split(separator).next().unwrap_or_default();
        let first = first.trim().trim_matches('"').to_ascii_lowercase();
        let cells = cells(header, separator);
        if cells > 1 && ["date", "day", "datum"].contains(&first.as_str()) {
            return true;
        }
        // What is cut off at the end of what is looked at has not all of its cells.
        let second = rows
            .next()
            .filter(|_| rows.next().is_some() || beginning.len() < BEGINNING);
        if cells > 2 && second.is_some_and(|row| self::cells(row, separator) == cells) {
            return true;
        }
    }
    // Excel's own way to say what separates the cells.
    beginning.starts_with("sep=")
}

/// How many cells a row has.
fn cells(row: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut cells = 1;
    for letter in row.chars() {
        quoted ^= letter == '"';
        cells += usize::from(letter == separator && !quoted);
    }
    cells
}
