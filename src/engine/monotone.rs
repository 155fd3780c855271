//! What waits for its moment, where nothing is added before the moment that was reached: a radix heap (Ahuja, Mehlhorn, Orlin and Tarjan,
//! J. ACM 37, 1990).
//!
//! Items stand in buckets by the highest bit in which their moment differs from the one that was reached, so that each is moved a few times,
//! to the end of a bucket, and never compared with others. Of items of one moment the last one added comes first.

/// The number of buckets: one for the moment itself, and one for each bit.
const BUCKETS: usize = 65;

/// A queue of items by moment.
#[derive(Debug)]
pub(super) struct Monotone<T> {
    reached: u64,
    buckets: Vec<Vec<(u64, T)>>,
}

impl<T: Copy> Monotone<T> {
    pub(super) fn new() -> Self {
        Self { reached: 0, buckets: (0..BUCKETS).map(|_| Vec::new()).collect() }
    }

    /// Begins anew at nought. Only an empty queue may.
    pub(super) fn restart(&mut self) {
        debug_assert!(self.buckets.iter().all(Vec::is_empty), "what waits would be passed by");
        self.reached = 0;
    }

    /// Adds an item. Its moment, in ms, is not before that of the item that was taken last.
    pub(super) fn push(&mut self, at: i64, item: T) {
        let at = at as u64;
        debug_assert!(at >= self.reached, "time does not run back");
        let bucket = self.bucket(at);
        self.buckets[bucket].push((at, item));
    }

    /// The item that is next, with its moment.
    pub(super) fn pop(&mut self) -> Option<(i64, T)> {
        if self.buckets[0].is_empty() {
            let first = self.buckets.iter().position(|bucket| !bucket.is_empty())?;
            let mut moved = std::mem::take(&mut self.buckets[first]);
            self.reached = moved.iter().map(|&(at, _)| at).min().unwrap_or(self.reached);
            for (at, item) in moved.drain(..) {
                let bucket = self.bucket(at);
                self.buckets[bucket].push((at, item));
            }
            // Its room is used again.
            self.buckets[first] = moved;
        }
        self.buckets[0].pop().map(|(at, item)| (at as i64, item))
    }

    fn bucket(&self, at: u64) -> usize {
        (u64::BITS - (at ^ self.reached).leading_zeros()) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Monotone;
    use std::cmp::Reverse;
    use std::collections::BinaryHeap;

    #[test]
    fn moments_come_as_from_a_heap() {
        let (mut queue, mut heap) = (Monotone::new(), BinaryHeap::new());
        let mut drawn = 1_u64;
        let mut now = 0;
        for round in 0..20_000_u32 {
            drawn = drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if drawn >> 62 < 2 || round < 100 {
                let at = now + (drawn >> 40 >> ((drawn >> 32) % 24)) as i64;
                queue.push(at, round);
                heap.push(Reverse(at));
            } else {
                let next = queue.pop().map(|(at, _)| at);
                assert_eq!(next, heap.pop().map(|Reverse(at)| at));
                now = next.unwrap_or(now);
            }
        }
        while let Some((at, _)) = queue.pop() {
            assert_eq!(Some(Reverse(at)), heap.pop());
        }
        assert!(heap.is_empty());
        queue.restart();
        queue.push(3, 0);
        assert_eq!(queue.pop(), Some((3, 0)));
    }
}
