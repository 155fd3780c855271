//! An answer that can be had in every format: words, data and, where there is one, a picture. Each is made when it is asked for.

use super::arguments::Format;
use crate::report::document::Document;
use crate::report::language::Lang;
use crate::report::{render, xlsx};
use std::io::{self, IsTerminal};

/// Something that is made when it is asked for.
pub(super) type Made<'a, T> = Box<dyn Fn() -> T + 'a>;

/// An answer.
pub(super) struct Answer<'a> {
    pub(super) lang: Lang,
    pub(super) document: Made<'a, Document>,
    pub(super) json: Made<'a, String>,
    pub(super) csv: Made<'a, String>,
    pub(super) picture: Option<Made<'a, String>>,
}

impl Answer<'_> {
    /// The answer in a format; only a workbook can fail, where a table is larger than a sheet can be.
    pub(super) fn bytes(&self, format: Format) -> io::Result<Vec<u8>> {
        Ok(match format {
            Format::Xlsx => return xlsx::document(&(self.document)(), self.lang),
            Format::Table => render::text(&(self.document)(), self.lang, width()),
            Format::Md => render::markdown(&(self.document)(), self.lang),
            Format::Html => render::html(&(self.document)(), self.lang),
            Format::Json => (self.json)(),
            Format::Csv => (self.csv)(),
        }
        .into_bytes())
    }
}

/// Columns of the terminal, or 100 where there is none.
pub(super) fn width() -> u16 {
    const WITHOUT_TERMINAL: u16 = 100;
    const NARROWEST: u16 = 40;
    let terminal = std::io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    terminal.map_or(WITHOUT_TERMINAL, |(width, _)| width.0.max(NARROWEST))
}
