//! Who holds shares in whom: parties and holdings, in both directions.
//!
//! A party is anyone whom the ownership table names, and anyone whom a node names as its operator. Parties are no nodes: one that only
//! the ownership table knows cannot fall, needs nothing and is in no count of nodes. A party whose id is that of a node *is* that node.
//!
//! Invariants: parties stand in the order of their ids, holdings in that of (owner, owned), at most one each; nobody holds shares in
//! itself; the holdings in a party add up to a whole at most (within the tolerance).
//!
//! ```
//! use keten::network::{Draft, Network};
//! use keten::units::Level;
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! draft.own("fund", "grid", Level::parse("0.6").unwrap());
//! let network = Network::build(draft).unwrap();
//! let grid = network.ownership().find("grid").unwrap();
//! assert_eq!(network.ownership().node(grid), network.find("grid"));
//! assert_eq!((network.node_count(), network.ownership().unknown(grid)), (2, 400_000));
//! ```

use super::build::{Fault, RowRef, Table};
use super::{Draft, NameId, NodeId, OwnershipRow, Provenance};
use crate::diagnostic::Finding;
use crate::units::{ONE_PPM, TOLERANCE_PPM};
use std::ops::Range;

/// A party, by its place in the order of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyId(pub u32);

/// A share of one party in another.
#[derive(Debug, Clone, PartialEq)]
pub struct Holding {
    /// Who holds.
    pub owner: PartyId,
    /// In whom.
    pub owned: PartyId,
    /// The share of the votes, in ppm.
    pub share: u32,
    /// The row's place in the table as it was read; `None` for a holding that a question supposes.
    pub row: Option<u32>,
    /// Source, confidence and marking of the row.
    pub provenance: Provenance,
}

/// More than there is to acquire: the owner would hold more than a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// What the owner holds already, in ppm.
    pub held: u32,
}

/// Parties and what they hold in one another.
#[derive(Debug, Clone, Default)]
pub struct Ownership {
    ids: Vec<String>,
    nodes: Vec<Option<NodeId>>,
    holdings: Vec<Holding>,
    first: Vec<u32>,
    /// Places of holdings, by whom they are in.
    held: Vec<u32>,
    first_held: Vec<u32>,
}

impl Ownership {
    /// How many parties there are.
    pub fn count(&self) -> usize {
        self.ids.len()
    }

    /// Every party, in the order of ids.
    pub fn parties(&self) -> impl ExactSizeIterator<Item = PartyId> + use<> {
        (0..self.ids.len() as u32).map(PartyId)
    }

    /// The id of a party.
    pub fn id(&self, party: PartyId) -> &str {
        &self.ids[party.0 as usize]
    }

    /// The party with an id.
    pub fn find(&self, id: &str) -> Option<PartyId> {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).ok().map(|place| PartyId(place as u32))
    }

    /// The node that the party is; `None` for one that is no part of the network of dependencies.
    pub fn node(&self, party: PartyId) -> Option<NodeId> {
        self.nodes[party.0 as usize]
    }

    /// Every holding, by (owner, owned).
    pub fn holdings(&self) -> &[Holding] {
        &self.holdings
    }

    /// What a party holds.
    pub fn holdings_of(&self, owner: PartyId) -> &[Holding] {
        &self.holdings[self.range_of(owner)]
    }

    /// The places of what a party holds among all holdings.
    pub(crate) fn range_of(&self, owner: PartyId) -> Range<usize> {
        self.first[owner.0 as usize] as usize..self.first[owner.0 as usize + 1] as usize
    }

    /// What others hold in a party, in the order of these others.
    pub fn held_in(&self, owned: PartyId) -> impl ExactSizeIterator<Item = &Holding> {
        let places = self.first_held[owned.0 as usize] as usize..self.first_held[owned.0 as usize + 1] as usize;
        self.held[places].iter().map(|&place| &self.holdings[place as usize])
    }

    /// Whether anyone is known to hold a share in the party.
    pub fn is_owned(&self, party: PartyId) -> bool {
        self.held_in(party).len() > 0
    }

    /// Whether the ownership table names the party: otherwise it only operates nodes, and nothing is known of its owners.
    pub fn is_named(&self, party: PartyId) -> bool {
        self.is_owned(party) || !self.range_of(party).is_empty()
    }

    /// How much of a party is held by owners who are not known, in ppm; 0 within the tolerance of a whole.
    pub fn unknown(&self, party: PartyId) -> u32 {
        let known: u32 = self.held_in(party).map(|holding| holding.share).sum();
        if known + TOLERANCE_PPM >= ONE_PPM { 0 } else { ONE_PPM - known }
    }

    /// The same parties after `buyer` acquires `share` (ppm) of `company` on top of what it holds; each is an id and the node of that id.
    ///
    /// The share comes from the owners who are not known, as far as it goes; the rest from the other holders in proportion to what they
    /// hold, each rounded down to whole ppm.
    ///
    /// # Errors
    /// [`Excess`] when the buyer would then hold more than a whole.
    ///
    /// # Panics
    /// When the buyer is the company.
    pub fn acquire(&self, buyer: (&str, Option<NodeId>), company: (&str, Option<NodeId>), share: u32) -> Result<Self, Excess> {
        assert_ne!(buyer.0, company.0, "nobody holds shares in itself");
        let mut after = self.clone();
        after.add_party(buyer.0, buyer.1);
        after.add_party(company.0, company.1);
        let (Some(buyer), Some(bought)) = (after.find(buyer.0), after.find(company.0)) else { unreachable!("both were just added") };
        let is_own = |holding: &Holding| holding.owner == buyer && holding.owned == bought;
        let held = after.holdings.iter().find(|holding| is_own(holding)).map_or(0, |holding| holding.share);
        if held + share > ONE_PPM + TOLERANCE_PPM {
            return Err(Excess { held });
        }
        let own = (held + share).min(ONE_PPM);
        after.holdings.retain(|holding| !is_own(holding));
        let others = |holding: &&mut Holding| holding.owned == bought;
        let total: u64 = after.holdings.iter_mut().filter(others).map(|holding| u64::from(holding.share)).sum();
        let room = u64::from(ONE_PPM - own);
        if total > room {
            after.holdings.iter_mut().filter(others).for_each(|other| other.share = (u64::from(other.share) * room / total) as u32);
        }
        after.holdings.push(Holding { owner: buyer, owned: bought, share: own, row: None, provenance: Provenance::default() });
        Ok(Self::assemble(after.ids, after.nodes, after.holdings))
    }

    /// Adds a party that is not there yet; the rows of holdings are numbered anew and must be assembled again.
    fn add_party(&mut self, id: &str, node: Option<NodeId>) {
        let Err(place) = self.ids.binary_search_by(|known| known.as_str().cmp(id)) else { return };
        self.ids.insert(place, id.to_owned());
        self.nodes.insert(place, node);
        let shift = |party: &mut PartyId| party.0 += u32::from(party.0 as usize >= place);
        self.holdings.iter_mut().for_each(|holding| {
            shift(&mut holding.owner);
            shift(&mut holding.owned);
        });
    }

    fn assemble(ids: Vec<String>, nodes: Vec<Option<NodeId>>, mut holdings: Vec<Holding>) -> Self {
        holdings.sort_by_key(|holding| (holding.owner, holding.owned));
        let (first, _) = index(ids.len(), holdings.iter().map(|holding| holding.owner.0));
        let (first_held, held) = index(ids.len(), holdings.iter().map(|holding| holding.owned.0));
        Self { ids, nodes, holdings, first, held, first_held }
    }
}

/// Where the items of each key begin, and the items by key, in their order.
fn index(keys: usize, items: impl ExactSizeIterator<Item = u32> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0_u32; keys + 1];
    for key in items.clone() {
        first[key as usize + 1] += 1;
    }
    for key in 0..keys {
        first[key + 1] += first[key];
    }
    let mut place = first.clone();
    let mut sorted = vec![0_u32; items.len()];
    for (item, key) in items.enumerate() {
        sorted[place[key as usize] as usize] = item as u32;
        place[key as usize] += 1;
    }
    (first, sorted)
}

/// The parties of a draft and their holdings; what is wrong with the rows goes to `faults`. `rank` orders names by their texts.
pub(super) fn build(
    draft: &Draft,
    rank: &dyn Fn(NameId) -> u32,
    node: &dyn Fn(NameId) -> Option<NodeId>,
    faults: &mut Vec<Fault>,
) -> Ownership {
    let operators = draft.node_rows().filter_map(|(_, detail)| detail.operator);
    let mut names: Vec<NameId> = draft.ownership.iter().flat_map(|row| [row.owner, row.owned]).chain(operators).collect();
    names.sort_unstable_by_key(|&name| rank(name));
    names.dedup();
    let party = |name: NameId| {
        let place = names.binary_search_by_key(&rank(name), |&known| rank(known));
        PartyId(place.unwrap_or_else(|_| unreachable!("every name of a row was collected")) as u32)
    };
    let holding = |(row, stated): (usize, &OwnershipRow)| Holding {
        owner: party(stated.owner),
        owned: party(stated.owned),
        share: stated.share.ppm(),
        row: Some(row as u32),
        provenance: stated.provenance.clone(),
    };
    let holdings = draft.ownership.iter().enumerate().map(holding).collect();
    let ids = names.iter().map(|&name| draft.names.text(name).to_owned()).collect();
    let ownership = Ownership::assemble(ids, names.iter().map(|&name| node(name)).collect(), holdings);
    ownership.check(faults);
    ownership
}

impl Ownership {
    fn check(&self, faults: &mut Vec<Fault>) {
        for holding in self.holdings.iter().filter(|holding| holding.owner == holding.owned) {
            faults.push(fault(Finding::SelfOwnership { id: self.id(holding.owner).to_owned() }, [holding], "owned"));
        }
        for pair in self.holdings.windows(2) {
            let [first, again] = pair else { continue };
            if (first.owner, first.owned) == (again.owner, again.owned) {
                let finding = Finding::DuplicateHolding { owner: self.id(first.owner).to_owned(), owned: self.id(first.owned).to_owned() };
                faults.push(fault(finding, [again, first], "owned"));
            }
        }
        for party in self.parties() {
            let total: u64 = self.held_in(party).map(|holding| u64::from(holding.share)).sum();
            if total > u64::from(ONE_PPM + TOLERANCE_PPM) {
                let total = total as f64 / f64::from(ONE_PPM);
                let mut rows: Vec<&Holding> = self.held_in(party).collect();
                rows.sort_by_key(|holding| holding.row);
                faults.push(fault(Finding::SharesAboveOne { owned: self.id(party).to_owned(), total }, rows, "share"));
            }
        }
    }
}

fn fault<'h>(finding: Finding, rows: impl IntoIterator<Item = &'h Holding>, column: &'static str) -> Fault {
    let place = |holding: &Holding| holding.row.map(|index| RowRef { table: Table::Ownership, index });
    Fault { finding, rows: rows.into_iter().filter_map(place).collect(), column: Some(column) }
}
