//! Before and after an acquisition: what comes under control, what could follow, and which lighter measure would do.
//!
//! Two measures are tried, each by itself. *A second supplier* for needs that what comes under control supplies to others: a set of them is
//! looked for with which no vital process is short that was not before. *Without access*: whatever access the newly controlled nodes have
//! to others is closed, so that abuse reaches no further than it does now.

use super::alternatives::needs_on;
use super::hold::{Subject, level};
use super::{Standing, standing};
use crate::analysis::Model;
use crate::analysis::outputs::Outputs;
use crate::engine::{Course, Hazard, Timeline};
use crate::graph::{Graph, Parameters};
use crate::network::{Deal, DependencyId, NeedId, Network, NodeId, Ownership, PartyId, Stranger};
use crate::units::{Level, ONE_PPM, Time};

/// Of more needs than this the ones that can do without a second supplier are not looked for.
const MAX_NEEDS: usize = 200;

/// What an acquisition changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Acquisition {
    /// The deal.
    pub deal: Deal,
    /// The buyer, where no table knows it.
    pub stranger: Option<Stranger>,
    /// What the buyer held before.
    pub held: Level,
    /// How much comes from owners who are not known.
    pub from_unknown: Level,
    /// Who holds less, in order.
    pub sellers: Vec<Seller>,
    /// Where the subject then stands.
    pub after: Standing,
    /// Parties that come under control.
    pub new_parties: Vec<String>,
    /// Nodes that come into its hands.
    pub new_nodes: Vec<NodeId>,
    /// What would do instead.
    pub measures: Measures,
}

/// A holder before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seller {
    /// Who.
    pub id: String,
    /// What it held.
    pub before: Level,
    /// What it then holds.
    pub after: Level,
}

/// Lighter measures than forbidding the acquisition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measures {
    /// Vital processes that come into its hands themselves: no measure here keeps them out.
    pub in_its_hands: Vec<NodeId>,
    /// Vital processes that a withdrawal makes short within the time asked, and did not before.
    pub newly_short: Vec<NodeId>,
    /// Needs that want a second supplier: none can be left out of these. There may be a smaller set.
    pub second_supplier: Vec<NeedId>,
    /// Those of the newly short that a second supplier for every need does not keep up.
    pub still_short: Vec<NodeId>,
    /// Vital processes that abuse reaches, and did not before.
    pub newly_reached: Vec<NodeId>,
    /// Rows by which the newly controlled have access to others.
    pub access: Vec<DependencyId>,
}

pub(super) fn acquisition(model: &Model, subject: &Subject, deal: &Deal, before: &Standing, within: Time) -> Acquisition {
    let ownership = model.network.ownership();
    let then = deal.done(&model.network, ownership).expect("a deal of more than there is was refused before");
    let after = standing(model, &then, subject, within);
    let new = |now: &[NodeId]| now.iter().copied().filter(|node| before.hold.nodes.binary_search(node).is_err()).collect::<Vec<_>>();
    let new_nodes = new(&after.hold.nodes);
    let held = |parties: &Ownership, id: &str| share_of(parties, id, &deal.company);
    let unknown = |parties: &Ownership| parties.find(&deal.company).map_or(ONE_PPM, |company| parties.unknown(company));
    Acquisition {
        deal: deal.clone(),
        stranger: deal.stranger(&model.network),
        held: level(held(ownership, &deal.buyer)),
        from_unknown: level(unknown(ownership).saturating_sub(unknown(&then))),
        sellers: sellers(ownership, &then, deal),
        new_parties: after.hold.controls.iter().filter(|id| before.hold.controls.binary_search(id).is_err()).cloned().collect(),
        measures: measures(model, before, &after, &new_nodes, within),
        new_nodes,
        after,
    }
}

fn share_of(ownership: &Ownership, owner: &str, company: &str) -> u32 {
    let (owner, company) = (ownership.find(owner), ownership.find(company));
    let holdings = company.into_iter().flat_map(|company| ownership.held_in(company));
    holdings.filter(|holding| Some(holding.owner) == owner).map(|holding| holding.share).sum()
}

fn sellers(before: &Ownership, after: &Ownership, deal: &Deal) -> Vec<Seller> {
    let held = before.find(&deal.company).into_iter().flat_map(|company: PartyId| before.held_in(company));
    let others = held.filter(|holding| before.id(holding.owner) != deal.buyer);
    let seller =
        |id: &str, share: u32| Seller { id: id.to_owned(), before: level(share), after: level(share_of(after, id, &deal.company)) };
    others.map(|holding| seller(before.id(holding.owner), holding.share)).filter(|seller| seller.after < seller.before).collect()
}

fn measures(model: &Model, before: &Standing, after: &Standing, new_nodes: &[NodeId], within: Time) -> Measures {
    let network = &model.network;
    let has_categories = network.has_categories();
    let is_vital = |node: &NodeId| model.is_vital(*node, has_categories);
    let is_outside = |node: &NodeId| after.hold.nodes.binary_search(node).is_err();
    let reached = |standing: &Standing| standing.abused.iter().map(|one| one.node).filter(is_vital).collect::<Vec<_>>();
    let reached_before = reached(before);
    let mut measures = Measures {
        in_its_hands: new_nodes.iter().copied().filter(is_vital).collect(),
        newly_reached: reached(after).into_iter().filter(|node| !reached_before.contains(node)).collect(),
        access: access_of(model, new_nodes).into_iter().filter(|&row| is_outside(&dependent(network, row))).collect(),
        ..Measures::default()
    };
    let trial = Trial { model, within, vital: network.nodes().filter(is_vital).filter(is_outside).collect() };
    let short_before = trial.short(model.graph().parameters, &before.hold.nodes);
    let new_shortages = |parameters: &Parameters| {
        let short = trial.short(parameters, &after.hold.nodes);
        short.into_iter().filter(|node| !short_before.contains(node)).collect::<Vec<_>>()
    };
    measures.newly_short = new_shortages(model.graph().parameters);
    if !measures.newly_short.is_empty() {
        let needs = needs_on(model, new_nodes, &after.hold.nodes);
        measures.still_short = new_shortages(&supplied_twice(model, &needs));
        measures.second_supplier = fewest(model, needs, &|parameters| new_shortages(parameters) == measures.still_short);
    }
    measures
}

fn dependent(network: &Network, row: DependencyId) -> NodeId {
    network.need(network.dependencies()[row.0 as usize].need).dependent
}

fn access_of(model: &Model, nodes: &[NodeId]) -> Vec<DependencyId> {
    let rows = nodes.iter().flat_map(|node| model.access().rows_from(node.0));
    let mut rows: Vec<DependencyId> = rows.map(|row| DependencyId(row.member)).collect();
    rows.sort_unstable();
    rows
}

/// The numbers of a network in which these needs can be met in full by one more supplier that nothing touches.
fn supplied_twice(model: &Model, needs: &[NeedId]) -> Parameters {
    let mut parameters = model.graph().parameters.clone();
    for need in needs {
        parameters.change_need(need.0, |class| class.base += u64::from(ONE_PPM) * u64::from(ONE_PPM));
    }
    parameters
}

/// Leaves needs out, one after the other, as long as the rest `suffices`.
fn fewest(model: &Model, needs: Vec<NeedId>, suffices: &dyn Fn(&Parameters) -> bool) -> Vec<NeedId> {
    if needs.len() > MAX_NEEDS {
        return needs;
    }
    let mut kept = needs.clone();
    for need in needs {
        let without: Vec<NeedId> = kept.iter().copied().filter(|&other| other != need).collect();
        if suffices(&supplied_twice(model, &without)) {
            kept = without;
        }
    }
    kept
}

/// Which vital processes are short when nodes are withheld.
struct Trial<'m> {
    model: &'m Model,
    within: Time,
    vital: Vec<NodeId>,
}

impl Trial<'_> {
    fn short(&self, parameters: &Parameters, nodes: &[NodeId]) -> Vec<NodeId> {
        let hazard = |node: &NodeId| Hazard { node: node.0, from: 0, to: None, level: 0, event: 0 };
        let course = Course { hazards: nodes.iter().map(hazard).collect(), ..Course::default() };
        let mut timeline = Timeline::new(Graph { parameters, ..self.model.graph() });
        timeline.run(&course, self.within.ms());
        let outputs = Outputs::of(timeline.changes(), self.model.network.node_count());
        self.vital.iter().copied().filter(|node| !outputs.of_node(node.0).is_empty()).collect()
    }
}
