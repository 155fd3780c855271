//! What decides, against the slow way: every cell written into its table, the network read anew and run again.

mod flips;
mod random;
mod samples;

use crate::uncertainty::model;
use keten::analysis::sensitivity::{
    Basis, Conclusion, Config, Effect, Figure, Position, Prior, Question, Sensitivity, Subject, Wanted, sensitivity,
};
use keten::analysis::{Model, what_if};
use keten::network::{CellPlace, Event, RangeColumn, Stance};
use keten::outcome::Control;
use keten::tables::load_network;
use keten::units::Time;
use random::Tables;

fn horizon() -> Time {
    Time::from_hours(24)
}

fn ask(model: &Model, events: &[Event]) -> Sensitivity {
    sensitivity(model, events, &Config::to(horizon()), &Control::default()).value().clone()
}

fn lost_h(model: &Model, events: &[Event]) -> f64 {
    what_if::what_if(model, events, &what_if::Config::to(horizon())).totals.lost_h
}

/// The figure with the tables as they stand.
fn slow(tables: &Tables, events: &[&str]) -> f64 {
    let model = built(tables);
    lost_h(&model, &events_of(&model, events))
}

fn built(tables: &Tables) -> Model {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dependencies.csv"), tables.dependencies_csv()).unwrap();
    std::fs::write(folder.path().join("nodes.csv"), tables.nodes_csv()).unwrap();
    let loaded = load_network(folder.path().to_str().unwrap());
    assert!(loaded.value.is_some(), "{}{:?}", tables.dependencies_csv(), loaded.diagnostics);
    Model::new(loaded.value.unwrap().network, Stance::Central)
}

fn events_of(model: &Model, events: &[&str]) -> Vec<Event> {
    events.iter().map(|text| Event::fail(&model.network, text).unwrap()).collect()
}

/// The tables with a cell as a question has it at one end.
fn with_answer(tables: &Tables, model: &Model, effect: &Effect, position: Position) -> Tables {
    written(tables, model, &effect.question, effect.question.prior.number(position))
}

/// The tables with a number written into the cell that a question is about.
fn written(tables: &Tables, model: &Model, question: &Question, number: f64) -> Tables {
    let Subject::Cell(cell) = question.subject else { panic!("events are plain here") };
    let text = match cell.column {
        // A weight that was guessed may be that of an essential need; one that is stated as a weight stays one.
        RangeColumn::Importance if number >= 1.0 && question.basis != Basis::Uncertain => "essential".to_owned(),
        _ => number.to_string(),
    };
    let network = &model.network;
    let id = |node| network.id(node).to_owned();
    let mut changed = tables.clone();
    match cell.place {
        CellPlace::Node(node) => changed.set_node(&id(node), cell.column.name(), &text),
        CellPlace::Need(need) => {
            let about = (id(network.need(need).dependent), network.need_name(need).to_owned());
            changed.set_need(&about, cell.column.name(), &text);
        }
        CellPlace::Row(row) => {
            let dependency = &network.dependencies()[row.0 as usize];
            let about = (id(network.need(dependency.need).dependent), network.need_name(dependency.need).to_owned());
            match (cell.column, question.basis) {
                (RangeColumn::Share, Basis::Unverified | Basis::NotStated) => changed.set_share(&about, &id(dependency.provider), number),
                _ => changed.set_row(&about, &id(dependency.provider), cell.column.name(), &text),
            }
        }
    }
    changed
}

#[test]
fn every_effect_is_that_of_the_network_with_the_cell_written_in() {
    let (mut compared, mut moved) = (0, 0);
    for seed in 0..40 {
        let tables = Tables::random(seed);
        let events = ["n0+6", "n1@2+3"];
        let model = built(&tables);
        let answer = ask(&model, &events_of(&model, &events));
        assert!((answer.decisive.central - slow(&tables, &events)).abs() < 1e-9);
        for effect in &answer.decisive.effects {
            for (position, found) in [(Position::Low, effect.at_low), (Position::High, effect.at_high)] {
                let changed = with_answer(&tables, &model, effect, position);
                let exact = slow(&changed, &events);
                assert!((found - exact).abs() < 1e-6, "seed {seed} {effect:?}: {found} where {exact}\n{}", changed.dependencies_csv());
                compared += 1;
            }
            moved += u32::from(effect.swing() > 0.0);
        }
    }
    assert!(compared > 2_000 && moved > 300, "{compared} {moved}");
}

#[test]
fn a_cell_that_is_not_listed_changes_nothing() {
    let mut looked_at = 0;
    for seed in 200..240 {
        let tables = Tables::random(seed);
        let events = ["n0+6"];
        let model = built(&tables);
        let answer = ask(&model, &events_of(&model, &events));
        for about in tables.needs() {
            let node = model.network.find(&about.0).unwrap();
            let need = model.network.find_need(node, &about.1).unwrap();
            for (column, value) in [("buffer_h", "5"), ("minimum", "0.4"), ("importance", "0.3")] {
                let is_listed = answer.decisive.effects.iter().any(|effect| match effect.question.subject {
                    Subject::Cell(cell) => cell.column.name() == column && cell.place == CellPlace::Need(need),
                    _ => false,
                });
                let stated = !tables.need_cell(&about, column).is_empty();
                if is_listed || stated {
                    continue;
                }
                let mut changed = tables.clone();
                changed.set_need(&about, column, value);
                assert!((slow(&changed, &events) - answer.decisive.central).abs() < 1e-9, "seed {seed}: {about:?} {column}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

fn effect(answer: &Sensitivity, column: RangeColumn) -> &Effect {
    let is_it = |effect: &&Effect| matches!(effect.question.subject, Subject::Cell(cell) if cell.column == column);
    answer.decisive.effects.iter().find(is_it).unwrap()
}

#[test]
fn the_expected_shift_of_a_uniform_buffer_is_its_mean_distance() {
    // Out for ten hours; a battery of 2 to 8 hours stands at 5: the loss of tel is 10 less the buffer, so the shift is |buffer - 5|.
    let model = model("dependent,provider,buffer_h,importance,minimum,confidence\ntel,grid,\"uniform(2,8)\",essential,none,high\n");
    let answer = ask(&model, &[Event::fail(&model.network, "grid+10").unwrap()]);
    let buffer = effect(&answer, RangeColumn::Buffer);
    assert_eq!((buffer.at_low, buffer.at_high, answer.decisive.central), (18.0, 12.0, 15.0));
    // The middles of five equal parts: 2.4, 1.2, 0, 1.2, 2.4 away.
    assert!((buffer.expected - 7.2 / 5.0).abs() < 1e-9, "{buffer:?}");
    assert_eq!((buffer.question.basis, buffer.question.weight), (Basis::Uncertain, 1.0));
}

#[test]
fn confidence_weighs_what_a_row_leaves_out() {
    let expected = |confidence: &str| {
        let model = model(&format!("dependent,provider,importance,minimum,confidence\ntel,grid,essential,none,{confidence}\n"));
        let answer = ask(&model, &[Event::fail(&model.network, "grid+10").unwrap()]);
        (effect(&answer, RangeColumn::Buffer).expected, answer)
    };
    let ((sure, high), (unsure, low), (unknown, _)) = (expected("0.9"), expected("0.3"), expected(""));
    assert!((unsure / sure - 7.0).abs() < 1e-9 && (unknown / sure - 5.0).abs() < 1e-9);
    // A verified row carries; of another it is asked, and it carries with its confidence.
    let carries = |answer: &Sensitivity| {
        let found = answer.decisive.effects.iter().find(|effect| matches!(effect.question.prior, Prior::Event(_)));
        found.map(|effect| (effect.at_low, effect.at_high, effect.expected))
    };
    assert_eq!(carries(&high), None);
    let (without, with, shift) = carries(&low).unwrap();
    assert_eq!((without, with), (10.0, 20.0));
    assert!((shift - 0.7 * 10.0).abs() < 1e-9, "{shift}");
}

#[test]
fn an_unverified_share_takes_from_the_others_of_its_whole() {
    let csv = "dependent,provider,need,share,importance,minimum,buffer_h,confidence\n\
               top,a,parts,0.25,essential,none,none,low\ntop,b,parts,0.75,,,,low\n";
    let model = model(csv);
    let answer = ask(&model, &[Event::fail(&model.network, "a+8").unwrap()]);
    let of = |provider: &str| {
        let found = answer.decisive.effects.iter().find(|effect| match effect.question.subject {
            Subject::Cell(cell) => match cell.place {
                CellPlace::Row(row) => {
                    let dependency = &model.network.dependencies()[row.0 as usize];
                    cell.column == RangeColumn::Share && model.network.id(dependency.provider) == provider
                }
                _ => false,
            },
            _ => false,
        });
        found.map(|effect| (effect.at_low, effect.at_high)).unwrap()
    };
    // Eight hours of a itself, and of top what a brings: an eighth or a half; b brings three eighths, or all.
    let close = |(low, high): (f64, f64), exact: (f64, f64)| assert!((low - exact.0).abs() < 1e-4 && (high - exact.1).abs() < 1e-4);
    close(of("a"), (9.0, 12.0));
    close(of("b"), (13.0, 8.0));
}

#[test]
fn figures_are_those_of_the_simulation() {
    for seed in 0..60 {
        let model = built(&Tables::random(seed));
        let events = events_of(&model, &["n0+6", "n1@2+3"]);
        let plain = what_if::what_if(&model, &events, &what_if::Config::to(horizon()));
        let central = |figure, node| {
            let mut config = Config::to(horizon());
            config.wanted = Wanted { figure, node };
            sensitivity(&model, &events, &config, &Control::default()).value().decisive.central
        };
        let totals = plain.totals;
        for (figure, exact) in [
            (Figure::LostHours, totals.lost_h),
            (Figure::Affected, totals.affected as f64),
            (Figure::Lost, totals.lost as f64),
            (Figure::ProcessesLost, totals.processes_lost as f64),
            (Figure::SectorsHit, totals.sectors_hit as f64),
        ] {
            assert!((central(figure, None) - exact).abs() < 1e-9, "{figure:?}");
        }
        for node in model.network.nodes() {
            let found = plain.nodes.iter().find(|affected| affected.node == node);
            let exact = found.map_or((0.0, 24.0, 1.0), |found| (found.lost_h, found.first_loss.hours(), found.min_output.as_f64()));
            let of = |figure| central(figure, Some(node));
            assert!((of(Figure::LostHours) - exact.0).abs() < 1e-9);
            assert_eq!((of(Figure::FirstLoss), of(Figure::MinOutput)), (exact.1, exact.2));
        }
    }
}

#[test]
fn the_number_of_threads_does_not_show() {
    let model = built(&Tables::random(7));
    let events = events_of(&model, &["n0+6"]);
    let mut config = Config::to(horizon());
    config.plan = Some(samples::plan(300, 5));
    config.conclusion = Some(Conclusion::parse(&model.network, "n3 falls").unwrap());
    let answer = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| sensitivity(&model, &events, &config, &Control::default()))
    };
    let one = answer(1);
    assert!(one.value().sampled.as_ref().is_some_and(|sampled| !sampled.factors.is_empty()));
    for threads in [2, 4, 8] {
        assert_eq!(one, answer(threads), "{threads}");
    }
}

#[test]
fn an_interrupted_answer_says_so() {
    let model = built(&Tables::random(7));
    let control = Control::default();
    control.cancel.stop();
    let outcome = sensitivity(&model, &events_of(&model, &["n0+6"]), &Config::to(horizon()), &control);
    assert!(!outcome.is_complete() && outcome.value().decisive.effects.is_empty());
}
