//! The fewest arcs that part two sides: Dinic's algorithm (Soviet Math. Doklady 11, 1970), without recursion.
//!
//! ```
//! use keten::engine::{Flow, UNBOUNDED};
//! let mut flow = Flow::new(4);
//! flow.add(0, 1, UNBOUNDED);
//! flow.add(1, 2, 1);
//! flow.add(2, 3, UNBOUNDED);
//! assert_eq!(flow.run(0, 3), 1);
//! assert_eq!(flow.side(0), [true, true, false, false]);
//! ```

/// The capacity of an arc that cannot be cut.
pub const UNBOUNDED: u64 = 1 << 40;

#[derive(Debug, Clone, Copy)]
struct Arc {
    to: u32,
    left: u64,
    /// The next arc of the same vertex plus one.
    next: u32,
}

/// Arcs with capacities. An arc and its reverse stand side by side.
#[derive(Debug, Clone)]
pub struct Flow {
    first: Vec<u32>,
    arcs: Vec<Arc>,
    level: Vec<u32>,
    /// Where the search for a way goes on at each vertex.
    current: Vec<u32>,
}

impl Flow {
    /// So many vertices and no arcs.
    pub fn new(vertices: usize) -> Self {
        Self { first: vec![0; vertices], arcs: Vec::new(), level: vec![0; vertices], current: Vec::new() }
    }

    /// Adds an arc.
    pub fn add(&mut self, from: u32, to: u32, capacity: u64) {
        for (from, to, left) in [(from, to, capacity), (to, from, 0)] {
            self.arcs.push(Arc { to, left, next: self.first[from as usize] });
            self.first[from as usize] = self.arcs.len() as u32;
        }
    }

    /// The greatest flow, which is the least capacity that parts the two.
    pub fn run(&mut self, source: u32, sink: u32) -> u64 {
        let mut total = 0;
        while self.layer(source, sink) {
            self.current.clone_from(&self.first);
            while let Some(more) = self.push(source, sink) {
                total += more;
            }
        }
        total
    }

    /// Which vertices are on the side of the source: of all least cuts the one that is nearest to it.
    pub fn side(&mut self, source: u32) -> Vec<bool> {
        self.layer(source, u32::MAX);
        self.level.iter().map(|&level| level > 0).collect()
    }

    /// Numbers the vertices by their steps from the source, from 1; 0: not reached. Says whether the sink is.
    fn layer(&mut self, source: u32, sink: u32) -> bool {
        self.level.fill(0);
        self.level[source as usize] = 1;
        let mut queue = vec![source];
        let mut place = 0;
        while let Some(&vertex) = queue.get(place) {
            place += 1;
            let mut arc = self.first[vertex as usize];
            while arc > 0 {
                let Arc { to, left, next } = self.arcs[arc as usize - 1];
                if left > 0 && self.level[to as usize] == 0 {
                    self.level[to as usize] = self.level[vertex as usize] + 1;
                    queue.push(to);
                }
                arc = next;
            }
        }
        self.level.get(sink as usize).is_some_and(|&level| level > 0)
    }

    /// Finds one more way from level to level and fills it; returns by how much.
    fn push(&mut self, source: u32, sink: u32) -> Option<u64> {
        let mut way: Vec<u32> = Vec::new();
        let mut vertex = source;
        while vertex != sink {
            let arc = self.current[vertex as usize];
            if arc == 0 {
                // A dead end: its vertex leads nowhere in this round.
                let back = way.pop()?;
                self.level[vertex as usize] = u32::MAX;
                vertex = self.arcs[back as usize ^ 1].to;
                continue;
            }
            let Arc { to, left, next } = self.arcs[arc as usize - 1];
            if left > 0 && self.level[to as usize] == self.level[vertex as usize] + 1 {
                way.push(arc - 1);
                vertex = to;
            } else {
                self.current[vertex as usize] = next;
            }
        }
        let least = way.iter().map(|&arc| self.arcs[arc as usize].left).min()?;
        for arc in way {
            self.arcs[arc as usize].left -= least;
            self.arcs[arc as usize ^ 1].left += least;
        }
        Some(least)
    }
}
