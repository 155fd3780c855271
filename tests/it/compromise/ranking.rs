//! Rankings by compromise: both ways to work them out, against each other and against the walk of every path.

use super::{Net, by_enumeration, cases, net, network_of};
use keten::analysis::Model;
use keten::analysis::generate::{self, Access, Shape};
use keten::analysis::ranking::{Config, Criterion, Engine, Grouping, Ranking, Reached, rank};
use keten::network::{NodeKey, Stance};
use keten::outcome::Control;
use keten::units::Time;
use proptest::prelude::*;

fn config(within: i64) -> Config {
    let mut config = Config::new(Criterion::Compromised);
    config.within = Time::from_ms(within).unwrap();
    config
}

fn by(engine: Option<Engine>, model: &Model, config: &Config, threads: usize) -> Ranking {
    let mut config = config.clone();
    config.engine = engine;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let outcome = pool.install(|| rank(model, &config, &Control::default()));
    assert!(outcome.is_complete());
    outcome.value().clone()
}

/// Both ways give the same rows, on one thread and on two.
fn check(model: &Model, config: &Config) -> Ranking {
    let expected = by(Some(Engine::Timeline), model, config, 1);
    for threads in [1, 2] {
        assert_eq!(by(None, model, config, threads), expected, "{threads}");
    }
    expected
}

/// Of some networks only the first node looks, so that time hardly matters.
fn calm(net: Net) -> Net {
    let detect = net.detect.iter().enumerate().map(|(place, detect)| detect.filter(|_| net.until != 6 || place == 0)).collect();
    Net { detect, ..net }
}

/// Every third node is a process, which is what is vital where no node has a category.
fn model_of(net: &Net) -> Model {
    Model::new(network_of(net), Stance::Central)
}

/// What the walk of every path says of initiators that are compromised together.
fn expected(net: &Net, own: &[usize]) -> Reached {
    let started = Net { sources: own.iter().map(|&node| (node, 0)).collect(), ..net.clone() };
    let falls = by_enumeration(&started);
    let reached = || {
        falls.iter().enumerate().filter(|(node, _)| !own.contains(node)).filter_map(|(node, fall)| fall.as_ref().map(|(at, _)| (node, *at)))
    };
    let vital = || reached().filter(|(node, _)| node % 3 == 0);
    Reached {
        compromised: reached().count() as u64,
        vital: vital().count() as u64,
        first_vital: vital().map(|(_, at)| Time::from_ms(at).unwrap()).min(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(2000), max_shrink_iters: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ranking_is_the_walk_of_every_path(net in net(7)) {
        let net = calm(net);
        let model = model_of(&net);
        let ranking = check(&model, &config(net.until));
        prop_assert_eq!(ranking.rows.len(), net.detect.len());
        for row in &ranking.rows {
            let node = row.id[1..].parse::<usize>().unwrap();
            prop_assert_eq!(row.reached, Some(expected(&net, &[node])), "{}", row.id);
            prop_assert_eq!(row.score, Some(row.reached.unwrap().vital as f64));
        }
        prop_assert!(ranking.rows.windows(2).all(|pair| (pair[0].score >= pair[1].score) && pair[0].rank <= pair[1].rank));
    }

    #[test]
    fn groups_are_compromised_together(net in net(7)) {
        let net = calm(net);
        let model = model_of(&net);
        let mut config = config(net.until);
        config.by = Grouping::Key(NodeKey::parse(&model.network, "sector").unwrap());
        for row in &check(&model, &config).rows {
            let own: Vec<usize> = (0..net.detect.len()).filter(|node| format!("s{}", node % 2) == row.id).collect();
            prop_assert_eq!((row.nodes, row.reached), (own.len() as u64, Some(expected(&net, &own))), "{}", row.id);
        }
    }
}

#[test]
fn large_networks_rank_alike_whatever_binds() {
    for shape in [Shape::ScaleFree, Shape::Layered, Shape::Random] {
        for access in [Access::Instant, Access::Timed] {
            let mut made = generate::Config::new(800, 7);
            (made.shape, made.access, made.mean_degree) = (shape, access, 3);
            let model = Model::new(generate::network(&made), Stance::Central);
            for hours in [0, 8, 72, 10_000] {
                let ranking = check(&model, &config(hours * 3_600_000));
                assert!(ranking.rows.iter().any(|row| row.reached.unwrap().compromised > 0), "{shape:?} {access:?} {hours}");
            }
        }
    }
}

#[test]
fn where_nothing_is_vital_nodes_count() {
    let mut draft = keten::network::Draft::default();
    for (row, (dependent, provider)) in [("app", "lib"), ("lib", "core")].into_iter().enumerate() {
        draft.depend(dependent, provider);
        draft.detail_mut(row).access = keten::network::Cell::Is(keten::network::Access::Update);
    }
    let model = Model::new(keten::network::Network::build(draft).unwrap(), Stance::Central);
    let ranking = check(&model, &config(0));
    let told: Vec<_> = ranking.rows.iter().map(|row| (row.rank, row.id.as_str(), row.score)).collect();
    assert_eq!(told, [(1, "core", Some(2.0)), (2, "lib", Some(1.0)), (3, "app", Some(0.0))]);
}
