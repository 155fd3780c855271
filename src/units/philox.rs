//! Philox4x32-10: 128 bits that depend on a counter and a key alone, so a draw needs no state and no order.
//!
//! Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), doi 10.1145/2063384.2063405.
//!
//! ```
//! use keten::units::philox;
//! assert_eq!(philox([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
//! ```

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
/// The golden ratio and the square root of three, less one, as 32-bit fractions.
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: u32 = 10;
const WIDE_ROUNDS: u32 = 7;

/// Four words of 32 random bits for a counter under a key.
pub const fn philox(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let (mut words, mut key) = (counter, key);
    let mut round = 0;
    while round < ROUNDS {
        let (high0, low0) = product(MULTIPLIERS[0], words[0]);
        let (high1, low1) = product(MULTIPLIERS[1], words[2]);
        words = [high1 ^ words[1] ^ key[0], low1, high0 ^ words[3] ^ key[1], low0];
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
        round += 1;
    }
    words
}

/// Two words of 64 random bits for a counter under a key: `Philox2x64-7` of the same family. It makes three times as many bits of a
/// multiplication; the authors give ten rounds for a wide margin, and publish answers for seven as well.
#[inline]
pub const fn philox2x64(counter: [u64; 2], key: u64) -> [u64; 2] {
    const MULTIPLIER: u64 = 0xD2B7_4407_B1CE_6E93;
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let (mut words, mut key) = (counter, key);
    let mut round = 0;
    while round < WIDE_ROUNDS {
        let whole = MULTIPLIER as u128 * words[0] as u128;
        words = [(whole >> 64) as u64 ^ key ^ words[1], whole as u64];
        key = key.wrapping_add(GOLDEN);
        round += 1;
    }
    words
}

const fn product(a: u32, b: u32) -> (u32, u32) {
    let whole = a as u64 * b as u64;
    ((whole >> 32) as u32, whole as u32)
}

#[cfg(test)]
mod tests {
    use super::{philox, philox2x64};

    /// The known answers that the authors publish with Random123.
    #[test]
    fn the_published_answers_come_out() {
        let known = [
            ([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            ([u32::MAX; 4], [u32::MAX; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ];
        for (counter, key, expected) in known {
            assert_eq!(philox(counter, key), expected);
        }
    }

    /// From the same list.
    #[test]
    fn the_published_answers_of_the_wide_one_come_out() {
        let known = [
            ([0; 2], 0, [0xb41d_a69f_bfef_c666, 0x511e_9ce1_a553_4056]),
            ([u64::MAX; 2], u64::MAX, [0xa469_6cc0_4462_015d, 0x7247_82da_e171_69e9]),
            ([0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344], 0xa409_3822_299f_31d0, [0x98ed_1534_392b_f372, 0x6752_8b15_6888_2fd5]),
        ];
        for (counter, key, expected) in known {
            assert_eq!(philox2x64(counter, key), expected);
        }
    }
}
