//! How bad a set can be at most, where not every set is followed, against every set followed.

use crate::engine::{cases, network_of};
use crate::ranking::kinds::{Kind, draw};
use crate::reference::random;
use keten::analysis::Model;
use keten::analysis::critical_sets::{Config, CriticalSets, of_losses};
use keten::analysis::ranking::{Config as RankConfig, Criterion, Grouping};
use keten::network::{NodeKey, Stance};
use keten::outcome::Control;
use keten::units::Time;
use proptest::prelude::*;

const CRITERIA: [Criterion; 4] = [Criterion::Affected, Criterion::ProcessesLost, Criterion::Lost, Criterion::LostHours];

fn ask(criterion: Criterion, size: usize) -> Config {
    let mut rank = RankConfig::new(criterion);
    rank.within = Time::from_ms(6_000).unwrap();
    Config::new(rank, size)
}

fn found(model: &Model, config: &Config) -> CriticalSets {
    of_losses(model, config, &Control::default()).value().clone()
}

/// With as few sets followed as there can be, no set of all is worse than is said.
fn check(model: &Model, mut config: Config) -> Result<(), TestCaseError> {
    let every = found(model, &config);
    config.budget = 0;
    let few = found(model, &config);
    let Some(worst) = every.rows.first().and_then(|row| row.row.score) else { return Ok(()) };
    prop_assert!(few.at_most.unwrap() >= worst, "{worst} is worse than {:?}", few.at_most);
    prop_assert!(few.rows.first().and_then(|row| row.row.score) <= few.at_most);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sets_of_any_network((net, _) in random::case(7), which in 0..4_usize, size in 3..5_usize) {
        check(&Model::new(network_of(&net), Stance::Central), ask(CRITERIA[which], size))?;
    }

    #[test]
    fn sets_with_stocks(network in draw(Kind::Buffered, 9), which in 0..4_usize, size in 3..5_usize) {
        check(&Model::new(network, Stance::Central), ask(CRITERIA[which], size))?;
    }

    #[test]
    fn sets_of_groups(network in draw(Kind::KOfN, 12), which in 0..4_usize) {
        let mut config = ask(CRITERIA[which], 3);
        config.rank.by = Grouping::Key(NodeKey::parse(&network, "sector").unwrap());
        check(&Model::new(network, Stance::Central), config)?;
    }
}

/// Ten cities with a grid each, one town that has both of the first grids, and a chain behind the last city.
fn cities() -> Model {
    let cities = (0..10).map(|city| format!("city{city},grid{city},power,\n")).collect::<String>();
    let csv = format!("dependent,provider,need,buffer_h\n{cities}town,grid0,power,\ntown,grid1,power,\nshop,city9,power,3\n");
    crate::uncertainty::model(&csv)
}

#[test]
fn what_lies_behind_few_items_is_all_that_few_items_bring_down() {
    // The first two grids and the last bring down three cities, the town and the shop.
    let mut config = Config::new(RankConfig::new(Criterion::Affected), 3);
    let worst = found(&cities(), &config).rows[0].row.score;
    config.budget = 1;
    let few = found(&cities(), &config);
    assert_eq!((worst, few.at_most), (Some(5.0), Some(6.0)), "three items have at most two nodes behind them each, of all 22");
}

#[test]
fn behind_an_anchor_that_brings_down_all_but_little_lies_little() {
    // Everything leans on everything round a ring, but for one village that needs both of two wells.
    let ring = (0..30).map(|node| format!("r{node},r{},power,\n", (node + 1) % 30)).collect::<String>();
    let model =
        crate::uncertainty::model(&format!("dependent,provider,need,buffer_h\n{ring}village,w0,water,\nvillage,w1,water,\nw0,r0,power,\n"));
    for criterion in [Criterion::Affected, Criterion::LostHours] {
        let mut config = Config::new(RankConfig::new(criterion), 3);
        let worst = found(&model, &config).rows[0].row.score.unwrap();
        config.budget = 40;
        let most = found(&model, &config).at_most.unwrap();
        assert!(most >= worst && most <= worst * 1.04, "{most} for {worst}");
    }
}
