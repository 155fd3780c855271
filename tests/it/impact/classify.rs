//! Who would count as vital, against a literal reading and by examples.

use super::model;
use keten::analysis::classify::Agreement;
use keten::analysis::classify::{Classification, Config, classify, scheme_of};
use keten::analysis::{Model, what_if};
use keten::network::{Event, Kind, NodeId};
use keten::outcome::Control;
use keten::units::{Level, TOLERANCE_PPM, Time};

const CRITERIA: &str = "scheme,criterion,measure,duration_h,class,from,confidence\n\
    other,costs,integral,,huge,1,high\n\
    vital,costs,integral,,B,1000,high\nvital,costs,integral,,A,10000,high\n\
    vital,people,beyond,24,B,100,low\nvital,people,beyond,24,A,1000,low\n\
    vital,chain,sectors,,A,2,low\nvital,area,regions,,,,\nvital,deaths,peak,,B,10,high\n";

const NODES: &str = "id,kind,category,sector,region\ngrid,process,A,energy,north\nwater,process,A,water,north\ntel,process,B,telecom,south\n\
    rail,process,,transport,south\nstation,asset,,energy,north\npump,asset,,water,north\n";

const DEPENDENCIES: &str = "dependent,provider,buffer_h\ngrid,station,\nwater,grid,30\ntel,grid,4\nrail,tel,\nwater,pump,\n";

const IMPACTS: &str =
    "node,criterion,amount,population\ngrid,costs,100,\ngrid,people,600,city\nwater,people,2000,city\ntel,people,50,\nrail,costs,5,\n";

fn network() -> Model {
    model(&[("dependencies.csv", DEPENDENCIES), ("nodes.csv", NODES), ("criteria.csv", CRITERIA), ("impacts.csv", IMPACTS)])
}

fn asked(model: &Model, change: impl Fn(&mut Config)) -> Classification {
    let mut config = Config::new(scheme_of(model).unwrap());
    change(&mut config);
    classify(model, &config, &Control::default()).value().clone()
}

/// id, class and how it stands to what is stated.
fn told(model: &Model, answer: &Classification) -> Vec<String> {
    let criteria = model.network.criteria();
    let class = |class: Option<u32>| class.map_or("-", |class| criteria.class(answer.scheme, class));
    let one = |row: &keten::analysis::classify::Classified| {
        format!("{} {} {:?}", model.network.id(row.node), class(row.class), Agreement::of(criteria, answer, row))
    };
    answer.rows.iter().map(one).collect()
}

#[test]
fn each_node_is_held_against_the_limits_and_against_what_is_stated() {
    let model = network();
    let answer = asked(&model, |_| {});
    // Within 72 h: the station takes the grid with it (7,200 and 360 for rail; 2,000 people from 30 h on; telecom and water are lost).
    let expected =
        ["pump A WouldQualify", "water A Agrees", "grid A Agrees", "station A WouldQualify", "tel - WouldNotQualify", "rail - Agrees"];
    let mut found = told(&model, &answer);
    found.sort();
    let mut expected = expected.map(str::to_owned).to_vec();
    expected.sort();
    assert_eq!(found, expected);
    let names =
        |ids: &[keten::network::CriterionId]| ids.iter().map(|&id| model.network.criteria().get(id).name.clone()).collect::<Vec<_>>();
    assert_eq!(
        (names(&answer.measured), names(&answer.not_estimated)),
        (vec!["costs".into(), "people".into(), "chain".into(), "area".into()], vec!["deaths".into()])
    );
}

#[test]
fn how_likely_something_is_says_nothing_of_what_its_loss_does() {
    let likelihood = "vital,chance,probability,8766,never,0,high\nvital,chance,probability,8766,often,0.1,high\n";
    let criteria = [CRITERIA, likelihood].concat();
    let with = model(&[("dependencies.csv", DEPENDENCIES), ("nodes.csv", NODES), ("criteria.csv", &criteria), ("impacts.csv", IMPACTS)]);
    let scheme = scheme_of(&with).unwrap();
    assert_eq!(with.network.criteria().scheme(scheme).name, "vital", "its classes are still the categories");
    let (without, answer) = (asked(&network(), |_| {}), asked(&with, |_| {}));
    assert_eq!((&answer.measured, &answer.not_estimated), (&without.measured, &without.not_estimated));
    assert_eq!(told(&with, &answer), told(&network(), &without));
    let classes: Vec<&str> =
        with.network.criteria().classes_of_impact(scheme).into_iter().map(|class| with.network.criteria().class(scheme, class)).collect();
    assert_eq!(classes, ["B", "A"]);
}

#[test]
fn a_verdict_moves_with_the_time_and_with_the_limits() {
    let model = network();
    let answer =
        asked(&model, |config| config.without = ["chain", "people"].map(|name| model.network.criteria().find(name).unwrap()).into());
    let grid = answer.rows.iter().find(|row| model.network.id(row.node) == "grid").unwrap();
    // 100 an hour, and 5 more for rail from 4 h on: 7,540 in 72 h; 10,000 is reached within a week.
    let classes: Vec<Option<u32>> = grid.by_horizon.iter().map(|(_, class)| *class).collect();
    assert_eq!((grid.class, classes), (Some(0), vec![Some(0), Some(0), Some(1), Some(1)]));
    assert_eq!((grid.limits_halved, grid.limits_doubled), (Some(1), Some(0)));
    assert!(grid.verified && (grid.over().unwrap() - 7.54).abs() < 1e-9, "{:?}", grid.over());
    let rail = answer.rows.iter().find(|row| model.network.id(row.node) == "rail").unwrap();
    assert_eq!((rail.class, rail.over()), (None, Some(0.36)), "how near the nearest limit is");
}

#[test]
fn more_than_one_criterion_may_be_asked_for_and_recalled_limits_show() {
    let model = network();
    let answer = asked(&model, |config| config.at_least = 2);
    let pump = answer.rows.iter().find(|row| model.network.id(row.node) == "pump").unwrap();
    assert_eq!(pump.class, None, "people alone");
    let grid = answer.rows.iter().find(|row| model.network.id(row.node) == "grid").unwrap();
    assert_eq!(
        (grid.class, grid.decided.len(), grid.verified),
        (Some(1), 2, false),
        "people and chain, both with limits of low confidence"
    );
}

/// The class by one run of the events that a user would type, criterion by criterion.
#[test]
fn a_classification_is_what_simulations_one_by_one_say() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("networks/nl-vitaal");
    let network = keten::tables::load_network(folder.to_str().unwrap()).value.unwrap().network;
    let model = Model::new(network, keten::network::Stance::Central);
    let answer = asked(&model, |_| {});
    let network = &model.network;
    let has_categories = network.has_categories();
    for row in answer.rows.iter().filter(|row| row.vital) {
        let is_part = |part: &NodeId| {
            let (own, part) = (network.node(row.node), network.node(*part));
            own.kind == Some(Kind::Process) && own.sector.is_some() && own.sector == part.sector && part.kind != Some(Kind::Process)
        };
        let providers = network.dependencies().iter().filter(|dependency| network.need(dependency.need).dependent == row.node);
        let parts: Vec<&str> = providers.map(|dependency| dependency.provider).filter(is_part).map(|part| network.id(part)).collect();
        let selector = [&[network.id(row.node)], &parts[..]].concat().join(",");
        let event = Event::fail(network, &format!("{selector}+1000000")).unwrap();
        let once = what_if::what_if(&model, &[event], &what_if::Config::to(Time::from_hours(72)));
        let impact = once.impact.as_ref().unwrap();
        let mut class = impact
            .judged
            .iter()
            .flat_map(|judged| &judged.verdicts)
            .filter(|verdict| verdict.scheme == answer.scheme)
            .filter_map(|verdict| verdict.class)
            .max();
        let sector = |node: NodeId| network.node(node).sector;
        let lost = once.nodes.iter().filter(|affected| affected.min_output <= Level::from_ppm(TOLERANCE_PPM).unwrap());
        let mut sectors: Vec<_> =
            lost.filter(|affected| model.is_vital(affected.node, has_categories)).filter_map(|affected| sector(affected.node)).collect();
        sectors.retain(|other| Some(*other) != sector(row.node));
        sectors.sort();
        sectors.dedup();
        if sectors.len() >= 2 {
            class = class.max(Some(1));
        }
        assert_eq!(row.class, class, "{}", network.id(row.node));
    }
}
