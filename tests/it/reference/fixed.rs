//! Fixed points, found by going round until nothing changes.

use super::Net;
use super::conditions::Conditions;

/// Lets levels rise from `output` until nothing rises any more.
pub fn rise(net: &Net, conditions: &Conditions, output: &[i64]) -> Vec<i64> {
    settle(net, conditions, output, i64::max)
}

/// Lets levels fall from `output` until nothing falls any more.
pub fn fall(net: &Net, conditions: &Conditions, output: &[i64]) -> Vec<i64> {
    settle(net, conditions, output, i64::min)
}

fn settle(net: &Net, conditions: &Conditions, output: &[i64], keep: impl Fn(i64, i64) -> i64) -> Vec<i64> {
    let mut now = output.to_vec();
    loop {
        let answer = conditions.respond(net, &now);
        let moved: Vec<i64> = now.iter().zip(&answer).map(|(held, given)| keep(*held, *given)).collect();
        if moved == now {
            return now;
        }
        now = moved;
    }
}
