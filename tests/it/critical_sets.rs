//! Sets of losses and of events against each of them followed by itself.

mod bound;
mod lasting;
mod settled;

use keten::analysis::critical_sets::{Config, of_events, of_losses};
use keten::analysis::ranking::{Config as RankConfig, Criterion};
use keten::analysis::what_if;
use keten::network::Event;
use keten::outcome::{Control, Outcome, Stop};
use keten::units::Time;

const CSV: &str = "dependent,provider,need,buffer_h\nhospital,grid,power,\nhospital,diesel,power,\ncity,grid,power,\ncity,bridge,road,4\nport,bridge,road,\n";

#[test]
fn redundancy_makes_a_pair_worse_than_the_sum() {
    let model = super::uncertainty::model(CSV);
    let outcome = of_losses(&model, &Config::new(RankConfig::new(Criterion::Affected), 2), &Control::default());
    assert!(outcome.is_complete());
    let answer = outcome.value();
    assert_eq!((answer.items, answer.sets, answer.rows.len()), (6, Some(15), 15));
    let pair = |a: &str, b: &str| answer.rows.iter().find(|row| row.ids == [a, b]).unwrap();
    // Grid alone takes the city, diesel alone nobody; together they take the hospital too.
    let worse = pair("diesel", "grid");
    assert_eq!((worse.row.affected, worse.sum, worse.excess), (2, Some(1.0), Some(1.0)));
    let same = pair("bridge", "grid");
    assert_eq!((same.row.affected, same.sum, same.excess), (2, Some(3.0), Some(-1.0)));
}

#[test]
fn every_set_of_events_is_what_a_simulation_of_it_gives() {
    let model = super::uncertainty::model(CSV);
    let events: Vec<Event> = ["grid+6", "diesel@1+8", "bridge@2"].iter().map(|text| Event::fail(&model.network, text).unwrap()).collect();
    let mut rank = RankConfig::new(Criterion::LostHours);
    rank.within = Time::from_hours(24);
    let answer = of_events(&model, &events, &Config::new(rank, 2), &Control::default());
    for set in &answer.value().rows {
        let chosen: Vec<Event> = set.ids.iter().map(|id| events[id.parse::<usize>().unwrap() - 1].clone()).collect();
        let alone = |events: &[Event]| what_if::what_if(&model, events, &what_if::Config::to(Time::from_hours(24))).totals;
        let together = alone(&chosen);
        assert_eq!((set.row.affected, set.row.lost), (together.affected, together.lost), "{:?}", set.ids);
        assert!((set.row.lost_h - together.lost_h).abs() < 1e-9);
        let sum: f64 = chosen.iter().map(|event| alone(std::slice::from_ref(event)).lost_h).sum();
        assert!((set.sum.unwrap() - sum).abs() < 1e-9 && (set.excess.unwrap() - (together.lost_h - sum)).abs() < 1e-9);
    }
}

#[test]
fn beyond_the_budget_the_answer_says_that_it_is_a_part() {
    let model = super::uncertainty::model(CSV);
    let mut config = Config::new(RankConfig::new(Criterion::Affected), 3);
    let all = of_losses(&model, &config, &Control::default());
    config.budget = 19;
    let part = of_losses(&model, &config, &Control::default());
    let Outcome::Truncated { reason: Stop::Budget, of: 20, .. } = &part else { panic!("{part:?}") };
    assert!(part.value().rows.len() < 20);
    // What it found is right, and here the best of all is among it.
    assert_eq!(part.value().rows[0].row.score, all.value().rows[0].row.score);
}

#[test]
fn of_very_many_sets_every_one_is_followed_and_the_worst_are_kept() {
    // Node k brings down k % 5 others, and no two have any in common.
    let leaves = |node: usize| node % 5;
    let rows: String = (0..75).flat_map(|node| (0..leaves(node)).map(move |leaf| format!("leaf-{node}-{leaf},node-{node:02}\n"))).collect();
    let model = super::uncertainty::model(&format!("dependent,provider\n{rows}"));
    let mut rank = RankConfig::new(Criterion::Affected);
    rank.of = Some(model.network.nodes().filter(|&node| model.network.id(node).starts_with("node-")).collect());
    let answer = of_losses(&model, &Config::new(rank, 4), &Control::default());
    assert!(answer.is_complete());
    let answer = answer.value();
    assert_eq!((answer.items, answer.sets, answer.followed, answer.rows.len()), (60, Some(487_635), 487_635, 1 << 16));
    let scores: Vec<usize> = (0..75).map(leaves).filter(|&score| score > 0).collect();
    let mut expected = Vec::new();
    for a in 0..60 {
        for b in a + 1..60 {
            for c in b + 1..60 {
                expected.extend((c + 1..60).map(|d| (scores[a] + scores[b] + scores[c] + scores[d]) as f64));
            }
        }
    }
    expected.sort_by(|a, b| b.total_cmp(a));
    assert!(answer.rows.iter().zip(&expected).all(|(set, &score)| set.row.score == Some(score) && set.excess == Some(0.0)));
    assert_eq!((answer.at_most, answer.rows[0].row.rank), (Some(16.0), 1));
}

#[test]
fn what_is_interrupted_at_once_says_so_whatever_the_size_and_budget() {
    let model = super::uncertainty::model(CSV);
    let control = Control::default();
    control.cancel.stop();
    for (size, budget, of) in [(2, 100, 15), (2, 1, 15), (3, 100, 20), (3, 1, 20)] {
        let mut config = Config::new(RankConfig::new(Criterion::Affected), size);
        config.budget = budget;
        let outcome = of_losses(&model, &config, &control);
        let Outcome::Truncated { part, reason: Stop::Interrupted, done: 0, of: all } = outcome else { panic!("{size} {budget}") };
        assert_eq!((part.rows.len(), part.followed, part.at_most, all), (0, 0, Some(6.0), of));
    }
}

#[test]
fn measures_hold_for_every_set_of_events_and_are_no_item() {
    let measure = "[[event]]\nmeasure = \"battery\"\n";
    let cut = |node: &str| format!("[[event]]\nfail = \"{node}\"\nduration_h = 10\n");
    let case = crate::cli::folder(&[
        ("dependencies.csv", "dependent,provider,need,buffer_h\ntel,grid,power,2\nrail,sun,power,\n"),
        ("measures.csv", "id,name,target,change\nbattery,Battery,tel,power.buffer_h=8\n"),
        ("scenarios/two.toml", &[measure, &cut("grid"), &cut("sun")].concat()),
        ("scenarios/one.toml", &[measure, &cut("grid")].concat()),
    ]);
    let ran = |scenario: &str, format: &str, lang: &str| {
        let ran = crate::cli::run(case.path(), &["critical-sets", ".", "--scenario", scenario, "--format", format, "--lang", lang]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        ran.out
    };
    let told: serde_json::Value = serde_json::from_str(&ran("two", "json", "en")).unwrap();
    // The grid and telephony, which the battery leaves two hours of loss, and the sun with rail: ten and two, and twenty.
    assert_eq!((&told["items"], &told["sets"]), (&2.into(), &1.into()), "{told}");
    assert_eq!((&told["rows"][0]["ids"], &told["rows"][0]["score"]), (&serde_json::json!(["2", "3"]), &32.0.into()), "{told}");
    let told: serde_json::Value = serde_json::from_str(&ran("one", "json", "en")).unwrap();
    assert_eq!((&told["items"], &told["sets"], &told["rows"]), (&1.into(), &0.into(), &serde_json::json!([])), "{told}");
    for (scenario, lang, wanted) in [
        ("two", "en", "Measures and acquisitions of the scenario hold for every set"),
        ("two", "nl", "Maatregelen en overnames uit het scenario gelden voor elke combinatie"),
        ("one", "en", "Only 1 event happens by itself, so there is no set of 2."),
        ("one", "nl", "Er is maar 1 gebeurtenis die zelf iets doet, dus er is geen combinatie van 2."),
    ] {
        let text = ran(scenario, "md", lang);
        assert!(text.contains(wanted), "{text}");
    }
}
