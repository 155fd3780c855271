//! The bytes of a file, read in pieces so that a file no table can be is refused before it fills the memory.
//!
//! Invariant: no line of what is returned is longer than was asked, by default [`MAX_LINE`] bytes, and its digest is of exactly the bytes in the file.

use super::row::line_ends;
use crate::diagnostic::{Diagnostic, Finding, Place};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The longest line, in bytes.
pub(super) const MAX_LINE: usize = 1 << 20;
/// The largest file, in bytes.
pub(super) const MAX_FILE: u64 = 8 << 30;
/// So many bytes are read at a time. Less than a line may be long, so that no line within a piece can be too long.
const PIECE: u64 = 1 << 18;

/// Where bytes come from, and what the user calls it.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// The file as the user named it, or `-`.
    pub(super) name: String,
    /// The file; `None` for standard input.
    pub(super) path: Option<PathBuf>,
}

/// The bytes of a file and their BLAKE3 digest in hexadecimal.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) bytes: Vec<u8>,
    pub(super) digest: String,
    /// Whether the bytes can be read again: a file, not a pipe.
    pub(super) again: bool,
}

impl Origin {
    pub(super) fn stdin() -> Self {
        Self { name: "-".to_owned(), path: None }
    }

    pub(super) fn file(path: &Path) -> Self {
        Self { name: path.display().to_string(), path: Some(path.to_owned()) }
    }

    /// A finding about the file as a whole.
    pub(super) fn whole(&self, finding: Finding) -> Diagnostic {
        Diagnostic::new(finding, Place::whole(&self.name))
    }

    pub(super) fn unreadable(&self, error: &io::Error) -> Diagnostic {
        self.whole(Finding::Unreadable { reason: error.to_string() })
    }

    /// Reads all of it.
    ///
    /// # Errors
    /// `Unreadable`, `TooLong` or `TooLarge`.
    pub(super) fn read(&self) -> Result<Raw, Box<Diagnostic>> {
        self.read_lines_up_to(MAX_LINE)
    }

    /// Reads all of it, with lines of at most so many bytes.
    ///
    /// # Errors
    /// `Unreadable`, `TooLong` or `TooLarge`.
    pub(super) fn read_lines_up_to(&self, max_line: usize) -> Result<Raw, Box<Diagnostic>> {
        let Some(path) = &self.path else { return Reader::new(self, 0, max_line).read(io::stdin().lock(), false) };
        let unreadable = |error: io::Error| Box::new(self.unreadable(&error));
        let meta = std::fs::metadata(path).map_err(unreadable)?;
        if meta.is_dir() {
            return Err(unreadable(io::ErrorKind::IsADirectory.into()));
        }
        let file = File::open(path).map_err(unreadable)?;
        let size = if meta.is_file() { meta.len() } else { 0 };
        let raw = Reader::new(self, size, max_line).read(file, meta.is_file())?;
        if (raw.bytes.len() as u64) < size {
            // The file was cut off while it was being read: what is there is not what was there.
            return Err(unreadable(io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(raw)
    }
}

struct Reader<'a> {
    origin: &'a Origin,
    bytes: Vec<u8>,
    hasher: blake3::Hasher,
    /// Where the line begins that is not ended yet.
    line_start: usize,
    max_line: usize,
}

impl<'a> Reader<'a> {
    fn new(origin: &'a Origin, size: u64, max_line: usize) -> Self {
        let room = size.min(MAX_FILE) as usize + 64;
        Self { origin, bytes: Vec::with_capacity(room), hasher: blake3::Hasher::new(), line_start: 0, max_line }
    }

    fn read(mut self, mut from: impl Read, again: bool) -> Result<Raw, Box<Diagnostic>> {
        loop {
            let start = self.bytes.len();
            let count = from.by_ref().take(PIECE).read_to_end(&mut self.bytes).map_err(|e| Box::new(self.origin.unreadable(&e)))?;
            if count == 0 {
                return Ok(Raw { bytes: self.bytes, digest: self.hasher.finalize().to_hex().to_string(), again });
            }
            self.hasher.update(&self.bytes[start..]);
            self.check(start)?;
        }
    }

    fn check(&mut self, start: usize) -> Result<(), Box<Diagnostic>> {
        let piece = &self.bytes[start..];
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let first = piece.iter().position(is_end).map_or(self.bytes.len(), |at| start + at);
        if first - self.line_start > self.max_line {
            return Err(Box::new(self.too_long()));
        }
        if let Some(last) = piece.iter().rposition(is_end) {
            self.line_start = start + last + 1;
        }
        if self.bytes.len() as u64 > MAX_FILE {
            return Err(Box::new(self.origin.whole(Finding::TooLarge { what: "bytes".to_owned(), limit: MAX_FILE })));
        }
        Ok(())
    }

    fn too_long(&self) -> Diagnostic {
        let row = line_ends(&self.bytes[..self.line_start]) + 1;
        let start = &self.bytes[self.line_start..(self.line_start + 80).min(self.bytes.len())];
        let quote: String = String::from_utf8_lossy(start).chars().filter(|sign| !sign.is_control()).collect();
        let span = 0..quote.len();
        let place = Place { file: self.origin.name.clone(), sheet: None, row, column: None, header: None, quote, span };
        Diagnostic::new(Finding::TooLong { limit: MAX_LINE }, place)
    }
}
