//! What one loss reaches in a network without loops, given up where it is much: most losses reach little, and 512 that reach much are better
//! followed side by side ([`Lanes`](super::Lanes)).
//!
//! ```
//! use keten::{engine::{Binary, Condensed, Reach}, graph::{Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! draft.depend("shop", "tel");
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let binary = Binary::of(Graph { topology: &topology, parameters: &parameters }, 0).unwrap();
//! let condensed = Condensed::of(&binary);
//! let much = keten::engine::Much::new(condensed.count());
//! let grid = condensed.of_node(network.find("grid").unwrap().0);
//! assert_eq!(Reach::new(condensed.count()).follow(&condensed, &[grid], 9, &much).map(<[u32]>::len), Some(3));
//! ```

use super::condensed::Condensed;
use super::queue::Marks;
use std::sync::atomic::{AtomicBool, Ordering};

/// Components that are known to reach much: what depends on such a one does too. A hint that any thread may add to; the result does not
/// depend on it, for both ways of following a loss give the same.
#[derive(Debug, Default)]
pub struct Much(Vec<AtomicBool>);

impl Much {
    /// Nothing known yet of so many components.
    pub fn new(components: usize) -> Self {
        Self((0..components).map(|_| AtomicBool::new(false)).collect())
    }

    fn is_known(&self, component: u32) -> bool {
        self.0[component as usize].load(Ordering::Relaxed)
    }
}

/// Room for following one loss at a time.
#[derive(Debug, Clone)]
pub struct Reach {
    found: Marks,
}

impl Reach {
    /// Room for a network of so many components.
    pub fn new(components: usize) -> Self {
        Self { found: Marks::new(components) }
    }

    /// The components that fall with these, themselves first; `None` when more than `most` components and rows are met on the way.
    pub fn follow(&mut self, condensed: &Condensed, column: &[u32], most: usize, much: &Much) -> Option<&[u32]> {
        self.found.clear();
        for &component in column {
            self.found.add(component);
        }
        let (mut place, mut met) = (0, 0);
        while let Some(&component) = self.found.items().get(place) {
            place += 1;
            let dependents = condensed.dependents(component);
            met += 1 + dependents.len();
            if met > most || much.is_known(component) || dependents.iter().any(|&dependent| much.is_known(dependent)) {
                if let [only] = column {
                    much.0[*only as usize].store(true, Ordering::Relaxed);
                }
                return None;
            }
            for &dependent in dependents {
                self.found.add(dependent);
            }
        }
        Some(self.found.items())
    }
}
