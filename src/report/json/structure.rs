//! The `structure` of `keten.check/1`.

use crate::analysis::Model;
use crate::analysis::structure::{Common, Method, Point, Process, Ring, Structure};
use crate::network::NodeId;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Wire<'a> {
    loops: Vec<Loop<'a>>,
    depth: Depth<'a>,
    single_points: SinglePoints<'a>,
    redundant_needs: u64,
    shared_needs: u64,
    shared: Vec<Shared<'a>>,
}

#[derive(Serialize)]
struct Loop<'a> {
    nodes: Vec<&'a str>,
    can_lock: bool,
    stay_down: Vec<&'a str>,
    /// Null where there are too many nodes on loops to try each.
    triggers: Option<Vec<&'a str>>,
    black_starts: Vec<&'a str>,
}

#[derive(Serialize)]
struct Depth<'a> {
    levels: &'a [u64],
    longest: Vec<&'a str>,
}

#[derive(Serialize)]
struct SinglePoints<'a> {
    method: &'static str,
    complete: bool,
    processes: Vec<Ended<'a>>,
    nodes: Vec<Ending<'a>>,
}

#[derive(Serialize)]
struct Ended<'a> {
    id: &'a str,
    count: u64,
    nodes: Vec<Near<'a>>,
}

#[derive(Serialize)]
struct Near<'a> {
    id: &'a str,
    steps: u32,
}

#[derive(Serialize)]
struct Ending<'a> {
    id: &'a str,
    processes: u64,
}

#[derive(Serialize)]
struct Shared<'a> {
    dependent: &'a str,
    need: &'a str,
    members: Vec<&'a str>,
    count: u64,
    nodes: Vec<Near<'a>>,
}

pub(super) fn wire<'a>(model: &'a Model, built: &'a Structure) -> Wire<'a> {
    let wires = Wires(model);
    Wire {
        loops: built.rings.iter().map(|ring| wires.ring(ring)).collect(),
        depth: Depth { levels: &built.depth.levels, longest: wires.ids(&built.depth.longest) },
        single_points: SinglePoints {
            method: method(built.method),
            complete: built.complete,
            processes: built.processes.iter().map(|process| wires.process(process)).collect(),
            nodes: built.points.iter().map(|&(node, processes)| Ending { id: wires.id(node), processes }).collect(),
        },
        redundant_needs: built.redundant,
        shared_needs: built.commons,
        shared: built.common.iter().map(|common| wires.common(common)).collect(),
    }
}

const fn method(method: Method) -> &'static str {
    match method {
        Method::EachLoss => "each_loss",
        Method::Dominators => "dominators",
    }
}

struct Wires<'a>(&'a Model);

impl<'a> Wires<'a> {
    fn id(&self, node: NodeId) -> &'a str {
        self.0.network.id(node)
    }

    fn ids(&self, nodes: &[NodeId]) -> Vec<&'a str> {
        nodes.iter().map(|&node| self.id(node)).collect()
    }

    fn ring(&self, ring: &Ring) -> Loop<'a> {
        Loop {
            nodes: self.ids(&ring.nodes),
            can_lock: ring.can_lock(),
            stay_down: self.ids(&ring.stay_down),
            triggers: ring.triggers.as_ref().map(|triggers| self.ids(triggers)),
            black_starts: self.ids(&ring.black_starts),
        }
    }

    fn near(&self, points: &[Point]) -> Vec<Near<'a>> {
        points.iter().map(|point| Near { id: self.id(point.node), steps: point.steps }).collect()
    }

    fn process(&self, process: &Process) -> Ended<'a> {
        Ended { id: self.id(process.node), count: process.count, nodes: self.near(&process.points) }
    }

    fn common(&self, common: &Common) -> Shared<'a> {
        let network = &self.0.network;
        Shared {
            dependent: self.id(network.need(common.need).dependent),
            need: network.need_name(common.need),
            members: network.members(common.need).iter().map(|member| self.id(member.provider)).collect(),
            count: common.count,
            nodes: self.near(&common.points),
        }
    }
}
