//! Synthetic networks: seeded, of any size, for trying a method before there is data and for measuring.
//!
//! Every node's rows are drawn from (seed, node) alone, so they are the same whatever else is generated.
//!
//! ```
//! use keten::analysis::generate::{Config, rows};
//! let config = Config::new(1_000, 1);
//! assert!(rows(&config).count() > 5_000);
//! assert!(rows(&config).eq(rows(&config)));
//! ```

use crate::network::{Cell, DependencyRow, Draft, Kind, NOT_STATED, NameId, Network, NodeDetail, NodeRow};
use crate::units::{ONE_PPM, Probability, Quantity, Time};

/// Who provides to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A few nodes provide to very many: the number of dependents of a node follows a power law with exponent 2.2 (Chung and Lu, PNAS 2002).
    ScaleFree,
    /// Every node is as likely a provider as any other.
    Random,
    /// As scale-free, but nobody depends on a later node, so that there are no loops.
    Layered,
}

/// How needs are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Every row is a need of its own: losing any provider loses the node.
    All,
    /// Needs of one to four members of which some are enough.
    KOfN,
}

/// Along which rows compromise passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Along none.
    None,
    /// Along all, at once.
    Instant,
    /// Along all, after 0, 1, 4 or 12 hours.
    Timed,
}

/// What is generated.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// How many nodes.
    pub nodes: u32,
    /// How many dependencies each has on average.
    pub mean_degree: u32,
    /// Who provides to whom.
    pub shape: Shape,
    /// How needs are met.
    pub needs: Needs,
    /// Whether one need in four has a buffer of 4, 24 or 72 hours.
    pub buffers: bool,
    /// Along which rows compromise passes.
    pub access: Access,
    /// With which probability each row carries losses; `None`: not stated, so that it always does.
    pub probability: Option<Probability>,
    /// Different seeds give different networks.
    pub seed: u64,
}

impl Config {
    /// A scale-free network with ten dependencies a node, each a need of its own.
    pub fn new(nodes: u32, seed: u64) -> Self {
        Self {
            nodes,
            mean_degree: 10,
            shape: Shape::ScaleFree,
            needs: Needs::All,
            buffers: false,
            access: Access::None,
            probability: None,
            seed,
        }
    }
}

/// A generated dependency; nodes are numbered from 0, those that provide most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Who needs.
    pub dependent: u32,
    /// Who provides.
    pub provider: u32,
    /// The number of the need among its node's; `None`: a need of its own.
    pub need: Option<u32>,
    /// One over this is the share.
    pub share_of: u32,
    /// Whether the need takes all of its supply: stated on its first row.
    pub whole: bool,
    /// The buffer of the need in hours; stated on its first row.
    pub buffer_h: Option<u32>,
    /// The time to compromise in hours; `None`: the row states no access.
    pub ttc_h: Option<u32>,
}

/// How many sectors the nodes are spread over.
pub const SECTORS: u32 = 10;

/// Every row, by dependent.
pub fn rows(config: &Config) -> impl Iterator<Item = Row> + '_ {
    (0..config.nodes).flat_map(move |node| rows_of(config, node))
}

/// Whether a generated node is a process: one in a thousand, and at least the last.
pub fn is_process(config: &Config, node: u32) -> bool {
    node % 1000 == 999 || node + 1 == config.nodes
}

fn rows_of(config: &Config, node: u32) -> Vec<Row> {
    let mut draw = Draw::new(config.seed, node);
    let providers = providers(config, node, &mut draw);
    let mut rows = Vec::with_capacity(providers.len());
    let mut left = providers.as_slice();
    let mut need = 0;
    while !left.is_empty() {
        let size = if config.needs == Needs::All { 1 } else { (1 + draw.below(4) as usize).min(left.len()) };
        let (members, rest) = left.split_at(size);
        let enough = 1 + draw.below(size as u32);
        let buffer_h = (config.buffers && draw.below(4) == 0).then(|| [4, 24, 72][draw.below(3) as usize]);
        for (place, &provider) in members.iter().enumerate() {
            let first = place == 0;
            let grouped = config.needs == Needs::KOfN;
            rows.push(Row {
                dependent: node,
                provider,
                need: grouped.then_some(need),
                share_of: enough,
                whole: first && enough > 1,
                buffer_h: buffer_h.filter(|_| first),
                ttc_h: ttc(config, &mut draw),
            });
        }
        left = rest;
        need += 1;
    }
    rows
}

/// Nothing is drawn where no row has a time of its own, so that all else stays as it is.
fn ttc(config: &Config, draw: &mut Draw) -> Option<u32> {
    match config.access {
        Access::None => None,
        Access::Instant => Some(0),
        Access::Timed => Some([0, 1, 4, 12][draw.below(4) as usize]),
    }
}

/// The different providers of a node, none of them itself.
fn providers(config: &Config, node: u32, draw: &mut Draw) -> Vec<u32> {
    let reach = if config.shape == Shape::Layered { node } else { config.nodes };
    let others = if config.shape == Shape::Layered { node } else { config.nodes.saturating_sub(1) };
    let wanted = (1 + draw.below((2 * config.mean_degree).saturating_sub(1).max(1))).min(others / 2);
    let mut found = Vec::with_capacity(wanted as usize);
    while found.len() < wanted as usize {
        let provider = if config.shape == Shape::Random { draw.below(reach) } else { draw.heavy(reach) };
        if provider != node && !found.contains(&provider) {
            found.push(provider);
        }
    }
    found
}

/// Draws for one node: `SplitMix64` (Steele, Lea and Flood, OOPSLA 2014) from a start that mixes seed and node.
struct Draw(u64);

impl Draw {
    fn new(seed: u64, node: u32) -> Self {
        let mut draw = Self(seed ^ 0x6b65_7465_6e00_0000);
        draw.0 = draw.next() ^ u64::from(node);
        draw.0 = draw.next();
        draw
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below `bound`.
    fn below(&mut self, bound: u32) -> u32 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u32
    }

    /// A number below `bound`, `i` with weight (i + c) to the power of -5/6: degrees then follow a power law with exponent 1 + 6/5 = 2.2,
    /// and c keeps the largest near the square root of the number of rows.
    fn heavy(&mut self, bound: u32) -> u32 {
        let fraction = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let offset = libm::sqrt(f64::from(bound)) / 6.0 + 1.0;
        let (low, high) = (libm::pow(offset, 1.0 / 6.0), libm::pow(f64::from(bound) + offset, 1.0 / 6.0));
        let root = low + fraction * (high - low);
        let cube = root * root * root;
        ((cube * cube - offset).max(0.0) as u32).min(bound - 1)
    }
}

/// The id of a generated node.
pub fn id(node: u32) -> String {
    format!("n{node:07}")
}

/// The generated network without going through files.
pub fn network(config: &Config) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    let ids: Vec<NameId> = (0..config.nodes).map(|node| draft.names.intern(&id(node))).collect();
    for node in 0..config.nodes {
        let sector = draft.names.intern(&sector(node));
        let kind = if is_process(config, node) { Kind::Process } else { Kind::Provider };
        draft.nodes.push(NodeRow {
            id: ids[node as usize],
            detail: NodeDetail { sector: Some(sector), kind: Some(kind), ..NodeDetail::default() },
        });
    }
    for row in rows(config) {
        let mut stated = DependencyRow::plain(ids[row.dependent as usize], ids[row.provider as usize]);
        if let Some(need) = row.need {
            stated.need = draft.names.intern(&format!("need-{need}"));
            stated.share = (ONE_PPM + row.share_of / 2) / row.share_of;
            stated.minimum = if row.whole { ONE_PPM } else { NOT_STATED };
        }
        draft.dependencies.push(stated);
        if let Some(p) = config.probability {
            draft.detail_mut(draft.dependencies.len() - 1).probability = Some(Quantity::Fixed(p));
        }
        if let Some(hours) = row.buffer_h {
            draft.detail_mut(draft.dependencies.len() - 1).buffer = Cell::Is(Quantity::Fixed(Time::from_hours(hours)));
        }
        if let Some(hours) = row.ttc_h {
            let detail = draft.detail_mut(draft.dependencies.len() - 1);
            detail.access = Cell::Is(crate::network::Access::Update);
            detail.ttc = Cell::Is(Quantity::Fixed(Time::from_hours(hours)));
        }
    }
    Network::build(draft).unwrap_or_else(|faults| unreachable!("a generated network keeps every rule, but: {:?}", faults.first()))
}

/// The sector of a generated node.
pub fn sector(node: u32) -> String {
    format!("sector-{}", node % SECTORS)
}
