//! Which class an amount falls in, by every scheme that judges its criterion, and which class an interest is in.

use super::Measured;
use crate::analysis::uncertainty::Figure;
use crate::network::{CriterionId, Limit, Network, Scale, SchemeId};
use crate::units::Time;

/// What losses mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Impact {
    /// Every criterion that has amounts, in the order of the criteria.
    pub judged: Vec<Judged>,
    /// Every interest of every scheme, in the order of the criteria.
    pub interests: Vec<Interest>,
}

/// A criterion and what every scheme makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// How much.
    pub measured: Measured,
    /// The class by each scheme that has limits for it.
    pub verdicts: Vec<Verdict>,
}

/// The class of an amount by one scheme, and how far it is from another.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The scheme.
    pub scheme: SchemeId,
    /// The class, mildest 0; `None`: below every limit.
    pub class: Option<u32>,
    /// The limit that decided.
    pub reached: Option<Bound>,
    /// The nearest limit of a graver class.
    pub next: Option<Bound>,
    /// Whether the limits that decided are sure enough to be quoted: those that were reached and that come next, or all where none was.
    pub verified: bool,
    /// The shortest duration that was not looked at: losses end at the horizon.
    pub unseen: Option<Time>,
}

/// A limit, and how an amount stands to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    /// The limit.
    pub limit: Limit,
    /// The amount over the limit, 1 or more where it is reached; `None` where the limit is nothing.
    pub over: Option<f64>,
    /// The same for comparing: infinite for anything over nothing, 0 for nothing.
    pub(in crate::analysis) distance: f64,
}

/// The gravest class of an interest.
#[derive(Debug, Clone, PartialEq)]
pub struct Interest {
    /// The scheme.
    pub scheme: SchemeId,
    /// The interest.
    pub name: String,
    /// The class; `None`: below every limit, or nothing was measured.
    pub class: Option<u32>,
    /// The criterion that decided.
    pub criterion: Option<CriterionId>,
    /// Whether the limits behind it are sure enough to be quoted.
    pub verified: bool,
    /// How many of its criteria were measured.
    pub measured: u32,
    /// Of how many.
    pub of: u32,
}

/// What measured amounts mean, by every scheme.
pub(in crate::analysis) fn judge(network: &Network, measured: Vec<Measured>, horizon: Time) -> Impact {
    let judged: Vec<Judged> = measured.into_iter().map(|measured| judged(network, measured, horizon)).collect();
    let interests = interests(network, &judged);
    Impact { judged, interests }
}

fn judged(network: &Network, measured: Measured, horizon: Time) -> Judged {
    let scales = network.criteria().get(measured.criterion).scales.iter().filter(|scale| !scale.limits.is_empty());
    let verdicts = scales.map(|scale| verdict(&measured, scale, horizon)).collect();
    Judged { measured, verdicts }
}

/// The class by one scale.
pub(in crate::analysis) fn verdict(measured: &Measured, scale: &Scale, horizon: Time) -> Verdict {
    let over = |limit: &Limit| measured.at(limit.duration).distance(limit.from);
    let bound = |limit: &Limit| Bound { limit: *limit, over: measured.at(limit.duration).over(limit.from), distance: over(limit) };
    let is_met = |limit: &&Limit| measured.at(limit.duration).reaches(limit.from);
    let reached = scale.limits.iter().filter(is_met).max_by(|a, b| a.class.cmp(&b.class).then(over(a).total_cmp(&over(b)))).copied();
    let class = reached.map(|limit| limit.class);
    let graver = |limit: &&Limit| class.is_none_or(|class| limit.class > class);
    let is_seen = |limit: &&Limit| limit.duration.is_none_or(|duration| duration < horizon);
    let next = scale.limits.iter().filter(graver).filter(is_seen).max_by(|a, b| over(a).total_cmp(&over(b)).then(b.class.cmp(&a.class)));
    let unseen = scale.limits.iter().filter(graver).filter(|limit| !is_seen(limit)).filter_map(|limit| limit.duration).min();
    Verdict {
        scheme: scale.scheme,
        class,
        verified: if class.is_none() {
            scale.limits.iter().all(Limit::is_verified)
        } else {
            reached.iter().chain(next).all(Limit::is_verified)
        },
        reached: reached.as_ref().map(bound),
        next: next.map(bound),
        unseen,
    }
}

fn interests(network: &Network, judged: &[Judged]) -> Vec<Interest> {
    let mut found: Vec<Interest> = Vec::new();
    for (id, criterion) in network.criteria().all() {
        let known = judged.iter().find(|judged| judged.measured.criterion == id);
        for scale in &criterion.scales {
            let Some(name) = &scale.interest else { continue };
            let place = found.iter().position(|interest| interest.scheme == scale.scheme && interest.name == *name).unwrap_or_else(|| {
                let (scheme, name) = (scale.scheme, name.clone());
                found.push(Interest { scheme, name, class: None, criterion: None, verified: true, measured: 0, of: 0 });
                found.len() - 1
            });
            let interest = &mut found[place];
            interest.of += 1;
            let Some(verdict) = known.and_then(|known| known.verdicts.iter().find(|verdict| verdict.scheme == scale.scheme)) else {
                continue;
            };
            interest.measured += 1;
            interest.verified &= verdict.verified;
            if verdict.class > interest.class {
                (interest.class, interest.criterion) = (verdict.class, Some(id));
            }
        }
    }
    found
}

/// What losses mean over samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// Every criterion that has amounts.
    pub judged: Vec<SampledJudged>,
    /// Every interest of every scheme.
    pub interests: Vec<SampledInterest>,
}

/// A criterion over samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledJudged {
    /// The criterion.
    pub criterion: CriterionId,
    /// How much.
    pub amount: Figure,
    /// How much lasted longer than each duration that a limit asks for.
    pub longer: Vec<(Time, Figure)>,
    /// The share of samples in each class, by scheme.
    pub shares: Vec<Shares>,
}

/// How often which class.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// The scheme.
    pub scheme: SchemeId,
    /// The share of samples below every limit.
    pub none: f64,
    /// The share of samples in each class of the scheme, mildest first.
    pub classes: Vec<f64>,
    /// Whether all limits that decided are sure enough to be quoted.
    pub verified: bool,
}

/// An interest over samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledInterest {
    /// The interest.
    pub name: String,
    /// How often which class.
    pub shares: Shares,
    /// How many of its criteria were measured.
    pub measured: u32,
    /// Of how many.
    pub of: u32,
}

/// What was judged in a range of samples.
#[derive(Debug, Clone, Default)]
pub(in crate::analysis) struct ImpactTally {
    /// Per criterion the amount, then what is beyond each duration; a value per sample.
    amounts: Vec<Vec<Vec<f64>>>,
    /// Per criterion and scheme.
    classes: Vec<Vec<Classes>>,
    interests: Vec<Classes>,
}

/// In how many samples which class; below every limit first.
#[derive(Debug, Clone, Default)]
struct Classes {
    counts: Vec<u64>,
    unverified: bool,
}

impl Classes {
    fn note(&mut self, class: Option<u32>, verified: bool) {
        let place = class.map_or(0, |class| class as usize + 1);
        self.counts.resize(self.counts.len().max(place + 1), 0);
        self.counts[place] += 1;
        self.unverified |= !verified;
    }

    fn join(&mut self, next: &Self) {
        self.counts.resize(self.counts.len().max(next.counts.len()), 0);
        self.counts.iter_mut().zip(&next.counts).for_each(|(known, more)| *known += more);
        self.unverified |= next.unverified;
    }

    fn shares(&self, network: &Network, scheme: SchemeId, samples: u64) -> Shares {
        let share = |place: usize| self.counts.get(place).copied().unwrap_or(0) as f64 / samples.max(1) as f64;
        let classes = (0..network.criteria().scheme(scheme).classes.len()).map(|class| share(class + 1)).collect();
        Shares { scheme, none: share(0), classes, verified: !self.unverified }
    }
}

impl ImpactTally {
    /// Adds a sample.
    pub(in crate::analysis) fn add(&mut self, impact: &Impact) {
        self.amounts.resize(impact.judged.len(), Vec::new());
        self.classes.resize(impact.judged.len(), Vec::new());
        for (place, judged) in impact.judged.iter().enumerate() {
            let values = std::iter::once(judged.measured.amount).chain(judged.measured.longer.iter().map(|(_, extent)| *extent));
            let known = &mut self.amounts[place];
            known.resize(judged.measured.longer.len() + 1, Vec::new());
            values.zip(known).for_each(|(value, known)| known.push(value.value()));
            self.classes[place].resize(judged.verdicts.len(), Classes::default());
            let verdicts = judged.verdicts.iter().zip(&mut self.classes[place]);
            verdicts.for_each(|(verdict, known)| known.note(verdict.class, verdict.verified));
        }
        self.interests.resize(impact.interests.len(), Classes::default());
        let interests = impact.interests.iter().zip(&mut self.interests);
        interests.for_each(|(interest, known)| known.note(interest.class, interest.verified));
    }

    /// Adds the samples that come next.
    pub(in crate::analysis) fn join(&mut self, next: Self) {
        if self.amounts.is_empty() {
            *self = next;
            return;
        }
        for (known, more) in self.amounts.iter_mut().flatten().zip(next.amounts.into_iter().flatten()) {
            known.extend(more);
        }
        let classes = self.classes.iter_mut().flatten().chain(&mut self.interests);
        classes.zip(next.classes.iter().flatten().chain(&next.interests)).for_each(|(known, more)| known.join(more));
    }

    /// How many values are kept.
    pub(in crate::analysis) fn values(&self) -> u64 {
        self.amounts.iter().flatten().map(|values| values.len() as u64).sum()
    }

    /// What was judged; `shape` is the answer of any one run.
    pub(in crate::analysis) fn answer(&self, network: &Network, shape: &Impact, samples: u64) -> Sampled {
        let one = |(place, judged): (usize, &Judged)| {
            let figures: Vec<Figure> = self.amounts.get(place).into_iter().flatten().map(|values| Figure::of(values)).collect();
            let durations = judged.measured.longer.iter().map(|(duration, _)| *duration);
            let verdicts = judged.verdicts.iter().zip(self.classes.get(place).into_iter().flatten());
            SampledJudged {
                criterion: judged.measured.criterion,
                amount: figures.first().copied().unwrap_or_default(),
                longer: durations.zip(figures.iter().skip(1).copied()).collect(),
                shares: verdicts.map(|(verdict, classes)| classes.shares(network, verdict.scheme, samples)).collect(),
            }
        };
        let interests = shape.interests.iter().zip(&self.interests).map(|(interest, classes)| SampledInterest {
            name: interest.name.clone(),
            shares: classes.shares(network, interest.scheme, samples),
            measured: interest.measured,
            of: interest.of,
        });
        Sampled { judged: shape.judged.iter().enumerate().map(one).collect(), interests: interests.collect() }
    }
}
