//! The readers on hostile files (I3): the fuzz corpus, and what becomes of it when bytes are lost or changed.
//!
//! The same checks as in the fuzz targets, on the same few hundred texts every time, without a nightly compiler.

#[path = "../../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "for the fuzz targets it is a library of its own")]
mod readers;

const BACKUPS: [&[u8]; 5] = [
    include_bytes!("../../fuzz/corpus/backup/every-field.json"),
    include_bytes!("../../fuzz/corpus/backup/first-days.json"),
    include_bytes!("../../fuzz/corpus/backup/empty.json"),
    include_bytes!("../../fuzz/corpus/backup/newer.json"),
    include_bytes!("fixtures/other-diary.csv"),
];

const TABLES: [&[u8]; 14] = [
    include_bytes!("fixtures/import/01-bearable-long.csv"),
    include_bytes!("fixtures/import/03-daylio.csv"),
    include_bytes!("fixtures/import/04-migraine-buddy.csv"),
    include_bytes!("fixtures/import/16-excel-german-cp1252.csv"),
    include_bytes!("fixtures/import/18-excel-unicode-text-utf16.txt"),
    include_bytes!("fixtures/import/b06-emoods.zip"),
    include_bytes!("fixtures/import/b29-bad-cells-on-bad-days.csv"),
    include_bytes!("fixtures/import/b35-nomie.json"),
    include_bytes!("fixtures/import/b36-daily-you.json"),
    include_bytes!("fixtures/import/b41-workbook.xlsx"),
    include_bytes!("../../fuzz/corpus/csv/ours.csv"),
    include_bytes!("../../fuzz/corpus/csv/other-diary.csv"),
    include_bytes!("../../fuzz/corpus/backup/every-field.json"),
    br#"{"entries": [{"date": "2026-01-05", "painLevel": 4.5, "tags": ["a", 1]}, {"date": 1767643800000, "note": "\u00e9"}]}"#,
];

/// Pieces that mean something to a reader.
const PIECES: [&[u8]; 12] = [
    b"\"",
    b"\\",
    b",",
    b"[",
    b"}",
    b"null",
    b"-1",
    b"1e400",
    b"\r\n",
    b"\xff",
    b"\xe2\x80\xae",
    b"\0",
];

/// A file that lost its end, a byte of it, or has a piece put into it or over it.
fn broken(seed: &[u8], mut random: u64) -> Vec<u8> {
    let mut next = |below: usize| {
        // Xorshift (Marsaglia 2003): the same numbers every time.
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % below.max(1) as u64).unwrap_or_default()
    };
    let mut bytes = seed.to_vec();
    for _ in 0..=next(3) {
        let place = next(bytes.len());
        let piece = PIECES[next(PIECES.len())];
        match next(4) {
            0 => bytes.truncate(place),
            1 => drop(bytes.splice(place..place, piece.iter().copied())),
            2 => drop(bytes.splice(place..(place + 1).min(bytes.len()), piece.iter().copied())),
            _ => bytes
                .iter_mut()
                .skip(place)
                .take(1)
                .for_each(|byte| *byte ^= 1 << next(8)),
        }
    }
    bytes
}

fn check_all(seeds: &[&[u8]], check: fn(&[u8])) {
    for (index, seed) in (1_u64..).zip(seeds) {
        check(seed);
        for number in 1..=200 {
            check(&broken(seed, index.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number));
        }
    }
}

#[test]
fn a_broken_backup_is_refused_or_read_but_never_half() {
    check_all(&BACKUPS, |bytes| readers::check_backup(&String::from_utf8_lossy(bytes)));
}

#[test]
fn a_broken_table_is_refused_or_read_but_never_half() {
    check_all(&TABLES, readers::check_csv);
}
