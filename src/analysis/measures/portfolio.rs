//! The best set of measures within a budget.
//!
//! Invariants: a set is followed in the order of the table, and that is the set that is told; every set that is told can be taken; what is
//! said to be the most that can be avoided is proven, also where measures make one another worse.

use super::avoided;
use super::figure::{Followed, Study};
use crate::analysis::uncertainty::Figure;
use crate::network::MeasureId;

/// A set of measures that a budget buys.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// The measures, in the order of the table.
    pub measures: Vec<MeasureId>,
    /// What they cost together.
    pub cost: f64,
    /// How much they avoid together.
    pub avoided: Figure,
    /// Whether every set that the budget allows was followed.
    pub exact: bool,
    /// How many sets were followed.
    pub followed: u64,
    /// How many sets were passed over because they cannot be taken: the network would be at fault.
    pub impossible: u64,
    /// What no set can avoid more than: what the best of all avoids where all were followed, else all that there is to avoid.
    pub at_most: f64,
    /// What all measures that can be paid one by one avoid together; `None` where every set was followed, or they cannot be taken together.
    pub together: Option<f64>,
}

/// The best set: of all of them where they are few, else put together one measure at a time. `None` when the user interrupted.
pub(super) fn best(study: &Study, base: &[f64], budget: f64) -> Option<Portfolio> {
    search(study, base, budget).ok()
}

fn search(study: &Study, base: &[f64], budget: f64) -> Result<Portfolio, Interrupted> {
    let nothing = Candidate { set: Vec::new(), cost: 0.0, avoided: avoided(base, base) };
    let mut search = Search { study, base, budget, best: nothing, followed: 0, impossible: 0 };
    let affordable: Vec<MeasureId> = (0..study.count()).map(MeasureId).filter(|&id| search.fits(&[], id)).collect();
    let sets = search.sets(&affordable);
    let exact = sets.is_some();
    study.expect(sets.as_ref().map_or(1, |sets| sets.len() as u64));
    let together = if exact { None } else { search.together(&affordable)? };
    match sets {
        Some(sets) => search.try_all(&sets)?,
        None => search.grow(&affordable)?,
    }
    let Search { best, followed, impossible, .. } = search;
    let at_most = if exact { best.avoided.mean } else { Figure::of(base).mean };
    Ok(Portfolio { measures: best.set, cost: best.cost, avoided: best.avoided, exact, followed, impossible, at_most, together })
}

/// A set that was followed.
struct Candidate {
    set: Vec<MeasureId>,
    cost: f64,
    avoided: Figure,
}

impl Candidate {
    /// Whether it avoids more, or as much for less.
    fn is_better_than(&self, other: &Self) -> bool {
        let by_avoided = self.avoided.mean.total_cmp(&other.avoided.mean);
        by_avoided.then(other.cost.total_cmp(&self.cost)).is_gt()
    }
}

struct Search<'a> {
    study: &'a Study<'a>,
    base: &'a [f64],
    budget: f64,
    best: Candidate,
    followed: u64,
    impossible: u64,
}

/// The user interrupted.
struct Interrupted;

impl Search<'_> {
    /// Follows a set; nothing where it cannot be taken.
    fn follow(&mut self, set: Vec<MeasureId>) -> Result<Option<Candidate>, Interrupted> {
        match self.study.follow(&set) {
            Followed::Values(left) => {
                self.followed += 1;
                let cost = self.study.cost(&set).unwrap_or(0.0);
                Ok(Some(Candidate { set, cost, avoided: avoided(self.base, &left) }))
            }
            Followed::Impossible => {
                self.impossible += 1;
                Ok(None)
            }
            Followed::Interrupted => Err(Interrupted),
        }
    }

    fn try_all(&mut self, sets: &[Vec<MeasureId>]) -> Result<(), Interrupted> {
        for set in sets {
            if let Some(found) = self.follow(set.clone())?.filter(|found| found.is_better_than(&self.best)) {
                self.best = found;
            }
        }
        Ok(())
    }

    /// Adds the measure that avoids most more for its euros, as long as one does.
    fn grow(&mut self, affordable: &[MeasureId]) -> Result<(), Interrupted> {
        loop {
            let mut next: Option<(f64, Candidate)> = None;
            let open: Vec<MeasureId> = affordable.iter().copied().filter(|&id| self.fits(&self.best.set, id)).collect();
            self.study.expect(open.len() as u64);
            for id in open {
                let Some(found) = self.grown(id)? else { continue };
                let gain = (found.avoided.mean - self.best.avoided.mean) / (found.cost - self.best.cost).max(1.0);
                if gain > 0.0 && next.as_ref().is_none_or(|(known, _)| gain > *known) {
                    next = Some((gain, found));
                }
            }
            let Some((_, found)) = next else { return Ok(()) };
            self.best = found;
        }
    }

    /// The best set with one more measure, where that can be taken.
    fn grown(&mut self, id: MeasureId) -> Result<Option<Candidate>, Interrupted> {
        let mut set = [&self.best.set[..], &[id]].concat();
        // Of two that change one cell the later in the table holds, whichever was found first.
        set.sort_unstable();
        self.follow(set)
    }

    /// What all together avoid, where no two of them exclude one another.
    fn together(&self, affordable: &[MeasureId]) -> Result<Option<f64>, Interrupted> {
        let excludes = |id: &MeasureId| self.study.measure(*id).excludes.iter().any(|other| affordable.contains(other));
        if affordable.iter().any(excludes) {
            self.study.pass_over();
            return Ok(None);
        }
        match self.study.follow(affordable) {
            Followed::Values(left) => Ok(Some(avoided(self.base, &left).mean)),
            Followed::Impossible => Ok(None),
            Followed::Interrupted => Err(Interrupted),
        }
    }

    /// Whether one more measure can be taken and paid.
    fn fits(&self, set: &[MeasureId], id: MeasureId) -> bool {
        let in_place = self.study.taken();
        let is_there = |other: &MeasureId| set.contains(other) || in_place.contains(other);
        let is_free = !is_there(&id) && !self.study.measure(id).excludes.iter().any(is_there);
        is_free && self.study.cost(&[set, &[id]].concat()).is_some_and(|cost| cost <= self.budget)
    }

    /// Every set that the budget and the exclusions allow, in the order of the table; `None` where there are too many.
    fn sets(&self, affordable: &[MeasureId]) -> Option<Vec<Vec<MeasureId>>> {
        let mut sets: Vec<Vec<MeasureId>> = vec![Vec::new()];
        for &id in affordable {
            let larger: Vec<Vec<MeasureId>> = sets.iter().filter(|set| self.fits(set, id)).map(|set| [&set[..], &[id]].concat()).collect();
            sets.extend(larger);
            if sets.len() > self.study.config.most_sets {
                return None;
            }
        }
        sets.remove(0);
        Some(sets)
    }
}
