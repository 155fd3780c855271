//! Samples side by side, and rows that are drawn when they are met, against samples that are run one by one with all drawn beforehand.

use crate::engine::cases;
use keten::analysis::ranking::{Config as RankConfig, Criterion, Grouping};
use keten::analysis::uncertainty::{Plan, rank, what_if};
use keten::analysis::{Model, what_if as plain};
use keten::engine::{Binary, Flood, Web};
use keten::graph::{Chances, Graph, Parameters};
use keten::network::{Draft, Draw, Event, Kind, Network, NodeDetail, NodeKey, NodeRow, Stance, Taking};
use keten::outcome::Control;
use keten::units::{Probability, Quantity, Time};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Rows of a dependent, a provider and a probability; equal pairs are taken once.
type Rows = Vec<(usize, usize, f64)>;

fn rows(nodes: usize) -> impl Strategy<Value = Rows> {
    vec((0..nodes, 0..nodes, select(vec![0.5, 0.1, 0.9, 0.03, 1.0, 0.0, 1.0 / 3.0])), 0..nodes * 4)
}

fn networks(most: usize) -> impl Strategy<Value = Network> {
    (2..=most)
        .prop_flat_map(|nodes| (Just(nodes), rows(nodes), any::<bool>()))
        .prop_map(|(nodes, rows, mixed)| network(nodes, &rows, mixed))
}

/// With `mixed`, a node in four has alternatives where any input is enough, which samples side by side do not serve.
fn network(nodes: usize, rows: &Rows, mixed: bool) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    for node in 0..nodes {
        let id = draft.names.intern(&format!("n{node}"));
        let sector = (node % 3 > 0).then(|| draft.names.intern(["s", "t"][node % 3 - 1]));
        let kind = Some(if node % 2 == 0 { Kind::Process } else { Kind::Provider });
        draft.nodes.push(NodeRow { id, detail: NodeDetail { sector, kind, ..NodeDetail::default() } });
    }
    let mut seen = std::collections::BTreeSet::new();
    for &(dependent, provider, p) in rows.iter().filter(|(dependent, provider, _)| dependent != provider) {
        if seen.insert((dependent, provider)) {
            let any = draft.names.intern("any");
            let row = draft.depend(&format!("n{dependent}"), &format!("n{provider}"));
            if mixed && dependent % 4 == 0 {
                row.need = any;
            }
            let row = draft.dependencies.len() - 1;
            draft.detail_mut(row).probability = (p < 1.0 || provider % 2 == 0).then(|| Quantity::Fixed(Probability::new(p).unwrap()));
        }
    }
    Network::build(draft).unwrap()
}

fn plans(samples: u64) -> [Plan; 2] {
    let plan = Plan::new(5, samples);
    let mut one_by_one = plan;
    one_by_one.one_by_one = true;
    [plan, one_by_one]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(1_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rankings_are_those_of_samples_one_by_one(network in networks(14), samples in select(vec![1_u64, 63, 70, 513, 600]), grouped in any::<bool>()) {
        let model = Model::new(network, Stance::Central);
        for criterion in [Criterion::LostHours, Criterion::FirstVitalLoss, Criterion::SectorsHit] {
            let mut config = RankConfig::new(criterion);
            if grouped {
                config.by = Grouping::Key(NodeKey::parse(&model.network, "sector").unwrap());
            }
            let [fast, slow] = plans(samples).map(|plan| rank(&model, &config, &plan, &Control::default()).value().clone());
            prop_assert_eq!(fast, slow);
        }
    }

    #[test]
    fn simulations_are_those_of_samples_with_all_drawn_beforehand(network in networks(12), length in select(vec!["", "+4", "@3+2", "@1"]), samples in 1..40_u64) {
        let model = Model::new(network, Stance::Central);
        let events = ["n0", "n1"].map(|id| Event::fail(&model.network, &format!("{id}{length}")).unwrap());
        let config = plain::Config::to(Time::from_hours(24));
        let [fast, slow] = plans(samples).map(|plan| what_if(&model, &events, &config, &plan, &Control::default()).value().clone());
        prop_assert_eq!(fast, slow);
    }

    /// However early rows are drawn for all samples: what falls is what can be reached along the rows that carry.
    #[test]
    fn floods_reach_what_the_rows_that_carry_lead_to(nodes in 2..30_usize, rows in rows(30), few in select(vec![0, 1, 3, 40, u32::MAX]), block in 0..3_u64) {
        let rows: Rows = rows.into_iter().map(|(dependent, provider, p)| (dependent % nodes, provider % nodes, p)).collect();
        let network = network(nodes, &rows, false);
        let model = Model::new(network, Stance::Central);
        let web = web(&model);
        let mut flood = Flood::<2>::new(&web).drawing_all_beyond(few);
        // Each node is lost in some of the samples, and one in most.
        let lost: Vec<(u32, [u64; 2])> = (0..nodes as u32).map(|node| (node, [1 << node, if node == 1 { !3 } else { 0 }])).collect();
        for block in [block, block + 1] {
            flood.run(9, block, &lost);
            for lane in (0..128).step_by(5) {
                let holds = |words: &[u64; 2]| words[lane / 64] >> (lane % 64) & 1 == 1;
                let starts = lost.iter().filter(|(_, samples)| holds(samples)).map(|&(node, _)| node);
                let reached = reached(&model, block * 128 + lane as u64, starts.collect());
                for node in 0..nodes as u32 {
                    prop_assert_eq!(holds(flood.samples(node)), reached[node as usize], "{} {}", lane, node);
                }
            }
        }
    }
}

/// From few to most, so that samples are followed 64 and 512 at a time, and change from one to the other.
#[test]
fn rankings_are_those_of_samples_one_by_one_however_many_fall() {
    for (nodes, p) in [(80, 0.03), (80, 0.2), (80, 0.7), (300, 0.9)] {
        let rows: Rows = (0..nodes * 5).map(|at| (at * 31 % nodes, (at * at + at / nodes) % nodes, p)).collect();
        let model = Model::new(network(nodes, &rows, false), Stance::Central);
        let mut config = RankConfig::new(Criterion::Affected);
        config.of = Some(model.network.nodes().step_by(nodes / 6).collect());
        let [fast, slow] = plans(1_300).map(|plan| rank(&model, &config, &plan, &Control::default()).value().clone());
        assert_eq!(fast, slow);
        let most = fast.rows.iter().map(|row| row.affected.mean).fold(0.0, f64::max);
        assert!(if p < 0.1 { most < 5.0 } else { p < 0.5 || most > nodes as f64 / 2.0 }, "{p}: {most}");
    }
}

fn web(model: &Model) -> Web {
    let (unknowns, chances) = Chances::split(&model.network);
    assert!(unknowns.is_empty());
    let mut parameters = model.graph().parameters.clone();
    parameters.carry_all(&chances);
    let graph = Graph { topology: model.graph().topology, parameters: &parameters };
    Web::of(&Binary::of(graph, 72 * 3_600_000).unwrap(), &chances)
}

/// What can be reached in one sample, from the rows as they are drawn by themselves.
fn reached(model: &Model, sample: u64, mut found: Vec<u32>) -> Vec<bool> {
    let parameters = Parameters::of(&model.network, Taking::Draw(Draw { seed: 9, sample }));
    let topology = model.graph().topology;
    let mut is_reached = vec![false; topology.nodes()];
    found.iter().for_each(|&node| is_reached[node as usize] = true);
    while let Some(node) = found.pop() {
        for edge in topology.dependents(node) {
            let dependent = topology.node_of(edge.need);
            if !parameters.always_delivers(edge.member as usize) && !std::mem::replace(&mut is_reached[dependent as usize], true) {
                found.push(dependent);
            }
        }
    }
    is_reached
}

/// A Poisson branching process with mean L below 1 has total size s with probability e^(-L s) (L s)^(s-1) / s! (Borel).
#[test]
fn the_sizes_of_independent_cascades_are_borels() {
    let (nodes, degree, p) = (20_000_usize, 4, 0.125);
    let mut state = 99_u64;
    let mut random = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % nodes
    };
    let rows: Rows = (0..nodes * degree).map(|_| (random(), random(), p)).collect();
    let model = Model::new(network(nodes, &rows, false), Stance::Central);
    let web = web(&model);
    let mut flood = Flood::<8>::new(&web);
    let (mut sizes, mut total) = ([0_u64; 6], 0);
    for initiator in (0..nodes as u32).step_by(20) {
        flood.run(1, 0, &[(initiator, [u64::MAX; 8])]);
        for lane in 0..512 {
            let falls = |&&node: &&u32| flood.samples(node)[lane / 64] >> (lane % 64) & 1 == 1;
            let size = flood.fallen().iter().filter(falls).count();
            sizes[size.min(5)] += 1;
            total += 1;
        }
    }
    let mean = p * degree as f64;
    let borel =
        |size: i32| (-mean * f64::from(size)).exp() * (mean * f64::from(size)).powi(size - 1) / (1..=size).map(f64::from).product::<f64>();
    for size in 1..5 {
        let found = sizes[size as usize] as f64 / f64::from(total);
        // A thousand initiators of one drawn graph: the shares of the graph lie within a few percent of those of all graphs.
        assert!((found - borel(size)).abs() < 0.02, "size {size}: {found} where {} is exact", borel(size));
    }
}

#[test]
fn the_number_of_threads_does_not_show_side_by_side() {
    let rows: Rows = (0..400).map(|at| (at * 7 % 97, at * 13 % 101, 0.3)).collect();
    let model = Model::new(network(101, &rows, false), Stance::Central);
    let mut config = RankConfig::new(Criterion::Affected);
    config.of = Some(model.network.nodes().take(20).collect());
    let answer = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut plan = Plan::new(3, 5_000);
        let whole = pool.install(|| rank(&model, &config, &plan, &Control::default()).value().clone());
        plan.until_se = Some(1.0);
        (whole, pool.install(|| rank(&model, &config, &plan, &Control::default()).value().clone()))
    };
    let one = answer(1);
    assert!(one.0.rows[0].affected.mean > 1.0 && one.1.samples < 5_000);
    for threads in [2, 4, 8] {
        assert_eq!(answer(threads), one, "{threads} threads");
    }
}
