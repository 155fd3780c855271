//! An amount over time, as steps: what adds up, what is largest at once, and what lasts.
//!
//! Invariant: steps stand in order of time, each holds from its moment on, and the last up to the horizon; before the first there is nothing.

/// A moment, and the amount from then on.
pub(super) type Step = (i64, i128);

/// The amount times the time it lasts, up to the horizon.
pub(super) fn integral(steps: &[Step], horizon: i64) -> i128 {
    let ends = steps.iter().skip(1).map(|step| step.0).chain([horizon]);
    steps.iter().zip(ends).fold(0, |sum, (&(at, amount), end)| sum.saturating_add(amount.saturating_mul(i128::from(end - at))))
}

/// The largest amount that lasts for longer than `duration`.
///
/// A stack of steps that rise: when a lower one comes, each higher one before it has found its end, and its begin is where the one below it
/// ended.
pub(super) fn longest(steps: &[Step], horizon: i64, duration: i64) -> i128 {
    let mut rising: Vec<Step> = Vec::new();
    let mut best = 0;
    for &(at, amount) in steps.iter().chain([&(horizon, 0)]) {
        let mut begin = at;
        while let Some(&(from, higher)) = rising.last().filter(|step| step.1 >= amount) {
            if at - from > duration {
                best = best.max(higher);
            }
            begin = from;
            rising.pop();
        }
        rising.push((begin, amount));
    }
    best
}

/// Several amounts as one: at each moment `join` of those that hold.
pub(super) fn joined(parts: &[Vec<Step>], join: impl Fn(&[i128]) -> i128) -> Vec<Step> {
    if let [only] = parts {
        return only.clone();
    }
    let mut moves: Vec<(i64, usize, i128)> =
        parts.iter().enumerate().flat_map(|(part, steps)| steps.iter().map(move |&(at, amount)| (at, part, amount))).collect();
    moves.sort_unstable_by_key(|&(at, part, _)| (at, part));
    let mut now = vec![0_i128; parts.len()];
    let mut steps: Vec<Step> = Vec::new();
    for instant in moves.chunk_by(|a, b| a.0 == b.0) {
        for &(_, part, amount) in instant {
            now[part] = amount;
        }
        steps.push((instant[0].0, join(&now)));
    }
    steps
}

/// The largest of amounts that are the same people.
pub(super) fn largest(now: &[i128]) -> i128 {
    now.iter().copied().max().unwrap_or(0)
}

/// The largest sum at one moment.
pub(super) fn peak(groups: &[Vec<Step>]) -> i128 {
    let mut moves: Vec<Step> = Vec::new();
    for steps in groups {
        let mut before = 0;
        for &(at, amount) in steps {
            moves.push((at, amount - before));
            before = amount;
        }
    }
    moves.sort_unstable_by_key(|step| step.0);
    let (mut sum, mut best) = (0_i128, 0);
    for instant in moves.chunk_by(|a, b| a.0 == b.0) {
        sum = instant.iter().fold(sum, |sum, step| sum.saturating_add(step.1));
        best = best.max(sum);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{integral, joined, largest, longest, peak};

    #[test]
    fn what_lasts_is_the_highest_level_that_is_kept_up() {
        let steps = [(0, 5), (2, 9), (4, 3), (9, 0)];
        let beyond: Vec<i128> = [1, 2, 3, 4, 8, 9].map(|duration| longest(&steps, 10, duration)).into();
        assert_eq!(beyond, [9, 5, 5, 3, 3, 0], "exactly as long is not longer");
        assert_eq!(longest(&[(4, 7)], 10, 5), 7, "the horizon ends what still lasts");
    }

    #[test]
    fn sums_are_taken_at_one_moment_and_the_same_people_once() {
        let (one, two) = (vec![(0, 5), (2, 0)], vec![(2, 4), (6, 0)]);
        assert_eq!(peak(&[one.clone(), two.clone()]), 5, "what ends as another begins is not there with it");
        let same = joined(&[one, two], largest);
        assert_eq!((integral(&same, 8), longest(&same, 8, 5)), (26, 4));
    }
}
