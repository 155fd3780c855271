//! Networks of national size: every node lost in turn, one scenario with repair and restart, and how the time grows.
//!
//! Times are CPU seconds of one thread, so that what else a machine does matters less. The naive ways cannot be run for every node, so
//! they are given a sample of initiators: their results are asserted to be equal, and the figures to compare are elements per second.
//!
//! ```text
//! cargo bench --bench national                 all
//! cargo bench --bench national -- 'row 3'      one of them
//! KETEN_GROWTH=1 cargo bench --bench national  the steps from 10,000 to 1,000,000 nodes as well
//! ```

#[allow(dead_code, reason = "each bench uses its own part")]
mod baseline;

use baseline::{Cascade, HOUR, Net, Outage};
use criterion::{Criterion, Throughput};
use keten::analysis::Model;
use keten::analysis::generate::{self, Config, Needs, Shape};
use keten::analysis::ranking::{self, Row, rank};
use keten::engine::{Course, Hazard, Timeline};
use keten::network::{Cell, DependencyRow, Draft, Network, NodeDetail, NodeRow, Stance};
use keten::outcome::Control;
use keten::units::{Quantity, Time};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The initiators that the naive ways are given, as one over this of all nodes.
const SAMPLE: usize = 10;

fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(1).build().expect("one thread can be had");
    let mut criterion = Criterion::default().sample_size(10).warm_up_time(Duration::from_secs(1)).nresamples(1_000).configure_from_args();
    every_node(&mut criterion, &pool, "row 2, any-input", &config(100_000, Shape::ScaleFree, Needs::All, false));
    every_node(&mut criterion, &pool, "row 2, any-input without loops", &config(100_000, Shape::Layered, Needs::All, false));
    every_node(&mut criterion, &pool, "row 3, k-of-n", &config(100_000, Shape::ScaleFree, Needs::KOfN, false));
    every_node(&mut criterion, &pool, "row 3, k-of-n without loops", &config(100_000, Shape::Layered, Needs::KOfN, false));
    every_node(&mut criterion, &pool, "row 4, k-of-n with buffers", &config(100_000, Shape::ScaleFree, Needs::KOfN, true));
    scenario(&mut criterion, Shape::Layered);
    scenario(&mut criterion, Shape::ScaleFree);
    criterion.final_summary();
    if std::env::var_os("KETEN_GROWTH").is_some() {
        growth(&pool);
    }
}

fn config(nodes: u32, shape: Shape, needs: Needs, buffers: bool) -> Config {
    let mut config = Config::new(nodes, 1);
    (config.shape, config.needs, config.buffers) = (shape, needs, buffers);
    config
}

/// CPU time of what this thread does, where the system tells; else the time that passes.
fn cpu(work: impl FnOnce()) -> Duration {
    let spent = || std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse::<u64>().ok();
    let (from, begun) = (spent(), Instant::now());
    work();
    from.zip(spent()).map_or_else(|| begun.elapsed(), |(from, to)| Duration::from_nanos(to - from))
}

// ------------------------------------------------------------------------------------------------------------------------- ranking

fn every_node(criterion: &mut Criterion, pool: &ThreadPool, name: &str, config: &Config) {
    let model = Model::new(generate::network(config), Stance::Central);
    let naive = Naive { net: Net::generated(config), buffers: config.buffers };
    let cascade = Cascade::of(&naive.net);
    let few = if config.buffers { 1 } else { SAMPLE };
    let sample: Vec<usize> = (0..few).map(|place| place * model.network.node_count() / few + 5).collect();
    let mut rows = ranked(&model);
    rows.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    for &node in &sample {
        assert_eq!(rows[node].affected, naive.affected(&cascade, node), "{name}, node {node}");
    }
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(rows.len() as u64));
    group.bench_function("keten", |bench| {
        bench.iter_custom(|times| pool.install(|| cpu(|| (0..times).for_each(|_| drop(black_box(ranked(&model)))))));
    });
    group.throughput(Throughput::Elements(sample.len() as u64));
    group.bench_function("naive", |bench| {
        let all = || sample.iter().map(|&node| naive.affected(&cascade, node)).sum::<u64>();
        bench.iter_custom(|times| cpu(|| assert!((0..times).map(|_| black_box(all())).sum::<u64>() > 0)));
    });
    group.finish();
}

fn ranked(model: &Model) -> Vec<Row> {
    rank(model, &ranking::Config::new(ranking::Criterion::Affected), &Control::default()).value().rows.clone()
}

struct Naive {
    net: Net,
    buffers: bool,
}

impl Naive {
    /// How many others a node brings down: by a search with counters, or with every node worked out at every instant.
    fn affected(&self, cascade: &Cascade, node: usize) -> u64 {
        if !self.buffers {
            return cascade.affected_by(node);
        }
        let forever = Outage { node, from: 0, to: i64::MAX };
        let changes = baseline::simulate(&self.net, &[forever], 72 * HOUR);
        let mut others: Vec<usize> = changes.iter().map(|&(_, other, _)| other).filter(|&other| other != node).collect();
        others.sort_unstable();
        others.dedup();
        others.len() as u64
    }
}

// ------------------------------------------------------------------------------------------------------------------------ scenario

/// Two outages of nodes on which nearly all rest, each repaired; one node in four takes two hours to restart. Without loops all returns.
fn scenario(criterion: &mut Criterion, shape: Shape) {
    let small = config(20_000, shape, Needs::All, false);
    let outages = [Outage { node: 0, from: 0, to: 6 * HOUR }, Outage { node: 1, from: 200 * HOUR, to: 205 * HOUR }];
    let horizon = 400 * HOUR;
    let net = Net::generated(&small);
    let model = Model::new(with_restarts(&small, &net.restart), Stance::Central);
    let (changes, events) = run(&model, &outages, horizon);
    // With loops what fell does not come back by itself, so that there is one change for each node.
    assert!(changes.len() > 15_000, "nearly all fall: {} changes", changes.len());
    assert_eq!(changes, baseline::simulate(&net, &outages, horizon));
    let mut group = criterion.benchmark_group(format!("row 5, {shape:?}"));
    group.throughput(Throughput::Elements(events));
    group.bench_function("keten, 20,000 nodes", |bench| {
        bench.iter_custom(|times| cpu(|| (0..times).for_each(|_| drop(black_box(run(&model, &outages, horizon))))));
    });
    group.bench_function("naive, 20,000 nodes", |bench| {
        bench.iter_custom(|times| cpu(|| (0..times).for_each(|_| drop(black_box(baseline::simulate(&net, &outages, horizon))))));
    });
    let large = config(1_000_000, shape, Needs::All, false);
    let restart: Vec<i64> = (0..large.nodes).map(baseline::restart).collect();
    let model = Model::new(with_restarts(&large, &restart), Stance::Central);
    let mut timeline = Timeline::new(model.graph());
    let course = course(&outages);
    timeline.run(&course, horizon);
    group.throughput(Throughput::Elements(timeline.events()));
    timeline.reset();
    group.bench_function("keten, 1,000,000 nodes", |bench| {
        bench.iter_custom(|times| {
            let once = |_| {
                let spent = cpu(|| timeline.run(&course, horizon));
                timeline.reset();
                spent
            };
            (0..times).map(once).sum()
        });
    });
    group.finish();
}

type Changes = Vec<(i64, usize, i64)>;

/// The changes, and how many events they took.
fn run(model: &Model, outages: &[Outage], horizon: i64) -> (Changes, u64) {
    let mut timeline = Timeline::new(model.graph());
    timeline.run(&course(outages), horizon);
    let changes = timeline.changes().iter().map(|change| (change.at, change.node as usize, i64::from(change.output))).collect();
    (changes, timeline.events())
}

fn course(outages: &[Outage]) -> Course {
    let hazard =
        |(outage, event): (&Outage, u32)| Hazard { node: outage.node as u32, from: outage.from, to: Some(outage.to), level: 0, event };
    Course { hazards: outages.iter().zip(0..).map(hazard).collect(), drains: Vec::new() }
}

fn with_restarts(config: &Config, restart: &[i64]) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    let ids: Vec<_> = (0..config.nodes).map(|node| draft.names.intern(&generate::id(node))).collect();
    for (&id, &restart) in ids.iter().zip(restart) {
        let restart = Cell::Is(Quantity::Fixed(Time::from_ms(restart).expect("some hours are a time")));
        draft.nodes.push(NodeRow { id, detail: NodeDetail { restart, ..NodeDetail::default() } });
    }
    for row in generate::rows(config) {
        draft.dependencies.push(DependencyRow::plain(ids[row.dependent as usize], ids[row.provider as usize]));
    }
    Network::build(draft).expect("a generated network keeps every rule")
}

// -------------------------------------------------------------------------------------------------------------------------- growth

/// Row 8: what a node and a dependency that its loss touches cost, from size to size. Steps are where the network leaves a cache.
#[expect(clippy::print_stdout, reason = "what is measured is shown")]
fn growth(pool: &ThreadPool) {
    println!("| network | nodes | CPU s | ns a dependency | ns for 1,000 nodes x touched dependencies |\n|---|---|---|---|---|");
    for (name, needs, shape, largest) in [
        ("any-input", Needs::All, Shape::ScaleFree, 1_000_000),
        ("any-input, no loops", Needs::All, Shape::Layered, 300_000),
        ("k-of-n", Needs::KOfN, Shape::ScaleFree, 300_000),
    ] {
        for nodes in [10_000, 30_000, 100_000, 300_000, 1_000_000].into_iter().filter(|&nodes| nodes <= largest) {
            let model = Model::new(generate::network(&config(nodes, shape, needs, false)), Stance::Central);
            model.graph();
            let mut rows = Vec::new();
            let spent = (0..3).map(|_| pool.install(|| cpu(|| rows = ranked(&model)))).min().unwrap_or_default().as_secs_f64();
            let dependencies = model.network.dependency_count() as f64;
            let down: u64 = rows.iter().map(|row| row.affected + 1).sum();
            let touched = down as f64 * dependencies / f64::from(nodes);
            println!("| {name} | {nodes} | {spent:.3} | {:.0} | {:.2} |", spent * 1e9 / dependencies, spent * 1e12 / touched);
        }
    }
}
