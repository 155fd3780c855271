//! Networks in which a lasting loss leaves every node either untouched or with nothing: what the fast engines of a ranking rest on.
//!
//! Invariant: within the horizon, whichever nodes are lost, every need that counts is met fully or not at all once its stock is out, and
//! nothing steps in. Levels are then only 0 and 1, nothing recovers (a stock only drains, a restart never begins), and the whole course of a
//! loss is the moment at which each node falls.
//!
//! ```
//! use keten::{engine::Binary, graph::{Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let binary = Binary::of(Graph { topology: &topology, parameters: &parameters }, 72 * 3_600_000).unwrap();
//! assert!(binary.any_input());
//! assert_eq!(binary.need_falls_at(0, |_provider| 5, &mut Vec::new()), 5);
//! ```

use crate::graph::{Graph, NeedClass};
use crate::units::{ONE_PPM, TOLERANCE_PPM};
use rayon::prelude::*;

/// In place of a moment: not within the horizon.
pub const NEVER: i64 = i64::MAX;
/// Of a need with partial shares and more members than this it is not worked out whether some of them deliver a part.
const MOST_MEMBERS: usize = 12;

/// A network without levels between 0 and 1, seen up to a horizon.
#[derive(Debug, Clone, Copy)]
pub struct Binary<'g> {
    pub(super) graph: Graph<'g>,
    pub(super) within: i64,
    traits: Traits,
}

/// What holds for every need seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Traits {
    any_input: bool,
    every_row_counts: bool,
    at_once: bool,
}

impl<'g> Binary<'g> {
    /// The network as such, or `None` where it has levels in between, standby members, or needs that are short when all works.
    pub fn of(graph: Graph<'g>, within: i64) -> Option<Self> {
        if !graph.parameters.short_at_baseline().is_empty() {
            return None;
        }
        let all = Traits { any_input: true, every_row_counts: true, at_once: true };
        let both = |a: Traits, b: Traits| Traits {
            any_input: a.any_input && b.any_input,
            every_row_counts: a.every_row_counts && b.every_row_counts,
            at_once: a.at_once && b.at_once,
        };
        let needs = 0..graph.topology.needs() as u32;
        let traits = needs.into_par_iter().map(|need| traits_of(graph, need, within)).try_reduce(|| all, |a, b| Some(both(a, b)))?;
        Some(Self { graph, within, traits })
    }

    /// Whether losing any provider loses the dependent, at once or never.
    pub fn any_input(&self) -> bool {
        self.traits.any_input
    }

    /// Whether every need that falls within the horizon falls at once; and the shares of each add up to a number of 32 bits.
    pub fn is_at_once(&self) -> bool {
        self.traits.at_once
    }

    /// Whether every row passes loss within the horizon.
    pub fn every_row_counts(&self) -> bool {
        self.traits.every_row_counts
    }

    /// Whether losses pass along a row within the horizon.
    pub fn passes(&self, need: u32, member: usize) -> bool {
        self.graph.parameters.need(need).buffer_ms <= self.within && !self.graph.parameters.always_delivers(member)
    }

    /// Whether a need falls at once when this member alone is lost.
    pub(super) fn falls_alone(&self, need: u32, member: usize) -> bool {
        let class = self.graph.parameters.need(need);
        class.buffer_ms == 0 && u64::from(self.graph.parameters.share(member)) > spare_ppm(class)
    }

    /// The members whose loss alone brings a need down at once.
    pub(super) fn members_alone(&self, need: u32) -> impl Iterator<Item = usize> {
        let (parameters, class) = (self.graph.parameters, self.graph.parameters.need(need));
        let (at_once, spare) = (class.buffer_ms == 0, spare_ppm(class));
        let falls = move |&member: &usize| at_once && u64::from(parameters.share(member)) > spare && !parameters.always_delivers(member);
        self.graph.topology.members(need).filter(falls)
    }

    /// When a need falls, given when each provider does; [`NEVER`] when it does not. `falls` is room to work in.
    pub fn need_falls_at(&self, need: u32, falls_at: impl Fn(u32) -> i64, falls: &mut Vec<(i64, u32)>) -> i64 {
        let class = self.graph.parameters.need(need);
        falls.clear();
        for member in self.graph.topology.members(need) {
            if !self.graph.parameters.always_delivers(member) {
                let at = falls_at(self.graph.topology.provider(member));
                if at != NEVER {
                    falls.push((at, self.graph.parameters.share(member)));
                }
            }
        }
        if falls.len() > 1 {
            falls.sort_unstable();
        }
        if class.buffer_ms == 0 { runs_short_at(class, falls) } else { runs_out_at(class, falls) }
    }
}

/// What the members without activation deliver when all works, in ppm.
fn base_ppm(class: &NeedClass) -> u64 {
    class.base / u64::from(ONE_PPM)
}

/// How much of the shares may be lost before the supply is no longer whole, in ppm.
pub(super) fn spare_ppm(class: &NeedClass) -> u64 {
    base_ppm(class) - u64::from(ONE_PPM - TOLERANCE_PPM)
}

fn runs_short_at(class: &NeedClass, falls: &[(i64, u32)]) -> i64 {
    let spare = spare_ppm(class);
    let mut lost = 0;
    for &(at, share) in falls {
        lost += u64::from(share);
        if lost > spare {
            return at;
        }
    }
    NEVER
}

/// Follows the stock of a need, in ppm-milliseconds, from loss to loss.
fn runs_out_at(class: &NeedClass, falls: &[(i64, u32)]) -> i64 {
    let mut stock = class.buffer_ms * i64::from(ONE_PPM);
    let (mut supply, mut rate, mut since) = (base_ppm(class), 0_i64, 0);
    for &(at, share) in falls {
        if rate > 0 {
            let drained = (at - since).saturating_mul(rate);
            if drained >= stock {
                break;
            }
            stock -= drained;
        }
        supply -= u64::from(share);
        since = at;
        let short = u64::from(ONE_PPM).saturating_sub(supply);
        rate = if short <= u64::from(TOLERANCE_PPM) { 0 } else { short as i64 };
    }
    if rate == 0 { NEVER } else { since + stock / rate + i64::from(stock % rate != 0) }
}

/// What holds for a need, or `None` where a part of it may arrive and be of use.
fn traits_of(graph: Graph, need: u32, within: i64) -> Option<Traits> {
    let class = graph.parameters.need(need);
    if class.standby {
        return None;
    }
    if class.buffer_ms > within {
        return Some(Traits { any_input: true, every_row_counts: false, at_once: true });
    }
    let members = || graph.topology.members(need);
    let shares = || members().filter(|&member| !graph.parameters.always_delivers(member)).map(|member| graph.parameters.share(member));
    let count = shares().count();
    let all_or_nothing = class.weight >= ONE_PPM && delivers_no_part(class, &shares(), count);
    all_or_nothing.then(|| Traits {
        any_input: class.buffer_ms == 0 && shares().all(|share| u64::from(share) > spare_ppm(class)),
        every_row_counts: count == members().len(),
        at_once: class.buffer_ms == 0 && u32::try_from(base_ppm(class)).is_ok(),
    })
}

/// Whether, whichever members with these shares are lost, the supply is whole, or nothing, or too little to be of use.
fn delivers_no_part(class: &NeedClass, shares: &(impl Iterator<Item = u32> + Clone), count: usize) -> bool {
    let useless = |supply: u64| {
        supply + u64::from(TOLERANCE_PPM) >= u64::from(ONE_PPM)
            || supply == 0
            || supply + u64::from(TOLERANCE_PPM) < u64::from(class.minimum)
    };
    let lost_all = base_ppm(class) - shares.clone().map(u64::from).sum::<u64>();
    if class.minimum == ONE_PPM || shares.clone().all(|share| share + TOLERANCE_PPM >= ONE_PPM) {
        return useless(lost_all);
    }
    let left = |lost: u32| {
        let gone = shares.clone().enumerate().filter(|&(place, _)| lost >> place & 1 == 1).map(|(_, share)| u64::from(share));
        base_ppm(class) - gone.sum::<u64>()
    };
    count <= MOST_MEMBERS && (0..1_u32 << count).all(|lost| useless(left(lost)))
}
