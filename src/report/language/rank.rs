//! The texts of a ranking.

use super::word::{column, noun};
use super::{Lang, count, counted, hours};
use crate::units::{Level, Time};

/// The title.
pub fn title(lang: Lang, by: &str) -> String {
    match column(lang, by) {
        "node" => lang.pick("What is most critical: single nodes", "Wat het meest kritiek is: losse knopen").to_owned(),
        "owner" | "eigenaar" => {
            lang.pick("What is most critical: all that one owner controls", "Wat het meest kritiek is: alles van één eigenaar").to_owned()
        }
        by => lang.pick(
            format!("What is most critical: all nodes of one {by} together"),
            format!("Wat het meest kritiek is: alle knopen van één {by} samen"),
        ),
    }
}

/// What was done.
pub fn method(lang: Lang, initiators: u64, within: Time, criterion: &str, threshold: Level) -> String {
    let (each, within) = (count(lang, initiators), hours(lang, within));
    let lost = if threshold == Level::ZERO {
        lang.pick("lost means nothing left".to_owned(), "uitgevallen betekent niets over".to_owned())
    } else {
        let level = super::percent(lang, threshold);
        lang.pick(format!("lost means {level} or less left"), format!("uitgevallen betekent {level} of minder over"))
    };
    lang.pick(
        format!("Each of {each} initiators is lost at 0 h and stays lost; what else falls within {within} is counted, the initiator left out. The order and the bars are by {criterion}; {lost}."),
        format!("Elk van de {each} mogelijke oorzaken valt blijvend uit; geteld is wat daarna binnen {within} nog meer uitvalt, zonder de oorzaak zelf. Volgorde en balken: {criterion}; {lost}."),
    )
}

/// What counts in a ranking by an amount.
pub fn own_amount(lang: Lang) -> &'static str {
    lang.pick("The amount includes what the initiator itself carries.", "Het bedrag of aantal telt ook wat de oorzaak zelf heeft.")
}

/// Column heads; that of the bar, which shows what the ranking is ordered by, is empty.
pub fn heads(lang: Lang) -> [&'static str; 10] {
    lang.pick(
        ["rank", "what", "nodes", "", "processes lost", "nodes lost", "nodes affected", "sectors hit", "first vital loss", "hours lost"],
        [
            "rang",
            "wat",
            "knopen",
            "",
            "processen uit",
            "knopen uit",
            "knopen geraakt",
            "sectoren geraakt",
            "eerste vitale uitval",
            "uren verloren",
        ],
    )
}

/// What was done, where the ranking is by compromise.
pub fn reach_method(lang: Lang, initiators: u64, within: Time, has_vital: bool) -> String {
    let (each, within) = (count(lang, initiators), hours(lang, within));
    let by = if has_vital {
        lang.pick("vital nodes compromised", "gecompromitteerde vitale knopen")
    } else {
        lang.pick("nodes compromised, for no node is vital", "gecompromitteerde knopen, want geen enkele knoop is vitaal")
    };
    lang.pick(
        format!("Each of {each} initiators is compromised at 0 h; whom that reaches along rows with an access within {within} is counted, the initiator left out. The order and the bars are by {by}."),
        format!("Elk van de {each} mogelijke beginpunten wordt aan het begin gecompromitteerd; geteld is wie dat binnen {within} bereikt langs rijen met een toegang, zonder het beginpunt zelf. Volgorde en balken: {by}."),
    )
}

/// The title of a ranking by compromise.
pub fn reach_title(lang: Lang, by: &str) -> String {
    match by {
        "node" => {
            lang.pick("Whose compromise reaches most: single nodes", "Wiens compromittering het verst reikt: losse knopen").to_owned()
        }
        by => lang.pick(
            format!("Whose compromise reaches most: all nodes of one {by} together"),
            format!("Wiens compromittering het verst reikt: alle knopen van één {by} samen"),
        ),
    }
}

/// Column heads of a ranking by compromise.
pub fn reach_heads(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["rank", "what", "nodes", "", "vital compromised", "nodes compromised", "first vital"],
        ["rang", "wat", "knopen", "", "vitaal gecompromitteerd", "knopen gecompromitteerd", "eerste vitale"],
    )
}

/// Rows that were left out.
pub fn more(lang: Lang, more: u64, top: usize) -> String {
    let more = counted(lang, more, noun::rows(lang));
    lang.pick(format!("{more} more; --top {} shows further ones.", top * 5), format!("Nog {more}; --top {} toont er meer.", top * 5))
}

/// The ranking was stopped.
pub fn truncated(lang: Lang, done: u64, of: u64) -> String {
    let (done, of) = (count(lang, done), count(lang, of));
    lang.pick(
        format!("Stopped early: {done} of {of} initiators were worked out. What is shown is right; a worse one may be missing."),
        format!("Voortijdig gestopt: {done} van {of} oorzaken zijn doorgerekend. Wat er staat klopt; een ergere kan ontbreken."),
    )
}
