//! Ranking: each of 2,000 nodes in turn lost for good, in a network whose needs have members to spare.
//!
//! keten chooses its engine by what the network is; beside it a fresh simulation for each, explained, and a breadth-first search for each with
//! a counter for each need. The search knows no time, no levels and no causes: it counts what is lost and nothing else.

#[allow(dead_code, reason = "each bench uses its own part")]
mod baseline;

use baseline::{Cascade, Net};
use criterion::{Criterion, Throughput};
use keten::analysis::generate::{self, Config, Needs};
use keten::analysis::{Model, ranking, what_if};
use keten::network::{Event, Stance};
use keten::outcome::Control;
use keten::units::Time;
use rayon::ThreadPoolBuilder;
use std::hint::black_box;

fn main() {
    let mut config = Config::new(2_000, 1);
    config.needs = Needs::KOfN;
    let model = Model::new(generate::network(&config), Stance::Central);
    let cascade = Cascade::of(&Net::generated(&config));
    let expected = cascade.affected();
    assert_eq!(by_rank(&model), expected);
    assert_eq!(by_what_if(&model), expected);
    assert!(expected.iter().any(|&affected| affected > 0));

    let alone = ThreadPoolBuilder::new().num_threads(1).build().expect("one thread can be had");
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let mut group = criterion.benchmark_group("ranking");
    group.throughput(Throughput::Elements(expected.len() as u64));
    group.bench_function("keten, all threads", |bench| bench.iter(|| by_rank(black_box(&model))));
    group.bench_function("keten, one thread", |bench| bench.iter(|| alone.install(|| by_rank(black_box(&model)))));
    group.bench_function("naive, a simulation each", |bench| bench.iter(|| by_what_if(black_box(&model))));
    group.bench_function("naive, a search each", |bench| bench.iter(|| black_box(&cascade).affected()));
    group.finish();
    criterion.final_summary();
}

/// How many others each node brings down, in the order of ids.
fn by_rank(model: &Model) -> Vec<u64> {
    let config = ranking::Config::new(ranking::Criterion::Affected);
    let outcome = ranking::rank(model, &config, &Control::default());
    let mut rows: Vec<(&str, u64)> = outcome.value().rows.iter().map(|row| (row.id.as_str(), row.affected)).collect();
    rows.sort_unstable();
    rows.into_iter().map(|(_, affected)| affected).collect()
}

fn by_what_if(model: &Model) -> Vec<u64> {
    let config = what_if::Config::to(Time::from_hours(72));
    let others = |node| {
        let event = Event::fail(&model.network, model.network.id(node)).expect("the node exists");
        what_if::what_if(model, &[event], &config).totals.affected - 1
    };
    model.network.nodes().map(others).collect()
}
