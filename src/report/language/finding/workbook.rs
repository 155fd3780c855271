//! What is wrong with a workbook, in both languages: with its cells, and with the file.

use super::super::{Lang, count};
use super::parts::size;
use super::{Finding as F, FindingKind as K};

/// What each kind about a cell is called.
pub(super) fn cell_title(lang: Lang, kind: K) -> &'static str {
    let (english, dutch) = match kind {
        K::DateCell => ("a date where none can be", "een datum waar die niet kan staan"),
        K::TruthCell => ("TRUE or FALSE where neither can be", "WAAR of ONWAAR waar dat niet kan staan"),
        K::ErrorCell => ("a cell whose formula failed", "een cel waarvan de formule mislukte"),
        _ => ("a formula without a value", "een formule zonder waarde"),
    };
    lang.pick(english, dutch)
}

/// What each kind about a file is called.
pub(super) fn file_title(lang: Lang, kind: K) -> &'static str {
    let (english, dutch) = match kind {
        K::MergedCells => ("merged cells", "samengevoegde cellen"),
        K::WorkbookTooLarge => ("a workbook beyond any network", "een werkmap groter dan enig netwerk"),
        K::LockedWorkbook => ("a workbook that is locked or old", "een werkmap die op slot zit of oud is"),
        _ => ("a workbook that cannot be read", "een werkmap die niet te lezen is"),
    };
    lang.pick(english, dutch)
}

/// What each about a cell says.
pub(super) fn cell(lang: Lang, finding: &F) -> String {
    let (english, dutch) = match finding {
        F::DateCell { column, text } => {
            (format!("'{column}' holds a date{}", shown(text)), format!("'{column}' bevat een datum{}", shown(text)))
        }
        F::TruthCell { column, text } => {
            (format!("'{column}' holds the truth value {text}"), format!("'{column}' bevat de waarheidswaarde {text}"))
        }
        F::ErrorCell { text } => (format!("a formula failed here: {text}"), format!("een formule is hier mislukt: {text}")),
        _ => ("the formula in this cell was never computed".to_owned(), "de formule in deze cel is nooit berekend".to_owned()),
    };
    lang.pick(english, dutch)
}

/// What each about a file says.
pub(super) fn file(lang: Lang, finding: &F) -> String {
    let (english, dutch) = match finding {
        F::MergedCells { range } => (
            format!("the cells {range} are merged: all but the first are empty"),
            format!("de cellen {range} zijn samengevoegd: behalve de eerste zijn ze leeg"),
        ),
        F::WorkbookTooLarge { what, limit } => return too_large(lang, what, *limit),
        F::BadWorkbook { reason } => {
            let dutch = in_dutch(reason);
            (format!("this is no workbook, or it is damaged: {reason}"), format!("dit is geen werkmap, of hij is beschadigd: {dutch}"))
        }
        _ => (
            "this workbook has a password, or is of a kind from before 2007".to_owned(),
            "deze werkmap heeft een wachtwoord, of is van een soort van voor 2007".to_owned(),
        ),
    };
    lang.pick(english, dutch)
}

/// What is wrong with a part of a workbook, in Dutch; what the reader of packed files or of XML says of it stays as it is, and is shown as such.
fn in_dutch(reason: &str) -> String {
    let known = DAMAGE.iter().find_map(|(english, dutch)| Some((reason.strip_suffix(english)?, dutch)));
    known.map_or_else(|| format!("(melding van de lezer: {reason})"), |(part, dutch)| format!("{part}{dutch}"))
}

/// What the reader of workbooks finds wrong with a part.
const DAMAGE: [(&str, &str); 8] = [
    ("it names no workbook", "het noemt geen werkmap"),
    ("it is not there", "het ontbreekt"),
    ("it ends too soon", "het houdt te vroeg op"),
    ("a row without a number", "een rij zonder nummer"),
    ("a cell that no sheet has", "een cel die geen werkblad heeft"),
    ("rows that are out of order", "rijen die niet op volgorde staan"),
    ("cells that are out of order", "cellen die niet op volgorde staan"),
    ("a cell names a text that is not there", "een cel noemt een tekst die er niet is"),
];

fn shown(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(": {text}") }
}

fn too_large(lang: Lang, what: &str, limit: u64) -> String {
    let bytes = size(lang, limit);
    let (english, dutch) = match what {
        "packed" => (format!("this workbook is larger than {bytes}"), format!("deze werkmap is groter dan {bytes}")),
        "unpacked" => (format!("this workbook unpacks to more than {bytes}"), format!("deze werkmap is uitgepakt groter dan {bytes}")),
        "piece" => (
            format!("a part of this workbook has a tag or a text of more than {bytes}"),
            format!("een deel van deze werkmap heeft een element of een tekst van meer dan {bytes}"),
        ),
        "text" => (
            format!("the cells of this workbook hold more than {bytes} of text"),
            format!("de cellen van deze werkmap bevatten meer dan {bytes} aan tekst"),
        ),
        _ => {
            let cells = count(lang, limit);
            (format!("this workbook has more than {cells} cells"), format!("deze werkmap heeft meer dan {cells} cellen"))
        }
    };
    lang.pick(english, dutch)
}

/// What each about a cell advises.
pub(super) fn cell_help(lang: Lang, kind: K) -> &'static str {
    let (english, dutch) = match kind {
        K::DateCell => (
            "give the column the format of a number or a text and type the value again: programs take 1-2 and 4:00 for dates",
            "geef de kolom de opmaak getal of tekst en typ de waarde opnieuw: programma's houden 1-2 en 4:00 voor een datum",
        ),
        K::TruthCell => ("type the number or the word that is meant", "typ het getal of het woord dat bedoeld is"),
        K::ErrorCell => ("mend the formula, or put its value in its place", "herstel de formule, of zet er de waarde voor in de plaats"),
        _ => (
            "open the workbook in a spreadsheet program and save it, or put the value in the place of the formula",
            "open de werkmap in een rekenprogramma en bewaar hem, of zet de waarde in de plaats van de formule",
        ),
    };
    lang.pick(english, dutch)
}

/// What each about a file advises.
pub(super) fn file_help(lang: Lang, kind: K) -> &'static str {
    let (english, dutch) = match kind {
        K::MergedCells => ("split them, and fill in every row", "splits ze, en vul elke rij in"),
        K::WorkbookTooLarge => (
            "this may be a file made to do harm; save large tables as CSV",
            "dit kan een bestand zijn dat schade moet doen; bewaar grote tabellen als CSV",
        ),
        K::LockedWorkbook => ("save it as .xlsx without a password", "bewaar hem als .xlsx zonder wachtwoord"),
        _ => (
            "open it in a spreadsheet program and save it again as .xlsx",
            "open hem in een rekenprogramma en bewaar hem opnieuw als .xlsx",
        ),
    };
    lang.pick(english, dutch)
}
