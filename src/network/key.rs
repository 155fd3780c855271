//! What a text is told apart by: a short one by its very bytes, a longer one by two hashes, after which the text itself is looked at.
//!
//! Invariant: the keys of two texts differ, or both are long, or the texts are the same.

/// A text of at most so many bytes stands in its key whole.
const MAX_SHORT: usize = 11;
/// In place of the length of a short text.
const LONG: u32 = 0xff;

/// What stands in for a text, in twelve bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Key {
    /// The first eight bytes of a short text, or a hash of a long one; in two halves, so that nothing is left empty behind a key.
    head: [u32; 2],
    /// The bytes behind them, or part of another hash, and in the highest byte the length of a short text or [`LONG`].
    tail: u32,
}

impl Key {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let length = (bytes.len() as u32) << 24;
        match bytes.len() {
            0 => Self::default(),
            1..=3 => {
                let (middle, last) = (bytes.len() / 2, bytes.len() - 1);
                let byte = |at: usize| u64::from(bytes[at]) << (8 * at);
                Self::new(byte(0) | byte(middle) | byte(last), length)
            }
            4..=7 => {
                let last = bytes.len() - 4;
                Self::new(u64::from(four(bytes, 0)) | u64::from(four(bytes, last)) << (8 * last), length)
            }
            8..=MAX_SHORT => {
                let behind = u64::from(four(bytes, bytes.len() - 4)) >> (8 * (MAX_SHORT + 1 - bytes.len()));
                Self::new(eight(bytes, 0), length | behind as u32)
            }
            _ => {
                let [one, other] = hashes_of_long(bytes);
                Self::new(one, LONG << 24 | (other >> 40) as u32)
            }
        }
    }

    fn new(head: u64, tail: u32) -> Self {
        Self { head: [head as u32, (head >> 32) as u32], tail }
    }

    /// Does something with the text that a key holds; with none where it is long.
    pub(super) fn with_short<T>(self, then: impl FnOnce(Option<&str>) -> T) -> T {
        if self.is_long() {
            return then(None);
        }
        let mut bytes = [0; MAX_SHORT];
        let head = u64::from(self.head[1]) << 32 | u64::from(self.head[0]);
        bytes[..8].copy_from_slice(&head.to_le_bytes());
        bytes[8..].copy_from_slice(&self.tail.to_le_bytes()[..3]);
        let length = (self.tail >> 24) as usize;
        then(Some(str::from_utf8(&bytes[..length]).expect("the key holds the bytes of a text")))
    }

    /// Whether texts of this key may yet differ.
    pub(super) fn is_long(self) -> bool {
        self.tail >> 24 == LONG
    }

    /// A number whose highest bits mostly differ between keys.
    pub(super) fn spread(self) -> u64 {
        let head = u64::from(self.head[1]) << 32 | u64::from(self.head[0]);
        mixed(head ^ 0x9e37_79b9_7f4a_7c15, u64::from(self.tail) ^ 0xc2b2_ae3d_27d4_eb4f)
    }
}

/// Two hashes that share nothing but the bytes, eight at a time; the last eight may have been seen in part already.
///
/// Each step can be undone, so that no bytes make what stood before them count for nothing, and texts that differ in one step differ in the
/// end. Who sets out to find texts of one key may yet find some: [`Names`](super::Names) bounds what they cost.
fn hashes_of_long(bytes: &[u8]) -> [u64; 2] {
    let length = bytes.len() as u64;
    let (mut one, mut other) = (length ^ 0x9e37_79b9_7f4a_7c15, length.wrapping_mul(0xd6e8_feb8_6659_fd93));
    let mut take = |word: u64| {
        one = stirred(one ^ word, 0x9fb2_1c65_1e98_df25);
        other = stirred(other.wrapping_add(word), 0xc2b2_ae3d_27d4_eb4f);
    };
    (0..bytes.len() - 8).step_by(8).for_each(|at| take(eight(bytes, at)));
    take(eight(bytes, bytes.len() - 8));
    [stirred(one, 0xd6e8_feb8_6659_fd93), stirred(other, 0x9e37_79b9_7f4a_7c15)]
}

/// Another number for each number: an odd factor can be divided out again, and so can the shift.
fn stirred(number: u64, odd: u64) -> u64 {
    let product = number.wrapping_mul(odd);
    product ^ (product >> 32)
}

/// Both halves of a product, of which each bit depends on many bits of both numbers.
fn mixed(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

fn four(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 4].iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

fn eight(bytes: &[u8], at: usize) -> u64 {
    bytes[at..at + 8].iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn short_texts_that_differ_anywhere_have_other_keys() {
        let text = "abcdefghijk";
        let mut texts: Vec<String> = (0..=text.len()).map(|length| text[..length].to_owned()).collect();
        for at in 0..text.len() {
            for length in at + 1..=text.len() {
                texts.push(text[..at].to_owned() + "\0" + &text[at + 1..length]);
            }
        }
        for (at, one) in texts.iter().enumerate() {
            assert!(!Key::of(one).is_long());
            assert!(texts[..at].iter().all(|other| Key::of(other) != Key::of(one)), "{one:?}");
        }
        assert!(Key::of("abcdefghijkl").is_long());
    }

    /// What a long text was once told apart by. A text can be made such that what stands before its third word counts for nothing.
    fn forgetful(state: u64, word: u64) -> u64 {
        let product = u128::from(state ^ word) * 0x9fb2_1c65_1e98_df25;
        product as u64 ^ (product >> 64) as u64
    }

    #[test]
    fn texts_made_to_share_a_forgetful_hash_have_other_keys() {
        let length = 24;
        let made = (10_000_000_u64..).map(|number| number.to_string()).filter_map(|first| {
            let word = u64::from_le_bytes(first.as_bytes().try_into().ok()?);
            // Whatever was there, this word takes it to nought.
            let second = forgetful(length, word).to_le_bytes();
            let second = std::str::from_utf8(&second).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_graphic()))?;
            Some(format!("{first}{second}the rest"))
        });
        let texts: Vec<String> = made.take(200).collect();
        let state = |text: &str| [0, 8].iter().fold(length, |state, &at| forgetful(state, super::eight(text.as_bytes(), at)));
        assert!(texts.iter().all(|text| state(text) == 0 && text.len() as u64 == length));
        for (at, one) in texts.iter().enumerate() {
            assert!(texts[..at].iter().all(|other| Key::of(other) != Key::of(one)), "{one:?}");
        }
    }

    #[test]
    fn long_texts_whose_words_change_places_have_other_keys() {
        let words = ["company-", "holding-", "network-", "station-"];
        let texts: Vec<String> = (0..256_usize).map(|at| (0..4).map(|place| words[at >> (2 * place) & 3]).collect()).collect();
        for (at, one) in texts.iter().enumerate() {
            assert!(texts[..at].iter().all(|other| Key::of(other) != Key::of(one)), "{one:?}");
        }
    }
}
