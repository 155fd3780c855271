//! The texts of exposure: what is in whose hands, what follows, and what would do instead of forbidding a sale.

use super::word::noun;
use super::{Lang, count, counted, hours, number, percent};
use crate::analysis::exposure::{Counts, Vital};
use crate::units::{Level, Time};

/// The title.
pub fn title(lang: Lang, subject: &str) -> String {
    lang.pick(format!("What is in the hands of {subject}"), format!("Wat {subject} in handen heeft"))
}

/// Headings of the sections.
pub mod heading {
    use super::Lang;

    /// Withdrawal.
    pub fn withdrawn(lang: Lang) -> &'static str {
        lang.pick("If it withdraws", "Als het zich terugtrekt")
    }

    /// Abuse of access.
    pub fn abused(lang: Lang) -> &'static str {
        lang.pick("If it abuses its access", "Als het zijn toegang misbruikt")
    }

    /// What is not known.
    pub fn unknown(lang: Lang) -> &'static str {
        lang.pick("What is not known", "Wat niet bekend is")
    }

    /// After an acquisition.
    pub fn acquisition(lang: Lang, buyer: &str, share: &str, company: &str) -> String {
        lang.pick(format!("If {buyer} acquires {share} of {company}"), format!("Als {buyer} {share} van {company} overneemt"))
    }

    /// Lighter measures.
    pub fn instead(lang: Lang) -> &'static str {
        lang.pick("Which lighter measure would do", "Welke lichtere maatregel volstaat")
    }

    /// What is not known after an acquisition.
    pub fn unknown_after(lang: Lang) -> &'static str {
        lang.pick("What would then not be known", "Wat daarna niet bekend is")
    }
}

/// What is controlled by shares.
pub fn controls(lang: Lang, number: u64, names: &str) -> String {
    if number == 0 {
        return lang.pick("It controls nothing by shares.", "Het heeft niets in handen door aandelen.").to_owned();
    }
    let number = count(lang, number);
    lang.pick(format!("Controls by shares ({number}): {names}."), format!("Zeggenschap door aandelen ({number}): {names}."))
}

/// What a country controls.
pub fn ultimately(lang: Lang, number: u64, names: &str) -> String {
    if number == 0 {
        return lang.pick("No party has its ultimate parent there.", "Geen partij heeft daar haar uiteindelijke eigenaar.").to_owned();
    }
    let number = count(lang, number);
    lang.pick(
        format!("Ultimate parent there, or one itself ({number}): {names}."),
        format!("Uiteindelijke eigenaar daar, of zelf zo'n eigenaar ({number}): {names}."),
    )
}

/// What comes with it through operators.
pub fn operates(lang: Lang, number: u64, names: &str) -> String {
    let number = count(lang, number);
    lang.pick(format!("Operates, itself or through these ({number}): {names}."), format!("Beheert, zelf of via deze ({number}): {names}."))
}

/// What stands in a country.
pub fn hosts(lang: Lang, number: u64, names: &str) -> String {
    if number == 0 {
        return lang.pick("No node stands there.", "Er staat daar geen knoop.").to_owned();
    }
    let number = count(lang, number);
    lang.pick(format!("Stands there ({number}): {names}."), format!("Staat daar ({number}): {names}."))
}

/// Heads of the table of interests.
pub fn interest_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["party", "interest", "controls"], ["partij", "belang", "zeggenschap"])
}

/// Yes.
pub fn yes(lang: Lang) -> &'static str {
    lang.pick("yes", "ja")
}

/// A share as a percentage.
pub fn share(lang: Lang, share: f64) -> String {
    let tenths = libm::round(share * 1_000.0);
    // Something is not nothing, and almost all is not all.
    let tenths = if share > 0.0 && share < 1.0 { tenths.clamp(1.0, 999.0) } else { tenths };
    let text = format!("{:.1}", tenths / 10.0);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    format!("{}%", lang.pick(text.to_owned(), text.replace('.', ",")))
}

/// Interests could not be worked out to the last digit.
pub fn interest_error(lang: Lang, error: f64) -> String {
    let error = number(lang, error * 100.0);
    lang.pick(
        format!("A very large circle of holdings leaves up to {error} percent points between what the interests are and what is shown."),
        format!("Een zeer grote kring van belangen laat tot {error} procentpunt tussen de belangen en wat hier staat."),
    )
}

/// What falls, in short.
pub fn withdrawn(lang: Lang, counts: &Counts, within: Time) -> String {
    if counts.nodes == 0 {
        return lang.pick("It holds no node, so nothing falls.", "Het heeft geen knoop in handen, dus er valt niets uit.").to_owned();
    }
    let (nodes, within) = (counted(lang, counts.nodes, noun::nodes(lang)), hours(lang, within));
    let [affected, lost] = [counts.affected, counts.lost].map(|number| count(lang, number));
    let processes = counted(lang, counts.processes_lost, noun::processes(lang));
    lang.pick(
        format!("{nodes} withheld at once and for good, these left out of what is counted. Within {within}: {affected} others affected, {lost} lost, of them {processes}."),
        format!("{nodes} tegelijk en blijvend weg; geteld is wat daarnaast gebeurt. Binnen {within}: {affected} andere geraakt, {lost} uitgevallen, waarvan {processes}."),
    )
}

/// Heads of the table of vital processes.
pub fn vital_heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["vital process", "short after", "out after", "if nothing bridged", "at the end", "what holds it"],
        ["vitaal proces", "tekort na", "uit na", "als niets overbrugde", "aan het eind", "wat het overeind houdt"],
    )
}

/// What the table of vital processes says.
pub fn vital_legend(lang: Lang) -> &'static str {
    lang.pick(
        "Looked at for a year. 'If nothing bridged' leaves out every stock and every standby on the way: the difference is the time they buy.",
        "Een jaar vooruit gekeken. 'Als niets overbrugde' laat elke voorraad en elke reserve onderweg weg: het verschil is de tijd die zij geven.",
    )
}

/// A vital process that is withheld itself.
pub fn own(lang: Lang) -> &'static str {
    lang.pick("in its hands itself", "zelf in zijn handen")
}

/// What holds a vital process, and for how long.
pub fn answer(lang: Lang, process: &Vital) -> String {
    match (process.is_own, process.short, process.bare) {
        (true, ..) => own(lang).to_owned(),
        (false, None, None) => lang.pick("other providers", "andere leveranciers").to_owned(),
        (false, None, Some(_)) => lang.pick("stock or standby, all year", "voorraad of reserve, het hele jaar").to_owned(),
        (false, Some(short), Some(bare)) if bare < short => {
            let bought = hours(lang, Time::from_ms(short.ms() - bare.ms()).unwrap_or(Time::MAX));
            lang.pick(format!("stock or standby, {bought}"), format!("voorraad of reserve, {bought}"))
        }
        (false, Some(_), _) => lang.pick("nothing", "niets").to_owned(),
    }
}

/// Over the table of alternatives.
pub fn alternatives(lang: Lang) -> &'static str {
    lang.pick("What those who need it directly have instead:", "Wat wie het direct nodig heeft in plaats daarvan heeft:")
}

/// Heads of the table of alternatives.
pub fn alternative_heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(["who", "need", "left at once", "steps in", "stock"], ["wie", "behoefte", "meteen over", "springt bij", "voorraad"])
}

/// Something is left, but too little to be used.
pub fn of_no_use(lang: Lang, left: Level) -> String {
    let left = percent(lang, left);
    lang.pick(format!("{left}, too little"), format!("{left}, te weinig"))
}

/// A standby member.
pub fn steps_in(lang: Lang, id: &str, after: Time, share: Level) -> String {
    let (after, part) = (hours(lang, after), percent(lang, share));
    if share == Level::ONE {
        return lang.pick(format!("{id} after {after}"), format!("{id} na {after}"));
    }
    lang.pick(format!("{id} after {after}, for {part}"), format!("{id} na {after}, voor {part}"))
}

/// What abuse reaches, in short.
pub fn abused(lang: Lang, reached: u64, vital: u64, within: Time) -> String {
    let (nodes, vital, within) = (counted(lang, reached, noun::nodes(lang)), count(lang, vital), hours(lang, within));
    if reached == 0 {
        return lang.pick(
            format!("Within {within} it reaches nothing beyond its own: no access that is stated leads further."),
            format!("Binnen {within} bereikt het niets buiten het eigene: geen vermelde toegang leidt verder."),
        );
    }
    lang.pick(
        format!("Within {within} compromise that begins in all of these reaches {nodes} more, of which {vital} vital."),
        format!("Binnen {within} bereikt compromittering die in dit alles begint nog {nodes}, waarvan {vital} vitaal."),
    )
}

/// Heads of the table of what is reached.
pub fn reached_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["at", "what", "by way of"], ["na", "wat", "langs"])
}

/// Who controls the actor.
pub fn behind(lang: Lang, head: &str) -> String {
    lang.pick(format!("It is itself controlled, in the end by {head}."), format!("Over het zelf heeft uiteindelijk {head} zeggenschap."))
}

/// Part of the actor is in unknown hands.
pub fn unknown_owners(lang: Lang, share: &str) -> String {
    lang.pick(format!("Who holds {share} of it is not known."), format!("Van {share} ervan is niet bekend wie het heeft."))
}

/// A party that could be controlled.
pub fn could_control(lang: Lang, party: &str, held: &str, unknown: &str) -> String {
    lang.pick(
        format!("It could control {party}, if the {unknown} in unknown hands were its own too; {held} is, with what it so controls."),
        format!("Het zou zeggenschap over {party} kunnen hebben, als ook de {unknown} in onbekende handen van hem is; {held} is dat al, met wat het zo in handen heeft."),
    )
}

/// What would follow at most.
pub fn at_most(lang: Lang, most: &Counts, counts: &Counts, within: Time) -> String {
    let within = hours(lang, within);
    let pair = |known: u64, most: u64| (count(lang, known), count(lang, most));
    let ((affected, affected_most), (processes, processes_most)) =
        (pair(counts.affected, most.affected), pair(counts.processes_lost, most.processes_lost));
    lang.pick(
        format!("What then fell within {within}: {affected_most} affected in place of {affected}, {processes_most} processes lost in place of {processes}."),
        format!("Binnen {within} viel dan uit: {affected_most} geraakt in plaats van {affected}, {processes_most} processen uit in plaats van {processes}."),
    )
}

/// Owners whose country is not stated.
pub fn without_country(lang: Lang, names: &str) -> String {
    lang.pick(
        format!("Where these are established is not stated, so nothing of theirs is counted by way of control: {names}."),
        format!("Van deze is het land niet vermeld, dus van hen telt niets mee via zeggenschap: {names}."),
    )
}

/// Nothing hangs on what is not known.
pub fn nothing_unknown(lang: Lang) -> &'static str {
    lang.pick(
        "No verdict on control hangs on owners who are not known.",
        "Geen oordeel over zeggenschap hangt aan eigenaren die niet bekend zijn.",
    )
}

/// What the buyer holds before and after.
pub fn stake(lang: Lang, before: &str, after: &str) -> String {
    lang.pick(format!("The buyer holds {before} now and {after} then."), format!("De koper heeft nu {before} en dan {after}."))
}

/// How much comes from unknown owners.
pub fn from_unknown(lang: Lang, share: &str) -> String {
    lang.pick(format!("{share} comes from owners who are not known."), format!("{share} komt van eigenaren die niet bekend zijn."))
}

/// A seller.
pub fn seller(lang: Lang, name: &str, before: &str, after: &str) -> String {
    lang.pick(format!("{name} goes from {before} to {after}."), format!("{name} gaat van {before} naar {after}."))
}

/// Parties that come under control.
pub fn new_control(lang: Lang, number: u64, names: &str) -> String {
    if number == 0 {
        return lang
            .pick("No party comes under its control by shares.", "Geen partij komt door aandelen onder zijn zeggenschap.")
            .to_owned();
    }
    lang.pick(format!("Under its control then come: {names}."), format!("Onder zijn zeggenschap komen dan: {names}."))
}

/// Nodes that come into its hands.
pub fn new_nodes(lang: Lang, number: u64, names: &str) -> String {
    if number == 0 {
        return lang.pick("No node comes into its hands.", "Er komt geen knoop in zijn handen.").to_owned();
    }
    let number = count(lang, number);
    lang.pick(
        format!("Nodes that come into its hands ({number}): {names}."),
        format!("Knopen die in zijn handen komen ({number}): {names}."),
    )
}

/// Heads of the comparison.
pub fn comparison_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["", "now", "then"], ["", "nu", "dan"])
}

/// Rows of the comparison.
pub fn comparison(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        [
            "nodes in its hands",
            "affected if it withdraws",
            "lost if it withdraws",
            "processes lost if it withdraws",
            "reached if it abuses access",
            "vital ones among these",
        ],
        [
            "knopen in handen",
            "geraakt bij terugtrekking",
            "uitgevallen bij terugtrekking",
            "processen uit bij terugtrekking",
            "bereikt bij misbruik van toegang",
            "waarvan vitaal",
        ],
    )
}

/// Vital processes that come into its own hands.
pub fn in_its_hands(lang: Lang, names: &str) -> String {
    lang.pick(
        format!("No measure tried here keeps these vital processes out of its hands: {names}."),
        format!("Geen van de hier beproefde maatregelen houdt deze vitale processen uit zijn handen: {names}."),
    )
}

/// No vital process is newly short.
pub fn none_short(lang: Lang, within: Time) -> String {
    let within = hours(lang, within);
    lang.pick(
        format!("Against withdrawal no measure is needed: within {within} no vital process is short that is not short now."),
        format!("Tegen terugtrekking is geen maatregel nodig: binnen {within} komt geen vitaal proces tekort dat dat nu niet doet."),
    )
}

/// A second supplier, for which needs, and what that leaves.
pub fn second_supplier(lang: Lang, short: &str, needs: u64, names: &str, still: &str) -> String {
    let needs = counted(lang, needs, lang.pick(("need", "needs"), ("behoefte", "behoeften")));
    let names = if names.is_empty() { String::new() } else { format!(" ({names})") };
    let first = lang.pick(
        format!("Against withdrawal: these vital processes become short: {short}. A second supplier for {needs}{names}"),
        format!("Tegen terugtrekking: deze vitale processen komen tekort: {short}. Een tweede leverancier voor {needs}{names}"),
    );
    let then = if still.is_empty() {
        lang.pick(
            "suffices, and fewer of these do not. How long a contract takes is not looked at.",
            "volstaat, en met minder hiervan niet. Hoe lang een contract kost is niet bekeken.",
        )
        .to_owned()
    } else {
        lang.pick(format!("does not suffice for {still}."), format!("volstaat niet voor {still}."))
    };
    format!("{first} {then}")
}

/// No vital process is newly reached.
pub fn none_reached(lang: Lang, within: Time) -> String {
    let within = hours(lang, within);
    lang.pick(
        format!("Against abuse no measure is needed: within {within} it reaches no vital process that it does not reach now."),
        format!("Tegen misbruik is geen maatregel nodig: binnen {within} bereikt het geen vitaal proces dat het nu niet bereikt."),
    )
}

/// Without access, and what that takes.
pub fn without_access(lang: Lang, reached: &str, rows: u64) -> String {
    let rows = counted(lang, rows, noun::rows(lang));
    lang.pick(
        format!("Against abuse: these vital processes come within reach: {reached}. Without the access of what comes into its hands ({rows}) it reaches no more than now."),
        format!("Tegen misbruik: deze vitale processen komen binnen bereik: {reached}. Zonder de toegang van wat in zijn handen komt ({rows}) bereikt het niet meer dan nu."),
    )
}

/// What would not be known after the acquisition.
pub fn unknown_after(lang: Lang, could: &str) -> String {
    if could.is_empty() {
        return nothing_unknown(lang).to_owned();
    }
    lang.pick(
        format!("It could then also control, with what is in unknown hands: {could}."),
        format!("Het zou dan, met wat in onbekende handen is, ook zeggenschap kunnen hebben over: {could}."),
    )
}
