//! The texts of exposure over samples.

use super::word::noun;
use super::{Lang, counted, hours};
use crate::units::Time;

/// What is drawn and what is not.
pub fn method(lang: Lang, samples: u64) -> String {
    let samples = counted(lang, samples, noun::samples(lang));
    lang.pick(
        format!("What follows is told over {samples}. Who controls what is not drawn: it is as the table says."),
        format!("Wat volgt is verteld over {samples}. Wie waarover zeggenschap heeft wordt niet getrokken: dat is zoals de tabel zegt."),
    )
}

/// What falls: the mean of each count, with its band.
pub fn withdrawn(lang: Lang, nodes: u64, within: Time, [affected, lost, processes]: [&str; 3]) -> String {
    if nodes == 0 {
        return lang.pick("It holds no node, so nothing falls.", "Het heeft geen knoop in handen, dus er valt niets uit.").to_owned();
    }
    let (nodes, within) = (counted(lang, nodes, noun::nodes(lang)), hours(lang, within));
    lang.pick(
        format!("{nodes} withheld at once and for good, these left out of what is counted. Within {within}, on average: {affected} others affected, {lost} lost, {processes} of them processes."),
        format!("{nodes} tegelijk en blijvend weg; geteld is wat daarnaast gebeurt. Binnen {within}, gemiddeld: {affected} andere geraakt, {lost} uitgevallen, waarvan {processes} processen."),
    )
}

/// Heads of the table of vital processes.
pub fn vital_heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["vital process", "chance short", "short after", "chance out", "lowest"],
        ["vitaal proces", "kans op tekort", "tekort na", "kans op uit", "laagst"],
    )
}

/// What the table of vital processes says.
pub fn vital_legend(lang: Lang) -> &'static str {
    lang.pick(
        "Looked at for a year. The chance is the share of samples; the moment is over those in which the process is short: the median, and between brackets the band of nine in ten.",
        "Een jaar vooruit gekeken. De kans is het deel van de trekkingen; het moment geldt voor die met een tekort: de mediaan, met tussen haakjes de band van negen van de tien.",
    )
}

/// What abuse reaches.
pub fn abused(lang: Lang, within: Time, nodes: &str, vital: &str) -> String {
    let within = hours(lang, within);
    lang.pick(
        format!("Within {within} compromise that begins in all of these reaches, on average, {nodes} nodes more, of which {vital} vital."),
        format!("Binnen {within} bereikt compromittering die in dit alles begint gemiddeld nog {nodes} knopen, waarvan {vital} vitaal."),
    )
}

/// Heads of the table of what is reached.
pub fn reached_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["chance", "what", "at"], ["kans", "wat", "na"])
}

/// Heads of the comparison.
pub fn comparison_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["", "now", "then", "difference"], ["", "nu", "dan", "verschil"])
}

/// Lighter measures are not sampled.
pub fn measures_by_stance(lang: Lang) -> &'static str {
    lang.pick(
        "The difference is taken sample by sample, in the same worlds. The lighter measures below are tried under the central stance, not over the samples: what happens in few samples may be missing there.",
        "Het verschil is trekking voor trekking genomen, in dezelfde werelden. De lichtere maatregelen hieronder zijn beproefd onder het centrale uitgangspunt, niet over de trekkingen: wat in weinig trekkingen gebeurt, kan daar ontbreken.",
    )
}
