//! What is done to a network at either end of all that is possible.

use super::Config;
use crate::analysis::Model;
use crate::engine::{Course, DETECTION, Drain, Hazard, Spread};
use crate::graph::{AccessRow, Passage, Rises};
use crate::network::{Action, Cell, Dependency, Duration, Event, Network, NodeId, OnDetect, RangeColumn, Ranges};
use crate::units::{End, Level, Measure, Probability, Quantity, Time};

/// The courses at the two ends.
#[derive(Debug)]
pub(super) struct Ends {
    pub(super) worst: Course,
    pub(super) best: Course,
}

impl Ends {
    /// Per node: when its own state rises.
    pub(super) fn rises(&self, nodes: usize) -> Vec<Rises> {
        let sorted = |course: &Course| {
            let mut hazards: Vec<_> = course.hazards.iter().map(|hazard| (hazard.node, hazard.from, hazard.to, hazard.level)).collect();
            hazards.sort_unstable();
            hazards
        };
        let (worst, best) = (sorted(&self.worst), sorted(&self.best));
        let of =
            |all: &[(u32, i64, Option<i64>, u32)], node: u32| all.iter().filter(|hazard| hazard.0 == node).copied().collect::<Vec<_>>();
        let mut rises = vec![Rises::Never; nodes];
        for node in worst.iter().chain(&best).map(|hazard| hazard.0) {
            rises[node as usize] = if of(&worst, node) == of(&best, node) { Rises::Exact } else { Rises::Open };
        }
        rises
    }

    /// Whether the buffer and standby of a need are taken away at the same moments in all worlds.
    pub(super) fn drains_agree(&self, need: u32) -> bool {
        let of = |course: &Course| course.drains.iter().filter(|drain| drain.need == need).copied().collect::<Vec<_>>();
        of(&self.worst) == of(&self.best)
    }
}

/// The hazards and drains of a course of events at the two ends.
pub(super) fn courses(model: &Model, events: &[Event], config: &Config) -> Ends {
    let end = |worst: bool| Side { model, events, config, worst }.course();
    Ends { worst: end(true), best: end(false) }
}

/// One end.
struct Side<'a> {
    model: &'a Model,
    events: &'a [Event],
    config: &'a Config,
    worst: bool,
}

impl Side<'_> {
    fn course(&self) -> Course {
        let fallen = self.fallen();
        let mut course = Course::default();
        for (place, event) in self.events.iter().enumerate() {
            let from = event.at.ms();
            match &event.action {
                Action::Fail { nodes, duration, level, probability, .. } if self.strikes(*probability) => {
                    self.hit(&mut course, place, from, nodes.iter().copied(), (duration.as_ref(), level));
                }
                Action::Fail { .. } | Action::Compromise { .. } | Action::Acquire { .. } | Action::Measure { .. } => {}
                Action::Drain { need, duration } => {
                    let to = duration.as_ref().map(|length| from + self.long(length).ms());
                    course.drains.push(Drain { need: need.0, from, to });
                }
                Action::Trigger { nodes, duration, level, .. } => {
                    let reached = |node: &NodeId| fallen.as_ref().and_then(|spread| spread.at(node.0)).is_some_and(|at| at <= from);
                    self.hit(&mut course, place, from, nodes.iter().copied().filter(reached), (duration.as_ref(), level));
                }
            }
        }
        self.shut_down(&mut course, fallen.as_ref());
        course
    }

    fn strikes(&self, p: Probability) -> bool {
        if self.worst { p.value() > 0.0 } else { p.value() >= 1.0 }
    }

    /// The long end of a duration is the bad one.
    fn long(&self, length: &Duration) -> Time {
        length.at(if self.worst { End::Most } else { End::Least })
    }

    fn hit(
        &self,
        course: &mut Course,
        place: usize,
        from: i64,
        nodes: impl Iterator<Item = NodeId>,
        (duration, level): (Option<&Duration>, &Quantity<Level>),
    ) {
        let left = level.at(if self.worst { End::Least } else { End::Most }).ppm();
        for node in nodes {
            let to = duration.map_or_else(|| self.repaired(node, from), |length| Some(from + self.long(length).ms()));
            course.hazards.push(Hazard { node: node.0, from, to, level: left, event: place as u32 });
        }
    }

    /// When a node is repaired. What was hit is down for a moment at least, also where its repair time is not stated.
    fn repaired(&self, node: NodeId, from: i64) -> Option<i64> {
        let cell = &self.model.network.node(node).repair;
        if let Some(length) = cell.value() {
            return Some(from + self.long(length).ms());
        }
        let (low, high) = self.config.ranges.of(RangeColumn::Repair).filter(|_| *cell == Cell::NotStated)?;
        let length = Time::nearest_to(if self.worst { high } else { low }).ms().max(1);
        (length < Time::MAX.ms()).then_some(from + length)
    }

    /// Who may be compromised at the worst end, and who must be at the best.
    fn fallen(&self) -> Option<Spread> {
        Event::first_compromise(self.events)?;
        let mut spread = Spread::new(self.model.network.node_count());
        let mut sources = Vec::new();
        for event in self.events {
            if let Action::Compromise { nodes } = &event.action {
                sources.extend(nodes.iter().map(|node| (node.0, event.at.ms())));
            }
        }
        let passage = OneEnd { network: &self.model.network, ranges: &self.config.ranges, worst: self.worst };
        spread.run(self.model.access(), &sources, self.config.horizon.ms(), &passage);
        Some(spread)
    }

    /// Nodes that take themselves out when they find their compromise: at the worst end from the first moment at which one may, for good; at
    /// the best end none does, unless everything about it is certain.
    fn shut_down(&self, course: &mut Course, fallen: Option<&Spread>) {
        let passage = OneEnd { network: &self.model.network, ranges: &self.config.ranges, worst: self.worst };
        for &node in fallen.into_iter().flat_map(Spread::fallen) {
            let detail = self.model.network.node(NodeId(node));
            let Some(at) = fallen.and_then(|spread| spread.at(node)) else { continue };
            let (Some(&OnDetect::Shutdown), Some((soonest, _))) = (detail.on_detect.value(), passage.detect(node)) else { continue };
            let (from, certain) = (at.saturating_add(soonest), self.is_certain());
            if certain || self.worst {
                let to = if certain { self.repaired(NodeId(node), from) } else { None };
                course.hazards.push(Hazard { node, from, to, level: 0, event: DETECTION });
            }
        }
    }

    /// Whether the spread of compromise is the same in all worlds.
    fn is_certain(&self) -> bool {
        let passage = |worst| OneEnd { network: &self.model.network, ranges: &self.config.ranges, worst };
        let (worst, best) = (passage(true), passage(false));
        let layer = self.model.access();
        let nodes = (0..self.model.network.node_count() as u32).all(|node| worst.detect(node).is_none_or(|(least, most)| least == most));
        nodes && layer.rows().iter().all(|&row| worst.after(row) == best.after(row))
    }
}

/// How compromise passes at one end.
struct OneEnd<'n> {
    network: &'n Network,
    ranges: &'n Ranges,
    worst: bool,
}

impl OneEnd<'_> {
    fn row(&self, row: AccessRow) -> &Dependency {
        &self.network.dependencies()[row.member as usize]
    }

    /// After which time a row passes compromise at this end, whatever is found meanwhile.
    fn after(&self, row: AccessRow) -> Option<i64> {
        let detail = self.network.detail(self.row(row));
        let p = self.ranges.span(detail.p_compromise.as_ref(), false, RangeColumn::PCompromise, Probability::ONE);
        let passes = if self.worst { p.1.value() > 0.0 } else { p.0.value() >= 1.0 };
        let ttc = self.ranges.span(detail.ttc.value(), detail.ttc == Cell::None, RangeColumn::Ttc, Time::ZERO);
        passes.then(|| if self.worst { ttc.0.ms() } else { ttc.1.ms() })
    }

    /// When a node finds its compromise at the soonest and at the latest; `None`: it never does.
    fn detect(&self, node: u32) -> Option<(i64, i64)> {
        let cell = &self.network.node(NodeId(node)).detect;
        match (cell.value(), self.ranges.of(RangeColumn::Detect)) {
            (Some(cell), _) => Some((cell.at(End::Least).ms(), cell.at(End::Most).ms())),
            (None, Some((low, _))) if *cell == Cell::NotStated => Some((Time::nearest_to(low).ms(), i64::MAX)),
            _ => None,
        }
    }
}

impl Passage for OneEnd<'_> {
    fn after_ms(&self, _: usize, row: AccessRow) -> Option<i64> {
        self.after(row)
    }

    /// Finding it late lets it spread furthest.
    fn detect_ms(&self, node: u32) -> Option<i64> {
        self.detect(node).map(|(soonest, latest)| if self.worst { latest } else { soonest }).filter(|&after| after < i64::MAX)
    }
}
