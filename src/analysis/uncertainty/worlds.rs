//! Many samples, one after another and side by side, put together in the order of their numbers.

use crate::network::Draw;
use crate::outcome::{Control, Outcome, Stop};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Mutex;

/// How many samples are drawn, and from which seed.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Plan {
    /// The seed of all draws.
    pub seed: u64,
    /// How many samples; with `until_se` the most that are drawn.
    pub samples: u64,
    /// Stop as soon as the standard error of the question's main figure is no larger than this.
    pub until_se: Option<f64>,
    /// What the values of all samples may take in memory, in bytes.
    pub max_bytes: u64,
    /// For tests and measurements: everything is drawn beforehand, and each sample is run by itself, through time. The answer is the same.
    pub one_by_one: bool,
}

impl Plan {
    /// So many samples from a seed, in at most 4 GiB.
    pub fn new(seed: u64, samples: u64) -> Self {
        Self { seed, samples, until_se: None, max_bytes: 4 << 30, one_by_one: false }
    }

    /// With how many samples the standard error is looked at next, when so many are drawn; all at once where nobody asks for it.
    pub(in crate::analysis) fn next_look(&self, done: u64) -> u64 {
        self.until_se.map_or(self.samples, |_| self.samples.min(done + done.clamp(FIRST_LOOK, BATCH)))
    }
}

/// Samples that one worker takes at a time where each is asked by itself: enough to pay for handing them over.
pub(super) const CHUNK: u64 = 32;
/// Samples between two looks at the clock of the user: interrupts, memory.
const BATCH: u64 = 2048;
/// Samples before the first look at the standard error; then at every doubling.
const FIRST_LOOK: u64 = 128;

/// The same where a sample asks of so many: an interrupt waits for the samples of a chunk, each of them of all.
pub(super) fn chunk_of(subjects: usize) -> u64 {
    (CHUNK * CHUNK / (subjects as u64).max(1)).clamp(1, CHUNK)
}

/// A question that is asked in many worlds.
pub(in crate::analysis) trait Survey: Sync {
    /// What a thread keeps between samples. Nothing in it may show in an answer: which worker takes which samples is chance.
    type Worker: Send;
    /// What is known of a range of samples.
    type Part: Send;
    /// A worker.
    fn worker(&self) -> Self::Worker;
    /// What is known of no sample.
    fn nothing(&self) -> Self::Part;
    /// Asks the question in one world.
    fn ask(&self, worker: &mut Self::Worker, draw: Draw, part: &mut Self::Part);
    /// How many samples one worker takes at a time, beginning at a multiple of it.
    fn chunk(&self) -> u64 {
        CHUNK
    }
    /// Asks the question in samples of one chunk, in order.
    fn ask_all(&self, worker: &mut Self::Worker, seed: u64, samples: Range<u64>, part: &mut Self::Part) {
        samples.for_each(|sample| self.ask(worker, Draw { seed, sample }, part));
    }
    /// Adds what is known of the samples that come next.
    fn join(&self, part: &mut Self::Part, next: Self::Part);
    /// Whether a sample that was begun is left unfinished when the user interrupts, because it may take long.
    fn leaves_early(&self) -> bool {
        false
    }
    /// The standard error of the main figure.
    fn error(&self, part: &Self::Part) -> f64;
    /// What a part takes in memory, in bytes.
    fn bytes(&self, part: &Self::Part) -> u64;
}

/// Asks a question in the worlds of a plan; the answer and how many samples are in it.
pub(in crate::analysis) fn survey<S: Survey>(survey: &S, plan: &Plan, control: &Control) -> Outcome<(S::Part, u64)> {
    let (mut part, mut done) = (survey.nothing(), 0);
    let idle = Mutex::new(Vec::new());
    control.progress.expect(plan.samples);
    while done < plan.samples {
        let step = if plan.until_se.is_some() { done.clamp(FIRST_LOOK, BATCH) } else { BATCH };
        let end = plan.samples.min(done + step);
        for next in batch(survey, &idle, plan.seed, done..end, control) {
            let Some((next, samples)) = next else {
                return Outcome::Truncated { part: (part, done), reason: Stop::Interrupted, done, of: plan.samples };
            };
            survey.join(&mut part, next);
            done += samples;
        }
        if plan.until_se.is_some_and(|wanted| survey.error(&part) <= wanted) {
            return Outcome::Complete((part, done));
        }
        if done < plan.samples && survey.bytes(&part) / done.max(1) * (done + step) > plan.max_bytes {
            return Outcome::Truncated { part: (part, done), reason: Stop::Memory, done, of: plan.samples };
        }
    }
    match plan.until_se {
        Some(_) => Outcome::Truncated { part: (part, done), reason: Stop::Budget, done, of: plan.samples },
        None => Outcome::Complete((part, done)),
    }
}

/// Parts with their numbers of samples, in order; `None` for those that were not begun because the user interrupted.
fn batch<S: Survey>(
    survey: &S,
    idle: &Mutex<Vec<S::Worker>>,
    seed: u64,
    samples: Range<u64>,
    control: &Control,
) -> Vec<Option<(S::Part, u64)>> {
    let chunk = survey.chunk();
    let starts = (samples.start / chunk..samples.end.div_ceil(chunk)).map(|place| place * chunk);
    let chunks: Vec<(u64, u64)> = starts.map(|from| (from.max(samples.start), (from + chunk).min(samples.end))).collect();
    let ask = |lent: &mut Lent<'_, S::Worker>, (from, to): (u64, u64)| {
        if control.cancel.is_stopped() {
            return None;
        }
        let mut part = survey.nothing();
        survey.ask_all(lent.worker(|| survey.worker()), seed, from..to, &mut part);
        if survey.leaves_early() && control.cancel.is_stopped() {
            return None;
        }
        control.progress.add(to - from);
        Some((part, to - from))
    };
    chunks.into_par_iter().map_init(|| Lent::from(idle), ask).collect()
}

/// A worker that goes back to the idle ones when its samples are done: making one costs as much as many samples.
struct Lent<'a, W> {
    worker: Option<W>,
    idle: &'a Mutex<Vec<W>>,
}

impl<'a, W> Lent<'a, W> {
    fn from(idle: &'a Mutex<Vec<W>>) -> Self {
        Self { worker: idle.lock().ok().and_then(|mut idle| idle.pop()), idle }
    }

    fn worker(&mut self, make: impl FnOnce() -> W) -> &mut W {
        self.worker.get_or_insert_with(make)
    }
}

impl<W> Drop for Lent<'_, W> {
    fn drop(&mut self) {
        // Where a thread panicked while it held the lock, the panic is on its way up and the worker is of no use any more.
        if let (Some(worker), Ok(mut idle)) = (self.worker.take(), self.idle.lock()) {
            idle.push(worker);
        }
    }
}
