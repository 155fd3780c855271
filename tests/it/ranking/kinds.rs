//! Random networks of the kinds that the fast engines serve, and just beyond.

use keten::network::{Cell, Draft, Importance, Network, NodeDetail, NodeRow};
use keten::units::{Level, ONE_PPM, Probability, Quantity, Time};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// How far the rankings look.
pub(crate) const WITHIN_MS: i64 = 6_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Needs that any lost provider loses, at once or after the horizon.
    AnyInput,
    /// Needs that survive some losses; no stocks.
    KOfN,
    /// The same with stocks of every length.
    Buffered,
    /// Now and then a part of the supply is of use, or a standby member steps in.
    Any,
}

#[derive(Debug, Clone)]
struct Need {
    dependent: usize,
    providers: Vec<(usize, bool)>,
    /// Shares in ppm, by turns.
    shares: Vec<u32>,
    minimum: u32,
    buffer_ms: i64,
    weight: Option<u32>,
    activation_ms: i64,
}

/// Networks of up to so many nodes.
pub(crate) fn draw(kind: Kind, most: usize) -> impl Strategy<Value = Network> {
    (2..=most).prop_flat_map(move |nodes| (vec((0..4_usize, any::<bool>()), nodes), vec(need(kind, nodes), 0..nodes * 2))).prop_map(network)
}

fn need(kind: Kind, nodes: usize) -> impl Strategy<Value = Need> {
    let third = ONE_PPM / 3;
    let shapes = match kind {
        Kind::AnyInput => vec![(vec![ONE_PPM], 0), (vec![ONE_PPM], ONE_PPM), (vec![ONE_PPM / 2], ONE_PPM), (vec![third], ONE_PPM)],
        Kind::KOfN | Kind::Buffered => vec![
            (vec![ONE_PPM], 0),
            (vec![ONE_PPM / 2], ONE_PPM),
            (vec![third], ONE_PPM),
            (vec![300_000, 700_000], ONE_PPM),
            (vec![ONE_PPM / 2, 250_000], 800_000),
            (vec![999_993, 20], 60),
        ],
        Kind::Any => vec![(vec![ONE_PPM], 0), (vec![ONE_PPM / 2], 0), (vec![ONE_PPM / 2, 250_000], 500_000), (vec![third], 900_000)],
    };
    let members = match kind {
        Kind::AnyInput => 1..=4_usize,
        _ => 1..=5,
    };
    let buffer = match kind {
        Kind::AnyInput => select(vec![0, 0, 0, WITHIN_MS + 1, 2 * WITHIN_MS]).boxed(),
        Kind::KOfN => Just(0).boxed(),
        _ => prop_oneof![2 => Just(0), 3 => select(vec![1, 333, 1_000, 2_000, 3_000, WITHIN_MS - 1, WITHIN_MS, WITHIN_MS + 1])].boxed(),
    };
    let odd = kind == Kind::Any;
    let weight =
        if odd { prop_oneof![6 => Just(None), 1 => Just(Some(300_000)), 1 => Just(Some(ONE_PPM))].boxed() } else { Just(None).boxed() };
    let activation = if odd { prop_oneof![8 => Just(0), 1 => Just(500_i64)].boxed() } else { Just(0).boxed() };
    let carries = prop_oneof![7 => Just(true), 1 => Just(false)];
    (0..nodes, vec((0..nodes, carries), members), select(shapes), buffer, weight, activation).prop_map(
        move |(dependent, providers, (shares, minimum), buffer_ms, weight, activation_ms)| {
            let mut need = Need { dependent, providers: unique(dependent, providers), shares, minimum, buffer_ms, weight, activation_ms };
            if kind == Kind::AnyInput {
                let enough = ONE_PPM.div_ceil(need.shares[0] + 1) as usize;
                if need.providers.len() < enough {
                    (need.shares, need.minimum) = (vec![ONE_PPM], 0);
                }
                let most = if need.shares[0] == ONE_PPM { 1 } else { enough };
                need.providers.truncate(most);
            }
            need
        },
    )
}

fn unique(dependent: usize, drawn: Vec<(usize, bool)>) -> Vec<(usize, bool)> {
    let mut kept: Vec<(usize, bool)> = Vec::new();
    for (provider, carries) in drawn {
        if provider != dependent && kept.iter().all(|&(other, _)| other != provider) {
            kept.push((provider, carries));
        }
    }
    kept
}

fn network((nodes, needs): (Vec<(usize, bool)>, Vec<Need>)) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    for (place, &(sector, process)) in nodes.iter().enumerate() {
        let id = draft.names.intern(&format!("n{place:03}"));
        let sector = (sector > 0).then(|| draft.names.intern(&format!("s{sector}")));
        let kind = process.then_some(keten::network::Kind::Process);
        draft.nodes.push(NodeRow { id, detail: NodeDetail { sector, kind, ..NodeDetail::default() } });
    }
    for (place, need) in needs.iter().enumerate().filter(|(_, need)| !need.providers.is_empty()) {
        let shares = whole_shares(need);
        for (member, &(provider, carries)) in need.providers.iter().enumerate() {
            let row = draft.depend(&format!("n{:03}", need.dependent), &format!("n{provider:03}"));
            (row.share, row.minimum) = (shares[member], need.minimum);
            let name = draft.names.intern(&format!("g{place:03}"));
            let row = draft.dependencies.len() - 1;
            draft.dependencies[row].need = name;
            let detail = draft.detail_mut(row);
            detail.buffer = hours(need.buffer_ms);
            detail.importance = need.weight.map(|weight| Importance::Supporting(Quantity::Fixed(Level::from_ppm(weight).unwrap())));
            detail.probability = Some(Quantity::Fixed(Probability::new(f64::from(u8::from(carries))).unwrap()));
            if need.activation_ms > 0 && member > 0 && shares[..member].iter().sum::<u32>() >= ONE_PPM {
                detail.activation = hours(need.activation_ms);
            }
        }
    }
    Network::build(draft).unwrap()
}

/// The shares of the members; the first is raised where all together would fall short.
fn whole_shares(need: &Need) -> Vec<u32> {
    let mut shares: Vec<u32> = (0..need.providers.len()).map(|member| need.shares[member % need.shares.len()]).collect();
    let sum: u32 = shares.iter().sum();
    if sum + 10 < ONE_PPM {
        shares[0] += ONE_PPM - sum;
    }
    shares
}

fn hours(ms: i64) -> Cell<Quantity<Time>> {
    Cell::Is(Quantity::Fixed(Time::from_ms(ms).unwrap()))
}
