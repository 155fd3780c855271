//! A column of numbers that are mostly alike.
//!
//! Invariant: as long as all of them are the usual one, the column takes no memory.

/// So many numbers, by place.
#[derive(Debug, Clone)]
pub(super) struct Column {
    usual: u32,
    count: usize,
    /// All of them, once one is not the usual one.
    numbers: Vec<u32>,
}

impl Column {
    pub(super) fn new(usual: u32, count: usize) -> Self {
        Self { usual, count, numbers: Vec::new() }
    }

    pub(super) fn get(&self, place: usize) -> u32 {
        self.numbers.get(place).copied().unwrap_or(self.usual)
    }

    pub(super) fn set(&mut self, place: usize, number: u32) {
        if self.numbers.is_empty() {
            if number == self.usual {
                return;
            }
            self.numbers = vec![self.usual; self.count];
        }
        self.numbers[place] = number;
    }
}
