//! The texts of pictures: their titles, what is to be seen in them, what signs and colours mean.

use super::super::{Lang, count, hours};
use crate::units::Time;

/// The heat map.
pub mod heat {
    use super::{Lang, Time, count, hours};

    /// Its title.
    pub fn title(lang: Lang) -> &'static str {
        lang.pick("What was left, sector by sector", "Wat er overbleef, sector voor sector")
    }

    /// What is to be seen in it.
    pub fn alternative(lang: Lang, sectors: u64, first: &str, until: Time, worst: &str, left: &str) -> String {
        let (sectors, until) = (count(lang, sectors), hours(lang, until));
        lang.pick(
            format!(
                "{sectors} sectors, from 0 to {until}. The first to lose function is {first}. The deepest is {worst}, with {left} left."
            ),
            format!("{sectors} sectoren, van 0 tot {until}. Het eerst verliest {first} functie. Het diepst zakt {worst}, tot {left}."),
        )
    }

    /// How many of a sector.
    pub fn of(lang: Lang, affected: u64, of: u64) -> String {
        let (affected, of) = (count(lang, affected), count(lang, of));
        lang.pick(format!("{affected} of {of} nodes hit"), format!("{affected} van {of} knopen geraakt"))
    }

    /// A square in words.
    pub fn square(lang: Lang, sector: &str, from: Time, to: Time, left: &str) -> String {
        let (from, to) = (hours(lang, from), hours(lang, to));
        lang.pick(format!("{sector}, {from} to {to}: {left} left"), format!("{sector}, {from} tot {to}: nog {left}"))
    }

    /// What the colours mean; a square covers so much time.
    pub fn note(lang: Lang, step: Time) -> String {
        let step = hours(lang, step);
        lang.pick(
            format!("Colour: what was left on average of all nodes of the sector, each counted alike, those that were not hit as whole. A square is the mean over {step}; beside the name: how many nodes were hit at any time."),
            format!("Kleur: wat er gemiddeld over was van alle knopen van de sector, elk even zwaar geteld en wat niet geraakt is als heel. Een vakje is het gemiddelde over {step}; bij de naam: hoeveel knopen ergens in de tijd geraakt zijn."),
        )
    }

    /// The head of the sectors.
    pub fn head(lang: Lang) -> &'static str {
        lang.pick("sector", "sector")
    }
}

/// The bars over time.
pub mod course {
    use super::{Lang, Time, count, hours};

    /// Their title.
    pub fn title(lang: Lang) -> &'static str {
        lang.pick("What fell when", "Wat er wanneer uitviel")
    }

    /// What is to be seen.
    pub fn alternative(lang: Lang, nodes: u64, until: Time) -> String {
        let (nodes, until) = (count(lang, nodes), hours(lang, until));
        lang.pick(
            format!("A bar for each of {nodes} losses from 0 to {until}, by sector, in order of time. The darker, the less was left."),
            format!("Een balk voor elk van {nodes} verliezen van 0 tot {until}, per sector, op volgorde van tijd. Hoe donkerder, hoe minder er over was."),
        )
    }
}

/// The picture of the chain.
pub mod chain {
    use super::{Lang, count};

    /// Its title.
    pub fn title(lang: Lang) -> &'static str {
        lang.pick("The chain: who fell because of whom", "De keten: wie door wie uitviel")
    }

    /// What is to be seen.
    pub fn alternative(lang: Lang, nodes: u64, links: u64, orders: u64) -> String {
        let (nodes, links, orders) = (count(lang, nodes), count(lang, links), count(lang, orders));
        lang.pick(
            format!("{nodes} nodes and {links} causes between them, in {orders} steps from left to right, by sector from top to bottom."),
            format!("{nodes} knopen en {links} oorzaken daartussen, in {orders} stappen van links naar rechts, per sector van boven naar beneden."),
        )
    }

    /// The name of a step.
    pub fn order(lang: Lang, order: usize) -> String {
        match order {
            0 => lang.pick("hit itself", "zelf getroffen").to_owned(),
            1 => lang.pick("step 1", "stap 1").to_owned(),
            order => lang.pick(format!("step {order}"), format!("stap {order}")),
        }
    }

    /// What a strong line means.
    pub fn strong(lang: Lang) -> &'static str {
        lang.pick(
            "Coloured line: leads to a loss that all causes behind many others run through; the thicker, the more.",
            "Gekleurde lijn: leidt naar een verlies waar alle oorzaken achter veel andere doorheen lopen; hoe dikker, hoe meer.",
        )
    }

    /// What is not drawn one by one.
    pub fn grouped(lang: Lang, most: u64) -> String {
        let most = count(lang, most);
        lang.pick(
            format!("There are more than {most} nodes: those of one sector and one step are drawn as one, with their mean."),
            format!("Er zijn meer dan {most} knopen: die van één sector en één stap zijn als één getekend, met hun gemiddelde."),
        )
    }

    /// Nodes drawn as one.
    pub fn group(lang: Lang, nodes: u64, first: &str) -> String {
        let more = count(lang, nodes.saturating_sub(1));
        match nodes {
            1 => first.to_owned(),
            _ => lang.pick(format!("{first} and {more} more"), format!("{first} en nog {more}")),
        }
    }

    /// A node in words.
    pub fn item(lang: Lang, name: &str, at: &str, left: &str, through: u64) -> String {
        let behind = match through {
            0 => String::new(),
            more => {
                let more = count(lang, more);
                lang.pick(format!("; {more} others fell only by way of it"), format!("; {more} andere vielen alleen hierdoor uit"))
            }
        };
        lang.pick(format!("{name}: from {at}, {left} left{behind}"), format!("{name}: vanaf {at}, nog {left}{behind}"))
    }

    /// Column heads.
    pub fn heads(lang: Lang) -> [&'static str; 5] {
        lang.pick(
            ["step", "what", "sector", "because of", "others only by way of it"],
            ["stap", "wat", "sector", "door", "andere alleen hierdoor"],
        )
    }
}

/// The picture of the ranking.
pub mod ranking {
    use super::{Lang, Time, count, hours};

    /// Its title.
    pub fn title(lang: Lang, criterion: &str) -> String {
        lang.pick(
            format!("Which single node is worst to lose, by {criterion}"),
            format!("Welke knoop het ergst is om te verliezen, naar: {criterion}"),
        )
    }

    /// What is to be seen.
    pub fn alternative(lang: Lang, rows: u64, first: &str, value: &str, has_bands: bool) -> String {
        let rows = count(lang, rows);
        let signs = lang.pick(
            " Dots are means, lines the band of nine in ten samples.",
            " Punten zijn gemiddelden, lijnen de band van negen op de tien trekkingen.",
        );
        let signs = if has_bands { signs } else { "" };
        lang.pick(
            format!("{rows} nodes, the worst on top: {first}, {value}.{signs}"),
            format!("{rows} knopen, de ergste bovenaan: {first}, {value}.{signs}"),
        )
    }

    /// What was asked.
    pub fn asked(lang: Lang, within: Time) -> String {
        let within = hours(lang, within);
        lang.pick(
            format!("Each node is lost in turn and stays lost; what else falls within {within} is counted."),
            format!("Elke knoop valt om beurten blijvend uit; geteld is wat daarna binnen {within} nog meer uitvalt."),
        )
    }

    /// It is not of the scenario.
    pub fn apart(lang: Lang) -> &'static str {
        lang.pick("This is apart from the scenario.", "Dit staat los van het scenario.")
    }

    /// There are no bands, because no samples were drawn.
    pub fn no_bands(lang: Lang) -> &'static str {
        lang.pick(
            "These figures come from one calculation; how uncertain they are was not worked out.",
            "Deze cijfers komen uit één berekening; hoe onzeker ze zijn is niet uitgerekend.",
        )
    }
}
