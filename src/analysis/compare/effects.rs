//! Which changes of the data are behind the difference: each tried by itself, both ways.

use super::course::{TOTALS, total_values};
use super::ranks::{ranked, structure_config};
use super::{Config, Resolve, Side};
use crate::analysis::Model;
use crate::analysis::structure::{self, structure};
use crate::analysis::what_if::{self, what_if};
use crate::network::{Change, Network, Unit};
use crate::outcome::Control;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A figure on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its name: a total of the scenario, `single_points`, or `score_sum`, the scores of all initiators together.
    pub name: &'static str,
    /// On the first side.
    pub before: f64,
    /// On the second side.
    pub after: f64,
}

/// What a unit of change does by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The unit.
    pub unit: Unit,
    /// By how much each figure moves when it alone is added to the first side; `None` where the scenario means nothing there.
    pub alone: Option<Vec<f64>>,
    /// By how much each figure of the second side rests on it: the figure less what it is without the change.
    pub last: Option<Vec<f64>>,
}

/// What was tried.
pub(super) struct Tried {
    pub(super) figures: Vec<Figure>,
    pub(super) effects: Vec<Effect>,
    pub(super) count: (u64, u64),
    pub(super) unknown: u64,
}

/// Tries the units of change, as many as are wanted and the user lets it.
pub(super) fn effects(before: &Side, after: &Side, changes: &[Change], config: &Config, control: &Control) -> Tried {
    let networks = [&before.model.network, &after.model.network];
    let cancel = control.cancel.clone();
    let asked = Asked {
        resolve: before.course.as_ref().zip(after.course.as_ref()).map(|(first, second)| [first.resolve, second.resolve]),
        is_ranked: networks.iter().all(|network| network.node_count() <= config.max_nodes_ranked),
        stance: before.model.stance,
        structure: structure_config([before.model, after.model]),
        config,
        control: Control { cancel, ..Control::default() },
    };
    let units: BTreeSet<&Unit> = changes.iter().filter_map(|change| change.unit.as_ref()).collect();
    let nothing = Tried { figures: Vec::new(), effects: Vec::new(), count: (0, units.len() as u64), unknown: 0 };
    if units.is_empty() || control.cancel.is_stopped() {
        return nothing;
    }
    let (Some(old), Some(new)) = (asked.figures(networks[0], 0), asked.figures(networks[1], 1)) else { return nothing };
    let wanted: Vec<&Unit> = units.iter().copied().take(config.max_tried).collect();
    let mut effects: Vec<Effect> = wanted.par_iter().filter_map(|&unit| asked.effect(networks, unit, [&old, &new])).collect();
    let tried = effects.len() as u64;
    let is_known = |effect: &Effect| effect.alone.is_some() && effect.last.is_some();
    let unknown = effects.iter().filter(|effect| !effect.moves() && !is_known(effect)).count() as u64;
    effects.retain(Effect::moves);
    effects.sort_by(|a, b| b.size(&old, &new).total_cmp(&a.size(&old, &new)).then_with(|| a.unit.cmp(&b.unit)));
    let figures = asked.names().into_iter().zip(old.iter().zip(&new));
    Tried {
        figures: figures.map(|(name, (&before, &after))| Figure { name, before, after }).collect(),
        effects,
        count: (tried, units.len() as u64),
        unknown,
    }
}

/// What is worked out again for every change.
struct Asked<'a> {
    /// What happens on each side, where anything does.
    resolve: Option<[Resolve<'a>; 2]>,
    is_ranked: bool,
    stance: crate::network::Stance,
    structure: structure::Config,
    config: &'a Config,
    control: Control,
}

impl Asked<'_> {
    fn names(&self) -> Vec<&'static str> {
        let mut names = if self.resolve.is_some() { TOTALS.to_vec() } else { Vec::new() };
        if self.is_ranked {
            names.extend(["single_points", "score_sum"]);
        }
        names
    }

    /// What a unit does, under what happens on the side that it is added to or taken out of; `None` when the user interrupted.
    fn effect(&self, networks: [&Network; 2], unit: &Unit, [old, new]: [&[f64]; 2]) -> Option<Effect> {
        if self.control.cancel.is_stopped() {
            return None;
        }
        let one = BTreeSet::from([unit.clone()]);
        let alone = self.figures(&networks[0].with_units_of(networks[1], &one), 0);
        let without = self.figures(&networks[1].with_units_of(networks[0], &one), 1);
        // What was asked after the interrupt may be missing, and not because it means nothing.
        if self.control.cancel.is_stopped() {
            return None;
        }
        Some(Effect { unit: unit.clone(), alone: alone.map(|with| less(&with, old)), last: without.map(|without| less(new, &without)) })
    }

    /// The figures of a network under what happens on a side; `None` where that means nothing there, or the user interrupted.
    fn figures(&self, network: &Network, side: usize) -> Option<Vec<f64>> {
        let model = Model::new(network.clone(), self.stance);
        let mut figures = Vec::new();
        if let Some(resolve) = self.resolve {
            let (events, horizon) = resolve[side](network)?;
            figures.extend(total_values(&what_if(&model, &events, &what_if::Config::to(horizon))));
        }
        if self.is_ranked {
            let rows = ranked(&model, self.config, &self.control)?;
            figures.push(structure(&model, &self.structure).points.len() as f64);
            figures.push(rows.iter().filter_map(|row| row.score).sum());
        }
        Some(figures)
    }
}

impl Effect {
    fn moves(&self) -> bool {
        let moves = |figures: &Option<Vec<f64>>| figures.iter().flatten().any(|figure| figure.abs() > 1e-9);
        moves(&self.alone) || moves(&self.last)
    }

    /// How much it moves, as the largest part of any figure.
    fn size(&self, old: &[f64], new: &[f64]) -> f64 {
        let part = |figures: &Option<Vec<f64>>| {
            let figures = figures.iter().flatten().zip(old.iter().zip(new));
            figures.map(|(moved, (old, new))| moved.abs() / old.abs().max(new.abs()).max(1.0)).fold(0.0, f64::max)
        };
        part(&self.alone).max(part(&self.last))
    }
}

fn less(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(one, other)| one - other).collect()
}
