//! Certain verdicts as plain rows.

use super::{Rows, cause, maybe, number, word};
use crate::analysis::Model;
use crate::analysis::bounds::Bounds;
use crate::report::json::verdict as verdict_word;

/// `simulate --bounds`: a row per node that must or may lose function.
pub fn bounds(model: &Model, answer: &Bounds) -> String {
    let network = &model.network;
    let mut rows = Rows::new(
        "id,name,sector,falls,lost,earliest_h,latest_h,min_output_low,min_output_high,lost_h_low,lost_h_high,cause,need,providers,buffer_ended_h",
    );
    for enclosed in &answer.nodes {
        let (cause, need, providers, ended) = cause(model, &enclosed.cause);
        rows.add(&[
            word(network.id(enclosed.node)),
            word(network.name(enclosed.node)),
            word(network.node(enclosed.node).sector.map_or("", |sector| network.text(sector))),
            verdict_word(enclosed.falls).to_owned(),
            verdict_word(enclosed.lost).to_owned(),
            number(enclosed.earliest),
            maybe(enclosed.latest),
            number(enclosed.min_output.0),
            number(enclosed.min_output.1),
            number(enclosed.lost_h.0),
            number(enclosed.lost_h.1),
            cause,
            need,
            providers,
            ended,
        ]);
    }
    rows.text()
}
