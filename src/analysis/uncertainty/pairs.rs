//! Figures sample by sample, for two networks to be compared in the same worlds.
//!
//! What a sample draws depends on the thing drawn for and not on the network, so the values of two networks with the same plan belong
//! together one by one: what they share is drawn alike.

use super::{Plan, ranking, what_if};
use crate::analysis::Model;
use crate::analysis::ranking::Config;
use crate::analysis::what_if::Config as Horizon;
use crate::network::Event;
use crate::outcome::{Control, Outcome};
use std::collections::BTreeMap;

/// affected, lost, `lost_h`, `processes_lost` and `sectors_hit` of a course of events, sample by sample.
pub fn totals(model: &Model, events: &[Event], config: &Horizon, plan: &Plan, control: &Control) -> Outcome<[Vec<f64>; 5]> {
    what_if::totals(model, events, config, plan, control)
}

/// The scores of initiators by their ids, sample by sample, the larger the worse.
pub fn scores(model: &Model, config: &Config, plan: &Plan, control: &Control) -> Outcome<BTreeMap<String, Vec<f64>>> {
    ranking::badness(model, config, plan, control).map(|known| known.into_iter().collect())
}
