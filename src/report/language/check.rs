//! The texts of a check.

use super::word::noun;
use super::{Lang, count, counted};
use crate::analysis::check::{Counts, Question};

/// The title.
pub fn title(lang: Lang, network: &str) -> String {
    lang.pick(format!("Check of {network}"), format!("Controle van {network}"))
}

/// Nothing is wrong.
pub fn sound(lang: Lang, warnings: u64, acknowledged: u64) -> String {
    let known = match acknowledged {
        0 => String::new(),
        known => format!(" ({} {})", count(lang, known), lang.pick("acknowledged", "erkend")),
    };
    if warnings == 0 {
        return lang.pick(
            format!("The network is sound: no errors, no warnings{known}."),
            format!("Het netwerk is in orde: geen fouten, geen waarschuwingen{known}."),
        );
    }
    let warnings = counted(lang, warnings, noun::warnings(lang));
    lang.pick(
        format!("The network can be used: no errors, {warnings}{known}."),
        format!("Het netwerk is bruikbaar: geen fouten, {warnings}{known}."),
    )
}

/// Headings of the sections.
pub mod heading {
    use super::Lang;

    /// Warnings that the data says are known.
    pub fn acknowledged(lang: Lang) -> &'static str {
        lang.pick("What is known and stays", "Wat bekend is en zo blijft")
    }

    /// How much there is.
    pub fn counts(lang: Lang) -> &'static str {
        lang.pick("What is in it", "Wat erin staat")
    }

    /// What the data can answer.
    pub fn answers(lang: Lang) -> &'static str {
        lang.pick("What it can answer", "Wat het kan beantwoorden")
    }

    /// What was left empty.
    pub fn columns(lang: Lang) -> &'static str {
        lang.pick("What is stated and what is assumed", "Wat is opgegeven en wat is aangenomen")
    }
}

/// How much there is, line by line.
pub fn counts(lang: Lang, counts: &Counts) -> Vec<String> {
    let n = |number| count(lang, number);
    let Counts {
        nodes,
        processes,
        vital,
        sectors,
        needs,
        redundant_needs,
        buffered_needs,
        dependencies,
        standby,
        loops,
        nodes_on_loops,
        impacts,
        criteria,
        measures,
    } = counts;
    let mut lines = lang.pick(
        vec![
            format!(
                "{} in {}; processes: {}, of which vital (category A or B): {}",
                counted(lang, *nodes, noun::nodes(lang)),
                counted(lang, *sectors, noun::sectors(lang)),
                n(*processes),
                n(*vital)
            ),
            format!(
                "{}, {}; needs with alternatives: {}, with a buffer: {}; standby: {}",
                counted(lang, *dependencies, noun::dependencies(lang)),
                counted(lang, *needs, ("need", "needs")),
                n(*redundant_needs),
                n(*buffered_needs),
                counted(lang, *standby, noun::rows(lang))
            ),
            if *loops == 0 {
                "no loops".to_owned()
            } else {
                let nodes = counted(lang, *nodes_on_loops, noun::nodes(lang));
                format!("{} with {nodes} in all", counted(lang, *loops, ("loop", "loops")))
            },
        ],
        vec![
            format!(
                "{} in {}; processen: {}, waarvan vitaal (categorie A of B): {}",
                counted(lang, *nodes, noun::nodes(lang)),
                counted(lang, *sectors, noun::sectors(lang)),
                n(*processes),
                n(*vital)
            ),
            format!(
                "{}, {}; behoeften met alternatieven: {}, met een buffer: {}; reserve: {}",
                counted(lang, *dependencies, noun::dependencies(lang)),
                counted(lang, *needs, ("behoefte", "behoeften")),
                n(*redundant_needs),
                n(*buffered_needs),
                counted(lang, *standby, noun::rows(lang))
            ),
            if *loops == 0 {
                "geen kringen".to_owned()
            } else {
                let nodes = counted(lang, *nodes_on_loops, noun::nodes(lang));
                format!("{} met samen {nodes}", counted(lang, *loops, ("kring", "kringen")))
            },
        ],
    );
    lines.extend(judged(lang, *impacts, *criteria, *measures));
    lines
}

/// What there is to judge losses by, and to do about them.
fn judged(lang: Lang, impacts: u64, criteria: u64, measures: u64) -> Option<String> {
    let (amounts, limits) = (counted(lang, impacts, noun::rows(lang)), counted(lang, criteria, noun::rows(lang)));
    let measures_there = counted(lang, measures, lang.pick(("measure", "measures"), ("maatregel", "maatregelen")));
    let line = lang.pick(
        format!("{amounts} of impacts, {limits} of criteria, {measures_there}"),
        format!("{amounts} met gevolgen, {limits} met criteria, {measures_there}"),
    );
    (impacts + criteria + measures > 0).then_some(line)
}

/// Column heads of the questions.
pub fn answer_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["question", "rests on", "stated", ""], ["vraag", "rust op", "opgegeven", ""])
}

/// A question, and the column that its answer rests on.
pub fn question(lang: Lang, question: Question) -> (&'static str, &'static str) {
    match question {
        Question::WhatFalls => lang.pick(("What else falls?", "dependencies"), ("Wat valt er nog meer uit?", "afhankelijkheden")),
        Question::When => lang.pick(("When does it fall?", "buffer_h"), ("Wanneer valt het uit?", "buffer_h (buffer_uren)")),
        Question::Restoration => lang.pick(("When is it back?", "restart_h"), ("Wanneer is het terug?", "restart_h (herstart_uren)")),
        Question::Likelihood => lang
            .pick(("How often does it happen?", "failures_per_year"), ("Hoe vaak gebeurt het?", "failures_per_year (storingen_per_jaar)")),
        Question::VitalProcesses => lang.pick(
            ("Which vital processes are hit?", "kind = process"),
            ("Welke vitale processen worden geraakt?", "kind (soort) = proces"),
        ),
        Question::WhoToCall => lang.pick(("Who must be called?", "operator"), ("Wie moet er gebeld worden?", "operator (aanbieder)")),
        Question::Confidence => lang.pick(("How sure is it?", "confidence"), ("Hoe zeker is het?", "confidence (zekerheid)")),
    }
}

/// How much of it is stated.
pub fn stated(lang: Lang, stated: u64, of: u64) -> String {
    let (stated, of) = (count(lang, stated), count(lang, of));
    lang.pick(format!("{stated} of {of}"), format!("{stated} van {of}"))
}

/// What that means for the answer.
pub fn verdict(lang: Lang, stated: u64, of: u64) -> &'static str {
    match (stated, of) {
        (0, _) => lang.pick("cannot be answered", "niet te beantwoorden"),
        (stated, of) if stated == of => lang.pick("can be answered", "te beantwoorden"),
        (stated, of) if stated * 2 >= of => lang.pick("mostly; the rest is assumed", "grotendeels; de rest is aangenomen"),
        _ => lang.pick("in part; most is assumed", "voor een deel; het meeste is aangenomen"),
    }
}

/// How many cells took their default.
pub fn assumed(lang: Lang, cells: u64, rows: u64) -> String {
    let (cells, rows) = (counted(lang, cells, noun::cells(lang)), counted(lang, rows, noun::rows(lang)));
    lang.pick(
        format!("{cells} in {rows} that decide how a loss passes are empty and take their default: those are assumptions. Write none where there is none."),
        format!("{cells} in {rows} die bepalen hoe uitval doorwerkt, zijn leeg en krijgen hun standaardwaarde: dat zijn aannames. Schrijf geen waar iets er niet is."),
    )
}

/// Column heads of the columns and how far they are filled.
pub fn column_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["table", "column", "stated", ""], ["tabel", "kolom", "opgegeven", ""])
}
