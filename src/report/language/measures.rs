//! The texts of measures.

use super::word::noun;
use super::{Lang, count, counted, hours, moment, number};
use crate::analysis::measures::Standing;
use crate::analysis::ranking::Criterion;
use crate::units::Time;

/// Headings.
pub mod heading {
    use super::Lang;

    /// The best set.
    pub fn portfolio(lang: Lang, budget: &str) -> String {
        lang.pick(format!("The best that {budget} euros buy"), format!("Het beste voor {budget} euro"))
    }
}

/// The title.
pub fn title(lang: Lang, course: Option<&str>) -> String {
    match course {
        Some(course) => lang.pick(format!("Measures against: {course}"), format!("Maatregelen tegen: {course}")),
        None => lang.pick("Measures", "Maatregelen").to_owned(),
    }
}

/// What is to be made smaller, and how much there is of it; `taken` names what the events take, and is `None` where there are no events.
pub fn method(lang: Lang, what: &str, base: &str, within: Time, taken: Option<String>) -> String {
    let within = hours(lang, within);
    match taken {
        Some(taken) if taken.is_empty() => lang.pick(
            format!("Without any measure, within {within}: {base} ({what}). Each measure is tried by itself."),
            format!("Zonder maatregel, binnen {within}: {base} ({what}). Elke maatregel is apart geprobeerd."),
        ),
        Some(taken) => lang.pick(
            format!("With what the scenario takes ({taken}), within {within}: {base} ({what}). Each other measure is tried beside that, one at a time."),
            format!("Met wat het scenario neemt ({taken}), binnen {within}: {base} ({what}). Elke andere maatregel is daarnaast apart geprobeerd."),
        ),
        None => lang.pick(
            format!("Without any measure, over the lasting loss of each node within {within}: {base} ({what}), by how often each fails in a year where that is stated, else the mean of one loss. Each measure is tried by itself."),
            format!("Zonder maatregel, over de blijvende uitval van elke knoop binnen {within}: {base} ({what}), naar hoe vaak elk per jaar uitvalt waar dat is opgegeven, anders het gemiddelde van één uitval. Elke maatregel is apart geprobeerd."),
        ),
    }
}

/// Why a measure cannot be taken any more; `None` where it can.
pub fn standing(lang: Lang, standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Open => None,
        Standing::Taken => Some(lang.pick("taken already", "al genomen")),
        Standing::Excluded => Some(lang.pick("excluded by what is taken", "uitgesloten door wat al genomen is")),
        Standing::Impossible => Some(lang.pick(
            "not possible beside what is taken: the network would be at fault",
            "kan niet naast wat al genomen is: het netwerk klopt dan niet",
        )),
    }
}

/// What a criterion counts: one, and more; an amount of impact has its own unit.
pub fn unit(lang: Lang, criterion: Criterion) -> Option<(&'static str, &'static str)> {
    match criterion {
        Criterion::Impact(_) | Criterion::FirstVitalLoss => None,
        Criterion::LostHours => Some(lang.pick(("hour", "hours"), ("uur", "uur"))),
        Criterion::ProcessesLost => Some(noun::processes(lang)),
        Criterion::SectorsHit => Some(noun::sectors(lang)),
        Criterion::Affected | Criterion::Lost | Criterion::Compromised => Some(noun::nodes(lang)),
    }
}

/// Column heads, by what the criterion counts: one, and more.
pub fn heads(lang: Lang, (one, more): (&str, &str)) -> [String; 5] {
    lang.pick(
        ["measure".into(), format!("avoids ({more})"), "part".into(), "costs (euros)".into(), format!("euros per {one}")],
        ["maatregel".into(), format!("voorkomt ({more})"), "deel".into(), "kost (euro)".into(), format!("euro per {one}")],
    )
}

/// A part of a whole in percent; below nothing where a measure makes it worse. Nothing that is not zero is shown as zero.
pub fn part(part: f64) -> String {
    match part * 100.0 {
        percent if percent != 0.0 && percent.abs() < 1.0 => format!("{}<1%", if percent < 0.0 { "-" } else { "" }),
        percent if percent > 99.0 && percent < 100.0 => ">99%".to_owned(),
        percent => format!("{percent:.0}%"),
    }
}

/// What costs and effects leave out.
pub fn notes(lang: Lang, years: f64, without_cost: u64, unsure: u64) -> Vec<String> {
    let years = number(lang, years);
    let mut notes = vec![lang.pick(
        format!("Costs are those stated once and those of {years} years, not discounted. Effects do not add up: a set is worked out by itself."),
        format!("Kosten zijn die eenmalig zijn opgegeven en die van {years} jaar, niet verdisconteerd. Effecten zijn niet op te tellen: een combinatie is apart doorgerekend."),
    )];
    if without_cost > 0 {
        let number = counted(lang, without_cost, lang.pick(("measure", "measures"), ("maatregel", "maatregelen")));
        notes.push(lang.pick(
            format!("{number} without a cost: shown, and in no portfolio."),
            format!("{number} zonder kosten: getoond, en in geen portefeuille."),
        ));
    }
    if unsure > 0 {
        let number = counted(lang, unsure, lang.pick(("measure", "measures"), ("maatregel", "maatregelen")));
        notes.push(lang.pick(
            format!("{number} of low confidence, or without one: check what they cost and change before you quote this."),
            format!("{number} van lage zekerheid, of zonder opgave ervan: controleer wat ze kosten en veranderen voor je dit aanhaalt."),
        ));
    }
    notes
}

/// Nothing that can be paid helps against what was chosen; `others` name what else may be asked.
pub fn nothing_helps(lang: Lang, what: &str, others: &str) -> String {
    lang.pick(
        format!("No measure within this budget avoids any of this: {what}. Another criterion ({others}) may say otherwise."),
        format!(
            "Geen enkele maatregel binnen dit budget voorkomt hier iets van: {what}. Een ander criterium ({others}) kan anders uitwijzen."
        ),
    )
}

/// Which measures, and what they cost.
pub fn bought(lang: Lang, names: &str, cost: &str, is_one: bool) -> String {
    if is_one {
        return lang.pick(format!("{names}: {cost} euros"), format!("{names}: {cost} euro"));
    }
    lang.pick(format!("{names}: together {cost} euros"), format!("{names}: samen {cost} euro"))
}

/// What they avoid.
pub fn avoids(lang: Lang, avoided: &str, base: &str) -> String {
    lang.pick(format!("avoids {avoided} of {base}"), format!("voorkomt {avoided} van {base}"))
}

/// Every set was followed.
pub fn exact(lang: Lang, followed: u64) -> String {
    let followed = count(lang, followed);
    lang.pick(
        format!("the best of all sets that the budget and the exclusions allow ({followed} followed)"),
        format!("de beste van alle combinaties die het budget en de uitsluitingen toelaten ({followed} gevolgd)"),
    )
}

/// Put together one by one; what is left of it all, and what all together would avoid.
pub fn greedy(lang: Lang, followed: u64, left: &str, together: Option<&str>) -> String {
    let followed = count(lang, followed);
    let found = lang.pick(
        format!("put together one measure at a time, most avoided per euro first ({followed} sets followed): there are too many sets to follow all, so a better one may exist. No set can avoid more than the {left} that is left"),
        format!("een voor een samengesteld, meest voorkomen per euro eerst ({followed} combinaties gevolgd): er zijn er te veel om alle te volgen, dus er kan een betere zijn. Geen combinatie kan meer voorkomen dan de {left} die over is"),
    );
    together.map_or_else(
        || found.clone(),
        |together| {
            lang.pick(
                format!("{found}; all that can be paid one by one would together avoid {together}"),
                format!("{found}; alle die elk voor zich te betalen zijn, voorkomen samen {together}"),
            )
        },
    )
}

/// Sets that cannot be taken.
pub fn impossible(lang: Lang, sets: u64) -> String {
    let number = counted(lang, sets, lang.pick(("set", "sets"), ("combinatie", "combinaties")));
    let measures = if sets == 1 { lang.pick("its", "haar") } else { lang.pick("their", "hun") };
    lang.pick(
        format!("{number} passed over: with all {measures} measures a need would be short even when all works, or the network otherwise at fault"),
        format!("{number} overgeslagen: met al {measures} maatregelen komt een behoefte tekort terwijl alles werkt, of klopt het netwerk op een andere manier niet"),
    )
}

/// The user interrupted before all measures were worked out; with a budget the best set is missing too.
pub fn interrupted(lang: Lang, done: u64, of: u64, is_set_sought: bool) -> String {
    let missing = if is_set_sought {
        lang.pick(
            "a better measure may be missing, and the best set was not sought",
            "een betere maatregel kan ontbreken, en de beste combinatie is niet gezocht",
        )
    } else {
        lang.pick("a better measure may be missing", "een betere maatregel kan ontbreken")
    };
    let (is_one, done) = (done == 1, count(lang, done));
    let worked_out = if is_one { lang.pick("was", "is") } else { lang.pick("were", "zijn") };
    let of = counted(lang, of, lang.pick(("measure", "measures"), ("maatregel", "maatregelen")));
    lang.pick(
        format!("Stopped early: {done} of {of} {worked_out} worked out. What is shown is right; {missing}."),
        format!("Voortijdig gestopt: {done} van {of} {worked_out} doorgerekend. Wat er staat klopt; {missing}."),
    )
}

/// The user interrupted when all measures were worked out and the best set was sought.
pub fn interrupted_seeking(lang: Lang, of: u64) -> String {
    let of = counted(lang, of, lang.pick(("measure", "measures"), ("maatregel", "maatregelen")));
    lang.pick(
        format!("Stopped early, while the best set was sought: it is missing. What is shown of {of} is right, and none is left out."),
        format!("Voortijdig gestopt, tijdens het zoeken naar de beste combinatie: die ontbreekt. Wat er staat van {of} klopt, en er ontbreekt geen."),
    )
}

/// `--of` asks about the loss of each node, and events say what is lost.
pub fn of_without_events(lang: Lang) -> &'static str {
    lang.pick(
        "--of asks about the lasting loss of each node: it cannot stand beside a scenario or other events",
        "--of gaat over de blijvende uitval van elke knoop: het kan niet naast een scenario of andere gebeurtenissen staan",
    )
}

/// The network has no measures.
pub fn none(lang: Lang) -> &'static str {
    lang.pick("the network has no measures: add measures.csv", "het netwerk heeft geen maatregelen: voeg maatregelen.csv toe")
}

/// A criterion that measures cannot make smaller.
pub fn not_measurable(lang: Lang) -> &'static str {
    lang.pick(
        "measures are compared by an amount or a count: not by first_vital_loss_h or compromised",
        "maatregelen worden vergeleken naar een hoeveelheid of een aantal: niet naar first_vital_loss_h of compromised",
    )
}

/// A measure that a course of events takes.
pub fn is_taken(lang: Lang, number: usize, at: Time, name: &str, change: &str, target: &str) -> String {
    let at = moment(lang, at);
    lang.pick(
        format!("Event {number}, {at}: the measure {name} is taken, before anything else ({change} at {target})"),
        format!("Gebeurtenis {number}, {at}: de maatregel {name} wordt genomen, voor al het andere ({change} bij {target})"),
    )
}

/// A measure that an earlier event takes already.
pub fn is_taken_already(lang: Lang, number: usize, at: Time, name: &str, first: usize) -> String {
    let at = moment(lang, at);
    lang.pick(
        format!("Event {number}, {at}: the measure {name} is taken already by event {first}, and only once"),
        format!("Gebeurtenis {number}, {at}: de maatregel {name} is al genomen met gebeurtenis {first}, en telt één keer"),
    )
}
