//! Where scenarios stand on the scales of likelihood and impact.

use crate::analysis::impact::{Impact, likely};
use crate::analysis::what_if::{Config, WhatIf, what_if};
use crate::app::cli::input::{Case, Happening};
use crate::network::{Gauge, Network, Scenario};
use crate::outcome::Cancel;
use crate::report::dossier::Chance;
use crate::report::portrait::Risks;
use crate::report::risk::Risk;
use crate::tables::{self, LoadedScenario};
use crate::units::Time;

/// What is known of how likely what happens is, for a report on it.
pub(super) enum Place {
    NotAsked,
    NotStated,
    WithoutLimits(Time),
    Placed(Box<Risk>),
}

impl Place {
    pub(super) fn of(case: &Case, happening: &Happening, answer: &WhatIf) -> Self {
        let Some(((name, scenario), impact)) = happening.scenario.as_ref().zip(answer.impact.as_ref()) else { return Self::NotAsked };
        let Some(stated) = &scenario.likelihood else {
            return if has_limits(&case.model.network) { Self::NotStated } else { Self::NotAsked };
        };
        risk(case, name, scenario, impact).map_or(Self::WithoutLimits(stated.period), |risk| Self::Placed(Box::new(risk)))
    }

    pub(super) fn chance(&self) -> Chance<'_> {
        match self {
            Self::NotAsked => Chance::NotAsked,
            Self::NotStated => Chance::NotStated,
            Self::WithoutLimits(period) => Chance::WithoutLimits(*period),
            Self::Placed(risk) => Chance::Placed(risk),
        }
    }
}

fn has_limits(network: &Network) -> bool {
    let by_probability = |gauge: Option<Gauge>| gauge == Some(Gauge::Probability);
    network
        .criteria()
        .all()
        .any(|(_, criterion)| by_probability(criterion.gauge) && criterion.scales.iter().any(|scale| !scale.limits.is_empty()))
}

/// A scenario with its place; `None` where it states no likelihood that limits suit.
fn risk(case: &Case, name: &str, scenario: &Scenario, impact: &Impact) -> Option<Risk> {
    let stated = scenario.likelihood.clone()?;
    let likely = likely(&case.model.network, &stated, case.model.stance)?;
    let title = scenario.title.clone().unwrap_or_else(|| name.to_owned());
    Some(Risk { title, stated, likely, impact: impact.clone() })
}

/// Every scenario of the network that states a likelihood, run under the stance; after an interrupt those that were run.
pub(super) fn of_network(case: &Case, cancel: &Cancel) -> Risks {
    let mut risks = Risks::default();
    if !has_limits(&case.model.network) {
        return risks;
    }
    for path in case.sources.scenarios.iter().take_while(|_| !cancel.is_stopped()) {
        let loaded = tables::load_scenario(&case.model.network, case.sources.folder.as_deref(), &path.display().to_string());
        match loaded.value.map(|loaded| graded(case, &loaded)) {
            Some(Some(risk)) => risks.placed.push(risk),
            Some(None) => risks.without += 1,
            None => risks.faulty.push(path.file_stem().unwrap_or(path.as_os_str()).display().to_string()),
        }
    }
    risks
}

/// A scenario that is in a class on both scales.
fn graded(case: &Case, loaded: &LoadedScenario) -> Option<Risk> {
    loaded.scenario.likelihood.as_ref()?;
    let model = case.under(Some(loaded));
    let LoadedScenario { scenario, name, .. } = loaded;
    let horizon = scenario.looked_ahead();
    let answer = what_if(&model, &scenario.events, &Config::to(horizon));
    let risk = risk(case, name, scenario, answer.impact.as_ref()?)?;
    let is_graded = risk.likely.class.is_some() && risk.impact.interests.iter().any(|interest| interest.class.is_some());
    is_graded.then_some(risk)
}
