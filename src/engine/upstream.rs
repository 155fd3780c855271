//! Who each component of a network without loops rests on, less what says nothing new.
//!
//! A row is *spare* when its dependent falls with its provider along others too. What is reached without spare rows is what is reached with
//! them, whichever of them are left out: from each component a way of rows that are not spare leads to all that it brings down. Whoever
//! follows the loss of a component sees which of its rows are spare, and who comes after is spared them.

use super::condensed::{Condensed, grouped};

/// The providers of every component, those with the highest numbers first.
#[derive(Debug, Clone)]
pub struct Upstream {
    first: Vec<u32>,
    many: Vec<u32>,
    providers: Vec<u32>,
    is_leaf: Vec<bool>,
}

/// A row between components: dependent and provider.
pub type Spare = (u32, u32);

impl Upstream {
    /// All rows of a network.
    pub fn of(condensed: &Condensed) -> Self {
        let components = condensed.count() as u32;
        let rows =
            (0..components).rev().flat_map(|provider| condensed.dependents(provider).iter().map(move |&dependent| (dependent, provider)));
        let (first, providers) = grouped(components as usize, rows, 0);
        let many = first.windows(2).map(|ends| ends[1] - ends[0]).collect();
        let is_leaf = (0..components).map(|component| condensed.dependents(component).is_empty()).collect();
        Self { first, many, providers, is_leaf }
    }

    /// How many components there are.
    pub fn count(&self) -> usize {
        self.many.len()
    }

    /// Whether nothing rests on a component.
    pub fn is_leaf(&self, component: u32) -> bool {
        self.is_leaf[component as usize]
    }

    /// The providers of a component that are left.
    pub fn providers(&self, component: u32) -> &[u32] {
        let first = self.first[component as usize] as usize;
        &self.providers[first..first + self.many[component as usize] as usize]
    }

    /// Leaves out rows of which it is known that they are spare; those of a dependent stand together, in the order of their providers here.
    pub fn leave_out(&mut self, spare: &[Spare]) {
        for of_one in spare.chunk_by(|a, b| a.0 == b.0) {
            let component = of_one[0].0 as usize;
            let first = self.first[component] as usize;
            let (mut left, mut next) = (first, 0);
            for place in first..first + self.many[component] as usize {
                if of_one.get(next).is_some_and(|&(_, provider)| provider == self.providers[place]) {
                    next += 1;
                    continue;
                }
                self.providers[left] = self.providers[place];
                left += 1;
            }
            self.many[component] = (left - first) as u32;
        }
    }
}
