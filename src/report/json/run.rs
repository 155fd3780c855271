//! What makes an answer repeatable: the question, the inputs by digest, and every setting that can change the result.

use crate::analysis::Model;
use crate::network::{Action, Adverse, Deal, Duration, Event, NodeId, Ranges, Stance};
use crate::outcome::{Outcome, Stop};
use crate::units::{Level, Quantity, Time};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// An input by what it holds, not by where it lay.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Input {
    /// The file's name within its network.
    pub name: String,
    /// The BLAKE3 digest of its bytes, in hexadecimal.
    pub blake3: String,
}

/// The `run` object of every answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Run {
    /// The version of keten.
    pub version: &'static str,
    /// The command.
    pub question: &'static str,
    /// The inputs, by name.
    pub inputs: Vec<Input>,
    /// The seed of all draws.
    pub seed: u64,
    /// How many samples were asked for; null where unknowns were taken by a stance.
    pub samples: Option<u64>,
    /// How unknowns were taken; null where they were drawn.
    pub stance: Option<&'static str>,
    /// Every other setting that can change the result, by name.
    pub settings: BTreeMap<&'static str, Value>,
}

impl Run {
    /// A run without further settings.
    pub fn new(question: &'static str, mut inputs: Vec<Input>, seed: u64, stance: Stance) -> Self {
        inputs.sort();
        Self {
            version: env!("CARGO_PKG_VERSION"),
            question,
            inputs,
            seed,
            samples: None,
            stance: Some(word(stance)),
            settings: BTreeMap::new(),
        }
    }

    /// The same with unknowns drawn so many times; until the standard error was small enough, where that was asked.
    #[must_use]
    pub fn sampled(mut self, samples: u64, until_se: Option<f64>) -> Self {
        (self.samples, self.stance) = (Some(samples), None);
        match until_se {
            Some(until) => self.with("until_se", until),
            None => self,
        }
    }

    /// The same where no sample was drawn in the end, so that unknowns were taken by a stance.
    #[must_use]
    pub fn by_stance(&self, stance: Stance) -> Self {
        Self { samples: None, stance: Some(word(stance)), ..self.clone() }
    }

    /// The same with every unknown anywhere within its range.
    #[must_use]
    pub fn enclosing(mut self, ranges: &Ranges) -> Self {
        self.stance = None;
        self.ranging(ranges)
    }

    /// The same with these ranges of empty cells.
    #[must_use]
    pub fn ranging(self, ranges: &Ranges) -> Self {
        let ranges: serde_json::Map<String, Value> = ranges.list().map(|(name, range)| (name.to_owned(), range.into())).collect();
        self.with("ranges", Value::Object(ranges))
    }

    /// Adds a setting.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.settings.insert(name, value.into());
        self
    }
}

/// Events as they were resolved: nodes by id, unknowns as the stance takes them.
#[derive(Serialize)]
struct Occurrence<'a> {
    at_h: f64,
    action: &'static str,
    nodes: Vec<&'a str>,
    need: Option<&'a str>,
    /// Null: until each node is repaired, and without a repair time it lasts.
    duration_h: Option<f64>,
    level: f64,
    strikes: bool,
    /// The nodes of a trigger: those of this selector that are compromised by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    selector: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acquire: Option<Bought<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'a str>,
}

/// A share that changes hands.
#[derive(Serialize)]
pub(super) struct Bought<'a> {
    owner: &'a str,
    owned: &'a str,
    share: f64,
}

impl<'a> Bought<'a> {
    pub(super) fn of(deal: &'a Deal) -> Self {
        Self { owner: &deal.buyer, owned: &deal.company, share: deal.share.as_f64() }
    }
}

/// The events of a course, numbered as causes number them.
pub fn events(model: &Model, events: &[Event]) -> Value {
    let resolved: Vec<Occurrence> = events.iter().map(|event| occurrence(model, event)).collect();
    serde_json::to_value(resolved).unwrap_or(Value::Null)
}

fn occurrence<'a>(model: &'a Model, event: &'a Event) -> Occurrence<'a> {
    let (network, stance) = (&model.network, model.stance);
    let hours = |duration: &Option<Duration>| duration.as_ref().map(|duration| duration.at(stance.end(Adverse::High)).hours());
    let ids = |nodes: &[NodeId]| nodes.iter().map(|&node| network.id(node)).collect();
    let left = |level: &Quantity<Level>| level.at(stance.end(Adverse::Low)).as_f64();
    let plain = |action| Occurrence::plain(event.at, action);
    match &event.action {
        Action::Fail { nodes, duration, level, probability, .. } => Occurrence {
            nodes: ids(nodes),
            duration_h: hours(duration),
            level: left(level),
            strikes: stance.strikes(*probability),
            ..plain("fail")
        },
        Action::Drain { need, duration } => Occurrence {
            nodes: ids(&[network.need(*need).dependent]),
            need: Some(network.need_name(*need)),
            duration_h: hours(duration),
            level: 0.0,
            ..plain("drain")
        },
        Action::Compromise { nodes } => Occurrence { nodes: ids(nodes), ..plain("compromise") },
        Action::Trigger { selector, duration, level, .. } => {
            Occurrence { duration_h: hours(duration), level: left(level), selector: Some(selector), ..plain("trigger") }
        }
        Action::Acquire { deal } => Occurrence { acquire: Some(Bought::of(deal)), ..plain("acquire") },
        Action::Measure { measure } => {
            let measure = &network.measures()[measure.0 as usize];
            Occurrence { nodes: ids(&measure.targets), measure: Some(&measure.id), ..plain("measure") }
        }
    }
}

impl Occurrence<'_> {
    /// What only says that it happens.
    fn plain(at: Time, action: &'static str) -> Self {
        Self {
            at_h: at.hours(),
            action,
            nodes: Vec::new(),
            need: None,
            duration_h: None,
            level: 1.0,
            strikes: true,
            selector: None,
            acquire: None,
            measure: None,
        }
    }
}

/// The word for a stance.
pub(super) const fn word(stance: Stance) -> &'static str {
    match stance {
        Stance::Central => "central",
        Stance::Cautious => "cautious",
        Stance::Optimistic => "optimistic",
    }
}

/// The words for whether an answer is whole, and for why not.
pub(super) fn status<T>(outcome: &Outcome<T>) -> (&'static str, Option<&'static str>) {
    let Outcome::Truncated { reason, .. } = outcome else { return ("complete", None) };
    let why = match reason {
        Stop::Interrupted => "interrupted",
        Stop::Memory => "memory",
        Stop::Budget => "budget",
    };
    ("truncated", Some(why))
}
