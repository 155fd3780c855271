//! What decides, as plain rows: all that moves the answer, and the questions as a form to fill in.

use super::{Rows, maybe, network_cell, number, word};
use crate::analysis::Model;
use crate::analysis::sensitivity::{Effect, Position, Sensitivity};
use crate::report::language::Lang;
use crate::report::names::Names;
use crate::report::sensitivity::{Asked, basis_word, moving, wording};

/// A row per cell that changes the figure by itself, most worth knowing first.
pub fn sensitivity(model: &Model, answer: &Sensitivity) -> String {
    let figures = "figure_at_low,figure_at_high,figure_least,figure_most,expected_shift";
    let mut rows =
        Rows::new(&format!("id,node,need,provider,event,column,basis,present,source,confidence,low,high,{figures},ask,ministry"));
    for effect in moving(answer) {
        let asked = Asked::new(&model.network, effect.question);
        let mut row = about(model, &asked, word);
        row.insert(4, maybe(asked.event().map(|event| event + 1)));
        row.insert(6, basis_word(effect.question.basis).to_owned());
        row.extend(range(effect));
        row.extend([effect.at_low, effect.at_high, effect.least, effect.most, effect.expected].map(number));
        row.extend([asked.party().operator, asked.party().ministry].map(|party| word(party.unwrap_or_default())));
        rows.add(&row);
    }
    rows.text()
}

/// The first questions about cells of the network as a form: the columns from `answer` on are for whoever knows, and are read back by `--answers`.
pub fn questionnaire(model: &Model, answer: &Sensitivity, top: usize, lang: Lang) -> String {
    let names = Names::new(&model.network, lang);
    let mut rows = Rows::new(
        "id,node,need,provider,column,present,source,confidence,low,high,effect,question,ask,answer,answered_by,date,answer_source,answer_confidence",
    );
    for effect in moving(answer).filter(|effect| Asked::new(&model.network, effect.question).event().is_none()).take(top) {
        let asked = Asked::new(&model.network, effect.question);
        // What names a cell is read back, and must be found as it is.
        let mut row = about(model, &asked, network_cell);
        row.extend(range(effect));
        row.extend([number(effect.expected), word(&wording(&asked, &names)), word(&asked.party().text())]);
        row.extend(std::iter::repeat_n(String::new(), 5));
        rows.add(&row);
    }
    rows.text()
}

/// Which cell, what it says and where that comes from.
fn about(model: &Model, asked: &Asked, named: fn(&str) -> String) -> Vec<String> {
    let id = |node: Option<crate::network::NodeId>| named(node.map_or("", |node| model.network.id(node)));
    let (source, confidence) = asked.source();
    vec![
        asked.key(),
        id(asked.node()),
        named(asked.need().map_or("", |need| model.network.need_name(need))),
        id(asked.provider()),
        asked.column().to_owned(),
        word(&asked.present()),
        word(source.unwrap_or_default()),
        maybe(confidence),
    ]
}

fn range(effect: &Effect) -> [String; 2] {
    [Position::Low, Position::High].map(|position| number(effect.question.prior.number(position)))
}
