//! Effects and shares of the variance, against sums over all worlds and against closed forms.

use super::*;
use keten::analysis::sensitivity::{Estimate, Factor, Sampled};
use keten::analysis::uncertainty::Plan;
use keten::network::Action;
use keten::units::Quantity;

pub(super) fn plan(samples: u64, seed: u64) -> Plan {
    Plan::new(seed, samples)
}

fn sampled(model: &Model, events: &[Event], plan: Plan, wanted: Option<Wanted>) -> Sampled {
    let mut config = Config::to(horizon());
    config.plan = Some(plan);
    config.wanted = wanted.unwrap_or(config.wanted);
    sensitivity(model, events, &config, &Control::default()).value().sampled.clone().unwrap()
}

/// What a cell that happens or not does, over all worlds.
struct Exact {
    happens: f64,
    not: f64,
    first: f64,
    total: f64,
}

/// The mean of the figure, its variance, and every cell, by running all worlds of the cells one by one.
fn enumerated(tables: &Tables, events: &[&str], factors: &[Factor]) -> (f64, f64, Vec<Exact>) {
    let model = built(tables);
    let p: Vec<f64> = factors.iter().map(|factor| chance(&factor.question)).collect();
    let bit = |world: usize, at: usize| world >> at & 1;
    let weight = |world: usize| (0..p.len()).map(|at| if bit(world, at) == 1 { p[at] } else { 1.0 - p[at] }).product::<f64>();
    let figure = |world: usize| {
        let set = |tables: Tables, (at, factor): (usize, &Factor)| written(&tables, &model, &factor.question, bit(world, at) as f64);
        slow(&factors.iter().enumerate().fold(tables.clone(), set), events)
    };
    let figures: Vec<f64> = (0..1 << p.len()).map(figure).collect();
    let mean = |of: &dyn Fn(usize) -> f64| (0..figures.len()).map(|world| weight(world) * of(world)).sum::<f64>();
    let all = mean(&|world| figures[world]);
    let variance = mean(&|world| (figures[world] - all).powi(2));
    let exact = |at: usize| {
        let given = |side: usize| mean(&|world| figures[world & !(1 << at) | side << at]);
        let (happens, not) = (given(1), given(0));
        let apart = mean(&|world| (figures[world | 1 << at] - figures[world & !(1 << at)]).powi(2));
        let spread = p[at] * (1.0 - p[at]);
        Exact { happens, not, first: spread * (happens - not).powi(2) / variance, total: spread * apart / variance }
    };
    (all, variance, (0..p.len()).map(exact).collect())
}

fn chance(question: &Question) -> f64 {
    match question.prior {
        Prior::Event(p) => p.value(),
        Prior::Number(_) => panic!("only what happens or not is drawn here"),
    }
}

#[test]
fn effects_and_shares_are_those_of_all_worlds() {
    let events = ["n0+6", "n1@2+3"];
    let (mut compared, mut moved) = (0, 0);
    for seed in 0..60 {
        let tables = Tables::random(seed).without_distributions();
        let model = built(&tables);
        let found = sampled(&model, &events_of(&model, &events), plan(3_000, seed), None);
        if found.factors.len() > 6 {
            continue;
        }
        let (mean, variance, exact) = enumerated(&tables, &events, &found.factors);
        assert!((found.figure.mean - mean).abs() <= 4.5 * found.figure.se + 1e-6, "seed {seed}: {found:?} where {mean}");
        for (factor, exact) in found.factors.iter().zip(exact) {
            let forced = factor.forced.unwrap();
            let difference = exact.happens - exact.not;
            assert!((forced.difference - difference).abs() <= 4.5 * forced.se + 1e-6, "seed {seed}: {factor:?} where {difference}");
            assert!((forced.happens - forced.not - forced.difference).abs() < 1e-6);
            assert!((forced.happens - exact.happens).abs() <= 0.1 * (variance.sqrt() + 1e-5), "seed {seed}: {factor:?} {}", exact.happens);
            compared += 1;
            moved += u32::from(difference.abs() > 1e-6);
            let Some(shares) = factor.shares else { continue };
            near(&shares.first, exact.first);
            near(&shares.total, exact.total);
        }
    }
    assert!(compared > 60 && moved > 25, "{compared} {moved}");
}

/// Within its interval, stretched: one in twenty of many intervals misses.
fn near(estimate: &Estimate, exact: f64) {
    let room = 1.5 * (estimate.high - estimate.low) + 0.01;
    assert!(estimate.low - room <= exact && exact <= estimate.high + room, "{estimate:?} where {exact}");
}

#[test]
fn shares_of_a_sum_are_shares_of_its_variances() {
    // Out for ten hours; what a and b lose is ten hours less their stock: y = const - x1 - x2, with variances of 36/12 and 4/12.
    let csv = "dependent,provider,importance,minimum,buffer_h,confidence\n\
               a,grid,essential,none,\"uniform(0,6)\",high\nb,grid,essential,none,\"uniform(1,3)\",high\n";
    let model = model(csv);
    let found = sampled(&model, &[Event::fail(&model.network, "grid+10").unwrap()], plan(4_000, 1), None);
    assert_eq!(found.factors.len(), 2);
    for (factor, exact) in found.factors.iter().zip([0.9, 0.1]) {
        let shares = factor.shares.unwrap();
        assert!((shares.first.value - exact).abs() < 0.05 && (shares.total.value - exact).abs() < 0.03, "{shares:?} {exact}");
        assert!(shares.first.low <= shares.first.value && shares.first.value <= shares.first.high);
        assert_eq!(factor.forced, None);
    }
}

#[test]
fn shares_of_a_product_are_those_of_its_closed_form() {
    // What is lost of grid is (1 - level) times the hours it lasts: y = l d, l uniform in 0..1, d in 2..10.
    let model = model("dependent,provider,confidence\ntel,grid,high\n");
    let mut event = Event::fail(&model.network, "grid").unwrap();
    let Action::Fail { duration, level, .. } = &mut event.action else { panic!("it is a hazard") };
    *duration = Some(Quantity::parse("uniform(2|10)").unwrap());
    *level = Quantity::parse("uniform(0|1)").unwrap();
    let grid = Wanted { figure: Figure::LostHours, node: model.network.find("grid") };
    let found = sampled(&model, &[event], plan(6_000, 1), Some(grid));
    let ((m1, v1), (m2, v2)) = ((0.5_f64, 1.0 / 12.0), (6.0_f64, 64.0 / 12.0));
    let variance = (v1 + m1 * m1) * (v2 + m2 * m2) - m1 * m1 * m2 * m2;
    for factor in &found.factors {
        let exact = match factor.question.subject {
            Subject::Level(_) => (v1 * m2 * m2 / variance, v1 * (m2 * m2 + v2) / variance),
            Subject::Duration(_) => (v2 * m1 * m1 / variance, v2 * (m1 * m1 + v1) / variance),
            _ => continue,
        };
        let shares = factor.shares.unwrap();
        assert!((shares.first.value - exact.0).abs() < 0.05 && (shares.total.value - exact.1).abs() < 0.05, "{factor:?} {exact:?}");
        assert!(exact.1 > exact.0 + 0.05, "they work through one another");
    }
    assert!((found.figure.mean - 3.0).abs() < 4.5 * found.figure.se);
}

#[test]
fn intervals_of_shares_cover_as_often_as_they_say() {
    let csv = "dependent,provider,importance,minimum,buffer_h,confidence\n\
               a,grid,essential,none,\"uniform(0,6)\",high\nb,grid,essential,none,\"uniform(1,3)\",high\n";
    let model = model(csv);
    let event = Event::fail(&model.network, "grid+10").unwrap();
    let mut covered = [0; 4];
    for seed in 0..200 {
        let found = sampled(&model, std::slice::from_ref(&event), plan(400, seed), None);
        for (factor, exact) in found.factors.iter().zip([0.9, 0.1]) {
            let at = if exact > 0.5 { 0 } else { 2 };
            let shares = factor.shares.unwrap();
            covered[at] += u32::from(shares.first.low <= exact && exact <= shares.first.high);
            covered[at + 1] += u32::from(shares.total.low <= exact && exact <= shares.total.high);
        }
    }
    // 190 of 200 are expected; 176 lies four and a half standard errors below.
    assert!(covered.iter().all(|&covered| covered >= 176), "{covered:?}");
}

#[test]
fn what_is_certain_moves_nothing() {
    let model = model("dependent,provider,probability,buffer_h,confidence\ntel,grid,0.5,none,high\nfar,away,0.5,none,high\n");
    let found = sampled(&model, &[Event::fail(&model.network, "grid+2").unwrap()], plan(50, 1), None);
    assert_eq!(found.factors.len(), 1, "what nothing happens to is not drawn for");
    let forced = found.factors[0].forced.unwrap();
    assert_eq!((forced.happens, forced.not, forced.difference, forced.se), (4.0, 2.0, 2.0, 0.0));
}
