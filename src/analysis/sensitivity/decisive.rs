//! One question at a time: how far the figure moves within the range of a cell, all else as stated, and what knowing it is worth.

use super::change::changes;
use super::prior::{Position, Prior};
use super::questions::{Question, Touched, questions, rows};
use super::worlds::{Worker, Worlds};
use super::{Config, Decisive, Effect};
use crate::analysis::Model;
use crate::network::{Event, RangeColumn, Stance, Taking};
use crate::outcome::Control;
use rayon::prelude::*;

use super::questions::Subject;

/// The points of a distribution that stand for all of it: the middles of five equal parts.
pub(super) const POINTS: [f64; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];
/// So often is looked whether the worst of all that is known to be in question touches more. Each round adds at least a row.
const MAX_ROUNDS: usize = 16;

/// Every cell in question in a course of events.
pub(super) fn asked(model: &Model, events: &[Event], config: &Config) -> (Vec<Question>, u64) {
    let nodes = model.network.node_count();
    let mut touched = Touched { affected: vec![false; nodes], compromised: vec![false; nodes] };
    let worlds = Worlds::new(model, events, config.horizon, config.wanted, &[]);
    let mut worker = worlds.worker();
    for taking in [Taking::Stance(model.stance), Stance::Cautious.into(), Stance::Optimistic.into(), Taking::Worst, Taking::Best] {
        worlds.touch(&mut worker, &[], taking, &mut touched);
    }
    let mut found = questions(model, events, &touched, &config.ranges);
    for _ in 0..MAX_ROUNDS {
        let worlds = Worlds::new(model, events, config.horizon, config.wanted, &found);
        let worst: Vec<_> = found.iter().filter(|question| !is_share(question)).collect();
        let worst: Vec<_> = worst.iter().flat_map(|question| changes(&model.network, question, adverse(question))).collect();
        worlds.touch(&mut worlds.worker(), &worst, Taking::Worst, &mut touched);
        let more = questions(model, events, &touched, &config.ranges);
        if more.len() == found.len() {
            break;
        }
        found = more;
    }
    (found, rows(model, &touched))
}

pub(super) fn is_share(question: &Question) -> bool {
    matches!(question.subject, Subject::Cell(cell) if cell.column == RangeColumn::Share)
}

/// The end of a cell at which more is lost.
pub(super) fn adverse(question: &Question) -> Position {
    let low = match question.subject {
        Subject::Cell(cell) => {
            matches!(
                cell.column,
                RangeColumn::Share | RangeColumn::Buffer | RangeColumn::BlackStart | RangeColumn::StartP | RangeColumn::Ttc
            )
        }
        Subject::Level(_) => true,
        Subject::Duration(_) | Subject::Happens(_) => false,
    };
    if low { Position::Low } else { Position::High }
}

/// Asks every question in turn. Questions that were not reached when the user interrupted are missing.
pub(super) fn decisive(model: &Model, events: &[Event], config: &Config, asked: &[Question], control: &Control) -> (Decisive, bool) {
    let worlds = Worlds::new(model, events, config.horizon, config.wanted, asked);
    let taking = Taking::Stance(model.stance);
    let mut worker = worlds.worker();
    let central = worlds.figure(&mut worker, &[], taking);
    let nodes = model.network.node_count();
    let mut touched = Touched { affected: vec![false; nodes], compromised: vec![false; nodes] };
    worlds.touch(&mut worker, &[], taking, &mut touched);
    // What no affected provider leads to cannot change this answer by itself, so it is not run.
    let open = questions(model, events, &touched, &config.ranges);
    control.progress.expect(open.len() as u64);
    let ask = |worker: &mut Worker, question: &Question| {
        let effect = (!control.cancel.is_stopped()).then(|| Asking { worlds: &worlds, question, central, taking }.effect(worker));
        control.progress.add(1);
        effect
    };
    let effects: Vec<Option<Effect>> = open.par_iter().map_init(|| worlds.worker(), ask).collect();
    let whole = effects.iter().all(Option::is_some);
    let mut effects: Vec<Effect> = effects.into_iter().flatten().collect();
    effects.sort_by(|a, b| {
        let by = |effect: &Effect| (effect.expected, effect.swing());
        by(b).partial_cmp(&by(a)).unwrap_or(std::cmp::Ordering::Equal).then(a.question.subject.cmp(&b.question.subject))
    });
    (Decisive { central, effects, in_question: asked.len() as u64 }, whole)
}

struct Asking<'a, 'm> {
    worlds: &'a Worlds<'m>,
    question: &'a Question,
    central: f64,
    taking: Taking,
}

impl Asking<'_, '_> {
    fn at(&self, worker: &mut Worker, position: Position) -> f64 {
        self.worlds.figure(worker, &changes(self.worlds.original, self.question, position), self.taking)
    }

    fn effect(&self, worker: &mut Worker) -> Effect {
        let [at_low, at_high] = [Position::Low, Position::High].map(|position| self.at(worker, position));
        let moved = |figure: f64| (figure - self.central).abs();
        let mut tried = vec![at_low, at_high, self.central];
        let expected = match self.question.prior {
            Prior::Event(p) => p.value() * moved(at_high) + (1.0 - p.value()) * moved(at_low),
            Prior::Number(_) => {
                let points = POINTS.map(|point| self.at(worker, Position::At(point)));
                tried.extend(points);
                self.question.weight * points.into_iter().map(moved).sum::<f64>() / POINTS.len() as f64
            }
        };
        let least = tried.iter().copied().fold(f64::INFINITY, f64::min);
        let most = tried.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Effect { question: *self.question, at_low, at_high, least, most, expected }
    }
}
