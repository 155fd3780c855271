//! Classification over samples against the slow way: every drawn network made and classified by itself.

use crate::cli::{folder, run};
use crate::engine::cases;
use keten::analysis::Model;
use keten::analysis::classify::{self, Config};
use keten::analysis::uncertainty::{self, Plan, SampledClassification};
use keten::network::{
    Adverse, Category, Cell, CriterionRow, Draft, Draw, Gauge, ImpactRow, Importance, Kind, NameId, Network, NodeDetail, NodeRow,
    Provenance, Stance, Taking, Thing,
};
use keten::outcome::{Control, Outcome, Stop};
use keten::units::{Amount, Level, Magnitude, Measure, Probability, Quantity, Time};
use proptest::prelude::*;
use std::collections::BTreeMap;

const SEED: u64 = 5;
const NODES: usize = 6;

/// Dependent, provider, kind of need, buffer in hours, chance in tenths, what is not known of it.
type Row = (usize, usize, u8, u8, u8, u8);
/// Node, criterion, amount, begin in hours, which of them is not known.
type Figure = (usize, usize, u8, u8, u8);

/// A cell, or what one world has in it.
fn cell<T: Measure>(world: Option<Draw>, thing: Thing, quantity: Quantity<T>, adverse: Adverse) -> Quantity<T> {
    match world {
        Some(draw) => Quantity::Fixed(Taking::Draw(draw).value(|| thing, &quantity, adverse)),
        None => quantity,
    }
}

fn chance(world: Option<Draw>, thing: Thing, p: Quantity<Probability>) -> Quantity<Probability> {
    match world {
        Some(draw) => Quantity::Fixed(Probability::new(f64::from(Taking::Draw(draw).strikes(|| thing, &p))).unwrap()),
        None => p,
    }
}

fn spread<T: Measure>(low: f64, high: f64) -> Quantity<T> {
    Quantity::parse(&format!("uniform({low}|{high})")).unwrap()
}

fn fixed<T: Measure>(value: f64) -> Quantity<T> {
    Quantity::parse(&value.to_string()).unwrap()
}

fn id(node: usize) -> String {
    format!("n{node}")
}

/// The network as it is stated, or as it is in one world.
fn network(rows: &[Row], figures: &[Figure], world: Option<Draw>) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    nodes(&mut draft, world);
    let rows: BTreeMap<(usize, usize), &Row> = rows.iter().filter(|row| row.0 != row.1).map(|row| ((row.0, row.1), row)).collect();
    for &&(dependent, provider, kind, buffer, tenths, unknown) in rows.values() {
        let (dependent, provider) = (id(dependent), id(provider));
        let need = if kind == 0 { "shared".to_owned() } else { format!("by {provider}") };
        let name = draft.names.intern(&need);
        draft.depend(&dependent, &provider).need = name;
        let thing = |column: &str| Thing::of(column).and(&dependent).and(&need);
        let row = draft.dependencies.len() - 1;
        let detail = draft.detail_mut(row);
        detail.probability = Some(chance(world, thing("probability").and(&provider), fixed(f64::from(tenths) / 10.0)));
        if kind == 0 {
            continue;
        }
        let hours = if unknown & 1 == 0 { fixed(f64::from(buffer)) } else { spread(0.0, f64::from(buffer) + 1.0) };
        detail.buffer = Cell::Is(cell(world, thing("buffer_h"), hours, Adverse::Low));
        if kind == 2 {
            let weight: Quantity<Level> = if unknown & 2 == 0 { fixed(0.5) } else { spread(0.1, 0.9) };
            detail.importance = Some(Importance::Supporting(cell(world, thing("importance"), weight, Adverse::High)));
        }
    }
    consequences(&mut draft, figures, world);
    Network::build(draft).unwrap()
}

fn nodes(draft: &mut Draft, world: Option<Draw>) {
    for node in 0..NODES {
        let restart = cell(world, Thing::of("restart_h").and(&id(node)), spread(0.0, 3.0), Adverse::High);
        let detail = NodeDetail {
            kind: Some(if node < 4 { Kind::Process } else { Kind::Asset }),
            sector: Some(draft.names.intern(["energy", "water", "care"][node % 3])),
            category: if node < 2 { Cell::Is(Category::A) } else { Cell::NotStated },
            restart: Cell::Is(restart),
            ..NodeDetail::default()
        };
        let id = draft.names.intern(&id(node));
        draft.nodes.push(NodeRow { id, detail });
    }
}

fn consequences(draft: &mut Draft, figures: &[Figure], world: Option<Draw>) {
    let names = ["costs", "people", "chain"];
    for (name, gauge, duration, [b, a]) in [
        ("costs", Gauge::Integral, None, [600, 3_000]),
        ("people", Gauge::Beyond, Some(Time::from_hours(4)), [20, 60]),
        ("chain", Gauge::Sectors, None, [1, 2]),
    ] {
        for (class, from) in [("B", b), ("A", a)] {
            let mut row = CriterionRow::of(draft.names.intern(name), gauge);
            (row.duration, row.class, row.from) = (duration, Some(draft.names.intern(class)), Some(Magnitude::from_units(from)));
            draft.criteria.push(row);
        }
    }
    let figures: BTreeMap<(usize, usize), &Figure> = figures.iter().map(|figure| ((figure.0, figure.1), figure)).collect();
    for &&(node, criterion, amount, after, unknown) in figures.values() {
        let amounts: Quantity<Amount> =
            if unknown & 1 == 0 { fixed(f64::from(amount)) } else { spread(0.0, f64::from(amount) * 2.0 + 1.0) };
        let begins: Quantity<Time> = if unknown & 2 == 0 { fixed(f64::from(after)) } else { spread(0.0, f64::from(after) + 2.0) };
        let begin = begins.to_string();
        let thing = |column: &str| Thing::of(column).and("impact").and(&id(node)).and(names[criterion]).and("").and(&begin);
        let row = ImpactRow {
            node: draft.names.intern(&id(node)),
            criterion: draft.names.intern(names[criterion]),
            amount: cell(world, thing("amount"), amounts, Adverse::High),
            after: Cell::Is(cell(world, thing("after_h"), begins, Adverse::Low)),
            population: None::<NameId>,
            provenance: Provenance::default(),
        };
        draft.impacts.push(row);
    }
}

fn config(model: &Model, at_least: usize) -> Config {
    let mut config = Config::new(classify::scheme_of(model).unwrap());
    config.at_least = at_least;
    config
}

fn sampled(model: &Model, at_least: usize, plan: &Plan) -> SampledClassification {
    let outcome = uncertainty::classify(model, &config(model, at_least), plan, &Control::default());
    assert!(outcome.is_complete());
    outcome.value().clone()
}

/// Node by node the samples without class, those in each class, and those in which each criterion decides.
type Frequencies = BTreeMap<String, (u64, Vec<u64>, BTreeMap<String, u64>)>;

/// Each world by itself, made as a network of its own that nothing is uncertain in.
fn literally(rows: &[Row], figures: &[Figure], at_least: usize, samples: u64) -> Frequencies {
    let mut found = Frequencies::new();
    for sample in 0..samples {
        let model = Model::new(network(rows, figures, Some(Draw { seed: SEED, sample })), Stance::Central);
        let outcome = classify::classify(&model, &config(&model, at_least), &Control::default());
        let answer = outcome.value();
        let classes = model.network.criteria().scheme(answer.scheme).classes.len();
        for row in &answer.rows {
            let known = found.entry(model.network.id(row.node).to_owned()).or_insert_with(|| (0, vec![0; classes], BTreeMap::new()));
            match row.class {
                Some(class) => known.1[class as usize] += 1,
                None => known.0 += 1,
            }
            for &criterion in &row.decided {
                *known.2.entry(model.network.criteria().get(criterion).name.clone()).or_default() += 1;
            }
        }
    }
    found
}

fn frequencies(model: &Model, answer: &SampledClassification) -> Frequencies {
    let count = |share: f64| (share * answer.samples as f64).round() as u64;
    let name = |id| model.network.criteria().get(id).name.clone();
    let one = |row: &uncertainty::SampledClassified| {
        let decided = row.decided.iter().map(|&(id, share)| (name(id), count(share))).collect();
        (model.network.id(row.node).to_owned(), (count(row.none), row.classes.iter().map(|&share| count(share)).collect(), decided))
    };
    answer.rows.iter().map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100)))]

    #[test]
    fn frequencies_are_those_of_networks_drawn_one_by_one(
        rows in prop::collection::vec((0..NODES, 0..NODES, 0..3_u8, 0..30_u8, 0..11_u8, 0..4_u8), 1..14),
        figures in prop::collection::vec((0..NODES, 0..2_usize, 1..60_u8, 0..9_u8, 0..4_u8), 1..8),
        at_least in 1..3_usize,
    ) {
        let model = Model::new(network(&rows, &figures, None), Stance::Central);
        let samples = 12;
        let expected = literally(&rows, &figures, at_least, samples);
        let mut plan = Plan::new(SEED, samples);
        for one_by_one in [false, true] {
            plan.one_by_one = one_by_one;
            prop_assert_eq!(&frequencies(&model, &sampled(&model, at_least, &plan)), &expected, "one by one: {}", one_by_one);
        }
    }
}

const ROWS: [Row; 5] = [(0, 4, 1, 10, 7, 1), (1, 4, 1, 60, 10, 1), (2, 0, 2, 5, 6, 3), (3, 1, 1, 2, 8, 0), (5, 4, 1, 0, 5, 0)];
const FIGURES: [Figure; 3] = [(0, 0, 40, 0, 1), (1, 1, 50, 3, 3), (3, 0, 20, 1, 2)];

#[test]
fn the_number_of_threads_does_not_show_and_the_order_is_by_gravity() {
    let model = Model::new(network(&ROWS, &FIGURES, None), Stance::Central);
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| sampled(&model, 1, &Plan::new(9, 700)))
    };
    let one = with(1);
    assert!([2, 5].into_iter().all(|threads| with(threads) == one));
    assert!(one.rows.iter().any(|row| row.none > 0.0 && row.none < 1.0), "the example has something to tell: {one:?}");
    let gravity =
        |row: &uncertainty::SampledClassified| row.classes.iter().zip(1..).map(|(share, class)| share * f64::from(class)).sum::<f64>();
    assert!(one.rows.windows(2).all(|pair| gravity(&pair[0]) >= gravity(&pair[1]) - 1e-9));
    assert!(one.rows.iter().all(|row| (row.none + row.classes.iter().sum::<f64>() - 1.0).abs() < 1e-9));
}

#[test]
fn sampling_stops_where_it_was_told_to_and_says_so() {
    let model = Model::new(network(&ROWS, &FIGURES, None), Stance::Central);
    let run = |plan: &Plan, control: &Control| uncertainty::classify(&model, &config(&model, 1), plan, control);
    let mut plan = Plan::new(1, 100_000);
    plan.until_se = Some(0.02);
    let enough = run(&plan, &Control::default());
    assert!(enough.is_complete() && enough.value().samples < 2_000, "{}", enough.value().samples);
    plan.until_se = Some(1e-9);
    plan.samples = 500;
    let Outcome::Truncated { reason: Stop::Budget, done: 500, .. } = run(&plan, &Control::default()) else { panic!("not reached") };
    let control = Control::default();
    control.cancel.stop();
    plan.until_se = None;
    let stopped = run(&plan, &control);
    let Outcome::Truncated { reason: Stop::Interrupted, done: 0, of: 500, part } = &stopped else { panic!("not interrupted") };
    assert!(part.samples == 0 && part.rows.iter().all(|row| row.none == 0.0));
    let settings = keten::report::json::Run::new("classify", Vec::new(), 1, Stance::Central).sampled(500, None);
    let told = keten::report::json::classify_sampled(&model, &stopped, &settings);
    assert!(told.contains("\"status\":\"truncated\"") && told.contains("\"reason\":\"interrupted\""), "{told}");
}

const CRITERIA: &str =
    "scheme,criterion,measure,duration_h,class,from,confidence\nvital,costs,integral,,B,100,high\nvital,costs,integral,,A,1000,low\n";

#[test]
fn shares_are_told_in_every_format_and_in_both_languages() {
    let case = folder(&[
        ("dependencies.csv", "dependent,provider,probability\ntel,grid,0.5\n"),
        ("nodes.csv", "id,kind,category\ntel,process,B\ngrid,process,A\n"),
        ("criteria.csv", CRITERIA),
        ("impacts.csv", "node,criterion,amount\ntel,costs,20\ngrid,costs,1\n"),
    ]);
    let ask = |more: &[&str]| {
        let ran = run(case.path(), &[&["classify", ".", "--samples", "400", "--seed", "2"], more].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        ran.out
    };
    let json: serde_json::Value = serde_json::from_str(&ask(&["--format", "json"])).unwrap();
    assert_eq!((&json["schema"], &json["samples"], &json["certain"]), (&"keten.classify.sampled/1".into(), &400.into(), &false.into()));
    let row = |id: &str| json["rows"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap();
    // Telephony costs 1,440 by itself; the grid 72, and 1,512 where its loss is carried on.
    assert_eq!((&row("tel")["classes"]["A"], &row("tel")["none"], &row("tel")["verified"]), (&1.0.into(), &0.0.into(), &false.into()));
    let share = row("grid")["classes"]["A"].as_f64().unwrap();
    assert!((share - 0.5).abs() < 0.12 && (row("grid")["none"].as_f64().unwrap() - (1.0 - share)).abs() < 1e-12, "{share}");
    assert_eq!(row("grid")["decided_by"]["costs"], share);
    let csv = ask(&["--format", "csv"]);
    assert!(csv.starts_with("id,name,category,class,agreement,verified,what,value,share\n"), "{csv}");
    assert!(csv.contains(&format!(",class,A,{share}\n")) && csv.contains(",no_class,,") && csv.contains(",decided_by,costs,1\n"), "{csv}");
    let dutch = ask(&["--lang", "nl"]);
    assert!(dutch.contains("bepaald door") && dutch.contains("400 trekkingen") && dutch.contains("100%"), "{dutch}");
    assert!(ask(&["--format", "md"]).contains("| most often |"));
    let few = run(case.path(), &["classify", ".", "--until-se", "0.02", "--format", "json"]);
    assert_eq!(few.code, Some(0), "{}", few.err);
}

#[test]
fn that_nothing_is_uncertain_is_said() {
    let case = folder(&[
        ("dependencies.csv", "dependent,provider\ntel,grid\n"),
        ("nodes.csv", "id,kind,category\ntel,process,B\n"),
        ("criteria.csv", CRITERIA),
        ("impacts.csv", "node,criterion,amount\ntel,costs,20\n"),
    ]);
    for (lang, words) in [("en", "all samples are alike"), ("nl", "alle trekkingen zijn gelijk")] {
        let ran = run(case.path(), &["classify", ".", "--samples", "5", "--lang", lang]);
        assert!(ran.code == Some(0) && ran.out.contains(words), "{}", ran.out);
    }
    let ran = run(case.path(), &["classify", ".", "--samples", "5", "--format", "json"]);
    assert!(ran.out.contains("\"certain\":true") && ran.out.contains("\"classes\":{\"A\":1.0}"), "{}", ran.out);
}
