//! What happens: events at moments, and what is known to have followed.

use super::{Confidence, Deal, Duration, MeasureId, NeedId, Network, NodeId, Owners};
use crate::diagnostic::Finding;
use crate::units::{Level, Probability, Quantity, Time};

/// What a scenario is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ScenarioKind {
    /// Made up to learn from.
    #[default]
    Exercise,
    /// It happened, and its expectations are what is known of it.
    Incident,
}

/// Events over a horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// The title.
    pub title: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Whether it happened.
    pub kind: ScenarioKind,
    /// How long is looked ahead; `None` where the file does not say.
    pub horizon: Option<Time>,
    /// How likely it is said to be; `None` where the file does not say.
    pub likelihood: Option<Likelihood>,
    /// What happens, in the order stated.
    pub events: Vec<Event>,
    /// What is known to have followed.
    pub expectations: Vec<Expectation>,
    /// Why the incident cannot be reproduced, when that is known.
    pub not_reproducible: Option<String>,
}

impl Scenario {
    /// How long is looked ahead where nobody says how long.
    pub const HORIZON: Time = Time::from_hours(72);

    /// How long is looked ahead.
    pub fn looked_ahead(&self) -> Time {
        self.horizon.unwrap_or(Self::HORIZON)
    }
}

/// How likely a scenario is said to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Likelihood {
    /// The probability that it happens within the period.
    pub probability: Quantity<Probability>,
    /// The period.
    pub period: Time,
    /// Who says so.
    pub source: String,
    /// How sure that is.
    pub confidence: Option<Confidence>,
}

/// One thing that happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When.
    pub at: Time,
    /// What.
    pub action: Action,
}

/// What an event does.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A hazard holds nodes at a level.
    Fail {
        /// The nodes.
        nodes: Vec<NodeId>,
        /// How long; `None`: the node's repair time, and without that it lasts.
        duration: Option<Duration>,
        /// What is left of their function.
        level: Quantity<Level>,
        /// The probability that the hazard strikes.
        probability: Probability,
        /// Whether it strikes all nodes or none.
        common: bool,
    },
    /// The buffer of a need counts as empty and its standby does not start.
    Drain {
        /// The need.
        need: NeedId,
        /// How long; `None`: it lasts.
        duration: Option<Duration>,
    },
    /// Nodes are compromised, whether or not they work.
    Compromise {
        /// The nodes.
        nodes: Vec<NodeId>,
    },
    /// A hazard holds nodes that are compromised by then at a level.
    Trigger {
        /// The selector as it was stated.
        selector: String,
        /// The nodes that it names; those of them that are not compromised by then are left alone.
        nodes: Vec<NodeId>,
        /// How long; `None`: the node's repair time, and without that it lasts.
        duration: Option<Duration>,
        /// What is left of their function.
        level: Quantity<Level>,
    },
    /// A share of a company changes hands. It changes what later events select by control, and nothing by itself.
    Acquire {
        /// The deal.
        deal: Deal,
    },
    /// A measure is taken before anything else happens: it changes the network that the course runs in, and nothing by itself. Whoever runs
    /// the course asks for the model [under](crate::analysis::Model::under) it.
    Measure {
        /// The measure.
        measure: MeasureId,
    },
}

/// What is known of one node in an incident.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// The node.
    pub node: NodeId,
    /// How it fared.
    pub state: Expected,
    /// Between which times its loss began.
    pub from: Option<(Time, Time)>,
    /// How long it lasted, between which hours.
    pub hours: Option<(Time, Time)>,
    /// Where this is known from.
    pub source: Option<String>,
    /// How sure that is.
    pub confidence: Option<Confidence>,
}

/// How a node fared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Expected {
    /// It fell out.
    Down,
    /// It worked in part; the lowest level lay between these, where known.
    Degraded(Option<(Level, Level)>),
    /// It kept working: a negative control.
    Up,
}

impl Event {
    /// Reads `SELECTOR[@at_h][+duration_h]`; the suffixes are read from the right, so that ids may hold either sign.
    ///
    /// # Errors
    /// One finding about the selector.
    pub fn fail(network: &Network, text: &str) -> Result<Self, Finding> {
        Self::fail_under(&Owners::now(network), text)
    }

    /// The same where owners may change: the selector sees who controls what at its moment.
    ///
    /// # Errors
    /// One finding about the selector.
    pub fn fail_under(owners: &Owners, text: &str) -> Result<Self, Finding> {
        let (selector, at, duration) = suffixes(owners.network(), text);
        let at = at.unwrap_or(Time::ZERO);
        let action = Action::Fail {
            nodes: owners.select(at, selector)?,
            duration: duration.map(Quantity::Fixed),
            level: Quantity::Fixed(Level::ZERO),
            probability: Probability::ONE,
            common: false,
        };
        Ok(Self { at, action })
    }

    /// Reads `SELECTOR[@at_h]`: nodes that are compromised.
    ///
    /// # Errors
    /// One finding about the selector.
    pub fn compromise(network: &Network, text: &str) -> Result<Self, Finding> {
        Self::compromise_under(&Owners::now(network), text)
    }

    /// The same where owners may change.
    ///
    /// # Errors
    /// One finding about the selector.
    pub fn compromise_under(owners: &Owners, text: &str) -> Result<Self, Finding> {
        let (selector, at) = suffix(text, '@', owners.network().find(text.trim()).is_some());
        let at = at.unwrap_or(Time::ZERO);
        Ok(Self { at, action: Action::Compromise { nodes: owners.select(at, selector)? } })
    }

    /// Reads `SELECTOR@at_h[+duration_h]`: compromised nodes that are taken out.
    ///
    /// # Errors
    /// One finding: no moment is stated, or the selector cannot be read.
    pub fn trigger(network: &Network, text: &str) -> Result<Self, Finding> {
        Self::trigger_under(&Owners::now(network), text)
    }

    /// The same where owners may change.
    ///
    /// # Errors
    /// One finding: no moment is stated, or the selector cannot be read.
    pub fn trigger_under(owners: &Owners, text: &str) -> Result<Self, Finding> {
        let (selector, at, duration) = suffixes(owners.network(), text);
        let unstated = || Finding::WrongValue { key: "--trigger".to_owned(), expected: "SELECTOR@at_h".to_owned() };
        let at = at.ok_or_else(unstated)?;
        Ok(Self { at, action: Action::trigger((owners, at), selector, duration.map(Quantity::Fixed), Quantity::Fixed(Level::ZERO))? })
    }

    /// The measures that are taken, in order.
    pub fn measures(events: &[Self]) -> impl Iterator<Item = (Time, MeasureId)> {
        events.iter().filter_map(|event| match event.action {
            Action::Measure { measure } => Some((event.at, measure)),
            _ => None,
        })
    }

    /// The moment from which on things happen, where anything does.
    pub fn begin(events: &[Self]) -> Option<Time> {
        events.iter().filter(|event| event.action.happens_by_itself()).map(|event| event.at).min()
    }

    /// The moment of the first compromise, where there is one.
    pub fn first_compromise(events: &[Self]) -> Option<Time> {
        events.iter().filter(|event| matches!(event.action, Action::Compromise { .. })).map(|event| event.at).min()
    }
}

impl Action {
    /// Whether it does anything by itself: an acquisition changes what others select, and a measure the network that they happen in.
    pub fn happens_by_itself(&self) -> bool {
        !matches!(self, Self::Acquire { .. } | Self::Measure { .. })
    }

    /// The deal, where shares change hands.
    pub fn deal(&self) -> Option<&Deal> {
        match self {
            Self::Acquire { deal } => Some(deal),
            _ => None,
        }
    }

    /// A trigger for the compromised nodes that a selector names at a moment. It may name none: what will be compromised is not known beforehand.
    ///
    /// # Errors
    /// One finding about the selector.
    pub fn trigger(
        (owners, at): (&Owners, Time),
        selector: &str,
        duration: Option<Duration>,
        level: Quantity<Level>,
    ) -> Result<Self, Finding> {
        let nodes = match owners.select(at, selector) {
            Err(Finding::NothingSelected { .. }) => Vec::new(),
            selected => selected?,
        };
        Ok(Self::Trigger { selector: selector.trim().to_owned(), nodes, duration, level })
    }
}

/// Splits `[@at_h][+duration_h]` off a selector.
fn suffixes<'t>(network: &Network, text: &'t str) -> (&'t str, Option<Time>, Option<Time>) {
    let (rest, duration) = suffix(text, '+', network.find(text.trim()).is_some());
    let (selector, at) = suffix(rest, '@', network.find(rest.trim()).is_some());
    (selector, at, duration)
}

/// Splits a number off the end of `text` behind the last `sign`, unless `text` is an id as it stands.
fn suffix(text: &str, sign: char, is_id: bool) -> (&str, Option<Time>) {
    let number = |part: &str| Time::parse_hours(part.trim()).ok();
    let split = if is_id { None } else { text.rsplit_once(sign).and_then(|(rest, part)| number(part).map(|time| (rest, time))) };
    split.map_or((text, None), |(rest, time)| (rest, Some(time)))
}
