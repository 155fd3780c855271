//! What is read off a course of losses, chain and heat map, against slow and literal readings, on random networks.

use crate::engine::network_of;
use crate::reference::random;
use keten::analysis::Model;
use keten::analysis::chain::{Chain, chain};
use keten::analysis::heat::heat;
use keten::analysis::what_if::{Config, LossCause, WhatIf, what_if};
use keten::network::{Action, Event, Stance};
use keten::units::{Level, ONE_PPM, Probability, Quantity, Time};
use proptest::prelude::*;

/// What follows from a random case, over at most four seconds so that a literal reading can go through every millisecond of it.
fn case() -> impl Strategy<Value = (Model, WhatIf)> {
    random::case(7).prop_map(|(net, scenario)| {
        let model = Model::new(network_of(&net), Stance::Central);
        let event = |hazard: &crate::reference::Hazard| {
            let node = model.network.find(&format!("n{:03}", hazard.node)).unwrap();
            let duration = hazard.to.map(|to| Quantity::Fixed(Time::from_ms(to - hazard.from).unwrap()));
            let level = Quantity::Fixed(Level::from_ppm(hazard.level as u32).unwrap());
            let action = Action::Fail { nodes: vec![node], duration, level, probability: Probability::ONE, common: false };
            Event { at: Time::from_ms(hazard.from).unwrap(), action }
        };
        let events: Vec<Event> = scenario.hazards.iter().map(event).collect();
        let answer = what_if(&model, &events, &Config::to(Time::from_ms(4_000).unwrap()));
        (model, answer)
    })
}

/// Which nodes fell, by their places, when all chains of causes that run through one are cut.
fn still_reached(answer: &WhatIf, chain: &Chain, without: usize) -> Vec<bool> {
    let caused: Vec<bool> = (0..answer.nodes.len()).map(|place| chain.links.iter().any(|link| link.to == place)).collect();
    let mut reached: Vec<bool> = (0..answer.nodes.len()).map(|place| place != without && !caused[place]).collect();
    loop {
        let more = chain.links.iter().find(|link| link.to != without && reached[link.from] && !reached[link.to]);
        let Some(link) = more else { return reached };
        reached[link.to] = true;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::engine::cases(300)))]

    #[test]
    fn only_through_counts_what_no_other_chain_reaches((model, answer) in case()) {
        let chain = chain(&model, &answer);
        let all = still_reached(&answer, &chain, usize::MAX);
        for place in 0..answer.nodes.len() {
            let without = still_reached(&answer, &chain, place);
            let lost = (0..answer.nodes.len()).filter(|&other| other != place && all[other] && !without[other]).count() as u64;
            prop_assert_eq!(chain.only_through[place], if all[place] { lost } else { 0 }, "place {}", place);
        }
    }

    #[test]
    fn links_are_the_causes_and_waves_hold_every_loss_once((model, answer) in case()) {
        let chain = chain(&model, &answer);
        for (to, affected) in answer.nodes.iter().enumerate() {
            let from: Vec<_> = chain.links.iter().filter(|link| link.to == to).map(|link| answer.nodes[link.from].node).collect();
            match &affected.cause {
                LossCause::Need { providers, .. } => prop_assert!(from.iter().all(|node| providers.contains(node))),
                _ => prop_assert!(from.is_empty()),
            }
        }
        let mut told: Vec<usize> = chain.waves.iter().flat_map(|wave| wave.starters.iter().chain(&wave.followers)).copied().collect();
        told.sort_unstable();
        prop_assert_eq!(told, (0..answer.nodes.len()).collect::<Vec<_>>());
        for wave in &chain.waves {
            prop_assert!(!wave.starters.is_empty() || !wave.followers.is_empty());
            for &place in wave.starters.iter().chain(&wave.followers) {
                prop_assert!(wave.from <= answer.nodes[place].first_loss && answer.nodes[place].first_loss <= wave.to);
            }
        }
        prop_assert!(chain.waves.windows(2).all(|pair| pair[0].to < pair[1].from));
        prop_assert!(chain.waves.len() <= 6);
    }

    #[test]
    fn what_held_needs_what_fell_and_did_not_fall((model, answer) in case()) {
        let fell = |node| answer.nodes.iter().any(|affected| affected.node == node);
        let chain = chain(&model, &answer);
        for need in model.network.needs() {
            let held = chain.held.iter().find(|held| held.need == need);
            let fallen = model.network.members(need).iter().filter(|member| fell(member.provider)).count();
            let expected = fallen > 0 && !fell(model.network.need(need).dependent);
            prop_assert_eq!(held.map(|held| held.fallen.len()), expected.then_some(fallen));
        }
    }

    #[test]
    fn heat_is_the_mean_over_every_millisecond((model, answer) in case(), step in 1_i64..1_500) {
        let until = 4_000;
        let map = heat(&model, &answer, Time::from_ms(step).unwrap(), Time::from_ms(until).unwrap());
        prop_assert_eq!(map.sectors.len(), usize::from(!answer.nodes.is_empty()));
        for row in &map.sectors {
            prop_assert_eq!((row.affected, row.nodes), (answer.nodes.len() as u64, model.network.node_count() as u64));
            for (left, edge) in row.left.iter().zip(map.edges.windows(2)) {
                let missing: i64 = (edge[0].ms()..edge[1].ms()).map(|at| answer.nodes.iter().map(|node| missing_at(&node.steps, at)).sum::<i64>()).sum();
                let whole = (edge[1].ms() - edge[0].ms()) * model.network.node_count() as i64;
                let expected = i64::from(ONE_PPM) - (missing + whole - 1) / whole;
                prop_assert_eq!(i64::from(left.ppm()), expected);
            }
        }
    }
}

/// What a node misses at a moment.
fn missing_at(steps: &[(Time, Level)], at: i64) -> i64 {
    let last = steps.iter().rev().find(|(from, _)| from.ms() <= at);
    last.map_or(0, |(_, output)| i64::from(ONE_PPM - output.ppm()))
}
