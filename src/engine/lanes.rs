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

use super::upstream::{Spare, Upstream};
use std::ops::{Range, RangeInclusive};

/// How many losses run side by side.
pub const LANES: usize = 512;
/// One bit for each of them.
pub type Lane = [u64; 8];

/// Where no column begins that can be learned from.
const NONE: u16 = u16::MAX;

/// Room for closing 512 losses at a time.
///
/// What falls in the same columns shares a row, so that there are few of them and they stay near: a component that falls with one other alone
/// has the row of that one.
#[derive(Debug, Clone)]
pub struct Lanes {
    /// By component, which row tells the columns in which it falls. Columns that begin there and nowhere else are left out: dependents
    /// are told of them by `lane`.
    place: Vec<u32>,
    /// The first is empty.
    rows: Vec<Lane>,
    lane: Vec<u16>,
    /// The components at which columns begin, with the column.
    sources: Vec<(u32, u32)>,
}

impl Lanes {
    /// Room for a network of so many components, at rest.
    pub fn new(components: usize) -> Self {
        Self { place: vec![0; components], rows: Vec::new(), lane: vec![NONE; components], sources: Vec::new() }
    }

    /// Loses the components of each of at most 512 columns, and shows every component that falls in any of them, providers first, with the
    /// columns in which it does; those to which it belongs are left out. Adds to `spare` the rows of these components that are spare.
    ///
    /// # Panics
    /// With more than [`LANES`] columns.
    pub fn sweep(&mut self, upstream: &Upstream, columns: &[&[u32]], spare: &mut Vec<Spare>, mut show: impl FnMut(u32, &Lane)) {
        assert!(columns.len() <= LANES, "a column has one of {LANES} bits");
        self.begin(columns);
        let (Some(&(first, _)), Some(&(last, _))) = (self.sources.first(), self.sources.last()) else { return };
        let mut next = 0;
        for component in first..upstream.count() as u32 {
            let gathered = self.gather(upstream.providers(component), first..=last);
            let mut place = gathered.first;
            if gathered.is_own {
                let row = self.told(&gathered, upstream.providers(component), first..=last, |provider| spare.push((component, provider)));
                if upstream.is_leaf(component) && self.sources.get(next).is_none_or(|&(source, _)| source != component) {
                    show(component, &row);
                    continue;
                }
                place = self.keep(row);
            }
            let own = self.sources[next..].iter().take_while(|&&(source, _)| source == component).count();
            if own > 0 {
                place = self.lose(place, columns, next..next + own, |outside| show(component, outside));
                next += own;
            } else if place > 0 {
                show(component, &self.rows[place as usize]);
            }
            self.place[component as usize] = place;
        }
        for &(source, _) in &self.sources {
            self.lane[source as usize] = NONE;
        }
    }

    fn begin(&mut self, columns: &[&[u32]]) {
        self.rows.clear();
        self.rows.push([0; 8]);
        self.sources.clear();
        for (lane, &column) in columns.iter().enumerate() {
            self.sources.extend(column.iter().map(|&component| (component, lane as u32)));
            if let [only] = *column {
                self.lane[only as usize] = lane as u16;
            }
        }
        self.sources.sort_unstable();
    }

    fn keep(&mut self, row: Lane) -> u32 {
        self.rows.push(row);
        self.rows.len() as u32 - 1
    }

    /// The columns in which a component falls with one of its providers, but those that begin there.
    fn gather(&self, providers: &[u32], begun: RangeInclusive<u32>) -> Gathered {
        let mut gathered = Gathered { first: 0, row: [0; 8], is_own: false, is_told: false };
        for &provider in providers.iter().take_while(|provider| *provider >= begun.start()) {
            let place = self.place[provider as usize];
            gathered.is_told |= provider <= *begun.end() && self.lane[provider as usize] != NONE;
            if place == gathered.first || place == 0 {
                continue;
            }
            if gathered.first == 0 {
                gathered.first = place;
                continue;
            }
            if !gathered.is_own {
                gathered.row = self.rows[gathered.first as usize];
                gathered.is_own = true;
            }
            or(&mut gathered.row, &self.rows[place as usize]);
        }
        if gathered.is_told && !gathered.is_own {
            gathered.row = self.rows[gathered.first as usize];
            gathered.is_own = true;
        }
        gathered
    }

    /// The row of a component with the columns that begin at its providers; those that are in it anyway are shown.
    fn told(&self, gathered: &Gathered, providers: &[u32], begun: RangeInclusive<u32>, mut show_spare: impl FnMut(u32)) -> Lane {
        let mut row = gathered.row;
        if !gathered.is_told {
            return row;
        }
        let near = providers.iter().filter(|provider| begun.contains(provider));
        for &provider in near {
            let lane = self.lane[provider as usize] as usize;
            if lane == NONE as usize {
                continue;
            }
            let (word, bit) = (lane / 64, 1 << (lane % 64));
            row[word] |= bit;
            if gathered.row[word] & bit != 0 {
                show_spare(provider);
            }
        }
        row
    }

    /// The place of the row of a component at which columns begin, given that of what brings it down; shows the columns that begin elsewhere.
    fn lose(&mut self, place: u32, columns: &[&[u32]], sources: Range<usize>, mut show: impl FnMut(&Lane)) -> u32 {
        let mut row = self.rows[place as usize];
        let mut outside = row;
        for &(_, lane) in &self.sources[sources] {
            let (word, bit) = (lane as usize / 64, 1 << (lane % 64));
            outside[word] &= !bit;
            if columns[lane as usize].len() > 1 {
                row[word] |= bit;
            }
        }
        if !is_empty(&outside) {
            show(&outside);
        }
        if row == self.rows[place as usize] { place } else { self.keep(row) }
    }
}

/// What a component's providers bring about.
struct Gathered {
    /// The place of the first of their rows that is not empty.
    first: u32,
    /// All of them, where there is more than one, or columns that begin at a provider are to be told of.
    row: Lane,
    is_own: bool,
    is_told: bool,
}

/// Whether no bit of a row is set.
pub(super) fn is_empty(row: &Lane) -> bool {
    row.iter().fold(0, |any, word| any | word) == 0
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
        while !is_empty(&row) {
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

/// 512 sums of many weights. Costs less than [`LaneCount`] where much is added before anything is read: a row waits until another comes, and
/// the two are added at once to what is there.
///
/// ```
/// use keten::engine::{Lane, LaneSum};
/// let mut sum = LaneSum::default();
/// let row: Lane = [0b101, 0, 0, 0, 0, 0, 0, 0];
/// for weight in 1..=4 {
///     sum.add(&row, weight);
/// }
/// assert_eq!((sum.get(0), sum.get(1), sum.get(2)), (10, 0, 10));
/// ```
#[derive(Debug, Clone, Default)]
pub struct LaneSum {
    slices: Vec<Slice>,
}

/// The bits of one weight.
#[derive(Debug, Clone, Default)]
struct Slice {
    there: Lane,
    waiting: Option<Lane>,
}

impl LaneSum {
    /// Adds `weight` to the sums whose bit is set in the row.
    pub fn add(&mut self, row: &Lane, weight: u32) {
        let mut left = weight;
        while left > 0 {
            self.put(*row, left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }

    fn put(&mut self, mut row: Lane, slice: usize) {
        if self.slices.len() < slice {
            self.slices.resize(slice, Slice::default());
        }
        for place in slice.. {
            if place == self.slices.len() {
                self.slices.push(Slice::default());
            }
            let Slice { there, waiting } = &mut self.slices[place];
            let Some(other) = waiting.take() else {
                *waiting = Some(row);
                return;
            };
            for word in 0..8 {
                let (a, b, c) = (there[word], other[word], row[word]);
                let differ = a ^ b;
                there[word] = differ ^ c;
                row[word] = (a & b) | (differ & c);
            }
        }
    }

    /// One of the sums.
    pub fn get(&self, lane: usize) -> u64 {
        let bit = |row: &Lane| row[lane / 64] >> (lane % 64) & 1;
        let of = |slice: &Slice| bit(&slice.there) + slice.waiting.as_ref().map_or(0, bit);
        self.slices.iter().enumerate().map(|(place, slice)| of(slice) << place).sum()
    }

    /// Back to nothing.
    pub fn clear(&mut self) {
        self.slices.clear();
    }
}
