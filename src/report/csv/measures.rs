//! `measures` as rows.

use super::{Rows, maybe, number, word};
use crate::analysis::Model;
use crate::analysis::measures::Measures;

const HEADER: &str = "id,name,avoided,avoided_p5,avoided_p95,avoided_se,left,cost_eur,cost_per_unit,in_portfolio";

/// `measures`: a row for each measure.
pub fn measures(model: &Model, answer: &Measures) -> String {
    let mut rows = Rows::new(HEADER);
    for effect in &answer.rows {
        let measure = &model.network.measures()[effect.measure.0 as usize];
        let bought = answer.portfolio.as_ref().map(|portfolio| portfolio.measures.contains(&effect.measure));
        rows.add(&[
            word(&measure.id),
            word(&measure.name),
            number(effect.avoided.mean),
            number(effect.avoided.p5),
            number(effect.avoided.p95),
            number(effect.avoided.se),
            number(effect.left.mean),
            maybe(effect.cost),
            maybe(effect.cost_per_unit()),
            maybe(bought),
        ]);
    }
    rows.text()
}
