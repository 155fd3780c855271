//! Sets of items, in order, and how many there are.

/// Every set of a size, in order.
pub(super) struct Combinations {
    count: usize,
    next: Option<Vec<usize>>,
}

impl Combinations {
    pub(super) fn new(count: usize, size: usize) -> Self {
        Self { count, next: (size <= count).then(|| (0..size).collect()) }
    }
}

impl Iterator for Combinations {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        let set = self.next.take()?;
        // The last place that can go on, and behind it those that come next.
        let last = (0..set.len()).rfind(|&place| set[place] + set.len() - place < self.count);
        self.next = last.map(|place| set[..place].iter().copied().chain(set[place] + 1..).take(set.len()).collect());
        Some(set)
    }
}

/// How many sets of a size there are; `None` beyond what fits.
pub(super) fn binomial(count: u64, size: u64) -> Option<u64> {
    (0..size).try_fold(1_u64, |sets, at| Some(sets.checked_mul(count.saturating_sub(at))? / (at + 1)))
}

#[cfg(test)]
mod tests {
    use super::{Combinations, binomial};

    #[test]
    fn every_set_is_there_once() {
        assert_eq!(Combinations::new(4, 2).collect::<Vec<_>>(), [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        for (count, size) in [(6, 3), (2, 3), (5, 5), (7, 4), (5, 2), (4, 1)] {
            let sets: Vec<_> = Combinations::new(count, size).collect();
            assert_eq!(sets.len() as u64, binomial(count as u64, size as u64).unwrap());
            assert!(sets.is_sorted_by(|a, b| a < b) && sets.iter().all(|set| set.is_sorted_by(|a, b| a < b)));
        }
        assert_eq!(binomial(u64::MAX, 3), None);
    }
}
