//! Every text that people read, in every language that keten speaks.
//!
//! Invariant: a text is one function of a [`Lang`] and what it needs to be told. Its languages stand side by side in one
//! [`Lang::pick`] or one exhaustive match, so that a text that misses a language does not compile. Data (JSON, CSV) never passes here.
//!
//! ```
//! use keten::report::language::{Lang, hours};
//! use keten::units::Time;
//! let span = Time::parse_hours("1.7").unwrap();
//! assert_eq!((hours(Lang::English, span), hours(Lang::Dutch, span)), ("1.7 h".to_owned(), "1,7 uur".to_owned()));
//! ```

pub mod acquired;
pub mod app;
pub mod bounds;
pub mod chart;
pub mod check;
pub mod chokepoints;
pub mod classify;
pub mod columns;
pub mod compare;
pub mod compromise;
pub mod critical_sets;
pub mod curve;
pub mod cyber_map;
pub mod dossier;
mod explain;
pub mod exposure;
mod finding;

pub mod governance;
pub mod help;
pub mod impact;
pub mod measures;
pub mod misuse;
pub mod page;
mod quantity;
pub mod rank;
pub mod risk;
pub mod sampled_classify;
pub mod sampled_exposure;
pub mod sensitivity;
pub mod simulate;
pub mod structure;
pub mod uncertainty;
pub mod verify;
pub mod why;
pub mod word;
pub mod xlsx;

pub use explain::explanation;
pub use finding::{Words, title, words};
pub use quantity::{amount, and_more, apart, at_most, count, counted, hours, left, list, moment, number, percent, since, some};

/// A language that texts are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    English,
    /// Dutch.
    Dutch,
}

impl Lang {
    /// Every language with its code.
    pub const ALL: [(&'static str, Self); 2] = [("en", Self::English), ("nl", Self::Dutch)];

    /// The code: `en` or `nl`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
        }
    }

    /// The language with a code such as `nl`, `NL` or `nl_NL.UTF-8`.
    pub fn parse(code: &str) -> Option<Self> {
        let code = code.split(['_', '-', '.']).next().unwrap_or_default().to_lowercase();
        Self::ALL.iter().find(|(known, _)| *known == code).map(|(_, lang)| *lang)
    }

    /// The text of this language: one argument for each language there is.
    pub fn pick<T>(self, english: T, dutch: T) -> T {
        match self {
            Self::English => english,
            Self::Dutch => dutch,
        }
    }
}
