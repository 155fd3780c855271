//! Questions in samples: what may happen or not, forced both ways in the same worlds, and the shares of the variance.
//!
//! In every sample the course is run in a world A and in a world B of its own, and for every cell that is uncertain in A with that cell as B
//! has it. A cell that meets nothing that happens in A cannot change it, so that run is saved and its effect is 0 to the last bit.

use super::change::answered;
use super::drawn::Drawn;
use super::prior::Basis;
use super::questions::{Question, Subject};
use super::shares::{Runs, shares};
use super::worlds::{Worker, Worlds};
use super::{Factor, Forced, Sampled};
use crate::analysis::Model;
use crate::analysis::uncertainty::{Figure, Plan, Survey, mean_and_error, survey};
use crate::network::{CellPlace, Draw, Event, NeedId, Network, RangeColumn, Taking};
use crate::outcome::{Control, Outcome};
use crate::units::Quantity;

/// Worlds B have sample numbers that no worlds A have.
const OTHER: u64 = 1 << 63;

/// Looks at the uncertain cells among those in question in the samples of a plan.
pub(super) fn sampled(
    model: &Model,
    events: &[Event],
    config: &super::Config,
    asked: &[Question],
    plan: &Plan,
    control: &Control,
) -> Outcome<Sampled> {
    let uncertain: Vec<Question> = asked.iter().filter(|question| question.basis == Basis::Uncertain).copied().collect();
    let worlds = Worlds::new(model, events, config.horizon, config.wanted, &uncertain);
    let cell = |question| Cell { need: gate(&model.network, &question), drawn: Drawn::new(&model.network, events, question) };
    let sampling = Sampling { worlds, cells: uncertain.into_iter().map(cell).collect() };
    survey(&sampling, plan, control).map(|(tally, samples)| sampling.answer(&tally, samples, plan.seed))
}

/// An uncertain cell.
struct Cell {
    drawn: Drawn,
    /// The need whose providers must be affected before the cell can matter; `None`: it may always matter.
    need: Option<NeedId>,
}

/// The need through which a cell works, where it cannot matter before a provider of it is affected. Shares and activations decide what is there
/// even when all works, and how compromise passes does not wait for a loss.
fn gate(network: &Network, question: &Question) -> Option<NeedId> {
    let Subject::Cell(cell) = question.subject else { return None };
    let need = match cell.place {
        CellPlace::Need(need) => need,
        CellPlace::Row(row) => network.dependencies()[row.0 as usize].need,
        CellPlace::Node(_) => return None,
    };
    let waits = !matches!(cell.column, RangeColumn::Share | RangeColumn::Activation | RangeColumn::PCompromise | RangeColumn::Ttc);
    let is_fixed = |row: &crate::network::Dependency| {
        let detail = network.detail(row);
        detail.share.is_none() && !detail.activation.value().is_some_and(Quantity::is_spread)
    };
    (waits && network.members(need).iter().all(is_fixed)).then_some(need)
}

struct Sampling<'m> {
    worlds: Worlds<'m>,
    cells: Vec<Cell>,
}

/// The figures of a range of samples.
#[derive(Debug, Clone, Default)]
struct Tally {
    a: Vec<f64>,
    b: Vec<f64>,
    /// Per cell: the figure of A with that cell as B has it.
    mixed: Vec<Vec<f64>>,
    /// Per cell that tells of what may happen: the figure of A when it happens, and when it does not.
    forced: Vec<Vec<[f64; 2]>>,
}

impl Survey for Sampling<'_> {
    type Worker = Worker;
    type Part = Tally;

    fn worker(&self) -> Worker {
        self.worlds.worker()
    }

    fn nothing(&self) -> Tally {
        let cells = self.cells.len();
        Tally { a: Vec::new(), b: Vec::new(), mixed: vec![Vec::new(); cells], forced: vec![Vec::new(); cells] }
    }

    fn ask(&self, worker: &mut Worker, draw: Draw, part: &mut Tally) {
        let other = Taking::Draw(Draw { sample: draw.sample | OTHER, ..draw });
        let taking = Taking::Draw(draw);
        let a = self.worlds.figure(worker, &[], taking);
        let meets: Vec<bool> = self.cells.iter().map(|cell| cell.need.is_none_or(|need| self.worlds.meets(worker, need))).collect();
        part.a.push(a);
        part.b.push(self.worlds.figure(worker, &[], other));
        for (at, Cell { drawn, .. }) in self.cells.iter().enumerate() {
            let mut with = |number: f64| {
                let changes = answered(self.worlds.original, &drawn.question, number);
                if meets[at] { self.worlds.figure(worker, &changes, taking) } else { a }
            };
            if drawn.is_event() {
                let (is, would_be) = (drawn.number(taking), drawn.number(other));
                let not = with(1.0 - is);
                part.forced[at].push(if is > 0.0 { [a, not] } else { [not, a] });
                part.mixed[at].push(if is.total_cmp(&would_be).is_eq() { a } else { not });
            } else {
                part.mixed[at].push(with(drawn.number(other)));
            }
        }
    }

    fn join(&self, part: &mut Tally, next: Tally) {
        part.a.extend(next.a);
        part.b.extend(next.b);
        part.mixed.iter_mut().zip(next.mixed).for_each(|(known, more)| known.extend(more));
        part.forced.iter_mut().zip(next.forced).for_each(|(known, more)| known.extend(more));
    }

    fn error(&self, part: &Tally) -> f64 {
        mean_and_error(&part.a).1
    }

    fn bytes(&self, part: &Tally) -> u64 {
        (part.a.len() * (2 + 3 * self.cells.len()) * size_of::<f64>()) as u64
    }
}

impl Sampling<'_> {
    fn answer(&self, tally: &Tally, samples: u64, seed: u64) -> Sampled {
        let runs = Runs { a: &tally.a, b: &tally.b, mixed: &tally.mixed };
        let shares = shares(&runs, seed);
        let factor = |(at, cell): (usize, &Cell)| Factor {
            question: cell.drawn.question,
            shares: shares.as_ref().map(|shares| shares[at]),
            forced: cell.drawn.is_event().then(|| forced(&tally.forced[at])),
        };
        let mut factors: Vec<Factor> = self.cells.iter().enumerate().map(factor).collect();
        let total = |factor: &Factor| factor.shares.map_or(0.0, |shares| shares.total.value);
        factors.sort_by(|x, y| total(y).total_cmp(&total(x)).then(x.question.subject.cmp(&y.question.subject)));
        Sampled { samples, figure: Figure::of(&tally.a), factors }
    }
}

/// The same worlds with something happening in all of them, and in none.
fn forced(pairs: &[[f64; 2]]) -> Forced {
    let mean = |of: &dyn Fn(&[f64; 2]) -> f64| mean_and_error(&pairs.iter().map(of).collect::<Vec<_>>()).0;
    let differences: Vec<f64> = pairs.iter().map(|[happens, not]| happens - not).collect();
    let (difference, se) = mean_and_error(&differences);
    // Sums of hours that are alike differ in their last bits: that is no spread.
    let is_rounding = se <= difference.abs() * 1e-12;
    Forced { happens: mean(&|pair| pair[0]), not: mean(&|pair| pair[1]), difference, se: if is_rounding { 0.0 } else { se } }
}
