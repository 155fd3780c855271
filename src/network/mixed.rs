//! Two versions of a network: what differs between them, and networks in between that hold some of the differences.
//!
//! What may stand in another version by itself is a *unit*: a need with all of its rows, the row of a node, the holdings in one company.
//! Rows of a need must agree and supply it together, and holdings must not add up to more than a whole, so parts of these could contradict
//! one another; whole units cannot. Impacts and criteria refer to one another, and together are one unit; of it, the impacts of nodes that
//! a mixture does not have are left out. Holdings name parties, which need no row. Measures change nothing until they are taken, and are in
//! no mixture. Any mixture of units of two valid networks is therefore a valid network.

use super::{
    CriterionRow, Dependency, DependencyDetail, Draft, Impact, ImpactRow, NO_DETAIL, NameId, Names, Network, NodeDetail, NodeRow,
    OwnershipRow, Provenance,
};
use crate::units::Level;
use std::collections::BTreeSet;

/// What may differ by itself between two versions of a network.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A need of a node with all of its rows.
    Need {
        /// The id of the node.
        dependent: String,
        /// The name of the need.
        need: String,
    },
    /// The row of a node.
    Node(String),
    /// The holdings in a company.
    Company(String),
    /// The impacts of all nodes, and the criteria that judge them.
    Consequences,
}

impl Network {
    /// A network whose units are those of `self`, but for those named, which are those of `other`. What network.toml says is that of `self`.
    ///
    /// # Panics
    /// Never with two valid networks: the module says why.
    #[must_use]
    pub fn with_units_of(&self, other: &Self, units: &BTreeSet<Unit>) -> Self {
        let mut draft = Draft { meta: self.meta.clone(), ..Draft::default() };
        for (network, is_taken) in [(self, false), (other, true)] {
            let chosen = |unit: &Unit| units.contains(unit) == is_taken;
            draft.has_node_table |= network.has_node_table;
            add_dependencies(&mut draft, network, &chosen);
            add_nodes(&mut draft, network, &chosen);
            add_holdings(&mut draft, network, &chosen);
        }
        let of_other = units.contains(&Unit::Consequences);
        add_consequences(&mut draft, if of_other { other } else { self });
        Self::build(draft).unwrap_or_else(|faults| unreachable!("a mixture of valid units is valid: {faults:?}"))
    }

    /// The unit that a dependency belongs to.
    pub fn unit_of(&self, row: &Dependency) -> Unit {
        let need = self.need(row.need);
        Unit::Need { dependent: self.id(need.dependent).to_owned(), need: self.text(need.name).to_owned() }
    }
}

fn add_dependencies(draft: &mut Draft, network: &Network, chosen: &impl Fn(&Unit) -> bool) {
    for row in network.dependencies().iter().filter(|row| chosen(&network.unit_of(row))) {
        let stated = network.row(row);
        let [dependent, provider, need] =
            [stated.dependent, stated.provider, stated.need].map(|name| moved(&mut draft.names, network, name));
        let detail = if stated.detail == NO_DETAIL {
            NO_DETAIL
        } else {
            let detail = moved_detail(&mut draft.names, network, network.detail(row));
            draft.details.push(detail);
            draft.details.len() as u32 - 1
        };
        draft.dependencies.push(super::DependencyRow { dependent, provider, need, detail, ..stated });
    }
}

fn add_nodes(draft: &mut Draft, network: &Network, chosen: &impl Fn(&Unit) -> bool) {
    let rows = network.nodes().filter(|&node| network.has_row(node) && chosen(&Unit::Node(network.id(node).to_owned())));
    for node in rows {
        let id = draft.names.intern(network.id(node));
        let detail = moved_node(&mut draft.names, network, network.node(node));
        draft.nodes.push(NodeRow { id, detail });
    }
}

fn add_holdings(draft: &mut Draft, network: &Network, chosen: &impl Fn(&Unit) -> bool) {
    let ownership = network.ownership();
    for holding in ownership.holdings().iter().filter(|holding| chosen(&Unit::Company(ownership.id(holding.owned).to_owned()))) {
        let [holder, company] = [holding.owner, holding.owned].map(|party| draft.names.intern(ownership.id(party)));
        let share = Level::from_ppm(holding.share).unwrap_or(Level::ONE);
        let provenance = moved_provenance(&mut draft.names, network, &holding.provenance);
        draft.ownership.push(OwnershipRow { owner: holder, owned: company, share, provenance });
    }
}

fn add_consequences(draft: &mut Draft, network: &Network) {
    let nodes = nodes_of(draft);
    let mut rows: Vec<&Impact> = network.impacts().iter().collect();
    rows.sort_by_key(|impact| impact.index);
    for impact in rows {
        let names = &mut draft.names;
        let [node, criterion] = [impact.row.node, impact.row.criterion].map(|name| moved(names, network, name));
        if !nodes.contains(&node) {
            continue;
        }
        let population = impact.row.population.map(|name| moved(names, network, name));
        let provenance = moved_provenance(names, network, &impact.row.provenance);
        draft.impacts.push(ImpactRow { node, criterion, population, provenance, ..impact.row.clone() });
    }
    for row in network.criteria().stated() {
        let names = &mut draft.names;
        let criterion = moved(names, network, row.criterion);
        let [scheme, interest, class, unit] =
            [row.scheme, row.interest, row.class, row.unit].map(|name| name.map(|name| moved(names, network, name)));
        let provenance = moved_provenance(names, network, &row.provenance);
        draft.criteria.push(CriterionRow { scheme, criterion, interest, class, unit, provenance, ..row.clone() });
    }
}

/// The nodes that a draft has: those with a row, and those of its dependencies.
fn nodes_of(draft: &Draft) -> BTreeSet<NameId> {
    let of_rows = draft.dependencies.iter().flat_map(|row| [row.dependent, row.provider]);
    of_rows.chain(draft.nodes.iter().map(|row| row.id)).collect()
}

fn moved(names: &mut Names, network: &Network, name: NameId) -> NameId {
    names.intern(network.text(name))
}

fn moved_provenance(names: &mut Names, network: &Network, from: &Provenance) -> Provenance {
    let mut name = |name: Option<NameId>| name.map(|name| moved(names, network, name));
    Provenance { source: name(from.source), confidence: from.confidence, marking: name(from.marking) }
}

fn moved_attributes(names: &mut Names, network: &Network, from: &[(NameId, NameId)]) -> Vec<(NameId, NameId)> {
    from.iter().map(|&(key, value)| (moved(names, network, key), moved(names, network, value))).collect()
}

fn moved_detail(names: &mut Names, network: &Network, from: &DependencyDetail) -> DependencyDetail {
    let provenance = moved_provenance(names, network, &from.provenance);
    DependencyDetail { provenance, attributes: moved_attributes(names, network, &from.attributes), ..from.clone() }
}

fn moved_node(names: &mut Names, network: &Network, from: &NodeDetail) -> NodeDetail {
    let provenance = moved_provenance(names, network, &from.provenance);
    let attributes = moved_attributes(names, network, &from.attributes);
    let mut name = |name: Option<NameId>| name.map(|name| moved(names, network, name));
    NodeDetail {
        name: name(from.name),
        sector: name(from.sector),
        ministry: name(from.ministry),
        operator: name(from.operator),
        region: name(from.region),
        country: name(from.country),
        product: name(from.product),
        supervisor: name(from.supervisor),
        provenance,
        attributes,
        ..from.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;
    use crate::network::{Draft, Network};
    use std::collections::BTreeSet;

    fn network(rows: &[(&str, &str)]) -> Network {
        let mut draft = Draft::default();
        for (dependent, provider) in rows {
            draft.depend(dependent, provider);
        }
        Network::build(draft).unwrap()
    }

    #[test]
    fn a_mixture_holds_the_units_that_were_named() {
        let (old, new) = (network(&[("tel", "grid"), ("water", "grid")]), network(&[("tel", "grid"), ("tel", "gas")]));
        let unit = |dependent: &str, need: &str| Unit::Need { dependent: dependent.to_owned(), need: need.to_owned() };
        let rows = |network: &Network| {
            let ids = network.dependencies().iter().map(|row| (network.node_of_need(row.need), row.provider));
            ids.map(|(dependent, provider)| format!("{}<{}", network.id(dependent), network.id(provider))).collect::<Vec<_>>()
        };
        let mixed = |units: &[Unit]| rows(&old.with_units_of(&new, &units.iter().cloned().collect::<BTreeSet<_>>()));
        assert_eq!(mixed(&[]), ["tel<grid", "water<grid"]);
        assert_eq!(mixed(&[unit("tel", "gas")]), ["tel<gas", "tel<grid", "water<grid"]);
        assert_eq!(mixed(&[unit("water", "grid")]), ["tel<grid"]);
        assert_eq!(mixed(&[unit("tel", "gas"), unit("water", "grid")]), rows(&new));
    }
}
