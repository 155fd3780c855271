//! The inoperability examples: every need supporting, the shock a supporting need on a helper node that is down.
//!
//! Sources: Haimes and Jiang 2001; Lian and Haimes 2006; as collected with the reference results of the shared data.

use super::model;
use keten::analysis::what_if;
use keten::network::Event;
use keten::units::Time;

/// The inoperabilities that follow from a matrix and a shock. A sector that depends on itself does so through a mirror of it.
fn inoperability(matrix: &[&[f64]], shock: &[f64]) -> Vec<f64> {
    let mut csv = "dependent,provider,importance\n".to_owned();
    for (row, weights) in matrix.iter().enumerate() {
        for (column, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
            if row == column {
                csv += &format!("mirror{row},s{row},\ns{row},mirror{row},{weight}\n");
            } else {
                csv += &format!("s{row},s{column},{weight}\n");
            }
        }
    }
    for (row, weight) in shock.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
        csv += &format!("s{row},shock,{weight}\n");
    }
    let model = model(&csv);
    let events = [Event::fail(&model.network, "shock").unwrap()];
    let answer = what_if::what_if(&model, &events, &what_if::Config::to(Time::from_hours(1)));
    let lost = |sector: usize| {
        let node = model.network.find(&format!("s{sector}")).unwrap();
        answer.nodes.iter().find(|found| found.node == node).map_or(0.0, |found| 1.0 - found.min_output.as_f64())
    };
    (0..matrix.len()).map(lost).collect()
}

fn check(matrix: &[&[f64]], shock: &[f64], exact: &[f64]) {
    for (found, exact) in inoperability(matrix, shock).iter().zip(exact) {
        assert!((found - exact).abs() < 2e-5, "{found} where {exact} is exact");
    }
}

#[test]
fn the_published_examples_come_out() {
    check(&[&[0.0, 0.8], &[0.2, 0.0]], &[0.0, 0.6], &[4.0 / 7.0, 5.0 / 7.0]);
    let four: [&[f64]; 4] = [&[0.0, 0.9, 0.0, 0.0], &[0.4, 0.0, 0.0, 0.0], &[1.0, 0.8, 0.0, 0.0], &[1.0, 0.9, 0.0, 0.0]];
    check(&four, &[0.0, 0.5, 0.0, 0.0], &[0.703_125, 0.781_25, 1.0, 1.0]);
    check(&[&[0.15, 0.50], &[0.10, 0.05]], &[0.0, 0.1], &[20.0 / 303.0, 34.0 / 303.0]);
}
