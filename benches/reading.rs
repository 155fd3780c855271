//! Reading: a generated table of 100,000 nodes and a million rows, from a file to a checked network.
//!
//! keten finds every fault on the way and sorts the network; the naive reader splits lines at commas and checks nothing.

#[allow(dead_code, reason = "each bench uses its own part")]
mod baseline;

use criterion::{Criterion, Throughput};
use keten::analysis::generate::{Config, Needs, id, rows};
use keten::tables::load_network;
use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

fn main() {
    let mut config = Config::new(100_000, 1);
    config.needs = Needs::KOfN;
    let folder = tempfile::tempdir().expect("there is room for a temporary folder");
    let file = folder.path().join("dependencies.csv");
    let count = write(&config, &file).expect("there is room for a temporary file");
    let path = file.to_str().expect("a temporary path is text");
    assert_equal(path);

    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let mut group = criterion.benchmark_group("reading");
    group.throughput(Throughput::Elements(count));
    group.bench_function("keten", |bench| bench.iter(|| load_network(black_box(path))));
    group.bench_function("naive", |bench| bench.iter(|| baseline::read(&text(black_box(path)))));
    group.finish();
    criterion.final_summary();
}

fn text(path: &str) -> String {
    std::fs::read_to_string(path).expect("the file was just written")
}

fn assert_equal(path: &str) {
    let naive = baseline::read(&text(path));
    let loaded = load_network(path).value.expect("a generated table has no faults");
    assert_eq!(loaded.network.node_count(), naive.nodes.len());
    assert_eq!(loaded.network.dependency_count(), naive.rows.len());
    assert!(naive.nodes.keys().map(String::as_str).eq(loaded.network.nodes().map(|node| loaded.network.id(node))));
}

/// Writes what `keten generate --needs k-of-n` writes; says how many rows.
fn write(config: &Config, path: &Path) -> Result<u64> {
    let mut out = BufWriter::new(File::create(path)?);
    let mut count = 0;
    writeln!(out, "dependent,provider,need,share,minimum")?;
    for row in rows(config) {
        write!(out, "{},{},need-{},", id(row.dependent), id(row.provider), row.need.unwrap_or_default())?;
        if row.share_of > 1 {
            write!(out, "1/{}", row.share_of)?;
        }
        writeln!(out, "{}", if row.whole { ",1" } else { "," })?;
        count += 1;
    }
    out.flush()?;
    Ok(count)
}
