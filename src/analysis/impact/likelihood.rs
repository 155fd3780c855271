//! Which class of likelihood a scenario is in, by limits on the probability that it happens within a period.

use crate::network::{Adverse, Confidence, CriterionId, Gauge, Likelihood, Limit, Network, SchemeId, Stance};
use crate::units::{End, Magnitude, Time};

/// A scenario on the scale of likelihoods.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    /// Whose limits.
    pub scheme: SchemeId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The classes that have a limit for the period, least likely first.
    pub classes: Vec<u32>,
    /// The class as the stance takes the probability; `None`: below every limit.
    pub class: Option<u32>,
    /// The classes of its 5th and 95th percentile, where it is a distribution.
    pub band: (Option<u32>, Option<u32>),
    /// The probability as the stance takes it.
    pub probability: f64,
    /// Within which time.
    pub period: Time,
    /// Whether the likelihood and every limit are sure enough to be quoted.
    pub verified: bool,
}

/// The class of a likelihood by the first criterion that has limits for its period; `None` where there is none. A probability within one time
/// is not made one within another.
pub fn likely(network: &Network, stated: &Likelihood, stance: Stance) -> Option<Likely> {
    let by_probability = network.criteria().all().filter(|(_, criterion)| criterion.gauge == Some(Gauge::Probability));
    let mut scales = by_probability.flat_map(|(id, criterion)| criterion.scales.iter().map(move |scale| (id, scale)));
    let (criterion, scale) = scales.find(|(_, scale)| scale.limits.iter().any(|limit| limit.duration == Some(stated.period)))?;
    let limits: Vec<Limit> = scale.limits.iter().filter(|limit| limit.duration == Some(stated.period)).copied().collect();
    let at = |end: End| stated.probability.at(end).value();
    let class = |p: f64| {
        let is_reached = |limit: &&Limit| p > 0.0 && Magnitude::nearest_to(p) >= limit.from;
        limits.iter().filter(is_reached).map(|limit| limit.class).max()
    };
    let probability = at(stance.end(Adverse::High));
    let is_sure = stated.confidence.is_some_and(Confidence::is_verified) && limits.iter().all(Limit::is_verified);
    let mut classes: Vec<u32> = limits.iter().map(|limit| limit.class).collect();
    classes.sort_unstable();
    Some(Likely {
        scheme: scale.scheme,
        criterion,
        classes,
        class: class(probability),
        band: (class(at(End::Low)), class(at(End::High))),
        probability,
        period: stated.period,
        verified: is_sure,
    })
}
