//! What samples draw, and which of it beforehand: rows that carry or not wait until they are met.

use super::worlds::Plan;
use crate::analysis::Model;
use crate::engine::{Binary, Web};
use crate::graph::{Chances, Graph, Parameters, Unknowns};
use crate::network::{Draw, Network, Taking};
use crate::units::Time;
use std::sync::Arc;

/// The unknowns of a network, ready to be drawn sample by sample.
pub(super) struct Drawn<'m> {
    model: &'m Model,
    unknowns: Unknowns,
    chances: Arc<Chances>,
    /// The numbers that a worker starts from.
    parameters: Parameters,
}

impl<'m> Drawn<'m> {
    pub(super) fn of(model: &'m Model, plan: &Plan) -> Self {
        let (unknowns, chances) = split(&model.network, plan.one_by_one);
        let mut parameters = model.graph().parameters.clone();
        parameters.set_apart(&unknowns);
        let chances = Arc::new(chances);
        parameters.draw_when_met(&chances);
        Self { model, unknowns, chances, parameters }
    }

    pub(super) fn parameters(&self) -> Parameters {
        self.parameters.clone()
    }

    /// Takes numbers to another sample. Costs what is drawn beforehand.
    pub(super) fn draw(&self, parameters: &mut Parameters, draw: Draw) {
        parameters.retake(&self.model.network, &self.unknowns, Taking::Draw(draw));
        parameters.draw(draw);
    }

    /// Whether nothing but rows is drawn and, whichever rows carry, any lost input loses the node at once or not within the time.
    pub(super) fn is_any_input(&self, within: Time) -> bool {
        self.of_any_input(within, |_| ()).is_some()
    }

    /// The rows along which losses pass, where that is so.
    pub(super) fn web(&self, within: Time) -> Option<Web> {
        self.of_any_input(within, |binary| Web::of(binary, &self.chances))
    }

    fn of_any_input<T>(&self, within: Time, of: impl FnOnce(&Binary) -> T) -> Option<T> {
        if self.chances.is_empty() || !self.unknowns.is_empty() {
            return None;
        }
        let mut parameters = self.model.graph().parameters.clone();
        parameters.carry_all(&self.chances);
        let binary = Binary::of(Graph { topology: self.model.graph().topology, parameters: &parameters }, within.ms())?;
        binary.any_input().then(|| of(&binary))
    }
}

fn split(network: &Network, beforehand: bool) -> (Unknowns, Chances) {
    if beforehand { (Unknowns::of(network), Chances::default()) } else { Chances::split(network) }
}
