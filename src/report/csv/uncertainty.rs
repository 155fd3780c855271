//! Answers over samples as plain rows.

use super::{Rows, maybe, number, word};
use crate::analysis::Model;
use crate::analysis::ranking::Criterion;
use crate::analysis::uncertainty::{Figure, SampledCause, SampledNode, SampledRanking, SampledVerification, SampledWhatIf};
use crate::network::{NodeId, Scenario};

/// The cells of a figure, empty where there is none.
pub(in crate::report) fn cells(figure: Option<&Figure>) -> [String; 5] {
    let values = figure.map(|figure| [figure.mean, figure.p5, figure.p50, figure.p95, figure.se]);
    values.map_or_else(Default::default, |values| values.map(number))
}

/// The columns of a figure.
pub(in crate::report) fn heads(name: &str) -> String {
    ["mean", "p5", "p50", "p95", "se"].map(|part| format!("{name}_{part}")).join(",")
}

/// `simulate` and `why` over samples: a row per node that lost output in at least one; with `nodes` those alone.
pub fn simulate_sampled(model: &Model, answer: &SampledWhatIf, nodes: Option<&[NodeId]>) -> String {
    let figures = ["first_loss_h", "min_output", "lost_h"].map(heads).join(",");
    let mut rows = Rows::new(&format!("id,name,sector,p_affected,p_lost,p_indeterminate,{figures},main_cause,need,providers,cause_share"));
    for found in answer.nodes.iter().filter(|found| nodes.is_none_or(|nodes| nodes.contains(&found.node))) {
        let network = &model.network;
        let mut row = vec![
            word(network.id(found.node)),
            word(network.name(found.node)),
            word(network.node(found.node).sector.map_or("", |sector| network.text(sector))),
            number(found.p_affected),
            number(found.p_lost),
            number(found.p_indeterminate),
        ];
        row.extend([&found.first_loss_h, &found.min_output, &found.lost_h].into_iter().flat_map(|figure| cells(Some(figure))));
        row.extend(main_cause(model, found));
        rows.add(&row);
    }
    rows.text()
}

fn main_cause(model: &Model, found: &SampledNode) -> [String; 4] {
    let Some(first) = found.causes.first() else { return Default::default() };
    let share = number(first.share);
    match &first.cause {
        SampledCause::Detected => ["detected".to_owned(), String::new(), String::new(), share],
        SampledCause::Hazard { event } => [format!("hazard {event}"), String::new(), String::new(), share],
        SampledCause::Need { need, providers } => {
            let ids: Vec<&str> = providers.iter().map(|&provider| model.network.id(provider)).collect();
            ["need".to_owned(), word(model.network.need_name(*need)), word(&ids.join(" ")), share]
        }
    }
}

/// `rank` over samples: a row per initiator.
pub fn rank_sampled(ranking: &SampledRanking, top: usize) -> String {
    if ranking.criterion == Criterion::Compromised {
        return reach_sampled(ranking, top);
    }
    let names = ["score", "affected", "lost", "processes_lost", "sectors_hit", "first_vital_loss_h", "lost_h", "rank_in_samples"];
    let mut rows = Rows::new(&format!("rank,id,nodes,p_top10,p_vital_loss,{}", names.map(heads).join(",")));
    for row in ranking.rows.iter().take(top) {
        let mut line = vec![number(row.rank), word(&row.id), number(row.nodes), number(row.p_top10), number(row.p_vital_loss)];
        let figures = [Some(&row.score), Some(&row.affected), Some(&row.lost), Some(&row.processes_lost), Some(&row.sectors_hit)];
        let rest = [row.first_vital_loss_h.as_ref(), Some(&row.lost_h), Some(&row.rank_in_samples)];
        line.extend(figures.into_iter().chain(rest).flat_map(cells));
        rows.add(&line);
    }
    rows.text()
}

fn reach_sampled(ranking: &SampledRanking, top: usize) -> String {
    let names = ["score", "compromised", "vital_compromised", "first_vital_compromise_h", "rank_in_samples"];
    let mut rows = Rows::new(&format!("rank,id,nodes,p_top10,p_vital_compromise,{}", names.map(heads).join(",")));
    for row in ranking.rows.iter().take(top) {
        let Some(reached) = &row.reached else { continue };
        let mut line = vec![number(row.rank), word(&row.id), number(row.nodes), number(row.p_top10), number(reached.p_vital)];
        let figures = [Some(&row.score), Some(&reached.compromised), Some(&reached.vital), reached.first_vital_h.as_ref()];
        line.extend(figures.into_iter().chain([Some(&row.rank_in_samples)]).flat_map(cells));
        rows.add(&line);
    }
    rows.text()
}

/// `verify` over samples: a row per expectation.
pub fn verify_sampled(model: &Model, answer: &SampledVerification, scenarios: &[(String, Scenario)]) -> String {
    let figures = ["min_output", "below_h"].map(heads).join(",");
    let mut rows = Rows::new(&format!("scenario,node,expected,p_met,p_state,required,met,first_loss_h_p50,{figures}"));
    for (name, tests) in &answer.incidents {
        let expectations = scenarios.iter().find(|(known, _)| known == name).map_or(&[][..], |(_, scenario)| &scenario.expectations);
        for (expected, test) in expectations.iter().zip(tests) {
            let mut line = vec![
                word(name),
                word(model.network.id(expected.node)),
                super::super::json::state(&expected.state).to_owned(),
                number(test.p_met),
                number(test.p_state),
                number(test.is_required),
                number(test.is_met()),
                maybe(test.first_loss_h.map(|figure| figure.p50)),
            ];
            line.extend([&test.min_output, &test.below_h].into_iter().flat_map(|figure| cells(Some(figure))));
            rows.add(&line);
        }
    }
    rows.text()
}
