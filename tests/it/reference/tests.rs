//! Situations small enough to work out in the head.

use proptest::prelude::*;

use super::*;

/// A network of `nodes` nodes without restart or black start.
fn net(nodes: usize, needs: Vec<Need>) -> Net {
    let plain = Node { restart: 0, black_start: 0 };
    Net { nodes: vec![plain; nodes], needs }
}

/// A need that any of the providers can meet alone.
fn need(dependent: usize, providers: &[usize]) -> Need {
    let member = |provider: &usize| Member { provider: *provider, share: ONE, activation: 0, carries: true, starts: true };
    Need { dependent, members: providers.iter().map(member).collect(), minimum: 0, buffer: 0, refill: 0, weight: None, buffer_works: true }
}

/// A whole loss of one node for a while.
fn loss(node: usize, from: i64, to: i64) -> Hazard {
    Hazard { node, from, to: (to >= 0).then_some(to), level: 0 }
}

/// Where a loss never ends.
const FOR_EVER: i64 = -1;

fn run(net: &Net, hazards: Vec<Hazard>) -> Run {
    let scenario = Scenario { hazards, drains: Vec::new(), horizon: 100 };
    simulate(net, &scenario)
}

#[test]
fn a_loss_passes_at_once_and_so_does_its_end() {
    let net = net(3, vec![need(1, &[0]), need(2, &[1])]);
    let run = run(&net, vec![loss(0, 3, 7)]);
    assert_eq!(run.steps, vec![vec![(3, 0), (7, ONE)]; 3]);
}

#[test]
fn nothing_happens_before_nothing_happens() {
    let net = net(2, vec![need(1, &[0]), need(0, &[1])]);
    let run = run(&net, Vec::new());
    assert_eq!(run.steps, vec![Vec::new(); 2]);
    assert!(run.deadlocks.is_empty() && run.self_supported.is_empty() && run.unfed.is_empty());
}

#[test]
fn a_stock_bridges_and_runs_out_at_a_whole_moment() {
    let mut stocked = need(1, &[0]);
    stocked.buffer = 5;
    let mut hazard = loss(0, 2, FOR_EVER);
    hazard.level = 300_000;
    // 5 / 0.7 is a little more than 7.
    let run = run(&net(2, vec![stocked]), vec![hazard]);
    assert_eq!(run.steps[1], [(10, 300_000)]);
}

#[test]
fn a_stock_refills_from_where_its_refilling_began() {
    let mut stocked = need(1, &[0]);
    stocked.buffer = 3;
    stocked.refill = 9;
    // Empty at 3; a third of a millisecond for each from 4 on: 2 by 10.
    let run = run(&net(2, vec![stocked]), vec![loss(0, 0, 4), loss(0, 10, FOR_EVER), loss(0, 50, 60)]);
    assert_eq!(run.steps[1], [(3, 0), (4, ONE), (12, 0)]);
}

#[test]
fn standby_fills_the_gap_and_must_wait_again() {
    let mut backed = need(1, &[0, 2]);
    backed.members[1].activation = 4;
    let run = run(&net(3, vec![backed]), vec![loss(0, 0, 10), loss(0, 11, FOR_EVER)]);
    let steps = [(0, 0), (4, ONE), (11, 0), (15, ONE)];
    assert_eq!(run.steps[1], steps);
}

#[test]
fn standby_that_does_not_start_never_counts() {
    let mut backed = need(1, &[0, 2]);
    backed.members[1].activation = 4;
    backed.members[1].starts = false;
    let run = run(&net(3, vec![backed]), vec![loss(0, 0, FOR_EVER)]);
    assert_eq!(run.steps[1], [(0, 0)]);
}

#[test]
fn a_restart_delays_gains_only() {
    let mut net = net(2, vec![need(1, &[0])]);
    net.nodes[1].restart = 5;
    let run = run(&net, vec![loss(0, 0, 2), loss(0, 4, 6), loss(0, 20, 21)]);
    assert_eq!(run.steps[1], [(0, 0), (11, ONE), (20, 0), (26, ONE)]);
}

#[test]
fn a_swap_of_providers_is_not_seen() {
    let mut net = net(3, vec![need(2, &[0, 1])]);
    net.nodes[2].restart = 5;
    let run = run(&net, vec![loss(0, 0, 10), loss(1, 10, 20)]);
    assert_eq!(run.steps[2], []);
}

#[test]
fn a_loop_that_fell_together_stays_down() {
    let net = net(3, vec![need(0, &[1]), need(1, &[0]), need(2, &[1])]);
    let run = run(&net, vec![loss(0, 1, 2), loss(2, 50, 51)]);
    assert_eq!(run.steps, vec![vec![(1, 0)]; 3]);
    assert_eq!(run.deadlocks, [(2, vec![0, 1])]);
}

#[test]
fn a_black_start_must_outlast_the_restart() {
    for (black_start, ends_up) in [(5, false), (6, true)] {
        let mut net = net(2, vec![need(0, &[1]), need(1, &[0])]);
        net.nodes[0] = Node { restart: 5, black_start };
        let run = run(&net, vec![loss(0, 0, 10)]);
        let mut steps = vec![(0, 0)];
        steps.extend(ends_up.then_some((15, ONE)));
        assert_eq!(run.steps, vec![steps; 2]);
        assert_eq!(run.deadlocks.is_empty(), ends_up);
    }
}

#[test]
fn a_loop_without_its_feeder_holds_itself_up() {
    let net = net(4, vec![need(1, &[0, 2]), need(2, &[1]), need(3, &[2])]);
    let run = run(&net, vec![loss(0, 7, FOR_EVER)]);
    assert_eq!(run.steps[1], []);
    assert_eq!(run.self_supported, [(7, vec![1, 2])]);
    assert_eq!(run.unfed, [1, 2, 3]);
}

#[test]
fn a_drain_takes_stock_and_standby_for_its_time() {
    let mut backed = need(1, &[0, 2]);
    backed.members[1].activation = 30;
    backed.buffer = 50;
    let scenario = Scenario { hazards: vec![loss(0, 0, FOR_EVER)], drains: vec![Drain { need: 0, from: 10, to: Some(40) }], horizon: 100 };
    let run = simulate(&net(3, vec![backed]), &scenario);
    assert_eq!(run.steps[1], [(10, 0), (40, ONE)]);
}

#[test]
fn a_need_that_is_short_from_the_start_shows_at_once() {
    let mut short = need(1, &[0]);
    short.members[0].share = 800_000;
    let run = run(&net(2, vec![short]), Vec::new());
    assert_eq!(run.steps[1], [(0, 800_000)]);
}

#[test]
fn the_horizon_belongs_to_the_run() {
    let net = net(1, Vec::new());
    let run = run(&net, vec![loss(0, 100, 101)]);
    assert_eq!(run.steps[0], [(100, 0)]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_networks_are_valid((net, scenario) in random::case(6)) {
        for need in &net.needs {
            let there = need.members.iter().filter(|member| member.activation == 0);
            prop_assert!(there.map(|member| member.share).sum::<i64>() >= ONE - level::NEAR);
            for (place, member) in need.members.iter().enumerate() {
                prop_assert!(member.provider < net.nodes.len());
                prop_assert!(member.provider != need.dependent);
                let before = &need.members[..place];
                prop_assert!(before.iter().all(|other| other.provider != member.provider));
            }
        }
        prop_assert!(scenario.hazards.iter().all(|hazard| hazard.node < net.nodes.len()));
        prop_assert!(scenario.drains.iter().all(|drain| drain.need < net.needs.len()));
    }

    #[test]
    fn the_order_of_rows_cannot_matter((net, scenario) in random::case(6)) {
        let (mut turned, mut same) = (net.clone(), scenario.clone());
        turned.needs.reverse();
        for need in &mut turned.needs {
            need.members.reverse();
        }
        for drain in &mut same.drains {
            drain.need = net.needs.len() - 1 - drain.need;
        }
        same.hazards.reverse();
        prop_assert_eq!(simulate(&net, &scenario), simulate(&turned, &same));
    }

    #[test]
    fn an_instant_at_which_nothing_happens_changes_nothing(
        (net, scenario) in random::case(6),
        at in 0_i64..8_000,
    ) {
        let mut looked = scenario.clone();
        looked.hazards.push(Hazard { node: 0, from: at, to: None, level: ONE });
        prop_assert_eq!(simulate(&net, &scenario), simulate(&net, &looked));
    }
}
