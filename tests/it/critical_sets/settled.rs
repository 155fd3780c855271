//! Pairs that are settled without being followed, against every pair followed.

use crate::engine::{cases, network_of};
use crate::ranking::kinds::{Kind, draw};
use crate::reference::random;
use keten::analysis::Model;
use keten::analysis::critical_sets::{Config, CriticalSets, memory, of_losses};
use keten::analysis::generate::{self, Needs};
use keten::analysis::ranking::{Config as RankConfig, Criterion, Grouping};
use keten::network::{NodeKey, Stance};
use keten::outcome::{Control, Outcome};
use keten::units::Time;
use proptest::prelude::*;

const KEEP: usize = 8;

fn ask(criterion: Criterion) -> Config {
    let mut rank = RankConfig::new(criterion);
    rank.within = Time::from_ms(6_000).unwrap();
    let mut config = Config::new(rank, 2);
    config.keep = KEEP;
    config
}

/// The worst pairs when not even one may be followed for being within the budget of all.
fn settled(model: &Model, config: &Config, budget: u64) -> Outcome<CriticalSets> {
    let mut config = config.clone();
    config.budget = budget;
    of_losses(model, &config, &Control::default())
}

/// The first rows are those of every pair followed, ranks and all.
fn check(model: &Model, config: &Config) -> Result<(), TestCaseError> {
    let every = of_losses(model, config, &Control::default());
    let every = every.value();
    // One less than there are: the fewest that is not all of them.
    let Some(budget) = every.sets.and_then(|sets| sets.checked_sub(1)) else { return Ok(()) };
    let few = settled(model, config, budget);
    prop_assert!(few.is_complete());
    let few = few.value();
    prop_assert_eq!(&few.rows[..], &every.rows[..every.rows.len().min(KEEP)]);
    prop_assert_eq!(few.at_most, every.rows.first().and_then(|row| row.row.score));
    let none = settled(model, config, 0);
    let worst = every.rows.first().and_then(|row| row.row.score);
    prop_assert!(none.value().at_most >= worst, "no set is worse than is said");
    prop_assert!(!none.is_complete() || none.value().rows[..] == every.rows[..every.rows.len().min(KEEP)]);
    Ok(())
}

const CRITERIA: [Criterion; 4] = [Criterion::Affected, Criterion::ProcessesLost, Criterion::Lost, Criterion::LostHours];

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pairs_of_any_network((net, _) in random::case(8), which in 0..4_usize) {
        check(&Model::new(network_of(&net), Stance::Central), &ask(CRITERIA[which]))?;
    }

    #[test]
    fn pairs_without_standby(network in draw(Kind::Buffered, 14), which in 0..4_usize) {
        check(&Model::new(network, Stance::Central), &ask(CRITERIA[which]))?;
    }

    #[test]
    fn pairs_of_groups(network in draw(Kind::KOfN, 14), which in 0..4_usize) {
        let mut config = ask(CRITERIA[which]);
        config.rank.by = Grouping::Key(NodeKey::parse(&network, "sector").unwrap());
        check(&Model::new(network, Stance::Central), &config)?;
    }
}

#[test]
fn most_pairs_of_a_large_network_need_not_be_followed() {
    let mut config = generate::Config::new(300, 9);
    (config.mean_degree, config.needs) = (3, Needs::KOfN);
    let model = Model::new(generate::network(&config), Stance::Central);
    let mut config = ask(Criterion::Affected);
    config.rank.within = Time::from_hours(72);
    check(&model, &config).unwrap();
    let few = settled(&model, &config, 44_849);
    assert!(few.value().followed < 44_850 / 2, "{} were followed", few.value().followed);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| settled(&model, &config, 44_849))
    };
    assert!([2, 4, 8].into_iter().all(|threads| on(threads) == on(1)));
}

#[test]
fn the_memory_that_is_estimated_has_room_for_every_pair_that_may_be_open() {
    let mut config = generate::Config::new(4_000, 9);
    config.mean_degree = 3;
    let model = Model::new(generate::network(&config), Stance::Central);
    let open = |items: u64| items * items / 2 * 32;
    let config = ask(Criterion::Affected);
    assert!(memory(&model, &config, 1) > open(4_000));
    // Fewer items have fewer pairs, and larger sets none that are settled.
    let (mut few, mut triples) = (config.clone(), config);
    few.rank.of = Some(model.network.nodes().take(2_500).collect());
    assert!(memory(&model, &few, 1) > open(2_500));
    assert!(memory(&model, &few, 1) < memory(&model, &ask(Criterion::Affected), 1));
    triples.size = 3;
    assert!(memory(&model, &triples, 1) > 2_000_000 * 450);
}
