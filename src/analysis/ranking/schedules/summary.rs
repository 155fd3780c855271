//! What an anchor that begins at a moment brings down, counted once.

use crate::analysis::profile::Profile;
use crate::engine::Base;

/// The counts of an anchor that begins at a moment, its root included.
#[derive(Debug, Clone, Default)]
pub(super) struct Summary {
    pub(super) affected: u64,
    pub(super) processes: u64,
    pub(super) sectors: u64,
    /// The times that nodes are down until the horizon, added up.
    pub(super) lost_ms: i128,
    /// The vital nodes that fall, by moment.
    pub(super) vital: Vec<(i64, u32)>,
    in_sector: Vec<u32>,
}

impl Summary {
    fn of(base: Base, profile: &Profile, within: i64) -> Self {
        let mut summary = Self { in_sector: vec![0; profile.sectors + 1], ..Self::default() };
        for &(at, node) in base.anchor.by_time.iter().take_while(|&&(at, _)| at <= within - base.from) {
            let (at, place) = (at + base.from, node as usize);
            summary.affected += 1;
            summary.processes += u64::from(profile.is_process[place]);
            summary.lost_ms += i128::from(within - at);
            summary.in_sector[profile.sector[place] as usize] += 1;
            if profile.is_vital[place] {
                summary.vital.push((at, node));
            }
        }
        summary.sectors = summary.in_sector[1..].iter().filter(|&&nodes| nodes > 0).count() as u64;
        summary
    }

    /// How many nodes of a sector fall.
    pub(super) fn in_sector(&self, sector: u32) -> u32 {
        self.in_sector.get(sector as usize).copied().unwrap_or(0)
    }
}

/// Summaries by anchor and moment; the oldest makes room when there are many.
#[derive(Debug, Default)]
pub(super) struct Summaries {
    nothing: Summary,
    known: Vec<((u32, i64), Summary)>,
    next: usize,
}

/// At most this many are kept.
const MOST: usize = 64;

impl Summaries {
    pub(super) fn of(&mut self, base: Option<Base>, profile: &Profile, within: i64) -> &Summary {
        let Some(base) = base else { return &self.nothing };
        let key = (base.place, base.from);
        if let Some(place) = self.known.iter().position(|(known, _)| *known == key) {
            return &self.known[place].1;
        }
        let entry = (key, Summary::of(base, profile, within));
        if self.known.len() < MOST {
            self.known.push(entry);
            return &self.known[self.known.len() - 1].1;
        }
        let place = self.next;
        self.next = (place + 1) % MOST;
        self.known[place] = entry;
        &self.known[place].1
    }
}
