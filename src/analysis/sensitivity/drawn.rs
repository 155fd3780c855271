//! A question as a run takes it: the number that a stance or a draw gives to its cell.

use super::decisive::adverse;
use super::prior::{Basis, Position, Prior, taken_as};
use super::questions::{Question, Subject};
use crate::network::{Action, Adverse, CellValue, Event, Network, RangeColumn, Taking, Thing};
use crate::units::{Probability, Quantity};

/// A question, and what is drawn for it.
pub(super) struct Drawn {
    pub(super) question: Question,
    thing: Thing,
    /// The probability of what may happen.
    chance: Quantity<Probability>,
    /// What a run takes where nothing is left to chance.
    certain: f64,
}

impl Drawn {
    pub(super) fn new(network: &Network, events: &[Event], question: Question) -> Self {
        let fixed = match question.prior {
            Prior::Event(p) => Quantity::Fixed(p),
            Prior::Number(_) => Quantity::Fixed(Probability::ONE),
        };
        let (thing, chance) = match question.subject {
            Subject::Cell(cell) => match network.cell(cell) {
                CellValue::Chance(Some(p)) => (network.cell_thing(cell), p),
                _ => (network.cell_thing(cell), fixed),
            },
            event => (thing_of(network, events, event), fixed),
        };
        let certain = match question.subject {
            Subject::Cell(cell) => taken_as(cell.column, &network.cell(cell)),
            Subject::Duration(_) | Subject::Level(_) | Subject::Happens(_) => 1.0,
        };
        Self { question, thing, chance, certain }
    }

    /// The number that a run takes; 1 for what happens, 0 for what does not.
    pub(super) fn number(&self, taking: Taking) -> f64 {
        let thing = || self.thing;
        if self.question.basis != Basis::Uncertain {
            return self.certain;
        }
        match (self.question.prior, taking) {
            (Prior::Number(spread), Taking::Draw(draw)) => spread.quantile(draw.uniforms(self.thing)[0]),
            (Prior::Number(spread), Taking::Stance(stance)) => {
                let low = adverse(&self.question) == Position::Low;
                spread.at(stance.end(if low { Adverse::Low } else { Adverse::High }))
            }
            (Prior::Number(spread), _) => spread.mode,
            (Prior::Event(_), _) if self.is_start() => f64::from(taking.works(thing, &self.chance)),
            (Prior::Event(_), _) => f64::from(taking.strikes(thing, &self.chance)),
        }
    }

    pub(super) fn is_event(&self) -> bool {
        matches!(self.question.prior, Prior::Event(_))
    }

    fn is_start(&self) -> bool {
        matches!(self.question.subject, Subject::Cell(cell) if cell.column == RangeColumn::StartP)
    }
}

/// What is drawn for a cell of an event, as courses draw it.
fn thing_of(network: &Network, events: &[Event], subject: Subject) -> Thing {
    let of = |column: &str, at: usize| Thing::of(column).and("event").and_number(at as u64);
    match subject {
        Subject::Duration(at) => of("duration_h", at),
        Subject::Level(at) => of("level", at),
        Subject::Happens(at) => match &events[at].action {
            Action::Fail { nodes, common: false, .. } => of("probability", at).and(nodes.first().map_or("", |&node| network.id(node))),
            _ => of("probability", at),
        },
        Subject::Cell(cell) => network.cell_thing(cell),
    }
}
