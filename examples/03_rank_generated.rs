//! Which of two thousand nodes matters most, and is the answer the same again?
//!
//! ```text
//!   seed ──► 2000 nodes, about ten dependencies each,     every node in turn:
//!            few providers with very many dependents ──►  lost at 0, for good ──► rank
//!            needs met by some of one to four providers
//! ```
//!
//! Made-up networks show what a method costs and how it behaves. They say nothing about any country.

use keten::analysis::generate::{self, Needs};
use keten::analysis::{Model, ranking, what_if};
use keten::network::{Event, Stance};
use keten::outcome::{Control, Outcome};
use keten::units::Time;

fn model(seed: u64) -> Model {
    let mut config = generate::Config::new(2_000, seed);
    config.needs = Needs::KOfN;
    config.buffers = true;
    Model::new(generate::network(&config), Stance::Central)
}

fn ranked(model: &Model) -> ranking::Ranking {
    let config = ranking::Config::new(ranking::Criterion::Affected);
    match ranking::rank(model, &config, &Control::default()) {
        Outcome::Complete(ranking) => ranking,
        Outcome::Truncated { .. } => unreachable!("nobody asked it to stop"),
    }
}

fn main() {
    let model = model(1);
    let ranking = ranked(&model);
    assert_eq!(ranking.rows.len(), 2_000);

    // Worst first, and ranks never go down along the list.
    assert!(ranking.rows.windows(2).all(|pair| pair[0].affected >= pair[1].affected && pair[0].rank <= pair[1].rank));
    let worst = &ranking.rows[0];
    assert_eq!(worst.rank, 1);
    assert!(worst.affected > 0);

    // A rank is a simulation like any other: asking for the worst by itself gives the same number, but for the initiator.
    let event = Event::fail(&model.network, &worst.id).expect("a ranked node exists");
    let answer = what_if::what_if(&model, &[event], &what_if::Config::to(Time::from_hours(72)));
    assert_eq!(answer.totals.affected, worst.affected + 1);

    // The same seed gives the same answer, whatever the threads did; another seed gives another network.
    assert_eq!(ranked(&self::model(1)), ranking);
    assert_ne!(ranked(&self::model(2)), ranking);
}
