//! The register of columns: the reader works from it and `keten columns` shows it, so the two cannot differ.
//!
//! ```
//! use keten::tables::columns;
//! let buffer = columns().iter().find(|column| column.name == "buffer_h").unwrap();
//! assert_eq!((buffer.dutch[0], buffer.holds.unit(), buffer.required), ("buffer_uren", Some("h"), false));
//! ```

use super::words::{self, Word};
use crate::diagnostic::Instead;
use crate::network::Table;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The table that it belongs to.
    pub table: Table,
    /// Its English name, which findings and results use.
    pub name: &'static str,
    /// Its other names: Dutch ones first.
    pub dutch: &'static [&'static str],
    /// Whether the table cannot do without.
    pub required: bool,
    /// What its cells hold.
    pub holds: Holds,
    /// Which part of a row it fills.
    pub(super) slot: Slot,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The id of a node, or the name of a need.
    Id,
    /// Free text.
    Text,
    /// Hours, or a distribution of them; `none` for none.
    Hours,
    /// A share of one, or a distribution; `1/3` is allowed.
    Share,
    /// A share of one; `1/3` is allowed.
    Part,
    /// A share in percent.
    Percent,
    /// `essential`, or a weight above 0 up to 1.
    Importance,
    /// A probability, or a distribution.
    Probability,
    /// A number from 0 upwards, or a distribution; `none` for none.
    Amount,
    /// Hours, known as one number.
    Duration,
    /// A number from 0 to a million million.
    Magnitude,
    /// A number from 0 to a million million, or a distribution.
    Sum,
    /// Degrees, up to so many on either side of zero.
    Degrees(u16),
    /// `high`, `medium`, `low` or a number from 0 to 1.
    Confidence,
    /// One of [`Column::words`].
    Word,
    /// One of [`Column::words`], or `none`.
    WordOrNone,
}

impl Holds {
    /// The unit of the column's numbers, where they have one.
    pub const fn unit(self) -> Option<&'static str> {
        match self {
            Self::Hours | Self::Duration => Some("h"),
            Self::Degrees(_) => Some("deg"),
            Self::Percent => Some("%"),
            _ => None,
        }
    }

    /// The numbers that are allowed; `None` where the column holds no numbers.
    pub const fn range(self) -> Option<&'static str> {
        match self {
            Self::Hours | Self::Duration => Some("0..1000000 h"),
            Self::Magnitude | Self::Sum => Some("0..1000000000000"),
            Self::Share | Self::Part | Self::Probability | Self::Confidence => Some("0..1"),
            Self::Percent => Some("0..100"),
            Self::Importance => Some(">0..1"),
            Self::Amount => Some("0.."),
            Self::Degrees(180) => Some("-180..180"),
            Self::Degrees(_) => Some("-90..90"),
            Self::Id | Self::Text | Self::Word | Self::WordOrNone => None,
        }
    }
}

impl Column {
    /// The words that the column knows; empty where it holds text or numbers alone.
    pub fn words(&self) -> Vec<Word> {
        fn of<T>(meanings: &[(Word, T)]) -> Vec<Word> {
            meanings.iter().map(|(word, _)| *word).collect()
        }
        match self.slot {
            Slot::Nature => of(words::NATURES),
            Slot::Access => of(words::ACCESSES),
            Slot::Kind => of(words::KINDS),
            Slot::Category => of(words::CATEGORIES),
            Slot::OnDetect => of(words::ON_DETECT),
            Slot::Confidence => of(words::CONFIDENCES),
            Slot::Importance => of(words::IMPORTANCES),
            Slot::Gauge => of(words::GAUGES),
            _ => Vec::new(),
        }
    }

    /// Whether a cell may say `none` (geen), by which the analyst states that there is none.
    pub fn allows_none(&self) -> bool {
        let named = matches!(
            self.slot,
            Slot::Id
                | Slot::Dependent
                | Slot::Provider
                | Slot::Owner
                | Slot::Owned
                | Slot::Node
                | Slot::Criterion
                | Slot::Target
                | Slot::Change
        );
        let kind = matches!(self.holds, Holds::Id | Holds::Text | Holds::Hours | Holds::Amount | Holds::WordOrNone);
        (kind && !named) || self.slot == Slot::Minimum
    }

    /// What may stand in place of a number.
    pub(super) fn instead(&self) -> Instead {
        match (self.required, self.allows_none()) {
            (true, _) => Instead::Nothing,
            (false, false) => Instead::Empty,
            (false, true) => Instead::EmptyOrNone,
        }
    }
}

/// Which part of a row a column fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Dependent,
    Provider,
    Need,
    Share,
    Minimum,
    Importance,
    Buffer,
    Refill,
    Activation,
    StartP,
    Probability,
    Nature,
    Access,
    PCompromise,
    Ttc,
    Source,
    Confidence,
    Marking,
    Id,
    Name,
    Kind,
    Sector,
    Category,
    Ministry,
    Operator,
    Region,
    Country,
    Product,
    Repair,
    Restart,
    BlackStart,
    Detect,
    OnDetect,
    Failures,
    Supervisor,
    Latitude,
    Longitude,
    Owner,
    Owned,
    Node,
    Criterion,
    Sum,
    After,
    Population,
    Scheme,
    Interest,
    Gauge,
    Longer,
    Class,
    From,
    Unit,
    Cost,
    CostPerYear,
    Target,
    Change,
    Excludes,
}

/// Every column of every table that is read, in the order in which tables are written.
pub const fn columns() -> &'static [Column] {
    COLUMNS
}

const fn dependency(slot: Slot, name: &'static str, holds: Holds, dutch: &'static [&'static str]) -> Column {
    let required = matches!(slot, Slot::Dependent | Slot::Provider);
    Column { table: Table::Dependencies, name, dutch, required, holds, slot }
}

const fn node(slot: Slot, name: &'static str, holds: Holds, dutch: &'static [&'static str]) -> Column {
    Column { table: Table::Nodes, name, dutch, required: matches!(slot, Slot::Id), holds, slot }
}

const fn holding(slot: Slot, name: &'static str, holds: Holds, dutch: &'static [&'static str]) -> Column {
    // A share may be stated in percent instead: the two fill the same slot, so that one of them is enough and both are one too many.
    let required = matches!(slot, Slot::Owner | Slot::Owned | Slot::Share) && !matches!(holds, Holds::Percent);
    Column { table: Table::Ownership, name, dutch, required, holds, slot }
}

const fn impact(slot: Slot, name: &'static str, holds: Holds, dutch: &'static [&'static str]) -> Column {
    let required = matches!(slot, Slot::Node | Slot::Criterion | Slot::Sum);
    Column { table: Table::Impacts, name, dutch, required, holds, slot }
}

const fn criterion(slot: Slot, name: &'static str, holds: Holds, dutch: &'static [&'static str]) -> Column {
    Column { table: Table::Criteria, name, dutch, required: matches!(slot, Slot::Criterion), holds, slot }
}

const fn measure(slot: Slot, name: &'static str, holds: Holds, dutch: &'static [&'static str]) -> Column {
    let required = matches!(slot, Slot::Id | Slot::Target | Slot::Change);
    Column { table: Table::Measures, name, dutch, required, holds, slot }
}

static COLUMNS: &[Column] = &[
    dependency(Slot::Dependent, "dependent", Holds::Id, &["afnemer", "afhankelijke"]),
    dependency(Slot::Provider, "provider", Holds::Id, &["leverancier"]),
    dependency(Slot::Need, "need", Holds::Id, &["behoefte"]),
    dependency(Slot::Share, "share", Holds::Share, &["aandeel"]),
    dependency(Slot::Minimum, "minimum", Holds::Share, &["minimaal"]),
    dependency(Slot::Importance, "importance", Holds::Importance, &["belang"]),
    dependency(Slot::Buffer, "buffer_h", Holds::Hours, &["buffer_uren", "buffer_u"]),
    dependency(Slot::Refill, "refill_h", Holds::Hours, &["bijvul_uren", "bijvultijd_uren"]),
    dependency(Slot::Activation, "activation_h", Holds::Hours, &["inschakel_uren", "inschakeltijd_uren"]),
    dependency(Slot::StartP, "start_p", Holds::Probability, &["startkans"]),
    dependency(Slot::Probability, "probability", Holds::Probability, &["kans"]),
    dependency(Slot::Nature, "type", Holds::Word, &["soort"]),
    dependency(Slot::Access, "access", Holds::WordOrNone, &["toegang"]),
    dependency(Slot::PCompromise, "p_compromise", Holds::Probability, &["compromitteringskans"]),
    dependency(Slot::Ttc, "ttc_h", Holds::Hours, &["compromitteringstijd_uren"]),
    dependency(Slot::Source, "source", Holds::Text, &["bron"]),
    dependency(Slot::Confidence, "confidence", Holds::Confidence, &["zekerheid"]),
    dependency(Slot::Marking, "marking", Holds::Text, &["rubricering"]),
    node(Slot::Id, "id", Holds::Id, &["kenmerk"]),
    node(Slot::Name, "name", Holds::Text, &["naam"]),
    node(Slot::Kind, "kind", Holds::Word, &["soort"]),
    node(Slot::Sector, "sector", Holds::Text, &[]),
    node(Slot::Category, "category", Holds::WordOrNone, &["categorie"]),
    node(Slot::Ministry, "ministry", Holds::Text, &["ministerie"]),
    node(Slot::Operator, "operator", Holds::Text, &["aanbieder"]),
    node(Slot::Region, "region", Holds::Text, &["regio"]),
    node(Slot::Country, "country", Holds::Text, &["land"]),
    node(Slot::Product, "product", Holds::Text, &[]),
    node(Slot::Repair, "repair_h", Holds::Hours, &["hersteltijd_uren", "herstel_uren"]),
    node(Slot::Restart, "restart_h", Holds::Hours, &["herstart_uren", "herstarttijd_uren"]),
    node(Slot::BlackStart, "black_start_h", Holds::Hours, &["zwarte_start_uren"]),
    node(Slot::Detect, "detect_h", Holds::Hours, &["detectie_uren", "detectietijd_uren"]),
    node(Slot::OnDetect, "on_detect", Holds::WordOrNone, &["bij_detectie"]),
    node(Slot::Failures, "failures_per_year", Holds::Amount, &["storingen_per_jaar"]),
    node(Slot::Supervisor, "supervisor", Holds::Text, &["toezichthouder"]),
    node(Slot::Latitude, "lat", Holds::Degrees(90), &["breedtegraad", "latitude"]),
    node(Slot::Longitude, "lon", Holds::Degrees(180), &["lengtegraad", "longitude"]),
    node(Slot::Source, "source", Holds::Text, &["bron"]),
    node(Slot::Confidence, "confidence", Holds::Confidence, &["zekerheid"]),
    node(Slot::Marking, "marking", Holds::Text, &["rubricering"]),
    holding(Slot::Owner, "owner", Holds::Id, &["eigenaar"]),
    holding(Slot::Owned, "owned", Holds::Id, &["onderneming"]),
    holding(Slot::Share, "share", Holds::Part, &["aandeel", "belang"]),
    holding(Slot::Share, "share_pct", Holds::Percent, &["belang_pct", "aandeel_pct"]),
    holding(Slot::Source, "source", Holds::Text, &["bron"]),
    holding(Slot::Confidence, "confidence", Holds::Confidence, &["zekerheid"]),
    holding(Slot::Marking, "marking", Holds::Text, &["rubricering"]),
    impact(Slot::Node, "node", Holds::Id, &["knoop"]),
    impact(Slot::Criterion, "criterion", Holds::Id, &["criterium"]),
    impact(Slot::Sum, "amount", Holds::Sum, &["hoeveelheid", "bedrag"]),
    impact(Slot::After, "after_h", Holds::Hours, &["na_uren"]),
    impact(Slot::Population, "population", Holds::Text, &["bevolking"]),
    impact(Slot::Source, "source", Holds::Text, &["bron"]),
    impact(Slot::Confidence, "confidence", Holds::Confidence, &["zekerheid"]),
    impact(Slot::Marking, "marking", Holds::Text, &["rubricering"]),
    criterion(Slot::Scheme, "scheme", Holds::Text, &["stelsel"]),
    criterion(Slot::Criterion, "criterion", Holds::Id, &["criterium"]),
    criterion(Slot::Interest, "interest", Holds::Text, &["belang"]),
    criterion(Slot::Gauge, "measure", Holds::Word, &["maat"]),
    criterion(Slot::Longer, "duration_h", Holds::Duration, &["duur_uren"]),
    criterion(Slot::Class, "class", Holds::Text, &["klasse"]),
    criterion(Slot::From, "from", Holds::Magnitude, &["vanaf", "ondergrens"]),
    criterion(Slot::Unit, "unit", Holds::Text, &["eenheid"]),
    criterion(Slot::Source, "source", Holds::Text, &["bron"]),
    criterion(Slot::Confidence, "confidence", Holds::Confidence, &["zekerheid"]),
    criterion(Slot::Marking, "marking", Holds::Text, &["rubricering"]),
    measure(Slot::Id, "id", Holds::Id, &["kenmerk"]),
    measure(Slot::Name, "name", Holds::Text, &["naam"]),
    measure(Slot::Cost, "cost_eur", Holds::Magnitude, &["kosten_eur"]),
    measure(Slot::CostPerYear, "cost_eur_per_year", Holds::Magnitude, &["kosten_eur_per_jaar"]),
    measure(Slot::Target, "target", Holds::Id, &["doel"]),
    measure(Slot::Change, "change", Holds::Id, &["wijziging"]),
    measure(Slot::Excludes, "excludes", Holds::Text, &["sluit_uit"]),
    measure(Slot::Source, "source", Holds::Text, &["bron"]),
    measure(Slot::Confidence, "confidence", Holds::Confidence, &["zekerheid"]),
    measure(Slot::Marking, "marking", Holds::Text, &["rubricering"]),
];
