//! What one loss brings down where needs survive some losses, with a counter for each need: touching only what falls.
//!
//! Most losses bring down little, and nearly all others bring down the same: whoever falls with a *core* brings down what the core does, and
//! perhaps something beyond. So a loss is followed until it meets something labelled with a core, and from there as the difference from it.
//! A loss that meets neither an end nor a core is given up: it is better followed beside others ([`QuorumLanes`](super::QuorumLanes)).
//!
//! Proof. Write c(A) for what falls with the loss of A. It only grows with A, and c(c(A)) = c(A). If r falls with A, then c(A) holds c(r), so
//! that c(A) = c(c(r) and A): what the core brings down and, followed from there, what A adds. If A lies within c(r), it adds nothing.
//!
//! Labels only save work: a thread that misses one finds the same.

use super::queue::Marks;
use super::quorums::Quorums;
use std::sync::atomic::{AtomicU32, Ordering};

/// What the loss of one component brings down, kept so that others need not find it again.
#[derive(Debug, Clone)]
pub struct Core {
    /// The components that fall, the lost one first.
    pub components: Vec<u32>,
    is_down: Vec<bool>,
    /// Per need how much of it is lost.
    lost: Vec<u32>,
}

/// The cores of a network, and who is known to bring them down.
#[derive(Debug)]
pub struct Cores {
    list: Vec<Core>,
    /// Per component the place of a core that falls with it plus one; 0: none known.
    label: Vec<AtomicU32>,
}

/// How a loss ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit<'h> {
    /// These components fall, the lost ones first.
    Few(&'h [u32]),
    /// The core at this place falls, and beyond it these components, the lost ones among them first.
    Core(usize, &'h [u32]),
    /// More than was allowed was met.
    Much,
}

/// Room for following one loss at a time.
#[derive(Debug, Clone)]
pub struct Hits {
    down: Marks,
    /// Per need how much of it is lost, which counts in the round it was written in.
    lost: Vec<(u32, u32)>,
    round: u32,
}

/// Why a loss was followed no further.
enum Stop {
    End,
    Core(usize),
    Much,
}

/// Of so many losses at a time it is looked how many are large, and whether they meet the same.
const SAMPLE: usize = 256;
/// If one in so many is, they are worth a core.
const ONE_IN: usize = 16;
/// At most so many cores are made, and so many candidates for each are tried.
const MOST_CORES: usize = 16;
const CANDIDATES: usize = 8;

impl Cores {
    /// Looks for cores: what large losses among some of these have in common.
    pub fn find<'c>(quorums: &Quorums, columns: usize, column: impl Fn(usize) -> &'c [u32], most: usize) -> Self {
        let label = (0..quorums.alone().count()).map(|_| AtomicU32::new(0)).collect();
        let mut cores = Self { list: Vec::new(), label };
        let sample: Vec<usize> = (0..columns).step_by(columns.div_ceil(SAMPLE).max(1)).collect();
        let mut hits = Hits::new(quorums);
        let mut large = usize::MAX;
        while cores.list.len() < MOST_CORES {
            let still: Vec<usize> =
                sample.iter().copied().filter(|&at| hits.follow(quorums, column(at), most, &cores) == Hit::Much).collect();
            if still.len() * ONE_IN < sample.len().max(1)
                || still.len() >= large
                || !cores.plant(quorums, column(still[0]), most, &mut hits)
            {
                break;
            }
            large = still.len();
        }
        cores
    }

    /// The cores.
    pub fn list(&self) -> &[Core] {
        &self.list
    }

    /// Makes a core of what a large loss meets, if any of that brings down much.
    fn plant(&mut self, quorums: &Quorums, column: &[u32], most: usize, hits: &mut Hits) -> bool {
        hits.spread(quorums, column, usize::MAX, None, None);
        let size = |component: u32| quorums.alone().nodes(component).len() * (1 + quorums.alone().dependents(component).len());
        let mut roots = hits.down.items().to_vec();
        roots.sort_unstable_by_key(|&component| (std::cmp::Reverse(size(component)), component));
        for &root in roots.iter().take(CANDIDATES) {
            hits.spread(quorums, &[root], usize::MAX, None, None);
            if hits.down.items().len() > most {
                self.list.push(hits.core(quorums));
                self.label_those_above(quorums, root);
                return true;
            }
        }
        false
    }

    /// Labels the root of the latest core and everything that loses it along rows that suffice alone. Dependents have the higher numbers.
    fn label_those_above(&self, quorums: &Quorums, root: u32) {
        let place = self.list.len() - 1;
        for component in (0..=root).rev().filter(|&component| self.of(component).is_none()) {
            let loses = |&dependent: &u32| self.of(dependent) == Some(place);
            if component == root || quorums.alone().dependents(component).iter().any(loses) {
                self.set(component, place);
            }
        }
    }

    fn of(&self, component: u32) -> Option<usize> {
        self.label[component as usize].load(Ordering::Relaxed).checked_sub(1).map(|place| place as usize)
    }

    fn set(&self, component: u32, place: usize) {
        self.label[component as usize].store(place as u32 + 1, Ordering::Relaxed);
    }
}

impl Core {
    /// Whether a component falls with the core.
    pub fn holds(&self, component: u32) -> bool {
        self.is_down[component as usize]
    }
}

impl Hits {
    /// Room for a network, at rest.
    pub fn new(quorums: &Quorums) -> Self {
        Self { down: Marks::new(quorums.alone().count()), lost: vec![(0, 0); quorums.needs()], round: 0 }
    }

    /// What falls with these components, given up where more than `most` components and rows are met on the way.
    pub fn follow(&mut self, quorums: &Quorums, column: &[u32], most: usize, cores: &Cores) -> Hit<'_> {
        let place = match self.spread(quorums, column, most, Some(cores), None) {
            Stop::End => return Hit::Few(self.down.items()),
            Stop::Much => return Hit::Much,
            Stop::Core(place) => place,
        };
        if let [only] = column {
            cores.set(*only, place);
        }
        let core = &cores.list[place];
        if column.iter().all(|&component| core.holds(component)) {
            return Hit::Core(place, &[]);
        }
        match self.spread(quorums, column, most, None, Some(core)) {
            Stop::End => Hit::Core(place, self.down.items()),
            _ => Hit::Much,
        }
    }

    /// Lets components fall, beyond those of a core if there is one, until nothing more does or one is labelled.
    fn spread(&mut self, quorums: &Quorums, column: &[u32], most: usize, cores: Option<&Cores>, base: Option<&Core>) -> Stop {
        self.begin();
        for &component in column {
            if let Some(place) = self.fall(component, cores, base) {
                return Stop::Core(place);
            }
        }
        let (mut next, mut met) = (0, 0);
        while let Some(&component) = self.down.items().get(next) {
            next += 1;
            let (alone, rows) = (quorums.alone().dependents(component), quorums.rows(component));
            met += 1 + alone.len() + rows.len();
            if met > most {
                return Stop::Much;
            }
            for &dependent in alone {
                if let Some(place) = self.fall(dependent, cores, base) {
                    return Stop::Core(place);
                }
            }
            for row in rows {
                let before = base.map_or(0, |core| core.lost[row.need as usize]);
                if before + self.lose(row.need, row.weight) > row.spare
                    && let Some(place) = self.fall(quorums.component(row.need), cores, base)
                {
                    return Stop::Core(place);
                }
            }
        }
        Stop::End
    }

    fn begin(&mut self) {
        self.down.clear();
        if self.round == u32::MAX {
            self.lost.fill((0, 0));
            self.round = 0;
        }
        self.round += 1;
    }

    /// A component falls, if it has not; tells the core that it is known to bring down.
    fn fall(&mut self, component: u32, cores: Option<&Cores>, base: Option<&Core>) -> Option<usize> {
        if base.is_some_and(|core| core.holds(component)) {
            return None;
        }
        if self.down.add(component) { cores.and_then(|cores| cores.of(component)) } else { None }
    }

    /// Adds to what a need has lost.
    fn lose(&mut self, need: u32, weight: u32) -> u32 {
        let lost = &mut self.lost[need as usize];
        *lost = (self.round, if lost.0 == self.round { lost.1 + weight } else { weight });
        lost.1
    }

    /// What fell in the latest loss, as a core.
    fn core(&self, quorums: &Quorums) -> Core {
        let mut is_down = vec![false; quorums.alone().count()];
        for &component in self.down.items() {
            is_down[component as usize] = true;
        }
        let lost = self.lost.iter().map(|&(round, lost)| if round == self.round { lost } else { 0 }).collect();
        Core { components: self.down.items().to_vec(), is_down, lost }
    }
}
