//! Comparisons: small cases worked out by hand, the laws that every comparison keeps, and the command.

mod cli;
mod laws;
mod tables;
mod taken;

use keten::analysis::Model;
use keten::analysis::compare::{Comparison, Config, Course, Side, compare};
use keten::analysis::ranking::Criterion;
use keten::analysis::uncertainty::Plan;
use keten::network::{Event, Network, Ranges, Scenario, ScenarioKind, Stance, Unit};
use keten::outcome::{Control, Outcome, Stop};
use keten::tables::load_network;
use keten::units::Time;

/// The network of these dependencies, and of nodes where there are any.
fn network(dependencies: &str, nodes: &str) -> Network {
    let folder = crate::cli::folder(&[("dependencies.csv", dependencies), ("nodes.csv", nodes)]);
    if nodes.is_empty() {
        std::fs::remove_file(folder.path().join("nodes.csv")).unwrap();
    }
    load_network(folder.path().to_str().unwrap()).value.unwrap().network
}

fn scenario(network: &Network, fails: &str) -> Scenario {
    Scenario {
        title: None,
        description: None,
        kind: ScenarioKind::Exercise,
        likelihood: None,
        horizon: None,
        events: vec![Event::fail(network, fails).unwrap()],
        expectations: Vec::new(),
        not_reproducible: None,
    }
}

/// Compares two networks under the loss of `fails`, up to 24 hours.
fn compared(old: Network, new: Network, fails: Option<&str>, plan: Option<Plan>) -> Comparison {
    let horizon = Time::from_hours(24);
    let [a, b] = [old, new].map(|network| Model::new(network, Stance::Central));
    let happens = [&a, &b].map(|model| fails.map(|fails| scenario(&model.network, fails)));
    // What is not stated is taken for certain, so that a verdict tells of what is.
    let mut ranges = Ranges::widest();
    ranges.set_column("all", "default").unwrap();
    let resolve = |network: &Network| Some((vec![Event::fail(network, fails?).ok()?], horizon));
    let side = |at: usize, model| {
        let course = happens[at].as_ref().map(|scenario| Course { name: "loss", scenario, horizon, resolve: &resolve });
        Side { model, course, ranges: ranges.clone() }
    };
    let mut config = Config::new(Criterion::suiting(&b));
    config.plan = plan;
    compare(&side(0, &a), &side(1, &b), &config, &Control::default()).into_value()
}

fn need(dependent: &str, need: &str) -> Unit {
    Unit::Need { dependent: dependent.to_owned(), need: need.to_owned() }
}

/// What a unit does alone to a figure, and what of the figure rests on it at last.
fn effect(answer: &Comparison, unit: &Unit, figure: &str) -> (f64, f64) {
    let at = answer.figures.iter().position(|known| known.name == figure).unwrap();
    let effect = answer.effects.iter().find(|effect| effect.unit == *unit).unwrap();
    (effect.alone.as_ref().unwrap()[at], effect.last.as_ref().unwrap()[at])
}

const NODES: &str = "id,kind\ntel,process\nwater,process\n";

#[test]
fn a_longer_battery_saves_its_hours_and_nothing_else() {
    let old = network("dependent,provider,buffer_h\ntel,grid,4\nwater,grid,none\n", NODES);
    let new = network("dependent,provider,buffer_h\ntel,grid,10\nwater,grid,none\n", NODES);
    let answer = compared(old, new, Some("grid"), None);
    // Without power telephony loses 24 - 4 hours and then 24 - 10.
    let lost = answer.course.as_ref().unwrap().totals.iter().find(|total| total.name == "lost_h").unwrap();
    assert_eq!((lost.before, lost.after), (24.0 + 20.0 + 24.0, 24.0 + 14.0 + 24.0));
    assert_eq!(answer.changes.len(), 1);
    let cell = &answer.changes[0].cells[0];
    assert_eq!((cell.column.as_str(), cell.before.as_str(), cell.after.as_str()), ("buffer_h", "4", "10"));
    assert_eq!(effect(&answer, &need("tel", "grid"), "lost_h"), (-6.0, -6.0));
    let nodes: Vec<_> = answer.course.as_ref().unwrap().nodes.iter().map(|node| (node.id.as_str(), node.before, node.after)).collect();
    assert_eq!(nodes, [("tel", Some(20.0), Some(14.0))]);
    let ranking = answer.ranking.unwrap();
    assert!(ranking.rows.is_empty() && ranking.new_hubs.is_empty() && ranking.new_single_points.is_empty());
}

#[test]
fn two_changes_that_only_work_together_are_told_as_such() {
    // A second way to power helps water only when the pump that it needs has one too.
    let old = network("dependent,provider,need\nwater,grid,power\nwater,pump,pump\npump,grid,power\n", NODES);
    let both = "dependent,provider,need\nwater,grid,power\nwater,sun,power\nwater,pump,pump\npump,grid,power\npump,sun,power\n";
    let answer = compared(old, network(both, NODES), Some("grid"), None);
    assert_eq!(effect(&answer, &need("water", "power"), "processes_lost"), (0.0, -1.0));
    assert_eq!(effect(&answer, &need("pump", "power"), "processes_lost"), (0.0, -1.0));
    let ranking = answer.ranking.unwrap();
    assert_eq!(ranking.gone_single_points, ["grid"]);
    assert!(ranking.new_single_points.is_empty());
}

#[test]
fn a_second_provider_ends_a_single_point_and_a_new_need_makes_one() {
    let old = network("dependent,provider,need\ntel,grid,power\nwater,grid,power\n", NODES);
    let new = network("dependent,provider,need\ntel,grid,power\ntel,sun,power\nwater,grid,power\nwater,well,source\n", NODES);
    let answer = compared(old, new, None, None);
    assert!(answer.course.is_none());
    let ranking = answer.ranking.as_ref().unwrap();
    assert_eq!((ranking.new_single_points.as_slice(), ranking.gone_single_points.len()), (["well".to_owned()].as_slice(), 0));
    assert_eq!(effect(&answer, &need("water", "source"), "single_points"), (1.0, 1.0));
    let fates: Vec<_> = answer.changes.iter().map(|change| (change.key.join(" "), format!("{:?}", change.fate))).collect();
    assert_eq!(fates, [("tel power sun".to_owned(), "New".to_owned()), ("water source well".to_owned(), "New".to_owned())]);
}

#[test]
fn a_change_of_what_draws_share_is_not_blurred_by_the_draw() {
    let rows = |buffer: &str| network(&format!("dependent,provider,buffer_h,probability\ntel,grid,{buffer},1\nwater,grid,,0.5\n"), NODES);
    let plan = || Some(Plan::new(7, 200));
    // Water falls in half of the samples, which makes totals vary by 24 h; in pairs only the battery differs, by exactly two hours.
    let answer = compared(rows("4"), rows("6"), Some("grid"), plan());
    let lost = answer.course.unwrap().totals.into_iter().find(|total| total.name == "lost_h").unwrap();
    let paired = lost.paired.unwrap();
    assert_eq!((paired.mean, paired.se, paired.is_significant()), (-2.0, 0.0, true));
    assert_eq!(answer.samples, Some(200));
    let same = compared(rows("4"), rows("4"), Some("grid"), plan());
    let lost = same.course.unwrap().totals.into_iter().find(|total| total.name == "lost_h").unwrap();
    assert_eq!((lost.before, lost.paired.unwrap().is_significant()), (lost.after, false));
}

#[test]
fn certain_verdicts_that_change_are_named() {
    let rows = |probability: &str| network(&format!("dependent,provider,buffer_h,probability\ntel,grid,4,{probability}\n"), "");
    let answer = compared(rows("1"), rows("0.5"), Some("grid"), None);
    let verdicts = answer.course.unwrap().verdicts;
    let told: Vec<_> = verdicts.iter().map(|node| format!("{} {:?} {:?}", node.id, node.before.unwrap(), node.after.unwrap())).collect();
    assert_eq!(told, ["tel Must May"]);
}

#[test]
fn what_is_interrupted_at_once_still_says_what_differs_in_the_data() {
    let [old, new] = ["4", "10"].map(|buffer| network(&format!("dependent,provider,buffer_h\ntel,grid,{buffer}\n"), NODES));
    let [a, b] = [old, new].map(|network| Model::new(network, Stance::Central));
    let happens = scenario(&a.network, "grid");
    let resolve = |network: &Network| Some((vec![Event::fail(network, "grid").ok()?], Time::from_hours(24)));
    let side = |model| {
        let course = Some(Course { name: "loss", scenario: &happens, horizon: Time::from_hours(24), resolve: &resolve });
        Side { model, course, ranges: Ranges::widest() }
    };
    for plan in [None, Some(Plan::new(1, 100))] {
        let mut config = Config::new(Criterion::suiting(&b));
        config.plan = plan;
        let control = Control::default();
        control.cancel.stop();
        let outcome = compare(&side(&a), &side(&b), &config, &control);
        let Outcome::Truncated { part, reason: Stop::Interrupted, done: 0, of: 1 } = outcome else { panic!("{outcome:?}") };
        assert_eq!((part.changes.len(), part.course, part.ranking, part.effects.len()), (1, None, None, 0));
    }
}

#[test]
fn fewer_samples_than_asked_for_are_a_part_and_say_why() {
    let rows = |buffer: &str| network(&format!("dependent,provider,buffer_h,probability\ntel,grid,{buffer},0.5\n"), NODES);
    let [a, b] = ["4", "6"].map(|buffer| Model::new(rows(buffer), Stance::Central));
    let happens = scenario(&a.network, "grid");
    let resolve = |network: &Network| Some((vec![Event::fail(network, "grid").ok()?], Time::from_hours(24)));
    let side = |model| {
        let course = Some(Course { name: "loss", scenario: &happens, horizon: Time::from_hours(24), resolve: &resolve });
        Side { model, course, ranges: Ranges::widest() }
    };
    let mut config = Config::new(Criterion::suiting(&b));
    let mut plan = Plan::new(1, 300);
    plan.until_se = Some(1e-9);
    config.plan = Some(plan);
    let outcome = compare(&side(&a), &side(&b), &config, &Control::default());
    let Outcome::Truncated { part, reason: Stop::Budget, done: 300, of: 300 } = outcome else { panic!("{outcome:?}") };
    assert!(part.samples == Some(300) && part.course.is_some() && part.ranking.is_some());
    plan.until_se = Some(50.0);
    config.plan = Some(plan);
    let near = compare(&side(&a), &side(&b), &config, &Control::default());
    assert!(near.is_complete() && near.value().samples < Some(300), "{near:?}");
}
