//! Bevindingen in het Nederlands.

use super::super::{Lang, count, hours, list, moment, some};
use super::impact;
use super::parts::{
    above_whole, delimiter, expected, has_unit, is_percentage, known, near, percent, range, reason, scenarios, size, supplied,
};
use super::toml;
use super::workbook;
use crate::diagnostic::Finding as F;
use crate::diagnostic::FindingKind as K;
use crate::diagnostic::Instead;
use crate::units::{Measure, Time};

const NL: Lang = Lang::Dutch;

pub(super) fn title(kind: K) -> &'static str {
    match kind {
        K::Unreadable => "een bestand is niet te lezen",
        K::NoDependencies => "geen tabel met afhankelijkheden",
        K::EmptyTable => "een tabel zonder rijen",
        K::MissingColumn => "een verplichte kolom ontbreekt",
        K::RepeatedColumn => "een kolom staat er twee keer",
        K::BrokenQuote => "een aanhalingsteken dat niet klopt",
        K::WrongFieldCount => "een rij met een ander aantal cellen dan de kop",
        K::NulByte => "een NUL-byte",
        K::TooLong => "een te lange regel",
        K::BadEncoding => "bytes buiten de tekencodering",
        K::MissingId => "een verplichte cel is leeg",
        K::NotANumber => "geen getal",
        K::OutOfRange => "een getal buiten het bereik",
        K::UnknownWord => "een woord dat de kolom niet kent",
        K::SelfDependency => "een rij die van zichzelf afhangt",
        K::DuplicateDependency => "twee keer dezelfde afhankelijkheid",
        K::NeedDisagrees => "rijen van één behoefte die elkaar tegenspreken",
        K::ShortAtBaseline => "een behoefte die tekortkomt als alles werkt",
        K::DuplicateNode => "een knoop met twee rijen",
        K::BadDistribution => "een onleesbare verdeling",
        K::UnknownFormat => "een soort bestand dat niet te lezen is",
        K::BadToml => "geen geldige TOML",
        K::UnknownKey => "een onbekende sleutel",
        K::WrongValue => "een waarde van de verkeerde soort",
        K::EventAction => "een gebeurtenis zonder één duidelijke actie",
        K::NothingSelected => "een selectie die niets selecteert",
        K::BadSelector => "een onleesbare selectie",
        K::UnknownSelectorKey => "een selectie op een onbekende kolom",
        K::UnknownNode => "een knoop die niet bestaat",
        K::UnknownNeed => "een behoefte die de knoop niet heeft",
        K::UnknownScenario => "een scenario dat niet te vinden is",
        K::TooLarge => "meer dan verwerkt kan worden",
        K::MissingKey => "een verplichte sleutel ontbreekt",
        K::TriggerBeforeCompromise => "een trigger voor de eerste compromittering",
        K::BadJson => "een materiaallijst die niet te lezen is",
        K::SharesAboveOne => "aandelen die samen meer dan een geheel zijn",
        K::SelfOwnership => "een belang in zichzelf",
        K::DuplicateHolding => "twee keer hetzelfde belang",
        K::PercentageAsShare => "een percentage waar een aandeel hoort",
        K::NothingToAcquire => "een overname van meer dan er is",
        K::MemoryNeeded => "een vraag die meer geheugen kost dan is toegestaan",
        K::SampleCount => "een aantal trekkingen dat niet kan",
        K::BadRange => "grenzen die niet te lezen zijn",
        K::AnswerColumn | K::AnswerRow | K::AnsweredTwice | K::AnswerOutdated => answer_title(kind),
        K::TwoGauges | K::DuplicateImpact | K::PartOfLimit | K::ClassesCross | K::DuplicateLimit | K::AmountNotTaken => {
            impact::title(NL, kind)
        }
        K::DateCell | K::TruthCell | K::ErrorCell | K::FormulaWithoutValue => workbook::cell_title(NL, kind),
        K::MergedCells | K::BadWorkbook | K::WorkbookTooLarge | K::LockedWorkbook => workbook::file_title(NL, kind),
        K::BadChange | K::DuplicateMeasure | K::UnknownMeasure | K::LateMeasure | K::MeasuresExclude => impact::title_of_measures(NL, kind),
        K::NationalOnOneRegion => "een landelijk proces dat uit één regio wordt gevoed",
        K::IsolatedNode => "een knoop zonder afhankelijkheden",
        K::NodeWithoutRow => "een knoop zonder rij",
        K::BlackStartTooShort => "een black start die te vroeg eindigt",
        K::UnknownColumn => "een onbekende kolom die op een bekende lijkt",
        K::UnfedLoop => "een kring die door niets wordt gevoed",
        K::SharedProvider => "alternatieven die dezelfde knoop nodig hebben",
        K::NoSource => "rijen zonder bron",
        K::PointAsDecimal => "een punt gelezen als decimaalteken",
        K::FractionsAsPercentages => "percentages die op fracties lijken",
        K::UnknownOwned => "een onderneming die nergens anders genoemd wordt",
        K::UnknownOwner => "een eigenaar die op een andere partij lijkt",
        K::UnknownCriterion | K::MeasureWithoutCost | K::MeasureWithoutEffect => impact::title_of_warnings(NL, kind),
        K::Detected => "hoe een bestand is gelezen",
        K::FileNotUsed => "een bestand dat niet is gelezen",
        K::NotShown => "meer bevindingen dan getoond",
    }
}

/// What a fault of an answer is called.
fn answer_title(kind: K) -> &'static str {
    match kind {
        K::AnswerColumn => "een antwoord over een kolom waar niets over wordt gevraagd",
        K::AnswerRow => "een antwoord over een rij die er niet is",
        K::AnsweredTwice => "twee antwoorden voor één cel",
        _ => "een antwoord over een cel die sindsdien is veranderd",
    }
}

pub(super) fn message(finding: &F) -> String {
    match finding {
        F::Unreadable { reason: said } => format!("niet te lezen: {}", reason(NL, said)),
        F::NoDependencies { .. } => "er is hier geen tabel met afhankelijkheden".to_owned(),
        F::EmptyTable {} => "deze tabel heeft geen rijen".to_owned(),
        F::MissingColumn { column, .. } => format!("de kolom '{column}' ontbreekt"),
        F::RepeatedColumn { column } => format!("twee kolomkoppen betekenen '{column}'"),
        F::BrokenQuote {} => "een cel met aanhalingstekens is niet afgesloten, of er staat tekst achter het sluitteken".to_owned(),
        F::WrongFieldCount { expected, found } => format!("deze rij heeft {found} cellen en de kop heeft er {expected}"),
        F::NulByte {} => "een NUL-byte: dit is geen tekst, of het bestand is beschadigd".to_owned(),
        F::TooLong { limit } => format!("deze regel is langer dan {}", size(NL, *limit as u64)),
        F::BadEncoding { encoding } => format!("deze bytes zijn geen {encoding}"),
        F::MissingId { column } => format!("'{column}' is leeg"),
        F::NotANumber { column, text, .. } => format!("'{column}' moet een getal zijn, niet '{text}'"),
        F::OutOfRange { column, text, allowed } => format!("'{column}' is {text}; toegestaan is {}", range(NL, allowed)),
        F::UnknownWord { column, text, .. } => format!("'{column}' kent het woord '{text}' niet"),
        F::SelfDependency { id } => format!("'{id}' is van zichzelf afhankelijk"),
        F::DuplicateDependency { dependent, need, provider } => twice(dependent, need, provider),
        F::NeedDisagrees { column, first, other, .. } => disagrees(column, first, other),
        F::ShortAtBaseline { dependent, need, supply } => short(dependent, need, *supply),
        F::DuplicateNode { id } => format!("'{id}' heeft twee rijen"),
        F::BadDistribution { column, text } => format!("de verdeling in '{column}' is niet te lezen: '{text}'"),
        F::UnknownFormat { extension } => format!("een .{extension}-bestand is niet als tabel te lezen"),
        F::BadToml { reason } => format!("dit is geen geldige TOML: {}", toml::dutch(reason)),
        F::UnknownKey { key, .. } => format!("de sleutel '{key}' is hier niet bekend"),
        F::WrongValue { key, expected: wanted } => format!("'{key}' moet zijn: {}", expected(NL, wanted)),
        F::EventAction { found } if found.is_empty() => "deze gebeurtenis doet niets".to_owned(),
        F::EventAction { found } => format!("deze gebeurtenis doet meer dan één ding: {}", list(NL, found, 6)),
        F::NothingSelected { selector, .. } => format!("'{selector}' selecteert geen enkele knoop"),
        F::BadSelector { selector, part } if part.is_empty() => format!("de selectie '{selector}' heeft een leeg deel"),
        F::BadSelector { part, .. } => format!("'{part}' is niet te lezen als deel van een selectie"),
        F::UnknownSelectorKey { key, .. } => format!("knopen hebben geen kolom '{key}'"),
        F::UnknownNode { id, or_party: false, .. } => format!("er is geen knoop '{id}'"),
        F::UnknownNode { id, or_party: true, .. } => format!("er is geen knoop, eigenaar of onderneming '{id}'"),
        F::UnknownNeed { node, need, .. } => format!("'{node}' heeft geen behoefte '{need}'"),
        F::UnknownScenario { name, .. } => format!("er is geen scenario '{name}'"),
        F::TooLarge { what, limit } if what == "bytes" => format!("dit bestand is groter dan {}", size(NL, *limit)),
        F::TooLarge { what, limit } => format!("er zijn meer dan {} {}", count(NL, *limit), if what == "rows" { "rijen" } else { what }),
        F::MissingKey { key } => format!("de sleutel '{key}' ontbreekt"),
        F::BadJson { reason } => format!("dit is geen CycloneDX in JSON (melding van de lezer: {reason})"),
        F::TriggerBeforeCompromise { at_h, first_h } => trigger_before(*at_h, *first_h),
        F::MemoryNeeded { .. } | F::SampleCount { .. } | F::BadRange { .. } => option(finding),
        F::AnswerColumn { .. } | F::AnswerRow { .. } | F::AnsweredTwice { .. } | F::AnswerOutdated { .. } => answer(finding),
        F::DateCell { .. } | F::TruthCell { .. } | F::ErrorCell { .. } | F::FormulaWithoutValue {} => workbook::cell(NL, finding),
        F::MergedCells { .. } | F::BadWorkbook { .. } | F::WorkbookTooLarge { .. } | F::LockedWorkbook {} => workbook::file(NL, finding),
        F::NationalOnOneRegion { process, need, region } => format!("'{process}' is landelijk, maar '{need}' komt alleen uit '{region}'"),
        F::IsolatedNode { id } => format!("'{id}' heeft een rij, maar geen afhankelijkheid noemt hem"),
        F::NodeWithoutRow { id, .. } => format!("'{id}' staat in de afhankelijkheden, maar heeft geen rij bij de knopen"),
        F::BlackStartTooShort { id, black_start_h, restart_h } => black_start(id, *black_start_h, *restart_h),
        F::UnknownColumn { header, .. } => format!("de kolom '{header}' is niet bekend en wordt bewaard als kenmerk"),
        F::UnfedLoop { nodes, more } => format!("deze knopen voeden elkaar en krijgen niets van buiten: {}", some(NL, nodes, *more)),
        F::SharedProvider { dependent, need, shared } => format!("elk alternatief voor '{need}' van '{dependent}' heeft '{shared}' nodig"),
        F::NoSource { rows, of } => no_source(*rows as u64, *of as u64),
        F::PointAsDecimal { column, text } => format!("'{text}' in '{column}' is gelezen met de punt als decimaalteken"),
        F::SharesAboveOne { owned, total } => format!("de aandelen in '{owned}' zijn samen {}", above_whole(NL, *total)),
        F::SelfOwnership { id } => format!("'{id}' is eigenaar van zichzelf"),
        F::DuplicateHolding { owner, owned } => format!("het belang van '{owner}' in '{owned}' staat er twee keer"),
        F::PercentageAsShare { text } => format!("'share' is {text}, en dat is meer dan een geheel"),
        F::NothingToAcquire { owner, owned, held } => holds_already(owner, owned, *held),
        F::FractionsAsPercentages { rows } => format!("geen van de {} percentages in deze tabel is hoger dan 1", count(NL, *rows as u64)),
        F::UnknownOwned { id, .. } => format!("'{id}' heeft een eigenaar, maar is geen knoop, beheert niets en bezit niets"),
        F::UnknownOwner { id, nearest } => format!("de eigenaar '{id}' staat nergens anders, en '{nearest}' is bijna gelijk geschreven"),
        F::TwoGauges { .. } | F::PartOfLimit { .. } | F::ClassesCross { .. } | F::DuplicateLimit { .. } => impact::of_limits(NL, finding),
        F::DuplicateImpact { .. } | F::AmountNotTaken { .. } | F::UnknownCriterion { .. } => impact::of_amounts(NL, finding),
        F::LateMeasure { .. } | F::MeasuresExclude { .. } => impact::of_taken_measures(NL, finding),
        F::BadChange { .. } | F::DuplicateMeasure { .. } | F::UnknownMeasure { .. } => impact::of_measures(NL, finding),
        F::MeasureWithoutCost { .. } | F::MeasureWithoutEffect { .. } => impact::of_their_worth(NL, finding),
        F::Detected { encoding, delimiter: sign, decimal_comma } => detected(encoding, *sign, *decimal_comma),
        F::FileNotUsed {} => "dit is geen tabel van een netwerk en is niet gelezen".to_owned(),
        F::NotShown { errors, others } => not_shown(*errors, *others),
    }
}

fn disagrees(column: &str, first: &str, other: &str) -> String {
    format!("'{column}' is hier {other} en {first} in een andere rij van dezelfde behoefte")
}

fn no_source(rows: u64, of: u64) -> String {
    format!("{} van de {} afhankelijkheden hebben geen bron", count(NL, rows), count(NL, of))
}

fn holds_already(holder: &str, company: &str, held: f64) -> String {
    format!("'{holder}' heeft al {} van '{company}': zoveel kan er niet bij", percent(NL, held))
}

fn twice(dependent: &str, need: &str, provider: &str) -> String {
    format!("'{dependent}' heeft '{need}' twee keer nodig van '{provider}'")
}

fn short(dependent: &str, need: &str, supply: f64) -> String {
    let supply = supplied(NL, supply);
    format!("'{need}' van '{dependent}' komt ook tekort als alles werkt: de aandelen zijn samen {supply}")
}

fn black_start(id: &str, black_start_h: f64, restart_h: f64) -> String {
    let show = |number| hours(NL, Time::from_number(number).unwrap_or(Time::MAX));
    format!("de black start van '{id}' ({}) duurt niet langer dan de herstart ({})", show(black_start_h), show(restart_h))
}

fn detected(encoding: &str, sign: char, decimal_comma: bool) -> String {
    let comma = if decimal_comma { ", een komma als decimaalteken" } else { "" };
    format!("gelezen als {encoding} met {} tussen de cellen{comma}", delimiter(NL, sign))
}

fn not_shown(errors: u64, others: u64) -> String {
    format!("nog {} fouten en {} waarschuwingen zijn niet getoond", count(NL, errors), count(NL, others))
}

/// What is wrong with an option.
fn option(finding: &F) -> String {
    match finding {
        F::MemoryNeeded { needs, allowed } => format!("dit kost ongeveer {}; {} is toegestaan", size(NL, *needs), size(NL, *allowed)),
        F::SampleCount { text, .. } => format!("{text} trekkingen kan niet"),
        F::BadRange { text, allowed } => format!("'{text}' geeft geen grenzen van lege cellen; toegestaan: {allowed}"),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

/// What is wrong with an answer to a question.
fn answer(finding: &F) -> String {
    match finding {
        F::AnswerColumn { header } => format!("geen vraag gaat over een kolom '{header}'"),
        F::AnswerRow { node, need, provider } if provider.is_empty() => {
            format!("welke leverancier van '{need}' voor '{node}' is bedoeld, staat er niet")
        }
        F::AnswerRow { node, need, provider } => format!("'{provider}' levert geen '{need}' aan '{node}'"),
        F::AnsweredTwice { column } => format!("deze cel ({column}) is twee keer beantwoord"),
        F::AnswerOutdated { asked, now } if asked.is_empty() => format!("toen dit werd gevraagd was de cel leeg; nu staat er '{now}'"),
        F::AnswerOutdated { asked, now } if now.is_empty() => format!("toen dit werd gevraagd stond er '{asked}'; nu is de cel leeg"),
        F::AnswerOutdated { asked, now } => format!("toen dit werd gevraagd stond er '{asked}'; nu staat er '{now}'"),
        other => unreachable!("{other:?} is told elsewhere"),
    }
}

pub(super) fn help(finding: &F) -> String {
    let fixed = match finding {
        F::NoDependencies { found } if !found.is_empty() => return no_dependencies(found),
        F::MissingColumn { column, nearest: Some(near), .. } => return format!("hernoem '{near}' tot '{column}'"),
        F::MissingColumn { column, headers, .. } => return format!("voeg een kolom '{column}' toe; er is: {}", list(NL, headers, 12)),
        F::WrongFieldCount { expected, found } if expected > found => "vul de ontbrekende cellen aan; ze mogen leeg zijn",
        F::NotANumber { text, .. } if text.ends_with('%') && has_unit(text) => "schrijf een percentage zoals 60% als 0,6",
        F::NotANumber { text, .. } if has_unit(text) => "schrijf alleen het getal, zonder eenheid; kolommen op _h of _uren zijn in uren",
        F::NotANumber { instead, .. } => match instead {
            Instead::Nothing => "schrijf een getal zoals 4 of 0,5",
            Instead::Empty => "schrijf een getal zoals 4 of 0,5; laat leeg wat niet bekend is",
            Instead::EmptyOrNone => "schrijf een getal zoals 4 of 0,5; laat leeg wat niet bekend is, schrijf geen als het er niet is",
        },
        F::OutOfRange { text, allowed, .. } if is_percentage(text, allowed) => "schrijf een percentage zoals 60% als 0,6",
        F::UnknownWord { nearest, allowed, .. } => return known(NL, nearest.as_ref(), "bekend zijn", allowed),
        F::NeedDisagrees { column, need, .. } => return format!("zet '{column}' op één rij van '{need}', of overal gelijk"),
        F::UnknownKey { nearest, .. } => return near(NL, nearest.as_ref(), "haal hem weg, of controleer de spelling"),
        F::NothingSelected { nearest, .. } => return near(NL, nearest.as_ref(), "vergelijk de spelling met de tabel van knopen"),
        F::UnknownSelectorKey { nearest, .. } => {
            return near(NL, nearest.as_ref(), "gebruik een kolom van de knopen, zoals sector=telecom");
        }
        F::UnknownMeasure { nearest, .. } => return near(NL, nearest.as_ref(), "controleer de naam in de tabel met maatregelen"),
        F::UnknownCriterion { nearest, .. } => {
            return near(NL, nearest.as_ref(), "voeg er bij de criteria rijen voor toe, minstens één met een maat");
        }
        F::UnknownNode { nearest, or_party: false, .. } => {
            return near(NL, nearest.as_ref(), "controleer de spelling, of voeg de knoop toe");
        }
        F::UnknownNode { nearest, or_party: true, .. } => {
            return near(NL, nearest.as_ref(), "controleer de spelling, of zet het bij de knopen of het eigendom");
        }
        F::UnknownNeed { known: needs, .. } if needs.is_empty() => "deze knoop heeft niets nodig",
        F::UnknownNeed { known: needs, .. } => return format!("hij heeft nodig: {}", list(NL, needs, 12)),
        F::UnknownScenario { name, known } => return scenarios(NL, name, known),
        F::NationalOnOneRegion { region, .. } => {
            return format!("uitval in '{region}' telt zo voor het hele land: splits het proces per regio");
        }
        F::NodeWithoutRow { nearest, .. } => return near(NL, nearest.as_ref(), "voeg een rij toe met naam, soort en sector"),
        F::UnknownColumn { nearest, .. } | F::UnknownOwner { nearest, .. } => return format!("bedoel je '{nearest}'?"),
        F::SharedProvider { shared, .. } => return format!("ze vallen samen uit met '{shared}': reken niet op deze redundantie"),
        F::UnknownOwned { nearest, .. } => {
            return near(NL, nearest.as_ref(), "controleer de spelling; zonder knoop heeft uitval geen gevolgen");
        }
        F::PointAsDecimal { text, .. } => return format!("schrijf {} als er duizendtallen zijn bedoeld", text.replace('.', "")),
        F::PercentageAsShare { text } => return percentage_as_share(text),
        other => fixed_help(other.kind()),
    };
    fixed.to_owned()
}

fn trigger_before(at_h: f64, first_h: Option<f64>) -> String {
    let show = |number| moment(NL, Time::from_number(number).unwrap_or(Time::MAX));
    match first_h {
        Some(first_h) => format!("de trigger komt {}, maar de eerste compromittering pas {}", show(at_h), show(first_h)),
        None => format!("de trigger {} treft niets: geen gebeurtenis compromitteert iets", show(at_h)),
    }
}

fn percentage_as_share(text: &str) -> String {
    let meant = (text.replace(',', ".").parse::<f64>().unwrap_or(0.0) / 100.0).to_string().replace('.', ",");
    format!("een aandeel van {text} % schrijf je als {meant}; of noem de kolom belang_pct, die percentages bevat")
}

fn no_dependencies(found: &[String]) -> String {
    format!("voeg afhankelijkheden.csv toe, of een map afhankelijkheden met een bestand per sector; gevonden: {}", list(NL, found, 8))
}

/// Raad die voor elke bevinding van een soort gelijk is; leeg waar hij van de bevinding afhangt of waar niets hoeft te gebeuren.
fn fixed_help(kind: K) -> &'static str {
    match kind {
        K::Unreadable => "controleer de naam, en of je het mag lezen",
        K::NoDependencies => "voeg afhankelijkheden.csv toe, of een map afhankelijkheden met een bestand per sector",
        K::EmptyTable => "voeg ten minste één rij toe: afnemer,leverancier",
        K::RepeatedColumn => "houd er een, of geef de andere een eigen naam",
        K::BrokenQuote => "schrijf een aanhalingsteken binnen aanhalingstekens dubbel: \"Station \"\"West\"\"\"",
        K::WrongFieldCount => "zet een cel met het scheidingsteken erin tussen aanhalingstekens",
        K::NulByte => "sla de tabel opnieuw op als CSV (UTF-8)",
        K::TooLong => "zoek een aanhalingsteken dat niet is afgesloten; of het bestand is geen tabel",
        K::BadEncoding => "sla het bestand op als CSV (UTF-8)",
        K::MissingId => "vul het kenmerk van een knoop in, of haal de rij weg",
        K::OutOfRange => "verbeter het getal",
        K::SelfDependency => "haal de rij weg; een eigen voorraad is een buffer (buffer_uren)",
        K::DuplicateDependency => "houd een van de twee rijen; leveranciers van één behoefte hebben verschillende namen",
        K::ShortAtBaseline => "laat de aandelen van de rijen zonder inschakel_uren samen 1 of meer zijn",
        K::DuplicateNode | K::DuplicateLimit | K::DuplicateMeasure => "houd een van de twee rijen",
        K::BadChange | K::MeasureWithoutCost | K::MeasureWithoutEffect | K::LateMeasure | K::MeasuresExclude => {
            impact::help_of_measures(NL, kind)
        }
        K::BadDistribution => "schrijf tri(laag|modus|hoog), pert(laag|modus|hoog), uniform(laag|hoog) of lognormal(mediaan|factor)",
        K::UnknownFormat => "sla het blad op als CSV",
        K::BadToml => "teksten staan tussen aanhalingstekens; een kop zoals [[event]] heeft een eigen regel",
        K::WrongValue => "`keten explain K024 --lang nl` geeft een voorbeeld",
        K::EventAction => "geef elke [[event]] een van: fail, drain, compromise, trigger, acquire, measure",
        K::BadSelector => "schrijf een kenmerk, kenmerk*, kolom=waarde of kolom!=waarde, verbonden met & (en) en , (of)",
        K::TooLarge => "splits het netwerk",
        K::MissingKey => "voeg hem toe; `keten explain K035 --lang nl` geeft een voorbeeld",
        K::BadJson => "maak de materiaallijst opnieuw, als CycloneDX in JSON",
        K::TriggerBeforeCompromise => "laat een gebeurtenis op hetzelfde moment of eerder knopen compromitteren",
        K::AnswerColumn | K::AnswerRow | K::AnsweredTwice | K::AnswerOutdated => answer_help(kind),
        K::TwoGauges | K::DuplicateImpact | K::PartOfLimit | K::ClassesCross | K::AmountNotTaken => impact::help_of_criteria(NL, kind),
        K::IsolatedNode => "hij kan niet door anderen uitvallen en niets meenemen: voeg zijn afhankelijkheden toe",
        K::BlackStartTooShort => "zo doorbreekt hij geen kring: maak black_start_h langer dan restart_h",
        K::UnfedLoop => "voeg toe wat de kring van buiten voedt; tot dan zijn de uitkomsten onbepaald",
        K::NoSource => "vul 'bron' in, zodat anderen de rij kunnen nagaan",
        K::SharesAboveOne => "verbeter de aandelen; een gat onder de 1 mag en telt als niet bekend",
        K::SelfOwnership => "haal de rij weg; laat aandelen die een onderneming in zichzelf houdt weg",
        K::DuplicateHolding => "houd een van de twee rijen, met de som als beide kloppen",
        K::NothingToAcquire => "neem een kleiner aandeel over",
        K::FractionsAsPercentages => "noem de kolom aandeel als er fracties zijn bedoeld; een belang_pct van 0,51 is een half procent",
        K::MemoryNeeded | K::SampleCount | K::BadRange => option_help(kind),
        K::DateCell | K::TruthCell | K::ErrorCell | K::FormulaWithoutValue => workbook::cell_help(NL, kind),
        K::MergedCells | K::BadWorkbook | K::WorkbookTooLarge | K::LockedWorkbook => workbook::file_help(NL, kind),
        K::NotShown => "herstel eerst de bevindingen hierboven",
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
        K::AnswerColumn => "laat de kolom zoals de vragenlijst haar heeft, zoals buffer_h",
        K::AnswerRow => "laat knoop, behoefte en leverancier zoals de vragenlijst ze heeft",
        K::AnsweredTwice => "houd een van de twee antwoorden",
        _ => "vraag opnieuw met een nieuwe vragenlijst, of maak het antwoord leeg",
    }
}

/// Advice on what an option asks for.
fn option_help(kind: K) -> &'static str {
    match kind {
        K::MemoryNeeded => {
            "sta meer toe met --max-memory; een rangschikking kost ook minder met minder --threads, of van minder knopen met --of"
        }
        K::SampleCount => "vraag er minstens 1, en sta geheugen voor meer toe met --max-memory",
        K::BadRange => "schrijf KOLOM=LAAG..HOOG, KOLOM=default of KOLOM=widest",
        _ => "",
    }
}
