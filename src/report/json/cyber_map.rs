//! `keten.exposure.cyber/1`.

use super::run::Run;
use crate::analysis::Model;
use crate::analysis::cyber_map::{CyberMap, Needing, Provider};
use crate::network::NodeKey;
use crate::report::cyber_map::jurisdictions;
use crate::report::marking;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    within_h: f64,
    providers: Vec<Ict<'a>>,
    processes: Vec<Process<'a>>,
    jurisdictions: Vec<Jurisdiction<'a>>,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Ict<'a> {
    id: &'a str,
    name: &'a str,
    kind: Option<&'static str>,
    product: Option<&'a str>,
    operator: Option<&'a str>,
    country: Option<&'a str>,
    behind: Option<&'a str>,
    ultimate_country: Option<&'a str>,
    needed_by: Vec<Needed<'a>>,
}

#[derive(Serialize)]
struct Needed<'a> {
    id: &'a str,
    steps: u32,
    short: bool,
}

#[derive(Serialize)]
struct Process<'a> {
    id: &'a str,
    providers: u64,
    direct: u64,
    short: u64,
    jurisdictions: Vec<Jurisdiction<'a>>,
}

/// A country, and how much lies under it; `null`: not stated.
#[derive(Serialize)]
struct Jurisdiction<'a> {
    country: Option<&'a str>,
    providers: u64,
}

/// The answer of `exposure --cyber`.
pub fn cyber_map(model: &Model, map: &CyberMap, run: &Run) -> String {
    let network = &model.network;
    let of = |process| -> Vec<(&Provider, &Needing)> {
        let pairs = map.providers.iter().flat_map(|provider| provider.needed_by.iter().map(move |needing| (provider, needing)));
        pairs.filter(|(_, needing)| needing.process == process).collect()
    };
    let process = |&node: &_| {
        let needs = of(node);
        let providers = needs.iter().map(|(provider, _)| *provider);
        Process {
            id: network.id(node),
            providers: needs.len() as u64,
            direct: needs.iter().filter(|(_, needing)| needing.steps == 1).count() as u64,
            short: needs.iter().filter(|(_, needing)| needing.short).count() as u64,
            jurisdictions: wire(jurisdictions(providers)),
        }
    };
    super::line(&Wire {
        schema: "keten.exposure.cyber/1",
        run,
        within_h: map.within.hours(),
        providers: map.providers.iter().map(|provider| ict(model, provider)).collect(),
        processes: map.processes.iter().map(process).collect(),
        jurisdictions: wire(jurisdictions(map.providers.iter())),
        marking: marking::of_all(network),
    })
}

fn wire(found: Vec<(Option<&str>, u64)>) -> Vec<Jurisdiction<'_>> {
    found.into_iter().map(|(country, providers)| Jurisdiction { country, providers }).collect()
}

fn ict<'a>(model: &'a Model, provider: &'a Provider) -> Ict<'a> {
    let network = &model.network;
    let column = |column| NodeKey::Column(column).value(network, provider.node);
    Ict {
        id: network.id(provider.node),
        name: network.name(provider.node),
        kind: network.node(provider.node).kind.map(crate::network::Kind::word),
        product: column(crate::network::NodeColumn::Product),
        operator: column(crate::network::NodeColumn::Operator),
        country: provider.country.as_deref(),
        behind: provider.behind.as_deref(),
        ultimate_country: provider.ultimate_country.as_deref(),
        needed_by: provider
            .needed_by
            .iter()
            .map(|needing| Needed { id: network.id(needing.process), steps: needing.steps, short: needing.short })
            .collect(),
    }
}
