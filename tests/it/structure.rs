//! How a network is built, against the literal reading: each loss simulated, each path walked.

use crate::engine::network_of;
use crate::reference::{self, Hazard, Net, Scenario, random};
use keten::analysis::Model;
use keten::analysis::structure::{Config, Method, Structure, structure};
use keten::network::{Network, NodeId, Stance};
use proptest::prelude::*;

/// 13 months and a bit: longer than what is waited for.
const YEAR_MS: i64 = 8_766 * 3_600_000;
const HOUR_MS: i64 = 3_600_000;

/// The same network when nothing takes time any more.
pub(crate) fn steady(net: &Net) -> Net {
    let mut net = net.clone();
    for need in &mut net.needs {
        (need.buffer, need.refill) = (0, 0);
        need.members.retain(|member| member.activation == 0 || member.starts);
        need.members.iter_mut().for_each(|member| member.activation = 0);
    }
    net
}

fn lasting(node: usize) -> Scenario {
    Scenario { hazards: vec![Hazard { node, from: 0, to: None, level: 0 }], drains: Vec::new(), horizon: 0 }
}

/// Which nodes are lost when one is.
fn lost_with(net: &Net, node: usize) -> Vec<bool> {
    let run = reference::simulate(net, &lasting(node));
    run.steps.iter().map(|steps| steps.iter().any(|&(_, output)| output <= 10)).collect()
}

/// A network with every second node a process.
fn with_processes(net: &Net) -> Network {
    let rows = network_of(net);
    let mut draft = keten::network::Draft { has_node_table: true, ..Default::default() };
    for node in rows.nodes() {
        let id = draft.names.intern(rows.id(node));
        let mut detail = rows.node(node).clone();
        detail.kind = (node.0 % 2 == 0).then_some(keten::network::Kind::Process);
        draft.nodes.push(keten::network::NodeRow { id, detail });
    }
    for need in rows.needs() {
        for member in rows.members(need) {
            let name = draft.names.intern(rows.need_name(need));
            let row = draft.depend(rows.id(rows.need(need).dependent), rows.id(member.provider));
            (row.need, row.share, row.minimum) = (name, rows.terms(member).share, rows.terms(member).minimum);
            let place = draft.dependencies.len() - 1;
            *draft.detail_mut(place) = rows.detail(member).clone();
        }
    }
    Network::build(draft).unwrap()
}

fn model(net: &Net) -> Model {
    Model::new(with_processes(net), Stance::Central)
}

fn look(model: &Model, each_loss_up_to: u64) -> Structure {
    let mut config = Config::default();
    config.each_loss_up_to = each_loss_up_to;
    structure(model, &config)
}

/// The nodes of each point list, without their order.
fn nodes(points: &[keten::analysis::structure::Point]) -> Vec<u32> {
    let mut nodes: Vec<u32> = points.iter().map(|point| point.node.0).collect();
    nodes.sort_unstable();
    nodes
}

/// Every loss that ends each process, and all members of each need with more than one, as the reference has it.
fn check_points(net: &Net) -> Result<(), TestCaseError> {
    let model = model(net);
    let steady = steady(net);
    let lost: Vec<Vec<bool>> = (0..net.nodes.len()).map(|node| lost_with(&steady, node)).collect();
    let needed = |node: usize| net.needs.iter().any(|need| need.members.iter().any(|member| member.provider == node));
    let (exact, sure) = (look(&model, u64::MAX), look(&model, 0));
    prop_assert_eq!((exact.method, sure.method, exact.complete), (Method::EachLoss, Method::Dominators, true));
    let of = |built: &Structure| built.processes.iter().map(|process| process.node).collect::<Vec<_>>();
    prop_assert_eq!(of(&exact), of(&sure));
    for (process, surely) in exact.processes.iter().zip(&sure.processes) {
        let of = process.node.0 as usize;
        let expected: Vec<u32> =
            (0..net.nodes.len()).filter(|&node| node != of && needed(node) && lost[node][of]).map(|node| node as u32).collect();
        prop_assert_eq!(nodes(&process.points), expected.clone(), "{}", of);
        prop_assert!(nodes(&surely.points).iter().all(|node| expected.contains(node)));
        prop_assert!(!sure.complete || nodes(&surely.points) == expected);
        prop_assert!(process.points.windows(2).all(|two| two[0].steps <= two[1].steps));
    }
    for (place, need) in net.needs.iter().enumerate() {
        let dependent = model.network.find(&format!("n{:03}", need.dependent)).unwrap();
        let Some(id) = model.network.find_need(dependent, &format!("g{place:03}")) else { continue };
        let all = |node: usize| steady.needs[place].members.iter().all(|member| member.carries && lost[node][member.provider]);
        let expected: Vec<u32> =
            (0..net.nodes.len()).filter(|&node| node != need.dependent && needed(node) && all(node)).map(|node| node as u32).collect();
        if let Some(common) = exact.common_of(id) {
            prop_assert_eq!(nodes(&common.points), expected.clone());
        } else {
            prop_assert!(expected.is_empty() || !is_redundant(net, place));
        }
        let surely = sure.common_of(id).map(|common| nodes(&common.points)).unwrap_or_default();
        prop_assert!(surely.iter().all(|node| expected.contains(node)));
    }
    Ok(())
}

/// Whether the loss of some active member leaves a need whole, or a member stands by.
fn is_redundant(net: &Net, need: usize) -> bool {
    let members = &net.needs[need].members;
    let active: Vec<i64> = members.iter().filter(|member| member.activation == 0).map(|member| member.share).collect();
    let survives = active.len() > 1 && active.iter().any(|share| active.iter().sum::<i64>() - share >= reference::ONE - 10);
    survives || (active.len() < members.len() && members.len() > 1)
}

/// Who reaches whom, by as many rounds as there are nodes.
fn reaches(net: &Net) -> Vec<Vec<bool>> {
    let count = net.nodes.len();
    let mut reach = vec![vec![false; count]; count];
    for need in &net.needs {
        for member in &need.members {
            reach[need.dependent][member.provider] = true;
        }
    }
    for by in 0..count {
        for from in 0..count {
            for to in 0..count {
                reach[from][to] |= reach[from][by] && reach[by][to];
            }
        }
    }
    reach
}

fn check_rings(net: &Net) -> Result<(), TestCaseError> {
    let model = model(net);
    let (built, reach) = (look(&model, u64::MAX), reaches(net));
    let count = net.nodes.len();
    let on_loop: Vec<usize> =
        (0..count).filter(|&node| (0..count).any(|other| other != node && reach[node][other] && reach[other][node])).collect();
    prop_assert_eq!(built.rings.iter().map(|ring| ring.nodes.len()).sum::<usize>(), on_loop.len());
    for ring in &built.rings {
        let nodes: Vec<usize> = ring.nodes.iter().map(|node| node.0 as usize).collect();
        prop_assert!(nodes.iter().all(|&a| nodes.iter().all(|&b| a == b || reach[a][b] && reach[b][a])));
        let stock = net.needs.iter().filter(|need| nodes.contains(&need.dependent) && need.buffer_works).map(|need| need.buffer).max();
        let until = stock.unwrap_or(0) + HOUR_MS;
        let down = |out: &[usize]| -> Vec<NodeId> {
            let hazards = out.iter().map(|&node| Hazard { node, from: 0, to: Some(until), level: 0 }).collect();
            let run = reference::simulate(net, &Scenario { hazards, drains: Vec::new(), horizon: until + YEAR_MS });
            let end = |node: usize| run.steps[node].last().map_or(reference::ONE, |&(_, output)| output);
            nodes.iter().filter(|&&node| end(node) < reference::ONE).map(|&node| NodeId(node as u32)).collect()
        };
        prop_assert_eq!(&ring.stay_down, &down(&nodes));
        let triggers: Vec<NodeId> = nodes.iter().filter(|&&node| !down(&[node]).is_empty()).map(|&node| NodeId(node as u32)).collect();
        prop_assert_eq!(ring.triggers.as_ref(), Some(&triggers));
    }
    Ok(())
}

fn check_depth(net: &Net) -> Result<(), TestCaseError> {
    let model = model(net);
    let (built, reach) = (look(&model, u64::MAX), reaches(net));
    let count = net.nodes.len();
    let together = |a: usize, b: usize| a == b || reach[a][b] && reach[b][a];
    let mut level = vec![0_usize; count];
    for _ in 0..count {
        for node in 0..count {
            let below = (0..count).filter(|&other| reach[node][other] && !together(node, other)).map(|other| level[other] + 1);
            level[node] = below.max().unwrap_or(0);
        }
    }
    let mut levels = vec![0; level.iter().max().map_or(0, |most| most + 1)];
    level.iter().for_each(|&level| levels[level] += 1);
    prop_assert_eq!(&built.depth.levels, &levels);
    let chain: Vec<usize> = built.depth.longest.iter().map(|node| node.0 as usize).collect();
    prop_assert_eq!(chain.len(), levels.len());
    prop_assert!(chain.windows(2).all(|two| reach[two[1]][two[0]] && !together(two[0], two[1])));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: super::engine::cases(1000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn single_points_are_those_whose_loss_ends_it((net, _) in random::case(7)) {
        check_points(&net)?;
    }

    #[test]
    fn loops_come_back_when_the_reference_says_so((net, _) in random::case(5)) {
        check_rings(&net)?;
    }

    #[test]
    fn depth_is_the_longest_chain((net, _) in random::case(9)) {
        check_depth(&net)?;
    }
}

const TWO_LINES: &str = "dependent,provider,need,probability\ntel,a,power,\ntel,b,power,\na,station,,\nb,station,,\nstation,gas,,\n";

#[test]
fn two_lines_that_need_the_same_station() {
    let model = super::uncertainty::model(TWO_LINES);
    for up_to in [0, u64::MAX] {
        let built = look(&model, up_to);
        let ids = |points: &[keten::analysis::structure::Point]| -> Vec<String> {
            points.iter().map(|point| format!("{} {}", model.network.id(point.node), point.steps)).collect()
        };
        assert_eq!(built.common.len(), 1);
        assert_eq!(ids(&built.common[0].points), ["station 2", "gas 3"]);
        assert!(built.complete && built.processes.is_empty());
        assert_eq!((built.redundant, built.commons, built.common[0].count), (1, 1, 2));
        assert_eq!(built.depth.levels, [1, 1, 2, 1]);
        let longest: Vec<&str> = built.depth.longest.iter().map(|&node| model.network.id(node)).collect();
        assert_eq!(longest, ["gas", "station", "a", "tel"]);
    }
}

#[test]
fn a_large_network_gives_the_same_either_way() {
    use keten::analysis::generate::{self, Needs};
    for needs in [Needs::All, Needs::KOfN] {
        let mut config = generate::Config::new(1_500, 3);
        (config.mean_degree, config.needs) = (4, needs);
        let model = Model::new(generate::network(&config), Stance::Central);
        let (exact, sure) = (look(&model, u64::MAX), look(&model, 0));
        assert!(!exact.processes.is_empty() && exact.points == sure.points || !sure.complete);
        assert!(sure.complete, "{needs:?}");
        assert_eq!((exact.processes, exact.common), (sure.processes, sure.common));
    }
}

#[test]
fn the_number_of_threads_does_not_show() {
    let model = Model::new(keten::analysis::generate::network(&keten::analysis::generate::Config::new(800, 5)), Stance::Central);
    let on = |threads: usize| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| look(&model, 0));
    assert_eq!(on(1), on(4));
}

#[test]
fn a_need_of_more_members_than_a_word_has_bits_is_swept_as_it_is_followed() {
    use keten::engine::Surely;
    use keten::graph::{Graph, Parameters, Topology};
    // Each brings a fortieth, and all of it is needed, so each alone takes the need.
    let rows: String = (0..40).map(|member| format!("tel,m{member:02},power,0.025,1\n")).collect();
    let network = super::uncertainty::model(&format!("dependent,provider,need,share,minimum\n{rows}")).network;
    let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
    let surely = Surely::of(Graph { topology: &topology, parameters: &parameters });
    let node = |id: &str| network.find(id).unwrap().0;
    let members: Vec<u32> = (0..40).map(|member| node(&format!("m{member:02}"))).collect();
    let (mut room, mut alone) = (surely.room(), surely.room());
    surely.sweep(&mut room, &members);
    let swept: Vec<bool> = (0..40).map(|lane| room.lost(node("tel"))[0] >> lane & 1 == 1).collect();
    let followed: Vec<bool> =
        members.iter().map(|&member| surely.follow(&mut alone, member, 1_000).unwrap().contains(&node("tel"))).collect();
    assert_eq!(swept, followed);
    // What only the first 32 are looked at for is a part, and is called one.
    assert_eq!((swept.iter().filter(|lost| **lost).count(), surely.is_complete()), (32, false));
}

#[test]
fn what_there_is_no_room_for_is_left_out_and_said_to_be() {
    // Two losses end each of six processes: twelve pairs.
    let rows: String = (0..6).map(|process| format!("tel{process},grid\n")).collect();
    let nodes: String = (0..6).map(|process| format!("tel{process},process\n")).collect();
    let (rows, nodes) = (format!("dependent,provider\ngrid,gas\n{rows}"), format!("id,kind\n{nodes}"));
    let case = super::cli::folder(&[("dependencies.csv", &rows), ("nodes.csv", &nodes)]);
    let model = Model::new(keten::tables::load_network(case.path().to_str().unwrap()).value.unwrap().network, Stance::Central);
    for each_loss_up_to in [0, u64::MAX] {
        let (mut narrow, mut roomy) = (Config::default(), Config::default());
        (narrow.each_loss_up_to, roomy.each_loss_up_to) = (each_loss_up_to, each_loss_up_to);
        (narrow.most_pairs, roomy.most_pairs) = (11, 100);
        let (part, whole) = (structure(&model, &narrow), structure(&model, &roomy));
        assert_eq!((whole.complete, part.complete), (true, false));
        let pairs = |built: &Structure| built.points.iter().map(|&(_, ends)| ends).sum::<u64>();
        assert_eq!((pairs(&part), pairs(&whole)), (11, 12), "what there is room for is there");
    }
}
