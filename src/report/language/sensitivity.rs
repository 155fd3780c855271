//! The texts of what decides.

pub mod flip;
pub mod samples;

use super::word::noun;
use super::{Lang, count, counted, hours};
use crate::analysis::sensitivity::{Basis, Figure};
use crate::units::Time;

/// The title.
pub fn title(lang: Lang, scenario: &str) -> String {
    lang.pick(format!("What decides: {scenario}"), format!("Wat de doorslag geeft: {scenario}"))
}

/// Headings.
pub mod heading {
    use super::Lang;

    /// The table of questions.
    pub fn decisive(lang: Lang) -> &'static str {
        lang.pick("Decisive but unverified: ask this first", "Beslissend maar niet geverifieerd: vraag dit eerst na")
    }

    /// The table of what may happen or not.
    pub fn forced(lang: Lang) -> &'static str {
        lang.pick("What may happen or not, and what that changes", "Wat wel of niet kan gebeuren, en wat dat verandert")
    }

    /// The table of shares of the variance.
    pub fn shares(lang: Lang) -> &'static str {
        lang.pick("Where the spread comes from", "Waar de spreiding vandaan komt")
    }

    /// The conclusion.
    pub fn certificate(lang: Lang) -> &'static str {
        lang.pick("What would overturn the conclusion", "Wat de conclusie zou omkeren")
    }
}

/// The figure in a sentence.
pub fn figure(lang: Lang, figure: Figure, node: Option<&str>) -> String {
    let name = match figure {
        Figure::LostHours => lang.pick("Hours lost", "Verloren uren"),
        Figure::Affected => lang.pick("Nodes affected", "Getroffen knopen"),
        Figure::Lost => lang.pick("Nodes lost entirely", "Geheel uitgevallen knopen"),
        Figure::ProcessesLost => lang.pick("Processes lost entirely", "Geheel uitgevallen processen"),
        Figure::SectorsHit => lang.pick("Sectors hit", "Getroffen sectoren"),
        Figure::FirstLoss => lang.pick("First loss", "Eerste verlies"),
        Figure::MinOutput => lang.pick("Lowest level", "Laagste niveau"),
    };
    match (node, figure) {
        (Some(node), _) => lang.pick(format!("{name} of {node}"), format!("{name} van {node}")),
        (None, Figure::LostHours) => lang.pick(format!("{name}, all nodes added up"), format!("{name}, alle knopen samen")),
        (None, _) => name.to_owned(),
    }
}

/// The figure as the head of a column.
pub fn figure_head(lang: Lang, figure: Figure) -> &'static str {
    match figure {
        Figure::LostHours => lang.pick("hours lost", "verloren uren"),
        Figure::Affected => lang.pick("affected", "getroffen"),
        Figure::Lost | Figure::ProcessesLost => lang.pick("lost", "uitgevallen"),
        Figure::SectorsHit => lang.pick("sectors", "sectoren"),
        Figure::FirstLoss => lang.pick("first loss", "eerste verlies"),
        Figure::MinOutput => lang.pick("lowest", "laagste"),
    }
}

/// What was found, in short.
pub fn summary(lang: Lang, figure: &str, central: &str, horizon: Time, asked: u64, rows: u64, moving: u64) -> String {
    let (within, cells, rows) = (hours(lang, horizon), counted(lang, asked, noun::cells(lang)), counted(lang, rows, noun::rows(lang)));
    let moving = match (moving, lang) {
        (0, _) => lang.pick("None of them changes", "Geen ervan verandert").to_owned(),
        (1, _) => lang.pick("One of them changes", "Eén ervan verandert").to_owned(),
        (some, _) => lang.pick(format!("{} of them change", count(lang, some)), format!("{} ervan veranderen", count(lang, some))),
    };
    lang.pick(
        format!("{figure}, within {within}, with every cell as stated: {central}. Something can happen through {rows}; {cells} there and in the events are not known for certain. {moving} the answer, each by itself."),
        format!("{figure}, binnen {within}, met elke cel zoals opgegeven: {central}. Er kan iets gebeuren via {rows}; daar en in de gebeurtenissen zijn {cells} niet zeker bekend. {moving} het antwoord, elk op zichzelf."),
    )
}

/// Column heads of the questions; the figure has its own.
pub fn heads(lang: Lang, figure: &str) -> [&str; 6] {
    lang.pick(
        ["", "what to find out", "may be", figure, "expected shift", "whom to ask"],
        ["", "wat na te vragen", "kan zijn", figure, "verwachte verschuiving", "bij wie"],
    )
}

/// What the columns mean.
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "Each row moves one cell from its lowest to its highest value, all else as stated, and shows what the figure then is. The expected shift is how far the figure moves on average once the cell is known: the value of asking. A number that is not verified may be half or double; a cell that is not stated is as its default has it with the confidence of its row, and otherwise anywhere in the range of its column, which --range sets (docs/semantics.md, What decides).",
        "Elke rij verschuift één cel van de laagste naar de hoogste waarde, al het andere zoals opgegeven, en toont het cijfer dat daaruit volgt. De verwachte verschuiving is hoever het cijfer gemiddeld verandert zodra de cel bekend is: wat navragen waard is. Een getal dat niet geverifieerd is kan de helft of het dubbele zijn; een cel die niet is opgegeven heeft met de zekerheid van haar rij haar standaardwaarde en ligt anders ergens in het bereik van haar kolom, dat --range instelt (docs/semantics.md, What decides).",
    )
}

/// Questions that are not shown.
pub fn more(lang: Lang, more: u64) -> String {
    let more = count(lang, more);
    lang.pick(
        format!("And {more} more; --top N shows more, csv and JSON show all."),
        format!("En nog {more}; --top N toont er meer, csv en JSON tonen alle."),
    )
}

/// The user interrupted.
pub fn truncated(lang: Lang, done: u64, of: u64) -> String {
    let (done, of) = (count(lang, done), count(lang, of));
    lang.pick(
        format!("Interrupted: {done} of {of} cells were looked at. What is shown is right; what is missing may matter more."),
        format!("Onderbroken: {done} van {of} cellen zijn bekeken. Wat er staat klopt; wat ontbreekt kan zwaarder wegen."),
    )
}

/// What a cell says now.
pub fn stated(lang: Lang, basis: Basis, present: &str) -> String {
    match (basis, present) {
        (Basis::NotStated, _) | (_, "") => lang.pick("not stated", "niet opgegeven").to_owned(),
        (Basis::Uncertain, present) => decimals(lang, present),
        (Basis::Unverified, "none") => lang.pick("none, unverified", "geen, niet geverifieerd").to_owned(),
        (Basis::Unverified, present) => {
            format!("{}, {}", decimals(lang, present), lang.pick("unverified", "niet geverifieerd"))
        }
    }
}

/// A cell as it is written, with the decimal mark of the language.
fn decimals(lang: Lang, present: &str) -> String {
    lang.pick(present.to_owned(), present.replace('.', ","))
}

/// From one value to another.
pub fn from_to(from: &str, to: &str) -> String {
    if from == to { from.to_owned() } else { format!("{from} → {to}") }
}

/// The range of what happens or does not.
pub fn no_or_yes(lang: Lang) -> &'static str {
    lang.pick("no → yes", "nee → ja")
}

/// Questions in words.
pub mod ask {
    use super::Lang;
    use crate::network::RangeColumn;

    /// How long an event lasts.
    pub fn duration(lang: Lang, event: u64) -> String {
        lang.pick(format!("How long does event {event} last?"), format!("Hoe lang duurt gebeurtenis {event}?"))
    }

    /// What an event leaves.
    pub fn level(lang: Lang, event: u64) -> String {
        lang.pick(format!("How much is left at event {event}?"), format!("Hoeveel blijft er over bij gebeurtenis {event}?"))
    }

    /// Whether an event happens.
    pub fn happens(lang: Lang, event: u64) -> String {
        lang.pick(format!("Does event {event} happen?"), format!("Doet gebeurtenis {event} zich voor?"))
    }

    /// A cell of the network: of a need of a node, of one of its rows, or of the node itself.
    pub fn cell(lang: Lang, column: RangeColumn, node: &str, need: &str, provider: &str, is_standby: bool) -> String {
        match column {
            RangeColumn::Share => lang.pick(
                format!("Which part of '{need}' does {node} get from {provider}?"),
                format!("Welk deel van '{need}' krijgt {node} van {provider}?"),
            ),
            RangeColumn::Minimum => lang.pick(
                format!("With which part of '{need}' can {node} still do something?"),
                format!("Met welk deel van '{need}' kan {node} nog iets?"),
            ),
            RangeColumn::Importance => {
                lang.pick(format!("How much of {node} is lost without '{need}'?"), format!("Hoeveel van {node} valt weg zonder '{need}'?"))
            }
            RangeColumn::Buffer => {
                lang.pick(format!("How long can {node} go on without '{need}'?"), format!("Hoe lang kan {node} door zonder '{need}'?"))
            }
            RangeColumn::Refill => lang.pick(
                format!("How long does it take to fill the stock for '{need}' at {node}?"),
                format!("Hoe lang duurt het bijvullen van de voorraad voor '{need}' bij {node}?"),
            ),
            RangeColumn::Activation => lang.pick(
                format!("How soon does {provider} step in for '{need}' at {node}?"),
                format!("Hoe snel springt {provider} bij voor '{need}' van {node}?"),
            ),
            RangeColumn::StartP => start(lang, node, need, provider, is_standby),
            RangeColumn::Probability => lang.pick(
                format!("Does {node} really fail without {provider} ('{need}')?"),
                format!("Valt {node} echt uit zonder {provider} ('{need}')?"),
            ),
            _ => of_node(lang, column, node, provider),
        }
    }

    fn start(lang: Lang, node: &str, need: &str, provider: &str, is_standby: bool) -> String {
        if is_standby {
            return lang.pick(
                format!("Does {provider} start when {node} calls on it for '{need}'?"),
                format!("Start {provider} als {node} er een beroep op doet voor '{need}'?"),
            );
        }
        lang.pick(
            format!("Does the stock for '{need}' at {node} work when called on?"),
            format!("Werkt de voorraad voor '{need}' bij {node} als die nodig is?"),
        )
    }

    fn of_node(lang: Lang, column: RangeColumn, node: &str, provider: &str) -> String {
        match column {
            RangeColumn::Repair => {
                lang.pick(format!("How long does it take to repair {node}?"), format!("Hoe lang duurt herstel van {node}?"))
            }
            RangeColumn::Restart => {
                lang.pick(format!("How long does {node} take to get going again?"), format!("Hoe lang duurt het herstarten van {node}?"))
            }
            RangeColumn::BlackStart => lang.pick(
                format!("How long can {node} run on its own once it returns?"),
                format!("Hoe lang kan {node} op eigen kracht draaien zodra die terugkomt?"),
            ),
            RangeColumn::Detect => lang.pick(
                format!("How long until {node} finds that it is compromised?"),
                format!("Hoe lang duurt het tot {node} merkt dat die gecompromitteerd is?"),
            ),
            RangeColumn::PCompromise => lang.pick(
                format!("Does compromise of {provider} reach {node}?"),
                format!("Slaat compromittering van {provider} over op {node}?"),
            ),
            _ => lang.pick(
                format!("How long does compromise take from {provider} to {node}?"),
                format!("Hoe lang doet compromittering erover van {provider} naar {node}?"),
            ),
        }
    }
}
