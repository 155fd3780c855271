//! From bytes to text: UTF-8 with or without its mark, UTF-16, and Windows-1252 as old spreadsheets write it.
//!
//! Invariant: text is never guessed into being: bytes that none of these encodings has are a finding, not a replacement sign.

use super::bytes::{Origin, Raw};
use super::row::quoted_line;
use super::whence::Whence;
use crate::diagnostic::{Diagnostic, Finding};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that Windows-1252 leaves without a meaning.
const UNDEFINED_1252: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// A text with where it came from.
#[derive(Debug)]
pub(super) struct Text {
    /// What it was read from.
    pub(super) whence: Whence,
    /// The whole text; lines end in a line feed.
    pub(super) content: String,
    /// Where the text begins, behind a byte order mark.
    pub(super) start: usize,
    /// The name of the encoding.
    pub(super) encoding: &'static str,
}

/// Decodes what was read.
///
/// # Errors
/// `BadEncoding`, placed where the first impossible byte is.
pub(super) fn decode(origin: &Origin, raw: Raw) -> Result<Text, Box<Diagnostic>> {
    let bytes = raw.bytes;
    let (text, start, encoding) = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding == UTF_8 => (utf8(origin, bytes)?, mark, UTF_8),
        Some((encoding, mark)) => (other(origin, encoding, &bytes[mark..])?, 0, encoding),
        None => match utf16_without_mark(&bytes) {
            Some(encoding) => (other(origin, encoding, &bytes)?, 0, encoding),
            None => plain(origin, bytes)?,
        },
    };
    Ok(Text { whence: Whence::file(&origin.name), content: with_line_feeds(text), start, encoding: encoding.name() })
}

fn plain(origin: &Origin, bytes: Vec<u8>) -> Result<(String, usize, &'static Encoding), Box<Diagnostic>> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, 0, UTF_8)),
        Err(error) if error.as_bytes().iter().any(|byte| UNDEFINED_1252.contains(byte)) => {
            Err(bad(origin, UTF_8, error.as_bytes(), error.utf8_error().valid_up_to()))
        }
        Err(error) => Ok((WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned(), 0, WINDOWS_1252)),
    }
}

fn utf8(origin: &Origin, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    String::from_utf8(bytes).map_err(|error| bad(origin, UTF_8, error.as_bytes(), error.utf8_error().valid_up_to()))
}

fn other(origin: &Origin, encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Box<Diagnostic>> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if !had_errors {
        return Ok(text.into_owned());
    }
    let at = text.find(char::REPLACEMENT_CHARACTER).unwrap_or(text.len());
    Err(bad(origin, encoding, text.as_bytes(), at))
}

fn bad(origin: &Origin, encoding: &'static Encoding, bytes: &[u8], at: usize) -> Box<Diagnostic> {
    let finding = Finding::BadEncoding { encoding: encoding.name().to_owned() };
    Box::new(Diagnostic::new(finding, quoted_line(&origin.name, bytes, at)))
}

/// UTF-16 shows in its zero bytes, as long as most letters are Latin: they stand on odd places, or on even ones.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 4);
    match (even, odd) {
        _ if head.len() < 4 => None,
        (0, zeros) if zeros > half => Some(UTF_16LE),
        (zeros, 0) if zeros > half => Some(UTF_16BE),
        _ => None,
    }
}

/// Old Macintosh files end their lines in a carriage return alone.
fn with_line_feeds(text: String) -> String {
    if text.contains('\n') || !text.contains('\r') { text } else { text.replace('\r', "\n") }
}
