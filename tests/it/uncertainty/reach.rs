//! Rankings by compromise over samples against the enumeration of every world.

use super::model;
use keten::analysis::Model;
use keten::analysis::ranking::{self, Config, Criterion};
use keten::analysis::uncertainty::{Plan, SampledRanking, rank};
use keten::outcome::Control;
use keten::units::Time;
use std::collections::BTreeMap;

/// Provider, dependent, the chance that the row passes compromise, and how long it takes.
const ROWS: [(&str, &str, f64, u32); 7] = [
    ("vendor", "site", 0.5, 6),
    ("vendor", "plant", 0.3, 0),
    ("site", "plant", 0.8, 2),
    ("plant", "grid", 0.6, 1),
    ("site", "grid", 0.2, 50),
    ("grid", "site", 0.9, 0),
    ("tool", "vendor", 0.7, 24),
];

fn net(p: &dyn Fn(usize) -> f64) -> Model {
    let row = |at: usize| format!("{},{},remote,{},{}\n", ROWS[at].1, ROWS[at].0, p(at), ROWS[at].3);
    model(&("dependent,provider,access,p_compromise,ttc_h\n".to_owned() + &(0..ROWS.len()).map(row).collect::<String>()))
}

fn config() -> Config {
    let mut config = Config::new(Criterion::Compromised);
    config.within = Time::from_hours(48);
    config
}

fn sampled(model: &Model, samples: u64) -> SampledRanking {
    let outcome = rank(model, &config(), &Plan::new(5, samples), &Control::default());
    assert!(outcome.is_complete());
    outcome.value().clone()
}

#[test]
fn means_are_those_of_all_worlds() {
    let mut exact: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for world in 0..1 << ROWS.len() {
        let passes = |at: usize| world >> at & 1 == 1;
        let weight: f64 = (0..ROWS.len()).map(|at| if passes(at) { ROWS[at].2 } else { 1.0 - ROWS[at].2 }).product();
        let known = net(&|at| f64::from(u8::from(passes(at))));
        let outcome = ranking::rank(&known, &config(), &Control::default());
        for row in &outcome.value().rows {
            let reached = row.reached.unwrap().compromised as f64;
            let mean = exact.entry(row.id.clone()).or_default();
            (mean.0, mean.1) = (mean.0 + weight * reached, mean.1 + weight * reached * reached);
        }
    }
    let samples = 20_000;
    let found = sampled(&net(&|at| ROWS[at].2), samples);
    assert_eq!(found.rows.len(), exact.len());
    for row in &found.rows {
        let (mean, squares) = exact[&row.id];
        let error = ((squares - mean * mean) / samples as f64).sqrt();
        let reached = row.reached.as_ref().unwrap();
        assert!((reached.compromised.mean - mean).abs() <= 4.5 * error, "{}: {} where {mean} is exact", row.id, reached.compromised.mean);
        // Nothing is vital here, so that nodes are the score.
        assert_eq!((row.score, reached.vital.mean, reached.p_vital), (reached.compromised, 0.0, 0.0));
    }
}

#[test]
fn certain_rows_leave_nothing_to_chance() {
    let certain = net(&|at| f64::from(u8::from(at != 4)));
    let plain = ranking::rank(&certain, &config(), &Control::default());
    let found = sampled(&certain, 40);
    for (row, expected) in found.rows.iter().zip(&plain.value().rows) {
        let reached = row.reached.as_ref().unwrap();
        let known = expected.reached.unwrap().compromised as f64;
        assert_eq!((row.id.as_str(), row.rank), (expected.id.as_str(), expected.rank));
        assert_eq!((reached.compromised.mean, reached.compromised.p95, reached.compromised.se), (known, known, 0.0));
    }
}
