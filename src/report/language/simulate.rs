//! The texts of a simulation.

use super::word::noun;
use super::{Lang, count, counted, hours, moment, since};
use crate::units::Time;

/// The title of what is answered.
pub fn title(lang: Lang, scenario: &str) -> String {
    lang.pick(format!("What follows: {scenario}"), format!("Wat volgt er: {scenario}"))
}

/// In place of a scenario's title.
pub fn loss_of(lang: Lang, what: &str) -> String {
    lang.pick(format!("loss of {what}"), format!("uitval van {what}"))
}

/// What an event does to nodes.
pub fn fails(lang: Lang, number: usize, at: Time, what: &str, left: Option<&str>, span: &str) -> String {
    let at = moment(lang, at);
    match left {
        None => lang.pick(format!("Event {number}, {at}: {what} out{span}"), format!("Gebeurtenis {number}, {at}: {what} valt uit{span}")),
        Some(left) => lang.pick(
            format!("Event {number}, {at}: {what} down to {left}{span}"),
            format!("Gebeurtenis {number}, {at}: {what} zakt naar {left}{span}"),
        ),
    }
}

/// What a drain does.
pub fn drains(lang: Lang, number: usize, at: Time, need: &str, of: &str, span: &str) -> String {
    let at = moment(lang, at);
    lang.pick(
        format!("Event {number}, {at}: buffer and standby for {need} at {of} do not work{span}"),
        format!("Gebeurtenis {number}, {at}: buffer en noodvoorziening voor {need} bij {of} werken niet{span}"),
    )
}

/// How long an event lasts.
pub fn for_span(lang: Lang, duration: Option<Time>) -> String {
    match duration {
        Some(duration) => lang.pick(format!(", for {}", hours(lang, duration)), format!(", {} lang", hours(lang, duration))),
        None => lang.pick(", for good", ", blijvend").to_owned(),
    }
}

/// How long an event lasts whose nodes have repair times of their own.
pub fn until_repaired(lang: Lang) -> &'static str {
    lang.pick(", until repaired", ", tot herstel")
}

/// Behind an event that the stance leaves out.
pub fn does_not_strike(lang: Lang) -> &'static str {
    lang.pick(" (does not happen under this stance)", " (gebeurt niet bij dit uitgangspunt)")
}

/// The first line of the summary.
pub fn summary(lang: Lang, affected: u64, lost: u64, sectors: u64, horizon: Time) -> String {
    let nodes = counted(lang, affected, noun::nodes(lang));
    let sectors = if sectors == 0 { String::new() } else { format!(" in {}", counted(lang, sectors, noun::sectors(lang))) };
    let lost = if lost == 0 { lang.pick("none", "geen enkele").to_owned() } else { count(lang, lost) };
    let within = hours(lang, horizon);
    lang.pick(
        format!("Within {within}: {nodes} affected{sectors}, of which {lost} lost entirely."),
        format!("Binnen {within}: {nodes} getroffen{sectors}, waarvan {lost} geheel uitgevallen."),
    )
}

/// Nothing was lost.
pub fn nothing(lang: Lang, horizon: Time) -> String {
    let within = hours(lang, horizon);
    lang.pick(format!("Nothing loses function within {within}."), format!("Niets verliest functie binnen {within}."))
}

/// How vital processes fared.
pub fn vital(lang: Lang, affected: u64, lost: u64, of: u64) -> String {
    let lost = if lost == 0 { lang.pick("none", "geen enkel").to_owned() } else { count(lang, lost) };
    let (number, of) = (count(lang, affected), count(lang, of));
    let (are, zijn) = if affected == 1 { ("is", "is") } else { ("are", "zijn") };
    lang.pick(
        format!("Of {of} vital processes {number} {are} affected, {lost} lost entirely."),
        format!("Van {of} vitale processen {zijn} er {number} getroffen, {lost} geheel uitgevallen."),
    )
}

/// When the first vital process lost function.
pub fn first_vital(lang: Lang, at: Time, name: &str) -> String {
    let when = moment(lang, at);
    lang.pick(format!("The first is affected {when}: {name}."), format!("De eerste wordt {when} getroffen: {name}."))
}

/// The network has no vital processes.
pub fn no_vital(lang: Lang) -> &'static str {
    lang.pick("The network names no vital processes.", "Het netwerk noemt geen vitale processen.")
}

/// Some of the answer rests on a loop that may not run.
pub fn in_doubt(lang: Lang, nodes: u64) -> String {
    let nodes = counted(lang, nodes, noun::nodes(lang));
    lang.pick(
        format!("What is said of {nodes} is indeterminate: see the loops below."),
        format!("Wat over {nodes} gezegd wordt, is onbepaald: zie de kringen hieronder."),
    )
}

/// Headings of the sections.
pub mod heading {
    use super::Lang;

    /// The table by time.
    pub fn timeline(lang: Lang) -> &'static str {
        lang.pick("What falls, in order of time", "Wat uitvalt, op volgorde van tijd")
    }

    /// Loops.
    pub fn loops(lang: Lang) -> &'static str {
        lang.pick("Loops", "Kringen")
    }

    /// What the answer rests on.
    pub fn basis(lang: Lang) -> &'static str {
        lang.pick("What this rests on", "Waar dit op rust")
    }
}

/// Column heads of the table by time.
pub fn heads(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["at", "what", "sector", "lowest", "how long", "why", "order"],
        ["na", "wat", "sector", "laagst", "hoe lang", "waardoor", "orde"],
    )
}

/// What the columns mean.
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "Order 0 was hit itself, order 1 needs what was hit, and so on. A '>' means: not back in full within the horizon.",
        "Orde 0 is zelf getroffen, orde 1 heeft nodig wat getroffen is, enzovoort. Een '>' betekent: binnen de horizon niet volledig terug.",
    )
}

/// A node that was hit itself.
pub fn hit(lang: Lang, event: usize) -> String {
    lang.pick(format!("hit by event {event}"), format!("geraakt door gebeurtenis {event}"))
}

/// A need that was not met: which, through whom, and how long a buffer held.
pub fn unmet(lang: Lang, need: Option<&str>, providers: &str, bridged: Option<Time>) -> String {
    let what = match (need, providers) {
        (Some(need), "") => need.to_owned(),
        (Some(need), providers) => format!("{need} ({providers})"),
        (None, providers) => providers.to_owned(),
    };
    match bridged {
        Some(span) if span > Time::ZERO => {
            lang.pick(format!("{what}, after {} on buffer", hours(lang, span)), format!("{what}, na {} op buffer", hours(lang, span)))
        }
        Some(_) => lang.pick(format!("{what}, no buffer left"), format!("{what}, buffer leeg")),
        None => what,
    }
}

/// Nodes that hold one another down.
pub fn deadlock(lang: Lang, at: Time, nodes: &str) -> String {
    let at = since(lang, at);
    lang.pick(
        format!("Restart deadlock {at}: {nodes} wait for one another. None of them comes back without help, such as a black start or a temporary supply."),
        format!("Herstartblokkade {at}: {nodes} wachten op elkaar. Zonder hulp, zoals een black start of een tijdelijke voeding, komt geen van hen terug."),
    )
}

/// Nodes that keep one another up.
pub fn self_supported(lang: Lang, at: Time, nodes: &str) -> String {
    let at = since(lang, at);
    lang.pick(
        format!("Indeterminate {at}: {nodes} are kept up only by one another. Whether such a loop really runs is for you to say."),
        format!("Onbepaald {at}: {nodes} houden alleen elkaar in bedrijf. Of zo'n kring echt draait, is aan jou."),
    )
}

/// Nodes whose result rests on such a loop.
pub fn indeterminate(lang: Lang, number: u64, nodes: &str) -> String {
    let werkten = if number == 1 { "werkte" } else { "werkten" };
    let number = counted(lang, number, noun::nodes(lang));
    lang.pick(
        format!("{number} worked only thanks to such a loop: {nodes}. What is said of them is indeterminate."),
        format!("{number} {werkten} alleen dankzij zo'n kring: {nodes}. Wat daarover gezegd wordt, is onbepaald."),
    )
}

/// How unknowns were taken.
pub fn stance(lang: Lang, stance: &str) -> String {
    lang.pick(format!("Unknowns were taken by the stance {stance}."), format!("Onbekenden zijn genomen volgens het uitgangspunt {stance}."))
}

/// A cell with what was answered, and where that comes from.
pub fn answer(of: &str, column: &str, value: &str, source: Option<&str>) -> String {
    let source = source.map_or_else(String::new, |source| format!(" ({source})"));
    format!("{of} {column} = {value}{source}")
}

/// What was answered in questionnaires.
pub fn answered(lang: Lang, cells: u64, shown: &str) -> String {
    let cells = counted(lang, cells, noun::cells(lang));
    lang.pick(
        format!("{cells} as answered in a questionnaire, in place of what the network says: {shown}."),
        format!("{cells} zoals beantwoord in een vragenlijst, in plaats van wat het netwerk zegt: {shown}."),
    )
}

/// How many cells took their default.
pub fn assumed(lang: Lang, cells: u64, rows: u64) -> String {
    let (cells, rows) = (counted(lang, cells, noun::cells(lang)), counted(lang, rows, noun::rows(lang)));
    lang.pick(
        format!("{cells} in {rows} behind these losses are empty and took their default: those are assumptions."),
        format!("{cells} in {rows} achter deze uitval zijn leeg en kregen hun standaardwaarde: dat zijn aannames."),
    )
}

/// How many causes rest on rows that are not sure.
pub fn unsure(lang: Lang, unsure: u64, of: u64, examples: &str) -> String {
    let gaven = if of == 1 { "gaf" } else { "gaven" };
    let (unsure, of) = (count(lang, unsure), counted(lang, of, noun::dependencies(lang)));
    lang.pick(
        format!("{of} carried a loss; of {unsure} the confidence is low or not stated: {examples}."),
        format!("{of} {gaven} uitval door; van {unsure} is de zekerheid laag of niet opgegeven: {examples}."),
    )
}

/// What the model leaves out.
pub fn left_out(lang: Lang) -> &'static str {
    lang.pick(
        "Not in the model: capacity and congestion, repair crews and what repair itself needs, season and time of day, decisions during the event, and the physics of flow.",
        "Niet in het model: capaciteit en overbelasting, herstelploegen en wat herstel zelf nodig heeft, seizoen en tijdstip, besluiten tijdens de gebeurtenis, en de natuurkunde van stromen.",
    )
}

/// Rows that a text leaves out.
pub fn more_rows(lang: Lang, more: u64) -> String {
    let more = counted(lang, more, noun::rows(lang));
    lang.pick(
        format!("{more} more are not shown here; --out result.csv writes them all."),
        format!("Nog {more} staan hier niet; --out uitkomst.csv schrijft ze allemaal."),
    )
}

/// What was read.
pub fn inputs(lang: Lang, files: u64, fingerprint: &str) -> String {
    let files = counted(lang, files, lang.pick(("file", "files"), ("bestand", "bestanden")));
    let version = env!("CARGO_PKG_VERSION");
    lang.pick(
        format!("Inputs: {files}, fingerprint {fingerprint} (keten {version})."),
        format!("Invoer: {files}, vingerafdruk {fingerprint} (keten {version})."),
    )
}

/// The network by its title, version, date and marking.
pub fn network(lang: Lang, title: Option<&str>, version: Option<&str>, date: Option<&str>, marking: Option<&str>) -> String {
    let mut parts = vec![title.unwrap_or(lang.pick("without title", "zonder titel")).to_owned()];
    parts.extend(version.map(|version| lang.pick(format!("version {version}"), format!("versie {version}"))));
    parts.extend(date.map(str::to_owned));
    parts.extend(marking.map(|marking| lang.pick(format!("marking {marking}"), format!("rubricering {marking}"))));
    format!("{}: {}.", lang.pick("Network", "Netwerk"), parts.join(", "))
}
