//! What losses mean, against a literal reading of the model, and by examples.

mod classify;
mod columns;
mod likelihood;
mod literal;
mod measures;
mod portfolio;
mod tables;
mod taken;

use crate::engine::{cases, network_of};
use crate::reference::{self, Net, ONE, Scenario, random};
use keten::analysis::impact::{Impact, Judged};
use keten::analysis::ranking::{Config as RankConfig, Criterion, rank};
use keten::analysis::uncertainty::{self, Plan};
use keten::analysis::{Model, what_if};
use keten::network::{Action, Cell, CriterionRow, Draft, Event, Gauge, ImpactRow, Network, NodeId, Provenance, Stance};
use keten::outcome::Control;
use keten::units::{Amount as Number, HOUR_MS, Level, MILLIONTHS, Magnitude, Probability, Quantity, Time};
use literal::Amount;
use proptest::prelude::*;

const NAMES: [(&str, Gauge); 3] = [("costs", Gauge::Integral), ("people", Gauge::Peak), ("daily life", Gauge::Beyond)];
const DURATIONS: [i64; 3] = [1_000, 2_500, 6_000];
/// From which amount on it is class A and class B: other ones for each duration, so that a mix-up shows. The first are those of what has none.
const LIMITS: [[u32; 2]; 3] = [[1, 5], [2, 3], [4, 9]];

fn time(ms: i64) -> Time {
    Time::from_ms(ms).unwrap()
}

/// The same network with amounts and limits.
fn with_amounts(net: &Net, amounts: &[Amount]) -> Network {
    let bare = network_of(net);
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    rebuild(&mut draft, &bare);
    for (name, gauge) in NAMES {
        let durations = if gauge == Gauge::Beyond { DURATIONS.map(|ms| Some(time(ms))).to_vec() } else { vec![None] };
        let limits = durations.iter().zip(LIMITS).flat_map(|(duration, [a, b])| [("A", a), ("B", b)].map(|limit| (*duration, limit)));
        for (duration, (class, from)) in limits {
            let mut row = CriterionRow::of(draft.names.intern(name), gauge);
            row.duration = duration;
            row.class = Some(draft.names.intern(class));
            row.from = Some(Magnitude::from_units(from));
            draft.criteria.push(row);
        }
    }
    for amount in amounts {
        let row = ImpactRow {
            node: draft.names.intern(&format!("n{:03}", amount.node)),
            criterion: draft.names.intern(NAMES[amount.criterion].0),
            amount: Quantity::Fixed(Number::new(amount.amount as f64).unwrap()),
            after: Cell::Is(Quantity::Fixed(time(amount.after))),
            population: amount.population.map(|number| draft.names.intern(&format!("p{number}"))),
            provenance: Provenance::default(),
        };
        draft.impacts.push(row);
    }
    Network::build(draft).unwrap()
}

/// The rows of a network that was built, as rows again.
fn rebuild(draft: &mut Draft, network: &Network) {
    for node in network.nodes() {
        let id = draft.names.intern(network.id(node));
        draft.nodes.push(keten::network::NodeRow { id, detail: network.node(node).clone() });
    }
    for dependency in network.dependencies() {
        let need = network.need(dependency.need);
        let row = *draft.depend(network.id(need.dependent), network.id(dependency.provider));
        let name = draft.names.intern(network.need_name(dependency.need));
        let last = draft.dependencies.len() - 1;
        *draft.detail_mut(last) = network.detail(dependency).clone();
        let added = &mut draft.dependencies[last];
        (added.need, added.share, added.minimum) = (name, network.terms(dependency).share, network.terms(dependency).minimum);
        assert_eq!(added.dependent, row.dependent);
    }
}

fn events_of(net: &Net, network: &Network, scenario: &Scenario) -> Vec<Event> {
    let span = |from: i64, to: Option<i64>| to.map(|to| Quantity::Fixed(time(to - from)));
    let hazards = scenario.hazards.iter().map(|hazard| Event {
        at: time(hazard.from),
        action: Action::Fail {
            nodes: vec![NodeId(hazard.node as u32)],
            duration: span(hazard.from, hazard.to),
            level: Quantity::Fixed(Level::from_ppm(hazard.level as u32).unwrap()),
            probability: Probability::ONE,
            common: false,
        },
    });
    let drains = scenario.drains.iter().map(|drain| {
        let node = network.find(&format!("n{:03}", net.needs[drain.need].dependent)).unwrap();
        let need = network.find_need(node, &format!("g{:03}", drain.need)).unwrap();
        Event { at: time(drain.from), action: Action::Drain { need, duration: span(drain.from, drain.to) } }
    });
    hazards.chain(drains).collect()
}

/// What a literal reading makes of a criterion: the amount, and where it is measured beyond durations, each of them.
fn literally(amounts: &[Amount], steps: &[Vec<(i64, i64)>], horizon: i64, criterion: usize) -> Vec<i128> {
    match NAMES[criterion].1 {
        Gauge::Integral => vec![literal::integral(amounts, steps, horizon, criterion)],
        Gauge::Peak => vec![literal::peak(amounts, steps, horizon, criterion)],
        _ => DURATIONS.iter().map(|&duration| literal::beyond(amounts, steps, horizon, criterion, duration)).collect(),
    }
}

fn check(net: &Net, scenario: &Scenario, amounts: &[Amount]) -> Result<(), TestCaseError> {
    let model = Model::new(with_amounts(net, amounts), Stance::Central);
    let events = events_of(net, &model.network, scenario);
    let answer = what_if::what_if(&model, &events, &what_if::Config::to(time(scenario.horizon)));
    let steps = reference::simulate(net, scenario).steps;
    let impact = answer.impact.unwrap_or(Impact { judged: Vec::new(), interests: Vec::new() });
    for (criterion, (name, gauge)) in NAMES.into_iter().enumerate() {
        let id = model.network.criteria().find(name).unwrap();
        let judged = impact.judged.iter().find(|judged| judged.measured.criterion == id);
        prop_assert_eq!(judged.is_some(), amounts.iter().any(|amount| amount.criterion == criterion));
        let Some(judged) = judged else { continue };
        let expected = literally(amounts, &steps, scenario.horizon, criterion);
        let unit = i128::from(ONE) * if gauge == Gauge::Integral { i128::from(HOUR_MS) } else { 1 };
        let found: Vec<f64> = if gauge == Gauge::Beyond {
            judged.measured.longer.iter().map(|(_, extent)| extent.value()).collect()
        } else {
            vec![judged.measured.amount.value()]
        };
        let exact: Vec<f64> =
            expected.iter().map(|&value| (value * i128::from(MILLIONTHS)) as f64 / (unit * i128::from(MILLIONTHS)) as f64).collect();
        prop_assert_eq!(&found, &exact, "{}", name);
        // Class B (1) or else class A (0), by any of the durations.
        let reaches = |class: usize| expected.iter().zip(LIMITS).any(|(&value, from)| value >= i128::from(from[class]) * unit);
        let class = [1, 0].into_iter().find(|&class| reaches(class)).map(|class| class as u32);
        prop_assert_eq!(judged.verdicts[0].class, class, "{}: {:?}", name, expected);
    }
    Ok(())
}

fn amount(nodes: usize) -> impl Strategy<Value = Amount> {
    let population = prop_oneof![Just(None), (0..3_usize).prop_map(Some)];
    let after = prop_oneof![3 => Just(0), 2 => proptest::sample::select(vec![1_000, 2_000, 3_000]), 1 => proptest::sample::select(vec![1, 999, 5_001])];
    (0..nodes, 0..NAMES.len(), 0..8_i64, after, population).prop_map(|(node, criterion, amount, after, population)| {
        // Over time, millions an hour make whole units in the seconds that a case lasts.
        let scale = if NAMES[criterion].1 == Gauge::Integral { 3_600 } else { 1 };
        Amount { node, criterion, amount: i128::from(amount * scale), after, population }
    })
}

/// A case with amounts, none of which states the same as another.
fn case() -> impl Strategy<Value = (Net, Scenario, Vec<Amount>)> {
    (random::case(6), proptest::collection::vec(amount(6), 1..=12)).prop_map(|((net, scenario), mut amounts)| {
        amounts.iter_mut().for_each(|amount| amount.node %= net.nodes.len());
        let key = |amount: &Amount| (amount.node, amount.criterion, amount.population, amount.after);
        amounts.sort_by_key(key);
        amounts.dedup_by_key(|amount| key(amount));
        (net, scenario, amounts)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(3000), max_shrink_iters: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn amounts_and_classes_are_what_a_literal_reading_says((net, scenario, amounts) in case()) {
        check(&net, &scenario, &amounts)?;
    }
}

/// A model of tables by their names.
fn model(tables: &[(&str, &str)]) -> Model {
    let folder = crate::cli::folder(tables);
    let loaded = keten::tables::load_network(folder.path().to_str().unwrap());
    assert!(loaded.value.is_some(), "{:?}", loaded.diagnostics);
    Model::new(loaded.value.unwrap().network, Stance::Central)
}

const CRITERIA: &str = "scheme,criterion,interest,measure,duration_h,class,from,unit,confidence\n\
    own,costs,economy,integral,,A,0,EUR,high\nown,costs,economy,integral,,B,500,EUR,low\nown,costs,economy,integral,,C,5000,EUR,high\n\
    own,people,society,beyond,4,A,1,people,high\nown,people,society,beyond,4,B,100,people,high\n\
    own,people,society,beyond,100,C,1,people,high\n\
    own,nature,nature,,,,,,\n";

fn regional() -> Model {
    model(&[
        ("dependencies.csv", "dependent,provider,buffer_h\ntel,grid,2\nwater,grid,6\n"),
        ("criteria.csv", CRITERIA),
        (
            "impacts.csv",
            "node,criterion,amount,after_h,population\ngrid,costs,100,,\ngrid,people,80,,city\nwater,people,120,,city\ntel,people,30,1,\n",
        ),
    ])
}

fn told(model: &Model, fail: &str, hours: u32) -> Impact {
    let events = [Event::fail(&model.network, fail).unwrap()];
    what_if::what_if(model, &events, &what_if::Config::to(Time::from_hours(hours))).impact.unwrap()
}

fn of<'i>(model: &Model, impact: &'i Impact, name: &str) -> &'i Judged {
    let id = model.network.criteria().find(name).unwrap();
    impact.judged.iter().find(|judged| judged.measured.criterion == id).unwrap()
}

#[test]
fn one_city_counts_once_and_a_class_tells_what_it_rests_on() {
    let model = regional();
    let impact = told(&model, "grid+12", 24);
    let people = of(&model, &impact, "people");
    // The city is without power from 0 to 12 h and without water from 6 to 12 h: 120 for six hours. The telephone adds 30, from 3 to 12 h.
    assert_eq!(people.measured.amount.value(), 150.0);
    assert_eq!(people.verdicts[0].class, Some(1));
    assert_eq!(people.verdicts[0].unseen, Some(Time::from_hours(100)), "a class that takes 100 h cannot show within 24");
    let costs = &of(&model, &impact, "costs").verdicts[0];
    assert_eq!(
        (costs.class, costs.reached.unwrap().over, costs.verified),
        (Some(1), Some(1200.0 / 500.0), false),
        "the limit of B is of low confidence"
    );
    assert_eq!(costs.next.map(|next| (next.limit.class, next.over)), Some((2, Some(0.24))));
}

#[test]
fn a_duration_without_a_limit_still_says_beyond_what_is_counted() {
    let model = model(&[
        ("dependencies.csv", "dependent,provider\ntel,grid\n"),
        ("criteria.csv", "criterion,measure,duration_h\npeople,beyond,3\n"),
        ("impacts.csv", "node,criterion,amount\ntel,people,100\n"),
    ]);
    let amount = |fail: &str| of(&model, &told(&model, fail, 24), "people").measured.amount.value();
    assert_eq!((amount("grid+2"), amount("grid+3"), amount("grid+4")), (0.0, 0.0, 100.0));
}

#[test]
fn an_interest_is_as_grave_as_its_gravest_criterion_and_says_what_was_not_estimated() {
    let model = regional();
    let told = told(&model, "grid+12", 24);
    let told: Vec<_> =
        told.interests.iter().map(|interest| (interest.name.as_str(), interest.class, interest.measured, interest.of)).collect();
    assert_eq!(told, [("economy", Some(1), 1, 1), ("society", Some(1), 1, 1), ("nature", None, 0, 1)]);
}

#[test]
fn nothing_lost_is_no_class_although_class_a_begins_at_nothing() {
    let model = regional();
    let impact = told(&model, "tel+0.5", 24);
    let costs = of(&model, &impact, "costs");
    assert_eq!((costs.measured.amount.value(), costs.verdicts[0].class), (0.0, None));
    let next = costs.verdicts[0].next.unwrap();
    assert_eq!((next.limit.class, next.over), (0, None), "no number says how near nothing is to a limit of nothing");
    let some = told(&model, "grid+0.5", 24);
    let reached = of(&model, &some, "costs").verdicts[0].reached.unwrap();
    assert_eq!((reached.limit.class, reached.over), (0, None), "nor how far over it anything is");
}

#[test]
fn without_amounts_there_is_no_impact() {
    let model = model(&[("dependencies.csv", "dependent,provider\ntel,grid\n"), ("criteria.csv", CRITERIA)]);
    let events = [Event::fail(&model.network, "grid").unwrap()];
    assert_eq!(what_if::what_if(&model, &events, &what_if::Config::to(Time::from_hours(24))).impact, None);
}

#[test]
fn a_ranking_by_an_amount_counts_the_initiators_own() {
    let model = regional();
    let criterion = Criterion::parse(&model.network, "people").unwrap();
    let outcome = rank(&model, &RankConfig::new(criterion), &Control::default());
    let scores: Vec<_> = outcome.value().rows.iter().map(|row| (row.id.as_str(), row.score)).collect();
    assert_eq!(scores, [("grid", Some(150.0)), ("water", Some(120.0)), ("tel", Some(30.0))]);
    let known = Criterion::parse(&model.network, "nature").unwrap_err();
    assert!(known.contains(&"costs".to_owned()) && !known.contains(&"nature".to_owned()), "only what has amounts can be ranked by");
}

#[test]
fn samples_without_unknowns_say_what_one_run_says() {
    let model = regional();
    let events = [Event::fail(&model.network, "grid+12").unwrap()];
    let config = what_if::Config::to(Time::from_hours(24));
    let outcome = uncertainty::what_if(&model, &events, &config, &Plan::new(3, 40), &Control::default());
    let (sampled, once) = (outcome.value().impact.clone().unwrap(), told(&model, "grid+12", 24));
    for (sampled, judged) in sampled.judged.iter().zip(&once.judged) {
        assert_eq!((sampled.amount.mean, sampled.amount.se), (judged.measured.amount.value(), 0.0));
        let class = judged.verdicts[0].class.unwrap() as usize;
        assert_eq!((sampled.shares[0].classes[class], sampled.shares[0].none), (1.0, 0.0));
    }
    let criterion = Criterion::parse(&model.network, "costs").unwrap();
    let ranked = uncertainty::rank(&model, &RankConfig::new(criterion), &Plan::new(3, 40), &Control::default());
    assert_eq!((ranked.value().rows[0].id.as_str(), ranked.value().rows[0].score.mean), ("grid", 7200.0));
}

#[test]
fn amounts_that_are_not_certain_are_drawn() {
    let model = model(&[
        ("dependencies.csv", "dependent,provider\ntel,grid\n"),
        ("criteria.csv", CRITERIA),
        ("impacts.csv", "node,criterion,amount,after_h\ngrid,costs,uniform(0|1000),uniform(0|2)\n"),
    ]);
    let events = [Event::fail(&model.network, "grid+10").unwrap()];
    let config = what_if::Config::to(Time::from_hours(24));
    let outcome = uncertainty::what_if(&model, &events, &config, &Plan::new(5, 8_000), &Control::default());
    let impact = outcome.value().impact.clone().unwrap();
    let costs = &impact.judged[0];
    // The mean of the product of two that are drawn apart is the product of the means: 500 an hour over 9 hours.
    assert!((costs.amount.mean - 4_500.0).abs() < 4.5 * costs.amount.se, "{:?}", costs.amount);
    let total: f64 = costs.shares[0].none + costs.shares[0].classes.iter().sum::<f64>();
    assert!((total - 1.0).abs() < 1e-12 && costs.shares[0].classes[2] > 0.3 && costs.shares[0].classes[1] > 0.3);
}
