//! The words of a workbook.

use super::Lang;

/// The name of the sheet that says what the others hold.
pub fn about(lang: Lang) -> &'static str {
    lang.pick("About", "Toelichting")
}

/// Where a table is.
pub fn see(lang: Lang, sheet: &str) -> String {
    lang.pick(format!("See the sheet '{sheet}'."), format!("Zie het blad '{sheet}'."))
}

/// How hours are shown: the number with its unit behind it, which is no part of the cell's value.
pub fn hours_format(lang: Lang) -> &'static str {
    lang.pick("General\" h\"", "General\" uur\"")
}
