//! Which nodes would count as vital, by which criterion, and how firmly?
//!
//! Every node is lost at the start, for good, a process together with its parts; and what follows is held against the limits of one scheme: amounts of the impacts table, and what
//! is counted in the network itself (other sectors that lose a vital process, regions that are hit). A verdict is worked out again for other
//! horizons and other limits, because it moves with both (docs/semantics.md, section 15).

use super::Model;
use super::impact::{Bound, Extent, Ledger, Measured, Verdict, verdict};
use super::ranking::lasting;
use crate::engine::{Change, Course, Timeline};
use crate::network::{Category, Criteria, Criterion, CriterionId, Gauge, Kind, Limit, NodeId, Scale, Scenario, SchemeId};
use crate::outcome::{Control, Outcome, Stop};
use crate::units::{Level, Magnitude, ONE_PPM, TOLERANCE_PPM, Time};
use rayon::prelude::*;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// By whose limits.
    pub scheme: SchemeId,
    /// Which nodes; `None`: all.
    pub of: Option<Vec<NodeId>>,
    /// How long after the loss is looked.
    pub within: Time,
    /// For which other times the verdict is worked out too.
    pub horizons: Vec<Time>,
    /// An output at or below this is lost.
    pub threshold: Level,
    /// How many criteria must reach a class.
    pub at_least: usize,
    /// Criteria that do not count.
    pub without: Vec<CriterionId>,
    /// Whether a process is lost with its parts: nodes of its own sector that provide to it directly and are no processes themselves.
    pub with_parts: bool,
}

impl Config {
    /// All nodes by a scheme within 72 hours, one criterion being enough; looked at again for a day, three days, a week and a month.
    pub fn new(scheme: SchemeId) -> Self {
        let horizons = [24, 72, 168, 720].map(Time::from_hours).into();
        let (within, threshold) = (Scenario::HORIZON, Level::ZERO);
        Self { scheme, of: None, within, horizons, threshold, at_least: 1, without: Vec::new(), with_parts: true }
    }
}

/// The verdict on every node.
#[derive(Debug, Clone, PartialEq)]
pub struct Classification {
    /// By whose limits.
    pub scheme: SchemeId,
    /// How long after the loss was looked.
    pub within: Time,
    /// Criteria of the scheme that were measured, in order.
    pub measured: Vec<CriterionId>,
    /// Criteria of the scheme of which nothing is known.
    pub not_estimated: Vec<CriterionId>,
    /// The nodes: gravest class first, then by how far they are over the limit, then by id.
    pub rows: Vec<Classified>,
}

/// The verdict on one node.
#[derive(Debug, Clone, PartialEq)]
pub struct Classified {
    /// The node.
    pub node: NodeId,
    /// What was lost with it: its parts.
    pub parts: Vec<NodeId>,
    /// The category that the nodes table states.
    pub stated: Option<Category>,
    /// Whether it counts as vital now.
    pub vital: bool,
    /// The class by the criteria.
    pub class: Option<u32>,
    /// The criteria that reach the class, those furthest over their limit first.
    pub decided: Vec<CriterionId>,
    /// Every criterion that was measured, with its own class.
    pub criteria: Vec<Weighed>,
    /// Whether all limits behind the verdict are sure enough to be quoted.
    pub verified: bool,
    /// The class for other times to look.
    pub by_horizon: Vec<(Time, Option<u32>)>,
    /// The class if every limit were half of what it is.
    pub limits_halved: Option<u32>,
    /// The class if every limit were twice what it is.
    pub limits_doubled: Option<u32>,
}

impl Classified {
    /// How far the first deciding criterion is over its limit; of a node without class, how near the nearest limit is. `None` where there is
    /// no such limit, or it is nothing.
    pub fn over(&self) -> Option<f64> {
        self.furthest()?.over
    }

    /// The limit that is exceeded most among those that decided; of a node without class the nearest of those that are not reached.
    fn furthest(&self) -> Option<Bound> {
        let verdicts = self.criteria.iter().filter_map(|weighed| weighed.verdict.as_ref());
        let reached = |verdict: &Verdict| verdict.reached.filter(|reached| Some(reached.limit.class) >= self.class);
        let bounds = verdicts.filter_map(|verdict| if self.class.is_some() { reached(verdict) } else { verdict.next });
        bounds.max_by(|a, b| a.distance.total_cmp(&b.distance))
    }

    /// The same as a number to order by.
    fn distance(&self) -> f64 {
        self.furthest().map_or(0.0, |furthest| furthest.distance)
    }
}

/// A criterion of one node.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// How much.
    pub measured: Measured,
    /// The class; `None` where the scheme has no limits for it.
    pub verdict: Option<Verdict>,
}

/// The scheme whose classes are the categories of vital processes; where there is none, the first that has limits.
pub fn scheme_of(model: &Model) -> Option<SchemeId> {
    let criteria = model.network.criteria();
    let with_limits = || criteria.schemes().map(|(id, _)| id).filter(|&id| !criteria.classes_of_impact(id).is_empty());
    let is_category = |id: SchemeId| criteria.classes_of_impact(id).into_iter().all(|class| matches!(criteria.class(id, class), "A" | "B"));
    with_limits().find(|&id| is_category(id)).or_else(|| with_limits().next())
}

/// Classifies nodes. Each is worked out by itself.
pub fn classify(model: &Model, config: &Config, control: &Control) -> Outcome<Classification> {
    let nodes: Vec<NodeId> = config.of.clone().unwrap_or_else(|| model.network.nodes().collect());
    let of = nodes.len() as u64;
    control.progress.expect(of);
    let judge = Judge::of(model, config);
    let one = |timeline: &mut Timeline, node: NodeId| {
        let row = (!control.cancel.is_stopped()).then(|| judge.classified(timeline, node));
        control.progress.add(1);
        row
    };
    let rows: Vec<Option<Classified>> = nodes.into_par_iter().map_init(|| Timeline::new(model.graph()), one).collect();
    let mut rows: Vec<Classified> = rows.into_iter().flatten().collect();
    let done = rows.len() as u64;
    rows.sort_by(|a, b| b.class.cmp(&a.class).then(b.distance().total_cmp(&a.distance())).then(a.node.cmp(&b.node)));
    let (measured, not_estimated) = judge.known();
    let part = Classification { scheme: config.scheme, within: config.within, measured, not_estimated, rows };
    if done == of { Outcome::Complete(part) } else { Outcome::Truncated { part, reason: Stop::Interrupted, done, of } }
}

/// What is made of one node in one world.
pub(in crate::analysis) struct Found {
    /// The class.
    pub(in crate::analysis) class: Option<u32>,
    /// The criteria that reach it, those furthest over their limit first.
    pub(in crate::analysis) decided: Vec<CriterionId>,
    /// Whether all limits behind it are sure enough to be quoted.
    pub(in crate::analysis) verified: bool,
}

/// What is the same for all nodes.
pub(in crate::analysis) struct Judge<'m> {
    model: &'m Model,
    config: &'m Config,
    /// The amounts, unknowns taken by the stance.
    pub(in crate::analysis) ledger: Ledger,
    /// The criteria of the scheme that count.
    pub(in crate::analysis) counted: Vec<CriterionId>,
    /// Their limits, in that order; then the same at half and at twice.
    stated: Vec<Scale>,
    halved: Vec<Scale>,
    doubled: Vec<Scale>,
    pub(in crate::analysis) is_vital: Vec<bool>,
    longest: Time,
}

impl<'m> Judge<'m> {
    pub(in crate::analysis) fn of(model: &'m Model, config: &'m Config) -> Self {
        let network = &model.network;
        // How likely something is says nothing of what its loss does.
        let is_impact = |criterion: &Criterion| criterion.gauge != Some(Gauge::Probability);
        let all = network.criteria().all().filter(|(id, criterion)| !config.without.contains(id) && is_impact(criterion));
        let of_scheme = all.flat_map(|(id, criterion)| criterion.scales.iter().map(move |scale| (id, scale.clone())));
        let (counted, stated): (Vec<_>, Vec<Scale>) = of_scheme.filter(|(_, scale)| scale.scheme == config.scheme).unzip();
        let times = |factor: f64| stated.iter().map(|scale| scaled(scale, factor)).collect();
        let has_categories = network.has_categories();
        Self {
            model,
            config,
            ledger: Ledger::of(network, model.stance.into()),
            counted,
            halved: times(0.5),
            doubled: times(2.0),
            stated,
            is_vital: network.nodes().map(|node| model.is_vital(node, has_categories)).collect(),
            longest: config.horizons.iter().copied().max().unwrap_or(config.within).max(config.within),
        }
    }

    /// The criteria that can be measured, and the others.
    pub(in crate::analysis) fn known(&self) -> (Vec<CriterionId>, Vec<CriterionId>) {
        let network = &self.model.network;
        let is_known = |id: &CriterionId| match network.criteria().get(*id).gauge {
            Some(Gauge::Sectors | Gauge::Regions) => true,
            _ => network.impacts().iter().any(|impact| impact.criterion == *id),
        };
        self.counted.iter().copied().partition(is_known)
    }

    fn classified(&self, timeline: &mut Timeline, node: NodeId) -> Classified {
        let parts = self.parts(node);
        timeline.run(&course(node, &parts), self.longest.ms());
        let changes = timeline.changes();
        let measured = self.measured(&self.ledger, node, changes, self.config.within);
        let weighed = |scales: &[Scale]| weighed(&measured, scales, self.config.within);
        let criteria = weighed(&self.stated);
        let class_now = self.class(&criteria);
        let [limits_halved, limits_doubled] = [&self.halved, &self.doubled].map(|scales| self.class(&weighed(scales)));
        let at = |horizon: Time| if horizon == self.config.within { class_now } else { self.class_at(node, changes, horizon) };
        let by_horizon = self.config.horizons.iter().map(|&horizon| (horizon, at(horizon))).collect();
        timeline.reset();
        Classified {
            node,
            parts,
            stated: self.model.network.node(node).category.value().copied(),
            vital: self.is_vital[node.0 as usize],
            class: class_now,
            decided: decided(&criteria, class_now),
            verified: is_verified(&criteria, class_now),
            criteria,
            by_horizon,
            limits_halved,
            limits_doubled,
        }
    }

    /// What is lost with a node.
    pub(in crate::analysis) fn parts(&self, node: NodeId) -> Vec<NodeId> {
        if self.config.with_parts { parts(self.model, node) } else { Vec::new() }
    }

    /// What is made of a node whose loss changed this, with the amounts of a ledger.
    pub(in crate::analysis) fn found(&self, ledger: &Ledger, node: NodeId, changes: &[Change]) -> Found {
        let criteria = weighed(&self.measured(ledger, node, changes, self.config.within), &self.stated, self.config.within);
        let class = self.class(&criteria);
        Found { class, decided: decided(&criteria, class), verified: is_verified(&criteria, class) }
    }

    /// How much there is of every criterion that counts, from the changes up to a horizon; `None` of those of which nothing is known.
    fn measured(&self, ledger: &Ledger, node: NodeId, changes: &[Change], horizon: Time) -> Vec<Option<Measured>> {
        let changes = &changes[..changes.partition_point(|change| change.at <= horizon.ms())];
        let amounts = ledger.measure(changes, horizon.ms());
        let counted = |criterion: CriterionId, number: u64| Some(Measured { criterion, amount: Extent::count(number), longer: Vec::new() });
        let one = |&id: &CriterionId| match self.model.network.criteria().get(id).gauge {
            Some(Gauge::Sectors) => counted(id, self.sectors(node, changes)),
            Some(Gauge::Regions) => counted(id, self.regions(changes)),
            _ => amounts.iter().find(|measured| measured.criterion == id).cloned(),
        };
        self.counted.iter().map(one).collect()
    }

    /// The class for another time to look.
    fn class_at(&self, node: NodeId, changes: &[Change], horizon: Time) -> Option<u32> {
        self.class(&weighed(&self.measured(&self.ledger, node, changes, horizon), &self.stated, horizon))
    }

    /// Sectors other than the node's own in which something vital is lost.
    fn sectors(&self, node: NodeId, changes: &[Change]) -> u64 {
        let own = self.model.network.node(node).sector;
        let lost_at = self.config.threshold.ppm().saturating_add(TOLERANCE_PPM).min(ONE_PPM);
        let lost = changes.iter().filter(|change| change.output <= lost_at && self.is_vital[change.node as usize]);
        let sectors = lost.filter_map(|change| self.model.network.node(NodeId(change.node)).sector);
        different(sectors.filter(|sector| Some(*sector) != own))
    }

    /// Regions in which anything loses function.
    fn regions(&self, changes: &[Change]) -> u64 {
        different(changes.iter().filter_map(|change| self.model.network.node(NodeId(change.node)).region))
    }

    /// The gravest class that enough criteria reach.
    fn class(&self, criteria: &[Weighed]) -> Option<u32> {
        let mut classes: Vec<u32> = criteria.iter().filter_map(|weighed| weighed.verdict.as_ref()?.class).collect();
        classes.sort_unstable_by(|a, b| b.cmp(a));
        classes.get(self.config.at_least.max(1) - 1).copied()
    }
}

/// A node and its parts, lost at the start and for good.
pub(in crate::analysis) fn course(node: NodeId, parts: &[NodeId]) -> Course {
    let lost = std::iter::once(node).chain(parts.iter().copied());
    Course { hazards: lost.map(lasting).collect(), drains: Vec::new() }
}

/// What scales make of what was measured.
fn weighed(measured: &[Option<Measured>], scales: &[Scale], horizon: Time) -> Vec<Weighed> {
    let judged = |measured: &Measured, scale: &Scale| (!scale.limits.is_empty()).then(|| verdict(measured, scale, horizon));
    let one = |(measured, scale): (&Option<Measured>, &Scale)| {
        measured.as_ref().map(|known| Weighed { measured: known.clone(), verdict: judged(known, scale) })
    };
    measured.iter().zip(scales).filter_map(one).collect()
}

/// A verdict rests on the criteria that decided it; that there is none rests on all.
fn is_verified(criteria: &[Weighed], class: Option<u32>) -> bool {
    let counts = |verdict: &&Verdict| class.is_none() || verdict.class >= class;
    criteria.iter().filter_map(|weighed| weighed.verdict.as_ref()).filter(counts).all(|verdict| verdict.verified)
}

/// The criteria that reach a class, furthest over their limit first.
fn decided(criteria: &[Weighed], class: Option<u32>) -> Vec<CriterionId> {
    let reached = |weighed: &Weighed| {
        weighed.verdict.as_ref().and_then(|verdict| verdict.reached.filter(|reached| Some(reached.limit.class) >= class))
    };
    let mut decided: Vec<(f64, CriterionId)> =
        criteria.iter().filter_map(|weighed| reached(weighed).map(|reached| (reached.distance, weighed.measured.criterion))).collect();
    if class.is_none() {
        return Vec::new();
    }
    decided.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    decided.into_iter().map(|(_, id)| id).collect()
}

/// What a process is made of: the nodes of its own sector that provide to it directly and are no processes themselves. A process often only
/// sums these up, and then takes nothing with it when it is lost by itself.
pub fn parts(model: &Model, node: NodeId) -> Vec<NodeId> {
    let network = &model.network;
    let detail = network.node(node);
    if detail.kind != Some(Kind::Process) || detail.sector.is_none() {
        return Vec::new();
    }
    let is_part = |part: &NodeId| network.node(*part).sector == detail.sector && network.node(*part).kind != Some(Kind::Process);
    let mut parts: Vec<NodeId> =
        network.needs_of(node).flat_map(|need| network.members(need)).map(|member| member.provider).filter(is_part).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// The same limits times a factor.
fn scaled(scale: &Scale, factor: f64) -> Scale {
    let scaled = |limit: &Limit| Limit { from: Magnitude::nearest_to(limit.from.as_f64() * factor), ..*limit };
    Scale { limits: scale.limits.iter().map(scaled).collect(), ..scale.clone() }
}

/// How many different names.
fn different(names: impl Iterator<Item = crate::network::NameId>) -> u64 {
    let mut names: Vec<_> = names.collect();
    names.sort_unstable();
    names.dedup();
    names.len() as u64
}

/// How a verdict stands to what the nodes table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The same class, or neither.
    Agrees,
    /// A graver class than stated.
    Graver,
    /// A milder class than stated.
    Milder,
    /// It counts as vital and reaches no class.
    WouldNotQualify,
    /// It does not count as vital and reaches a class.
    WouldQualify,
}

impl Agreement {
    /// How a verdict stands to what is stated. Where the classes of the scheme are no categories, only whether there is one is compared.
    pub fn of(criteria: &Criteria, answer: &Classification, row: &Classified) -> Self {
        Self::between(criteria, answer.scheme, (row.vital, row.class, row.stated))
    }

    /// The same of whether a node counts as vital, the class that was found and the category that is stated.
    pub fn between(criteria: &Criteria, scheme: SchemeId, (vital, class, stated): (bool, Option<u32>, Option<Category>)) -> Self {
        let place = |category: Category| {
            let word = if category == Category::A { "A" } else { "B" };
            criteria.scheme(scheme).classes.iter().position(|class| class == word).map(|place| place as u32)
        };
        match (vital, class, stated.and_then(place)) {
            (true, None, _) => Self::WouldNotQualify,
            (false, Some(_), _) => Self::WouldQualify,
            (true, Some(class), Some(stated)) if class > stated => Self::Graver,
            (true, Some(class), Some(stated)) if class < stated => Self::Milder,
            _ => Self::Agrees,
        }
    }
}
