//! The texts of certain verdicts.

use super::word::noun;
use super::{Lang, count, counted, hours, list};
use crate::analysis::bounds::Verdict;
use crate::units::Time;

/// So many columns of a condition are named.
const CONDITION_COLUMNS: usize = 3;

/// The title.
pub fn title(lang: Lang, scenario: &str) -> String {
    lang.pick(format!("What is certain: {scenario}"), format!("Wat zeker is: {scenario}"))
}

/// Headings.
pub mod heading {
    use super::Lang;

    /// Nodes that fall in every world.
    pub fn must(lang: Lang) -> &'static str {
        lang.pick("Must lose function", "Verliest zeker functie")
    }

    /// Nodes for which it depends.
    pub fn may(lang: Lang) -> &'static str {
        lang.pick("May lose function: it depends on what is not known", "Kan functie verliezen: dat hangt af van wat niet bekend is")
    }

    /// What was assumed.
    pub fn ranges(lang: Lang) -> &'static str {
        lang.pick("Between which values", "Tussen welke waarden")
    }
}

/// The condition of every verdict where empty cells are taken to hold their default: in these columns, or in all where none is named.
/// `cells`: how many stand behind the losses, 0 where that was not counted.
pub fn condition(lang: Lang, columns: &[&str], cells: u64) -> String {
    let columns = if columns.is_empty() { String::new() } else { format!(" in {}", list(lang, columns, CONDITION_COLUMNS)) };
    let about = match cells {
        0 => String::new(),
        cells => {
            let cells = counted(lang, cells, noun::cells(lang));
            lang.pick(format!(" about {cells} behind these losses"), format!(" over {cells} achter deze uitval"))
        }
    };
    lang.pick(
        format!("If empty cells{columns} hold their default (an assumption{about})"),
        format!("Als lege cellen{columns} hun standaardwaarde hebben (een aanname{about})"),
    )
}

/// How many nodes have which verdict, under a condition where there is one.
pub fn summary(lang: Lang, condition: &str, must: u64, may: u64, cannot: u64, horizon: Time) -> String {
    let (must, may, cannot) = (counted(lang, must, noun::nodes(lang)), count(lang, may), count(lang, cannot));
    let within = hours(lang, horizon);
    let begin = if condition.is_empty() {
        lang.pick("Wherever", "Waar").to_owned()
    } else {
        lang.pick(format!("{condition}, then wherever"), format!("{condition}, dan geldt, waar"))
    };
    lang.pick(
        format!("{begin} the values lie within their ranges: within {within} {must} must lose function, {may} may, and {cannot} cannot."),
        format!("{begin} de waarden binnen hun grenzen ook liggen: binnen {within} verliezen {must} zeker functie, {may} misschien, en {cannot} zeker niet."),
    )
}

/// The same for vital processes.
pub fn vital(lang: Lang, must: u64, may: u64, of: u64) -> String {
    let (must, may, of) = (count(lang, must), count(lang, may), count(lang, of));
    lang.pick(
        format!("Of {of} vital processes {must} must and {may} may."),
        format!("Van {of} vitale processen {must} zeker en {may} misschien."),
    )
}

/// Column heads.
pub fn heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["what", "first loss", "out entirely", "lowest", "hours lost", "at the worst through"],
        ["wat", "eerste verlies", "geheel uit", "laagst", "uren verloren", "in het ergste geval door"],
    )
}

/// From the earliest moment to the latest.
pub fn between(lang: Lang, earliest: &str, latest: Option<&str>) -> String {
    match latest {
        Some(latest) if latest == earliest => earliest.to_owned(),
        Some(latest) => lang.pick(format!("{earliest} to {latest}"), format!("{earliest} tot {latest}")),
        None => lang.pick(format!("from {earliest}, or never"), format!("vanaf {earliest}, of nooit")),
    }
}

/// A verdict in one word.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Must => lang.pick("must", "zeker"),
        Verdict::May => lang.pick("may", "misschien"),
        Verdict::Cannot => lang.pick("cannot", "zeker niet"),
    }
}

/// What the verdicts mean.
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "Must and cannot are certain for all values within the ranges below, not merely likely. May means that neither was shown. Nodes that are not listed cannot lose function.",
        "Zeker en zeker niet gelden voor alle waarden binnen de grenzen hieronder, niet slechts waarschijnlijk. Misschien betekent dat geen van beide is aangetoond. Knopen die er niet staan, kunnen geen functie verliezen.",
    )
}

/// What is stated.
pub fn stated(lang: Lang) -> &'static str {
    lang.pick(
        "A stated value is taken as it is, a distribution as all that it can hold, a probability between 0 and 1 as yes or no.",
        "Een opgegeven waarde geldt zoals hij is, een verdeling als alles wat zij kan zijn, een kans tussen 0 en 1 als ja of nee.",
    )
}

/// Ranges that the analyst gave.
pub fn given(lang: Lang, list: &str) -> String {
    lang.pick(
        format!("Empty cells lie within ranges that you gave: {list}."),
        format!("Lege cellen liggen binnen grenzen die u gaf: {list}."),
    )
}

/// Columns whose default is taken for certain.
pub fn defaults(lang: Lang, list: &str) -> String {
    lang.pick(
        format!("Empty cells hold their default, for certain, in: {list}. That is an assumption."),
        format!("Lege cellen hebben zeker hun standaardwaarde in: {list}. Dat is een aanname."),
    )
}

/// Columns whose empty cells may hold anything.
pub fn widest(lang: Lang, list: &str) -> String {
    lang.pick(
        format!("Empty cells may hold all that their column allows in: {list}. --range COLUMN=LOW..HIGH narrows that."),
        format!("Lege cellen kunnen alles zijn wat hun kolom toestaat in: {list}. --range KOLOM=LAAG..HOOG maakt dat nauwer."),
    )
}

/// What standby and black starts cost.
pub fn bracketed(lang: Lang, needs: u64, black_starts: u64) -> String {
    let needs = counted(lang, needs, lang.pick(("need", "needs"), ("behoefte", "behoeften")));
    let starts = counted(lang, black_starts, noun::nodes(lang));
    lang.pick(
        format!("Standby at {needs} and black starts at {starts} come at moments that are not known; they are taken as never there at the worst and always there at the best. That is sound, and makes some verdicts 'may' that closer data would settle."),
        format!("Noodvoorzieningen bij {needs} en black starts bij {starts} komen op momenten die niet vaststaan; in het ergste geval zijn ze er nooit, in het beste altijd. Dat blijft aan de zekere kant, en maakt sommige oordelen 'misschien' die met betere gegevens vaststaan."),
    )
}

/// In place of the stance.
pub fn enclosed(lang: Lang) -> &'static str {
    lang.pick(
        "No stance was taken: the verdicts hold for every value within its range.",
        "Er is geen uitgangspunt gekozen: de oordelen gelden voor elke waarde binnen haar grenzen.",
    )
}
