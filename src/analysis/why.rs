//! Why did this node fail, and what would have prevented it?

mod prevention;

use super::Model;
use super::compromise::Compromised;
use super::course::course_of;
use super::outputs::{Outputs, time};
use super::what_if::{self, LossCause, cause_of};
use crate::engine::{Change, Timeline};
use crate::network::{Action, Event, NodeId};
use crate::units::{Level, Time};
use std::collections::BTreeSet;

pub use prevention::{Measure, Prevention};

/// The chain of causes behind one node's loss.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The node.
    pub node: NodeId,
    /// What became of it; `None` when it kept working.
    pub outcome: Option<what_if::Affected>,
    /// The tree of causes from the node down to what was hit, depth first.
    pub links: Vec<Link>,
    /// What would have helped the node, each worked out by running the course again; the best first.
    pub preventions: Vec<Prevention>,
}

/// One loss in the chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Steps from the node that was asked about, which has 0.
    pub depth: usize,
    /// The node that fell.
    pub node: NodeId,
    /// When it fell.
    pub at: Time,
    /// Its output from then on.
    pub output: Level,
    /// Why.
    pub cause: LossCause,
    /// How the node was compromised, where it fell by a trigger or because it found that out.
    pub compromise: Option<Compromised>,
    /// Its own causes stand higher up in the tree.
    pub seen_above: bool,
}

/// Explains the first loss of each node in a course of events.
pub fn why(model: &Model, events: &[Event], nodes: &[NodeId], config: &what_if::Config) -> Vec<Why> {
    let course = course_of(model, events, config.horizon, model.stance.into());
    let mut timeline = Timeline::new(model.graph());
    timeline.run(&course, config.horizon.ms());
    let outputs = Outputs::of(timeline.changes(), model.network.node_count());
    let answer = what_if::what_if(model, events, config);
    nodes.iter().map(|&node| explain(model, events, config, &outputs, &answer, node)).collect()
}

fn explain(model: &Model, events: &[Event], config: &what_if::Config, outputs: &Outputs, answer: &what_if::WhatIf, node: NodeId) -> Why {
    let outcome = answer.nodes.iter().find(|affected| affected.node == node).cloned();
    let mut tree = Tree { model, outputs, events, answer, seen: BTreeSet::new(), links: Vec::new() };
    if let Some(first) = outputs.of_node(node.0).first() {
        tree.grow(first);
    }
    let preventions = prevention::preventions(model, events, config, outputs, &tree.links, node);
    Why { node, outcome, links: tree.links, preventions }
}

struct Tree<'a> {
    model: &'a Model,
    outputs: &'a Outputs,
    events: &'a [Event],
    answer: &'a what_if::WhatIf,
    /// Falls that are explained already: node and moment.
    seen: BTreeSet<(u32, i64)>,
    links: Vec<Link>,
}

impl Tree<'_> {
    /// Depth first without recursion: a chain may be as long as the network.
    fn grow(&mut self, first: &Change) {
        let mut waiting = vec![(*first, 0)];
        while let Some((change, depth)) = waiting.pop() {
            let providers = self.add(&change, depth);
            let falls = providers.iter().rev().filter_map(|provider| self.outputs.last_fall(provider.0, change.at));
            waiting.extend(falls.map(|fall| (*fall, depth + 1)));
        }
    }

    /// Adds a link; returns the providers that are to be explained below it.
    fn add(&mut self, change: &Change, depth: usize) -> Vec<NodeId> {
        let cause = cause_of(self.model, self.outputs, change);
        let seen_above = !self.seen.insert((change.node, change.at));
        let providers = match &cause {
            LossCause::Need { providers, .. } if !seen_above => providers.clone(),
            _ => Vec::new(),
        };
        let output = Level::from_ppm(change.output).unwrap_or(Level::ONE);
        let node = NodeId(change.node);
        let compromise = self.compromise_behind(&cause, node).filter(|_| !seen_above);
        self.links.push(Link { depth, node, at: time(change.at), output, cause, compromise, seen_above });
        providers
    }

    /// How a node was compromised, where that is why it fell.
    fn compromise_behind(&self, cause: &LossCause, node: NodeId) -> Option<Compromised> {
        let is_behind = match cause {
            LossCause::Detected => true,
            LossCause::Hazard { event } => matches!(self.events[*event].action, Action::Trigger { .. }),
            LossCause::Need { .. } => false,
        };
        let compromised = self.answer.compromised.as_ref().filter(|_| is_behind)?;
        compromised.iter().find(|compromised| compromised.node == node).cloned()
    }
}
