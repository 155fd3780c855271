//! Independent cascades: one node lost in many samples, in a network whose rows each carry with a probability.
//!
//! ```text
//!   few fall      p = 0.05
//!   at the brink  p = 0.1
//!   most fall     p = 0.3
//! ```
//!
//! keten follows 64 or 512 samples side by side, and a ranking takes the one or the other by what it sees fall; here both are timed, so that it
//! shows what the choice is worth. All make the same draws and give the same count in every sample, and keten's answer to a ranking is held
//! against them as well.

#[allow(dead_code, reason = "each bench uses its own part")]
mod baseline;

use baseline::Contagion;
use criterion::{Criterion, Throughput};
use keten::analysis::generate::{self, Config};
use keten::analysis::uncertainty::{Figure, Plan, rank};
use keten::analysis::{Model, ranking};
use keten::engine::{Binary, Flood, Web};
use keten::graph::{Chances, Graph};
use keten::network::Stance;
use keten::outcome::Control;
use keten::units::Probability;
use std::hint::black_box;

const NODES: u32 = 20_000;
/// A block of samples side by side.
const SAMPLES: u64 = 512;
const SEED: u64 = 1;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for (name, p) in [("few fall", 0.05), ("at the brink", 0.1), ("most fall", 0.3)] {
        let mut config = Config::new(NODES, 1);
        config.probability = Probability::new(p);
        let model = Model::new(generate::network(&config), Stance::Central);
        let (web, naive) = (web(&model), Contagion::of(&config, p));
        let counts = naive.affected(0, SEED, SAMPLES);
        assert_eq!(narrow(&mut Flood::new(&web)), counts);
        assert_eq!(wide(&mut Flood::new(&web)), counts);
        assert_eq!(by_rank(&model), Figure::of(&counts.iter().map(|&count| count as f64).collect::<Vec<_>>()));

        let mut group = criterion.benchmark_group(format!("independent cascade, {name}"));
        group.throughput(Throughput::Elements(SAMPLES));
        let mut flood = Flood::new(&web);
        group.bench_function("keten, 64 at once", |bench| bench.iter(|| narrow(black_box(&mut flood))));
        let mut flood = Flood::new(&web);
        group.bench_function("keten, 512 at once", |bench| bench.iter(|| wide(black_box(&mut flood))));
        group.bench_function("naive", |bench| bench.iter(|| black_box(&naive).affected(0, SEED, SAMPLES)));
        group.finish();
    }
    criterion.final_summary();
}

fn web(model: &Model) -> Web {
    let (_, chances) = Chances::split(&model.network);
    let mut parameters = model.graph().parameters.clone();
    parameters.carry_all(&chances);
    let graph = Graph { topology: model.graph().topology, parameters: &parameters };
    Web::of(&Binary::of(graph, 72 * baseline::HOUR).expect("every row is a need of its own"), &chances)
}

/// How many others the first node brings down in each sample, 64 samples at a time.
fn narrow(flood: &mut Flood<1>) -> Vec<u64> {
    let mut counts = vec![0; SAMPLES as usize];
    for (block, counts) in counts.chunks_mut(64).enumerate() {
        flood.run(SEED, block as u64, &[(0, [u64::MAX])]);
        for &node in flood.fallen().iter().filter(|&&node| node != 0) {
            let [mut left] = *flood.samples(node);
            while left != 0 {
                counts[left.trailing_zeros() as usize] += 1;
                left &= left - 1;
            }
        }
    }
    counts
}

/// The same in all samples at once.
fn wide(flood: &mut Flood<8>) -> Vec<u64> {
    flood.run(SEED, 0, &[(0, [u64::MAX; 8])]);
    let mut counts = keten::engine::LaneCount::default();
    for &node in flood.fallen().iter().filter(|&&node| node != 0) {
        counts.add(flood.samples(node), 1);
    }
    (0..SAMPLES as usize).map(|lane| counts.get(lane)).collect()
}

fn by_rank(model: &Model) -> Figure {
    let mut config = ranking::Config::new(ranking::Criterion::Affected);
    config.of = Some(model.network.nodes().take(1).collect());
    rank(model, &config, &Plan::new(SEED, SAMPLES), &Control::default()).value().rows[0].affected
}
