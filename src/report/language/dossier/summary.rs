//! The texts of the summary: what a reader knows after a minute.

use super::super::word::noun;
use super::super::{Lang, count, counted, hours, list};
use crate::network::Stance;
use crate::units::Time;

/// Headings.
pub mod heading {
    use super::Lang;

    /// What failed.
    pub fn order(lang: Lang) -> &'static str {
        lang.pick("What lost function", "Wat functie verloor")
    }

    /// Why.
    pub fn why(lang: Lang) -> &'static str {
        lang.pick("Why", "Waardoor")
    }

    /// How sure.
    pub fn sure(lang: Lang) -> &'static str {
        lang.pick("How sure we are", "Hoe zeker we zijn")
    }

    /// What to check.
    pub fn check(lang: Lang) -> &'static str {
        lang.pick("What to check first", "Wat het eerst na te gaan is")
    }
}

/// What happened, in two sentences. `hit` names what was hit, nothing where that is no node that fell.
pub fn lead(lang: Lang, hit: Option<&str>, affected: u64, lost: u64, sectors: u64) -> String {
    let (nodes, sectors) = (counted(lang, affected, noun::nodes(lang)), counted(lang, sectors, noun::sectors(lang)));
    let lost = if lost == 0 { lang.pick("none", "geen enkele").to_owned() } else { count(lang, lost) };
    let begin = hit.map(|hit| lang.pick(format!("{hit} fails. "), format!("{hit} valt uit. "))).unwrap_or_default();
    lang.pick(
        format!("{begin}In all {nodes} in {sectors} lose function, {lost} of them entirely."),
        format!("{begin}In totaal verliezen {nodes} in {sectors} functie, waarvan {lost} geheel."),
    )
}

/// When it is over.
pub fn over(lang: Lang, at: Option<Time>, horizon: Time) -> String {
    let Some(at) = at else {
        let horizon = hours(lang, horizon);
        return lang.pick(format!("Not all of it is back within {horizon}."), format!("Niet alles is binnen {horizon} terug."));
    };
    let at = hours(lang, at);
    lang.pick(format!("After {at} all of it works again."), format!("Na {at} werkt alles weer."))
}

/// How many are compromised.
pub fn compromised(lang: Lang, compromised: u64) -> String {
    let nodes = counted(lang, compromised, noun::nodes(lang));
    let (are, zijn) = if compromised == 1 { ("is", "is") } else { ("are", "zijn") };
    lang.pick(format!("{nodes} {are} compromised."), format!("{nodes} {zijn} gecompromitteerd."))
}

/// Nothing lost function, but something was compromised.
pub fn quiet(lang: Lang, compromised: u64, horizon: Time) -> String {
    let (nodes, horizon) = (counted(lang, compromised, noun::nodes(lang)), hours(lang, horizon));
    lang.pick(
        format!("Nothing loses function within {horizon}; {nodes} compromised."),
        format!("Niets verliest functie binnen {horizon}; {nodes} gecompromitteerd."),
    )
}

/// Figures that stand out.
pub mod figure {
    use super::{Lang, Stance, count};

    /// A part of a whole.
    pub fn of(lang: Lang, part: u64, of: u64) -> String {
        let (part, of) = (count(lang, part), count(lang, of));
        lang.pick(format!("{part} of {of}"), format!("{part} van {of}"))
    }

    /// Vital processes.
    pub fn vital(lang: Lang) -> &'static str {
        lang.pick("vital processes affected", "vitale processen geraakt")
    }

    /// Nodes.
    pub fn affected(lang: Lang) -> &'static str {
        lang.pick("nodes affected", "knopen geraakt")
    }

    /// Nodes lost.
    pub fn lost(lang: Lang) -> &'static str {
        lang.pick("lost entirely", "geheel uitgevallen")
    }

    /// When it is over.
    pub fn over(lang: Lang) -> &'static str {
        lang.pick("until all works again", "tot alles weer werkt")
    }

    /// Nodes compromised.
    pub fn compromised(lang: Lang) -> &'static str {
        lang.pick("nodes compromised", "knopen gecompromitteerd")
    }

    /// A figure of the one run under a stance, beside figures of samples.
    pub fn one_run(lang: Lang, stance: Stance) -> &'static str {
        match stance {
            Stance::Central => lang.pick("in the central run", "in de centrale berekening"),
            Stance::Cautious => lang.pick("in the cautious run", "in de voorzichtige berekening"),
            Stance::Optimistic => lang.pick("in the optimistic run", "in de optimistische berekening"),
        }
    }

    /// The band of nine in ten samples.
    pub fn band(lang: Lang, low: &str, high: &str) -> String {
        if low == high {
            return lang.pick(format!("{low} in nine of ten samples"), format!("{low} in negen van de tien trekkingen"));
        }
        lang.pick(format!("{low} to {high} in nine of ten samples"), format!("{low} tot {high} in negen van de tien trekkingen"))
    }

    /// Vital processes over samples.
    pub fn vital_band(lang: Lang, always: u64, may: u64) -> String {
        let (always, may) = (count(lang, always), count(lang, may));
        lang.pick(format!("{always} in every sample, {may} others in some"), format!("{always} in elke trekking, {may} andere in sommige"))
    }
}

/// A moment, or from one to another.
pub fn wave(lang: Lang, from: Time, to: Time) -> String {
    let (first, last) = (hours(lang, from), hours(lang, to));
    match (from == Time::ZERO, first == last) {
        (true, true) => lang.pick("at once", "meteen").to_owned(),
        (_, true) => lang.pick(format!("after {first}"), format!("na {first}")),
        (_, false) => lang.pick(format!("{first} to {last}"), format!("{first} tot {last}")),
    }
}

/// A node that keeps a part of its function, with the least of it.
pub fn left(lang: Lang, name: &str, left: &str) -> String {
    lang.pick(format!("{name} {left} left"), format!("{name} nog {left}"))
}

/// Names with a verb behind them.
pub fn starts(lang: Lang, names: &[String], most: usize, why: &str) -> String {
    let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
    format!("{}{why}", list(lang, names, most))
}

/// What follows at the same moment, all of it.
pub fn follow_all(lang: Lang, names: &str) -> String {
    lang.pick(format!(" With it: {names}."), format!(" Daarmee ook: {names}."))
}

/// What follows at the same moment, some of it by name.
pub fn follow(lang: Lang, number: u64, sectors: u64, names: &str) -> String {
    let (others, in_sectors) =
        (counted(lang, number, lang.pick(("other", "others"), ("andere", "andere"))), counted(lang, sectors, noun::sectors(lang)));
    lang.pick(
        format!(" With it {others} in {in_sectors}, among them {names}."),
        format!(" Daarmee ook {others} in {in_sectors}, waaronder {names}."),
    )
}

/// Why something starts to fall.
pub mod because {
    use super::{Lang, Time, hours};

    /// It was hit.
    pub fn hit(lang: Lang) -> &'static str {
        lang.pick("hit", "getroffen")
    }

    /// A buffer ran out.
    pub fn buffer(lang: Lang, longest: Time) -> String {
        let longest = hours(lang, longest);
        lang.pick(format!("buffer of {longest} empty"), format!("buffer van {longest} leeg"))
    }
}

/// What most losses ran through.
pub fn through(lang: Lang, name: &str, short_of: &str, others: u64, of: u64) -> String {
    let (others, of) = (count(lang, others), count(lang, of));
    lang.pick(
        format!("{name} fell short of {short_of}. All causes behind {others} of the {of} that followed run through it."),
        format!("{name} had een tekort aan {short_of}. Alle oorzaken achter {others} van de {of} die volgden, lopen hierdoorheen."),
    )
}

/// Nothing carried others.
pub fn through_none(lang: Lang) -> &'static str {
    lang.pick("No loss alone carried others with it.", "Geen verlies nam op zichzelf andere mee.")
}

/// How many losses came at once and how many after a buffer.
pub fn at_once(lang: Lang, at_once: u64, buffered: u64) -> String {
    let (at_once, buffered) = (counted(lang, at_once, lang.pick(("loss", "losses"), ("verlies", "verliezen"))), count(lang, buffered));
    let kwamen = if at_once.starts_with("1 ") { "kwam" } else { "kwamen" };
    lang.pick(
        format!("{at_once} came without any buffer in between; {buffered} after a buffer ran out."),
        format!("{at_once} {kwamen} zonder buffer ertussen; {buffered} nadat een buffer leeg was."),
    )
}

/// What is certain, under a condition where there is one.
pub fn certain(lang: Lang, condition: &str, must: u64, may: u64, cannot: u64) -> String {
    let verliezen = if must == 1 { "verliest" } else { "verliezen" };
    let (must, may, cannot) = (counted(lang, must, noun::nodes(lang)), count(lang, may), count(lang, cannot));
    let begin = if condition.is_empty() {
        lang.pick("Whatever", "Wat").to_owned()
    } else {
        lang.pick(format!("{condition}, then whatever"), format!("{condition}, dan geldt, wat"))
    };
    lang.pick(
        format!("{begin} the uncertain values turn out to be: {must} must lose function and {cannot} cannot. For {may} it depends."),
        format!("{begin} de onzekere waarden ook blijken te zijn: {must} {verliezen} zeker functie, {cannot} zeker niet. Bij {may} hangt het ervan af."),
    )
}

/// How well the rows are known.
pub fn verified(lang: Lang, sure: u64, of: u64) -> String {
    let gaven = if of == 1 { "gaf" } else { "gaven" };
    let (sure, of) = (
        if sure == 0 { lang.pick("none", "geen enkele").to_owned() } else { count(lang, sure) },
        counted(lang, of, noun::dependencies(lang)),
    );
    lang.pick(
        format!("{of} carried the loss. Of {sure} the confidence is high or medium; the rest is estimated."),
        format!("{of} {gaven} het verlies door. Van {sure} is de zekerheid hoog of gemiddeld; de rest is geschat."),
    )
}

/// How it compares with what is known.
pub fn incident(lang: Lang, losses: &str, controls: &str) -> String {
    lang.pick(
        format!("Held against what is known of it: {losses} of what failed come out right, and {controls} of what kept working."),
        format!("Getoetst aan wat ervan bekend is: {losses} van wat uitviel komen goed uit, en {controls} van wat bleef werken."),
    )
}

/// A question, what the answer may change, and whom to ask.
pub fn question(lang: Lang, question: &str, from: &str, to: &str, whom: &str) -> String {
    let whom = if whom.is_empty() { String::new() } else { lang.pick(format!(" Ask {whom}."), format!(" Vraag {whom}.")) };
    lang.pick(
        format!("{question} The hours lost in all lie between {from} and {to}, depending on that.{whom}"),
        format!("{question} Afhankelijk daarvan gaan er in totaal {from} tot {to} uur verloren.{whom}"),
    )
}

/// Nothing decides.
pub fn no_question(lang: Lang) -> &'static str {
    lang.pick("No uncertain cell changes the outcome by itself.", "Geen onzekere cel verandert de uitkomst op zichzelf.")
}
