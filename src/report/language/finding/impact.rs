//! Findings about criteria and impacts, in both languages.

use super::Lang;
use crate::diagnostic::Finding as F;
use crate::diagnostic::FindingKind as K;

/// What was found in the criteria.
pub(super) fn of_limits(lang: Lang, finding: &F) -> String {
    match finding {
        F::TwoGauges { criterion, first, other } => lang.pick(
            format!("'{criterion}' is measured as {first} in one row and as {other} in another"),
            format!("'{criterion}' wordt in de ene rij gemeten als {first} en in de andere als {other}"),
        ),
        F::PartOfLimit { criterion, column } => lang.pick(
            format!("this limit of '{criterion}' is not whole, or has too much: look at '{column}'"),
            format!("deze grens van '{criterion}' is niet volledig, of heeft te veel: kijk naar '{column}'"),
        ),
        F::ClassesCross { scheme, class } => lang.pick(
            format!("of the classes of '{scheme}' one limit says that '{class}' is graver than another, and another limit says the reverse"),
            format!("van de klassen van '{scheme}' zegt de ene grens dat '{class}' zwaarder is dan een andere, en een andere grens het omgekeerde"),
        ),
        F::DuplicateLimit { criterion } => lang.pick(
            format!("'{criterion}' already has a limit for this class or this amount in the same scheme"),
            format!("'{criterion}' heeft in hetzelfde stelsel al een grens voor deze klasse of deze hoeveelheid"),
        ),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

/// What was found in the impacts.
pub(super) fn of_amounts(lang: Lang, finding: &F) -> String {
    match finding {
        F::DuplicateImpact { node, criterion } => lang.pick(
            format!("the impact of '{node}' on '{criterion}' stands there twice, for the same people and from the same moment"),
            format!("het gevolg van '{node}' voor '{criterion}' staat er twee keer, voor dezelfde mensen en vanaf hetzelfde moment"),
        ),
        F::AmountNotTaken { criterion, gauge } => lang.pick(
            format!("'{criterion}' is measured in {gauge}, which is counted and takes no amounts"),
            format!("'{criterion}' wordt gemeten in {gauge}; dat wordt geteld en kent geen hoeveelheden"),
        ),
        F::UnknownCriterion { criterion, .. } => lang.pick(
            format!("no row of the criteria says how '{criterion}' is measured: it is added up over time"),
            format!("geen rij van de criteria zegt hoe '{criterion}' wordt gemeten: het wordt opgeteld over de tijd"),
        ),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

/// What each kind is called.
pub(super) fn title(lang: Lang, kind: K) -> &'static str {
    let (english, dutch) = match kind {
        K::TwoGauges => ("a criterion measured in two ways", "een criterium dat op twee manieren wordt gemeten"),
        K::DuplicateImpact => ("an impact with two rows", "een gevolg met twee rijen"),
        K::PartOfLimit => ("a limit that is not whole", "een grens die niet volledig is"),
        K::ClassesCross => ("classes without an order", "klassen zonder volgorde"),
        K::DuplicateLimit => ("a limit with two rows", "een grens met twee rijen"),
        _ => ("an amount that cannot be measured", "een hoeveelheid die niet kan worden gemeten"),
    };
    lang.pick(english, dutch)
}
