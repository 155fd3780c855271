//! What would overturn a conclusion: the fewest cells found whose values, within their ranges, make it false (or true, where it is not).
//!
//! 1. Every cell by itself, at both ends and five points between.
//! 2. If none does: all cells together, each at its worst, at its best, or at the end that alone comes nearest to overturning it. Where that
//!    overturns it, cells are put back as long as it stays overturned: what is left cannot do without any of its cells.
//! 3. Sets smaller than that outright: all pairs at both ends, then triples, as far as a budget goes.
//! 4. The bounds: that none exists, or that no smaller set does, is only called proven where they prove it (`ruled_out`).
//!
//! Cells of nodes on which the conclusion does not depend, directly or through others, are left out from the start.

use super::change::{Change, answered};
use super::conclusion::{Claim, Conclusion};
use super::decisive::{POINTS, adverse, is_share};
use super::drawn::Drawn;
use super::prior::{Basis, Position, Prior};
use super::questions::{Question, Subject};
use super::ruled_out::Proofs;
use super::worlds::{Worker, Worlds};
use super::{Certificate, Config, Proof, Reversal};
use crate::analysis::Model;
use crate::analysis::combinations::{Combinations, binomial};
use crate::network::{CellPlace, Event, NodeId, Taking};
use crate::outcome::Control;
use rayon::prelude::*;

/// So many worlds are tried for sets of one size.
const BUDGET: u64 = 60_000;
/// So often the bounds are worked out to prove that no smaller set does.
const PROOFS: u32 = 400;
/// So often the distance between a value that overturns it and the present one is halved.
const HALVINGS: u32 = 24;

/// Looks for what overturns a conclusion.
pub(super) fn flip(
    model: &Model,
    events: &[Event],
    config: &Config,
    asked: &[Question],
    conclusion: Conclusion,
    control: &Control,
) -> Certificate {
    let worlds = Worlds::new(model, events, config.horizon, config.wanted, asked);
    let mut worker = worlds.worker();
    let taking = Taking::Stance(model.stance);
    let (holds, _) = worlds.holds(&mut worker, &[], taking, conclusion);
    let cells = relevant(model, asked, conclusion);
    let cells: Vec<Reversal> = cells.into_iter().map(|question| now(model, events, question, taking)).collect();
    let search = Search { model, worlds: &worlds, conclusion, holds, taking, control, cells };
    let proofs = Proofs::new(model, events, config, asked, taking, (conclusion, holds));
    let (alone, ends) = search.alone();
    let (reversal, proof) = search.smallest(&mut worker, &alone, &ends, &proofs, config);
    let reversal = search.nearest(&mut worker, reversal);
    Certificate { conclusion, holds, reversal, alone, proof, cells: search.cells.len() as u64, whole: search.is_whole() }
}

/// The cells that the conclusion may depend on: for a claim about a node alone those of the nodes that it needs, directly or through others.
fn relevant(model: &Model, asked: &[Question], conclusion: Conclusion) -> Vec<Question> {
    let network = &model.network;
    if let Claim::Top(_) = conclusion.claim {
        return asked.to_vec();
    }
    let mut needed = vec![false; network.node_count()];
    let mut open = vec![conclusion.node];
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut needed[node.0 as usize], true) {
            open.extend(network.needs_of(node).flat_map(|need| network.members(need)).map(|member| member.provider));
        }
    }
    let of = |place: CellPlace| -> NodeId {
        match place {
            CellPlace::Node(node) => node,
            CellPlace::Need(need) => network.need(need).dependent,
            CellPlace::Row(row) => network.need(network.dependencies()[row.0 as usize].need).dependent,
        }
    };
    let matters = |question: &&Question| match question.subject {
        Subject::Cell(cell) => needed[of(cell.place).0 as usize],
        Subject::Duration(_) | Subject::Level(_) | Subject::Happens(_) => true,
    };
    asked.iter().filter(matters).copied().collect()
}

/// A cell with the value that the run takes now.
fn now(model: &Model, events: &[Event], question: Question, taking: Taking) -> Reversal {
    let now = Drawn::new(&model.network, events, question).number(taking);
    Reversal { question, number: now, now }
}

struct Search<'a, 'm> {
    model: &'a Model,
    worlds: &'a Worlds<'m>,
    conclusion: Conclusion,
    holds: bool,
    taking: Taking,
    control: &'a Control,
    /// The cells with the values that the run takes now.
    cells: Vec<Reversal>,
}

/// What one cell does by itself.
struct Trial {
    alone: Option<Reversal>,
    /// The end that comes nearest to overturning it.
    end: Reversal,
    /// How near: the lower the nearer.
    degree: f64,
}

impl Search<'_, '_> {
    fn is_whole(&self) -> bool {
        !self.control.cancel.is_stopped()
    }

    /// Whether values overturn it, and how near they come: the lower the nearer.
    fn tried(&self, worker: &mut Worker, set: &[Reversal]) -> (bool, f64) {
        let changes: Vec<Change> = set.iter().flat_map(|one| answered(&self.model.network, &one.question, one.number)).collect();
        let (holds, degree) = self.worlds.holds(worker, &changes, self.taking, self.conclusion);
        (holds != self.holds, if self.holds { degree } else { -degree })
    }

    fn overturns(&self, worker: &mut Worker, set: &[Reversal]) -> bool {
        self.tried(worker, set).0
    }

    /// Every cell by itself: those that overturn it, and the end of each that comes nearest, nearest first.
    fn alone(&self) -> (Vec<Reversal>, Vec<Reversal>) {
        let trial = |worker: &mut Worker, cell: &Reversal| self.is_whole().then(|| self.trial(worker, cell));
        let trials: Vec<Option<Trial>> = self.cells.par_iter().map_init(|| self.worlds.worker(), trial).collect();
        let mut trials: Vec<Trial> = trials.into_iter().flatten().collect();
        trials.sort_by(|a, b| a.degree.total_cmp(&b.degree));
        let alone = trials.iter().filter_map(|trial| trial.alone).collect();
        (alone, trials.into_iter().map(|trial| trial.end).collect())
    }

    fn trial(&self, worker: &mut Worker, cell: &Reversal) -> Trial {
        let question = &cell.question;
        let at = |number: f64| Reversal { number, ..*cell };
        let [worse, better] = ends(question);
        let tried = [worse, better].map(|number| (number, self.tried(worker, &[at(number)])));
        let between = POINTS.map(|point| question.prior.number(Position::At(point)));
        let inner = if matches!(question.prior, Prior::Event(_)) { &between[..0] } else { &between[..] };
        let found = tried.iter().find(|(_, (overturns, _))| *overturns).map(|(number, _)| *number);
        let found = found.or_else(|| inner.iter().copied().find(|number| self.overturns(worker, &[at(*number)])));
        let near = if tried[1].1.1 < tried[0].1.1 { tried[1] } else { tried[0] };
        let alone = found.map(|number| self.nearest(worker, vec![at(number)])[0]);
        Trial { alone, end: at(near.0), degree: near.1.1 }
    }

    /// The same cells with values as near to what they are now as halving the distance finds, one cell after the other.
    fn nearest(&self, worker: &mut Worker, mut set: Vec<Reversal>) -> Vec<Reversal> {
        for at in 0..set.len() {
            let (mut keeps, mut overturns) = (set[at].now, set[at].number);
            if matches!(set[at].question.prior, Prior::Event(_)) {
                continue;
            }
            for _ in 0..HALVINGS {
                set[at].number = f64::midpoint(keeps, overturns);
                if self.overturns(worker, &set) { overturns = set[at].number } else { keeps = set[at].number }
            }
            set[at].number = overturns;
        }
        set
    }

    /// The fewest cells found, and what was shown of them.
    fn smallest(
        &self,
        worker: &mut Worker,
        alone: &[Reversal],
        ends: &[Reversal],
        proofs: &Proofs,
        config: &Config,
    ) -> (Vec<Reversal>, Proof) {
        if let Some(first) = alone.first() {
            return (vec![*first], Proof::Smallest);
        }
        let Some(set) = self.together(worker, ends) else {
            let proof = if self.is_whole() && proofs.rule_out_all(&config.ranges) { Proof::NoneExists } else { Proof::NoneFound };
            return (Vec::new(), proof);
        };
        let (set, all_tried) = self.smaller(set, ends);
        let (mut budget, questions): (u32, Vec<Question>) = (PROOFS, self.cells.iter().map(|cell| cell.question).collect());
        let proven = match set.len() {
            2 => proofs.rule_out_singles(&questions, &mut budget),
            3 => proofs.rule_out_pairs(&questions, &mut budget),
            _ => false,
        };
        let proof = match (proven, all_tried && self.is_whole()) {
            (true, _) => Proof::Smallest,
            (false, true) => Proof::Tried,
            (false, false) => Proof::Found,
        };
        (set, proof)
    }

    /// A set that overturns it and cannot do without any of its cells, the smallest of those found. An unverified share is what the others of
    /// its whole leave, so these are not set all together.
    fn together(&self, worker: &mut Worker, near: &[Reversal]) -> Option<Vec<Reversal>> {
        let free = |one: &&Reversal| !is_share(&one.question) || one.question.basis == Basis::Uncertain;
        let toward = |end: usize| near.iter().map(move |one| Reversal { number: ends(&one.question)[end], ..*one });
        let mut found: Option<Vec<Reversal>> = None;
        for all in [near.to_vec(), toward(0).collect(), toward(1).collect()] {
            let set: Vec<Reversal> = all.iter().filter(free).copied().collect();
            if self.overturns(worker, &set) {
                let needed = self.needed(worker, set);
                found = Some(found.filter(|known| known.len() <= needed.len()).unwrap_or(needed));
            }
        }
        found
    }

    /// Puts cells back as long as it stays overturned, those that do least by themselves first, many at a time while that goes.
    fn needed(&self, worker: &mut Worker, mut set: Vec<Reversal>) -> Vec<Reversal> {
        set.reverse();
        let mut step = set.len().div_ceil(2);
        while step > 0 && self.is_whole() {
            let mut at = 0;
            while at < set.len() {
                let end = set.len().min(at + step);
                let without: Vec<Reversal> = set[..at].iter().chain(&set[end..]).copied().collect();
                if self.overturns(worker, &without) {
                    set = without;
                } else {
                    at = end;
                }
            }
            step = if step == 1 { 0 } else { step.div_ceil(2) };
        }
        set.reverse();
        set
    }

    /// Tries smaller sets outright: pairs at all of their ends, larger ones at the ends that come nearest. Says whether all were tried.
    fn smaller(&self, set: Vec<Reversal>, near: &[Reversal]) -> (Vec<Reversal>, bool) {
        let is_kept = |one: &Reversal| set.iter().any(|kept| kept.question.subject == one.question.subject);
        let mut cells: Vec<Reversal> = near.to_vec();
        // What is needed in one set is likely to be needed in a smaller one.
        cells.sort_by_key(|one| !is_kept(one));
        let mut all_tried = set.len() <= 3;
        for size in 2..set.len() {
            let corners = if size == 2 { 4 } else { 1 };
            let most = (2..=cells.len())
                .rev()
                .find(|&most| binomial(most as u64, size as u64).unwrap_or(u64::MAX).saturating_mul(corners) <= BUDGET)
                .unwrap_or(0);
            all_tried &= most == cells.len();
            if let Some(found) = self.first_of(&cells[..most], size) {
                return (found, all_tried);
            }
        }
        (set, all_tried)
    }

    /// The first set of a size that overturns it.
    fn first_of(&self, cells: &[Reversal], size: usize) -> Option<Vec<Reversal>> {
        let sets: Vec<Vec<usize>> = Combinations::new(cells.len(), size).collect();
        let overturns = |worker: &mut Worker, places: &Vec<usize>| {
            let set: Vec<Reversal> = places.iter().map(|&place| cells[place]).collect();
            let go = self.is_whole() && !self.clash(&set);
            corners(&set).into_iter().filter(|_| go).find(|corner| self.overturns(worker, corner))
        };
        let found: Vec<Option<Vec<Reversal>>> = sets.par_iter().map_init(|| self.worlds.worker(), overturns).collect();
        found.into_iter().flatten().next()
    }

    /// Whether two of them are shares of one whole, so that one changes the other.
    fn clash(&self, set: &[Reversal]) -> bool {
        let mut needs: Vec<_> = set.iter().filter_map(|one| self.shared(&one.question)).collect();
        needs.sort_unstable();
        needs.windows(2).any(|pair| pair[0] == pair[1])
    }

    fn shared(&self, question: &Question) -> Option<crate::network::NeedId> {
        match question.subject {
            Subject::Cell(cell) if is_share(question) => match cell.place {
                CellPlace::Row(row) => Some(self.model.network.dependencies()[row.0 as usize].need),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The worse end of a cell, and the better one.
fn ends(question: &Question) -> [f64; 2] {
    let [low, high] = [Position::Low, Position::High].map(|end| question.prior.number(end));
    if adverse(question) == Position::Low { [low, high] } else { [high, low] }
}

/// A pair at all of its ends; a larger set as it is.
fn corners(set: &[Reversal]) -> Vec<Vec<Reversal>> {
    let [a, b] = set else { return vec![set.to_vec()] };
    let at = |one: &Reversal, number: f64| Reversal { number, ..*one };
    ends(&a.question).into_iter().flat_map(|x| ends(&b.question).map(|y| vec![at(a, x), at(b, y)])).collect()
}
