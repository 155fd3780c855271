//! The texts of a classification over samples.

use super::word::noun;
use super::{Lang, count, counted};

/// In how many worlds every node was classified.
pub fn method(lang: Lang, samples: u64) -> String {
    let samples = counted(lang, samples, noun::samples(lang));
    lang.pick(
        format!("This is done in {samples}, all nodes in the same worlds. What is uncertain in the network and in its amounts is drawn; limits are not."),
        format!("Dat is gedaan in {samples}, alle knopen in dezelfde werelden. Wat onzeker is in het netwerk en zijn hoeveelheden is getrokken; grenzen niet."),
    )
}

/// Nothing is uncertain.
pub fn certain(lang: Lang) -> &'static str {
    lang.pick(
        "No cell that this rests on is uncertain: all samples are alike, and every share is none or all. Distributions, probabilities and ranges in the tables make a difference.",
        "Geen cel waar dit op rust is onzeker: alle trekkingen zijn gelijk, en elk aandeel is niets of alles. Verdelingen, kansen en spreidingen in de tabellen maken verschil.",
    )
}

/// How the usual verdicts stand to what is stated, and how many are the same in all samples.
pub fn settled(lang: Lang, of: u64, settled: u64) -> String {
    let has = if settled == 1 { lang.pick("has", "heeft") } else { lang.pick("have", "hebben") };
    let (of, settled) = (counted(lang, of, noun::nodes(lang)), count(lang, settled));
    lang.pick(
        format!("Of {of} {settled} {has} the same verdict in all samples."),
        format!("Van {of} {has} er {settled} in alle trekkingen hetzelfde oordeel."),
    )
}

/// The columns before those of the classes.
pub fn heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["node", "stated", "most often"], ["knoop", "opgegeven", "meestal"])
}

/// The columns behind those of the classes: no class, and what decided.
pub fn last_heads(lang: Lang) -> [&'static str; 2] {
    lang.pick(["no class", "decided by"], ["geen klasse", "bepaald door"])
}

/// What the columns mean.
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "Under a class: the share of samples in which it is the verdict. Behind a criterion: the share of samples in which it reaches the class of that sample; several may in one. The graver of two classes that are found as often counts as found most often.",
        "Onder een klasse: het aandeel trekkingen waarin dat het oordeel is. Achter een criterium: het aandeel trekkingen waarin het de klasse van die trekking haalt; in één trekking kunnen het er meer zijn. Van twee klassen die even vaak zijn gevonden geldt de zwaarste.",
    )
}
