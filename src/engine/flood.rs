//! The loss of some nodes in many samples at once, where any lost input loses the node if its row carries.
//!
//! A node waits in a queue with the samples in which it has fallen and has not told its dependents yet. Where few fall, a node is met in one
//! sample or two: its rows are then drawn for those alone, and the cost is that of one sample after another. A node that falls in many
//! samples has its rows drawn for all of them at once, which costs a tenth of drawing one by one, and is kept for as long as the block lasts.
//! Which of the two it is follows from what was met, node by node; the draws are the same either way.
//!
//! ```
//! use keten::engine::{Binary, Flood, Web};
//! use keten::{graph::{Chances, Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let binary = Binary::of(Graph { topology: &topology, parameters: &parameters }, 72 * 3_600_000).unwrap();
//! let web = Web::of(&binary, &Chances::default());
//! let mut flood = Flood::<1>::new(&web);
//! flood.run(1, 0, &[(network.find("grid").unwrap().0, [0b11])]);
//! assert_eq!(flood.samples(network.find("tel").unwrap().0), &[0b11]);
//! ```

use super::web::Web;

/// Nodes of the queue whose rows are fetched together: memory answers several questions in the time of one.
const AHEAD: usize = 16;

/// A node in all samples of a block.
#[derive(Debug, Clone, Copy)]
struct Node<const W: usize> {
    /// The samples in which it has fallen.
    fallen: [u64; W],
    /// Of these the ones in which its dependents have not been told.
    untold: [u64; W],
}

impl<const W: usize> Node<W> {
    const STANDING: Self = Self { fallen: [0; W], untold: [0; W] };
}

/// A worker that follows one loss in 64 `W` samples at a time, one bit each. Costs what falls in any of them.
#[derive(Debug, Clone)]
pub struct Flood<'w, const W: usize> {
    web: &'w Web,
    seed: u64,
    block: u64,
    nodes: Vec<Node<W>>,
    /// Per node whether its rows are drawn for all samples of the block.
    is_drawn: Vec<bool>,
    /// Per row the samples in which it carries, where it is drawn; made when first needed.
    carries: Vec<[u64; W]>,
    /// In how many samples a node may fall before its rows are drawn for all.
    few: u32,
    queue: Vec<u32>,
    touched: Vec<u32>,
}

impl<'w, const W: usize> Flood<'w, W> {
    /// At rest.
    pub fn new(web: &'w Web) -> Self {
        let nodes = web.nodes();
        Self {
            web,
            seed: 0,
            block: 0,
            nodes: vec![Node::STANDING; nodes],
            is_drawn: vec![false; nodes],
            carries: Vec::new(),
            few: 3 * W as u32,
            queue: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// The same, with rows drawn for all samples as soon as their provider falls in more than so many: for tests and measurements.
    #[must_use]
    pub fn drawing_all_beyond(self, few: u32) -> Self {
        Self { few, ..self }
    }

    /// Follows a block of 64 `W` samples from a seed, bit i of word w standing for sample 64 (`W` `block` + w) + i. Each of these nodes is lost in the
    /// samples that stand beside it.
    pub fn run(&mut self, seed: u64, block: u64, lost: &[(u32, [u64; W])]) {
        for node in self.touched.drain(..) {
            self.nodes[node as usize] = Node::STANDING;
            self.is_drawn[node as usize] = false;
        }
        (self.seed, self.block) = (seed, block);
        for &(node, samples) in lost {
            self.fall(node, &samples);
        }
        let mut head = 0;
        while let Some(&node) = self.queue.get(head) {
            if head.is_multiple_of(AHEAD) {
                self.web.touch(&self.queue[head..self.queue.len().min(head + AHEAD)]);
            }
            head += 1;
            let samples = std::mem::replace(&mut self.nodes[node as usize].untold, [0; W]);
            self.tell_dependents(node, &samples);
        }
        self.queue.clear();
    }

    fn tell_dependents(&mut self, node: u32, samples: &[u64; W]) {
        if !self.is_drawn[node as usize] {
            let count: u32 = self.nodes[node as usize].fallen.iter().map(|word| word.count_ones()).sum();
            if count <= self.few {
                return self.draw_few(node, samples);
            }
            self.draw_all(node);
        }
        let web = self.web;
        for row in web.rows_of(node) {
            let mut struck = self.carries[row];
            for (word, of) in struck.iter_mut().zip(samples) {
                *word &= of;
            }
            if struck != [0; W] {
                self.fall(web.dependent(row), &struck);
            }
        }
    }

    /// Draws the rows of a node for all samples of the block.
    fn draw_all(&mut self, node: u32) {
        if self.carries.is_empty() {
            self.carries = vec![[0; W]; self.web.rows()];
        }
        self.is_drawn[node as usize] = true;
        for row in self.web.rows_of(node) {
            let (thing, chance) = self.web.drawn(row);
            for (word, place) in self.carries[row].iter_mut().zip(W as u64 * self.block..) {
                *word = chance.in_samples(self.seed, thing, place, u64::MAX);
            }
        }
    }

    /// Draws the rows of a node for these samples. Whether a dependent stands is asked after the draw: most rows do not carry.
    fn draw_few(&mut self, node: u32, samples: &[u64; W]) {
        let web = self.web;
        for (place, &of) in samples.iter().enumerate().filter(|&(_, &of)| of != 0) {
            let block = W as u64 * self.block + place as u64;
            for row in web.rows_of(node) {
                let (thing, chance) = web.drawn(row);
                let struck = chance.in_samples(self.seed, thing, block, of);
                if struck != 0 {
                    let mut samples = [0; W];
                    samples[place] = struck;
                    self.fall(web.dependent(row), &samples);
                }
            }
        }
    }

    /// A node falls in these samples, where it has not fallen already.
    fn fall(&mut self, node: u32, samples: &[u64; W]) {
        let Node { fallen, untold } = &mut self.nodes[node as usize];
        let (mut before, mut waiting, mut any) = (0, 0, 0);
        for place in 0..W {
            before |= fallen[place];
            waiting |= untold[place];
            let new = samples[place] & !fallen[place];
            fallen[place] |= new;
            untold[place] |= new;
            any |= new;
        }
        if any != 0 && before == 0 {
            self.touched.push(node);
        }
        if any != 0 && waiting == 0 {
            self.queue.push(node);
        }
    }

    /// The nodes that fell in any sample, the lost ones among them.
    pub fn fallen(&self) -> &[u32] {
        &self.touched
    }

    /// The samples in which a node fell.
    pub fn samples(&self, node: u32) -> &[u64; W] {
        &self.nodes[node as usize].fallen
    }
}
