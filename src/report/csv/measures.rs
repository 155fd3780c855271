//! `measures` as rows.

use super::{Rows, maybe, word};
use crate::analysis::Model;
use crate::analysis::measures::Measures;
use crate::report::json::standing;

const HEADER: &str = "id,name,avoided,avoided_p5,avoided_p95,avoided_se,left,cost_eur,cost_per_unit,in_portfolio,standing";

/// `measures`: a row for each measure.
pub fn measures(model: &Model, answer: &Measures) -> String {
    let mut rows = Rows::new(HEADER);
    for effect in &answer.rows {
        let measure = &model.network.measures()[effect.measure.0 as usize];
        let bought = answer.portfolio.as_ref().map(|portfolio| portfolio.measures.contains(&effect.measure));
        rows.add(&[
            word(&measure.id),
            word(&measure.name),
            maybe(effect.avoided.map(|avoided| avoided.mean)),
            maybe(effect.avoided.map(|avoided| avoided.p5)),
            maybe(effect.avoided.map(|avoided| avoided.p95)),
            maybe(effect.avoided.map(|avoided| avoided.se)),
            maybe(effect.left.map(|left| left.mean)),
            maybe(effect.cost),
            maybe(effect.cost_per_unit()),
            maybe(bought),
            maybe(standing(effect.standing)),
        ]);
    }
    rows.text()
}
