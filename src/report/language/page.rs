//! The texts that a page has of itself.

use super::Lang;

/// The list of sections.
pub fn contents(lang: Lang) -> &'static str {
    lang.pick("Contents", "Inhoud")
}

/// The marking at the head, for who hears the page.
pub fn marking(lang: Lang) -> &'static str {
    lang.pick("Marking", "Rubricering")
}

/// The line under which the data of a picture is folded.
pub fn as_table(lang: Lang) -> &'static str {
    lang.pick("The same as a table", "Hetzelfde als tabel")
}

/// What may scroll sideways, for who hears the page.
pub fn scrolls(lang: Lang, name: &str) -> String {
    lang.pick(format!("{name} (scrolls sideways where it does not fit)"), format!("{name} (schuift opzij waar het niet past)"))
}

/// A table without a name.
pub fn table(lang: Lang) -> &'static str {
    lang.pick("Table", "Tabel")
}

/// Lines as they are.
pub fn example(lang: Lang) -> &'static str {
    lang.pick("Example", "Voorbeeld")
}
