//! Answers over samples against what is known exactly: enumeration of all worlds, closed forms, coverage of the intervals.

mod classify;
mod exposure;
mod inoperability;
mod reach;
mod side_by_side;

use keten::analysis::ranking::{Config as RankConfig, Criterion};
use keten::analysis::uncertainty::{Plan, SampledWhatIf, rank, what_if};
use keten::analysis::{Model, what_if as plain};
use keten::network::{Action, Event, Stance};
use keten::outcome::{Control, Outcome, Stop};
use keten::report::json;
use keten::tables::load_network;
use keten::units::{Level, Probability, Quantity, Time};

/// A model of a dependencies table.
pub(crate) fn model(csv: &str) -> Model {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dependencies.csv");
    std::fs::write(&path, csv).unwrap();
    let loaded = load_network(path.to_str().unwrap());
    assert!(loaded.value.is_some(), "{:?}", loaded.diagnostics);
    Model::new(loaded.value.unwrap().network, Stance::Central)
}

fn horizon() -> plain::Config {
    plain::Config::to(Time::from_hours(24))
}

fn sampled(model: &Model, events: &[Event], seed: u64, samples: u64) -> SampledWhatIf {
    let outcome = what_if(model, events, &horizon(), &Plan::new(seed, samples), &Control::default());
    assert!(outcome.is_complete());
    outcome.value().clone()
}

fn p_affected(answer: &SampledWhatIf, model: &Model, id: &str) -> f64 {
    let node = model.network.find(id).unwrap();
    answer.nodes.iter().find(|found| found.node == node).map_or(0.0, |found| found.p_affected)
}

/// Nodes that fail each with a probability, or all together with it.
fn chance(model: &Model, ids: &[&str], p: f64, common: bool) -> Vec<Event> {
    let nodes = ids.iter().map(|id| model.network.find(id).unwrap()).collect();
    let probability = Probability::new(p).unwrap();
    let action = Action::Fail { nodes, duration: None, level: Quantity::Fixed(Level::ZERO), probability, common };
    vec![Event { at: Time::ZERO, action }]
}

/// Within 4.5 standard errors of a share: one chance in 150,000 of being wrong by bad luck, and the seed is fixed.
fn close(found: f64, exact: f64, samples: u64) {
    let error = (exact * (1.0 - exact) / samples as f64).sqrt();
    assert!((found - exact).abs() <= 4.5 * error, "{found} where {exact} is exact, error {error}");
}

#[test]
fn sampled_means_are_those_of_all_worlds() {
    // Six rows that may carry or not, with alternatives and a loop: 64 worlds.
    let ps = [0.5, 0.3, 0.8, 0.2, 0.6, 0.9];
    let rows = [("b", "a", "x"), ("c", "a", "y"), ("d", "b", "z"), ("d", "c", "z"), ("c", "d", "v"), ("e", "d", "w")];
    let csv = |p: &dyn Fn(usize) -> f64| {
        let row = |at: usize| format!("{},{},{},{}\n", rows[at].0, rows[at].1, rows[at].2, p(at));
        "dependent,provider,need,probability\n".to_owned() + &(0..rows.len()).map(row).collect::<String>()
    };
    let mut exact = std::collections::BTreeMap::new();
    for world in 0..64_u32 {
        let certain = model(&csv(&|at| f64::from(world >> at & 1)));
        let weight: f64 = (0..6).map(|at| if world >> at & 1 == 1 { ps[at] } else { 1.0 - ps[at] }).product();
        let events = [Event::fail(&certain.network, "a").unwrap()];
        for affected in plain::what_if(&certain, &events, &horizon()).nodes {
            *exact.entry(certain.network.id(affected.node).to_owned()).or_insert(0.0) += weight;
        }
    }
    let uncertain = model(&csv(&|at| ps[at]));
    let answer = sampled(&uncertain, &[Event::fail(&uncertain.network, "a").unwrap()], 11, 20_000);
    for id in ["a", "b", "c", "d", "e"] {
        close(p_affected(&answer, &uncertain, id), exact[id], 20_000);
    }
}

#[test]
fn the_chance_that_k_of_n_fail_is_the_binomial() {
    for (n, k, exact) in [(3, 2, 0.028), (4, 2, 0.0523), (5, 3, 0.00856)] {
        // The need is met as long as fewer than k units fail: n - k + 1 of them are enough.
        let enough = n - k + 1;
        let row = |unit: usize| format!("top,u{unit},units,1/{enough},1\n");
        let model = model(&("dependent,provider,need,share,minimum\n".to_owned() + &(0..n).map(row).collect::<String>()));
        let ids: Vec<String> = (0..n).map(|unit| format!("u{unit}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        close(p_affected(&sampled(&model, &chance(&model, &ids, 0.1, false), 3, 40_000), &model, "top"), exact, 40_000);
    }
}

#[test]
fn a_common_cause_is_drawn_once() {
    let model = model("dependent,provider,need\ntop,a,n\ntop,b,n\n");
    let apart = sampled(&model, &chance(&model, &["a", "b"], 0.4, false), 9, 20_000);
    let together = sampled(&model, &chance(&model, &["a", "b"], 0.4, true), 9, 20_000);
    close(p_affected(&apart, &model, "top"), 0.16, 20_000);
    close(p_affected(&together, &model, "top"), 0.4, 20_000);
    assert_eq!(p_affected(&together, &model, "a").to_bits(), p_affected(&together, &model, "b").to_bits());
}

#[test]
fn generators_start_as_often_as_they_should_and_batteries_hold_as_long() {
    let csv = "dependent,provider,need,buffer_h,activation_h,start_p\nhospital,grid,power,0.1,,\nhospital,diesel,power,,0.05,0.9\n\
               mast,grid,battery,\"uniform(2,6)\",,\n";
    let model = model(csv);
    let answer = sampled(&model, &[Event::fail(&model.network, "grid+4").unwrap()], 2, 20_000);
    close(p_affected(&answer, &model, "hospital"), 0.1, 20_000);
    // A battery of 2 to 6 hours is too short for 4 hours in half of the worlds; it then ends at 3 on average.
    close(p_affected(&answer, &model, "mast"), 0.5, 20_000);
    let mast = answer.nodes.iter().find(|found| model.network.id(found.node) == "mast").unwrap();
    assert!((mast.first_loss_h.mean - 3.0).abs() < 4.5 * mast.first_loss_h.se);
    assert!((mast.first_loss_h.p5 - 2.1).abs() < 0.05 && (mast.first_loss_h.p95 - 3.9).abs() < 0.05);
}

/// A sparse random graph with mean degree 2 of which a quarter of the rows carries: the mean number of live rows of a node is 1/2.
#[test]
fn independent_cascades_have_the_known_mean_and_variance() {
    let (nodes, degree, p) = (4_000_u64, 2, 0.25);
    let mut state = 12_345_u64;
    let mut random = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % nodes
    };
    let mut pairs: Vec<(u64, u64)> = (0..nodes * degree).map(|_| (random(), random())).filter(|(a, b)| a != b).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let row = |(dependent, provider): &(u64, u64)| format!("n{dependent},n{provider},{p}\n");
    let model = model(&("dependent,provider,probability\n".to_owned() + &pairs.iter().map(row).collect::<String>()));
    let mut config = RankConfig::new(Criterion::Affected);
    config.of = Some(model.network.nodes().step_by(10).collect());
    let outcome = rank(&model, &config, &Plan::new(1, 200), &Control::default());
    let rows = &outcome.value().rows;
    let live = pairs.len() as f64 / nodes as f64 * p;
    let mean = rows.iter().map(|row| row.affected.mean + 1.0).sum::<f64>() / rows.len() as f64;
    // The graph is one draw of its kind: its own mean lies within a few percent of that of all graphs.
    assert!((mean / (1.0 / (1.0 - live)) - 1.0).abs() < 0.05, "{mean}");
    let second = rows.iter().map(|row| row.affected.se.powi(2) * 200.0 + (row.affected.mean + 1.0 - mean).powi(2)).sum::<f64>();
    let variance = second / rows.len() as f64;
    assert!((variance / (live / (1.0 - live).powi(3)) - 1.0).abs() < 0.25, "{variance}");
}

#[test]
fn intervals_cover_the_truth_as_often_as_they_say() {
    let model = model("dependent,provider,probability\nb,a,0.3\n");
    let events = [Event::fail(&model.network, "a").unwrap()];
    let covers = |seed: &u64| {
        let affected = sampled(&model, &events, *seed, 400).totals.affected;
        // a itself, and b in three worlds of ten.
        (affected.mean - 1.3).abs() <= 1.96 * affected.se
    };
    let covered = (0..400).filter(covers).count();
    // 95 % of 400 is 380; 4.5 standard errors of that are 20.
    assert!((360..=399).contains(&covered), "{covered}");
}

#[test]
fn the_number_of_threads_does_not_show() {
    let csv =
        "dependent,provider,need,probability,buffer_h\nb,a,,0.5,\"tri(1,2,4)\"\nc,b,,0.7,\"pert(0.5,1,3)\"\nc,a,,0.2,\"lognormal(2,3)\"\n";
    let model = model(csv);
    let events = [Event::fail(&model.network, "a+6").unwrap()];
    let text = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let outcome = pool.install(|| what_if(&model, &events, &horizon(), &Plan::new(7, 1_000), &Control::default()));
        let ranking = pool.install(|| rank(&model, &RankConfig::new(Criterion::LostHours), &Plan::new(7, 300), &Control::default()));
        let run = json::Run::new("simulate", Vec::new(), 7, Stance::Central).sampled(1_000, None);
        json::simulate_sampled(&model, &outcome, &run) + &json::rank_sampled(&model, &ranking, "node", 10, &run)
    };
    let one = text(1);
    for threads in [2, 4, 8] {
        assert_eq!(text(threads), one, "{threads} threads");
    }
}

#[test]
fn the_first_samples_of_many_are_those_of_few() {
    let model = model("dependent,provider,buffer_h\nb,a,\"uniform(1,9)\"\n");
    let events = [Event::fail(&model.network, "a").unwrap()];
    let first = |samples| sampled(&model, &events, 4, samples).nodes.iter().map(|node| node.first_loss_h).next_back().unwrap();
    let (few, many) = (first(10), first(11));
    // What the eleventh sample adds to the sum is one value within the range of the cell.
    let added = many.mean * 11.0 - few.mean * 10.0;
    assert!((1.0..=9.0).contains(&added), "{added}");
}

#[test]
fn other_rows_do_not_change_what_is_drawn_for_a_row() {
    let (small, large) = ("dependent,provider,probability\nb,a,0.5\n", "dependent,provider,probability\nb,a,0.5\nz,a,0.4\nc,z,0.1\n");
    let p = |csv: &str| {
        let model = model(csv);
        let events = [Event::fail(&model.network, "a").unwrap()];
        p_affected(&sampled(&model, &events, 1, 500), &model, "b")
    };
    assert_eq!(p(small).to_bits(), p(large).to_bits());
}

#[test]
fn sampling_stops_where_it_was_told_to() {
    let model = model("dependent,provider,probability\nb,a,0.5\n");
    let events = [Event::fail(&model.network, "a").unwrap()];
    let run = |plan: &Plan, control: &Control| what_if(&model, &events, &horizon(), plan, control);
    let mut plan = Plan::new(1, 100_000);
    plan.until_se = Some(0.5);
    let enough = run(&plan, &Control::default());
    assert!(enough.is_complete() && enough.value().samples < 3_000 && enough.value().totals.lost_h.se <= 0.5);
    plan.until_se = Some(1e-9);
    plan.samples = 1_000;
    let Outcome::Truncated { reason: Stop::Budget, done: 1_000, .. } = run(&plan, &Control::default()) else { panic!("not reached") };
    plan.until_se = None;
    plan.samples = 1_000_000;
    plan.max_bytes = 100_000;
    let Outcome::Truncated { reason: Stop::Memory, done, of: 1_000_000, part } = run(&plan, &Control::default()) else {
        panic!("no limit")
    };
    assert!(done == part.samples && done < 10_000);
    let control = Control::default();
    control.cancel.stop();
    let Outcome::Truncated { reason: Stop::Interrupted, done: 0, .. } = run(&plan, &control) else { panic!("not interrupted") };
}

#[test]
fn ranks_are_shared_where_chance_alone_could_make_the_difference() {
    // Two alike initiators, one clearly worse.
    let csv = "dependent,provider,probability\nx1,p,0.5\nx2,p,0.5\ny1,q,0.5\ny2,q,0.5\nz1,r,1\nz2,r,1\nz3,r,1\n";
    let model = model(csv);
    let mut config = RankConfig::new(Criterion::Affected);
    config.of = Some(["p", "q", "r"].map(|id| model.network.find(id).unwrap()).to_vec());
    let outcome = rank(&model, &config, &Plan::new(3, 500), &Control::default());
    let found: Vec<(u64, &str)> = outcome.value().rows.iter().map(|row| (row.rank, row.id.as_str())).collect();
    assert_eq!((found[0], found[1].0, found[2].0), ((1, "r"), 2, 2), "{found:?}");
    assert!(outcome.value().rows.iter().all(|row| row.p_top10 == 1.0));
}

#[test]
fn compromise_is_drawn_row_by_row() {
    let csv = "dependent,provider,access,p_compromise,ttc_h\nb,a,update,0.5,\"uniform(1,3)\"\nc,b,remote,0.4,1\nd,b,,,\n";
    let model = model(csv);
    let node = |id: &str| model.network.find(id).unwrap();
    let events = [
        Event { at: Time::ZERO, action: Action::Compromise { nodes: vec![node("a")] } },
        Event {
            at: Time::from_hours(12),
            action: Action::Trigger { nodes: vec![node("b")], duration: None, level: Quantity::Fixed(Level::ZERO), selector: "b".into() },
        },
    ];
    let answer = sampled(&model, &events, 8, 20_000);
    let compromised = answer.compromised.as_ref().unwrap();
    let share = |id: &str| compromised.iter().find(|one| one.node == node(id)).map_or(0.0, |one| one.share);
    assert_eq!((share("a"), share("d")), (1.0, 0.0));
    close(share("b"), 0.5, 20_000);
    close(share("c"), 0.2, 20_000);
    let reached = compromised.iter().find(|one| one.node == node("c")).unwrap();
    assert!((reached.at_h.mean - 3.0).abs() < 4.5 * reached.at_h.se, "{reached:?}");
    // The trigger strikes where it was reached, and what needs it falls with it.
    close(p_affected(&answer, &model, "d"), 0.5, 20_000);
}
