//! Objects → the bytes of the file. pdf-writer writes single objects and a plain table of them; what it has not are object
//! streams (ISO 32000-1, 7.5.7 and 7.5.8): many small objects in one, pressed. The parts of a report of ten years are
//! tens of thousands, and without them the file would be several times as large.

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{Chunk, Filter, Finish, Name, Ref};

/// How hard streams are pressed: 6 of 10, beyond which little is won.
const PRESSED: u8 = 6;
/// How many objects stand in one stream: a reader unpacks them all to get at one.
const TOGETHER: usize = 200;
/// The bytes of the fields of an entry in the table: its kind, a place or a stream, a place in that.
const FIELDS: [usize; 3] = [1, 4, 2];

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// No object has this number.
    Nowhere,
    /// By itself, so many bytes into the file.
    At(usize),
    /// In the stream of this number, as the so-manieth.
    In(i32, usize),
}

/// A file that is being written.
pub(super) struct File {
    bytes: Vec<u8>,
    /// By the number of the object.
    places: Vec<Place>,
    /// Small objects that wait for their stream.
    small: Vec<(Ref, Vec<u8>)>,
}

impl File {
    /// An empty file, of version 1.7.
    pub(super) fn new() -> File {
        File {
            // Bytes beyond ASCII in the second line tell programs that this is no text.
            bytes: b"%PDF-1.7\n%\x80\x80\x80\x80\n".to_vec(),
            places: Vec::new(),
            small: Vec::new(),
        }
    }

    /// Writes one object.
    pub(super) fn object(&mut self, id: Ref, write: impl FnOnce(&mut Chunk)) {
        let mut chunk = Chunk::new();
        write(&mut chunk);
        self.place(id, Place::At(self.bytes.len()));
        self.bytes.extend_from_slice(chunk.as_bytes());
    }

    /// Writes one small object, which is no stream, to stand in one with others.
    pub(super) fn small(&mut self, id: Ref, write: impl FnOnce(&mut Chunk)) {
        let mut chunk = Chunk::new();
        write(&mut chunk);
        self.small.push((id, inside(chunk.as_bytes()).to_vec()));
    }

    /// Writes a stream, pressed, with what `more` says about it.
    pub(super) fn stream(&mut self, id: Ref, content: &[u8], more: impl FnOnce(&mut pdf_writer::Stream<'_>)) {
        let pressed = compress_to_vec_zlib(content, PRESSED);
        self.object(id, |chunk| {
            let mut stream = chunk.stream(id, &pressed);
            stream.filter(Filter::FlateDecode);
            more(&mut stream);
        });
    }

    /// The whole file, with the small objects and the table of all.
    pub(super) fn finish(mut self, catalog: Ref, info: Ref) -> Vec<u8> {
        let small = std::mem::take(&mut self.small);
        for (id, _) in &small {
            self.place(*id, Place::Nowhere);
        }
        for some in small.chunks(TOGETHER) {
            self.together(some);
        }
        let (id, begin) = (self.next(), self.bytes.len());
        self.place(id, Place::At(begin));
        let table = self.table();
        let size = id.get() + 1;
        self.stream(id, &table, |stream| {
            stream.pair(Name(b"Type"), Name(b"XRef")).pair(Name(b"Size"), size);
            stream.pair(Name(b"Root"), catalog).pair(Name(b"Info"), info);
            let [kind, place, index] = FIELDS.map(number);
            stream.insert(Name(b"W")).array().items([kind, place, index]);
            let mut how = stream.insert(Name(b"DecodeParms")).dict();
            how.pair(Name(b"Predictor"), UP)
                .pair(Name(b"Columns"), kind + place + index);
            how.finish();
        });
        self.bytes
            .extend_from_slice(["startxref\n", &begin.to_string(), "\n%%EOF"].concat().as_bytes());
        self.bytes
    }

    /// Puts small objects into one stream: first their numbers and places in it, then they themselves.
    fn together(&mut self, some: &[(Ref, Vec<u8>)]) {
        let stream = self.next();
        let (mut head, mut content) = (String::new(), Vec::new());
        for (index, (id, object)) in some.iter().enumerate() {
            self.place(*id, Place::In(stream.get(), index));
            head += &[&id.get().to_string(), " ", &content.len().to_string(), " "].concat();
            content.extend_from_slice(object);
            content.push(b'\n');
        }
        let whole = [head.as_bytes(), &content].concat();
        self.stream(stream, &whole, |stream| {
            stream.pair(Name(b"Type"), Name(b"ObjStm"));
            stream
                .pair(Name(b"N"), number(some.len()))
                .pair(Name(b"First"), number(head.len()));
        });
    }

    /// The table: one row for each number, from 0, as its difference from the row above.
    fn table(&self) -> Vec<u8> {
        let mut table = Vec::new();
        let mut above = [0; FIELDS[0] + FIELDS[1] + FIELDS[2]];
        for place in &self.places {
            let (kind, first, second) = match *place {
                Place::Nowhere => (0, 0, 0),
                Place::At(place) => (1, number(place), 0),
                Place::In(stream, index) => (2, stream, number(index)),
            };
            let mut row = [kind; FIELDS[0] + FIELDS[1] + FIELDS[2]];
            row[1..5].copy_from_slice(&first.to_be_bytes());
            row[5..].copy_from_slice(&second.to_be_bytes()[2..]);
            table.push(ROW_IS_DIFFERENCE);
            table.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
            above = row;
        }
        table
    }

    fn place(&mut self, id: Ref, place: Place) {
        let index = usize::try_from(id.get()).unwrap_or_default();
        if index >= self.places.len() {
            self.places.resize(index + 1, Place::Nowhere);
        }
        self.places[index] = place;
    }

    /// A number that no object has yet.
    fn next(&self) -> Ref {
        Ref::new(number(self.places.len()).max(1))
    }
}

/// The predictor of PNG that says for each row which one was used, and the one that takes the row above away.
const UP: i32 = 12;
const ROW_IS_DIFFERENCE: u8 = 2;

/// An object without the words around it: `7 0 obj … endobj`.
fn inside(object: &[u8]) -> &[u8] {
    const BEGIN: &[u8] = b"obj";
    const END: &[u8] = b"endobj";
    let begin = object.windows(BEGIN.len()).position(|some| some == BEGIN);
    let end = object.windows(END.len()).rposition(|some| some == END);
    begin
        .zip(end)
        .and_then(|(begin, end)| object.get(begin + BEGIN.len()..end))
        .map_or(object, <[u8]>::trim_ascii)
}

fn number(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use miniz_oxide::inflate::decompress_to_vec_zlib;

    use super::*;

    fn after<'a>(bytes: &'a [u8], word: &[u8]) -> &'a [u8] {
        let at = bytes
            .windows(word.len())
            .position(|some| some == word)
            .unwrap_or_default();
        &bytes[at + word.len()..]
    }

    /// The content of the stream that begins here.
    fn unpacked(object: &[u8]) -> Vec<u8> {
        decompress_to_vec_zlib(after(object, b"stream\n")).unwrap_or_default()
    }

    fn rows(table: &[u8]) -> Vec<[u8; 7]> {
        let mut above = [0_u8; 7];
        let rows = table.chunks(8).map(|row| {
            assert_eq!(row[0], ROW_IS_DIFFERENCE);
            for (byte, difference) in above.iter_mut().zip(&row[1..]) {
                *byte = byte.wrapping_add(*difference);
            }
            above
        });
        rows.collect()
    }

    fn two_bytes(row: [u8; 7]) -> usize {
        usize::from(u16::from_be_bytes([row[5], row[6]]))
    }

    fn four_bytes(row: [u8; 7]) -> usize {
        u32::from_be_bytes([row[1], row[2], row[3], row[4]]) as usize
    }

    #[test]
    fn the_table_leads_to_every_object() {
        let mut file = File::new();
        file.object(Ref::new(1), |chunk| chunk.indirect(Ref::new(1)).primitive(-1));
        let many = 2 * number(TOGETHER) + 7;
        for id in 3..3 + many {
            file.small(Ref::new(id), |chunk| chunk.indirect(Ref::new(id)).primitive(1000 + id));
        }
        let file = file.finish(Ref::new(1), Ref::new(1));
        let begin = String::from_utf8_lossy(after(&file, b"startxref\n"));
        let begin: usize = begin
            .lines()
            .next()
            .and_then(|line| line.parse().ok())
            .unwrap_or_default();
        let rows = rows(&unpacked(&file[begin..]));
        assert!(file[four_bytes(rows[1])..].starts_with(b"1 0 obj\n-1\nendobj"));
        assert_eq!((rows[0][0], rows[2][0]), (0, 0), "no object has these numbers");
        for id in 3..3 + many {
            let row = rows[usize::try_from(id).unwrap_or_default()];
            assert_eq!(row[0], 2);
            let stream = unpacked(&file[four_bytes(rows[four_bytes(row)])..]);
            let text = String::from_utf8_lossy(&stream);
            let objects = text.split_whitespace().filter_map(|number| number.parse().ok());
            let numbers: Vec<i32> = objects.collect();
            let count = numbers.len() / 3;
            let index = two_bytes(row);
            assert_eq!((numbers[2 * index], numbers[2 * count + index]), (id, 1000 + id));
        }
    }
}
