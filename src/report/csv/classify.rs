//! `classify` as rows.

use super::{Rows, maybe, number, word};
use crate::analysis::Model;
use crate::analysis::classify::{Agreement, Classification};
use crate::analysis::uncertainty::{SampledClassification, SampledClassified};
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

/// `classify` over samples: a row for each node and class that it has in any sample, the gravest first, and for each criterion that decides
/// in any.
pub fn classify_sampled(model: &Model, answer: &SampledClassification) -> String {
    let mut rows = Rows::new("id,name,category,class,agreement,verified,what,value,share");
    for row in &answer.rows {
        let known = about(model, answer, row);
        for (what, value, share) in shares(model, answer, row) {
            rows.add(&[known.as_slice(), &[what.to_owned(), word(value), number(share)]].concat());
        }
    }
    rows.text()
}

fn about(model: &Model, answer: &SampledClassification, row: &SampledClassified) -> [String; 6] {
    let (network, criteria) = (&model.network, model.network.criteria());
    [
        word(network.id(row.node)),
        word(network.name(row.node)),
        maybe(row.stated.map(|category| if category == Category::A { "A" } else { "B" })),
        row.class.map_or_else(String::new, |class| word(criteria.class(answer.scheme, class))),
        agreement(Agreement::between(criteria, answer.scheme, (row.vital, row.class, row.stated))).to_owned(),
        number(row.verified),
    ]
}

/// What holds in any sample, its name, and in what share of them.
fn shares<'m>(model: &'m Model, answer: &SampledClassification, row: &SampledClassified) -> Vec<(&'static str, &'m str, f64)> {
    let criteria = model.network.criteria();
    let classes = criteria.scheme(answer.scheme).classes.iter().zip(&row.classes).rev();
    let mut shares: Vec<_> = classes.map(|(name, &share)| ("class", name.as_str(), share)).collect();
    shares.push(("no_class", "", row.none));
    shares.extend(row.decided.iter().map(|&(id, share)| ("decided_by", criteria.get(id).name.as_str(), share)));
    shares.retain(|(.., share)| *share > 0.0);
    shares
}
