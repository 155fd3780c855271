//! The columns of nodes as keys: what a selector filters on and a ranking groups by.

use super::{Kind, NameId, Network, NodeId, nearest};

/// A node column that holds a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the column of that name in docs/formats.md")]
pub enum NodeColumn {
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
    Supervisor,
    Source,
    Marking,
}

/// Every word column: English name, Dutch name, column.
const COLUMNS: [(&str, &str, NodeColumn); 13] = [
    ("id", "id", NodeColumn::Id),
    ("name", "naam", NodeColumn::Name),
    ("kind", "soort", NodeColumn::Kind),
    ("sector", "sector", NodeColumn::Sector),
    ("category", "categorie", NodeColumn::Category),
    ("ministry", "ministerie", NodeColumn::Ministry),
    ("operator", "aanbieder", NodeColumn::Operator),
    ("region", "regio", NodeColumn::Region),
    ("country", "land", NodeColumn::Country),
    ("product", "product", NodeColumn::Product),
    ("supervisor", "toezichthouder", NodeColumn::Supervisor),
    ("source", "bron", NodeColumn::Source),
    ("marking", "rubricering", NodeColumn::Marking),
];

impl NodeColumn {
    /// The English and the Dutch name of the column that has this name in either of them.
    pub fn names(text: &str) -> Option<(&'static str, &'static str)> {
        let wanted = text.to_lowercase();
        COLUMNS.iter().find(|(english, dutch, _)| wanted == *english || wanted == *dutch).map(|&(english, dutch, _)| (english, dutch))
    }
}

impl Kind {
    /// The word for the kind, as tables write it in English.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Process => "process",
            Self::Provider => "provider",
            Self::Supplier => "supplier",
            Self::Asset => "asset",
            Self::Product => "product",
            Self::Actor => "actor",
            Self::Population => "population",
        }
    }
}

/// A key that nodes can have a value for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKey {
    /// A column of the nodes table.
    Column(NodeColumn),
    /// A column that keten does not know, by its header.
    Attribute(NameId),
}

impl NodeKey {
    /// The key with a name, English or Dutch, in any case.
    ///
    /// # Errors
    /// The known key that comes nearest, when there is none of that name.
    pub fn parse(network: &Network, text: &str) -> Result<Self, Option<String>> {
        let wanted = text.to_lowercase();
        if let Some(&(_, _, column)) = COLUMNS.iter().find(|(english, dutch, _)| wanted == *english || wanted == *dutch) {
            return Ok(Self::Column(column));
        }
        let attributes = attribute_names(network);
        if let Some(&name) = attributes.iter().find(|&&name| network.text(name).to_lowercase() == wanted) {
            return Ok(Self::Attribute(name));
        }
        let known = COLUMNS.iter().map(|(english, _, _)| *english).chain(attributes.iter().map(|&name| network.text(name)));
        Err(nearest(text, known))
    }

    /// What the network states for a node under the key; a node without a name has its id as its name.
    pub fn value(self, network: &Network, node: NodeId) -> Option<&str> {
        let detail = network.node(node);
        let text = match self {
            Self::Column(NodeColumn::Id) => return Some(network.id(node)),
            Self::Column(NodeColumn::Kind) => return detail.kind.map(Kind::word),
            Self::Column(NodeColumn::Category) => {
                return detail.category.value().map(|category| if *category == super::Category::A { "A" } else { "B" });
            }
            Self::Column(NodeColumn::Name) => return Some(detail.name.map_or_else(|| network.id(node), |name| network.text(name))),
            Self::Column(NodeColumn::Sector) => detail.sector,
            Self::Column(NodeColumn::Ministry) => detail.ministry,
            Self::Column(NodeColumn::Operator) => detail.operator,
            Self::Column(NodeColumn::Region) => detail.region,
            Self::Column(NodeColumn::Country) => detail.country,
            Self::Column(NodeColumn::Product) => detail.product,
            Self::Column(NodeColumn::Supervisor) => detail.supervisor,
            Self::Column(NodeColumn::Source) => detail.provenance.source,
            Self::Column(NodeColumn::Marking) => detail.provenance.marking,
            Self::Attribute(key) => detail.attributes.iter().find(|(name, _)| *name == key).map(|(_, value)| *value),
        };
        text.map(|name| network.text(name))
    }
}

fn attribute_names(network: &Network) -> Vec<NameId> {
    let mut names: Vec<NameId> = network.nodes().flat_map(|node| network.node(node).attributes.iter().map(|(name, _)| *name)).collect();
    names.sort_unstable();
    names.dedup();
    names
}
