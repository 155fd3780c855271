//! Rows that may carry losses and may not, each drawn when it is met and not before.
//!
//! Invariant: the draw of a row is the one that [`Taking`](crate::network::Taking) makes for it, so it does not matter whether a row is
//! drawn beforehand, when it is met, or in many samples at once.
//!
//! ```
//! use keten::{graph::Chances, network::{Draft, Draw, Network}, units::{Probability, Quantity}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! draft.detail_mut(0).probability = Some(Quantity::Fixed(Probability::new(0.5).unwrap()));
//! let network = Network::build(draft).unwrap();
//! let (unknowns, chances) = Chances::split(&network);
//! assert!(unknowns.is_empty() && !chances.is_empty());
//! let carries = chances.carries(0, Draw { seed: 1, sample: 3 });
//! assert_eq!(u64::from(carries) << 3, chances.in_samples(0, 1, 0, 1 << 3));
//! ```

use super::unknowns::{Unknowns, is_chance, is_spread_or_start, is_unknown_node};
use crate::network::{Dependency, Draw, NeedId, Network, Thing};
use crate::units::{Chance, Probability, Quantity};
use rayon::prelude::*;

/// The rows of a network that are drawn when they are met.
#[derive(Debug, Clone, Default)]
pub struct Chances {
    /// Per row; empty where no row has a chance.
    rows: Vec<RowChance>,
}

/// A row as it is drawn.
#[derive(Debug, Clone, Copy)]
struct RowChance {
    thing: u64,
    /// [`Chance::CERTAIN`] for a row that is not drawn here.
    chance: Chance,
}

impl Chances {
    /// All that samples draw, apart: what must be drawn before a sample begins, and rows that need not be. A row whose probability is a
    /// distribution, or whose need has other unknowns, is among the first.
    pub fn split(network: &Network) -> (Unknowns, Self) {
        let beforehand = |need: &NeedId| {
            network.members(*need).iter().any(|member| {
                let detail = network.detail(member);
                is_spread_or_start(detail) || detail.probability.as_ref().is_some_and(Quantity::is_spread)
            })
        };
        let unknowns = Unknowns {
            needs: network.needs().filter(beforehand).collect(),
            nodes: network.nodes().filter(|&node| is_unknown_node(network, node)).collect(),
        };
        let has_chance = |member: &Dependency| network.detail(member).probability.as_ref().is_some_and(is_chance);
        let is_lazy = |need: NeedId| unknowns.needs.binary_search(&need).is_err() && network.members(need).iter().any(has_chance);
        if !network.needs().any(is_lazy) {
            return (unknowns, Self::default());
        }
        let needs: Vec<NeedId> = network.needs().collect();
        let rows = needs.into_par_iter().with_min_len(256).flat_map_iter(|need| rows_of(network, need, is_lazy(need))).collect();
        (unknowns, Self { rows })
    }

    /// Whether no row is drawn here.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The number of the thing that is drawn for a row, and how likely it is to carry losses.
    pub fn row(&self, member: usize) -> (u64, Chance) {
        self.rows.get(member).map_or((0, Chance::CERTAIN), |row| (row.thing, row.chance))
    }

    /// The rows that are drawn here, in order.
    pub fn members(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().enumerate().filter(|(_, row)| row.chance != Chance::CERTAIN).map(|(member, _)| member)
    }

    /// Whether a row carries losses in a sample.
    pub fn carries(&self, member: usize, draw: Draw) -> bool {
        let (thing, chance) = self.row(member);
        chance.in_sample(draw.seed, thing, draw.sample)
    }

    /// In which of the `wanted` samples of a block of 64 a row carries losses.
    pub fn in_samples(&self, member: usize, seed: u64, block: u64, wanted: u64) -> u64 {
        let (thing, chance) = self.row(member);
        chance.in_samples(seed, thing, block, wanted)
    }
}

/// The rows of a need.
fn rows_of(network: &Network, need: NeedId, is_lazy: bool) -> impl Iterator<Item = RowChance> {
    let of_need = Thing::of("probability").and(network.id(network.node_of_need(need))).and(network.need_name(need));
    network.members(need).iter().map(move |member| match &network.detail(member).probability {
        Some(p @ Quantity::Fixed(value)) if is_lazy && is_chance(p) => row_chance(of_need.and(network.id(member.provider)), *value),
        _ => RowChance { thing: 0, chance: Chance::CERTAIN },
    })
}

fn row_chance(thing: Thing, p: Probability) -> RowChance {
    RowChance { thing: thing.number(), chance: Chance::of(p.value()) }
}
