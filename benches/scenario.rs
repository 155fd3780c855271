//! One scenario through time: outages one after another on a network with buffers, restarts and needs of which some members are enough.
//!
//! ```text
//!   10,000 nodes: keten beside the loop that works out every node at every instant
//!      200 nodes: keten beside the literal reference of the tests as well
//! ```
//!
//! The timed networks are layered: without loops what falls also returns, and so there is something to follow.

#[allow(dead_code, reason = "each bench uses its own part")]
mod baseline;
#[allow(dead_code, unreachable_pub, unused_imports, reason = "it belongs to the tests, which use more of it")]
#[path = "../tests/it/reference/mod.rs"]
mod reference;

use baseline::{HOUR, Net, Outage};
use criterion::{Criterion, Throughput};
use keten::analysis::Model;
use keten::analysis::generate::{self, Config, Needs, Shape};
use keten::engine::{Course, Hazard, Timeline};
use keten::network::{Cell, Draft, Network, NodeDetail, NodeRow, Stance};
use keten::units::{Quantity, Time};
use std::hint::black_box;

/// Two weeks.
const HORIZON: i64 = 14 * 24 * HOUR;

type Steps = Vec<(i64, usize, i64)>;

fn main() {
    let loops = Case::new(Shape::ScaleFree, 200);
    assert_eq!(loops.by_keten(), loops.by_reference());
    let (small, large) = (Case::new(Shape::Layered, 200), Case::new(Shape::Layered, 10_000));
    assert_eq!(small.by_keten(), small.by_reference());

    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    small.bench(&mut criterion, "scenario on 200 nodes", Some(Case::by_reference));
    large.bench(&mut criterion, "scenario on 10,000 nodes", None);
    criterion.final_summary();
}

/// A network as the naive way and as keten hold it, and what happens to it.
struct Case {
    net: Net,
    model: Model,
    outages: Vec<Outage>,
}

impl Case {
    fn new(shape: Shape, nodes: u32) -> Self {
        let mut config = Config::new(nodes, 1);
        (config.shape, config.needs, config.buffers) = (shape, Needs::KOfN, true);
        let net = Net::generated(&config);
        let model = Model::new(network_of(&net), Stance::Central);
        Self { net, model, outages: outages(nodes as usize) }
    }

    fn bench(&self, criterion: &mut Criterion, name: &str, reference: Option<fn(&Self) -> Steps>) {
        let steps = self.by_keten();
        assert!(steps.len() > self.outages.len() * 2, "what is hit takes others with it");
        assert_eq!(steps, self.by_naive());
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(steps.len() as u64));
        group.bench_function("keten", |bench| bench.iter(|| black_box(self).by_keten()));
        group.bench_function("naive", |bench| bench.iter(|| black_box(self).by_naive()));
        if let Some(reference) = reference {
            group.bench_function("reference", |bench| bench.iter(|| reference(black_box(self))));
        }
        group.finish();
    }

    /// From a network at rest; the room for its state is made anew each time.
    fn by_keten(&self) -> Steps {
        let hazards = self.outages.iter().zip(0..).map(|(outage, event)| hazard(*outage, event));
        let mut timeline = Timeline::new(self.model.graph());
        timeline.run(&Course { hazards: hazards.collect(), drains: Vec::new() }, HORIZON);
        timeline.changes().iter().map(|change| (change.at, change.node as usize, i64::from(change.output))).collect()
    }

    fn by_naive(&self) -> Steps {
        baseline::simulate(&self.net, &self.outages, HORIZON)
    }

    fn by_reference(&self) -> Steps {
        let down = |outage: &Outage| reference::Hazard { node: outage.node, from: outage.from, to: Some(outage.to), level: 0 };
        let hazards = self.outages.iter().map(down).collect();
        let scenario = reference::Scenario { hazards, drains: Vec::new(), horizon: HORIZON };
        let run = reference::simulate(&reference_of(&self.net), &scenario);
        let steps = run.steps.into_iter().enumerate();
        let mut steps: Steps = steps.flat_map(|(node, steps)| steps.into_iter().map(move |(at, output)| (at, node, output))).collect();
        steps.sort_unstable();
        steps
    }
}

/// Forty outages on the nodes that provide most, one every five hours, each of three to nine hours.
fn outages(nodes: usize) -> Vec<Outage> {
    let outage = |place: usize| {
        let from = place as i64 * 5 * HOUR;
        Outage { node: place * 7 % nodes.min(100), from, to: from + (3 + place as i64 % 7) * HOUR }
    };
    (0..40).map(outage).collect()
}

fn hazard(outage: Outage, event: u32) -> Hazard {
    Hazard { node: outage.node as u32, from: outage.from, to: Some(outage.to), level: 0, event }
}

fn network_of(net: &Net) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    for (node, &restart) in net.restart.iter().enumerate() {
        let id = draft.names.intern(&generate::id(node as u32));
        draft.nodes.push(NodeRow { id, detail: NodeDetail { restart: duration(restart), ..NodeDetail::default() } });
    }
    for (place, need) in net.needs.iter().enumerate() {
        let name = draft.names.intern(&format!("need-{place}"));
        for &(provider, share) in &need.members {
            let row = draft.depend(&generate::id(need.dependent as u32), &generate::id(provider as u32));
            (row.need, row.share, row.minimum) = (name, share as u32, need.minimum as u32);
            let row = draft.dependencies.len() - 1;
            draft.detail_mut(row).buffer = duration(need.buffer);
        }
    }
    Network::build(draft).expect("a generated network keeps every rule")
}

fn duration(ms: i64) -> Cell<Quantity<Time>> {
    Cell::Is(Quantity::Fixed(Time::from_ms(ms).expect("some hours are a time")))
}

fn reference_of(net: &Net) -> reference::Net {
    let node = |&restart: &i64| reference::Node { restart, black_start: 0 };
    reference::Net { nodes: net.restart.iter().map(node).collect(), needs: net.needs.iter().map(reference_need).collect() }
}

fn reference_need(need: &baseline::Need) -> reference::Need {
    let member = |&(provider, share): &(usize, i64)| reference::Member { provider, share, activation: 0, carries: true, starts: true };
    reference::Need {
        dependent: need.dependent,
        members: need.members.iter().map(member).collect(),
        minimum: need.minimum,
        buffer: need.buffer,
        refill: 0,
        weight: None,
        buffer_works: true,
    }
}
