//! From a question and a position to the cells that change: one, or where a share leaves its need short, all shares of the need.

use super::prior::{Basis, Position, value_of};
use super::questions::{Question, Subject};
use crate::network::{Action, CellPlace, CellRef, CellValue, DependencyId, Event, Importance, Network, RangeColumn};
use crate::units::{End, Level, Measure, ONE_PPM, Probability, Quantity, Time};

/// Something that is taken otherwise than stated.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Change {
    Cell(CellRef, CellValue),
    Event(Subject, f64),
}

/// What changes when a question is answered with a position.
pub(super) fn changes(network: &Network, question: &Question, position: Position) -> Vec<Change> {
    answered(network, question, question.prior.number(position))
}

/// What changes when a question is answered with a number.
pub(super) fn answered(network: &Network, question: &Question, number: f64) -> Vec<Change> {
    let Subject::Cell(cell) = question.subject else { return vec![Change::Event(question.subject, number)] };
    match (cell.column, cell.place) {
        (RangeColumn::Share, CellPlace::Row(row)) if question.basis != Basis::Uncertain => shares(network, row, number),
        // What is stated to be a weight stays one.
        (RangeColumn::Importance, _) if question.basis == Basis::Uncertain => {
            vec![Change::Cell(cell, CellValue::Importance(Some(Importance::Supporting(Quantity::Fixed(Level::nearest_to(number))))))]
        }
        _ => vec![Change::Cell(cell, value_of(cell.column, number))],
    }
}

/// A share that is not known is one of a whole: what it takes, the others of its need without activation give, and the reverse, each in
/// proportion. Where there is more than a whole, the others change only as far as a whole asks for.
fn shares(network: &Network, row: DependencyId, number: f64) -> Vec<Change> {
    let whole = f64::from(ONE_PPM);
    let dependency = &network.dependencies()[row.0 as usize];
    let first = network.first_member(dependency.need).0;
    let cell = |row: u32| CellRef { place: CellPlace::Row(DependencyId(row)), column: RangeColumn::Share };
    let mut changed = vec![Change::Cell(cell(row.0), value_of(RangeColumn::Share, number))];
    if network.is_standby(dependency) {
        return changed;
    }
    let ppm = |row: u32| f64::from(network.share(&network.dependencies()[row as usize]).at(End::Middle).ppm());
    let members = network.members(dependency.need).iter().zip(first..);
    let others: Vec<u32> =
        members.filter(|(member, other)| *other != row.0 && !network.is_standby(member)).map(|(_, other)| other).collect();
    let rest: f64 = others.iter().map(|&other| ppm(other)).sum();
    let (before, after) = (rest + ppm(row.0), rest + number * whole);
    let tolerance = f64::from(crate::units::TOLERANCE_PPM);
    let is_whole = before <= whole + tolerance;
    if rest <= 0.0 && after < whole {
        // Nobody else brings anything: it must be all.
        return Vec::new();
    }
    if rest <= 0.0 || (after >= whole && !is_whole) {
        return changed;
    }
    let factor = (whole - number * whole).max(0.0) / rest;
    // Rounded up, so that what was a whole stays one.
    let scaled = |other: u32| libm::ceil(ppm(other) * factor).min(whole) / whole;
    changed.extend(others.into_iter().map(|other| Change::Cell(cell(other), value_of(RangeColumn::Share, scaled(other)))));
    changed
}

/// Lets an event be otherwise than stated.
fn set_event(events: &mut [Event], subject: Subject, number: f64) {
    let at = match subject {
        Subject::Duration(at) | Subject::Level(at) | Subject::Happens(at) => at,
        Subject::Cell(_) => return,
    };
    match (&mut events[at].action, subject) {
        (Action::Fail { duration, .. } | Action::Trigger { duration, .. } | Action::Drain { duration, .. }, Subject::Duration(_)) => {
            *duration = Some(Quantity::Fixed(Time::nearest_to(number)));
        }
        (Action::Fail { level, .. } | Action::Trigger { level, .. }, Subject::Level(_)) => {
            *level = Quantity::Fixed(Level::nearest_to(number));
        }
        (Action::Fail { probability, .. }, Subject::Happens(_)) => *probability = Probability::nearest_to(number),
        _ => {}
    }
}

impl Change {
    /// Makes it in a network or its events.
    pub(super) fn make(&self, network: &mut Network, events: &mut [Event]) {
        match self {
            Self::Cell(cell, value) => network.set_cell(*cell, value),
            Self::Event(subject, number) => set_event(events, *subject, *number),
        }
    }

    /// The cell, where it is one of the network.
    pub(super) fn cell(&self) -> Option<CellRef> {
        match self {
            Self::Cell(cell, _) => Some(*cell),
            Self::Event(..) => None,
        }
    }
}
