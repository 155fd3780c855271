//! The curve of losses against each step simulated by itself.

use crate::engine::{cases, network_of};
use crate::reference::{self, Hazard, Net, Scenario, random};
use crate::structure::steady;
use keten::analysis::Model;
use keten::analysis::curve::{Config, Curve, curve};
use keten::analysis::ranking::{Config as RankConfig, Criterion};
use keten::network::Stance;
use keten::outcome::{Control, Outcome, Stop};
use proptest::prelude::*;

fn ask(model: &Model, orders: u32) -> Curve {
    seeded(model, orders, 7)
}

fn seeded(model: &Model, orders: u32, seed: u64) -> Curve {
    let mut config = Config::new(RankConfig::new(Criterion::Affected), seed);
    config.orders = orders;
    let outcome = curve(model, &config, &Control::default());
    assert!(outcome.is_complete());
    outcome.value().clone()
}

/// How many nodes have nothing left when these are lost.
fn lost(net: &Net, hit: &[usize]) -> u64 {
    let hazards = hit.iter().map(|&node| Hazard { node, from: 0, to: None, level: 0 }).collect();
    let run = reference::simulate(net, &Scenario { hazards, drains: Vec::new(), horizon: 0 });
    run.steps.iter().filter(|steps| steps.iter().any(|&(_, output)| output <= 10)).count() as u64
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_step_is_what_the_reference_gives((net, _) in random::case(8)) {
        let model = Model::new(network_of(&net), Stance::Central);
        let (curve, steady) = (ask(&model, 3), steady(&net));
        let of = net.nodes.len() as u64;
        prop_assert_eq!((curve.items, curve.processes, curve.of_nodes), (of, of, true));
        let mut hit = Vec::new();
        for (id, after) in &curve.targeted {
            let node = model.network.find(id).unwrap().0 as usize;
            let before = lost(&steady, &hit);
            prop_assert!(before * 2 < of, "it ends at half");
            hit.push(node);
            let expected = lost(&steady, &hit);
            prop_assert_eq!(*after, expected);
            prop_assert!(expected > before, "what is lost already is passed over");
        }
        prop_assert_eq!(curve.targeted_half, Some(hit.len() as u64));
        prop_assert!(curve.random.windows(2).all(|two| two[0].losses < two[1].losses && two[0].lost[1] <= two[1].lost[1]));
        prop_assert!(curve.half.iter().all(|half| half.is_some_and(|half| half <= of)));
    }
}

#[test]
fn nodes_that_need_nothing_fall_one_by_one() {
    let model = super::uncertainty::model("dependent,provider\nb,a\nd,c\nf,e\nh,g\n");
    let curve = ask(&model, 200);
    assert_eq!(curve.targeted, [("a".to_owned(), 2), ("c".to_owned(), 4)]);
    // Two providers suffice, four dependents are needed at worst; every order is a mix of both.
    assert_eq!((curve.targeted_half, curve.half[0], curve.half[2]), (Some(2), Some(2), Some(4)));
    assert_eq!(curve.half[1], Some(3));
}

#[test]
fn the_number_of_threads_does_not_show_and_the_seed_does() {
    // Forty providers of one to seven dependents each: how many fall depends on who goes first.
    let rows: String =
        (0..40).flat_map(|provider| (0..=provider % 7).map(move |dependent| format!("d{provider}-{dependent},p{provider}\n"))).collect();
    let model = super::uncertainty::model(&format!("dependent,provider\n{rows}"));
    let on = |threads: usize, seed: u64| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| seeded(&model, 20, seed))
    };
    assert_eq!(on(1, 7), on(4, 7));
    let (one, other) = (on(2, 7), on(2, 8));
    assert_eq!(one.targeted, other.targeted);
    assert_ne!(one.random, other.random);
}

#[test]
fn a_curve_that_is_interrupted_at_once_has_no_worst_order_and_says_that_it_is_a_part() {
    let model = super::uncertainty::model("dependent,provider\nb,a\nd,c\n");
    for orders in [0, 10] {
        let mut config = Config::new(RankConfig::new(Criterion::Affected), 7);
        config.orders = orders;
        let control = Control::default();
        control.cancel.stop();
        let outcome = curve(&model, &config, &control);
        let Outcome::Truncated { part, reason: Stop::Interrupted, done: 0, of } = outcome else { panic!("{orders}") };
        assert_eq!((part.targeted, part.random, part.half, of), (Vec::new(), Vec::new(), [None; 3], u64::from(orders)));
    }
}
