//! Every network of up to four nodes, by every engine, against a search written down literally.

use super::model;
use keten::analysis::Model;
use keten::analysis::ranking::{Config, Criterion, Engine, rank};
use keten::network::{Draft, Network, NodeDetail, NodeRow};
use keten::outcome::Control;
use keten::units::Time;

/// What a node needs of its providers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// All of them.
    Each,
    /// Any of them.
    Either,
    /// The first, and any of the others.
    Mixed,
}

/// Rows as a bit per ordered pair: `rows[dependent]` has the bit of each provider.
type Rows = Vec<u32>;

fn network(rows: &Rows, needs: Needs) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    for node in 0..rows.len() {
        let id = draft.names.intern(&format!("n{node}"));
        draft.nodes.push(NodeRow { id, detail: NodeDetail::default() });
    }
    let either = draft.names.intern("either");
    for (dependent, &providers) in rows.iter().enumerate() {
        for (place, provider) in (0..rows.len()).filter(|provider| providers >> provider & 1 == 1).enumerate() {
            let row = draft.depend(&format!("n{dependent}"), &format!("n{provider}"));
            if needs == Needs::Either || (needs == Needs::Mixed && place > 0) {
                row.need = either;
            }
        }
    }
    Network::build(draft).unwrap()
}

/// Who is lost with one node: looked at again and again until nobody falls any more.
fn lost(rows: &Rows, needs: Needs, initiator: usize) -> u32 {
    let mut lost = 1_u32 << initiator;
    loop {
        let before = lost;
        for (node, &providers) in rows.iter().enumerate() {
            let first = providers & providers.wrapping_neg();
            let falls = match needs {
                Needs::Each => providers & lost != 0,
                Needs::Either => providers != 0 && providers & !lost == 0,
                Needs::Mixed => {
                    let others = providers & !first;
                    first & lost != 0 || (others != 0 && others & !lost == 0)
                }
            };
            lost |= u32::from(falls) << node;
        }
        if lost == before {
            return lost;
        }
    }
}

fn check(model: &Model, rows: &Rows, needs: Needs) {
    let expected: Vec<u64> = (0..rows.len()).map(|node| u64::from(lost(rows, needs, node).count_ones()) - 1).collect();
    for engine in std::iter::once(None).chain(Engine::ALL.iter().map(|&(_, engine)| Some(engine))) {
        let mut config = Config::new(Criterion::Affected);
        (config.engine, config.within) = (engine, Time::ZERO);
        let outcome = rank(model, &config, &Control::default());
        for row in &outcome.value().rows {
            let node: usize = row.id[1..].parse().unwrap();
            assert_eq!((row.affected, row.lost), (expected[node], expected[node]), "{engine:?}, {needs:?}, {rows:?}, {node}");
        }
    }
}

#[test]
fn all_digraphs_of_up_to_four_nodes() {
    let mut seen = 0;
    for nodes in 1..=4_usize {
        let pairs: Vec<(usize, usize)> = (0..nodes).flat_map(|a| (0..nodes).filter(move |&b| a != b).map(move |b| (a, b))).collect();
        for choice in 0..1_u32 << pairs.len() {
            let mut rows: Rows = vec![0; nodes];
            for (place, &(dependent, provider)) in pairs.iter().enumerate() {
                rows[dependent] |= (choice >> place & 1) << provider;
            }
            for needs in [Needs::Each, Needs::Either, Needs::Mixed] {
                check(&model(network(&rows, needs)), &rows, needs);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 3 * (1 + 4 + 64 + 4_096));
}
