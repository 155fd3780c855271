//! `classify` as rows.

use super::{Rows, maybe, number, word};
use crate::analysis::Model;
use crate::analysis::classify::{Agreement, Classification};
use crate::network::Category;
use crate::report::json::agreement;

const HEADER: &str = "id,name,category,class,agreement,verified,criterion,amount,criterion_class,limit,over";

/// `classify`: a row for each node and criterion.
pub fn classify(model: &Model, answer: &Classification) -> String {
    let (network, criteria) = (&model.network, model.network.criteria());
    let named = |class: Option<u32>| class.map_or_else(String::new, |class| word(criteria.class(answer.scheme, class)));
    let mut rows = Rows::new(HEADER);
    for row in &answer.rows {
        let category = row.stated.map(|category| if category == Category::A { "A" } else { "B" });
        for weighed in &row.criteria {
            let verdict = weighed.verdict.as_ref();
            let reached = verdict.and_then(|verdict| verdict.reached);
            rows.add(&[
                word(network.id(row.node)),
                word(network.name(row.node)),
                maybe(category),
                named(row.class),
                agreement(Agreement::of(criteria, answer, row)).to_owned(),
                number(row.verified),
                word(&criteria.get(weighed.measured.criterion).name),
                number(weighed.measured.amount.value()),
                named(verdict.and_then(|verdict| verdict.class)),
                maybe(reached.map(|reached| reached.limit.from)),
                maybe(reached.and_then(|reached| reached.over)),
            ]);
        }
    }
    rows.text()
}
