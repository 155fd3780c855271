//! What may fail at run time outside the user's data: reading and writing. One opaque type with a chain of causes.

use std::fmt;

/// An I/O failure: what was being done, and what the system said.
#[derive(Debug)]
pub struct Error {
    doing: String,
    source: std::io::Error,
}

impl Error {
    /// An error while `doing` something, for example `"write out.json"`.
    pub fn new(doing: impl Into<String>, source: std::io::Error) -> Self {
        Self { doing: doing.into(), source }
    }

    /// Whether the reader of our output went away (a closed pipe), which is no failure of ours.
    pub fn is_closed_pipe(&self) -> bool {
        self.source.kind() == std::io::ErrorKind::BrokenPipe
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {}: {}", self.doing, self.source)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
