//! What measures change, help and cost, against a literal reading and by examples.

use super::{events_of, model, rebuild, time};
use crate::cli::folder;
use crate::engine::{cases, course_of, network_of};
use crate::reference::{self, Member, Net, ONE, Scenario, random};
use keten::analysis::measures::{Config, Measures, measures};
use keten::analysis::ranking::Criterion;
use keten::analysis::uncertainty::Plan;
use keten::analysis::{Model, what_if};
use keten::engine::Timeline;
use keten::network::{Action, Draft, Event, MeasureId, Network, Stance};
use keten::outcome::{Control, Outcome, Stop};
use keten::report::Question;
use keten::report::json::Run;
use keten::report::language::Lang;
use keten::report::measures::{Asked, document};
use keten::report::render::markdown;
use keten::tables::load_network;
use keten::units::Time;
use proptest::prelude::*;

/// A change that a measure makes: to the literal network, and in the words of the table.
#[derive(Clone, Debug)]
enum Step {
    Buffer(i64),
    Refill(i64),
    Activation(i64),
    Restart(i64),
    BlackStart(i64),
    Provider(usize),
    NoLosses,
    BufferTimes(i64),
    RestartTimes(i64),
    Minimum(i64),
    NeverStarts,
}

impl Step {
    fn text(&self, need: Option<usize>) -> String {
        let of = |column: &str| need.map_or_else(|| column.to_owned(), |need| format!("g{need:03}.{column}"));
        let hours = |ms: &i64| format!("{:.12}", *ms as f64 / 3_600_000.0);
        match self {
            Self::Buffer(ms) => format!("{}={}", of("buffer_h"), hours(ms)),
            Self::Refill(ms) => format!("{} = {}", of("refill_h"), hours(ms)),
            Self::Activation(ms) => format!("{}={}", of("activation_h"), hours(ms)),
            Self::Restart(ms) => format!("restart_h={}", hours(ms)),
            Self::BlackStart(ms) => format!("black_start_h={}", hours(ms)),
            Self::Provider(node) => format!("{}=n{node:03}", of("add_provider")),
            Self::NoLosses => format!("{}=0", of("probability")),
            Self::BufferTimes(factor) => format!("{}*{factor}", of("buffer_h")),
            Self::RestartTimes(factor) => format!("restart_h * {factor}"),
            Self::Minimum(ppm) => format!("{}={:.6}", of("minimum"), *ppm as f64 / ONE as f64),
            Self::NeverStarts => format!("{}=0", of("start_p")),
        }
    }

    /// The same, done by hand.
    fn apply(&self, net: &mut Net, target: usize, need: Option<usize>) {
        match self {
            Self::Restart(ms) => net.nodes[target].restart = *ms,
            Self::BlackStart(ms) => net.nodes[target].black_start = *ms,
            Self::RestartTimes(factor) => net.nodes[target].restart *= factor,
            _ => {}
        }
        let own = |place: usize| need.is_none_or(|need| need == place);
        for (_, found) in net.needs.iter_mut().enumerate().filter(|(place, found)| found.dependent == target && own(*place)) {
            match self {
                Self::Buffer(ms) => found.buffer = *ms,
                Self::Refill(ms) => found.refill = *ms,
                Self::Activation(ms) => {
                    found.members.iter_mut().filter(|member| member.activation > 0).for_each(|member| member.activation = *ms)
                }
                Self::NoLosses => found.members.iter_mut().for_each(|member| member.carries = false),
                Self::BufferTimes(factor) => found.buffer *= factor,
                Self::Minimum(ppm) => found.minimum = *ppm,
                Self::NeverStarts => {
                    found.buffer_works = false;
                    found.members.iter_mut().for_each(|member| member.starts = false);
                }
                Self::Provider(node) if *node != target && found.members.iter().all(|member| member.provider != *node) => {
                    found.members.push(Member { provider: *node, share: ONE, activation: 0, carries: true, starts: true });
                }
                _ => {}
            }
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let span = || proptest::sample::select(vec![1_000_i64, 2_000, 5_000, 333]);
    prop_oneof![
        span().prop_map(Step::Buffer),
        span().prop_map(Step::Refill),
        span().prop_map(Step::Activation),
        span().prop_map(Step::Restart),
        span().prop_map(Step::BlackStart),
        (0..6_usize).prop_map(Step::Provider),
        Just(Step::NoLosses),
        (0..4_i64).prop_map(Step::BufferTimes),
        (0..4_i64).prop_map(Step::RestartTimes),
        (0..=4_i64).prop_map(|quarters| Step::Minimum(quarters * ONE / 4)),
        Just(Step::NeverStarts),
    ]
}

type Taken = Vec<(usize, Option<usize>, Step)>;

fn case() -> impl Strategy<Value = (Net, Scenario, Taken)> {
    let steps = proptest::collection::vec((0..6_usize, proptest::option::of(0..4_usize), step()), 1..=4);
    (random::case(6), steps).prop_map(|((net, scenario), mut steps)| {
        for (target, need, step) in &mut steps {
            *target %= net.nodes.len();
            let own: Vec<usize> = (0..net.needs.len()).filter(|&place| net.needs[place].dependent == *target).collect();
            let of_node = matches!(step, Step::Restart(_) | Step::BlackStart(_) | Step::RestartTimes(_));
            *need = need.filter(|_| !own.is_empty() && !of_node).map(|need| own[need % own.len()]);
            if let Step::Provider(node) = step {
                *node %= net.nodes.len();
            }
        }
        (net, scenario, steps)
    })
}

/// The network with each step as a measure of its own.
fn with_measures(net: &Net, steps: &Taken) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    rebuild(&mut draft, &network_of(net));
    for (place, (target, need, step)) in steps.iter().enumerate() {
        draft.measure(&format!("m{place}"), &format!("n{target:03}"), &step.text(*need), None);
    }
    Network::build(draft).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(3000), max_shrink_iters: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_network_after_measures_runs_as_one_that_was_changed_by_hand((net, scenario, steps) in case()) {
        let network = with_measures(&net, &steps);
        let all: Vec<MeasureId> = (0..steps.len() as u32).map(MeasureId).collect();
        let after = network.taking(&all).unwrap();
        let mut changed = net.clone();
        steps.iter().for_each(|(target, need, step)| step.apply(&mut changed, *target, *need));
        let model = Model::new(after, Stance::Central);
        let mut timeline = Timeline::new(model.graph());
        timeline.run(&course_of(&net, &model.network, &scenario), scenario.horizon);
        let mut steps_found = vec![Vec::new(); net.nodes.len()];
        for change in timeline.changes() {
            steps_found[change.node as usize].push((change.at, i64::from(change.output)));
        }
        prop_assert_eq!(steps_found, reference::simulate(&changed, &scenario).steps);
        // Taken by events of the course it is the same.
        let taking = |measure: MeasureId| Event { at: Time::ZERO, action: Action::Measure { measure } };
        let course: Vec<Event> = all.iter().rev().map(|&id| taking(id)).chain(events_of(&net, &network, &scenario)).collect();
        let before = Model::new(network.clone(), Stance::Central);
        let config = what_if::Config::to(time(scenario.horizon));
        let by_events = what_if::what_if(&before.under(&course), &course[all.len()..], &config);
        prop_assert_eq!(by_events.nodes, what_if::what_if(&model, &course[all.len()..], &config).nodes);
        // What was selected and numbered before still means the same.
        let events = events_of(&net, &network, &scenario);
        prop_assert_eq!(events, events_of(&net, &model.network, &scenario));
        let same = network.taking(&[]).unwrap();
        let answer = |network: Network| what_if::what_if(&Model::new(network, Stance::Central), &events_of(&net, &model.network, &scenario), &what_if::Config::to(time(scenario.horizon)));
        prop_assert_eq!(answer(same).nodes, answer(network).nodes);
    }
}

pub(super) const TABLES: [(&str, &str); 3] = [
    ("dependencies.csv", "dependent,provider,need,buffer_h\ntel,grid,power,\nrail,tel,,\nwater,grid,power,\n"),
    ("criteria.csv", "criterion,measure,unit\ncosts,integral,EUR\n"),
    ("impacts.csv", "node,criterion,amount\ntel,costs,100\nrail,costs,50\nwater,costs,80\n"),
];

pub(super) const MEASURES: &str = "id,name,target,change,cost_eur,cost_eur_per_year,excludes\n\
    tel-8,Battery,tel,power.buffer_h=8,1000,,tel-24\n\
    tel-24,Generator,tel,buffer_h=24,3000,100,\n\
    rail,Own radio,rail,probability=0,900,,\n\
    water,Pump,water,buffer_h=24,2500,,\n\
    cheap,Nothing,tel,restart_h=0,1,,\n\
    free,Untold,water,buffer_h=2,,,\n";

pub(super) fn priced() -> Model {
    model(&[&TABLES[..], &[("measures.csv", MEASURES)]].concat())
}

pub(super) fn asked(model: &Model, change: impl Fn(&mut Config)) -> Measures {
    let costs = Criterion::parse(&model.network, "costs").unwrap();
    let mut config = Config::new(costs, Time::from_hours(48));
    change(&mut config);
    let events = [Event::fail(&model.network, "grid+10").unwrap()];
    measures(model, Some(&events), &config, &Control::default()).unwrap().value().clone()
}

pub(super) fn names(model: &Model, set: &[MeasureId]) -> Vec<String> {
    set.iter().map(|id| model.network.measures()[id.0 as usize].id.clone()).collect()
}

#[test]
fn each_measure_is_worth_what_it_avoids() {
    let model = priced();
    let answer = asked(&model, |_| {});
    assert_eq!(answer.base.unwrap().mean, 2_300.0, "ten hours of 100, 50 and 80");
    let rows: Vec<_> =
        answer.rows.iter().map(|row| (names(&model, &[row.measure]).remove(0), row.avoided.unwrap().mean, row.cost)).collect();
    let expected = [
        ("tel-24", 1500.0, Some(4000.0)),
        ("tel-8", 1200.0, Some(1000.0)),
        ("water", 800.0, Some(2500.0)),
        ("rail", 500.0, Some(900.0)),
        ("free", 160.0, None),
        ("cheap", 0.0, Some(1.0)),
    ];
    assert_eq!(rows, expected.map(|(id, avoided, cost)| (id.to_owned(), avoided, cost)));
    assert_eq!((answer.rows[2].cost_per_unit(), answer.rows[5].cost_per_unit()), (Some(3.125), None));
}

/// The priced network where rows happen with a probability and a buffer is a range.
fn drawn() -> Model {
    let dependencies =
        "dependent,provider,need,buffer_h,probability\ntel,grid,power,\"uniform(0|8)\",0.7\nrail,tel,,,0.5\nwater,grid,power,,0.9\n";
    model(&[("dependencies.csv", dependencies), TABLES[1], TABLES[2], ("measures.csv", MEASURES)])
}

#[test]
fn effects_are_differences_in_the_same_worlds() {
    let model = drawn();
    let answer = asked(&model, |config| config.plan = Some(Plan::new(4, 2_000)));
    let of = |id: &str| answer.rows.iter().find(|row| names(&model, &[row.measure]) == [id]).unwrap();
    assert_eq!(
        (of("cheap").avoided.unwrap().mean, of("cheap").avoided.unwrap().p95, of("cheap").avoided.unwrap().se),
        (0.0, 0.0, 0.0),
        "what changes nothing changes no sample"
    );
    // Water is lost for ten hours in nine worlds of ten, and never with the pump.
    let water = of("water").avoided.unwrap();
    assert!((water.mean - 720.0).abs() < 4.5 * water.se && (water.p95 - 800.0).abs() < 1e-9, "{water:?}");
    assert!((answer.base.unwrap().mean - of("water").left.unwrap().mean - water.mean).abs() < 1e-6);
}

#[test]
fn without_events_the_loss_of_each_node_counts_by_how_often_it_fails() {
    let nodes = "id,failures_per_year\ngrid,2\ntel,0.5\n";
    let model = model(&[&TABLES[..], &[("measures.csv", MEASURES), ("nodes.csv", nodes)]].concat());
    let costs = Criterion::parse(&model.network, "costs").unwrap();
    let answer = measures(&model, None, &Config::new(costs, Time::from_hours(10)), &Control::default()).unwrap().value().clone();
    // Twice a year 2,300, and half a time the telephone with rail: 1,500.
    assert_eq!(answer.base.unwrap().mean, 2.0 * 2_300.0 + 0.5 * 1_500.0);
}

/// Codes and rows of what is found in a table of measures.
fn found(measures: &str) -> Vec<String> {
    let folder = folder(&[&TABLES[..], &[("measures.csv", measures)]].concat());
    let told = |found: &keten::diagnostic::Diagnostic| format!("{} {}", found.finding.code(), found.places[0].row);
    load_network(folder.path().to_str().unwrap()).diagnostics.iter().map(told).collect()
}

#[test]
fn every_fault_of_measures_is_found_at_once() {
    let measures = "id,target,change,excludes\n\
        a,tel,power.buffer_h=8; access=none; start_p*0.5,b\n\
        b,tel,buffer=8,\n\
        a,tel,buffer_h=8,\n\
        c,nobody,buffer_h=8,\n\
        d,tel,power.restart_h=8; buffer_h=minus; add_provider=nobody; buffer_h*-1,zz\n\
        e,,buffer_h=8,\n\
        f,tel,,\n";
    let mut found = found(measures);
    found.sort();
    assert_eq!(found, ["K011 7", "K011 8", "K029 5", "K076 3", "K076 6", "K076 6", "K076 6", "K076 6", "K077 4", "K078 6"]);
}

#[test]
fn every_measure_that_cannot_be_taken_is_told() {
    let table = "id,target,change\nhalf,tel,power.share*0.5\nfine,tel,buffer_h=2\nother,water,share=0.2\n";
    let model = model(&[&TABLES[..], &[("measures.csv", table)]].concat());
    let costs = Criterion::parse(&model.network, "costs").unwrap();
    let faults = measures(&model, None, &Config::new(costs, Time::from_hours(10)), &Control::default()).unwrap_err();
    let told: Vec<_> = faults.iter().map(|(id, findings)| (id.0, findings[0].code().to_string())).collect();
    assert_eq!(told, [(0, "K018".to_owned()), (2, "K018".to_owned())]);
}

#[test]
fn a_measure_that_states_how_often_a_node_fails_does_not_change_the_unit() {
    let table = "id,target,change\nrarer,grid,failures_per_year=0.5\nsame,rail,restart_h=0\n";
    let tables = [&TABLES[..], &[("measures.csv", table)]].concat();
    let costs = |model: &Model| Criterion::parse(&model.network, "costs").unwrap();
    let asked = |model: &Model| measures(model, None, &Config::new(costs(model), Time::from_hours(10)), &Control::default()).unwrap();
    // Of no node is it known how often it fails: the mean of one loss of grid, tel, rail and water.
    let unknown = super::model(&tables);
    let answer = asked(&unknown);
    assert_eq!(answer.value().base.unwrap().mean, f64::from(2_300 + 1_500 + 500 + 800) / 4.0);
    assert!(answer.value().rows.iter().all(|row| row.avoided.unwrap().mean == 0.0), "a mean of losses does not become losses a year");
    // Where it is known, a quarter of the failures is a quarter of what is lost.
    let known = super::model(&[&tables[..], &[("nodes.csv", "id,failures_per_year\ngrid,2\n")]].concat());
    let answer = asked(&known);
    let rarer = answer.value().rows.iter().find(|row| row.measure == MeasureId(0)).unwrap();
    assert_eq!((answer.value().base.unwrap().mean, rarer.left.unwrap().mean), (4_600.0, 1_150.0));
}

#[test]
fn how_often_a_node_fails_is_drawn_like_any_other_cell() {
    let nodes = "id,failures_per_year\ngrid,uniform(0|4)\n";
    let model = model(&[&TABLES[..], &[("measures.csv", MEASURES), ("nodes.csv", nodes)]].concat());
    let mut config = Config::new(Criterion::parse(&model.network, "costs").unwrap(), Time::from_hours(10));
    config.plan = Some(Plan::new(9, 2_000));
    let base = measures(&model, None, &config, &Control::default()).unwrap().value().base.unwrap();
    assert!((base.mean - 4_600.0).abs() < 4.5 * base.se && base.se > 0.0, "{base:?}");
    assert!((base.p95 - 0.95 * 9_200.0).abs() < 300.0, "{base:?}");
}

#[test]
fn an_interrupted_answer_is_a_part_with_or_without_samples() {
    let model = priced();
    for plan in [None, Some(Plan::new(1, 100))] {
        for events in [None, Some([Event::fail(&model.network, "grid+10").unwrap()])] {
            let mut config = Config::new(Criterion::LostHours, Time::from_hours(10));
            (config.plan, config.budget) = (plan, Some(5_000.0));
            let control = Control::default();
            control.cancel.stop();
            let answer = measures(&model, events.as_ref().map(|events| &events[..]), &config, &control).unwrap();
            assert!(!answer.is_complete());
            assert_eq!(answer.value(), &Measures { base: None, samples: None, rows: Vec::new(), portfolio: None });
        }
    }
}

#[test]
fn samples_are_drawn_until_the_figure_is_known_well_enough() {
    let model = drawn();
    let wanted = |se: f64, most: u64| {
        let mut config = Config::new(Criterion::parse(&model.network, "costs").unwrap(), Time::from_hours(48));
        let mut plan = Plan::new(4, most);
        plan.until_se = Some(se);
        config.plan = Some(plan);
        let events = [Event::fail(&model.network, "grid+10").unwrap()];
        measures(&model, Some(&events), &config, &Control::default()).unwrap()
    };
    let near = wanted(20.0, 10_000);
    let (base, samples) = (near.value().base.unwrap(), near.value().samples.unwrap());
    assert!(near.is_complete() && base.se <= 20.0 && samples < 10_000, "{base:?} in {samples}");
    let whole = asked(&model, |config| config.plan = Some(Plan::new(4, samples)));
    assert_eq!(near.value(), &whole, "every measure is followed in as many samples");
    let far = wanted(1e-6, 50);
    assert!(matches!(far, Outcome::Truncated { reason: Stop::Budget, done: 50, .. }), "{far:?}");
    assert!(far.value().rows.len() == model.network.measures().len() && far.value().samples == Some(50));
}

#[test]
fn what_is_missing_of_an_interrupted_answer_is_said_in_whole_sentences() {
    let model = priced();
    let of = model.network.measures().len() as u64;
    let run = Run::new("measures", Vec::new(), 1, model.stance);
    let question = Question { model: &model, run: &run, events: &[], title: None };
    let costs = Criterion::parse(&model.network, "costs").unwrap();
    let told = |done: u64, budget: Option<f64>, lang: Lang| {
        let part = asked(&model, |_| {});
        let outcome = Outcome::Truncated { part, reason: Stop::Interrupted, done, of };
        let asked = Asked { criterion: costs, within: Time::from_hours(48), budget, years: 10.0, of_events: true };
        markdown(&document(&question, &outcome, &asked, lang), lang)
    };
    for (done, budget, lang, wanted) in [
        (1, None, Lang::English, "1 of 5 measures was worked out. What is shown is right; a better measure may be missing."),
        (
            2,
            Some(9.0),
            Lang::English,
            "2 of 5 measures were worked out. What is shown is right; a better measure may be missing, and the best set was not sought.",
        ),
        (of, Some(9.0), Lang::English, "while the best set was sought: it is missing."),
        (1, None, Lang::Dutch, "1 van 5 maatregelen is doorgerekend. Wat er staat klopt; een betere maatregel kan ontbreken."),
        (of, Some(9.0), Lang::Dutch, "tijdens het zoeken naar de beste combinatie: die ontbreekt."),
    ] {
        let wanted = wanted.replace("of 5", &format!("of {of}")).replace("van 5", &format!("van {of}"));
        let text = told(done, budget, lang);
        assert!(text.contains(&wanted), "{wanted}: {text}");
    }
}
