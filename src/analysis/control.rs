//! How much of a party is an actor's in the end, and who holds shares in whom in a circle?
//!
//! **Interest.** With w the shares, the interest y of actor X is the sum over all paths of holdings from X, cycles included, of the product
//! of their shares, where no path enters X again: y(j) = w(X, j) + sum over k other than X of y(k) w(k, j). That is the integrated
//! ownership of Brioschi, Buzzacchi and Colombo (Journal of Banking and Finance 13, 1989) as Chapelle and Szafarz use it (Physica A 355,
//! 2005, 509-529). It is also the probability that a walk from j to an owner of it, and to an owner of that, reaches X, so it lies
//! between 0 and 1 (docs/semantics.md, section 12).
//!
//! ```
//! use keten::analysis::control::interest;
//! use keten::network::{Draft, Network};
//! use keten::units::Level;
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! for (owner, owned) in [("fund", "a"), ("b", "a"), ("a", "b")] {
//!     draft.own(owner, owned, Level::parse("0.5").unwrap());
//! }
//! let network = Network::build(draft).unwrap();
//! let parties = network.ownership();
//! let found = interest(parties, parties.find("fund").unwrap());
//! // a = 0.5 + 0.5 b and b = 0.5 a.
//! let a = found.of(parties.find("a").unwrap());
//! assert!((a - 2.0 / 3.0).abs() < 1e-9);
//! ```

mod cycle;

use crate::graph::Components;
use crate::network::{Ownership, PartyId};
use crate::units::ONE_PPM;

/// An actor's interest in each party.
#[derive(Debug, Clone, PartialEq)]
pub struct Interest {
    /// The parties in which it has any, in order, with its share of each, 0.0 to 1.0.
    pub shares: Vec<(PartyId, f64)>,
    /// No share is further than this from the exact one; above 1e-9 only in very large circles without outside owners.
    pub error: f64,
}

impl Interest {
    /// The share of a party; 0 where there is none.
    pub fn of(&self, party: PartyId) -> f64 {
        self.shares.binary_search_by_key(&party, |(known, _)| *known).map_or(0.0, |place| self.shares[place].1)
    }
}

/// An actor's interest in each party.
///
/// Circles of holdings are solved one after the other, owners before what they own.
pub fn interest(ownership: &Ownership, actor: PartyId) -> Interest {
    let below = Below::of(ownership, actor);
    let components = Components::of(below.parties.len(), |place| below.edges_of(place), |edge| below.edges[edge].0);
    let mut members: Vec<u32> = (0..below.parties.len() as u32).collect();
    // An owner's component has a higher number than that of what it owns.
    members.sort_by_key(|&place| (std::cmp::Reverse(components.of_node(place)), place));
    let mut known = below.direct.clone();
    let mut error = 0.0_f64;
    for circle in members.chunk_by(|&a, &b| components.of_node(a) == components.of_node(b)) {
        if circle.len() > 1 {
            error = error.max(cycle::solve(&below, circle, &mut known));
        }
        for &place in circle {
            for &(owned, share) in &below.edges[below.edges_of(place)] {
                if components.of_node(owned) != components.of_node(place) {
                    known[owned as usize] += known[place as usize] * share;
                }
            }
        }
    }
    let mut shares: Vec<(PartyId, f64)> = below.parties.iter().copied().zip(known).filter(|&(_, share)| share > 0.0).collect();
    shares.sort_by_key(|&(party, _)| party);
    Interest { shares, error }
}

/// Parties that hold shares in one another in a circle, each circle in the order of its parties, circles by their first.
pub fn circles(ownership: &Ownership) -> Vec<Vec<PartyId>> {
    let real = |party: PartyId| ownership.holdings_of(party).iter().filter(|holding| holding.share > 0).map(|holding| holding.owned.0);
    let (mut first, mut owned) = (vec![0], Vec::with_capacity(ownership.holdings().len()));
    for party in ownership.parties() {
        owned.extend(real(party));
        first.push(owned.len());
    }
    let components = Components::of(ownership.count(), |party| first[party as usize]..first[party as usize + 1], |holding| owned[holding]);
    let mut on_circles: Vec<PartyId> = ownership.parties().filter(|party| components.is_on_loop(party.0)).collect();
    on_circles.sort_by_key(|party| (components.of_node(party.0), *party));
    let mut circles: Vec<Vec<PartyId>> =
        on_circles.chunk_by(|a, b| components.of_node(a.0) == components.of_node(b.0)).map(<[PartyId]>::to_vec).collect();
    circles.sort_unstable();
    circles
}

/// What an actor holds shares in, directly or through others, and the holdings among these: a party's place here is its number.
struct Below {
    parties: Vec<PartyId>,
    /// What the actor holds itself.
    direct: Vec<f64>,
    first: Vec<usize>,
    /// (Owned, share) by owner.
    edges: Vec<(u32, f64)>,
}

impl Below {
    fn of(ownership: &Ownership, actor: PartyId) -> Self {
        let mut place = vec![u32::MAX; ownership.count()];
        let mut parties = Vec::new();
        let mut waiting = vec![actor];
        while let Some(owner) = waiting.pop() {
            for holding in ownership.holdings_of(owner).iter().filter(|holding| holding.share > 0 && holding.owned != actor) {
                let owned = &mut place[holding.owned.0 as usize];
                if *owned == u32::MAX {
                    *owned = 0;
                    parties.push(holding.owned);
                    waiting.push(holding.owned);
                }
            }
        }
        parties.sort_unstable();
        for (at, party) in parties.iter().enumerate() {
            place[party.0 as usize] = at as u32;
        }
        let mut below = Self { direct: vec![0.0; parties.len()], parties, first: vec![0], edges: Vec::new() };
        let weights: Vec<f64> = below.parties.iter().map(|&party| whole(ownership, party)).collect();
        let weighed = |owner: PartyId| {
            let held = ownership.holdings_of(owner).iter().filter(|holding| holding.share > 0 && holding.owned != actor);
            held.map(|holding| (place[holding.owned.0 as usize], f64::from(holding.share)))
        };
        for (owned, share) in weighed(actor) {
            below.direct[owned as usize] = share / weights[owned as usize];
        }
        for at in 0..below.parties.len() {
            below.edges.extend(weighed(below.parties[at]).map(|(owned, share)| (owned, share / weights[owned as usize])));
            below.first.push(below.edges.len());
        }
        below
    }

    fn edges_of(&self, place: u32) -> std::ops::Range<usize> {
        self.first[place as usize]..self.first[place as usize + 1]
    }
}

/// What counts as all of a party, in ppm: shares within the tolerance above a whole are parts of what they add up to.
fn whole(ownership: &Ownership, party: PartyId) -> f64 {
    f64::from(ownership.held_in(party).map(|holding| holding.share).sum::<u32>().max(ONE_PPM))
}
