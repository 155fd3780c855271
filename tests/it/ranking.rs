//! The fast engines of a ranking against the timeline: the same rows, whatever the network.

mod digraphs;
pub(crate) mod kinds;

use keten::analysis::Model;
use keten::analysis::generate::{self, Needs, Shape};
use keten::analysis::ranking::{Config, Criterion, Engine, Grouping, Ranking, rank};
use keten::network::{Draft, Network, NodeKey, Stance};
use keten::outcome::{Control, Outcome};
use keten::units::Time;
use kinds::{Kind, WITHIN_MS, draw};
use proptest::prelude::*;

/// The ranking by one engine, on so many threads.
fn by(engine: Option<Engine>, model: &Model, config: &Config, threads: usize) -> Ranking {
    let mut config = config.clone();
    config.engine = engine;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let outcome = pool.install(|| rank(model, &config, &Control::default()));
    assert!(outcome.is_complete());
    outcome.value().clone()
}

/// Holds every engine that can serve the network against the timeline; tells which one is chosen.
fn check(model: &Model, config: &Config, threads: usize) -> Engine {
    let expected = by(Some(Engine::Timeline), model, config, 1);
    for engine in [None, Some(Engine::Closure), Some(Engine::Counters), Some(Engine::Schedules)] {
        assert_eq!(by(engine, model, config, threads), expected, "{engine:?} on {threads} threads");
    }
    Engine::of(model, config)
}

fn model(network: Network) -> Model {
    Model::new(network, Stance::Central)
}

fn within(ms: i64) -> Config {
    let mut config = Config::new(Criterion::Affected);
    config.within = Time::from_ms(ms).unwrap();
    config
}

fn check_random(model: &Model, sectors: bool) -> Engine {
    let mut config = within(WITHIN_MS);
    if sectors {
        config.by = Grouping::Key(NodeKey::parse(&model.network, "sector").unwrap());
    }
    check(model, &config, 1)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: super::engine::cases(700), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_input_networks_rank_as_the_timeline_says(network in draw(Kind::AnyInput, 12), sectors in any::<bool>()) {
        prop_assert_eq!(check_random(&model(network), sectors), Engine::Closure);
    }

    #[test]
    fn k_of_n_networks_rank_as_the_timeline_says(network in draw(Kind::KOfN, 12), sectors in any::<bool>()) {
        prop_assert_ne!(check_random(&model(network), sectors), Engine::Timeline);
    }

    #[test]
    fn networks_with_buffers_rank_as_the_timeline_says(network in draw(Kind::Buffered, 12), sectors in any::<bool>()) {
        prop_assert_ne!(check_random(&model(network), sectors), Engine::Timeline);
    }

    #[test]
    fn larger_networks_with_buffers_rank_as_the_timeline_says(network in draw(Kind::Buffered, 60)) {
        prop_assert_ne!(check_random(&model(network), false), Engine::Timeline);
    }

    #[test]
    fn any_network_ranks_as_the_timeline_says(network in draw(Kind::Any, 12), sectors in any::<bool>()) {
        check_random(&model(network), sectors);
    }
}

/// Every network of so many nodes in which each ordered pair may be a dependency, alone or as one of the two ways to meet a need.
#[test]
fn all_small_digraphs_rank_as_the_timeline_says() {
    for nodes in 1..=3_usize {
        let pairs: Vec<(usize, usize)> = (0..nodes).flat_map(|a| (0..nodes).filter(move |&b| a != b).map(move |b| (a, b))).collect();
        for rows in 0..3_usize.pow(pairs.len() as u32) {
            let mut draft = Draft { has_node_table: true, ..Draft::default() };
            for node in 0..nodes {
                let id = draft.names.intern(&format!("n{node}"));
                draft.nodes.push(keten::network::NodeRow { id, detail: keten::network::NodeDetail::default() });
            }
            for (place, (dependent, provider)) in pairs.iter().enumerate() {
                let kind = rows / 3_usize.pow(place as u32) % 3;
                if kind > 0 {
                    draft.depend(&format!("n{dependent}"), &format!("n{provider}"));
                    if kind == 2 {
                        let need = draft.names.intern("either");
                        let row = draft.dependencies.len() - 1;
                        draft.dependencies[row].need = need;
                    }
                }
            }
            check(&model(Network::build(draft).unwrap()), &within(0), 1);
        }
    }
}

#[test]
fn generated_networks_rank_the_same_on_any_number_of_threads() {
    for shape in [Shape::ScaleFree, Shape::Random, Shape::Layered] {
        for needs in [Needs::All, Needs::KOfN] {
            for buffers in [false, true] {
                let mut config = generate::Config::new(2_000, 7);
                (config.mean_degree, config.shape, config.needs, config.buffers) = (4, shape, needs, buffers);
                let model = model(generate::network(&config));
                let mut config = Config::new(Criterion::LostHours);
                let some = model.network.nodes().step_by(33).collect();
                let mut few = config.clone();
                few.of = Some(some);
                let first = check(&model, &few, 1);
                assert_ne!(first, Engine::Timeline);
                let one = by(None, &model, &config, 1);
                for threads in [2, 4, 8] {
                    assert_eq!(by(None, &model, &config, threads), one);
                }
                assert_eq!(by(Some(Engine::Schedules), &model, &config, 2), one);
                config.by = Grouping::Key(NodeKey::parse(&model.network, "sector").unwrap());
                check(&model, &config, 2);
            }
        }
    }
}

/// Large enough that losses meet cores and lanes as in a network of national size; the timeline has a sample of the losses to follow.
#[test]
fn engines_agree_on_generated_networks_of_ten_thousand_nodes() {
    for (shape, needs, buffers) in [
        (Shape::ScaleFree, Needs::KOfN, false),
        (Shape::Layered, Needs::KOfN, false),
        (Shape::Random, Needs::KOfN, false),
        (Shape::Layered, Needs::All, false),
        (Shape::ScaleFree, Needs::KOfN, true),
    ] {
        let mut generated = generate::Config::new(10_000, 3);
        (generated.mean_degree, generated.shape, generated.needs, generated.buffers) = (4, shape, needs, buffers);
        let model = model(generate::network(&generated));
        let config = Config::new(Criterion::LostHours);
        let chosen = by(None, &model, &config, 2);
        if shape != Shape::Layered {
            assert_eq!(by(Some(Engine::Schedules), &model, &config, 2), chosen, "{shape:?} {needs:?}");
        }
        let mut few = config.clone();
        few.of = Some(model.network.nodes().step_by(499).collect());
        assert_ne!(check(&model, &few, 2), Engine::Timeline);
    }
}

#[test]
fn a_stock_that_ends_with_the_horizon_counts_without_hours() {
    let mut draft = Draft::default();
    draft.depend("tel", "grid");
    let row = draft.dependencies.len() - 1;
    draft.detail_mut(row).buffer = keten::network::Cell::Is(keten::units::Quantity::Fixed(Time::from_hours(72)));
    let model = model(Network::build(draft).unwrap());
    let ranking = by(None, &model, &Config::new(Criterion::Affected), 1);
    assert_eq!((ranking.rows[0].id.as_str(), ranking.rows[0].affected, ranking.rows[0].lost_h.to_bits()), ("grid", 1, 0.0_f64.to_bits()));
    check(&model, &Config::new(Criterion::Affected), 1);
}

#[test]
fn a_ranking_that_is_stopped_says_so() {
    let model = model(generate::network(&generate::Config::new(100, 1)));
    for (_, engine) in Engine::ALL {
        let control = Control::default();
        control.cancel.stop();
        let mut config = Config::new(Criterion::Affected);
        config.engine = Some(engine);
        assert!(matches!(rank(&model, &config, &control), Outcome::Truncated { done: 0, of: 100, .. }), "{engine:?}");
    }
}
