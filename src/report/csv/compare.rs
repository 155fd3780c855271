//! A comparison as plain rows: every difference is one.

use super::{Rows, maybe, number, word};
use crate::analysis::compare::{Comparison, Effect};
use crate::report::json::{compare_fate, compare_table, compare_unit, verdict};

/// `compare`: a row per difference; `what` says of which kind it is.
pub fn compare(answer: &Comparison) -> String {
    let mut rows = Rows::new("what,id,column,a,b,difference,se,significant");
    for change in &answer.changes {
        let what = format!("{}_{}", compare_table(change.table), compare_fate(change.fate));
        let id = change.key.join(" ");
        if change.cells.is_empty() {
            rows.add(&line(&what, &id, "", [String::new(), String::new()]));
        }
        for cell in &change.cells {
            rows.add(&line(&what, &id, &cell.column, [word(&cell.before), word(&cell.after)]));
        }
    }
    for cell in &answer.settings {
        rows.add(&line("setting", "", &cell.column, [word(&cell.before), word(&cell.after)]));
    }
    add_course(&mut rows, answer);
    add_ranking(&mut rows, answer);
    for effect in &answer.effects {
        add_effect(&mut rows, answer, effect);
    }
    rows.text()
}

fn line(what: &str, id: &str, column: &str, [a, b]: [String; 2]) -> [String; 8] {
    [word(what), word(id), word(column), a, b, String::new(), String::new(), String::new()]
}

fn add_course(rows: &mut Rows, answer: &Comparison) {
    let Some(course) = &answer.course else { return };
    for total in &course.totals {
        let mut cells = line("total", "", total.name, [number(total.before), number(total.after)]);
        if let Some(paired) = total.paired {
            [cells[5], cells[6], cells[7]] = [number(paired.mean), number(paired.se), number(paired.is_significant())];
        }
        rows.add(&cells);
    }
    for node in &course.nodes {
        rows.add(&line("loss", &node.id, "lost_h", [maybe(node.before), maybe(node.after)]));
    }
    for node in &course.verdicts {
        rows.add(&line("verdict", &node.id, "falls", [maybe(node.before.map(verdict)), maybe(node.after.map(verdict))]));
    }
    for node in &course.verdicts_by_ranges {
        rows.add(&line("verdict_by_ranges", &node.id, "falls", [maybe(node.before.map(verdict)), maybe(node.after.map(verdict))]));
    }
    for met in &course.expectations {
        rows.add(&line("expectation", &met.id, "met", [number(!met.after), number(met.after)]));
    }
}

fn add_ranking(rows: &mut Rows, answer: &Comparison) {
    let Some(ranking) = &answer.ranking else { return };
    for row in &ranking.rows {
        rows.add(&line("rank", &row.id, "rank", [maybe(row.before.map(|(rank, _)| rank)), maybe(row.after.map(|(rank, _)| rank))]));
        let score = |side: Option<(u64, Option<f64>)>| maybe(side.and_then(|(_, score)| score));
        let mut cells = line("rank", &row.id, "score", [score(row.before), score(row.after)]);
        if let Some(paired) = row.paired {
            [cells[5], cells[6], cells[7]] = [number(paired.mean), number(paired.se), number(paired.is_significant())];
        }
        rows.add(&cells);
    }
    let lists = [
        ("new_hub", &ranking.new_hubs),
        ("gone_hub", &ranking.gone_hubs),
        ("new_single_point", &ranking.new_single_points),
        ("gone_single_point", &ranking.gone_single_points),
    ];
    for (what, ids) in lists {
        for id in ids {
            rows.add(&line(what, id, "", [String::new(), String::new()]));
        }
    }
}

/// In the columns of the sides: what the change does alone in the first, and what of the second rests on it.
fn add_effect(rows: &mut Rows, answer: &Comparison, effect: &Effect) {
    let (unit, key) = compare_unit(&effect.unit);
    for (at, figure) in answer.figures.iter().enumerate() {
        let value = |values: &Option<Vec<f64>>| maybe(values.as_ref().map(|values| values[at]));
        rows.add(&line(&format!("effect_of_{unit}"), &key.join(" "), figure.name, [value(&effect.alone), value(&effect.last)]));
    }
}
