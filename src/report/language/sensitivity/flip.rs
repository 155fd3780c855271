//! The texts of what overturns a conclusion.

use super::super::{Lang, count};
use crate::analysis::sensitivity::{Claim, Proof};

/// A claim about a node.
pub fn claim(lang: Lang, claim: Claim, node: &str) -> String {
    match claim {
        Claim::Falls => lang.pick(format!("{node} loses function"), format!("{node} verliest functie")),
        Claim::Lost => lang.pick(format!("{node} is lost entirely"), format!("{node} valt geheel uit")),
        Claim::Works => lang.pick(format!("{node} loses no function"), format!("{node} verliest geen functie")),
        Claim::Top(most) => lang.pick(
            format!("{node} is among the {most} that lose the most hours"),
            format!("{node} hoort bij de {most} die de meeste uren verliezen"),
        ),
    }
}

/// Whether a conclusion holds.
pub fn holds(lang: Lang, claim: &str, holds: bool) -> String {
    if holds {
        lang.pick(format!("\"{claim}\" is true with every cell as stated."), format!("\"{claim}\" is waar met elke cel zoals opgegeven."))
    } else {
        lang.pick(
            format!("\"{claim}\" is not true with every cell as stated. Overturning it means making it true."),
            format!("\"{claim}\" is niet waar met elke cel zoals opgegeven. Omkeren is: het waar maken."),
        )
    }
}

/// Cells that overturn it by themselves.
pub fn alone(lang: Lang, cells: u64, of: u64) -> String {
    let of = count(lang, of);
    match cells {
        1 => lang.pick(
            format!("Of the {of} uncertain cells it may depend on, one overturns it by itself:"),
            format!("Van de {of} onzekere cellen waarvan het kan afhangen keert er één het op zichzelf om:"),
        ),
        some => lang.pick(
            format!("Of the {of} uncertain cells it may depend on, {} overturn it, each by itself:", count(lang, some)),
            format!("Van de {of} onzekere cellen waarvan het kan afhangen keren er {} het om, elk op zichzelf:", count(lang, some)),
        ),
    }
}

/// Cells that are not listed.
pub fn more(lang: Lang, more: u64) -> String {
    let more = count(lang, more);
    lang.pick(format!("And {more} more; JSON has all."), format!("En nog {more}; JSON heeft ze alle."))
}

/// What was shown of a set of cells, or of there being none, where no cell overturns it by itself.
pub fn proof(lang: Lang, proof: Proof, cells: u64, of: u64) -> String {
    let (cells, of) = (count(lang, cells), count(lang, of));
    match proof {
        Proof::Smallest => lang.pick(
            format!("{cells} of the {of} uncertain cells it may depend on overturn it together. The bounds prove that fewer do not:"),
            format!("{cells} van de {of} onzekere cellen waarvan het kan afhangen keren het samen om. De grenzen bewijzen dat minder het niet doen:"),
        ),
        Proof::Tried => lang.pick(
            format!("{cells} of the {of} uncertain cells it may depend on overturn it together. All smaller sets were tried at the ends of their ranges, and none does:"),
            format!("{cells} van de {of} onzekere cellen waarvan het kan afhangen keren het samen om. Alle kleinere combinaties zijn geprobeerd aan de uiteinden van hun bereik, en geen doet het:"),
        ),
        Proof::Found => lang.pick(
            format!("{cells} of the {of} uncertain cells it may depend on overturn it together, and none of these can be missed. Not all smaller sets were tried:"),
            format!("{cells} van de {of} onzekere cellen waarvan het kan afhangen keren het samen om, en geen ervan kan worden gemist. Niet alle kleinere combinaties zijn geprobeerd:"),
        ),
        Proof::NoneFound => lang.pick(
            format!("None of the {of} uncertain cells it may depend on overturns it by itself, and all together do not either. That is not proof: whether something does is not known."),
            format!("Geen van de {of} onzekere cellen waarvan het kan afhangen keert het op zichzelf om, en alle samen ook niet. Dat is geen bewijs: of iets het doet is niet bekend."),
        ),
        Proof::NoneExists => lang.pick(
            "Nothing overturns it, wherever the uncertain cells lie within their ranges: the bounds prove it.".to_owned(),
            "Niets keert het om, waar de onzekere cellen binnen hun bereik ook liggen: de grenzen bewijzen het.".to_owned(),
        ),
    }
}

/// What was found before the user interrupted.
pub fn so_far(lang: Lang, cells: u64, of: u64) -> String {
    let (cells_text, of) = (count(lang, cells), count(lang, of));
    if cells == 0 {
        return lang.pick(
            format!("Of the {of} uncertain cells it may depend on, none was found that overturns it."),
            format!("Van de {of} onzekere cellen waarvan het kan afhangen is er geen gevonden die het omkeert."),
        );
    }
    lang.pick(
        format!("{cells_text} of the {of} uncertain cells it may depend on overturn it together:"),
        format!("{cells_text} van de {of} onzekere cellen waarvan het kan afhangen keren het samen om:"),
    )
}

/// Column heads of cells that overturn it.
pub fn heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["what decides", "now", "overturned at", "whom to ask"], ["wat de doorslag geeft", "nu", "omgekeerd bij", "bij wie"])
}

/// What a run takes now, and why.
pub fn now(taken: &str, stated: &str) -> String {
    format!("{taken} ({stated})")
}

/// What lasts.
pub fn for_good(lang: Lang) -> &'static str {
    lang.pick("never", "nooit")
}

/// The user interrupted the search.
pub fn interrupted(lang: Lang) -> &'static str {
    lang.pick(
        "The search was interrupted: other cells, or fewer, may overturn it.",
        "Het zoeken is onderbroken: misschien keren andere cellen het om, of minder.",
    )
}
