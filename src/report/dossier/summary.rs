//! What a reader knows after a minute: what lost function, when and how deep, why, how sure that is and what to check first.

use super::{Found, Telling};
use crate::analysis::bounds::Verdict;
use crate::analysis::chain::Wave;
use crate::analysis::uncertainty::Figure;
use crate::analysis::what_if::{Affected, LossCause};
use crate::network::{Confidence, Dependency};
use crate::outcome::Outcome;
use crate::report::basis::rows_behind;
use crate::report::document::{Block, Document, KeyFigure};
use crate::report::language::dossier::{heading, summary as say};
use crate::report::language::{Lang, chart as words, count, dossier, hours, number, percent, simulate as plain};
use crate::report::names::Names;
use crate::report::question::Question;
use crate::report::sensitivity::{Asked, figure_text, moving, wording};
use crate::report::{chart, loss};
use crate::units::Time;

/// So many of what began a wave are named, and of what followed.
const STARTERS: usize = 3;
const FOLLOWERS: usize = 4;
/// So many losses that carried others are named.
const CARRIERS: usize = 3;
/// So many questions are asked.
const QUESTIONS: usize = 3;

impl Telling<'_> {
    /// Which network this is of, under the title.
    pub(super) fn network(&self, document: &mut Document) {
        document.paragraph(which_network(self.question, self.lang));
    }

    pub(super) fn summary(&self, document: &mut Document) {
        document.heading(heading::summary(self.lang));
        document.blocks.push(Block::Lead(self.lead()));
        if self.found.answer.nodes.is_empty() {
            document.subheading(say::heading::sure(self.lang));
            return document.list(self.sure());
        }
        document.blocks.push(Block::Figures(self.figures()));
        document.blocks.push(Block::Picture(Box::new(self.heat_picture())));
        document.subheading(say::heading::order(self.lang));
        document.blocks.push(Block::Pairs(self.found.chain.waves.iter().map(|wave| self.wave(wave)).collect()));
        let part = |heading: &str, items: Vec<String>| vec![Block::Subheading(heading.to_owned()), Block::List(items)];
        document.blocks.push(Block::Beside(vec![
            part(say::heading::why(self.lang), self.why()),
            part(say::heading::sure(self.lang), self.sure()),
            part(say::heading::check(self.lang), self.check()),
        ]));
    }

    fn lead(&self) -> String {
        let (lang, answer) = (self.lang, self.found.answer);
        let totals = answer.totals;
        if totals.affected == 0 {
            let compromised = answer.compromised.as_ref().map_or(0, Vec::len) as u64;
            return if compromised > 0 { say::quiet(lang, compromised, answer.horizon) } else { plain::nothing(lang, answer.horizon) };
        }
        let is_hit = |affected: &&Affected| matches!(affected.cause, LossCause::Hazard { .. });
        let hit: Vec<String> = answer.nodes.iter().filter(is_hit).map(|affected| self.names.short(affected.node).to_owned()).collect();
        let hit = (!hit.is_empty()).then(|| crate::report::language::list(lang, &hit, STARTERS));
        let compromised = answer.compromised.as_ref().map(|compromised| say::compromised(lang, compromised.len() as u64));
        let mut sentences: Vec<String> = compromised.into_iter().collect();
        sentences.push(say::lead(lang, hit.as_deref(), totals.affected, totals.lost, totals.sectors_hit));
        let of = self.vital_count();
        if of > 0 {
            let lost = self.vital().filter(|affected| loss::is_lost(affected)).count() as u64;
            sentences.push(plain::vital(lang, self.vital().count() as u64, lost, of));
        }
        sentences.push(say::over(lang, self.over(), answer.horizon));
        sentences.join(" ")
    }

    fn figures(&self) -> Vec<KeyFigure> {
        let (lang, answer) = (self.lang, self.found.answer);
        let sampled = self.found.sampled.map(Outcome::value);
        let band = |figure: Option<&Figure>| {
            figure.map_or_else(String::new, |figure| say::figure::band(lang, &number(lang, figure.p5), &number(lang, figure.p95)))
        };
        let figure = |value: String, label: &str, note: String| KeyFigure { value, label: label.to_owned(), note };
        let mut figures = Vec::new();
        let of = self.vital_count();
        if of > 0 {
            let note = sampled.map_or_else(String::new, |sampled| {
                let vital = sampled.nodes.iter().filter(|node| self.is_vital(node.node));
                let (always, may) =
                    vital.fold((0, 0), |(always, may), node| if node.p_affected >= 1.0 { (always + 1, may) } else { (always, may + 1) });
                say::figure::vital_band(lang, always, may)
            });
            figures.push(figure(say::figure::of(lang, self.vital().count() as u64, of), say::figure::vital(lang), note));
        }
        let totals = sampled.map(|sampled| &sampled.totals);
        figures.push(figure(count(lang, answer.totals.affected), say::figure::affected(lang), band(totals.map(|totals| &totals.affected))));
        figures.push(figure(count(lang, answer.totals.lost), say::figure::lost(lang), band(totals.map(|totals| &totals.lost))));
        let over = self.over().map_or_else(|| format!("> {}", hours(lang, answer.horizon)), |over| hours(lang, over));
        let one_run = || sampled.map_or_else(String::new, |_| say::figure::one_run(lang, answer.stance).to_owned());
        figures.push(figure(over, say::figure::over(lang), one_run()));
        if let Some(compromised) = &answer.compromised {
            figures.push(figure(count(lang, compromised.len() as u64), say::figure::compromised(lang), one_run()));
        }
        figures
    }

    /// What fell at about one moment: what began it, and what followed at once.
    fn wave(&self, wave: &Wave) -> (String, String) {
        let (lang, nodes) = (self.lang, &self.found.answer.nodes);
        let short = |place: &usize| {
            let (affected, name) = (&nodes[*place], self.names.short(nodes[*place].node));
            if loss::is_lost(affected) { name.to_owned() } else { say::left(lang, name, &percent(lang, affected.min_output)) }
        };
        let starters: Vec<String> = wave.starters.iter().map(short).collect();
        let mut text = say::starts(lang, &starters, STARTERS, &self.because(wave));
        text.push('.');
        let named: Vec<String> = wave.followers.iter().take(FOLLOWERS).map(short).collect();
        if wave.followers.len() > FOLLOWERS {
            let mut sectors: Vec<&str> = wave.followers.iter().map(|&place| self.sector(nodes[place].node)).collect();
            sectors.sort_unstable();
            sectors.dedup();
            text += &say::follow(lang, wave.followers.len() as u64, sectors.len() as u64, &named.join(", "));
        } else if !named.is_empty() {
            text += &say::follow_all(lang, &named.join(", "));
        }
        (say::wave(lang, wave.from, wave.to), text)
    }

    /// Why a wave began.
    fn because(&self, wave: &Wave) -> String {
        let causes = || wave.starters.iter().map(|&place| &self.found.answer.nodes[place].cause);
        if causes().any(|cause| matches!(cause, LossCause::Detected)) {
            return crate::report::language::compromise::detected(self.lang).to_owned();
        }
        if causes().any(|cause| matches!(cause, LossCause::Hazard { .. })) {
            return say::because::hit(self.lang).to_owned();
        }
        let bridged = causes().filter_map(|cause| match cause {
            LossCause::Need { short_since, buffer_ended: Some(ended), .. } => Time::from_ms(ended.ms() - short_since.ms()),
            _ => None,
        });
        let longest = bridged.max().filter(|longest| *longest > Time::ZERO);
        longest.map_or_else(String::new, |longest| say::because::buffer(self.lang, longest))
    }

    fn why(&self) -> Vec<String> {
        let (lang, found) = (self.lang, self.found);
        let followed = found.answer.nodes.iter().filter(|affected| matches!(affected.cause, LossCause::Need { .. })).count() as u64;
        let mut carriers: Vec<usize> = (0..found.answer.nodes.len()).filter(|&place| followed_with_others(found, place)).collect();
        carriers.sort_by_key(|&place| (std::cmp::Reverse(found.chain.only_through[place]), place));
        let through = |place: &usize| {
            let affected = &found.answer.nodes[*place];
            let short_of = loss::cause(&affected.cause, &self.names);
            say::through(lang, self.names.short(affected.node), &short_of, found.chain.only_through[*place], followed)
        };
        let mut items: Vec<String> = carriers.iter().take(CARRIERS).map(through).collect();
        if items.is_empty() {
            items.push(say::through_none(lang).to_owned());
        }
        let buffered = |affected: &&Affected| matches!(affected.cause, LossCause::Need { buffer_ended: Some(_), .. });
        let buffered = found.answer.nodes.iter().filter(buffered).count() as u64;
        items.push(say::at_once(lang, followed - buffered, buffered));
        items
    }

    fn sure(&self) -> Vec<String> {
        let (lang, found) = (self.lang, self.found);
        let [must, may, cannot] = [Verdict::Must, Verdict::May, Verdict::Cannot].map(|verdict| found.bounds.count(verdict));
        let mut items = vec![say::certain(lang, &self.condition(), must, may, cannot)];
        let network = &self.question.model.network;
        let rows: Vec<&Dependency> = found.answer.nodes.iter().flat_map(|affected| rows_behind(network, &affected.cause)).collect();
        let is_sure = |row: &&&Dependency| network.detail(row).provenance.confidence.is_some_and(Confidence::is_verified);
        if !rows.is_empty() {
            items.push(say::verified(lang, rows.iter().filter(is_sure).count() as u64, rows.len() as u64));
        }
        items.extend(incident(found, &self.names));
        items
    }

    fn check(&self) -> Vec<String> {
        let Some(answer) = self.found.decisive.map(Outcome::value) else { return vec![dossier::not_asked(self.lang).to_owned()] };
        let figure = |value: f64| figure_text(value, answer.wanted.figure, self.lang);
        let mut items: Vec<String> = Vec::new();
        for effect in moving(answer).take(QUESTIONS) {
            let asked = Asked::new(&self.question.model.network, effect.question);
            let (from, to) = (figure(effect.least), figure(effect.most));
            items.push(say::question(self.lang, &wording(&asked, &self.names), &from, &to, &asked.party().text()));
        }
        if items.is_empty() {
            items.push(say::no_question(self.lang).to_owned());
        }
        items
    }
}

/// Which network a report is of, with its version and date, and a warning where it is illustrative.
pub(in crate::report) fn which_network(question: &Question, lang: Lang) -> String {
    let meta = question.model.network.meta();
    let [title, version, date] = [&meta.title, &meta.version, &meta.date].map(Option::as_deref);
    let line = plain::network(lang, title, version, date, None);
    if chart::is_illustrative(question) { line + " " + words::illustrative(lang) } else { line }
}

/// Whether a node fell for want of something, and others only by way of it. Of what was hit itself that goes without saying.
fn followed_with_others(found: &Found, place: usize) -> bool {
    found.chain.only_through[place] > 0 && matches!(found.answer.nodes[place].cause, LossCause::Need { .. })
}

/// How the answer compares with what is known to have happened.
fn incident(found: &Found, names: &Names) -> Option<String> {
    let incident = found.incident.filter(|incident| incident.not_reproducible.is_none())?;
    let score = &incident.scores.model;
    let of = |part: u64, whole: u64| dossier::summary::figure::of(names.lang, part, whole);
    let (losses, controls) = (of(score.hits, score.hits + score.misses), of(score.rightly_up, score.rightly_up + score.false_alarms));
    Some(say::incident(names.lang, &losses, &controls))
}
