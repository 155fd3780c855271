//! The messages of the command line.

use super::word::noun;
use super::{Lang, count, counted};
use std::io::ErrorKind;
use std::path::Path;

/// No event was named.
pub fn nothing_happens(lang: Lang) -> &'static str {
    lang.pick(
        "say what happens: --scenario NAME, --fail SELECTOR or --compromise SELECTOR",
        "zeg wat er gebeurt: --scenario NAAM, --fail SELECTIE of --compromise SELECTIE",
    )
}

/// A report on the network as anything but a page.
pub fn report_of_what(lang: Lang) -> &'static str {
    lang.pick(
        "say what happens (--scenario NAME, --fail SELECTOR or --compromise SELECTOR), or ask for the report on the network: --out FILE.html",
        "zeg wat er gebeurt (--scenario NAAM, --fail SELECTIE of --compromise SELECTIE), of vraag het rapport over het netwerk: --out BESTAND.html",
    )
}

/// Samples where a report is no page.
pub fn samples_of_a_page(lang: Lang) -> &'static str {
    lang.pick(
        "keten: samples are drawn for the page alone (--out FILE.html); who must be called follows from the --stance\n",
        "keten: trekkingen zijn er alleen voor de pagina (--out BESTAND.html); wie er gebeld moet worden, volgt uit de --stance\n",
    )
}

/// A command that draws nothing.
pub fn draws_nothing(lang: Lang, command: &str) -> String {
    lang.pick(
        format!("{command} takes no --samples and no --until-se: it answers by the --stance"),
        format!("{command} kent geen --samples en --until-se: het antwoordt volgens de --stance"),
    )
}

/// Nobody's exposure was asked for.
pub fn nobody_asked(lang: Lang) -> &'static str {
    lang.pick(
        "say whose exposure: --actor ID, --country CODE or --acquire OWNER:OWNED:SHARE",
        "zeg om wie het gaat: --actor ID, --country LAND of --acquire KOPER:ONDERNEMING:AANDEEL",
    )
}

/// An acquisition that cannot be read.
pub fn not_a_deal(lang: Lang, text: &str) -> String {
    lang.pick(
        format!("--acquire {text}: write OWNER:OWNED:SHARE, such as FUND:GRID-BV:0.6"),
        format!("--acquire {text}: schrijf KOPER:ONDERNEMING:AANDEEL, zoals FONDS:NET-BV:0.6"),
    )
}

/// A code that is none.
pub fn unknown_code(lang: Lang, code: &str) -> String {
    lang.pick(
        format!("'{code}' is no code; `keten explain` without a code lists them all"),
        format!("'{code}' is geen code; `keten explain` zonder code toont ze allemaal"),
    )
}

/// A conversion without a folder to write to.
pub fn no_folder(lang: Lang) -> &'static str {
    lang.pick(
        "name what to make: --out FOLDER, or a file such as network.xlsx or network.graphml",
        "noem wat er gemaakt moet worden: --out MAP, of een bestand zoals netwerk.xlsx of netwerk.graphml",
    )
}

/// A form that no network can be turned into.
pub fn unknown_form(lang: Lang, file: &str) -> String {
    let forms = ".xlsx, .csv, .graphml, .gexf, .geojson";
    lang.pick(
        format!("{file}: a network can be turned into a folder (a name without an ending), or into {forms}"),
        format!("{file}: van een netwerk kan een map worden gemaakt (een naam zonder punt), of {forms}"),
    )
}

/// Scenarios that were left behind.
pub fn without_scenarios(lang: Lang) -> &'static str {
    lang.pick("The scenarios stay where they are: name them by their path.\n", "De scenario's blijven waar ze zijn: noem ze met hun pad.\n")
}

/// Nodes that cannot be on a map.
pub fn off_the_map(lang: Lang, left_out: u64, of: u64) -> String {
    let (left_out, of) = (count(lang, left_out), count(lang, of));
    lang.pick(
        format!("{left_out} of {of} nodes have no coordinates (lat, lon) and are not on the map.\n"),
        format!("{left_out} van {of} knopen hebben geen coördinaten (lat, lon) en staan niet op de kaart.\n"),
    )
}

/// A workbook would be written to a terminal.
pub fn no_workbook_on_a_terminal(lang: Lang) -> &'static str {
    lang.pick(
        "a workbook is no text: write it to a file with --out FILE.xlsx",
        "een werkmap is geen tekst: schrijf hem met --out BESTAND.xlsx",
    )
}

/// What became of a bill of materials.
pub fn converted(lang: Lang, packages: u64, uses: u64) -> String {
    let (packages, uses) = (counted(lang, packages, noun::nodes(lang)), counted(lang, uses, noun::dependencies(lang)));
    lang.pick(
        format!("{packages}, {uses}; each passes compromise by its updates. Try: rank FOLDER --criterion compromised\n"),
        format!("{packages}, {uses}; elk geeft compromittering door met zijn updates. Probeer: rank MAP --criterion compromised\n"),
    )
}

/// An answer that could not be written; without a path: to standard output.
pub fn not_written(lang: Lang, path: Option<&Path>, said: &std::io::Error) -> String {
    let place = path.map(|path| path.display().to_string());
    let place = place.unwrap_or_else(|| lang.pick("to standard output", "de standaarduitvoer").to_owned());
    let why = match said.kind() {
        ErrorKind::NotFound => lang.pick("the folder is not there", "de map is er niet"),
        ErrorKind::PermissionDenied => lang.pick("you may not write there", "je mag daar niet schrijven"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => lang.pick("the disk is full", "de schijf is vol"),
        ErrorKind::AlreadyExists => lang.pick("it exists already", "het bestaat al"),
        ErrorKind::IsADirectory => lang.pick("it is a folder", "het is een map"),
        ErrorKind::NotADirectory => lang.pick("a part of the path is no folder", "een deel van het pad is geen map"),
        ErrorKind::ReadOnlyFilesystem => lang.pick("the disk is read-only", "de schijf is alleen te lezen"),
        // What the system says is better than nothing, in whatever language it says it.
        _ => return lang.pick(format!("cannot write {place}: {said}"), format!("kan {place} niet schrijven: {said}")),
    };
    lang.pick(format!("cannot write {place}: {why}"), format!("kan {place} niet schrijven: {why}"))
}

/// The last line under the faults of an input.
pub fn faults(lang: Lang, errors: u64, warnings: u64, notes: u64, is_check: bool) -> String {
    let also = [(warnings, noun::warnings(lang)), (notes, noun::notes(lang))];
    let also = also.into_iter().filter(|(number, _)| *number > 0).map(|(number, noun)| format!(", {}", counted(lang, number, noun)));
    let found = counted(lang, errors, noun::errors(lang)) + &also.collect::<String>();
    let later = lang.pick(
        " Warnings about the network as a whole come when these are mended.",
        " Waarschuwingen over het netwerk als geheel volgen als deze zijn hersteld.",
    );
    let later = if is_check { later } else { "" };
    lang.pick(
        format!("{found}. Nothing was computed.{later} `keten explain CODE` tells more of a code.\n"),
        format!("{found}. Er is niets berekend.{later} `keten explain CODE` vertelt meer over een code.\n"),
    )
}

/// What another version can be set beside.
pub fn beside_what(lang: Lang) -> &'static str {
    lang.pick(
        "--beside is told on a page (--out FILE.html), of the network as it is or under --scenario alone",
        "--beside staat op een pagina (--out BESTAND.html), over het netwerk zoals het is of alleen onder --scenario",
    )
}

/// A folder is made where the argument says.
pub fn init_takes_no_out(lang: Lang) -> &'static str {
    lang.pick(
        "init makes a folder and takes no --out: name the folder, as in `keten init FOLDER`",
        "init maakt een map en kent geen --out: noem de map, zoals in `keten init MAP`",
    )
}

/// A format that a command has no answer in.
pub fn no_picture(lang: Lang, file: &str) -> String {
    lang.pick(format!("--out {file}: this command makes no picture"), format!("--out {file}: deze opdracht maakt geen plaatje"))
}

/// An ending that names no format.
pub fn unknown_ending(lang: Lang, file: &str) -> String {
    lang.pick(
        format!("--out {file}: the ending must be .json, .csv, .md, .txt, .xlsx, .html or .svg"),
        format!("--out {file}: de extensie moet .json, .csv, .md, .txt, .xlsx, .html of .svg zijn"),
    )
}

/// What comes after a new case.
pub fn next_is_check(lang: Lang, folder: &str) -> String {
    let folder = if folder.contains(char::is_whitespace) { format!("\"{folder}\"") } else { folder.to_owned() };
    lang.pick(format!("Next: keten check {folder}\n"), format!("Hierna: keten check {folder} --lang nl\n"))
}

/// Sets are of losses.
pub fn no_sets_of_reach(lang: Lang) -> &'static str {
    lang.pick(
        "sets are not ordered by what is compromised; choose another --criterion",
        "combinaties worden niet geordend naar compromittering; kies een ander --criterion",
    )
}

/// A figure that a node has and a scenario has not, or the reverse.
pub fn figure_of(lang: Lang, figure: &str, of_node: bool) -> String {
    if of_node {
        return lang.pick(
            format!("--figure {figure} is counted over all nodes: leave out --node"),
            format!("--figure {figure} telt over alle knopen: laat --node weg"),
        );
    }
    lang.pick(
        format!("--figure {figure} is that of one node: say which with --node ID"),
        format!("--figure {figure} is van één knoop: zeg welke met --node ID"),
    )
}

/// Work reached a limit.
pub fn truncated(lang: Lang) -> &'static str {
    lang.pick("a limit was reached: the answer is a part, and says so\n", "een grens is bereikt: het antwoord is een deel, en zegt dat\n")
}

/// Work was stopped by the user.
pub fn interrupted(lang: Lang) -> &'static str {
    lang.pick("interrupted: the answer is a part, and says so\n", "onderbroken: het antwoord is een deel, en zegt dat\n")
}

/// A criterion that there is not.
pub fn unknown_criterion(lang: Lang, name: &str, known: &[String]) -> String {
    let known = known.join(", ");
    lang.pick(
        format!("there is no criterion '{name}' with amounts; there is: {known}"),
        format!("er is geen criterium '{name}' met hoeveelheden; er is: {known}"),
    )
}
