//! A page for each kind of finding: what it means, an example that shows it, and the example mended.
//!
//! The pages are files, `explain/en/K012.md` and its like, so that they can be read and improved as text. The matches are exhaustive and
//! name files, so a page that is missing does not compile.

mod impact;

use super::Lang;
use crate::diagnostic::FindingKind as K;

const EN: Lang = Lang::English;
const NL: Lang = Lang::Dutch;

/// The page that explains a kind of finding.
///
/// ```
/// use keten::diagnostic::FindingKind;
/// use keten::report::language::{Lang, explanation};
/// assert!(explanation(Lang::English, FindingKind::NotANumber).contains("columns that end in _h are in hours"));
/// ```
pub fn explanation(lang: Lang, kind: K) -> &'static str {
    match lang {
        Lang::English => english(kind),
        Lang::Dutch => dutch(kind),
    }
}

fn english(kind: K) -> &'static str {
    match kind {
        K::Unreadable => include_str!("explain/en/K001.md"),
        K::NoDependencies => include_str!("explain/en/K002.md"),
        K::EmptyTable => include_str!("explain/en/K003.md"),
        K::MissingColumn => include_str!("explain/en/K004.md"),
        K::RepeatedColumn => include_str!("explain/en/K005.md"),
        K::BrokenQuote => include_str!("explain/en/K006.md"),
        K::WrongFieldCount => include_str!("explain/en/K007.md"),
        K::NulByte => include_str!("explain/en/K008.md"),
        K::TooLong => include_str!("explain/en/K009.md"),
        K::BadEncoding => include_str!("explain/en/K010.md"),
        K::MissingId => include_str!("explain/en/K011.md"),
        K::NotANumber => include_str!("explain/en/K012.md"),
        K::OutOfRange => include_str!("explain/en/K013.md"),
        K::UnknownWord => include_str!("explain/en/K014.md"),
        K::SelfDependency => include_str!("explain/en/K015.md"),
        K::DuplicateDependency => include_str!("explain/en/K016.md"),
        K::NeedDisagrees => include_str!("explain/en/K017.md"),
        K::ShortAtBaseline => include_str!("explain/en/K018.md"),
        K::DuplicateNode => include_str!("explain/en/K019.md"),
        K::BadDistribution => include_str!("explain/en/K020.md"),
        K::UnknownFormat => include_str!("explain/en/K021.md"),
        K::BadToml => include_str!("explain/en/K022.md"),
        K::UnknownKey => include_str!("explain/en/K023.md"),
        K::WrongValue => include_str!("explain/en/K024.md"),
        K::EventAction => include_str!("explain/en/K025.md"),
        K::NothingSelected => include_str!("explain/en/K026.md"),
        K::BadSelector => include_str!("explain/en/K027.md"),
        K::UnknownSelectorKey => include_str!("explain/en/K028.md"),
        K::UnknownNode => include_str!("explain/en/K029.md"),
        K::UnknownNeed => include_str!("explain/en/K030.md"),
        K::UnknownScenario => include_str!("explain/en/K031.md"),
        K::TooLarge => include_str!("explain/en/K032.md"),
        K::MissingKey => include_str!("explain/en/K035.md"),
        K::TriggerBeforeCompromise => include_str!("explain/en/K040.md"),
        K::BadJson => include_str!("explain/en/K041.md"),
        K::SharesAboveOne => include_str!("explain/en/K050.md"),
        K::SelfOwnership => include_str!("explain/en/K051.md"),
        K::DuplicateHolding => include_str!("explain/en/K052.md"),
        K::PercentageAsShare => include_str!("explain/en/K053.md"),
        K::NothingToAcquire => include_str!("explain/en/K054.md"),
        K::MemoryNeeded => include_str!("explain/en/K036.md"),
        K::SampleCount => include_str!("explain/en/K060.md"),
        K::BadRange => include_str!("explain/en/K061.md"),
        K::AnswerColumn | K::AnswerRow | K::AnsweredTwice | K::AnswerOutdated => english_answers(kind),
        K::TwoGauges | K::DuplicateImpact | K::PartOfLimit | K::ClassesCross | K::DuplicateLimit | K::AmountNotTaken => limits(EN, kind),
        K::BadChange | K::DuplicateMeasure | K::UnknownMeasure | K::LateMeasure | K::MeasuresExclude => {
            impact::of_measures(Lang::English, kind)
        }
        K::DateCell | K::TruthCell | K::ErrorCell | K::FormulaWithoutValue => cell(EN, kind),
        K::MergedCells | K::BadWorkbook | K::WorkbookTooLarge | K::LockedWorkbook => workbook(EN, kind),
        K::NationalOnOneRegion => include_str!("explain/en/K101.md"),
        K::IsolatedNode => include_str!("explain/en/K102.md"),
        K::NodeWithoutRow => include_str!("explain/en/K103.md"),
        K::BlackStartTooShort => include_str!("explain/en/K104.md"),
        K::UnknownColumn => include_str!("explain/en/K105.md"),
        K::UnfedLoop => include_str!("explain/en/K106.md"),
        K::SharedProvider => include_str!("explain/en/K107.md"),
        K::NoSource => include_str!("explain/en/K108.md"),
        K::PointAsDecimal => include_str!("explain/en/K109.md"),
        K::FractionsAsPercentages => include_str!("explain/en/K115.md"),
        K::UnknownOwned => include_str!("explain/en/K116.md"),
        K::UnknownOwner => include_str!("explain/en/K117.md"),
        K::UnknownCriterion | K::MeasureWithoutCost | K::MeasureWithoutEffect => impact::of_warnings(Lang::English, kind),
        K::Detected => include_str!("explain/en/K201.md"),
        K::FileNotUsed => include_str!("explain/en/K203.md"),
        K::NotShown => include_str!("explain/en/K204.md"),
    }
}

/// Pages about answers, in English.
fn english_answers(kind: K) -> &'static str {
    match kind {
        K::AnswerColumn => include_str!("explain/en/K062.md"),
        K::AnswerRow => include_str!("explain/en/K063.md"),
        K::AnsweredTwice => include_str!("explain/en/K064.md"),
        _ => include_str!("explain/en/K065.md"),
    }
}

fn dutch(kind: K) -> &'static str {
    match kind {
        K::Unreadable => include_str!("explain/nl/K001.md"),
        K::NoDependencies => include_str!("explain/nl/K002.md"),
        K::EmptyTable => include_str!("explain/nl/K003.md"),
        K::MissingColumn => include_str!("explain/nl/K004.md"),
        K::RepeatedColumn => include_str!("explain/nl/K005.md"),
        K::BrokenQuote => include_str!("explain/nl/K006.md"),
        K::WrongFieldCount => include_str!("explain/nl/K007.md"),
        K::NulByte => include_str!("explain/nl/K008.md"),
        K::TooLong => include_str!("explain/nl/K009.md"),
        K::BadEncoding => include_str!("explain/nl/K010.md"),
        K::MissingId => include_str!("explain/nl/K011.md"),
        K::NotANumber => include_str!("explain/nl/K012.md"),
        K::OutOfRange => include_str!("explain/nl/K013.md"),
        K::UnknownWord => include_str!("explain/nl/K014.md"),
        K::SelfDependency => include_str!("explain/nl/K015.md"),
        K::DuplicateDependency => include_str!("explain/nl/K016.md"),
        K::NeedDisagrees => include_str!("explain/nl/K017.md"),
        K::ShortAtBaseline => include_str!("explain/nl/K018.md"),
        K::DuplicateNode => include_str!("explain/nl/K019.md"),
        K::BadDistribution => include_str!("explain/nl/K020.md"),
        K::UnknownFormat => include_str!("explain/nl/K021.md"),
        K::BadToml => include_str!("explain/nl/K022.md"),
        K::UnknownKey => include_str!("explain/nl/K023.md"),
        K::WrongValue => include_str!("explain/nl/K024.md"),
        K::EventAction => include_str!("explain/nl/K025.md"),
        K::NothingSelected => include_str!("explain/nl/K026.md"),
        K::BadSelector => include_str!("explain/nl/K027.md"),
        K::UnknownSelectorKey => include_str!("explain/nl/K028.md"),
        K::UnknownNode => include_str!("explain/nl/K029.md"),
        K::UnknownNeed => include_str!("explain/nl/K030.md"),
        K::UnknownScenario => include_str!("explain/nl/K031.md"),
        K::TooLarge => include_str!("explain/nl/K032.md"),
        K::MissingKey => include_str!("explain/nl/K035.md"),
        K::TriggerBeforeCompromise => include_str!("explain/nl/K040.md"),
        K::BadJson => include_str!("explain/nl/K041.md"),
        K::SharesAboveOne => include_str!("explain/nl/K050.md"),
        K::SelfOwnership => include_str!("explain/nl/K051.md"),
        K::DuplicateHolding => include_str!("explain/nl/K052.md"),
        K::PercentageAsShare => include_str!("explain/nl/K053.md"),
        K::NothingToAcquire => include_str!("explain/nl/K054.md"),
        K::MemoryNeeded => include_str!("explain/nl/K036.md"),
        K::SampleCount => include_str!("explain/nl/K060.md"),
        K::BadRange => include_str!("explain/nl/K061.md"),
        K::AnswerColumn | K::AnswerRow | K::AnsweredTwice | K::AnswerOutdated => dutch_answers(kind),
        K::TwoGauges | K::DuplicateImpact | K::PartOfLimit | K::ClassesCross | K::DuplicateLimit | K::AmountNotTaken => limits(NL, kind),
        K::BadChange | K::DuplicateMeasure | K::UnknownMeasure | K::LateMeasure | K::MeasuresExclude => {
            impact::of_measures(Lang::Dutch, kind)
        }
        K::DateCell | K::TruthCell | K::ErrorCell | K::FormulaWithoutValue => cell(NL, kind),
        K::MergedCells | K::BadWorkbook | K::WorkbookTooLarge | K::LockedWorkbook => workbook(NL, kind),
        K::NationalOnOneRegion => include_str!("explain/nl/K101.md"),
        K::IsolatedNode => include_str!("explain/nl/K102.md"),
        K::NodeWithoutRow => include_str!("explain/nl/K103.md"),
        K::BlackStartTooShort => include_str!("explain/nl/K104.md"),
        K::UnknownColumn => include_str!("explain/nl/K105.md"),
        K::UnfedLoop => include_str!("explain/nl/K106.md"),
        K::SharedProvider => include_str!("explain/nl/K107.md"),
        K::NoSource => include_str!("explain/nl/K108.md"),
        K::PointAsDecimal => include_str!("explain/nl/K109.md"),
        K::FractionsAsPercentages => include_str!("explain/nl/K115.md"),
        K::UnknownOwned => include_str!("explain/nl/K116.md"),
        K::UnknownOwner => include_str!("explain/nl/K117.md"),
        K::UnknownCriterion | K::MeasureWithoutCost | K::MeasureWithoutEffect => impact::of_warnings(Lang::Dutch, kind),
        K::Detected => include_str!("explain/nl/K201.md"),
        K::FileNotUsed => include_str!("explain/nl/K203.md"),
        K::NotShown => include_str!("explain/nl/K204.md"),
    }
}

/// Pages about answers, in Dutch.
fn dutch_answers(kind: K) -> &'static str {
    match kind {
        K::AnswerColumn => include_str!("explain/nl/K062.md"),
        K::AnswerRow => include_str!("explain/nl/K063.md"),
        K::AnsweredTwice => include_str!("explain/nl/K064.md"),
        _ => include_str!("explain/nl/K065.md"),
    }
}

/// The pages about impacts and limits.
fn limits(lang: Lang, kind: K) -> &'static str {
    let (english, dutch) = match kind {
        K::TwoGauges => (include_str!("explain/en/K070.md"), include_str!("explain/nl/K070.md")),
        K::DuplicateImpact => (include_str!("explain/en/K071.md"), include_str!("explain/nl/K071.md")),
        K::PartOfLimit => (include_str!("explain/en/K072.md"), include_str!("explain/nl/K072.md")),
        K::ClassesCross => (include_str!("explain/en/K073.md"), include_str!("explain/nl/K073.md")),
        K::DuplicateLimit => (include_str!("explain/en/K074.md"), include_str!("explain/nl/K074.md")),
        _ => (include_str!("explain/en/K075.md"), include_str!("explain/nl/K075.md")),
    };
    lang.pick(english, dutch)
}

/// The pages about cells of workbooks.
fn cell(lang: Lang, kind: K) -> &'static str {
    let (english, dutch) = match kind {
        K::DateCell => (include_str!("explain/en/K080.md"), include_str!("explain/nl/K080.md")),
        K::TruthCell => (include_str!("explain/en/K081.md"), include_str!("explain/nl/K081.md")),
        K::ErrorCell => (include_str!("explain/en/K082.md"), include_str!("explain/nl/K082.md")),
        _ => (include_str!("explain/en/K084.md"), include_str!("explain/nl/K084.md")),
    };
    lang.pick(english, dutch)
}

/// The pages about workbooks.
fn workbook(lang: Lang, kind: K) -> &'static str {
    let (english, dutch) = match kind {
        K::MergedCells => (include_str!("explain/en/K083.md"), include_str!("explain/nl/K083.md")),
        K::WorkbookTooLarge => (include_str!("explain/en/K086.md"), include_str!("explain/nl/K086.md")),
        K::LockedWorkbook => (include_str!("explain/en/K087.md"), include_str!("explain/nl/K087.md")),
        _ => (include_str!("explain/en/K085.md"), include_str!("explain/nl/K085.md")),
    };
    lang.pick(english, dutch)
}
