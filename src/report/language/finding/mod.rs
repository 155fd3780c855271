//! What each finding is called, says and advises, in each language.
//!
//! Invariant: the matches are exhaustive, so a finding without words does not compile.

mod dutch;
mod english;
mod impact;
mod parts;
mod toml;
mod workbook;

use super::Lang;
use crate::diagnostic::{Finding, FindingKind};

/// The words for a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it; empty where nothing has to be done.
    pub help: String,
}

/// The words for a finding.
///
/// ```
/// use keten::diagnostic::Finding;
/// use keten::report::language::{Lang, words};
/// let finding = Finding::SelfDependency { id: "grid".into() };
/// assert_eq!(words(Lang::English, &finding).message, "'grid' depends on itself");
/// assert_eq!(words(Lang::Dutch, &finding).message, "'grid' is van zichzelf afhankelijk");
/// ```
pub fn words(lang: Lang, finding: &Finding) -> Words {
    if let Some(wrong) = parts::timed(finding) {
        return no_hours(lang, wrong);
    }
    match lang {
        Lang::English => Words { message: english::message(finding), help: english::help(finding) },
        Lang::Dutch => Words { message: dutch::message(finding), help: dutch::help(finding) },
    }
}

/// What names no node because a time behind it has a unit.
fn no_hours(lang: Lang, wrong: &str) -> Words {
    let help =
        lang.pick("write the time in hours, without a unit, as in +10 or @4", "schrijf de tijd in uren, zonder eenheid, zoals +10 of @4");
    let message = lang.pick(format!("'{wrong}' is no time in hours"), format!("'{wrong}' is geen tijd in uren"));
    Words { message, help: help.to_owned() }
}

/// What a kind of finding is called.
pub fn title(lang: Lang, kind: FindingKind) -> &'static str {
    match lang {
        Lang::English => english::title(kind),
        Lang::Dutch => dutch::title(kind),
    }
}
