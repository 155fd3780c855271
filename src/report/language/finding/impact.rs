//! Findings about criteria, impacts and measures, in both languages.

use super::Lang;
use crate::diagnostic::Finding as F;
use crate::diagnostic::FindingKind as K;
use crate::report::language::moment;
use crate::units::{Measure as _, Time};

/// What was found in the criteria.
pub(super) fn of_limits(lang: Lang, finding: &F) -> String {
    match finding {
        F::TwoGauges { criterion, first, other } => lang.pick(
            format!("'{criterion}' is measured as {first} in one row and as {other} in another"),
            format!("'{criterion}' wordt in de ene rij gemeten als {first} en in de andere als {other}"),
        ),
        // The criterion of the row may itself be what is missing.
        F::PartOfLimit { criterion, column } if criterion.is_empty() => lang.pick(
            format!("this limit is not whole, or has too much: look at '{column}'"),
            format!("deze grens is niet volledig, of heeft te veel: kijk naar '{column}'"),
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

/// What was found in the measures.
pub(super) fn of_measures(lang: Lang, finding: &F) -> String {
    match finding {
        F::BadChange { text } => lang.pick(
            format!("'{text}' is no change that a measure can make here"),
            format!("'{text}' is geen wijziging die een maatregel hier kan maken"),
        ),
        F::DuplicateMeasure { id } => {
            lang.pick(format!("the measure '{id}' has two rows"), format!("de maatregel '{id}' heeft twee rijen"))
        }
        F::UnknownMeasure { id, .. } => lang.pick(format!("there is no measure '{id}'"), format!("er is geen maatregel '{id}'")),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

/// What was found in the measures that a scenario takes.
pub(super) fn of_taken_measures(lang: Lang, finding: &F) -> String {
    match finding {
        F::LateMeasure { id, at_h, begin_h } => {
            let show = |number: f64| moment(lang, Time::from_number(number).unwrap_or(Time::MAX));
            let (at, begin) = (show(*at_h), show(*begin_h));
            lang.pick(
                format!("the measure '{id}' is taken {at}, after something has happened ({begin}): this version cannot simulate that"),
                format!("de maatregel '{id}' wordt {at} genomen, nadat er iets is gebeurd ({begin}): dat kan deze versie niet simuleren"),
            )
        }
        F::MeasuresExclude { id, other } => lang.pick(
            format!("the measures '{id}' and '{other}' exclude one another"),
            format!("de maatregelen '{id}' en '{other}' sluiten elkaar uit"),
        ),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

/// Measures that cost or change nothing that is known.
pub(super) fn of_their_worth(lang: Lang, finding: &F) -> String {
    match finding {
        F::MeasureWithoutCost { id } => {
            lang.pick(format!("the measure '{id}' states no cost"), format!("de maatregel '{id}' geeft geen kosten"))
        }
        F::MeasureWithoutEffect { id } => lang.pick(
            format!("the measure '{id}' changes nothing in the network"),
            format!("de maatregel '{id}' verandert niets in het netwerk"),
        ),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

/// What a finding is called.
pub(super) fn title_of_measures(lang: Lang, kind: K) -> &'static str {
    match kind {
        K::BadChange => lang.pick("a change that cannot be read", "een wijziging die niet te lezen is"),
        K::DuplicateMeasure => lang.pick("a measure with two rows", "een maatregel met twee rijen"),
        K::UnknownMeasure => lang.pick("an unknown measure", "een onbekende maatregel"),
        K::LateMeasure => lang.pick("a measure taken too late", "een maatregel die te laat wordt genomen"),
        K::MeasuresExclude => lang.pick("measures that exclude one another", "maatregelen die elkaar uitsluiten"),
        other => unreachable!("{other:?} is called something elsewhere"),
    }
}

/// What a finding is called.
pub(super) fn title_of_warnings(lang: Lang, kind: K) -> &'static str {
    match kind {
        K::UnknownCriterion => lang.pick("a criterion without a measure", "een criterium zonder maat"),
        K::MeasureWithoutCost => lang.pick("a measure without a cost", "een maatregel zonder kosten"),
        K::MeasureWithoutEffect => lang.pick("a measure that changes nothing", "een maatregel die niets verandert"),
        other => unreachable!("{other:?} is called something elsewhere"),
    }
}

/// What to do about it.
pub(super) fn help_of_criteria(lang: Lang, kind: K) -> &'static str {
    match kind {
        K::TwoGauges => lang.pick("give what is measured differently a name of its own", "geef wat anders wordt gemeten een eigen naam"),
        K::DuplicateImpact => lang
            .pick("keep one of the two rows, or name the population of each", "houd een van de twee rijen, of noem van elk de bevolking"),
        K::PartOfLimit => lang.pick(
            "a limit has a measure, a class and a from; beyond and probability also a duration_h, the others none",
            "een grens heeft een maat, een klasse en een vanaf; beyond en probability ook een duur_uren, de andere niet",
        ),
        K::ClassesCross => lang.pick(
            "let the limits of one duration rise with the class, in every criterion of the scheme",
            "laat bij een zelfde duur de grens stijgen met de klasse, in elk criterium van het stelsel",
        ),
        K::AmountNotTaken => lang.pick(
            "take the row away, or measure the criterion as integral, peak or beyond",
            "haal de rij weg, of meet het criterium als integral, peak of beyond",
        ),
        other => unreachable!("{other:?} is advised on elsewhere"),
    }
}

/// What to do about it.
pub(super) fn help_of_measures(lang: Lang, kind: K) -> &'static str {
    match kind {
        K::BadChange => lang.pick("write buffer_h=72, restart_h*0.5, add_provider=X or access=none, with the need in front where it is one: power.buffer_h=72; several apart by ;", "schrijf buffer_h=72, restart_h*0.5, add_provider=X of access=none, met de behoefte ervoor als het er een is: stroom.buffer_h=72; meer gescheiden door ;"),
        K::LateMeasure => lang.pick("let it be taken no later than the first event, or change the network itself", "laat haar niet later nemen dan de eerste gebeurtenis, of wijzig het netwerk zelf"),
        K::MeasuresExclude => lang.pick("leave one of them out, or take the other from excludes", "laat er een weg, of haal de ander uit sluit_uit"),
        K::MeasureWithoutCost => lang.pick("state cost_eur or cost_eur_per_year; without it the measure is in no portfolio", "geef kosten_eur of kosten_eur_per_jaar; zonder zit de maatregel in geen portefeuille"),
        K::MeasureWithoutEffect => lang.pick("check target and change: the target may not have the need, or hold the value already", "controleer doel en wijziging: het doel heeft de behoefte misschien niet, of heeft de waarde al"),
        other => unreachable!("{other:?} is advised on elsewhere"),
    }
}
