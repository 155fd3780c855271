//! The texts of what uncertain cells do in samples.

use super::super::word::noun;
use super::super::{Lang, count, counted, number};

/// The figure over samples, and how many cells were drawn.
pub fn drawn(lang: Lang, figure: &str, band: &str, samples: u64, cells: u64, idle: u64) -> String {
    let (samples, cells) = (counted(lang, samples, noun::samples(lang)), counted(lang, cells, noun::cells(lang)));
    let idle = match idle {
        0 => String::new(),
        some => lang.pick(
            format!(" Of these {} change nothing in any sample.", count(lang, some)),
            format!(" Daarvan veranderen er {} in geen enkele trekking iets.", count(lang, some)),
        ),
    };
    lang.pick(
        format!("{figure}, in {samples}: {band}. Drawn were the {cells} that state a distribution or a probability; every other cell is as stated.{idle}"),
        format!("{figure}, in {samples}: {band}. Getrokken zijn de {cells} met een verdeling of een kans; elke andere cel is zoals opgegeven.{idle}"),
    )
}

/// Column heads of what may happen or not.
pub fn forced_heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["what may happen or not", "chance", "if so", "if not", "difference"],
        ["wat wel of niet kan gebeuren", "kans", "zo ja", "zo nee", "verschil"],
    )
}

/// What the columns mean.
pub fn forced_legend(lang: Lang) -> &'static str {
    lang.pick(
        "If so and if not: the figure on average with this forced in all samples, all else drawn alike. The difference has its 95% margin; where none is shown it is the same in every sample.",
        "Zo ja en zo nee: het gemiddelde cijfer als dit in alle trekkingen wordt afgedwongen, al het andere gelijk getrokken. Het verschil heeft zijn 95%-marge; waar die ontbreekt is het in elke trekking hetzelfde.",
    )
}

/// Column heads of shares of the variance.
pub fn share_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["what is uncertain", "may be", "by itself", "with all others"],
        ["wat onzeker is", "kan zijn", "op zichzelf", "met al het andere"],
    )
}

/// What the columns mean.
pub fn share_legend(lang: Lang) -> &'static str {
    lang.pick(
        "Shares of the variance of the figure, with their 95% interval. By itself: what would be gone if this were known (Sobol' first order). With all others: what would remain if all else were known (Sobol' total). Where the second is much larger, the cell matters through others.",
        "Delen van de variantie van het cijfer, met hun 95%-interval. Op zichzelf: wat verdwijnt als dit bekend is (Sobol', eerste orde). Met al het andere: wat overblijft als al het andere bekend is (Sobol', totaal). Waar het tweede veel groter is, werkt de cel door andere heen.",
    )
}

/// Rows that are not shown.
pub fn more(lang: Lang, more: u64) -> String {
    let more = count(lang, more);
    lang.pick(
        format!("And {more} more; --top N shows more, JSON has all."),
        format!("En nog {more}; --top N toont er meer, JSON heeft ze alle."),
    )
}

/// Nothing that was drawn changes the figure.
pub fn none(lang: Lang) -> &'static str {
    lang.pick("The figure is the same in every sample.", "Het cijfer is in elke trekking hetzelfde.")
}

/// A difference with its sign, and its margin where it has one.
pub fn difference(lang: Lang, difference: f64, margin: f64) -> String {
    let sign = if difference < 0.0 { "−" } else { "+" };
    let size = if difference == 0.0 { "0".to_owned() } else { format!("{sign}{}", number(lang, difference.abs())) };
    match margin > 0.0 {
        false => size,
        true if difference.abs() <= margin => lang.pick(format!("{size}, not significant"), format!("{size}, niet significant")),
        true => format!("{size} (±{})", number(lang, margin)),
    }
}

/// The stance of what was asked one at a time, and the draws of the samples.
pub fn rests(lang: Lang, stance: &str, drawn: &str) -> String {
    lang.pick(format!("One cell at a time: {stance} In samples: {drawn}"), format!("Cel voor cel: {stance} In trekkingen: {drawn}"))
}
