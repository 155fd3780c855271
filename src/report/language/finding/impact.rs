//! Findings about criteria, impacts and measures, in both languages.

use super::Lang;
use crate::diagnostic::Finding as F;

/// What was found.
pub(super) fn message(lang: Lang, finding: &F) -> String {
    match lang {
        Lang::English => english(finding),
        Lang::Dutch => dutch(finding),
    }
}

fn english(finding: &F) -> String {
    match finding {
        F::TwoGauges { criterion, first, other } => format!("'{criterion}' is measured as {first} in one row and as {other} in another"),
        F::DuplicateImpact { node, criterion } => {
            format!("the impact of '{node}' on '{criterion}' stands there twice, for the same people and from the same moment")
        }
        F::PartOfLimit { criterion, column } => format!("this limit of '{criterion}' is not whole, or has too much: look at '{column}'"),
        F::ClassesCross { scheme, class } => {
            format!("of the classes of '{scheme}' one limit says that '{class}' is graver than another, and another limit says the reverse")
        }
        F::DuplicateLimit { criterion } => format!("'{criterion}' already has a limit for this class or this amount in the same scheme"),
        F::AmountNotTaken { criterion, gauge } => format!("'{criterion}' is measured in {gauge}, which is counted and takes no amounts"),
        F::UnknownCriterion { criterion, .. } => {
            format!("no row of the criteria says how '{criterion}' is measured: it is added up over time")
        }
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

fn dutch(finding: &F) -> String {
    match finding {
        F::TwoGauges { criterion, first, other } => {
            format!("'{criterion}' wordt in de ene rij gemeten als {first} en in de andere als {other}")
        }
        F::DuplicateImpact { node, criterion } => {
            format!("het gevolg van '{node}' voor '{criterion}' staat er twee keer, voor dezelfde mensen en vanaf hetzelfde moment")
        }
        F::PartOfLimit { criterion, column } => {
            format!("deze grens van '{criterion}' is niet volledig, of heeft te veel: kijk naar '{column}'")
        }
        F::ClassesCross { scheme, class } => format!(
            "van de klassen van '{scheme}' zegt de ene grens dat '{class}' zwaarder is dan een andere, en een andere grens het omgekeerde"
        ),
        F::DuplicateLimit { criterion } => {
            format!("'{criterion}' heeft in hetzelfde stelsel al een grens voor deze klasse of deze hoeveelheid")
        }
        F::AmountNotTaken { criterion, gauge } => {
            format!("'{criterion}' wordt gemeten in {gauge}; dat wordt geteld en kent geen hoeveelheden")
        }
        F::UnknownCriterion { criterion, .. } => {
            format!("geen rij van de criteria zegt hoe '{criterion}' wordt gemeten: het wordt opgeteld over de tijd")
        }
        other => unreachable!("{other:?} wordt elders verteld"),
    }
}
