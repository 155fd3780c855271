//! Who controls whom (docs/semantics.md, section 12).
//!
//! An actor controls a party when the shares held by the actor and by all that it controls add up to more than a half: the least fixed
//! point, in whole ppm, so that one half exactly is no control and nothing is rounded. Both functions cost what the holdings they touch
//! cost, and [`Groups`] finds every ultimate parent at once.
//!
//! ```
//! use keten::network::{Draft, Network, controlled_by};
//! use keten::units::Level;
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! for (owner, owned, share) in [("fund", "holding", "0.51"), ("fund", "grid", "0.3"), ("holding", "grid", "0.3")] {
//!     draft.own(owner, owned, Level::parse(share).unwrap());
//! }
//! let network = Network::build(draft).unwrap();
//! let parties = network.ownership();
//! let controlled = controlled_by(parties, parties.find("fund").unwrap());
//! assert_eq!(controlled.iter().map(|&party| parties.id(party)).collect::<Vec<_>>(), ["grid", "holding"]);
//! ```

use super::ownership::{Ownership, PartyId};
use super::{Network, NodeId};
use crate::units::ONE_PPM;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

/// More than this many ppm of the votes is control.
const HALF_PPM: u32 = ONE_PPM / 2;

/// What an actor controls, in order; never the actor itself.
pub fn controlled_by(ownership: &Ownership, actor: PartyId) -> Vec<PartyId> {
    Closure::new(ownership).of(&[actor], &|_| 0)
}

/// What actors that act as one would control, in order, if all that is held by owners who are not known were their own, in each party in
/// which they or what they would so control are known to hold a share. What they control in any case is among them.
pub fn possibly_controlled_by(ownership: &Ownership, actors: &[PartyId]) -> Vec<PartyId> {
    Closure::new(ownership).of(actors, &|party| ownership.unknown(party))
}

/// The least fixed point over holdings, with room that is cleaned after use: many small ones cost what they touch.
struct Closure<'o> {
    ownership: &'o Ownership,
    held: Vec<u32>,
    is_in: Vec<bool>,
    touched: Vec<PartyId>,
}

impl<'o> Closure<'o> {
    fn new(ownership: &'o Ownership) -> Self {
        let count = ownership.count();
        Self { ownership, held: vec![0; count], is_in: vec![false; count], touched: Vec::new() }
    }

    /// What `actors` control as one, in order, when so much of each party is theirs `beforehand`.
    fn of(&mut self, actors: &[PartyId], beforehand: &dyn Fn(PartyId) -> u32) -> Vec<PartyId> {
        for actor in actors {
            self.is_in[actor.0 as usize] = true;
        }
        let (mut waiting, mut found) = (actors.to_vec(), Vec::new());
        while let Some(owner) = waiting.pop() {
            for holding in self.ownership.holdings_of(owner).iter().filter(|holding| holding.share > 0) {
                let owned = holding.owned.0 as usize;
                self.held[owned] += holding.share;
                self.touched.push(holding.owned);
                if !self.is_in[owned] && self.held[owned] + beforehand(holding.owned) > HALF_PPM {
                    self.is_in[owned] = true;
                    found.push(holding.owned);
                    waiting.push(holding.owned);
                }
            }
        }
        self.touched.extend(actors);
        for party in self.touched.drain(..) {
            (self.held[party.0 as usize], self.is_in[party.0 as usize]) = (0, false);
        }
        found.sort_unstable();
        found
    }
}

/// Every party under its ultimate parent: the one who controls it and whom nobody controls.
///
/// Parties that control one another, and that nobody else controls, have no ultimate parent; they and what they control are a group under
/// the first of them.
#[derive(Debug, Clone)]
pub struct Groups {
    head: Vec<u32>,
    is_circular: Vec<bool>,
}

impl Groups {
    /// Finds all groups at once.
    ///
    /// Each party starts as the head of a group of its own. A group that holds more than half of the head of another takes that group in,
    /// for whoever controls a head controls all that the head does. Of the two the smaller is counted into the larger, so every holding is
    /// counted at most log2 n times.
    pub fn of(ownership: &Ownership) -> Self {
        let mut merging = Merging::new(ownership);
        for party in ownership.parties() {
            merging.count_holdings(party.0, party.0);
        }
        merging.settle();
        merging.finish()
    }

    /// The head of a party's group: its ultimate parent; itself when nobody controls it.
    pub fn head(&self, party: PartyId) -> PartyId {
        PartyId(self.head[party.0 as usize])
    }

    /// Whether a head is one of several parties that control one another, so that none of them is ultimate.
    pub fn is_circular(&self, head: PartyId) -> bool {
        self.is_circular[head.0 as usize]
    }

    /// Who is behind a node: the head of its own group where the ownership table names the node, else the head over its operator where
    /// the table names that one. `None` where nothing is known of the node's owners.
    pub fn behind(&self, network: &Network, ownership: &Ownership, node: NodeId) -> Option<PartyId> {
        let named = |id: &str| ownership.find(id).filter(|&party| ownership.is_named(party));
        let operator = || network.node(node).operator.and_then(|operator| named(network.text(operator)));
        named(network.id(node)).or_else(operator).map(|party| self.head(party))
    }

    /// The country of who is behind a node, as the nodes table states it for the head.
    pub fn country_behind<'n>(&self, network: &'n Network, ownership: &Ownership, node: NodeId) -> Option<&'n str> {
        country_of(network, ownership, self.behind(network, ownership, node)?)
    }
}

/// The nodes that an actor controls, in order, by shares or because it or what it controls operates them; not the actor itself.
pub fn nodes_controlled_by(network: &Network, ownership: &Ownership, actor: PartyId) -> Vec<NodeId> {
    let mut parties = controlled_by(ownership, actor);
    let mut nodes: Vec<NodeId> = parties.iter().filter_map(|&party| ownership.node(party)).collect();
    parties.push(actor);
    nodes.extend(operated_by(network, ownership, &parties));
    nodes.retain(|&node| Some(node) != ownership.node(actor));
    nodes.sort_unstable();
    nodes
}

/// The country of a party, as the nodes table states it.
pub fn country_of<'n>(network: &'n Network, ownership: &Ownership, party: PartyId) -> Option<&'n str> {
    network.node(ownership.node(party)?).country.map(|country| network.text(country))
}

/// The nodes that the parties `who` operate and that the ownership table does not name, in order.
///
/// For a node that the table names its shares decide, and its operator does not.
pub fn operated_by(network: &Network, ownership: &Ownership, who: &[PartyId]) -> Vec<NodeId> {
    let mut operates = vec![false; ownership.count()];
    for party in who {
        operates[party.0 as usize] = true;
    }
    let is_operated = |&node: &NodeId| {
        let operator = network.node(node).operator.and_then(|operator| ownership.find(network.text(operator)));
        let is_named = || ownership.find(network.id(node)).is_some_and(|party| ownership.is_named(party));
        operator.is_some_and(|operator| operates[operator.0 as usize]) && !is_named()
    };
    network.nodes().filter(is_operated).collect()
}

/// Groups on their way to the last ones.
struct Merging<'o> {
    ownership: &'o Ownership,
    /// A party of the same group, nearer to its root; itself at the root.
    above: Vec<u32>,
    /// By root: the head, and the members.
    head: Vec<u32>,
    members: Vec<Vec<u32>>,
    is_circular: Vec<bool>,
    /// What a group, by its root, holds in a party.
    held: HashMap<(u32, u32), u32, FxBuildHasher>,
    /// Heads of which more than half is held: (root of the holding group, the head).
    waiting: Vec<(u32, u32)>,
}

impl<'o> Merging<'o> {
    fn new(ownership: &'o Ownership) -> Self {
        let count = ownership.count() as u32;
        Self {
            ownership,
            above: (0..count).collect(),
            head: (0..count).collect(),
            members: (0..count).map(|party| vec![party]).collect(),
            is_circular: vec![false; count as usize],
            held: HashMap::with_capacity_and_hasher(ownership.holdings().len(), FxBuildHasher),
            waiting: Vec::new(),
        }
    }

    fn root(&mut self, mut party: u32) -> u32 {
        while self.above[party as usize] != party {
            let next = self.above[self.above[party as usize] as usize];
            self.above[party as usize] = next;
            party = next;
        }
        party
    }

    /// Counts what a member holds as its group's.
    fn count_holdings(&mut self, root: u32, member: u32) {
        for holding in self.ownership.holdings_of(PartyId(member)) {
            let held = self.held.entry((root, holding.owned.0)).or_insert(0);
            *held += holding.share;
            if *held > HALF_PPM {
                self.waiting.push((root, holding.owned.0));
            }
        }
    }

    /// Merges until no group holds more than half of another's head.
    fn settle(&mut self) {
        while let Some((holder, owned)) = self.waiting.pop() {
            let (holder, group) = (self.root(holder), self.root(owned));
            if self.head[group as usize] != owned {
                continue;
            }
            if holder == group {
                self.is_circular[owned as usize] = true;
            } else {
                self.merge(holder, group);
            }
        }
    }

    /// The group `under` comes under the head of the group `over`; the smaller of the two is counted into the larger.
    fn merge(&mut self, over: u32, under: u32) {
        let head = self.head[over as usize];
        let size = |root: u32| self.members[root as usize].len();
        let (root, smaller) = if size(over) >= size(under) { (over, under) } else { (under, over) };
        let moved = std::mem::take(&mut self.members[smaller as usize]);
        self.above[smaller as usize] = root;
        self.head[root as usize] = head;
        for &member in &moved {
            self.count_holdings(root, member);
        }
        self.members[root as usize].extend(moved);
        // The larger group may have held its new head's shares before that one became its head.
        if self.held.get(&(root, head)).is_some_and(|&held| held > HALF_PPM) {
            self.waiting.push((root, head));
        }
    }

    fn finish(mut self) -> Groups {
        let roots: Vec<u32> = (0..self.above.len() as u32).map(|party| self.root(party)).collect();
        let mut closure = Closure::new(self.ownership);
        let mut is_below = vec![false; self.above.len()];
        for root in (0..self.above.len()).filter(|&at| roots[at] == at as u32) {
            if self.is_circular[self.head[root] as usize] {
                self.name_after_first(root, &mut closure, &mut is_below);
            }
        }
        Groups { head: roots.iter().map(|&root| self.head[root as usize]).collect(), is_circular: self.is_circular }
    }

    /// Looks for parties that control the head, as it does them, and makes the first of these and itself the head of the group. Where there
    /// is none, what the head controls may together hold more than half of it, but then nobody controls it.
    fn name_after_first(&mut self, root: usize, closure: &mut Closure, is_below: &mut [bool]) {
        let head = self.head[root];
        let mut others: Vec<u32> = self.members[root].iter().copied().filter(|&member| member != head).collect();
        others.sort_unstable();
        self.is_circular[head as usize] = false;
        for member in others {
            if is_below[member as usize] {
                continue;
            }
            let controlled = closure.of(&[PartyId(member)], &|_| 0);
            if controlled.binary_search(&PartyId(head)).is_ok() {
                self.head[root] = member.min(head);
                self.is_circular[self.head[root] as usize] = true;
                return;
            }
            // Who does not control the head controls nobody that does. Groups do not overlap, so no mark is in the way of another.
            for party in controlled {
                is_below[party.0 as usize] = true;
            }
        }
    }
}
