//! Every finding in both languages.

use super::hold;
use keten::diagnostic::{Finding as F, FindingKind, Instead};
use keten::report::language::{Lang, title, words};
use std::fmt::Write;

fn text(text: &str) -> String {
    text.to_owned()
}

fn list(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn of_files() -> Vec<F> {
    let headers = || list(&["dependent", "proveider"]);
    vec![
        F::Unreadable { reason: text("No such file or directory (os error 2)") },
        F::NoDependencies { found: list(&["nodes.csv", "notes.txt"]) },
        F::NoDependencies { found: Vec::new() },
        F::EmptyTable {},
        F::MissingColumn { column: text("provider"), headers: headers(), nearest: None },
        F::MissingColumn { column: text("provider"), headers: headers(), nearest: Some(text("proveider")) },
        F::RepeatedColumn { column: text("buffer_h") },
        F::BrokenQuote {},
        F::WrongFieldCount { expected: 3, found: 4 },
        F::WrongFieldCount { expected: 3, found: 2 },
        F::NulByte {},
        F::TooLong { limit: 1 << 20 },
        F::BadEncoding { encoding: text("UTF-8") },
        F::UnknownFormat { extension: text("ods") },
        F::TooLarge { what: text("bytes"), limit: 8 << 30 },
        F::MemoryNeeded { needs: 3 << 29, allowed: 64 << 20 },
        F::TooLarge { what: text("rows"), limit: 1 << 30 },
        F::Detected { encoding: text("windows-1252"), delimiter: ';', decimal_comma: true },
        F::FileNotUsed {},
        F::NotShown { errors: 12_000, others: 3 },
    ]
}

fn of_cells() -> Vec<F> {
    let (column, share) = (|| text("buffer_h"), || text("share"));
    let natures = || list(&["physical", "cyber"]);
    vec![
        F::MissingId { column: text("provider") },
        F::NotANumber { column: column(), text: text("4 uur"), instead: Instead::EmptyOrNone },
        F::NotANumber { column: column(), text: text("unknown"), instead: Instead::EmptyOrNone },
        F::NotANumber { column: column(), text: text("unknown"), instead: Instead::Empty },
        F::NotANumber { column: column(), text: text("unknown"), instead: Instead::Nothing },
        F::OutOfRange { column: share(), text: text("60"), allowed: text("0..1") },
        F::OutOfRange { column: column(), text: text("-1"), allowed: text("0..1000000 h") },
        F::OutOfRange { column: text("importance"), text: text("0"), allowed: text(">0..1") },
        F::OutOfRange { column: text("failures_per_year"), text: text("-1"), allowed: text("0..") },
        F::UnknownWord { column: text("type"), text: text("phisical"), allowed: natures(), nearest: Some(text("physical")) },
        F::UnknownWord { column: text("type"), text: text("blue"), allowed: natures(), nearest: None },
        F::BadDistribution { column: column(), text: text("tri(3|2|1)") },
        F::UnknownColumn { header: text("bufer_h"), nearest: column() },
        F::PointAsDecimal { column: column(), text: text("1.500") },
    ]
}

fn of_rows() -> Vec<F> {
    let (dependent, need) = (|| text("TEL"), || text("power"));
    vec![
        F::SelfDependency { id: dependent() },
        F::DuplicateDependency { dependent: dependent(), need: need(), provider: text("GRID") },
        F::NeedDisagrees { dependent: dependent(), need: need(), column: text("minimum"), first: text("0.5"), other: text("0.7") },
        F::ShortAtBaseline { dependent: dependent(), need: need(), supply: 0.8 },
        F::DuplicateNode { id: dependent() },
        F::NationalOnOneRegion { process: text("RAIL"), need: need(), region: text("West") },
        F::IsolatedNode { id: dependent() },
        F::NodeWithoutRow { id: text("GRIDD"), nearest: Some(text("GRID")) },
        F::NodeWithoutRow { id: text("GRID"), nearest: None },
        F::BlackStartTooShort { id: text("PLANT"), black_start_h: 0.5, restart_h: 2.0 },
        F::UnfedLoop { nodes: list(&["A", "B", "C", "D", "E", "F"]), more: 2 },
        F::SharedProvider { dependent: dependent(), need: need(), shared: text("STATION") },
        F::NoSource { rows: 12, of: 20_000 },
    ]
}

fn of_holdings() -> Vec<F> {
    let (fund, grid) = (|| text("FUND"), || text("GRID-BV"));
    vec![
        F::SharesAboveOne { owned: grid(), total: 1.1 },
        F::SelfOwnership { id: grid() },
        F::DuplicateHolding { owner: fund(), owned: grid() },
        F::PercentageAsShare { text: text("51") },
        F::NothingToAcquire { owner: fund(), owned: grid(), held: 0.6 },
        F::FractionsAsPercentages { rows: 12 },
        F::UnknownOwned { id: text("GRD-BV"), nearest: Some(grid()) },
        F::UnknownOwned { id: text("ELSEWHERE"), nearest: None },
        F::UnknownOwner { id: text("Fund"), nearest: fund() },
    ]
}

fn of_criteria() -> Vec<F> {
    let (costs, node) = (|| text("costs"), || text("TEL"));
    vec![
        F::TwoGauges { criterion: costs(), first: text("integral"), other: text("peak") },
        F::DuplicateImpact { node: node(), criterion: costs() },
        F::PartOfLimit { criterion: costs(), column: text("from") },
        F::ClassesCross { scheme: text("own"), class: text("B") },
        F::DuplicateLimit { criterion: costs() },
        F::AmountNotTaken { criterion: text("chain"), gauge: text("sectors") },
        F::UnknownCriterion { criterion: text("csots"), nearest: Some(costs()) },
        F::UnknownCriterion { criterion: text("nature"), nearest: None },
        F::BadChange { text: text("buffer=8") },
        F::DuplicateMeasure { id: text("battery") },
        F::UnknownMeasure { id: text("batery"), nearest: Some(text("battery")) },
        F::UnknownMeasure { id: text("pump"), nearest: None },
        F::MeasuresExclude { id: text("battery"), other: text("generator") },
        F::MeasureWithoutCost { id: text("battery") },
        F::MeasureWithoutEffect { id: text("battery") },
    ]
}

fn of_workbooks() -> Vec<F> {
    let (buffer, of) = (|| text("buffer_h"), |what: &str, limit| F::WorkbookTooLarge { what: text(what), limit });
    vec![
        F::DateCell { column: buffer(), text: text("2026-02-01") },
        F::DateCell { column: buffer(), text: String::new() },
        F::TruthCell { column: buffer(), text: text("TRUE") },
        F::ErrorCell { text: text("#N/A") },
        F::MergedCells { range: text("B2:B5") },
        F::FormulaWithoutValue {},
        F::BadWorkbook { reason: text("xl/workbook.xml: it ends too soon") },
        of("packed", 512 << 20),
        of("unpacked", 2 << 30),
        of("piece", 4 << 20),
        of("cells", 64 << 20),
        of("text", 1 << 30),
        F::LockedWorkbook {},
    ]
}

fn of_scenarios() -> Vec<F> {
    vec![
        F::BadToml { reason: text("string values must be quoted") },
        F::UnknownKey { key: text("duraton_h"), nearest: Some(text("duration_h")) },
        F::UnknownKey { key: text("colour"), nearest: None },
        F::WrongValue { key: text("common"), expected: text("boolean") },
        F::WrongValue { key: text("level"), expected: text("degraded") },
        F::WrongValue { key: text("drain"), expected: text("NODE:need") },
        F::WrongValue { key: text("--trigger"), expected: text("SELECTOR@at_h") },
        F::EventAction { found: Vec::new() },
        F::EventAction { found: list(&["fail", "drain"]) },
        F::NothingSelected { selector: text("sector=telecon"), nearest: None },
        F::NothingSelected { selector: text("GIRD*"), nearest: Some(text("GRID")) },
        F::BadSelector { selector: text("a,,b"), part: String::new() },
        F::BadSelector { selector: text("sector="), part: text("sector=") },
        F::UnknownSelectorKey { key: text("sectr"), nearest: Some(text("sector")) },
        F::UnknownNode { id: text("GIRD"), nearest: Some(text("GRID")), or_party: false },
        F::UnknownNeed { node: text("TEL"), need: text("pwoer"), known: list(&["power", "masts"]) },
        F::UnknownNeed { node: text("GRID"), need: text("power"), known: Vec::new() },
        F::UnknownScenario { name: text("cutt"), known: list(&["cut", "storm"]) },
        F::UnknownScenario { name: text("cut"), known: Vec::new() },
        F::LateMeasure { id: text("battery"), at_h: 4.0, begin_h: 0.5 },
        F::BadJson { reason: text("expected `,` or `}` at line 3 column 5") },
        F::TriggerBeforeCompromise { at_h: 6.0, first_h: Some(12.0) },
        F::TriggerBeforeCompromise { at_h: 0.5, first_h: None },
        F::MissingKey { key: text("state") },
        F::BadRange { text: text("buffer_h=9..1"), allowed: text("0..1000000, default, widest") },
        F::SampleCount { text: text("0"), allowed: text("1..107374182") },
        F::AnswerColumn { header: text("battery") },
        F::AnswerRow { node: text("tel"), need: text("power"), provider: text("water") },
        F::AnswerRow { node: text("tel"), need: text("power"), provider: text("") },
        F::AnsweredTwice { column: text("buffer_h") },
        F::AnswerOutdated { asked: text("4"), now: text("6") },
        F::AnswerOutdated { asked: text(""), now: text("6") },
        F::AnswerOutdated { asked: text("4"), now: text("") },
    ]
}

fn all() -> Vec<F> {
    let mut all = [of_files(), of_cells(), of_rows(), of_holdings(), of_criteria(), of_workbooks(), of_scenarios()].concat();
    all.sort_by_key(F::code);
    all
}

fn told(lang: Lang) -> String {
    let mut told = String::new();
    for finding in all() {
        let words = words(lang, &finding);
        writeln!(told, "{} {}\n  {}\n  > {}", finding.code(), title(lang, finding.kind()), words.message, words.help).unwrap();
    }
    told
}

#[test]
fn every_kind_has_an_example_here() {
    for kind in FindingKind::ALL {
        assert!(all().iter().any(|finding| finding.kind() == *kind), "{kind:?}");
    }
}

#[test]
fn findings_in_english() {
    hold("findings_en", &told(Lang::English));
}

#[test]
fn findings_in_dutch() {
    hold("findings_nl", &told(Lang::Dutch));
}

#[test]
fn no_text_ends_in_a_stop_or_holds_a_double_space() {
    for lang in [Lang::English, Lang::Dutch] {
        for finding in all() {
            let words = words(lang, &finding);
            for text in [&words.message, &words.help] {
                assert!(!text.ends_with('.') && !text.contains("  "), "{text}");
            }
        }
    }
}
