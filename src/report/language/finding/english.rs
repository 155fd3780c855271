//! Findings in English.

use super::super::{Lang, count, hours, list, moment, some};
use super::impact;
use super::parts::{
    above_whole, delimiter, expected, has_unit, is_percentage, known, near, percent, range, reason, scenarios, size, supplied,
};
use super::workbook;
use crate::diagnostic::Finding as F;
use crate::diagnostic::FindingKind as K;
use crate::diagnostic::Instead;
use crate::units::{Measure, Time};

const EN: Lang = Lang::English;

pub(super) fn title(kind: K) -> &'static str {
    match kind {
        K::Unreadable => "a file cannot be read",
        K::NoDependencies => "no table of dependencies",
        K::EmptyTable => "a table without rows",
        K::MissingColumn => "a required column is missing",
        K::RepeatedColumn => "a column stands twice",
        K::BrokenQuote => "a broken quote",
        K::WrongFieldCount => "a row with another number of cells than the header",
        K::NulByte => "a NUL byte",
        K::TooLong => "a line that is too long",
        K::BadEncoding => "bytes outside the encoding",
        K::MissingId => "a required cell is empty",
        K::NotANumber => "not a number",
        K::OutOfRange => "a number out of range",
        K::UnknownWord => "a word that the column does not know",
        K::SelfDependency => "a row that depends on itself",
        K::DuplicateDependency => "the same dependency twice",
        K::NeedDisagrees => "rows of one need that disagree",
        K::ShortAtBaseline => "a need that is short when all works",
        K::DuplicateNode => "a node with two rows",
        K::BadDistribution => "a distribution that cannot be read",
        K::UnknownFormat => "a kind of file that cannot be read",
        K::BadToml => "not valid TOML",
        K::UnknownKey => "an unknown key",
        K::WrongValue => "a value of the wrong kind",
        K::EventAction => "an event without one clear action",
        K::NothingSelected => "a selector that selects nothing",
        K::BadSelector => "a selector that cannot be read",
        K::UnknownSelectorKey => "a selector with an unknown column",
        K::UnknownNode => "a node that does not exist",
        K::UnknownNeed => "a need that the node does not have",
        K::UnknownScenario => "a scenario that cannot be found",
        K::TooLarge => "more than can be held",
        K::MissingKey => "a required key is missing",
        K::TriggerBeforeCompromise => "a trigger before any compromise",
        K::BadJson => "a bill of materials that cannot be read",
        K::SharesAboveOne => "shares that add up to more than a whole",
        K::SelfOwnership => "a holding in oneself",
        K::DuplicateHolding => "the same holding twice",
        K::PercentageAsShare => "a percentage where a share is meant",
        K::NothingToAcquire => "an acquisition of more than there is",
        K::MemoryNeeded => "a question that takes more memory than was allowed",
        K::SampleCount => "a number of samples that cannot be drawn",
        K::BadRange => "a range that cannot be read",
        K::AnswerColumn | K::AnswerRow | K::AnsweredTwice | K::AnswerOutdated => answer_title(kind),
        K::TwoGauges | K::DuplicateImpact | K::PartOfLimit | K::ClassesCross | K::DuplicateLimit | K::AmountNotTaken => {
            impact::title(EN, kind)
        }
        K::DateCell | K::TruthCell | K::ErrorCell | K::FormulaWithoutValue => workbook::cell_title(EN, kind),
        K::MergedCells | K::BadWorkbook | K::WorkbookTooLarge | K::LockedWorkbook => workbook::file_title(EN, kind),
        K::BadChange | K::DuplicateMeasure | K::UnknownMeasure | K::LateMeasure | K::MeasuresExclude => impact::title_of_measures(EN, kind),
        K::NationalOnOneRegion => "a national process fed from one region",
        K::IsolatedNode => "a node without dependencies",
        K::NodeWithoutRow => "a node without a row",
        K::BlackStartTooShort => "a black start that ends too soon",
        K::UnknownColumn => "an unknown column that resembles a known one",
        K::UnfedLoop => "a loop that nothing feeds",
        K::SharedProvider => "alternatives that need the same node",
        K::NoSource => "rows without a source",
        K::PointAsDecimal => "a point read as decimal mark",
        K::FractionsAsPercentages => "percentages that look like fractions",
        K::UnknownOwned => "an owned company that nothing else names",
        K::UnknownOwner => "an owner that resembles another party",
        K::UnknownCriterion | K::MeasureWithoutCost | K::MeasureWithoutEffect => impact::title_of_warnings(EN, kind),
        K::Detected => "how a file was read",
        K::FileNotUsed => "a file that was not read",
        K::NotShown => "more findings than are shown",
    }
}

/// What a fault of an answer is called.
fn answer_title(kind: K) -> &'static str {
    match kind {
        K::AnswerColumn => "an answer about a column of which nothing is asked",
        K::AnswerRow => "an answer about a row that is not there",
        K::AnsweredTwice => "two answers for one cell",
        _ => "an answer about a cell that has changed since",
    }
}

pub(super) fn message(finding: &F) -> String {
    match finding {
        F::Unreadable { reason: said } => format!("cannot be read: {}", reason(EN, said)),
        F::NoDependencies { .. } => "there is no table of dependencies here".to_owned(),
        F::EmptyTable {} => "this table has no rows".to_owned(),
        F::MissingColumn { column, .. } => format!("the column '{column}' is missing"),
        F::RepeatedColumn { column } => format!("two headers mean the column '{column}'"),
        F::BrokenQuote {} => "a quoted cell is not closed, or text follows its closing quote".to_owned(),
        F::WrongFieldCount { expected, found } => format!("this row has {found} cells and the header has {expected}"),
        F::NulByte {} => "a NUL byte: this is not text, or the file is damaged".to_owned(),
        F::TooLong { limit } => format!("this line is longer than {}", size(EN, *limit as u64)),
        F::BadEncoding { encoding } => format!("these bytes are not {encoding}"),
        F::MissingId { column } => format!("'{column}' is empty"),
        F::NotANumber { column, text, .. } => format!("'{column}' must be a number, not '{text}'"),
        F::OutOfRange { column, text, allowed } => format!("'{column}' is {text}; allowed is {}", range(EN, allowed)),
        F::UnknownWord { column, text, .. } => format!("'{column}' does not know the word '{text}'"),
        F::SelfDependency { id } => format!("'{id}' depends on itself"),
        F::DuplicateDependency { dependent, need, provider } => twice(dependent, need, provider),
        F::NeedDisagrees { column, first, other, .. } => format!("'{column}' is {other} here and {first} in another row of the same need"),
        F::ShortAtBaseline { dependent, need, supply } => short(dependent, need, *supply),
        F::DuplicateNode { id } => format!("'{id}' has two rows"),
        F::BadDistribution { column, text } => format!("'{column}' holds a distribution that cannot be read: '{text}'"),
        F::UnknownFormat { extension } => format!("a .{extension} file cannot be read as a table"),
        F::BadToml { reason } => format!("this is not valid TOML: {reason}"),
        F::UnknownKey { key, .. } => format!("the key '{key}' is not known here"),
        F::WrongValue { key, expected: wanted } => format!("'{key}' must be {}", expected(EN, wanted)),
        F::EventAction { found } if found.is_empty() => "this event does nothing".to_owned(),
        F::EventAction { found } => format!("this event does more than one thing: {}", list(EN, found, 6)),
        F::NothingSelected { selector, .. } => format!("'{selector}' selects no node"),
        F::BadSelector { selector, part } if part.is_empty() => format!("the selector '{selector}' has an empty part"),
        F::BadSelector { part, .. } => format!("'{part}' cannot be read as part of a selector"),
        F::UnknownSelectorKey { key, .. } => format!("nodes have no column '{key}'"),
        F::UnknownNode { id, or_party: false, .. } => format!("there is no node '{id}'"),
        F::UnknownNode { id, or_party: true, .. } => format!("there is no node, owner or company '{id}'"),
        F::UnknownNeed { node, need, .. } => format!("'{node}' has no need '{need}'"),
        F::UnknownScenario { name, .. } => format!("there is no scenario '{name}'"),
        F::TooLarge { what, limit } if what == "bytes" => format!("this file is larger than {}", size(EN, *limit)),
        F::TooLarge { what, limit } => format!("there are more than {} {what}", count(EN, *limit)),
        F::MissingKey { key } => format!("the key '{key}' is missing"),
        F::BadJson { reason } => format!("this is no CycloneDX in JSON: {reason}"),
        F::TriggerBeforeCompromise { at_h, first_h } => trigger_before(*at_h, *first_h),
        F::MemoryNeeded { .. } | F::SampleCount { .. } | F::BadRange { .. } => option(finding),
        F::AnswerColumn { .. } | F::AnswerRow { .. } | F::AnsweredTwice { .. } | F::AnswerOutdated { .. } => answer(finding),
        F::DateCell { .. } | F::TruthCell { .. } | F::ErrorCell { .. } | F::FormulaWithoutValue {} => workbook::cell(EN, finding),
        F::MergedCells { .. } | F::BadWorkbook { .. } | F::WorkbookTooLarge { .. } | F::LockedWorkbook {} => workbook::file(EN, finding),
        F::NationalOnOneRegion { process, need, region } => format!("'{process}' is national, but '{need}' comes from '{region}' alone"),
        F::IsolatedNode { id } => format!("'{id}' has a row, but no dependency mentions it"),
        F::NodeWithoutRow { id, .. } => format!("'{id}' is used in dependencies, but has no row among the nodes"),
        F::BlackStartTooShort { id, black_start_h, restart_h } => black_start(id, *black_start_h, *restart_h),
        F::UnknownColumn { header, .. } => format!("the column '{header}' is not known; it is kept as an attribute"),
        F::UnfedLoop { nodes, more } => format!("these nodes feed one another and nothing outside feeds them: {}", some(EN, nodes, *more)),
        F::SharedProvider { dependent, need, shared } => format!("every alternative for '{need}' of '{dependent}' needs '{shared}'"),
        F::NoSource { rows, of } => format!("{} of {} dependencies have no source", count(EN, *rows as u64), count(EN, *of as u64)),
        F::PointAsDecimal { column, text } => format!("'{text}' in '{column}' was read with the point as decimal mark"),
        F::SharesAboveOne { owned, total } => format!("the shares held in '{owned}' add up to {}", above_whole(EN, *total)),
        F::SelfOwnership { id } => format!("'{id}' owns itself"),
        F::DuplicateHolding { owner, owned } => format!("the holding of '{owner}' in '{owned}' stands twice"),
        F::PercentageAsShare { text } => format!("'share' is {text}, which is more than a whole"),
        F::NothingToAcquire { owner, owned, held } => holds_already(owner, owned, *held),
        F::FractionsAsPercentages { rows } => format!("none of the {} percentages in this table is above 1", count(EN, *rows as u64)),
        F::UnknownOwned { id, .. } => format!("'{id}' is owned, but is no node, operates nothing and owns nothing"),
        F::UnknownOwner { id, nearest } => format!("the owner '{id}' is named nowhere else, and '{nearest}' is written almost the same"),
        F::TwoGauges { .. } | F::PartOfLimit { .. } | F::ClassesCross { .. } | F::DuplicateLimit { .. } => impact::of_limits(EN, finding),
        F::DuplicateImpact { .. } | F::AmountNotTaken { .. } | F::UnknownCriterion { .. } => impact::of_amounts(EN, finding),
        F::LateMeasure { .. } | F::MeasuresExclude { .. } => impact::of_taken_measures(EN, finding),
        F::BadChange { .. } | F::DuplicateMeasure { .. } | F::UnknownMeasure { .. } => impact::of_measures(EN, finding),
        F::MeasureWithoutCost { .. } | F::MeasureWithoutEffect { .. } => impact::of_their_worth(EN, finding),
        F::Detected { encoding, delimiter: sign, decimal_comma } => detected(encoding, *sign, *decimal_comma),
        F::FileNotUsed {} => "this is no table of a network and was not read".to_owned(),
        F::NotShown { errors, others } => not_shown(*errors, *others),
    }
}

fn holds_already(holder: &str, company: &str, held: f64) -> String {
    format!("'{holder}' already holds {} of '{company}': so much cannot be added", percent(EN, held))
}

fn twice(dependent: &str, need: &str, provider: &str) -> String {
    format!("'{dependent}' needs '{need}' from '{provider}' twice")
}

fn short(dependent: &str, need: &str, supply: f64) -> String {
    let supply = supplied(EN, supply);
    format!("'{need}' of '{dependent}' is short even when all works: its shares add up to {supply}")
}

fn black_start(id: &str, black_start_h: f64, restart_h: f64) -> String {
    let show = |number| hours(EN, Time::from_number(number).unwrap_or(Time::MAX));
    format!("the black start of '{id}' ({}) is no longer than its restart ({})", show(black_start_h), show(restart_h))
}

fn detected(encoding: &str, sign: char, decimal_comma: bool) -> String {
    let comma = if decimal_comma { ", a comma as decimal mark" } else { "" };
    format!("read as {encoding} with {} between cells{comma}", delimiter(EN, sign))
}

fn not_shown(errors: u64, others: u64) -> String {
    format!("{} more errors and {} more warnings are not shown", count(EN, errors), count(EN, others))
}

/// What is wrong with an option.
fn option(finding: &F) -> String {
    match finding {
        F::MemoryNeeded { needs, allowed } => format!("this takes about {}; {} is allowed", size(EN, *needs), size(EN, *allowed)),
        F::SampleCount { text, .. } => format!("{text} samples cannot be drawn"),
        F::BadRange { text, allowed } => format!("'{text}' is no range of empty cells; allowed: {allowed}"),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

/// What is wrong with an answer to a question.
fn answer(finding: &F) -> String {
    match finding {
        F::AnswerColumn { header } => format!("no question is about a column '{header}'"),
        F::AnswerRow { node, need, provider } if provider.is_empty() => {
            format!("which provider of '{need}' for '{node}' is meant is not said")
        }
        F::AnswerRow { node, need, provider } => format!("'{provider}' does not provide '{need}' to '{node}'"),
        F::AnsweredTwice { column } => format!("this cell ({column}) is answered twice"),
        F::AnswerOutdated { asked, now } if asked.is_empty() => format!("when this was asked the cell was empty; now it says '{now}'"),
        F::AnswerOutdated { asked, now } if now.is_empty() => format!("when this was asked the cell said '{asked}'; now it is empty"),
        F::AnswerOutdated { asked, now } => format!("when this was asked the cell said '{asked}'; now it says '{now}'"),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

pub(super) fn help(finding: &F) -> String {
    let fixed = match finding {
        F::NoDependencies { found } if !found.is_empty() => return no_dependencies(found),
        F::MissingColumn { column, nearest: Some(near), .. } => return format!("rename '{near}' to '{column}'"),
        F::MissingColumn { column, headers, .. } => return format!("add a column '{column}'; there is: {}", list(EN, headers, 12)),
        F::WrongFieldCount { expected, found } if expected > found => "add the missing cells; they may be empty",
        F::NotANumber { text, .. } if text.ends_with('%') && has_unit(text) => "write a percentage such as 60% as 0.6",
        F::NotANumber { text, .. } if has_unit(text) => "write the number alone, without its unit; columns that end in _h are in hours",
        F::NotANumber { instead, .. } => match instead {
            Instead::Nothing => "write a number such as 4 or 0.5",
            Instead::Empty => "write a number such as 4 or 0.5; leave it empty when not known",
            Instead::EmptyOrNone => "write a number such as 4 or 0.5; leave it empty when not known, write none when there is none",
        },
        F::OutOfRange { text, allowed, .. } if is_percentage(text, allowed) => "write a percentage such as 60% as 0.6",
        F::UnknownWord { nearest, allowed, .. } => return known(EN, nearest.as_ref(), "it knows", allowed),
        F::NeedDisagrees { column, need, .. } => return format!("state '{column}' on one row of '{need}', or the same on all"),
        F::UnknownKey { nearest, .. } => return near(EN, nearest.as_ref(), "remove it, or check its spelling"),
        F::NothingSelected { nearest, .. } => return near(EN, nearest.as_ref(), "check the spelling against the nodes table"),
        F::UnknownSelectorKey { nearest, .. } => {
            return near(EN, nearest.as_ref(), "use a column of the nodes table, such as sector=telecom");
        }
        F::UnknownMeasure { nearest, .. } => return near(EN, nearest.as_ref(), "check the spelling against the measures table"),
        F::UnknownCriterion { nearest, .. } => {
            return near(EN, nearest.as_ref(), "add rows about it to the criteria, at least one with a measure");
        }
        F::UnknownNode { nearest, or_party: false, .. } => return near(EN, nearest.as_ref(), "check the spelling, or add the node"),
        F::UnknownNode { nearest, or_party: true, .. } => {
            return near(EN, nearest.as_ref(), "check the spelling, or add it to the nodes or the ownership");
        }
        F::UnknownNeed { known: needs, .. } if needs.is_empty() => "this node needs nothing",
        F::UnknownNeed { known: needs, .. } => return format!("it needs: {}", list(EN, needs, 12)),
        F::UnknownScenario { name, known } => return scenarios(EN, name, known),
        F::NationalOnOneRegion { region, .. } => {
            return format!("a loss in '{region}' will count for the whole country: split the process by region");
        }
        F::NodeWithoutRow { nearest, .. } => return near(EN, nearest.as_ref(), "add a row with its name, kind and sector"),
        F::UnknownColumn { nearest, .. } | F::UnknownOwner { nearest, .. } => return format!("did you mean '{nearest}'?"),
        F::SharedProvider { shared, .. } => return format!("they fall together when '{shared}' falls: do not count on this redundancy"),
        F::UnknownOwned { nearest, .. } => {
            return near(EN, nearest.as_ref(), "check the spelling; without a node its loss has no consequences");
        }
        F::PointAsDecimal { text, .. } => return format!("write {} where thousands are meant", text.replace('.', "")),
        F::PercentageAsShare { text } => return percentage_as_share(text),
        other => fixed_help(other.kind()),
    };
    fixed.to_owned()
}

fn trigger_before(at_h: f64, first_h: Option<f64>) -> String {
    let show = |number| moment(EN, Time::from_number(number).unwrap_or(Time::MAX));
    match first_h {
        Some(first_h) => format!("the trigger is {}, but the first compromise {}", show(at_h), show(first_h)),
        None => format!("the trigger {} finds nothing: no event compromises anything", show(at_h)),
    }
}

fn percentage_as_share(text: &str) -> String {
    let meant = text.replace(',', ".").parse::<f64>().unwrap_or(0.0) / 100.0;
    format!("a share of {text} % is written {meant}; or call the column share_pct (belang_pct), which holds percentages")
}

fn no_dependencies(found: &[String]) -> String {
    format!("add dependencies.csv, or a folder dependencies with one file per sector; found: {}", list(EN, found, 8))
}

/// Advice that is the same for every finding of a kind; empty where the advice depends on the finding, or nothing has to be done.
fn fixed_help(kind: K) -> &'static str {
    match kind {
        K::Unreadable => "check the name, and whether you may read it",
        K::NoDependencies => "add dependencies.csv, or a folder dependencies with one file per sector",
        K::EmptyTable => "add at least one row: dependent,provider",
        K::RepeatedColumn => "keep one of them, or rename the other",
        K::BrokenQuote => "write a quote inside a quoted cell twice: \"Station \"\"West\"\"\"",
        K::WrongFieldCount => "put a cell that holds the delimiter between quotes",
        K::NulByte => "export the table again as CSV (UTF-8)",
        K::TooLong => "look for a quote that is not closed; or the file is no table",
        K::BadEncoding => "save the file as CSV (UTF-8)",
        K::MissingId => "fill in the id of a node, or remove the row",
        K::OutOfRange => "correct the number",
        K::SelfDependency => "remove the row; a stock of its own is a buffer (buffer_h)",
        K::DuplicateDependency => "keep one of the two rows; several providers of one need have different names",
        K::ShortAtBaseline => "let the shares of the rows without activation_h add up to 1 or more",
        K::DuplicateNode | K::DuplicateLimit | K::DuplicateMeasure => "keep one of the two rows",
        K::BadChange | K::MeasureWithoutCost | K::MeasureWithoutEffect | K::LateMeasure | K::MeasuresExclude => {
            impact::help_of_measures(EN, kind)
        }
        K::BadDistribution => "write tri(low|mode|high), pert(low|mode|high), uniform(low|high) or lognormal(median|factor)",
        K::UnknownFormat => "save the sheet as CSV",
        K::BadToml => "texts stand between quotes; a header such as [[event]] has a line of its own",
        K::WrongValue => "see `keten explain K024` for an example",
        K::EventAction => "give each [[event]] one of: fail, drain, compromise, trigger, acquire, measure",
        K::BadSelector => "write an id, id*, key=value or key!=value, joined by & (and) and , (or)",
        K::TooLarge => "split the network",
        K::MissingKey => "add it; `keten explain K035` has an example",
        K::BadJson => "make the bill of materials again, as CycloneDX in JSON",
        K::TriggerBeforeCompromise => "let an event compromise nodes at the same moment or before",
        K::AnswerColumn | K::AnswerRow | K::AnsweredTwice | K::AnswerOutdated => answer_help(kind),
        K::TwoGauges | K::DuplicateImpact | K::PartOfLimit | K::ClassesCross | K::AmountNotTaken => impact::help_of_criteria(EN, kind),
        K::IsolatedNode => "it cannot fall through others nor take others down: add its dependencies",
        K::BlackStartTooShort => "it cannot break a loop: make black_start_h longer than restart_h",
        K::UnfedLoop => "add what feeds the loop from outside; until then its results are indeterminate",
        K::NoSource => "fill in 'source', so that others can check the row",
        K::SharesAboveOne => "correct the shares; a gap below 1 is fine and counts as not known",
        K::SelfOwnership => "remove the row; leave shares that a company holds in itself out",
        K::DuplicateHolding => "keep one of the two rows, with the sum where both are real",
        K::NothingToAcquire => "acquire a smaller share",
        K::FractionsAsPercentages => "where fractions are meant, call the column share; a share_pct of 0.51 is half a percent",
        K::MemoryNeeded | K::SampleCount | K::BadRange => option_help(kind),
        K::DateCell | K::TruthCell | K::ErrorCell | K::FormulaWithoutValue => workbook::cell_help(EN, kind),
        K::MergedCells | K::BadWorkbook | K::WorkbookTooLarge | K::LockedWorkbook => workbook::file_help(EN, kind),
        K::NotShown => "mend the findings above and run again",
        K::MissingColumn
        | K::UnknownWord
        | K::NeedDisagrees
        | K::UnknownKey
        | K::NothingSelected
        | K::UnknownSelectorKey
        | K::UnknownNode
        | K::NotANumber
        | K::UnknownNeed
        | K::UnknownScenario
        | K::NationalOnOneRegion
        | K::NodeWithoutRow
        | K::UnknownColumn
        | K::SharedProvider
        | K::PercentageAsShare
        | K::UnknownOwned
        | K::UnknownOwner
        | K::UnknownCriterion
        | K::UnknownMeasure
        | K::Detected
        | K::FileNotUsed
        | K::PointAsDecimal => "",
    }
}

/// What to do about a fault of an answer.
fn answer_help(kind: K) -> &'static str {
    match kind {
        K::AnswerColumn => "leave the column as the questionnaire has it, such as buffer_h",
        K::AnswerRow => "leave node, need and provider as the questionnaire has them",
        K::AnsweredTwice => "keep one of the two answers",
        _ => "ask again with a new questionnaire, or empty the answer",
    }
}

/// Advice on what an option asks for.
fn option_help(kind: K) -> &'static str {
    match kind {
        K::MemoryNeeded => "allow more with --max-memory; a ranking also takes less with fewer --threads, or of fewer nodes with --of",
        K::SampleCount => "ask for at least 1, and allow memory for more with --max-memory",
        K::BadRange => "write COLUMN=LOW..HIGH, COLUMN=default or COLUMN=widest",
        _ => "",
    }
}
