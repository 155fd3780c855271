//! The naive way: each stage of keten as one would first write it, with the standard library alone.
//!
//! Nothing here is made slow on purpose. It does what is asked over the whole network, where keten touches only what changes, and it stands
//! beside each bench so that a speed is a ratio within one run. Levels are whole ppm and times whole ms, as in docs/semantics.md.

use keten::analysis::generate::{Config, Row, id, rows};
use keten::network::Thing;
use keten::units::Chance;
use std::collections::BTreeMap;

/// A whole level of function, in ppm.
pub(crate) const ONE: i64 = 1_000_000;
/// How near to a bound counts as reaching it, in ppm.
const NEAR: i64 = 10;
/// An hour in ms.
pub(crate) const HOUR: i64 = 3_600_000;

// ------------------------------------------------------------------------------------------------------------------------- reading

/// A table as a first program would hold it: ids to numbers, and rows of texts and numbers.
pub(crate) struct Table {
    /// The number of each id.
    pub(crate) nodes: BTreeMap<String, usize>,
    /// Dependent, provider, need and share.
    pub(crate) rows: Vec<(usize, usize, String, f64)>,
}

/// Reads `dependent,provider,need,share,minimum` by splitting lines at commas. Believes everything it reads.
pub(crate) fn read(text: &str) -> Table {
    let mut table = Table { nodes: BTreeMap::new(), rows: Vec::new() };
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (dependent, provider) = (number(&mut table.nodes, cells[0]), number(&mut table.nodes, cells[1]));
        table.rows.push((dependent, provider, cells[2].to_owned(), fraction(cells[3])));
    }
    table
}

fn number(nodes: &mut BTreeMap<String, usize>, id: &str) -> usize {
    let next = nodes.len();
    *nodes.entry(id.to_owned()).or_insert(next)
}

/// `1/3`, or 1 where the cell is empty.
fn fraction(cell: &str) -> f64 {
    cell.split_once('/').map_or(1.0, |(top, bottom)| value(top) / value(bottom))
}

fn value(text: &str) -> f64 {
    text.parse().expect("a generated table holds numbers")
}

// ----------------------------------------------------------------------------------------------------------------------- compiling

/// Who a node needs, and who needs it: a vector for each node in both directions.
pub(crate) struct Adjacency {
    /// The providers of each node.
    pub(crate) providers: Vec<Vec<u32>>,
    /// The dependents of each node.
    pub(crate) dependents: Vec<Vec<u32>>,
}

impl Adjacency {
    /// From pairs of dependent and provider.
    pub(crate) fn of(nodes: usize, pairs: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut adjacency = Self { providers: vec![Vec::new(); nodes], dependents: vec![Vec::new(); nodes] };
        for (dependent, provider) in pairs {
            adjacency.providers[dependent as usize].push(provider);
            adjacency.dependents[provider as usize].push(dependent);
        }
        adjacency
    }
}

// ------------------------------------------------------------------------------------------------------------------------ networks

/// A network with restarts, buffers that refill at once, and needs of which some members are enough.
pub(crate) struct Net {
    /// How long a better potential must last, per node.
    pub(crate) restart: Vec<i64>,
    /// The needs, in any order.
    pub(crate) needs: Vec<Need>,
}

/// A need of a node.
pub(crate) struct Need {
    /// Who needs.
    pub(crate) dependent: usize,
    /// Who provides, and which part.
    pub(crate) members: Vec<(usize, i64)>,
    /// The supply below which nothing can be used.
    pub(crate) minimum: i64,
    /// How long the need is met without supply.
    pub(crate) buffer: i64,
    /// How many members must work.
    pub(crate) enough: usize,
}

/// A node that is down from a moment until another.
#[derive(Clone, Copy)]
pub(crate) struct Outage {
    /// The node.
    pub(crate) node: usize,
    /// The first moment.
    pub(crate) from: i64,
    /// The first moment after it.
    pub(crate) to: i64,
}

/// Two hours for one node in four, half an hour for one in ten, nothing for the others.
pub(crate) fn restart(node: u32) -> i64 {
    if node.is_multiple_of(4) { 2 * HOUR } else { i64::from(node % 10 == 3) * HOUR / 2 }
}

impl Net {
    /// The generated network, with a restart of two hours for one node in four and of half an hour for one in ten.
    pub(crate) fn generated(config: &Config) -> Self {
        let mut net = Self { restart: (0..config.nodes).map(restart).collect(), needs: Vec::new() };
        let mut last = None;
        for row in rows(config) {
            let need = (row.dependent, row.need);
            if row.need.is_none() || last != Some(need) {
                net.needs.push(Need::of(&row));
            }
            last = Some(need);
            let share = (ONE + i64::from(row.share_of) / 2) / i64::from(row.share_of);
            net.needs.last_mut().expect("one was just made").members.push((row.provider as usize, share));
        }
        net
    }

    fn nodes(&self) -> usize {
        self.restart.len()
    }
}

impl Need {
    fn of(row: &Row) -> Self {
        Self {
            dependent: row.dependent as usize,
            members: Vec::new(),
            minimum: if row.whole { ONE } else { 0 },
            buffer: row.buffer_h.map_or(0, i64::from) * HOUR,
            enough: row.share_of as usize,
        }
    }
}

// ------------------------------------------------------------------------------------------------------------------------ scenario

/// Follows a course of outages by working out every node and every need at every instant, again and again until nothing moves. What
/// comes out is each change: when, of which node, to which output.
pub(crate) fn simulate(net: &Net, outages: &[Outage], horizon: i64) -> Vec<(i64, usize, i64)> {
    let mut state = State::new(net);
    let mut changes = Vec::new();
    let mut moment = Some(0);
    while let Some(now) = moment.filter(|&now| now <= horizon) {
        let before = state.output.clone();
        state.instant(outages, now);
        let moved = (0..net.nodes()).filter(|&node| state.output[node] != before[node]);
        changes.extend(moved.map(|node| (now, node, state.output[node])));
        moment = state.next(outages, now);
    }
    changes
}

struct State<'n> {
    net: &'n Net,
    needs_of: Vec<Vec<usize>>,
    output: Vec<i64>,
    own: Vec<i64>,
    /// The potential of each node at the end of the last instant.
    potential: Vec<i64>,
    /// Potentials that still count, with when each ended.
    past: Vec<Vec<(i64, i64)>>,
    /// What each need has in stock, in ppm-ms, and how much of it goes each ms.
    stock: Vec<i64>,
    drain: Vec<i64>,
    last: i64,
}

impl<'n> State<'n> {
    fn new(net: &'n Net) -> Self {
        let nodes = net.nodes();
        let mut needs_of = vec![Vec::new(); nodes];
        for (place, need) in net.needs.iter().enumerate() {
            needs_of[need.dependent].push(place);
        }
        Self {
            net,
            needs_of,
            output: vec![ONE; nodes],
            own: vec![ONE; nodes],
            potential: vec![ONE; nodes],
            past: vec![Vec::new(); nodes],
            stock: net.needs.iter().map(|need| need.buffer * ONE).collect(),
            drain: vec![0; net.needs.len()],
            last: 0,
        }
    }

    fn instant(&mut self, outages: &[Outage], now: i64) {
        let mut own = vec![ONE; self.net.nodes()];
        for outage in outages.iter().filter(|outage| outage.from <= now && now < outage.to) {
            own[outage.node] = 0;
        }
        for (stock, drain) in self.stock.iter_mut().zip(&self.drain) {
            *stock = (*stock - drain * (now - self.last)).max(0);
        }
        let caps: Vec<i64> = (0..self.net.nodes()).map(|node| self.cap(node, now)).collect();
        let risen: Vec<i64> = self.own.iter().zip(&own).map(|(&before, &after)| before.max(after)).collect();
        self.settle(&risen, &caps, i64::max);
        self.settle(&own, &caps, i64::min);
        self.own = own;
        self.remember(now);
    }

    /// The lowest potential in the restart window of a node; the one before this instant ends with it.
    fn cap(&self, node: usize, now: i64) -> i64 {
        let restart = self.net.restart[node];
        let past = self.past[node].iter().filter(|(end, _)| now < end + restart).map(|&(_, potential)| potential);
        past.chain((restart > 0).then_some(self.potential[node])).min().unwrap_or(ONE)
    }

    /// Moves outputs one way until nothing moves any more.
    fn settle(&mut self, own: &[i64], caps: &[i64], keep: impl Fn(i64, i64) -> i64) {
        let mut moving = true;
        while moving {
            moving = false;
            for node in 0..self.net.nodes() {
                let output = keep(self.output[node], self.potential_of(node, own[node]).min(caps[node]));
                moving |= output != self.output[node];
                self.output[node] = output;
            }
        }
    }

    fn potential_of(&self, node: usize, own: i64) -> i64 {
        let met = self.needs_of[node].iter().map(|&need| self.effective(need)).min().unwrap_or(ONE);
        snap(own.min(met))
    }

    fn effective(&self, need: usize) -> i64 {
        let supply = self.supply(need);
        let usable = supply >= self.net.needs[need].minimum - NEAR;
        if self.stock[need] > 0 { ONE } else { supply * i64::from(usable) }
    }

    fn supply(&self, need: usize) -> i64 {
        let exact: i64 = self.net.needs[need].members.iter().map(|&(provider, share)| share * self.output[provider]).sum();
        snap((exact / ONE).min(ONE))
    }

    fn remember(&mut self, now: i64) {
        for node in 0..self.net.nodes() {
            let potential = self.potential_of(node, self.own[node]);
            let restart = self.net.restart[node];
            self.past[node].retain(|(end, _)| now < end + restart);
            if potential != self.potential[node] {
                self.past[node].push((now, self.potential[node]));
                self.potential[node] = potential;
            }
        }
        for need in 0..self.net.needs.len() {
            self.drain[need] = ONE - self.supply(need);
            if self.drain[need] == 0 {
                self.stock[need] = self.net.needs[need].buffer * ONE;
            }
        }
        self.last = now;
    }

    /// The first moment after `now` at which anything can happen.
    fn next(&self, outages: &[Outage], now: i64) -> Option<i64> {
        let planned = outages.iter().flat_map(|outage| [outage.from, outage.to]);
        let stocks = self.stock.iter().zip(&self.drain).filter(|&(&stock, &drain)| stock > 0 && drain > 0);
        let empty = stocks.map(|(stock, drain)| now + (stock + drain - 1) / drain);
        let windows = self.past.iter().zip(&self.net.restart).flat_map(|(past, restart)| past.iter().map(move |(end, _)| end + restart));
        planned.chain(empty).chain(windows).filter(|&moment| moment > now).min()
    }
}

fn snap(level: i64) -> i64 {
    if level >= ONE - NEAR { ONE } else { level }
}

// ------------------------------------------------------------------------------------------------------------------------- ranking

/// Which needs each node serves, and how many members each need can spare.
pub(crate) struct Cascade {
    serves: Vec<Vec<usize>>,
    spare: Vec<usize>,
    dependent: Vec<usize>,
}

impl Cascade {
    /// Of a network in which a need is met or not, and nothing is bridged.
    pub(crate) fn of(net: &Net) -> Self {
        let mut serves = vec![Vec::new(); net.nodes()];
        for (place, need) in net.needs.iter().enumerate() {
            for &(provider, _) in &need.members {
                serves[provider].push(place);
            }
        }
        let spare = net.needs.iter().map(|need| need.members.len() - need.enough).collect();
        Self { serves, spare, dependent: net.needs.iter().map(|need| need.dependent).collect() }
    }

    /// How many other nodes the loss of each node brings down: one breadth-first search per node, with a fresh counter for each need.
    pub(crate) fn affected(&self) -> Vec<u64> {
        (0..self.serves.len()).map(|node| self.affected_by(node)).collect()
    }

    /// How many other nodes the loss of one brings down.
    pub(crate) fn affected_by(&self, initiator: usize) -> u64 {
        let mut lost = vec![false; self.serves.len()];
        let mut spare = self.spare.clone();
        let mut queue = std::collections::VecDeque::from([initiator]);
        lost[initiator] = true;
        let mut affected = 0;
        while let Some(node) = queue.pop_front() {
            for &need in &self.serves[node] {
                let dependent = self.dependent[need];
                if spare[need] > 0 {
                    spare[need] -= 1;
                } else if !std::mem::replace(&mut lost[dependent], true) {
                    affected += 1;
                    queue.push_back(dependent);
                }
            }
        }
        affected
    }
}

// ------------------------------------------------------------------------------------------------------------- independent cascades

/// Which rows lead from each node, each with what is drawn for it.
pub(crate) struct Contagion {
    rows: Vec<Vec<(usize, u64)>>,
    chance: Chance,
}

impl Contagion {
    /// Of a generated network in which every row is a need of its own and carries with probability `p`.
    pub(crate) fn of(config: &Config, p: f64) -> Self {
        let mut found = vec![Vec::new(); config.nodes as usize];
        for row in rows(config) {
            let (dependent, provider) = (id(row.dependent), id(row.provider));
            let thing = Thing::of("probability").and(&dependent).and(&provider).and(&provider);
            found[row.provider as usize].push((row.dependent as usize, thing.number()));
        }
        Self { rows: found, chance: Chance::of(p) }
    }

    /// How many others the loss of a node brings down in each sample: a breadth-first search per sample, each row drawn when it is met.
    pub(crate) fn affected(&self, initiator: usize, seed: u64, samples: u64) -> Vec<u64> {
        (0..samples).map(|sample| self.affected_in(initiator, seed, sample)).collect()
    }

    fn affected_in(&self, initiator: usize, seed: u64, sample: u64) -> u64 {
        let mut lost = vec![false; self.rows.len()];
        let mut queue = std::collections::VecDeque::from([initiator]);
        lost[initiator] = true;
        let mut affected = 0;
        while let Some(node) = queue.pop_front() {
            for &(dependent, thing) in &self.rows[node] {
                if !lost[dependent] && self.chance.in_sample(seed, thing, sample) {
                    lost[dependent] = true;
                    affected += 1;
                    queue.push_back(dependent);
                }
            }
        }
        affected
    }
}
