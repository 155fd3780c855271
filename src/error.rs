//! What may fail at run time outside the user's data: writing an answer. One type; its words are made where it is shown.

use std::fmt;
use std::path::{Path, PathBuf};

/// An answer that could not be written: where to, and what the system said.
#[derive(Debug)]
pub struct Error {
    path: Option<PathBuf>,
    source: std::io::Error,
}

impl Error {
    /// A file or folder that could not be written.
    pub fn writing(path: &Path, source: std::io::Error) -> Self {
        Self { path: Some(path.to_owned()), source }
    }

    /// Standard output that took no more.
    pub fn printing(source: std::io::Error) -> Self {
        Self { path: None, source }
    }

    /// The file or folder; `None`: standard output.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What the system said.
    pub fn said(&self) -> &std::io::Error {
        &self.source
    }

    /// Whether the reader of our output went away (a closed pipe), which is no failure of ours.
    pub fn is_closed_pipe(&self) -> bool {
        self.source.kind() == std::io::ErrorKind::BrokenPipe
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "cannot write {}: {}", path.display(), self.source),
            None => write!(f, "cannot write to standard output: {}", self.source),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
