//! A network made ready for questions: compiled once, under one stance.

use crate::engine::Baseline;
use crate::graph::{AccessLayer, Graph, Parameters, Topology, Unknowns};
use crate::network::{Event, MeasureId, Network, NodeId, Stance, Taking};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// A network, its shape and its numbers under one stance. Copies share the shape.
#[derive(Debug, Clone)]
pub struct Model {
    /// The network.
    pub network: Network,
    /// The stance.
    pub stance: Stance,
    compiled: OnceLock<(Arc<Topology>, Parameters)>,
    baseline: OnceLock<Baseline>,
    access: OnceLock<AccessLayer>,
}

impl Model {
    /// A network under a stance.
    pub fn new(network: Network, stance: Stance) -> Self {
        Self { network, stance, compiled: OnceLock::new(), baseline: OnceLock::new(), access: OnceLock::new() }
    }

    /// The model in which a course of events happens: with the measures that its events take.
    pub fn under(&self, events: &[Event]) -> Cow<'_, Self> {
        let measures: Vec<MeasureId> = Event::measures(events).map(|(_, measure)| measure).collect();
        if measures.is_empty() {
            return Cow::Borrowed(self);
        }
        // Measures that cannot be taken together were told when the events were read; they change nothing.
        self.network.taking(&measures).map_or(Cow::Borrowed(self), |network| Cow::Owned(Self::new(network, self.stance)))
    }

    /// The compiled network; compiled when first asked for.
    pub fn graph(&self) -> Graph<'_> {
        self.compiled_by(Topology::of)
    }

    /// The same, for who looks at needs and loops and not at who depends on whom, which takes half of the memory.
    pub fn graph_by_dependent(&self) -> Graph<'_> {
        self.compiled_by(Topology::by_dependent)
    }

    fn compiled_by(&self, shape: impl Fn(&Network) -> Topology + Sync) -> Graph<'_> {
        let compile = || rayon::join(|| Arc::new(shape(&self.network)), || Parameters::of(&self.network, self.stance));
        let (topology, parameters) = self.compiled.get_or_init(compile);
        Graph { topology, parameters }
    }

    /// Whether anything asked for the compiled network.
    #[cfg(test)]
    pub(super) fn is_compiled(&self) -> bool {
        self.compiled.get().is_some()
    }

    /// Which nodes are fed when all works; worked out when first asked for.
    pub fn baseline(&self) -> &Baseline {
        self.baseline.get_or_init(|| Baseline::of(self.graph()))
    }

    /// Who has access to whom; worked out when first asked for.
    pub fn access(&self) -> &AccessLayer {
        self.access.get_or_init(|| AccessLayer::of(&self.network))
    }

    /// Makes room for cells that will be taken anew.
    pub(super) fn set_apart(&mut self, unknowns: &Unknowns) {
        self.graph();
        if let Some((_, parameters)) = self.compiled.get_mut() {
            parameters.set_apart(unknowns);
        }
    }

    /// Takes cells that were set apart anew, as the network now states them.
    pub(super) fn retake(&mut self, unknowns: &Unknowns, taking: Taking) {
        if let Some((_, parameters)) = self.compiled.get_mut() {
            parameters.retake(&self.network, unknowns, taking);
        }
    }

    /// Whether losing the node counts as losing something vital: category A or B, and where no node has one, kind process.
    pub fn is_vital(&self, node: NodeId, has_categories: bool) -> bool {
        let detail = self.network.node(node);
        if has_categories { detail.category.value().is_some() } else { detail.kind == Some(crate::network::Kind::Process) }
    }
}
