//! What every way from a root to a vertex leads through: immediate dominators, by the iteration of Cooper, Harvey and Kennedy ("A simple, fast
//! dominance algorithm", 2001).
//!
//! ```
//! use keten::engine::dominated;
//! // 0 leads to 1 and 2, both lead to 3, 3 leads to 4; 3 and 4 count.
//! let onwards: [&[u32]; 5] = [&[1, 2], &[3], &[3], &[4], &[]];
//! assert_eq!(dominated(&onwards, 0, |vertex| u64::from(vertex >= 3)), [2, 0, 0, 2, 1]);
//! ```

const UNSEEN: u32 = u32::MAX;

/// Per vertex: what counts among the vertices that the root reaches only by way of it, itself included.
pub fn dominated<L: AsRef<[u32]>>(onwards: &[L], root: u32, counts: impl Fn(u32) -> u64) -> Vec<u64> {
    let order = postorder(onwards, root);
    let mut number = vec![UNSEEN; onwards.len()];
    for (place, &vertex) in order.iter().enumerate() {
        number[vertex as usize] = place as u32;
    }
    let dominator = immediate(onwards, &order, &number);
    let mut total = vec![0; onwards.len()];
    for (place, &vertex) in order.iter().enumerate() {
        total[vertex as usize] += counts(vertex);
        let above = order[dominator[place] as usize];
        if above != vertex {
            total[above as usize] += total[vertex as usize];
        }
    }
    total
}

/// The vertices that the root reaches, each after all that it leads to first; the root is the last.
fn postorder<L: AsRef<[u32]>>(onwards: &[L], root: u32) -> Vec<u32> {
    let mut seen = vec![false; onwards.len()];
    let (mut order, mut calls) = (Vec::new(), vec![(root, 0)]);
    seen[root as usize] = true;
    while let Some((vertex, next)) = calls.last_mut() {
        if let Some(&to) = onwards[*vertex as usize].as_ref().get(*next) {
            *next += 1;
            if !std::mem::replace(&mut seen[to as usize], true) {
                calls.push((to, 0));
            }
        } else {
            order.push(*vertex);
            calls.pop();
        }
    }
    order
}

/// The immediate dominator of each vertex, both by their places in the order; the root has itself.
fn immediate<L: AsRef<[u32]>>(onwards: &[L], order: &[u32], number: &[u32]) -> Vec<u32> {
    let mut dominator = vec![UNSEEN; order.len()];
    let root = order.len() - 1;
    dominator[root] = root as u32;
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for place in (0..order.len()).rev() {
            for &to in onwards[order[place] as usize].as_ref() {
                let to = number[to as usize] as usize;
                if to == root {
                    continue;
                }
                let known = dominator[to];
                let met = if known == UNSEEN { place as u32 } else { meet(&dominator, known, place as u32) };
                changed |= met != known;
                dominator[to] = met;
            }
        }
    }
    dominator
}

/// The nearest that both lead up to.
fn meet(dominator: &[u32], mut a: u32, mut b: u32) -> u32 {
    while a != b {
        while a < b {
            a = dominator[a as usize];
        }
        while b < a {
            b = dominator[b as usize];
        }
    }
    a
}
