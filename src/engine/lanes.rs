//! 512 losses side by side, one bit each, through a network without loops.
//!
//! Components are numbered providers first, so that one pass in the order of numbers closes all 512: when a component's turn comes, all that
//! can lose it had theirs. What is counted is counted by bit-sliced adders: bit `i` of the `j`-th row of a counter is bit `j` of count `i`.
//!
//! ```
//! use keten::engine::{LaneCount, Lane};
//! let mut count = LaneCount::default();
//! let row: Lane = [0b101, 0, 0, 0, 0, 0, 0, 0];
//! count.add(&row, 3);
//! count.add(&row, 1);
//! assert_eq!((count.get(0), count.get(1), count.get(2)), (4, 0, 4));
//! ```

use super::condensed::Condensed;

/// How many losses run side by side.
pub const LANES: usize = 512;
/// One bit for each of them.
pub type Lane = [u64; 8];

/// Room for closing 512 losses at a time.
#[derive(Debug, Clone)]
pub struct Lanes {
    lost: Vec<Lane>,
}

impl Lanes {
    /// Room for a network of so many components, at rest.
    pub fn new(components: usize) -> Self {
        Self { lost: vec![[0; 8]; components] }
    }

    /// Loses the components of each of at most 512 columns, and shows every component that falls in any of them, providers first, with the
    /// columns in which it does.
    ///
    /// # Panics
    /// With more than [`LANES`] columns.
    pub fn sweep(&mut self, condensed: &Condensed, columns: &[&[u32]], mut show: impl FnMut(u32, &Lane)) {
        assert!(columns.len() <= LANES, "a column has one of {LANES} bits");
        let mut first = self.lost.len();
        for (lane, &column) in columns.iter().enumerate() {
            for &component in column {
                self.lost[component as usize][lane / 64] |= 1 << (lane % 64);
                first = first.min(component as usize);
            }
        }
        for component in first..self.lost.len() {
            if self.lost[component] == [0; 8] {
                continue;
            }
            let row = std::mem::take(&mut self.lost[component]);
            for &dependent in condensed.dependents(component as u32) {
                or(&mut self.lost[dependent as usize], &row);
            }
            show(component as u32, &row);
        }
    }
}

/// Adds the bits of a row to another.
pub fn or(into: &mut Lane, row: &Lane) {
    for (word, bits) in into.iter_mut().zip(row) {
        *word |= bits;
    }
}

/// 512 counts side by side.
#[derive(Debug, Clone, Default)]
pub struct LaneCount {
    slices: Vec<Lane>,
}

impl LaneCount {
    /// Adds `weight` to the counts whose bit is set in the row.
    pub fn add(&mut self, row: &Lane, weight: u32) {
        let mut left = weight;
        while left > 0 {
            self.carry(*row, left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }

    fn carry(&mut self, mut row: Lane, mut slice: usize) {
        while row != [0; 8] {
            if slice >= self.slices.len() {
                self.slices.resize(slice + 1, [0; 8]);
            }
            for (word, bits) in self.slices[slice].iter_mut().zip(&mut row) {
                let both = *word & *bits;
                *word ^= *bits;
                *bits = both;
            }
            slice += 1;
        }
    }

    /// The counts that are more than so many.
    pub fn above(&self, most: u32) -> Lane {
        if (most as usize) >> self.slices.len().min(32) > 0 {
            return [0; 8];
        }
        let (mut above, mut equal) = ([0; 8], [u64::MAX; 8]);
        for (place, slice) in self.slices.iter().enumerate().rev() {
            let is_set = most >> place & 1 == 1;
            for word in 0..8 {
                if !is_set {
                    above[word] |= equal[word] & slice[word];
                }
                equal[word] &= if is_set { slice[word] } else { !slice[word] };
            }
        }
        above
    }

    /// One of the counts.
    pub fn get(&self, lane: usize) -> u64 {
        let bit = |(place, slice): (usize, &Lane)| (slice[lane / 64] >> (lane % 64) & 1) << place;
        self.slices.iter().enumerate().map(bit).sum()
    }

    /// Back to nothing.
    pub fn clear(&mut self) {
        self.slices.clear();
    }
}
