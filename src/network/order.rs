//! Texts in their order, told by eight bytes at a time: a comparison of two numbers that stand side by side in place of one of two texts
//! that stand anywhere in memory.

use super::{NameId, Names};
use rayon::prelude::*;

/// So few texts that begin alike are compared whole.
const FEW: usize = 16;
/// Texts that are alike in so many bytes are compared whole.
const DEEP: usize = 64;

/// A text by eight of its bytes.
type Entry = (u64, u32);

/// Every text, in the order of their bytes.
pub(super) fn by_text(names: &Names) -> Vec<NameId> {
    let mut entries: Vec<Entry> = (0..names.len() as u32).map(|name| (0, name)).collect();
    sort(names, &mut entries, 0);
    entries.into_iter().map(|(_, name)| NameId(name)).collect()
}

/// Sorts texts that are alike in the bytes before `from`.
fn sort(names: &Names, entries: &mut [Entry], from: usize) {
    if from >= DEEP || entries.len() <= FEW {
        return entries.sort_unstable_by_key(|&(_, name)| names.text(NameId(name)));
    }
    entries.par_iter_mut().for_each(|entry| entry.0 = eight(names.text(NameId(entry.1)).as_bytes(), from));
    entries.par_sort_unstable_by_key(|&(bytes, _)| bytes);
    for alike in entries.chunk_by_mut(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        sort(names, alike, from + 8);
    }
}

/// Eight bytes of a text, the first one highest; zeros behind its end.
fn eight(text: &[u8], from: usize) -> u64 {
    let rest = text.get(from..).unwrap_or_default();
    let taken = &rest[..rest.len().min(8)];
    let number = taken.iter().fold(0, |number, &byte| number << 8 | u64::from(byte));
    if taken.is_empty() { 0 } else { number << (64 - 8 * taken.len()) }
}

#[cfg(test)]
mod tests {
    use super::by_text;
    use crate::network::Names;

    #[test]
    fn texts_stand_as_if_they_were_compared_whole() {
        let mut names = Names::default();
        let long = "x".repeat(100);
        let texts = (0..3_000_u32).map(|at| {
            let number = at.wrapping_mul(2_654_435_761) % 977;
            match at % 5 {
                0 => format!("n{number}"),
                1 => format!("company-with-a-name-{number}"),
                2 => format!("a{}", "\0".repeat(number as usize % 40)),
                3 => format!("{long}{number}"),
                _ => long[..number as usize % 100].to_owned(),
            }
        });
        texts.for_each(|text| _ = names.intern(&text));
        let order: Vec<&str> = by_text(&names).into_iter().map(|name| names.text(name)).collect();
        assert_eq!(order.len(), names.len());
        assert!(order.is_sorted());
    }
}
