//! Which ICT does each vital process need, directly or through others, whose is it, and where is it established?
//!
//! A provider counts as ICT when some row of type `cyber` has it as its provider, or where the question says which nodes count, when it is
//! one of these. A process needs it when a chain of dependencies of any type leads to it; *directly* when the chain has one row.
//!
//! ```
//! use keten::analysis::{Model, cyber_map::{Config, cyber_map}};
//! use keten::network::{Draft, Kind, Nature, Network, NodeDetail, NodeRow, Stance};
//! use keten::units::Time;
//! let mut draft = Draft::default();
//! draft.depend("payments", "cloud");
//! draft.detail_mut(0).nature = Some(Nature::Cyber);
//! let id = draft.names.intern("payments");
//! draft.nodes.push(NodeRow { id, detail: NodeDetail { kind: Some(Kind::Process), ..NodeDetail::default() } });
//! let model = Model::new(Network::build(draft).unwrap(), Stance::Central);
//! let map = cyber_map(&model, &Config::within(Time::from_hours(72)));
//! assert_eq!((map.providers.len(), map.providers[0].needed_by[0].short), (1, true));
//! ```

use super::Model;
use crate::engine::{Course, Hazard, Timeline};
use crate::network::{Groups, Nature, NodeId, PartyId, country_of};
use crate::units::Time;
use rayon::prelude::*;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// How long after the loss of a provider is looked.
    pub within: Time,
    /// Which nodes count as ICT; `None`: the providers of rows of type cyber.
    pub of: Option<Vec<NodeId>>,
}

impl Config {
    /// The providers of rows of type cyber, within this time.
    pub fn within(within: Time) -> Self {
        Self { within, of: None }
    }
}

/// The ICT behind vital processes.
#[derive(Debug, Clone, PartialEq)]
pub struct CyberMap {
    /// How long after a loss was looked.
    pub within: Time,
    /// The vital processes, in order.
    pub processes: Vec<NodeId>,
    /// The ICT that any of these needs: what most of them need first, then what makes most short, then by id.
    pub providers: Vec<Provider>,
}

/// A provider of ICT.
#[derive(Debug, Clone, PartialEq)]
pub struct Provider {
    /// The node.
    pub node: NodeId,
    /// Where it stands or is established.
    pub country: Option<String>,
    /// Who is behind it in the end, as far as the ownership table tells.
    pub behind: Option<String>,
    /// Where that one is established.
    pub ultimate_country: Option<String>,
    /// The vital processes that need it, in order.
    pub needed_by: Vec<Needing>,
}

/// A vital process that needs a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needing {
    /// The process.
    pub process: NodeId,
    /// The rows between them, on the shortest way.
    pub steps: u32,
    /// Whether its output falls below 1 within the time when this provider alone is lost for good.
    pub short: bool,
}

impl Provider {
    /// How many processes are short when it is lost.
    pub fn makes_short(&self) -> usize {
        self.needed_by.iter().filter(|needing| needing.short).count()
    }

    /// The countries that have a say over it, each once.
    pub fn jurisdictions(&self) -> Vec<&str> {
        let mut countries: Vec<&str> = self.country.iter().chain(&self.ultimate_country).map(String::as_str).collect();
        countries.sort_unstable();
        countries.dedup();
        countries
    }
}

/// The ICT behind vital processes.
pub fn cyber_map(model: &Model, config: &Config) -> CyberMap {
    let has_categories = model.network.has_categories();
    let processes: Vec<NodeId> = model.network.nodes().filter(|&node| model.is_vital(node, has_categories)).collect();
    let is_ict = ict(model, config);
    let needed: Vec<Vec<(NodeId, u32)>> = processes.par_iter().map(|&process| behind(model, process, &is_ict)).collect();
    let mut pairs: Vec<(NodeId, NodeId, u32)> = Vec::new();
    for (&process, needs) in processes.iter().zip(needed) {
        pairs.extend(needs.into_iter().map(|(provider, steps)| (provider, process, steps)));
    }
    pairs.sort_unstable();
    let owners = Owners { model, groups: Groups::of(model.network.ownership()) };
    let timeline = Timeline::new(model.graph());
    let of_provider = |timeline: &mut Timeline, pairs: &[(NodeId, NodeId, u32)]| owners.provider(timeline, pairs, config.within);
    let chunks: Vec<&[(NodeId, NodeId, u32)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
    let mut providers: Vec<Provider> = chunks.into_par_iter().map_init(|| timeline.clone(), of_provider).collect();
    providers.sort_by_key(|provider| (std::cmp::Reverse((provider.needed_by.len(), provider.makes_short())), provider.node));
    CyberMap { within: config.within, processes, providers }
}

/// Which nodes count as ICT.
fn ict(model: &Model, config: &Config) -> Vec<bool> {
    let network = &model.network;
    let mut is_ict = vec![false; network.node_count()];
    if let Some(nodes) = &config.of {
        for node in nodes {
            is_ict[node.0 as usize] = true;
        }
        return is_ict;
    }
    for row in network.dependencies().iter().filter(|row| network.detail(row).nature == Some(Nature::Cyber)) {
        is_ict[row.provider.0 as usize] = true;
    }
    is_ict
}

/// The ICT that a process needs, with the rows between; what a vital process needs of another goes on through that one.
fn behind(model: &Model, process: NodeId, is_ict: &[bool]) -> Vec<(NodeId, u32)> {
    let topology = model.graph().topology;
    let mut seen = vec![false; model.network.node_count()];
    seen[process.0 as usize] = true;
    let (mut frontier, mut found, mut steps) = (vec![process.0], Vec::new(), 0);
    while !frontier.is_empty() {
        steps += 1;
        let mut next = Vec::new();
        for node in frontier {
            for provider in topology.members_of(node).map(|member| topology.provider(member)) {
                if !std::mem::replace(&mut seen[provider as usize], true) {
                    next.push(provider);
                }
            }
        }
        found.extend(next.iter().filter(|&&node| is_ict[node as usize]).map(|&node| (NodeId(node), steps)));
        frontier = next;
    }
    found
}

struct Owners<'m> {
    model: &'m Model,
    groups: Groups,
}

impl Owners<'_> {
    fn provider(&self, timeline: &mut Timeline, pairs: &[(NodeId, NodeId, u32)], within: Time) -> Provider {
        let (network, ownership) = (&self.model.network, self.model.network.ownership());
        let node = pairs[0].0;
        let course = Course { hazards: vec![Hazard { node: node.0, from: 0, to: None, level: 0, event: 0 }], ..Course::default() };
        timeline.run(&course, within.ms());
        let mut fallen: Vec<u32> = timeline.changes().iter().map(|change| change.node).collect();
        timeline.reset();
        fallen.sort_unstable();
        let head: Option<PartyId> = self.groups.behind(network, ownership, node);
        Provider {
            node,
            country: network.node(node).country.map(|country| network.text(country).to_owned()),
            behind: head.map(|head| ownership.id(head).to_owned()),
            ultimate_country: head.and_then(|head| country_of(network, ownership, head)).map(str::to_owned),
            needed_by: pairs
                .iter()
                .map(|&(_, process, steps)| Needing { process, steps, short: fallen.binary_search(&process.0).is_ok() })
                .collect(),
        }
    }
}
