//! What an actor or a country has in its hands, as a document and as rows; after an acquisition as a dossier: before, after, and what
//! would do instead.

use super::basis::{self, Rests};
use super::compromise::path;
use super::csv::{Rows, word};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, acquired, exposure as say, list, percent, simulate};
use super::names::Names;
use super::question::Question;
use crate::analysis::exposure::{Acquisition, Alternative, Exposure, Standing, Subject, Vital};
use crate::network::NodeId;
use crate::units::{Level, Time};

/// So many names are written out in a sentence, and so many rows in a table; data formats have all.
const MAX_NAMES: usize = 12;
pub(super) const MAX_ROWS: usize = 40;

/// The exposure as a document.
pub fn document(question: &Question, answer: &Exposure, lang: Lang) -> Document {
    let writer = Writer::new(question, answer.within, lang);
    let mut document = Document::new(say::title(lang, &writer.subject(&answer.subject)));
    writer.hold(&mut document, &answer.subject, &answer.standing);
    writer.withdrawal(&mut document, &answer.standing);
    writer.abuse(&mut document, &answer.standing);
    writer.unknown(&mut document, &answer.standing);
    if let Some(acquisition) = &answer.acquisition {
        writer.acquisition(&mut document, &answer.standing, acquisition);
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// Writes the parts of a document about exposure.
pub(super) struct Writer<'q> {
    question: &'q Question<'q>,
    pub(super) names: Names<'q>,
    pub(super) within: Time,
    pub(super) lang: Lang,
}

impl<'q> Writer<'q> {
    pub(super) fn new(question: &'q Question<'q>, within: Time, lang: Lang) -> Self {
        Self { question, names: Names::new(&question.model.network, lang), within, lang }
    }

    /// What the subject is called.
    pub(super) fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::Actor(id) => self.names.full_of_id(id),
            Subject::Country(code) => code.clone(),
        }
    }

    /// What is in its hands.
    pub(super) fn hold(&self, document: &mut Document, subject: &Subject, standing: &Standing) {
        let hold = &standing.hold;
        let parties: Vec<String> = hold.controls.iter().take(MAX_NAMES + 1).map(|id| self.names.full_of_id(id)).collect();
        let is_country = matches!(subject, Subject::Country(_));
        let by_shares = if is_country { say::ultimately } else { say::controls };
        let mut items = vec![by_shares(self.lang, hold.controls.len() as u64, &list(self.lang, &parties, MAX_NAMES))];
        if !hold.operates.is_empty() {
            items.push(say::operates(self.lang, hold.operates.len() as u64, &self.nodes(&hold.operates)));
        }
        if is_country {
            items.push(say::hosts(self.lang, hold.hosts.len() as u64, &self.nodes(&hold.hosts)));
        }
        document.list(items);
        let [party, share, control] = say::interest_heads(self.lang);
        let mut table = Table::new(vec![Column::left(party), Column::right(share), Column::left(control)]);
        for (id, share) in standing.interest.iter().take(MAX_ROWS) {
            let controls = hold.controls.binary_search(id).is_ok();
            table.rows.push(vec![
                Cell::Text(self.names.full_of_id(id)),
                Cell::Text(say::share(self.lang, *share)),
                if controls { Cell::text(say::yes(self.lang)) } else { Cell::Empty },
            ]);
        }
        document.table(table);
        if standing.interest_error > 1e-6 {
            document.paragraph(say::interest_error(self.lang, standing.interest_error));
        }
    }

    fn withdrawal(&self, document: &mut Document, standing: &Standing) {
        document.heading(say::heading::withdrawn(self.lang));
        let withdrawn = &standing.withdrawn;
        document.paragraph(say::withdrawn(self.lang, &withdrawn.counts, self.within));
        document.table(self.vital(&withdrawn.vital));
        if !withdrawn.vital.is_empty() {
            document.paragraph(say::vital_legend(self.lang));
        }
        if !withdrawn.alternatives.is_empty() {
            document.paragraph(say::alternatives(self.lang));
            document.table(self.alternatives(&withdrawn.alternatives));
            self.more(document, withdrawn.alternatives.len());
        }
    }

    fn vital(&self, vital: &[Vital]) -> Table {
        let [what, short, out, bare, end, answer] = say::vital_heads(self.lang);
        let mut table = Table::new(vec![
            Column::left(what),
            Column::right(short),
            Column::right(out),
            Column::right(bare),
            Column::right(end),
            Column::left(answer),
        ]);
        for process in vital {
            table.rows.push(vec![
                Cell::Text(self.names.full(process.node)),
                Cell::hours(process.short),
                Cell::hours(process.lost),
                Cell::hours(process.bare),
                Cell::Level(process.at_end),
                Cell::Text(say::answer(self.lang, process)),
            ]);
        }
        table
    }

    fn alternatives(&self, alternatives: &[Alternative]) -> Table {
        let [who, need, left, standby, stock] = say::alternative_heads(self.lang);
        let mut table =
            Table::new(vec![Column::left(who), Column::left(need), Column::right(left), Column::left(standby), Column::right(stock)]);
        for one in alternatives.iter().take(MAX_ROWS) {
            let reserves = one
                .standby
                .iter()
                .map(|reserve| say::steps_in(self.lang, self.question.model.network.id(reserve.provider), reserve.after, reserve.share));
            table.rows.push(vec![
                Cell::Text(self.names.dependent(one.need)),
                Cell::text(self.names.need_or_provider(one.need)),
                if one.left > Level::ZERO && one.left < one.minimum {
                    Cell::Text(say::of_no_use(self.lang, one.left))
                } else {
                    Cell::Level(one.left)
                },
                Cell::Text(reserves.collect::<Vec<_>>().join("; ")),
                if one.stock == Time::ZERO { Cell::Empty } else { Cell::Hours(one.stock) },
            ]);
        }
        table
    }

    fn abuse(&self, document: &mut Document, standing: &Standing) {
        document.heading(say::heading::abused(self.lang));
        let vital = self.vital_of(standing.abused.iter().map(|one| one.node));
        document.paragraph(say::abused(self.lang, standing.abused.len() as u64, vital.len() as u64, self.within));
        let [at, what, by] = say::reached_heads(self.lang);
        let mut table = Table::new(vec![Column::right(at), Column::left(what), Column::left(by)]);
        for one in standing.abused.iter().take(MAX_ROWS) {
            table.rows.push(vec![Cell::Hours(one.at), Cell::Text(self.names.full(one.node)), Cell::Text(path(one, &self.names))]);
        }
        document.table(table);
        self.more(document, standing.abused.len());
    }

    /// What hangs on owners who are not known.
    pub(super) fn unknown(&self, document: &mut Document, standing: &Standing) {
        let unknown = &standing.unknown;
        let mut items = Vec::new();
        items.extend(unknown.behind.as_ref().map(|head| say::behind(self.lang, &self.names.full_of_id(head))));
        items.extend(unknown.of_actor.map(|share| say::unknown_owners(self.lang, &percent(self.lang, share))));
        for could in unknown.could_control.iter().take(MAX_NAMES) {
            let (held, rest) = (percent(self.lang, could.held), percent(self.lang, could.unknown));
            items.push(say::could_control(self.lang, &self.names.full_of_id(&could.id), &held, &rest));
        }
        if let Some(most) = &unknown.at_most {
            items.push(say::at_most(self.lang, most, &standing.withdrawn.counts, self.within));
        }
        if !unknown.without_country.is_empty() {
            items.push(say::without_country(self.lang, &list(self.lang, &unknown.without_country, MAX_NAMES)));
        }
        if items.is_empty() {
            items.push(say::nothing_unknown(self.lang).to_owned());
        }
        document.heading(say::heading::unknown(self.lang));
        document.list(items);
    }

    fn acquisition(&self, document: &mut Document, before: &Standing, acquisition: &Acquisition) {
        self.sale_heading(document, acquisition);
        document.table(self.comparison(before, &acquisition.after));
        document.table(self.vital(&acquisition.after.withdrawn.vital));
        self.instead(document, acquisition);
    }

    /// Who buys what, and what that brings into whose hands.
    pub(super) fn sale_heading(&self, document: &mut Document, acquisition: &Acquisition) {
        let deal = &acquisition.deal;
        let (buyer, company) = (self.names.full_of_id(&deal.buyer), self.names.full_of_id(&deal.company));
        document.heading(say::heading::acquisition(self.lang, &buyer, &percent(self.lang, deal.share), &company));
        document.list(self.sale(acquisition));
    }

    /// Lighter measures, and what would then not be known.
    pub(super) fn instead(&self, document: &mut Document, acquisition: &Acquisition) {
        document.heading(say::heading::instead(self.lang));
        document.list(self.measures(acquisition));
        document.heading(say::heading::unknown_after(self.lang));
        let could = acquisition.after.unknown.could_control.iter().map(|could| self.names.full_of_id(&could.id)).collect::<Vec<_>>();
        document.list(vec![say::unknown_after(self.lang, &list(self.lang, &could, MAX_NAMES))]);
    }

    fn sale(&self, acquisition: &Acquisition) -> Vec<String> {
        let share = |level: Level| percent(self.lang, level);
        let mut items = vec![say::stake(
            self.lang,
            &share(acquisition.held),
            &share(Level::from_ppm((acquisition.held.ppm() + acquisition.deal.share.ppm()).min(Level::ONE.ppm())).unwrap_or(Level::ONE)),
        )];
        if let Some(stranger) = &acquisition.stranger {
            items.push(acquired::stranger(self.lang, &acquisition.deal.buyer, stranger.nearest.as_deref()));
        }
        if acquisition.from_unknown > Level::ZERO {
            items.push(say::from_unknown(self.lang, &share(acquisition.from_unknown)));
        }
        for seller in &acquisition.sellers {
            items.push(say::seller(self.lang, &self.names.full_of_id(&seller.id), &share(seller.before), &share(seller.after)));
        }
        let parties: Vec<String> = acquisition.new_parties.iter().take(MAX_NAMES + 1).map(|id| self.names.full_of_id(id)).collect();
        items.push(say::new_control(self.lang, acquisition.new_parties.len() as u64, &list(self.lang, &parties, MAX_NAMES)));
        items.push(say::new_nodes(self.lang, acquisition.new_nodes.len() as u64, &self.nodes(&acquisition.new_nodes)));
        items
    }

    fn comparison(&self, before: &Standing, after: &Standing) -> Table {
        let [what, now, then] = say::comparison_heads(self.lang);
        let mut table = Table::new(vec![Column::left(what), Column::right(now), Column::right(then)]);
        let numbers = |standing: &Standing| {
            let counts = &standing.withdrawn.counts;
            let reached = || standing.abused.iter().map(|one| one.node);
            [
                counts.nodes,
                counts.affected,
                counts.lost,
                counts.processes_lost,
                reached().count() as u64,
                self.vital_of(reached()).len() as u64,
            ]
        };
        for ((label, now), then) in say::comparison(self.lang).into_iter().zip(numbers(before)).zip(numbers(after)) {
            table.rows.push(vec![Cell::text(label), Cell::Count(now), Cell::Count(then)]);
        }
        table
    }

    fn measures(&self, acquisition: &Acquisition) -> Vec<String> {
        let (measures, network) = (&acquisition.measures, &self.question.model.network);
        let mut items = Vec::new();
        if !measures.in_its_hands.is_empty() {
            items.push(say::in_its_hands(self.lang, &self.nodes(&measures.in_its_hands)));
        }
        if measures.newly_short.is_empty() {
            items.push(say::none_short(self.lang, self.within));
        } else {
            let needs: Vec<String> = measures
                .second_supplier
                .iter()
                .map(|&need| format!("{} ({})", network.need_name(need), network.id(network.need(need).dependent)))
                .collect();
            let (short, still) = (self.nodes(&measures.newly_short), self.nodes(&measures.still_short));
            items.push(say::second_supplier(self.lang, &short, needs.len() as u64, &list(self.lang, &needs, MAX_NAMES), &still));
        }
        if measures.newly_reached.is_empty() {
            items.push(say::none_reached(self.lang, self.within));
        } else {
            items.push(say::without_access(self.lang, &self.nodes(&measures.newly_reached), measures.access.len() as u64));
        }
        items
    }

    fn vital_of(&self, nodes: impl Iterator<Item = NodeId>) -> Vec<NodeId> {
        let model = self.question.model;
        let has_categories = model.network.has_categories();
        nodes.filter(|&node| model.is_vital(node, has_categories)).collect()
    }

    fn nodes(&self, nodes: &[NodeId]) -> String {
        let shown: Vec<String> = nodes.iter().map(|&node| self.names.full(node)).collect();
        list(self.lang, &shown, MAX_NAMES)
    }

    fn more(&self, document: &mut Document, rows: usize) {
        if rows > MAX_ROWS {
            document.paragraph(simulate::more_rows(self.lang, (rows - MAX_ROWS) as u64));
        }
    }
}

/// A row per vital process: as it stands, and after an acquisition once more.
pub fn csv(question: &Question, answer: &Exposure) -> String {
    let mut rows = Rows::new("state,id,name,own,short_h,lost_h,without_stock_and_standby_h,lowest,at_end,reached_h");
    add_rows(&mut rows, question, "now", &answer.standing);
    if let Some(acquisition) = &answer.acquisition {
        add_rows(&mut rows, question, "after", &acquisition.after);
    }
    rows.text()
}

fn add_rows(rows: &mut Rows, question: &Question, state: &str, standing: &Standing) {
    let (model, network) = (question.model, &question.model.network);
    let time = |time: Option<Time>| time.map_or_else(String::new, |time| time.to_string());
    let reached = |node: NodeId| standing.abused.iter().find(|one| one.node == node).map(|one| one.at);
    let vital = &standing.withdrawn.vital;
    for process in vital {
        rows.add(&[
            state.to_owned(),
            word(network.id(process.node)),
            word(network.name(process.node)),
            process.is_own.to_string(),
            time(process.short),
            time(process.lost),
            time(process.bare),
            process.lowest.to_string(),
            process.at_end.to_string(),
            time(reached(process.node)),
        ]);
    }
    let has_categories = network.has_categories();
    let only_reached = standing.abused.iter().filter(|one| model.is_vital(one.node, has_categories));
    for one in only_reached.filter(|one| vital.iter().all(|process| process.node != one.node)) {
        let (id, name) = (word(network.id(one.node)), word(network.name(one.node)));
        let nothing = String::new;
        let unhurt = || Level::ONE.to_string();
        rows.add(&[state.to_owned(), id, name, false.to_string(), nothing(), nothing(), nothing(), unhurt(), unhurt(), one.at.to_string()]);
    }
}
