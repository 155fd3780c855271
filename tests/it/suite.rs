//! The text cases in tests/suite: each states a rule of the model in one sentence, and what follows from it by hand.

use keten::analysis::{Model, what_if};
use keten::network::{Action, Cell, Draft, Event, Importance, Network, NodeDetail, NodeRow, Stance};
use keten::units::{Level, Probability, Quantity, Time};
use std::fmt::Write as _;

#[derive(Default)]
struct Case {
    draft: Draft,
    events: Vec<(String, Vec<(String, String)>)>,
    horizon: Option<Time>,
    stance: Stance,
    steps: Vec<(String, Vec<(i64, u32)>)>,
    deadlocks: Vec<(i64, Vec<String>)>,
    self_supported: Vec<(i64, Vec<String>)>,
}

fn pairs<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    words.map(|word| word.split_once('=').map(|(k, v)| (k.to_owned(), v.to_owned())).unwrap()).collect()
}

fn hours(text: &str) -> Time {
    Time::parse_hours(text).unwrap()
}

fn number(text: &str) -> Quantity<Probability> {
    Quantity::parse(text).unwrap()
}

impl Case {
    fn parse(text: &str) -> Self {
        let mut case = Self::default();
        for line in text.lines() {
            let line = line.split('#').next().unwrap().trim();
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            case.line(word, rest);
        }
        case
    }

    fn line(&mut self, word: &str, rest: &str) {
        let mut words = rest.split_whitespace();
        match word {
            "" => {}
            "horizon" => self.horizon = Some(hours(rest.trim())),
            "stance" => {
                self.stance = [Stance::Central, Stance::Cautious, Stance::Optimistic]
                    .into_iter()
                    .find(|s| format!("{s:?}").to_lowercase() == rest.trim())
                    .unwrap()
            }
            "node" => {
                let id = words.next().unwrap().to_owned();
                self.node(&id, &pairs(words));
            }
            "dep" => self.dependency(&pairs(words)),
            "hazard" | "drain" => self.events.push((word.to_owned(), pairs(words))),
            "expect" => {
                let id = words.next().unwrap().to_owned();
                let step =
                    |word: &str| word.split_once(':').map(|(at, level)| (hours(at).ms(), Level::parse(level).unwrap().ppm())).unwrap();
                self.steps.push((id, words.map(step).collect()));
            }
            "expect_deadlock" => self.deadlocks.push(loop_of(rest)),
            "expect_self_supported" => self.self_supported.push(loop_of(rest)),
            _ => panic!("unknown word {word}"),
        }
    }

    fn node(&mut self, id: &str, values: &[(String, String)]) {
        let id = self.draft.names.intern(id);
        let mut detail = NodeDetail::default();
        for (key, value) in values {
            let cell = Cell::Is(Quantity::Fixed(hours(value)));
            match key.as_str() {
                "restart_h" => detail.restart = cell,
                "black_start_h" => detail.black_start = cell,
                "repair_h" => detail.repair = cell,
                _ => panic!("unknown column {key}"),
            }
        }
        self.draft.nodes.push(NodeRow { id, detail });
    }

    fn dependency(&mut self, values: &[(String, String)]) {
        let value = |key: &str| values.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str());
        self.draft.depend(value("dependent").unwrap(), value("provider").unwrap());
        let row = self.draft.dependencies.len() - 1;
        for (key, value) in values {
            let duration = || Cell::Is(Quantity::Fixed(hours(value)));
            match key.as_str() {
                "dependent" | "provider" => {}
                "need" => self.draft.dependencies[row].need = self.draft.names.intern(value),
                "share" => self.draft.dependencies[row].share = Level::parse(value).unwrap().ppm(),
                "minimum" => self.draft.dependencies[row].minimum = Level::parse(value).unwrap().ppm(),
                "buffer_h" => self.draft.detail_mut(row).buffer = duration(),
                "refill_h" => self.draft.detail_mut(row).refill = duration(),
                "activation_h" => self.draft.detail_mut(row).activation = duration(),
                "start_p" => self.draft.detail_mut(row).start_p = Some(number(value)),
                "probability" => self.draft.detail_mut(row).probability = Some(number(value)),
                "importance" if value == "essential" => self.draft.detail_mut(row).importance = Some(Importance::Essential),
                "importance" => self.draft.detail_mut(row).importance = Some(Importance::Supporting(Quantity::parse(value).unwrap())),
                _ => panic!("unknown column {key}"),
            }
        }
    }

    /// What differs from the expectation; empty when nothing does.
    fn check(self) -> String {
        let model = Model::new(Network::build(self.draft).unwrap(), self.stance);
        let events: Vec<Event> = self.events.iter().map(|(word, values)| event(&model.network, word, values)).collect();
        let answer = what_if::what_if(&model, &events, &what_if::Config::to(self.horizon.unwrap()));
        let mut found = String::new();
        for node in model.network.nodes() {
            let steps = answer
                .nodes
                .iter()
                .find(|a| a.node == node)
                .map_or_else(Vec::new, |a| a.steps.iter().map(|(t, l)| (t.ms(), l.ppm())).collect());
            let expected = self.steps.iter().find(|(id, _)| id == model.network.id(node));
            if expected.is_none_or(|(_, expected)| *expected != steps) {
                writeln!(found, "  {}: expected {expected:?}, got {steps:?}", model.network.id(node)).unwrap();
            }
        }
        let ids = |loops: &[what_if::LoopAt]| {
            let mut all: Vec<(i64, Vec<String>)> =
                loops.iter().map(|l| (l.at.ms(), l.nodes.iter().map(|&n| model.network.id(n).to_owned()).collect())).collect();
            all.sort();
            all
        };
        for (what, expected, got) in [
            ("deadlocks", self.deadlocks, ids(&answer.restart_deadlocks)),
            ("self-supported", self.self_supported, ids(&answer.self_supported)),
        ] {
            let mut expected = expected;
            expected.sort();
            if expected != got {
                writeln!(found, "  {what}: expected {expected:?}, got {got:?}").unwrap();
            }
        }
        found
    }
}

fn loop_of(rest: &str) -> (i64, Vec<String>) {
    let (at, ids) = rest.trim().split_once(' ').unwrap();
    let mut ids: Vec<String> = ids.split(',').map(|id| id.trim().to_owned()).collect();
    ids.sort();
    (hours(at).ms(), ids)
}

fn event(network: &Network, word: &str, values: &[(String, String)]) -> Event {
    let value = |key: &str| values.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str());
    let duration = value("duration_h").map(|text| Quantity::Fixed(hours(text)));
    let action = if word == "hazard" {
        let level = Quantity::Fixed(Level::parse(value("level").unwrap_or("0")).unwrap());
        Action::Fail {
            nodes: vec![network.find(value("node").unwrap()).unwrap()],
            duration,
            level,
            probability: Probability::ONE,
            common: false,
        }
    } else {
        let (node, need) = value("need").unwrap().split_once(':').unwrap();
        Action::Drain { need: network.find_need(network.find(node).unwrap(), need).unwrap(), duration }
    };
    Event { at: hours(value("at_h").unwrap()), action }
}

#[test]
fn every_case_comes_out_as_stated() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 100, "the suite lost cases: {}", files.len());
    let mut failed = String::new();
    for file in files {
        let found = Case::parse(&std::fs::read_to_string(&file).unwrap()).check();
        if !found.is_empty() {
            writeln!(failed, "{}\n{found}", file.file_name().unwrap().to_string_lossy()).unwrap();
        }
    }
    assert!(failed.is_empty(), "\n{failed}");
}
