//! Exposure over samples against the enumeration of every world, before and after an acquisition.

use keten::analysis::Model;
use keten::analysis::exposure::{self, Config, Exposure, Standing, Subject};
use keten::analysis::uncertainty::{self, Figure, Plan, SampledCounts, SampledExposure};
use keten::network::{Deal, Stance};
use keten::outcome::Control;
use keten::tables::load_network;
use keten::units::{Level, Time};

/// Dependent, provider, need, buffer, the chance that the row carries a loss, its access, the chance that it passes compromise.
type Row = (&'static str, &'static str, &'static str, &'static str, f64, &'static str, f64);

const ROWS: [Row; 6] = [
    ("plant", "maker", "parts", "24", 0.5, "update", 0.4),
    ("service", "plant", "output", "", 0.7, "data", 1.0),
    ("care", "service", "help", "6", 0.6, "", 1.0),
    ("desk", "maker", "tools", "", 0.3, "remote", 0.8),
    ("service", "desk", "help", "", 1.0, "remote", 0.5),
    ("care", "second", "power", "", 0.9, "onsite", 0.2),
];
/// What is drawn: the row, and whether its compromise (else its loss).
const DRAWN: [(usize, bool); 10] =
    [(0, false), (1, false), (2, false), (3, false), (5, false), (0, true), (3, true), (4, true), (5, true), (2, true)];

fn chance((row, of_compromise): (usize, bool)) -> f64 {
    if of_compromise { ROWS[row].6 } else { ROWS[row].4 }
}

/// The network where the rows carry and pass as `chances` has it, by (row, whether compromise).
fn net(chances: &dyn Fn((usize, bool)) -> f64) -> Model {
    let place = tempfile::tempdir().unwrap();
    let row = |(at, row): (usize, &Row)| {
        let (loss, pass) = (chances((at, false)), chances((at, true)));
        format!("{},{},{},{},{loss},{},{pass}\n", row.0, row.1, row.2, row.3, row.5)
    };
    let head = "dependent,provider,need,buffer_h,probability,access,p_compromise\n".to_owned();
    std::fs::write(place.path().join("dependencies.csv"), head + &ROWS.iter().enumerate().map(row).collect::<String>()).unwrap();
    let nodes = "id,kind,operator,sector\nservice,process,,a\ncare,process,,b\nmaker,supplier,,c\nsecond,supplier,Runner,c\n";
    std::fs::write(place.path().join("nodes.csv"), nodes).unwrap();
    std::fs::write(place.path().join("ownership.csv"), "owner,owned,share\nfund,maker,0.6\n").unwrap();
    let loaded = load_network(place.path().to_str().unwrap());
    Model::new(loaded.value.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).network, Stance::Central)
}

fn found(model: &Model) -> Exposure {
    let mut config = Config::within(Time::from_hours(48));
    config.deal = Some(Deal { buyer: "fund".into(), company: "Runner".into(), share: Level::parse("0.6").unwrap() });
    exposure::exposure(model, &Subject::Actor("fund".into()), &config)
}

fn sampled(model: &Model, samples: u64) -> SampledExposure {
    let outcome = uncertainty::exposure(model, &found(model), &Plan::new(3, samples), &Control::default());
    assert!(outcome.is_complete());
    outcome.value().clone()
}

/// affected, lost, processes lost, hours lost, reached, vital reached.
fn plain(model: &Model, standing: &Standing) -> [f64; 6] {
    let counts = &standing.withdrawn.counts;
    let vital = standing.abused.iter().filter(|one| model.is_vital(one.node, false)).count();
    let [affected, lost, processes] = [counts.affected, counts.lost, counts.processes_lost].map(|count| count as f64);
    [affected, lost, processes, counts.lost_h, standing.abused.len() as f64, vital as f64]
}

fn means(counts: &SampledCounts) -> [Figure; 6] {
    [counts.affected, counts.lost, counts.processes_lost, counts.lost_h, counts.reached, counts.vital_reached]
}

/// Mean and mean of squares.
#[derive(Clone, Copy, Default)]
struct Exact(f64, f64);

impl Exact {
    fn add(&mut self, weight: f64, value: f64) {
        *self = Self(self.0 + weight * value, self.1 + weight * value * value);
    }

    fn holds(self, found: &Figure, samples: u64, what: &str) {
        let error = ((self.1 - self.0 * self.0).max(0.0) / samples as f64).sqrt();
        assert!((found.mean - self.0).abs() <= 4.5 * error + 1e-9, "{what}: {} where {} is exact", found.mean, self.0);
    }
}

#[test]
fn means_are_those_of_all_worlds_before_and_after() {
    let (mut now, mut after, mut more) = ([Exact::default(); 6], [Exact::default(); 6], [Exact::default(); 6]);
    for world in 0..1_u32 << DRAWN.len() {
        let place = |cell| DRAWN.iter().position(|&drawn| drawn == cell);
        let happens = |cell: (usize, bool)| place(cell).map_or(chance(cell), |at| f64::from(world >> at & 1));
        let weight: f64 = DRAWN.iter().map(|&cell| if happens(cell) > 0.5 { chance(cell) } else { 1.0 - chance(cell) }).product();
        if weight == 0.0 {
            continue;
        }
        let model = net(&happens);
        let found = found(&model);
        let (before, then) = (plain(&model, &found.standing), plain(&model, &found.acquisition.as_ref().unwrap().after));
        for at in 0..6 {
            now[at].add(weight, before[at]);
            after[at].add(weight, then[at]);
            more[at].add(weight, then[at] - before[at]);
        }
    }
    let samples = 8_000;
    let answer = sampled(&net(&chance), samples);
    for at in 0..6 {
        now[at].holds(&means(&answer.standing.counts)[at], samples, "now");
        after[at].holds(&means(&answer.after.as_ref().unwrap().counts)[at], samples, "after");
        more[at].holds(&means(answer.more.as_ref().unwrap())[at], samples, "more");
    }
    // The acquisition adds something, and with the same draws its difference is known better than either side.
    assert!(more[0].0 > 0.1 && answer.more.unwrap().affected.se < answer.after.unwrap().counts.affected.se);
}

#[test]
fn moments_are_over_the_samples_in_which_they_are() {
    let model = net(&chance);
    let answer = sampled(&model, 4_000);
    let service = model.network.find("service").unwrap();
    let process = answer.standing.vital.iter().find(|process| process.node == service).unwrap();
    // Through the plant after a day, or through the desk at once: 0.5 x 0.7 and 0.3, by themselves.
    let chance = 1.0 - (1.0 - 0.35) * (1.0 - 0.3);
    assert!((process.p_short - chance).abs() < 4.5 * (chance * (1.0 - chance) / 4_000.0_f64).sqrt());
    let when = process.short_h.unwrap();
    assert_eq!((when.p5, when.p95), (0.0, 24.0));
    assert!(process.lowest.p5 == 0.0 && process.lowest.p95 == 1.0);
    let reached = answer.standing.reached.iter().map(|one| model.network.id(one.node)).collect::<Vec<_>>();
    assert_eq!(reached, ["desk", "plant", "service"]);
}
