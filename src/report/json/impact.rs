//! The impact within `keten.simulate/1` and `keten.simulate.sampled/1`.

use super::uncertainty::Wire as Band;
use crate::analysis::impact::{Bound, Impact, Interest, Judged, Sampled, SampledInterest, SampledJudged, Shares, Verdict};
use crate::network::{CriterionId, Network, SchemeId};
use crate::units::Time;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Amounts by the name of their criterion, in the order of the criteria.
pub(super) struct Amounts<'a, T>(pub(super) Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Amounts<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, amount) in &self.0 {
            map.serialize_entry(name, amount)?;
        }
        map.end()
    }
}

/// The amounts alone.
pub(super) fn amounts<'a>(network: &'a Network, impact: &Impact) -> Amounts<'a, f64> {
    let amount = |judged: &Judged| (name(network, judged.measured.criterion), judged.measured.amount.value());
    Amounts(impact.judged.iter().map(amount).collect())
}

/// The amounts alone, over samples.
pub(super) fn bands<'a>(network: &'a Network, impact: &Sampled) -> Amounts<'a, Band> {
    Amounts(impact.judged.iter().map(|judged| (name(network, judged.criterion), judged.amount.into())).collect())
}

fn name(network: &Network, id: CriterionId) -> &str {
    &network.criteria().get(id).name
}

#[derive(Serialize)]
pub(super) struct Wire<'a> {
    criteria: Vec<Assessed<'a>>,
    interests: Vec<Gravest<'a>>,
}

#[derive(Serialize)]
struct Assessed<'a> {
    criterion: &'a str,
    measure: &'static str,
    unit: Option<&'a str>,
    amount: f64,
    beyond: Vec<Beyond<f64>>,
    verdicts: Vec<Judgement<'a>>,
}

#[derive(Serialize)]
struct Beyond<T> {
    duration_h: f64,
    amount: T,
}

#[derive(Serialize)]
pub(super) struct Judgement<'a> {
    scheme: &'a str,
    interest: Option<&'a str>,
    class: Option<&'a str>,
    limit: Option<BoundWire<'a>>,
    next: Option<BoundWire<'a>>,
    verified: bool,
    unseen_h: Option<f64>,
}

#[derive(Serialize)]
struct BoundWire<'a> {
    class: &'a str,
    from: f64,
    duration_h: Option<f64>,
    over: Option<f64>,
    source: Option<&'a str>,
    confidence: Option<f64>,
}

#[derive(Serialize)]
struct Gravest<'a> {
    scheme: &'a str,
    interest: &'a str,
    class: Option<&'a str>,
    criterion: Option<&'a str>,
    verified: bool,
    measured: u32,
    of: u32,
}

/// The amounts with the classes that schemes give them.
pub(super) fn wire<'a>(network: &'a Network, impact: &'a Impact) -> Wire<'a> {
    let gravest = |interest: &'a Interest| Gravest {
        scheme: &network.criteria().scheme(interest.scheme).name,
        interest: &interest.name,
        class: interest.class.map(|class| network.criteria().class(interest.scheme, class)),
        criterion: interest.criterion.map(|id| name(network, id)),
        verified: interest.verified,
        measured: interest.measured,
        of: interest.of,
    };
    let criteria = impact.judged.iter().map(|judged| criterion(network, judged)).collect();
    Wire { criteria, interests: impact.interests.iter().map(gravest).collect() }
}

fn criterion<'a>(network: &'a Network, judged: &Judged) -> Assessed<'a> {
    let known = network.criteria().get(judged.measured.criterion);
    let longer = judged.measured.longer.iter();
    Assessed {
        criterion: &known.name,
        measure: known.gauge().word(),
        unit: known.unit.as_deref(),
        amount: judged.measured.amount.value(),
        beyond: longer.map(|(duration, extent)| Beyond { duration_h: duration.hours(), amount: extent.value() }).collect(),
        verdicts: judged.verdicts.iter().map(|verdict| class(network, judged.measured.criterion, verdict)).collect(),
    }
}

/// The class of a criterion by one scheme.
pub(super) fn class<'a>(network: &'a Network, id: CriterionId, verdict: &Verdict) -> Judgement<'a> {
    let scale = network.criteria().get(id).scales.iter().find(|scale| scale.scheme == verdict.scheme);
    let bound = |known: &Bound| bound(network, verdict.scheme, known);
    Judgement {
        scheme: &network.criteria().scheme(verdict.scheme).name,
        interest: scale.and_then(|scale| scale.interest.as_deref()),
        class: verdict.class.map(|class| network.criteria().class(verdict.scheme, class)),
        limit: verdict.reached.as_ref().map(bound),
        next: verdict.next.as_ref().map(bound),
        verified: verdict.verified,
        unseen_h: verdict.unseen.map(Time::hours),
    }
}

fn bound<'a>(network: &'a Network, scheme: SchemeId, known: &Bound) -> BoundWire<'a> {
    let limit = &known.limit;
    BoundWire {
        class: network.criteria().class(scheme, limit.class),
        from: limit.from.as_f64(),
        duration_h: limit.duration.map(Time::hours),
        over: known.over,
        source: limit.source.map(|source| network.text(source)),
        confidence: limit.confidence.map(|confidence| confidence.0),
    }
}

#[derive(Serialize)]
pub(super) struct SampledWire<'a> {
    criteria: Vec<SampledCriterion<'a>>,
    interests: Vec<SampledGravest<'a>>,
}

#[derive(Serialize)]
struct SampledCriterion<'a> {
    criterion: &'a str,
    measure: &'static str,
    unit: Option<&'a str>,
    amount: Band,
    beyond: Vec<Beyond<Band>>,
    verdicts: Vec<SharesOf<'a>>,
}

#[derive(Serialize)]
struct SharesOf<'a> {
    scheme: &'a str,
    classes: Amounts<'a, f64>,
    none: f64,
    verified: bool,
}

#[derive(Serialize)]
struct SampledGravest<'a> {
    interest: &'a str,
    #[serde(flatten)]
    shares: SharesOf<'a>,
    measured: u32,
    of: u32,
}

/// The amounts with the share of samples in each class.
pub(super) fn sampled<'a>(network: &'a Network, impact: &'a Sampled) -> SampledWire<'a> {
    let gravest = |interest: &'a SampledInterest| SampledGravest {
        interest: &interest.name,
        shares: shares(network, &interest.shares),
        measured: interest.measured,
        of: interest.of,
    };
    let criterion = |judged: &SampledJudged| {
        let known = network.criteria().get(judged.criterion);
        SampledCriterion {
            criterion: &known.name,
            measure: known.gauge().word(),
            unit: known.unit.as_deref(),
            amount: judged.amount.into(),
            beyond: judged.longer.iter().map(|(at, figure)| Beyond { duration_h: at.hours(), amount: (*figure).into() }).collect(),
            verdicts: judged.shares.iter().map(|one| shares(network, one)).collect(),
        }
    };
    SampledWire { criteria: impact.judged.iter().map(criterion).collect(), interests: impact.interests.iter().map(gravest).collect() }
}

fn shares<'a>(network: &'a Network, shares: &Shares) -> SharesOf<'a> {
    let scheme = network.criteria().scheme(shares.scheme);
    let classes = scheme.classes.iter().map(String::as_str).zip(shares.classes.iter().copied()).filter(|(_, share)| *share > 0.0);
    SharesOf { scheme: &scheme.name, classes: Amounts(classes.collect()), none: shares.none, verified: shares.verified }
}
