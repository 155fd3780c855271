//! Sums of levels: exact, then rounded once.

use super::{Need, Net};

/// A whole level of function.
pub const ONE: i64 = 1_000_000;

/// How near to a bound counts as reaching it.
pub const NEAR: i64 = 10;

/// The level itself, or a whole one where it is as good as that.
pub fn snap(level: i64) -> i64 {
    if level >= ONE - NEAR { ONE } else { level }
}

/// What arrives from those members of a need that `counts` picks, at the given outputs.
pub fn supply(need: &Need, output: &[i64], counts: impl Fn(usize) -> bool) -> i64 {
    let mut exact: i128 = 0;
    for (place, member) in need.members.iter().enumerate() {
        if counts(place) {
            // A row that does not carry losses delivers as if its provider were whole.
            let delivered = if member.carries { output[member.provider] } else { ONE };
            exact += i128::from(member.share) * i128::from(delivered);
        }
    }
    let whole = (exact / i128::from(ONE)).min(i128::from(ONE));
    snap(i64::try_from(whole).expect("capped at one"))
}

/// The part of a supply that a need can use when no stock stands behind it.
pub fn usable(need: &Need, supply: i64) -> i64 {
    if supply >= need.minimum - NEAR { supply } else { 0 }
}

/// The potential of a node, from its own state and what each of its needs is met with.
pub fn potential(net: &Net, node: usize, own: i64, met: impl Fn(usize) -> i64) -> i64 {
    let mut best = own;
    let mut missing: i128 = 0;
    for (place, need) in net.needs.iter().enumerate() {
        if need.dependent != node {
            continue;
        }
        let met = met(place);
        match need.weight {
            None => best = best.min(met),
            Some(weight) => missing += i128::from(weight) * i128::from(ONE - met),
        }
    }
    // What is missing is rounded up, so that the level that is left is rounded down.
    let one = i128::from(ONE);
    let left = (one - (missing + one - 1) / one).max(0);
    snap(best.min(i64::try_from(left).expect("between nothing and one")))
}
