//! A slow and literal reading of section 8 of the model: every millisecond is looked at by itself.

use crate::reference::ONE;
use std::collections::BTreeMap;

/// An amount that a node carries.
#[derive(Clone, Debug)]
pub struct Amount {
    pub node: usize,
    pub criterion: usize,
    pub amount: i128,
    /// From so many ms into each loss on.
    pub after: i64,
    /// Amounts of one population are the same people.
    pub population: Option<usize>,
}

/// What is there of a criterion at every millisecond up to and with the horizon, per group of people; an amount times parts per million.
fn groups(amounts: &[Amount], steps: &[Vec<(i64, i64)>], horizon: i64, criterion: usize) -> Vec<Vec<i128>> {
    let mut groups: BTreeMap<(bool, usize), Vec<i128>> = BTreeMap::new();
    for (place, amount) in amounts.iter().enumerate().filter(|(_, amount)| amount.criterion == criterion) {
        let key = amount.population.map_or((false, place), |population| (true, population));
        let group = groups.entry(key).or_insert_with(|| vec![0; horizon as usize + 1]);
        let (mut output, mut begin) = (ONE, None);
        for t in 0..=horizon {
            if let Some((_, new)) = steps[amount.node].iter().find(|(at, _)| *at == t) {
                output = *new;
            }
            begin = if output == ONE { None } else { begin.or(Some(t)) };
            if begin.is_some_and(|begin| t - begin >= amount.after) {
                let there = amount.amount * i128::from(ONE - output);
                group[t as usize] = group[t as usize].max(there);
            }
        }
    }
    groups.into_values().collect()
}

/// The amount times what is missing, over time.
pub fn integral(amounts: &[Amount], steps: &[Vec<(i64, i64)>], horizon: i64, criterion: usize) -> i128 {
    groups(amounts, steps, horizon, criterion).iter().map(|group| group[..horizon as usize].iter().sum::<i128>()).sum()
}

/// The largest sum at one moment.
pub fn peak(amounts: &[Amount], steps: &[Vec<(i64, i64)>], horizon: i64, criterion: usize) -> i128 {
    let groups = groups(amounts, steps, horizon, criterion);
    (0..=horizon as usize).map(|t| groups.iter().map(|group| group[t]).sum()).max().unwrap_or(0)
}

/// The most that is without for longer than a duration: of each group the highest level that is kept up for more milliseconds than that.
pub fn beyond(amounts: &[Amount], steps: &[Vec<(i64, i64)>], horizon: i64, criterion: usize, duration: i64) -> i128 {
    let lasting = |group: &Vec<i128>| {
        let mut levels: Vec<i128> = group.clone();
        levels.sort_unstable();
        levels.dedup();
        let is_kept = |level: &i128| group[..horizon as usize].split(|there| there < level).any(|run| run.len() as i64 > duration);
        levels.into_iter().rev().find(is_kept).unwrap_or(0)
    };
    groups(amounts, steps, horizon, criterion).iter().map(lasting).sum()
}
