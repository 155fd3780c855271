//! The words that a column knows, in English and Dutch.
//!
//! Invariant: words are compared folded (small letters, signs and spaces as `_`), so `Op afstand` and `op_afstand` are one word.

use crate::network::{Access, Category, Gauge, Kind, Nature, OnDetect};

/// A word that a column knows: the English one, which results use, and its Dutch aliases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The English word.
    pub english: &'static str,
    /// The Dutch words that mean the same.
    pub dutch: &'static [&'static str],
}

const fn word(english: &'static str, dutch: &'static [&'static str]) -> Word {
    Word { english, dutch }
}

/// What each word stands for, in the order in which they are shown.
type Meanings<T> = [(Word, T)];

pub(super) static NATURES: &Meanings<Nature> = &[
    (word("physical", &["fysiek"]), Nature::Physical),
    (word("cyber", &["digitaal"]), Nature::Cyber),
    (word("geographic", &["geografisch"]), Nature::Geographic),
    (word("logical", &["logisch"]), Nature::Logical),
    (word("personnel", &["personeel"]), Nature::Personnel),
    (word("trust", &["vertrouwen"]), Nature::Trust),
];

pub(super) static ACCESSES: &Meanings<Access> = &[
    (word("update", &[]), Access::Update),
    (word("remote", &["op_afstand"]), Access::Remote),
    (word("onsite", &["ter_plaatse"]), Access::Onsite),
    (word("data", &["gegevens"]), Access::Data),
    (word("credentials", &["inloggegevens"]), Access::Credentials),
];

pub(super) static KINDS: &Meanings<Kind> = &[
    (word("process", &["proces"]), Kind::Process),
    (word("provider", &["aanbieder"]), Kind::Provider),
    (word("supplier", &["leverancier", "toeleverancier"]), Kind::Supplier),
    (word("asset", &["object"]), Kind::Asset),
    (word("product", &[]), Kind::Product),
    (word("actor", &[]), Kind::Actor),
    (word("population", &["bevolking"]), Kind::Population),
];

pub(super) static CATEGORIES: &Meanings<Category> = &[(word("A", &[]), Category::A), (word("B", &[]), Category::B)];

pub(super) static ON_DETECT: &Meanings<OnDetect> = &[(word("shutdown", &["afsluiten", "uitschakelen"]), OnDetect::Shutdown)];

pub(super) static GAUGES: &Meanings<Gauge> = &[
    (word("integral", &["integraal"]), Gauge::Integral),
    (word("peak", &["piek"]), Gauge::Peak),
    (word("beyond", &["langer_dan"]), Gauge::Beyond),
    (word("sectors", &["sectoren"]), Gauge::Sectors),
    (word("regions", &["regio_s"]), Gauge::Regions),
    (word("probability", &["kans"]), Gauge::Probability),
];

/// How sure a word says that a row is.
pub(super) static CONFIDENCES: &Meanings<f64> =
    &[(word("high", &["hoog", "h"]), 0.9), (word("medium", &["midden", "gemiddeld", "m"]), 0.6), (word("low", &["laag", "l"]), 0.3)];

pub(super) static IMPORTANCES: &Meanings<()> = &[(word("essential", &["essentieel"]), ())];

/// What `text` means, or `None` for a word that the column does not know.
pub(super) fn meaning<T: Copy>(meanings: &Meanings<T>, text: &str) -> Option<T> {
    let is = |word: &Word, folded: &str| fold(word.english) == folded || word.dutch.contains(&folded);
    let folded = fold(text);
    meanings.iter().find(|(word, _)| is(word, &folded)).map(|(_, meaning)| *meaning)
}

/// The English words.
pub(super) fn english<T>(meanings: &Meanings<T>) -> Vec<String> {
    meanings.iter().map(|(word, _)| word.english.to_owned()).collect()
}

/// Every word, English and Dutch.
pub(super) fn all<T>(meanings: &'static Meanings<T>) -> impl Iterator<Item = &'static str> {
    meanings.iter().flat_map(|(word, _)| std::iter::once(word.english).chain(word.dutch.iter().copied()))
}

/// Whether `text` says that there is none.
pub(super) fn is_none(text: &str) -> bool {
    text.eq_ignore_ascii_case("none") || text.eq_ignore_ascii_case("geen")
}

/// What spreadsheet programs show where a formula failed, in English and in Dutch.
const FAILED_FORMULAS: [&str; 16] = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#N/B", "#VERW!", "#WAARDE!", "#NAAM?",
    "#DEEL/0!", "#GETAL!", "#LEEG!",
];

/// Whether a text is what a spreadsheet program shows where a formula failed.
pub(super) fn is_failed_formula(text: &str) -> bool {
    text.starts_with('#') && FAILED_FORMULAS.contains(&text)
}

/// Small letters and digits, with one `_` for every run of other signs between them.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        if sign.is_alphanumeric() {
            folded.push(sign);
        } else if !folded.is_empty() && !folded.ends_with('_') {
            folded.push('_');
        }
    }
    folded.truncate(folded.trim_end_matches('_').len());
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn signs_and_case_fold_away() {
        for (text, folded) in [(" Buffer (h) ", "buffer_h"), ("buffer-h", "buffer_h"), ("Hersteltijd uren", "hersteltijd_uren"), ("_", "")]
        {
            assert_eq!(fold(text), folded);
        }
    }
}
