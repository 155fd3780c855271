//! What does an actor, or a country, have in its hands, and what follows if it withdraws that, or abuses it?
//!
//! What is in its hands: all that it controls by shares, all that it or these companies operate, and itself where it is a node; for a
//! country all behind which an ultimate parent from there stands, and all that stands there (docs/semantics.md, section 13).
//!
//! ```
//! use keten::analysis::{Model, exposure::{Config, Subject, exposure}};
//! use keten::network::{Draft, Network, Stance};
//! use keten::units::{Level, Time};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! draft.own("fund", "grid", Level::parse("0.6").unwrap());
//! let model = Model::new(Network::build(draft).unwrap(), Stance::Central);
//! let found = exposure(&model, &Subject::Actor("fund".into()), &Config::within(Time::from_hours(72))).standing;
//! assert_eq!((found.hold.controls, found.withdrawn.counts.affected), (vec!["grid".to_owned()], 1));
//! ```

mod acquisition;
mod alternatives;
mod hold;
mod withdrawal;

use super::Model;
use super::compromise::Compromised;
use super::control::interest;
use super::what_if::{self, what_if};
use crate::network::{Action, Deal, Event, NodeId, Ownership};
use crate::units::Time;
pub use acquisition::{Acquisition, Measures, Seller};
pub use alternatives::{Alternative, Reserve};
pub use hold::{Hold, Subject, Unknown};
pub(super) use withdrawal::counts;
pub use withdrawal::{Counts, FAR, Vital, Withdrawal};

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// How long after the withdrawal, or the abuse, is looked.
    pub within: Time,
    /// An acquisition to weigh.
    pub deal: Option<Deal>,
}

impl Config {
    /// Within this time, nothing acquired.
    pub fn within(within: Time) -> Self {
        Self { within, deal: None }
    }
}

/// Where a subject stands, and where it would stand after an acquisition.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// Whose.
    pub subject: Subject,
    /// How long was looked.
    pub within: Time,
    /// As the network states it.
    pub standing: Standing,
    /// After the acquisition, where one was asked about.
    pub acquisition: Option<Acquisition>,
}

/// Where a subject stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// What it has in its hands.
    pub hold: Hold,
    /// Its interest in parties, the largest first; empty for a country.
    pub interest: Vec<(String, f64)>,
    /// No interest is further than this from the exact one.
    pub interest_error: f64,
    /// What follows when all in its hands is withheld at once and for good.
    pub withdrawn: Withdrawal,
    /// What compromise of all in its hands reaches, these themselves left out, by time, then by id.
    pub abused: Vec<Compromised>,
    /// What hangs on owners who are not known.
    pub unknown: Unknown,
}

/// The exposure to a subject.
///
/// # Panics
/// When the deal is of more than there is, or the buyer is the company: [`Deal::fault`] tells beforehand.
pub fn exposure(model: &Model, subject: &Subject, config: &Config) -> Exposure {
    let ownership = model.network.ownership();
    let standing = standing(model, ownership, subject, config.within);
    let acquisition = config.deal.as_ref().map(|deal| acquisition::acquisition(model, subject, deal, &standing, config.within));
    Exposure { subject: subject.clone(), within: config.within, standing, acquisition }
}

/// Where a subject stands when parties hold in one another what `ownership` says.
fn standing(model: &Model, ownership: &Ownership, subject: &Subject, within: Time) -> Standing {
    let hold = hold::hold(&model.network, ownership, subject);
    let interest = match subject {
        Subject::Actor(id) => ownership.find(id).map(|actor| interest(ownership, actor)),
        Subject::Country(_) => None,
    };
    let mut shares: Vec<(String, f64)> =
        interest.iter().flat_map(|interest| &interest.shares).map(|&(party, share)| (ownership.id(party).to_owned(), share)).collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Standing {
        interest: shares,
        interest_error: interest.map_or(0.0, |interest| interest.error),
        withdrawn: withdrawal::withdrawal(model, &hold.nodes, within),
        abused: abused(model, &hold.nodes, within),
        unknown: hold::unknown(model, ownership, subject, &hold, within),
        hold,
    }
}

/// What compromise reaches that begins in all of these nodes at once.
fn abused(model: &Model, nodes: &[NodeId], within: Time) -> Vec<Compromised> {
    if nodes.is_empty() {
        return Vec::new();
    }
    let begins = Event { at: Time::ZERO, action: Action::Compromise { nodes: nodes.to_vec() } };
    let answer = what_if(model, &[begins], &what_if::Config::to(within));
    let reached = answer.compromised.unwrap_or_default().into_iter();
    reached.filter(|compromised| nodes.binary_search(&compromised.node).is_err()).collect()
}
