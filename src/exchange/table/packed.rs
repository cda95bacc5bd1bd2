//! Packed files (ZIP), read by their own list of what is in them: strictly, and never more of it than a file may have.

use std::cell::Cell;

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::error::TableError;
use crate::exchange::backup::MAX_BYTES;

/// The checksum of what is packed.
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);
/// The most files within one that are looked at.
const MAX_FILES: usize = 5_000;
/// How far from its end the end record of a packed file can begin.
const LONGEST_END: usize = 65_557;

/// A packed file.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    files: Vec<Packed>,
    /// How many bytes may still come out of it.
    left: Cell<usize>,
}

/// A file within it.
struct Packed {
    name: String,
    is_locked: bool,
    /// 0: as it is, 8: deflated; nothing else is read.
    method: u16,
    checksum: u32,
    length: usize,
    begins: usize,
}

/// Whether bytes are a packed file.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn two(bytes: &[u8], at: usize) -> Option<u16> {
    let part = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([part[0], part[1]]))
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([part[0], part[1], part[2], part[3]]))
}

fn place(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(four(bytes, at)?).ok()
}

impl<'a> Archive<'a> {
    /// Reads the list of what is in it.
    ///
    /// # Errors
    /// [`TableError::Damaged`].
    pub(super) fn open(bytes: &'a [u8]) -> Result<Archive<'a>, TableError> {
        let files = files(bytes).ok_or(TableError::Damaged)?;
        Ok(Archive {
            bytes,
            files,
            left: Cell::new(MAX_BYTES),
        })
    }

    /// The names of all files in it, in its order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.name.as_str())
    }

    /// Whether it has a file of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names().any(|other| other == name)
    }

    /// Unpacks a file.
    ///
    /// # Errors
    /// [`TableError`]: it is not there or damaged, locked, or more than all of it may be.
    pub(super) fn read(&self, name: &str) -> Result<Vec<u8>, TableError> {
        let file = self
            .files
            .iter()
            .find(|file| file.name == name)
            .ok_or(TableError::Damaged)?;
        if file.is_locked {
            return Err(TableError::Locked);
        }
        let packed = contents(self.bytes, file).ok_or(TableError::Damaged)?;
        let most = self.left.get();
        let unpacked = match file.method {
            0 if packed.len() > most => return Err(TableError::TooLarge),
            0 => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => TableError::TooLarge,
                _ => TableError::Damaged,
            })?,
            _ => return Err(TableError::Damaged),
        };
        if CRC.checksum(&unpacked) != file.checksum {
            return Err(TableError::Damaged);
        }
        self.left.set(most - unpacked.len());
        Ok(unpacked)
    }
}

fn files(bytes: &[u8]) -> Option<Vec<Packed>> {
    let from = bytes.len().saturating_sub(LONGEST_END);
    let end = (from..bytes.len().saturating_sub(21))
        .rev()
        .find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))?;
    let (count, mut at) = (two(bytes, end + 10)?, place(bytes, end + 16)?);
    let mut files = Vec::new();
    for _ in 0..usize::from(count).min(MAX_FILES) {
        if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
            return None;
        }
        let lengths = [28, 30, 32].map(|field| two(bytes, at + field).map(usize::from));
        let [name, extra, comment] = [lengths[0]?, lengths[1]?, lengths[2]?];
        let begin = at + 46;
        files.push(Packed {
            name: String::from_utf8_lossy(bytes.get(begin..begin + name)?).into_owned(),
            is_locked: two(bytes, at + 8)? & 1 == 1,
            method: two(bytes, at + 10)?,
            checksum: four(bytes, at + 16)?,
            length: place(bytes, at + 20)?,
            begins: place(bytes, at + 42)?,
        });
        at = begin + name + extra + comment;
    }
    Some(files)
}

/// What is packed of a file.
fn contents<'a>(bytes: &'a [u8], file: &Packed) -> Option<&'a [u8]> {
    let at = file.begins;
    if !bytes.get(at..)?.starts_with(b"PK\x03\x04") {
        return None;
    }
    let begin = at + 30 + usize::from(two(bytes, at + 26)?) + usize::from(two(bytes, at + 28)?);
    bytes.get(begin..begin.checked_add(file.length)?)
}
