//! A power cut of ten hours, seen from a hospital.
//!
//! ```text
//!                      battery 4 h
//!   grid ──┬──────────────────────────► mast ──┐ telephone, counts for 0.2
//!          │ power                             ▼
//!          └─────────────────────────────► hospital
//!                                              ▲
//!   generator ── power, steps in after 14 s ───┘
//! ```
//!
//! The grid is out from 0 to 10 h. The hospital has a battery of 36 seconds for the 14 seconds that its generator needs, so it feels
//! nothing of the cut itself. It feels the mast: when that has used its four hours, the telephone is gone.

use keten::analysis::{Model, what_if, why};
use keten::network::{Cell, Draft, Event, Importance, Network, Stance};
use keten::units::{Level, Quantity, Time};

fn hours(text: &str) -> Time {
    Time::parse_hours(text).expect("a number of hours")
}

/// A cell that states a duration.
fn stated(text: &str) -> Cell<Quantity<Time>> {
    Cell::Is(Quantity::Fixed(hours(text)))
}

fn network() -> Network {
    let mut draft = Draft::default();
    let power = draft.names.intern("power");
    let telephone = draft.names.intern("telephone");

    draft.depend("mast", "grid").need = power;
    draft.detail_mut(0).buffer = stated("4");

    draft.depend("hospital", "grid").need = power;
    draft.detail_mut(1).buffer = stated("0.01");

    // The same dependent and the same need: an alternative to the row above.
    draft.depend("hospital", "generator").need = power;
    draft.detail_mut(2).activation = stated("0.004");

    draft.depend("hospital", "mast").need = telephone;
    let weight = Level::parse("0.2").expect("a level");
    draft.detail_mut(3).importance = Some(Importance::Supporting(Quantity::Fixed(weight)));

    Network::build(draft).expect("the rows do not contradict one another")
}

fn main() {
    let model = Model::new(network(), Stance::Central);
    let network = &model.network;
    let cut = Event::fail(network, "grid+10").expect("the grid is a node");
    let config = what_if::Config::to(Time::from_hours(24));
    let answer = what_if::what_if(&model, std::slice::from_ref(&cut), &config);

    // In the order in which they fall: what was hit, then what leaned on it.
    let fallen: Vec<&str> = answer.nodes.iter().map(|affected| network.id(affected.node)).collect();
    assert_eq!(fallen, ["grid", "hospital", "mast"]);

    let hospital = &answer.nodes[1];
    let level = Level::parse("0.8").expect("a level");
    assert_eq!(hospital.steps, [(hours("4"), level), (hours("10"), Level::ONE)]);
    assert_eq!((hospital.min_output, hospital.order), (level, 2));
    assert!((hospital.lost_h - 0.2 * 6.0).abs() < 1e-9);

    // The chain of causes: the hospital, because of the mast, because of the grid.
    let why = &why::why(&model, &[cut], &[hospital.node], &config)[0];
    let chain: Vec<&str> = why.links.iter().map(|link| network.id(link.node)).collect();
    assert_eq!(chain, ["hospital", "mast", "grid"]);
    match &why.links[1].cause {
        what_if::LossCause::Need { buffer_ended, .. } => assert_eq!(*buffer_ended, Some(hours("4"))),
        what_if::LossCause::Hazard { .. } | what_if::LossCause::Detected => panic!("nothing hit the mast itself"),
    }
    // At least one measure was tried that keeps the hospital whole.
    assert!(why.preventions.iter().any(|prevention| prevention.prevented));
}
