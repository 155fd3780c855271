//! The pages about measures, and about what is doubtful in impacts and measures.

use super::Lang;
use crate::diagnostic::FindingKind as K;

/// Pages about measures.
pub(super) fn of_measures(lang: Lang, kind: K) -> &'static str {
    match kind {
        K::BadChange => lang.pick(include_str!("en/K076.md"), include_str!("nl/K076.md")),
        K::DuplicateMeasure => lang.pick(include_str!("en/K077.md"), include_str!("nl/K077.md")),
        K::UnknownMeasure => lang.pick(include_str!("en/K078.md"), include_str!("nl/K078.md")),
        K::LateMeasure => lang.pick(include_str!("en/K033.md"), include_str!("nl/K033.md")),
        K::MeasuresExclude => lang.pick(include_str!("en/K079.md"), include_str!("nl/K079.md")),
        other => unreachable!("{other:?} has its page elsewhere"),
    }
}

/// Pages about what is doubtful in them.
pub(super) fn of_warnings(lang: Lang, kind: K) -> &'static str {
    match kind {
        K::UnknownCriterion => lang.pick(include_str!("en/K118.md"), include_str!("nl/K118.md")),
        K::MeasureWithoutCost => lang.pick(include_str!("en/K119.md"), include_str!("nl/K119.md")),
        K::MeasureWithoutEffect => lang.pick(include_str!("en/K120.md"), include_str!("nl/K120.md")),
        other => unreachable!("{other:?} has its page elsewhere"),
    }
}
