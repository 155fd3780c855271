//! Every set against the literal reference of a network in which standby is there from the start or not at all.

use crate::engine::{cases, network_of};
use crate::reference::{self, Hazard, Net, Scenario, random};
use keten::analysis::Model;
use keten::analysis::critical_sets::{Config, of_losses};
use keten::analysis::ranking::{Config as RankConfig, Criterion};
use keten::network::Stance;
use keten::outcome::Control;
use keten::units::Time;
use proptest::prelude::*;

const HOUR_MS: f64 = 3_600_000.0;

/// The network as a lasting loss meets it within a time: standby that steps in sooner is a member like any other, other standby is none, and a
/// stock that lasts as long never ends.
fn lasting(net: &Net, within: i64) -> Net {
    let mut net = net.clone();
    for need in &mut net.needs {
        need.members.retain(|member| member.activation == 0 || member.starts && member.activation < within);
        need.members.iter_mut().for_each(|member| member.activation = 0);
        if need.buffer > 0 && need.buffer >= within {
            need.buffer = i64::MAX / 4;
        }
    }
    net
}

/// Affected and lost nodes beside the lost ones, and their hours.
fn follow(net: &Net, lost: &[usize], within: i64) -> (u64, u64, f64) {
    let hazards = lost.iter().map(|&node| Hazard { node, from: 0, to: None, level: 0 }).collect();
    let run = reference::simulate(net, &Scenario { hazards, drains: Vec::new(), horizon: within });
    let (mut affected, mut gone, mut hours) = (0, 0, 0.0);
    for steps in (0..net.nodes.len()).filter(|node| !lost.contains(node)).map(|node| &run.steps[node]) {
        let lowest = steps.iter().map(|step| step.1).min().unwrap_or(reference::ONE);
        affected += u64::from(lowest < reference::ONE);
        // What is within the tolerance of nothing is nothing.
        gone += u64::from(lowest <= reference::NEAR);
        let ends = steps.iter().skip(1).map(|step| step.0).chain([within]);
        hours += steps.iter().zip(ends).map(|(step, end)| (end - step.0) as f64 * (reference::ONE - step.1) as f64).sum::<f64>();
    }
    (affected, gone, hours / HOUR_MS / reference::ONE as f64)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(400), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn standby_is_there_from_the_start_or_not_at_all((net, _) in random::case(7), within in prop::sample::select(vec![1_000, 3_000, 6_000])) {
        let model = Model::new(network_of(&net), Stance::Central);
        let settled = lasting(&net, within);
        for size in [2, 3] {
            let mut rank = RankConfig::new(Criterion::Affected);
            rank.within = Time::from_ms(within).unwrap();
            let answer = of_losses(&model, &Config::new(rank, size), &Control::default());
            prop_assert!(answer.is_complete());
            for set in &answer.value().rows {
                let lost: Vec<usize> = set.ids.iter().map(|id| id[1..].parse().unwrap()).collect();
                let (affected, gone, hours) = follow(&settled, &lost, within);
                prop_assert_eq!((set.row.affected, set.row.lost), (affected, gone), "{:?}", set.ids);
                prop_assert!((set.row.lost_h - hours).abs() < 1e-9, "{:?}: {} {hours}", set.ids, set.row.lost_h);
            }
        }
    }
}

#[test]
fn the_gap_until_standby_steps_in_is_no_loss() {
    let csv = "dependent,provider,need,activation_h\ny,x,,\nb,y,power,\nb,g,power,1\nc,y,power,\nc,slow,power,100\n";
    let model = crate::uncertainty::model(csv);
    let answer = of_losses(&model, &Config::new(RankConfig::new(Criterion::Affected), 2), &Control::default());
    let affected = |a: &str, b: &str| answer.value().rows.iter().find(|row| row.ids == [a, b]).unwrap().row.affected;
    // Without x and the slow one y and c fall; b has g from the start. Without g as well b falls too.
    assert_eq!((affected("slow", "x"), affected("g", "x")), (2, 3));
}
