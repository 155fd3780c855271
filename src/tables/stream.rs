//! A large plain table, a piece of it at a time: the text is never in memory as a whole, and pieces are read side by side.
//!
//! Plain is UTF-8 without quotes and without lines of a length that has to be looked at: such a text can be cut at any line end. Whether a
//! table is plain shows on the way. One that is not is left alone, and then read as a whole.
//!
//! Invariant: pieces are cut where the file has them cut, whatever the number of threads, and are taken in their order; so what comes out is
//! what comes out of the whole.

use super::bytes::{MAX_FILE, MAX_LINE, Origin, Raw};
use super::findings::Findings;
use super::scan::Scanner;
use super::table::OpenTable;
use crate::network::Table;
use rayon::prelude::*;
use std::fs::File;
use std::io::Read;

/// So many bytes are in a piece: few enough that what is made of it stays near the core.
pub(super) const PIECE: usize = 2 << 20;
/// So many pieces are read before their texts are numbered.
pub(super) const AT_ONCE: usize = 4;
/// A smaller file is read as a whole.
const MIN_FILE: u64 = 4 << 20;
/// In each stretch of so many bytes a line ends, or lines may be too long.
const STRETCH: usize = MAX_LINE / 2;

/// Reads a table in pieces: `read` makes something of the rows of a piece, and `take` is given that, some pieces at a time and in order.
///
/// The open table with the digest of its bytes; `None` where the file is small or not plain, and nothing that was taken counts.
pub(super) fn read<P: Send>(
    origin: &Origin,
    table: Table,
    findings: &mut Findings,
    read: impl Fn(&OpenTable, Scanner) -> P + Sync,
    mut take: impl FnMut(Vec<P>),
) -> Option<(OpenTable, String)> {
    let mut pieces = Pieces::open(origin)?;
    let mut batch = pieces.batch()?;
    let first = batch.first()?.clone();
    let open = OpenTable::open(origin, Raw { bytes: first, digest: String::new(), again: true }, table, findings)?;
    if open.text.encoding != "UTF-8" {
        return None;
    }
    let mut is_first = true;
    while !batch.is_empty() {
        let scan = |(at, bytes): (usize, &Vec<u8>)| {
            let text = plain(bytes)?;
            let scanner = if is_first && at == 0 { open.rows() } else { Scanner::new(text, 0, 1, open.dialect.delimiter) };
            Some(read(&open, scanner))
        };
        let (parts, next) = rayon::join(|| batch.par_iter().enumerate().map(scan).collect::<Option<Vec<P>>>(), || pieces.batch());
        take(parts?);
        pieces.spare.append(&mut batch);
        (batch, is_first) = (next?, false);
    }
    Some((open, pieces.hasher.finalize().to_hex().to_string()))
}

/// About how many pieces a file has: cuts at line ends may add to it.
pub(super) fn pieces_in(origin: &Origin) -> usize {
    let meta = origin.path.as_ref().and_then(|path| std::fs::metadata(path).ok());
    meta.map_or(1, |meta| (meta.len().min(MAX_FILE) as usize).div_ceil(PIECE))
}

/// The text of a piece, if it is plain.
fn plain(bytes: &[u8]) -> Option<&str> {
    let is_short = |stretch: &[u8]| stretch.contains(&b'\n');
    let is_plain = !bytes.contains(&b'"') && bytes.chunks_exact(STRETCH).all(is_short);
    str::from_utf8(bytes).ok().filter(|_| is_plain)
}

struct Pieces {
    file: File,
    hasher: blake3::Hasher,
    /// The bytes of the file that were not read yet.
    left: u64,
    /// The beginning of a line that goes on in the next piece.
    begun: Vec<u8>,
    /// Room of pieces that are done with.
    spare: Vec<Vec<u8>>,
}

impl Pieces {
    fn open(origin: &Origin) -> Option<Self> {
        // A pipe may be opened once, and that is not here: its writer would find nobody at the other end.
        let path = origin.path.as_ref()?;
        let is_file = std::fs::metadata(path).is_ok_and(|meta| meta.is_file());
        let file = is_file.then(|| File::open(path).ok()).flatten()?;
        let meta = file.metadata().ok().filter(|meta| meta.is_file() && (MIN_FILE..=MAX_FILE).contains(&meta.len()))?;
        Some(Self { file, hasher: blake3::Hasher::new(), left: meta.len(), begun: Vec::new(), spare: Vec::new() })
    }

    /// Some pieces, as many as there are threads at least; none at the end of the file.
    fn batch(&mut self) -> Option<Vec<Vec<u8>>> {
        let mut batch = Vec::new();
        while self.left > 0 && batch.len() < rayon::current_num_threads().max(AT_ONCE) {
            batch.push(self.next()?);
        }
        Some(batch)
    }

    /// The next piece, up to the last line end in it.
    fn next(&mut self) -> Option<Vec<u8>> {
        let mut bytes = self.spare.pop().unwrap_or_else(|| Vec::with_capacity(PIECE + STRETCH));
        bytes.clear();
        bytes.append(&mut self.begun);
        let start = bytes.len();
        let count = self.file.by_ref().take(PIECE as u64).read_to_end(&mut bytes).ok()? as u64;
        self.hasher.update(&bytes[start..]);
        // A file that changes its size while it is read is not plain.
        self.left = self.left.checked_sub(count).filter(|_| count > 0)?;
        if self.left > 0 {
            let end = bytes.iter().rposition(|&byte| byte == b'\n')? + 1;
            self.begun = bytes.split_off(end);
        }
        Some(bytes)
    }
}
