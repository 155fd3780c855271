//! Which single losses surely lose each node in the end: dominators where a need has alternatives, 512 losses side by side.
//!
//! A need is surely lost when the members of one of its *cuts* are: a smallest set of members without which nothing arrives that is of
//! use. A node is surely lost when it is the loss itself or an essential need of it is. What follows from this, and no more, is the least
//! fixed point that the model has for losses that last, as long as every node gives all or nothing and every cut is known; else it is a
//! part of it, and never more. On a network with one need per node it gives the dominators of a flow graph.
//!
//! ```
//! use keten::{engine::Surely, graph::{Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("a", "station");
//! draft.depend("b", "station");
//! let power = draft.names.intern("power");
//! draft.depend("tel", "a").need = power;
//! draft.depend("tel", "b").need = power;
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let surely = Surely::of(Graph { topology: &topology, parameters: &parameters });
//! let node = |id| network.find(id).unwrap().0;
//! let mut room = surely.room();
//! surely.sweep(&mut room, &[node("a"), node("b"), node("station")]);
//! assert_eq!(room.lost(node("tel"))[0], 0b100, "either line can be missed, the station cannot");
//! ```

use super::binary::Binary;
use super::lanes::{LANES, Lane, or};
use super::potential::{shortfall, supply_of};
use super::queue::Marks;
use crate::graph::{Components, Graph};
use crate::units::ONE_PPM;

/// Of needs with more members than this only the cuts of one of the first 32 members, and that of all, are known.
const MOST_MEMBERS: usize = 6;
/// In place of a set of members: all that pass losses.
const ALL: u32 = u32::MAX;

/// A network, in the order in which losses pass through it. Time plays no part: the numbers are [steady](crate::graph::Parameters::steady).
#[derive(Debug, Clone)]
pub struct Surely<'g> {
    graph: Graph<'g>,
    /// Providers first; the nodes of a loop together.
    order: Vec<u32>,
    first_cut: Vec<u32>,
    /// Sets of members by their places within the need.
    cuts: Vec<u32>,
    fates: Components,
    complete: bool,
}

/// Room for 512 losses.
#[derive(Debug, Clone)]
pub struct SurelyRoom {
    lost: Vec<Lane>,
    due: Vec<bool>,
    found: Marks,
}

impl SurelyRoom {
    /// In which losses a node surely is lost.
    pub fn lost(&self, node: u32) -> &Lane {
        &self.lost[node as usize]
    }
}

impl<'g> Surely<'g> {
    /// Finds the cuts of every need.
    pub fn of(graph: Graph<'g>) -> Self {
        let components = graph.topology.components();
        let mut order: Vec<u32> = (0..graph.topology.nodes() as u32).collect();
        order.sort_by_key(|&node| (components.of_node(node), node));
        let mut found = Self {
            graph,
            order,
            first_cut: vec![0],
            cuts: Vec::new(),
            fates: Components::default(),
            complete: Binary::of(graph, 0).is_some(),
        };
        for need in 0..graph.topology.needs() as u32 {
            found.add_cuts(need);
            found.first_cut.push(found.cuts.len() as u32);
        }
        found.fates = found.find_fates();
        found
    }

    /// Nodes that fall together, whichever of them is lost: those on a loop of rows each of which loses its dependent by itself.
    pub fn fates(&self) -> &Components {
        &self.fates
    }

    fn find_fates(&self) -> Components {
        let topology = self.graph.topology;
        // A row that takes nobody along by itself leads back to where it comes from, which joins nothing.
        let mut ends = Vec::new();
        for need in 0..topology.needs() as u32 {
            let alone = self.cuts_of(need).iter().filter(|cut| cut.is_power_of_two()).fold(0, |all, cut| all | cut);
            let mut place = 0_usize;
            for member in topology.members(need) {
                let carries = !self.graph.parameters.always_delivers(member);
                let takes = carries && place < 32 && alone >> place & 1 == 1;
                place += usize::from(carries);
                ends.push(if takes { topology.provider(member) } else { topology.node_of(need) });
            }
        }
        Components::of(topology.nodes(), |node| topology.members_of(node), |member| ends[member])
    }

    fn cuts_of(&self, need: u32) -> &[u32] {
        &self.cuts[self.first_cut[need as usize] as usize..self.first_cut[need as usize + 1] as usize]
    }

    /// Whether what is found is all there is.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Room for [`Surely::sweep`].
    pub fn room(&self) -> SurelyRoom {
        let nodes = self.graph.topology.nodes();
        SurelyRoom { lost: vec![[0; 8]; nodes], due: vec![false; nodes], found: Marks::new(nodes) }
    }

    /// Nodes in the order in which losses pass.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// The nodes that surely are lost with one, itself first; `None` when more than `most` nodes and rows are met on the way: what takes
    /// much is better followed with others at its side.
    pub fn follow<'r>(&self, room: &'r mut SurelyRoom, node: u32, most: usize) -> Option<&'r [u32]> {
        let topology = self.graph.topology;
        room.found.clear();
        room.found.add(node);
        let (mut place, mut met) = (0, 0);
        while let Some(&lost) = room.found.items().get(place) {
            place += 1;
            let edges = topology.dependents(lost);
            met += 1 + edges.len();
            if met > most {
                return None;
            }
            for edge in edges {
                let dependent = topology.node_of(edge.need);
                if !room.found.contains(dependent) && self.falls(edge.need, &room.found) {
                    room.found.add(dependent);
                }
            }
        }
        Some(room.found.items())
    }

    /// Whether some cut of a need is lost.
    fn falls(&self, need: u32, found: &Marks) -> bool {
        let lost = self.carrying(need).enumerate().filter(|&(_, member)| found.contains(self.graph.topology.provider(member)));
        let lost = lost.fold((0_u32, 0), |(set, count), (place, _)| (set | 1_u32.checked_shl(place as u32).unwrap_or(0), count + 1));
        let all = || lost.1 == self.carrying(need).count();
        self.cuts_of(need).iter().any(|&cut| if cut == ALL { all() } else { cut & lost.0 == cut })
    }

    /// Loses at most 512 nodes, each by itself: per node, in which of these losses it surely is lost, its own included.
    ///
    /// # Panics
    /// With more than [`LANES`] losses.
    pub fn sweep(&self, room: &mut SurelyRoom, initiators: &[u32]) {
        assert!(initiators.len() <= LANES, "a loss has one of {LANES} bits");
        room.lost.fill([0; 8]);
        for (lane, &node) in initiators.iter().enumerate() {
            room.lost[node as usize][lane / 64] |= 1 << (lane % 64);
        }
        let components = self.graph.topology.components();
        for together in self.order.chunk_by(|&a, &b| components.of_node(a) == components.of_node(b)) {
            match together {
                [alone] => room.lost[*alone as usize] = self.node(*alone, &room.lost),
                _ => self.settle(room, together),
            }
        }
    }

    /// A loop: its nodes in turns, as long as something they need has changed since their last.
    fn settle(&self, room: &mut SurelyRoom, together: &[u32]) {
        let components = self.graph.topology.components();
        let own = components.of_node(together[0]);
        for &node in together {
            room.due[node as usize] = true;
        }
        let mut left = together.len();
        while left > 0 {
            for &node in together {
                if !std::mem::take(&mut room.due[node as usize]) {
                    continue;
                }
                left -= 1;
                let before = std::mem::take(&mut room.lost[node as usize]);
                let mut row = self.node(node, &room.lost);
                or(&mut row, &before);
                room.lost[node as usize] = row;
                if row == before {
                    continue;
                }
                for edge in self.graph.topology.dependents(node) {
                    let dependent = self.graph.topology.node_of(edge.need);
                    if components.of_node(dependent) == own && !std::mem::replace(&mut room.due[dependent as usize], true) {
                        left += 1;
                    }
                }
            }
        }
    }

    fn node(&self, node: u32, lost: &[Lane]) -> Lane {
        let mut row = lost[node as usize];
        for need in self.graph.topology.needs_of(node) {
            for &cut in self.cuts_of(need as u32) {
                or(&mut row, &self.cut(need as u32, cut, lost));
            }
        }
        row
    }

    /// In which losses every member of a cut is lost.
    fn cut(&self, need: u32, cut: u32, lost: &[Lane]) -> Lane {
        let mut row = [u64::MAX; 8];
        for (place, member) in self.carrying(need).enumerate() {
            // The shift of a number by all its bits or more is not 0 by itself.
            if cut == ALL || cut.checked_shr(place as u32).unwrap_or(0) & 1 == 1 {
                let provider = &lost[self.graph.topology.provider(member) as usize];
                row.iter_mut().zip(provider).for_each(|(word, bits)| *word &= bits);
            }
            if row == [0; 8] {
                break;
            }
        }
        row
    }

    fn carrying(&self, need: u32) -> impl Iterator<Item = usize> + Clone + use<'g> {
        let parameters = self.graph.parameters;
        self.graph.topology.members(need).filter(move |&member| !parameters.always_delivers(member))
    }

    fn add_cuts(&mut self, need: u32) {
        let class = self.graph.parameters.need(need);
        if class.weight < ONE_PPM {
            return;
        }
        let shares: Vec<u64> = self.carrying(need).map(|member| u64::from(self.graph.parameters.share(member))).collect();
        let nothing_arrives = |lost: u64| {
            let left = class.base.saturating_sub(lost * u64::from(ONE_PPM));
            shortfall(class, supply_of(left)) == ONE_PPM
        };
        if shares.is_empty() || !nothing_arrives(shares.iter().sum()) {
            return;
        }
        if shares.len() > MOST_MEMBERS {
            let alone = shares.iter().enumerate().take(32).filter(|&(_, &share)| nothing_arrives(share));
            self.cuts.extend(alone.map(|(place, _)| 1 << place));
            self.cuts.push(ALL);
            self.complete = false;
            return;
        }
        let of = |set: u32| shares.iter().enumerate().filter(|&(place, _)| set >> place & 1 == 1).map(|(_, &share)| share).sum::<u64>();
        let first = self.cuts.len();
        let mut sets: Vec<u32> = (1..1_u32 << shares.len()).collect();
        sets.sort_by_key(|set| set.count_ones());
        for set in sets {
            if nothing_arrives(of(set)) && self.cuts[first..].iter().all(|&cut| cut & set != cut) {
                self.cuts.push(set);
            }
        }
    }
}
