//! How much a workbook may unpack to, counted where the bytes come out, so that no size that it states matters.

use std::io::{self, BufRead, BufReader, Read};

/// So many bytes may all parts that are read unpack to.
pub(super) const MAX_UNPACKED: u64 = 2 << 30;
/// So many bytes may one piece of XML be: a tag, or a text between tags.
pub(super) const MAX_PIECE: u64 = 4 << 20;
/// So many cells may all sheets have.
pub(super) const MAX_CELLS: u64 = 64 << 20;
/// So many bytes of text may all cells hold together. A few shared texts can be named by many cells.
pub(super) const MAX_TEXT: u64 = 1 << 30;

/// What may still be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    pub(super) unpacked: u64,
    pub(super) cells: u64,
    pub(super) text: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { unpacked: MAX_UNPACKED, cells: MAX_CELLS, text: MAX_TEXT }
    }
}

/// A reader that fails, with [`io::ErrorKind::FileTooLarge`], when it has given more than it may.
#[derive(Debug)]
pub(super) struct Limited<'b, R> {
    inner: BufReader<R>,
    left: &'b mut u64,
    /// What may still be read before the piece that is being read ends.
    piece: u64,
}

impl<'b, R: Read> Limited<'b, R> {
    pub(super) fn new(inner: R, left: &'b mut u64) -> Self {
        Self { inner: BufReader::with_capacity(1 << 16, inner), left, piece: MAX_PIECE }
    }

    /// A new piece begins.
    pub(super) fn begin(&mut self) {
        self.piece = MAX_PIECE;
    }

    /// Whether nothing is left at all.
    pub(super) fn is_spent(&self) -> bool {
        *self.left == 0
    }
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Limited<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let bytes = self.inner.fill_buf()?;
        let is_over = !bytes.is_empty() && (*self.left == 0 || self.piece == 0);
        if is_over { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }

    fn consume(&mut self, count: usize) {
        *self.left = self.left.saturating_sub(count as u64);
        self.piece = self.piece.saturating_sub(count as u64);
        self.inner.consume(count);
    }
}

#[cfg(test)]
mod tests {
    use super::{Limited, MAX_PIECE};
    use std::io::Read;

    #[test]
    fn a_reader_gives_no_more_than_it_may() {
        let mut left = 200_000;
        let mut out = Vec::new();
        let error = Limited::new(std::io::repeat(b'x'), &mut left).read_to_end(&mut out).unwrap_err();
        assert_eq!((error.kind(), left), (std::io::ErrorKind::FileTooLarge, 0));
        assert!((200_000..400_000).contains(&out.len()), "{}", out.len());
    }

    #[test]
    fn a_piece_is_bounded_even_where_much_is_left() {
        let mut left = u64::MAX;
        let mut limited = Limited::new(std::io::repeat(b'x'), &mut left);
        let mut out = Vec::new();
        assert!(limited.by_ref().read_to_end(&mut out).is_err());
        assert!(out.len() as u64 <= MAX_PIECE + (1 << 16));
        limited.begin();
        assert!(limited.read(&mut [0; 8]).is_ok());
    }
}
