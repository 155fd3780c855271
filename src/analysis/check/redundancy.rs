//! Redundancy that only seems to be there: alternatives that are lost together.
//!
//! A need looks redundant when some one member can be lost and the need is still fully met, or when a standby member stands by. Parts
//! that only together make the whole, such as regions with shares of 0.3 and 0.7, are a composition: each loss counts for its share, and
//! that they need the same node misleads nobody. Where a need looks redundant, a node that every member needs, without an alternative
//! and without a buffer, takes them all away at once.

use super::warnings::{Warning, row};
use crate::analysis::Model;
use crate::diagnostic::Finding;
use crate::network::{Dependency, NeedId, NodeId};
use crate::units::{End, ONE_PPM, TOLERANCE_PPM};
use std::collections::BTreeSet;

/// How many nodes behind an alternative are looked at.
const MAX_BEHIND: usize = 10_000;

/// A warning for each need that looks redundant and hangs on one node.
pub(super) fn shared_providers(model: &Model) -> Vec<Warning> {
    let redundant = model.network.needs().filter(|&need| looks_redundant(model, need));
    redundant.filter_map(|need| shared_provider(model, need)).collect()
}

/// Whether the loss of some one member leaves the need fully met, or a member stands by.
pub(in crate::analysis) fn looks_redundant(model: &Model, need: NeedId) -> bool {
    let members = model.network.members(need);
    let share = |member: &Dependency| u64::from(model.network.share(member).at(End::Middle).ppm());
    let (standby, active): (Vec<&Dependency>, Vec<&Dependency>) = members.iter().partition(|member| model.network.is_standby(member));
    let (total, smallest) = (active.iter().map(|&member| share(member)).sum::<u64>(), active.iter().map(|&member| share(member)).min());
    let survives_one = active.len() > 1 && total - smallest.unwrap_or(0) >= u64::from(ONE_PPM - TOLERANCE_PPM);
    survives_one || (!standby.is_empty() && members.len() > 1)
}

/// The nearest node that every member of the need hangs on.
fn shared_provider(model: &Model, need: NeedId) -> Option<Warning> {
    let network = &model.network;
    let members = network.members(need);
    let mut shared = behind(model, members[0].provider);
    for member in &members[1..] {
        let others = behind(model, member.provider);
        shared.retain(|node| others.contains(node));
    }
    let dependent = network.node_of_need(need);
    shared.remove(&dependent);
    let node = *shared.iter().find(|&&node| !is_behind_another(model, &shared, node))?;
    let finding = Finding::SharedProvider {
        dependent: network.id(dependent).to_owned(),
        need: network.need_name(need).to_owned(),
        shared: network.id(node).to_owned(),
    };
    Some((finding, members.iter().map(row).collect()))
}

/// Of a chain of shared nodes the nearest is named; those behind it are passed over.
fn is_behind_another(model: &Model, shared: &BTreeSet<NodeId>, node: NodeId) -> bool {
    shared.iter().any(|&other| other != node && behind(model, other).contains(&node) && !behind(model, node).contains(&other))
}

/// A node and all that it needs without an alternative and without a buffer.
fn behind(model: &Model, node: NodeId) -> BTreeSet<NodeId> {
    let mut seen = BTreeSet::from([node]);
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        for provider in model.network.needs_of(node).filter_map(|need| only_provider(model, need)) {
            if seen.len() < MAX_BEHIND && seen.insert(provider) {
                waiting.push(provider);
            }
        }
    }
    seen
}

fn only_provider(model: &Model, need: NeedId) -> Option<NodeId> {
    let class = model.graph_by_dependent().parameters.need(need.0);
    let plain = class.weight == crate::graph::ESSENTIAL && class.buffer_ms == 0;
    match model.network.members(need) {
        [only] if plain => Some(only.provider),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::shared_providers;
    use crate::analysis::Model;
    use crate::diagnostic::Finding;
    use crate::network::{Cell, Draft, Network, Stance};
    use crate::units::{Quantity, Time};

    /// Members of the need 'power' of TEL: provider, share in ppm, hours until it steps in.
    type Member = (&'static str, u32, u32);

    /// What every member turns out to need; A, B and C need STATION, FREE needs nothing.
    fn shared(members: &[Member], minimum: u32) -> Option<String> {
        let mut draft = Draft::default();
        for &(provider, share, activation_h) in members {
            let need = draft.names.intern("power");
            let row = draft.depend("TEL", provider);
            (row.need, row.share, row.minimum) = (need, share, minimum);
            if activation_h > 0 {
                let at = draft.dependencies.len() - 1;
                draft.detail_mut(at).activation = Cell::Is(Quantity::Fixed(Time::from_hours(activation_h)));
            }
        }
        for line in ["A", "B", "C"] {
            draft.depend(line, "STATION");
        }
        draft.depend("OTHER", "FREE");
        let model = Model::new(Network::build(draft).unwrap(), Stance::Central);
        let found = shared_providers(&model);
        assert!(found.len() <= 1);
        found.into_iter().next().map(|(finding, rows)| match finding {
            Finding::SharedProvider { dependent, need, shared } => {
                assert_eq!((dependent.as_str(), need.as_str(), rows.len()), ("TEL", "power", members.len()));
                shared
            }
            other => panic!("{other:?}"),
        })
    }

    const STATION: Option<&str> = Some("STATION");
    const WHOLE: u32 = 1_000_000;

    #[test]
    fn parts_that_make_up_the_whole_are_no_alternatives() {
        assert_eq!(shared(&[("A", 300_000, 0), ("B", 700_000, 0)], 0), None);
        assert_eq!(shared(&[("A", 333_333, 0), ("B", 333_333, 0), ("C", 333_334, 0)], 0), None);
        assert_eq!(shared(&[("A", 600_000, 0), ("B", 600_000, 0)], 0), None, "either loss is felt");
        assert_eq!(shared(&[("A", 500_000, 0), ("B", 500_000, 0)], WHOLE), None, "both of two are needed");
    }

    #[test]
    fn members_that_can_be_missed_are_alternatives() {
        assert_eq!(shared(&[("A", WHOLE, 0), ("B", WHOLE, 0)], 0).as_deref(), STATION);
        assert_eq!(shared(&[("A", 500_000, 0), ("B", 500_000, 0), ("C", 500_000, 0)], WHOLE).as_deref(), STATION, "two of three");
        assert_eq!(shared(&[("A", WHOLE, 0), ("B", 200_000, 0)], 0).as_deref(), STATION, "the small one can be missed");
        assert_eq!(shared(&[("A", 999_995, 0), ("B", 10, 0)], 0).as_deref(), STATION, "within the tolerance");
    }

    #[test]
    fn one_that_stands_by_is_an_alternative() {
        assert_eq!(shared(&[("A", WHOLE, 0), ("B", 300_000, 4)], 0).as_deref(), STATION);
        assert_eq!(shared(&[("A", 500_000, 0), ("B", 500_000, 0), ("C", WHOLE, 1)], 0).as_deref(), STATION);
        assert_eq!(shared(&[("A", 500_000, 0), ("B", 500_000, 0), ("FREE", WHOLE, 1)], 0), None, "it stands on its own");
    }

    #[test]
    fn true_alternatives_and_single_providers_are_left_alone() {
        assert_eq!(shared(&[("A", WHOLE, 0), ("FREE", WHOLE, 0)], 0), None);
        assert_eq!(shared(&[("A", WHOLE, 0)], 0), None);
    }
}
