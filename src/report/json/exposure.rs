//! `keten.exposure/1`.

use super::run::Run;
use super::simulate::{Cause, Compromise, cause, compromise};
use crate::analysis::Model;
use crate::analysis::exposure::{Acquisition, Alternative, Counts, Exposure, Measures, Standing, Subject, Unknown, Vital};
use crate::network::{DependencyId, NeedId, NodeId};
use crate::report::marking;
use crate::units::Time;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    actor: Option<&'a str>,
    #[serde(flatten)]
    standing: Stands<'a>,
    country: Option<&'a str>,
    within_h: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    acquisition: Option<Acquired<'a>>,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Stands<'a> {
    controls: &'a [String],
    interest: Vec<Share<'a>>,
    if_withdrawn: Withdrawn<'a>,
    if_abused: Abused<'a>,
    operates: Vec<&'a str>,
    hosts: Vec<&'a str>,
    interest_error: f64,
    unknown: NotKnown<'a>,
}

/// What is in whose hands, without what follows from it.
#[derive(Serialize)]
pub(super) struct Held<'a> {
    controls: &'a [String],
    interest: Vec<Share<'a>>,
    operates: Vec<&'a str>,
    hosts: Vec<&'a str>,
    interest_error: f64,
    unknown: NotKnown<'a>,
}

#[derive(Serialize)]
struct Share<'a> {
    id: &'a str,
    share: f64,
}

#[derive(Serialize)]
struct Withdrawn<'a> {
    #[serde(flatten)]
    counts: Counted,
    vital: Vec<Process<'a>>,
    alternatives: Vec<Instead<'a>>,
}

#[derive(Serialize)]
struct Counted {
    affected: u64,
    lost: u64,
    processes_lost: u64,
    sectors_hit: u64,
    lost_h: f64,
    nodes: u64,
}

#[derive(Serialize)]
struct Process<'a> {
    id: &'a str,
    own: bool,
    short_h: Option<f64>,
    lost_h: Option<f64>,
    without_stock_and_standby_h: Option<f64>,
    lowest: f64,
    at_end: f64,
    cause: Option<Cause<'a>>,
}

#[derive(Serialize)]
struct Instead<'a> {
    dependent: &'a str,
    need: &'a str,
    withheld: Vec<&'a str>,
    left: f64,
    minimum: f64,
    standby: Vec<StepsIn<'a>>,
    stock_h: f64,
}

#[derive(Serialize)]
struct StepsIn<'a> {
    id: &'a str,
    after_h: f64,
    share: f64,
}

#[derive(Serialize)]
struct Abused<'a> {
    compromised: Vec<&'a str>,
    reached: Vec<Compromise<'a>>,
    vital: Vec<&'a str>,
}

#[derive(Serialize)]
struct NotKnown<'a> {
    behind: Option<&'a str>,
    of_actor: Option<f64>,
    could_control: Vec<Could<'a>>,
    at_most: Option<Counted>,
    without_country: &'a [String],
}

#[derive(Serialize)]
struct Could<'a> {
    id: &'a str,
    held: f64,
    unknown: f64,
}

/// Who sells what to whom, and what comes into whose hands by it.
#[derive(Serialize)]
pub(super) struct Sale<'a> {
    owner: &'a str,
    owned: &'a str,
    share: f64,
    buyer_is_new: bool,
    held: f64,
    from_unknown: f64,
    from: Vec<Sells<'a>>,
    new_controls: &'a [String],
    new_nodes: Vec<&'a str>,
}

#[derive(Serialize)]
struct Acquired<'a> {
    #[serde(flatten)]
    sale: Sale<'a>,
    after: Stands<'a>,
    measures: Lighter<'a>,
}

#[derive(Serialize)]
struct Sells<'a> {
    id: &'a str,
    before: f64,
    after: f64,
}

#[derive(Serialize)]
struct Lighter<'a> {
    vital_in_its_hands: Vec<&'a str>,
    newly_short: Vec<&'a str>,
    second_supplier: Vec<Need<'a>>,
    still_short: Vec<&'a str>,
    newly_reached: Vec<&'a str>,
    without_access: Vec<Access<'a>>,
}

#[derive(Serialize)]
struct Need<'a> {
    dependent: &'a str,
    need: &'a str,
}

#[derive(Serialize)]
struct Access<'a> {
    provider: &'a str,
    dependent: &'a str,
}

/// The answer of `exposure`.
pub fn exposure(model: &Model, answer: &Exposure, run: &Run) -> String {
    let (actor, country) = match &answer.subject {
        Subject::Actor(id) => (Some(id.as_str()), None),
        Subject::Country(code) => (None, Some(code.as_str())),
    };
    super::line(&Wire {
        schema: "keten.exposure/1",
        run,
        actor,
        standing: stands(model, &answer.standing),
        country,
        within_h: answer.within.hours(),
        acquisition: answer.acquisition.as_ref().map(|acquisition| acquired(model, acquisition)),
        marking: marking::of_all(&model.network),
    })
}

fn ids<'a>(model: &'a Model, nodes: &[NodeId]) -> Vec<&'a str> {
    nodes.iter().map(|&node| model.network.id(node)).collect()
}

fn stands<'a>(model: &'a Model, standing: &'a Standing) -> Stands<'a> {
    let has_categories = model.network.has_categories();
    let reached = || standing.abused.iter().map(|one| one.node);
    Stands {
        controls: &standing.hold.controls,
        interest: standing.interest.iter().map(|(id, share)| Share { id, share: rounded(*share) }).collect(),
        if_withdrawn: Withdrawn {
            counts: counted(&standing.withdrawn.counts),
            vital: standing.withdrawn.vital.iter().map(|process| vital(model, process)).collect(),
            alternatives: standing.withdrawn.alternatives.iter().map(|one| instead(model, one)).collect(),
        },
        if_abused: Abused {
            compromised: reached().map(|node| model.network.id(node)).collect(),
            reached: standing.abused.iter().map(|one| compromise(model, one)).collect(),
            vital: reached().filter(|&node| model.is_vital(node, has_categories)).map(|node| model.network.id(node)).collect(),
        },
        operates: ids(model, &standing.hold.operates),
        hosts: ids(model, &standing.hold.hosts),
        interest_error: standing.interest_error,
        unknown: unknown(&standing.unknown),
    }
}

/// Far below the millionths in which shares are stated nothing is known.
fn rounded(share: f64) -> f64 {
    libm::round(share * 1e9) / 1e9
}

const fn counted(counts: &Counts) -> Counted {
    Counted {
        affected: counts.affected,
        lost: counts.lost,
        processes_lost: counts.processes_lost,
        sectors_hit: counts.sectors_hit,
        lost_h: counts.lost_h,
        nodes: counts.nodes,
    }
}

fn vital<'a>(model: &'a Model, process: &Vital) -> Process<'a> {
    Process {
        id: model.network.id(process.node),
        own: process.is_own,
        short_h: process.short.map(Time::hours),
        lost_h: process.lost.map(Time::hours),
        without_stock_and_standby_h: process.bare.map(Time::hours),
        lowest: process.lowest.as_f64(),
        at_end: process.at_end.as_f64(),
        cause: process.cause.as_ref().map(|found| cause(model, found)),
    }
}

fn instead<'a>(model: &'a Model, one: &Alternative) -> Instead<'a> {
    let network = &model.network;
    Instead {
        dependent: network.id(network.need(one.need).dependent),
        need: network.need_name(one.need),
        withheld: ids(model, &one.withheld),
        left: one.left.as_f64(),
        minimum: one.minimum.as_f64(),
        standby: one
            .standby
            .iter()
            .map(|reserve| StepsIn { id: network.id(reserve.provider), after_h: reserve.after.hours(), share: reserve.share.as_f64() })
            .collect(),
        stock_h: one.stock.hours(),
    }
}

fn unknown(unknown: &Unknown) -> NotKnown<'_> {
    NotKnown {
        behind: unknown.behind.as_deref(),
        of_actor: unknown.of_actor.map(crate::units::Level::as_f64),
        could_control: unknown
            .could_control
            .iter()
            .map(|could| Could { id: &could.id, held: could.held.as_f64(), unknown: could.unknown.as_f64() })
            .collect(),
        at_most: unknown.at_most.as_ref().map(counted),
        without_country: &unknown.without_country,
    }
}

fn acquired<'a>(model: &'a Model, acquisition: &'a Acquisition) -> Acquired<'a> {
    Acquired { sale: sale(model, acquisition), after: stands(model, &acquisition.after), measures: lighter(model, &acquisition.measures) }
}

pub(super) fn sale<'a>(model: &'a Model, acquisition: &'a Acquisition) -> Sale<'a> {
    let deal = &acquisition.deal;
    Sale {
        owner: &deal.buyer,
        owned: &deal.company,
        share: deal.share.as_f64(),
        buyer_is_new: acquisition.stranger.is_some(),
        held: acquisition.held.as_f64(),
        from_unknown: acquisition.from_unknown.as_f64(),
        from: acquisition
            .sellers
            .iter()
            .map(|seller| Sells { id: &seller.id, before: seller.before.as_f64(), after: seller.after.as_f64() })
            .collect(),
        new_controls: &acquisition.new_parties,
        new_nodes: ids(model, &acquisition.new_nodes),
    }
}

pub(super) fn held<'a>(model: &'a Model, standing: &'a Standing) -> Held<'a> {
    Held {
        controls: &standing.hold.controls,
        interest: standing.interest.iter().map(|(id, share)| Share { id, share: rounded(*share) }).collect(),
        operates: ids(model, &standing.hold.operates),
        hosts: ids(model, &standing.hold.hosts),
        interest_error: standing.interest_error,
        unknown: unknown(&standing.unknown),
    }
}

fn lighter<'a>(model: &'a Model, measures: &Measures) -> Lighter<'a> {
    let network = &model.network;
    let need = |&need: &NeedId| Need { dependent: network.id(network.need(need).dependent), need: network.need_name(need) };
    let access = |&DependencyId(row): &DependencyId| {
        let row = &network.dependencies()[row as usize];
        Access { provider: network.id(row.provider), dependent: network.id(network.need(row.need).dependent) }
    };
    Lighter {
        vital_in_its_hands: ids(model, &measures.in_its_hands),
        newly_short: ids(model, &measures.newly_short),
        second_supplier: measures.second_supplier.iter().map(need).collect(),
        still_short: ids(model, &measures.still_short),
        newly_reached: ids(model, &measures.newly_reached),
        without_access: measures.access.iter().map(access).collect(),
    }
}
