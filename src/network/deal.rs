//! Shares that change hands, and who owns what at each moment of a course of events.
//!
//! Invariant: changes stand in the order of their moments; each is made on what the ones before it left.
//!
//! ```
//! use keten::network::{Deal, Draft, Network, Owners};
//! use keten::units::{Level, Time};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! let mut owners = Owners::now(&network);
//! let deal = Deal { buyer: "fund".into(), company: "grid".into(), share: Level::parse("0.6").unwrap() };
//! owners.add(Time::from_hours(4), &deal).unwrap();
//! assert!(owners.select(Time::from_hours(3), "controlled_by=fund").is_err());
//! assert_eq!(owners.select(Time::from_hours(4), "controlled_by=fund").unwrap(), [network.find("grid").unwrap()]);
//! ```

use super::selector::select_among;
use super::{Event, Excess, Network, NodeId, Ownership, nearest, unknown_actor};
use crate::diagnostic::Finding;
use crate::units::{Level, ONE_PPM, Time};

/// A share of a company that changes hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deal {
    /// Who acquires: anyone, known before or not.
    pub buyer: String,
    /// Of whom.
    pub company: String,
    /// How much, on top of what the buyer holds.
    pub share: Level,
}

/// A buyer that stands in no table: taken as a new party that holds nothing, of whom nobody knows who stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranger {
    /// A known party or node of nearly the same name, which may be meant.
    pub nearest: Option<String>,
}

impl Deal {
    /// The buyer as a stranger, where no table knows it.
    pub fn stranger(&self, network: &Network) -> Option<Stranger> {
        let parties = network.ownership();
        if parties.find(&self.buyer).is_some() || network.find(&self.buyer).is_some() {
            return None;
        }
        let known = parties.parties().map(|party| parties.id(party)).chain(network.nodes().map(|node| network.id(node)));
        Some(Stranger { nearest: nearest(&self.buyer, known) })
    }

    /// What is wrong with the deal: a party that does not exist, a buyer that is the company, or more than there is.
    pub fn fault(&self, network: &Network) -> Option<Finding> {
        self.on(network, network.ownership()).err()
    }

    /// Who holds what after the deal; where there is more to acquire than there is, what the buyer holds already.
    ///
    /// # Errors
    /// [`Excess`] when the buyer would then hold more than a whole.
    pub fn done(&self, network: &Network, before: &Ownership) -> Result<Ownership, Excess> {
        before.acquire((&self.buyer, network.find(&self.buyer)), (&self.company, network.find(&self.company)), self.share.ppm())
    }

    /// Who holds what after the deal, or what is wrong with it.
    fn on(&self, network: &Network, before: &Ownership) -> Result<Ownership, Finding> {
        if before.find(&self.company).is_none() && network.find(&self.company).is_none() {
            return Err(unknown_actor(network, before, &self.company));
        }
        if self.buyer == self.company {
            return Err(Finding::SelfOwnership { id: self.buyer.clone() });
        }
        self.done(network, before).map_err(|excess| Finding::NothingToAcquire {
            owner: self.buyer.clone(),
            owned: self.company.clone(),
            held: f64::from(excess.held) / f64::from(ONE_PPM),
        })
    }
}

/// Who owns what, from moment to moment.
#[derive(Debug, Clone)]
pub struct Owners<'n> {
    network: &'n Network,
    changes: Vec<(Time, Ownership)>,
}

impl<'n> Owners<'n> {
    /// What the network states, for all time.
    pub fn now(network: &'n Network) -> Self {
        Self { network, changes: Vec::new() }
    }

    /// What the network states, and what the acquisitions among these events make of it.
    pub fn over(network: &'n Network, events: &[Event]) -> Self {
        let mut owners = Self::now(network);
        for (at, deal) in deals(events) {
            // Faults of deals were told when the events were read; one that cannot be done changes nothing.
            let _ = owners.add(at, deal);
        }
        owners
    }

    /// Adds a deal that is no earlier than those added before.
    ///
    /// # Errors
    /// What is wrong with the deal at that moment; it is then left out.
    ///
    /// # Panics
    /// When it is earlier.
    pub fn add(&mut self, at: Time, deal: &Deal) -> Result<(), Finding> {
        assert!(self.changes.last().is_none_or(|(last, _)| *last <= at), "deals are added in the order of time");
        let after = deal.on(self.network, self.at(at))?;
        self.changes.push((at, after));
        Ok(())
    }

    /// Who holds what at a moment, after all deals of that moment.
    pub fn at(&self, at: Time) -> &Ownership {
        let made = self.changes.partition_point(|(moment, _)| *moment <= at);
        made.checked_sub(1).map_or(self.network.ownership(), |last| &self.changes[last].1)
    }

    /// Who holds what just before and just after each change.
    pub fn steps(&self) -> impl Iterator<Item = (&Ownership, &Ownership)> {
        let after = self.changes.iter().map(|(_, ownership)| ownership);
        std::iter::once(self.network.ownership()).chain(after.clone()).zip(after)
    }

    /// The network whose owners these are.
    pub fn network(&self) -> &'n Network {
        self.network
    }

    /// The nodes that a selector names at a moment.
    ///
    /// # Errors
    /// One finding, as of [`select`](super::select).
    pub fn select(&self, at: Time, text: &str) -> Result<Vec<NodeId>, Finding> {
        select_among(self.network, self.at(at), text)
    }
}

/// The deals among events, by time; of one moment in the order stated.
pub fn deals(events: &[Event]) -> Vec<(Time, &Deal)> {
    let mut deals: Vec<(Time, &Deal)> = events.iter().filter_map(|event| Some((event.at, event.action.deal()?))).collect();
    deals.sort_by_key(|&(at, _)| at);
    deals
}
