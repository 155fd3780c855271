//! Measures as a document.

use super::basis::{self, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::uncertainty::error_not_reached;
use super::language::{Lang, amount, at_most, list, measures as say, word};
use super::question::Question;
use crate::analysis::measures::{Effect, Measures, Portfolio};
use crate::analysis::ranking::Criterion;
use crate::analysis::uncertainty::Figure;
use crate::network::{Confidence, Measure, MeasureId, Network};
use crate::outcome::{Outcome, Stop};
use crate::units::Time;

/// What was asked, as the user put it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// What is to be made smaller.
    pub criterion: Criterion,
    /// How far was looked ahead.
    pub within: Time,
    /// What may be spent.
    pub budget: Option<f64>,
    /// Over how many years yearly costs were added up.
    pub years: f64,
    /// Whether events happen, and not the loss of each node.
    pub of_events: bool,
}

/// Measures as a document.
pub fn document(question: &Question, outcome: &Outcome<Measures>, asked: &Asked, lang: Lang) -> Document {
    let answer = outcome.value();
    let network = &question.model.network;
    let mut document = Document::new(say::title(lang, question.title.as_deref()));
    let what = word::criterion(lang, network, asked.criterion);
    let unit = Unit::of(question, asked.criterion, lang);
    if let Some(base) = &answer.base {
        document.paragraph(say::method(
            lang,
            what,
            &unit.with(&band(base, lang)),
            asked.within,
            asked.of_events.then(|| taken(network, lang)),
        ));
    }
    match outcome {
        Outcome::Truncated { reason: Stop::Budget, done, .. } => document.paragraph(error_not_reached(lang, *done)),
        Outcome::Truncated { done, of, .. } if done == of => document.paragraph(say::interrupted_seeking(lang, *of)),
        Outcome::Truncated { done, of, .. } => document.paragraph(say::interrupted(lang, *done, *of, asked.budget.is_some())),
        Outcome::Complete(_) => {}
    }
    let heads = say::heads(lang, (&unit.one, &unit.more)).into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head, right: at > 0 }).collect());
    table.rows.extend(answer.rows.iter().map(|effect| row(network.measures(), effect, answer, lang)));
    document.table(table);
    let without_cost = answer.rows.iter().filter(|effect| effect.cost.is_none()).count() as u64;
    let unsure = network.measures().iter().filter(|measure| !is_verified(measure)).count() as u64;
    document.list(say::notes(lang, asked.years, without_cost, unsure));
    if let (Some(portfolio), Some(budget)) = (&answer.portfolio, asked.budget) {
        document.heading(say::heading::portfolio(lang, &amount(lang, budget)));
        document.list(match portfolio.measures.as_slice() {
            [] => vec![say::nothing_helps(lang, what, &other_criteria(asked.criterion))],
            _ => best(network.measures(), portfolio, answer, &unit, lang),
        });
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// The names of what is taken already.
fn taken(network: &Network, lang: Lang) -> String {
    let names: Vec<&str> = network.taken().iter().map(|&MeasureId(id)| network.measures()[id as usize].name.as_str()).collect();
    list(lang, &names, 20)
}

/// Whether what a measure costs and changes may be quoted without a warning.
fn is_verified(measure: &Measure) -> bool {
    measure.provenance.confidence.is_some_and(Confidence::is_verified)
}

/// What the criterion counts: one, and more.
struct Unit {
    one: String,
    more: String,
}

impl Unit {
    fn of(question: &Question, criterion: Criterion, lang: Lang) -> Self {
        let of_impact = match criterion {
            Criterion::Impact(id) => question.model.network.criteria().get(id).unit.as_deref().map(|unit| (unit, unit)),
            _ => say::unit(lang, criterion),
        };
        let (one, more) = of_impact.unwrap_or_else(|| lang.pick(("unit", "units"), ("eenheid", "eenheden")));
        Self { one: one.to_owned(), more: more.to_owned() }
    }

    fn with(&self, amount: &str) -> String {
        format!("{amount} {}", if amount == "1" { &self.one } else { &self.more })
    }
}

/// Two criteria that every network has and that were not chosen, as options.
fn other_criteria(chosen: Criterion) -> String {
    let wanted = ["lost_h", "processes_lost", "affected"];
    let others = Criterion::ALL.iter().filter(|(name, criterion)| wanted.contains(name) && *criterion != chosen);
    let others: Vec<String> = others.map(|(name, _)| format!("--criterion {name}")).collect();
    others.join(", ")
}

fn row(measures: &[Measure], effect: &Effect, answer: &Measures, lang: Lang) -> Vec<Cell> {
    let measure = &measures[effect.measure.0 as usize];
    let name = if measure.name == measure.id { measure.id.clone() } else { format!("{} ({})", measure.name, measure.id) };
    let base = answer.base.unwrap_or_default().mean;
    let part = |avoided: &Figure| say::part(if base > 0.0 { avoided.mean / base } else { 0.0 });
    let name = say::standing(lang, effect.standing).map_or_else(|| name.clone(), |standing| format!("{name}: {standing}"));
    let cell = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Text(amount(lang, value)));
    vec![
        Cell::Text(name),
        effect.avoided.as_ref().map_or(Cell::Empty, |avoided| Cell::Text(band(avoided, lang))),
        effect.avoided.as_ref().map_or(Cell::Empty, |avoided| Cell::Text(part(avoided))),
        cell(effect.cost),
        cell(effect.cost_per_unit()),
    ]
}

fn best(measures: &[Measure], portfolio: &Portfolio, answer: &Measures, unit: &Unit, lang: Lang) -> Vec<String> {
    let names: Vec<&str> = portfolio.measures.iter().map(|&MeasureId(id)| measures[id as usize].name.as_str()).collect();
    let avoided = band(&portfolio.avoided, lang);
    let mut items = vec![
        say::bought(lang, &list(lang, &names, 20), &amount(lang, portfolio.cost), names.len() == 1),
        say::avoids(lang, &avoided, &unit.with(&band(&answer.base.unwrap_or_default(), lang))),
    ];
    items.push(if portfolio.exact {
        say::exact(lang, portfolio.followed)
    } else {
        let left = unit.with(&at_most(lang, (portfolio.at_most - portfolio.avoided.mean).max(0.0)));
        say::greedy(lang, portfolio.followed, &left, portfolio.together.map(|together| unit.with(&signed(together, lang))).as_deref())
    });
    items.extend((portfolio.impossible > 0).then(|| say::impossible(lang, portfolio.impossible)));
    items
}

fn band(figure: &Figure, lang: Lang) -> String {
    super::language::uncertainty::mean_band(lang, figure, |value| signed(value, lang))
}

fn signed(value: f64, lang: Lang) -> String {
    if value < 0.0 { format!("-{}", amount(lang, -value)) } else { amount(lang, value) }
}
