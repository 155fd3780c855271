//! Compiling: a network of 100,000 nodes and a million dependencies, from names and rows to columns by id.
//!
//! keten makes both directions, the loops and the numbers of every need; the naive way is a vector for each node in both directions.

#[allow(dead_code, reason = "each bench uses its own part")]
mod baseline;

use baseline::Adjacency;
use criterion::{Criterion, Throughput};
use keten::analysis::generate::{self, Config, Needs};
use keten::graph::{Parameters, Topology};
use keten::network::{Network, Stance};
use std::hint::black_box;

fn main() {
    let mut config = Config::new(100_000, 1);
    config.needs = Needs::KOfN;
    let network = generate::network(&config);
    assert_equal(&network);

    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let mut group = criterion.benchmark_group("compiling");
    group.throughput(Throughput::Elements(network.dependency_count() as u64));
    group.bench_function("keten, shape and numbers", |bench| {
        bench.iter(|| (Topology::of(black_box(&network)), Parameters::of(&network, Stance::Central)));
    });
    group.bench_function("keten, shape alone", |bench| bench.iter(|| Topology::of(black_box(&network))));
    group.bench_function("naive, shape alone", |bench| bench.iter(|| adjacency(black_box(&network))));
    group.finish();
    criterion.final_summary();
}

fn adjacency(network: &Network) -> Adjacency {
    let pairs = network.dependencies().iter().map(|row| (network.need(row.need).dependent.0, row.provider.0));
    Adjacency::of(network.node_count(), pairs)
}

/// Every node has as many providers and dependents either way, so the sums are equal too.
fn assert_equal(network: &Network) {
    let (topology, naive) = (Topology::of(network), adjacency(network));
    for node in 0..topology.nodes() {
        assert_eq!(topology.members_of(node as u32).len(), naive.providers[node].len(), "providers of {node}");
        assert_eq!(topology.dependents(node as u32).len(), naive.dependents[node].len(), "dependents of {node}");
    }
    assert_eq!(naive.dependents.iter().map(Vec::len).sum::<usize>(), network.dependency_count());
}
