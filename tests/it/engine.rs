//! The timeline engine against the literal reference, on random networks with every feature mixed.

use crate::reference::{self, Net, Run, Scenario, random};
use keten::analysis::Model;
use keten::engine::{Course, Drain, Hazard, Timeline};
use keten::network::{Cell, Draft, Importance, Network, Stance};
use keten::units::{Level, Probability, Quantity, Time};
use proptest::prelude::*;

/// The same network for the engine: node 3 is `n003`, need 5 is `g005`, so that positions and ids agree.
pub(crate) fn network_of(net: &Net) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    for (place, node) in net.nodes.iter().enumerate() {
        let id = draft.names.intern(&format!("n{place:03}"));
        let detail =
            keten::network::NodeDetail { restart: hours(node.restart), black_start: hours(node.black_start), ..Default::default() };
        draft.nodes.push(keten::network::NodeRow { id, detail });
    }
    for (place, need) in net.needs.iter().enumerate() {
        for member in &need.members {
            let row = draft.depend(&format!("n{:03}", need.dependent), &format!("n{:03}", member.provider));
            row.share = member.share as u32;
            row.minimum = need.minimum as u32;
            let name = draft.names.intern(&format!("g{place:03}"));
            let row = draft.dependencies.len() - 1;
            draft.dependencies[row].need = name;
            let detail = draft.detail_mut(row);
            detail.buffer = hours(need.buffer);
            detail.refill = hours(need.refill);
            detail.activation = hours(member.activation);
            detail.importance = need.weight.map(|weight| Importance::Supporting(Quantity::Fixed(Level::from_ppm(weight as u32).unwrap())));
            let works = if member.activation > 0 { member.starts } else { need.buffer_works };
            detail.start_p = Some(certain(works));
            detail.probability = Some(certain(member.carries));
        }
    }
    Network::build(draft).unwrap()
}

fn hours(ms: i64) -> Cell<Quantity<Time>> {
    Cell::Is(Quantity::Fixed(Time::from_ms(ms).unwrap()))
}

fn certain(yes: bool) -> Quantity<Probability> {
    Quantity::Fixed(Probability::new(f64::from(u8::from(yes))).unwrap())
}

/// Needs of the network in the order of the reference: the engine's need behind each.
fn needs_of(net: &Net, network: &Network) -> Vec<u32> {
    let named = |place: usize, need: &reference::Need| {
        let node = network.find(&format!("n{:03}", need.dependent)).unwrap();
        network.find_need(node, &format!("g{place:03}")).unwrap().0
    };
    net.needs.iter().enumerate().map(|(place, need)| named(place, need)).collect()
}

pub(crate) fn course_of(net: &Net, network: &Network, scenario: &Scenario) -> Course {
    let needs = needs_of(net, network);
    let hazard = |(event, h): (usize, &reference::Hazard)| Hazard {
        node: h.node as u32,
        from: h.from,
        to: h.to,
        level: h.level as u32,
        event: event as u32,
    };
    Course {
        hazards: scenario.hazards.iter().enumerate().map(hazard).collect(),
        drains: scenario.drains.iter().map(|d| Drain { need: needs[d.need], from: d.from, to: d.to }).collect(),
    }
}

fn run_of(timeline: &Timeline, nodes: usize) -> Run {
    let mut steps = vec![Vec::new(); nodes];
    for change in timeline.changes() {
        steps[change.node as usize].push((change.at, i64::from(change.output)));
    }
    let loops = |reports: &[keten::engine::LoopReport]| {
        let mut all: Vec<(i64, Vec<usize>)> = reports.iter().map(|r| (r.at, r.nodes.iter().map(|&n| n as usize).collect())).collect();
        all.sort();
        all
    };
    Run {
        steps,
        deadlocks: loops(timeline.restart_deadlocks()),
        self_supported: loops(timeline.self_supported()),
        unfed: timeline.indeterminate().into_iter().map(|n| n as usize).collect(),
    }
}

fn expected(net: &Net, scenario: &Scenario) -> Run {
    let mut run = reference::simulate(net, scenario);
    run.deadlocks.sort();
    run.self_supported.sort();
    run.unfed.sort_unstable();
    run
}

fn check(net: &Net, scenario: &Scenario) -> Result<(), TestCaseError> {
    let model = Model::new(network_of(net), Stance::Central);
    let course = course_of(net, &model.network, scenario);
    let mut timeline = Timeline::watching(model.graph(), model.baseline());
    timeline.run(&course, scenario.horizon);
    let (mut run, mut expected) = (run_of(&timeline, net.nodes.len()), expected(net, scenario));
    if net.needs.iter().any(|need| need.refill > 0) {
        // A stock that fills up slowly feeds its loop again between two instants, so which instant shows it first depends on instants at
        // which nothing else happens; the reference has more of those than the engine.
        (run.self_supported, run.unfed) = (Vec::new(), Vec::new());
        (expected.self_supported, expected.unfed) = (Vec::new(), Vec::new());
    }
    prop_assert_eq!(run, expected);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(4000), max_shrink_iters: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn small_networks_run_as_the_reference_says((net, scenario) in random::case(5)) {
        check(&net, &scenario)?;
    }

    #[test]
    fn larger_networks_run_as_the_reference_says((net, scenario) in random::case(12)) {
        check(&net, &scenario)?;
    }

    #[test]
    fn a_run_that_is_reset_or_resumed_is_the_same_run((net, scenario) in random::case(8)) {
        let model = Model::new(network_of(&net), Stance::Central);
        let course = course_of(&net, &model.network, &scenario);
        let mut once = Timeline::new(model.graph());
        once.run(&course, scenario.horizon);
        let mut again = once.clone();
        again.reset();
        again.run(&course, scenario.horizon);
        prop_assert_eq!(once.changes(), again.changes());
        let half = scenario.horizon / 2;
        let mut resumed = Timeline::new(model.graph());
        resumed.run(&course, half);
        resumed.run(&course, scenario.horizon);
        prop_assert_eq!(once.changes(), resumed.changes());
    }
}

/// How many random cases: `KETEN_CASES` overrides the default for longer hunts.
pub(crate) fn cases(default: u32) -> u32 {
    #[allow(clippy::disallowed_methods, reason = "a test knob, not part of any result")]
    std::env::var("KETEN_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

proptest! {
    #[test]
    fn counting_providers_feeds_the_nodes_that_summing_shares_does(
        rows in prop::collection::btree_set((0..9_u8, 0..9_u8), 1..20),
        waits in 1..20_i64,
    ) {
        let mut draft = Draft::default();
        for (dependent, provider) in rows.iter().filter(|(dependent, provider)| dependent != provider) {
            draft.depend(&format!("n{dependent}"), &format!("n{provider}"));
        }
        draft.depend("zz-dependent", "zz-provider");
        // A stock anywhere, even where it makes no difference, has the shares of all needs summed.
        let mut summed = draft.clone();
        let last = summed.dependencies.len() - 1;
        summed.detail_mut(last).buffer = hours(waits);
        let unfed = |draft: Draft| {
            let model = Model::new(Network::build(draft).unwrap(), Stance::Central);
            model.baseline().unfed().collect::<Vec<_>>()
        };
        prop_assert_eq!(unfed(draft), unfed(summed));
    }
}
